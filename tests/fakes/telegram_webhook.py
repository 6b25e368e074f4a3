"""Telegram's other way of bringing updates: it knocks at an address, with the secret it was told, until that says 200.

Each chat's updates come in order, chats side by side. Several `ports` are several processes behind one address; what
`both` says so of is brought to all of them at once, as after an answer that came too late.
"""

import asyncio
import threading
from collections import defaultdict
from collections.abc import Callable, Sequence
from itertools import count
from typing import Self
from urllib.parse import urlsplit

from aiohttp import ClientError, ClientSession, ClientTimeout

from tests.fakes.telegram_html import Json
from tests.fakes.telegram_server import FakeTelegram

HEADER = "X-Telegram-Bot-Api-Secret-Token"
AGAIN = 0.05  # seconds until an update that was not taken is brought again


class Pusher:
    """Open it with `with`, once the bot has told the address."""

    def __init__(
        self, server: FakeTelegram, ports: Sequence[int], both: Callable[[Json], bool] = lambda _: False
    ) -> None:
        self.server, self.ports = server, list(ports)
        self.refusals = 0  # knocks that were not answered with 200
        self._both, self._turn = both, count()
        self._under_way: set[int] = set()
        self._stopping = False
        self._thread = threading.Thread(target=lambda: asyncio.run(self._run()), name="pusher", daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._stopping = True
        self._thread.join(10)

    async def _run(self) -> None:
        told = self.server.calls("setWebhook")[-1].params
        path, headers = urlsplit(told["url"]).path, {HEADER: told["secret_token"]}
        async with ClientSession(headers=headers, timeout=ClientTimeout(30)) as session, asyncio.TaskGroup() as group:
            while not self._stopping:
                for chat, updates in self._waiting().items():
                    group.create_task(self._bring(session, path, chat, updates))
                await asyncio.sleep(0.005)

    def _waiting(self) -> dict[int, list[Json]]:
        """What has come of chats that nothing is being brought of."""
        chats: dict[int, list[Json]] = defaultdict(list)
        with self.server.changed:
            for update in self.server.updates.pending:
                if (chat := chat_of(update)) not in self._under_way:
                    chats[chat].append(update)
        self._under_way |= set(chats)
        return chats

    async def _bring(self, session: ClientSession, path: str, chat: int, updates: list[Json]) -> None:
        try:
            for update in updates:
                while not self._stopping and not await self._taken(session, path, update):  # noqa: ASYNC110 - the next try, not a look
                    await asyncio.sleep(AGAIN)
                self._confirm(update)
        finally:
            self._under_way.discard(chat)

    async def _taken(self, session: ClientSession, path: str, update: Json) -> bool:
        ports = self.ports if self._both(update) else [self.ports[next(self._turn) % len(self.ports)]]
        return all(await asyncio.gather(*(self._knock(session, port, path, update) for port in ports)))

    async def _knock(self, session: ClientSession, port: int, path: str, update: Json) -> bool:
        try:
            async with session.post(f"http://127.0.0.1:{port}{path}", json=update) as answer:
                taken = answer.status == 200
        except (ClientError, TimeoutError, OSError):
            taken = False
        self.refusals += not taken
        return taken

    def _confirm(self, update: Json) -> None:
        if self._stopping:
            return
        updates = self.server.updates
        with self.server.changed:
            updates.pending.remove(update)
            updates.confirmed.append(update)
            self.server.touch()


def chat_of(update: Json) -> int:
    """Whose update it is."""
    body = next(value for name, value in update.items() if name != "update_id")
    return int(body["from"]["id"])
