"""A Discord REST API over real HTTP on 127.0.0.1, as far as messages go, with faults on order.

It keeps Discord's promise about nonces: with `enforce_nonce` a message sent twice to a channel is there once.
"""

from __future__ import annotations

import asyncio
import itertools
import json
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

import aiohttp
import discord
from aiohttp import BodyPartReader, web
from yarl import URL

Json = Any
HTML_502 = "<html><body><h1>502 Bad Gateway</h1></body></html>"
BOT = {"id": "900000000000000001", "username": "tuntun", "discriminator": "0000", "avatar": None, "bot": True}
WHEN = "2026-11-24T03:00:00+00:00"


@dataclass
class Fault:
    """What goes wrong with writing to one channel. `accept` says whether Discord does what was asked although the
    answer goes wrong."""

    kind: str
    channel: str
    times: int | None = 1
    accept: bool = False
    status: int = 500
    code: int = 0
    hits: int = 0

    def fits(self, channel: str) -> bool:
        return channel == self.channel and (self.times is None or self.hits < self.times)


@dataclass
class Rest:
    """What people have received, and what goes wrong. A private channel has its person's number and a 9 before it."""

    port: int = 0
    messages: dict[str, dict[str, Json]] = field(default_factory=dict)
    edits: list[str] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    nonces: dict[tuple[str, str], Json] = field(default_factory=dict)
    ids: Any = field(default_factory=lambda: itertools.count(910_000_000_000_000_000))
    hooks: dict[str, str] = field(default_factory=dict)  # the channel of an interaction's token

    def app(self) -> web.Application:
        app, whole = web.Application(), web.Application()
        app.router.add_get("/users/@me", _whoami)
        app.router.add_get("/oauth2/applications/@me", _application)
        app.router.add_post("/users/@me/channels", self._door)
        app.router.add_post("/channels/{channel}/messages", self._post)
        app.router.add_patch("/channels/{channel}/messages/{message}", self._patch)
        app.router.add_post("/webhooks/{application}/{token}", self._post)
        app.router.add_patch("/webhooks/{application}/{token}/messages/{message}", self._patch)
        self.more(app, whole)
        whole.add_subapp("/api/v10", app)
        return whole

    def more(self, api: web.Application, whole: web.Application) -> None:
        """Further routes."""

    def put(self, channel: str, content: str) -> Json:
        """A message of the bot, as Discord shows it."""
        message: dict[str, Json] = {
            "id": str(next(self.ids)),
            "channel_id": channel,
            "author": BOT,
            "content": content,
            **REST_OF_IT,
        }
        self.messages.setdefault(channel, {})[message["id"]] = message
        return message

    async def _door(self, request: web.Request) -> web.Response:
        person = (await request.json())["recipient_id"]
        there = {"id": person, "username": "x", "discriminator": "0000", "avatar": None}
        return await told({"id": f"9{person}", "type": 1, "last_message_id": None, "recipients": [there]})

    async def _post(self, request: web.Request) -> web.StreamResponse:
        asked = await _asked(request)
        return await self._spoiled(request, self._channel(request), lambda channel: self._kept(channel, asked))

    def _kept(self, channel: str, asked: Json) -> Json:
        nonce = str(asked.get("nonce") or "")
        if not (nonce and asked.get("enforce_nonce")):
            return self.put(channel, asked.get("content") or "")
        if (channel, nonce) not in self.nonces:
            self.nonces[channel, nonce] = self.put(channel, asked.get("content") or "")
        return self.nonces[channel, nonce]

    async def _patch(self, request: web.Request) -> web.StreamResponse:
        asked = await _asked(request)
        return await self._spoiled(request, self._channel(request), lambda channel: self._edited(channel, asked))

    def _edited(self, channel: str, asked: Json) -> Json:
        """Made twice with the same words an edit changes nothing more."""
        words = str(asked.get("content"))
        if words not in self.edits:
            self.edits.append(words)
        return {**next(iter(self.messages[channel].values())), "content": words}

    def _channel(self, request: web.Request) -> str:
        return request.match_info.get("channel") or self.hooks[request.match_info["token"]]

    async def _spoiled(self, request: web.Request, channel: str, work: Callable[[str], Json]) -> web.StreamResponse:
        fault = next((each for each in self.faults if each.fits(channel)), None)
        if fault is None:
            return await told(work(channel))
        fault.hits += 1
        done = work(channel) if fault.accept else None
        return await PLAYED[fault.kind](request, fault, done)


