"""How pairs end, to rows: a wish for another partner and its two days, a month more, thanks, the close."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from sqlalchemy import and_, insert, select, update

from bot.effects import TellCoordinators
from bot.flows import parting as words
from bot.mentoring.calendar import local_date
from bot.mentoring.parting import MONTH, THINK, on_asking, on_end
from bot.mentoring.parting_effects import AskParting, ClosePair, ExtendPair, KeepPair, Part, PassThanks
from bot.messages import Screen, When, say
from bot.ports import Said
from storage import due, rituals, tables  # noqa: F401 - rituals registers its reader
from storage.ending import bring, end, role_in
from storage.pairing import active_pair, other_of
from storage.rows import table
from storage.writes import Book, Work, handles
from storage.writes_tell import tell_coordinators

PAIR, PARTING, RESPONSE, DUE = (table(each) for each in (tables.Pair, tables.Parting, tables.FormResponse, tables.Due))
ENDED = Screen((say("pair-ended"),))


def _told(screen: Screen) -> Said:
    return Said(screen, refused=False)


# Another partner


@handles(AskParting)
def ask_parting(book: Book, works: list[Work]) -> list[Said]:
    """Keep wishes for another partner; coordinators hear at once, the other side not at all."""
    return [_ask(book, work, work.effect) for work in works]


def _ask(book: Book, work: Work, wish: AskParting) -> Said:
    pair = active_pair(book.connection, wish.pair, work.person)
    if pair is None:
        return Said(ENDED)
    name = book.person(other_of(pair, work.person)).name
    if found := _waiting(book, wish.pair, work.person):
        return Said(words.waiting(name, wish.pair, found.until))
    until = book.now + THINK
    row = {"pair_id": wish.pair, "person_id": work.person, "reason": wish.reason, "text": wish.text}
    book.connection.execute(insert(PARTING), row | {"state": "waiting", "until": until, "at": book.now})
    due.plan(book.connection, [on_asking(work.person, wish.pair, until)])
    _card(book, work, words.for_coordinator(name, wish, until))
    return _told(words.waiting(name, wish.pair, until))


def _waiting(book: Book, pair: int, person: int) -> Any:
    mine = and_(PARTING.c.pair_id == pair, PARTING.c.person_id == person, PARTING.c.state == "waiting")
    return book.connection.execute(select(PARTING).where(mine)).first()


def _card(book: Book, work: Work, screen: Screen) -> None:
    tell_coordinators(book, [work._replace(effect=TellCoordinators(screen))])


@handles(KeepPair)
def keep_pairs(book: Book, works: list[Work]) -> list[Said]:
    """People changed their minds; coordinators hear of that too."""
    return [_keep(book, work, work.effect.pair) for work in works]


def _keep(book: Book, work: Work, number: int) -> Said:
    pair = active_pair(book.connection, number, work.person)
    if pair is None:
        return Said(ENDED)
    name, wish = book.person(other_of(pair, work.person)).name, _waiting(book, number, work.person)
    if wish:
        book.connection.execute(update(PARTING).where(PARTING.c.id == wish.id).values(state="kept"))
        mine = and_(DUE.c.person_id == work.person, DUE.c.kind == "parting", DUE.c.subject == str(number))
        book.connection.execute(DUE.delete().where(mine))
        _card(book, work, Screen((say("coordinator-part-kept", partner=name),)))
    return _told(words.kept(name, number))


@handles(Part)
def part(book: Book, works: list[Work]) -> None:
    """The two days are over: both read that it ended, neither reads why."""
    for work in works:
        pair = active_pair(book.connection, work.effect.pair, work.person)
        wish = _waiting(book, work.effect.pair, work.person)
        if pair and wish and wish.until <= book.now:
            _part(book, work, pair, wish)


def _part(book: Book, work: Work, pair: Any, wish: Any) -> None:
    book.connection.execute(update(PARTING).where(PARTING.c.id == wish.id).values(state="done"))
    called_off, stamp = end(book, pair, "ended") or {}, int(book.now.timestamp())
    other = other_of(pair, work.person)
    for person, partner, why in ((work.person, other, "asked"), (other, work.person, "over")):
        name = book.person(partner).name
        screen = words.ended(role_in(pair, person), name, called_off.get(person, ()), book.now, why)
        bring(book, person, screen, f"parted:{pair.id}:{person}:{stamp}")
    lines = (say("coordinator-parted", partner=book.person(other).name, reason=words.said(wish.reason)),)
    _card(book, work, Screen(lines))


# A month more


@handles(ExtendPair)
def extend(book: Book, works: list[Work]) -> list[Said]:
    """It counts once both want it."""
    return [_extend(book, work, work.effect.pair) for work in works]


def _extend(book: Book, work: Work, number: int) -> Said:
    pair = active_pair(book.connection, number, work.person)
    if pair is None or pair.ends is None:
        return Said(ENDED)
    if pair.ends > (book.now + timedelta(days=14)).date():
        return Said(Screen((say("extend-early", day=When(pair.ends)),)))
    role, other = role_in(pair, work.person), other_of(pair, work.person)
    me, them = book.person(work.person), book.person(other)
    if not (pair.mentor_extends if role == "mentee" else pair.mentee_extends):
        book.connection.execute(update(PAIR).where(PAIR.c.id == number).values({f"{role}_extends": True}))
        if not (pair.mentee_extends if role == "mentee" else pair.mentor_extends):
            bring(book, other, words.extend_asked(me.name, number), f"extend:{number}:{pair.ends}:{other}")
        return _told(Screen((say("extend-waiting", partner=them.name),)))
    ends = max(pair.ends, local_date(book.now, me.zone)) + MONTH
    values = {"ends": ends, "mentor_extends": False, "mentee_extends": False}
    book.connection.execute(update(PAIR).where(PAIR.c.id == number).values(values))
    for person in (me, them):
        due.plan(book.connection, list(on_end(number, ends, person, book.plan(person.id), book.now)))
    bring(book, other, Screen((say("extend-done", partner=me.name, day=When(ends)),)), f"extended:{number}:{ends}")
    return _told(Screen((say("extend-done", partner=them.name, day=When(ends)),)))


# The close


@handles(PassThanks)
def pass_thanks(book: Book, works: list[Work]) -> None:
    """Bring thanks to the other side, who may be somebody's partner no more but is still there."""
    for work in works:
        pair = book.connection.execute(select(PAIR).where(PAIR.c.id == work.effect.pair)).first()
        if pair is None or work.person not in {pair.mentee_id, pair.mentor_id}:
            continue
        if other := pair.mentor_id if pair.mentee_id == work.person else pair.mentee_id:
            line = say("thanks-from", name=book.person(work.person).name, text=work.effect.text)
            bring(book, other, Screen((line,)), f"thanks:{pair.id}:{work.person}:{int(book.now.timestamp())}")


