"""The bot in several processes on one PostgreSQL: `web` hears Telegram by webhook, `worker` does what is due and what
takes long, `send` speaks, one process a platform at a time. With `__main__` and `serving` it composes the parts."""

from __future__ import annotations

import asyncio
import logging
import secrets
import signal
import zlib
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager, suppress
from functools import partial

from aiohttp import web

from adapters.clock import Clock
from adapters.courier import Courier
from adapters.telegram import files
from adapters.telegram.inbox import Inbox
from adapters.telegram.line import Line, dial
from adapters.telegram.menu import set_menu, set_menu_for
from adapters.telegram.sender import TelegramSender
from adapters.telegram.webhook import LARGEST, Webhook, announce
from bot.errors import Problem, Setup
from bot.serving import Works, discord, draw, link, now, prepare_python, wake, works
from bot.settings import Settings
from storage.bell import Bell, ring
from storage.database import sqlite_file
from storage.lease import LOOK, SENDERS, WORKERS, Lease
from storage.leased import LeasedPost, LeasedSender
from storage.worker import Worker

log = logging.getLogger(__name__)

PATH = "/telegram"
GRACE = 10.0  # seconds for requests under way at the end


@contextmanager
def _shared(settings: Settings, woken: Callable[[], None]) -> Iterator[Works]:
    """Everything but the platforms, in one of several processes that wake each other."""
    if sqlite_file(settings.DATABASE_URL):
        raise Setup(
            [Problem("DATABASE_URL", "several processes need PostgreSQL; with a SQLite file: python -m bot run")]
        )
    with works(settings, settings.DATABASE_URL, now) as bot:
        bot.writer.before_commit = ring
        bell = Bell(bot.database, woken)
        bell.start()
        try:
            yield bot
        finally:
            bell.stop()


def _token(settings: Settings) -> str:
    if settings.TELEGRAM_TOKEN is None:
        raise Setup([Problem("TELEGRAM_TOKEN", "is needed to hear Telegram")])
    return settings.TELEGRAM_TOKEN.get_secret_value()


async def hear_web(settings: Settings) -> None:
    """`web`: hear Telegram by webhook until told to stop. Any number of these may share an address."""
    if settings.WEBHOOK_URL == "" or settings.WEBHOOK_SECRET is None:
        raise Setup([Problem("WEBHOOK_URL", "and WEBHOOK_SECRET are needed; see docs/operations.md")])
    secret, line = settings.WEBHOOK_SECRET.get_secret_value(), dial(_token(settings), settings.TELEGRAM_API_URL)
    with _shared(settings, lambda: None) as bot:
        inbox = Inbox(line.bot, bot.writer.submit, now)
        app = web.Application(client_max_size=LARGEST)
        app.router.add_post(PATH, Webhook(inbox, secret).hear)
        runner = web.AppRunner(app, access_log=None, shutdown_timeout=GRACE)
        await runner.setup()
        await web.TCPSite(runner, settings.WEBHOOK_HOST, settings.WEBHOOK_PORT).start()
        prepare_python()
        telling = asyncio.create_task(_tell(line, inbox, settings.WEBHOOK_URL, secret))
        log.info("hearing Telegram at %s:%d%s", settings.WEBHOOK_HOST, settings.WEBHOOK_PORT, PATH)
        await _told_to_stop(telling)
        telling.cancel()
        await runner.cleanup()
        await inbox.settle(3)
        await line.bot.shutdown()


async def _tell(line: Line, inbox: Inbox, url: str, secret: str) -> None:
    inbox.me = await announce(line.bot, url.rstrip("/") + PATH, secret)


