"""What one phrase about days and times says: a slot, built from the words a rule found and the reader's present."""

import calendar
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta, timezone

PAGI, SIANG, SORE, MALAM = "pagi", "siang", "sore", "malam"
PART_ENDS = {PAGI: 11, SIANG: 15, SORE: 19, MALAM: 24}  # the hour from which "this morning" is over
SUNDAY = "6"
SOON = timedelta(days=60)
FURTHEST = timedelta(days=3660)


@dataclass(frozen=True)
class Clock:
    hour: int
    minute: int = 0
    sure: bool = False  # written so that 7 cannot mean 19
    part: str | None = None  # a part of the day, or am / pm


@dataclass(frozen=True)
class Slot:
    """What one phrase says; void when it names what no calendar or clock has, or what is over."""

    weight: int = 0  # how sure its phrase is of being a time, see moment_rules
    days: tuple[date, ...] | None = None  # the days meant when it stands alone, likeliest first
    fits: Callable[[date], bool] = lambda _: False  # the days it allows beside another
    grain: int = 0  # 0 a date, 1 a weekday, 2 a week or month: no day of its own beside a day
    clocks: tuple[Clock, ...] = ()
    part: str | None = None
    offset: timezone | None = None
    instant: datetime | None = None
    void: bool = False


@dataclass(frozen=True)
class Here:
    """The reader's present: an aware datetime in their zone."""

    now: datetime

    @property
    def today(self) -> date:
        return self.now.date()

    @property
    def monday(self) -> date:
        return self.today - timedelta(days=self.today.weekday())


Said = dict[str, str | None]
Build = Callable[[Said, Here], Slot]

VOID = Slot(void=True)


