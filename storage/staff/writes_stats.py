"""What coordinators do about a pair, to rows: notes, a word to both, the end."""

from __future__ import annotations

from typing import Any

from sqlalchemy import and_, delete, insert, or_, update

from bot.flows.parting import ended
from bot.flows.staff.pairs_talks import NOT_HERE, OVER, from_staff, written
from bot.mentoring.stats_effects import AddStaffNote, EndPair, RemoveStaffNote, WriteBoth
from bot.messages import Button, Screen, say
from bot.ports import Said
from storage import tables
from storage.accounts import accounts
from storage.ending import bring, end, role_in
from storage.rows import table
from storage.staff.seat import pair_in, seat
from storage.writes import Book, Work, handles

NOTE, PAIR = table(tables.StaffNote), table(tables.Pair)


def _pair(book: Book, work: Work) -> Any:
    """The pair an effect is about, if its person runs the programme of it."""
    member = seat(book, work.person)
    return pair_in(book.connection, member.programme_id, work.effect.pair) if member else None


def _sides(pair: Any) -> list[int]:
    return [person for person in (pair.mentee_id, pair.mentor_id) if person]


@handles(AddStaffNote)
def add_notes(book: Book, works: list[Work]) -> list[Screen | None]:
    """Keep notes about pairs."""
    return [_add_note(book, work) for work in works]


def _add_note(book: Book, work: Work) -> Screen | None:
    if _pair(book, work) is None:
        return NOT_HERE
    row = {"pair_id": work.effect.pair, "author_id": work.person, "text": work.effect.text, "at": book.now}
    book.connection.execute(insert(NOTE), row)
    return None


@handles(RemoveStaffNote)
def remove_notes(book: Book, works: list[Work]) -> list[Screen | None]:
    """Take notes away: one's own; an owner any of their programme."""
    return [_remove_note(book, work) for work in works]


def _remove_note(book: Book, work: Work) -> Screen | None:
    if _pair(book, work) is None:
        return NOT_HERE
    mine = or_(NOTE.c.author_id == work.person, book.member(work.person).role == "owner")
    which = and_(NOTE.c.id == work.effect.note, NOTE.c.pair_id == work.effect.pair, mine)
    book.connection.execute(delete(NOTE).where(which))
    return None


@handles(WriteBoth)
def write_both(book: Book, works: list[Work]) -> list[Said]:
    """Write to both sides of pairs, outside their quiet hours."""
    return [_write(book, work) for work in works]


def _write(book: Book, work: Work) -> Said:
    pair = _pair(book, work)
    if pair is None or pair.state != "active":
        return Said(OVER if pair else NOT_HERE)
    name, where = book.person(work.person).name, accounts(book.connection, set(_sides(pair)))
    told, lost = list[str](), list[str]()
    for person in _sides(pair):
        reached = person in where and where[person].reach == "ok"
        (told if reached else lost).append(book.person(person).name)
        bring(book, person, from_staff(role_in(pair, person), name, work.effect.text), kind="coordinator")
    return Said(written(told, lost), refused=False)


@handles(EndPair)
def end_pairs(book: Book, works: list[Work]) -> list[Said]:
    """End pairs: both sides are told kindly, without a reason."""
    return [_end(book, work) for work in works]


def _end(book: Book, work: Work) -> Said:
    pair = _pair(book, work)
    called_off = end(book, pair, "ended") if pair else None
    if pair is None or called_off is None:
        return Said(OVER if pair else NOT_HERE)
    book.connection.execute(update(PAIR).where(PAIR.c.id == pair.id).values(reason="staff"))
    names = {person: book.person(person).name for person in _sides(pair)}
    for person, other in ((pair.mentee_id, pair.mentor_id), (pair.mentor_id, pair.mentee_id)):
        if person:
            screen = ended(role_in(pair, person), names.get(other, ""), called_off.get(person, ()), book.now, "over")
            bring(book, person, screen, f"ended:{pair.id}:{person}:{int(book.now.timestamp())}")
    line = say("pair-ended-now", names=tuple(names.values()), n=max(map(len, called_off.values()), default=0))
    return Said(Screen((line,), ((Button(say("button-pairs"), "p:pairs"),),)), refused=False)
