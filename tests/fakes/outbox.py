"""An outbox in memory with the same promises as the real one, and a log of what was asked of it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any

from bot.messages import Say, Screen, pack_screen, say
from bot.ports import Outcome, Parcel

CUT_OFF = OSError("the database is gone")


@dataclass
class Row:
    """A message in the outbox."""

    parcel: Parcel
    state: str = "waiting"
    not_before: datetime | None = None
    outcomes: list[Outcome] = field(default_factory=list)


class MemoryOutbox:
    """`failing` names verbs that raise, as often as they stand in it."""

    def __init__(self, now: Callable[[], datetime]) -> None:
        self.rows: list[Row] = []
        self.claims: list[int] = []
        self.records: list[list[tuple[Parcel, Outcome]]] = []
        self.failing: list[str] = []
        self._now = now

    def add(self, chat: object, text: str | Say = "hello", **more: Any) -> Row:
        """Put a message in; `more` are fields of its parcel, or a whole `screen`."""
        line = say("said", text=text) if isinstance(text, str) else text
        screen = pack_screen(more.pop("screen", Screen((line,))))
        parcel = Parcel(
            len(self.rows) + 1,
            "telegram",
            str(chat),
            screen,
            "",
            0,
            "en",
            "Asia/Jakarta",
            0,
            None,
            self._now(),
            hold=False,
        )
        self.rows.append(Row(replace(parcel, **more)))
        return self.rows[-1]

    async def _commits(self, verb: str) -> None:
        await asyncio.sleep(0.002)
        if verb in self.failing:
            self.failing.remove(verb)
            raise CUT_OFF

    async def claim(self, platform: str, most: int, busy: Sequence[str]) -> list[Parcel]:
        await self._commits("claim")
        taken: dict[str, Row] = {}
        for row in sorted(self.rows, key=lambda row: (row.parcel.priority, row.parcel.id)):
            free = row.state == "waiting" and row.parcel.chat not in busy
            if free and len(taken) < most and (row.not_before is None or row.not_before <= self._now()):
                taken.setdefault(row.parcel.chat, row)
        for row in taken.values():
            row.state, row.parcel = "sending", replace(row.parcel, attempts=row.parcel.attempts + 1)
        self.claims.append(len(taken))
        return [row.parcel for row in taken.values()]

    async def record(self, outcomes: Sequence[tuple[Parcel, Outcome]]) -> None:
        await self._commits("record")
        self.records.append(list(outcomes))
        for parcel, outcome in outcomes:
            row = self.rows[parcel.id - 1]
            row.outcomes.append(outcome)
            row.state = "waiting" if outcome.kind == "later" else outcome.kind
            row.not_before = self._now() + timedelta(seconds=outcome.wait)
            if outcome.moved:
                self._move(parcel.chat, outcome.moved)

    def _move(self, old: str, new: str) -> None:
        for row in self.rows:
            if row.parcel.chat == old and row.state == "waiting":
                row.parcel = replace(row.parcel, chat=new)

    async def recover(self, platform: str) -> int:
        await self._commits("recover")
        cut = [row for row in self.rows if row.state == "sending"]
        for row in cut:
            row.state = "waiting"
        return len(cut)

    async def next_moment(self, platform: str) -> datetime | None:
        await self._commits("next_moment")
        waiting = [row.not_before or row.parcel.created for row in self.rows if row.state == "waiting"]
        return min(waiting, default=None)

    @property
    def states(self) -> list[str]:
        """How each message stands."""
        return [row.state for row in self.rows]
