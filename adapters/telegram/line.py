"""The connection to Telegram: python-telegram-bot's Bot, with connections for calls and others for the long poll."""

from __future__ import annotations

import os
from dataclasses import dataclass

from telegram import Bot

from adapters.telegram.transport import Transport

OFFICIAL = "https://api.telegram.org"


@dataclass(frozen=True, slots=True)
class Line:
    """A Bot, and the transport of its long poll, which can be built anew when it hangs."""

    bot: Bot
    polls: Transport


def dial(token: str, api: str = "", patience: float = 20.0) -> Line:
    """A line to Telegram, or to the server at `api` that speaks like it; nothing is sent yet. `patience` is in seconds:
    what takes longer counts as uncertain and is not sent again, so it is generous."""
    os.environ.setdefault("PTB_TIMEDELTA", "1")  # without it every "too many requests" is a deprecation warning
    calls, polls = Transport(patience), Transport(patience)
    host = (api or OFFICIAL).rstrip("/")
    return Line(Bot(token, f"{host}/bot", f"{host}/file/bot", request=calls, get_updates_request=polls), polls)
