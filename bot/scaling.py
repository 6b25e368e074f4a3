"""The bot in several processes on one PostgreSQL: `web` hears Telegram by webhook, `worker` does what is due and what
takes long, `send` speaks, one process a platform at a time. With `__main__` and `serving` it composes the parts."""

from __future__ import annotations

import asyncio
import logging
import secrets
import signal
import zlib
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager, contextmanager, nullcontext, suppress
from functools import partial
from typing import TypeAlias

from aiohttp import web
from telegram.error import TelegramError

from adapters.clock import Clock
from adapters.courier import Courier
from adapters.telegram import files
from adapters.telegram.inbox import Inbox
from adapters.telegram.line import Line, dial
from adapters.telegram.menu import set_menu, set_menu_for
from adapters.telegram.sender import TelegramSender
from adapters.telegram.webhook import PATH, Webhook, announce, door
from bot.drawing import draw
from bot.errors import Problem, Setup
from bot.serving import Works, discord, link, now, prepare_python, wake, works
from bot.settings import Settings
from bot.watching import Watchman, of_clock, of_worker, several
from storage.bell import bell, ring
from storage.database import sqlite_file
from storage.lease import LOOK, SENDERS, WORKERS, Lease
from storage.leased import LeasedPost, LeasedSender
from storage.worker import Worker

log = logging.getLogger(__name__)

GRACE = 10.0  # seconds for requests under way at the end
FETCHING = 60.0  # seconds for a file from a platform


@contextmanager
def _shared(settings: Settings, woken: Callable[[], None] | None = None) -> Iterator[Works]:
    """Everything but the platforms, in one of several processes that wake each other."""
    if sqlite_file(settings.DATABASE_URL):
        raise Setup(
            [Problem("DATABASE_URL", "several processes need PostgreSQL; with a SQLite file: python -m bot run")]
        )
    with works(settings, settings.DATABASE_URL, now, shared=True) as bot:
        bot.writer.before_commit = ring
        with bell(bot.database, woken) if woken else nullcontext():
            yield bot


def _token(settings: Settings) -> str:
    if settings.TELEGRAM_TOKEN is None:
        raise Setup([Problem("TELEGRAM_TOKEN", "is needed to hear Telegram")])
    return settings.TELEGRAM_TOKEN.get_secret_value()


async def hear_web(settings: Settings) -> None:
    """`web`: hear Telegram by webhook until told to stop. Any number of these may share an address."""
    if settings.WEBHOOK_URL == "" or settings.WEBHOOK_SECRET is None:
        raise Setup([Problem("WEBHOOK_URL", "and WEBHOOK_SECRET are needed; see docs/operations.md")])
    secret, line = settings.WEBHOOK_SECRET.get_secret_value(), dial(_token(settings), settings.TELEGRAM_API_URL)
    stop = _signals()
    with _shared(settings) as bot:
        inbox = Inbox(line.bot, bot.writer.submit, now)
        runner = web.AppRunner(door(Webhook(inbox, secret)), access_log=None, shutdown_timeout=GRACE)
        await runner.setup()
        await web.TCPSite(runner, settings.WEBHOOK_HOST, settings.WEBHOOK_PORT).start()
        prepare_python()
        telling = asyncio.create_task(_tell(line, inbox, settings.WEBHOOK_URL, secret))
        log.info("hearing Telegram at %s:%d%s", settings.WEBHOOK_HOST, settings.WEBHOOK_PORT, PATH)
        watchman = Watchman(several("web"), bot.writer, bot.database, now)
        try:
            async with watchman.on_duty(settings.HEALTH_HOST, settings.HEALTH_PORT):
                await _told_to_stop(stop, telling)
        finally:
            telling.cancel()
            await runner.cleanup()
            await inbox.settle(3)
            await line.bot.shutdown()


async def _tell(line: Line, inbox: Inbox, url: str, secret: str) -> None:
    inbox.me = await announce(line.bot, url, secret)


async def work(settings: Settings) -> None:
    """`worker`: what is due, and what takes long, until told to stop. Any number of these may run."""
    stop, sleepers = _signals(), list[Clock | Worker]()
    with _shared(settings, lambda: wake(*sleepers)) as bot:
        lease = Lease(bot.database, WORKERS, secrets.randbelow(2**31 - 1) + 1)
        if not await asyncio.to_thread(lease.held):
            raise RuntimeError("a number of this size was drawn twice")
        bot.worker.holder = lease.number
        clock = Clock(bot.tick, now, bot.worker.wake)
        sleepers += [clock, bot.worker]
        _reach_platforms(bot)
        prepare_python()
        await asyncio.to_thread(bot.worker.start)
        clock.start()
        tasks = [asyncio.create_task(_stay(lease))]
        if settings.TELEGRAM_TOKEN:
            line = dial(_token(settings), settings.TELEGRAM_API_URL)
            bot.carriers["telegram"] = partial(files.fetch, line.bot)
            tasks.append(asyncio.create_task(_name(bot, line)))
        log.info("working, as number %d", lease.number)
        parts = [*of_clock(clock), *of_worker(bot.worker)]
        watchman = Watchman(several("worker"), bot.writer, bot.database, now, parts)
        try:
            async with watchman.on_duty(settings.HEALTH_HOST, settings.HEALTH_PORT):
                await _told_to_stop(stop, *tasks)
        finally:
            await clock.stop()
            await asyncio.to_thread(bot.worker.stop)
            for task in tasks:
                task.cancel()
            await asyncio.to_thread(lease.close)


def _reach_platforms(bot: Works) -> None:
    """Jobs, which run in threads, fetch files by way of this loop."""
    loop = asyncio.get_running_loop()

    def fetch(platform: str, ref: str) -> bytes:
        return asyncio.run_coroutine_threadsafe(bot.carry(platform, ref), loop).result(FETCHING)

    bot.worker.world["fetch"] = fetch


