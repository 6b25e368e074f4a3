"""A person's accounts: a code that joins another one, where messages go, and letting one go again."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime

from bot.effects import ChangePerson, Effect, Start, Tell
from bot.flows.pages import rows
from bot.house import Action, Page
from bot.mentoring.line_effects import MakeCode, Unlink, UseCode
from bot.mentoring.link_codes import tidy
from bot.mentoring.people import Facts
from bot.messages import Button, Rows, Say, Screen, say
from bot.ports import State
from bot.talk.talk import Flow, Talk

LAST = "last"  # the platform somebody was on last, whichever that is


def link(talk: Talk, facts: Facts) -> list[Effect]:
    """A code for the other platform; one that was typed here is tried."""
    return [UseCode(tidy(facts.subject))] if facts.subject else [MakeCode()]


def accounts(facts: Facts) -> Screen:
    """Where somebody can be met, and where messages go."""
    names = tuple(say("platform", name=platform) for platform in platforms(facts))
    lines = (say("accounts", n=len(facts.accounts), names=names),)
    return Screen(lines, (*_ways(facts), (Button(say("button-link"), "go:link"),)))


def platforms(facts: Facts) -> list[str]:
    """The platforms somebody is on, in the order they came."""
    return list(dict.fromkeys(account.platform for account in facts.accounts))


def _ways(facts: Facts) -> Iterator[tuple[Button, ...]]:
    if len(platforms(facts)) > 1:
        where = [*platforms(facts), LAST]
        chosen = facts.me.prefers if facts.me.prefers in where else LAST
        for each in where:
            label = say("button-send-to", to=to_name(each), on="yes" if each == chosen else "no")
            yield (Button(label, f"do:prefer:{each}"),)
    if len(facts.accounts) > 1:
        for account in facts.accounts:
            name = say("platform", name=account.platform)
            yield (Button(say("button-unlink", name=name), f"do:unlink:{account.id}"),)


def to_name(where: str) -> Say:
    """A platform's name, or "where I was last"."""
    return say("send-to-last") if where == LAST else say("platform", name=where)


def settings_rows(facts: Facts) -> Rows:
    """The button of the settings, for whoever has several accounts."""
    if len(facts.accounts) < 2:
        return ()
    chosen = facts.me.prefers if facts.me.prefers in platforms(facts) else LAST
    return ((Button(say("button-set-where", to=to_name(chosen)), "p:accounts"),),)


def prefer(arg: str, state: State, now: datetime) -> list[Effect]:
    """Where messages go from now on. Answers always go where the question came from."""
    if not arg.isalpha() or len(arg) > 24:
        return [Start("accounts")]
    return [ChangePerson({"prefers": "" if arg == LAST else arg}), Start("accounts")]


def unlink(arg: str, state: State, now: datetime) -> list[Effect]:
    """Let one of one's own accounts go."""
    number = int(arg) if arg.isdecimal() and len(arg) < 10 else 0
    role = state.membership.role if state.membership else "mentee"
    return [Unlink(number), Tell(Screen((say("unlink-done", role=role),), rows("help")))]


ACTIONS: Mapping[str, Action] = {"prefer": prefer, "unlink": unlink}
PAGES = (Page("accounts", accounts),)
FLOWS = (Flow("link", link),)
