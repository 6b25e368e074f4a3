"""What an error of discord.py means for a message: try later, give up, nobody there, or nobody knows."""

from __future__ import annotations

import asyncio
from json import JSONDecodeError

import aiohttp
import discord

from bot.logs import redact
from bot.ports import Outcome

REFUSED_TOKEN = 60.0  # seconds until a token that Discord refuses is tried again
TRIES = 6  # of a message nobody knows the end of: about a minute, for which Discord remembers a nonce

TOO_FAST = 40003  # private conversations are opened too fast
ARCHIVED = 50083
UNKNOWN_CHANNEL, UNKNOWN_MESSAGE = 10003, 10008
DM_CLOSED, NO_SHARED_SERVER = 50007, 50278
TOKEN_OVER = frozenset({10015, 10062, 50027})  # the interaction is too old, or was never there

REACH = {DM_CLOSED: "dm_closed", NO_SHARED_SERVER: "left_server", 10013: "gone", UNKNOWN_CHANNEL: "wrong_id"}
CLOSED_PLACES = {
    UNKNOWN_CHANNEL: "channel_gone",
    10004: "server_left",  # unknown guild
    50001: "no_access",
    50013: "no_permission",
    160006: "too_many_threads",
}

Trouble = (discord.DiscordException, aiohttp.ClientError, OSError, asyncio.TimeoutError, JSONDecodeError)


def code_of(error: BaseException) -> int:
    """Discord's own number of an error; 0 for one without."""
    return error.code if isinstance(error, discord.HTTPException) else 0


def outcome_of(error: BaseException, attempts: int) -> Outcome:
    """What became of a message whose sending raised this. The nonce makes a second sending harmless, so what nobody
    knows the end of is tried again for as long as Discord remembers it."""
    why = redact(f"{type(error).__name__}: {error}")
    match error:
        case discord.RateLimited():
            return Outcome("later", wait=max(1.0, error.retry_after), why=why)
        case discord.LoginFailure() | discord.HTTPException(status=401):
            return Outcome("later", wait=REFUSED_TOKEN, why="Discord refuses DISCORD_TOKEN", away=True)
        case discord.HTTPException(status=429):
            return Outcome("later", wait=_retry_after(error), why=why)
        case discord.HTTPException(code=code) if code == TOO_FAST:
            return Outcome("later", why=why)
        case discord.HTTPException(code=code) if code in REACH:
            return Outcome("unreachable", why=why, reach=REACH[code])
        case discord.HTTPException(status=status) if status < 500:
            return Outcome("refused", why=why)
        case aiohttp.ClientConnectorError():
            return Outcome("later", why=why, away=True)
    return Outcome("later" if attempts < TRIES else "uncertain", why=why)


def _retry_after(error: discord.HTTPException) -> float:
    """How long Cloudflare or Discord wants to be left alone."""
    try:
        return max(1.0, float(error.response.headers.get("Retry-After", 30)))
    except (TypeError, ValueError, AttributeError):
        return 30.0
