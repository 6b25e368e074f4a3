"""What the screens about silent pairs show."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bot.mentoring.plans import Risk
from bot.mentoring.risk import Hit
from bot.mentoring.views import View

PAGE = 4  # pairs of a page


@dataclass(frozen=True, slots=True)
class Risky(View):
    """A pair that needs somebody, and why; `acted` is when a coordinator last did something about it."""

    pair: int
    mentee: str
    mentor: str
    hits: tuple[Hit, ...]
    acted: datetime | None = None


@dataclass(frozen=True, slots=True)
class AtRisk(View):
    """Pairs that need somebody, the gravest first: `total` of them, `fresh` of those nobody has looked after lately,
    one page of them; `fine` are those a coordinator knows about, `waiting` mentees without a mentor."""

    total: int = 0
    fresh: int = 0
    page: int = 0
    pairs: tuple[Risky, ...] = ()
    fine: int = 0
    waiting: int = 0


@dataclass(frozen=True, slots=True)
class OnePair(View):
    """A pair by itself; with no hits when nothing holds of it any more."""

    risky: Risky
    fine_until: datetime | None = None


@dataclass(frozen=True, slots=True)
class Fine:
    """A pair that is fine until a day, as a coordinator said."""

    pair: int
    mentee: str
    mentor: str
    until: datetime
    why: str = ""


@dataclass(frozen=True, slots=True)
class FineList(View):
    """The pairs that are fine until a day, the soonest first."""

    pairs: tuple[Fine, ...] = ()
    total: int = 0


@dataclass(frozen=True, slots=True)
class Couple(View):
    """A pair a coordinator is about to do something about; None for one that is not theirs or has ended."""

    pair: int = 0
    mentee: str = ""
    mentor: str = ""
    until: datetime | None = None


@dataclass(frozen=True, slots=True)
class Rules(View):
    """The thresholds of a programme."""

    risk: Risk
