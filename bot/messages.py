"""What comes in and what goes out, in no platform's terms.

Words are kept as keys with arguments and become text only when a message is sent: the reader's language, zone and
platform may differ from the writer's, and may change while a message waits.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import Any, Literal, TypeAlias

Json: TypeAlias = Any  # whatever json.loads gives

MAX_TEXT = 4000  # characters kept of anything a person writes
MAX_DATA = 64  # bytes a button may carry, Telegram's limit
MAX_SLUG = 24  # characters of a question's key or an option's name, so that button data always fits


@dataclass(frozen=True, slots=True)
class When:
    """A moment or day inside a sentence, shown in the reader's own zone and language."""

    at: datetime | date | time
    style: Literal["full", "day", "clock"] = "full"


@dataclass(frozen=True, slots=True)
class Say:
    """A sentence by its key in prompts/, with the values it needs."""

    key: str
    args: Mapping[str, Value] = field(default_factory=dict)


Value: TypeAlias = "str | int | float | Say | When | tuple[Value, ...]"
Words: TypeAlias = "Say | str"  # a str is the person's own words and is never translated


def say(key: str, **args: Value) -> Say:
    """Name a sentence of prompts/ and the values it needs."""
    return Say(key, args)


@dataclass(frozen=True, slots=True)
class Button:
    """Something to tap: `data` comes back to us; `url` opens a page instead."""

    label: Words
    data: str = ""
    url: str = ""


Rows: TypeAlias = tuple[tuple[Button, ...], ...]


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file made when the message is sent: its kind names the maker, `content` is what the maker needs. A "menu" is
    none: it has the platform's command menu follow a person's role and language. A "relay" lies on a platform
    already: `content` says on which, what it is, by which `ref` it is fetched, its name and size. A "text" brings its
    `text` and `mime` along."""

    kind: Literal["json", "chart", "menu", "relay", "text"]
    name: str
    content: Json


@dataclass(frozen=True, slots=True)
class Screen:
    """One message as a person sees it: short lines, then buttons."""

    lines: tuple[Say, ...]
    buttons: Rows = ()
    attachment: Attachment | None = None

    def after(self, *lines: Say) -> Screen:
        """The same screen with these lines above it."""
        return Screen((*lines, *self.lines), self.buttons, self.attachment)


Kind: TypeAlias = Literal["text", "tap", "edit", "page", "place", "other", "group", "thread", "blocked", "unblocked"]


@dataclass(frozen=True, slots=True)
class File:
    """Something that is not text, where its platform keeps it: `ref` is what the platform fetches it by."""

    kind: str
    ref: str
    name: str = ""
    size: int = 0


@dataclass(frozen=True, slots=True)
class Incoming:
    """One event from a platform, already checked and bounded by its adapter.

    `event` is unique on its platform: a repeated delivery carries the same one. `message` is the id of the person's own
    message, or of the message whose button was tapped. `what` names the kind of thing when it is not text (voice ...),
    `files` where it lies. `values` are the answers of a page, by question; `reply_to` is the message this one answers;
    `route` is a way to answer that lives for minutes only, as that of a Discord interaction. A "thread" is something
    written in a pair's own thread, which `chat` names; `what` is "edited" when it is an older message with new words.
    """

    platform: str
    event: str
    account: str
    chat: str
    kind: Kind
    at: datetime
    text: str = ""
    data: str = ""
    message: str = ""
    name: str = ""
    locale: str = ""
    what: str = ""
    place: tuple[float, float] | None = None
    files: tuple[File, ...] = ()
    values: Mapping[str, str] = field(default_factory=dict)
    reply_to: str = ""
    route: str = ""

    @property
    def trace(self) -> str:
        """What its traces in the log and the answers to it are known by; empty for what nobody sent."""
        return f"{self.platform}:{self.event}" if self.event else ""


ANSWER, REMINDER, ANNOUNCEMENT = 0, 1, 2  # priorities: a smaller one overtakes


@dataclass(frozen=True, slots=True)
class Outgoing:
    """A screen on its way to one chat, as kept in the outbox.

    `edit` is the id of the message to rewrite. `occurrence` is unique: a second row of the same one is never made.
    `due` is when a reminder should arrive, so that a late one can say so; one to `hold` never comes in quiet hours;
    `kind` is what it reminds of. `route` is a short-lived way to answer, `reply` the message in that chat that this
    one answers; a `silent` one makes no sound.
    """

    platform: str
    chat: str
    screen: Screen
    person: int | None = None
    priority: int = ANSWER
    edit: str = ""
    occurrence: str | None = None
    locale: str = ""
    not_before: datetime | None = None
    due: datetime | None = None
    expires: datetime | None = None
    hold: bool = False
    kind: str = ""
    route: str = ""
    reply: str = ""
    silent: bool = False


def pack(value: Value | None) -> Json:
    """Turn a sentence's value into JSON."""
    if isinstance(value, str):
        return value  # most are
    match value:
        case Say(key, args):
            return {"say": key, "args": {name: pack(arg) for name, arg in args.items()}} if args else {"say": key}
        case When(at, style):
            return {"when": at.isoformat(), "as": style}
        case tuple():
            return [pack(item) for item in value]
        case _:
            return value


def unpack(stored: Json) -> Value:
    """Read a sentence's value back; the reverse of `pack`."""
    if isinstance(stored, list):
        return tuple(unpack(item) for item in stored)
    if not isinstance(stored, dict):
        return stored  # type: ignore[no-any-return]
    if "say" in stored:
        return Say(stored["say"], {name: unpack(arg) for name, arg in stored.get("args", {}).items()})
    return When(_moment(stored["when"]), stored["as"])


def _moment(text: str) -> datetime | date | time:
    if "T" in text:
        return datetime.fromisoformat(text)
    return time.fromisoformat(text) if ":" in text else date.fromisoformat(text)


def pack_screen(screen: Screen) -> Json:
    """Turn a screen into JSON for the outbox."""
    packed: dict[str, Json] = {"lines": [pack(line) for line in screen.lines]}
    if screen.buttons:
        packed["buttons"] = [[_pack_button(button) for button in row] for row in screen.buttons]
    if screen.attachment:
        packed["file"] = {
            "kind": screen.attachment.kind,
            "name": screen.attachment.name,
            "content": screen.attachment.content,
        }
    return packed


def _pack_button(button: Button) -> Json:
    return {"label": pack(button.label), "url" if button.url else "data": button.url or button.data}


def unpack_screen(stored: Json) -> Screen:
    """Read a screen back; the reverse of `pack_screen`."""
    rows = tuple(tuple(_unpack_button(button) for button in row) for row in stored.get("buttons", ()))
    lines = tuple(line for line in map(unpack, stored["lines"]) if isinstance(line, Say))
    return Screen(lines, rows, Attachment(**stored["file"]) if "file" in stored else None)


def _unpack_button(stored: Json) -> Button:
    label = unpack(stored["label"])
    return Button(label if isinstance(label, Say) else str(label), stored.get("data", ""), stored.get("url", ""))
