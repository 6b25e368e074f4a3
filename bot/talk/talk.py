"""A conversation is a function that runs from its top at every message.

`talk.ask` gives the remembered answer of a question, or leaves the flow at the first question that has none. Memory
is by key, never by position: a question that a new version inserts is simply asked, one that it drops is ignored.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias, TypeVar

from bot.effects import Effect
from bot.mentoring.people import Facts
from bot.messages import Json
from bot.talk.questions import Question

T = TypeVar("T")


class Asking(BaseException):
    """The flow waits for an answer. A BaseException, so that no flow catches it by accident."""

    def __init__(self, question: Question[Any], page: tuple[Question[Any], ...]) -> None:
        super().__init__(question.key)
        self.question = question
        self.page = page


class Talk:
    """What a flow asks through. `path` names the questions met so far, in order."""

    def __init__(self, answers: Mapping[str, Json], *, guessing: bool = False) -> None:
        self._answers = answers
        self._guessing = guessing
        self.path: list[Question[Any]] = []

    def ask(self, question: Question[T]) -> T:
        """The answer to a question that must be answered."""
        return self._one(question, (question,))

    def offer(self, question: Question[T]) -> T | None:
        """The answer to a question that may be skipped; None when it was."""
        optional = question.optional()
        if self._answers.get(question.key, ...) is None or (self._guessing and question.key not in self._answers):
            self.path.append(optional)
            return None
        return self._one(optional, (optional,))

    def ask_page(self, questions: Sequence[Question[Any]]) -> list[Any]:
        """The answers to questions that a platform may show together; others ask them one by one."""
        page = tuple(question for question in questions if not self._known(question))
        return [self._one(question, page) for question in questions]

    def beside(self, key: str) -> str | None:
        """A note that was given together with an answer."""
        stored = self._answers.get(key)
        return str(stored[1]) if isinstance(stored, list) and len(stored) == 2 else None

    def _one(self, question: Question[T], page: tuple[Question[Any], ...]) -> T:
        self.path.append(question)
        if self._known(question):
            return question.load(self._answers[question.key])
        if self._guessing:
            return question.guess()
        raise Asking(question, page)

    def _known(self, question: Question[Any]) -> bool:
        """An answer that no longer parses, after an update of the bot, counts as none."""
        try:
            question.load(self._answers[question.key])
        except (KeyError, ValueError, TypeError):
            return False
        return True


Run: TypeAlias = Callable[[Talk, Facts], list[Effect]]


@dataclass(frozen=True, slots=True)
class Flow:
    """A conversation by name. `keep` saves what is worth saving of one that was left unfinished; a flow that `sleeps`
    keeps its answers instead, and goes on where it was when it is started again; `recall` gives answers that are
    known already; `form` is frozen into the facts, for a flow that asks one."""

    name: str
    run: Run
    keep: Callable[[Mapping[str, Json], Facts], list[Effect]] | None = None
    sleeps: bool = False
    recall: Callable[[Facts], Mapping[str, Json]] | None = None
    form: str = ""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a conversation stands: at an open question, or finished with effects."""

    path: tuple[Question[Any], ...]
    question: Question[Any] | None
    page: tuple[Question[Any], ...]
    effects: tuple[Effect, ...]


def stand(run: Run, facts: Facts, answers: Mapping[str, Json]) -> Place:
    """Run a flow up to its first open question, or to its end."""
    talk = Talk(answers)
    try:
        effects = run(talk, facts)
    except Asking as asking:
        return Place(tuple(talk.path), asking.question, asking.page, ())
    return Place(tuple(talk.path), None, (), tuple(effects))


def length(run: Run, facts: Facts, answers: Mapping[str, Json]) -> int:
    """How many questions the flow will have asked if it goes on in the likeliest way."""
    talk = Talk(answers, guessing=True)
    run(talk, facts)
    return len(talk.path)
