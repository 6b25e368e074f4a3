"""What the inbox shows: the calls for help of a programme, and what was said about one."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, func, select

from bot.flows.staff.inbox import CLOSED, ID_DIGITS, PER_PAGE
from bot.mentoring.inbox import SAFETY, InboxView, Said, Ticket, TicketView
from bot.mentoring.people import Facts
from storage import tables
from storage.accounts import accounts
from storage.among import among
from storage.columns import MEMBER, PERSON
from storage.rows import table
from storage.sights import sees

HELP, WORD = table(tables.HelpRequest), table(tables.TicketWord)

SHOWN = 6  # words of a ticket, the newest
TAKER = PERSON.alias()
TICKETS = (
    select(HELP, PERSON.c.name, TAKER.c.name.label("by"))
    .join(PERSON, PERSON.c.id == HELP.c.person_id)
    .outerjoin(TAKER, TAKER.c.id == HELP.c.taken_by_id)
)
SINCE = func.coalesce(HELP.c.changed_at, HELP.c.at)


def ticket_in(connection: Connection, programme: int, number: int) -> Any:
    """A ticket of this programme; None for another's."""
    here = select(HELP).where(HELP.c.id == number, HELP.c.programme_id == programme)
    return connection.execute(here).one_or_none()


def staff_of(connection: Connection, programme: int) -> list[int]:
    """Those who run a programme; when nobody is there, those who paused: a call for help must reach somebody."""
    query = select(MEMBER.c.person_id, MEMBER.c.standing).where(MEMBER.c.programme_id == programme)
    rows = connection.execute(
        query.where(MEMBER.c.role.in_(("coordinator", "owner"))).order_by(MEMBER.c.person_id)
    ).all()
    here = [row.person_id for row in rows if row.standing == "active"]
    return here or [row.person_id for row in rows if row.standing == "paused"]


@sees("inbox")
def read_inbox(connection: Connection, facts: Facts) -> InboxView | None:
    """A page of the open ones, or of those that are closed: safety first, then who waits longest."""
    if facts.programme is None:
        return None
    closed, page = _asked(facts.subject)
    ours = HELP.c.programme_id == facts.programme.id
    these = (ours, HELP.c.state == "closed" if closed else HELP.c.state != "closed")
    total = connection.execute(select(func.count()).select_from(HELP).where(*these)).scalar_one()
    page = min(page, max(1, -(-total // PER_PAGE)))
    order = (SINCE.desc(),) if closed else (HELP.c.state != "open", HELP.c.topic != SAFETY, SINCE, HELP.c.id)
    rows = connection.execute(TICKETS.where(*these).order_by(*order).limit(PER_PAGE).offset((page - 1) * PER_PAGE))
    waiting = select(func.count()).select_from(HELP).where(ours, HELP.c.state == "open")
    tickets = tuple(_ticket(row, facts.me.id) for row in rows)
    return InboxView(tickets, page, total, connection.execute(waiting).scalar_one(), closed=closed)


def _asked(subject: str) -> tuple[bool, int]:
    """Which side of the inbox, and which page: "2", "closed", "closed-2"."""
    kind, _, number = subject.casefold().rpartition("-")
    closed = kind in CLOSED or number in CLOSED
    return closed, int(number) if number.isdecimal() and 0 < len(number) < ID_DIGITS and int(number) else 1


def _ticket(row: Any, me: int) -> Ticket:
    waits = row.changed_at or row.at
    mine = row.taken_by_id == me
    return Ticket(row.id, row.person_id, row.name, row.topic, row.state, row.at, waits, row.by or "", mine)


@sees("ticket", "ticket_answer")
def read_ticket(connection: Connection, facts: Facts) -> TicketView | None:
    """A ticket of the programme somebody works in."""
    if facts.programme is None:
        return None
    row = connection.execute(_which(facts.subject).where(HELP.c.programme_id == facts.programme.id)).first()
    return _view(connection, row, facts.me.id) if row else None


def _which(subject: str) -> Any:
    """By its number, which anybody can make up in a button."""
    return TICKETS.where(HELP.c.id == (int(subject) if subject.isdecimal() and len(subject) <= ID_DIGITS else 0))


def first_since(connection: Connection, programme: int, person: int, since: int) -> int | None:
    """The number of the first call of somebody in a programme since a moment."""
    theirs = (HELP.c.programme_id == programme, HELP.c.person_id == person)
    later = (*theirs, HELP.c.at >= datetime.fromtimestamp(since, UTC))
    return connection.execute(select(HELP.c.id).where(*later).order_by(HELP.c.id).limit(1)).scalar()


@sees("ticket_reply")
def read_own(connection: Connection, facts: Facts) -> TicketView | None:
    """The person's own ticket."""
    row = connection.execute(_which(facts.subject).where(HELP.c.person_id == facts.me.id)).first()
    return _view(connection, row, facts.me.id) if row else None


def _view(connection: Connection, row: Any, me: int) -> TicketView:
    words = select(WORD, PERSON.c.name).outerjoin(PERSON, PERSON.c.id == WORD.c.person_id)
    later = connection.execute(words.where(WORD.c.request_id == row.id).order_by(WORD.c.id)).all()
    said = [Said(row.text, row.at)] if row.text else []
    said += [Said(word.text, word.at, (word.name or "…") if word.staff else "") for word in later]
    where = accounts(connection, {row.person_id}).get(row.person_id)
    reached = where is not None and where.reach == "ok"
    return TicketView(_ticket(row, me), tuple(said[-SHOWN:]), max(0, len(said) - SHOWN), reached=reached)


def waiting_for(connection: Connection, people: Sequence[int]) -> list[Any]:
    """The open tickets of these people, with their names."""
    return list(connection.execute(TICKETS.where(among(HELP.c.person_id, people), HELP.c.state == "open")))
