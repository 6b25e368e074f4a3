"""Who was in earlier lists and is not in a new one. Only roles that the new list has are looked at: a list of mentors
says nothing about mentees. Whoever runs the programme never leaves by a list."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, select

from bot.mentoring.people_effects import CloseInvitation
from bot.talk.clean import key_of
from storage import tables
from storage.columns import MEMBER, PERSON
from storage.people_import import Decided
from storage.rows import table

INVITATION = table(tables.Invitation)
LIST = "list"  # why somebody left who is no longer in the list
ROLES = frozenset({"mentee", "mentor"})


@dataclass(frozen=True, slots=True)
class Leavers:
    """Memberships with their people's names, and invitations that were never used with whom they are for."""

    members: tuple[tuple[int, str], ...] = ()
    links: tuple[tuple[int, str], ...] = ()


def read_leavers(connection: Connection, programme: int, decided: Sequence[Decided]) -> Leavers:
    """Those whom the new list leaves out."""
    roles = ROLES & {each.row.role for each in decided}
    claimed = {each.invitation for each in decided}
    left = [row for row in _invitations(connection, programme) if row.role in roles and row.id not in claimed]
    if not left:
        return Leavers()
    here = {person for each in decided for person in each.members}
    members = [row for row in _members(connection, programme) if row.role in roles and row.person_id not in here]
    came = _who_came([row for row in left if row.used], members, claimed)
    links, labels = tuple((row.id, row.label) for row in left if not row.used), {row.id: row.label for row in left}
    return Leavers(tuple((row.id, row.name or labels.get(row.invitation_id, "…")) for row in came), links)


def _invitations(connection: Connection, programme: int) -> Sequence[Any]:
    """Personal invitations, which only lists make."""
    personal = (INVITATION.c.label != "", INVITATION.c.uses == 1, INVITATION.c.opens == "")
    query = select(INVITATION).where(INVITATION.c.programme_id == programme, *personal)
    return connection.execute(query.order_by(INVITATION.c.id)).all()


def _members(connection: Connection, programme: int) -> Sequence[Any]:
    query = select(MEMBER.c.id, MEMBER.c.person_id, MEMBER.c.role, MEMBER.c.invitation_id, PERSON.c.name)
    query = query.join(PERSON, PERSON.c.id == MEMBER.c.person_id).where(MEMBER.c.programme_id == programme)
    return connection.execute(query.where(MEMBER.c.standing != "left").order_by(MEMBER.c.id)).all()


def _who_came(used: Sequence[Any], members: Sequence[Any], claimed: set[int | None]) -> Iterator[Any]:
    """Who came by these invitations; of members who joined before that was kept, those of just the name, if only one
    has it."""
    numbers = {row.id for row in used}
    names = {(row.role, key_of(row.label)) for row in used}
    for row in members:
        if row.invitation_id is not None:
            if row.invitation_id in numbers:
                yield row
        elif (row.role, key_of(row.name)) in names and _alone(row, members):
            yield row


def _alone(row: Any, members: Sequence[Any]) -> bool:
    same = [each for each in members if each.role == row.role and key_of(each.name) == key_of(row.name)]
    return len(same) == 1


def close_unused(leavers: Leavers) -> Iterable[CloseInvitation]:
    """Links that nobody has used stop working."""
    return [CloseInvitation(number) for number, _ in leavers.links]
