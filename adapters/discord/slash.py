"""Slash commands: each of the core's by its names in both languages, with room for what is typed behind it."""

from __future__ import annotations

import logging
from datetime import UTC, datetime
from typing import Any

import discord
from discord.http import Route

from bot.commands import COMMANDS
from bot.mentoring.invitations import token_in
from bot.messages import Json, say
from bot.talk.phrases import LOCALES, Phrases, Reader

log = logging.getLogger(__name__)

SPOKEN = {"id": ("id",), "en": ("en-US", "en-GB")}  # our languages by Discord's names for them
DEFAULT = "en"  # the language of a command's own name, shown where ours are not spoken
DESCRIPTION, ARGUMENT = 100, 100
TEXT, CHANNEL = 3, 7  # types of an option
TEXT_CHANNEL = 0
SERVER, DIRECT = 0, 1  # where a command can be used
MANAGER = str(discord.Permissions(manage_guild=True).value)
SETUP, LINK = "setup", "link"
KEPT = ("name", "description", "name_localizations", "description_localizations", "default_member_permissions")


def commands(phrases: Phrases) -> list[Json]:
    """All commands as Discord is told them."""
    known = [_command(phrases, command.name, command.local) for command in COMMANDS]
    if LINK not in {command["name"] for command in known}:
        known.append(_command(phrases, LINK, "sambungkan", "option-link"))
    return [*known, _setup(phrases)]


def _command(phrases: Phrases, name: str, local: str, about: str = "") -> Json:
    text = {
        "type": TEXT,
        "name": "text",
        "required": False,
        "max_length": ARGUMENT,
        **_described(phrases, "option-text"),
    }
    return _named(phrases, name, local, about) | {
        "options": [text | {"name_localizations": {"id": "teks"}}],
        "contexts": [SERVER, DIRECT],
    }


def _setup(phrases: Phrases) -> Json:
    channel = {"type": CHANNEL, "name": "channel", "required": True, "channel_types": [TEXT_CHANNEL]}
    channel |= _described(phrases, "option-channel") | {"name_localizations": {"id": "kanal"}}
    programme = {"type": TEXT, "name": "programme", "required": False, "max_length": ARGUMENT}
    programme |= _described(phrases, "option-programme") | {"name_localizations": {"id": "program"}}
    return _named(phrases, SETUP, "siapkan") | {
        "options": [channel, programme],
        "contexts": [SERVER],
        "default_member_permissions": MANAGER,
    }


def _named(phrases: Phrases, name: str, local: str, about: str = "") -> Json:
    return {"type": 1, "name": name, "name_localizations": {"id": local}} | _described(
        phrases, about or f"command-{name}"
    )


def _described(phrases: Phrases, key: str) -> Json:
    said = {locale: _said(phrases, key, locale) for locale in LOCALES}
    return {
        "description": said[DEFAULT],
        "description_localizations": {code: said[locale] for locale in LOCALES for code in SPOKEN[locale]},
    }


def _said(phrases: Phrases, key: str, locale: str) -> str:
    """A missing sentence is no reason to do without the command."""
    said = phrases.plain(say(key), Reader(locale, "UTC", datetime.now(UTC))) if phrases.has(key) else key
    return said[:DESCRIPTION]


async def register(client: discord.Client, phrases: Phrases) -> bool:
    """Tell Discord the commands if it knows others; whether it had to be told. What it knows is asked first, as being
    told is rationed."""
    number, wanted = client.application_id, commands(phrases)
    if number is None:
        return False
    asked = Route("GET", "/applications/{application_id}/commands?with_localizations=true", application_id=number)
    if _shape(await client.http.request(asked)) == _shape(wanted):
        return False
    await client.http.bulk_upsert_global_commands(number, wanted)
    log.info("Discord has been told %d commands", len(wanted))
    return True


def _shape(told: Any) -> list[Any]:
    """What of commands must agree; Discord leaves out what is empty, and adds what is its own."""
    return sorted((_kept(command) for command in told), key=lambda kept: str(kept["name"]))


def _kept(command: Json) -> Json:
    kept = {name: command.get(name) or None for name in KEPT}
    options = [
        {name: option.get(name) or None for name in (*KEPT[:4], "type", "required", "max_length")}
        for option in command.get("options") or ()
    ]
    return kept | {"options": options, "contexts": sorted(command.get("contexts") or ())}


def typed(name: str, argument: str) -> str:
    """What a command would be if it were typed. A token after /link is an invitation, whatever it is called."""
    if name == LINK and argument and token_in(argument):
        return f"/start {argument}"
    return f"/{name} {argument}".strip()
