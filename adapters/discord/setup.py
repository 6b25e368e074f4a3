"""/setup: a channel of the server becomes the place of a programme's threads, once the bot may do there all it must."""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import datetime
from typing import Any

import discord

from adapters.discord.outcomes import Trouble
from bot.messages import Say, say
from bot.rooms import Rooms, Wish
from bot.talk.clean import clean
from bot.talk.phrases import Phrases, Reader

log = logging.getLogger(__name__)

# What the bot must be allowed in the channel, by Discord's name for it; `permission-NAME` says it in words.
NEEDED = (
    "view_channel",
    "read_message_history",
    "send_messages",
    "create_private_threads",
    "send_messages_in_threads",
    "manage_threads",
    "embed_links",
    "attach_files",
)


class Setting:
    """Sets a server up, and says in words what is missing."""

    def __init__(self, rooms: Rooms, phrases: Phrases, now: Callable[[], datetime], *, words: bool) -> None:
        self._rooms, self._phrases, self._now, self._words = rooms, phrases, now, words

    async def run(self, client: discord.Client, interaction: discord.Interaction) -> None:
        """Answer /setup, which has been acknowledged."""
        try:
            said = await self._said(client, interaction)
        except Trouble as error:
            log.warning("/setup failed: %s", error)
            said = [say("setup-trouble")]
        except Exception:
            log.exception("/setup failed in a way nobody expected")
            said = [say("setup-trouble")]
        reader = Reader(self._phrases.nearest(str(interaction.locale)), "UTC", self._now())
        text = "\n".join(self._phrases.plain(line, reader) for line in said)
        try:
            await interaction.edit_original_response(content=text, allowed_mentions=discord.AllowedMentions.none())
        except Trouble as error:
            log.warning("/setup could not be answered: %s", error)

    async def _said(self, client: discord.Client, interaction: discord.Interaction) -> list[Say]:
        data: Any = interaction.data or {}
        options = {each.get("name"): each.get("value") for each in data.get("options") or ()}
        if interaction.guild_id is None:
            return [say("setup-in-server")]
        if not interaction.permissions.manage_guild:
            return [say("setup-managers")]
        channel = await client.fetch_channel(int(options.get("channel") or interaction.channel_id or 0))
        if not isinstance(channel, discord.TextChannel) or channel.guild.id != interaction.guild_id:
            return [say("setup-text-channel")]
        if lacking := missing(channel):
            return [say("setup-missing", channel=f"#{channel.name}"), *(say(f"permission-{name}") for name in lacking)]
        wish = Wish(
            str(interaction.user.id),
            str(interaction.guild_id),
            str(channel.id),
            clean(str(options.get("programme") or "")),
        )
        answer = await self._rooms.set_up(wish)
        return [answer] if self._words else [answer, say("setup-no-words")]


def missing(channel: discord.TextChannel) -> list[str]:
    """What the bot may not do in a channel, and must."""
    allowed = channel.permissions_for(channel.guild.me)
    return [name.replace("_", "-") for name in NEEDED if not getattr(allowed, name)]
