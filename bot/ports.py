"""What the core needs of the world outside, as protocols named for their roles."""

from __future__ import annotations

from collections.abc import Sequence
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
    `tapped` is the finished conversation whose button was tapped."""

    person: Person | None = None
    membership: Membership | None = None
    talks: tuple[Conversation, ...] = ()
    tapped: Conversation | None = None
    invitation: Invitation | None = None
    reach: str = "ok"


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

    def facts(self, wanted: Sequence[tuple[int, str]], now: datetime) -> list[Facts]:
        """All that a conversation of this person about this subject may know."""

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
    """An outbox row taken for sending, with what is needed to put it into words."""

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
