"""What stands behind the figures of a programme: its funnel, its goals, its mentors, twelve weeks of it."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import replace
from datetime import UTC, datetime, time
from typing import Any

from bot.flows.checkin import OBSTACLES
from bot.mentoring.calendar import local, local_date
from bot.mentoring.metrics import DAY, WEEK, Mean, Period, Share, Span, median, monday
from bot.mentoring.privacy import FEWEST
from bot.mentoring.stats import Goals, Mentor, Mentors, Week
from storage.staff import stats_sql as sql
from storage.staff.metrics_each import Scope, free_capacity, goal_progress, goals_counted, metric

RARELY = 8  # mentors that are named
MEMORY = 4 * WEEK  # of which obstacles are counted
WEEKS = 12


@metric("funnel")
def funnel(scope: Scope) -> tuple[int, ...]:
    """Of the mentees ever: invited (personal links, and those who came by a shared code), started enrolling, enrolled,
    matched, first message, first session held, a goal, half-way questions answered, closed at the planned end."""
    return tuple(scope.one(sql.FUNNEL))


@metric("goal-setting")
def goal_setting(scope: Scope) -> Share:
    """Open pairs whose mentee has set a goal / open pairs."""
    return Share(*scope.one(sql.WITH_GOAL))


@metric("goal-attainment")
def goal_attainment(scope: Scope, period: Period) -> Share:
    """Goals reached / goals whose target day was in the period. Private goals are left out."""
    return Share(*scope.one(sql.DUE, first=period.first, last=period.last))


@metric("obstacles")
def obstacles(scope: Scope, now: datetime) -> tuple[tuple[str, int], ...]:
    """How often each obstacle was named in the last four whole weeks, of weeks in which five people or more named one:
    whatever days are asked for, so that no two totals differ by one person."""
    over = datetime.combine(monday(now), time(0), UTC)
    rows = Scope(scope.connection, scope.programme, Span(over - MEMORY, over)).all(sql.STUCK)
    weeks: dict[Any, list[Any]] = defaultdict(list)
    for row in rows:
        weeks[monday(row.at)].append(row)
    told = (week for week in weeks.values() if len({row.person_id for row in week}) >= FEWEST)
    known = {option.slug for option in OBSTACLES}
    counts = Counter(row.obstacle if row.obstacle in known else "other" for week in told for row in week)
    return tuple(sorted(counts.items(), key=lambda each: (-each[1], each[0])))


def read_goals(scope: Scope, period: Period, now: datetime, *, names: bool) -> Goals:
    """The goals of a programme; one whose owner could be guessed shows in no figure."""
    _, new, reached = goals_counted(scope)
    today = Scope(scope.connection, scope.programme, Span(now, now))  # as /stats itself tells how goals stand
    progress, (private, people) = goal_progress(today), scope.one(sql.PRIVATE)
    return Goals(
        new,
        reached,
        scope.one(sql.MOVED)[0],
        progress if names or progress.n >= FEWEST else Mean(None, progress.n),
        goal_setting(scope),
        goal_attainment(scope, period),
        private if people >= FEWEST else 0,
        obstacles(scope, now),
    )


@metric("utilisation")
def utilisation(scope: Scope) -> Share:
    """Mentors with at least one open pair / mentors who take part. Usual: 70 to 80% and more."""
    return Share(*scope.one(sql.USED))


@metric("response-time")
def response_times(scope: Scope) -> list[Any]:
    """The median time from a mentee's message to their mentor's next one, of those that were answered in the period;
    of several in a row the first counts. Usual: 24 to 48 hours."""
    return [row.answered - row.at for row in scope.all(sql.ANSWERS) if row.answered]


@metric("sessions-per-mentor")
def sessions_held(scope: Scope) -> int:
    """Sessions held in the period / mentors with at least one open pair."""
    return int(scope.one(sql.HELD)[0])


def read_mentors(scope: Scope, now: datetime, *, names: bool) -> Mentors:
    """The mentors of a programme; by name only for who may see names. What is free is what is free now, as beside it
    in the figures."""
    spans = response_times(scope)
    rarely = scope.all(sql.MET, most=RARELY) if names else []
    return Mentors(
        utilisation(scope),
        free_capacity(replace(scope, span=Span(now, now))),
        sessions_held(scope),
        median(spans) if len(spans) >= (1 if names else FEWEST) else None,
        len(spans),
        tuple(Mentor(*row) for row in rarely),
    )


def read_weeks(scope: Scope, zone: str, now: datetime) -> tuple[Week, ...]:
    """The last twelve weeks that are over on the programme's wall."""
    today = local_date(now, zone)
    first = today - today.weekday() * DAY - WEEKS * WEEK
    days = [first + number * WEEK for number in range(WEEKS + 1)]
    moments: dict[str, Any] = {f"week{number}": local(day, time(0), zone) for number, day in enumerate(days)}
    asked = {row[0]: Share(row[1], row[2]) for row in scope.all(sql.ASKED, **moments)}
    held = {row[0]: row[1] for row in scope.all(sql.MEETINGS, **moments)}
    return tuple(Week(days[each], asked.get(each, Share()), held.get(each, 0)) for each in range(WEEKS))