@handles(ClosePair)
def close_pairs(book: Book, works: list[Work]) -> None:
    """The time of pairs is over; early only when both have said their last word."""
    for work in works:
        pair = active_pair(book.connection, work.effect.pair, work.person)
        if pair and pair.ends and (not work.effect.early or _both_said(book, pair)):
            _close(book, work, pair)


def _both_said(book: Book, pair: Any) -> bool:
    return pair.ends <= book.now.date() + timedelta(days=1) and len(_said(book, pair)) > 1


def _said(book: Book, pair: Any) -> set[int]:
    """Who of the two has answered the closing questions."""
    mine = and_(RESPONSE.c.subject == f"pair:{pair.id}", RESPONSE.c.form == "closing", RESPONSE.c.at >= pair.created_at)
    found = select(RESPONSE.c.person_id).where(mine).group_by(RESPONSE.c.person_id)
    return {person for person in book.connection.execute(found).scalars() if person}


def _close(book: Book, work: Work, pair: Any) -> None:
    called_off, said = end(book, pair, "closed") or {}, _said(book, pair)
    both = (pair.mentee_id, pair.mentor_id)
    for person, partner in (both, both[::-1]):
        screen = words.ended(
            role_in(pair, person), book.person(partner).name, called_off.get(person, ()), book.now, "closed"
        )
        bring(book, person, screen, f"closed:{pair.id}:{person}:{int(book.now.timestamp())}")
    other = other_of(pair, work.person)
    _card(book, work, Screen((say("coordinator-closed", partner=book.person(other).name, n=len(said)),)))
