"""Feedback forms as data: the shape of `prompts/forms/*.toml`, both languages in one file, asked by one short flow.

Kinds of question: scale, number, choice, several, yes-no, text, date. `when = "useful <= 2"` asks one only after such
an answer. A response keeps its form's name and the hash of its content.
"""

from __future__ import annotations

import hashlib
import operator
import re
import tomllib
from datetime import timedelta
from functools import lru_cache
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from bot.effects import Effect, RecordResponse, Tell
from bot.errors import Problem
from bot.mentoring.people import Facts
from bot.messages import Say, Screen, say
from bot.talk.choices import Choice, Several, YesNo
from bot.talk.phrases import EITHER
from bot.talk.questions import Number, Option, Question, Scale, Text
from bot.talk.talk import Flow, Talk
from bot.talk.times import Day

SLUG = r"^[a-z][a-z0-9-]{0,23}$"
WHEN = re.compile(r"([a-z][a-z0-9-]{0,23}) (<=|>=|<|>|=|has) (.+)")
COMPARE = {"<=": operator.le, ">=": operator.ge, "<": operator.lt, ">": operator.gt}
MOST_QUESTIONS = 30


class Shape(BaseModel):
    """What the parts of a form share: nothing unknown, nothing changed later."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Both(Shape):
    """A text in both languages."""

    id: str = Field(min_length=1, max_length=600)
    en: str = Field(min_length=1, max_length=600)

    def say(self) -> Say:
        """As a sentence, so that it is read in the reader's language."""
        return say(EITHER, id=self.id, en=self.en)


class Ask(Shape):
    """A question of a form."""

    key: str = Field(pattern=SLUG)
    kind: Literal["scale", "number", "choice", "several", "yes-no", "text", "date"]
    text: Both
    options: dict[str, Both] = {}
    low: int = 1
    high: int = 5
    labels: tuple[Both, ...] = ()
    other: bool = False
    optional: bool = False
    when: str = ""

    @model_validator(mode="after")
    def _fits(self) -> Ask:
        if self.kind in {"choice", "several"} and not 2 <= len(self.options) <= 12:
            raise ValueError(f"a {self.kind} needs 2 to 12 options")
        if bad := [slug for slug in self.options if not re.match(SLUG, slug)]:
            raise ValueError(f"option {bad[0]!r}: small letters, digits and hyphens, 24 at most")
        if self.low >= self.high:
            raise ValueError("low must be below high")
        if self.labels and len(self.labels) != self.high - self.low + 1:
            raise ValueError(f"{self.high - self.low + 1} labels expected, one a number")
        if self.when and not WHEN.fullmatch(self.when):
            raise ValueError('when is written "key <= 2", "key = yes" or "key has option"')
        return self

    def question(self, facts: Facts) -> Question[Any]:
        """The question as a conversation asks it."""
        common: dict[str, Any] = {"key": self.key, "text": self.text.say()}
        options = tuple(Option(slug, both.say()) for slug, both in self.options.items())
        match self.kind:
            case "scale":
                labels = tuple(both.say() for both in self.labels)
                columns = 1 if labels else min(self.high - self.low + 1, 6)
                return Scale(**common, low=self.low, high=self.high, example=self.high, labels=labels, columns=columns)
            case "number":
                return Number(**common, low=self.low, high=self.high, example=self.high)
            case "choice":
                return Choice(**common, choices=options, other=200 if self.other else 0)
            case "several":
                return Several(**common, choices=options, other=200 if self.other else 0)
            case "yes-no":
                return YesNo(**common)
            case "text":
                return Text(**common, most=1000)
            case "date":
                year = timedelta(days=366)
                return Day(**common, first=facts.today - year, last=facts.today + year)


class Form(Shape):
    """A form: who it is about is decided by whoever sends it."""

    name: str = Field(pattern=SLUG)
    title: Both
    thanks: Both
    questions: tuple[Ask, ...] = Field(min_length=1, max_length=MOST_QUESTIONS)

    @model_validator(mode="after")
    def _in_order(self) -> Form:
        known: set[str] = set()
        for ask in self.questions:
            if ask.key in known:
                raise ValueError(f"question {ask.key!r} is there twice")
            if ask.when and (of := ask.when.split(" ")[0]) not in known:
                raise ValueError(f"question {ask.key!r}: when names {of!r}, which is not asked before it")
            known.add(ask.key)
        return self

    @property
    def version(self) -> str:
        """The hash of the form's content."""
        return hashlib.sha256(self.model_dump_json().encode()).hexdigest()[:12]


def wanted(when: str, answers: dict[str, Any]) -> bool:
    """Whether a question is asked, after these answers."""
    match = WHEN.fullmatch(when)
    if not match:
        return True
    answer, sign, value = answers.get(match[1]), match[2], match[3]
    if sign in COMPARE:
        return isinstance(answer, int) and value.isdecimal() and bool(COMPARE[sign](answer, int(value)))
    if sign == "has":
        return isinstance(answer, tuple) and value in answer
    return (
        {True: "yes", False: "no"}.get(answer, str(answer)) == value
        if isinstance(answer, bool)
        else str(answer) == value
    )


def fill(talk: Talk, facts: Facts) -> list[Effect]:
    """Ask a form's questions and keep the answers."""
    form, answers = frozen(facts.form), dict[str, Any]()
    for ask in form.questions:
        if wanted(ask.when, answers):
            question = ask.question(facts)
            answers[ask.key] = talk.offer(question) if ask.optional else talk.ask(question)
    plain = {key: value.isoformat() if hasattr(value, "isoformat") else value for key, value in answers.items()}
    return [RecordResponse(form.name, form.version, plain, facts.subject), Tell(Screen((form.thanks.say(),)))]


@lru_cache(maxsize=64)
def frozen(text: str) -> Form:
    """The form as it was when the conversation began."""
    return Form.model_validate_json(text)


def flow_of(form: Form) -> Flow:
    """The conversation that asks a form."""
    return Flow(form.name, fill, form=form.model_dump_json())


def read_form(text: str, place: str) -> tuple[Form | None, list[Problem]]:
    """A form from TOML, or what is wrong with it and where."""
    try:
        return Form.model_validate(tomllib.loads(text)), []
    except tomllib.TOMLDecodeError as error:
        return None, [Problem(place, str(error))]
    except ValidationError as error:
        return None, [
            Problem(f"{place}: {'.'.join(map(str, each['loc']))}".rstrip(": "), each["msg"]) for each in error.errors()
        ]
