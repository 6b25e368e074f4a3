"""Inviting a list of people. Doing it again gives nobody a second link, and pairs those who have joined meanwhile."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, insert, select, update

from bot.errors import Setup
from bot.mentoring.invitations import hash_token, make_token
from bot.talk.clean import key_of
from storage import tables
from storage.members import Member, find, read_members
from storage.office import choose_programme, join, note
from storage.people_file import Invited, Row
from storage.rows import table

INVITATION = table(tables.Invitation)

WORKS_FOR = timedelta(days=30)  # a personal link, handed on by e-mail or on paper


@dataclass(slots=True)
class _List:
    """What an import works on: the programme, who is in it, who is invited to it by role and name."""

    connection: Connection
    programme: int
    now: datetime
    expires: datetime
    draw: Callable[[], bytes]
    members: list[Member]
    invitations: dict[tuple[str, str], Any] = field(default_factory=dict)


def import_people(
    connection: Connection,
    rows: Sequence[Row],
    programme: str | None,
    draw: Callable[[], bytes],
    now: datetime,
    works_for: timedelta = WORKS_FOR,
) -> list[Invited]:
    """Invite everybody of a list to a programme; `draw` gives 16 random bytes. Raises Setup without a programme."""
    found, problems = choose_programme(connection, programme, now)
    if problems or found is None:
        raise Setup(problems)
    people = _List(connection, found.id, now, now + works_for, draw, read_members(connection, found.id))
    for each in connection.execute(select(INVITATION).where(INVITATION.c.programme_id == found.id)):
        people.invitations[each.role, key_of(each.label)] = each
    for row in rows:
        people.invitations.setdefault((row.role, key_of(_label(row))), None)
    return [_paired(people, _invited(people, row)) for row in rows]


def _label(row: Row) -> str:
    return f"{row.name} ({row.label})" if row.label else row.name


def _invited(people: _List, row: Row) -> Invited:
    invitation = people.invitations.get((row.role, key_of(_label(row))))
    if invitation is None and not row.label and _named(people, row):
        return Invited(row, problem="is in the programme already")
    if invitation is None:
        return Invited(row, _invite(people, row))
    if invitation.used >= invitation.uses:
        return Invited(row, problem="has used the link already")
    if invitation.expires_at > people.now:
        return Invited(row, problem=f"has a link already; it works until {invitation.expires_at:%Y-%m-%d}")
    return Invited(row, _invite(people, row, again=invitation.id), note="the first link had expired")


def _named(people: _List, row: Row) -> list[Member]:
    return [each for each in people.members if each.role == row.role and key_of(each.name) == key_of(row.name)]


def _invite(people: _List, row: Row, again: int | None = None) -> str:
    """A new token; in place of one that has expired where there is one."""
    token, label = make_token(people.draw()), _label(row)
    fresh = {"token_hash": hash_token(token), "expires_at": people.expires, "created_at": people.now}
    if again is None:
        new = fresh | {"programme_id": people.programme, "role": row.role, "label": label, "uses": 1, "used": 0}
        people.connection.execute(insert(INVITATION), new)
    else:
        people.connection.execute(update(INVITATION).where(INVITATION.c.id == again).values(fresh))
    made = select(INVITATION).where(INVITATION.c.token_hash == fresh["token_hash"])
    people.invitations[row.role, key_of(label)] = people.connection.execute(made).one()
    note(people.connection, "Invite", people.programme, row.role, people.now)
    return token


def _paired(people: _List, invited: Invited) -> Invited:
    """Pair a mentee with the mentor the list names, if both are there."""
    row = invited.row
    if row.role != "mentee" or not row.mentor:
        return invited
    told = _pair(people, row)
    return Invited(row, invited.token, invited.problem, "; ".join(filter(None, (invited.note, told))))


def _pair(people: _List, row: Row) -> str:
    mentees = _named(people, row)
    mentors, _ = find(row.mentor, [each for each in people.members if each.role == "mentor"], "mentor")
    if len(mentors) > 1 or len(mentees) > 1:
        listed = "; ".join(map(str, mentors if len(mentors) > 1 else mentees))
        return f"not paired, several may be meant: {listed}"
    if mentors and mentees:
        done = join(people.connection, mentors[0], mentees[0], people.now)
        return f"{'was' if done.already else 'is now'} paired with {done.mentor}"
    if mentors or _expected(people, row.mentor):
        return f"to be paired with {row.mentor}: import this list again once both have joined"
    return f"not paired: no mentor is called {row.mentor}"


def _expected(people: _List, mentor: str) -> bool:
    """Whether a mentor of this name is invited, in this list or before."""
    wanted = set(key_of(mentor).split())
    return bool(wanted) and any(role == "mentor" and wanted <= set(name.split()) for role, name in people.invitations)
