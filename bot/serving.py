"""The bot on its platforms: one database, one writer, one clock, and a courier for each platform that has a token.

With `__main__` the composition root: these two may import everything. A platform that fails leaves the others alone.
"""

from __future__ import annotations

import asyncio
import gc
import logging
import signal
import sys
from collections.abc import Awaitable, Callable, Iterator
from concurrent.futures import Future
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import partial

from sqlalchemy import Connection
from sqlalchemy import Engine as Database

from adapters.clock import Clock
from adapters.courier import Courier, Limits
from adapters.telegram import files
from adapters.telegram.line import dial
from adapters.telegram.menu import set_menu, set_menu_for
from adapters.telegram.poller import Poller
from adapters.telegram.sender import TelegramSender
from bot.drawing import draw
from bot.engine import Engine
from bot.errors import Problem, Setup
from bot.furnish import PROMPTS, furnish
from bot.house import House
from bot.ports import Lost, Parcel, Sender
from bot.settings import Settings
from bot.talk.rendering import Shown, render
from bot.watching import Ear, Watchman, of_clock, of_worker
from storage import due, jobs
from storage.database import lock, open_database, reading, sqlite_file
from storage.files import HOUSE, read_file
from storage.lease import place
from storage.meeting import Meetings
from storage.migrate import state, upgrade
from storage.post import Post
from storage.rooms import StoredRooms
from storage.worker import Worker
from storage.writer import Writer

log = logging.getLogger(__name__)

FETCHING = 60.0  # seconds for a file from a platform
AGAIN = 5.0  # seconds until a platform that broke begins anew
PARTING = 3.0  # seconds at the end for messages that wait to be sent
DISCORD = Limits(overall=45, chat_rate=1.0, chat_burst=4, group_minute=1000)  # Discord: 50/s; 5 in 5 s a channel


def now() -> datetime:
    """The moment it is."""
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Works:
    """The bot without a platform: what writes, what says, what posts."""

    writer: Writer
    house: House
    post: Post
    database: Database
    clock: Callable[[], datetime]
    worker: Worker
    carriers: dict[str, Callable[[str], Awaitable[bytes]]] = field(default_factory=dict)

    async def carry(self, platform: str, ref: str) -> bytes:
        """A file that lies on a platform, for another one."""
        if platform not in self.carriers:
            raise Lost(f"{platform} is not connected")
        return await self.carriers[platform](ref)

    def show(self, parcel: Parcel) -> Shown:
        """A message in its reader's words."""
        return render(parcel, self.house.phrases, self.clock())

    def next_job(self) -> datetime | None:
        """When the next job beside the conversations is to be done."""
        with reading(self.database) as connection:
            return jobs.next_moment(connection)

    def tick(self) -> Future[tuple[int, datetime | None]]:
        """Settle some of what is due: how many rows that were, and when the next one is."""
        return self.writer.do(self._tick)

    def _tick(self, connection: Connection) -> tuple[int, datetime | None]:
        count = self.writer.core.tick(self.writer.desk(connection), self.clock())
        return count, due.earliest(connection)


@contextmanager
def works(settings: Settings, url: str, clock: Callable[[], datetime], *, shared: bool = False) -> Iterator[Works]:
    """Everything but the platforms, on a database that is this process's alone unless it is to be shared."""
    house = furnish(settings.PROMPTS or PROMPTS)
    database, path = open_database(url), sqlite_file(url)
    held = lock(path) if path else place(database, shared=shared)
    if path:
        upgrade(database)
    elif (found := state(database)) != "current":
        raise Setup([Problem("DATABASE_URL", f"the database is {found}; run: python -m bot migrate")])
    writer = Writer(database, Engine(house), clock, Meetings(settings.MEETING_URL))
    writer.start()
    worker = Worker(writer, partial(reading, database), clock)
    bot = Works(writer, house, Post(writer, clock), database, clock, worker)
    bot.carriers[HOUSE] = lambda ref: asyncio.to_thread(read_file, database, ref)
    try:
        yield bot
    finally:
        worker.stop()
        writer.stop()
        held.close()
        database.dispose()


@dataclass(frozen=True, slots=True)
class Platform:
    """A platform that has a token: what hears there, and the courier that speaks."""

    name: str
    courier: Courier
    run: Callable[[], Awaitable[None]]
    stop: Callable[[], Awaitable[None]]
    close: Callable[[], Awaitable[None]]
    ear: Ear | None = None


def telegram(bot: Works, settings: Settings, token: str) -> Platform:
    """Telegram: its own long poll."""
    line = dial(token, settings.TELEGRAM_API_URL)
    poller = Poller(line, bot.writer.submit, now)
    sender = TelegramSender(
        line.bot,
        partial(draw, bot.house.phrases),
        lambda chat, who: set_menu_for(line.bot, chat, who["role"], who["locale"], bot.house.phrases),
        carry=bot.carry,
    )
    bot.carriers["telegram"] = partial(files.fetch, line.bot)

    async def run() -> None:
        await poller.start()
        bot.worker.world["link"] = lambda token: link(line.bot.username, token)
        await set_menu(line.bot, bot.house.phrases)
        await poller.run()

    ear = Ear("telegram", poller, lambda: poller.last_success)
    return Platform("Telegram", Courier(bot.post, sender, bot.show, now), run, poller.stop, line.bot.shutdown, ear)


