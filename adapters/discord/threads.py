"""Where a message is put down: somebody's private channel, opened slowly, or a pair's thread, made when it is first
needed."""

from __future__ import annotations

import logging
from collections.abc import Callable
from time import monotonic
from typing import Final

import discord

from adapters.discord.outcomes import ARCHIVED, CLOSED_PLACES, TOO_FAST, UNKNOWN_CHANNEL, code_of
from bot.ports import Outcome
from bot.rooms import CHANNEL, THREAD, Place, Rooms

log = logging.getLogger(__name__)

AT_ONCE, EVERY = 3, 4.0  # private channels opened at once after a rest, and seconds for each one more
SCOLDED = 600.0  # seconds without opening any after Discord has said that it was too fast
NAME = 100
WEEK: Final = 10080  # minutes without a word after which Discord puts a thread away


class Unopened(Exception):
    """Nothing can be put down now; `outcome` says why and what follows."""

    def __init__(self, outcome: Outcome) -> None:
        super().__init__(outcome.why)
        self.outcome = outcome


class Places:
    """Finds the channel of a chat."""

    def __init__(
        self, line: Callable[[], discord.Client], rooms: Rooms, every: float = EVERY, at_once: int = AT_ONCE
    ) -> None:
        self._line, self._rooms, self._every, self._burst = line, rooms, every, at_once
        self._doors: dict[str, int] = {}
        self._tokens, self._since, self._closed_until = float(at_once), monotonic(), 0.0

    def know(self, account: str, channel: int) -> bool:
        """Somebody's private channel; whether that is news."""
        new = self._doors.get(account) != channel
        self._doors[account] = channel
        return new

    async def find(self, chat: str) -> discord.PartialMessageable:
        """The channel of a chat, made if it must be; raises Unopened, or what Discord raises."""
        if chat.startswith(THREAD):
            return await self._thread(int(chat.removeprefix(THREAD)))
        if chat.startswith(CHANNEL):
            return self._line().get_partial_messageable(int(chat.removeprefix(CHANNEL)))
        return self._line().get_partial_messageable(self._doors.get(chat) or await self.open(chat))

    async def open(self, account: str) -> int:
        """Open somebody's private channel, and remember it for good."""
        self._pay()
        try:
            channel = await self._line().create_dm(discord.Object(int(account)))
        except discord.HTTPException as error:
            if code_of(error) == TOO_FAST:
                self._closed_until = monotonic() + SCOLDED
            raise
        self.know(account, channel.id)
        await self._rooms.keep_door(account, str(channel.id))
        return channel.id

    def _pay(self) -> None:
        now = monotonic()
        self._tokens = min(float(self._burst), self._tokens + (now - self._since) / self._every if self._every else 1.0)
        self._since = now
        if self._tokens < 1 or now < self._closed_until:
            raise Unopened(Outcome("later", why="private conversations are opened slowly"))
        self._tokens -= 1

    def forget(self, account: str) -> None:
        """Somebody's private channel is not there any more."""
        self._doors.pop(account, None)

    async def _thread(self, pair: int) -> discord.PartialMessageable:
        place = await self._rooms.place(pair)
        if place is None:
            raise Unopened(Outcome("refused", why=f"pair {pair} has no thread"))
        if place.state != "ok":
            raise Unopened(Outcome("unreachable", why=place.state, reach=place.state))
        thread = int(place.thread) if place.thread else await self._made(place)
        return self._line().get_partial_messageable(thread, guild_id=int(place.guild))

    async def _made(self, place: Place) -> int:
        """The pair's thread: one that was made a moment before a crash, or a new one."""
        name = f"{place.name[: NAME - 12]} · {place.pair}"
        channel = await self._line().fetch_channel(int(place.channel))
        if not isinstance(channel, discord.TextChannel):
            raise Unopened(await self.lose(place.pair, "channel_gone"))
        thread = await self._unkept(channel, name) or await channel.create_thread(
            name=name, type=discord.ChannelType.private_thread, invitable=False, auto_archive_duration=WEEK
        )
        for account in place.people:
            await self._invite(thread, account)
        await self._rooms.keep_thread(place.pair, str(thread.id))
        return thread.id

    async def _unkept(self, channel: discord.TextChannel, name: str) -> discord.Thread | None:
        me = self._line().user
        for thread in channel.threads:
            if thread.name == name and me and thread.owner_id == me.id:
                return thread
        return None

    async def _invite(self, thread: discord.Thread, account: str) -> None:
        """Somebody who has left the server is no reason to leave the other alone."""
        try:
            await thread.add_user(discord.Object(int(account)))
        except discord.HTTPException as error:
            log.warning("somebody of a pair could not be added to its thread: %s", error)

    async def mend(self, chat: str, error: discord.HTTPException) -> bool:
        """Whether what stood in the way of a message has been mended, so that it can be sent again."""
        code = code_of(error)
        if chat.startswith(THREAD):
            return await self._mend_thread(int(chat.removeprefix(THREAD)), code)
        if code == UNKNOWN_CHANNEL and not chat.startswith(CHANNEL):
            self.forget(chat)
            return True
        return False

    async def _mend_thread(self, pair: int, code: int) -> bool:
        place = await self._rooms.place(pair)
        if place is None or not place.thread:
            return False
        if code == ARCHIVED:
            thread = await self._line().fetch_channel(int(place.thread))
            if isinstance(thread, discord.Thread):
                await thread.edit(archived=False)
            return True
        if code == UNKNOWN_CHANNEL:
            await self._rooms.keep_thread(pair, "")
            return True
        return False

    async def lose(self, pair: int, state: str) -> Outcome:
        """The channel of the threads can't be used: the message is kept, the coordinators hear of it."""
        await self._rooms.lost(pair, state)
        return Outcome("unreachable", why=state, reach=state)

    async def closed(self, chat: str, error: BaseException) -> Outcome | None:
        """What became of a message to a thread that can't be reached; None for other chats and errors."""
        state = CLOSED_PLACES.get(code_of(error))
        return await self.lose(int(chat.removeprefix(THREAD)), state) if state and chat.startswith(THREAD) else None
