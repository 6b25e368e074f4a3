"""What an owner sees of how the bot is doing."""

from __future__ import annotations

from sqlalchemy import Connection, and_, func, select

from bot.mentoring.people import Facts
from bot.mentoring.status import StatusView
from storage import tables
from storage.columns import MEMBER
from storage.rows import table
from storage.sights import sees
from storage.status import AWAY, read_figures, read_pulses

ACCOUNT = table(tables.Account)


@sees("status")
def read_status(connection: Connection, facts: Facts) -> StatusView | None:
    """Figures of the whole bot, and of this programme how many people can't be reached."""
    if facts.programme is None:
        return None
    here = and_(MEMBER.c.programme_id == facts.programme.id, MEMBER.c.standing != "left")
    away = select(func.count(ACCOUNT.c.person_id.distinct())).join(MEMBER, MEMBER.c.person_id == ACCOUNT.c.person_id)
    count = connection.execute(away.where(here, AWAY)).scalar_one()
    return StatusView(read_figures(connection, facts.now), read_pulses(connection), count)