def day_or_none(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def later_month(day: date, months: int) -> date:
    """The same day so many months on, or that month's last."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def unique(days: Iterable[date]) -> tuple[date, ...]:
    return tuple(dict.fromkeys(days))


def _on(*days: date) -> Slot:
    return Slot(days=unique(days), fits=lambda day: day in days)


def _number(said: Said, name: str) -> int:
    return int(said.get(name) or 0)


# Clocks


def _clock_slot(*clocks: Clock) -> Slot:
    return Slot(clocks=clocks)


def clock(said: Said, _: Here) -> Slot:
    spoken = [(said["h"], said.get("m"))]
    if said.get("h2"):
        spoken.append((said["h2"], said.get("m2")))
    clocks = [_spoken(hour or "", minute, _part(said)) for hour, minute in spoken]
    return _clock_slot(*(clock for clock in clocks if clock)) if all(clocks) else VOID


def _spoken(hour: str, minute: str | None, part: str | None) -> Clock | None:
    if hour == "24" and minute in (None, "00"):
        return Clock(0, 0, True, MALAM)
    if int(hour) > 23 or int(minute or 0) > 59 or (part == "am" and int(hour) > 12):
        return None
    sure = int(hour) > 12 or hour[0] == "0" or (len(hour) == 2 and minute is not None)
    return Clock(int(hour), int(minute or 0), sure, part)


def _part(said: Said) -> str | None:
    return (said.get("part") or "").removeprefix("P") or None


def around(said: Said, _: Here) -> Slot:
    """'8 kurang 15', 'quarter past 7', 'setengah 8' (which is half to eight)."""
    hour, word = _number(said, "h"), said.get("add") or "half"
    added = {"half": 30, "setengah": 30, "quarter": 15}.get(word) or int(word)
    if not 1 <= hour <= 24 or added > 59:
        return VOID
    sign = 1 if said["sign"] in ("past", "lewat") else -1
    hour, minute = divmod((hour * 60 + sign * added) % 1440, 60)
    return _clock_slot(Clock(hour or 12, minute, hour > 12, _part(said)))


def named(clock: Clock) -> Build:
    return lambda said, here: _clock_slot(clock)


_PRAYERS = {"subuh": (4, 30), "zuhur": (12, 0), "asar": (15, 0), "magrib": (18, 0), "isya": (19, 0)}


def prayer(said: Said, _: Here) -> Slot:
    """A usual hour, half an hour later when it is after the prayer; the true one differs by place and season."""
    hour, minute = _PRAYERS[said["prayer"] or ""]
    late = hour * 60 + minute + (30 if said["after"] else 0)
    return _clock_slot(Clock(late // 60, late % 60, sure=True))


# Days


def dated(said: Said, here: Here) -> Slot:
    day, month, year = _number(said, "d"), _number(said, "mo"), _number(said, "y")
    if year and day <= 12 < month:
        day, month = month, day  # only the American order makes it a date
    year += 2000 if 0 < year < 100 else 0
    years = [year] if year else range(here.today.year, here.today.year + 9)
    found = (day_or_none(number, month, day) for number in years)
    return _first_ahead(found, here)


def slashed(said: Said, here: Here) -> Slot:
    """'8/10' alone may be a score; it is a date beside a time, when soon, or when no score is written so."""
    slot = dated(said, here)
    sure = _number(said, "d") > _number(said, "mo") or (slot.days and slot.days[0] <= here.today + SOON)
    return slot if sure else replace(slot, weight=-1)


def _first_ahead(days: Iterable[date | None], here: Here) -> Slot:
    ahead = (day for day in days if day and here.today <= day <= here.today + FURTHEST)
    first = next(ahead, None)
    return _on(first) if first else VOID


def day_of_month(said: Said, here: Here) -> Slot:
    number = _number(said, "d")
    months = (later_month(here.today.replace(day=1), n) for n in range(13))
    slot = _first_ahead((day_or_none(month.year, month.month, number) for month in months), here)
    return replace(slot, fits=lambda day: day.day == number)


def in_days(count: int) -> Build:
    return lambda said, here: _on(here.today + timedelta(days=count))


def weekday(said: Said, here: Here) -> Slot:
    number = _number(said, "w")
    ahead = (number - here.today.weekday()) % 7
    days = [here.today + timedelta(days=ahead), here.today + timedelta(days=7)]
    return Slot(days=tuple(days[: 1 if ahead else 2]), fits=lambda day: day.weekday() == number, grain=1)


def next_weekday(said: Said, here: Here) -> Slot:
    """'kamis depan': of next week for most people, the very next Thursday for some, never today."""
    number = _number(said, "w")
    there = here.monday + timedelta(days=7 + number)
    week = timedelta(days=7)
    other = there - week if there - week > here.today else there + week
    days = (there,) if there - week == here.today else (there, other)
    return Slot(days=days, fits=lambda day: day.weekday() == number, grain=1)


def eve(said: Said, here: Here) -> Slot:
    """'malam minggu' is Saturday night to most, Sunday night to some."""
    number = int(said.get("w") or SUNDAY)
    day = here.today + timedelta(days=(number - here.today.weekday()) % 7)
    eve = day - timedelta(days=1) if day > here.today else day + timedelta(days=6)
    return replace(_on(eve, day), part=MALAM)


def sunday(said: Said, here: Here) -> Slot:
    return weekday({"w": SUNDAY}, here)


def next_sunday(said: Said, here: Here) -> Slot:
    return next_weekday({"w": SUNDAY}, here)


def week(shift: int) -> Build:
    def build(said: Said, here: Here) -> Slot:
        monday = here.monday + timedelta(days=7 * shift)
        sunday = monday + timedelta(days=6)
        days = (here.today + timedelta(days=7), monday, sunday) if shift else (sunday,)
        return Slot(days=days, fits=lambda day: monday <= day <= sunday, grain=2)

    return build


def weekend(shift: int) -> Build:
    def build(said: Said, here: Here) -> Slot:
        saturday = here.monday + timedelta(days=5 + 7 * shift)
        return _on(*(day for day in (saturday, saturday + timedelta(days=1)) if day >= here.today))

    return build


def month(shift: int) -> Build:
    def build(said: Said, here: Here) -> Slot:
        same = later_month(here.today, shift)
        last = _edge_of("akhir", same.year, same.month)
        days = (same, last) if shift else ()
        return Slot(days=days, fits=lambda day: (day.year, day.month) == (same.year, same.month), grain=2)

    return build


def _edge_of(edge: str, year: int, month: int) -> date:
    return date(year, month, {"awal": 1, "tengah": 15}.get(edge) or calendar.monthrange(year, month)[1])


def edge(said: Said, here: Here) -> Slot:
    """The beginning, middle or end of a month or year: its 1st, 15th or last day."""
    edge, year = said.get("edge") or "akhir", _number(said, "y")
    shifted = "next" in (said.get("shift"), said.get("shift2")) or said.get("shift2") == "depan"
    if year and not here.today.year <= year <= here.today.year + 10:
        return VOID
    if said.get("what") == "bulan":
        months = [later_month(here.today, n) for n in range(shifted, 1 if said.get("shift2") == "ini" else 3)]
        return _first_ahead((_edge_of(edge, day.year, day.month) for day in months), here)
    month = _number(said, "mo") or {"awal": 1, "tengah": 6, "akhir": 12}[edge]
    years = [year] if year else range(here.today.year + shifted, here.today.year + 3)
    return _first_ahead((_edge_of(edge, number, month) for number in years if 1 <= month <= 12), here)


def span(said: Said, here: Here) -> Slot:
    count = float((said["n"] or "").replace(",", "."))
    minutes = {"menit": 1, "jam": 60}.get(said["u"] or "")
    if minutes:
        return _instant(timedelta(minutes=int(count * minutes) + _number(said, "n2")), here)
    days = {"hari": 1, "minggu": 7, "pekan": 7, "bulan": 30, "tahun": 365}[said["u"] or ""] * count
    if count != int(count) or not 0 < days <= FURTHEST.days:
        return VOID
    months = {"bulan": 1, "tahun": 12}.get(said["u"] or "")
    return _on(later_month(here.today, int(count) * months) if months else here.today + timedelta(days=days))


def _instant(ahead: timedelta, here: Here) -> Slot:
    if not timedelta() < ahead <= FURTHEST:
        return VOID
    then = (here.now.astimezone(UTC) + ahead).astimezone(here.now.tzinfo)
    return Slot(instant=then.replace(second=0, microsecond=0))


# Parts of a day and zones


def only_part(said: Said, _: Here) -> Slot:
    return Slot(part=_part(said))


def this_part(said: Said, here: Here) -> Slot:
    return replace(_on(here.today), part=_part(said))


def coming_part(said: Said, here: Here) -> Slot:
    over = here.now.hour >= PART_ENDS[_part(said) or MALAM]
    return replace(_on(here.today + timedelta(days=over)), part=_part(said))


def zone(said: Said, _: Here) -> Slot:
    ahead = timedelta(hours=_number(said, "zh"), minutes=_number(said, "zm"))
    if ahead > timedelta(hours=14):
        return VOID
    return Slot(offset=timezone(-ahead if said["sign"] == "M" else ahead))
