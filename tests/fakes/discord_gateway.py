"""Discord's gateway over a real websocket on 127.0.0.1, as much of it as discord.py needs, beside the made-up REST API.

What happens while nobody is connected is kept for a session that is resumed, and lost with one that is over.
"""

from __future__ import annotations

import itertools
import json
from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime

import discord
from aiohttp import WSMsgType, web

from tests.fakes.discord_rest import BOT, Json, Rest, told

DISPATCH, HEARTBEAT, IDENTIFY, RESUME, RECONNECT, INVALID, HELLO, ACK = 0, 1, 2, 6, 7, 9, 10, 11
BEAT = 100  # milliseconds between heartbeats
URL = "wss://gateway.discord.gg"
MINE = {"v": 10, "user": BOT, "guilds": [], "application": {"id": BOT["id"], "flags": 0}, "resume_gateway_url": URL}


@dataclass
class Wire(Rest):
    """One bot's connection. `came` counts what it connected for; `refuses` so many connections are not let in."""

    silent: bool = False  # the socket stays open, and nothing comes any more
    resumable: bool = True
    refuses: int = 0
    came: Counter[str] = field(default_factory=Counter)
    answered: Counter[str] = field(
        default_factory=Counter
    )  # first answers that stand there, by the interaction's token
    written: dict[str, list[Json]] = field(default_factory=dict)  # what people wrote, by channel
    _socket: web.WebSocketResponse | None = None
    _transport: Json = None
    _session: str = ""
    _events: list[Json] = field(default_factory=list)
    _numbers: Json = field(default_factory=lambda: itertools.count(1))

    def more(self, api: web.Application, whole: web.Application) -> None:
        """The gateway, and what a bot asks once it is connected."""
        whole.router.add_get("/", self._connected)
        api.router.add_get("/applications/{application}/commands", _nothing)
        api.router.add_put("/applications/{application}/commands", _nothing)
        api.router.add_post("/interactions/{interaction}/{token}/callback", _taken)
        api.router.add_get("/channels/{channel}/messages", self._history)

    async def writes(self, account: str, text: str, at: datetime) -> None:
        """Somebody writes to the bot alone."""
        channel = f"9{account}"
        message: Json = {"id": self._number(at), "channel_id": channel, "author": _person(account), "content": text}
        message |= {"type": 0, "timestamp": at.isoformat(), "edited_timestamp": None, "attachments": [], "embeds": []}
        message |= {"mentions": [], "mention_roles": [], "mention_everyone": False, "pinned": False, "tts": False}
        self.written.setdefault(channel, []).append(message)
        await self.says("MESSAGE_CREATE", message)

    async def commands(self, account: str, name: str, token: str, at: datetime) -> None:
        """Somebody gives a slash command."""
        channel = f"9{account}"
        self.hooks[token] = f"8{account}{len(self.hooks)}"
        self.put(self.hooks[token], "")  # "thinking ..."
        asked: Json = {"id": self._number(at), "application_id": BOT["id"], "type": 2, "token": token, "version": 1}
        asked |= {"user": _person(account), "channel_id": channel, "channel": {"id": channel, "type": 1}}
        asked |= {
            "locale": "id",
            "data": {"id": "1", "name": name, "type": 1},
            "entitlements": [],
            "attachment_size_limit": 10**7,
        }
        await self.says("INTERACTION_CREATE", asked)

    async def says(self, event: str, data: Json) -> None:
        """Something happens; Discord numbers it."""
        self._events.append({"op": DISPATCH, "t": event, "s": len(self._events) + 1, "d": data})
        await self._tells(self._events[-1])

    @property
    def open(self) -> bool:
        """Whether the bot hears what happens."""
        return self._socket is not None and not self._socket.closed

    def cuts(self) -> None:
        """The connection is gone without a word."""
        self._socket = None
        self._transport.abort()

    async def asks(self, op: int, data: Json = None) -> None:
        """Discord wants the bot to connect anew."""
        await self._tells({"op": op, "d": data})
        self._socket = None

    async def _tells(self, what: Json) -> None:
        if self._socket and not self.silent and not self._socket.closed:
            await self._socket.send_str(json.dumps(what))

    async def _connected(self, request: web.Request) -> web.StreamResponse:
        if self.refuses:
            self.refuses -= 1
            self.came["refused"] += 1
            return web.Response(status=503)
        socket = web.WebSocketResponse()
        await socket.prepare(request)
        self.silent, self._transport = False, request.transport
        await socket.send_str(json.dumps({"op": HELLO, "d": {"heartbeat_interval": BEAT}}))
        async for message in socket:
            if message.type is WSMsgType.TEXT:
                await self._heard(socket, json.loads(message.data))
        return socket

    async def _heard(self, socket: web.WebSocketResponse, told: Json) -> None:
        match told["op"]:
            case op if op == HEARTBEAT and not self.silent:
                await socket.send_str(json.dumps({"op": ACK}))
            case op if op == IDENTIFY:
                await self._begun(socket)
            case op if op == RESUME:
                await self._resumed(socket, told["d"])

    async def _begun(self, socket: web.WebSocketResponse) -> None:
        self.came["identify"] += 1
        self._socket, self._events, self._session = socket, [], f"session-{self.came['identify']}"
        await self.says("READY", MINE | {"session_id": self._session})

    async def _resumed(self, socket: web.WebSocketResponse, asked: Json) -> None:
        """What was missed comes again, in order; or the session is over."""
        if not self.resumable or asked["session_id"] != self._session:
            self.came["refused session"] += 1
            return await socket.send_str(json.dumps({"op": INVALID, "d": False}))
        self.came["resume"] += 1
        missed = self._events[asked["seq"] :]
        self._socket = socket
        for each in missed:
            await self._tells(each)
        return await self.says("RESUMED", {})

    async def _history(self, request: web.Request) -> web.Response:
        after = int(request.query.get("after", 0))
        found = [each for each in self.written.get(request.match_info["channel"], []) if int(each["id"]) > after]
        return await told(found[::-1])

    def _edited(self, channel: str, asked: Json) -> Json:
        """An interaction has one first answer, however often it is written."""
        token = next(token for token, leads in self.hooks.items() if leads == channel)
        self.answered[token] = 1
        return super()._edited(channel, asked)

    def _number(self, at: datetime) -> str:
        return str(discord.utils.time_snowflake(at) + next(self._numbers))


def _person(account: str) -> Json:
    return {"id": account, "username": "x", "discriminator": "0", "avatar": None, "global_name": "X"}


async def _nothing(request: web.Request) -> web.Response:
    return await told([])


async def _taken(request: web.Request) -> web.Response:
    return await told({"interaction": {"id": request.match_info["interaction"], "type": 2}})
