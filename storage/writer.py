"""The one writer: takes all messages waiting, lets the engine handle them in one transaction, commits, then
acknowledges.

A turn that raises is rolled back alone; a batch whose commit fails is tried one message at a time.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from datetime import datetime
from time import monotonic
from typing import Any, TypeAlias, TypeVar

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import OperationalError

from bot.engine import Engine as Core
from bot.logs import concerning
from bot.messages import Incoming
from bot.tally import Tally
from storage import (  # noqa: F401 - they register what they write
    dropped,
    files,
    job_page,
    jobs,
    retention,
    staff,
    writes_desk,
    writes_goals,
    writes_line,
    writes_link,
    writes_met,
    writes_parting,
    writes_people,
    writes_rights,
    writes_servers,
    writes_session_life,
    writes_sessions,
    writes_tell,
    writes_views,
)
from storage.desk import SqlDesk
from storage.locks import passing
from storage.meeting import Meetings
from storage.turnstile import Turnstile

log = logging.getLogger(__name__)

GROUP = 64  # messages that share a commit at most
TRIES = 3  # of a transaction that another process was in the way of
STUCK = 60.0  # seconds of one batch after which something is wrong; SQLite waits for a lock for 30

T = TypeVar("T")
Job: TypeAlias = Callable[[Connection], Any]


@dataclass(frozen=True, slots=True)
class Quiet:
    """A job that others need not hear of."""

    job: Job

    def __call__(self, connection: Connection) -> Any:
        return self.job(connection)


class Writer:
    """A thread that owns all writing to one database."""

    def __init__(
        self, database: Engine, core: Core, now: Callable[[], datetime], meetings: Meetings | None = None
    ) -> None:
        self.core, self.tally = core, Tally()
        self._busy: float | None = None  # since when a batch is being written
        self._database = database
        self._now, self._meetings = now, meetings
        self._inbox: Turnstile[Incoming | Job] = Turnstile()
        self._closing = False
        self._thread = threading.Thread(target=self._run, name="writer", daemon=True)
        self.committed: Callable[[], None] = lambda: None
        self.before_commit: Callable[[Connection], None] = lambda _: None

    def start(self) -> None:
        """Begin to write."""
        self._thread.start()

    def stop(self) -> None:
        """Write what is waiting, then end."""
        self._closing = True
        self.do(lambda _: None)
        self._thread.join()

    @property
    def lives(self) -> bool:
        """Whether there is still a thread that writes."""
        return self._thread.is_alive()

    @property
    def healthy(self) -> bool:
        """Whether what is handed in gets written."""
        busy = self._busy
        return self.lives and (busy is None or monotonic() - busy < STUCK)

    @property
    def waiting(self) -> int:
        """How many messages and deeds wait to be written."""
        return len(self._inbox)

    def submit(self, incoming: Incoming) -> Future[None]:
        """Hand in a message; done once all it led to is on the disk."""
        return self._inbox.put(incoming)

    def do(self, job: Callable[[Connection], T], *, quiet: bool = False) -> Future[T]:
        """Hand in something else to do in a transaction of its own; done once it is on the disk. A `quiet` one leaves
        nothing to do for other processes."""
        return self._inbox.put(Quiet(job) if quiet else job)

    def desk(self, connection: Connection) -> SqlDesk:
        """The core's desk on a transaction of ours."""
        return SqlDesk(connection, self.core.house.plans, self._meetings)

    def _run(self) -> None:
        with self._database.connect() as connection:
            while not self._closing or self._inbox:
                batch = self._gather()
                self._busy = monotonic()
                messages = [(item, future) for item, future in batch if isinstance(item, Incoming)]
                if messages:
                    self._handle(connection, messages)
                    self._count([item for item, _ in messages], self._busy)
                for job, future in batch:
                    if not isinstance(job, Incoming):
                        self._busy = monotonic()
                        self._do(connection, job, future)
                self._busy = None

    def _count(self, messages: Sequence[Incoming], began: float) -> None:
        self.tally.heard.update(item.platform for item in messages)
        self.tally.sizes.add(len(messages))
        self.tally.seconds.add(monotonic() - began)

    def _gather(self) -> list[tuple[Incoming | Job, Future[Any]]]:
        """What is waiting, up to GROUP; a second message of the same person waits for the next round. A cancelled one
        would raise when its result is set, and end us."""
        return [each for each in self._inbox.take(GROUP) if each[1].set_running_or_notify_cancel()]

    def _handle(
        self, connection: Connection, batch: Sequence[tuple[Incoming, Future[Any]]], tries: int = TRIES
    ) -> None:
        try:
            self._commit(connection, [incoming for incoming, _ in batch])
        except Exception as error:  # noqa: BLE001 - whatever a turn or the database raised: each message is tried alone
            if tries > 1 and passing(error):
                self._handle(connection, batch, tries - 1)
            else:
                self._one_by_one(connection, batch, error)
            return
        for _, future in batch:
            future.set_result(None)
        self.committed()

    def _one_by_one(
        self, connection: Connection, batch: Sequence[tuple[Incoming, Future[Any]]], error: Exception
    ) -> None:
        if len(batch) == 1:
            self._failed(connection, *batch[0], error)
            return
        for each in batch:
            self._handle(connection, [each])

    def _commit(self, connection: Connection, batch: list[Incoming]) -> None:
        with connection.begin():
            self.core.handle(self.desk(connection), batch, self._now())
            self.before_commit(connection)

    def _failed(self, connection: Connection, incoming: Incoming, future: Future[Any], error: Exception) -> None:
        """Our own error is apologised for and not tried again; the database's is the caller's to try again."""
        if isinstance(error, OperationalError):
            future.set_exception(error)
            return
        talk = incoming.data.split(":")[1] if incoming.data.startswith("c:") else "?"
        self.tally.failed += 1
        with concerning(incoming.trace):
            log.error("turn failed (%s); see: python -m bot replay %s", incoming.event, talk, exc_info=error)
        try:
            with connection.begin():
                self.core.apologise(self.desk(connection), incoming, self._now())
        except Exception as trouble:  # noqa: BLE001 - whoever handed the message in must hear of it
            future.set_exception(trouble)
            return
        future.set_result(None)
        self.committed()

    def _do(self, connection: Connection, job: Job, future: Future[Any], tries: int = TRIES) -> None:
        try:
            with connection.begin():
                result = job(connection)
                if not isinstance(job, Quiet):
                    self.before_commit(connection)
        except Exception as error:  # noqa: BLE001 - handed to whoever asked for it
            if tries > 1 and passing(error):
                self._do(connection, job, future, tries - 1)
            else:
                future.set_exception(error)
        else:
            future.set_result(result)
