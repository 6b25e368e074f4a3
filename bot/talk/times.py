"""Questions about days, clock times and where somebody's clock hangs. What is typed is read back before it counts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, time, timedelta
from zoneinfo import ZoneInfo

from bot.errors import Unclear
from bot.mentoring.calendar import local_date
from bot.mentoring.zones import find_zone, is_zone, zone_at, zone_label
from bot.messages import Json, Say, When, Words, say
from bot.talk.clean import clean
from bot.talk.moments import read_clock, read_day
from bot.talk.questions import OTHER, Ear, Option, Question, Unsure, labelled

MOST_READINGS = 4


@dataclass(frozen=True, kw_only=True)
class Day(Question[date]):
    """A date, tapped or typed; not before `first` nor after `last`."""

    first: date
    last: date
    choices: tuple[Option, ...] = ()
    typing: Say = field(default_factory=lambda: say("type-day"))

    def options(self, ticked: Json) -> tuple[Option, ...]:
        return self.choices

    def hear(self, text: str, ear: Ear) -> Json:
        if (slug := labelled(self.choices, text, ear)) is not None:
            return slug
        days = read_day(text, ear.now, ZoneInfo(ear.zone))[:MOST_READINGS]
        if not days:
            raise Unclear(say("unclear-day", heard=clean(text)[:60], example=When(self._example(ear))))
        fitting = [day for day in days if self.first <= day <= self.last]
        if not fitting:
            raise Unclear(self._outside(days[0]))
        raise Unsure(
            say("day-meant"), tuple(Option(day.isoformat(), say("day-option", day=When(day))) for day in fitting)
        )

    def _example(self, ear: Ear) -> date:
        """A day that would do: the next 28th."""
        start = max(self.first, local_date(ear.now, ear.zone))
        return min(self.last, next(day for n in range(31) if (day := start + timedelta(days=n)).day == 28))

    def _outside(self, day: date) -> Say:
        return say("day-outside", day=When(day), first=When(self.first), last=When(self.last))

    def pick(self, option: str) -> Json:
        try:
            return self.load(option).isoformat()
        except ValueError:
            raise Unclear(say("unclear-button")) from None

    def load(self, stored: Json) -> date:
        day = date.fromisoformat(stored) if isinstance(stored, str) else None
        if day is None or not self.first <= day <= self.last:
            raise ValueError(self.key)
        return day

    def guess(self) -> date:
        return self.first

    def shown(self, stored: Json) -> Words:
        return say("day-shown", day=When(date.fromisoformat(stored)))


@dataclass(frozen=True, kw_only=True)
class Clock(Question[time]):
    """A time of day, tapped or typed, between `first` and `last`."""

    choices: Sequence[time] = ()
    first: time = time(0)
    last: time = time(23, 59)
    columns: int = 4
    typing: Say = field(default_factory=lambda: say("type-clock"))

    def options(self, ticked: Json) -> tuple[Option, ...]:
        return tuple(Option(_slug(clock), say("clock-shown", clock=When(clock))) for clock in self.choices)

    def hear(self, text: str, ear: Ear) -> Json:
        read = read_clock(text)
        if not read:
            raise Unclear(say("unclear-clock", heard=clean(text)[:60]))
        fitting = [clock for clock in read if self.first <= clock <= self.last]
        if not fitting:
            raise Unclear(say("clock-outside", clock=When(read[0]), first=When(self.first), last=When(self.last)))
        if len(fitting) > 1:
            raise Unsure(
                say("clock-meant"),
                tuple(Option(_slug(clock), say("clock-shown", clock=When(clock))) for clock in fitting),
            )
        return fitting[0].strftime("%H:%M")

    def pick(self, option: str) -> Json:
        try:
            return self.load(f"{option[:2]}:{option[2:]}").strftime("%H:%M")
        except ValueError:
            raise Unclear(say("unclear-button")) from None

    def load(self, stored: Json) -> time:
        clock = time.fromisoformat(stored) if isinstance(stored, str) else None
        if clock is None or not self.first <= clock <= self.last:
            raise ValueError(self.key)
        return clock

    def guess(self) -> time:
        return self.first

    def shown(self, stored: Json) -> Words:
        return say("clock-shown", clock=When(time.fromisoformat(stored)))


def _slug(clock: time) -> str:
    return clock.strftime("%H%M")  # a colon would end the slug in button data


INDONESIAN = (("wib", "Asia/Jakarta"), ("wita", "Asia/Makassar"), ("wit", "Asia/Jayapura"))


@dataclass(frozen=True, kw_only=True)
class Zone(Question[str]):
    """A time zone: three buttons for Indonesia, any city typed, or a shared location."""

    columns: int = 1
    typing: Say = field(default_factory=lambda: say("type-city"))

    def options(self, ticked: Json) -> tuple[Option, ...]:
        return (*(Option(slug, say(f"zone-{slug}")) for slug, _ in INDONESIAN), Option(OTHER, say("button-other-city")))

    def hear(self, text: str, ear: Ear) -> Json:
        found = find_zone(text)
        if not found:
            raise Unclear(say("unclear-zone", heard=clean(text)[:60]))
        if len(found) > 1:
            raise Unsure(
                say("zone-meant"),
                tuple(Option(_zone_slug(zone), zone_label(zone, ear.now, ear.locale)) for zone in found),
            )
        return found[0]

    def hear_place(self, latitude: float, longitude: float) -> Json:
        zone = zone_at(latitude, longitude)
        if zone is None:
            raise Unclear(say("unclear-location"))
        return zone

    def pick(self, option: str) -> Json:
        zone = dict(INDONESIAN).get(option) or (option if is_zone(option) else next(iter(find_zone(option)), ""))
        if not zone:
            raise Unclear(say("unclear-button"))
        return zone

    def load(self, stored: Json) -> str:
        if not isinstance(stored, str) or not is_zone(stored):
            raise ValueError(self.key)
        return stored

    def guess(self) -> str:
        return INDONESIAN[0][1]

    def shown(self, stored: Json) -> Words:
        names: dict[str, Words] = {zone: say(f"zone-{slug}") for slug, zone in INDONESIAN}
        return names.get(stored) or str(stored).rpartition("/")[2].replace("_", " ")


def _zone_slug(zone: str) -> str:
    return zone if len(zone) <= 24 else zone.rpartition("/")[2][:24]
