"""Feedback forms as data: the shape of `prompts/forms/*.toml`, both languages in one file, asked by one short flow.

Kinds of question: scale, number, choice, several, yes-no, text, date. `when = "useful <= 2"` asks one only after such
an answer. {partner} and {goal} are filled in. Required questions that stand together are asked as a page.
"""

from __future__ import annotations

import hashlib
import operator
import re
import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import timedelta
from functools import lru_cache
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator
from pydantic_core import PydanticCustomError as Wrong

from bot.effects import Effect, RecordResponse, Start, Tell
from bot.errors import Problem
from bot.mentoring.people import Facts, Goal, Partner
from bot.messages import Button, Rows, Say, Screen, say
from bot.talk.choices import Choice, Several, YesNo
from bot.talk.phrases import EITHER
from bot.talk.questions import Number, Option, Question, Scale, Text
from bot.talk.talk import Flow, Talk
from bot.talk.times import Day

SLUG = r"^[a-z][a-z0-9-]{0,23}$"
WHEN = re.compile(r"([a-z][a-z0-9-]{0,23}) (<=|>=|<|>|=|has|is) (.+)")
COMPARE = {"<=": operator.le, ">=": operator.ge, "<": operator.lt, ">": operator.gt}
MOST_QUESTIONS = 30
MOST_ON_PAGE = 5
PLACES = ("partner", "goal")  # what may stand in braces in a text


class Shape(BaseModel):
    """What the parts of a form share: nothing unknown, nothing changed later."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Both(Shape):
    """A text in both languages."""

    id: str = Field(min_length=1, max_length=600)
    en: str = Field(min_length=1, max_length=600)

    @model_validator(mode="after")
    def _known(self) -> Both:
        if unknown := set(re.findall(r"{(.*?)}", self.id + self.en)) - {*PLACES}:
            raise Wrong("place", "{name} is not known; expected {partner} or {goal}", {"name": f"{{{min(unknown)}}}"})
        return self

    def say(self, names: Mapping[str, str] | None = None) -> Say:
        """As a sentence, so that it is read in the reader's language."""
        return say(EITHER, id=_filled(self.id, names or {}), en=_filled(self.en, names or {}))


def _filled(text: str, names: Mapping[str, str]) -> str:
    return re.sub(r"{(\w+)}", lambda match: names.get(match[1], match[0]), text)


