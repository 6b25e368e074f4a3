"""One step of a conversation: what somebody taps or types, and the screen that answers it. Pure."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from bot.effects import Effect
from bot.errors import Unclear
from bot.mentoring.people import Facts
from bot.messages import Button, Json, Rows, Say, Screen, say
from bot.talk.choices import Several
from bot.talk.clean import clean
from bot.talk.questions import BACK, DONE, EDIT, HELP, OTHER, SKIP, Ear, Option, Question, Unsure
from bot.talk.talk import Flow, Place, Talk, look_ahead, stand


@dataclass(frozen=True, slots=True)
class Conversation:
    """What is kept of a conversation. `ticks` are those of the open question, `heard` says which typed message gave
    which answer, `message` is the message whose button was tapped last: the one that shows the open question."""

    id: int
    flow: str
    subject: str
    facts: Facts
    answers: Mapping[str, Json] = field(default_factory=dict)
    asked: str = ""
    ticks: tuple[str, ...] = ()
    heard: Mapping[str, str] = field(default_factory=dict)
    message: str = ""
    asleep: bool = False
    touched: datetime | None = None


@dataclass(frozen=True, slots=True)
class Move:
    """Where a step led: the conversation as it is now (None when it is over), what to show, what happens.
    `in_place` rewrites the message whose button was tapped."""

    talk: Conversation | None
    screen: Screen | None = None
    effects: tuple[Effect, ...] = ()
    in_place: bool = False


def data(talk: Conversation, key: str, option: str) -> str:
    """What a button carries: it names its conversation, its question and itself."""
    return f"c:{talk.id}:{key}:{option}"


def go_on(flow: Flow, talk: Conversation, *notes: Say, in_place: bool = False) -> Move:
    """Show the open question, or finish."""
    place = look_ahead(flow.run, talk.facts, talk.answers)
    if place.question is None:
        return Move(None, Screen(notes) if notes else None, place.effects, in_place)
    if place.question.key != talk.asked:
        talk = replace(talk, asked=place.question.key, ticks=_ticks(place.question, talk))
    return Move(talk, _screen(talk, place, notes), (), in_place)


def _ticks(question: Question[Any], talk: Conversation) -> tuple[str, ...]:
    return tuple(question.start) if isinstance(question, Several) else ()


def _screen(talk: Conversation, place: Place, notes: tuple[Say, ...]) -> Screen:
    question = place.question
    assert question is not None  # noqa: S101 - the caller has looked
    text = say("numbered", text=question.text, at=place.position, of=place.total) if place.total > 1 else question.text
    return Screen((*notes, text), _rows(talk, question, question.options(talk.ticks)) + _extras(talk, place, question))


def _rows(talk: Conversation, question: Question[Any], options: tuple[Option, ...]) -> Rows:
    buttons = [Button(option.label, data(talk, question.key, option.slug)) for option in options]
    last = [buttons.pop()] if options and options[-1].slug == DONE else []
    rows = [tuple(buttons[at : at + question.columns]) for at in range(0, len(buttons), question.columns)]
    return (*rows, *((button,) for button in last))


def _extras(talk: Conversation, place: Place, question: Question[Any]) -> Rows:
    extras = [Button(say("button-fill-page"), f"m:{talk.id}:{question.key}")] if len(place.page) > 1 else []
    if question.help:
        extras.append(Button(question.help_label, data(talk, question.key, HELP)))
    if place.optional:
        extras.append(Button(say("button-skip"), data(talk, question.key, SKIP)))
    if len(place.path) > 1:
        extras.append(Button(say("button-back"), data(talk, question.key, BACK)))
    return (tuple(extras),) if extras else ()


def tapped(flow: Flow, talk: Conversation, key: str, option: str, message: str) -> Move:
    """A button of this conversation. One of a question that is not open changes nothing and shows the open one; in
    place, and silently, when it is the very message that shows it (a double tap)."""
    talk = replace(talk, asleep=False)
    if option == EDIT and key != talk.asked:
        return forget(flow, talk, key, message)
    if key != talk.asked:
        twice = message == talk.message != ""
        return go_on(flow, talk, *(_last_said(flow, talk) if twice else (say("stale"),)), in_place=twice)
    place = stand(flow.run, talk.facts, talk.answers)
    if place.question is None or place.question.key != key:
        return go_on(flow, talk, say("stale"))
    try:
        return _picked(flow, replace(talk, message=message), place, option)
    except Unclear as unclear:
        return go_on(flow, talk, unclear.hint)


def _last_said(flow: Flow, talk: Conversation) -> tuple[Say, ...]:
    """The answer that stands above the open question."""
    place = stand(flow.run, talk.facts, talk.answers)
    given = [question for question in place.path if question.key in talk.answers]
    return _said(given[-1], talk.answers[given[-1].key]) if given else ()


def _said(question: Question[Any], answer: Json) -> tuple[Say, ...]:
    return () if answer is None else (say("answered", answer=question.shown(answer)),)


def _picked(flow: Flow, talk: Conversation, place: Place, option: str) -> Move:
    question = place.question
    assert question is not None  # noqa: S101 - the caller has looked
    match option:
        case "-back":
            return back(flow, talk, in_place=True)
        case "-edit":
            return edits(flow, talk, in_place=True)
        case "-help" if question.help:
            return _helped(flow, talk, question.help, instead=question.help_instead)
        case "-other":
            return go_on(flow, talk, question.typing)
        case "-skip" if place.optional:
            return answered(flow, talk, question, None, in_place=True)
        case "-done" if isinstance(question, Several):
            return answered(flow, talk, question, question.close(talk.ticks), in_place=True)
        case _ if isinstance(question, Several):
            return go_on(flow, replace(talk, ticks=tuple(question.toggle(talk.ticks, option))), in_place=True)
        case _:
            return answered(flow, talk, question, question.pick(option), in_place=True)


def _helped(flow: Flow, talk: Conversation, text: Say, *, instead: bool) -> Move:
    move = go_on(flow, talk, text)
    return replace(move, screen=Screen((text,), move.screen.buttons)) if instead and move.screen else move


def answered(
    flow: Flow, talk: Conversation, question: Question[Any], answer: Json, *, in_place: bool, message: str = ""
) -> Move:
    """Remember an answer and go on; the answer stays readable above what comes next."""
    heard = {**talk.heard, message: question.key} if message else talk.heard
    kept = {key: value for key, value in talk.answers.items() if key != question.key} | {question.key: answer}
    talk = replace(talk, answers=kept, heard=heard, ticks=(), message=talk.message if in_place else "")
    shown = _said(question, answer) if in_place or question.echoes else ()
    return go_on(flow, talk, *shown, in_place=in_place)


def typed(flow: Flow, talk: Conversation, text: str, message: str, ear: Ear) -> Move:
    """Free text answers the open question."""
    place = stand(flow.run, talk.facts, talk.answers)
    if place.question is None or place.question.key != talk.asked:
        return go_on(flow, talk)
    return _heard(flow, talk, place.question, message, lambda question: _listen(question, talk, text, ear))


def placed(flow: Flow, talk: Conversation, where: tuple[float, float], message: str) -> Move:
    """A shared location answers the open question, if that asks for one."""
    place = stand(flow.run, talk.facts, talk.answers)
    if place.question is None or place.question.key != talk.asked:
        return go_on(flow, talk)
    return _heard(flow, talk, place.question, message, lambda question: question.hear_place(*where))


def _listen(question: Question[Any], talk: Conversation, text: str, ear: Ear) -> Json:
    if not clean(text):
        raise Unclear(say("unclear-empty"))
    if isinstance(question, Several):
        return _More(question.add(talk.ticks, text, ear))
    return question.hear(text, ear)


@dataclass(frozen=True, slots=True)
class _More:
    """Ticks that typing added: the question stays open."""

    ticks: list[str]


def _heard(
    flow: Flow, talk: Conversation, question: Question[Any], message: str, listen: Callable[[Question[Any]], Json]
) -> Move:
    try:
        answer = listen(question)
    except Unclear as unclear:
        return go_on(flow, talk, unclear.hint)
    except Unsure as unsure:
        again = Option(OTHER, say("button-none-of-these"))
        return Move(talk, Screen((unsure.ask,), _rows(talk, replace(question, columns=1), (*unsure.readings, again))))
    if isinstance(answer, _More):
        return go_on(flow, replace(talk, ticks=tuple(answer.ticks), message=""))
    return answered(flow, talk, question, answer, in_place=False, message=message)


def amended(flow: Flow, talk: Conversation, text: str, message: str, ear: Ear) -> Move | None:
    """An edited message gives its answer anew, while the conversation is open. None when it gave no answer here."""
    key = talk.heard.get(message)
    place = stand(flow.run, talk.facts, talk.answers)
    question = next((question for question in place.path if question.key == key), None)
    if question is None:
        return None
    try:
        answer = question.hear(text, ear)
    except (Unclear, Unsure):
        return go_on(flow, talk, say("amend-unclear"))
    talk = replace(talk, answers={**talk.answers, question.key: answer})
    return go_on(flow, talk, say("amended", answer=question.shown(answer)))


def back(flow: Flow, talk: Conversation, *, in_place: bool = False) -> Move:
    """Forget the last answer and ask it again."""
    place = stand(flow.run, talk.facts, talk.answers)
    given = [question.key for question in place.path if question.key in talk.answers]
    if not given:
        return go_on(flow, talk, say("back-at-start"))
    kept = {key: value for key, value in talk.answers.items() if key != given[-1]}
    return go_on(flow, replace(talk, answers=kept, asked="", ticks=()), in_place=in_place)


def forget(flow: Flow, talk: Conversation, key: str, message: str) -> Move:
    """Ask one question anew and keep all other answers."""
    if key not in talk.answers:
        return go_on(flow, talk, say("stale"))
    kept = {name: value for name, value in talk.answers.items() if name != key}
    return go_on(flow, replace(talk, answers=kept, asked="", ticks=(), message=message), in_place=True)


def edits(flow: Flow, talk: Conversation, *, in_place: bool = False) -> Move:
    """The answers given so far, each a button that asks it anew."""
    place = stand(flow.run, talk.facts, talk.answers)
    given = [question for question in place.path if question.key in talk.answers]
    if not given:
        return go_on(flow, talk, say("back-at-start"))
    rows = tuple((Button(_summary(question, talk), data(talk, question.key, EDIT)),) for question in given)
    on = Button(say("button-go-on"), f"r:{talk.id}")
    return Move(talk, Screen((say("edit-which"),), (*rows, (on,))), (), in_place)


def _summary(question: Question[Any], talk: Conversation) -> Say:
    answer = talk.answers[question.key]
    shown = say("skipped") if answer is None else question.shown(answer)
    return say("edit-answer", question=question.short or question.text, answer=shown)


def skip(flow: Flow, talk: Conversation) -> Move:
    """Leave the open question out, if that may be."""
    place = stand(flow.run, talk.facts, talk.answers)
    if place.question is None or not place.optional:
        return go_on(flow, talk, say("cannot-skip"))
    return answered(flow, talk, place.question, None, in_place=False)


def prefill(flow: Flow, talk: Conversation, key: str, option: str) -> Conversation:
    """Answer a question ahead of its turn, by a button outside the conversation; an answer that does not fit is left
    out."""
    for question in _ahead(flow, talk):
        if question.key == key and key not in talk.answers:
            try:
                return replace(talk, answers={**talk.answers, key: question.pick(option)})
            except Unclear:
                return talk
    return talk


def _ahead(flow: Flow, talk: Conversation) -> list[Question[Any]]:
    guess = Talk(talk.answers, guessing=True)
    flow.run(guess, talk.facts)
    return guess.path
