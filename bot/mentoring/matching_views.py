"""What the screens of /match show."""

from __future__ import annotations

from dataclasses import dataclass

from bot.mentoring.matching import Limit, Profile, Score
from bot.mentoring.views import View
from bot.messages import Say


@dataclass(frozen=True, slots=True)
class OverviewView(View):
    """How things stand: who waits (the first of them by name), what is free, the open draft; `choosing` are mentees who
    have asked a mentor themselves, `people` all who may be matched, or may have been."""

    waiting: int
    places: int
    mentors: int
    first: tuple[Profile, ...]
    draft: int
    drafted: int
    apart: int
    choosing: int = 0
    people: int = 0


@dataclass(frozen=True, slots=True)
class AimView(View):
    """Before all are matched at once; `locked` pairs of the open draft stay."""

    waiting: int
    places: int
    draft: int
    locked: int
    choosing: int = 0


@dataclass(frozen=True, slots=True)
class WhichView(View):
    """Those who may be meant by what was typed, each with what to ask for to mean them."""

    text: str
    hits: tuple[tuple[Profile, str], ...]


@dataclass(frozen=True, slots=True)
class WhichTwoView(View):
    """Every mentee with every mentor that may be meant, to choose from; `verb` is what is asked about them."""

    text: str
    verb: str
    pairs: tuple[tuple[Profile, Profile], ...]


@dataclass(frozen=True, slots=True)
class NotTwoView(View):
    """A mentee and a mentor were needed, and are not told by this."""

    text: str
    verb: str


@dataclass(frozen=True, slots=True)
class SuggestView(View):
    """The best three for somebody; `limit` says why there can be none."""

    who: Profile
    found: tuple[tuple[Profile, Score], ...]
    limit: Limit


@dataclass(frozen=True, slots=True)
class TwoView(View):
    """Two people, how well they fit, and what forbids it; `verb` is what is asked about them, `row` their place in the
    open draft."""

    verb: str
    mentee: Profile
    mentor: Profile
    score: Score
    limit: Limit
    row: int = 0
    locked: bool = False


@dataclass(frozen=True, slots=True)
class ApartView(View):
    """Who is kept apart: row, mentee, mentor."""

    rows: tuple[tuple[int, str, str], ...]


@dataclass(frozen=True, slots=True)
class DraftRow:
    """A pair of a draft as it is shown."""

    row: int
    mentee: int
    mentor: int
    names: tuple[str, str]
    score: int
    reason: Say | None
    locked: bool


@dataclass(frozen=True, slots=True)
class DraftView(View):
    """A page of the open draft. `draft` 0: there is none."""

    draft: int
    mode: str = "fit"
    rows: tuple[DraftRow, ...] = ()
    page: int = 1
    pages: int = 1
    total: int = 0
    locked: int = 0
    left: int = 0
    choosing: int = 0


@dataclass(frozen=True, slots=True)
class LeftView(View):
    """A page of those who stay without anybody in the open draft, each with why."""

    rows: tuple[tuple[int, str, str], ...]
    page: int
    pages: int
    total: int


@dataclass(frozen=True, slots=True)
class Fallen:
    """A pair of a draft that can't be any more, and why."""

    mentee: str
    mentor: str
    why: Limit


@dataclass(frozen=True, slots=True)
class LastLookView(View):
    """Before a draft is published or thrown away: how many pairs it makes, and which fell away."""

    verb: str
    draft: int
    good: int
    fallen: tuple[Fallen, ...]
