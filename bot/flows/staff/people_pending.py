"""What waits for somebody: invited and never started, waiting for approval, asked and not answered; oldest first."""

from __future__ import annotations

from collections.abc import Mapping
from typing import get_args

from bot.commands import STAFF
from bot.flows.staff.invite import turn_pages
from bot.house import Action, Page
from bot.mentoring.people import Facts
from bot.mentoring.people_views import Group, Pending, PendingView
from bot.messages import Button, Rows, Say, Screen, say
from bot.talk.talk import Flow

LEADS = {
    "invited": "p:invitation",
    "expired": "p:invitation",
    "waiting": "p:applicant",
    "agreement": "p:person",
    "checkin": "p:person",
    "session": "p:person",
    "wish": "p:person",
}  # what the button of something pending shows


def pending(facts: Facts) -> Screen:
    """The three groups in numbers, or a page of one of them."""
    view = facts.view
    if not isinstance(view, PendingView) or not any(view.counts.values()):
        return Screen((say("pending-none"),), ((Button(say("button-invitations"), "p:invitations"),),))
    if view.group and view.items:
        return _group(facts, view)
    groups = [group for group in get_args(Group) if view.counts.get(group)]
    lines = tuple(_count(facts, view, group) for group in groups)
    buttons = tuple((Button(say(f"button-pending-{group}"), f"p:pending:{group}:0"),) for group in groups)
    return Screen((say("pending-title"), *lines), buttons)


def _count(facts: Facts, view: PendingView, group: str) -> Say:
    return say(f"pending-{group}", n=view.counts[group], days=(facts.now - view.oldest[group]).days)


def _group(facts: Facts, view: PendingView) -> Screen:
    group = view.group or ""
    lines = [_line(facts, number, each) for number, each in enumerate(view.items, view.start + 1)]
    turn = turn_pages("pending", group, view.start, view.counts[group])
    back = ((Button(say("button-pending"), "p:pending"),),)
    return Screen((_count(facts, view, group), *lines), (*_each(view), *turn, *back))


def _line(facts: Facts, number: int, each: Pending) -> Say:
    role, days = say(f"invite-role-{each.role}"), (facts.now - each.since).days
    return say("pending-line", number=number, name=each.name or "…", role=role, what=each.what, days=days)


def _each(view: PendingView) -> Rows:
    buttons = [
        Button(say("button-pending-one", n=number, name=each.name or "…"), f"{LEADS[each.what]}:{each.number}")
        for number, each in enumerate(view.items, view.start + 1)
    ]
    return tuple(tuple(buttons[at : at + 2]) for at in range(0, len(buttons), 2))


FLOWS: tuple[Flow, ...] = ()
PAGES = (Page("pending", pending, apart=True),)
ACTIONS: Mapping[str, Action] = {}
ROLES = {"pending": STAFF}