async def _stay(lease: Lease) -> None:
    """Be known as alive; after the database was away, again."""
    while True:
        await asyncio.to_thread(lease.held)
        await asyncio.sleep(LOOK)


async def _name(bot: Works, line: Line) -> None:
    """Learn the bot's name, for links."""
    while True:
        with suppress(Exception):
            await line.bot.initialize()
            bot.worker.world["link"] = partial(link, line.bot.username)
            return
        await asyncio.sleep(10)


async def send(settings: Settings) -> None:
    """`send`: speak on every platform that has a token, as long as no other process does, until told to stop."""
    stop, couriers = _signals(), list[Courier]()
    with _shared(settings, lambda: wake(*couriers)) as bot:
        tokens = {"telegram": settings.TELEGRAM_TOKEN, "discord": settings.DISCORD_TOKEN}
        leases = {name: _lease(bot, token.get_secret_value()) for name, token in tokens.items() if token}
        lead = {"telegram": partial(_speak_telegram, bot, settings), "discord": partial(_speak_discord, bot, settings)}
        tasks = [asyncio.create_task(_lead(lease, lead[name], couriers)) for name, lease in leases.items()]
        prepare_python()
        watchman = Watchman(several("send"), bot.writer, bot.database, now)
        watchman.couriers = couriers
        log.info("ready to send, when no other process does")
        try:
            async with watchman.on_duty(settings.HEALTH_HOST, settings.HEALTH_PORT):
                await _told_to_stop(stop, *tasks)
        finally:
            await asyncio.gather(*(courier.stop() for courier in couriers))
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)
            for lease in leases.values():
                await asyncio.to_thread(lease.close)


Speak: TypeAlias = Callable[[Lease, list[Courier]], AbstractAsyncContextManager[None]]


async def _lead(lease: Lease, speak: Speak, couriers: list[Courier]) -> None:
    """Speak while the lease is ours, for ever. Whoever takes over begins with an empty allowance."""
    while True:
        while not await asyncio.to_thread(lease.held):  # noqa: ASYNC110 - another process has it
            await asyncio.sleep(LOOK)
        log.info("sending, as number %d", lease.number)
        async with speak(lease, couriers):
            while await asyncio.to_thread(lease.kept):  # noqa: ASYNC110 - only the database knows
                await asyncio.sleep(LOOK)
        log.warning("not sending any more, as number %d: another process may", lease.number)


@asynccontextmanager
async def _carrying(courier: Courier, couriers: list[Courier]) -> AsyncIterator[None]:
    couriers.append(courier)
    carrying = asyncio.create_task(courier.run())
    try:
        yield
    finally:
        await courier.stop()
        carrying.cancel()
        couriers.remove(courier)


@asynccontextmanager
async def _speak_telegram(bot: Works, settings: Settings, lease: Lease, couriers: list[Courier]) -> AsyncIterator[None]:
    line, phrases = dial(_token(settings), settings.TELEGRAM_API_URL), bot.house.phrases
    sender = TelegramSender(
        line.bot,
        partial(draw, phrases),
        lambda chat, who: set_menu_for(line.bot, chat, who["role"], who["locale"], phrases),
        carry=bot.carry,
    )
    bot.carriers["telegram"] = partial(files.fetch, line.bot)
    menu = asyncio.create_task(_menu(line, bot))
    post = LeasedPost(bot.writer, now, lease)
    try:
        async with _carrying(Courier(post, LeasedSender(sender, lease), bot.show, now), couriers):
            yield
    finally:
        menu.cancel()
        await line.bot.shutdown()


async def _menu(line: Line, bot: Works) -> None:
    with suppress(TelegramError):  # it stands from the last time
        await set_menu(line.bot, bot.house.phrases)


@asynccontextmanager
async def _speak_discord(bot: Works, settings: Settings, lease: Lease, couriers: list[Courier]) -> AsyncIterator[None]:
    """Discord's gateway hears and speaks: all of it belongs to who holds the lease."""
    token = settings.DISCORD_TOKEN.get_secret_value() if settings.DISCORD_TOKEN else ""
    platform = discord(bot, token, LeasedPost(bot.writer, now, lease), partial(LeasedSender, lease=lease))
    hearing = asyncio.create_task(_run(platform.run))
    try:
        async with _carrying(platform.courier, couriers):
            yield
    finally:
        await platform.stop()
        hearing.cancel()


async def _run(what: Callable[[], Awaitable[None]]) -> None:
    try:
        await what()
    except Exception:
        log.exception("Discord has ended by an error nobody expected")
        raise


def _lease(bot: Works, token: str) -> Lease:
    """The lease of who sends with this token; its number says nothing of the token."""
    return Lease(bot.database, SENDERS, zlib.crc32(token.encode()) & 0x7FFFFFFF)


def _signals() -> asyncio.Event:
    """Set by the signal to stop; heard from now on, also while a process is still beginning."""
    stop, loop = asyncio.Event(), asyncio.get_running_loop()
    for name in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(name, stop.set)
    return stop


async def _told_to_stop(stop: asyncio.Event, *tasks: asyncio.Task[None]) -> None:
    """Wait for a signal; one of these tasks that ends by an error ends all."""
    stopped = asyncio.create_task(stop.wait())
    waiting: set[asyncio.Future[None]] = {stopped, *tasks}  # type: ignore[arg-type]
    while not stopped.done():
        done, waiting = await asyncio.wait(waiting, return_when=asyncio.FIRST_COMPLETED)
        for task in done - {stopped}:
            if error := task.exception():
                raise error
