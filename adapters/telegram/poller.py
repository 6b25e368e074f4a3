"""Our own long poll: fetch, hand in, and only when all of it is on the disk ask for what comes next.

PTB's Updater confirms updates that sit in memory, so a crash would lose them; here it only brings them again.
"""

from __future__ import annotations

import asyncio
import json
import logging
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from contextlib import suppress
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import urlencode

from telegram.error import Conflict, InvalidToken, RetryAfter, TelegramError

from adapters.telegram.inbox import Inbox
from adapters.telegram.line import Line
from adapters.telegram.outcomes import seconds_of
from bot.errors import Problem, Setup
from bot.logs import redact
from bot.messages import Incoming, Json

log = logging.getLogger(__name__)

ALLOWED = ("message", "edited_message", "callback_query", "my_chat_member")
MOST = 100  # updates fetched at once, Telegram's limit
HANGS = 30.0  # seconds past its time after which a poll is given up and its connections are built anew
SLOWEST = 30.0  # seconds between tries when Telegram can't be reached
STANDBY = 15.0  # seconds to leave to another program that polls with the same token
SLOW_HAND_IN = 30.0  # seconds after which waiting for the database is told

TOKEN_REFUSED = Problem(
    "TELEGRAM_TOKEN", "Telegram refuses this token; copy it again from @BotFather, or let it make a new one with /token"
)
CONFLICT = (
    "another program reads messages with the same TELEGRAM_TOKEN; stop it, or give this bot a token of its own "
    "(trying again every %.0f s)"
)


