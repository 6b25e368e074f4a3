"""Who may do what at the coordinators' desk, asked again where it is written."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, func, select

from bot.commands import STAFF
from storage import tables
from storage.rows import table
from storage.writes import Book

PAIR, RELAY, SESSION = table(tables.Pair), table(tables.Relay), table(tables.Session)


def seat(book: Book, person: int, roles: Collection[str] = STAFF) -> Any:
    """The membership of somebody who has a place at the desk of the programme they work in now; None for others."""
    member = book.member(person)
    here = member and member.role in roles and member.standing in {"active", "paused"}
    return member if here else None


def pair_in(connection: Connection, programme: int, pair: int) -> Any:
    """A pair of this programme, whatever became of it; None for another's."""
    here = select(PAIR).where(PAIR.c.id == pair, PAIR.c.programme_id == programme)
    return connection.execute(here).one_or_none()


def last_contacts(connection: Connection, programme: int) -> dict[int, datetime]:
    """When the two of each active pair last had contact: a message passed on, or a session held. Pairs that had none
    are left out."""
    heard = select(func.max(RELAY.c.at)).where(RELAY.c.pair_id == PAIR.c.id).scalar_subquery()
    held = (SESSION.c.pair_id == PAIR.c.id, SESSION.c.state == "held")
    met = select(func.max(SESSION.c.starts_at)).where(*held).scalar_subquery()
    active = (PAIR.c.programme_id == programme, PAIR.c.state == "active")
    query = select(PAIR.c.id, heard.label("heard"), met.label("met")).where(*active)
    moments = ((row.id, list(filter(None, (row.heard, row.met)))) for row in connection.execute(query))
    return {pair: max(found) for pair, found in moments if found}
