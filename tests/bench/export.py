"""Data out of the bot: `/export` of a programme with a million check-ins, file by file, and what others notice."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import Engine

from bot.effects import Job, SendFile
from bot.furnish import furnish
from bot.house import House
from bot.serving import prepare_python
from storage import tables
from storage.bulk import insert_many
from storage.database import open_database, reading
from storage.jobs import Shop, Task
from storage.migrate import upgrade
from storage.staff.export import export
from tests.bench.measure import Watch, quantile, rss, timed, watching
from tests.bench.people import NOW, Crowd
from tests.bench.risk import PAIRS, WEEKS, pair_up
from tests.bench.table import Result

MEMORY, LATE = 100, 0.05  # MB more, seconds of the event loop: at most
OWNER = {"id": 1, "name": "Owner", "locale": "id", "zone": "Asia/Jakarta", "created_at": NOW}
PLACE = {"person_id": 1, "programme_id": 1, "role": "owner", "standing": "active", "created_at": NOW}


@dataclass(slots=True)
class Made:
    """The files of an export: how many, and the largest of them."""

    files: int = 0
    largest: int = 0


def exported(folder: Path, _: Crowd) -> Iterator[Result]:
    """Every file of an export, each made as the worker does it, in a thread."""
    house = furnish()
    prepare_python()
    database = open_database(f"sqlite:///{folder / 'export.db'}")
    upgrade(database)
    with database.begin() as connection:
        pair_up(connection, PAIRS)
        insert_many(connection, tables.Person, [OWNER])
        insert_many(connection, tables.Membership, [PLACE])
        connection.exec_driver_sql("ANALYZE")
    before = rss()
    wall, made, watch = asyncio.run(_watched(database, house))
    database.dispose()
    yield from _results(wall, made, watch, watch.most - before)


async def _watched(database: Engine, house: House) -> tuple[float, Made, Watch]:
    made = Made()
    async with watching() as watch:
        spent = await asyncio.to_thread(timed, lambda: _make(database, house, made), 1)
    return spent.wall, made, watch


def _make(database: Engine, house: House, made: Made) -> None:
    """Make file after file, and let each go as one that was sent."""
    args: dict[str, Any] | None = {"programme": 1}
    while args is not None:
        task = Task(1, "export", args, 1, 1, "telegram", "1", "", "", "id", NOW)
        args = None
        with reading(database) as connection:
            for effect in export(Shop(connection, house, NOW, task)):
                if isinstance(effect, SendFile):
                    made.files, made.largest = made.files + 1, max(made.largest, len(effect.data))
                if isinstance(effect, Job):
                    args = dict(effect.args)


def _results(wall: float, made: Made, watch: Watch, more: float) -> Iterator[Result]:
    what = f"/export: {PAIRS:,} pairs, {PAIRS * WEEKS:,} check-ins"
    yield Result(what, f"{wall:.0f} s, {made.files} files, the largest {made.largest / 1e6:.0f} MB")
    yield Result("memory more meanwhile", f"{more:.0f} MB", budget=f"< {MEMORY} MB", ok=more < MEMORY)
    late = max(watch.late)
    told = f"{late * 1e3:.0f} / {quantile(watch.late, 0.99) * 1e3:.0f} ms"
    yield Result("the event loop late meanwhile, at most / p99", told, budget=f"< {LATE * 1e3:.0f} ms", ok=late < LATE)
