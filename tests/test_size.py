"""What lets large programmes be read: indexes behind references, rows in bulk; pages, and rules for one pair, say the
same as all do."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest
from sqlalchemy import Connection, Engine, Table, UniqueConstraint, insert, select

from bot.mentoring.calendar import local_date
from bot.mentoring.metrics import Share, Span
from bot.mentoring.people import Facts, Membership, Person, Programme
from bot.mentoring.stats_pairs import PairsView
from storage import tables
from storage.bulk import copy_many, insert_many
from storage.database import open_database
from storage.migrate import upgrade
from storage.rows import table
from storage.seed import seed
from storage.staff.metrics_each import Scope, active_pairs
from storage.staff.pairs import last_contact, read_list
from storage.staff.risk import judged

NOW = datetime(2026, 11, 24, 3, 0, tzinfo=UTC)
PAIR, MEMBER = table(tables.Pair), table(tables.Membership)


@pytest.fixture
def database(database_url: str) -> Iterator[Engine]:
    upgrade(database_url)
    engine = open_database(database_url)
    yield engine
    engine.dispose()


def begins(kept: Table) -> set[str]:
    """The columns by which the rows of a table are found without reading all of them."""
    unique = (each for each in kept.constraints if isinstance(each, UniqueConstraint))
    whole = (each for each in kept.indexes if each.dialect_options["sqlite"]["where"] is None)
    first = [next(iter(each.columns)).name for each in unique] + [next(iter(each.columns)).name for each in whole]
    return {*first, "id"}


@pytest.mark.parametrize("named", ["person", "pair"])
def test_what_names_a_person_or_a_pair_is_found_without_reading_a_table(named: str) -> None:
    bare = {
        f"{key.parent.table.name}.{key.parent.name}"
        for kept in tables.Row.metadata.sorted_tables
        for key in kept.foreign_keys
        if key.column.table.name == named and key.parent.name not in begins(kept)
    }
    assert bare == set()


MOMENTS = (
    *(NOW, NOW.replace(microsecond=7), datetime(999, 1, 1, tzinfo=UTC)),
    *(datetime(2026, 1, 1, 1, tzinfo=timezone(timedelta(hours=9))), datetime(2026, 3, 29, 2, 30, tzinfo=UTC)),
)


@pytest.mark.parametrize("write", [insert_many, copy_many])
def test_rows_written_in_bulk_are_those_written_one_by_one(database: Engine, write: object) -> None:
    rows = [
        {"name": f"O'Neil\t{place}", "locale": "id", "zone": "UTC", "about": {"a": ["\\", None]}, "created_at": at}
        | {"talking_until": None if place else at}
        for place, at in enumerate(MOMENTS)
    ]
    person = table(tables.Person)
    with database.begin() as connection:
        write(connection, tables.Person, rows)  # type: ignore[operator]
        for row in rows:
            connection.execute(insert(person).values(row))
        found = [tuple(row)[1:] for row in connection.execute(select(person).order_by(person.c.id))]
        if database.dialect.name == "sqlite":
            texts = connection.exec_driver_sql("SELECT created_at FROM person ORDER BY id").scalars().all()
            assert texts[: len(rows)] == texts[len(rows) :]
    assert found[: len(rows)] == found[len(rows) :]


def test_a_moment_without_its_zone_is_refused_in_bulk(database: Engine) -> None:
    row = {"name": "", "locale": "id", "zone": "UTC", "created_at": NOW.replace(tzinfo=None)}
    with pytest.raises(Exception, match="zone"), database.begin() as connection:
        insert_many(connection, tables.Person, [row])


def facts(subject: str) -> Facts:
    owner = Membership(1, Programme(1, "x", "X", zone="Asia/Jakarta"), "owner", "active")
    return Facts(NOW, local_date(NOW, "Asia/Jakarta"), Person(1), owner, subject=subject)


def pages(connection: Connection, kind: str) -> list[int]:
    """All pairs of a kind, page after page."""
    found: list[int] = []
    for page in range(1, 100):
        view = read_list(connection, facts(f"{kind}:{page}"))
        assert isinstance(view, PairsView)
        found += [line.pair for line in view.lines]
        if page >= view.pages:
            assert view.total == len(found)
            return found
    raise AssertionError(kind)


def test_pages_of_pairs_and_rules_for_one_pair_say_what_there_is(database: Engine) -> None:
    with database.begin() as connection:
        seed(connection, 160, 3, NOW)
        active = connection.execute(select(PAIR).where(PAIR.c.state == "active")).all()
        resting = set(connection.execute(select(MEMBER.c.person_id).where(MEMBER.c.standing == "paused")).scalars())
        paused = {row.id for row in active if {row.mentor_id, row.mentee_id} & resting}
        going = [row for row in active if row.id not in paused]
        last = {row.id: last_contact(connection, row.id) or row.created_at for row in active}
        assert pages(connection, "quiet") == sorted((row.id for row in going), key=lambda pair: (last[pair], pair))
        newest = sorted(going, key=lambda row: (row.created_at, row.id), reverse=True)
        assert pages(connection, "newest") == [row.id for row in newest]
        assert set(pages(connection, "paused")) == paused
        assert set(pages(connection, "unmet")) < {row.id for row in going}
        found = {each.life.pair: each for each in judged(connection, 1, NOW)}
        assert len(found) > 10
        for row in active:
            assert judged(connection, 1, NOW, [row.id]) == list(filter(None, [found.get(row.id)]))


def test_each_pair_is_active_by_what_it_agreed_on_itself(database: Engine) -> None:
    ago = {"created_at": NOW - timedelta(days=90)}
    home = {"zone": "Asia/Jakarta", "locale": "id"}
    rows_of: dict[type[tables.Row], list[dict[str, Any]]] = {
        tables.Programme: [{"id": 1, "slug": "x", "name": "X"} | home | ago],
        tables.Person: [{"id": each} | home | ago for each in (1, 2, 3, 4)],
        tables.Pair: [
            {"id": each, "programme_id": 1, "mentor_id": each, "mentee_id": each + 2} | ago for each in (1, 2)
        ],
        tables.Agreement: [
            {"pair_id": pair, "person_id": pair, "terms": {"cadence": cadence}, "answered_at": NOW}
            for pair, cadence in ((1, "weekly"), (2, "monthly"))
        ],
        tables.Session: [
            {
                "pair_id": pair,
                "programme_id": 1,
                "state": "held",
                "starts_at": NOW - timedelta(days=30),
                "uid": str(pair),
            }
            | {"created_at": NOW, "changed_at": NOW}
            for pair in (1, 2)
        ],
    }
    with database.begin() as connection:
        for model, rows in rows_of.items():
            insert_many(connection, model, rows)
        assert active_pairs(Scope(connection, 1, Span(NOW, NOW))) == Share(1, 2)
