"""Opening, closing and archiving a programme: what it will do and to how many, then the step itself."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from bot.commands import STAFF
from bot.effects import Effect, Start
from bot.flows.staff.programme import HOME
from bot.house import Action, Page
from bot.mentoring.people import Facts, Role, Stage
from bot.mentoring.programme_effects import ChangeStage
from bot.mentoring.programmes import ONWARD, STAGES, Overview
from bot.messages import Button, Rows, Say, Screen, say
from bot.ports import State
from bot.talk.talk import Flow

ID_DIGITS = 9  # of an id in a button, which anybody can make up
BACK: Rows = ((Button(say("button-back"), f"p:{HOME}"),),)


def stage_page(facts: Facts) -> Screen:
    """What this step does, to how many; the button holds what the programme is now, so that an old one does nothing."""
    view = facts.view
    if not isinstance(view, Overview):
        return Screen((say("not-for-you"),))
    before, after = view.programme.stage, _stage(facts.subject)
    if after is None or after not in ONWARD[before]:
        return Screen((say("stage-already", programme=view.programme.name, stage=before),), BACK)
    if "archived" in {before, after} and facts.membership and facts.membership.role != "owner":
        return Screen((say("stage-owner"),), BACK)
    go = Button(say(f"button-stage-{after}", before=before), f"do:stage:{before}:{after}:{view.programme.id}")
    return Screen(_will(view, after), ((go,), *BACK))


def _stage(text: str) -> Stage | None:
    return next((stage for stage in STAGES if stage == text), None)


def _will(view: Overview, after: Stage) -> tuple[Say, ...]:
    """What will be different, in numbers."""
    lines = [say(f"stage-{after}-sure", programme=view.programme.name, before=view.programme.stage)]
    if after == "archived":
        lines += [say("stage-archived-what", people=view.everybody, pairs=view.pairs)]
    elif view.programme.stage == "archived":
        lines += [say("stage-again-what", people=view.everybody)]
    elif after == "closed":
        lines += [say("stage-closed-what", pairs=view.pairs)]
    lines += [say("stage-enrolling", n=view.enrolling)] if after == "closed" and view.enrolling else []
    lines += [say("stage-waiting", n=view.waiting)] if after != "open" and view.waiting else []
    return tuple(lines)


def changed(programme: str, change: ChangeStage) -> Screen:
    """It is done, and how to take it back."""
    see = ((Button(say("button-programme"), f"p:{HOME}"),),)
    return Screen((say(f"stage-{change.stage}-done", programme=programme, before=change.before),), see)


def step(arg: str, state: State, now: datetime) -> list[Effect]:
    """The step a button holds: from, to and which programme, as "open:closed:12"."""
    before, _, rest = arg.partition(":")
    after, _, number = rest.partition(":")
    one, two = _stage(before), _stage(after)
    if one is None or two is None or not number.isdecimal() or len(number) > ID_DIGITS:
        return [Start(HOME)]
    return [ChangeStage(int(number), one, two)]


FLOWS: tuple[Flow, ...] = ()
PAGES = (Page("programme_stage", stage_page, apart=True),)
ACTIONS: Mapping[str, Action] = {"stage": step}
ROLES: Mapping[str, frozenset[Role]] = {"programme_stage": STAFF, "do:stage": STAFF}
