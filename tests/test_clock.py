"""The clock: one job that fires what is due, in chunks, and never stops for good."""

import asyncio
import threading
import time
from collections.abc import AsyncIterator
from concurrent.futures import Future
from contextlib import asynccontextmanager
from datetime import datetime, timedelta

import pytest

from adapters.clock import JOB, Clock
from tests.fakes.world import Moment, until


class Rows:
    """Due rows, settled a chunk a tick, by a thread of their own as the writer's is."""

    def __init__(self, now: Moment, chunk: int = 100) -> None:
        self.moments: list[datetime] = []
        self.fired: list[datetime] = []
        self.ticks: list[float] = []
        self.failing = 0
        self.slow = 0.0
        self._now, self._chunk = now, chunk

    def plan(self, **ahead: float) -> None:
        self.moments.append(self._now() + timedelta(**ahead))

    def tick(self) -> Future[tuple[int, datetime | None]]:
        future: Future[tuple[int, datetime | None]] = Future()
        threading.Thread(target=self._settle, args=(future,)).start()
        return future

    def _settle(self, future: Future[tuple[int, datetime | None]]) -> None:
        self.ticks.append(time.monotonic())
        time.sleep(self.slow)
        if self.failing:
            self.failing -= 1
            future.set_exception(OSError("the database is gone"))
            return
        self.moments.sort()
        due = [moment for moment in self.moments if moment <= self._now()][: self._chunk]
        del self.moments[: len(due)]
        self.fired += [self._now()] * len(due)
        future.set_result((len(due), self.moments[0] if self.moments else None))


@pytest.fixture
def now() -> Moment:
    return Moment()


@pytest.fixture
def rows(now: Moment) -> Rows:
    return Rows(now)


@asynccontextmanager
async def running(clock: Clock) -> AsyncIterator[Clock]:
    clock.start()
    try:
        yield clock
    finally:
        await clock.stop()


async def test_what_is_due_at_the_start_fires_at_once(rows: Rows, now: Moment) -> None:
    for _ in range(250):
        rows.plan(hours=-3)
    settled: list[int] = []
    async with running(Clock(rows.tick, now, lambda: settled.append(1))):
        await until(lambda: not rows.moments)
    assert (len(rows.fired), len(settled)) == (250, 3), "whoever sends is told after each chunk"


async def test_a_row_fires_at_its_moment_and_not_before(rows: Rows, now: Moment) -> None:
    rows.plan(seconds=0.6)
    wanted = rows.moments[0]
    async with running(Clock(rows.tick, now)):
        await until(lambda: rows.fired)
    assert timedelta() <= rows.fired[0] - wanted < timedelta(seconds=0.5)
    assert len(rows.ticks) <= 3, "it slept meanwhile"


async def test_an_earlier_row_wakes_it(rows: Rows, now: Moment) -> None:
    rows.plan(hours=1)
    async with running(Clock(rows.tick, now)) as clock:
        await until(lambda: clock.last_tick)
        rows.plan(seconds=0.3)
        await asyncio.to_thread(clock.wake)
        await until(lambda: rows.fired, 2)
    assert len(rows.moments) == 1


async def test_many_who_wake_it_share_a_tick(rows: Rows, now: Moment) -> None:
    async with running(Clock(rows.tick, now)) as clock:
        await until(lambda: clock.last_tick)
        begun = time.monotonic()
        while time.monotonic() - begun < 1.0:
            clock.wake()
            await asyncio.sleep(0.005)
        assert 3 <= len(rows.ticks) <= 7


async def test_a_wake_during_a_tick_is_not_lost(rows: Rows, now: Moment) -> None:
    rows.slow = 0.2
    async with running(Clock(rows.tick, now)) as clock:
        await until(lambda: rows.ticks)
        clock.wake()
        await until(lambda: len(rows.ticks) == 2, 1)


async def test_after_an_error_the_next_tick_still_runs(
    rows: Rows, now: Moment, caplog: pytest.LogCaptureFixture
) -> None:
    rows.failing = 1
    rows.plan(seconds=-1)
    async with running(Clock(rows.tick, now)) as clock:
        await until(lambda: rows.ticks)
        assert not clock.healthy
        await until(lambda: rows.fired)
        await until(lambda: clock.healthy)
    assert "the database is gone" in caplog.text


async def test_errors_without_end_do_not_end_it(rows: Rows, now: Moment) -> None:
    rows.failing = 10**6
    async with running(Clock(rows.tick, now)) as clock:
        await until(lambda: len(rows.ticks) >= 2)
        job = clock._scheduler.get_job(JOB)
        assert job.next_run_time is not None
        now.passes(minutes=5)
        assert not clock.healthy


async def test_ten_thousand_rows_do_not_stop_the_event_loop(now: Moment) -> None:
    rows = Rows(now, chunk=100)
    rows.moments = [now()] * 10_000
    longest, before = 0.0, time.monotonic()
    async with running(Clock(rows.tick, now)):
        while len(rows.fired) < 10_000:
            await asyncio.sleep(0.001)
            longest, before = max(longest, time.monotonic() - before), time.monotonic()
    assert longest < 0.5


async def test_there_is_one_job_whatever_is_planned(rows: Rows, now: Moment) -> None:
    for ahead in range(1000):
        rows.plan(hours=1 + ahead)
    async with running(Clock(rows.tick, now)) as clock:
        await until(lambda: clock.last_tick)
        (job,) = clock._scheduler.get_jobs()
    assert (job.misfire_grace_time, job.coalesce, job.max_instances) == (None, True, 1)


async def test_a_tick_under_way_is_finished_before_it_stops(rows: Rows, now: Moment) -> None:
    rows.slow = 0.3
    rows.plan(seconds=-1)
    async with running(Clock(rows.tick, now)):
        await until(lambda: rows.ticks)
    assert rows.fired
    ticks = len(rows.ticks)
    await asyncio.sleep(0.3)
    assert len(rows.ticks) == ticks


async def test_it_can_be_stopped_without_having_begun(rows: Rows, now: Moment) -> None:
    clock = Clock(rows.tick, now)
    clock.wake()
    await clock.stop()
    assert rows.ticks == []
