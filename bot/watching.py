"""The watchman of a process: sees whether its parts work, mends what it can, and tells of it by HTTP, to systemd and
in the database. With `serving` and `scaling` it composes the parts."""

from __future__ import annotations

import asyncio
import logging
import os
import socket
from collections.abc import AsyncIterator, Callable, Iterable, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from importlib.metadata import PackageNotFoundError, version
from time import monotonic
from typing import TYPE_CHECKING, Protocol

from sqlalchemy import Engine as Database

from adapters import systemd
from adapters.clock import Clock
from adapters.courier import Courier
from bot import gauges
from bot.gauges import Hears, Sends
from bot.mentoring.status import Figures, Pulse
from bot.tally import Metric, one
from bot.watch import BEAT, Part, Watch
from storage import status
from storage.database import reading
from storage.worker import LANES, Worker
from storage.writer import Writer

if TYPE_CHECKING:
    from aiohttp.web import AppRunner  # a tenth of a second of every command

log = logging.getLogger(__name__)

PATIENCE = 10.0  # seconds beside those after which a part of ours calls itself unwell
UNHEARD = {"telegram": 60.0, "discord": 120.0}  # the same for a platform: it is given time to come back by itself
FRESH = 10.0  # seconds for which what the database said is told again
ANSWER = 5.0  # seconds it may take to say it
PULSE = 60.0  # seconds between notes in the database
PARTING = 2.0  # seconds for the last one
BROKEN = 70  # how a process ends that can't write any more: "internal software error" in sysexits.h


class Hearer(Protocol):
    """What hears a platform and can begin anew."""

    restarts: int

    @property
    def healthy(self) -> bool:
        """Whether the platform is heard."""

    async def renew(self) -> None:
        """Begin anew."""


@dataclass(frozen=True, slots=True)
class Ear:
    """What hears a platform, and when that last answered, if it is known."""

    platform: str
    hearer: Hearer
    answered: Callable[[], datetime | None] = lambda: None


def of_clock(clock: Clock) -> list[Part]:
    """What has due rows settled."""
    return [Part("tick", lambda: clock.healthy, PATIENCE)]


def of_worker(worker: Worker) -> list[Part]:
    """What does jobs, a part each lane. A thread that has ended is begun anew; one that hangs can only be told of."""

    async def revive() -> None:
        for lane in await asyncio.to_thread(worker.revive):
            log.error("the thread for %s jobs had ended; there is a new one", lane)

    return [Part(f"jobs {lane}", partial(worker.healthy, lane), PATIENCE, revive) for lane in LANES]


