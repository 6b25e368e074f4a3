"""What is done about silent pairs, by coordinators, by the two themselves and by the days that pass, as effects."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bot.effects import Effect
from bot.mentoring.risk import Hit


@dataclass(frozen=True, slots=True)
class NudgePair(Effect):
    """Send both of a pair a warm word that fits why it is silent; once in three days at most."""

    pair: int


@dataclass(frozen=True, slots=True)
class WritePair(Effect):
    """Bring a coordinator's own words to the "mentee", the "mentor" or "both"."""

    pair: int
    whom: str
    text: str


@dataclass(frozen=True, slots=True)
class ReadyText(Effect):
    """That a coordinator was given words to send by other ways."""

    pair: int


@dataclass(frozen=True, slots=True)
class WatchPair(Effect):
    """Leave a pair out of the list until a moment."""

    pair: int
    until: datetime
    why: str = ""


@dataclass(frozen=True, slots=True)
class UnwatchPair(Effect):
    """Have a pair in the list again before its time."""

    pair: int


@dataclass(frozen=True, slots=True)
class SetInactive(Effect):
    """After how many days without a sign of life the two are asked whether they go on."""

    days: int


@dataclass(frozen=True, slots=True)
class StillGoing(Effect):
    """One of the two says that they go on; a pair that was closed because nobody answered opens again."""

    pair: int


@dataclass(frozen=True, slots=True)
class PairDone(Effect):
    """One of the two says that they are done; it counts once both do, or nobody says otherwise in time."""

    pair: int


@dataclass(frozen=True, slots=True)
class FindRisks(Effect):
    """The rules that hold of a programme's pairs today, the gravest pairs first; what held before and is not among them
    has ended. Coordinators get a line if that is news."""

    programme: int
    pairs: tuple[tuple[int, tuple[Hit, ...]], ...]


@dataclass(frozen=True, slots=True)
class AskGoing(Effect):
    """Ask both sides of these pairs whether they go on."""

    programme: int
    pairs: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class PairsAwake(Effect):
    """There was a sign of life of these pairs since they were asked: nothing is closed."""

    programme: int
    pairs: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class CloseSilent(Effect):
    """Nobody answered: these pairs are closed kindly, and may be opened again."""

    programme: int
    pairs: tuple[int, ...]
