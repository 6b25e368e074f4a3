"""A way to Discord on which discord.py asks once: it would send again by itself what Discord may already have shown."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import aiohttp
import discord


def once(session: aiohttp.ClientSession) -> Any:
    """As much of a session as a webhook uses."""
    return _Once(session)


class _Once:
    def __init__(self, session: aiohttp.ClientSession) -> None:
        self._session = session

    @asynccontextmanager
    async def request(self, method: str, url: str, **more: Any) -> AsyncIterator[aiohttp.ClientResponse]:
        """Raises for a 5xx and for a cut connection, so that nobody tries again. One that could not be made at all has
        brought nothing: that stays what it is."""
        try:
            async with self._session.request(method, url, **more) as response:
                if response.status >= 500:
                    raise discord.DiscordServerError(response, await response.text(errors="replace"))
                yield response
        except aiohttp.ClientConnectorError:
            raise
        except OSError as error:
            raise aiohttp.ServerDisconnectedError(str(error)) from error
