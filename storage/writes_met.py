"""Whether sessions took place, to rows: each side's own word is kept, and what they count as follows from both."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from sqlalchemy import and_, insert, select, update

from bot.flows import session_cards as cards
from bot.mentoring.feedback import on_meeting
from bot.mentoring.session_effects import AnswerText, CloseSession, LogMet, SayMet
from bot.mentoring.session_rules import on_logging
from bot.mentoring.sessions import ANSWER_WITHIN, Session, outcome, outcome_of_text, overlap
from bot.messages import ANSWER, Outgoing
from bot.ports import Said
from storage import due, tables
from storage.accounts import accounts
from storage.bulk import insert_many
from storage.rows import out_row, table
from storage.session_seats import SESSION, pair_of, refused, seen_by, tell
from storage.sessions import of_numbers
from storage.writes import Book, Work, handles
from storage.writes_session_life import say_word

OUTBOX = table(tables.Outbox)
PAST = ("confirmed", "held", "missed", "moved", "unclear")


@handles(SayMet)
def say_met(book: Book, works: list[Work]) -> list[Said]:
    """Keep what one side says, and settle what can be settled."""
    return [_say_met(book, work.person, work.effect) for work in works]


def _say_met(book: Book, person: int, word: SayMet) -> Said:
    seen = seen_by(book, word.session, person)
    if seen is None or seen[0].state not in PAST or not seen[0].begun(book.now):
        return refused("session-gone")
    say_word(book, word.session, person, met=word.met, why=word.why)
    if word.met == "yes":
        due.plan(book.connection, list(on_meeting(seen[0], book.plan(person), book.now)))
    mine = _seen(book, word.session, person)
    if mine.theirs.met or seen[0].state != "confirmed":
        _settle(book, mine)
    return Said(cards.met_noted(_seen(book, word.session, person)), refused=False)


def _seen(book: Book, number: int, person: int) -> Session:
    return of_numbers(book.connection, [number])[number][person]


def _settle(book: Book, mine: Session) -> None:
    """What the session counts as, by both words there are."""
    if mine.kind == "text":
        state = outcome_of_text(mine.mine.answered, mine.theirs.answered)
    else:
        state = outcome(mine.mine.met, mine.theirs.met)
    book.connection.execute(
        update(SESSION)
        .where(SESSION.c.id == mine.id, SESSION.c.state.in_(PAST))
        .values(state=state, changed_at=book.now)
    )


@handles(CloseSession)
def close(book: Book, works: list[Work]) -> None:
    """Nobody said more in time: it counts as what was said."""
    for work in works:
        seen = seen_by(book, work.effect.session, work.person)
        if seen and seen[0].state == "confirmed":
            _settle(book, seen[0])


@handles(LogMet)
def log(book: Book, works: list[Work]) -> list[Said]:
    """Keep a meeting nobody had arranged; the other side is asked whether it was so."""
    return [_log(book, work.person, work.effect) for work in works]


def _log(book: Book, person: int, told: LogMet) -> Said:
    pair = pair_of(book, told.pair, person)
    if pair is None:
        return refused("session-no-pair")
    if (same := _same(book, told)) is not None:
        return _say_met(book, person, SayMet(same, "yes"))
    number = book.connection.execute(
        insert(SESSION).returning(SESSION.c.id), _row(book, person, pair, told)
    ).scalar_one()
    say_word(book, number, person, met="yes")
    found = of_numbers(book.connection, [number])[number]
    mine, theirs = found.pop(person), next(view for who, view in found.items() if who != person)
    due.plan(book.connection, [*on_logging(mine), *on_meeting(mine, book.plan(person), book.now)])
    tell(book, theirs.me.person, cards.confirm_log(theirs))
    return Said(cards.logged(mine), refused=False)


def _row(book: Book, person: int, pair: Any, told: LogMet) -> dict[str, Any]:
    given = {"pair_id": pair.id, "programme_id": pair.programme_id, "by_id": person, "starts_at": told.at}
    given |= {"minutes": told.minutes, "state": "confirmed", "kind": "person", "topic": "", "slots": [], "link": ""}
    blank = {"uid": book.meetings.uid(), "sequence": 0, "series": "", "reason": "logged"}
    return given | blank | {"created_at": book.now, "changed_at": book.now}


def _same(book: Book, told: LogMet) -> int | None:
    """A session that is known already and lies at the same time, or on the same day when no hour was named."""
    near = and_(
        SESSION.c.starts_at > told.at - timedelta(hours=12), SESSION.c.starts_at < told.at + timedelta(hours=12)
    )
    query = select(SESSION.c.id, SESSION.c.starts_at, SESSION.c.minutes).where(near, SESSION.c.pair_id == told.pair)
    begun = query.where(SESSION.c.state.in_(PAST), SESSION.c.starts_at <= book.now).order_by(SESSION.c.id)
    for row in book.connection.execute(begun):
        span = row.starts_at, row.starts_at + timedelta(minutes=row.minutes)
        if not told.known or overlap(told.at, told.minutes, [span]):
            return int(row.id)
    return None


@handles(AnswerText)
def answer_text(book: Book, works: list[Work]) -> list[Said]:
    """Answers of a text session wait in the outbox, for the other side's or the end of the time; nowhere else."""
    return [_answer_text(book, work.person, work.effect) for work in works]


def _answer_text(book: Book, person: int, told: AnswerText) -> Said:
    seen = seen_by(book, told.session, person)
    if seen is None or seen[0].state != "confirmed" or seen[0].kind != "text" or seen[0].starts_at is None:
        return refused("session-gone")
    mine, theirs = seen
    if mine.mine.answered:
        return refused("session-text-done", partner=mine.partner.name)
    if book.now > seen[0].starts_at + ANSWER_WITHIN:
        return refused("session-text-late")
    _keep(book, theirs, told)
    say_word(book, told.session, person, answered=len(told.answers))
    mine = _seen(book, told.session, person)
    if mine.theirs.answered:
        _release(book, told.session)
        _settle(book, mine)
    return Said(cards.text_noted(mine), refused=False)


def _keep(book: Book, reader: Session, told: AnswerText) -> None:
    """Written to the reader at once, but held back."""
    where = accounts(book.connection, {reader.me.person}).get(reader.me.person)
    if where is None:
        return
    screen = cards.text_answers(reader, told.answers)
    out = Outgoing(
        where.platform,
        where.chat,
        screen,
        reader.me.person,
        ANSWER,
        occurrence=f"text:{told.session}:{reader.me.person}",
        locale=where.locale,
        not_before=reader.ends_at,
    )
    insert_many(
        book.connection, tables.Outbox, [out_row(out, book.now, reader.me.person) | {"state": "resting"}], once=True
    )


def _release(book: Book, number: int) -> None:
    """Both have answered: what was held back may go."""
    theirs = and_(OUTBOX.c.occurrence.like(f"text:{number}:%"), OUTBOX.c.state.in_(("waiting", "resting")))
    book.connection.execute(update(OUTBOX).where(theirs).values(state="waiting", not_before=None))
