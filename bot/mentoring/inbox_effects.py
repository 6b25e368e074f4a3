"""What happens to a call for help: somebody takes it, answers, closes it; the person answers back."""

from __future__ import annotations

from dataclasses import dataclass

from bot.effects import Effect


@dataclass(frozen=True, slots=True)
class TakeTicket(Effect):
    """Take care of a ticket."""

    ticket: int


@dataclass(frozen=True, slots=True)
class OpenTicket(Effect):
    """Show the first call of a person since a moment, in seconds: what is known of one before it has a number."""

    person: int
    since: int


@dataclass(frozen=True, slots=True)
class AnswerTicket(Effect):
    """Answer the person who called."""

    ticket: int
    text: str


@dataclass(frozen=True, slots=True)
class CloseTicket(Effect):
    """It is settled; the person reads that, kindly."""

    ticket: int


@dataclass(frozen=True, slots=True)
class ReplyTicket(Effect):
    """The person answers back, or writes again after it was closed."""

    ticket: int
    text: str


@dataclass(frozen=True, slots=True)
class RemindTicket(Effect):
    """Nobody has answered for long: coordinators are told once."""

    ticket: int
