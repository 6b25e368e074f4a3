"""What coordinators see of pairs: the list, the card of one, and whose it is in a conversation about one. Counts and
dates; never words of the two."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal, TypeAlias

from bot.mentoring.views import View

SORTS = ("quiet", "newest", "unmet", "paused")
SHOWN = 5  # pairs on a page
EVENTS = 6  # on a card, the newest
NOTES = 3  # on a card, the newest


@dataclass(frozen=True, slots=True)
class PairLine:
    """A pair in the list: `days` since their last contact, or since they became one if there was `none`; the cadence
    they agreed on, how far their goals are on average, their next session."""

    pair: int
    mentee: str
    mentor: str
    days: int
    none: bool
    cadence: str = ""
    percent: int | None = None
    next: datetime | None = None
    paused: bool = False


@dataclass(frozen=True, slots=True)
class PairsView(View):
    """A page of the pairs of a programme, in an order or of a kind; `resting` is how many are on a break."""

    sort: str
    page: int
    pages: int
    total: int
    resting: int
    lines: tuple[PairLine, ...] = ()


Happened: TypeAlias = Literal[
    "paired",
    "ended",
    "closed",
    "agreed",
    "held",
    "missed",
    "cancelled",
    "planned",
    "checkin",
    "messages",
    "goal",
    "reached",
]


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened to a pair, on a day; `n` messages of one day are one."""

    day: date
    kind: Happened
    n: int = 1


@dataclass(frozen=True, slots=True)
class StaffNote:
    """A coordinator's note about a pair; one's own may be taken away, by an owner all."""

    id: int
    text: str
    author: str
    at: datetime
    mine: bool


@dataclass(frozen=True, slots=True)
class PairCard(View):
    """All that coordinators see of a pair."""

    line: PairLine
    state: str
    since: date
    ends: date | None
    mentee: int
    mentor: int
    held: int
    ahead: int
    goals: tuple[tuple[str, int | None], ...] = ()
    events: tuple[Event, ...] = ()
    notes: tuple[StaffNote, ...] = ()


@dataclass(frozen=True, slots=True)
class PairChoices(View):
    """Pairs that may be meant, by number, and both names."""

    said: str
    found: tuple[tuple[int, str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class PairNames(View):
    """Whose pair a conversation is about, whether it goes on, and how many sessions are still ahead."""

    pair: int
    mentee: str
    mentor: str
    active: bool
    ahead: int = 0
