"""When people are asked and reminded, as data: the shape of `prompts/plans/*.toml`.

Spans are written "30m", "2h", "3d" or "2w"; clock times "09:00", on the wall of the person who gets the message.
"""

from __future__ import annotations

import re
import tomllib
from datetime import date, time, timedelta
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

from bot.errors import Problem

UNITS = {"m": "minutes", "h": "hours", "d": "days", "w": "weeks"}


def read_lead(text: Any) -> timedelta:
    """A span that may also count backwards: "-24h" is a day before."""
    return -read_span(text[1:]) if isinstance(text, str) and text.startswith("-") else read_span(text)


def read_span(text: Any) -> timedelta:
    """A span such as "3d"; raises ValueError for anything else."""
    match = re.fullmatch(r"(\d{1,3})([mhdw])", text) if isinstance(text, str) else None
    if not match:
        raise ValueError('expected a span such as "30m", "2h", "3d" or "2w"')
    return timedelta(**{UNITS[match[2]]: int(match[1])})


Span = Annotated[timedelta, BeforeValidator(read_span)]
Lead = Annotated[timedelta, BeforeValidator(read_lead)]


class Shape(BaseModel):
    """What the parts of a plan share: nothing unknown, nothing changed later."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Series(Shape):
    """One kind of reminder: sent so long after its anchor, again after each further span, unless its reason is gone.

    What stands before its anchor, as a reminder of an appointment does, begins with a minus; an `always` one comes in
    quiet hours too. `at` moves it to a clock time of that day; `useful` is how late it may still be sent; an
    `essential` one does not count against the weekly budget; `then` is what happens after the last one went unanswered.
    """

    after: tuple[Lead, ...] = Field(min_length=1, max_length=12)
    at: time | None = None
    useful: Span = timedelta(days=2)
    essential: bool = False
    always: bool = False
    then: Literal["", "coordinator"] = ""


KINDS = (
    "checkin",
    "nudge",
    "welcome",
    "goal-missing",
    "step-due",
    "goal-due",
    "idle",
    "back",
    "paired",
    "first-words",
    "agreement",
    "agreement-again",
    "digest",
    "session-day",
    "session-topic",
    "session-soon",
    "session-met",
    "session-text",
    "after-session",
    "pulse",
    "midway",
    "goal-view",
    "closing-week",
    "closing",
)  # of reminders


class Matching(Shape):
    """How mentees and mentors are matched: what each part of a score weighs, how many hours a week two must have in
    common at least, and from how many points of 100 "best fit" pairs two at all."""

    subjects: int = Field(default=30, ge=0, le=40)
    words: int = Field(default=10, ge=0, le=40)
    field: int = Field(default=15, ge=0, le=40)
    skills: int = Field(default=10, ge=0, le=40)
    hours: int = Field(default=20, ge=0, le=40)
    kinds: int = Field(default=5, ge=0, le=40)
    language: int = Field(default=10, ge=0, le=40)
    least_hours: float = Field(default=1, ge=0, le=40)
    fit: int = Field(default=40, ge=0, le=100)

    @property
    def sum(self) -> int:
        """What all parts weigh together."""
        return self.subjects + self.words + self.field + self.skills + self.hours + self.kinds + self.language

    def model_post_init(self, context: Any) -> None:
        """Something must weigh something."""
        if not self.sum:
            raise ValueError("at least one part of a match must weigh something")


class Risk(Shape):
    """From when on a pair needs somebody. `silence` is how many times the agreed `cadence` may pass without contact
    (the cadence here is for those who agreed on none); `inactive` is after how long without any sign of life the two
    are asked whether they go on, `answer` after how long without one they part."""

    cadence: Literal["weekly", "biweekly", "monthly"] = "biweekly"
    silence: float = Field(default=1.5, ge=1, le=10)
    first_contact: Span = timedelta(days=3)
    session: Span = timedelta(days=21)
    missed: int = Field(default=2, ge=1, le=8)
    score: int = Field(default=2, ge=1, le=4)
    no_goal: Span = timedelta(days=14)
    no_agreement: Span = timedelta(days=14)
    profile: Span = timedelta(days=7)
    inactive: Span = timedelta(days=45)
    answer: Span = timedelta(days=7)


class Plan(Shape):
    """A programme's rhythm. `budget` is how many reminders a person gets in seven days at most; `expires` is after
    how long an untouched conversation is closed; `ramadan` are the first and last day of the fast, when evenings are
    left alone."""

    name: str = Field(pattern=r"^[a-z0-9-]{1,40}$")
    budget: int = Field(ge=1, le=20)
    expires: Span
    friday: bool = True
    ramadan: tuple[date, date] | None = None
    matching: Matching = Matching()
    reminders: dict[str, Series]
    risk: Risk = Risk()

    def model_post_init(self, context: Any) -> None:
        """Every kind must have its series, and nothing else one."""
        if unknown := sorted(set(self.reminders) - set(KINDS)):
            raise ValueError(f"reminders.{unknown[0]}: expected one of {', '.join(KINDS)}")
        missing = [kind for kind in KINDS if kind not in self.reminders]
        if missing:
            raise ValueError(f"no [reminders.{missing[0]}]; a plan needs {', '.join(missing)}")
        if self.ramadan and self.ramadan[0] > self.ramadan[1]:
            raise ValueError("ramadan must begin before it ends")


def read_plan(text: str, place: str) -> tuple[Plan | None, list[Problem]]:
    """A plan from TOML, or what is wrong with it and where."""
    try:
        return Plan.model_validate(tomllib.loads(text)), []
    except tomllib.TOMLDecodeError as error:
        return None, [Problem(place, str(error))]
    except ValidationError as error:
        return None, [
            Problem(f"{place}: {'.'.join(map(str, each['loc']))}".rstrip(": "), each["msg"]) for each in error.errors()
        ]
