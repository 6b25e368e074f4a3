"""What `doctor` finds out about Discord: the token, whether the bot may read in servers, and whether it is in one.

It asks over plain HTTP and opens no gateway, so the bot that runs meanwhile is not disturbed.
"""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from typing import Any

import httpx

from bot.findings import Finding
from bot.messages import say

OFFICIAL = "https://discord.com/api/v10"
SHAPE = re.compile(r"[\w-]{20,}\.[\w-]{4,}\.[\w-]{20,}", re.ASCII)
READS = 1 << 18 | 1 << 19  # flags of an application with Message Content Intent, with Discord's leave or in few servers
PATIENCE = 15.0


async def examine_discord(token: str | None, *, api: str = OFFICIAL) -> list[Finding]:
    """All that is found out; nothing when there is no token, as Discord is not needed."""
    if not token:
        return []
    if not SHAPE.fullmatch(token):
        return [Finding("bad", say("doctor-discord-shape"))]
    named = {"Authorization": f"Bot {token}", "User-Agent": "DiscordBot (tuntun, 1)"}
    async with httpx.AsyncClient(base_url=api, headers=named, timeout=PATIENCE) as client:
        return [finding async for finding in _discord(client)]


async def _discord(client: httpx.AsyncClient) -> AsyncIterator[Finding]:
    code, me = await _ask(client, "/users/@me")
    if code != 200:
        yield _failed(code)
        return
    yield Finding("ok", say("doctor-discord-ok", bot=str(me.get("username", ""))))
    code, application = await _ask(client, "/oauth2/applications/@me")
    if code == 200 and not int(application.get("flags") or 0) & READS:
        yield Finding("warn", say("doctor-discord-no-words"))
    code, servers = await _ask(client, "/users/@me/guilds?limit=1")
    if code == 200 and not servers:
        yield Finding("warn", say("doctor-discord-no-server"))


def _failed(code: int) -> Finding:
    if code in {401, 403}:
        return Finding("bad", say("doctor-discord-refused"))
    return Finding("warn", say("doctor-discord-trouble", code=code) if code else say("doctor-discord-away"))


async def _ask(client: httpx.AsyncClient, path: str) -> tuple[int, Any]:
    """The code and what was told; code 0 when nobody answers, or somebody else. What httpx raises may hold the token,
    so it goes no further."""
    try:
        response = await client.get(path)
        return response.status_code, response.json() if response.status_code == 200 else None
    except (httpx.HTTPError, ValueError):
        return 0, None