async def _asked(request: web.Request) -> Json:
    if request.content_type != "multipart/form-data":
        return await request.json()
    parts = {
        part.name: await part.read() async for part in await request.multipart() if isinstance(part, BodyPartReader)
    }
    return json.loads(parts["payload_json"])


async def told(what: Json, status: int = 200, **headers: str) -> web.Response:
    """The type of its content has no charset: discord.py would not take it for JSON."""
    return web.Response(body=json.dumps(what).encode(), status=status, content_type="application/json", headers=headers)


async def _whoami(request: web.Request) -> web.Response:
    return await told(BOT)


async def _application(request: web.Request) -> web.Response:
    return await told(APPLICATION)


async def _hang(request: web.Request, fault: Fault, done: Json) -> web.StreamResponse:
    await asyncio.Event().wait()
    return web.Response()


async def _late(request: web.Request, fault: Fault, done: Json) -> web.StreamResponse:
    await asyncio.sleep(0.3)
    return await told(done)


async def _status(request: web.Request, fault: Fault, done: Json) -> web.StreamResponse:
    return await told({"code": fault.code, "message": "refused"}, fault.status)


async def _html(request: web.Request, fault: Fault, done: Json) -> web.StreamResponse:
    return web.Response(text=HTML_502, status=502, content_type="text/html")


async def _broken(request: web.Request, fault: Fault, done: Json) -> web.StreamResponse:
    return web.Response(body=b'{"id": "12', content_type="application/json")


async def _cut(request: web.Request, fault: Fault, done: Json) -> web.StreamResponse:
    if request.transport:
        request.transport.abort()
    return web.Response()


async def _too_many(request: web.Request, fault: Fault, done: Json) -> web.StreamResponse:
    body = {"message": "You are being rate limited.", "retry_after": 1.0, "global": False}
    return await told(body, 429, **{"Via": "1.1 google", "Retry-After": "1"})


PLAYED: dict[str, Callable[[web.Request, Fault, Json], Awaitable[web.StreamResponse]]] = {
    "hang": _hang,
    "late": _late,
    "status": _status,
    "502_html": _html,
    "bad_json": _broken,
    "cut": _cut,
    "429": _too_many,
}
APPLICATION = {
    "id": BOT["id"],
    "name": "tuntun",
    "icon": None,
    "description": "",
    "bot_public": True,
    "bot_require_code_grant": False,
    "verify_key": "",
    "owner": BOT,
    "team": None,
    "flags": 0,
    "summary": "",
}
REST_OF_IT = {
    "type": 0,
    "timestamp": WHEN,
    "edited_timestamp": None,
    "tts": False,
    "mention_everyone": False,
    "mentions": [],
    "mention_roles": [],
    "attachments": [],
    "embeds": [],
    "pinned": False,
    "components": [],
    "flags": 0,
}


class Here(aiohttp.TCPConnector):
    """Leads what is meant for Discord to a port of this machine."""

    def __init__(self, port: int) -> None:
        super().__init__()
        self._port = port

    async def connect(self, req: aiohttp.ClientRequest, *more: Any, **named: Any) -> Any:
        asked = req.url
        here = URL.build(scheme="http", host="127.0.0.1", port=self._port, path=asked.raw_path, encoded=True)
        req.url = here.with_query(asked.query)
        return await super().connect(req, *more, **named)


@asynccontextmanager
async def discord_rest(rest: Rest | None = None) -> AsyncIterator[Rest]:
    """One that is up."""
    rest = rest or Rest()
    runner = web.AppRunner(rest.app(), access_log=None, handler_cancellation=True, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    rest.port = runner.addresses[0][1]
    try:
        yield rest
    finally:
        await runner.cleanup()


@asynccontextmanager
async def logged_in(rest: Rest) -> AsyncIterator[discord.Client]:
    """discord.py's own client, whose requests go to `rest`."""
    client = discord.Client(intents=discord.Intents.none(), connector=Here(rest.port))
    try:
        await client.login("made-up")
        yield client
    finally:
        await client.close()
