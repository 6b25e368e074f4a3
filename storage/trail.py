"""The trail that looking at somebody's data leaves: whose it is, to be told to them, and to be forgotten with them."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from sqlalchemy import Connection, and_, bindparam, func, or_, select, update

from bot.talk.clean import key_of
from storage import tables
from storage.among import among
from storage.columns import MEMBER, PERSON
from storage.rows import table

ACTIVITY, HELP, PAIR = table(tables.Activity), table(tables.HelpRequest), table(tables.Pair)
LOOK = "Look"
PLACES = {
    **dict.fromkeys(("person", "pair_pick"), "person"),
    **dict.fromkeys(("applicant", "decline", "pause_member", "remove_member"), "member"),
    **dict.fromkeys(("pair", "pair_notes", "risk_pair"), "pair"),
    "ticket": "ticket",
}  # pages that show one of these, by its number
NAMED = ("person", "pair", "audit")  # pages that a name is typed for
LEAST = 3  # letters of a name from which it is looked for inside other words


def looks_at(connection: Connection, programme: int, person: int) -> Any:
    """The condition that a line tells of a look at somebody: at them alone, by number or name, or at one of their
    pairs, calls for help or memberships."""
    either = or_(PAIR.c.mentor_id == person, PAIR.c.mentee_id == person)
    pairs = connection.execute(select(PAIR.c.id).where(PAIR.c.programme_id == programme, either)).scalars()
    name = connection.execute(select(func.lower(PERSON.c.name)).where(PERSON.c.id == person)).scalar_one()
    mine = select(MEMBER.c.id).where(MEMBER.c.programme_id == programme, MEMBER.c.person_id == person)
    calls = select(HELP.c.id).where(HELP.c.programme_id == programme, HELP.c.person_id == person)
    numbers = {
        "pair": pairs,
        "member": connection.execute(mine).scalars(),
        "ticket": connection.execute(calls).scalars(),
    }
    found = {what: [str(each) for each in numbers.get(what, (person,))] for what in (*numbers, "person")}
    pages = [f"{page} {number}" for page, what in PLACES.items() for number in found[what]]
    pages += [f"{page} {name}" for page in NAMED] + [f"audit f.p{person}"]
    here = and_(ACTIVITY.c.programme_id == programme, ACTIVITY.c.kind == LOOK)
    return and_(here, among(func.lower(ACTIVITY.c.subject), pages))


def seen_by(connection: Connection, person: int) -> list[dict[str, Any]]:
    """Who looked at somebody's data, and when: by role, never by name."""
    found: list[dict[str, Any]] = []
    for programme in connection.execute(select(MEMBER.c.programme_id).where(MEMBER.c.person_id == person)).scalars():
        theirs = and_(MEMBER.c.person_id == ACTIVITY.c.person_id, MEMBER.c.programme_id == programme)
        query = select(ACTIVITY.c.at, MEMBER.c.role, ACTIVITY.c.subject).select_from(ACTIVITY.outerjoin(MEMBER, theirs))
        rows = connection.execute(query.where(looks_at(connection, programme, person)).order_by(ACTIVITY.c.id))
        found += [
            {"at": row.at.isoformat(), "role": row.role or "", "page": row.subject.partition(" ")[0]} for row in rows
        ]
    return found


def forget(connection: Connection, people: Collection[int]) -> None:
    """Take the names of people out of what was typed to look at them; that somebody looked at something stays."""
    columns = (PERSON.c.name, MEMBER.c.programme_id)
    query = select(*columns).join(MEMBER, MEMBER.c.person_id == PERSON.c.id).where(among(PERSON.c.id, people))
    names: dict[int, list[str]] = {}
    for name, programme in connection.execute(query):
        names.setdefault(programme, []).append(key_of(name))
    typed = and_(among(ACTIVITY.c.programme_id, list(names)), ACTIVITY.c.kind == LOOK, ACTIVITY.c.subject.contains(" "))
    rows = connection.execute(select(ACTIVITY.c.id, ACTIVITY.c.programme_id, ACTIVITY.c.subject).where(typed))
    blank = [
        {"line": row.id, "page": row.subject.partition(" ")[0]}
        for row in rows
        if any(_names(row.subject, name) for name in names[row.programme_id])
    ]
    if blank:
        connection.execute(BLANK, blank)


BLANK = update(ACTIVITY).where(ACTIVITY.c.id == bindparam("line")).values(subject=bindparam("page"))


def _names(subject: str, name: str) -> bool:
    """Whether words behind a command name somebody: whole, by a part of the name, or by its beginning."""
    words = key_of(subject.partition(" ")[2])
    parts = [part for part in name.split() if len(part) >= LEAST] or [name]
    return any(part in words or (len(words) >= LEAST and part.startswith(words)) for part in parts if part)
