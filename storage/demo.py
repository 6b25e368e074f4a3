"""A small programme to try the bot with: three pairs in two languages, one of them well on its way."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from sqlalchemy import Connection, insert, select

from bot.mentoring.calendar import local_date, next_weekly
from bot.mentoring.people import Person
from bot.mentoring.planning import next_checkin, next_digest
from storage import due, office, tables
from storage.rows import table

CLOCK, MORNING = time(16), time(8)
TOGETHER = timedelta(days=14)  # how long the pairs have known each other
PEOPLE = (
    ("Sari", "mentee", "id", "Asia/Makassar"),
    ("Budi", "mentor", "id", "Asia/Jakarta"),
    ("Yosef", "mentee", "id", "Asia/Jayapura"),
    ("Anna", "mentor", "en", "Europe/Berlin"),
    ("Emma", "mentee", "en", "Asia/Jakarta"),
    ("Maria", "mentor", "en", "Asia/Singapore"),
    ("Rina", "coordinator", "id", "Asia/Jakarta"),
)
PAIRS = (("Budi", "Sari"), ("Anna", "Yosef"), ("Maria", "Emma"))
GOALS = (
    ("Sari", "Portofolio data: 3 proyek", "3 proyek di GitHub", date(2027, 2, 28), (10, 25)),
    ("Emma", "Three user interviews a month", "Notes of 3 interviews", date(2027, 1, 31), (0, 33)),
)


def seed(
    connection: Connection, platform: str, draw: bytes, now: datetime
) -> tuple[dict[str, tuple[str, str, str]], str]:
    """Make the demo programme; gives each person's account, language and zone by name, and a token for newcomers."""
    slug = office.create_programme(
        connection,
        "Mentoring Demo 2026",
        zone="Asia/Jakarta",
        locale="id",
        starts=None,
        ends=None,
        organiser="Yayasan Contoh",
        now=now,
    )
    token = office.invite(connection, "mentee", slug, 100, timedelta(days=365), draw=draw, now=now)
    programme = connection.execute(
        select(table(tables.Programme).c.id).where(table(tables.Programme).c.slug == slug)
    ).scalar_one()
    desk = _Desk(connection, platform, programme, now)
    people = {name: desk.person(name, role, locale, zone) for name, role, locale, zone in PEOPLE}
    for mentor, mentee in PAIRS:
        office.pair(connection, mentor, mentee, now=now - TOGETHER, introduce=False)
    for name, title, measure, day, percents in GOALS:
        desk.goal(people[name], title, measure, day, percents)
    return {name: (name.casefold(), locale, zone) for name, _, locale, zone in PEOPLE}, token


@dataclass(frozen=True, slots=True)
class _Desk:
    """Where the demo's rows are written."""

    connection: Connection
    platform: str
    programme: int
    now: datetime

    def person(self, name: str, role: str, locale: str, zone: str) -> int:
        """Somebody who enrolled two weeks ago."""
        begun, account = self.now - timedelta(days=15), name.casefold()
        digest = {"checkin_day": 0, "checkin_clock": f"{MORNING:%H:%M}"} if role == "mentor" else {}
        known = {"name": name, "locale": locale, "zone": zone, "about": {}, "created_at": begun}
        number = self._insert(tables.Person, **known, **digest)
        where = {"platform": self.platform, "external_id": account, "chat": account}
        self._insert(tables.Account, person_id=number, **where, created_at=begun)
        self._insert(
            tables.Membership,
            person_id=number,
            programme_id=self.programme,
            role=role,
            standing="active",
            created_at=begun,
        )
        self._insert(tables.Consent, person_id=number, purpose="programme", version="demo", locale=locale, at=begun)
        if role == "mentee":
            due.plan(self.connection, [next_checkin(Person(number, name, locale, zone, 6, CLOCK), self.now)])
        if role == "mentor":
            due.plan(self.connection, [next_digest(Person(number, name, locale, zone, 0, MORNING), self.now)])
        return number

    def goal(self, person: int, title: str, measure: str, day: date, percents: tuple[int, ...]) -> None:
        """A goal with a check-in a week."""
        mine = {"person_id": person, "programme_id": self.programme}
        begun = self.now - timedelta(weeks=len(percents))
        goal = self._insert(tables.Goal, **mine, title=title, measure=measure, due=day, created_at=begun)
        for weeks, percent in zip(range(len(percents), 0, -1), percents, strict=True):
            at = next_weekly(self.now - timedelta(weeks=weeks + 1), 6, CLOCK, "Asia/Jakarta")
            asked = {"occurrence": local_date(at, "Asia/Jakarta"), "asked_at": at, "answered_at": at, "mood": 4}
            week = self._insert(tables.Checkin, **mine, **asked)
            self._insert(tables.Progress, goal_id=goal, checkin_id=week, by_id=person, percent=percent, at=at)

    def _insert(self, model: type[tables.Row], **values: Any) -> int:
        source = table(model)
        return int(self.connection.execute(insert(source).returning(source.c.id), values).scalar_one())
