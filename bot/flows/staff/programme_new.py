"""A new programme, or another one like this: a few questions, then whoever made it owns it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from bot.commands import STAFF
from bot.effects import Effect, Start
from bot.flows.staff.programme import HOME, joining_question, name_question, plan_question, zone_question
from bot.flows.staff.programme_dates import ask_dates, span
from bot.house import Action, Page
from bot.mentoring.people import Facts, Role
from bot.mentoring.programme_effects import CreateProgramme
from bot.mentoring.programmes import JOINING, MOST_NAME, plan_names
from bot.messages import Value, say
from bot.talk.choices import Choice, Review
from bot.talk.clean import clean
from bot.talk.questions import Option
from bot.talk.talk import Flow, Talk

CREATE = (Option("create", say("button-create")), Option("no", say("button-cancel")))


def new(talk: Talk, facts: Facts) -> list[Effect]:
    """What it is called, where its clock hangs, from when until when, who may come in."""
    here = facts.programme
    name = _typed(facts) or talk.ask(name_question(say("ask-programme-name")))
    zone = talk.ask(zone_question())
    starts, ends = ask_dates(talk, facts)
    how = talk.ask(joining_question())
    joining = next(each for each in JOINING if each == how)
    plan = talk.ask(plan_question()) if len(plan_names()) > 1 else plan_names()[0]
    if talk.ask(_look("new-look", name, starts, ends, how=say(f"joining-{joining}"))) == "no":
        return [Start(HOME)]
    return [CreateProgramme(name, zone, starts, ends, joining, plan, here.id if here else 0), Start(HOME)]


def clone(talk: Talk, facts: Facts) -> list[Effect]:
    """Another name and other dates; the settings and forms come along, the people don't."""
    here = facts.programme
    if here is None:
        return [Start(HOME)]
    name = talk.ask(name_question(say("ask-clone-name", programme=here.name)))
    starts, ends = ask_dates(talk, facts)
    if talk.ask(_look("clone-look", name, starts, ends, like=here.name)) == "no":
        return [Start(HOME)]
    return [CreateProgramme(name, here.zone, starts, ends, here.joining, here.plan, here.id, clone=True), Start(HOME)]


def _typed(facts: Facts) -> str:
    """The name that stood behind the command."""
    name = clean(facts.subject)
    return name if 2 <= len(name) <= MOST_NAME else ""


def _look(key: str, name: str, starts: date | None, ends: date | None, **more: Value) -> Choice:
    """A last look before anything is made."""
    text = say(key, name=name, span=span(starts, ends), **more)
    return Review(key="look", text=text, choices=CREATE, short=say("short-sure"))


FLOWS = (Flow("programme_new", new, sleeps=True), Flow("programme_clone", clone, sleeps=True))
PAGES: tuple[Page, ...] = ()
ACTIONS: Mapping[str, Action] = {}
ROLES: Mapping[str, frozenset[Role]] = {"programme_new": STAFF, "programme_clone": STAFF}
