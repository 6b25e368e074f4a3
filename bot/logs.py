"""What the process says of itself: a line a record on standard error, and never a token in it, tracebacks included."""

from __future__ import annotations

import json
import logging
import re
import sys
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from copy import copy
from datetime import UTC, datetime
from types import TracebackType
from typing import Any

# No \b: in ".../bot123456:..." there is no word boundary before the token, and httpx prints exactly that.
TOKENS = re.compile(
    r"\d{6,}(?::|%3A)[A-Za-z0-9_-]{30,}"  # Telegram's
    r"|[A-Za-z0-9_-]{23,28}\.[A-Za-z0-9_-]{6,7}\.[A-Za-z0-9_-]{27,}"  # Discord's
    r"|(?<=://)[^\s/:@]*:[^\s/@]+(?=@)"  # name and password of a database's address
)
CHATTY = ("httpx", "httpcore", "telegram", "apscheduler", "discord", "asyncio", "fluent", "alembic")
QUOTING = "telegram.request"  # quotes whole answers that it can't read, with what people wrote; we tell of them without
FORM = "%(asctime)s %(levelname)-7s %(name)s: %(trace)s%(message)s"
CODE = 'File "'  # how a place in a traceback begins; the line below it is the code there
QUOTED = re.compile(r"'.*'|\".*\"|“.*”|DETAIL:.*")  # of errors: the values they quote, PostgreSQL's rows
TRACE: ContextVar[str] = ContextVar("trace", default="")


@contextmanager
def concerning(trace: str) -> Iterator[None]:
    """What is logged inside concerns this event of a platform ("telegram:812"), planned occurrence or job ("job:5")."""
    before = TRACE.set(trace)
    try:
        yield
    finally:
        TRACE.reset(before)


def redact(text: str, secrets: Iterable[str] = ()) -> str:
    """Text without anything that looks like a token, and without these secrets."""
    for secret in filter(None, secrets):
        text = text.replace(secret, "[…]")
    return TOKENS.sub("[…]", text)


def unquoted(text: str) -> str:
    """What an error says without what it quotes: that may be what somebody wrote."""
    return "\n".join(QUOTED.sub("'…'", line) for line in text.split("\n"))


class Redacting(logging.Formatter):
    """A formatter whose every line, traceback or not, has its tokens struck out."""

    def __init__(self, secrets: Iterable[str] = ()) -> None:
        super().__init__(FORM)
        self._secrets = tuple(secrets)

    def format(self, record: logging.LogRecord) -> str:
        """The whole record as text; what it holds of tokens is struck out last, when nothing can be added any more."""
        record = copy(record)  # another handler may have left its own text of the traceback in it
        record.exc_text = None
        record.trace = f"[{trace}] " if (trace := TRACE.get()) else ""
        return redact(super().format(record), self._secrets)

    def formatException(self, ei: Any) -> str:  # noqa: N802 - logging's name
        """A traceback with its places and code as they are, and errors without what they quote."""
        lines = super().formatException(ei).split("\n")
        code = {at + below for at, line in enumerate(lines) if line.lstrip(" |").startswith(CODE) for below in (0, 1)}
        return "\n".join(line if at in code else unquoted(line) for at, line in enumerate(lines))


class Structured(Redacting):
    """A formatter whose every line is a JSON object: at, level, logger, text, and where there are any trace and
    error."""

    def format(self, record: logging.LogRecord) -> str:
        """The record as JSON; tokens are struck out of each value, so that it stays JSON."""
        at = datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds")
        told = {"at": at, "level": record.levelname, "logger": record.name, "text": record.getMessage()}
        if trace := TRACE.get():
            told["trace"] = trace
        if record.exc_info:
            told["error"] = self.formatException(record.exc_info)
        return json.dumps({key: redact(value, self._secrets) for key, value in told.items()}, ensure_ascii=False)


def set_up_logs(level: str = "INFO", secrets: Iterable[str] = (), form: str = "text") -> logging.Handler:
    """Log to standard error; libraries that tell every request speak only of what goes wrong. Gives the handler."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter((Structured if form == "json" else Redacting)(secrets))
    handler.setLevel(level)
    logging.basicConfig(level=level, handlers=[handler], force=True)
    for name in CHATTY:
        logging.getLogger(name).setLevel(logging.WARNING)
    logging.getLogger(QUOTING).setLevel(logging.CRITICAL)
    logging.captureWarnings(True)
    sys.excepthook = _unexpected
    threading.excepthook = _unexpected_there
    return handler


def _unexpected(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """The last traceback of a process goes the same way: PTB's "token was rejected" quotes the token."""
    if issubclass(kind, KeyboardInterrupt):
        return
    logging.getLogger("tuntun").critical("stopped by an error nobody expected", exc_info=(kind, error, trace))


def _unexpected_there(ended: threading.ExceptHookArgs) -> None:
    """And that of a thread."""
    name = ended.thread.name if ended.thread else "?"
    found = (ended.exc_type, ended.exc_value or ended.exc_type(), ended.exc_traceback)
    logging.getLogger("tuntun").critical("the thread %s was ended by an error nobody expected", name, exc_info=found)