class Watchman:
    """Watches one process. `couriers` may change while it does; `end` ends the process at once."""

    def __init__(
        self,
        name: str,
        writer: Writer,
        database: Database,
        now: Callable[[], datetime],
        parts: Sequence[Part] = (),
        end: Callable[[int], object] = os._exit,
    ) -> None:
        self.name, self.couriers = name, list[Courier]()
        self._writer, self._database, self._now, self._end = writer, database, now, end
        self._parts = [Part("writer", lambda: writer.healthy, PATIENCE, self._give_up), *parts]
        self._parts += [Part(f"courier {each}", partial(self._carried, each), PATIENCE) for each in UNHEARD]
        self._ears: list[Ear] = []
        self._since = now()
        self._watch = Watch((), monotonic())
        self._figures, self._figured = Figures(), 0.0  # and the moment they were read at
        self._reading: asyncio.Task[None] | None = None

    def hear(self, ears: Iterable[Ear]) -> None:
        """Watch over these as well."""
        self._ears = list(ears)
        for ear in self._ears:
            hearer, patience = ear.hearer, UNHEARD[ear.platform]
            self._parts.append(Part(ear.platform, partial(_healthy, hearer), patience, hearer.renew, ours=False))

    def _carried(self, platform: str) -> bool:
        return all(courier.healthy for courier in self.couriers if courier.platform == platform)

    async def _give_up(self) -> None:
        """Without a thread that writes nothing is kept any more. All that was kept is on the disk: a process that ends
        here loses nothing, and is started anew by whoever started it."""
        if not self._writer.lives:
            log.critical("the thread that writes has ended, so this process ends too")
            self._end(BROKEN)

    @asynccontextmanager
    async def on_duty(self, host: str, port: int | None) -> AsyncIterator[None]:
        """Watch as long as this lasts; with a port, over HTTP too."""
        self._watch = Watch(self._parts, monotonic())
        pages = await self._open(host, port) if port else None
        tasks = [asyncio.create_task(self._look()), asyncio.create_task(self._tell())]
        systemd.notify("READY=1")
        try:
            yield
        finally:
            systemd.notify("STOPPING=1")
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)
            if pages:
                await pages.cleanup()
            await self._leave()

    async def _open(self, host: str, port: int) -> AppRunner:
        from adapters.web import Pages, open_pages

        runner = await open_pages(Pages(self.parts, self.numbers), host, port)
        log.info("telling how it is at http://%s:%d/healthz and /metrics", host, port)
        return runner

    def parts(self) -> dict[str, float]:
        """Each part with the seconds it has been stuck, 0 if it is well."""
        return dict.fromkeys(self._watch.parts, 0.0) | self._watch.stuck(monotonic())

    async def _look(self) -> None:
        """Look at the parts for ever, and mend. Systemd hears of it as often as it wants to."""
        patience = systemd.patience()
        pause = min(BEAT, patience / 3) if patience else BEAT
        while True:
            for part in self._watch.look(monotonic()):
                await self._mend(part)
            if self._watch.alive(monotonic()):
                systemd.notify("WATCHDOG=1")
            await asyncio.sleep(pause)

    async def _mend(self, part: Part) -> None:
        log.error("%s is stuck for %.0f s", part.name, self._watch.stuck(monotonic()).get(part.name, 0.0))
        if part.mend:
            try:
                async with asyncio.timeout(BEAT):
                    await part.mend()
            except Exception:
                log.exception("%s could not be mended", part.name)

    async def _tell(self) -> None:
        """Note in the database how it is, for /status and for other processes."""
        while True:
            told = {name: int(seconds) for name, seconds in self.parts().items()}
            pulse = Pulse(self.name, release(), self._since, self._now(), told)
            try:
                await asyncio.wrap_future(self._writer.do(lambda c: status.beat(c, pulse), quiet=True))  # noqa: B023
            except Exception as error:  # noqa: BLE001 - whatever the database raised: the next one follows
                log.warning("how it is could not be noted: %s", type(error).__name__)
            await asyncio.sleep(PULSE)

    async def _leave(self) -> None:
        with suppress(Exception):
            async with asyncio.timeout(PARTING):
                await asyncio.wrap_future(self._writer.do(lambda c: status.forget(c, self.name), quiet=True))

    async def numbers(self) -> list[Metric]:
        """All numbers of now; those of the database may be some seconds old, or older while it is away."""
        await self._read()
        sends = {each.platform: Sends(dict(each.counts), each.throttled) for each in self.couriers}
        hears = {ear.platform: Hears(self._age(ear), ear.hearer.restarts) for ear in self._ears}
        told = [*gauges.of_writer(self._writer.tally, self._writer.waiting), *gauges.of_platforms(sends, hears)]
        told += gauges.of_parts(self.parts())
        if self._figured:
            told += gauges.of_figures(self._figures, monotonic() - self._figured)
        return [*told, one("tuntun_start_time_seconds", "gauge", "When the process began", self._since.timestamp())]

    def _age(self, ear: Ear) -> float | None:
        answered = ear.answered()
        return (self._now() - answered).total_seconds() if answered else None

    async def _read(self) -> None:
        """Ask the database, unless it was asked a moment ago; whoever comes meanwhile waits for the same answer."""
        if self._figured and monotonic() - self._figured < FRESH:
            return
        if self._reading is None or self._reading.done():
            self._reading = asyncio.create_task(self._ask())
        await asyncio.wait({self._reading}, timeout=ANSWER)

    async def _ask(self) -> None:
        try:
            self._figures = await asyncio.to_thread(self._asked)
            self._figured = monotonic()
        except Exception as error:  # noqa: BLE001 - the numbers of before are told, with their age
            log.warning("the database did not give its numbers: %s", type(error).__name__)

    def _asked(self) -> Figures:
        with reading(self._database) as connection:
            return status.read_figures(connection, self._now())


def _healthy(hearer: Hearer) -> bool:
    return hearer.healthy


def several(kind: str) -> str:
    """The name of one of several processes."""
    return f"{kind} {socket.gethostname()}:{os.getpid()}"


def release() -> str:
    """Which version this is."""
    try:
        return version("tuntun")
    except PackageNotFoundError:
        return "?"
