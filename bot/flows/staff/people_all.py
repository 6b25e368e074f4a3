"""Looking for somebody of a programme: by a name that is asked for, or in the list of all."""

from __future__ import annotations

from collections.abc import Mapping

from bot.commands import STAFF
from bot.effects import Effect, Start
from bot.flows.staff.people import FIND, hit_buttons
from bot.house import Action, Page
from bot.mentoring.people import Facts
from bot.mentoring.people_views import EVERYONE, EveryoneView
from bot.messages import Button, Screen, say
from bot.talk.questions import Text
from bot.talk.talk import Flow, Talk

MOST_NAME = 60


def find_person(talk: Talk, facts: Facts) -> list[Effect]:
    """Whose card; the name is looked for once it is typed."""
    return [Start("person", talk.ask(Text(key="name", text=say("find-whom"), most=MOST_NAME)))]


def everyone(facts: Facts) -> Screen:
    """Those who take part, by name, a page at a time."""
    view = facts.view if isinstance(facts.view, EveryoneView) else EveryoneView()
    if not view.hits:
        return Screen((say("everyone-none"),), ((Button(say("button-invite-new"), "go:invite"),),))
    first, last = view.start + 1, view.start + len(view.hits)
    turn = [Button(say("button-page-before"), f"p:everyone:{view.start - EVERYONE}")] if view.start else []
    turn += [Button(say("button-page-after"), f"p:everyone:{last}")] if last < view.total else []
    rows = (*hit_buttons(view.hits), tuple(turn), FIND)
    return Screen(
        (say("everyone-title", first=first, last=last, more=last - first, n=view.total),), tuple(filter(None, rows))
    )


FLOWS = (Flow("find_person", find_person),)
PAGES = (Page("everyone", everyone, apart=True),)
ACTIONS: Mapping[str, Action] = {}
ROLES = dict.fromkeys(("find_person", "everyone"), STAFF)
