"""What a programme is measured by: the days that count, shares and means with their denominators, and how they changed.

Nothing here is read: `storage/staff/metrics_each.py` reads, a statement a figure. docs/metrics.md defines them all.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Literal, TypeAlias

from bot.mentoring.calendar import local, local_date
from bot.mentoring.privacy import FEWEST

DAY = timedelta(days=1)
WEEK = timedelta(weeks=1)
MOOD_OF = timedelta(days=60)  # how far back answers about the two of a pair count: each is asked once in that time
PATIENCE = 1.5  # times the agreed cadence after which a pair counts as active no more

TARGETS: dict[str, tuple[int, int | None]] = {  # from, and up to, where the field has a usual range
    "match-rate": (70, None),
    "active-pairs": (75, 85),
    "session-completion": (80, 90),
    "utilisation": (70, 80),
    "relationship": (4, None),
    "response-time": (24, 48),
}

Kind: TypeAlias = Literal["days", "week", "since", "all"]


@dataclass(frozen=True, slots=True)
class Period:
    """Whole days on the programme's wall, both ends counted: the last seven full "days", this "week" so far, "since" a
    day, or "all"."""

    first: date
    last: date
    kind: Kind = "days"

    @property
    def before(self) -> Period | None:
        """The days it is compared with: as many just before, of this week the same weekdays of the last one."""
        if self.kind == "all":
            return None
        back = WEEK if self.kind == "week" else self.last - self.first + DAY
        return Period(self.first - back, self.last - back, self.kind)


def usual(today: date) -> Period:
    """The last seven days that are over."""
    return Period(today - WEEK, today - DAY)


def this_week(today: date) -> Period:
    """From Monday to today."""
    return Period(today - today.weekday() * DAY, today, "week")


@dataclass(frozen=True, slots=True)
class Span:
    """From a moment up to another one, which is no part of it."""

    start: datetime
    end: datetime


def span(period: Period, zone: str, now: datetime) -> Span:
    """The moments of a period, as far as they are over."""
    start, end = local(period.first, time(0), zone), local(period.last + DAY, time(0), zone)
    return Span(min(start, now), min(end, now))


def span_before(period: Period, zone: str, now: datetime) -> Span | None:
    """The moments it is compared with. Of a period that is not over they stop at the same hour of the same day."""
    before = period.before
    if before is None:
        return None
    whole = span(before, zone, now)
    open_until = now - (period.first - before.first)
    return Span(whole.start, max(whole.start, min(whole.end, open_until)))


@dataclass(frozen=True, slots=True)
class Share:
    """So many of so many."""

    part: int = 0
    whole: int = 0

    @property
    def percent(self) -> int | None:
        """As a whole number; None of nothing."""
        return round(100 * self.part / self.whole) if self.whole else None


@dataclass(frozen=True, slots=True)
class Mean:
    """A mean or score over so many; without a value when there are none, or too few to be told."""

    value: float | None = None
    n: int = 0


@dataclass(frozen=True, slots=True)
class Batch:
    """Answers that were counted together, of at least five people: how many, their sum, and of answers from 0 to 10
    those who recommend and those who don't. One answer can't be had by taking one total from another."""

    role: str
    question: str
    n: int
    total: int
    promoters: int = 0
    detractors: int = 0


@dataclass(frozen=True, slots=True)
class Stock:
    """How a programme stands at a moment."""

    participants: int = 0
    match_rate: Share = Share()
    active_pairs: Share = Share()
    at_risk: Share = Share()
    free_capacity: int = 0
    goal_progress: Mean = Mean()


@dataclass(frozen=True, slots=True)
class Flow:
    """What happened in a programme in a span of time."""

    session_completion: Share = Share()
    checkin_response: Share = Share()
    undelivered: int = 0
    goals_active: int = 0
    goals_set: int = 0
    goals_reached: int = 0
    answers: tuple[Batch, ...] = ()


@dataclass(frozen=True, slots=True)
class Figures:
    """All that is measured of a programme in one span of time; what stands for a moment is that at its end."""

    stock: Stock = Stock()
    flow: Flow = Flow()


@dataclass(frozen=True, slots=True)
class Compared:
    """Figures of a period, and of the time before it; how a programme stands is told as of a moment, `standing`."""

    period: Period
    now: Figures
    before: Figures | None = None
    standing: datetime | None = None


# How a figure changed


def change(now: float | None, before: float | None) -> float | None:
    """By how much; None where one of the two is not told."""
    return None if now is None or before is None else round(now - before, 1)


def told(mean: Mean, least: int = FEWEST) -> Mean:
    """A mean of answers, unless it comes from too few people."""
    return mean if mean.n >= least else Mean(None, mean.n)


# Answers about the two of a pair, and about the programme


def relationship(batches: Iterable[Batch]) -> Mean:
    """The mean of answers from 1 to 5 to how the mentoring with the other is going; each person's newest of each
    batch."""
    known = [each for each in batches if each.question == "score"]
    n = sum(each.n for each in known)
    return Mean(sum(each.total for each in known) / n if n else None, n)


def nps(batches: Iterable[Batch]) -> Mean:
    """Percent of those who answer 9 or 10 less percent of those who answer 0 to 6, to how likely they would recommend
    the programme: from -100 to 100."""
    known = [each for each in batches if each.question == "recommend"]
    n = sum(each.n for each in known)
    more = sum(each.promoters - each.detractors for each in known)
    return Mean(100 * more / n if n else None, n)


@dataclass(frozen=True, slots=True)
class Given:
    """An answer that waits to be counted: by whom, in which week (its Monday), and the number."""

    person: int
    week: date
    value: int


def batched(answers: Iterable[Given]) -> list[tuple[date, tuple[Given, ...]]]:
    """Whole weeks put together until five people have answered; each person's newest counts. What is left waits for
    another week. Gives the last week of each."""
    batches, open_ = [], dict[int, Given]()
    ordered = sorted(answers, key=lambda each: each.week)
    for place, each in enumerate(ordered):
        open_[each.person] = each
        over = place + 1 == len(ordered) or ordered[place + 1].week != each.week
        if over and len(open_) >= FEWEST:
            batches.append((each.week, tuple(open_.values())))
            open_ = {}
    return batches


def batch_of(role: str, question: str, answers: Iterable[Given]) -> Batch:
    """Answers to one question by people of one role, counted."""
    values = [each.value for each in answers]
    counted = values if question == "recommend" else []
    promoters, detractors = sum(value >= 9 for value in counted), sum(value <= 6 for value in counted)
    return Batch(role, question, len(values), sum(values), promoters, detractors)


def monday(moment: datetime) -> date:
    """The week a moment is in, counted in UTC: the same for all programmes."""
    day = local_date(moment, "UTC")
    return day - day.weekday() * DAY


# Times


def median(spans: Sequence[timedelta]) -> timedelta | None:
    """The middle one; of two the earlier."""
    return sorted(spans)[(len(spans) - 1) // 2] if spans else None
