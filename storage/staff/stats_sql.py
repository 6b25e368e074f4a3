"""The statements behind the sheets of /stats, each put together once; `storage/staff/stats_sheets.py` says what they
mean."""

from __future__ import annotations

from typing import Any

from sqlalchemy import and_, bindparam, case, exists, func, or_, select

from storage import tables
from storage.columns import MEMBER, PERSON
from storage.rows import table
from storage.staff.metrics_sql import (
    ACTIVITY,
    CHECKIN,
    END,
    GOAL,
    HERE,
    OPEN,
    PAIR,
    PROGRESS,
    RELAY,
    SESSION,
    START,
    count,
)

INVITATION, RESPONSE = table(tables.Invitation), table(tables.FormResponse)

FIRST, LAST = bindparam("first", type_=GOAL.c.due.type), bindparam("last", type_=GOAL.c.due.type)


def _funnel() -> Any:
    """Each stage by sets, never by mentee."""
    own = case((INVITATION.c.uses == 1, 1), else_=INVITATION.c.used)
    invited = select(func.coalesce(func.sum(own), 0))
    mentees = (MEMBER.c.programme_id == HERE, MEMBER.c.role == "mentee")
    answered = select(func.count(RESPONSE.c.person_id.distinct())).join(
        MEMBER, MEMBER.c.person_id == RESPONSE.c.person_id
    )
    heard = exists().where(RELAY.c.pair_id == PAIR.c.id)
    met = exists().where(SESSION.c.pair_id == PAIR.c.id, SESSION.c.state == "held")
    paired = select(func.count(PAIR.c.mentee_id.distinct())).where(PAIR.c.programme_id == HERE)
    stages = (
        invited.where(INVITATION.c.programme_id == HERE, INVITATION.c.role == "mentee"),
        select(func.count()).where(*mentees),
        select(func.count()).where(*mentees, MEMBER.c.standing != "enrolling"),
        paired,
        paired.where(heard),
        paired.where(met),
        select(func.count(GOAL.c.person_id.distinct())).where(GOAL.c.programme_id == HERE),
        answered.where(*mentees, RESPONSE.c.programme_id == HERE, RESPONSE.c.form == "midway"),
        paired.where(PAIR.c.state == "closed"),
    )
    return select(*(stage.scalar_subquery() for stage in stages))


FUNNEL = _funnel()
AIMING = select(GOAL.c.person_id).where(GOAL.c.programme_id == HERE)
WITH_GOAL = select(count(PAIR.c.mentee_id.in_(AIMING)), func.count()).where(OPEN)
DUE = select(count(GOAL.c.state == "reached"), func.count()).where(
    GOAL.c.programme_id == HERE, GOAL.c.visibility == "pair", GOAL.c.due >= FIRST, GOAL.c.due <= LAST
)
MOVED = select(func.count()).where(
    ACTIVITY.c.programme_id == HERE, ACTIVITY.c.kind == "MoveGoal", ACTIVITY.c.at >= START, ACTIVITY.c.at < END
)
PRIVATE = select(func.count(), func.count(GOAL.c.person_id.distinct())).where(
    GOAL.c.programme_id == HERE, GOAL.c.visibility == "private", GOAL.c.state == "active"
)
STUCK = (
    select(PROGRESS.c.at, PROGRESS.c.obstacle, GOAL.c.person_id)
    .join(GOAL, GOAL.c.id == PROGRESS.c.goal_id)
    .where(GOAL.c.programme_id == HERE, PROGRESS.c.at >= START, PROGRESS.c.at < END, PROGRESS.c.obstacle != "")
)

MENTORS = (MEMBER.c.programme_id == HERE, MEMBER.c.role == "mentor", MEMBER.c.standing == "active")
USED = select(count(exists().where(OPEN, PAIR.c.mentor_id == MEMBER.c.person_id)), func.count()).where(*MENTORS)


def _answers() -> Any:
    """From the first message of a mentee's after the mentor's last, or ever, to the mentor's next."""
    asks, order = RELAY.c.from_id == PAIR.c.mentee_id, (RELAY.c.at, RELAY.c.id)
    before = func.lag(RELAY.c.from_id).over(partition_by=RELAY.c.pair_id, order_by=order)
    columns = (RELAY.c.pair_id, RELAY.c.at, PAIR.c.mentor_id, asks.label("asks"), before.label("before"))
    here = (PAIR.c.programme_id == HERE, RELAY.c.at >= START, RELAY.c.at < END)
    said = select(*columns, PAIR.c.mentee_id).join(PAIR, PAIR.c.id == RELAY.c.pair_id).where(*here).subquery()
    begins = and_(said.c.asks, or_(said.c.before.is_(None), said.c.before != said.c.mentee_id))
    later = RELAY.alias()
    told = (later.c.pair_id == said.c.pair_id, later.c.from_id == said.c.mentor_id, later.c.at > said.c.at)
    answer = select(func.min(later.c.at)).where(*told, later.c.at < END).scalar_subquery()
    return select(said.c.at, answer.label("answered")).where(begins)


ANSWERS = _answers()


def _met() -> Any:
    """Mentors with open pairs, those who met least first."""
    pairs = select(PAIR.c.mentor_id, func.count().label("n")).where(OPEN).group_by(PAIR.c.mentor_id).subquery()
    came = (SESSION.c.state == "held", SESSION.c.starts_at >= START, SESSION.c.starts_at < END)
    held: Any = select(PAIR.c.mentor_id, func.count().label("n")).join(SESSION, SESSION.c.pair_id == PAIR.c.id)
    held = held.where(SESSION.c.programme_id == HERE, *came).group_by(PAIR.c.mentor_id).subquery()
    sessions = func.coalesce(held.c.n, 0).label("sessions")
    query = select(PERSON.c.name, pairs.c.n.label("pairs"), MEMBER.c.capacity, sessions)
    query = query.select_from(pairs).join(PERSON, PERSON.c.id == pairs.c.mentor_id)
    mine = and_(MEMBER.c.person_id == PERSON.c.id, MEMBER.c.programme_id == HERE)
    query = query.join(MEMBER, mine).outerjoin(held, held.c.mentor_id == PERSON.c.id)
    return query.order_by(sessions, pairs.c.n.desc(), PERSON.c.name).limit(bindparam("most"))


MET = _met()
HELD = select(func.count()).where(
    SESSION.c.programme_id == HERE, SESSION.c.state == "held", SESSION.c.starts_at >= START, SESSION.c.starts_at < END
)


def weeks(column: Any, *conditions: Any) -> Any:
    """How many rows fall into each of twelve weeks, named by `week0` to `week12`, and of how many something holds."""
    moments = [bindparam(f"week{number}", type_=column.type) for number in range(13)]
    which = case(*((column < moment, number) for number, moment in enumerate(moments[1:])), else_=-1).label("week")
    query = select(which, *(func.count() if each is None else count(each) for each in conditions))
    return query.where(column >= moments[0], column < moments[12]).group_by(which)


ASKED = weeks(CHECKIN.c.asked_at, CHECKIN.c.answered_at.is_not(None), None).where(CHECKIN.c.programme_id == HERE)
MEETINGS = weeks(SESSION.c.starts_at, SESSION.c.state == "held").where(SESSION.c.programme_id == HERE)
