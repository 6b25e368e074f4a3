"""What is read and written for many at once: right on both databases, and never by looking through a whole table."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

import pytest
from sqlalchemy import Connection, Engine, event, insert, select
from sqlalchemy.exc import IntegrityError, StatementError

from bot.mentoring.due import Due
from storage import due, migrate, tables
from storage.among import among
from storage.bulk import insert_many
from storage.database import open_database
from storage.rows import table
from tests.town import Town

NOW = datetime(2026, 11, 24, 2, 0, tzinfo=UTC)
ACTIVITY, SEEN, CHECKIN = table(tables.Activity), table(tables.Seen), table(tables.Checkin)
SMALL = {"programme"}  # tables that never grow long
FIRST = "SCAN due USING COVERING INDEX ix_due_at_id"  # the earliest row: one step into an index


@pytest.fixture
def connection(database_url: str) -> Iterator[Connection]:
    engine = open_database(database_url)
    migrate.upgrade(engine)
    with engine.begin() as connection:
        yield connection
    engine.dispose()


def did(number: int, **more: Any) -> dict[str, Any]:
    return {"kind": f"K{number}", "subject": "", "at": NOW, **more}


# One of many values


def test_a_column_is_one_of_many_values_whatever_their_type(connection: Connection) -> None:
    """Numbers, texts and days; none, one, and more than a database takes parameters for."""
    insert_many(connection, tables.Activity, [did(number) for number in range(5)])
    kinds = [f"K{number}" for number in range(2, 70_000)]
    found = select(ACTIVITY.c.kind).order_by(ACTIVITY.c.id)
    assert list(connection.scalars(found.where(among(ACTIVITY.c.kind, kinds)))) == ["K2", "K3", "K4"]
    assert list(connection.scalars(found.where(among(ACTIVITY.c.id, {2})))) == ["K1"]
    assert list(connection.scalars(found.where(among(ACTIVITY.c.id, ())))) == []
    assert list(connection.scalars(select(CHECKIN.c.id).where(among(CHECKIN.c.occurrence, [date(2026, 11, 29)])))) == []


@pytest.mark.parametrize("text", ["it's", '"', "\\", "é\u202e", "💚", "%_", "a,b", "[1]", "NULL", ""])
def test_any_text_is_found_as_it_is(connection: Connection, text: str) -> None:
    insert_many(connection, tables.Seen, [{"platform": "telegram", "event": text, "at": NOW}])
    assert list(connection.scalars(select(SEEN.c.event).where(among(SEEN.c.event, [text, "other"])))) == [text]


def test_a_statement_with_a_named_list_is_put_together_once(connection: Connection) -> None:
    insert_many(connection, tables.Activity, [did(number) for number in range(5)])
    query = select(ACTIVITY.c.kind).where(among(ACTIVITY.c.id, "numbers")).order_by(ACTIVITY.c.id)
    assert list(connection.scalars(query, {"numbers": [1, 2]})) == ["K0", "K1"]
    assert list(connection.scalars(query, {"numbers": {3}})) == ["K2"]


# Many rows


def test_rows_written_together_are_those_written_one_by_one(connection: Connection) -> None:
    """The same values, the same defaults, moments of any zone as UTC, and what is not told is nothing."""
    there = NOW.astimezone(timezone(timedelta(hours=7)))
    row = {"platform": "telegram", "chat": "1", "priority": 1, "screen": "{}", "created_at": there, "due": None}
    connection.execute(insert(table(tables.Outbox)), row)
    insert_many(connection, tables.Outbox, [row, {**row, "due": NOW}])
    alone, first, second = ((*kept[1:],) for kept in connection.execute(select(table(tables.Outbox))))
    assert alone == first
    assert second == tuple(NOW if name == "due" else value for name, value in zip(names(), first, strict=True))


def names() -> list[str]:
    return [column.name for column in table(tables.Outbox).columns][1:]


def test_answers_of_any_shape_are_written_together(connection: Connection) -> None:
    """JSON is no text to be remembered."""
    programme = {"slug": "p", "name": "P", "zone": "Asia/Jakarta", "locale": "id", "created_at": NOW}
    number = connection.execute(insert(table(tables.Programme)).returning(table(tables.Programme).c.id), programme)
    row = {"programme_id": number.scalar_one(), "form": "f", "version": "1", "at": NOW}
    given = [{"a": [1, None]}, {}, {"b": "ü"}]
    insert_many(connection, tables.FormResponse, [{**row, "answers": answers} for answers in given])
    found = select(table(tables.FormResponse).c.answers).order_by(table(tables.FormResponse).c.id)
    assert list(connection.scalars(found)) == given


def test_a_row_that_is_there_already_stays_when_it_is_written_once(connection: Connection) -> None:
    old, new = ({"platform": "telegram", "event": "e", "at": NOW + timedelta(days=days)} for days in (0, 1))
    insert_many(connection, tables.Seen, [old])
    insert_many(connection, tables.Seen, [new, {**new, "event": "f"}], once=True)
    assert list(connection.scalars(select(SEEN.c.at).order_by(SEEN.c.event))) == [NOW, NOW + timedelta(days=1)]
    with pytest.raises(IntegrityError):
        insert_many(connection, tables.Seen, [new])


def test_a_moment_without_a_zone_is_refused(connection: Connection) -> None:
    with pytest.raises((StatementError, ValueError)):
        insert_many(connection, tables.Activity, [did(1, at=NOW.replace(tzinfo=None))])


# Planned rows


def test_what_was_planned_is_fetched_oldest_first_and_dropped_with_what_was_put_off(connection: Connection) -> None:
    """A nudge put off by its person is one of the nudges; those of other people and other kinds stay."""
    for number in (1, 2):
        person: dict[str, Any] = {"id": number, "locale": "id", "zone": "Asia/Jakarta", "about": {}, "created_at": NOW}
        connection.execute(insert(table(tables.Person)), person)
    planned = [("nudge", 1, ""), ("later", 1, "nudge:2026-11-22"), ("later", 1, "nudge-like:"), ("nudge", 2, "")]
    moments = [NOW - timedelta(minutes=number) for number in range(4)]
    due.plan(connection, [Due(0, *row[:2], at, at, at, row[2]) for row, at in zip(planned, moments, strict=True)])
    assert due.earliest(connection) == NOW - timedelta(minutes=3)
    assert [row.at for row, _ in due.fetch(connection, NOW - timedelta(minutes=1), 2)] == moments[3:1:-1]
    due.drop(connection, [1], ["nudge", "back"])
    left = [(row.person, row.kind, row.subject) for row, _ in due.fetch(connection, NOW, 10)]
    assert left == [(2, "nudge", ""), (1, "later", "nudge-like:")]


# No looking through whole tables


class Ear:
    """Hears every statement of a database with its values."""

    def __init__(self, database: Engine) -> None:
        self.heard: dict[str, Any] = {}
        event.listen(database, "before_cursor_execute", self._hear)

    def _hear(self, _: Any, __: Any, statement: str, values: Any, *___: Any) -> None:
        if statement.startswith(("SELECT", "UPDATE", "DELETE")):
            self.heard.setdefault(statement, values[0] if values and isinstance(values[0], tuple) else values)

    def scans(self, database: Engine) -> list[str]:
        """Steps of the database's plans that look through a table that grows."""
        grown = {each.name for each in tables.Row.metadata.sorted_tables} - SMALL
        with database.connect() as connection:
            steps = [(step, said) for said, values in self.heard.items() for step in _plan(connection, said, values)]
        scans = [(step, said) for step, said in steps if step.startswith("SCAN") and step != FIRST]
        return [f"{step} <- {said}" for step, said in scans if step.split()[1] in grown]


def _plan(connection: Connection, said: str, values: Any) -> list[str]:
    return [row[3] for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {said}", values)]


def test_no_turn_and_no_reminder_looks_through_a_table(town: Town) -> None:
    """What a week of a mentee asks the database, from the first message to the nudge: each step uses an index. One that
    did not took 12 ms with twenty thousand events, and grew with each."""
    if town.database.dialect.name != "sqlite":
        pytest.skip("the plans of a PostgreSQL follow its statistics")
    sari = town.with_goal()
    ear = Ear(town.database)
    town.mentee("5000000002", "Budi")
    town.passes(days=6)
    sari.does("[50%]", "[4]", "kirim draf", "[Lewati]")
    sari.does("/checkin", "/batal", "/goals", "/progress", "/help")
    town.passes(days=9)
    assert len(ear.heard) > 40
    assert ear.scans(town.database) == []


def test_a_start_on_the_newest_tables_looks_through_none_of_them(town: Town) -> None:
    """Checking a million references took half a second of each start."""
    said: list[str] = []
    event.listen(town.database, "before_cursor_execute", lambda *heard: said.append(heard[2]))
    migrate.upgrade(town.database)
    assert said
    assert not [words for words in said if "foreign_key_check" in words or "FROM person" in words]
