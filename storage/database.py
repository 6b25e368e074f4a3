"""Opening a database: SQLite in WAL with every commit on the disk, or PostgreSQL; one process a SQLite file."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

from sqlalchemy import URL, Connection, Engine, create_engine, event
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, DatabaseError, DBAPIError, OperationalError

from bot.errors import Problem, Setup

BUSY_SECONDS = 30  # how long a locked SQLite file is waited for


def open_database(url: str) -> Engine:
    """An engine for a database URL; nothing is read or created yet."""
    parsed = _parsed(url)
    if parsed.get_backend_name() == "postgresql":
        server = create_engine(parsed.set(drivername="postgresql+psycopg"), pool_pre_ping=True, hide_parameters=True)
        event.listen(server, "connect", _plain)
        return server
    if parsed.get_backend_name() != "sqlite":
        raise Setup([Problem("DATABASE_URL", f"expected sqlite:/// or postgresql://, not {parsed.get_backend_name()}")])
    given = {"timeout": BUSY_SECONDS, "check_same_thread": False}
    engine = create_engine(parsed, connect_args=given, hide_parameters=True)  # errors tell no values: those are words
    if parsed.database:
        _private(Path(parsed.database))
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    return engine


def _parsed(url: str) -> URL:
    try:
        return make_url(url)
    except (ArgumentError, ValueError):
        raise Setup(
            [Problem("DATABASE_URL", "expected sqlite:///FILE or postgresql://USER:PASSWORD@HOST/NAME")]
        ) from None


def unusable(error: DBAPIError) -> Problem | None:
    """What is wrong with a database that can't be used; None for an error that is ours."""
    if not isinstance(error, OperationalError) and type(error) is not DatabaseError:
        return None
    why = str(error.orig).strip().partition("\n")[0]
    return Problem("DATABASE_URL", f"the database cannot be used: {why}; see: python -m bot doctor")


def sqlite_file(url: str) -> Path | None:
    """The file of a SQLite database; None for others."""
    parsed = _parsed(url)
    return Path(parsed.database) if parsed.get_backend_name() == "sqlite" and parsed.database else None


def _private(path: Path) -> None:
    """Only the owner may read what people say: the file is made with mode 0600 before SQLite makes it."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
        path.chmod(0o600)
    except OSError as error:
        raise Setup([Problem(str(path), f"cannot be written: {error.strerror}")]) from None


def _plain(connection: Any, _: Any) -> None:
    """No statement is compiled on the server: over many pairs that takes ten times as long as running it."""
    connection.autocommit = True  # a setting made within a transaction would go with it
    connection.execute("SET jit TO off")
    connection.autocommit = False


def _prepare(connection: Any, _: Any) -> None:
    connection.isolation_level = None  # transactions are begun by `_begin`, DDL included
    for pragma in (
        "journal_mode=WAL",
        "synchronous=FULL",
        "foreign_keys=ON",
        "secure_delete=ON",
        "temp_store=MEMORY",
        "cache_size=-16000",
    ):
        connection.execute(f"PRAGMA {pragma}").close()


def _begin(connection: Connection) -> None:
    reading = connection.get_execution_options().get("reading", False)
    connection.exec_driver_sql("BEGIN" if reading else "BEGIN IMMEDIATE")


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """A connection that only reads and never waits for the writer."""
    with engine.connect().execution_options(reading=True) as connection, connection.begin():
        yield connection


def lock(path: Path) -> IO[str]:
    """Hold a SQLite file for this process; raises Setup when another one has it. Kept while the handle lives."""
    handle = path.with_name(path.name + ".lock").open("w")
    try:
        _lock(handle)
    except OSError:
        handle.close()
        raise Setup([Problem(str(path), "another Tuntun is running on this file; stop it first")]) from None
    return handle


def _lock(handle: IO[str]) -> None:
    if os.name == "nt":
        import msvcrt

        msvcrt.locking(handle.fileno(), msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined]
    else:
        import fcntl

        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
