"""The statements behind the list of pairs, each put together once. They are given `programme`, `now`, and the page."""

from __future__ import annotations

from typing import Any

from sqlalchemy import and_, bindparam, case, func, or_, select, union

from storage.columns import MEMBER, PERSON
from storage.staff.metrics_sql import HERE, MOMENT, PAIR, RELAY, RESTING, SESSION

NOW = bindparam("now", type_=MOMENT)
MENTEE, MENTOR = PERSON.alias("mentee"), PERSON.alias("mentor")

ACTIVE = and_(PAIR.c.programme_id == HERE, PAIR.c.state == "active")
SIDES = (PAIR.c.mentor_id, PAIR.c.mentee_id)
ON_BREAK = PAIR.c.id.in_(union(*(select(PAIR.c.id).where(side.in_(RESTING)) for side in SIDES)))  # few are
AHEAD = select(SESSION.c.pair_id).where(
    SESSION.c.programme_id == HERE, SESSION.c.state == "confirmed", SESSION.c.starts_at > NOW
)

KINDS: dict[str, Any] = {
    "quiet": ~ON_BREAK,
    "newest": ~ON_BREAK,
    "unmet": and_(~ON_BREAK, PAIR.c.id.not_in(AHEAD)),
    "paused": ON_BREAK,
}
ALL = select(func.count()).select_from(PAIR).where(ACTIVE)
PAUSED, UNMET = (ALL.where(KINDS[kind]) for kind in ("paused", "unmet"))


def _page(kind: str) -> Any:
    """A page of pairs with when a message last passed or a session was last held. Of the newest only the page is looked
    up; to put the others in order, each of them is, once."""
    rows: Any = select(PAIR.c.id, PAIR.c.created_at).where(ACTIVE, KINDS[kind])
    if kind == "newest":
        newest = _cut(rows.order_by(PAIR.c.created_at.desc(), PAIR.c.id.desc())).subquery()
        rows = select(newest, *_contact(newest.c.id)).subquery()
        return select(rows.c.id, _later(rows).label("last")).order_by(rows.c.created_at.desc(), rows.c.id.desc())
    found = rows.add_columns(*_contact(PAIR.c.id)).cte().prefix_with("MATERIALIZED")
    order = func.coalesce(_later(found), found.c.created_at)
    return _cut(select(found.c.id, _later(found).label("last")).order_by(order, found.c.id))


def _contact(pair: Any) -> tuple[Any, Any]:
    """When a message last passed, and when a session was last held."""
    heard = select(func.max(RELAY.c.at)).where(RELAY.c.pair_id == pair)
    met = select(func.max(SESSION.c.starts_at)).where(SESSION.c.pair_id == pair, SESSION.c.state == "held")
    return heard.scalar_subquery().label("heard"), met.scalar_subquery().label("met")


def _later(rows: Any) -> Any:
    heard, met = rows.c.heard, rows.c.met
    return case((and_(heard.is_not(None), or_(met.is_(None), heard > met)), heard), else_=met)


def _cut(query: Any) -> Any:
    return query.limit(bindparam("most")).offset(bindparam("skip"))


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
