"""The benchmarks by name. Each runs in a process of its own, so that none inherits another's memory."""

from __future__ import annotations

import multiprocessing
import tempfile
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import TypeAlias

from tests.bench import export, matching, process, reminders, risk, turns
from tests.bench.people import Crowd
from tests.bench.table import Result

Bench: TypeAlias = Callable[[Path, Crowd], Iterator[Result]]

BENCHES: dict[str, Bench] = {
    "turns": turns.together,
    "alone": turns.alone,
    "memory": turns.memory,
    "size": turns.size,
    "reminders": reminders.at_once,
    "sending": process.sends,
    "process": process.holds,
    "start": process.starts,
    "at-risk": risk.at_risk,
    "export": export.exported,
    "matching": matching.whole_pools,
}


def run(name: str, crowd: Crowd) -> list[Result]:
    """One benchmark, in this process."""
    with tempfile.TemporaryDirectory(prefix=f"tuntun-bench-{name}-") as folder:
        return list(BENCHES[name](Path(folder), crowd))


def run_apart(name: str, crowd: Crowd) -> list[Result]:
    """One benchmark, in a process of its own."""
    with ProcessPoolExecutor(1, multiprocessing.get_context("spawn")) as pool:
        return pool.submit(run, name, crowd).result()
