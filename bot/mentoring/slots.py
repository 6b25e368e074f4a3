"""Finding a time for two: hours that suit both, and what speaks against a moment."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.mentoring.calendar import Quiet, allowed_at, local, local_date
from bot.mentoring.people import Person
from bot.mentoring.sessions import FURTHEST, Hours, Seat, Span, overlap

AHEAD = timedelta(hours=4)  # the earliest moment that is suggested
LOOK = 14  # days in which moments are suggested
SUGGESTED = 6
CLOCKS = (time(19), time(16), time(20), time(10), time(13))  # suggested where nobody's habits are known
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
        """Moments that suit both, at most one a day while there are enough days; soonest first."""
        found: list[datetime] = []
        for clock in self._clocks():
            for moment in self._on(clock):
                taken = {local_date(each, self.me.zone) for each in found}
                if len(found) < SUGGESTED and moment not in found and local_date(moment, self.me.zone) not in taken:
                    found.append(moment)
        return tuple(sorted(found))

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

    def _on(self, clock: time) -> Iterator[datetime]:
        today = local_date(self.now, self.me.zone)
        for ahead in range(LOOK):
            moment = local(today + timedelta(days=ahead), clock, self.me.zone)
            if moment >= self.now + AHEAD and not self.trouble(moment) and self._suits(moment):
                yield moment

    def _suits(self, moment: datetime) -> bool:
        mine = Seat(0, "", "", self.me.zone, "", self.me.quiet_from, self.me.quiet_until)
        days = self.me.about.get("days") or ()
        return _wanted(moment, mine, tuple(days), self.minutes) and _wanted(
            moment, self.hours.them, self.hours.days, self.minutes
        )


def _wanted(moment: datetime, seat: Seat, days: tuple[str, ...], minutes: int) -> bool:
    """Whether somebody is awake from beginning to end, on a day they named."""
    day = WEEKDAYS[local_date(moment, seat.zone).weekday()]
    return (not days or day in days) and not rests(moment, seat, minutes)


def rests(moment: datetime, seat: Seat, minutes: int) -> bool:
    """Whether a session would reach into somebody's quiet hours or the Friday prayer."""
    quiet = Quiet(seat.quiet_from, seat.quiet_until)
    last = moment + timedelta(minutes=minutes - 1)
    return any(allowed_at(each, seat.zone, quiet) != each for each in (moment, last))


def _wall(moment: datetime, zone: str) -> time:
    return moment.astimezone(ZoneInfo(zone)).time().replace(tzinfo=None)
