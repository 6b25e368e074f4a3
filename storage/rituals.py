"""What a pair is asked about itself, from each side: what they did together and answered; for many rows at once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import Connection, func, select

from bot.mentoring.due import Due
from bot.mentoring.feedback import EVERY
from bot.mentoring.people import Facts, Partner
from bot.mentoring.privacy import goal_thing, may_see
from bot.mentoring.rituals import FORMS, OF_PAIRS, Ritual, Together, kind_of, number_of
from storage import tables
from storage.among import among
from storage.facts import read_all
from storage.rows import table
from storage.subjects import READERS

PAIR, SESSION, GOAL, PROGRESS = (table(each) for each in (tables.Pair, tables.Session, tables.Goal, tables.Progress))
CHECKIN, RESPONSE = table(tables.Checkin), table(tables.FormResponse)
FRESH = timedelta(days=12)  # an answer given so long before a reminder is the one it asks for
IN_A_ROW = timedelta(days=10)  # between two check-ins that follow each other


def read_rituals(connection: Connection, rows: Sequence[Due], now: datetime) -> dict[int, Ritual]:
    """What is known of each row."""
    facts = read_all(connection, {row.person for row in rows}, now)
    partners = {row.id: _partner(row, facts[row.person]) for row in rows if row.person in facts}
    pairs = {partner.pair for partner in partners.values() if partner}
    known = _Known(connection, pairs, {row.person for row in rows})
    return {row.id: known.ritual(row, facts[row.person], partners[row.id]) for row in rows if row.id in partners}


def _partner(row: Due, facts: Facts) -> Partner | None:
    number = number_of(row)
    if kind_of(row) == "after-session":
        number = next((session.pair for session in facts.sessions if session.id == number), 0)
    return next((partner for partner in facts.partners if partner.pair == number), None)


class _Known:
    """What is read for the rows of one fetch."""

    def __init__(self, connection: Connection, pairs: Collection[int], people: Collection[int]) -> None:
        self._pairs = {row.id: row for row in connection.execute(PAIRS, {"pairs": pairs})} if pairs else {}
        self._together = read_together(connection, list(self._pairs.values())) if pairs else {}
        found = connection.execute(ANSWERED, {"people": people}) if people else ()
        self._answered = {(row.person_id, row.form, row.subject): row.at for row in found}

    def ritual(self, row: Due, facts: Facts, partner: Partner | None) -> Ritual:
        """One row, from its person's side."""
        kind, pair = kind_of(row), self._pairs.get(partner.pair) if partner else None
        if pair is None or partner is None:
            return Ritual(facts, partner)
        mentee = row.person == pair.mentee_id
        since = row.planned - FRESH if kind in EVERY else pair.created_at
        told = [self._answered.get((row.person, kind, about)) for about in _subjects(row, pair, partner)]
        answered = min(filter(None, told), default=None) if all(told) else None
        return Ritual(
            facts,
            partner,
            answered if answered and answered >= since else None,
            pair.mentee_extends if mentee else pair.mentor_extends,
            self._together[pair.id, mentee],
        )


def _subjects(row: Due, pair: Any, partner: Partner) -> list[str]:
    """What the answers to a row's form are about, as they are kept."""
    match kind_of(row):
        case "after-session":
            return [f"session:{number_of(row)}"]
        case "goal-view":
            return [f"goal:{goal.id}" for goal in partner.goals]
    return [f"pair:{pair.id}"]


