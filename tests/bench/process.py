"""The real process over a fake Telegram on real HTTP: how soon it is there, what it holds, how fast it sends."""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from bot.messages import REMINDER, Outgoing, Screen, say
from storage import tables
from storage.bulk import insert_many
from storage.database import open_database
from storage.rows import out_row
from tests.bench.measure import quantile, rss, spread
from tests.bench.people import Crowd, build
from tests.bench.table import Result
from tests.fakes.telegram_people import Person
from tests.fakes.telegram_rules import Limits
from tests.fakes.telegram_server import FakeTelegram
from tests.machine import TOKEN, Machine

TIMES = 5  # starts
WARM_UP, WINDOW = 4.0, 20.0  # seconds before and while sending is measured
LIBRARIES = "import sqlmodel, alembic, telegram, discord, apscheduler.schedulers.asyncio, fluent.runtime, babel.dates"


def starts(folder: Path, crowd: Crowd) -> Iterator[Result]:
    """From nothing to the first question to Telegram: on no database at all, and on one with very many due rows."""
    imports = [_imported() for _ in range(TIMES)]
    empty = [_start(folder, f"empty-{number}.db") for number in range(TIMES)]
    full = [_start(crowd.folder, crowd.file.name) for _ in range(TIMES)]
    for what, spent in (("an empty database", empty), (f"{crowd.people:,} due rows", full)):
        yield Result(
            f"start to the first poll, {what}",
            f"{spread(spent)} s",
            f"importing the libraries: {statistics.median(imports):.2f} s",
            f"{statistics.median(imports) / statistics.median(spent):.2f} x",
            "< 2 s",
            statistics.median(spent) < 2,
        )


def _imported() -> float:
    begun = time.perf_counter()
    subprocess.run([sys.executable, "-c", LIBRARIES], check=True)
    return time.perf_counter() - begun


def _start(folder: Path, file: str) -> float:
    with FakeTelegram(TOKEN) as server:
        machine = Machine(folder, server, file)
        begun = time.monotonic()
        machine.comes()
        first = server.calls("getUpdates")[0].at
        machine.stops()
    return first - begun


def holds(folder: Path, _: Crowd) -> Iterator[Result]:
    """What the process holds after the check-ins of two hundred people."""
    with FakeTelegram(TOKEN) as server:
        people = _people(server, 200)
        build(folder / "tuntun.db", len(people))
        machine = Machine(folder, server)
        machine.comes()
        for text in ("/checkin", "75", "4", "kirim draf", "lewati"):
            sent = len(server.deliveries())
            for person in people:
                person.writes(text)
            server.wait_for(lambda world: len(world.deliveries()) >= sent + len(people), 60)  # noqa: B023
        assert machine.process
        held = rss(machine.process.pid)
        machine.stops()
    yield Result(
        "memory of the process", f"{held:.0f} MB", f"libraries alone: {_libraries():.0f} MB", "", "< 150 MB", held < 150
    )


def _libraries() -> float:
    code = f"{LIBRARIES}; from tests.bench.measure import rss; print(rss())"
    return float(subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout)


def _people(server: FakeTelegram, count: int) -> list[Person]:
    people = [server.person(5_000_000_000 + number) for number in range(1, count + 1)]
    for person in people:
        person.started = True
    return people


def sends(folder: Path, _: Crowd) -> Iterator[Result]:
    """At the platform's limit: a long queue of reminders, and people who write meanwhile."""
    with FakeTelegram(TOKEN) as server:
        server.limits = Limits()
        people = _people(server, 1_500)
        writing, waiting = people[:40], people[40:]
        _queue(build(folder / "tuntun.db", len(people), due=False), waiting)
        machine = Machine(folder, server)
        machine.comes()
        time.sleep(WARM_UP)
        written = _write(server, writing)
        time.sleep(1)
        machine.stops()
        yield from _sent(server, written)


def _queue(path: Path, people: list[Person]) -> None:
    """A reminder for each, waiting in the outbox."""
    now, screen = datetime.now(UTC), Screen((say("remind-checkin-no-goal", name="Sari"),))
    rows: list[dict[str, Any]] = [
        out_row(Outgoing("telegram", str(person.id), screen, number, REMINDER, locale="id"), now, None)
        for number, person in enumerate(people)
    ]
    database = open_database(f"sqlite:///{path}")
    with database.begin() as connection:
        insert_many(connection, tables.Outbox, rows)
    database.dispose()


def _write(server: FakeTelegram, people: list[Person]) -> list[tuple[int, float]]:
    """Somebody writes twice a second; who, and when."""
    written, end = list[tuple[int, float]](), time.monotonic() + WINDOW
    while time.monotonic() < end:
        person = people[len(written) % len(people)]
        written.append((person.id, time.monotonic()))
        person.writes("/help")
        time.sleep(0.5)
    return written


def _sent(server: FakeTelegram, written: list[tuple[int, float]]) -> Iterator[Result]:
    begun, sent = written[0][1], server.deliveries()
    rate = sum(begun <= call.at < begun + WINDOW for call in sent) / WINDOW
    waits = [min(call.at for call in sent if call.chat == chat and call.at > at) - at for chat, at in written]
    limit, slow, refused = Limits().overall_per_second, quantile(waits, 0.95), server.count_429
    yield Result(
        "sending at Telegram's limit",
        f"{rate:.1f}/s",
        f"the limit: {limit}/s",
        f"{rate / limit:.2f} x",
        ">= 0.98 x",
        rate >= 0.98 * limit,
    )
    yield Result("the same: refused as too many", f"{refused}", "", "", "0", refused == 0)
    yield Result("an answer behind that queue, p95", f"{slow:.2f} s", "", "", "< 0.3 s", slow < 0.3)
