"""Everything kept about one person, as JSON, with the trail of what was done with it."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import or_, select

from storage import tables
from storage.invited_for import of_person
from storage.rows import table
from storage.trail import seen_by
from storage.wished import wishes

if TYPE_CHECKING:
    from storage.writes import Book

OWN = (
    tables.Account,
    tables.Membership,
    tables.Consent,
    tables.Goal,
    tables.Checkin,
    tables.FormResponse,
    tables.HelpRequest,
    tables.Agreement,
    tables.SessionWord,
    tables.Due,
    tables.Conversation,
    tables.Activity,
)
INSIDE = {
    "conversation": {"facts"},
    "relay": {"to_platform", "to_chat", "to_message", "outbox_id"},
}  # copies of rows that are in the file already


def everything(book: Book, person: int) -> dict[str, Any]:
    """All rows about a person, by table."""
    found: dict[str, Any] = {"made_at": book.now.isoformat(), "person": _rows(book, tables.Person, "id", [person])}
    for model in OWN:
        found[table(model).name] = _rows(book, model, "person_id", [person])
    goals = [goal["id"] for goal in found["goal"]]
    found["step"] = _rows(book, tables.Step, "goal_id", goals)
    found["progress"] = _rows(book, tables.Progress, "goal_id", goals)
    found["ticketword"] = _ticket_words(book, person, [each["id"] for each in found["helprequest"]])
    found["note"] = _rows(book, tables.Note, "author_id", [person])
    found["watch"] = _rows(book, tables.Watch, "by_id", [person])
    found["staffnote"] = _rows(book, tables.StaffNote, "author_id", [person])
    found["relay"] = _rows(book, tables.Relay, "from_id", [person])
    pair = table(tables.Pair)
    mine = book.connection.execute(select(pair).where(or_(pair.c.mentee_id == person, pair.c.mentor_id == person)))
    found["pair"] = [_plain(row, set()) for row in mine.mappings()]
    found["wish"] = wishes(book.connection, person)
    found["invitation"] = of_person(book.connection, person)
    found["looked_at_by"] = seen_by(book.connection, person)
    found["session"] = _rows(book, tables.Session, "pair_id", [each["id"] for each in found["pair"]])
    return found


def _ticket_words(book: Book, person: int, tickets: list[int]) -> list[dict[str, Any]]:
    """What was said about the person's calls for help, and what they said about those of others."""
    about, own = (
        _rows(book, tables.TicketWord, *which) for which in (("request_id", tickets), ("person_id", [person]))
    )
    said = {each["id"]: each for each in (*about, *own)}
    return [said[number] for number in sorted(said)]


def _rows(book: Book, model: type[tables.Row], column: str, values: list[int]) -> list[dict[str, Any]]:
    source = table(model)
    rows = book.connection.execute(
        select(source).where(source.c[column].in_(values)).order_by(source.c[source.primary_key.columns.keys()[0]])
    )
    return [_plain(row, INSIDE.get(source.name, set())) for row in rows.mappings()]


def _plain(row: Any, without: set[str]) -> dict[str, Any]:
    return {
        name: value.isoformat() if isinstance(value, (date, datetime)) else value
        for name, value in row.items()
        if name not in without
    }
