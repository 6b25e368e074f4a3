"""The menu of commands beside the text field: for everybody in their app's language, for some by their role."""

from __future__ import annotations

import logging
from datetime import UTC, datetime

from telegram import Bot, BotCommand, BotCommandScope, BotCommandScopeChat, BotCommandScopeDefault
from telegram.error import TelegramError

from bot.commands import COMMANDS
from bot.logs import redact
from bot.mentoring.people import Role
from bot.messages import say
from bot.talk.phrases import LOCALES, Phrases, Reader

log = logging.getLogger(__name__)

DESCRIPTION = 256  # characters of a command's description, Telegram's limit


async def set_menu(bot: Bot, phrases: Phrases) -> None:
    """What everybody sees until more is known of them: a mentee's commands, in the language of their app."""
    for language in ("", *LOCALES):
        await _set(bot, phrases, "mentee", language or LOCALES[0], BotCommandScopeDefault(), language or None)


async def set_menu_for(bot: Bot, chat: str, role: Role, locale: str, phrases: Phrases) -> None:
    """What one person sees: the commands of their role, in the language they chose."""
    await _set(bot, phrases, role, locale, BotCommandScopeChat(int(chat)))


def commands(phrases: Phrases, role: Role, locale: str) -> list[BotCommand]:
    """A role's commands by their names in a language."""
    reader = Reader(locale, "UTC", datetime.now(UTC))
    shown = [command for command in COMMANDS if command.menu and role in command.roles]
    return [
        BotCommand(
            command.local if locale == "id" else command.name,
            phrases.plain(say(f"command-{command.name}"), reader)[:DESCRIPTION],
        )
        for command in shown
    ]


async def _set(
    bot: Bot, phrases: Phrases, role: Role, locale: str, scope: BotCommandScope, language: str | None = None
) -> None:
    """A menu that can't be set, by Telegram's fault or ours, is no reason not to start."""
    try:
        await bot.set_my_commands(commands(phrases, role, locale), scope, language)
    except (TelegramError, LookupError, ValueError) as error:
        log.warning("the menu of commands could not be set: %s", redact(repr(error)))
