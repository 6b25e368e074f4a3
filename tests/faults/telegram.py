"""The table of Telegram: each fault of a made-up Bot API over HTTP, with each kind of message in flight."""

from __future__ import annotations

import asyncio
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from adapters.courier import Courier
from adapters.telegram.line import dial
from adapters.telegram.sender import TelegramSender
from tests.fakes.telegram_people import Person
from tests.fakes.telegram_server import FakeTelegram
from tests.faults.begun import SARI, YOSEF, opened, rewrites, waiting
from tests.faults.watch import Cell, watched
from tests.town import Town

PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 32
NEW_GROUP = -100_999_000_999
PATIENCE = 2.0  # seconds the bot waits for an answer here; 20 in earnest
LATE = 0.4

FAULTS: Mapping[str, Mapping[str, Any]] = {
    "hangs, not accepted": {"kind": "hang"},
    "hangs, accepted": {"kind": "hang", "accept": True},
    "answers late": {"kind": "late", "after": LATE},
    "500, not accepted": {"kind": "500"},
    "500, accepted": {"kind": "500", "accept": True},
    "502 with HTML": {"kind": "502_html"},
    "broken JSON": {"kind": "bad_json"},
    "cut before acceptance": {"kind": "cut_before"},
    "cut after acceptance": {"kind": "cut_after"},
    "429, 1 s": {"kind": "429", "retry_after": 1},
    "403 blocked": {"kind": "403_blocked", "times": None},
    "403 never started": {"kind": "403_not_started", "times": None},
    "403 deactivated": {"kind": "403_deactivated", "times": None},
    "403 kicked": {"kind": "403_kicked", "times": None},
    "400 chat not found": {"kind": "400_chat_not_found", "times": None},
    "chat migrated": {"kind": "migrate", "to": NEW_GROUP},
    "entities refused": {"kind": "400_parse"},
    "not modified": {"kind": "400_not_modified"},
    "refuses connections": {},
}


async def cell(fault: str, kind: str) -> Cell | None:
    """One of the table; None where the two do not go together."""
    if fault == "not modified" and kind != "edit":
        return None
    with tempfile.TemporaryDirectory(prefix="tuntun-fault-") as folder, FakeTelegram() as server:
        town = await asyncio.to_thread(opened, Path(folder), kind, "telegram")
        try:
            return await _played(town, server, fault, kind)
        finally:
            await asyncio.to_thread(town.close)


async def _played(town: Town, server: FakeTelegram, fault: str, kind: str) -> Cell:
    people = [server.person(int(chat)) for chat in (SARI, YOSEF)]
    for person in people:
        person.started = True
    server.group(NEW_GROUP)
    line = dial(server.token, f"http://127.0.0.1:{server.port}", PATIENCE)
    async with line.bot:
        [row] = waiting(town)
        if kind == "edit":
            rewrites(town, row.id, edit=str((await line.bot.send_message(SARI, "before")).message_id))
        before = _count(server, people[0])
        sender = TelegramSender(line.bot, lambda _: PNG, carry=_carried)
        return await watched(town, row.id, sender, lambda: _count(server, people[0]) - before, _trouble(server, fault))


def _trouble(server: FakeTelegram, fault: str) -> Callable[[Courier], bool]:
    """Have it go wrong; says whether it has."""
    if not FAULTS[fault]:
        server.goes_down()
        return lambda courier: bool(courier.trouble) and _up(server)
    trouble = server.fault("*", int(SARI), **{"times": 1, **FAULTS[fault]})
    return lambda _: bool(trouble.hits)


def _up(server: FakeTelegram) -> bool:
    server.comes_up()
    return True


def _count(server: FakeTelegram, sari: Person) -> int:
    """What has arrived: new messages to her or the group her chat became, and edits that were accepted."""
    edits = [call for call in server.calls("editMessageText") if call.chat == sari.id]
    return len(server.deliveries(sari)) + len(server.deliveries(NEW_GROUP)) + len(edits)


async def _carried(platform: str, ref: str) -> bytes:
    return b"OggS voice"
