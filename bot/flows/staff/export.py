"""Data out of the bot: what a file would hold and who may have it, then the file; on wish each Monday."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime

from bot.commands import STAFF
from bot.effects import Effect, Job, Start, Tell
from bot.house import Action, Page
from bot.mentoring.export import ALL, ExportView
from bot.mentoring.export_effects import PlanExports
from bot.mentoring.people import Facts, Role
from bot.mentoring.privacy import FEWEST
from bot.messages import Button, Rows, Say, Screen, Value, When, say
from bot.ports import State
from bot.talk.talk import Flow

EXPORT = "export"  # the kind of job that makes a file
EVERYTHING = frozenset({"", ALL, "semua", "everything"})
WEEKLY, NEVER = "weekly", "never"


def export(facts: Facts) -> Screen:
    """What is in it, what is not, and who may have it; then the buttons."""
    view, programme = facts.view, facts.programme
    if not isinstance(view, ExportView) or programme is None:
        return Screen((say("not-for-you"),))
    if view.unclear:
        return Screen((say("export-unclear", heard=view.unclear[:60]),), (_way_back(),))
    lines = [say("export-title", programme=programme.name), *_held(view), say("export-private", n=few(view.private))]
    return Screen((*lines, say("export-careful")), _buttons(view))


def _held(view: ExportView) -> tuple[Say, ...]:
    counts: dict[str, Value] = dict(view.counts)
    since = say("export-since", day=When(view.since, "day")) if view.since else say("export-all")
    return (say("export-holds", **counts), since)


def _buttons(view: ExportView) -> Rows:
    since = view.since.isoformat() if view.since else ALL
    weekly = NEVER if view.weekly else WEEKLY
    rows: Rows = ((Button(say("button-export"), f"do:export:{since}"),),)
    if view.since:
        rows += ((Button(say("button-export-all"), "p:export"),),)
    else:
        rows += ((Button(say("button-export-month"), "p:export:this month"),),)
    return (*rows, (Button(say(f"button-export-{weekly}"), f"do:export_weekly:{weekly}"),))


def _way_back() -> tuple[Button, ...]:
    return (Button(say("button-export-all"), "p:export"),)


def few(n: int) -> int:
    """A number over several people as it may be told: 0, -1 for too few, or what it is."""
    return n if n == 0 or n >= FEWEST else -1


def once(programme: int, person: int) -> str:
    """What makes the export that somebody waits for a single one."""
    return f"export:{programme}:{person}"


def here(programme: str, number: int, *, more: bool) -> Screen:
    """The words that come with a file."""
    if more:
        return Screen((say("export-part", programme=programme, number=number),))
    key = say("export-last", programme=programme, number=number) if number > 1 else say("export-here", name=programme)
    return Screen((key, say("export-keep")))


def weekly_on(at: datetime) -> Screen:
    """An export comes by itself from now on."""
    return Screen((say("export-weekly-on", at=When(at)),), (_back(),))


def weekly_off() -> Screen:
    """None comes by itself any more."""
    return Screen((say("export-weekly-off"),), (_back(),))


def _back() -> tuple[Button, ...]:
    return (Button(say("button-export-page"), "p:export"),)


def make(arg: str, state: State, now: datetime) -> list[Effect]:
    """Have the file made; a second tap while it is under way makes no second one."""
    member, person = state.membership, state.person
    if member is None or person is None or not _is_span(arg):
        return [Start("export")]
    args = {"programme": member.programme.id, "since": "" if arg == ALL else arg}
    return [Job(EXPORT, args, once(member.programme.id, person.id)), Tell(Screen((say("export-begun"),), (_back(),)))]


def _is_span(arg: str) -> bool:
    try:
        return arg == ALL or date.fromisoformat(arg).isoformat() == arg
    except ValueError:
        return False


def plan(arg: str, state: State, now: datetime) -> list[Effect]:
    """Each Monday, or no more."""
    return [PlanExports(arg)] if arg in {WEEKLY, NEVER} else [Start("export")]


FLOWS: tuple[Flow, ...] = ()
PAGES = (Page("export", export, apart=True),)
ACTIONS: Mapping[str, Action] = {"export": make, "export_weekly": plan}
ROLES: Mapping[str, frozenset[Role]] = {"export": STAFF, "do:export": STAFF, "do:export_weekly": STAFF}
