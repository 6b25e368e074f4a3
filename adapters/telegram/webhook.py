"""Hearing Telegram by HTTPS, for several processes behind one address: 200 only once all that a message led to is on
the disk. Whatever goes wrong before that is answered with 503, and Telegram brings the update again."""

from __future__ import annotations

import asyncio
import hmac
import json
import logging
from http import HTTPStatus

from aiohttp import web
from telegram import Bot
from telegram.error import InvalidToken, TelegramError

from adapters.telegram.inbox import Inbox
from adapters.telegram.poller import ALLOWED, TOKEN_REFUSED
from bot.errors import Setup
from bot.logs import redact
from bot.messages import Json

log = logging.getLogger(__name__)

PATH = "/telegram"
HEADER = "X-Telegram-Bot-Api-Secret-Token"
LARGEST = 1_000_000  # bytes of an update; Telegram's are a few thousand
PATIENCE = 25.0  # seconds for a message to be kept; Telegram waits longer, and brings it again
TOGETHER = 40  # requests Telegram makes at once
AGAIN = 10.0  # seconds between tries to tell Telegram the address


class Webhook:
    """What answers on the path that Telegram was told."""

    def __init__(self, inbox: Inbox, secret: str) -> None:
        self._inbox, self._secret = inbox, secret

    async def hear(self, request: web.Request) -> web.Response:
        """One update. Who does not know the secret learns nothing, not even that this is the place."""
        if not self._knows(request):
            return web.Response(status=HTTPStatus.NOT_FOUND)
        update = await _body(request)
        if update is None:
            return web.Response(status=HTTPStatus.BAD_REQUEST)
        incoming = self._inbox.read(update)
        if incoming is None:
            return web.Response()
        try:
            async with asyncio.timeout(PATIENCE):
                await asyncio.shield(self._inbox.keep(incoming))
        except Exception as error:  # noqa: BLE001 - whatever it was: kept it is not, so it must come again
            log.warning("an update could not be kept (%s); Telegram brings it again", type(error).__name__)
            return web.Response(status=HTTPStatus.SERVICE_UNAVAILABLE)
        return web.Response()

    def _knows(self, request: web.Request) -> bool:
        header = _same(request.headers.get(HEADER, ""), self._secret)
        return _same(request.match_info["place"], place(self._secret)) and header and request.method == "POST"


def _same(given: str, secret: str) -> bool:
    return hmac.compare_digest(given.encode("utf-8", "replace"), secret.encode())


def place(secret: str) -> str:
    """The part of the path nobody guesses. A proxy's log may hold it, so the secret can't be told from it."""
    return hmac.digest(secret.encode(), b"the path of Tuntun's webhook", "sha256").hex()[:32]


def door(webhook: Webhook) -> web.Application:
    """What listens; nothing else answers there."""
    app = web.Application(client_max_size=LARGEST)
    app.router.add_route("*", PATH + "/{place}", webhook.hear)
    return app


async def _body(request: web.Request) -> Json | None:
    """The update; None for what is none."""
    try:
        update = json.loads(await request.read())
    except (ValueError, RecursionError, web.HTTPRequestEntityTooLarge):
        return None
    return update if isinstance(update, dict) else None


async def announce(bot: Bot, url: str, secret: str, again: float = AGAIN) -> str:
    """Tell Telegram where to bring updates, below `url`, as often as it takes; gives the bot's user name. Raises Setup
    for a refused token."""
    there = f"{url.rstrip('/')}{PATH}/{place(secret)}"
    while True:
        try:
            await bot.initialize()
            await bot.set_webhook(there, allowed_updates=ALLOWED, secret_token=secret, max_connections=TOGETHER)
        except InvalidToken:
            raise Setup([TOKEN_REFUSED]) from None
        except TelegramError as error:
            log.warning("Telegram can't be told the address: %s", redact(f"{type(error).__name__}: {error}"))
            await asyncio.sleep(again)
        else:
            return str(bot.username)