class Poller:
    """Fetches updates and hands them in. `submit` gives a future that is done once all a message led to is kept."""

    def __init__(
        self,
        line: Line,
        submit: Callable[[Incoming], Future[None]],
        now: Callable[[], datetime],
        timeout: float = 30.0,
        standby: float = STANDBY,
        hangs: float = HANGS,
    ) -> None:
        self.last_success: datetime | None = None
        self.conflict = False
        self.restarts = 0  # polls that hung
        self._bot, self._polls, self._now = line.bot, line.polls, now
        self._inbox = Inbox(line.bot, submit, now)
        self._timeout, self._standby, self._hangs = timeout, standby, hangs
        self._offset: int | None = None
        self._failed = 0  # times in a row
        self._polling: asyncio.Task[list[Json]] | None = None
        self._stop = asyncio.Event()

    @property
    def healthy(self) -> bool:
        """Whether Telegram has answered lately, and to us alone."""
        silent = timedelta(seconds=self._timeout + 2 * HANGS)
        return not self.conflict and self.last_success is not None and self._now() - self.last_success < silent

    async def start(self) -> None:
        """Learn who the bot is, and free it of a webhook. Waits for the network; raises Setup for a refused token."""
        while not self._stop.is_set():
            try:
                await self._bot.initialize()
                if (await self._bot.get_webhook_info()).url:
                    log.warning("Telegram sent this bot's messages to a webhook; from now on it fetches them itself")
                    await self._bot.delete_webhook()
            except InvalidToken:
                raise Setup([TOKEN_REFUSED]) from None  # PTB's words quote the token
            except TelegramError as error:
                await self._rest(self._failure(error))
            else:
                self._failed, self._inbox.me = 0, self._bot.username
                return

    async def run(self) -> None:
        """Fetch until stopped. Ends by nothing else, a token refused at the start excepted."""
        if not self._inbox.me:
            await self.start()
        while not self._stop.is_set():
            try:
                wait = await self._round()
            except Exception:
                log.exception("a poll of Telegram failed in a way nobody expected; the next one follows")
                wait = self._backoff()
            if wait:
                await self._rest(wait)
        await self._confirm()
        await self._inbox.settle(3)

    async def stop(self) -> None:
        """Fetch nothing more; what has been fetched is still handed in."""
        self._stop.set()
        if self._polling:
            self._polling.cancel()

    async def _round(self) -> float:
        """Fetch once and hand in; says how long to wait before the next."""
        try:
            updates = await self._next()
        except RetryAfter as error:
            return seconds_of(error.retry_after)
        except Conflict:
            return self._in_conflict()
        except InvalidToken:
            log.error("Telegram refuses TELEGRAM_TOKEN all of a sudden: was it revoked at @BotFather?")  # noqa: TRY400
            return self._backoff(SLOWEST)
        except TelegramError as error:
            return self._failure(error)
        self.last_success, self.conflict = self._now(), False
        if updates and not await self._hand_in(updates):
            return self._backoff()
        self._failed = 0
        if updates:
            self._offset = int(updates[-1]["update_id"]) + 1
        return 0.0

    async def _next(self) -> list[Json]:
        """The next updates. A poll that hangs past its time is cut off, and its connections are built anew."""
        self._polling = asyncio.create_task(self._fetch(self._timeout))
        try:
            await asyncio.wait({self._polling}, timeout=self._timeout + self._hangs)
            if self._polling.done():
                return [] if self._polling.cancelled() else self._polling.result()
        finally:
            self._polling.cancel()
        log.error("a poll of Telegram hung for %.0f s; starting it anew", self._timeout + self._hangs)
        await self._redial()
        return []

    async def _fetch(self, seconds: float) -> list[Json]:
        """Updates as Telegram wrote them: PTB's get_updates would lose all for one that it can't read."""
        asked: dict[str, Any] = {"timeout": int(seconds), "limit": MOST, "allowed_updates": json.dumps(ALLOWED)}
        if self._offset is not None:
            asked["offset"] = self._offset
        answer = await self._polls.post(
            f"{self._bot.base_url}/getUpdates?{urlencode(asked)}", read_timeout=seconds + 10
        )
        return answer if isinstance(answer, list) else []

    async def renew(self) -> None:
        """Build the connections anew and begin another poll, whatever this one waits for."""
        if not self.conflict:
            log.error("Telegram has been silent for too long; the connections for polls are built anew")
            await self._redial()
            if self._polling:
                self._polling.cancel()

    async def _redial(self) -> None:
        self.restarts += 1
        with suppress(Exception):
            async with asyncio.timeout(5):
                await self._polls.shutdown()
        await self._polls.initialize()

    async def _hand_in(self, updates: Sequence[Json]) -> bool:
        """Whether all of them are kept now. If not they are fetched again: what was kept of them is known as seen."""
        read = [incoming for update in updates if (incoming := self._inbox.read(update))]
        waiting = [asyncio.ensure_future(self._inbox.keep(incoming)) for incoming in read]
        await self._patiently(waiting)
        lost = [error for future in waiting if (error := future.exception())]
        if lost:
            log.error(
                "%d of %d messages could not be kept; they are fetched again: %r", len(lost), len(waiting), lost[0]
            )
        return not lost

    async def _patiently(self, waiting: Sequence[asyncio.Future[None]]) -> None:
        left: set[asyncio.Future[None]] = set(waiting)
        while left:
            _, left = await asyncio.wait(left, timeout=SLOW_HAND_IN)
            if left:
                log.warning("%d messages wait for the database", len(left))

    async def _confirm(self) -> None:
        """Let Telegram know what has been handed in, so that it need not come again."""
        if self._offset is not None:
            with suppress(Exception):
                async with asyncio.timeout(3):
                    await self._fetch(0)

    def _in_conflict(self) -> float:
        if not self.conflict:
            log.error(CONFLICT, self._standby)
        self.conflict = True
        return self._standby

    def _failure(self, error: TelegramError) -> float:
        wait = self._backoff()
        log.warning(
            "Telegram can't be reached, next try in %.0f s: %s", wait, redact(f"{type(error).__name__}: {error}")
        )
        return wait

    def _backoff(self, least: float = 1.0) -> float:
        """Seconds before another try: 1, 2, 4 ... 30."""
        self._failed += 1
        return max(least, min(SLOWEST, 2.0 ** min(self._failed - 1, 10)))

    async def _rest(self, seconds: float) -> None:
        with suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                await self._stop.wait()
