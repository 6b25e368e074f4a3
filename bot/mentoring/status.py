"""How the bot itself is doing: what waits, what is late, what can't be reached. Numbers, and never a person."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from bot.mentoring.views import View

SILENT = timedelta(minutes=3)  # since a process was heard of, after which it is told of as silent
LATE = 300.0  # seconds after which what is due counts as late


@dataclass(frozen=True, slots=True)
class Queue:
    """Messages that are still to be sent, of one platform, state and priority."""

    platform: str
    state: str
    priority: int
    count: int


@dataclass(frozen=True, slots=True)
class Figures:
    """What the database says of the whole bot. `oldest` is for how many seconds the oldest message of a platform could
    have gone, `late` by how many the most belated due row is; jobs are counted by lane and state, those that failed
    for a day; unreachable accounts by platform and reason; `size` is in bytes."""

    queue: tuple[Queue, ...] = ()
    oldest: Mapping[str, float] = field(default_factory=dict)
    late: float = 0.0
    late_rows: int = 0
    jobs: tuple[tuple[str, str, int], ...] = ()
    unreachable: tuple[tuple[str, str, int], ...] = ()
    database: str = ""
    size: int = 0
    backup: datetime | None = None

    def waiting(self, *states: str) -> int:
        """How many messages are in one of these states."""
        return sum(each.count for each in self.queue if each.state in states)

    def jobs_in(self, state: str) -> int:
        """How many jobs are in a state."""
        return sum(count for _, its, count in self.jobs if its == state)


@dataclass(frozen=True, slots=True)
class Pulse:
    """A process of the bot, as it last told of itself: its parts, each with the seconds it has been stuck, 0 if it is
    well."""

    name: str
    version: str
    since: datetime
    at: datetime
    parts: Mapping[str, int] = field(default_factory=dict)

    def stuck(self) -> list[str]:
        """The parts that are stuck."""
        return [name for name, seconds in self.parts.items() if seconds]


@dataclass(frozen=True, slots=True)
class StatusView(View):
    """What /status shows. `away` is how many people of this programme can't be reached."""

    figures: Figures
    pulses: tuple[Pulse, ...] = ()
    away: int = 0
