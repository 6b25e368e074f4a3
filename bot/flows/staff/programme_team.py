"""Who runs a programme and who looks on; and which programme somebody works in now."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from bot.commands import DESK, OWNER, STAFF
from bot.effects import Effect, Start, Tell
from bot.flows.pages import rows
from bot.house import Action, Page
from bot.mentoring.people import Facts, Role
from bot.mentoring.programme_effects import ChangeSeat, SwitchProgramme
from bot.mentoring.programmes import SEATS, Place, Places, Seat, Team
from bot.messages import Button, Say, Screen, say
from bot.ports import State
from bot.talk.choices import Choice
from bot.talk.questions import Option
from bot.talk.talk import Flow, Talk

ID_DIGITS = 9  # of an id in a button, which anybody can make up
REMOVE = "remove"
MOST_SHOWN = 20


def team(facts: Facts) -> Screen:
    """Everybody at the desk; an owner may change each."""
    view = facts.view
    if not isinstance(view, Team):
        return Screen((say("not-for-you"),))
    shown = view.seats[:MOST_SHOWN]
    lines = [say("team-title", programme=facts.programme.name if facts.programme else "")]
    lines += [say("team-line", name=seat.name, role=seat.role) for seat in shown]
    lines += [say("team-more", n=len(view.seats) - MOST_SHOWN)] if len(view.seats) > MOST_SHOWN else []
    owns = facts.membership is not None and facts.membership.role == "owner"
    lines += [say("team-owner" if owns else "team-not-owner")]
    changes = tuple((Button(say("button-seat", name=seat.name), f"go:seat:{seat.member}"),) for seat in shown)
    more = (Button(say("button-desk-invite"), "go:invite"), Button(say("button-back"), "p:programme_home"))
    return Screen(tuple(lines), (*(changes if owns else ()), more))


def seat(talk: Talk, facts: Facts) -> list[Effect]:
    """Another role for somebody, or none; the last owner keeps theirs."""
    view = facts.view
    if not isinstance(view, Team) or view.chosen is None:
        return [Start("team")]
    chosen = view.chosen
    if chosen.role == "owner" and view.owners < 2:
        return [Tell(Screen((say("seat-last-owner", name=chosen.name),), ((*BACK[0], INVITE_OWNER),)))]
    role = talk.ask(_which(chosen))
    if talk.ask(_sure(chosen, role, mine=chosen.person == facts.me.id)) == "no":
        return [Start("team")]
    return [ChangeSeat(chosen.member, _role(role)), Start("team")]


BACK = ((Button(say("button-team"), "p:team"),),)
INVITE_OWNER = Button(say("button-invite-owner"), "go:invite:owner")


def _role(slug: str) -> Role | None:
    return next((role for role in SEATS if role == slug), None)


def _which(chosen: Seat) -> Choice:
    options = tuple(Option(role, say(f"seat-{role}")) for role in SEATS if role != chosen.role)
    text = say("seat-which", name=chosen.name, role=chosen.role)
    choices = (*options, Option(REMOVE, say("seat-remove")))
    return Choice(key="role", text=text, choices=choices, columns=1, short=say("short-role"))


def _sure(chosen: Seat, role: str, *, mine: bool) -> Choice:
    text = say("seat-sure", name=chosen.name, role=role, mine=int(mine))
    choices = (Option("yes", say("button-yes")), Option("no", say("button-cancel")))
    return Choice(key="sure", text=text, choices=choices, short=say("short-sure"))


def seat_changed(programme: str, role: Role | None) -> Screen:
    """What somebody reads whose place at the desk has changed."""
    if role is None:
        return Screen((say("seat-taken", programme=programme),), rows("my-data help"))
    return Screen((say("seat-given", programme=programme, role=role),), rows("help"))


def programmes(facts: Facts) -> Screen:
    """All programmes somebody is in, each a tap away."""
    places = facts.view.places if isinstance(facts.view, Places) else ()
    here = facts.programme.id if facts.programme else 0
    if len(places) < 2:
        return Screen((say("programmes-one"),), rows("help"))
    lines = tuple(_line(place, here) for place in places)
    others = [place for place in places if place.programme != here]
    buttons = tuple((Button(say("button-switch", name=each.name), f"do:switch:{each.programme}"),) for each in others)
    return Screen((say("programmes-title"), *lines), buttons)


def _line(place: Place, here: int) -> Say:
    return say(
        "programmes-line", name=place.name, role=place.role, stage=place.stage, here=int(place.programme == here)
    )


def switched(place: Place) -> Screen:
    """Where somebody works now."""
    way = Button(say("button-programme"), "p:programme_home") if place.role in DESK else rows("help")[0][0]
    return Screen((say("switched", name=place.name, role=place.role),), ((way,),))


def switch(arg: str, state: State, now: datetime) -> list[Effect]:
    """Work in this programme from now on."""
    return [SwitchProgramme(int(arg))] if arg.isdecimal() and len(arg) <= ID_DIGITS else [Start("programmes")]


FLOWS = (Flow("seat", seat),)
PAGES = (Page("team", team, apart=True), Page("programmes", programmes))
ACTIONS: Mapping[str, Action] = {"switch": switch}
ROLES: Mapping[str, frozenset[Role]] = {"team": STAFF, "seat": OWNER}
