"""Sessions to rows: offered, taken, moved. Whoever acts reads the answer, the other side gets a message of its own, and
what is planned follows."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import and_, delete, insert, select, update

from bot.flows import session_cards as cards
from bot.mentoring.session_effects import AcceptSlot, OfferTimes, ProposeSession
from bot.mentoring.session_rules import on_agreeing
from bot.mentoring.sessions import ONLINE, Session
from bot.messages import When, say
from bot.ports import Said
from storage import due
from storage.session_seats import PAIR, SESSION, WORD, free_of, pair_of, refused, seen_by, sides, tell, unplan
from storage.sessions import of_numbers
from storage.writes import Book, Work, handles

SAME_WISH = timedelta(hours=24)  # offers of both sides within this time mean the same meeting


@handles(ProposeSession)
def propose(book: Book, works: list[Work]) -> list[Said]:
    """Keep offers and bring them to the other side."""
    return [_propose(book, work.person, work.effect) for work in works]


def _propose(book: Book, person: int, wish: ProposeSession) -> Said:
    pair = pair_of(book, wish.pair, person)
    if pair is None:
        return refused("session-no-pair")
    people = [pair.mentor_id, pair.mentee_id]
    free = free_of(book, people, wish.slots, 0 if wish.kind == "text" else wish.minutes)
    if not free:
        return refused("session-none-free")
    numbers = _insert(book, person, pair, wish, free)
    found = of_numbers(book.connection, numbers)
    mine = [found[number][person] for number in numbers]
    theirs = [next(view for who, view in found[number].items() if who != person) for number in numbers]
    screen = cards.proposed_series(theirs) if wish.series else cards.proposed(theirs[0], book.now)
    tell(book, theirs[0].me.person, screen)
    n = 1 if wish.series else len(mine[0].slots)
    return Said(cards.sent(mine[0], n, _crossing(book, mine[0])), refused=False)


def _insert(book: Book, person: int, pair: Any, wish: ProposeSession, free: list[datetime]) -> list[int]:
    groups = [[slot] for slot in free] if wish.series else [free]
    series = book.meetings.uid() if wish.series else ""
    numbers = []
    for slots in groups:
        row = {
            "pair_id": pair.id,
            "programme_id": pair.programme_id,
            "by_id": person,
            "kind": wish.kind,
            "minutes": wish.minutes,
            "topic": wish.topic,
            "slots": [slot.isoformat() for slot in slots],
            "uid": book.meetings.uid(),
            "series": series,
            "created_at": book.now,
            "changed_at": book.now,
        }
        numbers.append(_new(book, row))
    return numbers


def _new(book: Book, row: dict[str, Any]) -> int:
    blank = {"state": "proposed", "starts_at": None, "link": "", "sequence": 0, "reason": ""}
    return int(book.connection.execute(insert(SESSION).returning(SESSION.c.id), blank | row).scalar_one())


def _crossing(book: Book, mine: Session) -> list[Session]:
    """An offer of the other side that came at about the same time."""
    near = and_(SESSION.c.pair_id == mine.pair, SESSION.c.state == "proposed", SESSION.c.by_id == mine.partner.person)
    query = select(SESSION.c.id).where(near, SESSION.c.created_at > book.now - SAME_WISH).order_by(SESSION.c.id.desc())
    numbers = list(book.connection.execute(query).scalars())[:1]
    found = of_numbers(book.connection, numbers)
    return [found[number][mine.me.person] for number in numbers if found[number][mine.me.person].offered(book.now)]


@handles(AcceptSlot)
def accept(book: Book, works: list[Work]) -> list[Said]:
    """Agree to moments offered by the other side."""
    return [_accept(book, work.person, work.effect) for work in works]


def _accept(book: Book, person: int, wish: AcceptSlot) -> Said:
    seen = seen_by(book, wish.session, person)
    if seen is None or not seen[0].live:
        return refused("session-gone")
    if stop := _not_to_take(seen[0], book.now, wish):
        return stop
    chosen = _whole(book, seen[0]) if wish.whole else [(seen[0].id, wish.at)]
    people = [seen[0].me.person, seen[0].partner.person]
    minutes = 0 if seen[0].kind == "text" else seen[0].minutes
    taken = [
        number
        for number, at in chosen
        if free_of(book, people, [at], minutes, number) and _agree(book, seen[0], number, at)
    ]
    if not taken:
        return refused("session-none-free")
    moved = seen[0].state == "confirmed"
    _withdraw_same(book, seen[0], taken)
    mine, theirs = sides(book, taken, person)
    _plan(book, [*mine, *theirs])
    tell(book, theirs[0].me.person, cards.confirmed(theirs, book.now, moved=moved))
    return Said(cards.confirmed(mine, book.now, moved=moved), refused=False)


def _not_to_take(mine: Session, now: datetime, wish: AcceptSlot) -> Said | None:
    if mine.state == "cancelled":
        return refused("session-was-cancelled", partner=mine.partner.name)
    if not mine.slots or mine.state not in {"proposed", "confirmed"}:
        return refused("session-already", at=say("session-item", what=When(mine.starts_at or now)))
    if mine.by_me:
        return refused("session-yours", partner=mine.partner.name)
    if wish.at not in mine.slots:
        return refused("session-slot-changed", partner=mine.partner.name)
    return None if wish.at > now else refused("session-slots-past", partner=mine.partner.name)


def _whole(book: Book, mine: Session) -> list[tuple[int, datetime]]:
    """All of a series that is still open, with its moments."""
    query = select(SESSION.c.id, SESSION.c.slots).where(SESSION.c.series == mine.series, SESSION.c.state == "proposed")
    rows = book.connection.execute(query.where(SESSION.c.pair_id == mine.pair).order_by(SESSION.c.id))
    return [(row.id, datetime.fromisoformat(row.slots[0])) for row in rows if row.slots]


def _agree(book: Book, seen: Session, number: int, at: datetime) -> bool:
    """Write a moment down, unless somebody was quicker."""
    room = book.connection.execute(select(PAIR.c.room).where(PAIR.c.id == seen.pair)).scalar_one()
    link = (room or seen.link or book.meetings.room()) if seen.kind in ONLINE else ""
    later = 1 if seen.state == "confirmed" else 0
    values: dict[str, Any] = {"state": "confirmed", "starts_at": at, "slots": [], "link": link, "changed_at": book.now}
    open_ = and_(
        SESSION.c.id == number, SESSION.c.state.in_(("proposed", "confirmed")), SESSION.c.sequence == seen.sequence
    )
    done = book.connection.execute(
        update(SESSION).where(open_).values(values | {"sequence": SESSION.c.sequence + later})
    )
    book.connection.execute(delete(WORD).where(WORD.c.session_id == number))
    return bool(done.rowcount)


def _withdraw_same(book: Book, seen: Session, taken: list[int]) -> None:
    """What both offered at the same time for the same meeting needs no answer any more."""
    created = seen.created or book.now
    near = and_(SESSION.c.created_at > created - SAME_WISH, SESSION.c.created_at < created + SAME_WISH)
    same = and_(SESSION.c.pair_id == seen.pair, SESSION.c.state == "proposed", SESSION.c.series == "", near)
    if seen.state == "proposed":
        gone = and_(same, SESSION.c.id.not_in(taken), SESSION.c.by_id != seen.partner.person)
        book.connection.execute(update(SESSION).where(gone).values(state="cancelled", reason="same", slots=[]))


def _plan(book: Book, sessions: Iterable[Session]) -> None:
    """What was planned for these sessions goes; what is to come of them now is planned."""
    sessions = list(sessions)
    unplan(book, [session.id for session in sessions])
    rows = [row for each in sessions for row in on_agreeing(each, book.plan(each.me.person), book.now)]
    due.plan(book.connection, rows)


@handles(OfferTimes)
def offer(book: Book, works: list[Work]) -> list[Said]:
    """Offer other moments: instead of those proposed, or to move what is agreed."""
    return [_offer(book, work.person, work.effect) for work in works]


def _offer(book: Book, person: int, wish: OfferTimes) -> Said:
    seen = seen_by(book, wish.session, person)
    if seen is None or not seen[0].live or seen[0].state not in {"proposed", "confirmed"}:
        return refused("session-gone")
    if seen[0].begun(book.now):
        return refused("session-move-late", partner=seen[0].partner.name)
    people = [seen[0].me.person, seen[0].partner.person]
    free = free_of(book, people, wish.slots, 0 if seen[0].kind == "text" else seen[0].minutes, wish.session)
    if not free:
        return refused("session-none-free")
    values: dict[str, Any] = {"slots": [slot.isoformat() for slot in free], "by_id": person, "changed_at": book.now}
    if seen[0].state == "proposed":
        values["series"] = ""
    book.connection.execute(update(SESSION).where(SESSION.c.id == wish.session).values(values))
    mine, theirs = (side[0] for side in sides(book, [wish.session], person))
    screen = cards.moving(theirs, book.now) if mine.state == "confirmed" else cards.offered_others(theirs, book.now)
    tell(book, theirs.me.person, screen)
    return Said(cards.sent(mine, len(free)), refused=False)
