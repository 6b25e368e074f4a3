"""Delivers one message on Discord: as the answer to an interaction, privately, or in a pair's thread; says what became
of it."""

from __future__ import annotations

import asyncio
import io
import json
import logging
from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime
from typing import Any

import discord
from discord import ui

from adapters.discord.keyboard import keyboard
from adapters.discord.markdown import parts
from adapters.discord.once import once
from adapters.discord.outcomes import TOKEN_OVER, TRIES, UNKNOWN_MESSAGE, Trouble, code_of, outcome_of
from adapters.discord.routes import THINKING, UPDATE, Route, read_route
from adapters.discord.threads import Places, Unopened
from bot.messages import Attachment, Json
from bot.ports import Fetch, Lost, Outcome, Parcel
from bot.rooms import PINGS, THREAD
from bot.talk.rendering import Shown

log = logging.getLogger(__name__)

PATIENCE = 20.0  # seconds for one part of a message
NOBODY = discord.AllowedMentions.none()
REMEMBERED = 2000  # interactions of which is known that they have been answered


class _Original:
    """Discord's name for what an interaction was first answered with; discord.py would quote it if it were a str."""

    def __str__(self) -> str:
        return "@original"


ORIGINAL: Any = _Original()


class DiscordSender:
    """A Sender over discord.py's client, which `line` gives: it may be another one after a new start. `draw` makes a
    chart's PNG of its content, in a thread."""

    platform = "discord"

    def __init__(
        self,
        line: Callable[[], discord.Client],
        places: Places,
        now: Callable[[], datetime],
        draw: Callable[[Json], bytes],
        fetch: Fetch | None = None,
        patience: float = PATIENCE,
    ) -> None:
        self._line, self._places, self._now, self._draw, self._fetch = line, places, now, draw, fetch
        self._patience = patience
        self._began = now()
        self._answered: dict[str, int] = {}  # an interaction's token, and the message that took its place

    async def send(self, parcel: Parcel, shown: Shown) -> Outcome:
        """Deliver; never raises for what the world does."""
        if shown.file and shown.file.kind == "menu":
            return Outcome("sent")  # slash commands are everybody's; the core says what is not for them
        client = self._line()
        if client.user is None or client.is_closed():
            return Outcome("later", why="not logged in to Discord", away=True)
        try:
            file = await self._make(parcel, shown.file) if shown.file else None
        except Lost as lost:
            return Outcome("refused", why=str(lost))
        except Exception as error:  # noqa: BLE001 - another platform's: it can be tried later
            return Outcome("later", why=repr(error))
        letter = _Letter(parcel, parts(shown.texts), keyboard(shown.keys), file)
        try:
            return await self._delivered(letter)
        except Unopened as closed:
            return closed.outcome
        except RuntimeError as error:
            if not client.is_closed():
                raise
            return Outcome("later", why=str(error), away=True)  # left between two requests: this one was not made
        except Trouble as error:
            tried = TRIES if letter.unsafe else parcel.attempts
            return await self._places.closed(parcel.chat, error) or outcome_of(error, tried)

    async def _delivered(self, letter: _Letter) -> Outcome:
        if route := read_route(letter.parcel.route, self._now()):
            try:
                return await self._answer(letter, route)
            except discord.HTTPException as error:
                if code_of(error) not in TOKEN_OVER:
                    raise
        return await self._mended(letter)

    async def _answer(self, letter: _Letter, route: Route) -> Outcome:
        """In place of the message tapped or of "thinking ..." by the interaction's token, what follows beneath."""
        message = ""
        for number in range(len(letter.parts)):
            async with asyncio.timeout(self._patience):
                message = str((await self._answered_with(letter, route, number)).id)
        return Outcome("sent", message)

    async def _answered_with(self, letter: _Letter, route: Route, number: int) -> discord.Message:
        """What follows goes by the channel, whose nonce makes a second try harmless, unless others must not see it."""
        in_place = number == 0 and self._in_place(letter.parcel, route)
        if not in_place and not route.shut:
            return await self._laid(await self._places.find(letter.parcel.chat), letter, number)
        hook = self._hook(route)
        sent: discord.Message
        if in_place:
            sent = await hook.edit_message(ORIGINAL, **letter.edit(number))
        else:
            letter.unsafe, hook.session = True, once(hook.session)
            sent = await hook.send(letter.parts[number], wait=True, ephemeral=True, **letter.words(number))
        self._remember(route, letter.parcel)
        return sent

    def _hook(self, route: Route) -> discord.Webhook:
        hook = discord.Webhook.partial(route.application, route.token, client=self._line())
        hook.type = discord.WebhookType.application  # which may show something to one person only
        return hook

    def _in_place(self, parcel: Parcel, route: Route) -> bool:
        """Whether the first part rewrites what stands there. After a new start nobody remembers whether "thinking ..."
        has been replaced; a message beneath is right in either case."""
        if route.how == UPDATE:
            return bool(parcel.edit)
        fresh = self._answered.get(route.token, parcel.id) == parcel.id and parcel.created >= self._began
        return route.how == THINKING and fresh

    def _remember(self, route: Route, parcel: Parcel) -> None:
        self._answered[route.token] = parcel.id
        while len(self._answered) > REMEMBERED:
            del self._answered[next(iter(self._answered))]

    async def _mended(self, letter: _Letter) -> Outcome:
        """Put the message down; once more where what stood in its way could be mended."""
        try:
            return await self._put_down(letter)
        except discord.HTTPException as error:
            if not await self._places.mend(letter.parcel.chat, error):
                raise
        return await self._put_down(letter)

    async def _put_down(self, letter: _Letter) -> Outcome:
        channel = await self._places.find(letter.parcel.chat)
        message = ""
        for number in range(len(letter.parts)):
            async with asyncio.timeout(self._patience):
                if number == 0 and (edited := await self._rewritten(channel, letter)):
                    message = edited
                    continue
                sent = await self._laid(channel, letter, number)
            message = str(sent.id)
        return Outcome("sent", message)

    async def _laid(self, channel: discord.PartialMessageable, letter: _Letter, number: int) -> discord.Message:
        """Send a part to a channel, once however often it is tried: Discord knows it by its nonce."""
        nonce = f"{letter.parcel.id}.{number}"
        more = letter.words(number) | {"nonce": nonce, "allowed_mentions": letter.called}
        if letter.parcel.silent:
            more["silent"] = True
        if number == 0 and letter.parcel.reply.isdigit():
            more["reference"] = _answered(channel, letter.parcel)
        return await channel.send(letter.parts[number], **more)

    async def _rewritten(self, channel: discord.PartialMessageable, letter: _Letter) -> str:
        """Edit an older message; nothing when that is not there any more, so that a new one is needed."""
        if not letter.parcel.edit.isdigit():
            return ""
        try:
            await channel.get_partial_message(int(letter.parcel.edit)).edit(**letter.edit(0))
        except discord.HTTPException as error:
            if code_of(error) in {UNKNOWN_MESSAGE, 50005}:  # gone, or another's: shown to one person only
                return ""
            raise
        return letter.parcel.edit

    async def _make(self, parcel: Parcel, wanted: Attachment) -> tuple[str, bytes] | None:
        """The file; None when it can't be made: then the text goes without. Raises where it has to be fetched first."""
        if wanted.kind == "relay":
            if self._fetch is None:
                raise Lost("nobody fetches files here")
            return wanted.name, await self._fetch(wanted.content["platform"], wanted.content["ref"])
        try:
            if wanted.kind == "chart":
                return wanted.name, await asyncio.to_thread(self._draw, wanted.content)
            content = wanted.content
            text = content if isinstance(content, str) else json.dumps(content, ensure_ascii=False, indent=2)
            return wanted.name, text.encode()
        except Exception:
            log.exception("the file %r of message %d could not be made", wanted.name, parcel.id)
            return None


