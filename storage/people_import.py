"""Inviting a list of people. Doing it again gives nobody a second link, and pairs those who have joined meanwhile."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, insert, select, update

from bot.errors import Setup
from bot.mentoring.invitations import hash_token, make_token
from bot.messages import Say, When, say
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
        return Invited(row, notes=(say("office-in-programme"),))
    if invitation is None:
        return Invited(row, _invite(people, row))
    if invitation.used >= invitation.uses:
        return Invited(row, notes=(say("office-link-used"),))
    if invitation.expires_at > people.now:
        return Invited(row, notes=(say("office-link-made", until=When(invitation.expires_at, "day")),))
    return Invited(row, _invite(people, row, again=invitation.id), (say("office-link-renewed"),))


def _named(people: _List, row: Row) -> list[Member]:
    return [each for each in people.members if each.role == row.role and key_of(each.name) == key_of(row.name)]


def _invite(people: _List, row: Row, again: int | None = None) -> str:
    """A new token; in place of one that has expired where there is one."""
    token, label = make_token(people.draw()), _label(row)
    fresh = {"token_hash": hash_token(token), "expires_at": people.expires, "created_at": people.now}
    new = {"programme_id": people.programme, "role": row.role, "label": label, "uses": 1, "used": 0}
    statement = (
        update(INVITATION).where(INVITATION.c.id == again).values(fresh)
        if again
        else insert(INVITATION).values(new | fresh)
    )
    made = people.connection.execute(statement.returning(*INVITATION.c)).one()
    people.invitations[row.role, key_of(label)] = made
    note(people.connection, "Invite", people.programme, row.role, people.now)
    return token


def _paired(people: _List, invited: Invited) -> Invited:
    """Pair a mentee with the mentor the list names, if both are there."""
    row = invited.row
    if row.role != "mentee" or not row.mentor:
        return invited
    return replace(invited, notes=(*invited.notes, _pair(people, row)))


def _pair(people: _List, row: Row) -> Say:
    mentees = _named(people, row)
    mentors, _ = find(row.mentor, [each for each in people.members if each.role == "mentor"], "mentor")
    for several in (mentors, mentees):
        if len(several) > 1:
            return say("office-pair-several", names=tuple(f"{each.name} ({each.person})" for each in several))
    if mentors and mentees:
        done = join(people.connection, mentors[0], mentees[0], people.now)
        return say("office-pair-there" if done.already else "office-pair-made", mentor=done.mentor)
    if mentors or _expected(people, row.mentor):
        return say("office-pair-later", mentor=row.mentor)
    return say("office-pair-nobody", mentor=row.mentor)


def _expected(people: _List, mentor: str) -> bool:
    """Whether a mentor of this name is invited, in this list or before."""
    wanted = set(key_of(mentor).split())
    return bool(wanted) and any(role == "mentor" and wanted <= set(name.split()) for role, name in people.invitations)
