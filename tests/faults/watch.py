"""One message under one fault: brought by the real courier from the real outbox, and what is seen of it afterwards."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from adapters.courier import UNLIMITED, Courier
from bot.ports import Outcome, Parcel, Sender
from bot.talk.rendering import Shown, render
from storage import tables
from storage.line import TICK
from storage.post import Post
from storage.rows import PENDING
from tests.faults.begun import BUDI, RINA, ROLES, YOSEF
from tests.town import Town

PATIENT = 60.0  # seconds until a message must have come to an end
TOLD = (BUDI, RINA)


@dataclass(frozen=True, slots=True)
class Cell:
    """What became of one message. `told` are those who heard of it, `paused` says that the whole
    platform counted as out of reach for a second."""

    arrived: int
    state: str
    told: tuple[str, ...]
    paused: bool

    def __str__(self) -> str:
        """`1 sent`, and who was told."""
        heard = f" → {', '.join(self.told)}" if self.told else ""
        return f"{self.arrived} {self.state}{heard}"


class Clock:
    """The town's hour, going on as the real one does."""

    def __init__(self, town: Town) -> None:
        self._start, self._begun = town.now, time.monotonic()

    def __call__(self) -> datetime:
        return self._start + timedelta(seconds=time.monotonic() - self._begun)


def courier_of(town: Town, sender: Sender) -> Courier:
    now, phrases = Clock(town), town.house.phrases
    return Courier(Post(town.writer, now), sender, lambda parcel: render(parcel, phrases, now()), now, UNLIMITED)


class Noted:
    """A sender that remembers whether an outcome had everything wait."""

    def __init__(self, sender: Sender) -> None:
        self.platform, self.away, self._sender = sender.platform, False, sender

    async def send(self, parcel: Parcel, shown: Shown) -> Outcome:
        outcome = await self._sender.send(parcel, shown)
        self.away = self.away or outcome.away
        return outcome


async def watched(
    town: Town, row: int, sender: Sender, arrived: Callable[[], int], hit: Callable[[Courier], bool]
) -> Cell:
    """Send until the message has come to an end. As soon as the fault has hit, Yosef writes to the bot as well, and is
    answered."""
    noted, before = Noted(sender), max(each.id or 0 for each in town.rows(tables.Outbox))
    courier = courier_of(town, noted)
    running = asyncio.create_task(courier.run())
    try:
        await until(lambda: hit(courier))
        await asyncio.wrap_future(town.citizens[YOSEF].submits("text", text="/bantuan", message="m9"))
        courier.wake()
        await until(lambda: not _pending(town, row))
        await until(lambda: {each.state for each in town.rows(tables.Outbox, chat=YOSEF)} <= {"sent", "expired"})
    finally:
        await courier.stop()
        await running
    [kept] = town.rows(tables.Outbox, id=row)
    return Cell(arrived(), kept.state, _told(town, before), noted.away)


def _pending(town: Town, row: int) -> bool:
    return town.rows(tables.Outbox, id=row)[0].state in {*PENDING, "sending"}


def _told(town: Town, before: int) -> tuple[str, ...]:
    """Who got a message that is new since, besides the light tick under what has arrived."""
    new = [each for each in town.rows(tables.Outbox) if each.id > before and each.chat in TOLD]
    return tuple(sorted({ROLES[each.chat] for each in new if not (each.occurrence or "").startswith(f"{TICK}:")}))


async def until(come_true: Callable[[], object]) -> None:
    """Wait for something, not for ever."""
    end = time.monotonic() + PATIENT
    while not come_true():
        assert time.monotonic() < end, "it did not come true"
        await asyncio.sleep(0.02)
