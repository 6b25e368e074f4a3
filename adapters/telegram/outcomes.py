"""What an error of python-telegram-bot means for a message: try later, give up, nobody there, or nobody knows."""

from __future__ import annotations

from datetime import timedelta

from telegram.error import (
    BadRequest,
    ChatMigrated,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)

from adapters.telegram.transport import NEVER_SENT
from bot.logs import redact, unquoted
from bot.ports import Outcome

REFUSED_TOKEN = 60.0  # seconds until a token that Telegram refuses is tried again

# Telegram tells them apart by their words only.
REACH = {
    "bot was blocked by the user": "blocked",
    "can't initiate conversation": "not_started",
    "user is deactivated": "gone",
    "group chat was deactivated": "gone",
    "chat not found": "wrong_id",
    "peer_id_invalid": "wrong_id",
    "user not found": "wrong_id",
    "can't send messages to bots": "wrong_id",
    "bot was kicked": "blocked",
    "bot is not a member": "blocked",
    "chat_write_forbidden": "blocked",
    "not enough rights to send": "blocked",
    "have no rights to send": "blocked",
}


def outcome_of(error: TelegramError) -> Outcome:
    """What became of a message whose sending raised this. BadRequest and TimedOut are NetworkErrors: order matters."""
    why = redact(unquoted(f"{type(error).__name__}: {error}"))
    match error:
        case RetryAfter():
            return Outcome("later", wait=max(1.0, seconds_of(error.retry_after)), why=why)
        case ChatMigrated():
            return Outcome("later", why=why, moved=str(error.new_chat_id))
        case InvalidToken():
            return Outcome("later", wait=REFUSED_TOKEN, why="Telegram refuses TELEGRAM_TOKEN", away=True)
        case Forbidden() | BadRequest():
            reach = reach_in(str(error)) or ("blocked" if isinstance(error, Forbidden) else "")
            return Outcome("unreachable", why=why, reach=reach) if reach else Outcome("refused", why=why)
        case _ if isinstance(error.__cause__, NEVER_SENT):
            return Outcome("later", why=why, away=True)
        case _:  # written, or perhaps written: nobody knows whether it arrived
            return Outcome(
                "uncertain", why=why, away=isinstance(error, NetworkError) and not isinstance(error, TimedOut)
            )


def reach_in(words: str) -> str:
    """Why a chat can't be written to, in Telegram's words; nothing when they say something else."""
    said = words.casefold()
    return next((reach for part, reach in REACH.items() if part in said), "")


def seconds_of(span: int | timedelta) -> float:
    """PTB is changing from whole seconds to timedelta."""
    return span.total_seconds() if isinstance(span, timedelta) else float(span)
