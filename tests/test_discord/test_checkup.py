"""What `doctor` says of Discord, over real HTTP: token, what the bot may read, and whether it is in a server."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any

import pytest
from aiohttp import web

from adapters.discord.checkup import examine_discord
from bot.findings import Finding
from bot.messages import say

WHO = "OTAwMDAwMDAwMDAwMDAwMDAx"
TOKEN = f"{WHO}.GmadeU.p_not-a-real-one_just-as-long-as-one"
Reply = Callable[[], web.Response]


@asynccontextmanager
async def discord(
    *, flags: int | None = 1 << 19, servers: int = 1, me: Reply = lambda: web.json_response({"username": "tuntun"})
) -> AsyncIterator[str]:
    """One that knows a bot, by its token only; the address of its API."""

    async def answer(request: web.Request) -> web.Response:
        if request.headers["Authorization"] != f"Bot {TOKEN}":
            return web.json_response({"message": "401: Unauthorized"}, status=401)
        told: dict[str, Reply] = {
            "/users/@me": me,
            "/oauth2/applications/@me": lambda: web.json_response({"flags": flags}),
            "/users/@me/guilds": lambda: web.json_response([{"id": "1"}] * servers),
        }
        return told[request.path]()

    app = web.Application()
    app.router.add_get("/{path:.*}", answer)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    try:
        yield f"http://127.0.0.1:{runner.addresses[0][1]}"
    finally:
        await runner.cleanup()


async def keys(token: str = TOKEN, **more: Any) -> list[tuple[str, str]]:
    async with discord(**more) as api:
        return [(found.level, found.what.key) for found in await examine_discord(token, api=api)]


async def test_a_bot_that_is_well() -> None:
    async with discord() as api:
        assert await examine_discord(TOKEN, api=api) == [Finding("ok", say("doctor-discord-ok", bot="tuntun"))]


async def test_without_a_token_nothing_is_said() -> None:
    assert await keys("") == []


@pytest.mark.parametrize(
    "token", ["your-token", "7000000001:AAqq", f"{TOKEN} ", f"Bot {TOKEN}", TOKEN.replace(".", "/")]
)
async def test_what_is_no_token_is_not_sent_anywhere(token: str) -> None:
    assert await keys(token) == [("bad", "doctor-discord-shape")]


async def test_a_token_that_discord_refuses_is_told() -> None:
    assert await keys(TOKEN[::-1]) == [("bad", "doctor-discord-refused")]


@pytest.mark.parametrize("flags", [0, None, 1 << 15])
async def test_a_bot_that_may_not_read_and_is_nowhere_is_told_both(flags: int | None) -> None:
    told = [("ok", "doctor-discord-ok"), ("warn", "doctor-discord-no-words"), ("warn", "doctor-discord-no-server")]
    assert await keys(flags=flags, servers=0) == told


@pytest.mark.parametrize(
    ("me", "key"),
    [
        (lambda: web.Response(status=500), "doctor-discord-trouble"),
        (lambda: web.json_response({"retry_after": 9}, status=429), "doctor-discord-trouble"),
        (lambda: web.Response(text="<html>Please sign in</html>", content_type="text/html"), "doctor-discord-away"),
    ],
)
async def test_trouble_is_not_blamed_on_the_token(me: Reply, key: str) -> None:
    assert await keys(me=me) == [("warn", key)]


async def test_no_network_is_told_without_the_token() -> None:
    [found] = await examine_discord(TOKEN, api="http://127.0.0.1:9")
    assert found == Finding("warn", say("doctor-discord-away"))
