"""One courier a platform: takes messages from the outbox, sends them within the limits, keeps what became of each.

It never dies: what fails is logged and kept, and the next one goes.
"""

from __future__ import annotations

import asyncio
import logging
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime, timedelta
from time import monotonic

from adapters.courier.pace import Limits, Pace
from adapters.courier.reach import Reach
from adapters.courier.waits import quiet_until
from bot.logs import concerning
from bot.ports import Outbox, Outcome, Parcel, Sender
from bot.talk.rendering import Shown

log = logging.getLogger(__name__)

IDLE = 60.0  # seconds after which it looks without being woken
TOGETHER = 1  # messages a claim waits for behind a long queue: with more, the limit is not used up
STUCK = timedelta(seconds=150)  # without a round: not healthy
TROUBLE = 1.0  # seconds until what failed here is tried again
SOON = 0.05  # seconds until it looks again for what came between two looks
LEVELS = {"sent": logging.DEBUG, "later": logging.INFO}  # how loudly an outcome is told; the others are warnings


class Courier:
    """Carries one platform's messages. `show` puts a message into words."""

    def __init__(
        self,
        outbox: Outbox,
        sender: Sender,
        show: Callable[[Parcel], Shown],
        now: Callable[[], datetime],
        limits: Limits | None = None,
        at_once: int = 12,
    ) -> None:
        self.platform = sender.platform
        self.counts: Counter[str] = Counter()
        self.last_round: datetime | None = None
        self.restarts = 0  # times it broke and began anew
        self._outbox, self._sender, self._show, self._now = outbox, sender, show, now
        self._limits, self._at_once = limits or Limits(), at_once
        self._pace = Pace(self._limits, monotonic())
        self._reach = Reach(self.platform, self._pace)
        self._loop: asyncio.AbstractEventLoop | None = None
        self._woken = asyncio.Event()
        self._claiming, self._recording = asyncio.Lock(), asyncio.Lock()
        self._flying: dict[str, asyncio.Task[None]] = {}
        self._landed: list[tuple[Parcel, Outcome]] = []
        self._eager = False  # whether the end of a sending is waited for
        self._stopping = False
        self._ended: asyncio.Event | None = None

    @property
    def healthy(self) -> bool:
        """Whether it still goes its rounds."""
        return self.last_round is not None and self._now() - self.last_round < STUCK

    @property
    def throttled(self) -> int:
        """How often the platform said that it was too much."""
        return self._reach.floods

    @property
    def trouble(self) -> str:
        """Why the platform is out of reach, if it is."""
        return self._reach.trouble

    def wake(self) -> None:
        """There may be something to send. Safe from any thread."""
        if self._loop:
            with suppress(RuntimeError):  # the loop is closed: nothing is sent any more
                self._loop.call_soon_threadsafe(self._woken.set)

    async def run(self) -> None:
        """Send until stopped. What breaks here is begun anew."""
        self._loop, self._ended = asyncio.get_running_loop(), asyncio.Event()
        try:
            while not await self._lived():
                self.restarts += 1
                await asyncio.sleep(TROUBLE)
        finally:
            for task in self._flying.values():
                task.cancel()
            self._ended.set()

    async def _lived(self) -> bool:
        """Whether it came to its end as it should."""
        try:
            await self._land()
            await self._recover()
            while not self._stopping:
                await self._rest(await self._guarded_round())
            await self._land()
        except Exception:
            log.exception("%s: the courier broke in a way nobody expected; it begins anew", self.platform)
            return self._stopping
        return True

    async def _land(self) -> None:
        """Wait for what is under way."""
        while self._flying:
            await asyncio.wait(self._flying.values())

    async def stop(self, patience: float = 30.0) -> None:
        """Finish what is under way, keep what became of it, end."""
        self._stopping = True
        self._woken.set()
        if self._ended:
            with suppress(TimeoutError):
                async with asyncio.timeout(patience):
                    await self._ended.wait()

    async def drain(self) -> None:
        """Send until nothing is waiting now."""
        while True:
            await self._round()
            if self._flying:
                await asyncio.wait(self._flying.values(), return_when=asyncio.FIRST_COMPLETED)
                continue
            moment = await self._outbox.next_moment(self.platform)
            if moment is None or moment > self._now():
                return
            await asyncio.sleep(self._patience())

    async def _recover(self) -> None:
        while not self._stopping:
            try:
                count = await self._outbox.recover(self.platform)
            except Exception:
                log.exception("%s: the outbox could not be read; trying again", self.platform)
                await self._rest(TROUBLE)
                continue
            if count:
                log.warning("%s: %d messages were being sent when the bot ended; they go again", self.platform, count)
            return

    async def _guarded_round(self) -> float:
        try:
            wait = await self._round()
        except Exception:
            log.exception("%s: a round of the courier failed; the next one follows", self.platform)
            wait = TROUBLE
        self.last_round = self._now()
        return wait

    async def _rest(self, seconds: float) -> None:
        with suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                await self._woken.wait()

    async def _round(self) -> float:
        """Send off what may go now; says for how long there is nothing to do, unless woken."""
        async with self._claiming:
            self._woken.clear()
            slots = (1 if self._reach.away else self._at_once) - len(self._flying)
            self._eager = slots < 1
            if slots < 1:
                return IDLE
            most = min(slots, self._pace.free(monotonic()))
            if most < 1:
                return self._pace.wait(monotonic())
            parcels = await self._outbox.claim(self.platform, most, [*self._flying, *self._pace.busy(monotonic())])
            for parcel in parcels:
                self._launch(parcel)
            if len(parcels) < most:
                return await self._until_next()
            return self._pace.wait(monotonic(), min(TOGETHER, self._limits.burst))

    async def _until_next(self) -> float:
        """All that was free has been taken: wait for the next moment, or for a chat that is busy."""
        moment = await self._outbox.next_moment(self.platform)
        ahead = (moment - self._now()).total_seconds() if moment else IDLE
        if ahead > 0:
            return min(ahead, IDLE)
        self._eager = True
        return self._patience()

    def _patience(self) -> float:
        now = monotonic()
        moments = [*self._pace.busy(now).values(), now + (IDLE if self._flying else SOON)]
        return max(min(moments) - now, self._pace.wait(now), 0.005)

    def _launch(self, parcel: Parcel) -> None:
        put_off = self._put_off(parcel)
        if put_off is None:
            self._pace.take(parcel.chat, monotonic())
        self._flying[parcel.chat] = asyncio.create_task(self._deliver(parcel, put_off))

    def _put_off(self, parcel: Parcel) -> Outcome | None:
        """A reminder that waited here until the person's quiet hours goes when they are over."""
        with suppress(Exception):  # a zone or clock that can't be read must not cost the message
            if until := quiet_until(parcel, self._now()):
                return Outcome("later", wait=(until - self._now()).total_seconds(), why="quiet hours")
        return None

    async def _deliver(self, parcel: Parcel, put_off: Outcome | None) -> None:
        """Send one message and keep what became of it. Its chat stays busy until that is kept, so its order is too."""
        with concerning(parcel.trace):
            await self._delivered(parcel, put_off)

    async def _delivered(self, parcel: Parcel, put_off: Outcome | None) -> None:
        again = False
        try:
            outcome = put_off or self._judged(parcel, await self._sent(parcel))
            self._landed.append((parcel, outcome))
            await self._record()
            if outcome.kind == "later" and put_off is None:
                self._pace.hold(parcel.chat, monotonic() + outcome.wait)
            again = outcome.kind == "later"  # its new moment may be before the one that is slept until
        finally:
            del self._flying[parcel.chat]
            if again or self._eager:
                self._woken.set()

    async def _sent(self, parcel: Parcel) -> Outcome:
        began, messages = monotonic(), 1
        try:
            shown = self._show(parcel)
            for trouble in shown.trouble:
                log.error("%s: message %d could not be shown as it should: %s", self.platform, parcel.id, trouble)
            if (messages := max(1, len(shown.texts))) > 1:
                self._pace.take(parcel.chat, began, messages - 1)
            return await self._carried(parcel, shown)
        except Exception as error:
            log.exception("%s: message %d could not be shown", self.platform, parcel.id)
            return Outcome("refused", why=repr(error))
        finally:
            self._pace.land(parcel.chat, began, monotonic(), messages)

    async def _carried(self, parcel: Parcel, shown: Shown) -> Outcome:
        try:
            return await self._sender.send(parcel, shown)
        except Exception as error:
            log.exception("%s: sending message %d failed in a way nobody expected", self.platform, parcel.id)
            return Outcome("uncertain", why=repr(error))

    def _judged(self, parcel: Parcel, outcome: Outcome) -> Outcome:
        self.counts[outcome.kind] += 1
        log.log(
            LEVELS.get(outcome.kind, logging.WARNING),
            "%s: message %d: %s%s",
            self.platform,
            parcel.id,
            outcome.kind,
            outcome.why and f", {outcome.why}",
        )
        return self._reach.judge(parcel, outcome, monotonic())

    async def _record(self) -> None:
        """Keep all outcomes there are, in one step; those of others, who wait for the lock meanwhile, with the next."""
        async with self._recording:
            batch, self._landed = self._landed, []
            while batch:
                try:
                    await self._outbox.record(batch)
                except Exception:
                    log.exception("%s: %d outcomes could not be kept; trying again", self.platform, len(batch))
                    await asyncio.sleep(TROUBLE)
                else:
                    return
