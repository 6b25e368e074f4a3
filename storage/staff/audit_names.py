"""Whom a line of the trail is about, by name: its subject is a number of something, or the words behind a command."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any

from sqlalchemy import Connection, and_, or_, select

from storage import tables
from storage.among import among
from storage.columns import MEMBER, PERSON
from storage.rows import table
from storage.trail import LOOK, PLACES, looks_at
from storage.writes import ABOUT, HANDLERS

ACTIVITY, HELP, PAIR = table(tables.Activity), table(tables.HelpRequest), table(tables.Pair)

TYPED = ("person", "pair", "pairs", "audit", "stats", "export")  # pages behind which people type words of their own
DIGITS = 9  # of a number in words that anybody can type


@cache
def field_of(kind: str) -> str:
    """Which field of an effect is its subject, as far as can be told without it."""
    effect = next((each for each in HANDLERS if each.__name__ == kind), None)
    names = {each.name for each in fields(effect)} if effect and is_dataclass(effect) else set()
    return next((name for name in ABOUT if name in names), "pair" if kind == "Pair" else "")


def subjects_named(connection: Connection, programme: int, rows: Iterable[Any]) -> dict[int, str]:
    """What the lines are about: a name where it can be found, else the words themselves."""
    told = {row.id: _meant(row) for row in rows}
    numbers = {what: {number for kind, number, _ in told.values() if kind == what} - {0} for what in READERS}
    names = {what: read(connection, programme, numbers[what]) for what, read in READERS.items() if numbers[what]}
    return {row: names.get(kind, {}).get(number, words) for row, (kind, number, words) in told.items()}


def _meant(row: Any) -> tuple[str, int, str]:
    """What kind of thing a line is about, its number, and the words to show if it has no name."""
    page, _, rest = row.subject.partition(" ")
    if row.kind == LOOK:
        kind, words = PLACES.get(page, ""), rest
    else:
        kind, words = field_of(row.kind), row.subject
    number = words.removeprefix("#").partition(":")[0]
    known = kind in READERS and number.isdecimal() and len(number) <= DIGITS
    shown = words if row.kind == LOOK and page in TYPED and not words.startswith("f.") else ""
    return (kind, int(number), shown) if known else ("", 0, shown)


def _people(connection: Connection, programme: int, numbers: set[int]) -> dict[int, str]:
    query = select(PERSON.c.id, PERSON.c.name).join(MEMBER, MEMBER.c.person_id == PERSON.c.id)
    query = query.where(MEMBER.c.programme_id == programme, among(PERSON.c.id, numbers))
    return {row.id: row.name for row in connection.execute(query)}


def _members(connection: Connection, programme: int, numbers: set[int]) -> dict[int, str]:
    query = select(MEMBER.c.id, PERSON.c.name).join(PERSON, MEMBER.c.person_id == PERSON.c.id)
    query = query.where(MEMBER.c.programme_id == programme, among(MEMBER.c.id, numbers))
    return {row.id: row.name for row in connection.execute(query)}


def _tickets(connection: Connection, programme: int, numbers: set[int]) -> dict[int, str]:
    query = select(HELP.c.id, PERSON.c.name).join(PERSON, HELP.c.person_id == PERSON.c.id)
    query = query.where(HELP.c.programme_id == programme, among(HELP.c.id, numbers))
    return {row.id: row.name for row in connection.execute(query)}


def _pairs(connection: Connection, programme: int, numbers: set[int]) -> dict[int, str]:
    mentor, mentee = PERSON.alias("mentor"), PERSON.alias("mentee")
    joined = PAIR.outerjoin(mentor, mentor.c.id == PAIR.c.mentor_id).outerjoin(mentee, mentee.c.id == PAIR.c.mentee_id)
    query = select(PAIR.c.id, mentor.c.name, mentee.c.name).select_from(joined)
    found = connection.execute(query.where(PAIR.c.programme_id == programme, among(PAIR.c.id, numbers)))
    return {number: " & ".join(name for name in names if name) for number, *names in found}


READERS = {"person": _people, "mentee": _people, "member": _members, "ticket": _tickets, "pair": _pairs}


# The other way round


def about_person(connection: Connection, programme: int, person: int) -> Any:
    """The condition that a line is about somebody: looked at alone, or with the other side of a pair."""
    either = or_(PAIR.c.mentor_id == person, PAIR.c.mentee_id == person)
    mine = and_(MEMBER.c.programme_id == programme, MEMBER.c.person_id == person)
    asked = and_(HELP.c.programme_id == programme, HELP.c.person_id == person)
    queries = {"pair": select(PAIR.c.id).where(PAIR.c.programme_id == programme, either)}
    queries |= {"member": select(MEMBER.c.id).where(mine), "ticket": select(HELP.c.id).where(asked)}
    found = {what: [str(number) for number in connection.execute(query).scalars()] for what, query in queries.items()}
    found |= {"person": [str(person)], "mentee": [str(person)]}
    changed = [
        and_(ACTIVITY.c.kind.in_(_kinds(what)), among(ACTIVITY.c.subject, numbers)) for what, numbers in found.items()
    ]
    return or_(looks_at(connection, programme, person), *changed)


def _kinds(what: str) -> list[str]:
    """The kinds of activity whose subject is such a thing."""
    return [kind for kind in ("Pair", *(each.__name__ for each in HANDLERS)) if field_of(kind) == what]
