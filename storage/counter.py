"""What an operator asks for on the command line and the database answers: programmes, invitations, pairs, backups."""

from __future__ import annotations

import os
import secrets
import sys
from argparse import Namespace
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, select

from bot.cli import Runs
from bot.errors import Problem, Setup
from bot.furnish import PROMPTS, furnish
from bot.messages import Say
from bot.settings import read_settings
from bot.talk.phrases import Phrases, Reader
from bot.talk.talk import stand
from storage import office, tables
from storage.backup import backup
from storage.database import open_database, reading
from storage.migrate import upgrade
from storage.move import move
from storage.people_file import read_list, write_people
from storage.people_import import import_people
from storage.rows import table, talk_of
from storage.seed import seed
from storage.status import note_backup


@contextmanager
def desk() -> Iterator[Connection]:
    """A transaction on an up-to-date database, for a command that writes beside a running bot."""
    database = open_database(read_settings().DATABASE_URL)
    try:
        upgrade(database)
        with database.begin() as connection:
            yield connection
    finally:
        database.dispose()


@dataclass(frozen=True, slots=True)
class Counter:
    """The commands. `links` makes the function that turns a token into a link; it may ask Telegram for the bot's
    name."""

    now: Callable[[], datetime]
    links: Callable[[], Callable[[str], str]]

    def runs(self) -> Runs:
        """Each command by its name."""
        return {
            "migrate": self.migrate,
            "programme": self.programme,
            "invite": self.invite,
            "pair": self.pair,
            "import": self.invite_all,
            "seed": self.seed,
            "replay": self.replay,
            "backup": self.backup,
            "move": self.move,
        }

    def migrate(self, _: Namespace) -> None:
        """Bring the database to the newest tables."""
        with desk():
            print("the database is up to date")

    def programme(self, options: Namespace) -> None:
        """Make a programme."""
        given = {
            name: getattr(options, name)
            for name in ("name", "zone", "locale", "starts", "ends", "organiser", "joining")
        }
        with desk() as connection:
            slug = office.create_programme(connection, **given, now=self.now())
        print(f"programme {slug} is ready; next: python -m bot invite --role owner --programme {slug}")

    def invite(self, options: Namespace) -> None:
        """Print an invitation."""
        draw = secrets.token_bytes(16)
        with desk() as connection:
            token = office.invite(
                connection, options.role, options.programme, options.uses, options.expires, draw, self.now()
            )
        print(f"token:    {token}\ntelegram: {self.links()(token)}\ndiscord:  /link {token}")

    def pair(self, options: Namespace) -> None:
        """Make two people a pair."""
        with desk() as connection:
            paired = office.pair(connection, options.mentor, options.mentee, self.now())
        words = self._words()
        print("\n".join(map(words, paired.said())))

    def invite_all(self, options: Namespace) -> int:
        """Invite everybody in a file; their links as CSV, what is wrong with it beside."""
        rows, flaws = read_list(_bytes(options.file))
        with desk() as connection:
            invited = import_people(connection, rows, options.programme, lambda: secrets.token_bytes(16), self.now())
        words = self._words()
        print(write_people(invited, self.links(), words), end="")
        print(*(words(flaw.said()) for flaw in flaws), sep="\n", end="\n" if flaws else "", file=sys.stderr)
        return 2 if flaws else 0

    def seed(self, options: Namespace) -> None:
        """Make a programme of made-up people."""
        with desk() as connection:
            slug, rows = seed(connection, options.people, options.months, self.now())
        print(f"programme {slug}: " + ", ".join(f"{count} {name}" for name, count in rows.items()))
        print(f"to look around in it: python -m bot invite --role owner --programme {slug}")

    def replay(self, options: Namespace) -> None:
        """Run a stored conversation again: its answers, its open question, or what it raises."""
        house, database = furnish(read_settings().PROMPTS or PROMPTS), open_database(read_settings().DATABASE_URL)
        with reading(database) as connection:
            row = _talk(connection, options.conversation)
        database.dispose()
        if row is None:
            raise Setup([Problem(str(options.conversation), "there is no open conversation of this number")])
        talk = talk_of(row)
        place = stand(house.flows[talk.flow].run, talk.facts, talk.answers)
        print(
            f"{talk.flow} {talk.subject}".strip(),
            *(f"{key} = {value!r}" for key, value in talk.answers.items()),
            sep="\n",
        )
        print(f"open: {place.question.key}" if place.question else f"finished: {place.effects}")

    def backup(self, options: Namespace) -> None:
        """Copy the database while the bot runs."""
        url = read_settings().DATABASE_URL
        backup(url, options.file)
        note_backup(url, self.now())
        print(f"backed up to {options.file}")

    def move(self, options: Namespace) -> None:
        """Carry everything into another database."""
        moved = move(
            options.source, options.target, lambda each: print(f"{each.table:<20}{each.rows:>9}  {each.checksum}")
        )
        print(
            f"all of it is there, {sum(each.rows for each in moved)} rows compared; set DATABASE_URL to the target now"
        )

    def _words(self) -> Callable[[Say], str]:
        """Sentences of prompts/ in the operator's language."""
        phrases: Phrases = furnish(read_settings().PROMPTS or PROMPTS).phrases
        reader = Reader(phrases.nearest(os.environ.get("LANG", "")), "UTC", self.now())
        return lambda line: phrases.plain(line, reader)


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise Setup([Problem(str(path), error.strerror or "cannot be read")]) from None


def _talk(connection: Connection, number: int) -> Any:
    talk = table(tables.Conversation)
    return connection.execute(select(talk).where(talk.c.id == number, talk.c.state != "closed")).first()
