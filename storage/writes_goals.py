"""Goals, steps and check-ins to rows. What belongs to somebody else, or is no longer active, is left alone and said."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import Any

from sqlalchemy import and_, bindparam, delete, func, insert, select, update

from bot.effects import (
    AddStep,
    CloseGoal,
    GoalProgress,
    MoveGoal,
    RecordCheckin,
    SaveGoal,
    ShowGoal,
    TickStep,
)
from bot.mentoring.people import MAX_GOALS, MAX_STEPS
from bot.mentoring.planning import on_goal, on_step
from bot.messages import Screen, say
from storage import due, tables
from storage.among import among
from storage.bulk import insert_many
from storage.columns import MEMBER
from storage.rows import table
from storage.writes import Book, Work, handles

GOAL, STEP, PROGRESS, CHECKIN = (table(each) for each in (tables.Goal, tables.Step, tables.Progress, tables.Checkin))
DUE = table(tables.Due)


@handles(SaveGoal)
def save_goals(book: Book, works: list[Work]) -> list[Screen | None]:
    """Create or rewrite goals."""
    return [_save_goal(book, work.person, work.effect) for work in works]


def _save_goal(book: Book, person: int, goal: SaveGoal) -> Screen | None:
    columns = {
        "title": goal.title,
        "measure": goal.measure,
        "why": goal.why,
        "due": goal.due,
        "visibility": goal.visibility,
    }
    if goal.goal is not None:
        mine = and_(GOAL.c.id == goal.goal, GOAL.c.person_id == person, GOAL.c.state == "active")
        if not book.connection.execute(update(GOAL).where(mine).values(columns)).rowcount:
            return Screen((say("goal-gone"),))
        _plan_goal(book, person, goal.goal, goal.due)
        return None
    member = book.member(person)
    if member is None:
        return Screen((say("goal-no-programme"),))
    active = select(func.count()).where(GOAL.c.person_id == person, GOAL.c.state == "active")
    if book.connection.execute(active).scalar_one() >= MAX_GOALS:
        return Screen((say("goal-too-many", most=MAX_GOALS),))
    row = columns | {"person_id": person, "programme_id": member.programme_id, "created_at": book.now}
    number = book.connection.execute(insert(GOAL).returning(GOAL.c.id), row).scalar_one()
    _plan_goal(book, person, number, goal.due)
    for place, text in enumerate(goal.steps[:MAX_STEPS]):
        _add_step(book, person, number, text, goal.step_due if place == 0 else None)
    due.drop(book.connection, [person], ["goal-missing"])
    return None


def _plan_goal(book: Book, person: int, goal: int, day: date | None) -> None:
    """The question after the target date: planned anew, for the date it has now."""
    book.connection.execute(
        delete(DUE).where(DUE.c.person_id == person, DUE.c.kind == "goal-due", DUE.c.subject == str(goal))
    )
    if day:
        due.plan(book.connection, [on_goal(book.person(person), book.plan(person), goal, day)])


def _add_step(book: Book, person: int, goal: int, text: str, day: date | None) -> None:
    row = {"goal_id": goal, "text": text, "due": day, "created_at": book.now}
    number = book.connection.execute(insert(STEP).returning(STEP.c.id), row).scalar_one()
    if day:
        due.plan(book.connection, [on_step(book.person(person), book.plan(person), number, day)])


@handles(AddStep)
def add_steps(book: Book, works: list[Work]) -> list[Screen | None]:
    """Add steps to goals that have room for them."""
    said: list[Screen | None] = []
    for work in works:
        step = work.effect
        mine = select(func.count(STEP.c.id), func.count(GOAL.c.id)).select_from(
            GOAL.outerjoin(STEP, STEP.c.goal_id == GOAL.c.id)
        )
        steps, goals = book.connection.execute(
            mine.where(GOAL.c.id == step.goal, GOAL.c.person_id == work.person, GOAL.c.state == "active")
        ).one()
        if not goals:
            said.append(Screen((say("goal-gone"),)))
        elif steps >= MAX_STEPS:
            said.append(Screen((say("steps-too-many", most=MAX_STEPS),)))
        else:
            _add_step(book, work.person, step.goal, step.text, step.due)
            said.append(None)
    return said


@handles(TickStep)
def tick_steps(book: Book, works: list[Work]) -> None:
    """Mark one's own steps done or open."""
    for work in works:
        mine = select(GOAL.c.id).where(GOAL.c.person_id == work.person)
        done = book.now if work.effect.done else None
        book.connection.execute(
            update(STEP).where(STEP.c.id == work.effect.step, STEP.c.goal_id.in_(mine)).values(done_at=done)
        )


@handles(MoveGoal)
def move_goals(book: Book, works: list[Work]) -> list[Screen | None]:
    """Give goals another target date."""
    said = _change(book, works, lambda effect: {"due": effect.due, "reason": effect.reason})
    for work, gone in zip(works, said, strict=True):
        if gone is None:
            _plan_goal(book, work.person, work.effect.goal, work.effect.due)
    return said


