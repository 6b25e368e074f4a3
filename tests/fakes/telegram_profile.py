"""The Bot API's methods on the bot itself: who it is, its commands and descriptions, its webhook."""

import re
from collections.abc import Callable
from typing import Any

from tests.fakes.telegram_html import Json, units
from tests.fakes.telegram_rules import bad
from tests.fakes.telegram_world import World

TEXTS = {"name": 64, "description": 512, "short_description": 120}
SCOPES = {
    "default",
    "all_private_chats",
    "all_group_chats",
    "all_chat_administrators",
    "chat",
    "chat_administrators",
    "chat_member",
}


def get_me(world: World, params: Json) -> Json:
    return world.me | {
        "can_join_groups": True,
        "can_read_all_group_messages": not world.privacy_mode,
        "supports_inline_queries": False,
    }


def _language(params: Json) -> str:
    language = str(params.get("language_code") or "")
    if not re.fullmatch(r"([a-z]{2})?", language):
        raise bad("invalid language code specified")
    return language


def commands_key(world: World, params: Json) -> tuple[str, str]:
    """("default", "") or ("chat:5000000001", "id")."""
    scope = params.get("scope") or {"type": "default"}
    if scope.get("type") not in SCOPES:
        raise bad("can't parse BotCommandScope: unsupported type specified")
    if "chat_id" in scope and int(scope["chat_id"]) not in world.chats:
        raise bad("chat not found")
    parts = [scope["type"], *(str(scope[key]) for key in ("chat_id", "user_id") if key in scope)]
    return ":".join(parts), _language(params)


def set_commands(world: World, params: Json) -> bool:
    commands = params.get("commands") or []
    if len(commands) > 100:
        raise bad("BOT_COMMANDS_TOO_MUCH")
    for command in commands:
        if not re.fullmatch(r"/?[a-z0-9_]{1,32}", command["command"]):
            raise bad("BOT_COMMAND_INVALID")
        if not 1 <= units(command["description"]) <= 256:
            raise bad("BOT_COMMAND_DESCRIPTION_INVALID")
    world.profile.commands[commands_key(world, params)] = commands
    return True


def get_commands(world: World, params: Json) -> list[Json]:
    return world.profile.commands.get(commands_key(world, params), [])


def delete_commands(world: World, params: Json) -> bool:
    world.profile.commands.pop(commands_key(world, params), None)
    return True


def set_text(kind: str) -> Callable[[World, Json], bool]:
    def put(world: World, params: Json) -> bool:
        text = str(params.get(kind) or "")
        if units(text) > TEXTS[kind]:
            raise bad(f"bot {kind.replace('_', ' ')} is too long")
        world.profile.texts[kind, _language(params)] = text
        return True

    return put


def get_text(kind: str) -> Callable[[World, Json], Json]:
    def read(world: World, params: Json) -> Json:
        language = _language(params)
        texts = world.profile.texts
        return {kind: texts.get((kind, language)) or texts.get((kind, ""), "")}

    return read


def set_webhook(world: World, params: Json) -> bool:
    world.profile.webhook = str(params.get("url") or "")
    return True


def delete_webhook(world: World, params: Json) -> bool:
    world.profile.webhook = ""
    if str(params.get("drop_pending_updates", "")).lower() in ("true", "1"):
        world.updates.drop()
    return True


def webhook_info(world: World, params: Json) -> Json:
    pending = len(world.updates.pending)
    return {"url": world.profile.webhook, "has_custom_certificate": False, "pending_update_count": pending}


PROFILE_METHODS: dict[str, Callable[[World, Json], Any]] = {
    "getme": get_me,
    "setmycommands": set_commands,
    "getmycommands": get_commands,
    "deletemycommands": delete_commands,
    "setmyname": set_text("name"),
    "setmydescription": set_text("description"),
    "setmyshortdescription": set_text("short_description"),
    "getmyname": get_text("name"),
    "getmydescription": get_text("description"),
    "getmyshortdescription": get_text("short_description"),
    "setwebhook": set_webhook,
    "deletewebhook": delete_webhook,
    "getwebhookinfo": webhook_info,
}
