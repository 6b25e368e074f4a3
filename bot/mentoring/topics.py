"""Topic cards: three questions and an exercise for a session, as data in prompts/topics.toml, in both languages."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Annotated

from pydantic import Field, ValidationError

from bot.errors import Problem
from bot.mentoring.plans import Shape
from bot.messages import Say, say

Line = Annotated[str, Field(min_length=3, max_length=200)]
Three = Annotated[tuple[Line, ...], Field(min_length=3, max_length=3)]
SHIPPED = Path(__file__).parent.parent.parent / "prompts"
FEWEST = 12  # cards of a deck


class Face(Shape):
    """A card in one language."""

    title: Line
    questions: Three
    exercise: Line


class Card(Shape):
    """A card; `for` are the subjects (what mentees want to learn) it fits, none for everybody."""

    name: str = Field(pattern=r"^[a-z0-9-]{1,24}$")
    subjects: tuple[str, ...] = Field(default=(), alias="for")
    id: Face
    en: Face

    @property
    def title(self) -> Say:
        """What it is about."""
        return say("either", id=self.id.title, en=self.en.title)

    @property
    def questions(self) -> tuple[Say, ...]:
        """Its three questions."""
        both = zip(self.id.questions, self.en.questions, strict=True)
        return tuple(say("either", id=first, en=second) for first, second in both)

    @property
    def exercise(self) -> Say:
        """Something to do together."""
        return say("either", id=self.id.exercise, en=self.en.exercise)


class Deck(Shape):
    """All cards."""

    card: tuple[Card, ...] = Field(min_length=FEWEST)


def read_deck(folder: Path) -> tuple[tuple[Card, ...], list[Problem]]:
    """The cards of a folder of prompts, those that ship where it has none; or what is wrong with them."""
    path = folder / "topics.toml"
    if not path.exists():
        return deck(), []
    place = "prompts/topics.toml"
    try:
        return Deck.model_validate(tomllib.loads(path.read_text(encoding="utf-8"))).card, []
    except tomllib.TOMLDecodeError as error:
        return (), [Problem(place, str(error))]
    except ValidationError as error:
        return (), [Problem(f"{place}: {'.'.join(map(str, each['loc']))}", each["msg"]) for each in error.errors()]


_laid: list[Card] = []


def lay_out(cards: Sequence[Card]) -> None:
    """Use these cards from now on: an operator's own."""
    _laid[:] = cards


def deck() -> tuple[Card, ...]:
    """The cards in use."""
    return tuple(_laid) or _shipped()


@cache
def _shipped() -> tuple[Card, ...]:
    return Deck.model_validate(tomllib.loads((SHIPPED / "topics.toml").read_text(encoding="utf-8"))).card


def choose(pair: int, number: int, subjects: Sequence[str]) -> Card:
    """The card of a pair's nth session: those of its subjects first, then those for everybody, each once around."""
    cards = deck()
    fitting = [card for card in cards if set(card.subjects) & set(subjects)]
    general = [card for card in cards if not card.subjects]
    round_ = [*_turned(fitting, pair), *_turned(general, pair)] or list(cards)
    return round_[number % len(round_)]


def _turned(cards: list[Card], by: int) -> list[Card]:
    """Begun at another card for each pair."""
    at = by % len(cards) if cards else 0
    return cards[at:] + cards[:at]
