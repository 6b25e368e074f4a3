"""What /stats shows: which programme is meant, and the sheet that was asked for."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, select

from bot.commands import DESK, STAFF
from bot.flows.staff.stats_asked import Asked, asked
from bot.mentoring.calendar import local_date
from bot.mentoring.metrics import span
from bot.mentoring.people import Facts
from bot.mentoring.stats import StatsView
from bot.talk.clean import key_of
from storage.columns import MEMBER, PROGRAMME
from storage.sights import sees
from storage.staff.metrics import read_figures
from storage.staff.metrics_each import Scope
from storage.staff.stats_sheets import funnel, read_goals, read_mentors, read_weeks


@sees("stats")
def read(connection: Connection, facts: Facts) -> StatsView | None:
    """The sheet that was asked for, of the programme meant: one in which this person has a place at the desk."""
    mine = _programmes(connection, facts.me.id)
    here = next((row for row in mine if facts.programme and row.id == facts.programme.id), None)
    if here is None:
        return None
    wanted = _asked(facts, here)
    row = _meant(mine, wanted, here)
    if row is None:
        names = tuple(each.name for each in mine)
        unknown = wanted.named or f"#{wanted.programme}"
        return StatsView("unknown", here.id, here.name, wanted.period, unknown=unknown, mine=names)
    return _sheet(connection, row, _asked(facts, row), facts.now)


def _programmes(connection: Connection, person: int) -> Sequence[Any]:
    """Where somebody sees the programme as a whole."""
    columns = (PROGRAMME.c[name] for name in ("id", "slug", "name", "zone", "starts", "created_at"))
    query = select(*columns, MEMBER.c.role).join(MEMBER, MEMBER.c.programme_id == PROGRAMME.c.id)
    here = (MEMBER.c.person_id == person, MEMBER.c.role.in_(DESK), MEMBER.c.standing.in_(("active", "paused")))
    return connection.execute(query.where(*here).order_by(PROGRAMME.c.id)).all()


def _asked(facts: Facts, row: Any) -> Asked:
    begun = local_date(row.created_at, row.zone)
    return asked(facts.subject, facts.now, row.zone, min(begun, row.starts or begun))


def _meant(mine: Sequence[Any], wanted: Asked, here: Any) -> Any:
    """The programme of this number or name; without either the one that is worked in now."""
    if wanted.programme:
        return next((row for row in mine if row.id == wanted.programme), None)
    if not wanted.named:
        return here
    name = key_of(wanted.named)
    exact = [row for row in mine if name in {key_of(row.slug), key_of(row.name)}]
    parts = [row for row in mine if name in key_of(row.name)]
    return next(iter(exact or parts), None) if exact or len(parts) == 1 else None


def _sheet(connection: Connection, row: Any, wanted: Asked, now: datetime) -> StatsView:
    scope, names = Scope(connection, row.id, span(wanted.period, row.zone, now)), row.role in STAFF
    more: dict[str, Any] = {}
    match wanted.sheet:
        case "figures":
            more["figures"] = read_figures(connection, row.id, wanted.period, now)
        case "funnel":
            more["funnel"] = funnel(scope)
        case "goals":
            more["goals"] = read_goals(scope, wanted.period, now, names=names)
        case "mentors":
            more["mentors"] = read_mentors(scope, now, names=names)
        case "chart":
            more["weeks"] = read_weeks(scope, row.zone, now)
    return StatsView(wanted.sheet, row.id, row.name, wanted.period, names, wanted.unclear, **more)
