"""The kinds of question a conversation can ask, each knowing its buttons and how to read what is typed or tapped.

An answer is kept as JSON (`hear` and `pick` give it); `load` turns it into the value a flow works with, and raises
ValueError for what no longer fits.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Generic, TypeVar

from bot.errors import Unclear
from bot.messages import Json, Say, Words, say
from bot.talk.clean import clean, key_of

T = TypeVar("T")

SKIP, BACK, DONE, EDIT, HELP, OTHER = "-skip", "-back", "-done", "-edit", "-help", "-other"


@dataclass(frozen=True, slots=True)
class Option:
    """A button of a question: its name in the data and what it says."""

    slug: str
    label: Words


@dataclass(frozen=True, slots=True)
class Ear:
    """What is needed to understand somebody: the moment, their zone and language, and how labels read in it."""

    now: datetime
    zone: str
    locale: str
    plain: Callable[[Words], str]


class Unsure(Exception):
    """What was typed has readings to choose from; each option's slug is an answer `pick` understands."""

    def __init__(self, ask: Say, readings: tuple[Option, ...]) -> None:
        super().__init__(ask.key)
        self.ask = ask
        self.readings = readings


@dataclass(frozen=True, kw_only=True)
class Question(Generic[T]):
    """What all questions share. `help` is shown by a button named `help_label`, above the question
    or `help_instead` of it; `columns` is how many buttons stand
    in a row; `short` names the question in a list of answers; one that `echoes` repeats what was typed, so that a
    misreading is seen; `typing` says how to answer in own words."""

    key: str
    text: Say
    help: Say | None = None
    help_instead: bool = False
    help_label: Say = field(default_factory=lambda: say("button-help-phrase"))
    columns: int = 2
    short: Say | None = None
    echoes: bool = False
    typing: Say = field(default_factory=lambda: say("type-other"))

    def options(self, ticked: Json) -> tuple[Option, ...]:
        """The buttons, in order; `ticked` is what has been ticked so far."""
        return ()

    def hear(self, text: str, ear: Ear) -> Json:
        """The answer in what was typed; raises Unclear or Unsure."""
        raise NotImplementedError

    def pick(self, option: str) -> Json:
        """The answer a button stands for; raises Unclear for a button this question does not have."""
        raise Unclear(say("unclear-button"))

    def hear_place(self, latitude: float, longitude: float) -> Json:
        """The answer in a shared location; raises Unclear where none is asked for."""
        raise Unclear(say("unclear-place"))

    def load(self, stored: Json) -> T:
        """The stored answer as a flow uses it; raises ValueError when it does not fit."""
        raise NotImplementedError

    def guess(self) -> T:
        """A likely answer, to count the questions ahead."""
        raise NotImplementedError

    def shown(self, stored: Json) -> Words:
        """The stored answer as its author reads it."""
        return str(stored)


@dataclass(frozen=True, kw_only=True)
class Text(Question[str]):
    """A line or a few in the person's own words; `suggestions` can be tapped instead of typing."""

    most: int = 300
    least: int = 1
    suggestions: tuple[Option, ...] = ()
    values: tuple[str, ...] = ()
    columns: int = 1

    def options(self, ticked: Json) -> tuple[Option, ...]:
        return self.suggestions

    def hear(self, text: str, ear: Ear) -> Json:
        if (slug := labelled(self.suggestions, text, ear)) is not None:
            return self.pick(slug)
        kept = clean(text)
        if len(kept) < self.least:
            raise Unclear(say("unclear-empty"))
        if len(kept) > self.most:
            raise Unclear(say("unclear-long", most=self.most, length=len(kept)))
        return kept

    def pick(self, option: str) -> Json:
        for value, suggestion in zip(self.values, self.suggestions, strict=True):
            if suggestion.slug == option:
                return value
        raise Unclear(say("unclear-button"))

    def load(self, stored: Json) -> str:
        if not isinstance(stored, str) or not self.least <= len(stored) <= self.most:
            raise ValueError(self.key)
        return stored

    def guess(self) -> str:
        return "…" * self.least


@dataclass(frozen=True, kw_only=True)
class Number(Question[int]):
    """A whole number from `low` to `high`; `example` is what a hint shows."""

    low: int
    high: int
    example: int

    def hear(self, text: str, ear: Ear) -> Json:
        match = re.fullmatch(r"[^\d+-]{0,12}?([+-]?\d{1,9})(?:[.,]0+)?\s*(?:%|persen|percent)?\s*", clean(text))
        if not match:
            bounds = {"low": self.low, "high": self.high, "example": self.example}
            raise Unclear(say("unclear-number", heard=clean(text)[:60], **bounds, buttons=len(self.options(None))))
        return self._bounded(int(match[1]))

    def _bounded(self, number: int) -> int:
        if not self.low <= number <= self.high:
            raise Unclear(say("unclear-number-range", heard=number, low=self.low, high=self.high, example=self.example))
        return number

    def pick(self, option: str) -> Json:
        if not re.fullmatch(r"-?\d{1,9}", option):
            raise Unclear(say("unclear-button"))
        return self._bounded(int(option))

    def load(self, stored: Json) -> int:
        if not isinstance(stored, int) or isinstance(stored, bool) or not self.low <= stored <= self.high:
            raise ValueError(self.key)
        return stored

    def guess(self) -> int:
        return self.high


@dataclass(frozen=True, kw_only=True)
class Scale(Number):
    """A number to tap, `step` apart; any number between may be typed. `labels` say what the buttons mean."""

    step: int = 1
    unit: str = ""
    labels: tuple[Words, ...] = ()
    columns: int = 5

    def options(self, ticked: Json) -> tuple[Option, ...]:
        numbers = range(self.low, self.high + 1, self.step)
        labels = self.labels or tuple(f"{number}{self.unit}" for number in numbers)
        return tuple(Option(str(number), label) for number, label in zip(numbers, labels, strict=True))

    def hear(self, text: str, ear: Ear) -> Json:
        for option in self.options(None):
            if self.labels and key_of(ear.plain(option.label)) == key_of(text):
                return int(option.slug)
        return super().hear(text, ear)

    def shown(self, stored: Json) -> Words:
        labelled = {option.slug: option.label for option in self.options(None)}
        return labelled.get(str(stored), f"{stored}{self.unit}")


def labelled(options: tuple[Option, ...], text: str, ear: Ear) -> str | None:
    """The option whose label was typed, emoji and case apart."""
    wanted = key_of(text)
    for option in options:
        if wanted and wanted in {key_of(ear.plain(option.label)), option.slug}:
            return option.slug
    return None
