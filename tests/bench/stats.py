"""How long /stats, its sheets and the list of pairs take: python -m tests.bench.stats [people] [months].

On a made-up programme of the size DESIGN 9 names (38,000 people are 21,000 pairs), beside what a night works out
ahead. Each is read five times; the median counts.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any

from sqlalchemy import Connection, Engine

from bot.furnish import furnish
from bot.mentoring.calendar import local_date
from bot.mentoring.metrics import span, usual
from bot.mentoring.people import Facts, Membership, Person, Programme
from bot.messages import Incoming
from storage import post  # noqa: F401 - with it everything that reads and writes is there
from storage.database import open_database, reading
from storage.jobs import Shop, Task
from storage.migrate import upgrade
from storage.seed import seed
from storage.staff.metrics import read_figures
from storage.staff.metrics_each import Scope
from storage.staff.metrics_nightly import keep_figures
from storage.staff.pairs import read_list, read_one
from storage.staff.stats_sheets import funnel, read_goals, read_mentors, read_weeks
from storage.writes import Book, apply

NOW = datetime(2026, 11, 24, 5, tzinfo=UTC)
ZONE = "Asia/Jakarta"
RUNS = 5
PEOPLE, MONTHS = 38_000, 4


def night(database: Engine, now: datetime) -> float:
    """What is kept each night; how long it took, in seconds."""
    begun = perf_counter()
    with database.begin() as connection:
        task = Task(0, "figures", {}, 0, 0, "", "", "", "", "id", now)
        effects = keep_figures(Shop(connection, furnish(), now, task))
        nobody = Incoming("bench", "", "", "", "other", now)
        kept = [(0, nobody, effect) for effect in effects if type(effect).__name__.startswith("Keep")]
        apply(Book(connection, {}, now), kept)
    return perf_counter() - begun


def reads(connection: Connection) -> dict[str, Callable[[], Any]]:
    """What is measured, by name."""
    days = usual(local_date(NOW, ZONE))
    scope = Scope(connection, 1, span(days, ZONE, NOW))
    owner = Membership(1, Programme(1, "bench", "Bench"), "owner", "active")
    facts = Facts(NOW, local_date(NOW, ZONE), Person(1), owner, subject="1")
    listed = Facts(NOW, local_date(NOW, ZONE), Person(1), owner)
    return {
        "/stats": lambda: read_figures(connection, 1, days, NOW),
        "/stats funnel": lambda: funnel(scope),
        "/stats goals": lambda: read_goals(scope, days, NOW, names=True),
        "/stats mentors": lambda: read_mentors(scope, NOW, names=True),
        "/stats chart": lambda: read_weeks(scope, ZONE, NOW),
        "/pairs": lambda: read_list(connection, listed),
        "/pair": lambda: read_one(connection, facts),
    }


def timed(work: Callable[[], Any]) -> float:
    """Milliseconds."""
    begun = perf_counter()
    work()
    return (perf_counter() - begun) * 1000


def main() -> None:
    """Make the programme, let two nights pass, measure."""
    people, months = (*map(int, sys.argv[1:3]), PEOPLE, MONTHS)[:2] if len(sys.argv) > 2 else (PEOPLE, MONTHS)
    with tempfile.TemporaryDirectory() as folder:
        database = open_database(f"sqlite:///{Path(folder) / 'bench.db'}")
        upgrade(database)
        with database.begin() as connection:
            _, rows = seed(connection, people, months, NOW)
        print(f"{rows['pair']:,} pairs, {rows['checkin']:,} check-ins, {rows['formresponse']:,} answers")
        for back in (7, 0):
            print(f"a night: {night(database, NOW - timedelta(days=back)):.1f} s")
        with reading(database) as connection:
            for name, work in reads(connection).items():
                print(f"{name:16} {median(timed(work) for _ in range(RUNS)):7.1f} ms")
        database.dispose()


if __name__ == "__main__":
    main()
