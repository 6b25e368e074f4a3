"""The card of a pair: what happened between the two as counts and dates, and what coordinators noted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, func, select

from bot.mentoring.calendar import local_date
from bot.mentoring.people import Facts
from bot.mentoring.stats_pairs import EVENTS, Event, Happened, PairCard, PairLine, StaffNote
from storage import tables
from storage.columns import PERSON
from storage.rows import table
from storage.staff.metrics_sql import AGREEMENT, CHECKIN, GOAL, RELAY, SESSION

NOTE = table(tables.StaffNote)
LATELY = 300  # messages that are looked at: more on twelve days would be a lot of talk


def card(connection: Connection, facts: Facts, row: Any, line: PairLine, goals: Sequence[Any]) -> PairCard:
    """All that coordinators see of a pair."""
    assert facts.programme  # noqa: S101 - whoever comes here works in one
    zone = facts.programme.zone
    counts = select(SESSION.c.state, func.count().label("n")).where(SESSION.c.pair_id == row.id)
    sessions: dict[str, int] = {each.state: each.n for each in connection.execute(counts.group_by(SESSION.c.state))}
    happened = sorted(_events(connection, row, zone), key=lambda each: each.day, reverse=True)[:EVENTS]
    return PairCard(
        line,
        row.state,
        local_date(row.created_at, zone),
        row.ends,
        row.mentee_id or 0,
        row.mentor_id or 0,
        sessions.get("held", 0),
        sessions.get("confirmed", 0),
        tuple((goal.title, goal.percent) for goal in goals),
        tuple(happened),
        read_notes(connection, facts, row.id),
    )


def _events(connection: Connection, row: Any, zone: str) -> Iterator[Event]:
    """What happened: the newest of each kind."""
    yield Event(local_date(row.created_at, zone), "paired")
    if row.ended_at:
        yield Event(local_date(row.ended_at, zone), "closed" if row.state == "closed" else "ended")
    heard = select(RELAY.c.at).where(RELAY.c.pair_id == row.id).order_by(RELAY.c.at.desc()).limit(LATELY)
    days = Counter(local_date(at, zone) for at in connection.execute(heard).scalars())
    yield from (Event(day, "messages", n) for day, n in days.items())
    for kind, moments in _kinds(row):
        found = connection.execute(moments.limit(EVENTS)).scalars()
        yield from (Event(local_date(at, zone), kind) for at in found if at)


def _kinds(row: Any) -> Iterator[tuple[Happened, Any]]:
    """Kinds of things that happen, with their moments, the newest first."""
    states: dict[str, Happened] = {"held": "held", "missed": "missed", "cancelled": "cancelled", "confirmed": "planned"}
    for state, kind in states.items():
        these = (SESSION.c.pair_id == row.id, SESSION.c.state == state, SESSION.c.starts_at.is_not(None))
        yield kind, select(SESSION.c.starts_at).where(*these).order_by(SESSION.c.starts_at.desc())
    both = select(func.max(AGREEMENT.c.agreed_at)).where(AGREEMENT.c.pair_id == row.id)
    yield "agreed", both.group_by(AGREEMENT.c.round).having(func.count(AGREEMENT.c.agreed_at) > 1)
    if not row.mentee_id:
        return
    since = row.created_at
    week = (CHECKIN.c.person_id == row.mentee_id, CHECKIN.c.answered_at >= since)
    yield "checkin", select(CHECKIN.c.answered_at).where(*week).order_by(CHECKIN.c.answered_at.desc())
    mine = (GOAL.c.person_id == row.mentee_id, GOAL.c.visibility == "pair")
    yield "goal", select(GOAL.c.created_at).where(*mine, GOAL.c.created_at >= since).order_by(GOAL.c.created_at.desc())
    done = (GOAL.c.state == "reached", GOAL.c.closed_at >= since)
    yield "reached", select(GOAL.c.closed_at).where(*mine, *done).order_by(GOAL.c.closed_at.desc())


def read_notes(connection: Connection, facts: Facts, pair: int) -> tuple[StaffNote, ...]:
    """What coordinators noted about a pair, the oldest first; an owner may take away all, others their own."""
    owner = facts.membership is not None and facts.membership.role == "owner"
    query = select(NOTE, PERSON.c.name).join(PERSON, PERSON.c.id == NOTE.c.author_id).where(NOTE.c.pair_id == pair)
    return tuple(
        StaffNote(row.id, row.text, row.name, row.at, owner or row.author_id == facts.me.id)
        for row in connection.execute(query.order_by(NOTE.c.id))
    )