def read_together(connection: Connection, pairs: Sequence[Any]) -> dict[tuple[int, bool], Together]:
    """What pairs did together, as the mentor (False) and the mentee (True) of each may see it."""
    if not pairs:
        return {}
    held = {row.pair_id: row.n for row in connection.execute(HELD, {"pairs": [pair.id for pair in pairs]})}
    mentees = [pair.mentee_id for pair in pairs if pair.mentee_id]
    goals, weeks = _by_person(connection.execute(GOALS, {"people": mentees})), _weeks(connection, mentees)
    percents = _percents(connection, [goal.id for group in goals.values() for goal in group])
    found = {}
    for pair in pairs:
        days = [day for day in weeks[pair.mentee_id] if day >= pair.created_at.date()]
        for mine in (False, True):
            seen = [goal for goal in goals[pair.mentee_id] if mine or _shared(goal)]
            since = [goal for goal in seen if goal.closed_at is None or goal.closed_at >= pair.created_at]
            found[pair.id, mine] = Together(
                held.get(pair.id, 0),
                tuple(goal.title for goal in since if goal.state == "reached"),
                tuple(_moved(since, percents, pair.created_at)),
                len(days),
                _longest(days),
            )
    return found


def _shared(goal: Any) -> bool:
    return may_see(goal_thing("goal-title", goal.visibility), "mentor", "partner") == "all"


def _moved(goals: Iterable[Any], percents: dict[int, list[Any]], since: datetime) -> Iterable[tuple[str, int, int]]:
    """The first and last percent of goals that are still open; the one told before the pair counts as the first."""
    for goal in goals:
        told = percents[goal.id]
        before = [row.percent for row in told if row.at < since]
        after = [row.percent for row in told if row.at >= since]
        if goal.state == "active" and after:
            yield goal.title, before[-1] if before else after[0], after[-1]


def _longest(days: Sequence[date]) -> int:
    """The longest row of weeks with an answered check-in."""
    best = run = 0
    for at, day in enumerate(days):
        run = run + 1 if at and day - days[at - 1] <= IN_A_ROW else 1
        best = max(best, run)
    return best


def _by_person(rows: Iterable[Any]) -> dict[int, list[Any]]:
    found: dict[int, list[Any]] = defaultdict(list)
    for row in rows:
        found[row.person_id].append(row)
    return found


def _weeks(connection: Connection, people: Collection[int]) -> dict[int, list[date]]:
    weeks: dict[int, list[date]] = defaultdict(list)
    for row in connection.execute(WEEKS, {"people": people}):
        weeks[row.person_id].append(row.occurrence)
    return weeks


def _percents(connection: Connection, goals: Collection[int]) -> dict[int, list[Any]]:
    percents: dict[int, list[Any]] = defaultdict(list)
    for row in connection.execute(TOLD, {"goals": goals}) if goals else ():
        percents[row.goal_id].append(row)
    return percents


PAIRS = select(PAIR).where(among(PAIR.c.id, "pairs"))
HELD = (
    select(SESSION.c.pair_id, func.count().label("n"))
    .join(PAIR, PAIR.c.id == SESSION.c.pair_id)
    .where(among(SESSION.c.pair_id, "pairs"), SESSION.c.state == "held", SESSION.c.starts_at >= PAIR.c.created_at)
    .group_by(SESSION.c.pair_id)
)
GOALS = select(GOAL).where(among(GOAL.c.person_id, "people")).order_by(GOAL.c.id)
WEEKS = (
    select(CHECKIN.c.person_id, CHECKIN.c.occurrence)
    .where(among(CHECKIN.c.person_id, "people"), CHECKIN.c.answered_at.is_not(None))
    .order_by(CHECKIN.c.occurrence)
)
TOLD = (
    select(PROGRESS.c.goal_id, PROGRESS.c.percent, PROGRESS.c.at)
    .where(among(PROGRESS.c.goal_id, "goals"))
    .order_by(PROGRESS.c.at, PROGRESS.c.id)
)
ANSWERED = (
    select(RESPONSE.c.person_id, RESPONSE.c.form, RESPONSE.c.subject, func.max(RESPONSE.c.at).label("at"))
    .where(among(RESPONSE.c.person_id, "people"))
    .group_by(RESPONSE.c.person_id, RESPONSE.c.form, RESPONSE.c.subject)
)

READERS.update(dict.fromkeys({*FORMS, *OF_PAIRS}, read_rituals))
