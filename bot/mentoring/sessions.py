"""Sessions of a pair as frozen values, and what may be said of them: when they are over, whether they were held."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime, time, timedelta
from typing import Literal, TypeAlias

SessionState: TypeAlias = Literal["proposed", "confirmed", "held", "missed", "moved", "unclear", "cancelled"]
Met: TypeAlias = Literal["", "yes", "moved", "no"]
Span: TypeAlias = tuple[datetime, datetime]

KINDS = ("video", "audio", "phone", "person", "text")
ONLINE = frozenset({"video", "audio"})  # kinds that need a room
MINUTES = (45, 30, 60)
MOST_SLOTS = 3
NOTICE = timedelta(hours=24)  # a session cancelled before that counts for nobody
ANSWER_WITHIN = timedelta(hours=48)  # of a text session, and of "did you meet?"
FURTHEST = timedelta(days=365)
RECENT = timedelta(days=120)  # how long past sessions are known
STAMP = "%Y%m%d-%H%M"  # how a moment is named in a button, in UTC


@dataclass(frozen=True, slots=True)
class Word:
    """What one side said of a session."""

    confirmed: bool = False
    met: Met = ""
    why: str = ""
    answered: int = 0


@dataclass(frozen=True, slots=True)
class Seat:
    """One side of a session, as much of it as is needed to speak of times."""

    person: int = 0
    name: str = ""
    role: str = "mentee"
    zone: str = "Asia/Jakarta"
    locale: str = "id"
    quiet_from: time = time(21)
    quiet_until: time = time(7)


@dataclass(frozen=True, slots=True)
class Session:
    """A session as one side sees it. `slots` are moments on offer: those of a proposal, or of a confirmed session that
    somebody would like to move; `by_me` says who offered. `number` counts the pair's sessions before it, `subjects` is
    what its mentee wants to learn, `live` whether the pair still is one, `muted` that I want no messages of it now."""

    id: int
    pair: int
    me: Seat = field(default_factory=Seat)
    partner: Seat = field(default_factory=Seat)
    state: SessionState = "proposed"
    kind: str = "video"
    minutes: int = 45
    starts_at: datetime | None = None
    slots: tuple[datetime, ...] = ()
    topic: str = ""
    link: str = ""
    uid: str = ""
    sequence: int = 0
    series: str = ""
    reason: str = ""
    by_me: bool = True
    mine: Word = field(default_factory=Word)
    theirs: Word = field(default_factory=Word)
    number: int = 0
    subjects: tuple[str, ...] = ()
    live: bool = True
    muted: bool = False
    created: datetime | None = None

    @property
    def ends_at(self) -> datetime | None:
        """When it is over; a text session when nobody can answer any more."""
        if self.starts_at is None:
            return None
        return self.starts_at + (ANSWER_WITHIN if self.kind == "text" else timedelta(minutes=self.minutes))

    def upcoming(self, now: datetime) -> bool:
        """Whether it is agreed and not over."""
        return self.state == "confirmed" and self.live and self.ends_at is not None and self.ends_at > now

    def begun(self, now: datetime) -> bool:
        """Whether its time has come."""
        return self.starts_at is not None and self.starts_at <= now

    def offered(self, now: datetime) -> tuple[datetime, ...]:
        """The moments on offer that can still be taken."""
        open_ = self.live and self.state in {"proposed", "confirmed"}
        return tuple(slot for slot in self.slots if slot > now) if open_ else ()


@dataclass(frozen=True, slots=True)
class Hours:
    """What is needed to find a time with the other side of a pair. `days` and `parts` of a day are those they named,
    `clock` when they check in, `busy` when they are in sessions, `until` the end of a pause (None: no end known)."""

    pair: int
    them: Seat
    days: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()
    clock: time | None = None
    kinds: tuple[str, ...] = ()
    paused: bool = False
    until: datetime | None = None
    room: str = ""
    busy: tuple[Span, ...] = ()


def stamp(moment: datetime) -> str:
    """How a moment is named in a button."""
    return moment.astimezone(UTC).strftime(STAMP)


def moment_of(text: str) -> datetime:
    """The moment a button names; raises ValueError for anything else."""
    return datetime.strptime(text, STAMP).replace(tzinfo=UTC)


def overlap(start: datetime, minutes: int, busy: Iterable[Span]) -> bool:
    """Whether a session at this time would run into another."""
    end = start + timedelta(minutes=minutes)
    return any(start < until and begun < end for begun, until in busy)


def outcome(one: Met, other: Met) -> SessionState:
    """What a session counts as, by what both sides say of it. Nothing is held that nobody said was."""
    said = {one, other} - {""}
    if said == {"yes"}:
        return "held"
    if not said or "yes" in said:
        return "unclear"
    return "moved" if said == {"moved"} else "missed"


def outcome_of_text(mine: int, theirs: int) -> SessionState:
    """A text session is held when both sides have answered."""
    return "held" if mine and theirs else "unclear" if mine or theirs else "missed"
