"""The weekly figures: now, where they go each week, on another day, or no more; and a shared chat that wants them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, time

from bot.commands import DESK, STAFF
from bot.effects import Effect, Start
from bot.flows.lists import DAYS, WEEKDAYS
from bot.flows.staff.digest_words import lines, when
from bot.house import Action, Page, Turn
from bot.mentoring.digest import DigestView, Place, asks_here
from bot.mentoring.export_effects import MoveDigest, SetDigest, StopDigest
from bot.mentoring.people import Facts, Role
from bot.messages import Button, Rows, Say, Screen, say
from bot.ports import State
from bot.talk.choices import Choice
from bot.talk.talk import Flow, Talk
from bot.talk.times import Clock

CLOCKS = (time(7), time(8), time(9), time(16))
ID_DIGITS = 9  # of a number in a button, which anybody can make up


def digest(facts: Facts) -> Screen:
    """The figures of the last seven days, and where they go by themselves."""
    view = facts.view
    if not isinstance(view, DigestView):
        return Screen((say("not-for-you"),))
    if facts.membership is None or facts.membership.role not in STAFF:
        return Screen(lines(view.digest))
    return Screen((*lines(view.digest), *_where(view)), tuple(_buttons(view, place) for place in view.places))


def _where(view: DigestView) -> tuple[Say, ...]:
    if not view.places:
        return (say("summary-nowhere"),)
    return tuple(
        say("summary-goes", chat=_chat(view, place), **when(place.weekday, place.clock, view.zone))
        for place in view.places
    )


def _chat(view: DigestView, place: Place) -> Say:
    """A shared chat, with its number if there are several."""
    return say("summary-chat", platform=place.platform, number=view.places.index(place) + 1, of=len(view.places))


def _buttons(view: DigestView, place: Place) -> tuple[Button, ...]:
    chat = _chat(view, place)
    move = Button(say("button-summary-move", chat=chat), f"go:digest_time:{place.id}")
    return (move, Button(say("button-summary-stop", chat=chat), f"do:digest_stop:{place.id}"))


def digest_time(talk: Talk, facts: Facts) -> list[Effect]:
    """On which day, and when."""
    if not _id(facts.subject):
        return [Start("digest")]
    day = talk.ask(Choice(key="day", text=say("summary-day"), choices=DAYS))
    clock = talk.ask(Clock(key="clock", text=say("summary-clock"), choices=CLOCKS))
    return [MoveDigest(int(facts.subject), WEEKDAYS.index(day), clock)]


def stop(arg: str, state: State, now: datetime) -> list[Effect]:
    """No more; the same words in that chat begin it again."""
    return [StopDigest(int(arg))] if _id(arg) else [Start("digest")]


def _id(text: str) -> bool:
    return text.isdecimal() and len(text) <= ID_DIGITS


def moved(weekday: int, clock: time, zone: str) -> Screen:
    """It comes on another day from now on."""
    return Screen((say("summary-moved", **when(weekday, clock, zone)),), _back())


def stopped() -> Screen:
    """It comes no more."""
    return Screen((say("summary-stopped"),), _back())


def gone() -> Screen:
    """It was stopped before, or is another programme's."""
    return Screen((say("summary-gone"),), _back())


def lost(programme: str) -> Screen:
    """Its chat can't be written to."""
    return Screen((say("summary-lost", programme=programme),), _back())


def _back() -> Rows:
    return ((Button(say("button-summary"), "p:digest"),),)


# In a shared chat


def asked_here(turn: Turn) -> bool:
    """Whether somebody who runs a programme wants its figures in this shared chat. Whoever else asks is answered like
    anybody there: nothing tells who is a coordinator."""
    member = turn.state.membership
    if member is None or member.role not in STAFF or member.standing not in {"active", "paused"}:
        return False
    if not asks_here(turn.incoming.text):
        return False
    turn.effects.append(SetDigest(turn.incoming.chat))
    return True


FLOWS = (Flow("digest_time", digest_time),)
PAGES = (Page("digest", digest, apart=True),)
ACTIONS: Mapping[str, Action] = {"digest_stop": stop}
ROLES: Mapping[str, frozenset[Role]] = {"digest": DESK, "digest_time": STAFF, "do:digest_stop": STAFF}
