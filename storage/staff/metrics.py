"""The figures of a programme: what is kept of each day, and the rest as it is read."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, time

from pydantic import TypeAdapter
from sqlalchemy import Connection, func, select

from bot.mentoring.calendar import local, local_date
from bot.mentoring.metrics import DAY, Compared, Figures, Period, Share, Span, Stock, span, span_before
from storage import tables
from storage.columns import PROGRAMME
from storage.rows import table
from storage.staff.metrics_each import Scope, read_flow, read_stock
from storage.staff.risk import count_at_risk

DAYS, PAIR = table(tables.DayFigures), table(tables.Pair)
STOCK = TypeAdapter(Stock)
FEW = 2_000  # pairs up to which it is read at once how a programme stands; of more it is told as the last day ended


def read_figures(connection: Connection, programme: int, period: Period, now: datetime) -> Compared:
    """The figures of a programme over a period, beside those of the time before it, if there was one."""
    columns = (PROGRAMME.c.zone, PROGRAMME.c.created_at)
    zone, begun = connection.execute(select(*columns).where(PROGRAMME.c.id == programme)).one()
    stock, standing = _standing(connection, programme, zone, now)
    figures = Figures(stock, read_flow(Scope(connection, programme, span(period, zone, now))))
    before = span_before(period, zone, now)
    if before is None or before.end <= begun:
        return Compared(period, figures, standing=standing)
    scope = Scope(connection, programme, before)
    then = _kept(scope, zone) or replace(read_stock(scope), at_risk=Share())  # nobody judged them then
    return Compared(period, figures, Figures(then, read_flow(scope)), standing)


def _standing(connection: Connection, programme: int, zone: str, now: datetime) -> tuple[Stock, datetime]:
    """How a programme stands, and when that was."""
    active = (PAIR.c.programme_id == programme, PAIR.c.state == "active")
    many = connection.execute(select(func.count()).where(*active)).scalar_one() > FEW
    night = local(local_date(now, zone), time(0), zone)
    if many and (kept := _kept(Scope(connection, programme, Span(night, night)), zone)):
        return kept, night
    return with_risk(Scope(connection, programme, Span(now, now)), now), now


def with_risk(scope: Scope, now: datetime) -> Stock:
    """How a programme stands now, with the pairs that need somebody as /at_risk has them."""
    stock = read_stock(scope)
    risky = count_at_risk(scope.connection, scope.programme, now)
    return replace(stock, at_risk=Share(risky, max(risky, stock.at_risk.whole)))


def _kept(scope: Scope, zone: str) -> Stock | None:
    """How a programme stood when the last whole day of a span was over, if that was kept."""
    day = local_date(scope.span.end, zone) - DAY
    here = (DAYS.c.programme_id == scope.programme, DAYS.c.day == day)
    row = scope.connection.execute(select(DAYS.c.stock).where(*here)).one_or_none()
    return STOCK.validate_python(row.stock) if row else None
