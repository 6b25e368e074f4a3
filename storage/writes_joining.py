"""Coming into a programme, to rows: by invitation, or where it is open to all; and the end of enrolling."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import and_, func, select, update

from bot.effects import Join
from bot.flows.staff.approval import holding
from bot.mentoring.invitations import shut
from bot.mentoring.people import Programme
from bot.mentoring.planning import next_checkin, next_digest, on_joining
from bot.mentoring.programme_effects import FinishEnrolment, JoinOpen
from bot.messages import Screen, say
from storage import due, tables
from storage.applicants import ask_in, name_of
from storage.bulk import insert_once
from storage.columns import MEMBER, PERSON, PROGRAMME, PROGRAMME_COLUMNS
from storage.invited import everybody
from storage.rows import programme_of, table
from storage.writes import Book, Work, handles
from storage.writes_tell import show_menu

INVITATION = table(tables.Invitation)
WEEKLY = {"mentee": ("checkin", next_checkin), "mentor": ("digest", next_digest)}  # what comes each week, by role
NEARLY_A_WEEK = timedelta(days=6)
SOON = timedelta(hours=2)  # a changed check-in time never fires at once


@handles(Join)
def join(book: Book, works: list[Work]) -> list[Screen | None]:
    """Admit people by invitation. The count and the expiry are checked in the very statement that uses one up."""
    return [_join(book, work) for work in works]


def _join(book: Book, work: Work) -> Screen | None:
    query = select(INVITATION.c.role, *PROGRAMME_COLUMNS).join(PROGRAMME, PROGRAMME.c.id == INVITATION.c.programme_id)
    found = book.connection.execute(query.where(INVITATION.c.id == work.effect.invitation)).one_or_none()
    if found is None:
        return Screen((say("token-used"),))
    programme = programme_of(found)
    if why := shut(programme, found.role, book.now.date()):
        return Screen((say(f"token-{why}"),))
    if already := _there(book, work.person, programme):
        return already
    good = and_(
        INVITATION.c.id == work.effect.invitation,
        INVITATION.c.used < INVITATION.c.uses,
        INVITATION.c.expires_at > book.now,
    )
    if not book.connection.execute(update(INVITATION).where(good).values(used=INVITATION.c.used + 1)).rowcount:
        return Screen((say("token-used"),))
    _admit(book, work.person, programme.id, found.role, work.effect.invitation)
    return None


@handles(JoinOpen)
def join_open(book: Book, works: list[Work]) -> list[Screen | None]:
    """Admit anybody, as long as the programme takes anybody."""
    return [_join_open(book, work) for work in works]


def _join_open(book: Book, work: Work) -> Screen | None:
    query = select(*PROGRAMME_COLUMNS).where(PROGRAMME.c.id == work.effect.programme)
    row = book.connection.execute(query).one_or_none()
    why = everybody(programme_of(row), book.now).trouble if row else "code"
    if row is None or why:
        return Screen((say(f"token-{why}"),))
    if already := _there(book, work.person, programme_of(row)):
        return already
    _admit(book, work.person, row.programme_id, work.effect.role, None)
    return None


def _there(book: Book, person: int, programme: Programme) -> Screen | None:
    """What to say to somebody who is in the programme already: nobody's role is changed by an invitation."""
    here = and_(MEMBER.c.person_id == person, MEMBER.c.programme_id == programme.id)
    inside = MEMBER.c.standing.not_in(("left", "enrolling"))
    there = book.connection.execute(select(MEMBER.c.id).where(here, inside)).first()
    return Screen((say("already-member", programme=programme.name),)) if there else None


def _admit(book: Book, person: int, programme: int, role: str, invitation: int | None) -> None:
    """Begin to enrol, in the programme the person works in from now on."""
    row = {"person_id": person, "programme_id": programme, "role": role, "standing": "enrolling"}
    row |= {"invitation_id": invitation, "created_at": book.now}
    if not book.connection.execute(insert_once(book.connection, tables.Membership), row).rowcount:
        back = and_(MEMBER.c.person_id == person, MEMBER.c.programme_id == programme)
        again = {"role": role, "standing": "enrolling", "paused_until": None, "invitation_id": invitation}
        book.connection.execute(update(MEMBER).where(back).values(again))
    book.connection.execute(update(PERSON).where(PERSON.c.id == person).values(at_programme=programme))
    book.forget_members(person)


@handles(FinishEnrolment)
def finish_enrolments(book: Book, works: list[Work]) -> list[Screen | None]:
    """Who has told all that was asked takes part; or waits, and is told so instead of being welcomed."""
    return [finish(book, work, work.effect.programme) for work in works]


def finish(book: Book, work: Work, programme: int) -> Screen | None:
    """The end of one person's enrolment; nothing when it has ended before."""
    query = select(MEMBER.c.id, MEMBER.c.role, PROGRAMME.c.joining, PROGRAMME.c.name)
    query = query.join(PROGRAMME, PROGRAMME.c.id == MEMBER.c.programme_id)
    mine = and_(MEMBER.c.person_id == work.person, MEMBER.c.programme_id == programme)
    row = book.connection.execute(query.where(mine, MEMBER.c.standing == "enrolling")).one_or_none()
    if row is None:
        return None
    waits = row.joining == "approval" and row.role in WEEKLY
    standing = {"standing": "waiting" if waits else "active", "reason": ""}
    book.connection.execute(update(MEMBER).where(MEMBER.c.id == row.id).values(standing))
    book.forget_members(work.person)
    if not waits:
        take_part(book, work.person, row.role)
        return None
    ask_in(book, work, programme, row.id)
    return holding(name_of(book, work.person), row.name, row.role)


def take_part(book: Book, person: int, role: Any) -> None:
    """Show somebody who is in now the commands of their role, and plan what comes to them."""
    show_menu(book, person)
    if role == "mentee":
        due.plan(book.connection, on_joining(book.person(person), book.plan(person), book.now))
    elif role in WEEKLY:
        due.plan(book.connection, [WEEKLY[role][1](book.person(person), not_before(book, person))])


def not_before(book: Book, person: int) -> datetime:
    """From when on the next weekly check-in may come: not at once, and not a few days after the last."""
    checkin = table(tables.Checkin)
    asked = select(func.max(checkin.c.asked_at)).where(checkin.c.person_id == person)
    last = book.connection.execute(asked).scalar_one()
    return max(book.now + SOON, last + NEARLY_A_WEEK) if last else book.now + SOON
