"""A whole pool matched at once: pure, so that it can be worked out in another process."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass, replace

from bot.mentoring.matching import Profile
from bot.mentoring.matching_pool import Pool, least_total
from bot.mentoring.matching_rows import Row, rows_of
from bot.mentoring.matching_solver import NOBODY, solve
from bot.mentoring.plans import Matching

Two = tuple[int, int]  # a mentee and a mentor, by person


@dataclass(frozen=True, slots=True)
class Outcome:
    """Who meets whom, and which mentees stay without, with why: "none" has a place, "room" (others fit better in the
    places there are), "points" (nobody fits well enough), "nobody" (all that are left must not or cannot meet)."""

    pairs: tuple[Two, ...]
    left: tuple[tuple[int, str], ...]


def match_all(pool: Pool, weights: Matching, *, most: bool) -> Outcome:
    """The best matching of all who wait with all places there are."""
    mentees, mentors = pool.waiting, pool.offering
    least = 0 if most else max(0, least_total(weights.fit, weights))
    rows = rows_of(pool, weights)
    chosen = solve(rows, [mentor.room for mentor in mentors], least=least, most=most)
    pairs = [
        (mentee.person, mentors[place].person) for mentee, place in zip(mentees, chosen, strict=True) if place != NOBODY
    ]
    left = [
        (mentee.person, _why(row, least))
        for mentee, row, place in zip(mentees, rows, chosen, strict=True)
        if place == NOBODY
    ]
    return Outcome(tuple(pairs), tuple(left))


def _why(row: Row, least: int) -> str:
    best = max(row, default=None)
    if best is None:
        return "none"
    return "nobody" if best < 0 else "points" if best < least else "room"


def around(pool: Pool, fixed: Collection[Two], never: Collection[Two]) -> Pool:
    """The pool without those who are placed already or have asked for a place, and without what must not come again."""
    taken = Counter(person for two in (*fixed, *pool.asked) for person in two)
    return replace(
        pool,
        mentees=tuple(_seated(each, taken[each.person]) for each in pool.mentees),
        mentors=tuple(_seated(each, taken[each.person]) for each in pool.mentors),
        excluded=pool.excluded | frozenset(never),
    )


def _seated(profile: Profile, more: int) -> Profile:
    return replace(profile, pairs=profile.pairs + more) if more else profile


def holding(pool: Pool, wanted: Collection[Two], weights: Matching) -> tuple[Two, ...]:
    """Of pairs that should stay, those that still can, in their order."""
    held: list[Two] = []
    people = pool.people
    seats: Counter[int] = Counter()
    for two in wanted:
        mentee, mentor = (people.get(person) for person in two)
        if mentee is None or mentor is None:
            continue
        mentee, mentor = _seated(mentee, seats[mentee.person]), _seated(mentor, seats[mentor.person])
        if not pool.limit(mentee, mentor, weights):
            held.append(two)
            seats.update(two)
    return tuple(held)
