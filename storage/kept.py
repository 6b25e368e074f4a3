"""Messages that are kept while nobody can be reached, and go when somebody can again."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime, timedelta

from sqlalchemy import Connection, and_, or_, update

from storage import tables
from storage.rows import SENT_SCREEN, table

OUTBOX = table(tables.Outbox)
STALE = timedelta(days=3)  # what is older says nothing any more

# What somebody can mend: their own settings, a channel, a permission. A message that met it is kept meanwhile.
MENDABLE = frozenset(
    {
        *("dm_closed", "left_server"),
        *("channel_gone", "server_left", "no_access", "no_permission", "too_many_threads"),
    }
)


def revive(connection: Connection, platform: str, chats: Collection[str], route: str, now: datetime) -> int:
    """Let what was kept for these chats wait again, to be sent by this route if there is one; says how many."""
    kept = and_(OUTBOX.c.platform == platform, OUTBOX.c.state == "unreachable", OUTBOX.c.screen != SENT_SCREEN)
    fresh = and_(OUTBOX.c.created_at > now - STALE, or_(OUTBOX.c.expires.is_(None), OUTBOX.c.expires > now))
    fields = {"state": "waiting", "not_before": None, "attempts": 0} | ({"route": route, "edit": ""} if route else {})
    return int(connection.execute(update(OUTBOX).where(OUTBOX.c.chat.in_(chats), kept, fresh).values(fields)).rowcount)
