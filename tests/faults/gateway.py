"""The table of Discord's gateway: each way in which the connection is lost, with people who write, give commands and
are being answered meanwhile. The real client and courier, over a real websocket and HTTP."""

from __future__ import annotations

import asyncio
import tempfile
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from adapters.courier import Courier
from adapters.discord.gateway import Desk, Gateway
from adapters.discord.running import Discord
from adapters.discord.sender import DiscordSender
from adapters.discord.threads import Places
from storage import tables
from storage.rooms import StoredRooms
from storage.rows import PENDING
from tests.fakes.discord_gateway import INVALID, RECONNECT, Wire
from tests.fakes.discord_rest import Fault, Here, discord_rest
from tests.faults.begun import SARI, YOSEF, begun, opened, waiting
from tests.faults.watch import courier_of, until
from tests.town import Town

ZOMBIE = 0.6  # seconds without a word after which the connection counts as dead; 60 in earnest
QUIET = 0.3  # in which a second answer would have come
DOOR = f"9{SARI}"
WAYS = ("written meanwhile", "command meanwhile", "written after", "command after", "answer on its way")


async def _cut(wire: Wire) -> None:
    wire.cuts()


async def _over(wire: Wire) -> None:
    wire.resumable = False
    wire.cuts()


async def _asked(wire: Wire) -> None:
    await wire.asks(RECONNECT)


async def _invalid(wire: Wire) -> None:
    await wire.asks(INVALID, data=True)


async def _invalid_over(wire: Wire) -> None:
    await wire.asks(INVALID, data=False)


async def _zombie(wire: Wire) -> None:
    wire.silent = True


async def _away(wire: Wire) -> None:
    wire.refuses = 2
    wire.cuts()


async def _away_over(wire: Wire) -> None:
    wire.resumable, wire.refuses = False, 2
    wire.cuts()


FAULTS: Mapping[str, Callable[[Wire], Awaitable[None]]] = {
    "cut, resumed": _cut,
    "cut, session over": _over,
    "asked to connect anew": _asked,
    "session invalid, resumed": _invalid,
    "session invalid, over": _invalid_over,
    "open but silent": _zombie,
    "away for a while, resumed": _away,
    "away for a while, session over": _away_over,
}
OVER = frozenset({"cut, session over", "session invalid, over", "away for a while, session over"})


class Eager(Gateway):
    """Ours, but for the five seconds discord.py waits before it begins a session anew."""

    async def before_identify_hook(self, shard_id: int | None, *, initial: bool = False) -> None:
        """Don't wait."""


class Scene:
    """A town, its client and its courier, and the wire between."""

    def __init__(self, town: Town, wire: Wire, patience: float) -> None:
        self.town, self.wire, self._patience = town, wire, patience
        rooms = StoredRooms(town.writer, town.database, lambda: town.now)
        desk = Desk(town.writer.submit, lambda: town.now, rooms, town.house.phrases)
        self.line = Discord("made-up", desk, self._made)
        places = self.line.places
        for account in (SARI, YOSEF):
            places.know(account, int(f"9{account}"))
        sender = DiscordSender(lambda: self.line.client, places, lambda: town.now, _drawn)
        self.courier: Courier = courier_of(town, sender)
        [self.first] = waiting(town)

    def _made(self, desk: Desk, places: Places, **more: Any) -> Gateway:
        client = Eager(desk, places, **more)
        client.http.connector = Here(self.wire.port)
        client._connection.guild_ready_timeout = 0.05
        client._connection.heartbeat_timeout = self._patience
        return client

    def answers(self) -> int:
        """What came to Sari besides the answer that was on its way."""
        return len(self.wire.messages.get(DOOR, {})) - self.first_came()

    def first_came(self) -> int:
        return int((DOOR, f"{self.first.id}.0") in self.wire.nonces)

    def idle(self) -> bool:
        """Whether nothing waits to be sent to the two."""
        self.courier.wake()
        waits = [row for row in self.town.rows(tables.Outbox) if row.state in {*PENDING, "sending"}]
        return not any(row.chat in (SARI, YOSEF) for row in waits)


@asynccontextmanager
async def scene(folder: Path, patience: float = 60.0) -> AsyncIterator[Scene]:
    """Connected, with an answer to Sari that Discord takes its time for."""
    town = await asyncio.to_thread(opened, folder, "answer", "discord")
    async with discord_rest(Wire()) as wire:
        assert isinstance(wire, Wire)
        place = Scene(town, wire, patience)
        running = asyncio.create_task(place.line.run())
        try:
            await until(lambda: place.line.healthy)
            wire.faults.append(Fault("late", DOOR, accept=True))
            sending = asyncio.create_task(place.courier.run())
            await until(lambda: wire.faults[0].hits)
            yield place
            await place.courier.stop()
            await sending
        finally:
            await place.line.stop()
            await running
            await asyncio.to_thread(town.close)


async def row(fault: str) -> dict[str, int]:
    """How often each was answered."""
    with tempfile.TemporaryDirectory(prefix="tuntun-gateway-") as folder:
        async with scene(Path(folder), ZOMBIE if fault == "open but silent" else 60.0) as place:
            before = place.wire.came.total()
            await FAULTS[fault](place.wire)
            await _both(place, "meanwhile")
            if place.wire.refuses:
                await until(lambda: not place.line.healthy)
            await until(lambda: place.wire.came.total() > before and not place.wire.refuses and place.line.healthy)
            await until(lambda: place.idle() and place.answers() >= 1)
            meanwhile = place.answers()
            await until(lambda: place.wire.open)
            await _both(place, "after")
            await until(lambda: place.idle() and place.answers() > meanwhile and place.wire.answered["after"])
            await asyncio.sleep(QUIET)
            return _counted(place, meanwhile)


async def _both(place: Scene, token: str) -> None:
    """Sari writes to the bot and Yosef gives a command."""
    await place.wire.writes(SARI, "/bantuan", place.town.now)
    await place.wire.commands(YOSEF, "help", token, place.town.now)


def _counted(place: Scene, meanwhile: int) -> dict[str, int]:
    answered = place.wire.answered
    counts = (meanwhile, answered["meanwhile"], place.answers() - meanwhile, answered["after"], place.first_came())
    return dict(zip(WAYS, counts, strict=True))


def _drawn(content: Any) -> bytes:
    return b"\x89PNG"


async def rows() -> dict[str, dict[str, int]]:
    """All of them, at the same time: most of it is waiting."""
    await asyncio.to_thread(begun, "answer", "discord")
    found = await asyncio.gather(*(row(fault) for fault in FAULTS))
    return dict(zip(FAULTS, found, strict=True))


def drawn_rows(found: Mapping[str, Mapping[str, int]]) -> str:
    """A line a fault, in Markdown."""
    lines = [["connection", *WAYS], ["---"] * (len(WAYS) + 1)]
    lines += [[fault, *(str(counts[way]) for way in WAYS)] for fault, counts in found.items()]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)
