"""The command line's words: which commands there are and what they take. What they do is the composition root's."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Mapping
from datetime import date, timedelta
from pathlib import Path
from typing import TypeAlias

from bot.mentoring.plans import read_span

Runs: TypeAlias = Mapping[str, Callable[[argparse.Namespace], "int | None"]]


def parser(runs: Runs) -> argparse.ArgumentParser:
    """The parser, with the function that runs each command."""
    words = argparse.ArgumentParser(
        prog="python -m bot", description="Tuntun, a mentoring programme that lives in chat."
    )
    commands = words.add_subparsers(required=True, metavar="COMMAND")

    def add(name: str, about: str) -> argparse.ArgumentParser:
        command = commands.add_parser(name, help=about, description=about)
        command.set_defaults(run=runs[name])
        return command

    add("run", "start the bot; without a token, the demo")
    add("web", "hear Telegram by webhook, as one of several processes on PostgreSQL")
    add("worker", "do what is due and what takes long, as one of several processes")
    add("send", "speak on the platforms, one process at a time")
    add("chat", "try the whole bot in this terminal")
    add("check", "find every mistake in words, forms and plans")
    add("migrate", "bring the database up to date")
    _programme(add("programme", "make a programme"))
    invite = add("invite", "print an invitation: token, Telegram link, Discord code")
    invite.add_argument("--role", choices=["owner", "coordinator", "viewer", "mentor", "mentee"], required=True)
    invite.add_argument("--programme", metavar="SLUG")
    invite.add_argument("--uses", type=int, default=1)
    invite.add_argument("--expires", type=_span, default=timedelta(days=14), metavar="14d")
    pair = add("pair", "make a mentor and a mentee a pair")
    pair.add_argument("mentor")
    pair.add_argument("mentee")
    people = add("import", "invite everybody in a CSV or XLSX file; prints a personal link for each")
    people.add_argument("file", type=Path)
    people.add_argument("--programme", metavar="SLUG")
    seed = add("seed", "make a programme of made-up people, to look around in; nobody is written to")
    seed.add_argument("--people", type=_count, default=200, metavar="N", help="mentees and mentors together")
    seed.add_argument("--months", type=_months, default=4, metavar="M", help="how long it has run")
    replay = add("replay", "run a stored conversation again and show where it stands")
    replay.add_argument("conversation", type=int)
    backup = add("backup", "copy the database while the bot runs")
    backup.add_argument("file", type=Path)
    carried = add("move", "carry everything into another, empty database, and compare; the bot stands still meanwhile")
    carried.add_argument("source", help="sqlite:///FILE or postgresql://USER:PASSWORD@HOST/NAME")
    carried.add_argument("target", help="the same; it becomes DATABASE_URL afterwards")
    add("doctor", "say what is wrong with this set-up, and what to do")
    return words


def _programme(programme: argparse.ArgumentParser) -> None:
    programme.add_argument("action", choices=["create"])
    programme.add_argument("name")
    programme.add_argument("--zone", default="Asia/Jakarta")
    programme.add_argument("--locale", choices=["id", "en"], default="id")
    programme.add_argument("--joining", choices=["code", "approval", "open"], default="code", help="who may come in")
    programme.add_argument("--organiser", default="", help="who runs it, as people will read it")
    programme.add_argument("--from", dest="starts", type=date.fromisoformat, metavar="YYYY-MM-DD")
    programme.add_argument("--until", dest="ends", type=date.fromisoformat, metavar="YYYY-MM-DD")


def _count(text: str) -> int:
    return _between(text, 2, 1_000_000)


def _months(text: str) -> int:
    return _between(text, 1, 60)


def _between(text: str, least: int, most: int) -> int:
    if not text.isdecimal() or not least <= int(text) <= most:
        raise argparse.ArgumentTypeError(f"expected a number from {least} to {most}, not {text!r}")
    return int(text)


def _span(text: str) -> timedelta:
    try:
        return read_span(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from None
