"""Mentors who have a place for one certain mentee, in one statement; and the two of a wish as matching sees them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, time
from typing import Any

from sqlalchemy import Connection, Select, bindparam, exists, func, or_, select

from bot.mentoring.choosing import Trouble, terms_of
from bot.mentoring.matching import Profile, profile_of
from bot.mentoring.matching_hours import monday
from bot.mentoring.matching_pool import weights_of
from bot.mentoring.plans import Matching
from storage import tables
from storage.columns import MEMBER, PERSON, PROGRAMME
from storage.rows import table
from storage.staff.matching import PEOPLE

PAIR, WISH, EXCLUSION, GOAL = (table(each) for each in (tables.Pair, tables.Wish, tables.Exclusion, tables.Goal))

HERE: Any = bindparam("programme")
ME: Any = bindparam("mentee")


def _count(source: Any, state: str) -> Any:
    """How many pairs or wishes of a mentor's are in a state."""
    mine = (source.c.mentor_id == PERSON.c.id, source.c.programme_id == HERE, source.c.state == state)
    return select(func.count()).select_from(source).where(*mine).scalar_subquery()


TAKEN = _count(PAIR, "active") + _count(WISH, "accepted")  # a place is kept for whom a mentor has accepted
APART = or_(
    exists().where(EXCLUSION.c.programme_id == HERE, EXCLUSION.c.mentee_id == ME, EXCLUSION.c.mentor_id == PERSON.c.id),
    exists().where(PAIR.c.programme_id == HERE, PAIR.c.mentee_id == ME, PAIR.c.mentor_id == PERSON.c.id),
)
MENTORS = PEOPLE.add_columns(_count(WISH, "asked").label("asked")).where(MEMBER.c.role == "mentor", PERSON.c.id != ME)
OFFERING: Select[Any] = MENTORS.where(MEMBER.c.standing == "active", MEMBER.c.capacity > TAKEN, ~APART)
SHARED = (
    select(GOAL.c.title)
    .where(GOAL.c.person_id == ME, GOAL.c.programme_id == HERE)
    .where(GOAL.c.state == "active", GOAL.c.visibility == "pair")
    .order_by(GOAL.c.id)
)


def offering(connection: Connection, programme: int, mentee: int, among_these: Any = None) -> list[Any]:
    """The mentors who have a place now and may be this mentee's, with how many requests wait for each."""
    query = OFFERING if among_these is None else OFFERING.where(among_these)
    return list(connection.execute(query, {"programme": programme, "mentee": mentee}))


def room_of(connection: Connection, programme: int, mentor: int) -> int:
    """How many places a mentor has that are neither taken nor promised. The mentor's row is held, so that nobody else
    takes the last one meanwhile."""
    here = (MEMBER.c.programme_id == programme, MEMBER.c.person_id == mentor)
    held = select(MEMBER.c.capacity).where(*here).with_for_update()
    capacity = connection.execute(held).scalar_one_or_none() or 0
    taken = select(TAKEN).select_from(PERSON).where(PERSON.c.id == mentor)
    return int(capacity - connection.execute(taken, {"programme": programme}).scalar_one())


def kept_apart(connection: Connection, programme: int, mentee: int, mentor: int) -> bool:
    """Whether two must not be, or have been, a pair."""
    query = select(PERSON.c.id).where(PERSON.c.id == mentor, APART)
    return connection.execute(query, {"programme": programme, "mentee": mentee}).first() is not None


def trouble_of(connection: Connection, programme: int, person: int) -> Trouble:
    """Why a mentee can't choose now, or nothing."""
    query = select(MEMBER.c.role, MEMBER.c.standing, PROGRAMME.c.stage, PROGRAMME.c.options)
    query = query.join(PROGRAMME, PROGRAMME.c.id == MEMBER.c.programme_id)
    mine = (MEMBER.c.programme_id == programme, MEMBER.c.person_id == person)
    row = connection.execute(query.where(*mine)).one_or_none()
    if row is None or row.role != "mentee" or row.standing != "active":
        return "away"
    if not terms_of(row.options).choice:
        return "off"
    if row.stage not in {"open", "closed"}:
        return "rests"
    return "paired" if has_mentor(connection, programme, person) else ""


def has_mentor(connection: Connection, programme: int, mentee: int) -> bool:
    """Whether a mentee is somebody's already."""
    mine = (PAIR.c.programme_id == programme, PAIR.c.mentee_id == mentee, PAIR.c.state == "active")
    return connection.execute(select(PAIR.c.id).where(*mine)).first() is not None


def shared_goals(connection: Connection, programme: int, mentee: int) -> tuple[str, ...]:
    """The titles of the goals that a mentee shares with a partner."""
    return tuple(connection.execute(SHARED, {"programme": programme, "mentee": mentee}).scalars())


def one(
    connection: Connection, programme: int, person: int, now: datetime, goals: Sequence[str] = ()
) -> Profile | None:
    """Somebody as matching sees them."""
    row = connection.execute(PEOPLE.where(PERSON.c.id == person), {"programme": programme}).one_or_none()
    return profile(row, now, tuple(goals)) if row else None


def profile(row: Any, now: datetime, goals: tuple[str, ...] = ()) -> Profile:
    """A person's columns as matching needs them."""
    awake = time.fromisoformat(row.quiet_until), time.fromisoformat(row.quiet_from)
    known = {"goals": goals, "locale": row.locale, "standing": row.standing, "capacity": row.capacity}
    return profile_of(row.id, row.name, row.role, row.about or {}, monday(now), zone=row.zone, awake=awake, **known)


def weights_in(connection: Connection, programme: int) -> Matching:
    """What counts in a programme."""
    plan = connection.execute(select(PROGRAMME.c.plan).where(PROGRAMME.c.id == programme)).scalar_one()
    return weights_of(plan)
