"""What somebody may take along of their wishes: a mentee their list, a mentor what they were asked for. Nobody is told
who liked a mentor without asking, or whether a mentor declined or let the time pass."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, and_, or_, select

from storage import tables
from storage.rows import table

WISH = table(tables.Wish)
NOT_NOW = {"declined": "not now", "expired": "not now"}


def wishes(connection: Connection, person: int) -> list[dict[str, Any]]:
    """The wishes of a mentee, and the requests to a mentor."""
    asked = and_(WISH.c.mentor_id == person, WISH.c.asked_at.is_not(None))
    rows = connection.execute(select(WISH).where(or_(WISH.c.mentee_id == person, asked)).order_by(WISH.c.id))
    return [_plain(row, "mentee" if row.mentee_id == person else "mentor") for row in rows]


def _plain(row: Any, role: str) -> dict[str, Any]:
    """Each side's own words only."""
    words = row.answer if role == "mentee" else row.question
    told = {"id": row.id, "programme_id": row.programme_id, "role": role, "at": row.at.isoformat(), "words": words}
    state = NOT_NOW.get(row.state, row.state) if role == "mentee" else row.state
    mine = {"mentor_id": row.mentor_id, "rank": row.rank} if role == "mentee" else {}
    return told | mine | {"state": state, "asked_at": row.asked_at.isoformat() if row.asked_at else None}
