"""From a message as it is kept to what its reader sees: sentences in their language, buttons, parts that fit.

Nothing here may lose a message: what can't be said is replaced by a plain sentence, and told as `trouble`.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.mentoring.calendar import local_date
from bot.messages import MAX_DATA, Attachment, Button, Say, Screen, When, Words, say, unpack_screen
from bot.ports import Parcel
from bot.talk.phrases import Phrases, Reader

TELEGRAM_TEXT = 4096  # UTF-16 units of a message, markup left out
LABEL = 64  # characters of a button; a phone shows about half
ROW, KEYS = 8, 100  # buttons in a row and on a message, at most

LATE = timedelta(minutes=20)  # from this on a reminder says when it was due
TAG = re.compile(r"<(/?)([a-z][a-z0-9-]*)[^<>]*>")
TOKEN = re.compile(r"</?[a-z][^<>]*>|&#?\w+;|.", re.DOTALL)
AMPERSAND = re.compile(r"&(?!#?\w+;)")  # whoever writes prompts writes "IT & data"
LAST_RESORT = "Maaf, ada pesan yang gagal ditampilkan. / Sorry, a message could not be shown."


@dataclass(frozen=True, slots=True)
class Key:
    """A button as it is shown."""

    label: str
    data: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Shown:
    """A message put into words: HTML in parts that each fit, buttons under the last of them, a file still to be made.
    `trouble` tells what could not be shown, for the log."""

    texts: tuple[str, ...]
    keys: tuple[tuple[Key, ...], ...] = ()
    file: Attachment | None = None
    trouble: tuple[str, ...] = ()


def render(parcel: Parcel, phrases: Phrases, now: datetime, most: int = TELEGRAM_TEXT) -> Shown:
    """Put a message into its reader's words, in parts of at most `most` characters."""
    speech = _Speech(phrases, Reader(parcel.locale, parcel.zone, now))
    try:
        screen = unpack_screen(parcel.screen)
    except Exception as error:  # noqa: BLE001 - whatever a row holds, its reader gets an answer
        return Shown((speech.sorry(),), trouble=(f"not a screen: {type(error).__name__}",))
    lines = [line for words in (*_late(parcel, now), *screen.lines) if (line := speech.line(words)) is not None]
    keys = tuple(_rows(screen, speech, forms=parcel.platform == "discord"))
    if not screen.attachment and not any(bare(line).strip() for line in lines):
        speech.trouble.append("nothing in it")
        lines = [speech.sorry()]
    return Shown(tuple(split("\n".join(lines), most)), keys, screen.attachment, tuple(speech.trouble))


class _Speech:
    """Says sentences to one reader, and keeps account of those it could not say."""

    def __init__(self, phrases: Phrases, reader: Reader) -> None:
        self._phrases, self._reader = phrases, reader
        self.trouble: list[str] = []

    def line(self, line: Say) -> str | None:
        """A line as HTML; the first that can't be said becomes the sentence for that, others nothing."""
        try:
            return AMPERSAND.sub("&amp;", self._phrases.html(line, self._reader))
        except Exception as error:  # noqa: BLE001 - a missing key, a broken sentence, a value of the wrong kind
            self.trouble.append(f"{line.key}: {type(error).__name__}")
        return None if len(self.trouble) > 1 else self.sorry()

    def sorry(self) -> str:
        """What stands where something could not be shown."""
        try:
            return self._phrases.html(say("render-trouble"), self._reader)
        except Exception as error:  # noqa: BLE001 - as above
            self.trouble.append(f"render-trouble: {type(error).__name__}")
            return LAST_RESORT

    def label(self, words: Words) -> str:
        """A button's words; what can't be said still leaves something to tap."""
        try:
            label = self._phrases.plain(words, self._reader).strip()
        except Exception as error:  # noqa: BLE001 - as above
            self.trouble.append(f"button {getattr(words, 'key', 'of words')}: {type(error).__name__}")
            label = ""
        return label if len(label) <= LABEL else label[: LABEL - 1].rstrip() + "…"


def _late(parcel: Parcel, now: datetime) -> tuple[Say, ...]:
    """Above a reminder that comes late: when it was due, with the day unless that is today."""
    if parcel.due is None or now - parcel.due < LATE:
        return ()
    today = local_date(parcel.due, parcel.zone) == local_date(now, parcel.zone)
    return (say("late", at=When(parcel.due, "clock" if today else "full")),)


def _rows(screen: Screen, speech: _Speech, *, forms: bool) -> Iterator[tuple[Key, ...]]:
    """The buttons in rows; one that opens a form is only shown where there are forms."""
    left = KEYS
    for row in screen.buttons:
        wanted = (button for button in row if forms or not button.data.startswith("m:"))
        keys = [key for button in wanted if (key := _key(button, speech))][:left]
        left -= len(keys)
        yield from (tuple(keys[at : at + ROW]) for at in range(0, len(keys), ROW))


def _key(button: Button, speech: _Speech) -> Key | None:
    """A button as it is shown; one that the platform would refuse would take its whole message with it."""
    if not (button.url or 0 < len(button.data.encode()) <= MAX_DATA):
        speech.trouble.append(f"button without fitting data: {button.data!r}")
        return None
    return Key(speech.label(button.label) or "…", "" if button.url else button.data, button.url)


def bare(text: str) -> str:
    """HTML without its markup."""
    return html.unescape(TAG.sub("", text))


def size(text: str) -> int:
    """How long HTML is once it is shown, in UTF-16 units: the strictest way a platform counts."""
    return len(bare(text).encode("utf-16-le", "surrogatepass")) // 2


def split(text: str, most: int) -> list[str]:
    """HTML in parts of at most `most`, broken between lines; tags that stay open go on in the next part."""
    if size(text) <= most:
        return [text] if bare(text).strip() else []
    parts: list[str] = []
    held = ""
    for line in (piece for whole in text.split("\n") for piece in _fitting(whole, most)):
        if held and size(held) + 1 + size(line) > most:
            parts.append(held)
            held = ""
        held = f"{held}\n{line}" if held else line
    return [part for part in _mended([*parts, held]) if bare(part).strip()]


def _fitting(line: str, most: int) -> Iterator[str]:
    """A line, cut where it is longer than a message may be; never inside a tag or an entity."""
    held, length = "", 0
    for token in TOKEN.findall(line):
        if length + size(token) > most:
            yield held
            held, length = "", 0
        held, length = held + token, length + size(token)
    yield held


def _mended(parts: list[str]) -> Iterator[str]:
    opened: list[re.Match[str]] = []
    for part in parts:
        head = "".join(tag[0] for tag in opened)
        for tag in TAG.finditer(part):
            if not tag[1]:
                opened.append(tag)
            elif opened:
                opened.pop()
        yield head + part + "".join(f"</{tag[2]}>" for tag in reversed(opened))
