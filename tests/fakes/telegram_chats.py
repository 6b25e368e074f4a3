"""A chat as the people in it see it: messages, buttons, the keyboard below, and waiting for a change."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Self, TypeVar

from tests.fakes.telegram_html import Json
from tests.fakes.telegram_rules import ApiError

if TYPE_CHECKING:
    from tests.fakes.telegram_world import World

T = TypeVar("T")


@dataclass(frozen=True)
class Button:
    label: str
    data: str | None
    url: str | None
    row: int


@dataclass(frozen=True)
class Shown:
    """A message as it is shown now; an edit puts a new Shown in its place."""

    message_id: int
    chat: Json
    sender: Json | None
    date: int
    body: Json
    html: str
    from_bot: bool
    markup: Json | None = None
    edit_date: int | None = None
    changed: int = 0

    @property
    def text(self) -> str:
        return str(self.body.get("text", self.body.get("caption", "")))

    @property
    def edited(self) -> bool:
        return self.edit_date is not None

    @property
    def rows(self) -> list[list[Json]]:
        rows: list[list[Json]] = (self.markup or {}).get("inline_keyboard", [])
        return rows

    @property
    def buttons(self) -> list[Button]:
        return [
            Button(button["text"], button.get("callback_data"), button.get("url"), number)
            for number, row in enumerate(self.rows)
            for button in row
        ]

    @property
    def labels(self) -> list[str]:
        return [button.label for button in self.buttons]

    def json(self) -> Json:
        answer: Json = {"message_id": self.message_id, "date": self.date, "chat": self.chat, **self.body}
        answer |= {"from": self.sender} if self.sender else {"sender_chat": self.chat}
        answer |= {"edit_date": self.edit_date} if self.edited else {}
        return answer | ({"reply_markup": self.markup} if self.rows else {})

    def quoted(self) -> Json:
        """As a part of the message that replies to it; Telegram quotes one level only."""
        return {"reply_to_message": {key: part for key, part in self.json().items() if key != "reply_to_message"}}

    def __str__(self) -> str:
        files = ("document", "photo", "sticker", "voice", "audio", "video", "video_note", "animation")
        kinds = [key for key in self.body if key in (*files, "contact", "location")]
        edited = " (edited)" if self.edited else ""
        words = [f"{'bot' if self.from_bot else 'person'} #{self.message_id}{edited}>", *kinds, self.text]
        return " ".join(words + [f"[{label}]" for label in self.labels])


class Chat:
    """What tests read of a chat. Every verb is synchronous and thread safe."""

    def __init__(self, world: World, card: Json) -> None:
        self.world, self.card = world, card
        self.messages: dict[int, Shown] = {}
        self.last_id = 0
        self.acted = 0

    @property
    def id(self) -> int:
        return int(self.card["id"])

    @property
    def private(self) -> bool:
        return bool(self.card["type"] == "private")

    @property
    def group(self) -> bool:
        return self.card["type"] in ("group", "supergroup")

    def refusal(self) -> ApiError | None:
        """Why the bot cannot write here now."""
        return None

    @property
    def screen(self) -> list[Shown]:
        with self.world.changed:
            return list(self.messages.values())

    @property
    def received(self) -> list[Shown]:
        """What the bot wrote."""
        return [message for message in self.screen if message.from_bot]

    @property
    def last(self) -> Shown:
        """The newest message of the bot."""
        received = self.received
        if not received:
            raise AssertionError(f"the bot has not written in chat {self.id}")
        return received[-1]

    @property
    def keyboard(self) -> list[str]:
        """Labels of the reply keyboard now below the chat."""
        for message in reversed(self.screen):
            markup = message.markup or {}
            if "keyboard" in markup or "remove_keyboard" in markup:
                keys = [key for row in markup.get("keyboard", []) for key in row]
                return [key["text"] if isinstance(key, dict) else str(key) for key in keys]
        return []

    @property
    def toasts(self) -> list[str]:
        """Texts the bot answered to taps in this chat."""
        with self.world.changed:
            answers = [query.answer for query in self.world.queries.values() if query.chat is self]
        return [str(answer["text"]) for answer in answers if answer and answer.get("text")]

    def __str__(self) -> str:
        return "\n".join(str(message) for message in self.screen)

    def wait_for(self, predicate: Callable[[Self], T | None], timeout: float = 5.0) -> T:
        """The first truthy answer of predicate(self); AssertionError with the screen when there is none in time."""
        return self.world.wait_for(lambda _: predicate(self), timeout, lambda: str(self))

    def sees(self, what: str | Callable[[Shown], object] = "", timeout: float = 5.0) -> Shown:
        """Waits for a message of the bot, new or edited since the last action in this chat, that has `what`."""
        return self.wait_for(lambda _: next(self._fresh(what), None), timeout)

    def _fresh(self, what: str | Callable[[Shown], object]) -> Iterator[Shown]:
        for message in reversed(self.received):
            fits = what in message.text if isinstance(what, str) else what(message)
            if message.changed > self.acted and fits:
                yield message

    def find_button(self, what: str | Callable[[Button], object]) -> tuple[Shown, Button] | None:
        """In the newest message that has it."""
        for message in reversed(self.screen):
            for button in message.buttons:
                if what in button.label if isinstance(what, str) else what(button):
                    return message, button
        return None

    def add(self, body: Json, sender: Json | None, **more: Any) -> Shown:
        """Puts a message at the end; `more` is what Shown takes besides."""
        with self.world.changed:
            self.last_id += 1
            more = {"date": self.world.clock(), "html": "", "from_bot": False, **more}
            message = Shown(self.last_id, self.card, sender, body=body, changed=self.world.tick(), **more)
            self.messages[self.last_id] = message
            self.world.touch()
        return message

    def change(self, message_id: int, **changes: Any) -> Shown:
        with self.world.changed:
            changes = {"edit_date": self.world.clock(), "changed": self.world.tick(), **changes}
            self.messages[message_id] = replace(self.messages[message_id], **changes)
            self.world.touch()
        return self.messages[message_id]
