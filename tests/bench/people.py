"""Made-up programmes of any size, written in bulk."""

from __future__ import annotations

import itertools
import os
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
from tests.bench.floor import Floor
from tests.bench.floor_on_server import FloorOnServer
from tests.postgres import Server

NOW = datetime(2026, 11, 29, 9, 0, tzinfo=UTC)  # Sunday 16.00 in Jakarta
CHUNK = 20_000
SERVER = "BENCH_POSTGRES"  # in the environment: the folder of the server to measure on


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


def on_server() -> Server | None:
    """The PostgreSQL server that everything is measured on, unless that is SQLite."""
    folder = os.environ.get(SERVER)
    return Server(Path(folder)) if folder else None


def made(path: Path, people: int, **how: Any) -> str:
    """A fresh database with so many people: a SQLite file, or one on the server; its URL."""
    server = on_server()
    url = server.url(server.create()) if server else f"sqlite:///{path}"
    database = open_database(url)
    upgrade(database)
    with database.begin() as connection:
        populate(connection, people, **how)
    if server:
        with database.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            connection.exec_driver_sql("VACUUM ANALYZE")
            connection.exec_driver_sql("CHECKPOINT")
    database.dispose()
    return url


def bot_at(url: str) -> Writer:
    """A running writer on a database."""
    writer = Writer(open_database(url), Engine(furnish()), lambda: NOW)
    writer.start()
    return writer


def bot_on(folder: Path, people: int, **how: Any) -> Writer:
    """A running writer on a fresh database with so many people."""
    return bot_at(made(folder / "bench.db", people, **how))


def floor_on(folder: Path) -> Floor:
    """What is written by hand, on a fresh database of the same kind."""
    server = on_server()
    return FloorOnServer(str(server.folder), server.create()) if server else Floor(folder / "floor.db")


@dataclass(frozen=True, slots=True)
class Crowd:
    """So many people that it matters, built by whichever benchmark asks first. Their check-ins are yet to come."""

    folder: Path
    people: int

    @property
    def file(self) -> Path:
        """Their SQLite file."""
        path = self.folder / "crowd.db"
        return path if path.exists() else build(path, self.people, since=self._since)

    @property
    def url(self) -> str:
        """Their database, on the server if there is one."""
        if not on_server():
            return f"sqlite:///{self.file}"
        kept = self.folder / "crowd.url"
        if not kept.exists():
            kept.write_text(made(self.folder / "crowd.db", self.people, since=self._since), encoding="utf-8")
        return kept.read_text(encoding="utf-8")

    @property
    def _since(self) -> datetime:
        return max(NOW, datetime.now(UTC))
