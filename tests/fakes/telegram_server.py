"""A Telegram Bot API over real HTTP on 127.0.0.1, in a thread of its own.

The bot under test may be another process: Bot(server.token, base_url=server.base_url, base_file_url=...).
"""

import asyncio
import threading
import time
from collections.abc import Awaitable, Callable, Coroutine, Iterator
from concurrent.futures import Future
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from typing import Any, Self, TypeVar

from aiohttp import web

from tests.fakes.telegram_chats import Chat
from tests.fakes.telegram_faults import HTML_502, Fault
from tests.fakes.telegram_html import Json
from tests.fakes.telegram_methods import perform
from tests.fakes.telegram_people import Channel, Group, Person
from tests.fakes.telegram_requests import integer, read_params
from tests.fakes.telegram_rules import ApiError
from tests.fakes.telegram_world import World

T = TypeVar("T")
C = TypeVar("C", bound=Chat)
CONFLICT = "terminated by other getUpdates request; make sure that only one bot instance is running"
WEBHOOK = "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
POLL_MAX_SECONDS = 50
TOKEN = "7000000001:made-up-token"


@dataclass
class Poll:
    """The one getUpdates that waits; a newer one ends it, as in Telegram."""

    news: asyncio.Event = field(default_factory=asyncio.Event)
    superseded: bool = False


