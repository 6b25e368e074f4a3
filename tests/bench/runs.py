"""The benchmarks by name. Each runs in a process of its own, so that none inherits another's memory."""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import tempfile
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import TypeAlias

from tests.bench import (
    beside,
    end_to_end,
    export,
    growth,
    kills,
    matching,
    people_desk,
    process,
    reminders,
    risk,
    stats,
    turns,
)
from tests.bench.people import SERVER, Crowd
from tests.bench.table import Result
from tests.postgres import Server

Bench: TypeAlias = Callable[[Path, Crowd], Iterator[Result]]

BENCHES: dict[str, Bench] = {
    "turns": beside.together,
    "alone": turns.alone,
    "memory": turns.memory,
    "size": turns.size,
    "growth": growth.grown,
    "reminders": reminders.at_once,
    "end-to-end": end_to_end.replies,
    "sending": process.sends,
    "process": process.holds,
    "start": process.starts,
    "stats": stats.figures,
    "desk": people_desk.pages,
    "at-risk": risk.at_risk,
    "export": export.exported,
    "matching": matching.whole_pools,
    "kills": kills.killed,
}
ON_SERVER = ("turns", "alone", "growth", "reminders", "end-to-end", "stats")  # those that differ there
SAFE = {"fsync": "on", "full_page_writes": "on", "synchronous_commit": "on", "max_wal_size": "2GB"}


def run(name: str, crowd: Crowd) -> list[Result]:
    """One benchmark, in this process."""
    with tempfile.TemporaryDirectory(prefix=f"tuntun-bench-{name}-") as folder:
        return list(BENCHES[name](Path(folder), crowd))


def run_apart(name: str, crowd: Crowd) -> list[Result]:
    """One benchmark, in a process of its own."""
    with ProcessPoolExecutor(1, multiprocessing.get_context("spawn")) as pool:
        return pool.submit(run, name, crowd).result()


@contextlib.contextmanager
def server_for(database: str) -> Iterator[None]:
    """While within, the databases of benchmarks are on a server of their own, if that is what is measured; what it says
    is safe is on its disk."""
    if database == "sqlite":
        yield
        return
    server = Server.planned()
    try:
        server.start(**SAFE)
        os.environ[SERVER] = str(server.folder)
        yield
    finally:
        os.environ.pop(SERVER, None)
        server.stop()
