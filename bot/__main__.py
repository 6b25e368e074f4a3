"""The command line and the composition root: settings, database, house, engine, adapters that have a token, clock.

Exit codes: 0 done, 1 something failed, 2 the set-up or what was typed is wrong and was said.
"""

from __future__ import annotations

import argparse
import asyncio
import csv
import secrets
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from bot.errors import Problem, Setup
from bot.mentoring.plans import read_span
from bot.settings import Settings, read_settings


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; every problem of the set-up is printed, one a line."""
    options = _parser().parse_args(arguments)
    try:
        return int(options.run(options) or 0)
    except Setup as setup:
        for problem in setup.problems:
            print(problem, file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        return 130


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m bot", description="Tuntun, a mentoring programme that lives in chat.")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    def add(name: str, run: Callable[[argparse.Namespace], int | None], about: str) -> argparse.ArgumentParser:
        command = commands.add_parser(name, help=about, description=about)
        command.set_defaults(run=run)
        return command

    add("run", _run, "start the bot; without a token, the demo")
    add("chat", _chat, "try the whole bot in this terminal")
    add("check", _check, "find every mistake in words, forms and plans")
    add("migrate", _migrate, "bring the database up to date")
    programme = add("programme", _programme, "make a programme")
    programme.add_argument("action", choices=["create"])
    programme.add_argument("name")
    programme.add_argument("--zone", default="Asia/Jakarta")
    programme.add_argument("--locale", choices=["id", "en"], default="id")
    programme.add_argument("--organiser", default="", help="who runs it, as people will read it")
    programme.add_argument("--from", dest="starts", type=date.fromisoformat, metavar="YYYY-MM-DD")
    programme.add_argument("--until", dest="ends", type=date.fromisoformat, metavar="YYYY-MM-DD")
    invite = add("invite", _invite, "print an invitation: token, Telegram link, Discord code")
    invite.add_argument("--role", choices=["owner", "coordinator", "mentor", "mentee"], required=True)
    invite.add_argument("--programme", metavar="SLUG")
    invite.add_argument("--uses", type=int, default=1)
    invite.add_argument("--expires", type=_span, default=timedelta(days=14), metavar="14d")
    pair = add("pair", _pair, "make a mentor and a mentee a pair")
    pair.add_argument("mentor")
    pair.add_argument("mentee")
    people = add("import", _import, "invite everybody in a CSV file; prints a personal link for each")
    people.add_argument("file", type=Path)
    people.add_argument("--programme", metavar="SLUG")
    replay = add("replay", _replay, "run a stored conversation again and show where it stands")
    replay.add_argument("conversation", type=int)
    backup = add("backup", _backup, "copy the database while the bot runs")
    backup.add_argument("file", type=Path)
    add("doctor", _doctor, "say what is wrong with this set-up, and what to do")
    return parser


def _span(text: str) -> timedelta:
    try:
        return read_span(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from None


def now() -> datetime:
    """The moment it is."""
    return datetime.now(UTC)


@contextmanager
def _office() -> Iterator[Any]:
    """A connection in a transaction, on an up-to-date database, for a command that writes."""
    from storage.database import open_database
    from storage.migrate import upgrade

    database = open_database(read_settings().DATABASE_URL)
    upgrade(database)
    with database.begin() as connection:
        yield connection
    database.dispose()


def _run(_: argparse.Namespace) -> int:
    from bot.serving import serve

    settings = read_settings()
    if settings.TELEGRAM_TOKEN:
        return asyncio.run(serve(settings, now))
    return _demo(settings, sys.stdin if sys.stdin.isatty() else _script())


def _script() -> Iterator[str]:
    """What is typed in README's transcript."""
    yield from (Path(__file__).parent.parent / "prompts" / "demo.txt").read_text(encoding="utf-8").splitlines()


def _chat(_: argparse.Namespace) -> int:
    return _demo(read_settings(), sys.stdin)


def _demo(settings: Settings, lines: Any) -> int:
    from bot.serving import demo

    with tempfile.TemporaryDirectory(prefix="tuntun-demo-") as folder:
        return asyncio.run(demo(settings, Path(folder), lines, echo=not sys.stdin.isatty()))


def _check(_: argparse.Namespace) -> int:
    from bot.check import find_problems
    from bot.furnish import PROMPTS

    problems = find_problems(read_settings().PROMPTS or PROMPTS, Path(__file__).parent)
    if problems:
        raise Setup(problems)
    print("words, forms and plans: all well")
    return 0


def _migrate(_: argparse.Namespace) -> None:
    with _office():
        print("the database is up to date")


def _programme(options: argparse.Namespace) -> None:
    from storage.office import create_programme

    with _office() as connection:
        slug = create_programme(
            connection,
            options.name,
            zone=options.zone,
            locale=options.locale,
            starts=options.starts,
            ends=options.ends,
            organiser=options.organiser,
            now=now(),
        )
    print(f"programme {slug} is ready; next: python -m bot invite --role owner --programme {slug}")


def _invite(options: argparse.Namespace) -> None:
    from storage.office import invite

    with _office() as connection:
        token = invite(
            connection,
            options.role,
            options.programme,
            options.uses,
            options.expires,
            draw=secrets.token_bytes(16),
            now=now(),
        )
    print(f"token:    {token}\ntelegram: {_link(token)}\ndiscord:  /link {token}")


def _link(token: str) -> str:
    """The link that opens the bot with a token; the bot's name is asked of Telegram, when there is a connection."""
    from bot.serving import bot_name

    return f"https://t.me/{asyncio.run(bot_name(read_settings())) or 'YOUR_BOT'}?start={token}"


def _pair(options: argparse.Namespace) -> None:
    from storage.office import pair

    with _office() as connection:
        pair(connection, options.mentor, options.mentee, now=now())
    print(f"{options.mentor} and {options.mentee} are a pair")


def _import(options: argparse.Namespace) -> int:
    from storage.office import import_people, read_people

    try:
        rows, problems = read_people(options.file.read_bytes())
    except OSError as error:
        raise Setup([Problem(str(options.file), error.strerror or "cannot be read")]) from None
    with _office() as connection:
        done = import_people(connection, rows, options.programme, draw=secrets.token_bytes, now=now())
    name = asyncio.run(_bot_name())
    writer = csv.writer(sys.stdout)
    writer.writerow(["name", "role", "link"])
    for each in done:
        writer.writerow([each.name, each.role, f"https://t.me/{name}?start={each.token}" if each.token else each.problem])
    for problem in problems:
        print(problem, file=sys.stderr)
    return 1 if problems else 0


async def _bot_name() -> str:
    from bot.serving import bot_name

    return await bot_name(read_settings()) or "YOUR_BOT"


def _replay(options: argparse.Namespace) -> int:
    from bot.serving import replay

    return replay(read_settings(), options.conversation)


def _backup(options: argparse.Namespace) -> None:
    from storage.backup import backup

    backup(read_settings().DATABASE_URL, options.file)
    print(f"backed up to {options.file}")


def _doctor(_: argparse.Namespace) -> int:
    from bot.serving import examine

    return asyncio.run(examine(read_settings(), now()))


if __name__ == "__main__":
    sys.exit(main())
