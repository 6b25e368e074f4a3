"""What mentees, mentors and coordinators decide about own choice, as effects: none tells the trail who it is about."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bot.effects import Effect


@dataclass(frozen=True, slots=True)
class LikeMentor(Effect):
    """Put a mentor at the end of one's list."""

    mentor: int


@dataclass(frozen=True, slots=True)
class PassMentor(Effect):
    """Not this mentor: their card does not come again."""

    mentor: int


@dataclass(frozen=True, slots=True)
class StartOver(Effect):
    """Have the cards again that were passed."""


@dataclass(frozen=True, slots=True)
class RaiseWish(Effect):
    """Move a wish up by one place."""

    wish: int


@dataclass(frozen=True, slots=True)
class RemoveWish(Effect):
    """Take a wish off the list, asked or not; whoever was asked is told."""

    wish: int


@dataclass(frozen=True, slots=True)
class AskMentors(Effect):
    """Ask the first of the list who can be asked."""


@dataclass(frozen=True, slots=True)
class AskNext(Effect):
    """Nobody could be asked when there was need, since a moment: try again."""

    since: datetime


@dataclass(frozen=True, slots=True)
class AnswerWish(Effect):
    """A mentor's yes, or their "not now"."""

    wish: int
    yes: bool


@dataclass(frozen=True, slots=True)
class AskBack(Effect):
    """Ask a mentee something before answering."""

    wish: int
    text: str


@dataclass(frozen=True, slots=True)
class ReplyToMentor(Effect):
    """A mentee's reply to what a mentor asked back."""

    wish: int
    text: str


@dataclass(frozen=True, slots=True)
class RemindWish(Effect):
    """A mentor has not answered a request for long."""

    wish: int


@dataclass(frozen=True, slots=True)
class EndWish(Effect):
    """A request's time is over."""

    wish: int


@dataclass(frozen=True, slots=True)
class RemindStaff(Effect):
    """Two who both said yes still wait for a coordinator."""

    wish: int


@dataclass(frozen=True, slots=True)
class ConfirmWish(Effect):
    """A coordinator makes a pair of a wish of both, or not now."""

    wish: int
    yes: bool


@dataclass(frozen=True, slots=True)
class SetTerms(Effect):
    """Allow own choice or not; and who confirms. None leaves it."""

    choice: bool | None = None
    confirm: str | None = None
