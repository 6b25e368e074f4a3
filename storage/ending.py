"""The end of a pair, whatever led to it: its sessions are called off, nobody is reminded of it any more, what was open
about it is closed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, Protocol

from sqlalchemy import and_, delete, or_, select, update

from bot.effects import TellCoordinators
from bot.flows.parting import ended
from bot.mentoring.pairing import ABOUT_PAIRS
from bot.mentoring.people import Role
from bot.mentoring.rituals import OF_PAIRS
from bot.mentoring.sessions import Session
from bot.messages import REMINDER, Outgoing, Screen, say
from storage import tables
from storage.accounts import accounts
from storage.among import among
from storage.bulk import insert_many
from storage.columns import PERSON
from storage.rows import PENDING, out_row, table
from storage.session_seats import unplan
from storage.sessions import of_numbers
from storage.writes import Book, Work
from storage.writes_tell import tell_coordinators

PAIR, SESSION, DUE, TALK = (table(each) for each in (tables.Pair, tables.Session, tables.Due, tables.Conversation))
OUTBOX, PARTING = table(tables.Outbox), table(tables.Parting)

PLANNED = (*ABOUT_PAIRS, *OF_PAIRS)
ABOUT_PAIR = (
    *("agreement", "greet", "note", "tell", "talk", "mute", "room", "met", "session"),
    *("change_partner", "pulse", "midway", "goal-view"),
)  # conversations that make no sense without it
ABOUT_SESSION = ("session_confirm", "session_cancel", "session_text", "session_answer", "session_reply", "session_move")
BLANK = {"state": "closed", "facts": "{}", "answers": "{}", "ticks": "[]", "heard": "{}"}


def bring(book: Book, person: int, screen: Screen, once: str | None = None, kind: str = "pair") -> None:
    """Write to somebody where they can be reached best, outside their quiet hours."""
    where = accounts(book.connection, {person}).get(person)
    if where is None:
        return
    out = Outgoing(
        where.platform,
        where.chat,
        screen,
        person,
        REMINDER,
        occurrence=once,
        locale=where.locale,
        hold=True,
        kind=kind,
    )
    insert_many(book.connection, tables.Outbox, [out_row(out, book.now, person)], once=True)


def active_pairs(book: Book, person: int) -> Sequence[Any]:
    """The pairs of a person that go on."""
    mine = or_(PAIR.c.mentee_id == person, PAIR.c.mentor_id == person)
    return book.connection.execute(select(PAIR).where(mine, PAIR.c.state == "active").order_by(PAIR.c.id)).all()


def role_in(pair: Any, person: int) -> Role:
    """What somebody is in a pair."""
    return "mentee" if pair.mentee_id == person else "mentor"


def end(book: Book, pair: Any, state: str) -> dict[int, list[Session]] | None:
    """End a pair; gives the sessions that were called off, as each side sees them. None when it had ended already."""
    here = and_(PAIR.c.id == pair.id, PAIR.c.state == "active")
    over = {"state": state, "ended_at": book.now, "mentor_extends": False, "mentee_extends": False}
    if not book.connection.execute(update(PAIR).where(here).values(over)).rowcount:
        return None
    numbers = _call_off(book, pair)
    people = [person for person in (pair.mentee_id, pair.mentor_id) if person]
    _unplan(book, pair.id, people)
    _close_talks(book, pair.id, people, numbers)
    talking = and_(among(PERSON.c.id, people), PERSON.c.talking_to == pair.id)
    book.connection.execute(update(PERSON).where(talking).values(talking_to=0, talking_until=None))
    waiting = and_(PARTING.c.pair_id == pair.id, PARTING.c.state == "waiting")
    book.connection.execute(update(PARTING).where(waiting).values(state="moot"))
    found = of_numbers(book.connection, numbers)
    return {person: [found[each][person] for each in numbers if person in found[each]] for person in people}


def _call_off(book: Book, pair: Any) -> list[int]:
    """Sessions that were still to come."""
    ahead = or_(SESSION.c.starts_at.is_(None), SESSION.c.starts_at > book.now)
    open_ = and_(SESSION.c.pair_id == pair.id, SESSION.c.state.in_(("proposed", "confirmed")), ahead)
    numbers = list(book.connection.execute(select(SESSION.c.id).where(open_).order_by(SESSION.c.id)).scalars())
    values = {"state": "cancelled", "slots": [], "changed_at": book.now, "sequence": SESSION.c.sequence + 1}
    if numbers:
        book.connection.execute(update(SESSION).where(among(SESSION.c.id, numbers)).values(values))
        unplan(book, numbers)
    return numbers


def _unplan(book: Book, pair: int, people: Sequence[int]) -> None:
    """Nobody is reminded of the pair; what waits to be sent is taken back."""
    theirs = among(DUE.c.person_id, people)
    planned = and_(theirs, DUE.c.kind.in_(PLANNED), DUE.c.subject == str(pair))
    later = and_(theirs, DUE.c.kind == "later", DUE.c.subject.in_([f"{kind}:{pair}" for kind in PLANNED]))
    book.connection.execute(delete(DUE).where(or_(planned, later)))
    about = or_(*(OUTBOX.c.occurrence.like(f"{kind}:%:{pair}:%") for kind in PLANNED))
    waiting = and_(among(OUTBOX.c.person_id, people), OUTBOX.c.state.in_(PENDING), OUTBOX.c.kind.in_(PLANNED), about)
    book.connection.execute(update(OUTBOX).where(waiting).values(state="expired"))


def _close_talks(book: Book, pair: int, people: Sequence[int], sessions: Sequence[int]) -> None:
    """Conversations about the pair or its sessions end; those without a subject, when it was the only pair."""
    open_ = and_(among(TALK.c.person_id, people), TALK.c.state != "closed")
    wanted = and_(open_, TALK.c.flow.in_((*ABOUT_PAIR, *ABOUT_SESSION)))
    query = select(TALK.c.id, TALK.c.person_id, TALK.c.flow, TALK.c.subject).where(wanted)
    alone = {person for person in people if not active_pairs(book, person)}
    over = [row.id for row in book.connection.execute(query) if _about(row, pair, sessions, alone)]
    if over:
        book.connection.execute(update(TALK).where(among(TALK.c.id, over)).values(BLANK))


def _about(row: Any, pair: int, sessions: Sequence[int], alone: set[int]) -> bool:
    number = next(iter(re.findall(r"\d+", row.subject)), "")
    if row.flow in ABOUT_SESSION:
        return number in map(str, sessions)
    if row.flow == "goal-view" or not number:
        return row.person_id in alone
    return number == str(pair) or row.person_id in alone


def leave(book: Book, work: Work, *, erased: bool = False, programme: int = 0) -> None:
    """Somebody goes, from one `programme` or from all: the other side of each of their pairs is told kindly, and
    coordinators may match them anew."""
    name = "" if erased else book.person(work.person).name
    for pair in active_pairs(book, work.person):
        if programme and pair.programme_id != programme:
            continue
        other = pair.mentor_id if pair.mentee_id == work.person else pair.mentee_id
        called_off = end(book, pair, "ended")
        if called_off is None or other is None:
            continue
        why = "left" if name else "gone"
        screen = ended(role_in(pair, other), name, called_off.get(other, ()), book.now, why)
        bring(book, other, screen, f"left:{pair.id}:{int(book.now.timestamp())}")
        rematch(book, work, other, role_in(pair, other))
    for leaves in LEAVING:
        leaves(book, work.person, programme, erased=erased)


class Leaves(Protocol):
    """What else ends when somebody goes, from one `programme` or from all (0)."""

    def __call__(self, book: Book, person: int, programme: int, *, erased: bool) -> None: ...


LEAVING: list[Leaves] = []


def rematch(book: Book, work: Work, person: int, role: Role) -> None:
    """The card that says who has no partner now."""
    lines = (say("coordinator-rematch", role=role),)
    once = f"rematch:{person}:{int(book.now.timestamp())}"
    tell_coordinators(book, [work._replace(person=person, effect=TellCoordinators(Screen(lines), once))])
