"""A made-up programme looks like a real one, reaches nobody, and is the same each time."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from sqlalchemy import Connection, Engine, func, insert, select

from storage import tables
from storage.database import open_database
from storage.migrate import upgrade
from storage.rows import table
from storage.seed import seed
from storage.seed_life import PLATFORM

NOW = datetime(2026, 11, 24, 3, 0, tzinfo=UTC)


@pytest.fixture
def database(database_url: str) -> Iterator[Engine]:
    upgrade(database_url)
    engine = open_database(database_url)
    yield engine
    engine.dispose()


def count(connection: Connection, model: type[tables.Row], *where: object) -> int:
    query = select(func.count()).select_from(table(model)).where(*where)  # type: ignore[arg-type]
    return int(connection.execute(query).scalar_one())


def test_it_looks_like_a_real_one(database: Engine) -> None:
    with database.begin() as connection:
        slug, written = seed(connection, 300, 4, NOW)
        pair, checkin, member = table(tables.Pair), table(tables.Checkin), table(tables.Membership)
        assert slug == "mentoring-contoh-2026"
        assert count(connection, tables.Person) == written["person"] == 300
        assert count(connection, tables.Pair, pair.c.state == "active") > 100
        assert 0 < count(connection, tables.Pair, pair.c.state == "closed") < 40
        asked, answered = (
            count(connection, tables.Checkin),
            count(connection, tables.Checkin, checkin.c.answered_at.is_not(None)),
        )
        assert 0.4 < answered / asked < 0.9
        assert count(connection, tables.Membership, member.c.silent_since.is_not(None)) > 10
        assert count(connection, tables.Session) > 500


def test_nobody_in_it_can_be_written_to_and_nothing_is_planned(database: Engine) -> None:
    with database.begin() as connection:
        seed(connection, 40, 2, NOW)
        platforms = set(connection.execute(select(table(tables.Account).c.platform)).scalars())
        assert platforms == {PLATFORM}
        assert (count(connection, tables.Due), count(connection, tables.Outbox)) == (0, 0)


def test_the_same_seed_gives_the_same_programme_and_a_second_one_stands_beside_it(database: Engine) -> None:
    with database.begin() as connection:
        first, rows = seed(connection, 60, 2, NOW)
        second, again = seed(connection, 60, 2, NOW)
        assert (first, rows) != (second, again)
        assert rows == again
        names = [
            row.name for row in connection.execute(select(table(tables.Person)).order_by(table(tables.Person).c.id))
        ]
        assert names[:60] == names[60:]


def test_people_who_come_after_it_get_numbers_of_their_own(database: Engine) -> None:
    with database.begin() as connection:
        seed(connection, 20, 1, NOW)
    with database.begin() as connection:
        row = {"locale": "id", "zone": "Asia/Jakarta", "about": {}, "created_at": NOW}
        person = table(tables.Person)
        assert connection.execute(insert(person).values(row).returning(person.c.id)).scalar_one() == 21
