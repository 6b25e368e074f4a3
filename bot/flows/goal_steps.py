"""Steps on the way to a goal: a line each, up to six, and the day one is reminded of."""

from __future__ import annotations

import re
import zlib
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from dateutil.relativedelta import relativedelta

from bot.errors import Unclear
from bot.mentoring.people import MAX_STEPS, Facts, Goal
from bot.messages import Json, Say, When, Words, say
from bot.talk.clean import clean
from bot.talk.moments import read_day
from bot.talk.questions import Ear, Option, Text
from bot.talk.times import Day

MOST_STEP = 120  # characters
WEEK = 7  # days within which a first step should come
FURTHEST = relativedelta(months=12)  # a day further away is a dream
LAST_WORDS = 5  # of a wish, among which its date is looked for
CACHED = 512  # sentences: a conversation reads the same ones at every message, and a date costs milliseconds
_DAY = (
    r"(?:(?:pada |di |di hari |hari |on |by )?(?:besok(?: lusa)?|lusa|tomorrow"
    r"|senin|selasa|rabu|kamis|jum'?at|sabtu|minggu"
    r"|monday|tuesday|wednesday|thursday|friday|saturday|sunday)(?: ini| depan| nanti)?|(?:this|next) \w+day)"
)


@dataclass(frozen=True, kw_only=True)
class Steps(Text):
    """One step or some, a line each; with `commas` those separate them as well. No more than there is `room` for."""

    room: int = MAX_STEPS
    commas: bool = False
    most: int = (MOST_STEP + 10) * MAX_STEPS

    def hear(self, text: str, ear: Ear) -> Json:
        kept = super().hear(text, ear)
        steps = self.split(kept)
        if not steps:
            raise Unclear(say("unclear-empty"))
        if len(steps) > self.room:
            raise Unclear(say("goal-steps-room", count=len(steps), room=self.room))
        if (longest := max(map(len, steps))) > MOST_STEP:
            raise Unclear(say("unclear-long", most=MOST_STEP, length=longest))
        return kept

    def load(self, stored: Json) -> str:
        text = super().load(stored)
        if not 1 <= len(self.split(text)) <= self.room:
            raise ValueError(self.key)
        return text

    def shown(self, stored: Json) -> Words:
        return say("listed", items=self.split(str(stored)))

    def split(self, text: str) -> tuple[str, ...]:
        """The steps in what was typed, without bullets and numbers."""
        lines = [line for line in text.replace(";", "\n").split("\n") if line.strip()]
        if self.commas and len(lines) == 1:
            lines = _at_commas(lines[0])
        bare = (re.sub(r"^\s*(?:[-*•–]|\d{1,2}[.)])\s+", "", line) for line in lines)
        return tuple(filter(None, map(clean, bare)))


def _at_commas(line: str) -> list[str]:
    """Pieces between commas, where each could stand alone: "baca bab 1, 2 dan 3" is one step."""
    pieces = [piece.strip() for piece in line.split(",")]
    return pieces if all(re.match(r"[^\W\d]\S* \S", piece) for piece in pieces) else [line]


def first_step(title: str, example: str) -> Steps:
    """What to do this week."""
    return Steps(
        key="step",
        text=say("goal-step", goal=title, example=example),
        suggestions=(Option("example", say("button-use-example")),),
        values=(example,),
        help=say("goal-help-step"),
        short=say("short-goal-step"),
    )


def more_steps(text: Say, room: int) -> Steps:
    """Further steps, as many as there is room for."""
    return Steps(key="steps", text=text, room=room, commas=True, short=say("short-goal-steps"))


def step_day(facts: Facts, step: str) -> Day:
    """The day of a step, one of the next seven to tap. The reminder comes in its morning, so today is too late."""
    first = facts.today + timedelta(days=1)
    days = [first + timedelta(days=ahead) for ahead in range(WEEK - 1)]
    labels = ["goal-day-tomorrow", *["goal-day"] * (len(days) - 1)]
    choices = tuple(Option(day.isoformat(), say(name, day=When(day))) for day, name in zip(days, labels, strict=True))
    return Day(
        key=keyed("day", step),
        text=say("goal-step-day", step=step),
        first=first,
        last=facts.today + FURTHEST,
        choices=choices,
        columns=3,
        short=say("short-goal-step-day"),
    )


def dated(facts: Facts, step: str) -> tuple[str, date | None]:
    """A step and the day it names, if any, without the words that would be wrong on that day: "besok kirim draf"."""
    days = days_in(facts, step)
    if not days:
        return step, None
    bare = re.sub(rf"^{_DAY},?\s+|,?\s+{_DAY}[.!]?$", "", step, flags=re.IGNORECASE)
    return (bare if len(bare.split()) > 1 else step), days[0]


def days_in(facts: Facts, said: str) -> tuple[date, ...]:
    """The one day within a year that a sentence names, if it names just one."""
    return _soon(_read(said, facts.now, facts.me.zone), facts)


def day_at_end(facts: Facts, said: str) -> tuple[date, ...]:
    """The day that the last words of a wish name: "IELTS 6.5 sebelum akhir Maret"."""
    return _soon(_read_end(said, facts.now, facts.me.zone), facts)


def _soon(days: tuple[date, ...], facts: Facts) -> tuple[date, ...]:
    return days if len(days) == 1 and facts.today < days[0] <= facts.today + FURTHEST else ()


@lru_cache(CACHED)
def _read(said: str, now: datetime, zone: str) -> tuple[date, ...]:
    return read_day(said, now, ZoneInfo(zone))


@lru_cache(CACHED)
def _read_end(said: str, now: datetime, zone: str) -> tuple[date, ...]:
    words = said.split()
    tails = (" ".join(words[-count:]) for count in range(min(LAST_WORDS, len(words)), 0, -1))
    dated = (read_day(tail, now, ZoneInfo(zone)) for tail in tails if re.search(r"[^\W\d]{3}", tail))
    return next((days for days in dated if len(days) == 1), ())


def keyed(name: str, said: str) -> str:
    """A key of its own for each thing said, so that the answer about one never counts for another."""
    return f"{name}-{zlib.crc32(said.encode()):08x}"


def room(goal: Goal) -> int:
    """How many more steps a goal takes."""
    return MAX_STEPS - len(goal.steps)
