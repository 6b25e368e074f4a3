"""All Telegram knows of one bot: chats, updates, files, its profile, what it asked, what it was refused."""

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any, Self, TypeVar

from tests.fakes.telegram_chats import Chat, Shown
from tests.fakes.telegram_faults import Fault, Faults, Kind
from tests.fakes.telegram_html import Json
from tests.fakes.telegram_rules import QUERY_TOO_OLD, Limits, Pace, bad
from tests.fakes.telegram_updates import Updates

T = TypeVar("T")
SENDS = tuple(
    f"send{what}" for what in ["Message", "Document", "Photo", "Voice", "Audio", "Video", "VideoNote", "Animation"]
)


@dataclass(frozen=True)
class Upload:
    """A file as it came in or lies in store."""

    name: str
    data: bytes
    mime: str
    file_id: str = ""
    path: str = ""

    def json(self) -> Json:
        return {"file_id": self.file_id, "file_unique_id": f"u{self.file_id}", "file_size": len(self.data)}


@dataclass(frozen=True)
class Call:
    """An accepted request. `at` is time.monotonic()."""

    method: str
    params: Json
    at: float
    result: Any

    @property
    def chat(self) -> Any:
        return self.params.get("chat_id")

    @property
    def text(self) -> str:
        return str(self.params.get("text", self.params.get("caption", "")))


@dataclass(frozen=True)
class Refused:
    method: str
    params: Json
    at: float
    code: int
    description: str


@dataclass(frozen=True)
class Query:
    """A tap waiting for its answer."""

    id: str
    chat: Chat
    data: str
    at: float
    answer: Json | None = None


@dataclass
class Profile:
    """Keys are ("commands", scope, language) and ("name" | "description" | "short_description", language)."""

    commands: dict[tuple[str, str], list[Json]] = field(default_factory=dict)
    texts: dict[tuple[str, str], str] = field(default_factory=dict)
    webhook: str = ""


class World:
    """State and its one lock, `changed`. `now` gives the seconds put into dates; pacing uses the real clock."""

    def __init__(self, now: Callable[[], float] = time.time) -> None:
        self.changed = threading.Condition()
        self.now = now
        self.me: Json = {"id": 7_000_000_001, "is_bot": True, "first_name": "Tuntun", "username": "tuntun_bot"}
        self.chats: dict[int, Chat] = {}
        self.updates, self.faults, self.profile = Updates(), Faults(), Profile()
        self.log: list[Call] = []
        self.refused: list[Refused] = []
        self.queries: dict[str, Query] = {}
        self.files: dict[str, Upload] = {}
        self.query_lifetime = 15.0
        self.strict_html = True
        self.privacy_mode = False
        self.limits: Limits | None = None
        self.pace = Pace()
        self.wake: Callable[[], None] = lambda: None
        self._ticks = 0

    def clock(self) -> int:
        return int(self.now())

    def tick(self) -> int:
        self._ticks += 1
        return self._ticks

    def touch(self) -> None:
        self.changed.notify_all()
        self.wake()

    def wait_for(self, predicate: Callable[[Self], T | None], timeout: float = 5.0, draw: Callable[[], str] = str) -> T:
        """The first truthy answer of predicate(self); AssertionError with what `draw` shows when the time is over."""
        with self.changed:
            found = self.changed.wait_for(lambda: predicate(self), timeout)
            if not found:
                raise AssertionError(f"not seen within {timeout} s; now there is:\n{draw()}")
        return found

    def wait_confirmed(self, timeout: float = 5.0) -> None:
        """Until the bot has confirmed every update."""
        self.wait_for(lambda _: not self.updates.pending and not self.updates.again, timeout, lambda: "updates waiting")

    def push(self, kind: str, payload: Json) -> int | None:
        with self.changed:
            number = self.updates.push(kind, payload)
            self.touch()
        return number

    def redeliver(self, *update_ids: int) -> int:
        """Delivers confirmed updates once more (all without ids); says how many."""
        with self.changed:
            count = self.updates.redeliver(*update_ids)
            self.touch()
        return count

    def fault(
        self,
        method: str,
        chat: Chat | int | None = None,
        times: int | None = 1,
        kind: Kind = "hang",
        *,
        accept: bool | None = None,
        after: float = 0.5,
        retry_after: int = 1,
        to: int = -100_999_000_999,
    ) -> Fault:
        """The next `times` calls (None: every call) of `method` ("*": any but getUpdates) go wrong.

        `accept` has Telegram do the work all the same: by default for late, cut_after and bad_json only.
        `after` is in seconds (late); `to` is the new chat id (migrate).
        """
        accepted = kind in ("late", "cut_after", "bad_json") if accept is None else accept
        number = chat.id if isinstance(chat, Chat) else chat
        with self.changed:
            return self.faults.add(Fault(method, kind, number, times, accepted, after, retry_after, to))

    def clear_faults(self) -> None:
        with self.changed:
            self.faults.all.clear()

    def record(self, method: str, params: Json, result: Any) -> None:
        with self.changed:
            self.log.append(Call(method, params, time.monotonic(), result))
            self.touch()

    def refuse(self, method: str, params: Json, code: int, description: str) -> None:
        with self.changed:
            self.refused.append(Refused(method, params, time.monotonic(), code, description))
            self.touch()

    def calls(self, method: str) -> list[Call]:
        with self.changed:
            return [call for call in self.log if call.method == method]

    def deliveries(self, chat: Chat | int | None = None) -> list[Call]:
        """Accepted sends, in order; those whose answer was lost too."""
        number = chat.id if isinstance(chat, Chat) else chat
        with self.changed:
            return [call for call in self.log if call.method in SENDS and number in (None, call.chat)]

    @property
    def count_429(self) -> int:
        with self.changed:
            return sum(refused.code == 429 for refused in self.refused)

    def store(self, data: bytes, name: str, mime: str = "application/octet-stream") -> Upload:
        with self.changed:
            number = len(self.files) + 1
            kind = mime.partition("/")[0] if mime.startswith(("image", "audio")) else "documents"
            upload = Upload(name, data, mime, f"file-{number}", f"{kind}/file_{number}_{name}")
            self.files[upload.file_id] = upload
        return upload

    def ask(self, chat: Chat, person: Json, message: Shown | None, message_id: int, data: str) -> str:
        """A tap: the id of its callback query."""
        with self.changed:
            query = Query(str(4_000_000_000_000_000_000 + len(self.queries)), chat, data, time.monotonic())
            self.queries[query.id] = query
            chat.acted = self.tick()
            gone = {"chat": chat.card, "message_id": message_id, "date": 0}
            payload = {"id": query.id, "from": person, "chat_instance": str(chat.id), "data": data}
            self.push("callback_query", payload | {"message": message.json() if message else gone})
        return query.id

    def answer(self, query_id: str, answer: Json) -> None:
        query = self.queries.get(query_id)
        if not query or query.answer is not None or time.monotonic() - query.at >= self.query_lifetime:
            raise bad(QUERY_TOO_OLD)
        self.queries[query_id] = replace(query, answer=answer)
