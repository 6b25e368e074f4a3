"""Many rows of one table in one statement. SQLAlchemy puts the parameters of an executemany together row by row, which
takes longer than SQLite takes to write them; here that is done column by column, with the same types."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from functools import lru_cache
from itertools import repeat
from operator import itemgetter
from typing import Any, NamedTuple

from sqlalchemy import JSON, Connection, Dialect, insert
from sqlalchemy.dialects import postgresql, sqlite
from sqlmodel.sql.sqltypes import UTCDateTime

from storage import tables
from storage.rows import table

REMEMBERED = 256  # values of a column whose text is remembered: rows written together share many


class _Prepared(NamedTuple):
    """An INSERT as SQLite takes it: its columns in order, how the values of each are put down, and what is put down
    where none are told."""

    sql: str
    names: tuple[str, ...]
    writers: dict[str, Callable[[Any], Any] | None]
    defaults: dict[str, Any]


def insert_once(connection: Connection, model: type[tables.Row]) -> Any:
    """An INSERT that leaves a row that is there already as it is; its rowcount says whether it was."""
    once = _insert(connection.dialect, model, once=True).inline()
    return once.execution_options(preserve_rowcount=True)  # without both, an INSERT on PostgreSQL counts -1


def _insert(dialect: Dialect, model: type[tables.Row], *, once: bool) -> Any:
    if not once:
        return insert(table(model))
    kind = postgresql.insert if dialect.name == "postgresql" else sqlite.insert
    return kind(table(model)).on_conflict_do_nothing()


def insert_many(
    connection: Connection, model: type[tables.Row], rows: list[dict[str, Any]], *, once: bool = False
) -> None:
    """Write rows with one executemany, if there are any. All of them name the same columns."""
    if not rows:
        return
    if connection.dialect.name == "sqlite":
        prepared = _prepared(connection.dialect, model, tuple(rows[0]), once)
        connection.exec_driver_sql(prepared.sql, _put_down(prepared, rows))
    else:
        connection.execute(_insert(connection.dialect, model, once=once), rows)


def copy_many(connection: Connection, model: type[tables.Row], rows: list[dict[str, Any]]) -> None:
    """Write very many rows that none of those there stand against: on PostgreSQL by COPY, several times faster."""
    if connection.dialect.name != "postgresql" or not rows:
        insert_many(connection, model, rows)
        return
    prepared = _prepared(connection.dialect, model, tuple(rows[0]), once=False)
    quote = connection.dialect.identifier_preparer.quote
    columns = ", ".join(map(quote, prepared.names))
    statement = f"COPY {quote(table(model).name)} ({columns}) FROM STDIN"
    with connection.connection.cursor() as cursor, cursor.copy(statement) as copy:  # type: ignore[attr-defined]
        for row in _put_down(prepared, rows):
            copy.write_row(row)


def _put_down(prepared: _Prepared, rows: list[dict[str, Any]]) -> list[tuple[Any, ...]]:
    return list(zip(*(_column(prepared, name, rows) for name in prepared.names), strict=True))


def _column(prepared: _Prepared, name: str, rows: list[dict[str, Any]]) -> Iterable[Any]:
    if name in prepared.defaults:
        return repeat(prepared.defaults[name], len(rows))
    write, values = prepared.writers[name], map(itemgetter(name), rows)
    return map(write, values) if write else values


@lru_cache(256)
def _prepared(dialect: Dialect, model: type[tables.Row], given: tuple[str, ...], once: bool) -> _Prepared:  # noqa: FBT001
    columns = table(model).columns
    missing = [each for each in columns if each.name not in given and each.default is not None]
    defaults = {each.name: each.default.arg(None) if each.default.is_callable else each.default.arg for each in missing}
    compiled = _insert(dialect, model, once=once).compile(dialect=dialect, column_keys=[*given, *defaults])
    names = tuple(compiled.positiontup or compiled.params)
    writers = {name: _writer(dialect, columns[name].type) for name in names}
    put_down = {name: write(value) if (write := writers[name]) else value for name, value in defaults.items()}
    return _Prepared(str(compiled), names, writers, put_down)


def _writer(dialect: Dialect, kind: Any) -> Callable[[Any], Any] | None:
    if isinstance(kind, UTCDateTime) and dialect.name == "sqlite":
        return _moment
    write: Callable[[Any], Any] | None = kind.dialect_impl(dialect).bind_processor(dialect)
    return write if write is None or isinstance(kind, JSON) else lru_cache(REMEMBERED)(write)


def _moment(value: datetime | None) -> str | None:
    """A moment as SQLAlchemy writes it, several times faster."""
    if value is None:
        return None
    if value.tzinfo is None:
        raise ValueError("a moment without its zone")
    return value.astimezone(UTC).isoformat(" ", "microseconds")[:26]
