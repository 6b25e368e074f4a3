"""What coordinators decide about who meets whom, as effects; each is checked again when it is written."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from bot.effects import Effect
from bot.messages import Json

Aim: TypeAlias = Literal["fit", "most"]


@dataclass(frozen=True, slots=True)
class Proposal:
    """A pair of a draft that is about to be kept; `reasons` are packed sentences."""

    mentee: int
    mentor: int
    score: int
    reasons: tuple[Json, ...]
    state: Literal["proposed", "locked", "dropped"] = "proposed"


@dataclass(frozen=True, slots=True)
class KeepDraft(Effect):
    """Keep a matching that was worked out, in place of the draft `of` (0: of none), unless that one has changed hands
    meanwhile. `left` are mentees without anybody, each with why."""

    mode: Aim
    of: int
    pairs: tuple[Proposal, ...]
    left: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class MarkDraft(Effect):
    """Lock a pair of a draft, let it loose, or drop it."""

    row: int
    state: Literal["proposed", "locked", "dropped"]


@dataclass(frozen=True, slots=True)
class ThrowDraft(Effect):
    """Throw a draft away."""

    draft: int


@dataclass(frozen=True, slots=True)
class PublishDraft(Effect):
    """Make pairs of a draft real, by their `rows`; so many others have `fallen` away already."""

    draft: int
    rows: tuple[int, ...] = ()
    fallen: int = 0


@dataclass(frozen=True, slots=True)
class Exclude(Effect):
    """See to it that two people are never matched."""

    mentee: int
    mentor: int


@dataclass(frozen=True, slots=True)
class Include(Effect):
    """Let two people be matched again, by the number of the row that kept them apart."""

    row: int
