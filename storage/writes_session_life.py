"""What becomes of agreed sessions, to rows: called off, sure to come, in which room."""

from __future__ import annotations

from typing import Any

from sqlalchemy import and_, or_, select, update

from bot.flows import session_cards as cards
from bot.mentoring.session_effects import CancelSession, ConfirmSession, SetRoom
from bot.mentoring.sessions import ONLINE, Session
from bot.messages import Screen, say
from bot.ports import Said
from storage import tables
from storage.among import among
from storage.bulk import insert_once
from storage.session_seats import PAIR, SESSION, WORD, pair_of, refused, seen_by, sides, tell, unplan
from storage.writes import Book, Work, handles


@handles(CancelSession)
def cancel(book: Book, works: list[Work]) -> list[Said]:
    """Call sessions off; calendars are told."""
    return [_cancel(book, work.person, work.effect) for work in works]


def _cancel(book: Book, person: int, wish: CancelSession) -> Said:
    seen = seen_by(book, wish.session, person)
    if seen is None or seen[0].state not in {"proposed", "confirmed"}:
        return refused(
            "session-was-cancelled" if seen and seen[0].state == "cancelled" else "session-gone", **_named(seen)
        )
    if seen[0].begun(book.now):
        return refused("session-cancel-late", partner=seen[0].partner.name)
    numbers = _rest(book, seen[0]) if wish.whole else [wish.session]
    values = {"state": "cancelled", "reason": wish.reason, "slots": [], "changed_at": book.now}
    open_ = and_(among(SESSION.c.id, numbers), SESSION.c.state.in_(("proposed", "confirmed")))
    book.connection.execute(update(SESSION).where(open_).values(values | {"sequence": SESSION.c.sequence + 1}))
    unplan(book, numbers)
    mine, theirs = sides(book, numbers, person)
    n = len(numbers)
    tell(book, theirs[0].me.person, cards.cancelled(_of(theirs, wish), book.now, mine=False, n=n, gone=theirs))
    return Said(cards.cancelled(_of(mine, wish), book.now, mine=True, n=n, gone=mine), refused=False)


def _named(seen: tuple[Session, Session] | None) -> dict[str, str]:
    return {"partner": seen[0].partner.name} if seen and seen[0].state == "cancelled" else {}


def _of(sessions: list[Session], wish: CancelSession) -> Session:
    return next(each for each in sessions if each.id == wish.session)


def _rest(book: Book, mine: Session) -> list[int]:
    """All of a series that has not begun."""
    query = select(SESSION.c.id).where(SESSION.c.series == mine.series, SESSION.c.pair_id == mine.pair)
    open_ = and_(
        SESSION.c.state.in_(("proposed", "confirmed")),
        or_(SESSION.c.starts_at.is_(None), SESSION.c.starts_at > book.now),
    )
    return list(book.connection.execute(query.where(open_).order_by(SESSION.c.id)).scalars())


@handles(ConfirmSession)
def confirm(book: Book, works: list[Work]) -> list[Said]:
    """Keep that somebody will be there."""
    return [_confirm(book, work.person, work.effect.session) for work in works]


def _confirm(book: Book, person: int, number: int) -> Said:
    seen = seen_by(book, number, person)
    if seen is None or seen[0].state != "confirmed":
        return refused("session-gone")
    say_word(book, number, person, confirmed_at=book.now)
    return Said(cards.ready(seen[0]), refused=False)


def say_word(book: Book, number: int, person: int, **values: Any) -> None:
    """Keep a word of one side beside what it said before."""
    row = {"session_id": number, "person_id": person, "met": "", "why": "", "answered": 0, "at": book.now}
    book.connection.execute(insert_once(book.connection, tables.SessionWord), row)
    mine = and_(WORD.c.session_id == number, WORD.c.person_id == person)
    book.connection.execute(update(WORD).where(mine).values(values | {"at": book.now}))


@handles(SetRoom)
def set_room(book: Book, works: list[Work]) -> list[Said]:
    """Keep a pair's own room, also for what is agreed already."""
    return [_set_room(book, work.person, work.effect) for work in works]


def _set_room(book: Book, person: int, wish: SetRoom) -> Said:
    pair = pair_of(book, wish.pair, person)
    if pair is None:
        return refused("session-no-pair")
    book.connection.execute(update(PAIR).where(PAIR.c.id == wish.pair).values(room=wish.url))
    coming = and_(SESSION.c.pair_id == wish.pair, SESSION.c.state == "confirmed", SESSION.c.starts_at > book.now)
    if wish.url:
        online = SESSION.c.kind.in_(sorted(ONLINE))
        book.connection.execute(update(SESSION).where(coming, online).values(link=wish.url))
    other = pair.mentee_id if person == pair.mentor_id else pair.mentor_id
    name = book.person(person).name
    key = "session-room-new" if wish.url else "session-room-none"
    tell(book, other, Screen((say(key, partner=name, link=wish.url or "-"),)))
    done = "session-room-kept" if wish.url else "session-room-gone"
    return Said(Screen((say(done, link=wish.url or "-"),), ((cards.sessions_button(),),)), refused=False)
