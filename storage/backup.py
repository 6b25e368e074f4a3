"""A copy of the database in one file, made while the bot runs."""

from __future__ import annotations

import os
import sqlite3
import tempfile
from collections.abc import Callable
from contextlib import closing
from functools import partial
from pathlib import Path

from sqlalchemy import Engine

from bot.errors import Problem, Setup
from storage.database import BUSY_SECONDS, sqlite_file

PAGES = 1_000  # copied at a stretch: about 4 MB


def backup(database: Engine | str, target: Path) -> int:
    """Copy a database to a new file that only its owner may read, checked before it gets its name; returns its bytes.
    Raises Setup when there is nothing to copy, or no place for it."""
    url = database if isinstance(database, str) else database.url.render_as_string(hide_password=False)
    copy = _way(url)
    _refuse(target)
    try:
        return _written(copy, target)
    except (OSError, sqlite3.Error) as error:
        raise Setup([Problem(str(target), f"could not be written, nothing was kept of it: {error}")]) from error


def _way(url: str) -> Callable[[Path], None]:
    """How this kind of database is copied into a file."""
    if url.startswith("postgresql"):
        from storage.dump import dump

        return partial(dump, url)
    source = sqlite_file(url)
    if source is None or not source.is_file():
        where = str(source or "DATABASE_URL")
        raise Setup([Problem(where, "there is no database yet; it is made when the bot runs for the first time")])
    return partial(_copy, source)


def _refuse(target: Path) -> None:
    if target.is_dir():
        raise Setup([Problem(str(target), "is a folder; name the file to write in it")])
    if target.exists():
        raise Setup([Problem(str(target), "is there already and is not written over; choose another name")])
    if not target.parent.is_dir():
        raise Setup([Problem(str(target.parent), "there is no such folder; make it first")])


def _written(copy: Callable[[Path], None], target: Path) -> int:
    """Under another name until it is whole, so that nothing half done is ever taken for a backup."""
    handle, name = tempfile.mkstemp(prefix=f".{target.name}.", suffix=".part", dir=target.parent)  # made with mode 0600
    part = Path(name)
    try:
        copy(part)
        os.fsync(handle)
        _name(part, target)
        return os.fstat(handle).st_size
    finally:
        os.close(handle)
        for left in ("", "-journal", "-wal", "-shm"):
            part.with_name(part.name + left).unlink(missing_ok=True)


def _copy(source: Path, part: Path) -> None:
    """The read transaction keeps the copy to one moment: without it each commit of the bot would start it over."""
    place = f"{source.resolve().as_uri()}?mode=rw"
    with closing(sqlite3.connect(place, uri=True, timeout=BUSY_SECONDS, isolation_level=None)) as live:
        live.execute("BEGIN")
        live.execute("SELECT count(*) FROM sqlite_master").fetchone()
        with closing(sqlite3.connect(part, isolation_level=None)) as copy:
            live.backup(copy, pages=PAGES)
            copy.execute("PRAGMA journal_mode=DELETE").fetchone()  # all of it in the one file
            said = copy.execute("PRAGMA integrity_check(1)").fetchone()[0]
    if said != "ok":
        raise sqlite3.DatabaseError(f"the copy is damaged: {said}")


def _name(part: Path, target: Path) -> None:
    """Give the file its name, which must still be free."""
    try:
        os.link(part, target)
    except FileExistsError:
        raise
    except OSError:  # a USB stick knows no links
        if target.exists():
            raise FileExistsError(17, "is there already", str(target)) from None
        part.rename(target)
