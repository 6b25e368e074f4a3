"""The check-in with aiogram's FSM and a storage written by hand: event, state, outgoing message and check-in are one
SQLite transaction a turn.

It runs as a program of its own, in an environment with aiogram (`make bench` makes .venv/bench), and imports nothing of
ours: `python aiogram_fsm.py FILE`. It reads a line `FIRST LAST` of people's numbers, lets each of them check in, and
prints the seconds of the clock and of the processor that took.
"""

from __future__ import annotations

import asyncio
import json
import sqlite3
import sys
import time
from collections.abc import Awaitable, Callable, Mapping
from datetime import UTC, datetime
from typing import Any

from aiogram import Bot, Dispatcher, F
from aiogram.client.session.base import BaseSession
from aiogram.filters import Command
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup
from aiogram.fsm.storage.base import BaseStorage, StorageKey
from aiogram.types import Message, Update

PRAGMAS = ("journal_mode=WAL", "synchronous=FULL", "secure_delete=ON", "temp_store=MEMORY", "cache_size=-16000")
TABLES = """
CREATE TABLE talk(person INTEGER PRIMARY KEY, state TEXT, data TEXT);
CREATE TABLE seen(event INTEGER PRIMARY KEY, at TEXT);
CREATE TABLE outbox(id INTEGER PRIMARY KEY AUTOINCREMENT, chat INTEGER, text TEXT, state TEXT);
CREATE TABLE checkin(id INTEGER PRIMARY KEY, person INTEGER, percent TEXT, mood TEXT, step TEXT, word TEXT);
"""
WEEK = ("/checkin", "75", "4", "kirim draf", "lewati")
THEN = 1_796_000_000  # when all of it is said to happen
KEEP = (
    "INSERT INTO talk(person, {0}) VALUES (?, ?) ON CONFLICT(person) DO UPDATE SET {0} = excluded.{0}"  # of two columns
)


class Checkin(StatesGroup):
    """What is asked, one after the other."""

    percent = State()
    mood = State()
    step = State()
    word = State()


class OneTransaction(BaseStorage):
    """State and data of everybody; `main` opens and closes the transaction around a turn."""

    def __init__(self, path: str) -> None:
        self.base = sqlite3.connect(path, isolation_level=None)
        for pragma in PRAGMAS:
            self.base.execute(f"PRAGMA {pragma}")
        self.base.executescript(TABLES)

    async def set_state(self, key: StorageKey, state: Any = None) -> None:
        self.base.execute(KEEP.format("state"), (key.user_id, state.state if isinstance(state, State) else state))

    async def get_state(self, key: StorageKey) -> str | None:
        return self._read("state", key)

    async def set_data(self, key: StorageKey, data: Mapping[str, Any]) -> None:
        self.base.execute(KEEP.format("data"), (key.user_id, json.dumps(data)))

    async def get_data(self, key: StorageKey) -> dict[str, Any]:
        found: dict[str, Any] = json.loads(self._read("data", key) or "{}")
        return found

    async def close(self) -> None:
        self.base.close()

    def _read(self, what: str, key: StorageKey) -> str | None:
        row = self.base.execute(f"SELECT {what} FROM talk WHERE person = ?", (key.user_id,)).fetchone()
        return row[0] if row else None


class Faked(BaseSession):
    """A network that answers at once."""

    async def make_request(self, bot: Bot, method: Any, timeout: int | None = None) -> Any:  # noqa: ASYNC109 - aiogram's
        chat = {"id": method.chat_id, "type": "private", "first_name": "Sari"}
        result = {"message_id": 1, "date": THEN, "chat": chat, "text": method.text}
        for name, value in method.model_dump().items():
            self.prepare_value(value, bot=bot, files={}, _dumps_json=bool(name))
        return self.check_response(bot, method, 200, json.dumps({"ok": True, "result": result})).result

    async def close(self) -> None: ...

    async def stream_content(self, *_: Any, **__: Any) -> Any:
        yield b""


def dispatcher(storage: OneTransaction) -> Dispatcher:
    """The whole bot."""
    found = Dispatcher(storage=storage)
    on, say = found.message.register, _Say(storage)
    on(
        say.asks(Checkin.percent, "", "Halo Sari! Sudah sejauh mana <b>Portofolio data</b>? (0-100)"),
        Command("checkin"),
    )
    on(say.asks(Checkin.mood, "percent", "Bagaimana perasaanmu minggu ini? (1-5)"), Checkin.percent, F.text)
    on(say.asks(Checkin.step, "mood", "Apa satu langkah kecil berikutnya?"), Checkin.mood, F.text)
    on(say.asks(Checkin.word, "step", "Ada pesan untuk mentormu? Kalau tidak: lewati"), Checkin.step, F.text)
    on(say.ends, Checkin.word, F.text)
    return found


class _Say:
    """The handlers."""

    def __init__(self, storage: OneTransaction) -> None:
        self._run = storage.base.execute

    def asks(self, asked: State, before: str, text: str) -> Callable[[Message, FSMContext], Awaitable[None]]:
        """Keep the answer to the question before, and ask the next."""

        async def handler(message: Message, state: FSMContext) -> None:
            await state.update_data({before: message.text} if before else {})
            await state.set_state(asked)
            await self._out(message, text)

        return handler

    async def ends(self, message: Message, state: FSMContext) -> None:
        told = await state.get_data()
        row = (message.chat.id, told["percent"], told["mood"], told["step"], message.text)
        self._run("INSERT INTO checkin VALUES (NULL, ?, ?, ?, ?, ?)", row)
        await state.clear()
        await self._out(message, "Terima kasih, sampai minggu depan!")

    async def _out(self, message: Message, text: str) -> None:
        self._run("INSERT INTO outbox(chat, text, state) VALUES (?, ?, 'waiting')", (message.chat.id, text))
        await message.answer(text, parse_mode="HTML")


async def weeks(bot: Bot, found: Dispatcher, storage: OneTransaction, first: int, last: int) -> None:
    """Check-ins, one message after the other."""
    run, at = storage.base.execute, datetime.fromtimestamp(THEN, UTC).isoformat()
    for person in range(first, last):
        for place, text in enumerate(WEEK):
            event = person * len(WEEK) + place
            run("BEGIN IMMEDIATE")
            if run("INSERT OR IGNORE INTO seen VALUES (?, ?)", (event, at)).rowcount:
                await found.feed_update(bot, _update(bot, event, 5_000_000_000 + person, text))
            run("COMMIT")


def _update(bot: Bot, event: int, account: int, text: str) -> Update:
    """As it comes from Telegram."""
    user = {"id": account, "is_bot": False, "first_name": "Sari", "language_code": "id"}
    chat = {"id": account, "type": "private", "first_name": "Sari"}
    message = {"message_id": event, "date": THEN, "from": user, "chat": chat, "text": text}
    return Update.model_validate({"update_id": event, "message": message}, context={"bot": bot})


async def main(path: str) -> None:
    """Serve the lines of standard input."""
    storage = OneTransaction(path)
    bot, found = Bot("7000000001:" + "Ab3_-x9" * 5, session=Faked()), dispatcher(storage)
    for line in sys.stdin:
        first, last = map(int, line.split())
        wall, cpu = time.perf_counter(), time.process_time()
        await weeks(bot, found, storage, first, last)
        done = storage.base.execute("SELECT count(*) FROM checkin").fetchone()[0]
        print(json.dumps([time.perf_counter() - wall, time.process_time() - cpu, done]), flush=True)


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1]))
