"""Discord from start to stop: connects, connects again, and asks for less where Discord does not grant it all. What
fails here never reaches another platform."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from contextlib import suppress

import discord

from adapters.discord.gateway import Desk, Gateway
from adapters.discord.outcomes import Trouble
from adapters.discord.threads import Places
from bot.errors import Problem, Setup
from bot.logs import redact

log = logging.getLogger(__name__)

SLOWEST = 60.0  # seconds between tries
TOKEN_REFUSED = Problem(
    "DISCORD_TOKEN",
    "Discord refuses this token; copy it again, or make a new one: discord.com/developers, your application, Bot, "
    "Reset Token",
)
NO_WORDS = (
    "Discord does not let this bot read what is written in servers, so pairs can't talk in their threads; all else "
    "works. To mend it: discord.com/developers, your application, Bot, switch on Message Content Intent, start again"
)


class Discord:
    """The connection to Discord. `client` is the one of now: a new one is made for every new start."""

    def __init__(self, token: str, desk: Desk, make: Callable[..., Gateway] = Gateway) -> None:
        discord.VoiceClient.warn_nacl = discord.VoiceClient.warn_dave = False  # nothing is spoken here
        self.places = Places(lambda: self.client, desk.rooms)
        self.trouble: Problem | None = None  # what only an operator can mend
        self._token, self._desk, self._make = token, desk, make
        self.client: Gateway = make(desk, self.places)
        self._stop = asyncio.Event()
        self.restarts = 0  # connections that had to be broken off
        self._failed = 0
        self._once = False  # whether Discord has ever taken the token

    @property
    def healthy(self) -> bool:
        """Whether Discord tells us what happens."""
        return self.trouble is None and self.client.hears and not self.client.is_closed()

    async def run(self) -> None:
        """Stay connected until stopped. Raises Setup for a token that is refused at the start, and nothing else."""
        while not self._stop.is_set():
            wait = await self._connected()
            self._once = self._once or self.client.met
            if self._stop.is_set():
                break
            with suppress(TimeoutError):
                async with asyncio.timeout(wait):
                    await self._stop.wait()
            self.client = self._make(self._desk, self.places, words=self.client.words)

    async def renew(self) -> None:
        """Break the connection off, for another one to be made."""
        log.error("Discord has been silent for too long; the connection is made anew")
        self.restarts += 1
        await self.client.close()

    async def stop(self) -> None:
        """Leave."""
        self._stop.set()
        await self.client.close()

    async def _connected(self) -> float:
        """One connection from beginning to end; says how long to wait before the next."""
        client = self.client
        try:
            await client.start(self._token)
        except discord.PrivilegedIntentsRequired:
            log.warning(NO_WORDS)
            client.words = False
            return 0.0
        except discord.LoginFailure:
            if not self._once:
                raise Setup([TOKEN_REFUSED]) from None
            self.trouble = TOKEN_REFUSED
            log.error("%s", TOKEN_REFUSED)  # noqa: TRY400 - the trace quotes nothing but our own lines
            return SLOWEST
        except Trouble as error:
            log.warning("Discord can't be reached: %s", redact(f"{type(error).__name__}: {error}"))
        except Exception:
            if not client.is_closed():  # discord.py stumbles where it is closed while it connects
                log.exception("the connection to Discord failed in a way nobody expected; the next one follows")
        finally:
            with suppress(Exception):
                await client.close()
        self._failed = 0 if client.met else self._failed
        self._failed += 1
        return min(SLOWEST, 2.0 ** min(self._failed, 10))
