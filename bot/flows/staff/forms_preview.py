"""The questions of a form as people will read them, in either language."""

from __future__ import annotations

from collections.abc import Iterator

from bot.flows.staff.forms_ask import SOMEBODY
from bot.flows.staff.forms_common import card_of, nothing, way
from bot.house import Page
from bot.mentoring.form_views import Card
from bot.mentoring.people import Facts
from bot.messages import Button, Rows, Say, Screen, Value, say
from bot.talk.forms import Ask, Both

SHOWN = 4  # questions on a page
NAMES = {"partner": SOMEBODY.name, "goal": SOMEBODY.goals[0].title}


def preview(facts: Facts) -> Screen:
    """Subject: "name", or "name:en:4": in which language, from which question on."""
    card = card_of(facts)
    if card is None:
        return nothing(facts)
    _, _, rest = facts.subject.partition(":")
    locale, _, at = rest.partition(":")
    return shown(card, locale if locale in {"id", "en"} else facts.me.locale, int(at) if at.isdecimal() else 0)


def shown(card: Card, locale: str, at: int = 0) -> Screen:
    """Some questions, with the ways to the others, to the other language, and on."""
    asked = card.form.questions
    at = at if at < len(asked) else 0
    title = say("form-preview", title=_in(card.form.title, locale), n=len(asked), version=card.number)
    some = asked[at : at + SHOWN]
    lines = [line for number, ask in enumerate(some, at + 1) for line in _question(ask, number, locale)]
    last = () if at + SHOWN < len(asked) else (say("form-preview-thanks", text=_in(card.form.thanks, locale)),)
    return Screen((title, *lines, *last), (*_turning(card, locale, at), *_on(card)))


def _question(ask: Ask, number: int, locale: str) -> Iterator[Say]:
    yield say("form-question", n=number, text=_in(ask.text, locale), answer=_answer(ask, locale))
    if ask.when:
        yield say("form-question-when", when=ask.when)
    elif ask.optional:
        yield say("form-question-optional")


def _answer(ask: Ask, locale: str) -> Value:
    """What can be tapped, or how it is answered."""
    if ask.labels or ask.options:
        labels = tuple(_in(both, locale) for both in (*ask.labels, *ask.options.values()))
        return (*labels, say("button-other")) if ask.other else labels
    if ask.kind == "scale":
        return tuple(f"{number}{ask.unit}" for number in range(ask.low, ask.high + 1, ask.step))
    if ask.kind == "yes-no":
        return (say("button-yes"), say("button-no"))
    return say("form-answer", kind=ask.kind, low=ask.low, high=ask.high)


def _in(both: Both, locale: str) -> str:
    return str(both.say(NAMES).args[locale])


def _turning(card: Card, locale: str, at: int) -> Rows:
    other = "en" if locale == "id" else "id"
    on = [Button(say(f"button-in-{other}"), f"p:form_preview:{card.key}:{other}:{at}")]
    if at:
        on.insert(0, Button(say("button-before"), f"p:form_preview:{card.key}:{locale}:{max(0, at - SHOWN)}"))
    if at + SHOWN < len(card.form.questions):
        on.append(Button(say("button-after"), f"p:form_preview:{card.key}:{locale}:{at + SHOWN}"))
    return (tuple(on),)


def _on(card: Card) -> Rows:
    tried = Button(say("button-form-try"), f"go:form_try:{card.key}")
    if not card.upload:
        return ((tried, way("card", card)),)
    name = card.form.name
    keep = Button(say("button-form-keep", n=card.number, name=name), f"do:form_keep:{card.upload}:{name}")
    drop = Button(say("button-form-drop"), f"do:form_drop:{card.upload}:{name}")
    return (keep,), (tried, drop)


PAGES = (Page("form_preview", preview, apart=True),)
