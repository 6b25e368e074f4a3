"""What `doctor` finds out about the database: its file, its tables, and what waits in them.

Nothing is changed but the mode of a file that others could read.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, and_, func, or_, select
from sqlalchemy.exc import DBAPIError

from bot.errors import Setup
from bot.findings import Finding
from bot.mentoring.zones import is_zone
from bot.messages import When, say
from storage import migrate, tables
from storage.columns import MEMBER, PERSON, PROGRAMME
from storage.database import lock, open_database, reading, sqlite_file
from storage.rows import table

ACCOUNT, DUE, OUTBOX = table(tables.Account), table(tables.Due), table(tables.Outbox)
ACTIVITY = table(tables.Activity)

MEGABYTE = 1_000_000
ROOM = 100 * MEGABYTE  # less than this is nearly full
LATE = timedelta(minutes=10)  # a running bot is never so far behind


def free_space(folder: Path) -> int:
    """Bytes that are free where this folder is."""
    return shutil.disk_usage(folder).free


def checkup(url: str, now: datetime, free: Callable[[Path], int] = free_space) -> list[Finding]:
    """All that is found out about a database."""
    path = sqlite_file(url)
    findings = _file(path, free) if path else []
    if any(finding.level == "bad" for finding in findings) or (path and not path.exists()):
        return findings
    engine = open_database(url)
    try:
        return [*findings, *_database(engine, now)]
    finally:
        engine.dispose()


def running(path: Path | None) -> bool:
    """Whether a Tuntun runs on this SQLite file now."""
    try:
        if path and path.exists():
            lock(path).close()
    except Setup:
        return True
    except OSError:  # not ours to lock: told as a file that cannot be written
        return False
    return False


def _file(path: Path, free: Callable[[Path], int]) -> list[Finding]:
    folder = next(parent for parent in path.absolute().parents if parent.exists())
    if not _writable(path, folder):
        return [Finding("bad", say("doctor-file-unwritable", file=str(path)))]
    findings = [*_state_of(path)]
    if (left := free(folder)) < ROOM:
        findings.append(Finding("bad", say("doctor-disk-full", mb=left // MEGABYTE)))
    return findings


def _writable(path: Path, folder: Path) -> bool:
    """By trying, as read-only disks and foreign owners look alike otherwise. SQLite makes files beside its own."""
    try:
        tempfile.TemporaryFile(dir=folder).close()
        if path.exists():
            os.close(os.open(path, os.O_RDWR))
    except OSError:
        return False
    return True


def _state_of(path: Path) -> Iterator[Finding]:
    if not path.exists():
        yield Finding("warn", say("doctor-file-missing", file=str(path)))
        return
    if os.name != "nt" and path.stat().st_mode & 0o077:
        yield Finding("warn", say("doctor-file-open", file=str(path)))
    if running(path):
        yield Finding("ok", say("doctor-running", file=str(path)))
    else:
        yield Finding("warn", say("doctor-not-running", file=str(path)))


def _database(engine: Engine, now: datetime) -> list[Finding]:
    try:
        with reading(engine) as connection:
            return [*_whole(connection), *_tables(connection, now)]
    except (DBAPIError, sqlite3.Error) as error:
        why = str(getattr(error, "orig", error)).strip().splitlines()[0][:200]
    if engine.dialect.name == "postgresql":
        return [Finding("bad", say("doctor-database-away", why=why))]
    if "locked" in why:
        return [Finding("warn", say("doctor-database-busy"))]
    return [Finding("bad", say("doctor-damaged", why=why))]


def _whole(connection: Connection) -> Iterator[Finding]:
    if connection.dialect.name != "sqlite":
        return
    said = str(connection.exec_driver_sql("PRAGMA quick_check(1)").scalar_one())
    if said != "ok":
        yield Finding("bad", say("doctor-damaged", why=said.replace("\n", " ")[:200]))


def _tables(connection: Connection, now: datetime) -> list[Finding]:
    match migrate.state_of(connection):
        case "empty":
            return [Finding("warn", say("doctor-tables-missing"))]
        case "behind":
            return [Finding("warn", say("doctor-tables-old"))]
        case "ahead":
            return [Finding("bad", say("doctor-tables-newer"))]
    return [*_programmes(connection), *_people(connection), *_traffic(connection, now), *_activity(connection)]


def _programmes(connection: Connection) -> Iterator[Finding]:
    if not connection.execute(select(func.count()).select_from(PROGRAMME)).scalar_one():
        yield Finding("warn", say("doctor-no-programme"))
    for row in connection.execute(select(PROGRAMME.c.name, PROGRAMME.c.zone)):
        if not is_zone(row.zone):
            yield Finding("bad", say("doctor-programme-zone", name=row.name, zone=row.zone))


def _people(connection: Connection) -> Iterator[Finding]:
    zones = connection.execute(select(PERSON.c.zone, func.count()).group_by(PERSON.c.zone))
    if lost := sum(count for zone, count in zones if not is_zone(zone)):
        yield Finding("bad", say("doctor-people-zone", n=lost))
    here = select(MEMBER.c.person_id).where(MEMBER.c.standing != "left")
    fine = select(ACCOUNT.c.person_id).where(ACCOUNT.c.reach == "ok")
    away = and_(ACCOUNT.c.reach != "ok", ACCOUNT.c.person_id.in_(here), ACCOUNT.c.person_id.not_in(fine))
    count = connection.execute(select(func.count(func.distinct(ACCOUNT.c.person_id))).where(away)).scalar_one()
    if count:
        yield Finding("warn", say("doctor-unreachable", n=count))


def _traffic(connection: Connection, now: datetime) -> Iterator[Finding]:
    late = now - LATE
    ready = func.coalesce(OUTBOX.c.not_before, OUTBOX.c.created_at)
    waits = and_(OUTBOX.c.state == "waiting", ready < late, or_(OUTBOX.c.expires.is_(None), OUTBOX.c.expires > now))
    out = _count(connection, ready, waits)
    due = _count(connection, DUE.c.at, DUE.c.at < late)
    if out.n:
        yield Finding("warn", say("doctor-outbox-waiting", n=out.n, since=When(out.since)))
    if due.n:
        yield Finding("warn", say("doctor-due-late", n=due.n, since=When(due.since)))
    if not (out.n or due.n):
        yield Finding("ok", say("doctor-nothing-late"))


def _count(connection: Connection, moment: Any, which: Any) -> Any:
    return connection.execute(select(func.count().label("n"), func.min(moment).label("since")).where(which)).one()


def _activity(connection: Connection) -> Iterator[Finding]:
    """What people did; the operator's own work has no person."""
    query = select(ACTIVITY.c.at).where(ACTIVITY.c.person_id.is_not(None)).order_by(ACTIVITY.c.id.desc()).limit(1)
    last = connection.execute(query).scalar_one_or_none()
    yield Finding("ok", say("doctor-last-activity", at=When(last)) if last else say("doctor-no-activity"))
