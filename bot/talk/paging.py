"""Questions shown together, where a platform has forms for that: what their fields are, and the answers that come
back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from bot.errors import Unclear
from bot.messages import Json, Say
from bot.talk.choices import Several
from bot.talk.dialogue import Conversation, Move, go_on
from bot.talk.questions import Ear, Option, Question, Text, Unsure
from bot.talk.talk import Flow, look_ahead

MOST_FIELDS = 5  # of one form, Discord's limit
OPENS = "m"  # how the data of a button begins that opens a form: "m:17:cadence"


@dataclass(frozen=True, slots=True)
class Field:
    """A question as a form shows it: words to type, up to `most` characters, or options to choose one or `several`
    of."""

    key: str
    label: Say
    options: tuple[Option, ...] = ()
    several: bool = False
    optional: bool = False
    most: int = 300


def fields(flow: Flow, talk: Conversation) -> tuple[Field, ...]:
    """The fields of the page that is open now; none when its questions are not asked together."""
    place = look_ahead(flow.run, talk.facts, talk.answers)
    return (
        tuple(_field(question, place.optional) for question in place.page[:MOST_FIELDS]) if len(place.page) > 1 else ()
    )


def _field(question: Question[Any], optional: bool) -> Field:  # noqa: FBT001 - a page is optional as a whole or not
    options = tuple(option for option in question.options(()) if not option.slug.startswith("-"))
    most = question.most if isinstance(question, Text) else 100
    return Field(question.key, question.short or question.text, options, isinstance(question, Several), optional, most)


def paged(flow: Flow, talk: Conversation, values: Mapping[str, str], ear: Ear) -> Move:
    """Remember the answers of a form. What does not fit is asked again with its hint; the others are kept."""
    place = look_ahead(flow.run, talk.facts, talk.answers)
    kept: dict[str, Json] = dict(talk.answers)
    hints: list[Say] = []
    for question in place.page:
        if not (value := values.get(question.key, "").strip()):
            continue
        try:
            kept[question.key] = _read(question, value, ear)
        except Unclear as unclear:
            hints.append(unclear.hint)
        except Unsure as unsure:
            kept[question.key] = question.pick(unsure.readings[0].slug)
    return go_on(flow, replace(talk, answers=kept, asked="", ticks=()), *hints[:1])


def _read(question: Question[Any], value: str, ear: Ear) -> Json:
    options = {option.slug for option in question.options(())}
    if isinstance(question, Several):
        return question.close(question.add((), value, ear))
    return question.pick(value) if value in options else question.hear(value, ear)
