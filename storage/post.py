"""The courier's side of the outbox, over the one writer."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from datetime import datetime

from bot.ports import Outcome, Parcel
from storage import outbox
from storage.writer import Writer


class Post:
    """An Outbox whose every verb is a commit of its own."""

    def __init__(self, writer: Writer, now: Callable[[], datetime]) -> None:
        self._writer = writer
        self._now = now

    async def claim(self, platform: str, most: int, busy: Sequence[str]) -> list[Parcel]:
        """Take messages for sending."""
        now = self._now()
        return await asyncio.wrap_future(
            self._writer.do(lambda connection: outbox.claim(connection, platform, now, most, busy))
        )

    async def record(self, outcomes: Sequence[tuple[Parcel, Outcome]]) -> None:
        """Keep what became of messages."""
        now, plans = self._now(), self._writer.core.house.plans
        smooth = all(outcome.kind == "sent" for _, outcome in outcomes)  # what fails may have to be told to somebody
        record = self._writer.do(lambda connection: outbox.record(connection, plans, outcomes, now), quiet=smooth)
        await asyncio.wrap_future(record)
        if not smooth:
            self._writer.committed()

    async def recover(self, platform: str) -> int:
        """Put back what was being sent when the process ended."""
        return await asyncio.wrap_future(self._writer.do(lambda connection: outbox.recover(connection, platform)))

    async def next_moment(self, platform: str) -> datetime | None:
        """When the next waiting message may go."""
        return await asyncio.wrap_future(self._writer.do(lambda connection: outbox.next_moment(connection, platform)))
