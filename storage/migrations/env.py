"""Alembic's environment: it works on the connection, and in the transaction, that storage/migrate.py hands it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

from alembic import context

from storage import tables

if TYPE_CHECKING:
    from alembic.autogenerate.api import AutogenContext


def render(kind: str, item: Any, written: AutogenContext) -> str | Literal[False]:
    """SQLModel's own types by their names, with the import they need."""
    place = type(item).__module__
    if kind != "type" or not place.startswith("sqlmodel"):
        return False
    written.imports.add(f"from {place} import {type(item).__name__}")
    return repr(item)


context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=tables.Row.metadata,
    render_as_batch=True,  # SQLite changes a table by making it anew
    render_item=render,
    transactional_ddl=True,
    compare_type=True,
)
context.run_migrations()
