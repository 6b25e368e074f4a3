"""Which pairs a rule may hold of. Each sign is a condition or a query for all pairs at once; breaks are not known here,
so that some are found of whom nothing will hold."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from typing import Any

from sqlalchemy import String, Text, and_, cast, exists, or_, select

from bot.mentoring.agreement import EVERY
from bot.mentoring.plans import Risk
from bot.mentoring.risk import GRACE, LOW_MOOD, WEEK
from storage import tables
from storage.among import among
from storage.columns import MEMBER
from storage.rows import table

PAIR, RELAY, SESSION, GOAL = (table(each) for each in (tables.Pair, tables.Relay, tables.Session, tables.Goal))
AGREEMENT, ACCOUNT, CHECKIN = table(tables.Agreement), table(tables.Account), table(tables.Checkin)
RESPONSE, WORD = table(tables.FormResponse), table(tables.SessionWord)

FELT_LATELY = WEEK * 3  # how long a hard week is one to look at
SCORED_LATELY = WEEK * 13
MET_LATELY = WEEK * 4  # how long two words about a session are something to ask about
SCORES = {"pulse": "score", "midway": "relation"}  # form -> the question that rates the mentoring
BOTH = (PAIR.c.mentee_id, PAIR.c.mentor_id)


def suspect(programme: int, risk: Risk, now: datetime, people: Collection[int], pairs: Collection[int]) -> Any:
    """The condition for pairs of which a rule may hold; `people` and `pairs` are those of whom something is known
    already."""
    told = (*(among(side, people) for side in BOTH), among(PAIR.c.id, pairs))
    return or_(*told, *_unanswered(programme, risk, now), *_lasting(risk, now))


def _lasting(risk: Risk, now: datetime) -> tuple[Any, ...]:
    """What has not been done for long."""
    spoken = exists().where(RELAY.c.pair_id == PAIR.c.id, RELAY.c.at > now - EVERY["weekly"] * risk.silence)
    quiet = and_(~spoken, ~_held(now - EVERY["weekly"] * risk.silence))
    goal = exists().where(GOAL.c.person_id == PAIR.c.mentee_id, GOAL.c.state.in_(("active", "reached")))
    pact = exists().where(AGREEMENT.c.pair_id == PAIR.c.id, HOLDS)
    return (
        and_(PAIR.c.created_at <= now - risk.first_contact, quiet),
        and_(PAIR.c.created_at <= now - risk.session, ~_held(now - risk.session)),
        and_(PAIR.c.created_at <= now - risk.no_goal, ~goal),
        and_(PAIR.c.created_at <= now - risk.no_agreement, ~pact),
        PAIR.c.asked_at.is_not(None),
    )


HOLDS = cast(AGREEMENT.c.terms, Text).not_in(("{}", "null"))  # an agreement that both agreed to


def _held(since: datetime) -> Any:
    return exists().where(SESSION.c.pair_id == PAIR.c.id, SESSION.c.state == "held", SESSION.c.starts_at > since)


def _unanswered(programme: int, risk: Risk, now: datetime) -> tuple[Any, ...]:
    """Whose check-ins were missed, and who never finished joining."""
    member = select(MEMBER.c.person_id).where(MEMBER.c.programme_id == programme)
    late = now - WEEK * (risk.missed - 1) - GRACE
    missed = member.where(MEMBER.c.role == "mentee", MEMBER.c.standing == "active", MEMBER.c.silent_since <= late)
    joining = member.where(MEMBER.c.role.in_(("mentee", "mentor")), MEMBER.c.standing == "enrolling")
    return (PAIR.c.mentee_id.in_(missed), *(side.in_(joining) for side in BOTH))


def hard_weeks(programme: int, now: datetime) -> Any:
    """Who told of a hard week lately, and when, the last time at the end."""
    lately = (CHECKIN.c.programme_id == programme, CHECKIN.c.answered_at > now - FELT_LATELY)
    hard = select(CHECKIN.c.person_id, CHECKIN.c.answered_at).where(*lately, CHECKIN.c.mood <= LOW_MOOD)
    return hard.order_by(CHECKIN.c.answered_at)  # grouped by person, SQLite would read all check-ins there are


def lost_people() -> Any:
    """Whom no message reaches on any of their platforms."""
    reached = ACCOUNT.alias()
    fine = exists().where(reached.c.person_id == ACCOUNT.c.person_id, reached.c.reach == "ok")
    return select(ACCOUNT.c.person_id).where(ACCOUNT.c.reach != "ok", ~fine)


def answers_of(programme: int, people: Collection[int] | None) -> Any:
    """Answers given in a programme, by all or by these people. Theirs are few: counted up by nothing, the programme is
    not what they are looked up by."""
    if people is None:
        return RESPONSE.c.programme_id == programme
    return and_(RESPONSE.c.programme_id + 0 == programme, among(RESPONSE.c.person_id, people))


def low_scores(programme: int, risk: Risk, now: datetime, people: Collection[int] | None) -> Any:
    """Who rated the mentoring low."""
    lately = (answers_of(programme, people), RESPONSE.c.at > now - SCORED_LATELY)
    low = [str(number) for number in range(1, risk.score + 1)]
    said = (and_(RESPONSE.c.form == form, answer(key).in_(low)) for form, key in SCORES.items())
    return select(RESPONSE.c.person_id).where(*lately, RESPONSE.c.person_id.is_not(None), or_(*said))


def answer(key: str) -> Any:
    """An answer to a question as text, whatever it is."""
    return cast(RESPONSE.c.answers[key].as_string(), String)


def disputed(programme: int, now: datetime) -> Any:
    """Pairs one of whom says that a session took place, and the other that it did not; and when it was."""
    met, not_met = WORD.alias(), WORD.alias()
    lately = (SESSION.c.programme_id == programme, SESSION.c.starts_at > now - MET_LATELY)
    both = select(SESSION.c.pair_id, SESSION.c.starts_at).where(*lately, SESSION.c.state == "unclear")
    both = both.order_by(SESSION.c.starts_at)
    both = both.join(met, and_(met.c.session_id == SESSION.c.id, met.c.met == "yes"))
    return both.join(not_met, and_(not_met.c.session_id == SESSION.c.id, not_met.c.met.in_(("no", "moved"))))
