"""A machine the bot is installed on: a folder with its database, and `python -m bot` as an operator calls it there.

The process is the real one; only the Telegram it is told to talk to is made up.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cached_property
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Engine, delete, select, update

from bot.mentoring import people
from bot.mentoring.planning import next_checkin
from storage import due, tables
from storage.database import open_database, reading
from storage.rows import table
from tests.fakes.telegram_people import Person
from tests.fakes.telegram_server import FakeTelegram
from tests.house.sources import ROOT
from tests.town import Town, settled

TOKEN = "7000000001:" + "Ab3_-x9" * 5  # as long as one of Telegram's
MENTEE, MENTOR, COORDINATOR = 5_000_000_001, 6_000_000_001, 7_000_000_002  # their first ids, past what 32 bits hold
PATIENT = 60.0  # seconds for anything a process does; a shared machine is slow now and then


@dataclass(frozen=True)
class Life:
    """One process, from its start to its end, in seconds of time.monotonic()."""

    pid: int
    began: float
    ended: float
    code: int


class Machine:
    """`words` are settings beside those of the database and of the fake Telegram."""

    def __init__(self, folder: Path, server: FakeTelegram | None = None, file: str = "tuntun.db", **words: str) -> None:
        self.folder, self.file, self.server = folder, folder / file, server
        self.lives: list[Life] = []
        self.settings = {"DATABASE_URL": f"sqlite:///{self.file}", "LANG": "en_GB.UTF-8"}
        if server:
            self.settings |= {"TELEGRAM_TOKEN": server.token, "TELEGRAM_API_URL": f"http://127.0.0.1:{server.port}"}
        self.settings |= words
        self.process: subprocess.Popen[bytes] | None = None
        self._began = 0.0

    def bot(self, *words: str, said: str = "", **settings: str) -> subprocess.CompletedProcess[str]:
        """A command, run to its end; `said` is piped into it."""
        return subprocess.run(
            [sys.executable, "-m", "bot", *words],
            cwd=self.folder,
            env=self._environment(settings),
            input=said,
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=PATIENT,
            check=False,
        )

    def does(self, *words: str, said: str = "", **settings: str) -> str:
        """What a command prints that ends well."""
        done = self.bot(*words, said=said, **settings)
        assert (done.returncode, "Traceback" in done.stderr) == (0, False), done.stdout + done.stderr
        return done.stdout

    def _environment(self, settings: dict[str, str]) -> dict[str, str]:
        """Nothing of whoever runs the tests, who may have a token of their own."""
        kept = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT", "TMPDIR") if name in os.environ}
        ours = {"HOME": str(self.folder), "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"}
        return kept | ours | self.settings | settings

    def starts(self) -> None:
        """Start the bot. What it says of itself is added to one file over all its lives."""
        assert self.process is None, "one process a file"
        self._began = time.monotonic()
        with (self.folder / "bot.log").open("ab") as log:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "bot", "run"],
                cwd=self.folder,
                env=self._environment({}),
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
            )

    def comes(self) -> None:
        """Start the bot and wait until it reads messages."""
        server = self.server
        assert server is not None
        polls = len(server.calls("getUpdates"))
        self.starts()
        server.wait_for(lambda _: len(server.calls("getUpdates")) > polls, PATIENT, lambda: self.log)

    @property
    def runs(self) -> bool:
        """Whether the process is there."""
        return self.process is not None and self.process.poll() is None

    @property
    def log(self) -> str:
        """All that the process has said."""
        path = self.folder / "bot.log"
        return path.read_text(encoding="utf-8") if path.exists() else ""

    def kills(self) -> None:
        """End the process as a power cut would."""
        self._end(signal.SIGKILL)

    def stops(self) -> Life:
        """Ask the process to end, as systemd, Docker and Ctrl+C do."""
        return self._end(signal.SIGTERM)

    def ends(self) -> Life:
        """Wait for the process to end by itself."""
        return self._end(None)

    def _end(self, how: signal.Signals | None) -> Life:
        process = self.process
        assert process is not None, "nothing runs"
        if how is not None:
            process.send_signal(how)
        code = process.wait(PATIENT)
        self.process = None
        self.lives.append(Life(process.pid, self._began, time.monotonic(), code))
        return self.lives[-1]

    def close(self) -> None:
        """Leave nothing running."""
        if self.process:
            self.kills()
        if "database" in self.__dict__:
            self.database.dispose()

    @cached_property
    def database(self) -> Engine:
        """The same file, read and written beside the bot."""
        return open_database(self.settings["DATABASE_URL"])

    def rows(self, model: type[tables.Row], **where: Any) -> list[Any]:
        """Rows as they are on the disk."""
        source = table(model)
        query = select(source).where(*(source.c[name] == value for name, value in where.items()))
        with reading(self.database) as connection:
            return list(connection.execute(query))

    def says(self, words: str) -> None:
        """Wait until the process has said something."""
        end = time.monotonic() + PATIENT
        while words not in self.log:
            assert time.monotonic() < end, self.log
            assert self.runs, self.log
            time.sleep(0.05)

    def people(self, *names: str, mentor: str = "", coordinator: str = "") -> list[Person]:
        """Mentees with a goal, a mentor and a coordinator, who went through the real conversations before the bot ran
        here."""
        assert self.server is not None
        found = {MENTEE + number: name for number, name in enumerate(names)}
        with settled(self.folder) as town:
            town.now = datetime.now(UTC)
            town.programme()
            for account, name in found.items():
                town.with_goal(str(account), name)
            if mentor:
                town.mentor(str(MENTOR), mentor)
            if coordinator:
                _coordinator(town, coordinator)
        (self.folder / "town.db").rename(self.file)
        found |= {MENTOR: mentor} if mentor else {}
        found |= {COORDINATOR: coordinator} if coordinator else {}
        there = [self.server.person(account, name) for account, name in found.items()]
        for person in there:
            person.started = True
        return there

    def plans_checkin(self, who: Person, at: datetime) -> None:
        """Have somebody's weekly check-in fall due at a moment. They live where it is afternoon now, not in quiet
        hours."""
        zone = f"Etc/GMT{(datetime.now(UTC).hour - 15 + 12) % 24 - 12:+d}"
        there = at.astimezone(ZoneInfo(zone))
        number = self.rows(tables.Account, external_id=str(who.id))[0].person_id
        person = people.Person(number, zone=zone, checkin_day=there.weekday(), checkin_clock=there.time())
        row = next_checkin(person, at - timedelta(seconds=1))
        kept = {"zone": zone, "checkin_day": there.weekday(), "checkin_clock": f"{there:%H:%M}"}
        with self.database.begin() as connection:
            connection.execute(update(table(tables.Person)).where(table(tables.Person).c.id == number).values(kept))
            connection.execute(delete(table(tables.Due)).where(table(tables.Due).c.person_id == number))
            due.plan(connection, [row])


def _coordinator(town: Town, name: str) -> None:
    rina = town.citizen(str(COORDINATOR))
    rina.writes(f"/start {town.invite('coordinator')}")
    rina.does("[Setuju]", name, "[WIB]")


def sent(server: FakeTelegram, rest: float = 1.5) -> int:
    """How many messages have been sent, once none has come for a while."""
    count = -1
    while count < len(server.deliveries()):
        count = len(server.deliveries())
        time.sleep(rest)
    return count
