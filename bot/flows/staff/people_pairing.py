"""A pair by a coordinator's own hand: with whom, what stands against it, and only then made."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime

from bot.commands import STAFF
from bot.effects import Effect, Start
from bot.flows.staff.invite import number_in
from bot.flows.staff.people import gone, hit_buttons
from bot.house import Action, Page
from bot.mentoring.people import Facts
from bot.mentoring.people_effects import PairMembers
from bot.mentoring.people_views import MatchView, PersonView, PickView
from bot.messages import Button, Say, Screen, say
from bot.ports import State
from bot.talk.questions import Text
from bot.talk.talk import Flow, Talk

MOST_NAME = 60


def pair_with(talk: Talk, facts: Facts) -> list[Effect]:
    """With whom; the name is looked for once it is typed."""
    card = facts.view.card if isinstance(facts.view, PersonView) else None
    if card is None or card.role not in {"mentee", "mentor"}:
        return [Start("person")]
    text = talk.ask(Text(key="name", text=say("pair-with-whom", name=card.name, role=card.role), most=MOST_NAME))
    return [Start("pair_pick", f"{card.person} {text}")]


def pick(facts: Facts) -> Screen:
    """Those who may be meant."""
    view = facts.view
    if not isinstance(view, PickView):
        return gone()
    again = Button(say("button-other-name"), f"go:pair_with:{view.person}")
    if not view.hits:
        return Screen((say("pair-nobody", text=view.text, role=view.role),), ((again,),))
    them = hit_buttons(view.hits, f"p:pair_sure:{view.person}-")
    return Screen((say("pair-pick", name=view.name),), (*them, (again,)))


def sure(facts: Facts) -> Screen:
    """Both names and what stands against it, before anything is done."""
    view = facts.view
    if not isinstance(view, MatchView) or view.mentor is None or view.mentee is None:
        return gone()
    mentor, mentee = view.mentor, view.mentee
    yes = Button(say("button-pair-yes"), f"do:pair_up:{mentor.person}-{mentee.person}")
    keep = Button(say("button-leave-it"), f"p:person:{mentee.person}")
    lines = (say("pair-sure", mentor=mentor.name, mentee=mentee.name), *_against(view))
    return Screen((*lines, say("pair-sure-then")), ((yes,), (keep,)))


def _against(view: MatchView) -> Iterator[Say]:
    mentor, mentee = view.mentor, view.mentee
    if mentor and view.mentees >= view.capacity:
        yield say("pair-full", mentor=mentor.name, n=view.mentees, capacity=view.capacity)
    if mentee and view.mentors:
        yield say("pair-other-mentors", mentee=mentee.name, names=view.mentors)


def pair_up(arg: str, state: State, now: datetime) -> list[Effect]:
    """Make them a pair: "<mentor>-<mentee>", with "-s" behind it as the bot had suggested."""
    mentor, _, rest = arg.partition("-")
    mentee, _, by = rest.partition("-")
    return [PairMembers(number_in(mentor), number_in(mentee), suggested=by == "s")]


FLOWS = (Flow("pair_with", pair_with),)
PAGES = (Page("pair_pick", pick, apart=True), Page("pair_sure", sure, apart=True))
ACTIONS: Mapping[str, Action] = {"pair_up": pair_up}
ROLES = dict.fromkeys(("pair_with", "pair_pick", "pair_sure", "do:pair_up"), STAFF)