class FakeTelegram(World):
    """Open it with `with`, or `close()` it; every verb is synchronous and thread safe."""

    def __init__(self, token: str = TOKEN, now: Callable[[], float] = time.time) -> None:
        super().__init__(now)
        self.token = token
        self.port = 0
        self._poll: Poll | None = None
        self._runner: web.AppRunner | None = None
        self._ready: Future[None] = Future()
        self._thread = threading.Thread(target=lambda: asyncio.run(self._serve()), name="fake-telegram", daemon=True)
        self._thread.start()
        self._ready.result(10)
        self.wake = self._wake

    @property
    def base_url(self) -> str:
        return f"http://127.0.0.1:{self.port}/bot"

    @property
    def base_file_url(self) -> str:
        return f"http://127.0.0.1:{self.port}/file/bot"

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Cuts every connection and ends the thread; what was seen stays readable."""
        if self._thread.is_alive():
            self._loop.call_soon_threadsafe(self._stop.set)
            self._thread.join(10)

    def person(self, id: int, name: str = "Sari", language_code: str | None = "id", **more: Any) -> Person:
        """`more`: last_name, username, and what else a Bot API User has."""
        user = {"id": id, "is_bot": False, "first_name": name, "language_code": language_code, **more}
        return self._enter(Person(self, {key: value for key, value in user.items() if value is not None}))

    def group(self, id: int, title: str = "Mentors", type: str = "supergroup") -> Group:
        return self._enter(Group(self, {"id": id, "type": type, "title": title}))

    def channel(self, id: int, title: str = "News") -> Channel:
        return self._enter(Channel(self, {"id": id, "type": "channel", "title": title}))

    def _enter(self, chat: C) -> C:
        with self.changed:
            if chat.id in self.chats:
                raise ValueError(f"chat {chat.id} is there already")
            self.chats[chat.id] = chat
        return chat

    def _wake(self) -> None:
        with suppress(RuntimeError):  # the loop is closed: nobody polls any more
            self._loop.call_soon_threadsafe(self._tell_poll)

    def goes_down(self) -> None:
        """Cuts every connection and refuses new ones; chats and updates are kept."""
        self._run(self._shut())

    def comes_up(self) -> None:
        self._run(self._open())

    @contextmanager
    def outage(self) -> Iterator[None]:
        self.goes_down()
        try:
            yield
        finally:
            self.comes_up()

    def _run(self, work: Coroutine[Any, Any, T]) -> T:
        return asyncio.run_coroutine_threadsafe(work, self._loop).result(10)

    async def _serve(self) -> None:
        self._loop, self._stop = asyncio.get_running_loop(), asyncio.Event()
        try:
            await self._open()
        except Exception as error:  # noqa: BLE001 - told to the thread that opens the server
            self._ready.set_exception(error)
            return
        self._ready.set_result(None)
        await self._stop.wait()
        await self._shut()

    async def _open(self) -> None:
        if self._runner:
            return
        self._closing = asyncio.Event()
        app = web.Application(client_max_size=64 * 1024**2)
        app.router.add_route("*", "/bot{token}/{method}", self._handle)
        app.router.add_get("/file/bot{token}/{path:.+}", self._download)
        self._runner = web.AppRunner(app, access_log=None, handler_cancellation=True, shutdown_timeout=0.2)
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", self.port).start()
        self.port = self._runner.addresses[0][1]

    async def _shut(self) -> None:
        runner, self._runner = self._runner, None
        if runner and runner.server:
            self._closing.set()
            self._tell_poll()
            for connection in runner.server.connections:
                if connection.transport:
                    connection.transport.abort()
            await runner.cleanup()

    async def _handle(self, request: web.Request) -> web.StreamResponse:
        method = request.match_info["method"]
        params: Json = {}
        try:
            self._admit(request)
            params = await read_params(request)
            with self.changed:
                fault = self.faults.take(method, params)
            if fault:
                return await self._spoil(fault, request, lambda: self._answer(method, params))
            return reply(await self._answer(method, params))
        except ApiError as error:
            self.refuse(method, params, error.code, error.description)
            return web.json_response(error.json(), status=error.code)

    def _admit(self, request: web.Request) -> None:
        if request.match_info["token"] != self.token:
            raise ApiError(401, "Unauthorized")

    async def _answer(self, method: str, params: Json) -> Any:
        if method.lower() == "getupdates":
            return await self._get_updates(params)
        return perform(self, method, params)

    async def _spoil(
        self, fault: Fault, request: web.Request, answer: Callable[[], Awaitable[Any]]
    ) -> web.StreamResponse:
        """Plays the fault; by then Telegram has done what was asked where `accept` says so."""
        if refusal := fault.refusal():
            raise refusal
        result = await answer() if fault.accept else None
        if fault.kind in ("hang", "late"):
            with suppress(TimeoutError):
                await asyncio.wait_for(self._closing.wait(), fault.after if fault.kind == "late" else None)
        if fault.kind == "late" and fault.accept:
            return reply(result)
        if fault.kind == "500":
            return web.json_response(ApiError(500, "Internal Server Error").json(), status=500)
        if fault.kind == "502_html":
            return web.Response(text=HTML_502, status=502, content_type="text/html")
        if fault.kind == "bad_json":
            return web.Response(text='{"ok":true,"result":{"message_', content_type="application/json")
        return cut(request)

    async def _get_updates(self, params: Json) -> list[Json]:
        timeout = min(integer(params, "timeout", 0), POLL_MAX_SECONDS)
        limit = max(1, min(integer(params, "limit", 100), 100))
        until = time.monotonic() + timeout
        poll = Poll()
        with self.changed:
            if self.profile.webhook:
                raise ApiError(409, f"Conflict: {WEBHOOK}")
            if self._poll:
                self._poll.superseded = True
                self._poll.news.set()
            self._poll = poll
            self.updates.settle(integer(params, "offset", 0), params.get("allowed_updates"))
            self.record("getUpdates", params, None)
        try:
            return await self._wait_for_updates(poll, limit, until)
        finally:
            if self._poll is poll:
                self._poll = None

    async def _wait_for_updates(self, poll: Poll, limit: int, until: float) -> list[Json]:
        while not poll.superseded:
            with self.changed:
                batch = self.updates.take(limit)
            left = until - time.monotonic()
            if batch or left <= 0 or self._closing.is_set():
                return batch
            poll.news.clear()
            with suppress(TimeoutError):
                async with asyncio.timeout(left):  # Python 3.11's wait_for may swallow that the caller has gone
                    await poll.news.wait()
        raise ApiError(409, f"Conflict: {CONFLICT}")

    def _tell_poll(self) -> None:
        if self._poll:
            self._poll.news.set()

    async def _download(self, request: web.Request) -> web.StreamResponse:
        path = request.match_info["path"]
        with self.changed:
            found = next((upload for upload in self.files.values() if upload.path == path), None)
        if request.match_info["token"] != self.token or not found:
            return web.json_response(ApiError(404, "Not Found").json(), status=404)
        return web.Response(body=found.data, content_type=found.mime)


def reply(result: Any) -> web.Response:
    return web.json_response({"ok": True, "result": result})


def cut(request: web.Request) -> web.Response:
    """Closes the connection; the response goes nowhere."""
    if request.transport:
        request.transport.abort()
    return web.Response()
