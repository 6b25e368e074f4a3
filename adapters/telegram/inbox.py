"""What both ways of hearing Telegram share: updates are read, taps acknowledged, messages handed in and waited for."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from concurrent.futures import Future
from datetime import datetime

from telegram import Bot, Update

from adapters.telegram.reading import read_unknown, read_update
from bot.logs import concerning
from bot.messages import Incoming, Json

log = logging.getLogger(__name__)


class Inbox:
    """Reads updates and hands them in. `submit` gives a future that is done once all a message led to is kept; `me` is
    the bot's user name."""

    def __init__(self, bot: Bot, submit: Callable[[Incoming], Future[None]], now: Callable[[], datetime]) -> None:
        self.me = ""
        self._bot, self._submit, self._now = bot, submit, now
        self._answering: set[asyncio.Task[None]] = set()

    def read(self, update: Json) -> Incoming | None:
        """What an update says; of one that PTB can't read, who sent it. Fetched again, it would come for ever."""
        with concerning(f"telegram:{update.get('update_id')}"):
            return self._read(update)

    def _read(self, update: Json) -> Incoming | None:
        try:
            if "callback_query" in update:
                self._answer(str(update["callback_query"]["id"]))
            return read_update(Update.de_json(update, self._bot), self._now(), self.me)
        except Exception:
            log.exception("update %s could not be read", update.get("update_id"))
            return read_unknown(update, self._now())

    async def keep(self, incoming: Incoming) -> None:
        """Hand a message in, and wait until all it led to is on the disk."""
        await asyncio.wrap_future(self._submit(incoming))
        with concerning(incoming.trace):
            log.debug("a message is kept")

    async def settle(self, seconds: float) -> None:
        """At the end: wait for acknowledgements under way."""
        if self._answering:
            await asyncio.wait(self._answering, timeout=seconds)

    def _answer(self, query: str) -> None:
        """Stop the little clock on the button at once, before any work."""
        task = asyncio.create_task(self._acknowledge(query))
        self._answering.add(task)
        task.add_done_callback(self._answering.discard)

    async def _acknowledge(self, query: str) -> None:
        try:
            await self._bot.answer_callback_query(query)
        except Exception as error:  # noqa: BLE001 - too old, or the network: the work is done all the same
            log.debug("a tap could not be acknowledged: %r", error)
