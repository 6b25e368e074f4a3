"""Own choice at the coordinators' desk: whether a programme allows it, who confirms, and who waits for that."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from bot.effects import Effect, Start
from bot.house import Action
from bot.mentoring.choosing import OwnChoice, Terms, Waiting, number_in
from bot.mentoring.choosing_effects import ConfirmWish, SetTerms
from bot.messages import Button, Rows, Screen, say
from bot.ports import State

ON = {"on": SetTerms(choice=True), "off": SetTerms(choice=False)}
CONFIRM = {"both": SetTerms(confirm="both"), "coordinator": SetTerms(confirm="coordinator")}


def own_choice(view: OwnChoice) -> Screen:
    """What is set, and who waits for a coordinator's yes."""
    state = "off" if not view.terms.choice else view.terms.confirm
    lines = [say("own-choice", state=state)]
    lines += [say("own-choice-waiting", mentee=each.mentee, mentor=each.mentor) for each in view.waiting]
    waiting = tuple(row for each in view.waiting for row in named_answers(each))
    return Screen(tuple(lines), (*waiting, *_switches(view.terms)))


def _switches(terms: Terms) -> Rows:
    if not terms.choice:
        return ((Button(say("button-own-choice-on"), "do:own_choice:on"),),)
    other = "both" if terms.confirm == "coordinator" else "coordinator"
    confirm = Button(say(f"button-own-choice-{other}"), f"do:own_choice:{other}")
    return ((confirm,), (Button(say("button-own-choice-off"), "do:own_choice:off"),))


def named_answers(each: Waiting) -> Rows:
    """Both answers, where several wait on one screen."""
    two = {"mentee": each.mentee, "mentor": each.mentor}
    return (
        (Button(say("button-wish-pair-two", **two), f"do:wish_pair:{each.wish}"),),
        (Button(say("button-wish-leave-two", **two), f"do:wish_leave:{each.wish}"),),
    )


def for_coordinators(mentor: str, wish: int, *, again: bool) -> Screen:
    """Both said yes: a coordinator's word is needed. The mentee's name is added for each reader."""
    pair = Button(say("button-wish-pair"), f"do:wish_pair:{wish}")
    leave = Button(say("button-wish-leave"), f"do:wish_leave:{wish}")
    key = "coordinator-wish-again" if again else "coordinator-wish"
    return Screen((say(key, mentor=mentor),), ((pair,), (leave,)))


def decided(key: str, mentor: str, mentee: str) -> Screen:
    """What a coordinator's word has led to."""
    return Screen((say(key, mentor=mentor, mentee=mentee),), ((Button(say("button-own-choice"), "p:choose"),),))


def over() -> Screen:
    """There is nothing to be confirmed any more."""
    return Screen((say("own-choice-over"),), ((Button(say("button-own-choice"), "p:choose"),),))


def switch(arg: str, state: State, now: datetime) -> list[Effect]:
    """Allow it or not, and who confirms."""
    wanted = {**ON, **CONFIRM}.get(arg)
    return [wanted, Start("choose")] if wanted else [Start("choose")]


def pair(arg: str, state: State, now: datetime) -> list[Effect]:
    """Make them a pair."""
    return [ConfirmWish(number_in(arg) or 0, yes=True)]


def leave(arg: str, state: State, now: datetime) -> list[Effect]:
    """Not now."""
    return [ConfirmWish(number_in(arg) or 0, yes=False)]


ACTIONS: Mapping[str, Action] = {"own_choice": switch, "wish_pair": pair, "wish_leave": leave}