@handles(CloseGoal)
def close_goals(book: Book, works: list[Work]) -> list[Screen | None]:
    """Reach or drop goals."""
    return _change(book, works, lambda effect: {"state": effect.state, "reason": effect.reason, "closed_at": book.now})


@handles(ShowGoal)
def show_goals(book: Book, works: list[Work]) -> list[Screen | None]:
    """Change who sees goals."""
    return _change(book, works, lambda effect: {"visibility": effect.visibility})


def _change(book: Book, works: list[Work], columns: Any) -> list[Screen | None]:
    said: list[Screen | None] = []
    for work in works:
        mine = and_(GOAL.c.id == work.effect.goal, GOAL.c.person_id == work.person, GOAL.c.state == "active")
        found = book.connection.execute(update(GOAL).where(mine).values(columns(work.effect))).rowcount
        said.append(None if found else Screen((say("goal-gone"),)))
    return said


@handles(RecordCheckin)
def record_checkins(book: Book, works: list[Work]) -> None:
    """Keep answers of check-ins, in a few statements for everybody; what was asked about it is asked no more."""
    members = book.members([work.person for work in works])
    works = [work for work in works if work.person in members]
    if not works:
        return
    rows = [
        {
            "person_id": work.person,
            "programme_id": members[work.person].programme_id,
            "occurrence": work.effect.occurrence,
        }
        for work in works
    ]
    insert_many(book.connection, tables.Checkin, rows, once=True)
    for fields, answers in _by_fields(works, book).items():
        book.connection.execute(_answer(fields), answers)
    _write_progress(book, works)
    people = [work.person for work in works]
    book.connection.execute(HEARD, {"people": people})
    due.drop(book.connection, people, ["nudge"])


FIELDS = ("mood", "next_step", "for_mentor")


def _by_fields(works: list[Work], book: Book) -> dict[tuple[str, ...], list[dict[str, Any]]]:
    """Answers by which fields they fill: what was not answered stays as it was."""
    groups: dict[tuple[str, ...], list[dict[str, Any]]] = {}
    for work in works:
        told = {name: value for name in FIELDS if (value := getattr(work.effect, name)) is not None}
        row = told | {"who": work.person, "week": work.effect.occurrence, "answered": book.now}
        groups.setdefault(tuple(told), []).append(row)
    return groups


@lru_cache
def _answer(fields: tuple[str, ...]) -> Any:
    week = and_(CHECKIN.c.person_id == bindparam("who"), CHECKIN.c.occurrence == bindparam("week"))
    columns: dict[str, Any] = {name: bindparam(name) for name in fields}
    return (
        update(CHECKIN)
        .where(week)
        .values(answered_at=func.coalesce(CHECKIN.c.answered_at, bindparam("answered")), **columns)
    )


def _write_progress(book: Book, works: list[Work]) -> None:
    asked = {"people": [work.person for work in works], "weeks": {work.effect.occurrence for work in works}}
    found = book.connection.execute(WEEKS, asked)
    numbers = {(row.person_id, row.occurrence): row.id for row in found}
    told: list[tuple[int, int, GoalProgress]] = [
        (work.person, numbers[work.person, work.effect.occurrence], each)
        for work in works
        for each in work.effect.progress
    ]
    if not told:
        return
    mine = book.connection.execute(OWNERS, {"goals": {each.goal for _, _, each in told}})
    owner = {row.id: row.person_id for row in mine}
    told = [(person, week, each) for person, week, each in told if owner.get(each.goal) == person]
    if told:
        book.connection.execute(TAKE_BACK, [{"week": week, "goal": each.goal} for _, week, each in told])
    insert_many(book.connection, tables.Progress, [_progress_row(book, *each) for each in told])


HEARD = update(MEMBER).where(among(MEMBER.c.person_id, "people")).values(silent_since=None)
WEEKS = select(CHECKIN.c.id, CHECKIN.c.person_id, CHECKIN.c.occurrence).where(
    among(CHECKIN.c.person_id, "people"), among(CHECKIN.c.occurrence, "weeks")
)
OWNERS = select(GOAL.c.id, GOAL.c.person_id).where(among(GOAL.c.id, "goals"))
TAKE_BACK = delete(PROGRESS).where(PROGRESS.c.checkin_id == bindparam("week"), PROGRESS.c.goal_id == bindparam("goal"))


def _progress_row(book: Book, person: int, week: int, told: GoalProgress) -> dict[str, Any]:
    return {
        "goal_id": told.goal,
        "checkin_id": week,
        "by_id": person,
        "percent": told.percent,
        "obstacle": told.obstacle or "",
        "note": told.note or "",
        "at": book.now,
    }
