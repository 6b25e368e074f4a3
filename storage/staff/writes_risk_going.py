"""After a long silence: the two are asked whether they go on, closed kindly when nobody answers, opened again by one
tap."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import and_, func, select, update

from bot.effects import TellCoordinators
from bot.flows.staff import risk_words as words
from bot.mentoring.due import Due
from bot.mentoring.parting import MONTH, on_end
from bot.mentoring.people import Person, Role
from bot.mentoring.planning import of_series
from bot.mentoring.risk_effects import AskGoing, CloseSilent, PairDone, PairsAwake, StillGoing
from bot.messages import Screen, say
from bot.ports import Said
from storage import due
from storage.among import among
from storage.columns import MEMBER
from storage.elsewhere import from_programme
from storage.ending import bring, end, role_in
from storage.pairing import other_of
from storage.staff.risk import PAIR, limits, read_names
from storage.staff.risk_deeds import ACTIVITY, deliver, staff_of
from storage.threads import open_threads
from storage.writes import Book, Work, handles
from storage.writes_tell import tell_coordinators

INACTIVE = "inactive"  # why such a pair was closed
REOPENS = timedelta(days=14)  # after closing, for so long one tap opens it again
NAMED = 10  # pairs named in the line to coordinators
ENDED = Screen((say("pair-ended"),))


def _told(screen: Screen) -> Said:
    return Said(screen, refused=False)


def _pairs(book: Book, programme: int, numbers: Sequence[int]) -> Sequence[Any]:
    here = (PAIR.c.programme_id == programme, PAIR.c.state == "active", among(PAIR.c.id, numbers))
    both = (PAIR.c.mentee_id.is_not(None), PAIR.c.mentor_id.is_not(None))
    return book.connection.execute(select(PAIR).where(*here, *both).order_by(PAIR.c.id)).all()


def _sides(pair: Any) -> tuple[tuple[Role, int, int], ...]:
    """Each side: its role, who it is, who the other is."""
    return ("mentee", pair.mentee_id, pair.mentor_id), ("mentor", pair.mentor_id, pair.mentee_id)


# Asked


@handles(AskGoing)
def ask(book: Book, works: list[Work]) -> None:
    """Ask both sides, once."""
    for work in works:
        risk = limits(book.connection, work.effect.programme)
        silent = [pair for pair in _pairs(book, work.effect.programme, work.effect.pairs) if pair.asked_at is None]
        if risk and silent:
            among_them = among(PAIR.c.id, [pair.id for pair in silent])
            book.connection.execute(update(PAIR).where(among_them).values(asked_at=book.now))
            _bring(book, silent, "going", _question(book.now + risk.answer))


def _question(until: datetime) -> Callable[[int, Role, str, str], Screen]:
    return lambda pair, role, name, partner: words.ask_going(pair, role, name, partner, until)


def _bring(book: Book, pairs: Sequence[Any], kind: str, draw: Callable[[int, Role, str, str], Screen]) -> None:
    """Write to both sides of many pairs; whoever is in several gets a message for each."""
    names = read_names(book.connection, {who for pair in pairs for who in (pair.mentee_id, pair.mentor_id)})
    for pair in pairs:
        screens = {who: draw(pair.id, role, names[who], names[other]) for role, who, other in _sides(pair)}
        deliver(book, screens, f"{kind}:{pair.id}:{int(book.now.timestamp())}", "pair")


@handles(PairsAwake)
def wake(book: Book, works: list[Work]) -> None:
    """They are there: the question is answered."""
    for work in works:
        here = and_(PAIR.c.programme_id == work.effect.programme, among(PAIR.c.id, work.effect.pairs))
        book.connection.execute(update(PAIR).where(here).values(asked_at=None))


# Closed


@handles(CloseSilent)
def close(book: Book, works: list[Work]) -> None:
    """Close pairs kindly; coordinators get one line for all of them."""
    for work in works:
        pairs = _pairs(book, work.effect.programme, work.effect.pairs)
        shut = [pair for pair in pairs if pair.asked_at and end(book, pair, "closed") is not None]
        if shut:
            _mark(book, shut)
            until = book.now + REOPENS
            _bring(book, shut, "silent-closed", lambda pair, role, _, partner: words.closed(pair, role, partner, until))  # noqa: B023 - drawn before the next programme
            _tell(book, work.effect.programme, shut)


def _mark(book: Book, pairs: Sequence[Any]) -> None:
    them = among(PAIR.c.id, [pair.id for pair in pairs])
    book.connection.execute(update(PAIR).where(them).values(reason=INACTIVE))


def _tell(book: Book, programme: int, pairs: Sequence[Any]) -> None:
    shown = pairs[:NAMED]
    names = read_names(book.connection, {who for pair in shown for who in (pair.mentee_id, pair.mentor_id)})
    both = tuple(say("risk-both-of", mentee=names[pair.mentee_id], mentor=names[pair.mentor_id]) for pair in shown)
    lines = [say("risk-closed-staff", n=len(pairs), pairs=both)]
    lines += [say("risk-closed-more", n=len(pairs) - NAMED)] if len(pairs) > NAMED else []
    staff = staff_of(book.connection, programme)
    once = f"silent-closed:{programme}:{int(book.now.timestamp())}"
    told = dict.fromkeys(staff, Screen(tuple(lines), words.to_list()))
    deliver(book, from_programme(book.connection, programme, told), once, "coordinator")


# Answered


@handles(PairDone)
def done(book: Book, works: list[Work]) -> list[Said]:
    """It counts once both say so; until then either may still say that they go on."""
    return [_done(book, work, work.effect.pair) for work in works]


def _done(book: Book, work: Work, number: int) -> Said:
    pair = _mine(book, work.person, number)
    if pair is None or pair.state != "active":
        return Said(ENDED)
    if pair.asked_at is None:
        return _told(Screen((say("risk-not-asked"),)))
    role, other = role_in(pair, work.person), other_of(pair, work.person)
    them = book.person(other).name
    if not _said_done(book, pair, other):
        return _told(Screen((say("risk-done-noted", role=role, partner=them),), words.going(number)[:1]))
    if end(book, pair, "closed") is None:
        return Said(ENDED)
    me = book.person(work.person).name
    bring(book, other, words.done(role_in(pair, other), me), f"pair-done:{number}:{int(book.now.timestamp())}")
    tell_coordinators(book, [work._replace(effect=TellCoordinators(Screen((say("risk-done-staff", partner=them),))))])
    return _told(words.done(role, them))


def _mine(book: Book, person: int, number: int) -> Any:
    """A pair of this person, whatever became of it, as long as both sides are there."""
    pair = book.connection.execute(select(PAIR).where(PAIR.c.id == number)).first()
    both = (pair.mentee_id, pair.mentor_id) if pair else ()
    return pair if person in both and None not in both else None


def _said_done(book: Book, pair: Any, person: int) -> bool:
    """Whether this side has said so since the two were asked."""
    said = and_(ACTIVITY.c.person_id == person, ACTIVITY.c.at >= pair.asked_at, ACTIVITY.c.subject == str(pair.id))
    query = select(ACTIVITY.c.id).where(said, ACTIVITY.c.kind == PairDone.__name__).limit(1)
    return book.connection.execute(query).first() is not None


@handles(StillGoing)
def go_on(book: Book, works: list[Work]) -> list[Said]:
    """They go on: whether they were only asked, or closed not long ago."""
    return [_go_on(book, work, work.effect.pair) for work in works]


def _go_on(book: Book, work: Work, number: int) -> Said:
    pair = _mine(book, work.person, number)
    shut = pair is not None and pair.state == "closed" and pair.reason == INACTIVE
    if pair is None or not (pair.state == "active" or (shut and pair.ended_at > book.now - REOPENS)):
        return Said(Screen((say("risk-too-late"),)) if shut else ENDED)
    other = other_of(pair, work.person)
    if shut and (why := _taken(book, pair)):
        lines = (say("risk-reopen-staff", partner=book.person(other).name),)
        once = f"reopen:{number}:{work.person}"
        tell_coordinators(book, [work._replace(effect=TellCoordinators(Screen(lines), once))])
        return Said(Screen((say(f"risk-reopen-{why}", partner=book.person(other).name),)))
    if shut:
        _reopen(book, pair)
    if shut or pair.asked_at:
        book.connection.execute(update(PAIR).where(PAIR.c.id == number).values(asked_at=None))
        screen = words.goes_on(number, role_in(pair, other), book.person(work.person).name)
        bring(book, other, screen, f"goes-on:{number}:{int(book.now.timestamp())}")
    return _told(words.going_on(number, role_in(pair, work.person), book.person(other).name))


def _taken(book: Book, pair: Any) -> str:
    """Why a closed pair can't be opened again, or nothing: one of the two left, or found others."""
    here = and_(MEMBER.c.programme_id == pair.programme_id, MEMBER.c.standing.in_(("active", "paused")))
    query = select(MEMBER.c.person_id, MEMBER.c.capacity).where(here, among(MEMBER.c.person_id, [*_both(pair)]))
    capacity: dict[int, int] = {row.person_id: row.capacity for row in book.connection.execute(query)}
    if len(capacity) < len(_both(pair)):
        return "left"
    going = (PAIR.c.programme_id == pair.programme_id, PAIR.c.state == "active")
    mentees = select(func.count()).select_from(PAIR).where(*going, PAIR.c.mentor_id == pair.mentor_id)
    mentors = select(func.count()).select_from(PAIR).where(*going, PAIR.c.mentee_id == pair.mentee_id)
    full = book.connection.execute(mentees).scalar_one() >= max(1, capacity[pair.mentor_id])
    return "taken" if full or book.connection.execute(mentors).scalar_one() else ""


def _both(pair: Any) -> tuple[int, int]:
    return pair.mentee_id, pair.mentor_id


def _reopen(book: Book, pair: Any) -> None:
    """The pair goes on as it was, with what is planned for it."""
    ends = max(pair.ends or book.now.date(), book.now.date() + MONTH)
    values = {"state": "active", "ended_at": None, "reason": "", "ends": ends}
    book.connection.execute(update(PAIR).where(PAIR.c.id == pair.id).values(values))
    for role, who, _ in _sides(pair):
        due.plan(book.connection, list(_planned(book, pair.id, ends, role, book.person(who))))
    open_threads(book.connection, [pair.id], book.now)


def _planned(book: Book, number: int, ends: Any, role: Role, person: Person) -> Iterator[Due]:
    plan = book.plan(person.id)
    yield from on_end(number, ends, person, plan, book.now)
    blank = Due(0, "", person.id, book.now, book.now, book.now, str(number))
    yield of_series(blank, "pulse", plan, 0, book.now, person)
    if role == "mentor":
        yield of_series(blank, "goal-view", plan, 0, book.now, person)
