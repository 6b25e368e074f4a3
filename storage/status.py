"""What the database says of how the bot is doing, read in a few indexed queries; and what each process tells of
itself."""

from __future__ import annotations

import logging
from datetime import datetime, timedelta

from sqlalchemy import Connection, Row, and_, delete, func, insert, or_, select, text, update
from sqlalchemy.exc import DBAPIError

from bot.mentoring.status import Figures, Pulse, Queue
from storage import tables
from storage.database import open_database
from storage.rows import table

log = logging.getLogger(__name__)

OUTBOX, DUE, JOB = table(tables.Outbox), table(tables.Due), table(tables.Job)
ACCOUNT, ACTIVITY, PULSE = table(tables.Account), table(tables.Activity), table(tables.Pulse)

PLATFORMS = ("telegram", "discord")
PENDING = ("waiting", "resting", "sending")
DAY, HOUR = timedelta(days=1), timedelta(hours=1)
BACKUP = "Backup"  # the kind of activity that a backup leaves
MOST = 1_000_000  # rows that are counted at most; more are not told apart


def read_figures(connection: Connection, now: datetime) -> Figures:
    """All of it."""
    queue, oldest = _queue(connection, now)
    late, rows = _late(connection, now)
    kind, size = _size(connection)
    return Figures(
        queue, oldest, late, rows, _jobs(connection, now), _away(connection), kind, size, _backup(connection)
    )


def _queue(connection: Connection, now: datetime) -> tuple[tuple[Queue, ...], dict[str, float]]:
    """What is still to be sent, and for how long the oldest of each platform could have gone."""
    parts = (OUTBOX.c.platform, OUTBOX.c.state, OUTBOX.c.priority)
    here = and_(OUTBOX.c.platform.in_(PLATFORMS), OUTBOX.c.state.in_(PENDING))
    counted = select(*parts, func.count().label("n"), func.min(OUTBOX.c.id).label("first")).where(here)
    rows = connection.execute(counted.group_by(*parts).order_by(*parts)).all()
    firsts = [row.first for row in rows if row.state == "waiting"]
    since = func.coalesce(OUTBOX.c.not_before, OUTBOX.c.created_at).label("since")
    oldest = dict.fromkeys(PLATFORMS, 0.0)
    for row in connection.execute(select(OUTBOX.c.platform, since).where(OUTBOX.c.id.in_(firsts))):
        oldest[row.platform] = max(oldest[row.platform], (now - row.since).total_seconds())
    return tuple(Queue(row.platform, row.state, row.priority, row.n) for row in rows), oldest


def _late(connection: Connection, now: datetime) -> tuple[float, int]:
    first = connection.execute(select(func.min(DUE.c.at))).scalar_one()
    if first is None or first >= now:
        return 0.0, 0
    due = select(DUE.c.id).where(DUE.c.at <= now).limit(MOST).subquery()
    return (now - first).total_seconds(), int(connection.execute(select(func.count()).select_from(due)).scalar_one())


def _jobs(connection: Connection, now: datetime) -> tuple[tuple[str, str, int], ...]:
    """Jobs that could be done, that are being done, and that failed of late."""
    ready = and_(JOB.c.state == "waiting", JOB.c.at <= now)
    failed = and_(JOB.c.state == "failed", JOB.c.done_at > now - DAY)
    query = select(JOB.c.lane, JOB.c.state, func.count()).where(or_(ready, JOB.c.state == "running", failed))
    rows = connection.execute(query.group_by(JOB.c.lane, JOB.c.state).order_by(JOB.c.lane, JOB.c.state))
    return tuple((lane, state, count) for lane, state, count in rows)


def _away(connection: Connection) -> tuple[tuple[str, str, int], ...]:
    parts = (ACCOUNT.c.platform, ACCOUNT.c.reach)
    rows = connection.execute(select(*parts, func.count()).where(AWAY).group_by(*parts).order_by(*parts))
    return tuple((platform, reach, count) for platform, reach, count in rows)


AWAY = and_(ACCOUNT.c.platform.in_(PLATFORMS), text("account.reach <> 'ok'"))  # as the index has it


def _size(connection: Connection) -> tuple[str, int]:
    if connection.dialect.name == "postgresql":
        size = connection.exec_driver_sql("SELECT pg_database_size(current_database())").scalar_one()
        return "PostgreSQL", int(size)
    pages, each = (connection.exec_driver_sql(f"PRAGMA {name}").scalar_one() for name in ("page_count", "page_size"))
    return "SQLite", int(pages) * int(each)


def _backup(connection: Connection) -> datetime | None:
    mine = and_(ACTIVITY.c.programme_id.is_(None), ACTIVITY.c.kind == BACKUP)
    found: datetime | None = connection.execute(select(func.max(ACTIVITY.c.at)).where(mine)).scalar_one()
    return found


def note_backup(url: str, now: datetime) -> None:
    """Keep in the database that was copied that it was; when that can't be kept, the copy is none the worse."""
    database = open_database(url)
    try:
        with database.begin() as connection:
            connection.execute(insert(ACTIVITY).values(kind=BACKUP, subject="", at=now))
    except DBAPIError as error:
        log.warning("the backup could not be noted: %s", type(error).__name__)
    finally:
        database.dispose()


# What processes tell of themselves


def beat(connection: Connection, pulse: Pulse) -> None:
    """Keep what a process tells; those not heard of for long are forgotten."""
    told = {"version": pulse.version, "since": pulse.since, "at": pulse.at, "parts": dict(pulse.parts)}
    if not connection.execute(update(PULSE).where(PULSE.c.name == pulse.name).values(told)).rowcount:
        connection.execute(insert(PULSE).values(name=pulse.name, **told))
    connection.execute(delete(PULSE).where(PULSE.c.at < pulse.at - HOUR))


def forget(connection: Connection, name: str) -> None:
    """A process has ended as it should."""
    connection.execute(delete(PULSE).where(PULSE.c.name == name))


def read_pulses(connection: Connection) -> tuple[Pulse, ...]:
    """What the processes told last."""
    return tuple(map(_pulse, connection.execute(select(PULSE).order_by(PULSE.c.name))))


def _pulse(row: Row[tuple[object, ...]]) -> Pulse:
    told = row._mapping  # noqa: SLF001 - its public name
    return Pulse(told["name"], told["version"], told["since"], told["at"], told["parts"])
