"""Measuring: time of the wall and of the processor, memory, how late the event loop is, and on what machine."""

from __future__ import annotations

import asyncio
import contextlib
import os
import platform
import sqlite3
import statistics
import time
from collections.abc import AsyncIterator, Callable, Sequence
from dataclasses import dataclass, field
from importlib.metadata import version
from pathlib import Path
from typing import NamedTuple

LIBRARIES = ("sqlalchemy", "sqlmodel", "python-telegram-bot", "apscheduler")
PAGE = 4096
BEAT = 0.005  # seconds between two looks at the event loop


class Spent(NamedTuple):
    """Seconds that one piece of work took, of the wall's clock and of this process's processor time."""

    wall: float
    cpu: float


def timed(work: Callable[[], object], pieces: int) -> Spent:
    """Do some work; what each of its pieces took."""
    wall, cpu = time.perf_counter(), time.process_time()
    work()
    return Spent((time.perf_counter() - wall) / pieces, (time.process_time() - cpu) / pieces)


def quantile(values: Sequence[float], share: float) -> float:
    """The value that this share of all values does not exceed."""
    return sorted(values)[min(len(values) - 1, int(len(values) * share))]


def spread(values: Sequence[float], form: str = ".2f") -> str:
    """The median, with the least and the most."""
    return f"{statistics.median(values):{form}} ({min(values):{form}}..{max(values):{form}})"


def rss(pid: int | str = "self") -> float:
    """Memory a process holds, in MB."""
    pages = int(Path(f"/proc/{pid}/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 2**20


@dataclass(slots=True)
class Watch:
    """How late the event loop was each time, in seconds, and the most memory that was held meanwhile, in MB."""

    late: list[float] = field(default_factory=list)
    most: float = 0.0


@contextlib.asynccontextmanager
async def watching() -> AsyncIterator[Watch]:
    """Look at the event loop and at memory every few milliseconds."""
    watch = Watch()
    task = asyncio.create_task(_watch(watch))
    try:
        yield watch
    finally:
        task.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await task


async def _watch(watch: Watch) -> None:
    while True:
        begun = time.perf_counter()
        await asyncio.sleep(BEAT)
        watch.late.append(time.perf_counter() - begun - BEAT)
        watch.most = max(watch.most, rss())


def machine(folder: Path) -> str:
    """On what all this was measured."""
    cores, load = os.cpu_count(), os.getloadavg()[0]
    versions = ", ".join(f"{name} {version(name)}" for name in LIBRARIES)
    return (
        f"{_processor()}, {cores} cores (load {load:.1f}), {_memory():.0f} GB, {platform.release()}\n"
        f"A page on this disk is safe after {_sync(folder) * 1e3:.2f} ms\n"
        f"Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}, {versions}"
    )


def _processor() -> str:
    lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    named = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(named, platform.machine())


def _memory() -> float:
    return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30


def _sync(folder: Path) -> float:
    """How long the disk takes to make one page safe, in seconds."""
    path, spent = folder / "page", []
    with path.open("wb", buffering=0) as file:
        for _ in range(100):
            file.seek(0)
            file.write(os.urandom(PAGE))
            spent.append(timed(lambda: os.fdatasync(file.fileno()), 1).wall)
    path.unlink()
    return statistics.median(spent)
