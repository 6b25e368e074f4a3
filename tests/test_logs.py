"""No token ever stands in a log: not in httpx's lines, not in a traceback, not at the end of the process."""

import logging
import subprocess
import sys
import threading
from collections.abc import Iterator

import pytest
from telegram.error import InvalidToken

from adapters.telegram.line import dial
from bot.logs import redact, set_up_logs
from tests.fakes.telegram_server import FakeTelegram

TOKEN = "7000000001:" + "Ab3_-x9" * 5


@pytest.fixture
def logging_as_it_was() -> Iterator[None]:
    root, hook, there = logging.getLogger(), sys.excepthook, threading.excepthook
    handlers, level = root.handlers[:], root.level
    yield
    root.handlers[:], sys.excepthook, threading.excepthook = handlers, hook, there
    root.setLevel(level)
    logging.captureWarnings(False)
    for name in (
        "httpx",
        "httpcore",
        "telegram",
        "apscheduler",
        "discord",
        "asyncio",
        "fluent",
        "alembic",
        "telegram.request",
    ):
        logging.getLogger(name).setLevel(logging.NOTSET)


@pytest.mark.parametrize(
    "text",
    [
        f"POST https://api.telegram.org/bot{TOKEN}/getMe",
        f"bot{TOKEN}",
        f"x{TOKEN.replace(':', '%3A')}/x",
        "login " + "M" + "a1B2" * 6 + "." + "abc_-1" + "." + "z9Y8x7" * 5,
        "postgresql://tuntun:" + "hush@db/tuntun",
    ],
)
def test_whatever_looks_like_a_token_is_struck_out(text: str) -> None:
    struck = redact(text)
    assert "[…]" in struck
    assert not any(secret in struck for secret in (TOKEN[11:], "z9Y8x7", "hush"))


@pytest.mark.parametrize(
    "text", ["12:30", "event 700000001: done", "a.b.c", "https://example.org/x", "2026-11-24 05:00:00"]
)
def test_what_is_no_token_stays(text: str) -> None:
    assert redact(text) == text


def test_a_secret_of_any_form_can_be_named() -> None:
    assert redact("password=abc", ["abc", ""]) == "password=[…]"


async def test_neither_requests_nor_tracebacks_show_the_token(
    logging_as_it_was: None, capsys: pytest.CaptureFixture[str]
) -> None:
    set_up_logs("DEBUG")
    with FakeTelegram(token=TOKEN) as server:
        line = dial(TOKEN, f"http://127.0.0.1:{server.port}")
        await line.bot.initialize()
        await line.bot.shutdown()
    with FakeTelegram() as other:
        refused = dial(TOKEN, f"http://127.0.0.1:{other.port}")
        with pytest.raises(InvalidToken, match=TOKEN) as raised:
            await refused.bot.initialize()
        logging.getLogger("x").error("refused: %r", refused.bot, exc_info=raised.value)
        await refused.bot.shutdown()
    logging.getLogger("httpx").warning("HTTP Request: POST https://api.telegram.org/bot%s/getMe", TOKEN)
    said = capsys.readouterr().err
    assert "Traceback" in said
    assert "/getMe" in said
    assert "HTTP/1.1" not in said
    assert TOKEN[11:] not in said


def test_the_last_traceback_of_a_process_does_not_show_it_either() -> None:
    program = f"from bot.logs import set_up_logs\nset_up_logs()\nraise ValueError('bot{TOKEN}')"
    ended = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert ended.returncode == 1
    assert "ValueError: bot[…]" in ended.stderr
    assert TOKEN[11:] not in ended.stderr.replace(program, "")


@pytest.mark.parametrize(("level", "heard"), [("ERROR", False), ("INFO", True)])
def test_a_library_is_heard_only_when_something_goes_wrong(
    logging_as_it_was: None, capsys: pytest.CaptureFixture[str], level: str, heard: bool
) -> None:
    set_up_logs(level)
    logging.getLogger("httpx").info("a request")
    logging.getLogger("apscheduler.executors").warning("a misfire")
    said = capsys.readouterr().err
    assert ("a request" in said, "a misfire" in said) == (False, heard)
