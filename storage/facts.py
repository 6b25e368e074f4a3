"""All that a conversation may know of people, read for many at once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, bindparam, or_, select

from bot.mentoring.calendar import local_date
from bot.mentoring.people import Checkin, Facts, Goal, Partner, Person, Step
from bot.mentoring.planning import occurrence_at
from bot.mentoring.progress import expected, streak
from storage import pairs, tables
from storage.accounts import read_accounts
from storage.among import among
from storage.columns import MEMBERS_OF
from storage.rows import membership_of, person_of, table
from storage.sessions import read_together

GOAL, STEP, PROGRESS = table(tables.Goal), table(tables.Step), table(tables.Progress)
CHECKIN = table(tables.Checkin)

CLOSED_FOR = timedelta(days=120)  # how long reached and dropped goals are still shown
LOOK_BACK = timedelta(days=400)  # check-ins that count for a streak


def read_all(connection: Connection, people: Collection[int], now: datetime) -> dict[int, Facts]:
    """The facts of each person."""
    rows: dict[int, list[Any]] = defaultdict(list)
    for row in connection.execute(MEMBERS_OF, {"people": people}):
        rows[row.person_id].append(row)
    persons = {number: person_of(group[0]) for number, group in rows.items()}
    partners = pairs.read_partners(connection, people, now)
    goals = read_goals(connection, pairs.zones(partners) | persons, now)
    checkins, together = _checkins(connection, people, now), read_together(connection, people, now)
    where = read_accounts(connection, people)
    for group in partners.values():
        group[:] = [pairs.with_goals(each, goals.get(each.person, ())) for each in group]
    return {
        number: _facts_of(
            person,
            rows[number],
            goals.get(number, []),
            checkins.get(number, []),
            partners.get(number, []),
            together.get(number, {}) | {"accounts": where.get(number, ())},
            now,
        )
        for number, person in persons.items()
    }


def _facts_of(
    me: Person,
    rows: Iterable[Any],
    goals: list[tuple[str, Goal]],
    checkins: list[Checkin],
    partners: list[Partner],
    together: dict[str, Any],
    now: datetime,
) -> Facts:
    occurrence = occurrence_at(me, now)
    return Facts(
        now=now,
        today=local_date(now, me.zone),
        me=me,
        membership=membership_of(rows),
        partners=tuple(partners),
        goals=tuple(goal for state, goal in goals if state == "active"),
        closed=tuple(goal for state, goal in goals if state != "active"),
        occurrence=occurrence,
        checkin=next((each for each in checkins if each.occurrence == occurrence and each.answered), None),
        streak=streak([each.occurrence for each in checkins if each.answered], occurrence),
        **together,
    )


def read_goals(connection: Connection, people: dict[int, Person], now: datetime) -> dict[int, list[tuple[str, Goal]]]:
    """Each person's goals with their state: active ones, and those closed not long ago."""
    found = connection.execute(GOALS, {"people": list(people), "since": now - CLOSED_FOR}).all()
    numbers = [row.id for row in found]
    steps, history = _steps(connection, numbers), _history(connection, numbers)
    goals: dict[int, list[tuple[str, Goal]]] = defaultdict(list)
    for row in found:
        zone = people[row.person_id].zone
        goals[row.person_id].append((row.state, _goal(row, steps[row.id], history[row.id], zone, now)))
    return goals


def _goal(row: Any, steps: list[Step], told: list[tuple[datetime, int]], zone: str, now: datetime) -> Goal:
    points = tuple((local_date(at, zone), percent) for at, percent in told)
    return Goal(
        row.id,
        row.title,
        row.measure,
        row.why,
        row.due,
        row.visibility,
        points[-1][1] if points else None,
        points[-2][1] if len(points) > 1 else None,
        expected(local_date(row.created_at, zone), row.due, local_date(now, zone)),
        tuple(steps),
        points,
    )


def _steps(connection: Connection, goals: list[int]) -> dict[int, list[Step]]:
    steps: dict[int, list[Step]] = defaultdict(list)
    if goals:
        for row in connection.execute(STEPS, {"goals": goals}):
            steps[row.goal_id].append(Step(row.id, row.text, row.done_at is not None, row.due))
    return steps


def _history(connection: Connection, goals: list[int]) -> dict[int, list[tuple[datetime, int]]]:
    history: dict[int, list[tuple[datetime, int]]] = defaultdict(list)
    if goals:
        for row in connection.execute(HISTORY, {"goals": goals}):
            history[row.goal_id].append((row.at, row.percent))
    return history


def _checkins(connection: Connection, people: Collection[int], now: datetime) -> dict[int, list[Checkin]]:
    """Check-ins of the last year, newest first; the newest answered one with its goals."""
    checkins: dict[int, list[Checkin]] = defaultdict(list)
    newest: dict[int, Checkin] = {}
    answered: set[int] = set()
    for row in connection.execute(CHECKINS, {"people": people, "since": (now - LOOK_BACK).date()}):
        week = Checkin(row.occurrence, row.answered_at, row.mood, row.next_step, row.for_mentor)
        if row.answered_at and row.person_id not in answered:
            newest[row.id] = week
            answered.add(row.person_id)
        checkins[row.person_id].append(week)
    if newest:
        for row in connection.execute(TOLD, {"checkins": newest}):
            week = newest[row.checkin_id]
            week.progress[row.goal_id] = row.percent
            week.obstacles.update({row.goal_id: row.obstacle} if row.obstacle else {})
            week.notes.update({row.goal_id: row.note} if row.note else {})
    return checkins


GOALS = (
    select(GOAL)
    .where(among(GOAL.c.person_id, "people"), or_(GOAL.c.state == "active", GOAL.c.closed_at > bindparam("since")))
    .order_by(GOAL.c.id)
)
STEPS = select(STEP).where(among(STEP.c.goal_id, "goals")).order_by(STEP.c.id)
HISTORY = (
    select(PROGRESS.c.goal_id, PROGRESS.c.at, PROGRESS.c.percent)
    .where(among(PROGRESS.c.goal_id, "goals"))
    .order_by(PROGRESS.c.at, PROGRESS.c.id)
)
CHECKINS = (
    select(CHECKIN)
    .where(among(CHECKIN.c.person_id, "people"), CHECKIN.c.occurrence > bindparam("since"))
    .order_by(CHECKIN.c.occurrence.desc())
)
TOLD = select(PROGRESS).where(among(PROGRESS.c.checkin_id, "checkins"))
