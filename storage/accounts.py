"""Where people are written to: one of their accounts speaks for them."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from sqlalchemy import Connection, select

from storage import tables
from storage.among import among
from storage.columns import PERSON
from storage.rows import table

ACCOUNT = table(tables.Account)


def accounts(connection: Connection, people: Collection[int]) -> dict[int, Any]:
    """Where each person is written to: a reachable account before another, the platform they chose, the one they were
    on last."""
    query = (
        select(ACCOUNT.c.person_id, ACCOUNT.c.platform, ACCOUNT.c.chat, ACCOUNT.c.reach, PERSON.c.locale)
        .join(PERSON, PERSON.c.id == ACCOUNT.c.person_id)
        .where(among(ACCOUNT.c.person_id, people))
        .order_by(
            ACCOUNT.c.reach == "ok",
            ACCOUNT.c.platform == PERSON.c.prefers,
            ACCOUNT.c.seen_at.is_not(None),
            ACCOUNT.c.seen_at,
            ACCOUNT.c.id,
        )
    )
    return {row.person_id: row for row in connection.execute(query)}
