"""What people do about the end of their pair, and what happens when its time is over, as effects."""

from __future__ import annotations

from dataclasses import dataclass

from bot.effects import Effect


@dataclass(frozen=True, slots=True)
class AskParting(Effect):
    """Wish for another partner. It takes effect after a while, in which one may change one's mind."""

    pair: int
    reason: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class KeepPair(Effect):
    """Change one's mind: the pair goes on."""

    pair: int


@dataclass(frozen=True, slots=True)
class Part(Effect):
    """The time to change one's mind is over: the pair ends."""

    pair: int


@dataclass(frozen=True, slots=True)
class ExtendPair(Effect):
    """Wish to go on for a month; it counts when both do."""

    pair: int


@dataclass(frozen=True, slots=True)
class PassThanks(Effect):
    """Bring a word of thanks to the other side."""

    pair: int
    text: str


@dataclass(frozen=True, slots=True)
class ClosePair(Effect):
    """The pair's time is over. Before the last day to say something, it closes only if both have."""

    pair: int
    early: bool = False


@dataclass(frozen=True, slots=True)
class CompareViews(Effect):
    """A mentor's view of a goal: when it lies far from the mentee's own, it becomes a topic for both."""

    goal: int
    percent: int
