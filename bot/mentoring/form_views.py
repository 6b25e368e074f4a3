"""What is read of forms: for the desk, and for whoever is asked one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from bot.mentoring.feedback import Total
from bot.mentoring.views import View
from bot.talk.forms import Form, frozen


@dataclass(frozen=True, slots=True)
class Card:
    """A form at the desk: its content as JSON; `number` is its version when it is the programme's own, `upload` where
    it lies as long as it is not kept; `answers` are how many were given."""

    content: str
    number: int = 0
    active: bool = True
    answers: int = 0
    upload: int = 0

    @property
    def form(self) -> Form:
        """The form itself."""
        return frozen(self.content)

    @property
    def key(self) -> str:
        """What names it in a button."""
        return f"+{self.upload}" if self.upload else self.form.name

    @property
    def own(self) -> bool:
        """Whether it is the programme's own."""
        return self.number > 0


@dataclass(frozen=True, slots=True)
class FormNames(View):
    """The names of the programme's own forms, whatever their state."""

    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FormCards(View):
    """Forms: all of them, or those that were asked for."""

    cards: tuple[Card, ...] = ()


@dataclass(frozen=True, slots=True)
class FormToAsk(View):
    """A form as it was when the conversation began; empty when there is none for this person. `given` are the answers
    they gave lately, in `row`."""

    content: str = ""
    row: int = 0
    given: Mapping[str, Any] = field(default_factory=dict)
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class FormResults(View):
    """What the answers to a form give: `people` who answered, answers by version, totals and own words by question."""

    card: Card
    people: int = 0
    versions: tuple[tuple[int, int], ...] = ()
    totals: Mapping[str, Total] = field(default_factory=dict)
    words: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
