"""Programmes as their coordinators see them: what each screen of the desk shows of one, its stages, who takes part."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from bot.mentoring.people import Joining, Person, Programme, Role, Stage
from bot.mentoring.views import View

MOST_NAME = 100
MOST_WELCOME = 300
JOINING: tuple[Joining, ...] = ("code", "approval", "open")
STAGES: tuple[Stage, ...] = ("draft", "open", "closed", "archived")
ONWARD: dict[Stage, tuple[Stage, ...]] = {
    "draft": ("open", "archived"),
    "open": ("closed", "archived"),
    "closed": ("open", "archived"),
    "archived": ("open", "closed"),
}  # what a programme may become next, the likeliest first
SEATS: tuple[Role, ...] = ("owner", "coordinator", "viewer")


@dataclass(frozen=True, slots=True)
class Overview(View):
    """A programme in numbers: people by role who take part, those who wait for approval or are still enrolling, pairs
    that go on; and in how many programmes the reader is."""

    programme: Programme
    people: dict[str, int] = field(default_factory=dict)
    waiting: int = 0
    enrolling: int = 0
    pairs: int = 0
    mine: int = 1

    @property
    def everybody(self) -> int:
        """All who take part as mentees and mentors."""
        return self.people.get("mentee", 0) + self.people.get("mentor", 0)


@dataclass(frozen=True, slots=True)
class Settings(View):
    """What a conversation about a programme's settings needs: the words of welcome by language, how many pairs end when
    the programme does, how many people wait for approval."""

    programme: Programme
    welcome: dict[str, str] = field(default_factory=dict)
    ending: int = 0
    waiting: int = 0


@dataclass(frozen=True, slots=True)
class Seat:
    """Somebody at the desk of a programme."""

    member: int
    person: int
    name: str
    role: Role


@dataclass(frozen=True, slots=True)
class Team(View):
    """Who runs a programme, owners first; `chosen` is the one a conversation is about."""

    seats: tuple[Seat, ...] = ()
    chosen: Seat | None = None

    @property
    def owners(self) -> int:
        """How many own it."""
        return sum(seat.role == "owner" for seat in self.seats)


@dataclass(frozen=True, slots=True)
class Place:
    """A programme that somebody is in, and as what."""

    programme: int
    name: str
    role: Role
    stage: Stage


@dataclass(frozen=True, slots=True)
class Places(View):
    """All programmes that somebody is in."""

    places: tuple[Place, ...] = ()


@dataclass(frozen=True, slots=True)
class Applicant(View):
    """Somebody who has enrolled and waits for approval, as much of them as coordinators may see: not what they find
    hard."""

    member: int
    person: Person
    role: Role
    programme: str
    since: datetime
    standing: str = "waiting"


@dataclass(frozen=True, slots=True)
class Welcome(View):
    """A programme's own words of welcome, in the language of who reads them; "" for none."""

    text: str = ""


def told(about: dict[str, Any]) -> dict[str, Any]:
    """What coordinators may see of what somebody said of themselves."""
    return {name: value for name, value in about.items() if name not in {"hard", "hello"}}


def welcome_in(options: dict[str, Any] | None, locale: str) -> str:
    """A programme's words of welcome in a language, or else in the other one it has."""
    words = (options or {}).get("welcome") or {}
    return str(words.get(locale) or next((text for text in words.values() if text), ""))


def fitting(starts: date | None, ends: date | None) -> bool:
    """Whether two days can be the first and the last of a programme."""
    return starts is None or ends is None or starts <= ends


_plans = ["default"]


def lay_plans(names: Sequence[str]) -> None:
    """Offer these plans from now on."""
    _plans[:] = sorted(names, key=lambda name: (name != "default", name))


def plan_names() -> tuple[str, ...]:
    """The plans a programme can have, the usual one first."""
    return tuple(_plans)
