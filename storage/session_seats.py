"""What every write about sessions needs: whose they are, who is free, how the other side hears of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import delete, or_, select

from bot.effects import TellPerson
from bot.flows.session_cards import sessions_button
from bot.mentoring.session_rules import ALL
from bot.mentoring.sessions import Session, overlap
from bot.messages import ANSWER, Button, Incoming, Screen, say
from bot.ports import Said
from storage import tables
from storage.among import among
from storage.rows import table
from storage.sessions import of_numbers, read_busy
from storage.writes import Book, Work
from storage.writes_tell import tell_people

SESSION, WORD, PAIR, DUE = (table(each) for each in (tables.Session, tables.SessionWord, tables.Pair, tables.Due))


def refused(key: str, **args: Any) -> Said:
    """The world had changed."""
    again = ((Button(say("button-session-new"), "go:session:new"), sessions_button()),)
    return Said(Screen((say(key, **args),), again))


def tell(book: Book, person: int, screen: Screen) -> None:
    """Write to the other side."""
    nobody = Incoming("", "", "", "", "other", book.now)
    tell_people(book, [Work(person, nobody, TellPerson(person, screen, priority=ANSWER))])


def views(book: Book, number: int) -> dict[int, Session]:
    """A session as both sides see it now, by person."""
    return of_numbers(book.connection, [number]).get(number, {})


def seen_by(book: Book, number: int, person: int) -> tuple[Session, Session] | None:
    """A session from this side and from the other; None when it is not theirs."""
    both = views(book, number)
    mine = both.pop(person, None)
    return (mine, next(iter(both.values()))) if mine and both else None


def pair_of(book: Book, number: int, person: int) -> Any:
    """An active pair of this person."""
    mine = or_(PAIR.c.mentor_id == person, PAIR.c.mentee_id == person)
    return book.connection.execute(select(PAIR).where(PAIR.c.id == number, PAIR.c.state == "active", mine)).first()


def free_of(
    book: Book, people: Sequence[int], slots: Iterable[datetime], minutes: int, without: int = 0
) -> list[datetime]:
    """The moments that are still ahead, and run into no session of either side."""
    busy = read_busy(book.connection, people, book.now, without)
    spans = [span for person in people for span in busy.get(person, ())]
    return [slot for slot in slots if slot > book.now and not overlap(slot, minutes, spans)]


def sides(book: Book, numbers: Sequence[int], person: int) -> tuple[list[Session], list[Session]]:
    found = of_numbers(book.connection, numbers)
    mine = [found[number][person] for number in numbers]
    theirs = [next(view for who, view in found[number].items() if who != person) for number in numbers]
    return mine, theirs


def unplan(book: Book, numbers: Sequence[int]) -> None:
    """Nobody is reminded of these sessions any more."""
    subjects = [str(number) for number in numbers]
    book.connection.execute(delete(DUE).where(DUE.c.kind.in_(ALL), among(DUE.c.subject, subjects)))