async def work(settings: Settings) -> None:
    """`worker`: what is due, and what takes long, until told to stop. Any number of these may run."""
    sleepers: list[Clock | Worker] = []
    with _shared(settings, lambda: wake(*sleepers)) as bot:
        lease = Lease(bot.database, WORKERS, secrets.randbelow(2**31 - 1) + 1)
        if not await asyncio.to_thread(lease.held):
            raise RuntimeError("a number of this size was drawn twice")
        bot.worker.holder = lease.number
        line = dial(_token(settings), settings.TELEGRAM_API_URL)
        bot.carriers["telegram"] = partial(files.fetch, line.bot)
        loop = asyncio.get_running_loop()
        bot.worker.world["fetch"] = lambda platform, ref: asyncio.run_coroutine_threadsafe(
            bot.carry(platform, ref), loop
        ).result(60)
        clock = Clock(bot.tick, now, bot.worker.wake)
        sleepers += [clock, bot.worker]
        prepare_python()
        await asyncio.to_thread(bot.worker.start)
        clock.start()
        naming = asyncio.create_task(_name(bot, line))
        log.info("working, as number %d", lease.number)
        await _told_to_stop(naming)
        naming.cancel()
        await clock.stop()
        await asyncio.to_thread(bot.worker.stop)
        await asyncio.to_thread(lease.release)


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
    couriers: list[Courier] = []
    with _shared(settings, lambda: wake(*couriers)) as bot:
        tasks = []
        if settings.TELEGRAM_TOKEN:
            tasks.append(asyncio.create_task(_speak_telegram(bot, settings, couriers)))
        if settings.DISCORD_TOKEN:
            tasks.append(asyncio.create_task(_speak_discord(bot, settings, couriers)))
        prepare_python()
        await _told_to_stop(*tasks)
        for courier in couriers:
            await courier.stop()
        for task in tasks:
            task.cancel()


async def _speak_telegram(bot: Works, settings: Settings, couriers: list[Courier]) -> None:
    """Send whenever the lease is ours, with a courier of its own each time."""
    token = _token(settings)
    line, lease = dial(token, settings.TELEGRAM_API_URL), _sender(bot, token)
    bot.carriers["telegram"] = partial(files.fetch, line.bot)
    sender = TelegramSender(
        line.bot,
        partial(draw, bot.house.phrases),
        lambda chat, who: set_menu_for(line.bot, chat, who["role"], who["locale"], bot.house.phrases),
        carry=bot.carry,
    )
    while True:
        while not await asyncio.to_thread(lease.held):  # noqa: ASYNC110 - another process has it
            await asyncio.sleep(LOOK)
        courier = Courier(LeasedPost(bot.writer, now, lease), LeasedSender(sender, lease), bot.show, now)
        couriers.append(courier)
        log.info("sending on Telegram")
        carrying = asyncio.create_task(courier.run())
        with suppress(Exception):
            await set_menu(line.bot, bot.house.phrases)
        while await asyncio.to_thread(lease.kept):  # noqa: ASYNC110 - as long as it is ours
            await asyncio.sleep(LOOK)
        couriers.remove(courier)
        await courier.stop()
        carrying.cancel()


async def _speak_discord(bot: Works, settings: Settings, couriers: list[Courier]) -> None:
    """Discord's gateway hears and speaks: all of it belongs to who holds the lease."""
    token = settings.DISCORD_TOKEN.get_secret_value() if settings.DISCORD_TOKEN else ""
    lease = _sender(bot, token)
    while not await asyncio.to_thread(lease.held):  # noqa: ASYNC110 - another process has it
        await asyncio.sleep(LOOK)
    platform = discord(bot, token)
    couriers.append(platform.courier)
    carrying = asyncio.create_task(platform.courier.run())
    hearing = asyncio.create_task(_run(platform.run))
    while not hearing.done() and await asyncio.to_thread(lease.held):  # noqa: ASYNC110 - the same
        await asyncio.sleep(LOOK)
    await platform.stop()
    await platform.courier.stop()
    carrying.cancel()


async def _run(what: Callable[[], Awaitable[None]]) -> None:
    await what()


def _sender(bot: Works, token: str) -> Lease:
    """The lease of who sends with this token; its number says nothing of the token."""
    return Lease(bot.database, SENDERS, zlib.crc32(token.encode()) & 0x7FFFFFFF)


async def _told_to_stop(*tasks: asyncio.Task[None]) -> None:
    """Wait for a signal; one of these tasks that ends by an error ends all."""
    stop, loop = asyncio.Event(), asyncio.get_running_loop()
    for name in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(name, stop.set)
    stopped = asyncio.create_task(stop.wait())
    waiting: set[asyncio.Future[None]] = {stopped, *tasks}  # type: ignore[arg-type]
    while not stopped.done():
        done, waiting = await asyncio.wait(waiting, return_when=asyncio.FIRST_COMPLETED)
        for task in done - {stopped}:
            if error := task.exception():
                raise error
