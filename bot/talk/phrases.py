"""Sentences of prompts/ in a reader's language: Fluent, with dates in the reader's own zone and every value escaped."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

from fluent.runtime import FluentBundle, FluentResource

from bot.errors import Problem, Setup
from bot.mentoring.calendar import friendly, friendly_clock, friendly_day
from bot.messages import Say, Value, When, Words
from bot.talk.clean import key_of

LOCALES = ("id", "en")  # the first is spoken to people whose language is not known
EITHER = "either"  # a sentence that brings its own languages, as those of forms do
RTL = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]")


PART = 2000  # characters of a value from which its place is kept for it: Fluent's runtime refuses 2,500 as an attack
MARK = "\ue000"  # stands on both sides of the number of a place that is kept
KEPT = re.compile(f"{MARK}(\\d+){MARK}")


@dataclass(frozen=True, slots=True)
class Reader:
    """Who reads: language, zone, and the moment of reading."""

    locale: str
    zone: str
    now: datetime


class Phrases:
    """The sentences of all languages."""

    def __init__(self, bundles: Mapping[str, FluentBundle]) -> None:
        self._bundles = bundles
        self._ways: dict[str, tuple[str, ...]] = {}

    def nearest(self, locale: str) -> str:
        """The language we have for what a platform says of a person's."""
        code = locale.replace("_", "-").partition("-")[0].casefold()
        if code in self._bundles:
            return code
        return LOCALES[0] if code in {"", "ms", "jv", "su", "in"} else "en"

    def has(self, key: str) -> bool:
        """Whether a sentence exists in the first language."""
        return bool(self._bundles[LOCALES[0]].has_message(key))

    def html(self, words: Words, reader: Reader) -> str:
        """Words as HTML: prompts may hold simple tags, whatever comes from people is escaped."""
        return self._say(words, reader) if isinstance(words, Say) else _safe(words)

    def plain(self, words: Words, reader: Reader) -> str:
        """Words as bare text."""
        return html.unescape(re.sub(r"</?[a-z]+[^<>]*>", "", self.html(words, reader)))

    def ways(self, key: str) -> tuple[str, ...]:
        """The ways of saying something, in all languages, from a list with commas."""
        if key not in self._ways:
            listed = (
                self._format(locale, key, {}) for locale, bundle in self._bundles.items() if bundle.has_message(key)
            )
            self._ways[key] = tuple(key_of(way) for text in listed for way in text.split(","))
        return self._ways[key]

    def _say(self, words: Say, reader: Reader) -> str:
        if words.key == EITHER:
            return _safe(str(words.args[reader.locale if reader.locale in words.args else LOCALES[0]]))
        return self._format(
            reader.locale, words.key, {name: self._value(arg, reader) for name, arg in words.args.items()}
        )

    def _format(self, locale: str, key: str, args: Mapping[str, Any]) -> str:
        bundle = self._bundles.get(locale) or self._bundles[LOCALES[0]]
        message = bundle.get_message(key)
        if message.value is None:
            raise KeyError(key)
        long = [value for value in args.values() if isinstance(value, str) and len(value) > PART]
        places = {value: f"{MARK}{number}{MARK}" for number, value in enumerate(long)}
        short = {name: places.get(value, value) for name, value in args.items()} if long else dict(args)
        text, errors = bundle.format_pattern(message.value, short)
        if errors:
            raise ValueError(f"{locale}/{key}: {errors[0]}")
        return KEPT.sub(lambda place: long[int(place[1])], str(text)) if long else str(text)

    def _value(self, value: Value, reader: Reader) -> str | int | float:
        match value:
            case Say():
                return self._say(value, reader)
            case When(at, style):
                return html.escape(_when(at, style, reader), quote=False)
            case tuple():
                return ", ".join(str(self._value(item, reader)) for item in value)
            case str():
                return _safe(value)
            case _:
                return value


def _safe(text: str) -> str:
    """Somebody's own words: escaped, and kept from turning our sentence around when they run right to left."""
    escaped = html.escape(text.replace(MARK, ""), quote=False)
    return f"\u2068{escaped}\u2069" if RTL.search(escaped) else escaped


def _when(at: datetime | date | time, style: str, reader: Reader) -> str:
    if isinstance(at, time):
        return friendly_clock(at, reader.locale)
    if not isinstance(at, datetime):
        return friendly_day(at, reader.locale, reader.now.date())
    return friendly(at, reader.zone, reader.locale, reader.now, style)


def load_phrases(folder: Path) -> Phrases:
    """All sentences under prompts/; raises Setup with every file that does not parse."""
    problems: list[Problem] = []
    bundles = {}
    for locale in LOCALES:
        bundle = FluentBundle([{"id": "id-ID", "en": "en-GB"}[locale]], use_isolating=False)
        for path in sorted((folder / locale).glob("*.ftl")):
            resource = FluentResource(path.read_text(encoding="utf-8"))
            problems += _junk(resource, path)
            bundle.add_resource(resource)
        bundles[locale] = bundle
    if problems:
        raise Setup(problems)
    return Phrases(bundles)


def _junk(resource: Any, path: Path) -> list[Problem]:
    entries = [entry for entry in resource.body if type(entry).__name__ == "Junk"]
    return [Problem(f"{path}", f"not Fluent: {entry.content.strip()[:80]!r}") for entry in entries]
