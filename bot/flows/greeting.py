"""A first word, or a kind one after a silence: a sentence to tap or one's own, seen before it is sent."""

from __future__ import annotations

from collections.abc import Mapping

from bot.effects import Effect, Tell
from bot.flows.enroll_mentor import OwnOrOurs
from bot.flows.partners import about_whom, nobody
from bot.house import Action, Page
from bot.mentoring.line_effects import PassOn
from bot.mentoring.people import Facts, Partner
from bot.messages import Screen, say
from bot.talk.choices import Choice
from bot.talk.questions import Option
from bot.talk.talk import Flow, Talk

OPENERS = ("opener-1", "opener-2", "opener-3")  # of a mentee
GREETINGS = ("greeting-1", "greeting-2", "greeting-3")  # of a mentor
MOST = 600
SEND = (Option("send", say("button-send")), Option("no", say("button-cancel")))


def greet(talk: Talk, facts: Facts) -> list[Effect]:
    """What to say; then a look at it, as the other will read it."""
    partner = about_whom(talk, facts)
    if partner is None:
        return [nobody(facts)]
    line = talk.ask(_line(partner))
    text = say(line) if line in {*OPENERS, *GREETINGS} else line
    shown = say("greet-look", partner=partner.name, text=text)
    if talk.ask(Choice(key="send", text=shown, choices=SEND, short=say("short-send"))) == "no":
        return [Tell(Screen((say("greet-not-sent"),)))]
    return [PassOn(partner.pair, text), Tell(Screen((say("greet-sent", partner=partner.name),)))]


def _line(partner: Partner) -> OwnOrOurs:
    lines = OPENERS if partner.role == "mentor" else GREETINGS
    return OwnOrOurs(
        key="line",
        text=say("greet-line", partner=partner.name),
        most=MOST,
        suggestions=tuple(Option(line, say(line)) for line in lines),
        values=lines,
        ours={line: say(line) for line in lines},
        short=say("short-greet"),
    )


GREET = Flow("greet", greet)
FLOWS = (GREET,)
PAGES: tuple[Page, ...] = ()
ACTIONS: Mapping[str, Action] = {}