class Ask(Shape):
    """A question of a form; `step` is how far apart the buttons of a scale are, `unit` stands
    behind their numbers."""

    key: str = Field(pattern=SLUG)
    kind: Literal["scale", "number", "choice", "several", "yes-no", "text", "date"]
    text: Both
    options: dict[str, Both] = {}
    low: int = 1
    high: int = 5
    step: int = Field(default=1, ge=1)
    unit: str = Field(default="", max_length=4)
    labels: tuple[Both, ...] = ()
    other: bool = False
    optional: bool = False
    when: str = ""

    @model_validator(mode="after")
    def _fits(self) -> Ask:
        if self.kind in {"choice", "several"} and not 2 <= len(self.options) <= 12:
            raise Wrong("options", "a {kind} needs 2 to 12 options", {"kind": self.kind})
        if bad := [slug for slug in self.options if not re.match(SLUG, slug)]:
            raise Wrong("slug", "option '{option}': small letters, digits and hyphens, 24 at most", {"option": bad[0]})
        if self.low >= self.high:
            raise Wrong("bounds", "low must be below high")
        if self.labels and len(self.labels) != self.high - self.low + 1:
            raise Wrong("labels", "{n} labels expected, one a number", {"n": self.high - self.low + 1})
        if self.when and not WHEN.fullmatch(self.when):
            raise Wrong("when", 'when is written "key <= 2", "key = yes", "key has option" or "key is given"')
        return self

    def question(self, facts: Facts) -> Question[Any]:
        """The question as a conversation asks it."""
        common: dict[str, Any] = {"key": self.key, "text": self.text.say(about_of(facts).names)}
        options = tuple(Option(slug, both.say()) for slug, both in self.options.items())
        match self.kind:
            case "scale":
                labels = tuple(both.say() for both in self.labels)
                columns = 1 if labels else min((self.high - self.low) // self.step + 1, 6)
                given: dict[str, Any] = {"low": self.low, "high": self.high, "step": self.step, "unit": self.unit}
                return Scale(**common, **given, example=self.high, labels=labels, columns=columns)
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
                raise Wrong("twice", "question '{name}' is there twice", {"name": ask.key})
            if ask.when and (of := ask.when.split(" ")[0]) not in known:
                raise Wrong("order", "'{name}': when names '{of}', not asked before it", {"name": ask.key, "of": of})
            known.add(ask.key)
        return self

    @property
    def needs(self) -> frozenset[str]:
        """What must be known for its texts."""
        return frozenset(name for name in PLACES if f"{{{name}}}" in self.model_dump_json())

    @property
    def counted(self) -> dict[str, frozenset[str]]:
        """The questions that can be counted, with their options; words and days can't."""
        return {ask.key: frozenset(ask.options) for ask in self.questions if ask.kind not in {"text", "date"}}

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
    if sign == "is":
        return value == "given" and answer not in {None, ""}
    if sign == "has":
        return isinstance(answer, tuple) and value in answer
    return (
        {True: "yes", False: "no"}.get(answer, str(answer)) == value
        if isinstance(answer, bool)
        else str(answer) == value
    )


@dataclass(frozen=True, slots=True)
class About:
    """What a form is about: one's pair, a session or a goal, and whose."""

    subject: str = ""
    number: int = 0
    partner: Partner | None = None
    goal: Goal | None = None

    @property
    def names(self) -> dict[str, str]:
        """What is filled into texts."""
        names = {"partner": self.partner.name} if self.partner else {}
        return names | ({"goal": self.goal.title} if self.goal else {})


def about_of(facts: Facts) -> About:
    """What "pair-3", "session-7" or "goal-12" names, as far as it is this person's."""
    kind, _, number = facts.subject.partition("-")
    if kind not in {"pair", "session", "goal"} or not number.isdecimal():
        return About()
    pairs = {"pair": [int(number)], "session": [each.pair for each in facts.sessions if str(each.id) == number]}
    for partner in facts.partners:
        goal = next((goal for goal in partner.goals if kind == "goal" and str(goal.id) == number), None)
        if goal or partner.pair in pairs.get(kind, ()):
            return About(f"{kind}:{number}", int(number), partner, goal)
    return About(f"{kind}:{number}", int(number))


@dataclass(frozen=True, slots=True)
class More:
    """What else comes of a form's answers: effects, lines and buttons below the thanks, what is begun after it."""

    effects: tuple[Effect, ...] = ()
    lines: tuple[Say, ...] = ()
    buttons: Rows = ()
    then: Start | None = None


After = Callable[[Facts, Mapping[str, Any]], More]
AFTER: dict[str, After] = {}  # by the form's name
GONE = Tell(Screen((say("pair-ended"),)))


def fill(talk: Talk, facts: Facts) -> list[Effect]:
    """Ask a form's questions and keep the answers; one about somebody who is no partner any more is over."""
    form, about = frozen(facts.form), about_of(facts)
    if form.needs - about.names.keys():
        return [GONE if facts.subject else Start("form", form.name)]
    answers = ask_all(talk, facts, form)
    whom = about.partner.person if about.partner else None
    kept = RecordResponse(form.name, form.version, plain(answers), about.subject, whom)
    more = AFTER[form.name](facts, answers) if form.name in AFTER else More()
    return [kept, *more.effects, Tell(thanked(form, about, more)), *([more.then] if more.then else [])]


def ask_all(talk: Talk, facts: Facts, form: Form) -> dict[str, Any]:
    """The answers to a form's questions, of those that are asked."""
    answers: dict[str, Any] = {}
    for group in pages(form):
        answers |= _asked(talk, facts, group, answers)
    return answers


def plain(answers: Mapping[str, Any]) -> dict[str, Any]:
    """Answers as they are kept."""
    return {key: value.isoformat() if hasattr(value, "isoformat") else value for key, value in answers.items()}


def thanked(form: Form, about: About, more: More) -> Screen:
    """The thanks, and the way back to the answers for as long as they may be changed."""
    subject = f".{about.subject.replace(':', '-')}" if about.subject else ""
    way = (Button(say("button-change-answers"), f"go:form:{form.name}{subject}"),)
    return Screen((form.thanks.say(about.names), *more.lines), (*more.buttons, way))


def _asked(talk: Talk, facts: Facts, group: tuple[Ask, ...], answers: dict[str, Any]) -> dict[str, Any]:
    """The answers of a page, or of one question if it is asked at all."""
    questions = [ask.question(facts) for ask in group]
    if len(group) > 1:
        return dict(zip((ask.key for ask in group), talk.ask_page(questions), strict=True))
    ask, question = group[0], questions[0]
    if not wanted(ask.when, answers):
        return {}
    return {ask.key: talk.offer(question) if ask.optional else talk.ask(question)}


def pages(form: Form) -> Iterator[tuple[Ask, ...]]:
    """Questions in order; required ones that are always asked stand together, up to what fits on a page."""
    page: list[Ask] = []
    for ask in form.questions:
        alone = bool(ask.when) or ask.optional
        if page and (alone or len(page) == MOST_ON_PAGE):
            yield tuple(page)
            page = []
        if alone:
            yield (ask,)
        else:
            page.append(ask)
    if page:
        yield tuple(page)


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
