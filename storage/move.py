"""Carrying a programme that stands still from one database to another: all tables, in one transaction, compared row by
row before it is kept."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, Engine, LargeBinary, Table, func, insert, select, text
from sqlalchemy.exc import DBAPIError

from bot.errors import Problem, Setup
from storage import tables
from storage.database import lock, open_database, reading, sqlite_file
from storage.lease import place
from storage.migrate import state, upgrade

ROWS, FILES = 2_000, 10  # rows carried at once; of tables that hold files
SUM = 1 << 128


@dataclass(frozen=True, slots=True)
class Moved:
    """What came over of one table: how many rows, and the sum of what they hold, whatever their order."""

    table: str
    rows: int
    checksum: str


def move(source: str, target: str, told: Callable[[Moved], None] = lambda _: None) -> list[Moved]:
    """Carry everything over, and compare; `told` hears of each table. Raises Setup, and leaves nothing behind, when the
    source is in use or not up to date, when the target is not empty, or when anything differs."""
    with _alone(source) as old, _alone(target) as new:
        if (found := state(old)) != "current":
            raise Setup([Problem(_name(old), f"the database is {found}; bring it up to date: python -m bot migrate")])
        upgrade(new)
        with reading(old) as here, _writing(new) as there:
            _refuse_rows(there, _name(new))
            return [_carried(here, there, each, told) for each in tables.Row.metadata.sorted_tables]


def _name(database: Engine) -> str:
    return database.url.render_as_string()


@contextmanager
def _alone(url: str) -> Iterator[Engine]:
    """A database that nothing else of ours runs on meanwhile."""
    database, path = open_database(url), sqlite_file(url)
    try:
        held = lock(path) if path else place(database, shared=False)
        try:
            yield database
        finally:
            held.close()
    finally:
        database.dispose()


@contextmanager
def _writing(database: Engine) -> Iterator[Connection]:
    """All of it or nothing; what the database refuses is said with the place."""
    try:
        with database.begin() as connection:
            yield connection
    except DBAPIError as error:
        why = str(error.orig).partition("\n")[0]
        raise Setup([Problem(_name(database), f"nothing was moved: {why}")]) from None


def _refuse_rows(there: Connection, name: str) -> None:
    for each in tables.Row.metadata.sorted_tables:
        if there.execute(select(1).select_from(each).limit(1)).first():
            raise Setup([Problem(name, f"is not empty, it has rows in {each.name!r}; move into an empty database")])


def _carried(here: Connection, there: Connection, which: Table, told: Callable[[Moved], None]) -> Moved:
    count, total = 0, 0
    for some in _rows(here, which, _size(which)):
        there.execute(insert(which), [dict(row) for row in some])
        count, total = count + len(some), (total + sum(map(_digest, some))) % SUM
    moved = Moved(which.name, count, f"{total:032x}")
    if (arrived := _summed(there, which)) != moved:
        raise Setup([Problem(which.name, f"came over differently: {moved} became {arrived}; nothing was moved")])
    _go_on(there, which, _last(here, which))
    told(moved)
    return moved


def _rows(connection: Connection, which: Table, size: int) -> Iterator[Sequence[Any]]:
    """Some at a time, in order, so that a row comes after those of its own table that it refers to."""
    ordered = select(which).order_by(*which.primary_key.columns)
    return connection.execute(ordered, execution_options={"yield_per": size}).mappings().partitions(size)


def _size(which: Table) -> int:
    return FILES if any(isinstance(column.type, LargeBinary) for column in which.columns) else ROWS


def _summed(connection: Connection, which: Table) -> Moved:
    count, total = 0, 0
    for some in _rows(connection, which, _size(which)):
        count, total = count + len(some), (total + sum(map(_digest, some))) % SUM
    return Moved(which.name, count, f"{total:032x}")


def _digest(row: Any) -> int:
    """A number of what a row holds, the same on every database."""
    held = json.dumps([_plain(value) for value in row.values()], sort_keys=True, ensure_ascii=False)
    return int.from_bytes(hashlib.blake2b(held.encode("utf-8", "surrogatepass"), digest_size=16).digest())


def _plain(value: Any) -> Any:
    if isinstance(value, bytes):
        return hashlib.blake2b(value).hexdigest()
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat()
    return value if isinstance(value, (str, int, float, bool, dict, list, type(None))) else str(value)


def _counted(which: Table) -> bool:
    """Whether the database gives its rows their numbers."""
    return which.autoincrement_column is not None


def _last(connection: Connection, which: Table) -> int:
    """The last number given; the row may be gone, and old buttons may still name it."""
    if not _counted(which):
        return 0
    newest = connection.execute(select(func.coalesce(func.max(which.c.id), 0))).scalar_one()
    if connection.dialect.name == "postgresql":
        sequence = connection.execute(SEQUENCE, {"table": f'"{which.name}"'}).scalar_one()
        called = connection.exec_driver_sql(f"SELECT CASE WHEN is_called THEN last_value ELSE 0 END FROM {sequence}")  # noqa: S608
        return int(max(newest, called.scalar_one()))
    if not which.dialect_options["sqlite"]["autoincrement"]:
        return int(newest)
    given = connection.execute(text("SELECT seq FROM sqlite_sequence WHERE name = :table"), {"table": which.name})
    return int(max(newest, given.scalar_one_or_none() or 0))


def _go_on(connection: Connection, which: Table, last: int) -> None:
    """The next row gets the number after the last one given."""
    if not last:
        return
    if connection.dialect.name == "postgresql":
        connection.execute(SET_SEQUENCE, {"table": f'"{which.name}"', "last": last})
    elif which.dialect_options["sqlite"]["autoincrement"]:
        given = {"table": which.name, "last": last}
        connection.execute(text("DELETE FROM sqlite_sequence WHERE name = :table"), given)
        connection.execute(text("INSERT INTO sqlite_sequence (name, seq) VALUES (:table, :last)"), given)


SEQUENCE = text("SELECT pg_get_serial_sequence(:table, 'id')")
SET_SEQUENCE = text("SELECT setval(pg_get_serial_sequence(:table, 'id'), :last)")
