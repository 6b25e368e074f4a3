"""The readers, each as a function of bytes: it may refuse in its own way and raises only what is a mistake of ours."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from concurrent.futures import Future
from contextlib import suppress
from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

from telegram import Bot

from adapters.discord import forms
from adapters.discord.markdown import ADDRESS, CALL, MOST, length, markdown, parts
from adapters.discord.routes import read_route
from adapters.telegram.inbox import Inbox
from bot.errors import Unclear
from bot.flows.staff.export_since import read_since
from bot.mentoring.audience import read_audience
from bot.mentoring.invitations import token_in
from bot.mentoring.invite_words import read_wanted
from bot.mentoring.link_codes import code_in, hash_code, tidy
from bot.mentoring.plans import read_plan
from bot.messages import MAX_TEXT, Incoming
from bot.talk.forms import read_form
from bot.talk.moments import read_clock, read_day, read_moments, read_span
from bot.talk.rendering import TELEGRAM_TEXT, bare, size, split
from storage.people_file import MAX_CELL, read_list
from storage.people_sheet import Unreadable, read_sheets

NOW = datetime(2026, 11, 24, 3, tzinfo=UTC)
ZONES = tuple(map(ZoneInfo, ("Asia/Jakarta", "Pacific/Chatham", "America/New_York")))
BOT = Bot("1:x")


def storable(incoming: Incoming | None) -> None:
    """What is handed on can be written into any database: bounded, without NUL and lone surrogates."""
    for said in (incoming.text, incoming.name, incoming.data, incoming.account, incoming.event) if incoming else ():
        assert len(said) <= MAX_TEXT
        assert "\x00" not in said
        said.encode()


def updates(data: bytes) -> None:
    """A Telegram update: JSON of any shape under the keys that there are."""
    with suppress(ValueError, RecursionError):
        told = json.loads(data)
        if isinstance(told, dict) and "callback_query" not in told:
            storable(_inbox().read(told))


def _inbox() -> Inbox:
    return Inbox(BOT, lambda _: Future(), lambda: NOW)


def interactions(data: bytes) -> None:
    """What Discord tells of a form, a button and a route."""
    text = data.decode(errors="replace")
    forms.conversation(text)
    read_route(text, NOW)
    with suppress(ValueError, RecursionError):
        for key, value in forms.values(json.loads(data)).items():
            assert isinstance(key, str)
            assert isinstance(value, str)


def tokens(data: bytes) -> None:
    """An invitation's token or a code, however it was typed."""
    text = data.decode(errors="replace")
    token_in(text)
    code_in(text)
    hash_code(tidy(text))


def dates(data: bytes) -> None:
    """Dates, clock times and spans as people type them: what comes of them is a moment that can be kept."""
    text = data.decode(errors="replace")
    for zone in ZONES:
        for moment in read_moments(text, NOW, zone):
            moment.at(zone)
        read_day(text, NOW, zone)
    read_clock(text)
    read_span(text)
    read_since(text, NOW.date())


def toml(data: bytes) -> None:
    """A form or a plan that somebody dropped: it is read, or all that is wrong with it is said."""
    text = data.decode(errors="replace")
    for read in (read_form, read_plan):
        made, problems = read(text, "x.toml")
        assert (made is None) == bool(problems)


def lists(data: bytes) -> None:
    """A list of people as CSV or XLSX."""
    people, _ = read_list(data)
    assert all(row.name and len(row.name) <= MAX_CELL for row in people)
    with suppress(Unreadable):
        read_sheets(data)


def filters(data: bytes) -> None:
    """Whom an announcement is for: what is understood says the same when it is read again."""
    text = data.decode(errors="replace")
    with suppress(Unclear):
        audience = read_audience(text)
        assert read_audience(audience.text) == audience
    read_wanted(text)


def words(data: bytes) -> None:
    """Markup that somebody wrote: parts fit, and on Discord nobody is called."""
    text = data.decode(errors="replace")
    for part in split(text, TELEGRAM_TEXT):
        assert size(part) <= TELEGRAM_TEXT
        bare(part)
    assert not CALL.search(ADDRESS.sub("", markdown(text)))
    assert all(length(piece) <= MOST for piece in parts((text,)))


TARGETS: Mapping[str, Callable[[bytes], Any]] = {
    each.__name__: each for each in (updates, interactions, tokens, dates, toml, lists, filters, words)
}
