"""The worker: does jobs in threads of its own, a lane each, so that what takes long never holds up what is quick."""

from __future__ import annotations

import logging
import secrets
import threading
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import datetime, timedelta
from time import monotonic
from typing import Any, TypeAlias

from sqlalchemy import Connection

from bot.effects import Effect, Tell
from bot.logs import concerning
from bot.messages import Incoming, Outgoing, Screen, say
from storage import files, jobs, tables, writes
from storage.bulk import insert_many
from storage.jobs import DOERS, Lane, Shop, Task
from storage.rows import out_row
from storage.writer import Writer

log = logging.getLogger(__name__)

Look: TypeAlias = Callable[[], AbstractContextManager[Connection]]

LANES: tuple[Lane, ...] = ("quick", "long")
LONGEST = 60.0  # seconds without looking for jobs
RESCUE = 5.0  # the same where other workers' jobs may have to be taken over
BREATH = 0.05  # seconds before a job whose moment is now
SWEEP = timedelta(hours=6)
STUCK: dict[Lane, float] = {"quick": 180.0, "long": 3600.0}  # seconds of one job after which something is wrong


class Worker:
    """Does what is waiting; `look` opens a connection that only reads. `fetch`, `link` and `draw` are what jobs are
    given of the world."""

    def __init__(self, writer: Writer, look: Look, now: Callable[[], datetime], **world: Any) -> None:
        self._writer, self._look, self._now = writer, look, now
        self.world: dict[str, Any] = {"draw": lambda: secrets.token_bytes(16)} | world
        self.done: Callable[[], None] = lambda: None
        self.holder = 0  # by which number other processes know that we are alive, where there are several
        self._awake = {lane: threading.Event() for lane in LANES}
        self._stopping = False
        self._swept: datetime | None = None
        self._threads: dict[Lane, threading.Thread] = {}
        self._looked = dict.fromkeys(LANES, monotonic())  # when each lane last looked for a job

    def start(self) -> None:
        """Begin, with what was under way when the process ended."""
        self.prepare()
        for lane in LANES:
            self._begin(lane)

    def _begin(self, lane: Lane) -> None:
        self._looked[lane] = monotonic()
        self._threads[lane] = threading.Thread(target=self._run, args=(lane,), name=lane, daemon=True)
        self._threads[lane].start()

    def healthy(self, lane: Lane) -> bool:
        """Whether a lane still does its jobs."""
        thread = self._threads.get(lane)
        return thread is not None and thread.is_alive() and monotonic() - self._looked[lane] < STUCK[lane]

    def revive(self) -> list[Lane]:
        """Begin lanes anew whose thread has ended; says which. What such a one was doing is tried again."""
        dead = [lane for lane, thread in self._threads.items() if not thread.is_alive() and not self._stopping]
        for lane in dead:
            self._writer.do(lambda c: jobs.put_back(c, lane, self.holder, self._now())).result()  # noqa: B023
            self._begin(lane)
        return dead

    def prepare(self) -> None:
        """Put back what was cut off, and plan the jobs there must always be."""

        def begin(connection: Connection) -> None:
            jobs.recover(connection, self._now())
            jobs.stand(connection, self._now())

        self._writer.do(begin).result()

    def stop(self) -> None:
        """Finish the jobs under way; what waits is done after the next start."""
        self._stopping = True
        self.wake()
        for thread in self._threads.values():
            thread.join()

    def wake(self) -> None:
        """There may be something to do. Safe from any thread."""
        for event in self._awake.values():
            event.set()

    def drain(self) -> int:
        """Do all that is ready, here and now; says how many jobs there were."""
        count = 0
        while sum(self._one(lane) for lane in LANES):
            count += 1
        return count

    def _run(self, lane: Lane) -> None:
        event = self._awake[lane]
        while not self._stopping:
            event.clear()
            self._looked[lane] = monotonic()
            try:
                if self._one(lane):
                    continue
                wait = self._idle(lane)
            except Exception:
                wait = LONGEST
                log.exception("the worker could not look for jobs")
            event.wait(wait)

    def _idle(self, lane: Lane) -> float:
        """How many seconds there is nothing to do; sweeps now and then."""
        now = self._now()
        if lane == "quick" and self.holder:
            self._writer.do(lambda connection: jobs.recover(connection, now)).result()
        if lane == "long" and (self._swept is None or now - self._swept > SWEEP):
            self._swept = now
            self._writer.do(lambda connection: files.sweep(connection, now)).result()
        with self._look() as connection:
            moment = jobs.next_moment(connection, lane)
        longest = RESCUE if self.holder else LONGEST
        return min(longest, max(BREATH, (moment - now).total_seconds())) if moment else longest

    def _one(self, lane: Lane) -> bool:
        """Do the next job of a lane, if there is one."""
        now = self._now()
        with self._look() as connection:
            moment = jobs.next_moment(connection, lane)
        if moment is None or moment > now:
            return False
        task = self._writer.do(lambda connection: jobs.claim(connection, lane, now, self.holder), quiet=True).result()
        if task is None:
            return False
        with concerning(_trace(task)):
            self._do(task, now)
        self.done()
        return True

    def _do(self, task: Task, now: datetime) -> None:
        try:
            with self._look() as connection:
                shop = Shop(connection, self._writer.core.house, now, task, **self.world)
                effects = list(DOERS[task.kind][1](shop))
            self._writer.do(lambda connection: self._finish(connection, task, effects)).result()
        except Exception:
            log.exception("job %d (%s) failed", task.id, task.kind)
            self._writer.do(lambda connection: self._failed(connection, task)).result()

    def _finish(self, connection: Connection, task: Task, effects: list[Effect]) -> None:
        """Write what came of a job and that it is done, together."""
        now = self._now()
        if not jobs.end(connection, task, "done", now):
            return
        asked = Incoming(
            task.platform, f"job-{task.id}", "", task.chat, "other", now, locale=task.locale, route=task.route
        )
        book = writes.Book(connection, self._writer.core.house.plans, now)
        told = [effect.screen for effect in effects if isinstance(effect, Tell)]
        said = writes.apply(book, [(task.person, asked, each) for each in effects if not isinstance(each, Tell)])
        refused = any(each and each.refused for each in said)
        self._tell(connection, task, [*jobs.screens(said), *([] if refused else told)])

    def _tell(self, connection: Connection, task: Task, screens: list[Screen]) -> None:
        """Show screens in the chat the job was asked in; the first in place of what stands there."""
        if not task.chat:
            return
        where = Outgoing(task.platform, task.chat, Screen(()), task.person or None, locale=task.locale)
        rows = [
            replace(where, screen=screen, route=task.route, edit="" if number else task.edit)
            for number, screen in enumerate(screens)
        ]
        now = self._now()
        insert_many(connection, tables.Outbox, [out_row(row, now, row.person, _trace(task)) for row in rows])

    def _failed(self, connection: Connection, task: Task) -> None:
        """Try again, or say sorry."""
        now = self._now()
        if not jobs.again(connection, task, now) and jobs.end(connection, task, "failed", now):
            self._tell(connection, task, [Screen((say("job-failed"),))])


def _trace(task: Task) -> str:
    """What the traces of a job in the log are known by."""
    return f"job:{task.id}"
