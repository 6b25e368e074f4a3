"""People, consents, memberships, help and erasure to rows."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import and_, delete, func, select, update

from bot.effects import (
    AskHelp,
    ChangePerson,
    Consent,
    Join,
    RecordResponse,
    SetStanding,
    Snooze,
)
from bot.mentoring.due import Due
from bot.mentoring.planning import next_checkin, next_digest, on_joining, on_pause
from bot.messages import Screen, say
from storage import due, tables
from storage.bulk import insert_many, insert_once
from storage.columns import MEMBER, PERSON
from storage.ending import leave
from storage.rows import table
from storage.writes import Book, Work, handles
from storage.writes_tell import show_menu

INVITATION, ACCOUNT, OUTBOX = table(tables.Invitation), table(tables.Account), table(tables.Outbox)
ACTIVITY = table(tables.Activity)

RESCHEDULING = {"zone", "checkin_day", "checkin_clock"}
WEEKLY = {"mentee": ("checkin", next_checkin), "mentor": ("digest", next_digest)}  # what comes each week, by role
NEARLY_A_WEEK = timedelta(days=6)
SOON = timedelta(hours=2)  # a changed check-in time never fires at once


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
    if member is None or member.role not in WEEKLY:
        return
    kind, following = WEEKLY[member.role]
    planned = table(tables.Due)
    book.connection.execute(delete(planned).where(planned.c.person_id == person, planned.c.kind == kind))
    due.plan(book.connection, [following(book.person(person), _not_before(book, person))])


def _not_before(book: Book, person: int) -> datetime:
    """From when on the next weekly check-in may come: not at once, and not a few days after the last."""
    checkin = table(tables.Checkin)
    asked = select(func.max(checkin.c.asked_at)).where(checkin.c.person_id == person)
    last = book.connection.execute(asked).scalar_one()
    return max(book.now + SOON, last + NEARLY_A_WEEK) if last else book.now + SOON


@handles(Join)
def join(book: Book, works: list[Work]) -> list[Screen | None]:
    """Admit people by invitation. The count and the expiry are checked in the very statement that uses one up."""
    return [_join(book, work) for work in works]


def _join(book: Book, work: Work) -> Screen | None:
    good = and_(
        INVITATION.c.id == work.effect.invitation,
        INVITATION.c.used < INVITATION.c.uses,
        INVITATION.c.expires_at > book.now,
    )
    taken = book.connection.execute(update(INVITATION).where(good).values(used=INVITATION.c.used + 1)).rowcount
    if not taken:
        return Screen((say("token-used"),))
    invitation = book.connection.execute(select(INVITATION).where(INVITATION.c.id == work.effect.invitation)).one()
    row = {
        "person_id": work.person,
        "programme_id": invitation.programme_id,
        "role": invitation.role,
        "standing": "enrolling",
    }
    made = book.connection.execute(
        insert_once(book.connection, tables.Membership), row | {"created_at": book.now}
    ).rowcount
    if not made:
        back = and_(MEMBER.c.person_id == work.person, MEMBER.c.programme_id == invitation.programme_id)
        book.connection.execute(
            update(MEMBER).where(back).values(role=invitation.role, standing="enrolling", paused_until=None)
        )
    book.forget_members(work.person)
    return None


@handles(SetStanding)
def set_standing(book: Book, works: list[Work]) -> None:
    """Pause, resume or leave. A pause takes back what was planned; nothing of it comes later."""
    for work in works:
        person, standing = work.person, work.effect
        before = book.member(person)
        values = {"standing": standing.standing, "paused_until": standing.until, "reason": standing.reason}
        if standing.standing != "active":
            values["silent_since"] = None
        book.connection.execute(
            update(MEMBER).where(MEMBER.c.person_id == person, MEMBER.c.standing != "left").values(values)
        )
        book.forget_members(person)
        if before and before.standing == "enrolling":
            show_menu(book, person)
        if before and before.standing == "enrolling" and before.role == "mentee":
            due.plan(book.connection, on_joining(book.person(person), book.plan(person), book.now))
        else:
            _replan(book, person, standing)
        if standing.standing == "left":
            leave(book, work)


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
        due.plan(book.connection, [WEEKLY[member.role][1](book.person(person), _not_before(book, person))])


@handles(AskHelp)
def ask_help(book: Book, works: list[Work]) -> None:
    """Keep calls for help."""
    members = book.members([work.person for work in works])
    rows = [
        {
            "person_id": work.person,
            "programme_id": members[work.person].programme_id,
            "topic": work.effect.topic,
            "text": work.effect.text,
            "at": book.now,
        }
        for work in works
        if work.person in members
    ]
    insert_many(book.connection, tables.HelpRequest, rows)


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
