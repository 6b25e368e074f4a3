"""One courier a platform: takes messages from the outbox, sends them within the limits, keeps what became of each. It never
dies: what fails is logged, kept, and the next one goes."""

from __future__ import annotations

import asyncio
import logging
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import datetime, time, timedelta

from adapters.courier.pace import Limits, Pace
from bot.mentoring.calendar import local, local_date, next_daily
from bot.ports import Outbox, Outcome, Parcel, Sender
from bot.talk.rendering import Shown

log = logging.getLogger(__name__)

IDLE = 60.0  # seconds after which it looks without being woken
TOGETHER = 3  # messages a claim waits for behind a long queue: a tenth of a second, so answers do not wait
MOST_WAIT = 60.0  # seconds between tries
STUCK = timedelta(seconds=150)  # without a round: not healthy
TROUBLE = 1.0  # seconds until what failed here is tried again


class Courier:
    """Carries one platform's messages. `show` puts a message into words; it may not raise."""

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
        self.trouble = ""
        self.last_round: datetime | None = None
        self._outbox, self._sender, self._show, self._now = outbox, sender, show, now
        self._limits, self._at_once = limits or Limits(), at_once
        self._loop: asyncio.AbstractEventLoop | None = None
        self._pace: Pace | None = None
        self._woken = asyncio.Event()
        self._round_lock, self._record_lock = asyncio.Lock(), asyncio.Lock()
        self._flying: dict[str, asyncio.Task[None]] = {}
        self._landed: list[tuple[Parcel, Outcome]] = []
        self._eager = False  # whether the end of a sending makes room that is waited for
        self._away = 0  # times in a row that the platform was out of reach
        self._stopping = False
        self._ended = asyncio.Event()

    @property
    def healthy(self) -> bool:
        """Whether it still goes its rounds."""
        return self.last_round is not None and self._now() - self.last_round < STUCK

    def wake(self) -> None:
        """There may be something to send. Safe from any thread."""
        if self._loop:
            with suppress(RuntimeError):  # the loop is closed: nothing is sent any more
                self._loop.call_soon_threadsafe(self._woken.set)

    async def run(self) -> None:
        """Send until stopped."""
        self._begin()
        try:
            await self._recover()
            while not self._stopping:
                await self._rest(await self._guarded_round())
            await self._land()
        finally:
            for task in self._flying.values():
                task.cancel()
            self._ended.set()

    async def stop(self, patience: float = 30.0) -> None:
        """Finish what is under way, keep what became of it, end."""
        self._stopping = True
        self._woken.set()
        if self._loop:
            with suppress(TimeoutError):
                await asyncio.wait_for(self._ended.wait(), patience)

    async def drain(self) -> None:
        """Send until nothing is waiting now."""
        pace = self._begin()
        while True:
            await self._round()
            if self._flying:
                await asyncio.wait(self._flying.values(), return_when=asyncio.FIRST_COMPLETED)
                continue
            moment = await self._outbox.next_moment(self.platform)
            if moment is None or moment > self._now():
                return
            await asyncio.sleep(self._patience(pace))

    def _begin(self) -> Pace:
        self._loop = asyncio.get_running_loop()
        self._pace = self._pace or Pace(self._limits, self._loop.time())
        return self._pace

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

    async def _rest(self, wait: float) -> None:
        with suppress(TimeoutError):
            await asyncio.wait_for(self._woken.wait(), wait)

    async def _round(self) -> float:
        """Send off what may go now; says for how long there is nothing to do, unless woken."""
        async with self._round_lock:
            self._woken.clear()
            pace = self._begin()
            free, slots = pace.free(_clock()), self._at_once - len(self._flying)
            self._eager = slots < 1
            if slots < 1:
                return IDLE
            if free < 1:
                return pace.wait(_clock())
            most = 1 if self._away else min(free, slots)
            parcels = await self._outbox.claim(self.platform, most, [*self._flying, *pace.busy(_clock())])
            for parcel in parcels:
                self._flying[parcel.chat] = asyncio.create_task(self._deliver(parcel))
            if len(parcels) == most:
                return pace.wait(_clock(), min(TOGETHER, self._limits.burst))
            return await self._until_next(pace)

    async def _until_next(self, pace: Pace) -> float:
        """All that was free has been taken: wait for the next moment, or for a chat that is busy."""
        moment = await self._outbox.next_moment(self.platform)
        ahead = (moment - self._now()).total_seconds() if moment else IDLE
        if ahead > 0:
            return min(ahead, IDLE)
        self._eager = True
        return self._patience(pace)

    def _patience(self, pace: Pace) -> float:
        now = _clock()
        return max(min([*pace.busy(now).values(), now + IDLE]) - now, pace.wait(now), 0.005)

    async def _deliver(self, parcel: Parcel) -> None:
        """Send one message and keep what became of it. Its chat stays busy until that is kept, so its order is too."""
        try:
            outcome = self._put_off(parcel) or await self._sent(parcel)
            self._landed.append((parcel, outcome))
            await self._record()
            self._heed(parcel, outcome)
        finally:
            del self._flying[parcel.chat]
            if self._eager:
                self._woken.set()

    def _put_off(self, parcel: Parcel) -> Outcome | None:
        """A reminder that waited here until the person's quiet hours goes when they are over."""
        with suppress(Exception):  # a zone or clock that can't be read must not cost the message
            if until := quiet_until(parcel, self._now()):
                return Outcome("later", wait=(until - self._now()).total_seconds(), why="quiet hours")
        return None

    async def _sent(self, parcel: Parcel) -> Outcome:
        try:
            shown = self._show(parcel)
            for trouble in shown.trouble:
                log.error("%s: message %d could not be shown as it should: %s", self.platform, parcel.id, trouble)
            self._begin().take(parcel.chat, _clock(), max(1, len(shown.texts)))
        except Exception as error:
            log.exception("%s: message %d could not be shown", self.platform, parcel.id)
            return Outcome("refused", why=repr(error))
        try:
            outcome = await self._sender.send(parcel, shown)
        except Exception as error:
            log.exception("%s: sending message %d failed in a way nobody expected", self.platform, parcel.id)
            outcome = Outcome("uncertain", why=repr(error))
        return self._judged(parcel, outcome)

    def _judged(self, parcel: Parcel, outcome: Outcome) -> Outcome:
        """Count and tell what became of a message, and say when one that failed is tried again."""
        self.counts[outcome.kind] += 1
        if outcome.kind != "sent":
            level = logging.INFO if outcome.kind == "later" else logging.WARNING
            log.log(level, "%s: message %d is %s: %s", self.platform, parcel.id, outcome.kind, outcome.why)
        if outcome.away:
            wait = self._out_of_reach(outcome)
            return replace(outcome, wait=wait) if outcome.kind == "later" else outcome
        if self._away:
            log.warning("%s: within reach again", self.platform)
            self._away, self.trouble = 0, ""
        if outcome.kind == "later" and not outcome.moved and not outcome.wait:
            return replace(outcome, wait=backoff(parcel.attempts))
        return outcome

    def _out_of_reach(self, outcome: Outcome) -> float:
        """Everything waits, each time longer; several that fail together count once."""
        pace = self._begin()
        if pace.wait(_clock()) < backoff(self._away) / 2 or not self._away:
            self._away += 1
            self.trouble = outcome.why
            log.warning("%s: out of reach (%s)", self.platform, outcome.why)
        wait = outcome.wait or backoff(self._away)
        pace.pause(_clock() + wait)
        return wait

    def _heed(self, parcel: Parcel, outcome: Outcome) -> None:
        """After "too many requests" its chat waits; when another chat is told so too, it is the bot that writes too much."""
        if outcome.kind != "later" or outcome.away or outcome.moved or outcome.why == "quiet hours":
            return
        pace, until = self._begin(), _clock() + outcome.wait
        if pace.held(_clock()):
            pace.pause(until)
        pace.hold(parcel.chat, until)

    async def _record(self) -> None:
        """Keep all outcomes there are, in one step; those of others, who wait for the lock meanwhile, with the next."""
        async with self._record_lock:
            batch, self._landed = self._landed, []
            while batch:
                try:
                    await self._outbox.record(batch)
                except Exception:
                    log.exception("%s: %d outcomes could not be kept; trying again", self.platform, len(batch))
                    await asyncio.sleep(TROUBLE)
                else:
                    return

    async def _land(self) -> None:
        while self._flying:
            await asyncio.wait(self._flying.values())


def _clock() -> float:
    return asyncio.get_running_loop().time()


def backoff(attempts: int) -> float:
    """Seconds before another try: 1, 2, 4 ... 60."""
    return min(MOST_WAIT, 2.0 ** max(0, min(attempts, 10) - 1))


def quiet_until(parcel: Parcel, now: datetime) -> datetime | None:
    """When the reader's quiet hours end, if they have begun while the message waited."""
    if parcel.hold is None or now < parcel.hold:
        return None
    begins = parcel.hold.astimezone(now.tzinfo)
    wall = local_date(now, parcel.zone)
    return _night_end(parcel, now, begins, wall)
