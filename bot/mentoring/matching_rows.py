"""What every mentee and every mentor of a pool are worth to each other: the same sums as `score`, for all at once.

Each part looks at one field of a profile, and many share what stands there: a row of values is made once for each
different field of the mentees, and a mentee's row is the sum of seven of them.
"""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from itertools import repeat
from operator import add
from typing import Any

from bot.mentoring.matching import HALF, MEASURES, Measure, PartName, Profile
from bot.mentoring.matching_hours import overlap
from bot.mentoring.matching_pool import Pool
from bot.mentoring.matching_words import likeness
from bot.mentoring.plans import Matching

NEVER = -30_000  # stands for hours in common that are too few; nothing added to it reaches 0
TOGETHER: tuple[tuple[PartName, ...], ...] = (  # parts of which people have few different combinations
    ("field", "kinds", "language"),
    ("subjects",),
    ("skills",),
    ("hours",),
    ("words",),
)
Row = Sequence[int]


class Table:
    """The rows of a pool's mentees over its mentors."""

    def __init__(self, mentors: Sequence[Profile], weights: Matching) -> None:
        self._mentors, self._weights = mentors, weights
        self._words = _Words([mentor.about for mentor in mentors])
        self._rows: dict[tuple[str, Any], Row] = {}
        self._makers: Mapping[str, Callable[[Any], Row]] = {"hours": self._hours, "words": self._words.row}

    def row(self, mentee: Profile) -> array[int]:
        """What each mentor is worth to a mentee; below 0 for whom they could never meet."""
        total: Any = repeat(0, len(self._mentors))
        for names in TOGETHER:
            mine = tuple(getattr(mentee, MEASURES[name].of) for name in names)
            total = map(add, total, self._sum(names, mine))
        return array("h", total)

    def _sum(self, names: tuple[PartName, ...], mine: tuple[Any, ...]) -> Row:
        """The row of parts together; made once for each combination that there is."""
        key = "+".join(names)
        found = self._rows.get((key, mine))
        if found is None:
            rows = [self._row(name, each) for name, each in zip(names, mine, strict=True)]
            found = self._rows[key, mine] = [sum(values) for values in zip(*rows, strict=True)]
        return found

    def _row(self, name: PartName, mine: Any) -> Row:
        found = self._rows.get((name, mine))
        if found is None:
            found = self._rows[name, mine] = self._made(name, MEASURES[name], mine)
        return found

    def _made(self, name: str, measure: Measure, mine: Any) -> Row:
        maker = self._makers.get(name)
        weight = getattr(self._weights, name)
        if maker is None:
            known: dict[Any, int] = {}
            theirs = [getattr(mentor, measure.of) for mentor in self._mentors]
            for each in theirs:
                if each not in known:
                    known[each] = measure.value(mine, each)
            return [known[each] * weight for each in theirs]
        return [NEVER if value < 0 else value * weight for value in maker(mine)]

    def _hours(self, mine: int) -> Row:
        least, value = self._weights.least_hours, MEASURES["hours"].value
        return [NEVER if overlap(mine, mentor.free) < least else value(mine, mentor.free) for mentor in self._mentors]


class _Words:
    """Which mentors speak of a word or one like it; most speak of none, so only those that do are kept."""

    def __init__(self, abouts: Sequence[tuple[str, ...]]) -> None:
        self._empty = [0 if about else HALF for about in abouts]
        self._speak: dict[str, list[int]] = defaultdict(list)
        for place, about in enumerate(abouts):
            for word in about:
                self._speak[word].append(place)
        self._found: dict[str, dict[int, int]] = {}

    def row(self, mine: tuple[str, ...]) -> Row:
        """How near each mentor's words are: as `closeness` says, found from the words instead of from the mentors."""
        if not mine:
            return [HALF] * len(self._empty)
        best: dict[int, list[int]] = defaultdict(list)
        for word in mine:
            for place, alike in self._who(word).items():
                best[place].append(alike)
        row, most = list(self._empty), min(2, len(mine))
        for place, values in best.items():
            row[place] = sum(sorted(values)[-2:]) // most
        return row

    def _who(self, word: str) -> dict[int, int]:
        found = self._found.get(word)
        if found is None:
            found = self._found[word] = {}
            for other, places in self._speak.items():
                if alike := likeness(word, other):
                    found.update((place, max(alike, found.get(place, 0))) for place in places)
        return found


def rows_of(pool: Pool, weights: Matching) -> list[Row]:
    """The rows of all who wait over all who offer; below 0 for pairs that can't be."""
    mentors = pool.offering
    table, places = Table(mentors, weights), {mentor.person: place for place, mentor in enumerate(mentors)}
    apart: dict[int, set[int]] = defaultdict(set)
    for one, other in pool.apart:
        apart[one].add(other)
    rows: list[Row] = []
    for mentee in pool.waiting:
        row = table.row(mentee)
        for number in apart[mentee.person] | {mentee.person}:
            if number in places:
                row[places[number]] = NEVER
        rows.append(row)
    return rows