def link(name: str, token: str) -> str:
    """A token as a link that opens the bot on Telegram."""
    return f"https://t.me/{name}?start={token}"


def discord(
    bot: Works, token: str, post: Post | None = None, guard: Callable[[Sender], Sender] | None = None
) -> Platform:
    """Discord: its gateway. Its library is heavy: half a second of every start and command without it."""
    from adapters.discord.gateway import Desk
    from adapters.discord.running import Discord
    from adapters.discord.sender import DiscordSender, fetcher

    rooms = StoredRooms(bot.writer, bot.database, now)
    line = Discord(token, Desk(bot.writer.submit, now, rooms, bot.house.phrases))
    sender = DiscordSender(lambda: line.client, line.places, now, partial(draw, bot.house.phrases), bot.carry)
    bot.carriers["discord"] = fetcher(lambda: line.client)
    courier = Courier(post or bot.post, guard(sender) if guard else sender, bot.show, now, DISCORD)
    return Platform("Discord", courier, line.run, line.stop, _nothing, Ear("discord", line))


async def _nothing() -> None:
    """Nothing is left to close."""


async def serve(settings: Settings) -> None:
    """Run the bot on every platform that has a token until it is told to stop, then finish what is under way."""
    with works(settings, settings.DATABASE_URL, now) as bot:
        platforms = []
        if settings.TELEGRAM_TOKEN:
            platforms.append(telegram(bot, settings, settings.TELEGRAM_TOKEN.get_secret_value()))
        if settings.DISCORD_TOKEN:
            platforms.append(discord(bot, settings.DISCORD_TOKEN.get_secret_value()))
        prepare_python()
        await _together(bot, settings, platforms)


def prepare_python() -> None:
    """What was made up to here stays: Python's collector need not go through it again, nor look at every batch for
    cycles that are hardly ever there (a fifth of the time of a batch of reminders). And the event loop waits one
    millisecond for its turn beside the writer's thread, not five."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 20)
    sys.setswitchinterval(0.001)


async def _together(bot: Works, settings: Settings, platforms: list[Platform]) -> None:
    couriers = [each.courier for each in platforms]
    clock = Clock(bot.tick, now, lambda: wake(*couriers, bot.worker))
    bot.writer.committed = lambda: wake(*couriers, clock, bot.worker)
    bot.worker.done = lambda: wake(*couriers, clock, bot.worker)
    bot.worker.world["fetch"] = partial(_fetched, bot, asyncio.get_running_loop())
    await asyncio.to_thread(bot.worker.start)
    carrying = [asyncio.create_task(courier.run()) for courier in couriers]
    clock.start()
    _on_signals(platforms)
    log.info("Tuntun is here, on %s; Ctrl+C ends it", " and ".join(each.name for each in platforms))
    watchman = Watchman("run", bot.writer, bot.database, now, [*of_clock(clock), *of_worker(bot.worker)])
    watchman.hear(each.ear for each in platforms if each.ear)
    watchman.couriers = couriers
    try:
        async with watchman.on_duty(settings.HEALTH_HOST, settings.HEALTH_PORT):
            await hear(platforms)
    finally:
        await clock.stop()
        await asyncio.to_thread(bot.worker.stop)
        await asyncio.gather(*map(_part, couriers))
        await asyncio.gather(*carrying, return_exceptions=True)
        await asyncio.gather(*(each.close() for each in platforms), return_exceptions=True)


def _fetched(bot: Works, loop: asyncio.AbstractEventLoop, platform: str, ref: str) -> bytes:
    """A file that lies on a platform, for a thread that waits."""
    return asyncio.run_coroutine_threadsafe(bot.carry(platform, ref), loop).result(FETCHING)


async def _part(courier: Courier) -> None:
    """Send what is owed, for a moment: who has just written should not wait for the next start."""
    with suppress(Exception):  # what could not be sent goes then
        async with asyncio.timeout(PARTING):
            await courier.drain()
    await courier.stop()


async def hear(platforms: list[Platform]) -> None:
    """Hear on all platforms until told to stop. One that fails is told of; only when none is left is it the end."""
    failed = await asyncio.gather(*(_heard(each) for each in platforms))
    if platforms and all(failed):
        raise next(error for error in failed if error)


async def _heard(platform: Platform) -> Exception | None:
    while True:
        try:
            await platform.run()
        except Setup as setup:
            log.error("%s is not available: %s", platform.name, setup)  # noqa: TRY400 - the operator's, not ours
            return setup
        except Exception:
            log.exception("%s has ended by an error nobody expected; it begins anew", platform.name)
            await asyncio.sleep(AGAIN)
        else:
            return None


def wake(*sleepers: Courier | Clock | Worker) -> None:
    """Something was written: there may be something to send, to do, or due earlier."""
    for each in sleepers:
        each.wake()


def _on_signals(platforms: list[Platform]) -> None:
    loop = asyncio.get_running_loop()

    def stop() -> None:
        for platform in platforms:
            stopping.add(asyncio.ensure_future(platform.stop()))

    stopping: set[asyncio.Future[None]] = set()
    for name in (signal.SIGINT, signal.SIGTERM):
        with suppress(NotImplementedError):  # Windows: Ctrl+C raises instead
            loop.add_signal_handler(name, stop)
