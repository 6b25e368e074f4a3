"""A mentee asks for a mentor: what the mentor reads, and their yes, their question, their "not now"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime

from bot.effects import Effect, Tell
from bot.flows.enroll_mentor import all_named, named
from bot.flows.pages import rows
from bot.house import Action, Page
from bot.mentoring.choosing import Asked, Request, number_in
from bot.mentoring.choosing_effects import AnswerWish, AskBack
from bot.mentoring.people import Facts
from bot.mentoring.zones import zone_label
from bot.messages import Button, Rows, Say, Screen, When, say
from bot.ports import State
from bot.talk.choices import Choice
from bot.talk.questions import Option, Text
from bot.talk.talk import Flow, Talk

MOST_QUESTION = 300
REASONS = ("full", "time", "fit", "other")


def wish(facts: Facts) -> Screen:
    """The request, once more."""
    return card(facts.view, facts.now, facts.me.locale) if isinstance(facts.view, Request) else gone()


def card(asked: Request, now: datetime, locale: str) -> Screen:
    """Who asks, what they look for, why these two; and three ways to answer."""
    zone = zone_label(asked.zone, now, locale)
    lines = [say("wish-card", name=asked.name), *_looks_for(asked), *_goals(asked)]
    lines += [say("choose-plus", why=reason) for reason in asked.reasons]
    lines += [say("wish-where", zone=zone, locale=asked.locale), *_said(asked)]
    return Screen((*lines, say("wish-until", until=When(asked.until))), answers(asked.wish))


def _looks_for(asked: Request) -> Iterator[Say]:
    wants = all_named("want", asked.about.get("wants"))
    if wants:
        yield say("wish-wants", field=named("field", str(asked.about.get("field", ""))), wants=wants)


def _goals(asked: Request) -> Iterator[Say]:
    if asked.goals:
        yield say("wish-goals", goals=asked.goals)


def _said(asked: Request) -> Iterator[Say]:
    if asked.question:
        yield say("wish-you-asked", text=asked.question)
    if asked.answer:
        yield say("wish-reply", name=asked.name, text=asked.answer)


def answers(number: int) -> Rows:
    """Yes, a question first, not now."""
    yes, no = (
        Button(say("button-wish-yes"), f"do:wish_yes:{number}"),
        Button(say("button-wish-no"), f"go:wish_no:{number}"),
    )
    return ((yes,), (Button(say("button-wish-ask"), f"go:wish_ask:{number}"), no))


def gone() -> Screen:
    """There is nothing to be answered any more."""
    return Screen((say("wish-gone"),), rows("help"))


def ended(name: str, key: str) -> Screen:
    """A request is over before it was answered, and why: the time, the place, the mentee. `name` is empty for somebody
    who is gone."""
    return Screen((say(key, name=name) if name else say("wish-ended-gone"),))


def no_room(n: int) -> Screen:
    """All places are taken, or promised."""
    return Screen((say("wish-no-room", n=n),), rows("capacity", "help"))


def said_yes(name: str, *, paired: bool) -> Screen:
    """What follows from a yes."""
    return Screen((say("wish-paired" if paired else "wish-said-yes", name=name),), rows("help"))


def wish_ask(talk: Talk, facts: Facts) -> list[Effect]:
    """A question before the answer."""
    asked = facts.view
    if not isinstance(asked, Asked):
        return [Tell(gone())]
    text = say("wish-ask-what", name=asked.name)
    words = talk.ask(Text(key="text", text=text, most=MOST_QUESTION, short=say("short-wish-ask")))
    again = (Button(say("button-wish-card"), f"p:wish:{asked.wish}"),)
    return [AskBack(asked.wish, words), Tell(Screen((say("wish-asked-back", name=asked.name),), (again,)))]


def wish_no(talk: Talk, facts: Facts) -> list[Effect]:
    """Not now; why may stay unsaid, is kept nowhere, and only leads to what may help."""
    asked = facts.view
    if not isinstance(asked, Asked):
        return [Tell(gone())]
    choices = tuple(Option(reason, say(f"wish-no-{reason}")) for reason in REASONS)
    text = say("wish-no-why", name=asked.name)
    why = talk.offer(Choice(key="why", text=text, choices=choices, columns=1, short=say("short-wish-no")))
    ways = rows("capacity", "pause") if why in {"full", "time"} else rows("help")
    return [AnswerWish(asked.wish, yes=False), Tell(Screen((say("wish-no-done", name=asked.name),), ways))]


def accept(arg: str, state: State, now: datetime) -> list[Effect]:
    """Yes."""
    return [AnswerWish(number_in(arg) or 0, yes=True)]


FLOWS = (Flow("wish_ask", wish_ask), Flow("wish_no", wish_no))
PAGES = (Page("wish", wish),)
ACTIONS: Mapping[str, Action] = {"wish_yes": accept}
