"""Made-up programmes of any size, written in bulk."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, insert

from bot.engine import Engine
from bot.furnish import furnish
from bot.mentoring.people import Person
from bot.mentoring.planning import next_checkin
from storage import tables
from storage.database import open_database
from storage.migrate import upgrade
from storage.rows import due_row, table
from storage.writer import Writer

NOW = datetime(2026, 11, 29, 9, 0, tzinfo=UTC)  # Sunday 16.00 in Jakarta
CHUNK = 20_000


def populate(
    connection: Connection, people: int, *, due: bool = True, at: datetime | None = None, since: datetime = NOW
) -> None:
    """Mentees with one goal each, and the row of their next check-in: on one of the 300 days from `since` on, or all of
    them `at` one moment."""
    begun = NOW - timedelta(days=30)
    programme = {"id": 1, "slug": "bench", "name": "Bench", "zone": "Asia/Jakarta", "locale": "id", "created_at": begun}
    connection.execute(insert(table(tables.Programme)), programme)
    for numbers in _chunks(range(1, people + 1)):
        for model, rows in _rows(numbers, begun).items():
            connection.execute(insert(table(model)), rows)
        if due:
            connection.execute(insert(table(tables.Due)), [_due(number, at, since) for number in numbers])


def _chunks(numbers: Iterable[int]) -> Iterator[list[int]]:
    numbers = iter(numbers)
    while chunk := list(itertools.islice(numbers, CHUNK)):
        yield chunk


def _rows(numbers: list[int], begun: datetime) -> dict[type[tables.Row], list[dict[str, Any]]]:
    person = {"locale": "id", "zone": "Asia/Jakarta", "about": {}, "created_at": begun}
    account = {"platform": "telegram", "reach": "ok", "created_at": begun}
    member = {"programme_id": 1, "role": "mentee", "standing": "active", "created_at": begun}
    goal = {"programme_id": 1, "title": "Portofolio data", "due": date(2027, 3, 1), "created_at": begun}
    return {
        tables.Person: [person | {"id": n, "name": f"Sari {n}"} for n in numbers],
        tables.Account: [
            account | {"person_id": n, "external_id": str(5_000_000_000 + n), "chat": str(5_000_000_000 + n)}
            for n in numbers
        ],
        tables.Membership: [member | {"person_id": n} for n in numbers],
        tables.Goal: [goal | {"id": n, "person_id": n} for n in numbers],
    }


def _due(number: int, at: datetime | None, since: datetime) -> dict[str, Any]:
    planned = next_checkin(Person(number, checkin_clock=time(16)), since + timedelta(days=number % 300))
    if at:
        return due_row(planned) | {"at": at, "planned": at, "anchor": at, "subject": at.date().isoformat()}
    return due_row(planned)


def build(path: Path, people: int, **how: Any) -> Path:
    """A fresh SQLite file with so many people."""
    database = open_database(f"sqlite:///{path}")
    upgrade(database)
    with database.begin() as connection:
        populate(connection, people, **how)
    database.dispose()
    return path


def bot_at(path: Path) -> Writer:
    """A running writer on a file."""
    writer = Writer(open_database(f"sqlite:///{path}"), Engine(furnish()), lambda: NOW)
    writer.start()
    return writer


def bot_on(folder: Path, people: int, **how: Any) -> Writer:
    """A running writer on a fresh SQLite file with so many people."""
    return bot_at(build(folder / "bench.db", people, **how))


@dataclass(frozen=True, slots=True)
class Crowd:
    """So many people that it matters, built by whichever benchmark asks first. Their check-ins are yet to come."""

    folder: Path
    people: int

    @property
    def file(self) -> Path:
        """Their SQLite file."""
        path = self.folder / "crowd.db"
        return path if path.exists() else build(path, self.people, since=max(NOW, datetime.now(UTC)))
