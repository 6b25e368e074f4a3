"""The totals of an export: moods by week, answers to forms. Nothing comes from fewer than five people, and no file says
more than the one before it by fewer than five either."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Any, TypeAlias

from sqlalchemy import Connection, and_, func, select

from bot.mentoring.calendar import local, local_date
from bot.mentoring.metrics import Given, batched, monday
from bot.mentoring.privacy import FEWEST
from storage import tables
from storage.among import among
from storage.form_results import COLUMNS, total_of
from storage.rows import table
from storage.staff.export_rows import BATCH, CHECKIN, Scope
from storage.staff.forms import find_form

RESPONSE = table(tables.FormResponse)

Total: TypeAlias = tuple[Any, ...]
WEEK = timedelta(weeks=1)


def read_moods(connection: Connection, scope: Scope, now: datetime) -> list[Total]:
    """The mean mood of each week that began since the first day, from Monday on, of those weeks in which enough people
    told theirs and to which no answer is added any more."""
    over = _monday(local_date(now, scope.zone)) - WEEK
    told = and_(CHECKIN.c.programme_id == scope.programme, CHECKIN.c.mood.is_not(None), CHECKIN.c.occurrence < over)
    columns = (CHECKIN.c.occurrence, func.count(), func.sum(CHECKIN.c.mood))
    weeks: dict[date, _Week] = defaultdict(_Week)
    for day, n, total in connection.execute(select(*columns).where(told).group_by(CHECKIN.c.occurrence)):
        week = weeks[_monday(day)]
        week.n, week.total = week.n + n, week.total + int(total)
    _count_people(connection, told, weeks)
    wanted = sorted(monday for monday in weeks if monday >= (scope.since or monday))
    shown = [(monday, weeks[monday]) for monday in wanted if weeks[monday].enough]
    return [(monday, week.n, round(week.total / week.n, 2)) for monday, week in shown]


@dataclass(slots=True)
class _Week:
    n: int = 0
    total: int = 0
    people: set[int] = field(default_factory=set)

    @property
    def small(self) -> bool:
        """Whether so few told their mood that they might be fewer people than answers."""
        return self.n < FEWEST * 7

    @property
    def enough(self) -> bool:
        return not self.small or len(self.people) >= FEWEST


def _count_people(connection: Connection, told: Any, weeks: Mapping[date, _Week]) -> None:
    days = [monday + timedelta(days=ahead) for monday, week in weeks.items() if week.small for ahead in range(7)]
    query = select(CHECKIN.c.occurrence, CHECKIN.c.person_id).where(told, among(CHECKIN.c.occurrence, days))
    for day, person in connection.execute(query):
        weeks[_monday(day)].people.add(person)


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


# Forms


def read_forms(connection: Connection, scope: Scope, now: datetime) -> list[Total]:
    """What answers to each form give, always of all time: a narrow span beside a wide one would tell what one person
    answered."""
    named = select(RESPONSE.c.form).where(RESPONSE.c.programme_id == scope.programme).distinct()
    rows: list[Total] = []
    for name in sorted(connection.execute(named).scalars()):
        rows += _totals(connection, scope.programme, name, now)
    return rows


def _totals(connection: Connection, programme: int, name: str, now: datetime) -> list[Total]:
    form, until = find_form(connection, programme, name), _until(connection, programme, name, now)
    if form is None or until is None:
        return []
    older = and_(RESPONSE.c.programme_id == programme, RESPONSE.c.form == name, RESPONSE.c.at < until)
    query = select(*COLUMNS).where(older).order_by(RESPONSE.c.at, RESPONSE.c.id)
    found = total_of(connection.execute(query.execution_options(yield_per=BATCH)), form, {})
    return [
        (name, question, answer, count, total.n, total.mean)
        for question, total in found.items()
        if not total.withheld
        for answer, count in total.counts.items()
    ]


def _until(connection: Connection, programme: int, name: str, now: datetime) -> datetime | None:
    """Up to when answers count: whole weeks that are over, as far as five people more have answered each time."""
    mine = and_(RESPONSE.c.programme_id == programme, RESPONSE.c.form == name, RESPONSE.c.person_id.is_not(None))
    query = select(RESPONSE.c.person_id, RESPONSE.c.at).where(mine, RESPONSE.c.at < local(monday(now), time(0), "UTC"))
    rows = connection.execute(query.order_by(RESPONSE.c.at).execution_options(yield_per=BATCH))
    weeks = [week for week, _ in batched(Given(row.person_id, monday(row.at), 0) for row in rows)]
    return local(max(weeks) + WEEK, time(0), "UTC") if weeks else None
