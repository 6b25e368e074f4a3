"""Bringing a database to the tables of this version, whole or not at all.

`python -m storage.migrate "what changes"` writes the next migration from what differs in tables.py.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from io import StringIO
from pathlib import Path
from typing import Literal, TypeAlias

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, inspect, text

from bot.errors import Problem, Setup
from storage import tables
from storage.database import open_database, reading

SCRIPTS = Path(__file__).with_name("migrations")
LOCK = 7_883_866_782  # any number of ours: on PostgreSQL one process migrates at a time

State: TypeAlias = Literal["current", "behind", "empty", "ahead"]


def upgrade(database: Engine | str, *more: Path) -> None:
    """Bring a database to the newest migration, in one transaction for all of them; `more` are further folders of
    migrations. Raises Setup for a database that is newer than this Tuntun, or not Tuntun's."""
    if isinstance(database, str):
        engine = open_database(database)
        try:
            upgrade(engine, *more)
        finally:
            engine.dispose()
        return
    with database.connect() as connection, _unchecked(connection), connection.begin():
        _wait_for_turn(connection)
        if _refuse(connection, *more) == "current":
            return  # going through every reference of a large database would hold up each start
        command.upgrade(_config(connection, *more), "heads")
        _check_references(connection)


def state(database: Engine, *more: Path) -> State:
    """How a database stands to the migrations: `empty` has had none, `ahead` has some that are unknown here."""
    with reading(database) as connection:
        return state_of(connection, *more)


def state_of(connection: Connection, *more: Path) -> State:
    """The same on an open connection."""
    done = set(MigrationContext.configure(connection).get_current_heads())
    scripts = ScriptDirectory.from_config(_config(connection, *more))
    if not done:
        return "empty"
    if done - {script.revision for script in scripts.walk_revisions()}:
        return "ahead"
    return "current" if done == set(scripts.get_heads()) else "behind"


def _refuse(connection: Connection, *more: Path) -> State:
    where = str(connection.engine.url.set(password=None))
    found = state_of(connection, *more)
    if found == "ahead":
        raise Setup([Problem(where, "was written by a newer Tuntun; install that one, or take a backup made before")])
    foreign = set(inspect(connection).get_table_names()) & set(tables.Row.metadata.tables)
    if found == "empty" and foreign:
        raise Setup([Problem(where, f"holds a table {min(foreign)!r} that Tuntun did not make; use an empty database")])
    return found


def _config(connection: Connection, *more: Path) -> Config:
    """What an alembic.ini would say."""
    config = Config(stdout=StringIO(), attributes={"connection": connection})
    folders = [SCRIPTS / "versions", *more]
    for name, value in {
        "script_location": str(SCRIPTS),
        "version_locations": "\n".join(map(str, folders)),
        "path_separator": "newline",
        "file_template": "%(rev)s_%(slug)s",
    }.items():
        config.set_main_option(name, value.replace("%", "%%"))
    return config


@contextmanager
def _unchecked(connection: Connection) -> Iterator[None]:
    """Foreign keys off on SQLite: making a table anew drops the old one, which would delete the rows that refer to it.
    The switch works outside of transactions only, so it goes to the driver."""
    if connection.dialect.name != "sqlite":
        yield
        return
    driver = connection.connection.driver_connection
    if driver is None:
        raise RuntimeError("the connection is closed")
    driver.execute("PRAGMA foreign_keys=OFF").close()
    try:
        yield
    finally:
        driver.execute("PRAGMA foreign_keys=ON").close()


def _wait_for_turn(connection: Connection) -> None:
    """Two processes that start at once migrate one after the other; SQLite's BEGIN IMMEDIATE has waited already."""
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:number)"), {"number": LOCK})


def _check_references(connection: Connection) -> None:
    """Rows that would refer to nothing undo the migration."""
    if connection.dialect.name != "sqlite":
        return
    lost = connection.exec_driver_sql("PRAGMA foreign_key_check").first()
    if lost:
        raise RuntimeError(f"the migration leaves a row of {lost[0]!r} that refers to no row of {lost[2]!r}")


def revise(message: str, folder: Path | None = None) -> Path:
    """Write the next migration: what tables.py has and the migrations so far have not. To be read before it is kept."""
    with tempfile.TemporaryDirectory() as scratch:
        engine = open_database(f"sqlite:///{scratch}/scratch.db")
        more = [folder] if folder else []
        upgrade(engine, *more)
        with engine.connect() as connection:
            config = _config(connection, *more)
            number = len(list(ScriptDirectory.from_config(config).walk_revisions())) + 1
            made = command.revision(
                config, message, autogenerate=True, rev_id=f"{number:04}", version_path=folder or SCRIPTS / "versions"
            )
        engine.dispose()
    if made is None or isinstance(made, list):
        raise RuntimeError("Alembic wrote no migration")
    return Path(made.path)


if __name__ == "__main__":
    revise(" ".join(sys.argv[1:]) or "change")
