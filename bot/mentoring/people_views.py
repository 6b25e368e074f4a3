"""What the desk's screens about people show: a card, who may be meant, invitations, what is pending, a list."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal, TypeAlias

from bot.mentoring.people import Role, Standing
from bot.mentoring.people_effects import ListCounts
from bot.mentoring.views import View

EVERYONE = 6  # people on a page


@dataclass(frozen=True, slots=True)
class Hit:
    """Somebody who may be meant."""

    person: int
    name: str
    role: Role
    standing: Standing


@dataclass(frozen=True, slots=True)
class PairBrief:
    """A pair of somebody's: the other side, since when, their last contact."""

    pair: int
    name: str
    role: Role
    since: date
    heard: datetime | None = None


@dataclass(frozen=True, slots=True)
class Card:
    """A member, as coordinators may see them: no check-in words, no mood, no private goal."""

    person: int
    member: int
    name: str
    role: Role
    standing: Standing
    since: datetime
    paused_until: datetime | None = None
    seen: datetime | None = None
    platforms: tuple[str, ...] = ()
    reached: bool = True
    pairs: tuple[PairBrief, ...] = ()
    goals: tuple[tuple[str, int | None], ...] = ()
    asked: int = 0
    answered: int = 0
    tickets: int = 0


@dataclass(frozen=True, slots=True)
class PersonView(View):
    """Whom a name may mean: one card, several members, people who are invited and never started."""

    text: str
    card: Card | None = None
    hits: tuple[Hit, ...] = ()
    invited: tuple[InvitationBrief, ...] = ()


@dataclass(frozen=True, slots=True)
class EveryoneView(View):
    """A page of those who take part, by name."""

    hits: tuple[Hit, ...] = ()
    total: int = 0
    start: int = 0


@dataclass(frozen=True, slots=True)
class InvitationBrief:
    """An invitation; `label` names who a personal one is for, `by` who made it."""

    id: int
    role: Role
    label: str
    uses: int
    used: int
    made: datetime
    expires: datetime
    by: str = ""


@dataclass(frozen=True, slots=True)
class InvitationsView(View):
    """A page of invitations that still admit people, and how many personal ones wait; or one alone."""

    items: tuple[InvitationBrief, ...]
    total: int = 0
    start: int = 0
    personal: int = 0


Group: TypeAlias = Literal["invited", "waiting", "asked"]


@dataclass(frozen=True, slots=True)
class Pending:
    """Something that waits: `what` names its kind, `number` what its button leads to."""

    what: Literal["invited", "expired", "waiting", "agreement", "checkin", "session", "wish"]
    name: str
    since: datetime
    number: int
    role: Role = "mentee"


@dataclass(frozen=True, slots=True)
class PendingView(View):
    """How much of each group waits and since when; and one page of one of them."""

    counts: dict[str, int]
    oldest: dict[str, datetime]
    group: Group | None = None
    items: tuple[Pending, ...] = ()
    start: int = 0


@dataclass(frozen=True, slots=True)
class MatchView(View):
    """A mentor and a mentee who may become a pair, and what stands against it."""

    mentor: Hit | None = None
    mentee: Hit | None = None
    mentees: int = 0
    capacity: int = 0
    mentors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PickView(View):
    """Who may be meant as the other side for somebody."""

    person: int
    name: str
    role: Role
    text: str
    hits: tuple[Hit, ...] = ()


@dataclass(frozen=True, slots=True)
class LeaversView(View):
    """People of earlier lists who are not in a new one: those who take part, and links that were never used."""

    upload: int
    counts: ListCounts
    names: tuple[str, ...] = ()
    unused: tuple[str, ...] = ()
