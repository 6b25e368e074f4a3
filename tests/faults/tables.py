"""All cells of a platform, played some at a time, as a table in Markdown."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence

from tests.faults import discord, telegram
from tests.faults.begun import KINDS, begun
from tests.faults.watch import Cell

AT_ONCE = 8
Play = Callable[[str, str], Awaitable[Cell | None]]
PLATFORMS: dict[str, tuple[Sequence[str], Sequence[str], Play]] = {
    "telegram": (list(telegram.FAULTS), list(KINDS), telegram.cell),
    "discord": (list(discord.FAULTS), [*KINDS, *discord.ROUTES], discord.cell),
}
Found = dict[tuple[str, str], Cell | None]


async def played(platform: str, share: int = 1) -> Found:
    """Every fault with every kind of message; or with each `share`-th, in turn, so that each of both is seen."""
    faults, kinds, play = PLATFORMS[platform]
    for kind in KINDS:
        await asyncio.to_thread(begun, kind, platform)
    places = asyncio.Semaphore(AT_ONCE)

    async def one(fault: str, kind: str) -> Cell | None:
        async with places:
            return await play(fault, kind)

    every = [(down, across) for down in range(len(faults)) for across in range(len(kinds))]
    pairs = [(faults[down], kinds[across]) for down, across in every if (down + across) % share == 0]
    return dict(zip(pairs, await asyncio.gather(*(one(*pair) for pair in pairs)), strict=True))


def drawn(platform: str, found: Found) -> str:
    """A row a fault."""
    faults, kinds, _ = PLATFORMS[platform]
    rows = [["fault", *kinds, "the others"], ["---"] * (len(kinds) + 2)]
    for fault in faults:
        cells = [found[fault, kind] for kind in kinds]
        waits = "wait 1 s" if any(cell and cell.paused for cell in cells) else "go on"
        rows.append([fault, *(str(cell or "") for cell in cells), waits])
    return "\n".join("| " + " | ".join(row) + " |" for row in rows)
