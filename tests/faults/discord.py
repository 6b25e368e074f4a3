"""The table of Discord: each fault of a made-up REST API over HTTP, with each kind of message in flight."""

from __future__ import annotations

import asyncio
import tempfile
from collections.abc import Mapping
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import discord

from adapters.discord.routes import THINKING, UPDATE, Route
from adapters.discord.sender import DiscordSender
from adapters.discord.threads import Places
from storage.rooms import StoredRooms
from tests.fakes.discord_rest import Fault, Rest, discord_rest, logged_in
from tests.faults.begun import SARI, opened, rewrites, waiting
from tests.faults.watch import Cell, watched
from tests.town import Town

PATIENCE = 4.0  # seconds the bot waits for an answer here; 20 in earnest
DOOR = f"9{SARI}"
ROUTES = {"slash answer": (THINKING, False), "after a tap": (UPDATE, False), "seen by one": (UPDATE, True)}
"""By an interaction's token, in a private chat or, for one person's eyes only, in a server."""

FAULTS: Mapping[str, Mapping[str, Any]] = {
    "hangs, not accepted": {"kind": "hang"},
    "hangs, accepted": {"kind": "hang", "accept": True},
    "answers late": {"kind": "late", "accept": True},
    "500, not accepted": {"kind": "status"},
    "500, accepted": {"kind": "status", "accept": True},
    "502 with HTML": {"kind": "502_html"},
    "broken JSON": {"kind": "bad_json", "accept": True},
    "cut before acceptance": {"kind": "cut"},
    "cut after acceptance": {"kind": "cut", "accept": True},
    "429, 1 s": {"kind": "429"},
    "403 messages closed": {"kind": "status", "status": 403, "code": 50007, "times": None},
    "403 no server shared": {"kind": "status", "status": 403, "code": 50278, "times": None},
    "403 no access": {"kind": "status", "status": 403, "code": 50001, "times": None},
    "404 channel gone": {"kind": "status", "status": 404, "code": 10003, "times": None},
    "400 refused": {"kind": "status", "status": 400, "code": 50035, "times": None},
    "token over": {"kind": "status", "status": 404, "code": 10015},
}


async def cell(fault: str, kind: str) -> Cell | None:
    """One of the table; None where the two do not go together."""
    if fault == "token over" and kind not in ROUTES:
        return None
    with tempfile.TemporaryDirectory(prefix="tuntun-fault-") as folder:
        town = await asyncio.to_thread(opened, Path(folder), "answer" if kind in ROUTES else kind, "discord")
        try:
            async with discord_rest() as rest, logged_in(rest) as client:
                return await _played(town, rest, client, fault, kind)
        finally:
            await asyncio.to_thread(town.close)


async def _played(town: Town, rest: Rest, client: discord.Client, fault: str, kind: str) -> Cell:
    [row] = waiting(town)
    before = rest.put(DOOR, "before")
    if kind == "edit":
        rewrites(town, row.id, edit=before["id"])
    if kind in ROUTES:
        token = f"token-{id(rest)}"  # discord.py has requests of one token wait for each other
        rest.hooks[token] = DOOR
        rewrites(town, row.id, route=str(_route(kind, token, town.now)))
    rooms = StoredRooms(town.writer, town.database, lambda: town.now)
    places = Places(lambda: client, rooms, every=0.0)
    began = town.now - timedelta(hours=1)
    sender = DiscordSender(lambda: client, places, lambda: began, _drawn, _carried, PATIENCE)
    trouble = Fault(**{"channel": DOOR, **FAULTS[fault]})
    rest.faults.append(trouble)
    return await watched(
        town, row.id, sender, lambda: len(rest.messages[DOOR]) - 1 + len(rest.edits), lambda _: bool(trouble.hits)
    )


def _route(kind: str, token: str, now: datetime) -> Route:
    return Route(900_000_000_000_000_001, token, now + timedelta(minutes=5), *ROUTES[kind])


def _drawn(content: Any) -> bytes:
    return b"\x89PNG"


async def _carried(platform: str, ref: str) -> bytes:
    return b"OggS voice"
