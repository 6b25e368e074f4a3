"""The due table: planning rows, dropping them, fetching what is due with what is known of its people."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Sequence
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import Any

from sqlalchemy import Connection, and_, bindparam, delete, func, or_, select, update

from bot.mentoring.due import UNCOUNTED, Due, Scene
from bot.mentoring.people import Goal, Step
from bot.messages import REMINDER
from storage import tables
from storage.accounts import accounts
from storage.among import among
from storage.bulk import insert_many
from storage.columns import MEMBERS_OF, PERSON
from storage.rows import PENDING, due_of, due_row, membership_of, person_of, table, talk_of
from storage.subjects import read_subjects

DUE, OUTBOX = table(tables.Due), table(tables.Outbox)
CHECKIN, GOAL, STEP, TALK = table(tables.Checkin), table(tables.Goal), table(tables.Step), table(tables.Conversation)

ISO_DAY = re.compile(r"\d{4}-\d\d-\d\d")
WEEK = timedelta(days=7)


def plan(connection: Connection, rows: Sequence[Due]) -> None:
    """Plan rows; one that is planned already stays as it is."""
    insert_many(connection, tables.Due, [due_row(row) for row in rows], once=True)


def drop(connection: Connection, people: Collection[int], kinds: Collection[str]) -> None:
    """Forget what was planned of these kinds, and take back what waits in the outbox."""
    for statement in _dropping(tuple(kinds)):
        connection.execute(statement, {"people": people})


@lru_cache
def _dropping(kinds: tuple[str, ...]) -> tuple[Any, Any]:
    later = and_(DUE.c.kind == "later", or_(*(DUE.c.subject.startswith(f"{kind}:") for kind in kinds)))
    planned = delete(DUE).where(among(DUE.c.person_id, "people"), or_(DUE.c.kind.in_(kinds), later))
    waiting = and_(among(OUTBOX.c.person_id, "people"), OUTBOX.c.priority == REMINDER, OUTBOX.c.state.in_(PENDING))
    return planned, update(OUTBOX).where(waiting, OUTBOX.c.kind.in_(kinds)).values(state="expired")


def earliest(connection: Connection) -> datetime | None:
    """When the next row is due."""
    return connection.execute(EARLIEST).scalar_one_or_none()


EARLIEST = select(DUE.c.at).order_by(DUE.c.at).limit(1)
DUE_NOW = select(DUE).where(DUE.c.at <= bindparam("now")).order_by(DUE.c.at, DUE.c.id).limit(bindparam("most"))

# Where there are several processes: none that another settles, none of people another handles a message of just now.
OURS_NOW = DUE_NOW.join_from(DUE, PERSON, PERSON.c.id == DUE.c.person_id).with_for_update(
    skip_locked=True, key_share=True, of=[DUE, PERSON]
)


def fetch(connection: Connection, now: datetime, most: int) -> list[tuple[Due, Scene | None]]:
    """Rows that are due, oldest first, each with what is known of its person."""
    query = OURS_NOW if connection.dialect.name == "postgresql" else DUE_NOW
    rows = [due_of(row) for row in connection.execute(query, {"now": now, "most": most})]
    return _with_scenes(connection, rows, now) if rows else []


def _with_scenes(connection: Connection, rows: list[Due], now: datetime) -> list[tuple[Due, Scene | None]]:
    people = {row.person for row in rows}
    groups: dict[int, list[Any]] = defaultdict(list)
    for row in connection.execute(MEMBERS_OF, {"people": people}):
        groups[row.person_id].append(row)
    where, spent = accounts(connection, people), spent_lately(connection, people, now)
    about = read_subjects(connection, rows, now)
    answered, subjects = _answered(connection, rows), _Subjects(connection, rows)
    return [
        (
            row,
            _scene(row, groups[row.person], where.get(row.person), spent, answered, subjects, about)
            if row.person in groups
            else None,
        )
        for row in rows
    ]


def _scene(
    row: Due,
    group: list[Any],
    account: Any,
    spent: dict[int, int],
    answered: set[tuple[int, date]],
    subjects: _Subjects,
    about: dict[int, Any],
) -> Scene:
    member = membership_of(group)
    silent = next((each.silent_since for each in group if member and each.membership_id == member.id), None)
    goal, step = subjects.goal_and_step(row)
    return Scene(
        person=person_of(group[0]),
        platform=account.platform if account else "",
        chat=account.chat if account else "",
        reach=account.reach if account else "not_started",
        membership=member,
        silent_since=silent,
        spent=spent.get(row.person, 0),
        answered=(row.person, _day(row)) in answered,
        goals=tuple(subjects.goals.get(row.person, ())),
        goal=goal,
        step=step,
        talk=subjects.talks.get(row.subject) if row.kind == "idle" else None,
        about=about.get(row.id),
    )


def _day(row: Due) -> date | None:
    text = row.subject.rpartition(":")[2]
    kind = row.subject.partition(":")[0] if row.kind == "later" else row.kind
    if kind not in {"checkin", "nudge"} or not ISO_DAY.fullmatch(text):
        return None
    return date.fromisoformat(text)


def spent_lately(connection: Connection, people: set[int], now: datetime) -> dict[int, int]:
    """Reminders of the last seven days that reached people or are on their way, essential ones left out."""
    counted = and_(
        among(OUTBOX.c.person_id, people),
        OUTBOX.c.priority == REMINDER,
        OUTBOX.c.created_at > now - WEEK,
        OUTBOX.c.state.in_((*PENDING, "sending", "sent", "uncertain")),
        OUTBOX.c.kind.not_in(UNCOUNTED),
    )
    query = select(OUTBOX.c.person_id, func.count().label("reminders")).where(counted).group_by(OUTBOX.c.person_id)
    return {row.person_id: row.reminders for row in connection.execute(query)}


def _answered(connection: Connection, rows: list[Due]) -> set[tuple[int, date]]:
    weeks = {(row.person, day) for row in rows if (day := _day(row))}
    if not weeks:
        return set()
    people, days = {person for person, _ in weeks}, {day for _, day in weeks}
    asked = and_(
        among(CHECKIN.c.person_id, people), among(CHECKIN.c.occurrence, days), CHECKIN.c.answered_at.is_not(None)
    )
    query = select(CHECKIN.c.person_id, CHECKIN.c.occurrence).where(asked)
    return {(row.person_id, row.occurrence) for row in connection.execute(query)}


class _Subjects:
    """What the rows of one fetch are about: conversations, goals and steps."""

    def __init__(self, connection: Connection, rows: list[Due]) -> None:
        idle = [int(row.subject) for row in rows if row.kind == "idle"]
        found = connection.execute(select(TALK).where(among(TALK.c.id, idle), TALK.c.state != "closed")) if idle else ()
        self.talks = {str(row.id): talk_of(row) for row in found}
        self._steps = self._read_steps(connection, [int(_number(row)) for row in rows if _is(row, "step-due")])
        self.goals: dict[int, list[Goal]] = defaultdict(list)
        people = {row.person for row in rows if not _is(row, "idle")}
        for goal in connection.execute(
            select(*GOAL_COLUMNS).where(among(GOAL.c.person_id, people), GOAL.c.state == "active")
        ):
            self.goals[goal.person_id].append(Goal(goal.id, goal.title, due=goal.due))

    @staticmethod
    def _read_steps(connection: Connection, numbers: list[int]) -> dict[int, tuple[int, Step]]:
        if not numbers:
            return {}
        found = connection.execute(select(STEP).where(among(STEP.c.id, numbers)))
        return {row.id: (row.goal_id, Step(row.id, row.text, row.done_at is not None, row.due)) for row in found}

    def goal_and_step(self, row: Due) -> tuple[Goal | None, Step | None]:
        """The goal, and the step of it, that a row is about."""
        number, step = _number(row), None
        if _is(row, "step-due"):
            goal_id, step = self._steps.get(int(number), (0, None))
            number = str(goal_id)
        goals = self.goals.get(row.person, ())
        return next((goal for goal in goals if str(goal.id) == number), None), step


GOAL_COLUMNS = (GOAL.c.id, GOAL.c.person_id, GOAL.c.title, GOAL.c.due)


def _is(row: Due, kind: str) -> bool:
    return row.kind == kind or (row.kind == "later" and row.subject.partition(":")[0] == kind)


def _number(row: Due) -> str:
    return row.subject.rpartition(":")[2]
