"""Who is let in and who is not, what is asked and answered before; and who sits at the desk: to rows."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from sqlalchemy import and_, func, select, update

from bot.commands import DESK, OWNER
from bot.effects import TellCoordinators
from bot.flows.staff import approval as words
from bot.flows.staff.programme_team import seat_changed
from bot.mentoring.programme_effects import AnswerCoordinators, Approve, AskApplicant, ChangeSeat, Decline
from bot.messages import Screen, say
from bot.ports import Said
from storage.columns import DECLINED, MEMBER, PERSON, PROGRAMME
from storage.ending import bring
from storage.staff.seat import seat
from storage.writes import Book, Work, handles
from storage.writes_joining import WEEKLY, take_part
from storage.writes_tell import show_menu, tell_coordinators

REFUSED = Screen((say("not-for-you"),))


def _waiting(book: Book, work: Work) -> Any:
    """Somebody of the coordinator's programme whom an effect names, with what they are called; None for others."""
    here = seat(book, work.person)
    query = select(MEMBER.c.id, MEMBER.c.person_id, MEMBER.c.role, MEMBER.c.standing, PERSON.c.name)
    query = query.add_columns(PROGRAMME.c.name.label("programme"), MEMBER.c.programme_id)
    query = query.join(PERSON, PERSON.c.id == MEMBER.c.person_id)
    query = query.join(PROGRAMME, PROGRAMME.c.id == MEMBER.c.programme_id)
    if here is None:
        return None
    mine = and_(MEMBER.c.id == work.effect.member, MEMBER.c.programme_id == here.programme_id)
    return book.connection.execute(query.where(mine, MEMBER.c.role.in_(WEEKLY))).one_or_none()


Decide = Callable[[Book, Any], Screen]


def _decide(book: Book, work: Work, standing: str, then: Decide) -> Said:
    """Change the standing of somebody who waits, once; whoever is second reads what the first has done."""
    found = _waiting(book, work)
    if found is None:
        return Said(words.GONE)
    still = and_(MEMBER.c.id == found.id, MEMBER.c.standing == "waiting")
    values = {"standing": standing, "reason": DECLINED if standing == "left" else ""}
    if not book.connection.execute(update(MEMBER).where(still).values(values)).rowcount:
        return Said(Screen((say("applicant-decided", name=found.name, standing=found.standing),)))
    book.forget_members(found.person_id)
    return Said(then(book, found), refused=False)


@handles(Approve)
def approve(book: Book, works: list[Work]) -> list[Said]:
    """Let people in: they take part as if they had just enrolled."""
    return [_decide(book, work, "active", _let_in) for work in works]


def _let_in(book: Book, found: Any) -> Screen:
    take_part(book, found.person_id, found.role)
    bring(book, found.person_id, words.let_in(found.programme, found.name, found.role), kind="coordinator")
    return Screen((say("applicant-approved", name=found.name, role=found.role),), words.NEXT)


@handles(Decline)
def decline(book: Book, works: list[Work]) -> list[Said]:
    """Turn people away, kindly."""
    return [_decide(book, work, "left", _turn_down) for work in works]


def _turn_down(book: Book, found: Any) -> Screen:
    bring(book, found.person_id, words.turned_down(found.programme, found.name, found.role), kind="coordinator")
    return Screen((say("applicant-declined", name=found.name),), words.NEXT)


@handles(AskApplicant)
def ask_applicants(book: Book, works: list[Work]) -> list[Screen | None]:
    """Bring a coordinator's question to who waits."""
    return [_ask(book, work) for work in works]


def _ask(book: Book, work: Work) -> Screen | None:
    found = _waiting(book, work)
    if found is None or found.standing != "waiting":
        return words.GONE
    asker = book.person(work.person).name
    bring(book, found.person_id, words.question(asker, work.effect, found.programme), kind="coordinator")
    return None


@handles(AnswerCoordinators)
def answer_coordinators(book: Book, works: list[Work]) -> list[Screen | None]:
    """Show the coordinators what somebody who waits has answered."""
    return [_answer(book, work) for work in works]


def _answer(book: Book, work: Work) -> Screen | None:
    member = book.member(work.person)
    if member is None or member.id != work.effect.member or member.standing != "waiting":
        return Screen((say("answer-late"),))
    tell_coordinators(book, [work._replace(effect=TellCoordinators(words.answered(work.effect)))])
    return None


@handles(ChangeSeat)
def change_seats(book: Book, works: list[Work]) -> list[Screen | None]:
    """Change who does what at the desk of the owner's programme; an owner stays."""
    return [_change_seat(book, work, work.effect) for work in works]


def _change_seat(book: Book, work: Work, change: ChangeSeat) -> Screen | None:
    here = seat(book, work.person, OWNER)
    if here is None:
        return REFUSED
    at_desk = and_(MEMBER.c.programme_id == here.programme_id, MEMBER.c.standing.in_(("active", "paused")))
    query = select(MEMBER.c.person_id, MEMBER.c.role, PERSON.c.name).join(PERSON, PERSON.c.id == MEMBER.c.person_id)
    meant = and_(MEMBER.c.id == change.member, at_desk, MEMBER.c.role.in_(DESK))
    found = book.connection.execute(query.where(meant)).one_or_none()
    if found is None:
        return Screen((say("seat-gone"),))
    owners = book.connection.execute(select(func.count()).where(at_desk, MEMBER.c.role == "owner")).scalar_one()
    if found.role == "owner" and change.role != "owner" and owners < 2:
        return Screen((say("seat-last-owner", name=found.name),))
    _seat(book, work, change, here.programme_id, found.person_id)
    return None


def _seat(book: Book, work: Work, change: ChangeSeat, programme: int, person: int) -> None:
    """Write it, show the commands of now, and tell whom it concerns."""
    values = {"role": change.role} if change.role else {"standing": "left", "reason": "removed"}
    book.connection.execute(update(MEMBER).where(MEMBER.c.id == change.member).values(values))
    book.forget_members(person)
    show_menu(book, person)
    name = book.connection.execute(select(PROGRAMME.c.name).where(PROGRAMME.c.id == programme)).scalar_one()
    if person != work.person:
        bring(book, person, seat_changed(name, change.role), kind="coordinator")
