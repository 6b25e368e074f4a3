"""Turns what Discord tells into an Incoming, or into nothing where there is nothing to answer. Pure and total."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Any

import discord

from adapters.discord import forms
from adapters.discord.keyboard import MENU
from adapters.discord.routes import LIVES, THINKING, UPDATE, Route
from bot.mentoring.digest import asks_here
from bot.messages import MAX_DATA, MAX_TEXT, File, Incoming, Kind
from bot.rooms import CHANNEL
from bot.talk.clean import clean

PLATFORM = "discord"
MAX_NAME = 64
KINDS = (("image/", "photo"), ("video/", "video"), ("audio/", "audio"))
SPOKEN = frozenset({discord.MessageType.default, discord.MessageType.reply})


def read_message(message: discord.Message, me: int) -> Incoming | None:
    """Something written to the bot alone, or in a thread that the bot has made."""
    author = message.author
    if author.bot or author.id == me or message.webhook_id or message.type not in SPOKEN:
        return None
    text = storable(message.content)
    files = tuple(_file(message, each) for each in message.attachments)
    what = files[0].kind if files else _kind(message)
    kind: Kind = "text" if text else "other"
    if message.guild is not None:
        if not (isinstance(message.channel, discord.Thread) and message.channel.owner_id == me):
            return None
        kind = "thread"
    if not text and not what:
        return None
    incoming = _from(message.id, author, kind, message.created_at)
    answers = message.reference.message_id if message.reference else None
    return replace(
        incoming,
        chat=f"{CHANNEL}{message.channel.id}" if message.guild else incoming.chat,
        text=text,
        message=str(message.id),
        what=what,
        files=files,
        reply_to=str(answers or ""),
    )


def read_edit(message: discord.Message, me: int) -> Incoming | None:
    """A message of which the words were changed; a preview that Discord adds changes none."""
    if message.edited_at is None or not (read := read_message(message, me)) or not read.text:
        return None
    kind: Kind = "edit" if read.kind == "text" else read.kind
    event = f"{message.id}:{message.edited_at.timestamp():.3f}"
    return replace(read, kind=kind, event=event, at=message.edited_at, what="edited" if kind == "thread" else read.what)


def read_tap(interaction: discord.Interaction, data: str, now: datetime) -> Incoming:
    """A button, or what was chosen from a menu."""
    kept = data.encode("utf-8", "replace")[:MAX_DATA].decode("utf-8", "ignore")
    message = interaction.message
    spot = str(message.id) if message and not shared(interaction) else ""  # a shared message is nobody's to rewrite
    return replace(_within(interaction, "tap", now), data=kept, message=spot)


def read_form(interaction: discord.Interaction, now: datetime) -> Incoming:
    """A form that was filled in."""
    data: Any = interaction.data or {}
    talk = forms.conversation(str(data.get("custom_id", "")))
    return replace(_within(interaction, "page", now), data=str(talk), values=forms.values(data.get("components")))


def read_command(interaction: discord.Interaction, text: str, now: datetime) -> Incoming:
    """A slash command, as it would be typed: to the bot alone, wherever that is, unless it is about the channel."""
    incoming = replace(_within(interaction, "text", now), text=storable(text))
    if interaction.guild_id is None or not asks_here(incoming.text):
        return incoming
    return replace(incoming, kind="group", chat=f"{CHANNEL}{interaction.channel_id}")


def chosen(interaction: discord.Interaction) -> str:
    """The data of the button or of the menu's choice."""
    data: Any = interaction.data or {}
    custom, values = str(data.get("custom_id", "")), data.get("values")
    return str(values[0]) if custom.startswith(MENU) and values else custom


def shared(interaction: discord.Interaction) -> bool:
    """Whether what was tapped can be read by others: then nothing personal is written into it."""
    message = interaction.message
    return interaction.guild_id is not None and not (message is not None and message.flags.ephemeral)


def route_of(interaction: discord.Interaction, now: datetime) -> Route:
    """The way to answer for the next minutes: in place where only the person sees it, else "thinking ..."."""
    component = interaction.type is not discord.InteractionType.application_command and interaction.message is not None
    how = UPDATE if component and not shared(interaction) else THINKING
    return Route(interaction.application_id, interaction.token, now + LIVES, how, interaction.guild_id is not None)


def _within(interaction: discord.Interaction, kind: Kind, now: datetime) -> Incoming:
    incoming = _from(interaction.id, interaction.user, kind, now)
    return replace(incoming, locale=str(interaction.locale)[:16], route=str(route_of(interaction, now)))


def _from(event: int, who: discord.User | discord.Member, kind: Kind, at: datetime) -> Incoming:
    """What all share. Whatever is said to a person alone goes to the chat of their own number."""
    return Incoming(
        platform=PLATFORM,
        event=str(event),
        account=str(who.id),
        chat=str(who.id),
        kind=kind,
        at=at,
        name=clean(who.global_name or who.name)[:MAX_NAME],
    )


def _file(message: discord.Message, attachment: discord.Attachment) -> File:
    """A file by where it lies: its address would be good for a day only."""
    media = attachment.content_type or ""
    kind = next((kind for begins, kind in KINDS if media.startswith(begins)), "document")
    kind = "voice" if attachment.is_voice_message() else kind
    ref = f"{message.channel.id}/{message.id}/{attachment.id}"
    return File(kind, ref, clean(attachment.filename)[:MAX_NAME], attachment.size)


def _kind(message: discord.Message) -> str:
    """What something without words or files is."""
    if message.stickers:
        return "sticker"
    if message.poll:
        return "poll"
    return "" if message.content else "other" if message.embeds or message.components else ""


def storable(text: str) -> str:
    """Bounded and safe to keep: NUL and lone surrogates are no text for a database."""
    return text[:MAX_TEXT].replace("\x00", "").encode("utf-8", "replace").decode()
