"""Whom invitations were for, when that person asks for their data or wants it gone."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from sqlalchemy import Connection, and_, exists, or_, select, update

from storage import tables
from storage.among import among
from storage.columns import MEMBER, PERSON
from storage.rows import table

INVITATION = table(tables.Invitation)
BLANK = {"label": "", "email": ""}


def _came_by(people: Collection[int]) -> Any:
    """Personal invitations by which these people came: kept with their membership, or, before that was done, used and
    with just their name."""
    mine = select(MEMBER.c.invitation_id).where(among(MEMBER.c.person_id, people), MEMBER.c.invitation_id.is_not(None))
    here = and_(MEMBER.c.person_id == PERSON.c.id, MEMBER.c.programme_id == INVITATION.c.programme_id)
    named = or_(INVITATION.c.label == PERSON.c.name, INVITATION.c.label.startswith(PERSON.c.name + " ("))
    older = exists().where(
        among(PERSON.c.id, people), PERSON.c.name != "", here, named, MEMBER.c.invitation_id.is_(None)
    )
    return and_(INVITATION.c.uses == 1, or_(INVITATION.c.id.in_(mine), and_(INVITATION.c.used == 1, older)))


def forget(connection: Connection, people: Collection[int]) -> None:
    """Blank whom these people's invitations were for, while their memberships are still there."""
    connection.execute(update(INVITATION).where(_came_by(people)).values(BLANK))


def of_person(connection: Connection, person: int) -> list[dict[str, Any]]:
    """What a person's invitations say of them."""
    columns = (INVITATION.c[name] for name in ("id", "role", "label", "email", "created_at"))
    rows = connection.execute(select(*columns).where(_came_by([person])).order_by(INVITATION.c.id))
    return [dict(row) | {"created_at": row["created_at"].isoformat()} for row in rows.mappings()]
