"""The pairs of a programme that need somebody, always worked out anew."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from datetime import datetime, timedelta
from typing import Any, NamedTuple

from sqlalchemy import Connection, func, or_, select

from bot.mentoring.people import Facts
from bot.mentoring.plans import Risk
from bot.mentoring.risk import Hit, Life, judge, order
from bot.mentoring.risk_limits import limits_of
from bot.mentoring.risk_views import PAGE, AtRisk, Couple, Fine, FineList, OnePair, Risky, Rules
from storage import tables
from storage.among import among
from storage.columns import MEMBER, PERSON, PROGRAMME
from storage.rows import table
from storage.sights import sees
from storage.staff.risk_lives import read_lives

PAIR, WATCH, ACTIVITY = table(tables.Pair), table(tables.Watch), table(tables.Activity)
ACTED = ("Nudged", "WroteTo", "GaveText", "Watched")  # what a coordinator does about a pair leaves one of these
MOST_FINE = 20  # pairs that are fine, listed at once
LATELY = timedelta(days=3)  # after somebody did something about a pair, it is given so long


class Judged(NamedTuple):
    """A pair, and the rules that hold of it."""

    life: Life
    hits: tuple[Hit, ...]


def limits(connection: Connection, programme: int) -> Risk | None:
    """The thresholds of a programme; None for one that rests."""
    query = select(PROGRAMME.c.plan, PROGRAMME.c.options, PROGRAMME.c.stage).where(PROGRAMME.c.id == programme)
    row = connection.execute(query).first()
    return limits_of(row.plan, row.options) if row and row.stage != "archived" else None


def judged(connection: Connection, programme: int, now: datetime, pairs: Collection[int] | None = None) -> list[Judged]:
    """The pairs of which a rule holds, the gravest first: all of a programme, or of these."""
    risk = limits(connection, programme)
    if risk is None:
        return []
    lives = read_lives(connection, programme, risk, now, pairs)
    found = (Judged(life, judge(life, risk, now)) for life in lives)
    return sorted((each for each in found if each.hits), key=lambda each: (order(each.hits), each.life.pair))


def count_at_risk(connection: Connection, programme: int, now: datetime) -> int:
    """How many pairs need somebody."""
    return len(judged(connection, programme, now))


def read_at_risk(connection: Connection, programme: int, now: datetime, page: int = 0) -> AtRisk:
    """A page of the pairs that need somebody: first those nobody has looked after lately."""
    found, acted = judged(connection, programme, now), acted_lately(connection, programme, now)
    listed = sorted(found, key=lambda each: each.life.pair in acted)
    page = max(0, min(page, (len(listed) - 1) // PAGE))
    return AtRisk(
        len(listed),
        sum(each.life.pair not in acted for each in listed),
        page,
        tuple(_risky(connection, listed[page * PAGE : (page + 1) * PAGE], acted)),
        _fine(connection, programme, now),
        _waiting(connection, programme),
    )


def _risky(connection: Connection, found: Sequence[Judged], acted: dict[int, datetime]) -> Iterable[Risky]:
    names = read_names(connection, {person for life, _ in found for person in (life.mentee, life.mentor)})
    for life, hits in found:
        yield Risky(life.pair, names[life.mentee], names[life.mentor], hits, acted.get(life.pair))


def read_names(connection: Connection, people: Collection[int]) -> dict[int, str]:
    """The names of people."""
    query = select(PERSON.c.id, PERSON.c.name).where(among(PERSON.c.id, people))
    return {row[0]: row[1] for row in connection.execute(query)}


def acted_lately(connection: Connection, programme: int, now: datetime) -> dict[int, datetime]:
    """When something was last done about pairs, as far as that is not long ago."""
    mine = (ACTIVITY.c.programme_id == programme, ACTIVITY.c.kind.in_(ACTED), ACTIVITY.c.at > now - LATELY)
    query = select(ACTIVITY.c.subject, func.max(ACTIVITY.c.at)).where(*mine).group_by(ACTIVITY.c.subject)
    return {int(subject): at for subject, at in connection.execute(query)}


def _fine(connection: Connection, programme: int, now: datetime) -> int:
    return int(connection.execute(_known(programme, now).with_only_columns(func.count())).scalar_one())


def _known(programme: int, now: datetime) -> Any:
    """Pairs that are fine until a day."""
    query = select(WATCH).join(PAIR, PAIR.c.id == WATCH.c.pair_id)
    return query.where(PAIR.c.programme_id == programme, PAIR.c.state == "active", WATCH.c.fine_until > now)


def _waiting(connection: Connection, programme: int) -> int:
    """Mentees who are there and have no mentor."""
    here = (MEMBER.c.programme_id == programme, MEMBER.c.role == "mentee", MEMBER.c.standing == "active")
    active = (PAIR.c.programme_id == programme, PAIR.c.state == "active", PAIR.c.mentee_id.is_not(None))
    paired = select(PAIR.c.mentee_id).where(*active)
    query = select(func.count()).select_from(MEMBER).where(*here, MEMBER.c.person_id.not_in(paired))
    return int(connection.execute(query).scalar_one())


# What the screens show


@sees("at_risk")
def see_at_risk(connection: Connection, facts: Facts) -> AtRisk | None:
    """The page a button names; the first otherwise."""
    page = int(facts.subject) if facts.subject.isdecimal() and len(facts.subject) < 6 else 0
    return read_at_risk(connection, facts.programme.id, facts.now, page) if facts.programme else None


@sees("risk_pair")
def see_pair(connection: Connection, facts: Facts) -> OnePair | None:
    """A pair of the programme that goes on, with all that holds of it."""
    couple = _couple(connection, facts)
    if facts.programme is None or not couple.pair:
        return None
    found = judged(connection, facts.programme.id, facts.now, [couple.pair])
    acted = acted_lately(connection, facts.programme.id, facts.now).get(couple.pair)
    hits = found[0].hits if found else ()
    fine = couple.until if couple.until and couple.until > facts.now else None
    return OnePair(Risky(couple.pair, couple.mentee, couple.mentor, hits, acted), fine)


@sees("risk_fine_list")
def see_fine(connection: Connection, facts: Facts) -> FineList | None:
    """The pairs that are fine until a day."""
    if facts.programme is None:
        return None
    query = _known(facts.programme.id, facts.now).add_columns(PAIR.c.mentee_id, PAIR.c.mentor_id)
    rows = connection.execute(query.order_by(WATCH.c.fine_until, WATCH.c.id).limit(MOST_FINE)).all()
    names = read_names(connection, {person for row in rows for person in (row.mentee_id, row.mentor_id)})
    found = (Fine(row.pair_id, names[row.mentee_id], names[row.mentor_id], row.fine_until, row.why) for row in rows)
    return FineList(tuple(found), _fine(connection, facts.programme.id, facts.now))


@sees("risk_rules")
def see_rules(connection: Connection, facts: Facts) -> Rules | None:
    """The thresholds that hold here."""
    risk = limits(connection, facts.programme.id) if facts.programme else None
    return Rules(risk) if risk else None


@sees("risk_write", "risk_fine")
def see_couple(connection: Connection, facts: Facts) -> Couple:
    """The pair a conversation is about."""
    return _couple(connection, facts)


def _couple(connection: Connection, facts: Facts) -> Couple:
    """The pair that the subject names, if it is the programme's and goes on."""
    number = facts.subject.partition("-")[0]
    if facts.programme is None or not number.isdecimal() or len(number) > 9:
        return Couple()
    query = select(PAIR.c.id, PAIR.c.mentee_id, PAIR.c.mentor_id, WATCH.c.fine_until)
    query = query.outerjoin(WATCH, WATCH.c.pair_id == PAIR.c.id).where(PAIR.c.id == int(number))
    mine = (PAIR.c.programme_id == facts.programme.id, PAIR.c.state == "active")
    row = connection.execute(query.where(*mine, or_(PAIR.c.mentee_id > 0, PAIR.c.mentor_id > 0))).first()
    if row is None:
        return Couple()
    names = read_names(connection, {row.mentee_id, row.mentor_id})
    return Couple(row.id, names[row.mentee_id], names[row.mentor_id], row.fine_until)
