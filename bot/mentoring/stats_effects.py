"""What comes of looking at a programme as a whole, as effects: figures that are kept, and what coordinators do about a
pair."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from bot.effects import Effect
from bot.mentoring.metrics import Batch, Stock


@dataclass(frozen=True, slots=True)
class KeepFigures(Effect):
    """Keep how programmes stood at the end of a day: by number, day and figures."""

    days: tuple[tuple[int, date, Stock], ...]


@dataclass(frozen=True, slots=True)
class KeepAnswers(Effect):
    """Keep batches of answers that are counted now: by programme, and when the last week in them was over."""

    batches: tuple[tuple[int, datetime, Batch], ...]


@dataclass(frozen=True, slots=True)
class AddStaffNote(Effect):
    """Keep a coordinator's note about a pair."""

    pair: int
    text: str


@dataclass(frozen=True, slots=True)
class RemoveStaffNote(Effect):
    """Take away a note about a pair: its author may, and an owner."""

    pair: int
    note: int


@dataclass(frozen=True, slots=True)
class WriteBoth(Effect):
    """Write to both sides of a pair."""

    pair: int
    text: str


@dataclass(frozen=True, slots=True)
class EndPair(Effect):
    """End a pair: both are told kindly, sessions ahead are called off."""

    pair: int
