"""The statements behind the list of pairs, each put together once. They are given `programme`, `now`, and the page."""

from __future__ import annotations

from typing import Any

from sqlalchemy import and_, bindparam, case, exists, func, or_, select

from storage.columns import MEMBER, PERSON
from storage.staff.metrics_sql import HERE, MOMENT, PAIR, RELAY, RESTING, SESSION

NOW = bindparam("now", type_=MOMENT)
MENTEE, MENTOR = PERSON.alias("mentee"), PERSON.alias("mentor")

ACTIVE = and_(PAIR.c.programme_id == HERE, PAIR.c.state == "active")
ON_BREAK = or_(PAIR.c.mentor_id.in_(RESTING), PAIR.c.mentee_id.in_(RESTING))
AHEAD = and_(SESSION.c.pair_id == PAIR.c.id, SESSION.c.state == "confirmed", SESSION.c.starts_at > NOW)

KINDS: dict[str, Any] = {
    "quiet": ~ON_BREAK,
    "newest": ~ON_BREAK,
    "unmet": and_(~ON_BREAK, ~exists().where(AHEAD)),
    "paused": ON_BREAK,
}
TOTAL = {kind: select(func.count()).select_from(PAIR).where(ACTIVE, which) for kind, which in KINDS.items()}


def _last_contact() -> Any:
    """Of each active pair, when a message last passed or a session was last held."""
    heard: Any = select(RELAY.c.pair_id, func.max(RELAY.c.at).label("at")).join(PAIR, PAIR.c.id == RELAY.c.pair_id)
    heard = heard.where(ACTIVE).group_by(RELAY.c.pair_id).subquery()
    met: Any = select(SESSION.c.pair_id, func.max(SESSION.c.starts_at).label("at")).join(
        PAIR, PAIR.c.id == SESSION.c.pair_id
    )
    met = met.where(ACTIVE, SESSION.c.state == "held").group_by(SESSION.c.pair_id).subquery()
    later = case(
        (and_(heard.c.at.is_not(None), or_(met.c.at.is_(None), heard.c.at > met.c.at)), heard.c.at), else_=met.c.at
    )
    query = select(PAIR.c.id, later.label("at")).outerjoin(heard, heard.c.pair_id == PAIR.c.id)
    return query.outerjoin(met, met.c.pair_id == PAIR.c.id).where(ACTIVE).subquery()


def _page(kind: str) -> Any:
    last = _last_contact()
    query = select(PAIR.c.id, PAIR.c.created_at, last.c.at.label("last")).join(last, last.c.id == PAIR.c.id)
    order = (PAIR.c.created_at.desc(),) if kind == "newest" else (func.coalesce(last.c.at, PAIR.c.created_at),)
    page = query.where(ACTIVE, KINDS[kind]).order_by(*order, PAIR.c.id)
    return page.limit(bindparam("most")).offset(bindparam("skip"))


PAGE = {kind: _page(kind) for kind in KINDS}


def both(*columns: Any) -> Any:
    """Pairs with the names of both sides; somebody who erased themselves has none."""
    names = (MENTEE.c.name.label("mentee"), MENTOR.c.name.label("mentor"))
    query = select(PAIR, *names, *columns).outerjoin(MENTEE, MENTEE.c.id == PAIR.c.mentee_id)
    return query.outerjoin(MENTOR, MENTOR.c.id == PAIR.c.mentor_id)


def paused(row: Any) -> Any:
    """Whether somebody in a pair is on a break."""
    mine = and_(MEMBER.c.programme_id == row.programme_id, MEMBER.c.standing == "paused")
    return select(func.count()).where(mine, MEMBER.c.person_id.in_((row.mentee_id, row.mentor_id)))
