"""The command line and the composition root: settings, database, house, engine, adapters that have a token, clock.

Exit codes: 0 done, 1 something failed, 2 the set-up or what was typed is wrong and was said.
"""

from __future__ import annotations

import asyncio
import logging
import os
import signal
import sys
import tempfile
from argparse import Namespace
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import Connection
from telegram.error import TelegramError

from adapters.chart import Line, progress_chart
from adapters.clock import Clock
from adapters.console import Console
from adapters.courier import UNLIMITED, Courier
from adapters.doctor import examine
from adapters.telegram.line import dial
from adapters.telegram.menu import set_menu, set_menu_for
from adapters.telegram.poller import Poller
from adapters.telegram.sender import TelegramSender
from bot.check import find_problems
from bot.cli import parser
from bot.engine import Engine
from bot.errors import Problem, Setup
from bot.findings import report
from bot.furnish import PROMPTS, furnish
from bot.house import House
from bot.logs import set_up_logs
from bot.messages import say
from bot.ports import Parcel
from bot.settings import Settings, read_settings
from bot.talk.phrases import Reader
from bot.talk.rendering import Shown, render
from storage import demo, due
from storage.checkup import checkup, running
from storage.counter import Counter
from storage.database import lock, open_database, sqlite_file
from storage.migrate import state, upgrade
from storage.post import Post
from storage.writer import Writer

log = logging.getLogger(__name__)

DEMO_START = datetime(2026, 11, 29, 8, 55, tzinfo=UTC)  # a Sunday, five minutes before the demo's check-ins in Jakarta
DEMO_TOKEN = b"tuntun demo code"
SCRIPT = PROMPTS / "demo.txt"
SOURCES = [Path(__file__).parent.parent / name for name in ("bot", "storage", "adapters")]


def now() -> datetime:
    """The moment it is."""
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Works:
    """The bot without a platform: what writes, what says, what posts."""

    writer: Writer
    house: House
    post: Post

    clock: Callable[[], datetime]

    def show(self, parcel: Parcel) -> Shown:
        """A message in its reader's words."""
        return render(parcel, self.house.phrases, self.clock())

    def tick(self) -> Future[tuple[int, datetime | None]]:
        """Settle some of what is due: how many rows that were, and when the next one is."""
        return self.writer.do(self._tick)

    def _tick(self, connection: Connection) -> tuple[int, datetime | None]:
        count = self.writer.core.tick(self.writer.desk(connection), self.clock())
        return count, due.earliest(connection)


@contextmanager
def works(settings: Settings, url: str, clock: Callable[[], datetime]) -> Iterator[Works]:
    """Everything but the platforms, on a database that is this process's alone if it is a file."""
    house = furnish(settings.PROMPTS or PROMPTS)
    database, path = open_database(url), sqlite_file(url)
    held = lock(path) if path else None
    if path:
        upgrade(database)
    elif (found := state(database)) != "current":
        raise Setup([Problem("DATABASE_URL", f"the database is {found}; run: python -m bot migrate")])
    writer = Writer(database, Engine(house), clock)
    writer.start()
    try:
        yield Works(writer, house, Post(writer, clock), clock)
    finally:
        writer.stop()
        database.dispose()
        if held:
            held.close()


async def serve(settings: Settings, token: str) -> None:
    """Run the bot until it is told to stop, then finish what is under way."""
    line = dial(token, settings.TELEGRAM_API_URL)
    with works(settings, settings.DATABASE_URL, now) as bot:
        poller = Poller(line, bot.writer.submit, now)
        await poller.start()
        sender = TelegramSender(
            line.bot,
            draw,
            lambda chat, who: set_menu_for(line.bot, chat, who["role"], who["locale"], bot.house.phrases),
        )
        courier = Courier(bot.post, sender, bot.show, now)
        clock = Clock(bot.tick, now, courier.wake)
        bot.writer.committed = lambda: _wake(courier, clock)
        carrying = asyncio.create_task(courier.run())
        await set_menu(line.bot, bot.house.phrases)
        clock.start()
        _on_signals(poller)
        log.info("Tuntun is here; Ctrl+C ends it")
        await poller.run()
        await clock.stop()
        await courier.stop()
        await carrying
        await line.bot.shutdown()


def _wake(courier: Courier, clock: Clock) -> None:
    """Something was written: there may be something to send, or something due earlier."""
    courier.wake()
    clock.wake()


def _on_signals(poller: Poller) -> None:
    loop = asyncio.get_running_loop()
    for name in (signal.SIGINT, signal.SIGTERM):
        with suppress(NotImplementedError):  # Windows: Ctrl+C raises instead
            loop.add_signal_handler(name, lambda: asyncio.ensure_future(poller.stop()))


def draw(content: dict[str, Any]) -> bytes:
    """The PNG of a progress chart."""
    lines = [
        Line(line["title"], tuple((date.fromisoformat(day), percent) for day, percent in line["points"]))
        for line in content["lines"]
    ]
    return progress_chart(content["title"], lines, content["locale"])


