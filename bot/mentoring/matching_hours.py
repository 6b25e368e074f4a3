"""When somebody has time, as the quarters of one week of the world's clock; what two have in common is what both have.

A week is told by its Monday; clock times are on each one's own wall, as that wall runs in that very week.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache

from bot.mentoring.calendar import DAY, local

QUARTERS = 4  # an hour
WEEK = 7 * 24 * QUARTERS
MANY = 16_384
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
PARTS = {"morning": (time(0), time(12)), "noon": (time(12), time(17)), "evening": (time(17), time(0))}
WHOLE = (time(0), time(0))


def monday(moment: datetime) -> date:
    """The Monday after a moment: the first week that two people could use."""
    day = moment.astimezone(UTC).date()
    return day + timedelta(days=7 - day.weekday())


@lru_cache(MANY)
def free_quarters(
    days: Collection[str], parts: Collection[str], zone: str, awake: tuple[time, time], week: date
) -> int:
    """The quarters of this week in which somebody has time, one bit each: on their days, in those parts of the day, out
    of their quiet hours. Who named no days has time on all, who named no parts at any hour."""
    free = 0
    for start, end in _spans(days or WEEKDAYS, parts, zone, week):
        free |= _bits(start, end, week)
    if awake[0] == awake[1]:
        return free
    up = 0
    for start, end in _on_days(WEEKDAYS, awake, zone, week):
        up |= _bits(start, end, week)
    return free & up


def _spans(days: Collection[str], parts: Collection[str], zone: str, week: date) -> Iterator[tuple[datetime, datetime]]:
    for clocks in [PARTS[part] for part in parts if part in PARTS] or [WHOLE]:
        yield from _on_days(days, clocks, zone, week)


def _on_days(
    days: Collection[str], clocks: tuple[time, time], zone: str, week: date
) -> Iterator[tuple[datetime, datetime]]:
    """From the one clock to the other on such days, also on those of the weeks before and after that reach in."""
    for ahead in range(-1, 8):
        day = week + timedelta(days=ahead)
        if WEEKDAYS[day.weekday()] in days:
            last = day + DAY if clocks[1] <= clocks[0] else day
            yield local(day, clocks[0], zone), local(last, clocks[1], zone)


def _bits(start: datetime, end: datetime, week: date) -> int:
    first = max(0, _quarter(start, week))
    last = min(WEEK, _quarter(end, week))
    return ((1 << (last - first)) - 1) << first if last > first else 0


def _quarter(moment: datetime, week: date) -> int:
    begins = datetime.combine(week, time(0), UTC)
    return int((moment - begins).total_seconds() // (3600 // QUARTERS))


def overlap(one: int, other: int) -> float:
    """How many hours a week both have time."""
    return (one & other).bit_count() / QUARTERS
