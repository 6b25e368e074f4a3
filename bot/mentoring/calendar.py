"""Wall clocks and quiet hours: when something comes next where a person lives, and when it may reach them.

Moments are aware datetimes, given back in UTC; days and clock times are on the wall of the zone named beside them.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from babel.dates import format_date, format_time

from bot.mentoring.zones import zone_label

DAY = timedelta(days=1)
FRIDAY = 4  # Monday is 0
FRIDAY_PRAYER = (time(11, 30), time(13))
RAMADAN = ((time(3), time(5)), (time(17, 30), time(19, 30)))  # the meal before the fast, and its end with the prayers
TONIGHT = time(19, 30)
TONIGHT_UNTIL = time(19)  # after this "tonight" is tomorrow's
MORNING = time(9)
MANY = 1024  # answers remembered: people reminded at one moment share zone, clock and quiet hours

Fast = tuple[date, date]  # first and last day


@dataclass(frozen=True, slots=True)
class Quiet:
    """Hours in which nobody is written to, over midnight if they end before they start; none if both are the same."""

    start: time = time(21)
    end: time = time(7)


@dataclass(frozen=True, slots=True)
class _Closed:
    """The windows in which somebody must not be written to."""

    zone: str
    quiet: Quiet
    friday: bool
    ramadan: Fast | None

    def around(self, moment: datetime) -> Iterator[tuple[datetime, datetime]]:
        """Every window that may hold a moment: those of its day and the night before."""
        today = local_date(moment, self.zone)
        return self.windows(today - DAY, today, today + DAY)

    def windows(self, *days: date) -> Iterator[tuple[datetime, datetime]]:
        """The windows that begin on these days. If clocks go back inside one, it lasts until its end comes again."""
        for day in days:
            for start, end in self._clocks(day):
                last = day + DAY if end <= start else day
                window = local(day, start, self.zone), _moment(last, end, self.zone, fold=1)
                if window[0] < window[1]:
                    yield window

    def _clocks(self, day: date) -> Iterator[tuple[time, time]]:
        if self.quiet.start != self.quiet.end:
            yield self.quiet.start, self.quiet.end
        if self.friday and day.weekday() == FRIDAY:
            yield FRIDAY_PRAYER
        if self.ramadan and self.ramadan[0] <= day <= self.ramadan[1]:
            yield from RAMADAN


@lru_cache(MANY)
def local(day: date, clock: time, zone: str) -> datetime:
    """The moment of a wall clock: the first of two when clocks go back, the first there is when they skip it."""
    return _moment(day, clock, zone, fold=0)


def local_date(moment: datetime, zone: str) -> date:
    """The day it is somewhere."""
    return _wall(moment, zone).date()


def next_daily(after: datetime, clock: time, zone: str) -> datetime:
    """The next time a wall shows this clock, strictly after a moment."""
    day = local_date(after, zone)
    return _first_after(after, (local(day + ahead * DAY, clock, zone) for ahead in range(3)))


@lru_cache(MANY)
def next_weekly(after: datetime, weekday: int, clock: time, zone: str) -> datetime:
    """The next such weekday (Monday is 0) and clock, strictly after a moment: the same wall time all year."""
    day = local_date(after, zone)
    first = day + (weekday - day.weekday()) % 7 * DAY
    return _first_after(after, (local(first + ahead * 7 * DAY, clock, zone) for ahead in range(3)))


def next_monthly(after: datetime, day: int, clock: time, zone: str) -> datetime:
    """The next such day of a month, strictly after a moment; the 31st is the last day of a shorter month."""
    today = local_date(after, zone)
    months = (today.year * 12 + today.month - 1 + ahead for ahead in range(3))
    return _first_after(after, (local(_day_of_month(month, day), clock, zone) for month in months))


@lru_cache(MANY)
def allowed_at(
    moment: datetime,
    zone: str,
    quiet: Quiet,
    friday: bool = True,  # noqa: FBT001, FBT002 - callers hand on what a plan says, in its order
    ramadan: Fast | None = None,
) -> datetime:
    """The earliest moment from this one on outside quiet hours, Friday prayer, and the meals and prayers of Ramadan."""
    closed = _Closed(zone, quiet, friday, ramadan)
    moment = _aware(moment)
    while ends := [end for start, end in closed.around(moment) if start <= moment < end]:
        moment = max(ends)
    return moment


@lru_cache(MANY)
def quiet_begins(
    moment: datetime,
    zone: str,
    quiet: Quiet,
    friday: bool = True,  # noqa: FBT001, FBT002 - as above
    ramadan: Fast | None = None,
) -> datetime | None:
    """When writing must stop again, from the first allowed moment on; None if nothing closes."""
    moment = allowed_at(moment, zone, quiet, friday, ramadan)
    today = local_date(moment, zone)
    days = [today + ahead * DAY for ahead in range(8)] + ([ramadan[0]] if ramadan else [])
    starts = (start for start, _ in _Closed(zone, quiet, friday, ramadan).windows(*days))
    return min((start for start in starts if start > moment), default=None)


def later(
    choice: str,
    now: datetime,
    zone: str,
    quiet: Quiet,
    friday: bool = True,  # noqa: FBT001, FBT002 - as above
    ramadan: Fast | None = None,
) -> datetime:
    """When to ask again: "hour", "tonight" (half past seven), "tomorrow" (at nine), "week"; never in quiet hours."""
    wall = _wall(now, zone)
    today, clock = wall.date(), wall.time()
    match choice:
        case "hour":
            moment = _aware(now) + timedelta(hours=1)
        case "tonight":
            moment = local(today + (clock > TONIGHT_UNTIL) * DAY, TONIGHT, zone)
        case "tomorrow":
            moment = local(today + DAY, MORNING, zone)
        case "week":
            moment = local(today + 7 * DAY, clock, zone)
        case _:
            raise ValueError(f"later is hour, tonight, tomorrow or week, not {choice!r}")
    return allowed_at(moment, zone, quiet, friday, ramadan)


def week_key(moment: datetime, zone: str) -> str:
    """The ISO week it is somewhere: "2026-W48"."""
    year, week, _ = local_date(moment, zone).isocalendar()
    return f"{year}-W{week:02}"


def day_key(moment: datetime, zone: str) -> str:
    """The day it is somewhere: "2026-12-03"."""
    return local_date(moment, zone).isoformat()


def friendly(moment: datetime, zone: str, locale: str, now: datetime, style: str = "full") -> str:
    """A moment as people write it: "Kam 3 Des, 19.00 WIB"; style "day" and "clock" are the parts around the comma."""
    wall = _wall(moment, zone)
    clock = f"{friendly_clock(wall.time(), locale)} {zone_label(zone, moment, locale)}"
    day = friendly_day(wall.date(), locale, local_date(now, zone))
    return {"day": day, "clock": clock}.get(style, f"{day}, {clock}")


def friendly_day(day: date, locale: str, today: date) -> str:
    """A day as people write it, "Kam 3 Des", with its year unless that is today's."""
    return format_date(day, "EEE d MMM" if day.year == today.year else "EEE d MMM y", locale=_cldr(locale))


