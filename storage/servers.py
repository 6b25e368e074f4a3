"""Servers, threads and private channels as they are kept: who is met where."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, and_, func, select, update

from bot.rooms import Door, Place
from storage import tables
from storage.among import among
from storage.columns import PERSON
from storage.rows import table

ACCOUNT, PAIR, SERVER = table(tables.Account), table(tables.Pair), table(tables.Server)
PLATFORM = "discord"


def doors(connection: Connection, since: datetime) -> list[Door]:
    """Everybody who was on Discord since then, and can be."""
    seen = func.coalesce(ACCOUNT.c.seen_at, ACCOUNT.c.created_at).label("seen")
    query = select(ACCOUNT.c.external_id, ACCOUNT.c.door, ACCOUNT.c.seen_at, ACCOUNT.c.created_at)
    there = and_(ACCOUNT.c.platform == PLATFORM, ACCOUNT.c.reach.not_in(("gone", "wrong_id")))
    rows = connection.execute(query.where(there).order_by(seen.desc()))
    return [Door(row.external_id, row.door, max(row.seen_at or row.created_at, since)) for row in rows]


def keep_door(connection: Connection, account: str, channel: str) -> None:
    """Remember somebody's private channel."""
    mine = and_(ACCOUNT.c.platform == PLATFORM, ACCOUNT.c.external_id == account)
    connection.execute(update(ACCOUNT).where(mine).values(door=channel))


def keep_thread(connection: Connection, pair: int, thread: str) -> None:
    """Remember a pair's thread, or that it is gone."""
    connection.execute(update(PAIR).where(PAIR.c.id == pair).values(thread=thread))


@dataclass(frozen=True, slots=True)
class Side:
    """Somebody of a pair on Discord."""

    person: int
    account: str
    locale: str


def places(connection: Connection, pairs: Collection[int]) -> dict[int, tuple[Place, list[Side]]]:
    """Where these pairs have their thread, and who of them is on Discord, the mentor first. Those of which nobody is
    there, or whose programme has no channel, have none."""
    rows = connection.execute(_PAIRS.where(among(PAIR.c.id, pairs), PAIR.c.state != "ended")).all()
    people = [number for row in rows for number in (row.mentor_id, row.mentee_id) if number]
    known = _people(connection, people)
    found = {}
    for row in rows:
        members = [known[number] for number in (row.mentor_id, row.mentee_id) if number in known]
        sides = [Side(each.id, each.external_id, each.locale) for each in members if each.external_id]
        if sides:
            name = " & ".join(each.name for each in members)
            accounts = tuple(side.account for side in sides)
            found[row.id] = (Place(row.id, row.guild, row.channel, row.thread, name, accounts, row.state), sides)
    return found


def _people(connection: Connection, people: Collection[int]) -> dict[int, Any]:
    mine = and_(ACCOUNT.c.person_id == PERSON.c.id, ACCOUNT.c.platform == PLATFORM)
    columns = (PERSON.c.id, PERSON.c.name, PERSON.c.locale, ACCOUNT.c.external_id)
    query = select(*columns).select_from(PERSON.outerjoin(ACCOUNT, mine)).where(among(PERSON.c.id, people))
    return {row.id: row for row in connection.execute(query)}


_PAIRS = select(
    PAIR.c.id, PAIR.c.mentor_id, PAIR.c.mentee_id, PAIR.c.thread, SERVER.c.guild, SERVER.c.channel, SERVER.c.state
).join(SERVER, SERVER.c.programme_id == PAIR.c.programme_id)


def pairs_of(connection: Connection, person: int) -> list[int]:
    """The active pairs somebody is in."""
    mine = (PAIR.c.mentor_id == person) | (PAIR.c.mentee_id == person)
    return list(connection.execute(select(PAIR.c.id).where(mine, PAIR.c.state == "active")).scalars())
