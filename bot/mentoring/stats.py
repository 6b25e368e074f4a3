"""What /stats shows: the figures of a programme, its funnel, its goals, its mentors, twelve weeks of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from bot.mentoring.metrics import Compared, Mean, Period, Share
from bot.mentoring.views import View

STAGES = ("invited", "started", "profile", "matched", "contact", "session", "goal", "midpoint", "closed")


@dataclass(frozen=True, slots=True)
class Goals:
    """The goals of a programme in a period. `moved` is how many got another date, `attained` those reached of those
    that were due, `stuck` how often each obstacle was named in four whole weeks."""

    set: int
    reached: int
    moved: int
    progress: Mean
    setting: Share
    attained: Share
    private: int = 0
    stuck: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Mentor:
    """A mentor with mentees: how many of how many they can take, and sessions held in the period."""

    name: str
    pairs: int
    capacity: int
    sessions: int


@dataclass(frozen=True, slots=True)
class Mentors:
    """The mentors of a programme in a period. `answered` is the median time from a mentee's message to the answer, of
    `answers`; `rarely` are those who met least, for who may see names."""

    used: Share
    free: int
    sessions: int
    answered: timedelta | None = None
    answers: int = 0
    rarely: tuple[Mentor, ...] = ()


@dataclass(frozen=True, slots=True)
class Week:
    """A week that is over, by its Monday."""

    monday: date
    checkins: Share
    held: int


@dataclass(frozen=True, slots=True)
class StatsView(View):
    """One sheet of a programme's figures, and what it was read for. `unclear` is a day that could not be read,
    `unknown` a programme that is not among `mine`."""

    sheet: str
    programme: int
    name: str
    period: Period
    names: bool = False
    unclear: str = ""
    unknown: str = ""
    mine: tuple[str, ...] = ()
    figures: Compared | None = None
    funnel: tuple[int, ...] = ()
    goals: Goals | None = None
    mentors: Mentors | None = None
    weeks: tuple[Week, ...] = ()
