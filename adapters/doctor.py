"""What `doctor` finds out about Telegram and the clock: the token, who else uses it, whether anything gets through.

It asks over plain HTTP, as Bot objects hide the Date header, and never confirms an update: nothing is lost by looking.
"""

from __future__ import annotations

import asyncio
import re
import time
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

import httpx

from bot.findings import Finding
from bot.messages import say

OFFICIAL = "https://api.telegram.org"
SHAPE = re.compile(r"\d+:[\w-]+", re.ASCII)
PATIENCE = 20.0  # seconds: a Tuntun elsewhere, ended by our asking, asks again after 15
SKEW = 60  # seconds a clock may be off; reminders come by it


@dataclass(frozen=True, slots=True)
class Answer:
    """What Telegram says: a result, or the code of its refusal; `date` is by its own clock."""

    code: int
    result: Any = None
    date: datetime | None = None


async def examine(
    token: str | None,
    now: Callable[[], datetime],
    *,
    running: bool = False,
    alone: bool = True,
    api: str = "",
    patience: float = PATIENCE,
    zone: Callable[[str], object] = ZoneInfo,
) -> list[Finding]:
    """All that is found out; `running` says that our own bot is polling now, so that who else does can't be seen;
    `alone` that there is no other platform, so a token is needed; `api` is a server that speaks like Telegram's."""
    findings = [*_zones(zone)]
    if not token:
        return [*findings, Finding("bad", say("doctor-token-missing"))] if alone else findings
    if not SHAPE.fullmatch(token):
        return [*findings, Finding("bad", say("doctor-token-shape"))]
    async with httpx.AsyncClient(
        base_url=f"{(api or OFFICIAL).rstrip('/')}/bot{token}/", timeout=patience + 10
    ) as client:
        return findings + [finding async for finding in _telegram(client, now, running=running, patience=patience)]


def _zones(zone: Callable[[str], object]) -> list[Finding]:
    try:
        zone("Asia/Jakarta")
    except (KeyError, OSError):
        return [Finding("bad", say("doctor-zones-missing"))]
    return []


async def _telegram(
    client: httpx.AsyncClient, now: Callable[[], datetime], *, running: bool, patience: float
) -> AsyncIterator[Finding]:
    me = await _ask(client, "getMe")
    if me is None:
        yield Finding("bad", say("doctor-no-network"))
        return
    yield _clock(me, now())
    if me.code != 200:
        yield _refused(me)
        return
    yield Finding("ok", say("doctor-telegram-ok", bot=str(me.result.get("username", ""))))
    hook = await _ask(client, "getWebhookInfo")
    if hook and hook.result and (address := str(hook.result.get("url", ""))):
        yield Finding("warn", say("doctor-webhook", host=urlsplit(address).hostname or address))
    elif running:
        yield Finding("ok", say("doctor-poller-unknown"))
    else:
        yield await _poller(client, patience)


def _clock(answer: Answer, now: datetime) -> Finding:
    off = round((now - answer.date).total_seconds()) if answer.date else 0
    if abs(off) <= SKEW:
        return Finding("ok", say("doctor-clock-right"))
    return Finding(
        "bad", say("doctor-clock-ahead" if off > 0 else "doctor-clock-behind", minutes=max(1, abs(off) // 60))
    )


def _refused(answer: Answer) -> Finding:
    if answer.code in {401, 403, 404}:
        return Finding("bad", say("doctor-token-refused"))
    return Finding("warn", say("doctor-telegram-trouble", code=answer.code))


async def _poller(client: httpx.AsyncClient, patience: float) -> Finding:
    """Ask for updates a while, as a bot does. Another program's next request would end ours with a conflict."""
    until = time.monotonic() + patience
    while (left := until - time.monotonic()) > 0:
        begun = time.monotonic()
        answer = await _ask(client, "getUpdates", timeout=max(1, round(left)), limit=1)
        if answer is None or answer.code not in {200, 409}:
            return Finding("warn", say("doctor-telegram-trouble", code=answer.code if answer else 0))
        if answer.code == 409:
            return Finding("bad", say("doctor-second-poller"))
        if time.monotonic() - begun < 1:  # an update that waits is answered at once, again and again
            await asyncio.sleep(min(1, max(0, until - time.monotonic())))
    return Finding("ok", say("doctor-only-poller"))


async def _ask(client: httpx.AsyncClient, method: str, **params: int) -> Answer | None:
    """Call the Bot API; None when nobody answers, or somebody else, such as the login page of a campus network.
    What httpx raises may hold the token, so it goes no further."""
    try:
        response = await client.post(method, json=params)
    except httpx.HTTPError:
        return None
    try:
        told = response.json()
    except ValueError:
        told = None
    if not isinstance(told, dict):
        return Answer(response.status_code) if response.status_code >= 500 else None
    code = 200 if told.get("ok") else int(told.get("error_code", 500))
    return Answer(code, told.get("result"), _date(response.headers.get("date", "")))


def _date(header: str) -> datetime | None:
    """The moment of a Date header, which is always in GMT."""
    try:
        return parsedate_to_datetime(header).replace(tzinfo=UTC)
    except ValueError:
        return None
