"""What mentors and pairs make happen, beside sessions and messages: capacity, agreements, notes, a word to the
partner."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bot.effects import Effect
from bot.messages import Screen


@dataclass(frozen=True, slots=True)
class SetCapacity(Effect):
    """How many mentees a mentor can take; 0 is "not now"."""

    capacity: int


@dataclass(frozen=True, slots=True)
class TellPartners(Effect):
    """Show a screen to the partners of all active pairs; each line is given the person's name as `name` and the
    reader's `role`."""

    screen: Screen


@dataclass(frozen=True, slots=True)
class SaveAgreement(Effect):
    """Keep what the person wants of a pair in this round; what was agreed before holds until both agree again."""

    pair: int
    round: int
    answers: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Agree(Effect):
    """Agree to what lies on the table; `seen` names it, so that nobody agrees to what has changed meanwhile."""

    pair: int
    seen: str


@dataclass(frozen=True, slots=True)
class KeepAgreement(Effect):
    """At one or two thirds: what was agreed is still fine."""

    pair: int


@dataclass(frozen=True, slots=True)
class AddNote(Effect):
    """Keep a note about a pair; a shared one reaches the other side."""

    pair: int
    text: str
    shared: bool


@dataclass(frozen=True, slots=True)
class RemoveNote(Effect):
    """Take back a note of one's own."""

    note: int
