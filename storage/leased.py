"""The courier's side of the outbox where several processes could send: only who holds the lease is given anything."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection

from bot.ports import Outcome, Parcel, Sender
from storage import outbox
from storage.lease import Lease
from storage.post import Post
from storage.writer import Writer


class LeasedPost(Post):
    """An Outbox that gives nothing to a process that lost its lease, however late it comes to know of that."""

    def __init__(self, writer: Writer, now: Callable[[], datetime], lease: Lease) -> None:
        super().__init__(writer, now)
        self._lease = lease

    async def claim(self, platform: str, most: int, busy: Sequence[str]) -> list[Parcel]:
        """Take messages for sending, if it is ours to send."""
        now = self._now()

        def claim(connection: Connection) -> list[Parcel]:
            return outbox.claim(connection, platform, now, most, busy) if self._lease.stands(connection) else []

        return await asyncio.wrap_future(self._writer.do(claim, quiet=True))

    async def recover(self, platform: str) -> int:
        """Put back what the former sender had taken. A failure is tried again, so one that is not ours ends it."""

        def recover(connection: Connection) -> int:
            return outbox.recover(connection, platform) if self._lease.begins(connection) else 0

        return await asyncio.wrap_future(self._writer.do(recover))


class LeasedSender:
    """A Sender that asks before each message whether it may still send."""

    def __init__(self, sender: Sender, lease: Lease) -> None:
        self.platform = sender.platform
        self._sender, self._lease = sender, lease

    async def send(self, parcel: Parcel, shown: Any) -> Outcome:
        """Deliver, unless it is another's to do."""
        if not await asyncio.to_thread(self._lease.kept):
            return Outcome("later", why="the lease is lost")
        return await self._sender.send(parcel, shown)
