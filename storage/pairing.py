"""When a pair begins: its end, and what introduces the two; and what rows about pairs are about."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import Connection, or_, select, update

from bot.mentoring.due import Due
from bot.mentoring.pairing import ABOUT_PAIRS
from storage import due, tables
from storage.columns import PROGRAMME
from storage.facts import read_all
from storage.rows import table
from storage.subjects import READERS
from storage.threads import open_threads

PAIR = table(tables.Pair)

USUAL = timedelta(days=182)  # how long a pair goes on when its programme has no end


def begin(connection: Connection, pair: int, now: datetime, *, introduce: bool) -> None:
    """Give a pair that starts its time, and plan that each side meets the other: at once, in their own language, when
    they may be written to."""
    row = connection.execute(select(PAIR).where(PAIR.c.id == pair)).one()
    ends = connection.execute(select(PROGRAMME.c.ends).where(PROGRAMME.c.id == row.programme_id)).scalar_one()
    connection.execute(update(PAIR).where(PAIR.c.id == pair).values(created_at=now, ends=end_of(ends, now)))
    both = (row.mentee_id, row.mentor_id) if introduce else ()
    due.plan(connection, [Due(0, "paired", person, now, now, now, str(pair)) for person in both if person])
    open_threads(connection, [pair], now)


def end_of(programme: date | None, now: datetime) -> date:
    """When a pair that begins now is over: with its programme, or after the usual time."""
    return programme if programme and programme > now.date() else (now + USUAL).date()


def read_people(connection: Connection, rows: Sequence[Due], now: datetime) -> dict[int, Any]:
    """All that is known of each row's person."""
    facts = read_all(connection, {row.person for row in rows}, now)
    return {row.id: facts[row.person] for row in rows if row.person in facts}


def active_pair(connection: Connection, pair: int, person: int) -> Any:
    """A pair that goes on, if the person is one of the two."""
    mine = or_(PAIR.c.mentee_id == person, PAIR.c.mentor_id == person)
    return connection.execute(select(PAIR).where(PAIR.c.id == pair, mine, PAIR.c.state == "active")).one_or_none()


def other_of(pair: Any, person: int) -> int:
    """The other side of a pair."""
    return int(pair.mentor_id if pair.mentee_id == person else pair.mentee_id)


READERS.update(dict.fromkeys((*ABOUT_PAIRS, "digest"), read_people))
