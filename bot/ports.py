"""What the core needs of the world outside, as protocols named for their roles."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, time
from typing import Any, Literal, Protocol, TypeAlias

from bot.effects import Effect
from bot.mentoring.due import Due, Scene, Verdict
from bot.mentoring.people import Facts, Invitation, Membership, Person
from bot.messages import Incoming, Json, Outgoing, Screen
from bot.talk.dialogue import Conversation


@dataclass(frozen=True, slots=True)
class State:
    """What is known of somebody when their message comes in. `talks` are their open conversations, newest first;
    `tapped` is the finished conversation whose button was tapped. `line` is the pair to whose other side they talk now,
    `idle_line` one whose talk is over as nothing was said for long, `answers` that of the message which this one
    answers."""

    person: Person | None = None
    membership: Membership | None = None
    talks: tuple[Conversation, ...] = ()
    tapped: Conversation | None = None
    invitation: Invitation | None = None
    reach: str = "ok"
    line: int = 0
    idle_line: int = 0
    answers: int = 0


@dataclass(frozen=True, slots=True)
class Said:
    """What an effect answers with. One that was `refused`, since the world had changed, takes back what was to follow
    it."""

    screen: Screen
    refused: bool = True


@dataclass(slots=True)
class Record:
    """What one turn leaves to be written."""

    incoming: Incoming
    person: int | None
    saved: list[Conversation] = field(default_factory=list)
    closed: list[Conversation] = field(default_factory=list)
    out: list[Outgoing] = field(default_factory=list)


class Desk(Protocol):
    """One open transaction, seen from the core: read a batch, apply what it led to, write it down. All verbs are
    set-wise."""

    def load(self, batch: Sequence[Incoming], now: datetime) -> list[State | None]:
        """What is known for each message; None for an event that was handled before."""

    def introduce(self, strangers: Sequence[Incoming], now: datetime) -> list[Person]:
        """Make people of accounts that have none."""

    def apply(self, effects: Sequence[tuple[int, Incoming, Effect]], now: datetime) -> list[Said | None]:
        """Turn effects of these people into rows, in order; what must be said of them."""

    def facts(self, wanted: Sequence[tuple[int, str, str]], now: datetime) -> list[Facts]:
        """All that a conversation of this person, by its name, about this subject may know."""

    def open(self, talks: Sequence[tuple[int, Conversation]], now: datetime) -> list[int]:
        """Ids for new conversations, never used before."""

    def save(self, records: Sequence[Record], now: datetime) -> None:
        """Write conversations, outbox and seen events."""

    def due(self, now: datetime, most: int) -> list[tuple[Due, Scene | None]]:
        """Rows that are due, oldest first, each with what is known of its person."""

    def settle(self, verdicts: Sequence[tuple[Due, Verdict]], now: datetime) -> None:
        """Write what came of due rows: messages, next rows, what fell away."""


OutcomeKind: TypeAlias = Literal["sent", "later", "uncertain", "refused", "unreachable", "expired"]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of sending one message. `message` is the platform's id of it, `wait` seconds until it may be tried
    again (0 leaves it to the courier), `reach` the state an account is in now, `moved` the chat's new id; `away` says
    that the whole platform is out of reach, so everything waits."""

    kind: OutcomeKind
    message: str = ""
    wait: float = 0.0
    why: str = ""
    reach: str = ""
    moved: str = ""
    away: bool = False


@dataclass(frozen=True, slots=True)
class Parcel:
    """An outbox row taken for sending, with what is needed to put it into words. A sender that can brings a `silent`
    one without a sound, and one with a `reply` as an answer to that message of the chat, if it is still there.
    `trace` names the event that led to it, or the occurrence: its lines in the log are known by that."""

    id: int
    platform: str
    chat: str
    screen: Json
    edit: str
    priority: int
    locale: str
    zone: str
    attempts: int
    due: datetime | None
    created: datetime
    hold: bool
    quiet: tuple[time, time] = (time(21), time(7))
    route: str = ""
    reply: str = ""
    silent: bool = False
    kind: str = ""
    trace: str = ""


class Outbox(Protocol):
    """The courier's side of the outbox. Every verb is one durable step."""

    async def claim(self, platform: str, most: int, busy: Sequence[str]) -> list[Parcel]:
        """Take messages for sending, answers first, at most one a chat and none of the chats in `busy`."""

    async def record(self, outcomes: Sequence[tuple[Parcel, Outcome]]) -> None:
        """Keep what became of messages."""

    async def recover(self, platform: str) -> int:
        """At start: put back what was being sent when the process ended; says how many."""

    async def next_moment(self, platform: str) -> datetime | None:
        """When the next waiting message may go."""


class Sender(Protocol):
    """A platform that delivers one message."""

    platform: str

    async def send(self, parcel: Parcel, shown: Any) -> Outcome:
        """Deliver; never raises for what the world does."""


class Lost(Exception):
    """A file can't be had any more, or not by us: trying again would change nothing."""


Fetch: TypeAlias = Callable[[str, str], Awaitable[bytes]]
"""How a sender gets a file that lies on another platform: `await fetch(platform, ref)`.

A message with an attachment of the kind "relay" carries a file of somebody's partner, as `Attachment.content`:
`platform` and `ref` (what that platform's adapter put into `File.ref`), `kind` (voice, audio, photo, video, video_note,
animation, document), `name`, `size` in bytes. Its words are the message's own, and stand with the file as its caption.
A sender whose own platform it is may send it by `ref`, without fetching. Every other one fetches and uploads it. `Lost`
is final: the outcome is "refused". Whatever else is raised means that it can be tried later.

The adapter of each platform gives its own part, `async (ref) -> bytes`; bot/__main__.py puts them together.
"""
