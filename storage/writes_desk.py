"""What mentors and pairs decide to rows: capacity, agreements, notes, first words, a word to the partner."""

from __future__ import annotations

from dataclasses import replace

from sqlalchemy import and_, delete, insert, update

from bot.effects import TellPerson
from bot.flows import agreement as words
from bot.flows.notes import shared_note
from bot.mentoring.agreement import proposed, round_at, table_of
from bot.mentoring.calendar import local_date
from bot.mentoring.desk_effects import (
    AddNote,
    Agree,
    KeepAgreement,
    RemoveNote,
    SaveAgreement,
    SetCapacity,
    TellPartners,
)
from bot.mentoring.people import Partner
from bot.messages import Say, Screen, say
from storage import tables
from storage.columns import MEMBER
from storage.facts import read_all
from storage.pairing import active_pair, other_of
from storage.rows import table
from storage.writes import Book, Work, handles
from storage.writes_tell import tell_people

AGREEMENT, NOTE = table(tables.Agreement), table(tables.Note)
ENDED = Screen((say("pair-ended"),))


@handles(SetCapacity)
def set_capacity(book: Book, works: list[Work]) -> None:
    """Keep how many mentees each can take."""
    for work in works:
        member = book.member(work.person)
        if member:
            capacity = work.effect.capacity
            book.connection.execute(update(MEMBER).where(MEMBER.c.id == member.id).values(capacity=capacity))


@handles(TellPartners)
def tell_partners(book: Book, works: list[Work]) -> None:
    """Write to the partners of these people, each line with the person's name and the reader's role."""
    facts = read_all(book.connection, {work.person for work in works}, book.now)
    told = []
    for work in works:
        me = facts[work.person]
        for partner in me.partners:
            lines = tuple(
                say(line.key, **{**line.args, "name": me.me.name, "role": partner.role})
                for line in work.effect.screen.lines
            )
            screen = Screen(lines, work.effect.screen.buttons)
            told.append(work._replace(effect=TellPerson(partner.person, screen, kind="pair")))
    tell_people(book, told)


@handles(SaveAgreement)
def save_agreements(book: Book, works: list[Work]) -> list[Screen | None]:
    """Keep what people want of their pairs."""
    return [_save(book, work) for work in works]


def _save(book: Book, work: Work) -> Screen | None:
    wanted: SaveAgreement = work.effect
    partner = _partner(book, work.person, wanted.pair)
    if partner is None:
        return ENDED
    first = not partner.pact.mine
    _write(book, work.person, partner, wanted.round, dict(wanted.answers), agreed=False)
    _unagree(book, partner)
    _show(book, work, partner, "pact-came-in" if first else "pact-changed-by")
    return None


@handles(KeepAgreement)
def keep_agreements(book: Book, works: list[Work]) -> list[Screen | None]:
    """At one and two thirds: what holds is still fine."""
    return [_keep(book, work) for work in works]


def _keep(book: Book, work: Work) -> Screen | None:
    partner = _partner(book, work.person, work.effect.pair)
    if partner is None:
        return ENDED
    pact, now = partner.pact, round_at(partner.since, partner.ends, local_date(book.now, partner.zone))
    if pact.mine and pact.round < now:
        _write(book, work.person, partner, now, pact.mine, agreed=pact.mine_agreed)
    return None


@handles(Agree)
def agree(book: Book, works: list[Work]) -> list[Screen | None]:
    """Agree to what lies on the table; when both have, it holds."""
    return [_agree(book, work) for work in works]


def _agree(book: Book, work: Work) -> Screen | None:
    partner = _partner(book, work.person, work.effect.pair)
    if partner is None:
        return ENDED
    pact = partner.pact
    if not pact.theirs or table_of(pact.mine, pact.theirs) != work.effect.seen:
        return words.moved(partner)
    if pact.mine_agreed:
        return None
    mine = and_(AGREEMENT.c.pair_id == partner.pair, AGREEMENT.c.person_id == work.person)
    book.connection.execute(update(AGREEMENT).where(mine, AGREEMENT.c.round == pact.round).values(agreed_at=book.now))
    if pact.theirs_agreed:
        terms = proposed(pact.mine, pact.theirs)
        book.connection.execute(update(AGREEMENT).where(AGREEMENT.c.pair_id == partner.pair).values(terms=terms))
    _show(book, work, partner, "pact-agreed-by")
    return None


def _partner(book: Book, person: int, pair: int) -> Partner | None:
    """The other side of an active pair of this person's."""
    facts = read_all(book.connection, {person}, book.now).get(person)
    return next((each for each in facts.partners if each.pair == pair), None) if facts else None


def _write(book: Book, person: int, partner: Partner, number: int, answers: dict[str, str], *, agreed: bool) -> None:
    key = {"pair_id": partner.pair, "person_id": person, "round": number}
    here = and_(*(AGREEMENT.c[name] == value for name, value in key.items()))
    book.connection.execute(delete(AGREEMENT).where(here))
    row = {"answers": answers, "terms": partner.pact.terms, "answered_at": book.now}
    book.connection.execute(insert(AGREEMENT), key | row | {"agreed_at": book.now if agreed else None})


def _unagree(book: Book, partner: Partner) -> None:
    """What the other side had agreed to no longer lies on the table."""
    theirs = and_(AGREEMENT.c.pair_id == partner.pair, AGREEMENT.c.person_id == partner.person)
    book.connection.execute(update(AGREEMENT).where(theirs).values(agreed_at=None))


def _show(book: Book, work: Work, partner: Partner, note: str) -> None:
    """Show the other side how things stand now, as soon as they have answered themselves."""
    facts = read_all(book.connection, {work.person, partner.person}, book.now)
    theirs = replace(facts[partner.person], subject=str(partner.pair))
    if theirs.partner is None or not theirs.partner.pact.mine:
        return
    line: Say = say(note, name=facts[work.person].me.name)
    screen = words.pact(theirs).after(line)
    tell_people(book, [work._replace(effect=TellPerson(partner.person, screen, kind="pair"))])


@handles(AddNote)
def add_notes(book: Book, works: list[Work]) -> list[Screen | None]:
    """Keep notes; a shared one goes to the other side."""
    return [_add_note(book, work) for work in works]


def _add_note(book: Book, work: Work) -> Screen | None:
    note: AddNote = work.effect
    pair = active_pair(book.connection, note.pair, work.person)
    if pair is None:
        return ENDED
    row = {"pair_id": note.pair, "author_id": work.person, "shared": note.shared, "text": note.text, "at": book.now}
    book.connection.execute(insert(NOTE), row)
    if note.shared:
        screen = shared_note(book.person(work.person).name, note)
        tell_people(book, [work._replace(effect=TellPerson(other_of(pair, work.person), screen, kind="pair"))])
    return None


@handles(RemoveNote)
def remove_notes(book: Book, works: list[Work]) -> None:
    """Take back notes, each by its author only."""
    for work in works:
        mine = and_(NOTE.c.id == work.effect.note, NOTE.c.author_id == work.person)
        book.connection.execute(delete(NOTE).where(mine))
