"""Tickets to rows: taken, answered, closed, answered back; and told to whom it concerns."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, insert, select, update

from bot.commands import STAFF
from bot.effects import AskHelp, Effect, Job, TellPerson
from bot.flows.staff import inbox as words
from bot.house import PAGE
from bot.mentoring.inbox import SAFETY, patience
from bot.mentoring.inbox_effects import AnswerTicket, CloseTicket, OpenTicket, RemindTicket, ReplyTicket, TakeTicket
from bot.messages import Button, Screen, say
from bot.ports import Said
from storage.accounts import accounts
from storage.columns import MEMBER
from storage.ending import bring
from storage.jobs import Shop, does, keep_jobs
from storage.staff.inbox import HELP, TICKETS, WORD, first_since, staff_of, ticket_in, waiting_for
from storage.staff.seat import seat
from storage.writes import Book, Work, handles
from storage.writes_tell import tell_people

GONE = Screen((say("ticket-gone"),), ((Button(say("button-inbox"), "p:inbox"),),))


@handles(AskHelp)
def ask_help(book: Book, works: list[Work]) -> None:
    """Keep calls for help, and look later whether each was answered."""
    members = book.members([work.person for work in works])
    for work in works:
        if work.person not in members:
            continue
        row = {"person_id": work.person, "programme_id": members[work.person].programme_id, "at": book.now}
        book.connection.execute(insert(HELP), row | {"topic": work.effect.topic, "text": work.effect.text})
        watch(book, [work], work.effect.topic)


def _ours(book: Book, work: Work) -> Any:
    """The ticket, of the programme this person runs now."""
    member = seat(book, work.person)
    return member and ticket_in(book.connection, member.programme_id, work.effect.ticket)


def _set(book: Book, ticket: int, **values: Any) -> None:
    book.connection.execute(update(HELP).where(HELP.c.id == ticket).values(values))


def _tell(book: Book, work: Work, person: int, topic: str, screen: Screen) -> None:
    """Write to somebody: at once where it is about safety, else outside their quiet hours."""
    if topic == SAFETY:
        tell_people(book, [work._replace(effect=TellPerson(person, screen, kind="coordinator"))])
    else:
        bring(book, person, screen, kind="coordinator")


@handles(OpenTicket)
def open_call(book: Book, works: list[Work]) -> list[Screen | None]:
    """Have tickets drawn, as their pages are."""
    return [_open(book, work) for work in works]


def _open(book: Book, work: Work) -> Screen | None:
    member, wanted = seat(book, work.person), work.effect
    number = member and first_since(book.connection, member.programme_id, wanted.person, wanted.since)
    if not number:
        return GONE
    page = Job(PAGE, {"name": "ticket", "subject": str(number), "note": []}, edit=work.incoming.message)
    keep_jobs(book, [work._replace(effect=page)])
    return None


@handles(TakeTicket)
def take(book: Book, works: list[Work]) -> list[Screen | None]:
    """Keep who takes care of it; whoever did before is not asked, as they see it."""
    found = [(work, _ours(book, work)) for work in works]
    for work, row in found:
        if row and row.state != "closed":
            _set(book, row.id, taken_by_id=work.person)
    return [None if row else GONE for _, row in found]


@handles(AnswerTicket)
def answer(book: Book, works: list[Work]) -> list[Said]:
    """Keep answers, and bring each to its person."""
    return [_answer(book, work, work.effect) for work in works]


def _answer(book: Book, work: Work, said: AnswerTicket) -> Said:
    row = _ours(book, work)
    if row is None:
        return Said(GONE)
    _keep(book, work, row.id, said.text, staff=True)
    _set(book, row.id, state="answered", changed_at=book.now, taken_by_id=row.taken_by_id or work.person)
    _tell(book, work, row.person_id, row.topic, words.answered(book.person(work.person).name, said.text, row.id))
    where = accounts(book.connection, {row.person_id}).get(row.person_id)
    reached = "yes" if where and where.reach == "ok" else "no"
    line = say("ticket-answer-sent", name=book.person(row.person_id).name, reached=reached)
    close = Button(say("button-close-ticket"), f"do:ticket_close:{row.id}")
    return Said(Screen((line,), ((close, Button(say("button-inbox"), "p:inbox")),)), refused=False)


def _keep(book: Book, work: Work, ticket: int, text: str, *, staff: bool) -> None:
    row = {"request_id": ticket, "person_id": work.person, "staff": staff, "text": text, "at": book.now}
    book.connection.execute(insert(WORD), row)


@handles(CloseTicket)
def close(book: Book, works: list[Work]) -> list[Screen | None]:
    """It is settled; the person reads that once."""
    return [_close(book, work) for work in works]


def _close(book: Book, work: Work) -> Screen | None:
    row = _ours(book, work)
    if row is None:
        return GONE
    if row.state != "closed":
        _set(book, row.id, state="closed", changed_at=book.now, taken_by_id=row.taken_by_id or work.person)
        name = book.person(work.person).name
        screen = words.settled(name, _role(book, row.person_id, row.programme_id), row.id)
        bring(book, row.person_id, screen, kind="coordinator")
    return None


def _role(book: Book, person: int, programme: int) -> str:
    here = (MEMBER.c.person_id == person, MEMBER.c.programme_id == programme)
    return book.connection.execute(select(MEMBER.c.role).where(*here)).scalar() or "mentee"


@handles(ReplyTicket)
def reply(book: Book, works: list[Work]) -> list[Said]:
    """Keep what people answer back; the ticket is open again, and whoever takes care of it reads it."""
    return [_reply(book, work, work.effect) for work in works]


def _reply(book: Book, work: Work, said: ReplyTicket) -> Said:
    mine = (HELP.c.id == said.ticket, HELP.c.person_id == work.person)
    row = book.connection.execute(select(HELP).where(*mine)).one_or_none()
    if row is None:
        return Said(Screen((say("ticket-gone"),)))
    _keep(book, work, row.id, said.text, staff=False)
    _set(book, row.id, state="open", changed_at=book.now)
    watch(book, [work], row.topic)
    name = book.person(work.person).name
    for person in _concerned(book.connection, row):
        _tell(book, work, person, row.topic, words.came_in(name, said.text, row.id))
    return Said(Screen((say("ticket-reply-sent"),), ((Button(say("button-help"), "p:help"),),)), refused=False)


def _concerned(connection: Connection, row: Any) -> list[int]:
    """Whoever takes care of it, if they still run the programme; else all who do."""
    here = (MEMBER.c.person_id == row.taken_by_id, MEMBER.c.programme_id == row.programme_id)
    runs = select(MEMBER.c.person_id).where(*here, MEMBER.c.role.in_(STAFF), MEMBER.c.standing == "active")
    taker = list(connection.execute(runs).scalars())
    return taker or [person for person in staff_of(connection, row.programme_id) if person != row.person_id]


# Nobody answers for long


def watch(book: Book, works: list[Work], topic: str) -> None:
    """Plan a look at whether somebody has been answered. What goes wrong with it is not for the person to read."""
    job = Job("ticket_wait", at=book.now + patience(topic))
    keep_jobs(book, [work._replace(effect=job, incoming=replace(work.incoming, chat="")) for work in works])


@does("ticket_wait")
def look(shop: Shop) -> Iterator[Effect]:
    """Remind of those tickets of a person that have waited too long."""
    for row in waiting_for(shop.connection, [shop.task.person]):
        if (row.changed_at or row.at) + patience(row.topic) <= shop.now:
            yield RemindTicket(row.id)


@handles(RemindTicket)
def remind(book: Book, works: list[Work]) -> None:
    """Those who run the programme read it, once for each time somebody waits."""
    for work in works:
        row = book.connection.execute(TICKETS.where(HELP.c.id == work.effect.ticket, HELP.c.state == "open")).first()
        if row:
            _remind(book, row)


def _remind(book: Book, row: Any) -> None:
    since = row.changed_at or row.at
    screen = words.waiting(row.name, row.topic, since, row.id)
    for person in staff_of(book.connection, row.programme_id):
        if person != row.person_id:
            once = f"ticket-waits:{row.id}:{int(since.timestamp())}:{person}"
            bring(book, person, screen, once, "coordinator")
