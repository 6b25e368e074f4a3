"""When what comes next falls due: on the wall clock of its person, one row ahead."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta

from bot.mentoring.calendar import local, local_date, next_weekly
from bot.mentoring.due import Due
from bot.mentoring.people import Person
from bot.mentoring.plans import Plan, Series

SETTLE = timedelta(days=2)  # between joining and the first check-in
EARLY = timedelta(days=2)  # a check-in counts for its week from so long before its moment


def of_series(due: Due, kind: str, plan: Plan, step: int, anchor: datetime, person: Person) -> Due:
    at = series_moment(plan.reminders[kind], step, anchor, person)
    return Due(0, kind, due.person, at, at, anchor, due.subject, step, due.version)


def series_moment(series: Series, step: int, anchor: datetime, person: Person) -> datetime:
    """When a step of a series comes due: so long after its anchor, at the series' clock time if it has one."""
    moment = anchor + series.after[step]
    return local(local_date(moment, person.zone), series.at, person.zone) if series.at else moment


def next_checkin(person: Person, after: datetime) -> Due:
    """The next weekly invitation strictly after a moment; its subject is the local date it is for."""
    at = next_weekly(after, person.checkin_day, person.checkin_clock, person.zone)
    return Due(0, "checkin", person.id, at, at, at, local_date(at, person.zone).isoformat())


def next_digest(person: Person, after: datetime) -> Due:
    """A mentor's next weekly digest strictly after a moment; its subject is its local date."""
    return replace(next_checkin(person, after), kind="digest")


def occurrence_at(person: Person, now: datetime) -> date:
    """Which week's check-in an answer given now counts for: the latest planned one, or the next from EARLY before
    it."""
    coming = next_weekly(now, person.checkin_day, person.checkin_clock, person.zone)
    day = local_date(coming, person.zone)
    return day if coming - now <= EARLY else day - timedelta(days=7)


def on_joining(person: Person, plan: Plan, now: datetime) -> tuple[Due, ...]:
    """What is planned for a mentee who has just joined."""
    first = [
        of_series(Due(0, kind, person.id, now, now, now), kind, plan, 0, now, person)
        for kind in ("welcome", "goal-missing")
    ]
    return (*first, next_checkin(person, now + SETTLE))


def on_step(person: Person, plan: Plan, step: int, due: date) -> Due:
    """The reminder of the day a step is due."""
    clock = plan.reminders["step-due"].at or time(9)
    at = local(due, clock, person.zone)
    return Due(0, "step-due", person.id, at, at, at, str(step))


def on_goal(person: Person, plan: Plan, goal: int, due: date) -> Due:
    """The question that follows a goal's target date."""
    anchor = local(due, time(12), person.zone)
    at = series_moment(plan.reminders["goal-due"], 0, anchor, person)
    return Due(0, "goal-due", person.id, at, at, anchor, str(goal), 0, due.isoformat())


def on_pause(person: Person, plan: Plan, until: datetime) -> Due:
    """The end of a pause."""
    at = series_moment(plan.reminders["back"], 0, until, person)
    at = at if at >= until else series_moment(plan.reminders["back"], 0, until + timedelta(days=1), person)
    return Due(0, "back", person.id, at, at, until)


def on_opening(talk: int, person: int, plan: Plan, now: datetime) -> Due:
    """The gentle reminder of a conversation left in the middle."""
    at = now + plan.reminders["idle"].after[0]
    return Due(0, "idle", person, at, at, at, str(talk))
