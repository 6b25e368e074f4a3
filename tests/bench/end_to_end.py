"""From a message to its answer through a whole process: a made-up Telegram on loopback, which sets no limit.

Beside it, over the same Telegram, the check-in of python-telegram-bot that keeps its turns safe by hand (ptb.py).
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.bench.measure import quantile, rss
from tests.bench.people import Crowd, made
from tests.bench.table import Result
from tests.bench.turns import WEEK
from tests.fakes.telegram_people import Person
from tests.fakes.telegram_server import FakeTelegram
from tests.machine import PATIENT, TOKEN, Machine

AT_ONCE, MODERATE = 64, 20  # people; messages a second
GROUPS, WARM_UP = 6, 1  # of those people, one after the other, and how many do not count


class Program(Machine):
    """A bot in a process of its own, started by its module's name."""

    def __init__(self, folder: Path, server: FakeTelegram, *command: str, **words: str) -> None:
        super().__init__(folder, server, **words)
        self._command = command

    def starts(self) -> None:
        with (self.folder / "bot.log").open("ab") as log:
            self.process = subprocess.Popen(
                [sys.executable, "-m", *self._command],
                cwd=self.folder,
                env=self._environment({}),
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
            )


@dataclass(frozen=True, slots=True)
class Load:
    """What a bot did under load."""

    rate: float  # replies a second, many people at once
    cpu: float  # seconds of the processor a reply
    waits: list[float]  # seconds from a message to its answer, at moderate load
    held: float  # MB

    @property
    def latency(self) -> str:
        return f"{quantile(self.waits, 0.5) * 1e3:.0f} / {quantile(self.waits, 0.99) * 1e3:.0f} ms"


def replies(folder: Path, _: Crowd) -> Iterator[Result]:
    """Both bots, under the same load."""
    url = made(folder / "tuntun.db", AT_ONCE * (GROUPS + 1), due=False)
    ours = loaded(folder, ("tests.bench.unlimited",), DATABASE_URL=url)
    theirs = loaded(folder, ("tests.bench.ptb", "{url}", str(folder)))
    yield Result(
        "end to end: replies a second, no limit, 64 people at once",
        f"{ours.rate:,.0f}/s",
        f"python-telegram-bot, one transaction a turn by hand: {theirs.rate:,.0f}/s",
        f"{ours.rate / theirs.rate:.2f} x",
    )
    yield Result(
        "the same, processor time of a reply",
        f"{ours.cpu * 1e3:.2f} ms",
        f"{theirs.cpu * 1e3:.2f} ms",
        f"{theirs.cpu / ours.cpu:.2f} x",
    )
    yield Result(f"from message to answer at {MODERATE}/s, p50 / p99", ours.latency, theirs.latency)
    yield Result("memory of the process then", f"{ours.held:.0f} MB", f"{theirs.held:.0f} MB")


def loaded(folder: Path, command: tuple[str, ...], **words: str) -> Load:
    """Start a bot, put it under load, end it."""
    with FakeTelegram(TOKEN) as server:
        url = f"http://127.0.0.1:{server.port}"
        machine = Program(folder, server, *(word.format(url=url) for word in command), **words)
        people = [server.person(5_000_000_000 + number) for number in range(1, AT_ONCE * (GROUPS + 1) + 1)]
        for person in people:
            person.started = True
        try:
            machine.comes()
            assert machine.process
            return _load(server, people, machine.process.pid)
        finally:
            machine.close()


def _load(server: FakeTelegram, people: list[Person], pid: int) -> Load:
    rates, cpu = list[float](), list[float]()
    for group in range(GROUPS):
        begun, spent = time.monotonic(), _cpu(pid)
        _weeks(server, people[group * AT_ONCE : (group + 1) * AT_ONCE])
        count = AT_ONCE * len(WEEK)
        rates.append(count / (time.monotonic() - begun))
        cpu.append((_cpu(pid) - spent) / count)
    waits = _moderate(server, people[-AT_ONCE:])
    return Load(statistics.median(rates[WARM_UP:]), statistics.median(cpu[WARM_UP:]), waits, rss(pid))


def _weeks(server: FakeTelegram, people: list[Person]) -> None:
    """Check-ins of some, all of them at the same question."""
    for text in WEEK:
        sent = len(server.deliveries())
        for person in people:
            person.writes(text)
        server.wait_for(lambda world: len(world.deliveries()) >= sent + len(people), PATIENT)  # noqa: B023


def _moderate(server: FakeTelegram, people: list[Person]) -> list[float]:
    """Check-ins with a pause between any two messages."""
    written, begun = list[tuple[int, float]](), time.monotonic()
    for text in WEEK:
        for person in people:
            time.sleep(max(0.0, begun + len(written) / MODERATE - time.monotonic()))
            written.append((person.id, time.monotonic()))
            person.writes(text)
    end = server.deliveries()[-1].at
    server.wait_for(lambda world: world.deliveries()[-1].at >= end, PATIENT)
    time.sleep(1.0)
    sent: dict[int, list[float]] = {}
    for call in server.deliveries():
        sent.setdefault(call.chat, []).append(call.at)
    return [min(at for at in sent[chat] if at > then) - then for chat, then in written]


def _cpu(pid: int) -> float:
    """Seconds of the processor a process has had."""
    fields = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
