"""Many rows of one table in one statement. SQLAlchemy puts the parameters of an executemany together row by row, which
takes longer than SQLite takes to write them; here that is done column by column, with the same types."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import lru_cache
from operator import itemgetter
from typing import Any, NamedTuple

from sqlalchemy import JSON, Connection, Dialect, insert
from sqlalchemy.dialects import postgresql, sqlite

from storage import tables
from storage.rows import table

MOMENTS = 256  # values of a column whose text is remembered: rows written together share their moments


class _Prepared(NamedTuple):
    """An INSERT as SQLite takes it: its columns in order, what they hold unless told, and how values are put down."""

    sql: str
    names: tuple[str, ...]
    defaults: dict[str, Any]
    write: tuple[tuple[int, Callable[[Any], Any]], ...]


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


def _put_down(prepared: _Prepared, rows: list[dict[str, Any]]) -> list[tuple[Any, ...]]:
    values = map(itemgetter(*prepared.names), (prepared.defaults | row for row in rows))
    columns: list[Iterable[Any]] = list(zip(*values, strict=True))
    for place, write in prepared.write:
        columns[place] = map(write, columns[place])
    return list(zip(*columns, strict=True))


@lru_cache(256)
def _prepared(dialect: Dialect, model: type[tables.Row], given: tuple[str, ...], once: bool) -> _Prepared:  # noqa: FBT001
    columns = table(model).columns
    missing = [each for each in columns if each.name not in given and each.default is not None]
    defaults = {each.name: each.default.arg(None) if each.default.is_callable else each.default.arg for each in missing}
    compiled = _insert(dialect, model, once=once).compile(dialect=dialect, column_keys=[*given, *defaults])
    write = ((place, _writer(dialect, columns[name].type)) for place, name in enumerate(compiled.positiontup))
    return _Prepared(
        str(compiled), tuple(compiled.positiontup), defaults, tuple((place, each) for place, each in write if each)
    )


def _writer(dialect: Dialect, kind: Any) -> Callable[[Any], Any] | None:
    write: Callable[[Any], Any] | None = kind.dialect_impl(dialect).bind_processor(dialect)
    return write if write is None or isinstance(kind, JSON) else lru_cache(MOMENTS)(write)
