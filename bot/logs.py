"""What the process says of itself: a line a record on standard error, and never a token in it, tracebacks included."""

from __future__ import annotations

import logging
import re
import sys
from collections.abc import Iterable
from types import TracebackType

# No \b: in ".../bot123456:..." there is no word boundary before the token, and httpx prints exactly that.
TOKENS = re.compile(
    r"\d{6,}(?::|%3A)[A-Za-z0-9_-]{30,}"  # Telegram's
    r"|[A-Za-z0-9_-]{23,28}\.[A-Za-z0-9_-]{6,7}\.[A-Za-z0-9_-]{27,}"  # Discord's
    r"|(?<=://)[^\s/:@]*:[^\s/@]+(?=@)"  # name and password of a database's address
)
CHATTY = ("httpx", "httpcore", "telegram", "apscheduler", "discord", "asyncio", "fluent", "alembic")
QUOTING = "telegram.request"  # quotes whole answers that it can't read, with what people wrote; we tell of them without
FORM = "%(asctime)s %(levelname)-7s %(name)s: %(message)s"


def redact(text: str, secrets: Iterable[str] = ()) -> str:
    """Text without anything that looks like a token, and without these secrets."""
    for secret in filter(None, secrets):
        text = text.replace(secret, "[…]")
    return TOKENS.sub("[…]", text)


class Redacting(logging.Formatter):
    """A formatter whose every line, traceback or not, has its tokens struck out."""

    def __init__(self, secrets: Iterable[str] = ()) -> None:
        super().__init__(FORM)
        self._secrets = tuple(secrets)

    def format(self, record: logging.LogRecord) -> str:
        """The whole record as text; what it holds of tokens is struck out last, when nothing can be added any more."""
        return redact(super().format(record), self._secrets)


def set_up_logs(level: str = "INFO", secrets: Iterable[str] = ()) -> logging.Handler:
    """Log to standard error; libraries that tell every request speak only of what goes wrong. Gives the handler."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(Redacting(secrets))
    handler.setLevel(level)
    logging.basicConfig(level=level, handlers=[handler], force=True)
    for name in CHATTY:
        logging.getLogger(name).setLevel(logging.WARNING)
    logging.getLogger(QUOTING).setLevel(logging.CRITICAL)
    logging.captureWarnings(True)
    sys.excepthook = _unexpected
    return handler


def _unexpected(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """The last traceback of a process goes the same way: PTB's "token was rejected" quotes the token."""
    if issubclass(kind, KeyboardInterrupt):
        return
    logging.getLogger("tuntun").critical("stopped by an error nobody expected", exc_info=(kind, error, trace))
