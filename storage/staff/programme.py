"""What the screens about programmes show: one in numbers, its settings, who runs it, who waits, who is where."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, case, func, select

from bot.commands import DESK
from bot.mentoring.due import Due
from bot.mentoring.people import Facts
from bot.mentoring.programmes import Overview, Place, Places, Seat, Settings, Team, Welcome, welcome_in
from bot.mentoring.views import View
from storage import tables
from storage.among import among
from storage.applicants import read_applicant
from storage.columns import MEMBER, PERSON, PROGRAMME
from storage.pairing import read_people
from storage.rows import table
from storage.sights import sees
from storage.subjects import READERS

PAIR = table(tables.Pair)
ID_DIGITS = 9  # of an id in a button, which anybody can make up
HERE = MEMBER.c.standing.in_(("active", "paused"))
RANK = case({"owner": 0, "coordinator": 1}, value=MEMBER.c.role, else_=2)


@sees("programme_home", "programme_stage")
def overview(connection: Connection, facts: Facts) -> View | None:
    """The programme in numbers."""
    here = facts.programme
    if here is None:
        return None
    counted = select(MEMBER.c.role, MEMBER.c.standing, func.count().label("n")).where(MEMBER.c.programme_id == here.id)
    rows = connection.execute(counted.group_by(MEMBER.c.role, MEMBER.c.standing)).all()
    people: dict[str, int] = {}
    for row in rows:
        if row.standing in {"active", "paused"}:
            people[row.role] = people.get(row.role, 0) + row.n
    mine = select(func.count()).where(MEMBER.c.person_id == facts.me.id, MEMBER.c.standing != "left")
    return Overview(
        here,
        people,
        sum(row.n for row in rows if row.standing == "waiting"),
        sum(row.n for row in rows if row.standing == "enrolling"),
        _pairs(connection, here.id),
        connection.execute(mine).scalar_one(),
    )


def _pairs(connection: Connection, programme: int, *which: Any) -> int:
    going = (PAIR.c.programme_id == programme, PAIR.c.state == "active", *which)
    return int(connection.execute(select(func.count()).where(*going)).scalar_one())


@sees("joining", "welcome", "programme_dates")
def settings(connection: Connection, facts: Facts) -> View | None:
    """What is set, and whom a change of it concerns."""
    here = facts.programme
    if here is None:
        return None
    options = connection.execute(select(PROGRAMME.c.options).where(PROGRAMME.c.id == here.id)).scalar_one()
    waiting = select(func.count()).where(MEMBER.c.programme_id == here.id, MEMBER.c.standing == "waiting")
    ending = _pairs(connection, here.id, PAIR.c.ends == here.ends) if here.ends else 0
    return Settings(here, (options or {}).get("welcome") or {}, ending, connection.execute(waiting).scalar_one())


@sees("profile")
def welcome(connection: Connection, facts: Facts) -> View | None:
    """The programme's own words for a newcomer."""
    here = facts.programme
    if here is None:
        return None
    options = connection.execute(select(PROGRAMME.c.options).where(PROGRAMME.c.id == here.id)).scalar_one()
    return Welcome(welcome_in(options, facts.me.locale))


def read_paired(connection: Connection, rows: Sequence[Due], now: datetime) -> dict[int, Any]:
    """What is known of two who meet, with their programme's own words for each."""
    known = read_people(connection, rows, now)
    programmes = {facts.programme.id for facts in known.values() if facts.programme}
    query = select(PROGRAMME.c.id, PROGRAMME.c.options).where(among(PROGRAMME.c.id, list(programmes)))
    words = {row.id: row.options for row in connection.execute(query)}
    return {
        row: replace(facts, view=Welcome(welcome_in(words.get(facts.programme.id), facts.me.locale)))
        for row, facts in known.items()
        if facts.programme
    }


READERS["paired"] = read_paired


@sees("team", "seat")
def team(connection: Connection, facts: Facts) -> View | None:
    """Everybody at the desk, owners first; and who is named by the subject."""
    here = facts.programme
    if here is None:
        return None
    query = select(MEMBER.c.id, MEMBER.c.person_id, PERSON.c.name, MEMBER.c.role)
    query = query.join(PERSON, PERSON.c.id == MEMBER.c.person_id)
    staff = (MEMBER.c.programme_id == here.id, MEMBER.c.role.in_(DESK), HERE)
    rows = connection.execute(query.where(*staff).order_by(RANK, PERSON.c.name, MEMBER.c.id))
    seats = tuple(Seat(row.id, row.person_id, row.name, row.role) for row in rows)
    return Team(seats, next((seat for seat in seats if str(seat.member) == facts.subject), None))


@sees("leave")
def before_leaving(connection: Connection, facts: Facts) -> View | None:
    """For an owner, who else runs the programme: one owner always stays."""
    member = facts.membership
    return team(connection, facts) if member and member.role == "owner" else None


@sees("programmes")
def places(connection: Connection, facts: Facts) -> View:
    """Where somebody is a member."""
    return Places(read_places(connection, facts.me.id))


def read_places(connection: Connection, person: int) -> tuple[Place, ...]:
    """The programmes that somebody has not left."""
    query = select(PROGRAMME.c.id, PROGRAMME.c.name, MEMBER.c.role, PROGRAMME.c.stage)
    query = query.join(MEMBER, MEMBER.c.programme_id == PROGRAMME.c.id)
    rows = connection.execute(
        query.where(MEMBER.c.person_id == person, MEMBER.c.standing != "left").order_by(PROGRAMME.c.id)
    )
    return tuple(Place(*row) for row in rows)


@sees("applicant", "decline", "ask_more")
def applicant(connection: Connection, facts: Facts) -> View | None:
    """Somebody of this programme who waits, or waited."""
    here, subject = facts.programme, facts.subject
    if here is None or not subject.isdecimal() or len(subject) > ID_DIGITS:
        return None
    return read_applicant(connection, here.id, int(subject))
