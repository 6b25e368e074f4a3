"""The statements behind the figures, each put together once; `storage/staff/metrics_each.py` says what they mean. They
are given `programme`, `start`, `end`, `since` (from when answers count) and, by cadence, from when contact counts."""

from __future__ import annotations

from typing import Any

from sqlalchemy import and_, bindparam, case, exists, func, or_, select

from storage import tables
from storage.columns import MEMBER
from storage.rows import table

ACCOUNT, ACTIVITY, AGREEMENT = (table(each) for each in (tables.Account, tables.Activity, tables.Agreement))
BATCH, CHECKIN, GOAL = table(tables.AnswerBatch), table(tables.Checkin), table(tables.Goal)
PAIR, PROGRESS, RELAY = table(tables.Pair), table(tables.Progress), table(tables.Relay)
RISK, SESSION, WATCH = table(tables.RiskHit), table(tables.Session), table(tables.Watch)

MOMENT = PAIR.c.created_at.type


def _moment(name: str) -> Any:
    return bindparam(name, type_=MOMENT)


HERE, START, END = bindparam("programme", type_=PAIR.c.id.type), _moment("start"), _moment("end")


def count(condition: Any) -> Any:
    """How many rows a condition holds of."""
    return func.coalesce(func.sum(case((condition, 1), else_=0)), 0)


RESTING = select(MEMBER.c.person_id).where(MEMBER.c.programme_id == HERE, MEMBER.c.standing == "paused")
OPEN = and_(  # pairs that go on, with nobody in them on a break
    PAIR.c.programme_id == HERE,
    PAIR.c.created_at <= END,
    or_(PAIR.c.ended_at.is_(None), PAIR.c.ended_at > END),
    PAIR.c.mentor_id.not_in(RESTING),
    PAIR.c.mentee_id.not_in(RESTING),
)


def _people() -> Any:
    """Those who left after the moment took part at it."""
    left = (ACTIVITY.c.kind == "SetStanding", ACTIVITY.c.subject == "left", ACTIVITY.c.at > END)
    later = exists().where(ACTIVITY.c.person_id == MEMBER.c.person_id, *left)
    here = or_(MEMBER.c.standing == "active", and_(MEMBER.c.standing == "left", later))
    paired = (MEMBER.c.programme_id == HERE, MEMBER.c.role.in_(("mentee", "mentor")))
    return select(func.count()).select_from(MEMBER).where(*paired, MEMBER.c.created_at <= END, here).scalar_subquery()


MATCHED = select(func.count(PAIR.c.mentor_id.distinct()), func.count(PAIR.c.mentee_id.distinct()), _people()).where(
    OPEN
)


def contact(since: Any) -> Any:
    """Both sides of a pair wrote, or they met, after a moment and up to the end."""
    wrote = [
        exists().where(RELAY.c.pair_id == PAIR.c.id, RELAY.c.from_id == side, RELAY.c.at > since, RELAY.c.at <= END)
        for side in (PAIR.c.mentee_id, PAIR.c.mentor_id)
    ]
    held = (SESSION.c.pair_id == PAIR.c.id, SESSION.c.state == "held")
    met = exists().where(*held, SESSION.c.starts_at > since, SESSION.c.starts_at <= END)
    return or_(and_(*wrote), met)


def _active() -> Any:
    """Who had contact within the shortest time had it in every pair's own; who had none within the longest, in none's:
    only for the others it matters what they agreed on."""
    mine = AGREEMENT.c.pair_id == PAIR.c.id
    cadence = select(func.max(AGREEMENT.c.terms["cadence"].as_string())).where(mine)
    agreed = cadence.correlate(PAIR).scalar_subquery()  # two levels up, which is not seen by itself
    short, usual, long = _moment("weekly"), _moment("biweekly"), _moment("monthly")
    own = case((agreed == "weekly", short), (agreed == "monthly", long), else_=usual)
    return or_(contact(short), and_(contact(long), contact(own)))


ACTIVE = select(count(_active()), func.count()).where(OPEN)


def _risky() -> Any:
    since = (RISK.c.since <= END, or_(RISK.c.ended_at.is_(None), RISK.c.ended_at > END))
    hit = exists().where(RISK.c.pair_id == PAIR.c.id, *since)
    fine = exists().where(WATCH.c.pair_id == PAIR.c.id, WATCH.c.at <= END, WATCH.c.fine_until > END)
    return and_(hit, ~fine)


RISKY = select(count(_risky()), func.count()).where(OPEN)


def _free() -> Any:
    taken = select(PAIR.c.mentor_id, func.count().label("n")).where(OPEN).group_by(PAIR.c.mentor_id).subquery()
    free = MEMBER.c.capacity - func.coalesce(taken.c.n, 0)
    here = (MEMBER.c.programme_id == HERE, MEMBER.c.role == "mentor", MEMBER.c.standing == "active")
    mentors = MEMBER.outerjoin(taken, taken.c.mentor_id == MEMBER.c.person_id)
    return select(func.coalesce(func.sum(case((free > 0, free), else_=0)), 0)).select_from(mentors).where(*here)


FREE = _free()
SHARED = and_(GOAL.c.programme_id == HERE, GOAL.c.visibility == "pair")  # a private goal would show in a mean
GOING = and_(GOAL.c.created_at <= END, or_(GOAL.c.closed_at.is_(None), GOAL.c.closed_at > END))


def _percent() -> Any:
    told = (PROGRESS.c.goal_id == GOAL.c.id, PROGRESS.c.at <= END)
    newest = select(PROGRESS.c.percent).where(*told).order_by(PROGRESS.c.at.desc()).limit(1).scalar_subquery()
    goals = select(newest.label("percent")).where(SHARED, GOING).subquery()
    return select(func.avg(goals.c.percent), func.count(goals.c.percent))


PERCENT = _percent()
GOALS = select(
    count(GOING),
    count(and_(GOAL.c.created_at >= START, GOAL.c.created_at < END)),
    count(and_(GOAL.c.state == "reached", GOAL.c.closed_at >= START, GOAL.c.closed_at < END)),
).where(SHARED)


def _sessions() -> Any:
    off = SESSION.c.state == "cancelled"
    starts, changed = case((off, SESSION.c.starts_at)).label("starts"), case((off, SESSION.c.changed_at))
    came = (SESSION.c.starts_at >= START, SESSION.c.starts_at < END)
    known = SESSION.c.state.in_(("held", "missed", "confirmed", "cancelled"))
    query = select(SESSION.c.state, starts, changed.label("changed"), func.count().label("n"))
    return query.where(SESSION.c.programme_id == HERE, *came, known).group_by(SESSION.c.state, starts, changed)


SESSIONS = _sessions()


def _checkins() -> Any:
    asked = (CHECKIN.c.asked_at >= START, CHECKIN.c.asked_at < END)
    reached = exists().where(ACCOUNT.c.person_id == CHECKIN.c.person_id, ACCOUNT.c.reach == "ok")
    lost = and_(CHECKIN.c.answered_at.is_(None), ~reached)
    query = select(count(CHECKIN.c.answered_at <= END), count(lost), func.count())
    return query.where(CHECKIN.c.programme_id == HERE, *asked)


CHECKINS = _checkins()
BATCHES = select(*(BATCH.c[name] for name in ("role", "question", "n", "total", "promoters", "detractors"))).where(
    BATCH.c.programme_id == HERE, BATCH.c.until > _moment("since"), BATCH.c.until <= END
)
