"""People, consents, memberships and answers to forms, to rows."""

from __future__ import annotations

from typing import Any

from sqlalchemy import and_, delete, select, update

from bot.effects import (
    ChangePerson,
    Consent,
    RecordResponse,
    SetStanding,
    Snooze,
)
from bot.flows.rights import last_owner
from bot.mentoring.due import Due
from bot.mentoring.planning import on_pause
from bot.messages import Screen
from storage import due, tables
from storage.bulk import insert_many
from storage.columns import MEMBER, PERSON, PROGRAMME
from storage.ending import leave
from storage.rows import table
from storage.writes import Book, Work, handles
from storage.writes_joining import WEEKLY, finish, not_before
from storage.writes_tell import show_menu

RESCHEDULING = {"zone", "checkin_day", "checkin_clock"}


@handles(Consent)
def keep_consents(book: Book, works: list[Work]) -> None:
    """Keep that people agreed; a row each time."""
    rows = [
        {
            "person_id": work.person,
            "purpose": work.effect.purpose,
            "version": work.effect.version,
            "locale": work.effect.locale,
            "by": work.effect.by,
            "at": book.now,
        }
        for work in works
    ]
    insert_many(book.connection, tables.Consent, rows)


@handles(ChangePerson)
def change_people(book: Book, works: list[Work]) -> None:
    """Write columns of people, and plan the weekly check-in anew when its time has moved."""
    for work in works:
        columns = {name: _column(value) for name, value in work.effect.changes.items()}
        if work.effect.about:
            about = book.connection.execute(select(PERSON.c.about).where(PERSON.c.id == work.person)).scalar_one()
            columns["about"] = {**(about or {}), **work.effect.about}
        if columns:
            book.connection.execute(update(PERSON).where(PERSON.c.id == work.person).values(columns))
        if RESCHEDULING & set(columns):
            _reschedule(book, work.person)
        if "locale" in columns and book.member(work.person):
            show_menu(book, work.person)


def _column(value: Any) -> Any:
    return value.strftime("%H:%M") if hasattr(value, "hour") else value


def _reschedule(book: Book, person: int) -> None:
    """Only what comes is moved: a change never fires for the past, nor twice within a week."""
    member = book.member(person)
    if member is None or member.role not in WEEKLY or member.standing not in {"active", "paused"}:
        return
    kind, following = WEEKLY[member.role]
    planned = table(tables.Due)
    book.connection.execute(delete(planned).where(planned.c.person_id == person, planned.c.kind == kind))
    due.plan(book.connection, [following(book.person(person), not_before(book, person))])


@handles(SetStanding)
def set_standing(book: Book, works: list[Work]) -> list[Screen | None]:
    """Pause, resume or leave. A pause takes back what was planned; nothing of it comes later. A break is a person's,
    in all their programmes; leaving is that of the programme they work in now."""
    return [_set_standing(book, work, work.effect) for work in works]


def _set_standing(book: Book, work: Work, standing: SetStanding) -> Screen | None:
    person, before = work.person, book.member(work.person)
    if before and before.standing == "enrolling" and standing.standing == "active":
        return finish(book, work, before.programme_id)
    if before and standing.standing == "left" and _last_owner(book, before):
        named = select(PROGRAMME.c.name).where(PROGRAMME.c.id == before.programme_id)
        return last_owner(book.connection.execute(named).scalar_one())
    values = {"standing": standing.standing, "paused_until": standing.until, "reason": standing.reason}
    if standing.standing != "active":
        values["silent_since"] = None
    here = MEMBER.c.standing.in_(("active", "paused"))
    if before and standing.standing == "left":
        here = and_(MEMBER.c.id == before.id, MEMBER.c.standing != "left")
    book.connection.execute(update(MEMBER).where(MEMBER.c.person_id == person, here).values(values))
    book.forget_members(person)
    _replan(book, person, standing)
    if before and standing.standing == "left":
        leave(book, work, programme=before.programme_id)
        _elsewhere(book, person)
    return None


def _last_owner(book: Book, member: Any) -> bool:
    others = (MEMBER.c.programme_id == member.programme_id, MEMBER.c.role == "owner", MEMBER.c.id != member.id)
    here = select(MEMBER.c.id).where(*others, MEMBER.c.standing.in_(("active", "paused")))
    return member.role == "owner" and book.connection.execute(here.limit(1)).first() is None


def _elsewhere(book: Book, person: int) -> None:
    """Who left one programme and is in another still: what comes each week goes on."""
    member = book.member(person)
    if member and member.standing == "active" and member.role in WEEKLY:
        due.plan(book.connection, [WEEKLY[member.role][1](book.person(person), not_before(book, person))])


def _replan(book: Book, person: int, standing: SetStanding) -> None:
    planned = table(tables.Due)
    gone = ["nudge", "back", "later"] if standing.standing == "paused" else ["back"]
    gone = (
        [*gone, "checkin", "welcome", "goal-missing", "step-due", "goal-due", "digest"]
        if standing.standing == "left"
        else gone
    )
    due.drop(book.connection, [person], gone)
    book.connection.execute(delete(planned).where(planned.c.person_id == person, planned.c.kind.in_(gone)))
    if standing.standing == "paused" and standing.until:
        due.drop(book.connection, [person], ["checkin"])
        due.plan(book.connection, [on_pause(book.person(person), book.plan(person), standing.until)])
    if standing.standing == "active" and (member := book.member(person)) and member.role in WEEKLY:
        due.plan(book.connection, [WEEKLY[member.role][1](book.person(person), not_before(book, person))])


@handles(RecordResponse)
def record_responses(book: Book, works: list[Work]) -> None:
    """Keep answers to forms."""
    members = book.members([work.person for work in works])
    rows = [
        {
            "person_id": work.person,
            "about_id": work.effect.about,
            "programme_id": members[work.person].programme_id,
            "form": work.effect.form,
            "version": work.effect.version,
            "subject": work.effect.subject,
            "answers": dict(work.effect.answers),
            "at": book.now,
        }
        for work in works
        if work.person in members
    ]
    insert_many(book.connection, tables.FormResponse, rows)


@handles(Snooze)
def snooze(book: Book, works: list[Work]) -> None:
    """Plan reminders again for later."""
    rows = [
        Due(0, "later", work.person, effect.at, effect.at, effect.at, f"{effect.kind}:{effect.subject}")
        for work in works
        if (effect := work.effect)
    ]
    due.plan(book.connection, rows)
