"""Who did what at a programme's desk, for its owner: every look at personal data, every change, newest first."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import get_args

from bot.commands import OWNER
from bot.effects import Effect, Job, Start, Tell
from bot.house import Action, Page
from bot.mentoring.audit import DID, AuditView, Entry, Filter, Group, read_filter
from bot.mentoring.people import Facts, Role, Stage
from bot.messages import Button, Rows, Say, Screen, When, say
from bot.ports import State
from bot.talk.talk import Flow

AUDIT_FILE = "audit_file"  # the kind of job that writes the trail as a file
GROUPS: tuple[Group, ...] = ("look", "change", "take")
CHANGED = {
    "settings": frozenset({"name", "dates", "zone", "plan", "joining", "welcome", "inactive", "choice"}),
    "stage": frozenset(get_args(Stage)),
}
KNOWN_BY_KIND = {"SetInactive": "inactive", "SetTerms": "choice"}
HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")


def audit(facts: Facts) -> Screen:
    """A page of the trail, and the ways to see other parts of it."""
    view = facts.view
    if not isinstance(view, AuditView):
        return Screen((say("not-for-you"),))
    if view.unclear:
        return Screen((say("audit-unclear", heard=view.unclear[:60]),), (_all(),))
    if view.several:
        names = tuple((Button(name, f"p:audit:{Filter(number)}"),) for number, name in view.several)
        return Screen((say("audit-which"),), (*names, _all()))
    lines = [line(entry) for entry in view.entries] or [say("audit-nothing")]
    return Screen((_title(view), *lines), _buttons(view))


def _title(view: AuditView) -> Say:
    since = view.wanted.since
    about = say("audit-of", name=view.person) if view.person else say("audit-all")
    return say("audit-title", about=say("audit-since", about=about, day=When(since)) if since else about)


def line(entry: Entry) -> Say:
    """What a line says: when, who, what, about whom."""
    did = words(entry)
    who = entry.who or say("audit-somebody")
    told = say("audit-about", did=did, about=entry.about) if entry.about else did
    return say("audit-line", at=When(entry.at), who=who, did=told)


def words(entry: Entry) -> Say:
    """What was done; of what has no words of its own, its plain name."""
    name = DID.get(entry.kind)
    if name is None:
        return say("audit-did-other", what=HUMP.sub(" ", entry.kind).lower())
    if name == "export":
        return say("audit-did-export", what=_taken(entry.detail))
    if name in CHANGED:
        return _changed(name, entry)
    return say(f"audit-did-{name}", what=entry.detail) if name in {"look", "file"} else say(f"audit-did-{name}")


def _changed(name: str, entry: Entry) -> Say:
    """Which setting, or which stage; older lines don't know it."""
    known = CHANGED[name]
    what = KNOWN_BY_KIND.get(entry.kind, entry.detail)
    return say(f"audit-did-{name}", what=what if what in known else "other")


def _taken(what: str) -> Say:
    """Which data somebody took out of the bot."""
    if what in {"all", "audit"}:
        return say(f"audit-taken-{what}")
    return say("audit-taken-since", day=what)


def _buttons(view: AuditView) -> Rows:
    wanted = replace(view.wanted, before=0)
    groups = tuple(
        Button(say(f"button-audit-{group}"), f"p:audit:{replace(wanted, group=group)}")
        for group in GROUPS
        if group != wanted.group
    )
    older = Button(say("button-audit-older"), f"p:audit:{replace(wanted, before=_last(view))}")
    rows: Rows = ((older,),) if view.more else ()
    rows += (groups,)
    file = Button(say("button-audit-file"), f"do:audit_file:{wanted}")
    return (*rows, (file, *_all())) if view.wanted != Filter() else (*rows, (file,))


def _last(view: AuditView) -> int:
    return view.entries[-1].id if view.entries else 0


def _all() -> tuple[Button, ...]:
    return (Button(say("button-audit-all"), "p:audit"),)


def make(arg: str, state: State, now: datetime) -> list[Effect]:
    """Have the whole trail, or the part that is shown, written as a file."""
    member, wanted = state.membership, read_filter(arg)
    if member is None or wanted is None:
        return [Start("audit")]
    args = {"programme": member.programme.id, "wanted": str(wanted)}
    return [Job(AUDIT_FILE, args), Tell(Screen((say("export-begun"),)))]


def here(programme: str) -> Screen:
    """The words that come with the file."""
    return Screen((say("audit-file-here", programme=programme), say("export-keep")))


FLOWS: tuple[Flow, ...] = ()
PAGES = (Page("audit", audit, apart=True),)
ACTIONS: Mapping[str, Action] = {"audit_file": make}
ROLES: Mapping[str, frozenset[Role]] = {"audit": OWNER, "do:audit_file": OWNER}