class _Letter:
    """A message in parts; only the last carries buttons and the file."""

    def __init__(
        self, parcel: Parcel, said: Sequence[str], view: ui.View | None, file: tuple[str, bytes] | None
    ) -> None:
        self.parcel, self._view, self._file = parcel, view, file
        self.unsafe = False  # whether a second try might bring it twice
        called = _called(parcel)
        names = " ".join(f"<@{who.id}>" for who in called)
        first = f"{names} {said[0]}" if names and said else (said[0] if said else names)
        self.parts = [first, *said[1:]]
        self.called = discord.AllowedMentions(everyone=False, roles=False, replied_user=False, users=called)

    def words(self, number: int) -> dict[str, Any]:
        """What goes with a part besides its text."""
        more: dict[str, Any] = {"suppress_embeds": True, "allowed_mentions": NOBODY}
        if number == len(self.parts) - 1:
            more |= {"view": self._view} if self._view else {}
            more |= {"file": self._upload()} if self._file else {}
        return more

    def edit(self, number: int) -> dict[str, Any]:
        """The same for an older message: its buttons are replaced, or go."""
        last = number == len(self.parts) - 1
        more: dict[str, Any] = {"content": self.parts[number], "view": self._view if last else None}
        more["allowed_mentions"] = NOBODY
        return more | ({"attachments": [self._upload()]} if last and self._file else {})

    def _upload(self) -> discord.File:
        name, data = self._file or ("", b"")
        return discord.File(io.BytesIO(data), filename=name)


def fetcher(line: Callable[[], discord.Client]) -> Callable[[str], Awaitable[bytes]]:
    """How a file that lies on Discord is fetched, by the message it hangs on."""

    async def fetch(ref: str) -> bytes:
        channel, message, attachment = map(int, ref.split("/"))
        try:
            found = await line().get_partial_messageable(channel).fetch_message(message)
            files = {each.id: each for each in found.attachments}
            return await files[attachment].read()
        except (discord.NotFound, discord.Forbidden, KeyError) as error:
            raise Lost(f"the file is not there any more: {error!r}") from None

    return fetch


def _called(parcel: Parcel) -> list[discord.Object]:
    """The people a message to a thread calls by name."""
    if not (parcel.chat.startswith(THREAD) and parcel.route.startswith(PINGS)):
        return []
    accounts = parcel.route.removeprefix(PINGS).split(",")
    return [discord.Object(int(account)) for account in accounts if account.isdecimal()]


def _answered(channel: discord.PartialMessageable, parcel: Parcel) -> discord.MessageReference:
    return discord.MessageReference(message_id=int(parcel.reply), channel_id=channel.id, fail_if_not_exists=False)
