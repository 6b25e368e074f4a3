"""The check-in with python-telegram-bot's ConversationHandler, kept safe at the end of every turn.

Twice: with its own PicklePersistence, written out after each message, and with a persistence written by hand that puts
the event, the state, the message that goes out and the finished check-in into one transaction. As a program
(`python -m tests.bench.ptb URL FOLDER`) it is a bot over a Telegram at that URL.
"""

from __future__ import annotations

import asyncio
import json
import sqlite3
import sys
from collections.abc import Callable, Coroutine, Iterator, Sequence
from contextlib import contextmanager
from itertools import pairwise
from pathlib import Path
from typing import Any

from telegram import Bot, Update
from telegram.ext import (
    Application,
    BasePersistence,
    CommandHandler,
    ConversationHandler,
    ExtBot,
    MessageHandler,
    PicklePersistence,
    filters,
)
from telegram.request import BaseRequest, RequestData

from tests.bench.floor import PRAGMAS
from tests.machine import TOKEN

WEEK = ("/checkin", "75", "4", "kirim draf", "lewati")
QUESTIONS = {
    "percent": "Halo Sari! Sudah sejauh mana <b>Portofolio data</b>? (0-100)",
    "mood": "Bagaimana perasaanmu minggu ini? (1-5)",
    "step": "Apa satu langkah kecil berikutnya?",
    "word": "Ada pesan untuk mentormu? Kalau tidak, tulis: lewati",
}
THANKS = "Terima kasih, sampai minggu depan!"
BEFORE = 1_000  # people whose data the pickle holds already
TEXT = filters.TEXT & ~filters.COMMAND
Context = Any  # CallbackContext[ExtBot[None], dict[Any, Any], dict[Any, Any], dict[Any, Any]]

TABLES = """
CREATE TABLE IF NOT EXISTS talk(key TEXT PRIMARY KEY, state TEXT, data TEXT);
CREATE TABLE IF NOT EXISTS seen(event INTEGER PRIMARY KEY, at TEXT);
CREATE TABLE IF NOT EXISTS outbox(id INTEGER PRIMARY KEY AUTOINCREMENT, chat INTEGER, text TEXT, state TEXT);
CREATE TABLE IF NOT EXISTS checkin(
    id INTEGER PRIMARY KEY, person INTEGER, percent TEXT, mood TEXT, step TEXT, word TEXT
);
"""


