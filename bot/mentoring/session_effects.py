"""What conversations about sessions make happen. Each re-checks the world: a slot may be taken or past by then."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bot.effects import Effect
from bot.mentoring.sessions import Met


@dataclass(frozen=True, slots=True)
class ProposeSession(Effect):
    """Offer the other side moments to choose from; in a `series` all of them are meant."""

    pair: int
    slots: tuple[datetime, ...]
    kind: str
    minutes: int
    topic: str = ""
    series: bool = False


@dataclass(frozen=True, slots=True)
class AcceptSlot(Effect):
    """Take one of the moments offered; `whole` takes all sessions of its series."""

    session: int
    at: datetime
    whole: bool = False


@dataclass(frozen=True, slots=True)
class OfferTimes(Effect):
    """Offer other moments for a session, proposed or agreed already."""

    session: int
    slots: tuple[datetime, ...]


@dataclass(frozen=True, slots=True)
class CancelSession(Effect):
    """Call a session off, or all that is left of its series."""

    session: int
    reason: str
    whole: bool = False


@dataclass(frozen=True, slots=True)
class ConfirmSession(Effect):
    """Say that one will be there."""

    session: int


@dataclass(frozen=True, slots=True)
class SayMet(Effect):
    """Say whether a session took place."""

    session: int
    met: Met
    why: str = ""


@dataclass(frozen=True, slots=True)
class LogMet(Effect):
    """Keep a session that nobody had arranged; only the day is sure unless its hour is `known`."""

    pair: int
    at: datetime
    minutes: int
    known: bool = False


@dataclass(frozen=True, slots=True)
class CloseSession(Effect):
    """Settle what a session counts as, once both had their time to say."""

    session: int


@dataclass(frozen=True, slots=True)
class AnswerText(Effect):
    """The answers of one side of a text session; they wait until the other side has answered too."""

    session: int
    answers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SetRoom(Effect):
    """Keep the pair's own room; an empty one means a new room for each session."""

    pair: int
    url: str
