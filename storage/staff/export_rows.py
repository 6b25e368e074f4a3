"""The rows of an export: of each table, the columns that may leave the bot and no other, in the order of their ids."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, time
from typing import Any

from sqlalchemy import Connection, Select, and_, func, select

from bot.mentoring.calendar import local
from bot.mentoring.export import Sheet, events
from storage import tables
from storage.columns import MEMBER, PERSON
from storage.rows import table

ACCOUNT, ACTIVITY, CHECKIN = table(tables.Account), table(tables.Activity), table(tables.Checkin)
CONSENT, GOAL, HELP = table(tables.Consent), table(tables.Goal), table(tables.HelpRequest)
PAIR, PROGRESS, SESSION = table(tables.Pair), table(tables.Progress), table(tables.Session)

BATCH = 2000  # rows in memory at once


@dataclass(frozen=True, slots=True)
class Scope:
    """Of what an export is: a programme on whose wall its times are, and the first day of what happened."""

    programme: int
    zone: str
    since: date | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """Where the rows of a table come from: what numbers them, what belongs to a programme, since when it happened, and
    each column that may be shown."""

    key: Any
    of: Callable[[int], Any]
    cells: Mapping[str, Any]
    since: Any = None
    joins: Any = None


def _programme(column: Any) -> Callable[[int], Any]:
    """The rows of a programme. Counted up by nothing, the column is not looked up by its index: rows are wanted in the
    order of their ids, and a million of them are not to be sorted in memory."""
    return lambda programme: column + 0 == programme


def _reach() -> Any:
    """How somebody is reached: "ok" if one account at least can be written to."""
    query = select(func.max(ACCOUNT.c.reach)).where(ACCOUNT.c.person_id == PERSON.c.id)
    good = query.where(ACCOUNT.c.reach == "ok").scalar_subquery()
    return func.coalesce(good, query.scalar_subquery(), "")


def _consented() -> Any:
    mine = and_(CONSENT.c.person_id == PERSON.c.id, CONSENT.c.purpose == "programme")
    return select(func.max(CONSENT.c.at)).where(mine).scalar_subquery()


def _percent() -> Any:
    last = select(PROGRESS.c.percent).where(PROGRESS.c.goal_id == GOAL.c.id)
    return last.order_by(PROGRESS.c.at.desc(), PROGRESS.c.id.desc()).limit(1).scalar_subquery()


def _name(person: Any) -> Any:
    return select(PERSON.c.name).where(PERSON.c.id == person).scalar_subquery()


def _same(source: Any, *names: str) -> dict[str, Any]:
    return {name: source.c[name] for name in names}


OPEN_GOAL = GOAL.c.visibility != "private"

SOURCES: Mapping[str, Source] = {
    "people": Source(
        MEMBER.c.id,
        _programme(MEMBER.c.programme_id),
        {"person": PERSON.c.id, "name": PERSON.c.name, "joined_at": MEMBER.c.created_at, "reach": _reach()}
        | {"consent_at": _consented()}
        | _same(MEMBER, "role", "standing", "paused_until", "reason", "capacity"),
        joins=MEMBER.join(PERSON, PERSON.c.id == MEMBER.c.person_id),
    ),
    "pairs": Source(
        PAIR.c.id,
        _programme(PAIR.c.programme_id),
        {"pair": PAIR.c.id, "mentor": PAIR.c.mentor_id, "mentor_name": _name(PAIR.c.mentor_id)}
        | {"mentee": PAIR.c.mentee_id, "mentee_name": _name(PAIR.c.mentee_id), "began_at": PAIR.c.created_at}
        | _same(PAIR, "state", "source", "ends", "ended_at", "reason"),
    ),
    "goals": Source(
        GOAL.c.id,
        lambda programme: and_(GOAL.c.programme_id + 0 == programme, OPEN_GOAL),
        {"goal": GOAL.c.id, "person": GOAL.c.person_id, "percent": _percent()}
        | _same(GOAL, "title", "state", "created_at", "closed_at"),
    ),
    "sessions": Source(
        SESSION.c.id,
        _programme(SESSION.c.programme_id),
        {"session": SESSION.c.id, "pair": SESSION.c.pair_id}
        | _same(SESSION, "state", "kind", "minutes", "starts_at", "created_at"),
        func.coalesce(SESSION.c.starts_at, SESSION.c.created_at),
    ),
    "checkins": Source(
        CHECKIN.c.id,
        _programme(CHECKIN.c.programme_id),
        {"checkin": CHECKIN.c.id, "person": CHECKIN.c.person_id, "week": CHECKIN.c.occurrence}
        | _same(CHECKIN, "asked_at", "answered_at"),
        CHECKIN.c.occurrence,
    ),
    "progress": Source(
        PROGRESS.c.id,
        lambda programme: and_(GOAL.c.programme_id + 0 == programme, OPEN_GOAL),
        {"progress": PROGRESS.c.id, "goal": PROGRESS.c.goal_id, "percent": PROGRESS.c.percent, "at": PROGRESS.c.at},
        PROGRESS.c.at,
        joins=PROGRESS.join(GOAL, GOAL.c.id == PROGRESS.c.goal_id),
    ),
    "calls": Source(
        HELP.c.id,
        _programme(HELP.c.programme_id),
        {"call": HELP.c.id, "person": HELP.c.person_id, "taken_by": HELP.c.taken_by_id}
        | _same(HELP, "topic", "state", "at", "changed_at"),
        HELP.c.at,
    ),
    "events": Source(
        ACTIVITY.c.id,
        lambda programme: and_(ACTIVITY.c.programme_id + 0 == programme, ACTIVITY.c.kind.in_(events())),
        {"event": ACTIVITY.c.id, "person": ACTIVITY.c.person_id, "what": ACTIVITY.c.kind, "about": ACTIVITY.c.subject}
        | _same(ACTIVITY, "at"),
        ACTIVITY.c.at,
    ),
}


def _within(source: Source, scope: Scope) -> Any:
    here = source.of(scope.programme)
    if source.since is None or scope.since is None:
        return here
    first = scope.since if source.since is CHECKIN.c.occurrence else local(scope.since, time(0), scope.zone)
    return and_(here, source.since >= first)


def _select(source: Source, *columns: Any) -> Select[Any]:
    query = select(*columns)
    return query.select_from(source.joins) if source.joins is not None else query


def read_rows(connection: Connection, sheet: Sheet, scope: Scope, after: int, most: int) -> Iterator[Any]:
    """Rows of a table behind a number, at most so many, a few at a time; the number of each comes first."""
    source = SOURCES[sheet.name]
    cells = [source.cells[column.name].label(f"cell_{column.name}") for column in sheet.shown]
    query = _select(source, source.key.label("key"), *cells).where(_within(source, scope), source.key > after)
    return iter(connection.execute(query.order_by(source.key).limit(most).execution_options(yield_per=BATCH)))


def count_rows(connection: Connection, scope: Scope) -> dict[str, int]:
    """How many rows each table has that is written row by row."""
    return {
        name: connection.execute(_select(source, func.count()).where(_within(source, scope))).scalar_one()
        for name, source in SOURCES.items()
    }


def count_private(connection: Connection, programme: int) -> int:
    """How many goals stay out, since nobody but their owner reads them."""
    private = and_(GOAL.c.programme_id == programme, GOAL.c.visibility == "private")
    return int(connection.execute(select(func.count()).where(private)).scalar_one())
