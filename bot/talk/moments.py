"""Days and times people type, in Indonesian and English, mixed too: a message -> every reading of it, likeliest first.

The message is rewritten in tags (moment_words), phrases become slots (moment_rules, moment_slots), and slots that stand
together are combined here. Where a message could be something else ("8/10", "may i ask", "bab 3") nothing is read.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta, timezone
from itertools import chain, groupby
from zoneinfo import ZoneInfo

from bot.talk import moment_rules as rules
from bot.talk.moment_slots import FURTHEST, MALAM, PAGI, PART_ENDS, SIANG, SORE, Clock, Here, Slot, unique
from bot.talk.moment_words import FILLERS, canonical

MOST = 6  # readings given back; more is no answer but a menu
NIGHT_ENDS = 5  # "besok jam 1 malam" is past midnight, so the day after tomorrow, until this hour

# The usual hour of a part of the day, where an hour is needed and none was said.
USUAL = {PAGI: time(9), SIANG: time(13), SORE: time(16), MALAM: time(19)}

# What the hour on a twelve-hour face becomes; hours left out stay as they are.
_TURNS = {
    PAGI: {12: 0},
    SIANG: {hour: hour + 12 for hour in range(1, 7)},
    SORE: {hour: hour + 12 for hour in range(1, 8)},
    MALAM: {12: 0, **{hour: hour + 12 for hour in range(5, 12)}},
    "am": {12: 0},
    "pm": {hour: hour + 12 for hour in range(1, 12)},
}


@dataclass(frozen=True)
class Moment:
    """A local day, with a clock or a part of the day where one was named, and a zone where one was."""

    day: date
    clock: time | None = None
    part: str | None = None  # pagi, siang, sore or malam, when only that was named
    offset: timezone | None = None

    def at(self, zone: ZoneInfo) -> datetime | None:
        """The aware moment on the zone's clock, a part of the day at its usual hour; None if only a day was named.

        An hour that a change to summer time skips is read as many minutes after the change.
        """
        clock = self.clock or USUAL.get(self.part or "")
        if clock is None:
            return None
        return datetime.combine(self.day, clock, self.offset or zone).astimezone(UTC).astimezone(zone)


@dataclass(frozen=True)
class _Told:
    """What belongs together in a message: slots that stand side by side, or the sides of an 'atau'."""

    slots: tuple[Slot, ...]

    @property
    def void(self) -> bool:
        return any(slot.void for slot in self.slots)

    @property
    def dated(self) -> tuple[Slot, ...]:
        return tuple(slot for slot in self.slots if slot.days is not None)

    @property
    def timed(self) -> tuple[Slot, ...]:
        return tuple(slot for slot in self.slots if slot.clocks or slot.part)

    @property
    def clocks(self) -> tuple[Clock, ...]:
        return next((slot.clocks for slot in self.slots if slot.clocks), ())

    @property
    def part(self) -> str | None:
        return next((slot.part for slot in self.slots if slot.part), None)

    @property
    def offset(self) -> timezone | None:
        return next((slot.offset for slot in self.slots if slot.offset), None)

    @property
    def instant(self) -> datetime | None:
        return next((slot.instant for slot in self.slots if slot.instant), None)


def read_moments(text: str, now: datetime, zone: ZoneInfo) -> tuple[Moment, ...]:
    """Every reading of what was typed, likeliest first and at most six; empty when it names no moment ahead.

    `now` is aware; days are those of `zone`. A clock alone is its next time; 7 without pagi or malam gives both.
    """
    here = Here(now.astimezone(zone))
    told = _tell(canonical(text), here, rules.MOMENTS)
    return _shuffled([_readings(each, here, zone) for each in told])


def read_day(text: str, now: datetime, zone: ZoneInfo) -> tuple[date, ...]:
    """The days a message may mean where a day is asked for; also 'Maret' and 'tahun depan' (its last), '3 bulan'."""
    here = Here(now.astimezone(zone))
    told = _tell(canonical(text), here, rules.DEADLINES)
    dated = [_readings(each, here, zone) for each in told if each.dated or each.instant]
    return unique(moment.day for moment in _shuffled(dated))


def read_clock(text: str) -> tuple[time, ...]:
    """The times a message may mean where a time is asked for; also '9', 'tiap jam 9', 'pagi' (its usual hour)."""
    anywhere = Here(datetime(2000, 1, 1, tzinfo=UTC))
    told = _tell(canonical(text, habits=True), anywhere, rules.TIMES)
    return tuple(dict.fromkeys(chain.from_iterable(map(_times_or_usual, told))))[:MOST]


_SPAN = re.compile(
    r"(?:(?:selama|for|dalam|in) )?([0-9]{1,3}) "
    r"(?:(d|hari)|(w|minggu|pekan)|(bulan|mo|m)|(tahun|y))(?: (?:dulu|aja|saja|ya|kak|please|lagi))*"
)
_SIZES = (1, 7, 30, 365)


def read_span(text: str) -> timedelta | None:
    """How long, from a day to a year: '2w', '10 hari', 'sebulan' (30 days), 'a week'; None for all else."""
    match = _SPAN.fullmatch(canonical(text))
    if not match:
        return None
    count, *units = match.groups()
    days = int(count) * sum(size for size, unit in zip(_SIZES, units, strict=True) if unit)
    return timedelta(days=days) if 1 <= days <= 365 else None


# Slots -> what was told


def _tell(said: str, here: Here, grammar: tuple[rules.Rule, ...]) -> list[_Told]:
    """The message cut at each 'atau'; nothing at all when a day or time in it does not exist."""
    found = list(rules.items(said, here, grammar))
    alone = all(isinstance(item, Slot) or item in FILLERS or item == "atau" for item in found)
    sides = [list(side) for cut, side in groupby(found, key=lambda item: item == "atau") if not cut]
    told = list(chain.from_iterable(_side(_runs(side, alone=alone)) for side in sides))
    return [] if any(each.void for each in told) else _shared(told)


def _runs(side: list[rules.Item], *, alone: bool) -> list[_Told]:
    """Slots with at most fillers between them; one too light to be a time is dropped, unless nothing else was said."""
    heard = [item for item in side if item not in FILLERS]
    runs = [_Told(tuple(slots)) for is_slot, slots in _grouped(heard) if is_slot]
    return [run for run in runs if sum(slot.weight for slot in run.slots) >= (0 if alone else 2)]


def _grouped(items: list[rules.Item]) -> Iterable[tuple[bool, list[Slot]]]:
    for is_slot, group in groupby(items, key=lambda item: isinstance(item, Slot)):
        yield is_slot, [item for item in group if isinstance(item, Slot)]


def _side(runs: list[_Told]) -> list[_Told]:
    """Runs that name a day and a time stand for themselves; otherwise pieces make one."""
    with_clock = any(run.clocks for run in runs)
    whole = [run for run in runs if not run.void and (run.instant or (run.dated and (run.clocks or not with_clock)))]
    if whole or not runs:
        return whole
    pieces = runs if any(run.void for run in runs) else _near(runs)
    return [_Told(tuple(chain.from_iterable(run.slots for run in pieces)))]


def _near(runs: list[_Told]) -> list[_Told]:
    """The first clock with the day last named before it, or else the next: 'besok ujian, jumat aku bisa jam 5'."""
    place = next((place for place, run in enumerate(runs) if run.clocks), 0)
    before, after = ([run for run in side if run.dated] for side in (runs[:place], runs[place + 1 :]))
    return [*before[-1:], runs[place], *(after[:1] if not before else [])]


def _shared(told: list[_Told]) -> list[_Told]:
    """'besok pagi atau malam' is one day, 'senin atau selasa jam 7' one time."""
    for place in range(1, len(told)):
        if not told[place].dated and not told[place].instant:
            told[place] = replace(told[place], slots=told[place].slots + told[place - 1].dated)
    timed = [each.timed for each in told if each.timed]
    for place, each in enumerate(told):
        if timed and not each.timed and not each.instant:
            told[place] = replace(each, slots=each.slots + timed[0])
    return told


# What was told -> readings


def _shuffled(readings: list[tuple[Moment, ...]]) -> tuple[Moment, ...]:
    """The likeliest of each alternative first, in the order they were named."""
    ranked = sorted(((rank, moment) for each in readings for rank, moment in enumerate(each)), key=lambda pair: pair[0])
    return tuple(dict.fromkeys(moment for _, moment in ranked))[:MOST]


def _readings(told: _Told, here: Here, zone: ZoneInfo) -> tuple[Moment, ...]:
    if told.instant:
        return (Moment(told.instant.date(), told.instant.time()),)
    times = _times(told)
    if not told.dated:
        return _next_times(times, told.offset, here, zone)
    days = _days(told.dated, here.today)
    found = (moment for day in days for moment in _on(day, times, told))
    return tuple(moment for moment in found if _is_ahead(moment, here, zone))


def _on(day: date, times: tuple[time, ...], told: _Told) -> Iterable[Moment]:
    """The moments of a day; the small hours of its night lie on the next date."""
    if not times:
        yield Moment(day, None, told.part, told.offset)
    for clock in times:
        if clock.hour < NIGHT_ENDS and MALAM in (told.part, *(each.part for each in told.clocks)):
            yield Moment(day + timedelta(days=1), clock, None, told.offset)
        yield Moment(day, clock, None, told.offset)


def _next_times(times: tuple[time, ...], offset: timezone | None, here: Here, zone: ZoneInfo) -> tuple[Moment, ...]:
    """Each clock the next time it comes, the sooner the likelier, but those of the night last."""
    today = here.now.astimezone(offset or zone).date()
    either = [[Moment(today + timedelta(days=n), clock, None, offset) for n in (0, 1)] for clock in times]
    ahead = [next(moment for moment in pair if _is_ahead(moment, here, zone)) for pair in either]
    return tuple(
        sorted(ahead, key=lambda moment: (moment.clock and not 6 <= moment.clock.hour < 22, _utc(moment, zone)))
    )


def _utc(moment: Moment, zone: ZoneInfo) -> datetime:
    """In UTC, since Python compares clocks of one zone as they read, also when they went back in between."""
    return datetime.combine(moment.day, moment.clock or time(), moment.offset or zone).astimezone(UTC)


def _is_ahead(moment: Moment, here: Here, zone: ZoneInfo) -> bool:
    if moment.clock:
        return _utc(moment, zone) > here.now.astimezone(UTC)
    over = moment.part and here.now.hour >= PART_ENDS[moment.part]
    return moment.day >= here.today + timedelta(days=1 if over else 0)


def _days(dated: tuple[Slot, ...], today: date) -> tuple[date, ...]:
    """The days all slots allow; where they disagree ('Senin 8 Desember', a Tuesday) those of each, the date first."""
    alone = unique(chain.from_iterable(slot.days or () for slot in sorted(dated, key=lambda slot: slot.grain)))
    if len(dated) == 1:
        return alone
    agreed = tuple(day for day in alone if all(slot.fits(day) for slot in dated))
    if agreed:
        return agreed
    horizon = (today + timedelta(days=n) for n in range(FURTHEST.days))
    first = next((day for day in horizon if all(slot.fits(day) for slot in dated)), None)
    if first or any(slot.grain == 2 for slot in dated):
        return (first,) if first else ()
    return alone


def _times(told: _Told) -> tuple[time, ...]:
    return tuple(dict.fromkeys(chain.from_iterable(_faces(clock, told.part) for clock in told.clocks)))


def _faces(clock: Clock, part: str | None) -> tuple[time, ...]:
    """One time, or both that a bare 7 may be, that of working hours first."""
    turns = _TURNS.get(clock.part or part or "")
    if turns is not None:
        return (time(turns.get(clock.hour, clock.hour), clock.minute),)
    if clock.sure:
        return (time(clock.hour, clock.minute),)
    both = (time(clock.hour, clock.minute), time((clock.hour + 12) % 24, clock.minute))
    return tuple(sorted(both, key=lambda face: not 7 <= face.hour <= 18))


def _times_or_usual(told: _Told) -> tuple[time, ...]:
    if told.clocks or not told.part:
        return _times(told)
    return (USUAL[told.part],)
