"""Durable turns: how long one takes, what open conversations weigh, and whether size matters."""

from __future__ import annotations

import asyncio
import gc
import itertools
import statistics
import tracemalloc
from collections.abc import Iterator, Sequence
from pathlib import Path

from sqlalchemy import Connection

from bot.messages import Incoming
from bot.serving import prepare_python
from storage import tables
from storage.rows import table
from storage.writer import Writer
from tests.bench.measure import Spent, quantile, rss, spread, timed
from tests.bench.people import NOW, Crowd, bot_at, bot_on, floor_on
from tests.bench.table import Result

AT_ONCE = 64
WEEK = ("/checkin", "75", "4", "kirim draf", "lewati")
OPEN = 10_000  # conversations
_numbers = itertools.count(1)


def says(person: int, text: str) -> Incoming:
    """A message of somebody made up by `people`."""
    account = str(5_000_000_000 + person)
    number = next(_numbers)
    return Incoming("telegram", f"e{number}", account, account, "text", NOW, text=text, message=str(number))


async def _weeks(writer: Writer, people: Sequence[int]) -> None:
    """The check-ins of some people, each message sent when the one before it has been answered."""
    for person in people:
        for text in WEEK:
            await asyncio.wrap_future(writer.submit(says(person, text)))


def weeks(writer: Writer, people: Sequence[int]) -> None:
    """Check-ins of many, 64 people at once."""

    async def all_of_them() -> None:
        await asyncio.gather(*(_weeks(writer, people[first::AT_ONCE]) for first in range(AT_ONCE)))

    asyncio.run(all_of_them())


def alone(folder: Path, _: Crowd) -> Iterator[Result]:
    """One person, one message at a time, from handing it in until it is safe."""
    groups = [range(first, first + 20) for first in range(1, 20 * 16, 20)]
    writer, floor = bot_on(folder, groups[-1][-1]), floor_on(folder)
    prepare_python()
    ours, theirs, cpu = list[float](), list[float](), list[float]()
    for place, group in enumerate(groups):
        spent = [timed(lambda: writer.submit(says(person, text)).result(), 1) for person in group for text in WEEK]  # noqa: B023
        by_hand = [each for person in group for each in floor.week(person)]
        if place:
            ours += [each.wall for each in spent]
            cpu += [each.cpu for each in spent]
            theirs += by_hand
    writer.stop()
    half, most = quantile(ours, 0.5) * 1e3, quantile(ours, 0.99) * 1e3
    floors = quantile(theirs, 0.5) * 1e3, quantile(theirs, 0.99) * 1e3
    yield Result(
        "a durable turn of one person alone, p50 / p99",
        f"{half:.1f} / {most:.1f} ms",
        f"{floor.name}: {floors[0]:.1f} / {floors[1]:.1f} ms",
        f"{half / floors[0]:.1f} / {most / floors[1]:.1f} x",
        "< 3 / < 15 ms",
        half < 3 and most < 15,
    )
    yield Result("the same, processor time", f"{quantile(cpu, 0.5) * 1e3:.1f} / {quantile(cpu, 0.99) * 1e3:.1f} ms")


def memory(folder: Path, _: Crowd) -> Iterator[Result]:
    """Conversations begun and left in the middle: what they weigh in memory. SQLite's own cache is full before."""
    writer = bot_on(folder, 3 * OPEN)
    prepare_python()
    writer.do(_fill_the_cache).result()
    _begin(writer, range(1, 2 * AT_ONCE))
    gc.collect()
    before = rss()
    _begin(writer, range(OPEN + 1, 2 * OPEN + 1))
    gc.collect()
    grown = rss() - before
    tracemalloc.start()
    _begin(writer, range(2 * OPEN + 1, 3 * OPEN + 1))
    gc.collect()
    traced = tracemalloc.get_traced_memory()[0] / 2**20
    writer.stop()
    yield Result(
        f"memory of {OPEN:,} open conversations",
        f"{grown:.1f} MB",
        f"of Python's objects: {traced:.1f} MB",
        "",
        "< 10 MB",
        max(grown, traced) < 10,
    )


def _fill_the_cache(connection: Connection) -> None:
    """SQLite keeps pages up to a bound of its own: it has reached that before anything is weighed."""
    whole = " NOT INDEXED" if connection.dialect.name == "sqlite" else ""
    for model in (tables.Person, tables.Account, tables.Membership, tables.Goal, tables.Due):
        connection.exec_driver_sql(f"SELECT count(*) FROM {table(model).name}{whole}").close()


def _begin(writer: Writer, people: range) -> None:
    for first in range(people.start, people.stop, AT_ONCE):
        group = range(first, min(first + AT_ONCE, people.stop))
        for text in WEEK[:2]:
            for future in [writer.submit(says(person, text)) for person in group]:
                future.result()


def size(folder: Path, crowd: Crowd) -> Iterator[Result]:
    """The same check-ins among a thousand people and among a million: A B A B ..."""
    few, many = bot_on(folder, 1_000), bot_at(crowd.url)
    prepare_python()
    stride = crowd.people // 1_000
    spent = list[tuple[Spent, Spent]]()
    for first in range(1, 1_000 - 128, 128):
        group = range(first, first + 128)
        small = timed(lambda: weeks(few, group), 128 * len(WEEK))  # noqa: B023
        large = timed(lambda: weeks(many, [person * stride for person in group]), 128 * len(WEEK))  # noqa: B023
        spent.append((small, large))
    few.stop()
    many.stop()
    ratios = [large.cpu / small.cpu for small, large in spent[1:]]
    wall = [large.wall / small.wall for small, large in spent[1:]]
    micros = [statistics.median(each[place].cpu for each in spent[1:]) * 1e6 for place in (0, 1)]
    yield Result(
        f"processor time of a turn, {crowd.people:,} people and due rows",
        f"{micros[1]:.0f} µs",
        f"1,000 people: {micros[0]:.0f} µs",
        f"{spread(ratios)} x",
        "<= 1.2 x",
        statistics.median(ratios) <= 1.2,
    )
    yield Result("the same, by the clock", "", "", f"{spread(wall)} x")
