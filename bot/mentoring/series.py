"""Regular sessions as people say them: "tiap Selasa kedua 19:00, 6 kali", "every second Tuesday 19:00, six times".

Times are on the wall of whoever proposes, all year: a change to summer time moves the moment, not the clock.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from bot.mentoring.calendar import local, local_date, next_weekly

FEWEST, MOST, USUAL = 2, 26, 6  # sessions of a series
DAYS = (
    "senin monday mon",
    "selasa tuesday tue tues",
    "rabu wednesday wed",
    "kamis thursday thu thurs",
    "jumat jum'at jumaat friday fri",
    "sabtu saturday sat",
    "minggu ahad sunday sun",
)
WORDS = (
    "satu one sekali once",
    "dua two",
    "tiga three",
    "empat four",
    "lima five",
    "enam six",
    "tujuh seven",
    "delapan eight",
    "sembilan nine",
    "sepuluh ten",
    "sebelas eleven",
    "dua belas duabelas twelve",
)
NUMBER = {word: number for number, words in enumerate(WORDS, 1) for word in words.split()}
WEEKDAY = {word: number for number, words in enumerate(DAYS) for word in words.split()}
ORDINAL = {"pertama": 1, "first": 1, "1st": 1, "kedua": 2, "second": 2, "2nd": 2, "ketiga": 3, "third": 3, "3rd": 3}
ORDINAL |= {"keempat": 4, "fourth": 4, "4th": 4, "other": 2}

COUNT = re.compile(
    rf"\b(?:selama|sebanyak|for)?\s*(\d{{1,4}}|{'|'.join(NUMBER)})\s*(?:x|kali|times?|sesi|sessions?|pertemuan)\b"
)
REPEATS = re.compile(
    r"\b(?:tiap|setiap|every|each|rutin|weekly|biweekly|fortnightly|monthly|mingguan|bulanan|\w+ minggu sekali)\b"
)
WEEKS = re.compile(rf"\b(\d|{'|'.join(NUMBER)})\s*(?:minggu|pekan|weeks?)(?:\s*(?:sekali|on))?\b")
TWICE = re.compile(r"\b(?:biweekly|fortnightly|(?:every )?fortnight)\b")
MONTHLY = re.compile(
    r"\b(?:(?:(?:tiap|setiap|every|each|dalam|of the|of every|of each) )?(?:bulan|month)(?:nya)?|monthly|bulanan)\b"
)
NTH = re.compile(rf"\b({'|'.join(ORDINAL)})\b")
DAY = re.compile(rf"\b({'|'.join(map(re.escape, WEEKDAY))})s?\b")
FILLER = re.compile(r"\b(?:hari|pada|on|week|weeks|minggu|pekan)\b")
SLUG = re.compile(r"r-([1-4])-([0-4])-([0-6])-([0-2]\d[0-5]\d)-(\d{1,2})")


@dataclass(frozen=True, slots=True)
class Rule:
    """A weekday and clock every so many weeks, or, if `nth` is not 0, as the nth such weekday of each month."""

    every: int
    nth: int
    weekday: int
    clock: time
    count: int = USUAL

    @property
    def slug(self) -> str:
        """How the rule is named in a button."""
        return f"r-{self.every}-{self.nth}-{self.weekday}-{self.clock:%H%M}-{self.count}"

    def moments(self, after: datetime, zone: str) -> tuple[datetime, ...]:
        """Its moments after this one, on the wall clock of a zone."""
        return tuple(self._monthly(after, zone) if self.nth else self._weekly(after, zone))

    def _weekly(self, after: datetime, zone: str) -> Iterator[datetime]:
        first = local_date(next_weekly(after, self.weekday, self.clock, zone), zone)
        for turn in range(self.count):
            yield local(first + timedelta(weeks=self.every * turn), self.clock, zone)

    def _monthly(self, after: datetime, zone: str) -> Iterator[datetime]:
        today, left = local_date(after, zone), self.count
        for ahead in range(self.count + 1):
            moment = local(_nth(today, ahead, self.nth, self.weekday), self.clock, zone)
            if moment > after and left:
                left -= 1
                yield moment


def _nth(today: date, ahead: int, nth: int, weekday: int) -> date:
    year, month = divmod(today.year * 12 + today.month - 1 + ahead, 12)
    first = date(year, month + 1, 1)
    return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (nth - 1))


def rule_of(slug: str) -> Rule:
    """The rule a button names; raises ValueError for anything else."""
    match = SLUG.fullmatch(slug)
    if not match or not FEWEST <= int(match[5]) <= MOST:
        raise ValueError(slug)
    return Rule(
        int(match[1]), int(match[2]), int(match[3]), time.fromisoformat(f"{match[4][:2]}:{match[4][2:]}"), int(match[5])
    )


@dataclass(frozen=True, slots=True)
class Said:
    """What was understood of a series: readings but for the clock (none if it is too short or too long), and the words
    that are left for it."""

    rules: tuple[Rule, ...]
    rest: str


def read_series(text: str) -> Said | None:
    """The series somebody means; None when it is not one. The clock is still to be read from the `rest`."""
    said = " ".join(text.casefold().replace(",", " ").split())
    if not REPEATS.search(said):
        return None
    count, said = _count(said)
    every, said = _every(said)
    monthly, said = bool(MONTHLY.search(said)), MONTHLY.sub(" ", said)
    nth = NTH.search(said)
    said = NTH.sub(" ", said, count=1)
    day = _day(said)
    if not day:
        return None
    if count == 0:
        return Said((), "")
    rest = FILLER.sub(" ", REPEATS.sub(" ", said[: day.start()] + " " + said[day.end() :]))
    rule = Rule(every, 0, WEEKDAY[day[1]], time(), count)
    return Said(_readings(rule, nth[1] if nth else "", monthly=monthly), " ".join(rest.split()))


def _day(said: str) -> re.Match[str] | None:
    """The weekday named; "minggu" is a week where another day stands beside it."""
    days = list(DAY.finditer(said))
    return next((day for day in days if day[1] != "minggu"), days[0] if days else None)


def _count(said: str) -> tuple[int, str]:
    """How often; 0 when that is too seldom or too often to be a series."""
    match = COUNT.search(said)
    if not match:
        return USUAL, said
    count = int(match[1]) if match[1].isdigit() else NUMBER[match[1]]
    return (count if FEWEST <= count <= MOST else 0), said[: match.start()] + " " + said[match.end() :]


def _every(said: str) -> tuple[int, str]:
    if TWICE.search(said):
        return 2, TWICE.sub(" ", said)
    match = WEEKS.search(said)
    if not match:
        return 1, said
    every = int(match[1]) if match[1].isdigit() else NUMBER[match[1]]
    return (every if 1 <= every <= 4 else 1), said[: match.start()] + " " + said[match.end() :]


def _readings(rule: Rule, ordinal: str, *, monthly: bool) -> tuple[Rule, ...]:
    """A "second Tuesday" is every two weeks, or one day a month: both are asked back unless the month is named."""
    nth = ORDINAL.get(ordinal, 1 if monthly else 0)
    of_month = replace(rule, every=1, nth=nth)
    if monthly:
        return (of_month,)
    if not nth:
        return (rule,)
    every = replace(rule, every=nth)
    if ordinal == "other" or nth == 1:
        return (every,) if ordinal == "other" else (of_month,)
    return every, of_month
