"""What coordinators decide about people, as effects: inviting, a message, a break, an end, a pair."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.effects import Effect
from bot.mentoring.people import Role


@dataclass(frozen=True, slots=True)
class NewLink:
    """What is kept of a link for one person; `again` is the invitation whose expired link it replaces."""

    role: Role
    label: str
    email: str
    token_hash: str
    again: int | None = None


@dataclass(frozen=True, slots=True)
class MakeInvitation(Effect):
    """Keep an invitation that admits so many people until a moment."""

    role: Role
    uses: int
    token_hash: str
    expires: datetime


@dataclass(frozen=True, slots=True)
class RenewInvitation(Effect):
    """Give somebody who was invited and never started another link; the old one stops working."""

    invitation: int
    token_hash: str
    expires: datetime


@dataclass(frozen=True, slots=True)
class CloseInvitation(Effect):
    """Let an invitation admit nobody any more."""

    invitation: int


@dataclass(frozen=True, slots=True)
class KeepUpload(Effect):
    """Keep a list of people that was dropped into the chat until it is confirmed; `counts` is what is said of it."""

    name: str
    content: Mapping[str, Any]
    counts: ListCounts


@dataclass(frozen=True, slots=True)
class ListCounts:
    """A list in numbers: lines that are fine and what becomes of them, lines with mistakes, pairs to be made, people of
    earlier lists who are not in this one: those who take part, and those who never started."""

    fine: int = 0
    new: int = 0
    renewed: int = 0
    waiting: int = 0
    there: int = 0
    wrong: int = 0
    pairs: int = 0
    leavers: int = 0
    unused: int = 0

    @property
    def links(self) -> int:
        """How many links are to be made."""
        return self.new + self.renewed


@dataclass(frozen=True, slots=True)
class InvitePeople(Effect):
    """Keep the links made for a list, once; what follows from it is done only if they could be kept."""

    upload: int
    links: tuple[NewLink, ...]
    expires: datetime
    then: tuple[Effect, ...] = ()


@dataclass(frozen=True, slots=True)
class DropUpload(Effect):
    """Forget a list that was not confirmed."""

    upload: int


@dataclass(frozen=True, slots=True)
class SweepUploads(Effect):
    """Forget what has waited too long for being confirmed."""


@dataclass(frozen=True, slots=True)
class PairMembers(Effect):
    """Make a mentor and a mentee a pair, as a coordinator decided; each a person. A `quiet` one answers nothing;
    `suggested` is one that the bot had proposed."""

    mentor: int
    mentee: int
    quiet: bool = False
    suggested: bool = False


@dataclass(frozen=True, slots=True)
class PauseMember(Effect):
    """Give somebody a break of some days; of none, it is over now."""

    member: int
    days: int


@dataclass(frozen=True, slots=True)
class RemoveMember(Effect):
    """Let somebody leave the programme, as a coordinator decided: their partners are told kindly. A `quiet` one answers
    nothing, as one of many."""

    member: int
    reason: str
    quiet: bool = False


@dataclass(frozen=True, slots=True)
class WriteTo(Effect):
    """Bring a coordinator's words to somebody of the programme."""

    person: int
    text: str
