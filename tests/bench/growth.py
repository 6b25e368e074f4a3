"""What more people cost: a turn, the process, its start and the database, from a thousand to a million."""

from __future__ import annotations

import statistics
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from bot.serving import prepare_python
from storage.database import open_database, sqlite_file
from storage.writer import Writer
from tests.bench.measure import Spent, rss, spread, timed
from tests.bench.people import NOW, Crowd, bot_at, made
from tests.bench.table import Result
from tests.bench.turns import WEEK, weeks
from tests.fakes.telegram_server import FakeTelegram
from tests.machine import TOKEN, Machine

SIZES = (1_000, 10_000, 100_000)  # and as many as are very many
ROUNDS, GROUP = 6, 128  # the first round warms up; people a round


def grown(folder: Path, crowd: Crowd) -> Iterator[Result]:
    """All sizes in turns: A B C D A B C D ..."""
    since = max(NOW, datetime.now(UTC))
    urls = {size: made(folder / f"{size}.db", size, since=since) for size in SIZES if size < crowd.people}
    urls[crowd.people] = crowd.url
    spent = _spent({size: bot_at(url) for size, url in urls.items()})
    least = spent[min(spent)]
    for size, url in urls.items():
        ratios = [each.cpu / small.cpu for each, small in zip(spent[size], least, strict=True)]
        micros = statistics.median(each.cpu for each in spent[size]) * 1e6
        seconds, held = _came(url, folder)
        yield Result(
            f"growth: {size:,} people and due rows, processor time of a turn",
            f"{micros:.0f} µs",
            f"database {_weight(url):,.0f} MB, process {held:.0f} MB, first poll after {seconds:.1f} s",
            f"{spread(ratios)} x",
            "<= 1.2 x",
            statistics.median(ratios) <= 1.2,
        )


def _spent(writers: dict[int, Writer]) -> dict[int, list[Spent]]:
    prepare_python()
    spent: dict[int, list[Spent]] = {size: [] for size in writers}
    for number in range(ROUNDS):
        for size, writer in writers.items():
            stride = size // 1_000  # those who write are spread over all
            group = [(number * GROUP + each) * stride for each in range(1, GROUP + 1)]
            spent[size].append(timed(lambda: weeks(writer, group), GROUP * len(WEEK)))  # noqa: B023
    for writer in writers.values():
        writer.stop()
    return {size: all_of_them[1:] for size, all_of_them in spent.items()}


def _came(url: str, folder: Path) -> tuple[float, float]:
    """Seconds from the start of the real process to its first poll, and what it holds then, in MB."""
    with FakeTelegram(TOKEN) as server:
        machine = Machine(folder, server, DATABASE_URL=url)
        begun = time.monotonic()
        machine.comes()
        assert machine.process
        held, first = rss(machine.process.pid), server.calls("getUpdates")[0].at
        machine.stops()
    return first - begun, held


def _weight(url: str) -> float:
    """Of a database, in MB."""
    if file := sqlite_file(url):
        return Path(file).stat().st_size / 2**20
    database = open_database(url)
    with database.begin() as connection:
        size: int = connection.exec_driver_sql("SELECT pg_database_size(current_database())").scalar_one()
    database.dispose()
    return size / 2**20
