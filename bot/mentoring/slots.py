"""Finding a time for two: hours that suit both, and what speaks against a moment."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.mentoring.calendar import Quiet, allowed_at, local, local_date
from bot.mentoring.people import Person
from bot.mentoring.sessions import FURTHEST, Hours, Seat, Span, overlap

AHEAD = timedelta(hours=4)  # the earliest moment that is suggested
LOOK = 14  # days in which moments are suggested
SUGGESTED = 6
CLOCKS = (time(19), time(16), time(20), time(10), time(13))  # suggested where nobody's habits are known
PARTS = ("morning", "noon", "evening")
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


@dataclass(frozen=True, slots=True)
class Both:
    """Two people who look for a time: me, and what I may know of the other; `mine` are my own sessions."""

    me: Person
    hours: Hours
    mine: tuple[Span, ...]
    now: datetime
    minutes: int = 45

    def trouble(self, moment: datetime) -> str:
        """Why a moment can't be offered at all, or nothing."""
        if moment <= self.now:
            return "past"
        if moment > self.now + FURTHEST:
            return "far"
        if overlap(moment, self.minutes, self.mine):
            return "mine"
        if overlap(moment, self.minutes, self.hours.busy):
            return "theirs"
        if self.hours.paused and (self.hours.until is None or moment < self.hours.until):
            return "paused"
        return ""

    def free(self) -> tuple[datetime, ...]:
        """Moments that suit both, one a day, soonest first; on days both named, else on days one of them did, else on
        any."""
        mine, theirs = set(self.me.about.get("days") or WEEKDAYS), set(self.hours.days or WEEKDAYS)
        days = (mine & theirs) or (mine | theirs)
        found: dict[date, datetime] = {}
        for moment in sorted(self._moments(days), key=lambda each: not self._in_their_part(each)):
            if len(found) < SUGGESTED:
                found.setdefault(local_date(moment, self.me.zone), moment)
        return tuple(sorted(found.values()))

    def _moments(self, days: set[str]) -> Iterator[datetime]:
        for clock in self._clocks():
            yield from self._on(clock, days)

    def _in_their_part(self, moment: datetime) -> bool:
        """Whether it lies in the part of the day they have time in."""
        hour = moment.astimezone(ZoneInfo(self.hours.them.zone)).hour
        return not self.hours.parts or PARTS[bisect((12, 17), hour)] in self.hours.parts

    def _clocks(self) -> Iterator[time]:
        """Clocks to try, on my wall: when both are used to talk to the bot, then the usual ones."""
        seen = set()
        habits = [self.me.checkin_clock] if self.me.about.get("days") else []
        for clock in (*self._theirs(), *habits, *CLOCKS):
            if clock not in seen:
                seen.add(clock)
                yield clock

    def _theirs(self) -> Iterator[time]:
        if self.hours.clock and self.hours.days:
            there = local(local_date(self.now, self.hours.them.zone), self.hours.clock, self.hours.them.zone)
            yield _wall(there, self.me.zone)

    def _on(self, clock: time, days: set[str]) -> Iterator[datetime]:
        today = local_date(self.now, self.me.zone)
        for day in (today + timedelta(days=ahead) for ahead in range(LOOK)):
            moment = local(day, clock, self.me.zone)
            if WEEKDAYS[day.weekday()] in days and moment >= self.now + AHEAD and self._suits(moment):
                yield moment

    def _suits(self, moment: datetime) -> bool:
        """Whether nothing speaks against it and both are awake from beginning to end."""
        mine = Seat(0, "", "", self.me.zone, "", self.me.quiet_from, self.me.quiet_until)
        return not self.trouble(moment) and not any(
            rests(moment, each, self.minutes) for each in (mine, self.hours.them)
        )


def rests(moment: datetime, seat: Seat, minutes: int) -> bool:
    """Whether a session would reach into somebody's quiet hours or the Friday prayer."""
    quiet = Quiet(seat.quiet_from, seat.quiet_until)
    last = moment + timedelta(minutes=minutes - 1)
    return any(allowed_at(each, seat.zone, quiet) != each for each in (moment, last))


def _wall(moment: datetime, zone: str) -> time:
    return moment.astimezone(ZoneInfo(zone)).time().replace(tzinfo=None)