class OneTransaction(BasePersistence[dict[Any, Any], dict[Any, Any], dict[Any, Any]]):
    """Event, state, message and check-in in one transaction a turn."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.base = sqlite3.connect(path, isolation_level=None)
        for pragma in PRAGMAS:
            self.base.execute(f"PRAGMA {pragma}")
        self.base.executescript(TABLES)
        self._data: dict[int, str] = {}

    @contextmanager
    def turn(self, event: int) -> Iterator[bool]:
        """What happens within is safe afterwards; whether the event is new."""
        self.base.execute("BEGIN IMMEDIATE")
        new = self.base.execute("INSERT OR IGNORE INTO seen VALUES (?, datetime('now'))", (event,)).rowcount == 1
        yield new
        self.base.execute("COMMIT")

    def sends(self, chat: int, text: str) -> None:
        self.base.execute("INSERT INTO outbox(chat, text, state) VALUES (?, ?, 'waiting')", (chat, text))

    async def update_conversation(self, name: str, key: Any, new_state: object | None) -> None:
        words = "INSERT INTO talk(key, state) VALUES (?, ?) ON CONFLICT(key) DO UPDATE SET state = excluded.state"
        self.base.execute(words, (json.dumps([name, *key]), new_state))

    async def update_user_data(self, user_id: int, data: dict[Any, Any]) -> None:
        if done := data.get("done"):
            row = (user_id, *(done[key] for key in QUESTIONS))
            self.base.execute("INSERT INTO checkin VALUES (NULL, ?, ?, ?, ?, ?)", row)
        words = "INSERT INTO talk(key, data) VALUES (?, ?) ON CONFLICT(key) DO UPDATE SET data = excluded.data"
        self.base.execute(words, (str(user_id), json.dumps(data)))

    async def get_conversations(self, name: str) -> dict[Any, Any]:
        rows = self.base.execute("SELECT key, state FROM talk WHERE state IS NOT NULL")
        return {tuple(json.loads(key)[1:]): state for key, state in rows if json.loads(key)[0] == name}

    async def get_user_data(self) -> dict[int, dict[Any, Any]]:
        rows = self.base.execute("SELECT key, data FROM talk WHERE data IS NOT NULL")
        return {int(key): json.loads(data) for key, data in rows}

    async def get_chat_data(self) -> dict[int, dict[Any, Any]]:
        return {}

    async def get_bot_data(self) -> dict[Any, Any]:
        return {}

    async def get_callback_data(self) -> None:
        return None

    async def update_chat_data(self, chat_id: int, data: dict[Any, Any]) -> None: ...
    async def update_bot_data(self, data: dict[Any, Any]) -> None: ...
    async def update_callback_data(self, data: Any) -> None: ...
    async def drop_chat_data(self, chat_id: int) -> None: ...
    async def drop_user_data(self, user_id: int) -> None: ...
    async def refresh_user_data(self, user_id: int, user_data: dict[Any, Any]) -> None: ...
    async def refresh_chat_data(self, chat_id: int, chat_data: dict[Any, Any]) -> None: ...
    async def refresh_bot_data(self, bot_data: dict[Any, Any]) -> None: ...
    async def flush(self) -> None: ...


class Durable(Application[Any, Any, Any, Any, Any, Any]):
    """An application whose turns are on the disk when they are over."""

    async def process_update(self, update: object) -> None:
        assert isinstance(update, Update)
        kept = self.persistence
        if isinstance(kept, OneTransaction):
            with kept.turn(update.update_id) as new:
                if new:
                    await super().process_update(update)
                    await self.update_persistence()
        else:
            await super().process_update(update)
            await self.update_persistence()
            assert kept
            await kept.flush()


def _asks(key: str, before: str = "") -> Callable[[Update, Context], Coroutine[Any, Any, str]]:
    """Keep the answer to the question before, and ask the next."""

    async def handler(update: Update, context: Context) -> str:
        _keep(update, context, before)
        await _say(update, context, QUESTIONS[key])
        return key

    return handler


async def _ends(update: Update, context: Context) -> int:
    _keep(update, context, "word")
    answers = context.user_data.pop("answers")
    context.user_data["done"] = answers
    context.user_data["weeks"] = [*context.user_data.get("weeks", ()), answers][-20:]
    await _say(update, context, THANKS)
    return ConversationHandler.END


def _keep(update: Update, context: Context, key: str) -> None:
    assert update.message
    context.user_data.pop("done", None)
    context.user_data.setdefault("answers", {})[key] = update.message.text


async def _say(update: Update, context: Context, text: str) -> None:
    assert update.effective_chat
    if isinstance(kept := context.application.persistence, OneTransaction):
        kept.sends(update.effective_chat.id, text)
    await context.bot.send_message(update.effective_chat.id, text, parse_mode="HTML")


def bot(persistence: BasePersistence[Any, Any, Any], **network: Any) -> Durable:
    """The whole bot."""
    builder = Application.builder().application_class(Durable).token(TOKEN).persistence(persistence).job_queue(None)
    for name, value in network.items():
        builder = getattr(builder, name)(value)
    application = builder.build()
    keys = list(QUESTIONS)
    states: dict[object, Any] = {key: [MessageHandler(TEXT, _asks(after, key))] for key, after in pairwise(keys)}
    states["word"] = [MessageHandler(TEXT, _ends)]
    begins: list[Any] = [CommandHandler("checkin", _asks("percent"))]
    application.add_handler(ConversationHandler(begins, states, fallbacks=begins, name="checkin", persistent=True))
    assert isinstance(application, Durable)
    return application


class Faked(BaseRequest):
    """A network that answers at once."""

    @property
    def read_timeout(self) -> float:
        return 1.0

    async def initialize(self) -> None: ...
    async def shutdown(self) -> None: ...

    async def do_request(
        self, url: str, method: str, request_data: RequestData | None = None, *_: Any, **__: Any
    ) -> tuple[int, bytes]:
        return 200, ME if url.endswith("getMe") else _sent((request_data and request_data.json_parameters) or {})


ME = json.dumps({"ok": True, "result": {"id": 1, "is_bot": True, "first_name": "B", "username": "b_bot"}}).encode()


def _sent(asked: dict[str, str]) -> bytes:
    chat = {"id": int(asked["chat_id"]), "type": "private", "first_name": "Sari"}
    message = {"message_id": 1, "date": 1_796_000_000, "chat": chat, "text": asked["text"]}
    return json.dumps({"ok": True, "result": message}).encode()


class Ptb:
    """The bot, fed with check-ins one message after the other, as it takes them itself."""

    def __init__(self, persistence: BasePersistence[Any, Any, Any], name: str) -> None:
        self.name, self._event = name, 0
        self._loop = asyncio.new_event_loop()
        self._bot = bot(persistence, request=Faked(), get_updates_request=Faked(), updater=None)
        self._loop.run_until_complete(self._bot.initialize())

    def weeks(self, people: Sequence[int]) -> None:
        self._loop.run_until_complete(self._weeks(people))

    async def _weeks(self, people: Sequence[int]) -> None:
        for person in people:
            for text in WEEK:
                self._event += 1
                await self._bot.process_update(_update(self._bot.bot, self._event, 5_000_000_000 + person, text))

    def stop(self) -> None:
        self._loop.run_until_complete(self._bot.shutdown())
        self._loop.close()


def _update(bot: Bot, event: int, account: int, text: str) -> Update:
    """As it comes from Telegram."""
    user = {"id": account, "is_bot": False, "first_name": "Sari", "language_code": "id"}
    message = {
        "message_id": event,
        "date": 1_796_000_000,
        "from": user,
        "chat": {"id": account, "type": "private"},
        "text": text,
    }
    if text.startswith("/"):
        message["entities"] = [{"type": "bot_command", "offset": 0, "length": len(text)}]
    return Update.de_json({"update_id": event, "message": message}, bot)


def by_pickle(folder: Path) -> Ptb:
    """Its own persistence in its cheapest form: one file, written once a turn. A thousand have answered before."""
    asyncio.run(_answered_before(folder / "ptb.pickle"))
    kept = PicklePersistence(folder / "ptb.pickle", on_flush=True)
    return Ptb(kept, "python-telegram-bot, PicklePersistence each turn")


async def _answered_before(path: Path) -> None:
    kept = PicklePersistence(path, on_flush=True)
    kept.set_bot(ExtBot(TOKEN))  # without one it writes every None as a bot
    await kept.get_chat_data()  # begins a new file
    week = json.dumps({"weeks": [{"percent": "75", "mood": "4", "step": "kirim draf", "word": "lewati"}]})
    for number in range(1, BEFORE + 1):
        await kept.update_user_data(number, json.loads(week))  # each their own objects
    await kept.flush()


def by_hand(folder: Path) -> Ptb:
    """A persistence by hand."""
    return Ptb(OneTransaction(folder / "ptb.db"), "python-telegram-bot, one transaction a turn by hand")


def main() -> None:
    """A bot of its own over the Telegram at a URL."""
    url, folder = sys.argv[1:]
    bot(OneTransaction(Path(folder) / "ptb.db"), base_url=f"{url}/bot").run_polling()


if __name__ == "__main__":
    main()