class DemoClock:
    """A clock that stands until it is moved."""

    def __init__(self) -> None:
        self.at = DEMO_START

    def __call__(self) -> datetime:
        return self.at


async def play(settings: Settings, folder: Path, lines: Iterable[str], *, echo: bool) -> None:
    """The whole bot in a terminal, on a demo programme of its own."""
    clock = DemoClock()
    with works(settings, f"sqlite:///{folder / 'demo.db'}", clock) as bot:
        people, token = bot.writer.do(lambda c: demo.seed(c, "console", DEMO_TOKEN, clock.at)).result()
        console = Console(bot.writer.submit, clock, people, f"(the code of your invitation: {token})")
        courier = Courier(bot.post, console, bot.show, clock, UNLIMITED, at_once=1)
        console.deliver = courier.drain
        console.pass_time = lambda span: _pass(bot, clock, courier, span)
        await console.run(lines, echo=echo)


async def _pass(bot: Works, clock: DemoClock, courier: Courier, span: timedelta) -> None:
    """Let time go by, with what is due at each moment happening at that moment."""
    end = clock.at + span
    while True:
        rows, due_at = await asyncio.wrap_future(bot.tick())
        await courier.drain()
        waiting = await bot.post.next_moment("console")
        moments = [moment for moment in (due_at, waiting) if moment and moment <= end]
        if not rows and not moments:
            break
        if moments:
            clock.at = max(clock.at, min(moments))
    clock.at = end


def run(_: Namespace) -> None:
    """`run`: the bot; without a token the demo, and without a terminal README's transcript."""
    settings = read_settings()
    set_up_logs(settings.LOG_LEVEL)
    if settings.TELEGRAM_TOKEN:
        asyncio.run(serve(settings, settings.TELEGRAM_TOKEN.get_secret_value()))
    else:
        _demo(settings, _typed() if sys.stdin.isatty() else SCRIPT.read_text(encoding="utf-8").splitlines())


def chat(_: Namespace) -> None:
    """`chat`: the demo, typed or piped."""
    _demo(read_settings(), _typed())


def _typed() -> Iterator[str]:
    """What is typed, until it ends."""
    with suppress(EOFError, KeyboardInterrupt):
        while True:
            yield input("> " if sys.stdin.isatty() else "")


def _demo(settings: Settings, lines: Iterable[str]) -> None:
    set_up_logs("WARNING")
    with tempfile.TemporaryDirectory(prefix="tuntun-demo-", ignore_cleanup_errors=True) as folder:
        asyncio.run(play(settings, Path(folder), lines, echo=not sys.stdin.isatty()))


def check(_: Namespace) -> None:
    """`check`: every mistake in words, forms and plans."""
    if problems := find_problems(read_settings().PROMPTS or PROMPTS, SOURCES):
        raise Setup(problems)
    print("words, forms and plans: all well")


def links() -> Callable[[str], str]:
    """How a token becomes a link that opens the bot; the bot's name is asked of Telegram, when that can be reached."""
    settings = read_settings()
    name = asyncio.run(_bot_name(settings)) if settings.TELEGRAM_TOKEN else "YOUR_BOT"
    return lambda token: f"https://t.me/{name}?start={token}"


async def _bot_name(settings: Settings) -> str:
    line = dial(
        settings.TELEGRAM_TOKEN.get_secret_value() if settings.TELEGRAM_TOKEN else "", settings.TELEGRAM_API_URL
    )
    try:
        return str((await line.bot.get_me()).username)
    except TelegramError:
        return "YOUR_BOT"
    finally:
        await line.bot.shutdown()


def doctor(_: Namespace) -> int:
    """`doctor`: what is wrong, and what to do; exit code 1 if anything is bad."""
    settings, token = read_settings(), None
    if settings.TELEGRAM_TOKEN:
        token = settings.TELEGRAM_TOKEN.get_secret_value()
    phrases = furnish(settings.PROMPTS or PROMPTS).phrases
    reader = Reader(phrases.nearest(os.environ.get("LANG", "")), "Asia/Jakarta", now())
    print(phrases.plain(say("doctor-begins"), reader), flush=True)
    busy = running(sqlite_file(settings.DATABASE_URL))
    telegram = asyncio.run(examine(token, now, running=busy, api=settings.TELEGRAM_API_URL))
    findings = checkup(settings.DATABASE_URL, now()) + telegram
    print(report(findings, phrases, reader))
    return int(any(finding.level == "bad" for finding in findings))


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; every problem of the set-up is printed, one a line."""
    office = Counter(now, links).runs()
    options = parser({"run": run, "chat": chat, "check": check, "doctor": doctor, **office}).parse_args(arguments)
    try:
        return int(options.run(options) or 0)
    except Setup as setup:
        print("\n".join(map(str, setup.problems)), file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main())
