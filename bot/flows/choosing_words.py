"""What a mentee who chooses a mentor is told: what was asked, what comes next, never why it is not now."""

from __future__ import annotations

from datetime import datetime

from bot.flows.pages import rows
from bot.mentoring.choosing import MOST_LIKED, Trouble
from bot.messages import Button, Say, Screen, When, say

CARDS = Button(say("button-choose-cards"), "p:choose")
LIST = Button(say("button-choose-list"), "p:wishes")


def trouble(why: Trouble) -> Screen:
    """Why somebody can't choose now."""
    return Screen((say("choose-trouble", why=why),), rows("help-me", "help"))


def full() -> Screen:
    """The mentor of a card can't be chosen any more."""
    return Screen((say("choose-filled"),), ((CARDS, LIST),))


def enough() -> Screen:
    """The list is as long as it may be."""
    return Screen((say("choose-enough", most=MOST_LIKED),), ((LIST,),))


def over() -> Screen:
    """There is nothing to be said to a request any more."""
    return Screen((say("choose-over"),), ((LIST, CARDS),))


def asked(name: str, until: datetime) -> Screen:
    """Somebody was asked."""
    return Screen((say("choose-asked", name=name, until=When(until)),), ((LIST, CARDS),))


def not_now(name: str, then: Say | None) -> Screen:
    """A request has ended without a yes, and what comes now; `name` is empty for somebody who is gone."""
    line = say("choose-not-now", name=name) if name else say("choose-not-now-gone")
    if then is None:
        return Screen((line, say("choose-no-more")), ((CARDS,), *rows("help-me")))
    return Screen((line, then), ((LIST, CARDS),))


def then_asked(name: str, until: datetime) -> Say:
    """The next of the list was asked by itself."""
    return say("choose-then-asked", name=name, until=When(until))


def question(name: str, text: str, wish: int) -> Screen:
    """What a mentor asks back."""
    return Screen((say("choose-question", name=name, text=text), say("choose-question-next")), ((reply_button(wish),),))


def reply_button(wish: int) -> Button:
    """The way to answer what a mentor asked back."""
    return Button(say("button-choose-reply"), f"go:wish_reply:{wish}")


def said_yes(name: str) -> Screen:
    """The mentor said yes; a coordinator has the last word."""
    return Screen((say("choose-said-yes", name=name),), ((LIST,),))


def nobody_free() -> Screen:
    """None of the list can be asked now."""
    return Screen((say("choose-nobody-free"),), ((CARDS,), *rows("help-me")))


def given_up() -> Screen:
    """None of the list could be asked for long."""
    return Screen((say("choose-given-up"),), ((CARDS, LIST), *rows("help-me")))
