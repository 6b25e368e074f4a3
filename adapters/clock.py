"""The clock: ONE job of APScheduler that sleeps until the earliest row, has all that is due settled, sleeps again."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from concurrent.futures import Future
from contextlib import suppress
from datetime import UTC, datetime, timedelta

from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.triggers.interval import IntervalTrigger

log = logging.getLogger(__name__)

JOB = "tick"
LONGEST = 60.0  # seconds it sleeps at most: a row that nobody told of is at most so late
BREATH = 0.2  # seconds between a tick and one it was woken for: many people who plan at once share it
CHUNKS = 1000  # chunks a tick settles before it lets the loop see that it is alive
STUCK = timedelta(seconds=180)
NET = 2.0  # seconds after its moment at which a tick that has not come is called for

Tick = Callable[[], "Future[tuple[int, datetime | None]]"]


class Clock:
    """Fires what is due. `tick` settles a chunk of it, off the event loop, and tells how many rows that were and when
    the next is due; `settled` is called after each chunk that had any: there may be something to send."""

    def __init__(
        self,
        tick: Tick,
        now: Callable[[], datetime],
        settled: Callable[[], None] = lambda: None,
        net: float = NET,
    ) -> None:
        self.last_tick: datetime | None = None
        self._tick, self._now, self._settled = tick, now, settled
        self._scheduler = AsyncIOScheduler(timezone=UTC)
        self._loop: asyncio.AbstractEventLoop | None = None
        self._failed = 0  # times in a row
        self._idle = asyncio.Event()
        self._idle.set()
        self._woken = False
        self._stopping = False
        self._slack = net
        self._net: asyncio.TimerHandle | None = None

    @property
    def healthy(self) -> bool:
        """Whether something was settled lately, be it nothing."""
        return self.last_tick is not None and self._now() - self.last_tick < STUCK

    def start(self) -> None:
        """Tick now, and from now on whenever something is due. Called inside the event loop."""
        self._loop = asyncio.get_running_loop()
        # The interval is the safety net: it goes on whatever happens to a tick; a date would be spent after one run.
        self._scheduler.add_job(
            self._fire,
            IntervalTrigger(seconds=int(LONGEST), timezone=UTC),
            id=JOB,
            next_run_time=datetime.now(UTC),
            misfire_grace_time=None,
            coalesce=True,
            max_instances=1,
        )
        self._scheduler.start()

    async def stop(self) -> None:
        """Fire nothing more; a tick under way is finished."""
        self._stopping = True
        if self._net:
            self._net.cancel()
        await self._idle.wait()
        if self._scheduler.running:
            self._scheduler.shutdown(wait=False)
            await asyncio.sleep(0)  # it ends in a call of its own

    def wake(self) -> None:
        """An earlier row was planned. Safe from any thread."""
        if self._loop:
            with suppress(RuntimeError):  # the loop is closed: nothing fires any more
                self._loop.call_soon_threadsafe(self._sooner)

    def _sooner(self) -> None:
        """A tick under way may have passed that row already: another one follows it."""
        if not self._idle.is_set():
            self._woken = True
        elif (job := self._scheduler.get_job(JOB)) and job.next_run_time > datetime.now(UTC) + timedelta(
            seconds=BREATH
        ):
            self._at(BREATH)

    async def _fire(self) -> None:
        """Settle all that is due, then sleep until the next is."""
        if self._stopping:
            return
        self._idle.clear()
        self._woken = False
        try:
            wait = await self._settle()
        except Exception:
            self._failed += 1
            wait = min(LONGEST, 2.0 ** min(self._failed, 10))
            log.exception("a tick failed; the next one follows in %.0f s", wait)
        else:
            self._failed = 0
        finally:
            self._idle.set()
        self._at(BREATH if self._woken else wait)

    async def _settle(self) -> float:
        """Settle chunk after chunk while there are rows due; says how many seconds there are none."""
        for _ in range(CHUNKS):
            rows, moment = await asyncio.wrap_future(self._tick())
            self.last_tick = self._now()
            if rows:
                self._settled()
            ahead = (moment - self._now()).total_seconds() if moment else LONGEST
            if self._stopping or not rows or ahead > 0:
                return min(LONGEST, max(BREATH, ahead))
        return BREATH

    def _at(self, seconds: float) -> None:
        """Move the one job."""
        if self._stopping or not self._scheduler.running:
            return
        self._scheduler.modify_job(JOB, next_run_time=datetime.now(UTC) + timedelta(seconds=seconds))
        if self._loop:
            if self._net:
                self._net.cancel()
            self._net = self._loop.call_later(seconds + self._slack, self._overslept)

    def _overslept(self) -> None:
        """The wall clock was set back: by it the job is not due for long, though the seconds have gone by."""
        if self._idle.is_set():
            self._at(BREATH)
