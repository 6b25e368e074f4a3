"""Work done beside the turns: kept as a row in the transaction that asked for it, done by a worker on a connection that
only reads, and what comes of it written together with that it is done."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Literal, TypeAlias

from sqlalchemy import Connection, and_, bindparam, func, select, update

from bot.effects import Effect, Job
from bot.house import House
from bot.messages import Screen
from bot.ports import Lost
from storage import tables
from storage.bulk import insert_many
from storage.lease import WORKERS, alive
from storage.rows import table
from storage.writes import Book, Work, handles

JOB = table(tables.Job)

Lane: TypeAlias = Literal["quick", "long"]
MOST_TRIES = 3


@dataclass(frozen=True, slots=True)
class Task:
    """A job that is under way, and where it was asked for."""

    id: int
    kind: str
    args: Mapping[str, Any]
    person: int
    programme: int
    platform: str
    chat: str
    edit: str
    route: str
    locale: str
    at: datetime


def _lost(platform: str, ref: str) -> bytes:
    raise Lost(f"{platform} is not connected")


@dataclass(frozen=True, slots=True)
class Shop:
    """What a job works with: a connection that only reads, the house, the moment. `fetch` brings a file of a platform
    (raises Lost), `link` makes a token a link that opens the bot, `draw` gives sixteen random bytes."""

    connection: Connection
    house: House
    now: datetime
    task: Task
    fetch: Callable[[str, str], bytes] = _lost
    link: Callable[[str], str] = str
    draw: Callable[[], bytes] = field(default=lambda: secrets.token_bytes(16))

    @property
    def args(self) -> Mapping[str, Any]:
        """What the job was given."""
        return self.task.args


Doer: TypeAlias = Callable[[Shop], Iterable[Effect]]
DOERS: dict[str, tuple[Lane, Doer]] = {}
STANDING: list[Callable[[Connection, datetime], Iterable[Job]]] = []  # jobs that there must always be


def does(kind: str, lane: Lane = "quick") -> Callable[[Doer], Doer]:
    """Name the kind of job that a function does: it reads, and gives effects of who asked for it, which are written
    once. A Tell goes to the chat it was asked in. A "quick" one takes well under a second."""

    def register(doer: Doer) -> Doer:
        DOERS[kind] = (lane, doer)
        return doer

    return register


@handles(Job)
def keep_jobs(book: Book, works: list[Work]) -> None:
    """Keep what is to be done, and where it was asked for."""
    members = book.members([work.person for work in works if work.person])
    insert_many(book.connection, tables.Job, [_row(book, work, members.get(work.person)) for work in works], once=True)


def _row(book: Book, work: Work, member: Any) -> dict[str, Any]:
    job: Job = work.effect
    return {
        "kind": job.kind,
        "lane": DOERS[job.kind][0],
        "programme_id": job.args.get("programme") or (member.programme_id if member else None),
        "person_id": work.person or None,
        "args": dict(job.args),
        "platform": work.incoming.platform,
        "chat": work.incoming.chat,
        "edit": job.edit,
        "route": work.incoming.route,
        "locale": work.incoming.locale,
        "once": job.once,
        "at": job.at or book.now,
    }


def stand(connection: Connection, now: datetime) -> None:
    """See to it that the jobs there must always be are planned; `once` keeps each single."""
    rows = [
        {"kind": job.kind, "lane": DOERS[job.kind][0], "programme_id": job.args.get("programme"), "once": job.once}
        | {"args": dict(job.args), "at": job.at or now}
        for standing in STANDING
        for job in standing(connection, now)
    ]
    insert_many(connection, tables.Job, rows, once=True)


def claim(connection: Connection, lane: Lane, now: datetime, holder: int = 0) -> Task | None:
    """Take the next job of a lane that no other worker is taking."""
    ready = select(JOB).where(JOB.c.state == "waiting", JOB.c.at <= now, JOB.c.lane == lane)
    first = ready.order_by(JOB.c.at, JOB.c.id).limit(1).with_for_update(skip_locked=True)
    row = connection.execute(first).first()
    if row is None:
        return None
    taken = {"state": "running", "tries": row.tries + 1, "holder": holder}
    connection.execute(update(JOB).where(JOB.c.id == row.id).values(taken))
    return Task(
        row.id,
        row.kind,
        row.args,
        row.person_id or 0,
        row.programme_id or 0,
        row.platform,
        row.chat,
        row.edit,
        row.route,
        row.locale,
        row.at,
    )


def end(connection: Connection, task: Task, state: str, now: datetime) -> bool:
    """Keep that a job is over; False if it was over already, or its person is gone. Who comes after it may be planned
    under the same `once`."""
    over = {"state": state, "done_at": now, "args": {}, "once": None}
    running = (JOB.c.id == task.id, JOB.c.state == "running")
    return bool(connection.execute(update(JOB).where(*running).values(over)).rowcount)


def again(connection: Connection, task: Task, now: datetime) -> bool:
    """Let a job that failed be tried again; False when it was tried often enough."""
    more = (JOB.c.id == task.id, JOB.c.tries < MOST_TRIES)
    return bool(connection.execute(update(JOB).where(*more).values(state="waiting", at=now)).rowcount)


def recover(connection: Connection, now: datetime) -> int:
    """What was under way in a process that has ended waits again, unless it ended its process too often. On PostgreSQL
    workers that live are known by their lease; on SQLite there is but one, which has just started."""
    living = alive(connection, WORKERS) if connection.dialect.name == "postgresql" else []
    cut = and_(JOB.c.state == "running", JOB.c.holder.not_in(living))
    over = {"state": "failed", "done_at": now, "args": {}, "once": None}
    connection.execute(update(JOB).where(cut, JOB.c.tries >= MOST_TRIES).values(over))
    return int(connection.execute(update(JOB).where(cut).values(state="waiting")).rowcount)


def put_back(connection: Connection, lane: Lane, holder: int, now: datetime) -> None:
    """What a lane of this worker was doing when its thread ended waits again, unless it was the end of too many."""
    cut = and_(JOB.c.state == "running", JOB.c.holder == holder, JOB.c.lane == lane)
    connection.execute(update(JOB).where(cut, JOB.c.tries >= MOST_TRIES).values(state="failed", done_at=now))
    connection.execute(update(JOB).where(cut).values(state="waiting"))


def next_moment(connection: Connection, lane: Lane | None = None) -> datetime | None:
    """When the next job is to be done."""
    return connection.execute(SOONEST_OF if lane else SOONEST, {"of": lane} if lane else {}).scalar_one_or_none()


SOONEST = select(func.min(JOB.c.at)).where(JOB.c.state == "waiting")
SOONEST_OF = SOONEST.where(JOB.c.lane == bindparam("of"))


def screens(said: Sequence[Any]) -> list[Screen]:
    """What effects were refused with, or answered."""
    return [each.screen for each in said if each]
