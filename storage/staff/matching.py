"""Everybody of a programme as matching sees them, read in five statements however many there are."""

from __future__ import annotations

from collections import Counter, defaultdict
from datetime import datetime, time
from typing import Any

from sqlalchemy import Connection, bindparam, func, select

from bot.mentoring.choosing import OPEN
from bot.mentoring.matching import Profile, profile_of
from bot.mentoring.matching_hours import monday
from bot.mentoring.matching_pool import Pool, pool_of
from bot.mentoring.people import Visibility
from bot.mentoring.privacy import goal_thing, may_see
from storage import tables
from storage.columns import MEMBER, PERSON
from storage.rows import table

PAIR, EXCLUSION, GOAL = table(tables.Pair), table(tables.Exclusion), table(tables.Goal)
WISH = table(tables.Wish)

VISIBLE: tuple[Visibility, ...] = ("pair", "private")
SEEN = [each for each in VISIBLE if may_see(goal_thing("goal-title", each), "coordinator", "programme") == "all"]
PEOPLE = (
    select(PERSON.c.id, PERSON.c.name, PERSON.c.locale, PERSON.c.zone, PERSON.c.quiet_from, PERSON.c.quiet_until)
    .add_columns(PERSON.c.about, MEMBER.c.role, MEMBER.c.standing, MEMBER.c.capacity)
    .join(MEMBER, MEMBER.c.person_id == PERSON.c.id)
    .where(MEMBER.c.programme_id == bindparam("programme"), MEMBER.c.role.in_(("mentee", "mentor")))
)
PAIRS = select(PAIR.c.mentee_id, PAIR.c.mentor_id, PAIR.c.state).where(PAIR.c.programme_id == bindparam("programme"))
EXCLUSIONS = select(EXCLUSION.c.mentee_id, EXCLUSION.c.mentor_id).where(
    EXCLUSION.c.programme_id == bindparam("programme")
)
WISHES = select(WISH.c.mentee_id, WISH.c.mentor_id, WISH.c.state).where(
    WISH.c.programme_id == bindparam("programme"), WISH.c.state.in_(OPEN)
)
GOALS = (
    select(GOAL.c.person_id, GOAL.c.title)
    .where(GOAL.c.programme_id == bindparam("programme"), GOAL.c.state == "active", GOAL.c.visibility.in_(SEEN))
    .order_by(GOAL.c.id)
)


def read_pool(connection: Connection, programme: int, now: datetime) -> Pool:
    """Everybody who may be matched in a programme, with what speaks against whom."""
    here = {"programme": programme}
    goals: dict[int, list[str]] = defaultdict(list)
    for row in connection.execute(GOALS, here):
        goals[row.person_id].append(row.title)
    pairs = [row for row in connection.execute(PAIRS, here) if row.mentee_id and row.mentor_id]
    count = Counter(person for row in pairs if row.state == "active" for person in (row.mentee_id, row.mentor_id))
    wishes = connection.execute(WISHES, here).all()
    count.update(row.mentor_id for row in wishes if row.state == "accepted")  # a place is kept for whom they accepted
    people = [_profile(row, tuple(goals[row.id]), count[row.id], now) for row in connection.execute(PEOPLE, here)]
    return pool_of(
        tuple(people),
        active=frozenset((row.mentee_id, row.mentor_id) for row in pairs if row.state == "active"),
        past=frozenset((row.mentee_id, row.mentor_id) for row in pairs if row.state != "active"),
        excluded=frozenset((row.mentee_id, row.mentor_id) for row in connection.execute(EXCLUSIONS, here)),
        asked=frozenset((row.mentee_id, row.mentor_id) for row in wishes if row.state == "asked"),
        choosing={row.mentee_id for row in wishes},
    )


def count_choosing(connection: Connection, programme: int) -> int:
    """How many mentees without a mentor wait for the answer of one they chose."""
    paired = select(PAIR.c.mentee_id).where(
        PAIR.c.programme_id == programme, PAIR.c.state == "active", PAIR.c.mentee_id == WISH.c.mentee_id
    )
    mine = (WISH.c.programme_id == programme, WISH.c.state.in_(OPEN), ~paired.exists())
    return int(connection.execute(select(func.count(WISH.c.mentee_id.distinct())).where(*mine)).scalar_one())


def _profile(row: Any, goals: tuple[str, ...], pairs: int, now: datetime) -> Profile:
    return profile_of(
        row.id,
        row.name,
        row.role,
        row.about or {},
        monday(now),
        zone=row.zone,
        awake=(time.fromisoformat(row.quiet_until), time.fromisoformat(row.quiet_from)),
        goals=goals,
        locale=row.locale,
        standing=row.standing,
        capacity=row.capacity,
        pairs=pairs,
    )
