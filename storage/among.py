"""Whether a column is one of many values, bound as ONE parameter: however many there are, the statement stays the
same, so it is put together, compiled and planned once. A row value IN a list would also make SQLite scan the table."""

from __future__ import annotations

import json
from collections.abc import Collection
from typing import Any

from sqlalchemy import ARRAY, Dialect, Text, TypeDecorator, bindparam
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement
from sqlalchemy.types import NullType, TypeEngine


class Many(TypeDecorator[Any]):
    """A list of values: an array on PostgreSQL, JSON on SQLite."""

    impl = Text
    cache_ok = True

    def __init__(self, one: TypeEngine[Any]) -> None:
        super().__init__()
        self.one = one

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        return dialect.type_descriptor(ARRAY(self.one) if dialect.name == "postgresql" else Text())

    def process_bind_param(self, value: Any, dialect: Dialect) -> Any:
        return list(value) if dialect.name == "postgresql" else json.dumps(list(value), default=str)


class _Among(FunctionElement[Any]):
    """Without a Boolean type: SQLAlchemy would write "= 1" behind it on SQLite."""

    name = "among"
    inherit_cache = True


def among(column: Any, values: Collection[Any] | str) -> Any:
    """The condition; a str names a parameter that is given when the statement is executed."""
    kind = Many(Text() if isinstance(column.type, NullType) else column.type)  # as that of func.lower(...)
    if isinstance(values, str):
        return _Among(column, bindparam(values, type_=kind))
    return _Among(column, bindparam(None, values, type_=kind, unique=True))


@compiles(_Among)
def _in_array(element: _Among, compiler: SQLCompiler, **how: Any) -> str:
    column, many = (compiler.process(each, **how) for each in element.clauses)
    return f"{column} = ANY({many})"


@compiles(_Among, "sqlite")
def _in_json(element: _Among, compiler: SQLCompiler, **how: Any) -> str:
    column, many = (compiler.process(each, **how) for each in element.clauses)
    return f"{column} IN (SELECT value FROM json_each({many}))"  # noqa: S608 - both are compiled SQL
