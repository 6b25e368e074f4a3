"""A hundred thousand reminders due in one minute: until all are in the outbox, and what the event loop felt of it."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Iterator
from concurrent.futures import Future
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlalchemy import Connection, func, select

from adapters.clock import Clock
from bot.serving import prepare_python
from storage import due, tables
from storage.rows import table
from storage.writer import Writer
from tests.bench.floor import Floor
from tests.bench.measure import Watch, quantile, rss, timed, watching
from tests.bench.people import NOW, Crowd, bot_on
from tests.bench.table import Result

MANY = 100_000


@dataclass(slots=True)
class Ticks:
    """The bot's own tick, and how many rows it has settled."""

    writer: Writer
    settled: int = 0

    def __call__(self) -> Future[tuple[int, datetime | None]]:
        future = self.writer.do(self._tick)
        future.add_done_callback(self._count)
        return future

    def _tick(self, connection: Connection) -> tuple[int, datetime | None]:
        count = self.writer.core.tick(self.writer.desk(connection), NOW)
        return count, due.earliest(connection)

    def _count(self, future: Future[tuple[int, datetime | None]]) -> None:
        self.settled += future.result()[0]


def at_once(folder: Path, _: Crowd) -> Iterator[Result]:
    """All of them through the one job of the clock."""
    writer, floor = bot_on(folder, MANY, at=NOW), Floor(folder / "floor.db")
    prepare_python()
    still, before = asyncio.run(_idle()), rss()
    seconds, cpu, watch = asyncio.run(_fired(Ticks(writer)))
    sent = writer.do(lambda connection: connection.execute(select(func.count()).select_from(OUTBOX)).scalar_one())
    assert sent.result() == MANY
    writer.stop()
    floor.plan(range(1, MANY + 1))
    by_hand = timed(floor.fire, MANY)
    grown, late = watch.most - before, max(watch.late) * 1e3
    yield Result(
        f"{MANY:,} reminders due at once, until all are in the outbox",
        f"{seconds:.1f} s",
        f"raw sqlite3: {by_hand.wall * MANY:.1f} s",
        f"{by_hand.wall * MANY / seconds:.2f} x",
        "< 3 s",
        seconds < 3,
    )
    yield Result(
        "the same, processor time of a reminder",
        f"{cpu / MANY * 1e6:.0f} µs",
        f"raw sqlite3: {by_hand.cpu * 1e6:.0f} µs",
        f"{by_hand.cpu * MANY / cpu:.2f} x",
    )
    yield Result("memory more meanwhile", f"{grown:.1f} MB", "", "", "< 60 MB", grown < 60)
    yield Result(
        "the event loop late meanwhile, at most / p99",
        f"{late:.0f} / {quantile(watch.late, 0.99) * 1e3:.0f} ms",
        f"with nothing to do: {max(still.late) * 1e3:.0f} / {quantile(still.late, 0.99) * 1e3:.0f} ms",
        "",
        "< 50 ms",
        late < 50,
    )


OUTBOX = table(tables.Outbox)


async def _idle() -> Watch:
    async with watching() as watch:
        await asyncio.sleep(3)
    return watch


async def _fired(ticks: Ticks) -> tuple[float, float, Watch]:
    """Seconds by the clock and of the processor, and what the event loop felt."""
    clock = Clock(ticks, lambda: NOW)
    async with watching() as watch:
        begun, cpu = time.perf_counter(), time.process_time()
        clock.start()
        while ticks.settled < MANY:  # noqa: ASYNC110 - counted by another thread
            await asyncio.sleep(0.01)
        spent = time.perf_counter() - begun, time.process_time() - cpu
        await clock.stop()
    return (*spent, watch)