def friendly_clock(clock: time, locale: str) -> str:
    """A clock time as people write it: "19.00" or "7:00 pm"."""
    return format_time(clock, {"id": "HH.mm", "en_GB": "h:mm a"}.get(_cldr(locale), "short"), locale=_cldr(locale))


def _cldr(locale: str) -> str:
    """Babel's name of a language; English as people outside America write it: day first, "pm"."""
    name = locale.replace("-", "_")
    return {"en": "en_GB", "id_ID": "id"}.get(name, name)


def _aware(moment: datetime) -> datetime:
    """A naive datetime would silently be read on the server's clock."""
    if moment.tzinfo is None:
        raise ValueError(f"{moment} has no zone")
    return moment.astimezone(UTC)


def _wall(moment: datetime, zone: str) -> datetime:
    return _aware(moment).astimezone(ZoneInfo(zone))


def _moment(day: date, clock: time, zone: str, fold: int) -> datetime:
    """A wall clock's moment; of two, the one `fold` names. A skipped one has its two readings the wrong way round."""
    wall = datetime.combine(day, clock.replace(tzinfo=None, fold=0), ZoneInfo(zone))
    first, second = wall.astimezone(UTC), wall.replace(fold=1).astimezone(UTC)
    if second < first:
        return _change(second, first, ZoneInfo(zone))
    return second if fold else first


def _change(before: datetime, after: datetime, zone: ZoneInfo) -> datetime:
    """The second between two moments at which a zone's clocks change."""
    start, span = before.replace(microsecond=0), int((after - before).total_seconds())
    old = before.astimezone(zone).utcoffset()
    low, high = 0, span
    while high - low > 1:
        middle = (low + high) // 2
        changed = (start + timedelta(seconds=middle)).astimezone(zone).utcoffset() != old
        low, high = (low, middle) if changed else (middle, high)
    return start + timedelta(seconds=high)


def _first_after(after: datetime, moments: Iterator[datetime]) -> datetime:
    return next(moment for moment in moments if moment > after)


def _day_of_month(month: int, day: int) -> date:
    """A day of the month counted from year 0."""
    year, month = divmod(month, 12)
    return date(year, month + 1, min(day, monthrange(year, month + 1)[1]))
