"""What people wrote to the bot while it was away: read from their private conversations, in order, and handed in.
Whatever was handled before is known by its number, so reading too much does no harm."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta

import discord

from adapters.discord.outcomes import Trouble
from adapters.discord.reading import read_message
from adapters.discord.threads import Places, Unopened
from bot.messages import Incoming
from bot.rooms import Door, Rooms

log = logging.getLogger(__name__)

LONGEST = timedelta(days=7)  # what is older is not answered any more
OVERLAP = timedelta(minutes=2)  # clocks differ
MOST = 500  # messages of one person
PATIENCE = 5.0  # seconds between tries to open a conversation


class Catchup:
    """Reads once at the start, and again after a connection was lost; never twice at a time."""

    def __init__(
        self,
        client: discord.Client,
        places: Places,
        rooms: Rooms,
        now: Callable[[], datetime],
        hand_in: Callable[[Incoming], Awaitable[None]],
    ) -> None:
        self._client, self._places, self._rooms, self._now, self._hand_in = client, places, rooms, now, hand_in
        self._reading: asyncio.Task[None] | None = None
        self._since: datetime | None = None  # when a connection was lost
        self._began = False

    def lost(self) -> None:
        """The connection has gone."""
        self._since = self._since or self._now()

    def begin(self) -> None:
        """Connected anew."""
        if self._reading and not self._reading.done():
            return  # what was lost meanwhile is read after
        if self._since or not self._began:
            self._reading = asyncio.create_task(self._read_all())

    def stop(self) -> None:
        """Read no more; what was not read is read at the next start."""
        if self._reading:
            self._reading.cancel()

    async def _read_all(self) -> None:
        while self._since or not self._began:
            since = self._since if self._began else None
            self._began, self._since = True, None
            await self._read(since)

    async def _read(self, since: datetime | None) -> None:
        try:
            doors = await self._rooms.doors(self._now() - LONGEST)
            for door in sorted(doors, key=lambda door: not door.channel):  # those whose channel is known go first
                await self._visited(door, since)
        except Exception:
            log.exception("what people wrote meanwhile could not be read")

    async def _visited(self, door: Door, since: datetime | None) -> None:
        try:
            channel = int(door.channel) if door.channel else await self._opened(door.account)
            self._places.know(door.account, channel)
            await self._caught(channel, max(since or door.seen, self._now() - LONGEST) - OVERLAP)
        except Trouble as error:
            log.info("a private conversation could not be read: %s", error)

    async def _opened(self, account: str) -> int:
        while True:
            try:
                return await self._places.open(account)
            except Unopened:
                await asyncio.sleep(PATIENCE)

    async def _caught(self, channel: int, after: datetime) -> None:
        me = self._client.user.id if self._client.user else 0
        history = self._client.get_partial_messageable(channel).history(limit=MOST, after=after, oldest_first=True)
        async for message in history:
            if incoming := read_message(message, me):
                await self._hand_in(incoming)
