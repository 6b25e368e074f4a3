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


class Talk:
    """What a flow asks through. `path` names the questions met so far, in order; `open` is the first without an
    answer, which ends the run, unless the talk is `guessing` how it may go on; `page` are those that may be shown
    together with it.
    """

    def __init__(self, answers: Mapping[str, Json], *, guessing: bool = False) -> None:
        self._answers = answers
        self._guessing = guessing
        self.path: list[Question[Any]] = []
        self.optional: set[str] = set()
        self.open: Question[Any] | None = None
        self.position = 0
        self.page: tuple[Question[Any], ...] = ()

    def ask(self, question: Question[T]) -> T:
        """The answer to a question that must be answered."""
        self.path.append(question)
        if self._known(question):
            return question.load(self._answers[question.key])
        guess: T = self._unanswered(question, question.guess, (question,))
        return guess

    def offer(self, question: Question[T]) -> T | None:
        """The answer to a question that may be skipped; None when it was."""
        self.optional.add(question.key)
        self.path.append(question)
        if self._answers.get(question.key, ...) is None:
            return None
        if self._known(question):
            return question.load(self._answers[question.key])
        self._unanswered(question, _nothing, (question,))
        return None

    def ask_page(self, questions: Sequence[Question[Any]]) -> list[Any]:
        """The answers to questions that a platform may show together; others ask them one by one."""
        page = tuple(question for question in questions if not self._known(question))
        answers = []
        for question in questions:
            self.path.append(question)
            known = self._known(question)
            answers.append(
                question.load(self._answers[question.key])
                if known
                else self._unanswered(question, question.guess, page)
            )
        return answers

    def beside(self, key: str) -> str | None:
        """A note that was given together with an answer."""
        stored = self._answers.get(key)
        return str(stored[1]) if isinstance(stored, list) and len(stored) == 2 else None

    def _unanswered(self, question: Question[Any], guess: Callable[[], Any], page: tuple[Question[Any], ...]) -> Any:
        if self.open is None:
            self.open, self.position, self.page = question, len(self.path), page
        if not self._guessing:
            raise Asking(question.key)
        return guess()

    def _known(self, question: Question[Any]) -> bool:
        """An answer that no longer parses, after an update of the bot, counts as none."""
        if question.key not in self._answers:
            return False
        try:
            question.load(self._answers[question.key])
        except (ValueError, TypeError):
            return False
        return True


def _nothing() -> None:
    return None


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
    """Where a conversation stands: at an open question, or finished with effects. `total` is how many questions it
    will have asked if it goes on in the likeliest way.
    """

    path: tuple[Question[Any], ...]
    question: Question[Any] | None
    optional: bool
    page: tuple[Question[Any], ...]
    position: int
    total: int
    effects: tuple[Effect, ...]


def stand(run: Run, facts: Facts, answers: Mapping[str, Json]) -> Place:
    """Run a flow up to its first open question, or to its end."""
    talk = Talk(answers)
    try:
        effects = run(talk, facts)
    except Asking:
        return _place(talk, [])
    return _place(talk, effects)


def look_ahead(run: Run, facts: Facts, answers: Mapping[str, Json]) -> Place:
    """The same place, found by a run that goes on to the end with likely answers, so that it knows how long the way
    is."""
    talk = Talk(answers, guessing=True)
    effects = run(talk, facts)
    return _place(talk, [] if talk.open else effects)


def _place(talk: Talk, effects: list[Effect]) -> Place:
    met = talk.path[: talk.position] if talk.open else talk.path
    skippable = talk.open is not None and talk.open.key in talk.optional
    return Place(tuple(met), talk.open, skippable, talk.page, talk.position, len(talk.path), tuple(effects))
