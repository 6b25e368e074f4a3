"""The snapshots a conversation works on: people, programmes, pairs, goals and check-ins as frozen values."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import Any, Literal, TypeAlias

from bot.mentoring.sessions import Hours, Session
from bot.mentoring.views import View

Role: TypeAlias = Literal["mentee", "mentor", "coordinator", "owner", "viewer"]
Standing: TypeAlias = Literal["enrolling", "waiting", "active", "paused", "left"]  # waiting: for approval
Stage: TypeAlias = Literal["draft", "open", "closed", "archived"]
Joining: TypeAlias = Literal["open", "code", "approval"]

MAX_GOALS = 3  # active at once
MAX_STEPS = 6  # a goal


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody the bot knows. Clock times are on the person's own wall; `checkin_day` 0 is Monday."""

    id: int
    name: str = ""
    locale: str = "id"
    zone: str = "Asia/Jakarta"
    checkin_day: int = 6
    checkin_clock: time = time(16)
    quiet_from: time = time(21)
    quiet_until: time = time(7)
    about: dict[str, Any] = field(default_factory=dict)
    prefers: str = ""


@dataclass(frozen=True, slots=True)
class Account:
    """Where a person talks to the bot, and when they last did; they are written to on the platform that they prefer,
    or else were on last."""

    id: int
    platform: str
    seen: datetime | None = None


@dataclass(frozen=True, slots=True)
class Programme:
    """A mentoring programme; people of several may share one bot. One that is `closed` takes nobody more, an `archived`
    one rests; whoever has an invitation joins, or waits for `approval`; an `open` one takes anybody."""

    id: int
    slug: str
    name: str
    organiser: str = ""
    zone: str = "Asia/Jakarta"
    starts: date | None = None
    ends: date | None = None
    plan: str = "default"
    stage: Stage = "open"
    joining: Joining = "code"


@dataclass(frozen=True, slots=True)
class Membership:
    """What a person is in a programme."""

    id: int
    programme: Programme
    role: Role
    standing: Standing
    paused_until: datetime | None = None
    since: datetime | None = None
    capacity: int = 1
    declined: bool = False  # of whom the coordinators said no to


@dataclass(frozen=True, slots=True)
class Step:
    """A piece of work on the way to a goal."""

    id: int
    text: str
    done: bool = False
    due: date | None = None


GoalState: TypeAlias = Literal["active", "reached", "dropped"]
Visibility: TypeAlias = Literal["pair", "private"]


@dataclass(frozen=True, slots=True)
class Goal:
    """What a mentee works towards. `percent` is the last progress told, `before` the one of the check-in before it;
    `expected` is where a steady pace would be today."""

    id: int
    title: str
    measure: str = ""
    why: str = ""
    due: date | None = None
    visibility: Visibility = "pair"
    percent: int | None = None
    before: int | None = None
    expected: int = 0
    steps: tuple[Step, ...] = ()
    history: tuple[tuple[date, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Pact:
    """What a pair agrees on, from one side: the newest answers of each (`theirs` only once both have answered), who
    agrees to what lies on the table, and the `terms` that hold. `round` is the last one this side has answered; -1
    is none."""

    round: int = -1
    mine: dict[str, str] = field(default_factory=dict)
    theirs: dict[str, str] = field(default_factory=dict)
    mine_agreed: bool = False
    theirs_agreed: bool = False
    terms: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Note:
    """A note about a pair: `mine`, or shared by the other side."""

    id: int
    text: str
    at: datetime
    mine: bool
    shared: bool


@dataclass(frozen=True, slots=True)
class Partner:
    """The other side of a pair, as much of it as this side may see. `goals` are those they share; `heard` is when the
    two last had contact; `wish` what a mentee asked the mentor to know; `muted` says that I do not want their
    messages now; `checkin` is when a mentee last answered one, `standing` says whether the partner takes a break,
    `leaving` is when my wish for another partner takes effect."""

    pair: int
    person: int
    name: str
    role: Role
    locale: str = "id"
    zone: str = "Asia/Jakarta"
    about: dict[str, Any] = field(default_factory=dict)
    goals: tuple[Goal, ...] = ()
    since: date | None = None
    ends: date | None = None
    room: str = ""
    muted: bool = False
    heard: datetime | None = None
    wish: str = ""
    checkin: datetime | None = None
    standing: Standing = "active"
    paused_until: datetime | None = None
    leaving: datetime | None = None
    pact: Pact = field(default_factory=Pact)
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True)
class Checkin:
    """A week's answers. `occurrence` is the local date on which that week's check-in was planned."""

    occurrence: date
    answered: datetime | None = None
    mood: int | None = None
    next_step: str = ""
    for_mentor: str = ""
    progress: dict[int, int] = field(default_factory=dict)  # goal -> percent
    obstacles: dict[int, str] = field(default_factory=dict)
    notes: dict[int, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Invitation:
    """A token somebody holds: what it admits to, or why it no longer does. That of a programme which is open to all
    has no number, and its `role` is chosen. One that `opens` something, as "form:NAME", does so for members and admits
    nobody."""

    id: int
    role: Role
    programme: Programme | None
    trouble: Literal["", "used", "expired", "closed", "draft", "code"] = ""
    opens: str = ""


@dataclass(frozen=True, slots=True)
class Facts:
    """All that a conversation may know, frozen when it starts."""

    now: datetime
    today: date
    me: Person
    membership: Membership | None = None
    partners: tuple[Partner, ...] = ()
    goals: tuple[Goal, ...] = ()
    closed: tuple[Goal, ...] = ()
    occurrence: date | None = None
    checkin: Checkin | None = None
    sessions: tuple[Session, ...] = ()
    hours: tuple[Hours, ...] = ()
    streak: int = 0
    invitation: Invitation | None = None
    accounts: tuple[Account, ...] = ()
    subject: str = ""
    form: str = ""
    view: View | None = None

    @property
    def programme(self) -> Programme | None:
        """The programme this conversation belongs to."""
        if self.membership:
            return self.membership.programme
        return self.invitation.programme if self.invitation else None

    @property
    def goal(self) -> Goal | None:
        """The goal the conversation is about, when its subject names one of mine."""
        return next((goal for goal in (*self.goals, *self.closed) if str(goal.id) == self.subject), None)

    @property
    def partner(self) -> Partner | None:
        """The partner whose pair the subject names ("12", "12-again", "agreement:12"), or else the only one there
        is."""
        number = next((part for part in re.split(r"[:-]", self.subject) if part.isdecimal()), "")
        named = [partner for partner in self.partners if str(partner.pair) == number]
        return named[0] if named else self.partners[0] if len(self.partners) == 1 and not number else None

    @property
    def mentor(self) -> Partner | None:
        """My mentor, if I have one."""
        return next((partner for partner in self.partners if partner.role == "mentor"), None)
