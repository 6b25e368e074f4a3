"""Who is left out of a nudge, and why: it would be no use to them now, or too much."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime, timedelta

from sqlalchemy import Connection, and_, or_, select

from bot.flows.staff.reach_words import NUDGES
from storage import tables
from storage.among import among
from storage.due import spent_lately
from storage.rows import PENDING, table
from storage.staff.audience import Who

CHECKIN, GOAL, PAIR, SESSION = (table(each) for each in (tables.Checkin, tables.Goal, tables.Pair, tables.Session))
RELAY, OUTBOX = table(tables.Relay), table(tables.Outbox)

REST = timedelta(days=3)  # between two nudges
WEEK = timedelta(days=6)
LATELY = timedelta(days=21)
FOR_MENTEES = frozenset({"checkin", "goal"})
FOR_PAIRS = frozenset({"session", "first"})


def kind_of(nudge: str) -> str:
    """The kind of its messages: one about the check-in is taken back once that is answered, like those that come by
    themselves."""
    return "nudge" if nudge == "checkin" else f"nudge-{nudge}"


KINDS = tuple(map(kind_of, NUDGES))


def skipped(
    connection: Connection, programme: int, nudge: str, people: Sequence[Who], budget: int, now: datetime
) -> dict[int, str]:
    """Those who are left out, each with the first reason there is."""
    numbers = {who.person for who in people}
    spent = spent_lately(connection, numbers, now)
    reasons = {
        "paused": {who.person for who in people if who.standing == "paused"},
        "role": {who.person for who in people if who.role != "mentee"} if nudge in FOR_MENTEES else set(),
        "alone": numbers - _paired(connection, programme) if nudge in FOR_PAIRS else set(),
        "done": DONE[nudge](connection, programme, now) & numbers,
        "recent": _recent(connection, numbers, now),
        "budget": {person for person, number in spent.items() if number >= budget},
    }
    found: dict[int, str] = {}
    for why, those in reasons.items():
        for person in those:
            found.setdefault(person, why)
    return found


def _paired(connection: Connection, programme: int) -> set[int]:
    active = and_(PAIR.c.programme_id == programme, PAIR.c.state == "active")
    return _sides(connection, select(PAIR.c.mentee_id, PAIR.c.mentor_id).where(active))


def _recent(connection: Connection, people: Collection[int], now: datetime) -> set[int]:
    """Those who were nudged a few days ago, by us or by their plan, or will be in a moment."""
    lately = and_(OUTBOX.c.kind.in_(KINDS), OUTBOX.c.created_at > now - REST)
    there = OUTBOX.c.state.in_((*PENDING, "sending", "sent", "uncertain"))
    query = select(OUTBOX.c.person_id).where(among(OUTBOX.c.person_id, people), lately, there)
    return set(connection.execute(query).scalars())


def _told(connection: Connection, programme: int, now: datetime) -> set[int]:
    """Those whose check-in of this week is there."""
    answered = and_(CHECKIN.c.programme_id == programme, CHECKIN.c.answered_at > now - WEEK)
    return set(connection.execute(select(CHECKIN.c.person_id).where(answered)).scalars())


def _with_goal(connection: Connection, programme: int, now: datetime) -> set[int]:
    active = and_(GOAL.c.programme_id == programme, GOAL.c.state == "active")
    return set(connection.execute(select(GOAL.c.person_id).where(active)).scalars())


def _with_session(connection: Connection, programme: int, now: datetime) -> set[int]:
    """Those who met lately, or are about to."""
    held = and_(SESSION.c.state == "held", SESSION.c.starts_at > now - LATELY)
    ahead = or_(SESSION.c.starts_at.is_(None), SESSION.c.starts_at > now)
    coming = and_(SESSION.c.state.in_(("proposed", "confirmed")), ahead)
    pairs = select(PAIR.c.mentee_id, PAIR.c.mentor_id).join(SESSION, SESSION.c.pair_id == PAIR.c.id)
    return _sides(connection, pairs.where(PAIR.c.programme_id == programme, or_(held, coming)))


def _said_hello(connection: Connection, programme: int, now: datetime) -> set[int]:
    """Those who have written to their partner."""
    told = select(RELAY.c.from_id).join(PAIR, PAIR.c.id == RELAY.c.pair_id).where(PAIR.c.programme_id == programme)
    return set(connection.execute(told.distinct()).scalars()) - {None}


def _sides(connection: Connection, query: object) -> set[int]:
    return {side for row in connection.execute(query) for side in row if side}  # type: ignore[call-overload]


DONE = {"checkin": _told, "goal": _with_goal, "session": _with_session, "first": _said_hello}
