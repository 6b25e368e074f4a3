"""Durable turns beside what others would have written, in the same run: A B C A B C ..."""

from __future__ import annotations

import json
import statistics
import subprocess
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from bot.serving import prepare_python
from storage.database import open_database
from tests.bench import ptb
from tests.bench.measure import Spent, spread, timed
from tests.bench.orm import Orm
from tests.bench.people import Crowd, bot_on, floor_on, made, on_server
from tests.bench.table import Result
from tests.bench.turns import WEEK, weeks
from tests.house.sources import ROOT

ROUNDS, GROUP = 7, 320  # the first round warms up; people a round
OURS = "Tuntun"
AIOGRAM = ROOT / ".venv" / "bench" / "bin" / "python"  # `make bench` makes it

Round = Callable[[Sequence[int]], Spent]


@dataclass(slots=True)
class Entry:
    """One way to hold check-ins. Slow ones hold those of fewer people a round; `least` is how many times faster we
    are to be."""

    name: str
    round: Round
    people: int = GROUP
    least: float = 0.0
    by_hand: bool = False
    stop: Callable[[], object] = lambda: None
    spent: list[Spent] = field(default_factory=list)

    def takes_part(self, people: Sequence[int]) -> None:
        self.spent.append(self.round(people[: self.people]))

    @property
    def rate(self) -> float:
        """Turns a second."""
        return statistics.median(1 / each.wall for each in self.spent[1:])

    @property
    def micros(self) -> float:
        """Of the processor, a turn."""
        return statistics.median(each.cpu for each in self.spent[1:]) * 1e6


def together(folder: Path, _: Crowd) -> Iterator[Result]:
    """Tuntun with 64 people at once; the others one message after the other, as they would."""
    groups = [range(first, first + GROUP) for first in range(1, GROUP * (ROUNDS + 1) + 1, GROUP)]
    entries = list(_entries(folder, groups[-1][-1]))
    prepare_python()
    for group in groups:
        for entry in entries:
            entry.takes_part(group)
    for entry in entries:
        entry.stop()
    ours, *others = entries
    yield Result(
        "durable turns, 64 people at once",
        f"{ours.rate:,.0f}/s, {ours.micros:.0f} µs of the processor",
        bars={entry.name: entry.rate for entry in entries},
    )
    yield from _compared(ours, others)


def _entries(folder: Path, people: int) -> Iterator[Entry]:
    writer, floor = bot_on(folder, people), floor_on(folder)
    yield Entry(OURS, _timed(partial(weeks, writer)), stop=writer.stop)
    yield Entry(floor.name, _timed(lambda group: [floor.week(each) for each in group]), least=0.5)
    base = open_database(made(folder / "orm.db", people))
    yield Entry(Orm.name, _timed(Orm(base).weeks), people=48, stop=base.dispose)
    if not on_server():
        yield from _frameworks(folder)


def _frameworks(folder: Path) -> Iterator[Entry]:
    """Those keep their things in files of their own."""
    pickled, by_hand = ptb.by_pickle(folder), ptb.by_hand(folder)
    yield Entry(pickled.name, _timed(pickled.weeks), people=32, least=15, stop=pickled.stop)
    yield Entry(by_hand.name, _timed(by_hand.weeks), people=160, least=2, by_hand=True, stop=by_hand.stop)
    if AIOGRAM.exists():
        other = Aiogram(folder / "aiogram.db")
        yield Entry(other.name, other.round, people=160, least=2, by_hand=True, stop=other.stop)


def _timed(work: Callable[[Sequence[int]], object]) -> Round:
    return lambda people: timed(lambda: work(people), len(people) * len(WEEK))


class Aiogram:
    """In a process of its own: it does not live with the pydantic that the bot has."""

    name = "aiogram FSM, one transaction a turn by hand"

    def __init__(self, file: Path) -> None:
        command = [str(AIOGRAM), str(Path(__file__).with_name("aiogram_fsm.py")), str(file)]
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self._done = 0

    def round(self, people: Sequence[int]) -> Spent:
        """It measures itself."""
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.write(f"{people[0]} {people[-1] + 1}\n")
        self._process.stdin.flush()
        wall, cpu, done = json.loads(self._process.stdout.readline())
        self._done += len(people)
        assert done == self._done, f"{done} check-ins, not {self._done}"
        turns = len(people) * len(WEEK)
        return Spent(wall / turns, cpu / turns)

    def stop(self) -> None:
        self._process.communicate()


def _compared(ours: Entry, others: list[Entry]) -> Iterator[Result]:
    best = max((entry.rate for entry in others if entry.by_hand), default=0.0)
    for entry in others:
        pairs = list(zip(ours.spent[1:], entry.spent[1:], strict=True))
        wall, cpu = [b.wall / a.wall for a, b in pairs], [b.cpu / a.cpu for a, b in pairs]
        counts = entry.least and (not entry.by_hand or entry.rate == best)
        yield Result(
            f"beside {entry.name}",
            f"{ours.rate:,.0f}/s, {ours.micros:.0f} µs",
            f"{entry.rate:,.0f}/s, {entry.micros:.0f} µs",
            f"{spread(wall)} x, processor {statistics.median(cpu):.2f} x",
            f">= {entry.least:g} x" if counts else "",
            statistics.median(wall) >= entry.least if counts else None,
        )
