"""The courier's side of the outbox where several processes could send: only who holds the lease is given anything."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from datetime import datetime

from bot.ports import Parcel
from storage.lease import Lease
from storage.post import Post
from storage.writer import Writer

LOOK = 0.3  # seconds between looks whether the lease is free


class LeasedPost(Post):
    """An Outbox that is closed while another process holds the lease. What that one was sending when it ended is put
    back before anything is given."""

    def __init__(self, writer: Writer, now: Callable[[], datetime], lease: Lease) -> None:
        super().__init__(writer, now)
        self._lease, self._leading = lease, False

    async def claim(self, platform: str, most: int, busy: Sequence[str]) -> list[Parcel]:
        """Take messages for sending, if it is ours to send."""
        leading = await asyncio.to_thread(self._lease.held)
        if leading and not self._leading:
            await super().recover(platform)
        self._leading = leading
        return await super().claim(platform, most, busy) if leading else []

    async def recover(self, platform: str) -> int:
        """At start nothing is put back: another process may be sending it."""
        return 0

    async def next_moment(self, platform: str) -> datetime | None:
        """When the next waiting message may go; never, for who does not send."""
        return await super().next_moment(platform) if self._leading else None

    async def watch(self, wake: Callable[[], None]) -> None:
        """Look for ever whether the lease is free, and wake the courier when it became ours."""
        while True:
            if not self._leading and await asyncio.to_thread(self._lease.held):
                wake()
            await asyncio.sleep(LOOK)
