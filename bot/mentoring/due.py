"""What falls due, what is known of its person when it does, and what may come of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from bot.effects import Effect
from bot.mentoring.people import Goal, Membership, Person, Programme, Step
from bot.messages import Outgoing
from bot.talk.dialogue import Conversation

TRIES = 5  # times a row that fails is tried again, an hour apart
UNCOUNTED = (
    "checkin",
    "back",
    "coordinator",
    "paired",
    "pair",
    "digest",
    "relay",
    "relay-edit",
    "tick",
)  # kinds of messages that no budget holds back


@dataclass(frozen=True, slots=True)
class Due:
    """A row of the due table. `planned` is when it was meant for, `at` when it fires (later after quiet hours or a full
    budget), `anchor` what its series counts from, `version` the state of its subject it was planned for."""

    id: int
    kind: str
    person: int
    at: datetime
    planned: datetime
    anchor: datetime
    subject: str = ""
    step: int = 0
    version: str = ""
    tries: int = 0

    @property
    def occurrence(self) -> str:
        """What makes this reminder one of its kind: it is sent once."""
        return f"{self.kind}:{self.person}:{self.subject}:{self.step}:{int(self.anchor.timestamp())}"


@dataclass(frozen=True, slots=True)
class Scene:
    """What is known of a person when a reminder comes due. `spent` counts reminders of the last seven days;
    `answered` says that the check-in of the row's week has been answered; `talk`, `goal`, `step` or else `about` are
    what the row is about."""

    person: Person
    platform: str = ""
    chat: str = ""
    reach: str = "ok"
    membership: Membership | None = None
    silent_since: datetime | None = None
    spent: int = 0
    answered: bool = False
    goals: tuple[Goal, ...] = ()
    goal: Goal | None = None
    step: Step | None = None
    talk: Conversation | None = None
    about: Any = None

    @property
    def programme(self) -> Programme | None:
        """The programme the person is in."""
        return self.membership.programme if self.membership else None


@dataclass(frozen=True, slots=True)
class Verdict:
    """What becomes of a due row: `again` keeps it for later; otherwise it goes, and `next` rows come. `asked` is the
    check-in that was asked for; `expire` closes the conversation, or lets it `sleep`; `escalate` shows the
    coordinators that someone is silent."""

    why: str
    send: Outgoing | None = None
    again: datetime | None = None
    next: tuple[Due, ...] = ()
    effects: tuple[Effect, ...] = ()
    asked: date | None = None
    expire: bool = False
    sleep: bool = False
    escalate: bool = False
    tries: int = 0

    @property
    def counts(self) -> bool:
        """Whether this reminder counts against the week's budget."""
        return self.send is not None and self.send.kind not in UNCOUNTED

    @classmethod
    def failed(cls, due: Due, now: datetime) -> Verdict:
        """A row whose verdict raised is tried again, and given up after TRIES times."""
        if due.tries + 1 >= TRIES:
            return cls("failed")
        return cls("failed", again=now + timedelta(hours=1), tries=due.tries + 1)
