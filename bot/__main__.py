"""The command line and the composition root: settings, database, house, engine, adapters that have a token, clock.

Exit codes: 0 done, 1 something failed, 2 the set-up or what was typed is wrong and was said.
"""

from __future__ import annotations

import asyncio
import logging
import os
import sys
import tempfile
from argparse import Namespace
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from functools import partial
from itertools import chain
from pathlib import Path

from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError
from telegram.error import TelegramError

from adapters.console import Console
from adapters.courier.waits import quiet_until
from adapters.discord.checkup import examine_discord
from adapters.doctor import examine
from adapters.telegram.line import dial
from bot.check import find_problems
from bot.cli import parser
from bot.errors import Setup
from bot.findings import Finding, report
from bot.furnish import PROMPTS, furnish
from bot.logs import set_up_logs
from bot.messages import say
from bot.ports import Outcome, Parcel
from bot.serving import Works, now, serve, works
from bot.settings import Settings, read_settings
from bot.talk.phrases import Reader
from storage import demo, outbox
from storage.checkup import checkup, running
from storage.counter import Counter
from storage.database import sqlite_file, unusable

log = logging.getLogger(__name__)

DEMO_START = datetime(2026, 11, 29, 8, 55, tzinfo=UTC)  # a Sunday, five minutes before the demo's check-ins in Jakarta
AT_ONCE = 500  # messages of the demo
MEMORY = Path("/dev/shm")  # noqa: S108 - where Linux keeps files in memory
DEMO_TOKEN = b"tuntun demo code"
SCRIPT = PROMPTS / "demo.txt"
SOURCES = [Path(__file__).parent.parent / name for name in ("bot", "storage", "adapters")]


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
        hint = f"(the code of your invitation: {token})"
        console = Console(bot.writer.submit, clock, people, hint, load=bot.carry, folder=_received())
        bot.worker.world["fetch"] = lambda _, ref: Path(ref).read_bytes()
        console.deliver, console.bring = lambda: _deliver(bot, console), lambda: _bring_all(bot, console)
        await asyncio.to_thread(bot.worker.prepare)
        console.pass_time = lambda span: _pass(bot, clock, console, span)
        await console.run(lines, echo=echo)


def _received() -> Path:
    """Where files that come in the terminal are put down."""
    folder = Path(tempfile.gettempdir()) / "tuntun-received"
    folder.mkdir(mode=0o700, exist_ok=True)
    return folder


async def _deliver(bot: Works, console: Console) -> None:
    """Do what was asked for beside the conversation, and bring all that waits."""
    await asyncio.to_thread(bot.worker.drain)
    await _bring_all(bot, console)


async def _bring_all(bot: Works, console: Console) -> None:
    """All that waits, as many at once as there are people."""
    parcels = await bot.post.claim(console.platform, AT_ONCE, [])
    while parcels:
        done = [(parcel, _held(parcel, bot.clock()) or await _bring(bot, console, parcel)) for parcel in parcels]
        parcels = await asyncio.wrap_future(bot.writer.do(partial(_exchange, bot, console.platform, done)))


def _exchange(
    bot: Works, platform: str, done: Sequence[tuple[Parcel, Outcome]], connection: Connection
) -> list[Parcel]:
    """Keep what became of messages, and take the next, in one step."""
    outbox.record(connection, bot.house.plans, done, bot.clock())
    return outbox.claim(connection, platform, bot.clock(), AT_ONCE, [])


def _held(parcel: Parcel, now: datetime) -> Outcome | None:
    """What comes in somebody's quiet hours goes when they are over."""
    until = quiet_until(parcel, now)
    return Outcome("later", wait=(until - now).total_seconds(), why="quiet hours") if until else None


async def _bring(bot: Works, console: Console, parcel: Parcel) -> Outcome:
    return await console.send(parcel, bot.show(parcel))


async def _pass(bot: Works, clock: DemoClock, console: Console, span: timedelta) -> None:
    """Let time go by, with what is due at each moment happening at that moment."""
    end = clock.at + span
    while True:
        rows, due_at = await asyncio.wrap_future(bot.tick())
        await _deliver(bot, console)
        waiting, job = await bot.post.next_moment("console"), bot.next_job()
        moments = [moment for moment in (due_at, waiting, job) if moment and moment <= end]
        if not rows and not moments:
            break
        if moments:
            clock.at = max(clock.at, min(moments))
    clock.at = end


def run(_: Namespace) -> None:
    """`run`: the bot; without a token the demo, and without a terminal README's transcript."""
    settings = read_settings()
    tokens = [token.get_secret_value() for token in (settings.TELEGRAM_TOKEN, settings.DISCORD_TOKEN) if token]
    set_up_logs(settings.LOG_LEVEL, tokens, settings.LOG_FORMAT)
    if tokens:
        asyncio.run(serve(settings))
    else:
        _demo(settings, _typed() if sys.stdin.isatty() else SCRIPT.read_text(encoding="utf-8").splitlines())


def part(name: str) -> Callable[[Namespace], None]:
    """`web`, `worker`, `send`: one of several processes."""

    def run(_: Namespace) -> None:
        from bot import scaling

        settings = read_settings()
        tokens = [token.get_secret_value() for token in (settings.TELEGRAM_TOKEN, settings.DISCORD_TOKEN) if token]
        set_up_logs(settings.LOG_LEVEL, tokens, settings.LOG_FORMAT)
        asyncio.run({"web": scaling.hear_web, "worker": scaling.work, "send": scaling.send}[name](settings))

    return run


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
    light = MEMORY if MEMORY.is_dir() and os.access(MEMORY, os.W_OK) else None  # nothing of a demo has to last
    with tempfile.TemporaryDirectory(prefix="tuntun-demo-", dir=light, ignore_cleanup_errors=True) as folder:
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
    settings = read_settings()
    phrases = furnish(settings.PROMPTS or PROMPTS).phrases
    reader = Reader(phrases.nearest(os.environ.get("LANG", "")), "Asia/Jakarta", now())
    print(phrases.plain(say("doctor-begins"), reader), flush=True)
    findings = checkup(settings.DATABASE_URL, now()) + asyncio.run(_lines(settings))
    print(report(findings, phrases, reader))
    return int(any(finding.level == "bad" for finding in findings))


async def _lines(settings: Settings) -> list[Finding]:
    """What is found out about the lines to the platforms."""
    token, other = (
        each.get_secret_value() if each else None for each in (settings.TELEGRAM_TOKEN, settings.DISCORD_TOKEN)
    )
    busy = running(sqlite_file(settings.DATABASE_URL))
    found = await asyncio.gather(
        examine(token, now, running=busy, alone=not other, api=settings.TELEGRAM_API_URL), examine_discord(other)
    )
    return list(chain.from_iterable(found))


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; every problem of the set-up is printed, one a line."""
    office = Counter(now, links).runs()
    parts = {name: part(name) for name in ("web", "worker", "send")}
    options = parser({"run": run, **parts, "chat": chat, "check": check, "doctor": doctor, **office}).parse_args(
        arguments
    )
    try:
        return int(options.run(options) or 0)
    except Setup as setup:
        print("\n".join(map(str, setup.problems)), file=sys.stderr)
        return 2
    except DBAPIError as error:
        if not (problem := unusable(error)):
            raise
        print(problem, file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main())
