"""What comes from Discord: acknowledged at once, handed in after, whatever the database does meanwhile."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Coroutine
from concurrent.futures import Future
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import discord

from adapters.discord import forms, slash
from adapters.discord.catchup import Catchup
from adapters.discord.outcomes import Trouble
from adapters.discord.reading import (
    chosen,
    read_command,
    read_edit,
    read_form,
    read_message,
    read_tap,
    route_of,
)
from adapters.discord.routes import THINKING
from adapters.discord.setup import Setting
from adapters.discord.threads import Places
from bot.logs import concerning
from bot.messages import Incoming, say
from bot.rooms import Blank, Rooms
from bot.talk.phrases import Phrases, Reader

log = logging.getLogger(__name__)

PEEK = 0.8  # seconds a form may take to be looked up; longer, and its questions are asked one by one
SLOWEST, TRIES = 30.0, 12  # seconds between tries to hand a message in, and how often: some minutes


@dataclass(frozen=True, slots=True)
class Desk:
    """What the gateway hands things to. `submit` gives a future that is done once all a message led to is kept."""

    submit: Callable[[Incoming], Future[None]]
    now: Callable[[], datetime]
    rooms: Rooms
    phrases: Phrases


def intents(*, words: bool) -> discord.Intents:
    """The events we need: private messages always; words in servers only where Discord lets this bot read them."""
    wanted = discord.Intents.none()
    wanted.guilds = wanted.dm_messages = True
    wanted.guild_messages = wanted.message_content = words
    return wanted


class Gateway(discord.Client):
    """The client. It keeps nothing of what it has shown: buttons, menus and forms are known by their ids alone."""

    def __init__(self, desk: Desk, places: Places, *, words: bool = True) -> None:
        super().__init__(
            intents=intents(words=words),
            allowed_mentions=discord.AllowedMentions.none(),
            max_messages=None,
            max_ratelimit_timeout=30.0,
            member_cache_flags=discord.MemberCacheFlags.none(),
            chunk_guilds_at_startup=False,
        )
        self.words, self.met = words, False  # `met`: whether Discord has ever said hello
        self.hears = False  # whether it tells us what happens just now; discord.py's is_ready() stays true
        self._desk, self._places = desk, places
        self._setting = Setting(desk.rooms, desk.phrases, desk.now, words=words)
        self._catchup = Catchup(self, places, desk.rooms, desk.now, self._hand_in)
        self._told = False  # whether the commands have been compared with Discord's
        self._working: set[asyncio.Task[None]] = set()

    async def on_ready(self) -> None:
        """At the start, and after every connection that could not be resumed."""
        self.met = self.hears = True
        self._catchup.begin()
        if not self._told:
            self._told = True
            try:
                await slash.register(self, self._desk.phrases)
            except (*Trouble, LookupError, ValueError) as error:
                self._told = False  # the next connection tries again
                log.warning("the slash commands could not be told to Discord: %s", error)

    async def on_resumed(self) -> None:
        """What was missed has come."""
        self.hears = True

    async def on_disconnect(self) -> None:
        """From here on messages may be missed."""
        self.hears = False
        self._catchup.lost()

    async def on_message(self, message: discord.Message) -> None:
        """Something somebody wrote."""
        if incoming := read_message(message, self._me):
            await self._met(message, incoming)
            await self._hand_in(incoming)

    async def on_raw_message_edit(self, payload: discord.RawMessageUpdateEvent) -> None:
        """Something somebody has changed."""
        if incoming := read_edit(payload.message, self._me):
            await self._hand_in(incoming)

    async def _met(self, message: discord.Message, incoming: Incoming) -> None:
        """Keep somebody's private channel: it need never be opened again."""
        if message.guild is None and self._places.know(incoming.account, message.channel.id):
            self._later(self._desk.rooms.keep_door(incoming.account, str(message.channel.id)))

    @property
    def _me(self) -> int:
        return self.user.id if self.user else 0

    async def on_interaction(self, interaction: discord.Interaction) -> None:
        """A command, a button, a menu, a form."""
        match interaction.type:
            case discord.InteractionType.application_command:
                await self._command(interaction)
            case discord.InteractionType.component:
                await self._tapped(interaction, chosen(interaction))
            case discord.InteractionType.modal_submit:
                await self._acknowledged(interaction)
                await self._hand_in(read_form(interaction, self._desk.now()))

    async def _command(self, interaction: discord.Interaction) -> None:
        data: Any = interaction.data or {}
        name = str(data.get("name", ""))
        await self._acknowledged(interaction)
        if name == slash.SETUP:
            return await self._setting.run(self, interaction)
        options = {each.get("name"): each.get("value") for each in data.get("options") or ()}
        text = slash.typed(name, str(options.get("text") or "").strip())
        return await self._hand_in(read_command(interaction, text, self._desk.now()))

    async def _tapped(self, interaction: discord.Interaction, data: str) -> None:
        talk = forms.conversation(data) if data.startswith(forms.OPENS) else 0
        if talk and await self._opened(interaction, talk):
            return
        await self._acknowledged(interaction)
        await self._hand_in(read_tap(interaction, f"r:{talk}" if talk else data, self._desk.now()))

    async def _opened(self, interaction: discord.Interaction, talk: int) -> bool:
        """Whether a form could be shown. It has to be the very first answer, so there is no time for a slow disk."""
        blanks = await self._peeked(str(interaction.user.id), talk)
        if not blanks:
            return False
        reader = Reader(self._desk.phrases.nearest(str(interaction.locale)), "UTC", self._desk.now())
        form = forms.modal(talk, self._desk.phrases.plain(say("form-title"), reader), blanks)
        try:
            await interaction.response.send_modal(form)
        except Trouble as error:
            log.warning("a form could not be opened: %s", error)
            return False
        return True

    async def _peeked(self, account: str, talk: int) -> tuple[Blank, ...]:
        try:
            async with asyncio.timeout(PEEK):
                return await asyncio.to_thread(self._desk.rooms.page, account, talk)
        except TimeoutError:
            log.info("a form took too long to look up; its questions are asked one by one")
        except Exception:
            log.exception("the form of conversation %d could not be looked up", talk)
        return ()

    async def _acknowledged(self, interaction: discord.Interaction) -> None:
        """Answer at once, before any work. Too old or answered before: the work is done all the same."""
        try:
            if route_of(interaction, self._desk.now()).how == THINKING:
                await interaction.response.defer(thinking=True, ephemeral=interaction.guild_id is not None)
            else:
                await interaction.response.defer()
        except Trouble as error:
            log.warning("an interaction could not be acknowledged: %s", error)

    async def _hand_in(self, incoming: Incoming) -> None:
        """Have a message kept, tried again while the database is away: Discord does not bring it a second time."""
        with concerning(incoming.trace):
            await self._kept(incoming)

    async def _kept(self, incoming: Incoming) -> None:
        for attempt in range(TRIES):
            try:
                await asyncio.wrap_future(self._desk.submit(incoming))
                return log.debug("a message is kept")
            except Exception as error:  # noqa: BLE001 - whatever the database raised
                log.warning("a message could not be kept, trying again: %r", error)
                await asyncio.sleep(min(SLOWEST, 2.0**attempt))
        log.error("event %s of Discord was lost: it could not be kept in %d tries", incoming.event, TRIES)
        return None

    def _later(self, work: Coroutine[Any, Any, None]) -> None:
        """Work that nobody waits for."""
        task = asyncio.create_task(_quietly(work))
        self._working.add(task)
        task.add_done_callback(self._working.discard)

    async def close(self) -> None:
        """Finish what has been handed in, then leave."""
        self._catchup.stop()
        if self._working:
            await asyncio.wait(self._working, timeout=3)
        with suppress(*Trouble):
            await super().close()


async def _quietly(work: Coroutine[Any, Any, None]) -> None:
    try:
        await work
    except Exception:
        log.exception("something beside could not be kept")
