"""Putting the house together: words, forms and plans from prompts/, conversations and pages from flows/."""

from __future__ import annotations

from pathlib import Path

from bot.commands import COMMANDS
from bot.errors import Problem, Setup
from bot.flows import agreement, choosing, desk, goals, greeting, line, link, notes, parting, rights, session_pages
from bot.flows.checkin import CHECKIN
from bot.flows.enroll import ENROLL, PROFILE
from bot.flows.enroll_mentor import CAPACITY
from bot.flows.staff import (
    approval,
    audit,
    digest,
    export,
    forms,
    inbox,
    invite,
    matching,
    pairs,
    people,
    people_all,
    people_list,
    people_pairing,
    people_pending,
    programme,
    programme_new,
    programme_stage,
    programme_team,
    reach,
    risk,
    stats,
    status,
)
from bot.house import House
from bot.mentoring import form_shelf
from bot.mentoring.matching_pool import lay_weights
from bot.mentoring.plans import Plan, read_plan
from bot.mentoring.programmes import lay_plans
from bot.mentoring.risk_limits import lay_limits
from bot.mentoring.topics import lay_out, read_deck
from bot.talk.forms import Form, flow_of, read_form
from bot.talk.phrases import load_phrases

PARTS = (
    matching,
    goals,
    rights,
    desk,
    agreement,
    greeting,
    notes,
    session_pages,
    line,
    link,
    parting,
    choosing,
    export,
    audit,
    digest,
    forms,
    approval,
    programme,
    programme_new,
    programme_stage,
    programme_team,
    risk,
    invite,
    people,
    people_all,
    people_list,
    people_pairing,
    people_pending,
    reach,
    inbox,
    stats,
    pairs,
    status,
)  # modules, each with FLOWS, PAGES and ACTIONS of its own; ROLES says whose they are, if not everybody's
PROMPTS = Path(__file__).parent.parent / "prompts"


def furnish(prompts: Path = PROMPTS) -> House:
    """The house as it is in these prompts; raises Setup with every problem found."""
    forms, plans, problems = read_forms(prompts), read_plans(prompts), list[Problem]()
    cards, wrong = read_deck(prompts)
    problems += wrong
    for _, found in (*forms, *plans):
        problems += found
    if problems:
        raise Setup(problems)
    lay_out(cards)
    lay_plans([plan.name for plan, _ in plans if plan])
    form_shelf.lay_out(form for form, _ in forms if form)
    lay_limits(plan for plan, _ in plans if plan)
    lay_weights(plan for plan, _ in plans if plan)
    flows = [
        *(CHECKIN, ENROLL, PROFILE, CAPACITY),
        *(flow for part in PARTS for flow in part.FLOWS),
        *(flow_of(form) for form, _ in forms if form),
    ]
    return House(
        phrases=load_phrases(prompts),
        flows={flow.name: flow for flow in flows},
        pages={page.name: page for part in PARTS for page in part.PAGES},
        actions={name: action for part in PARTS for name, action in part.ACTIONS.items()},
        roles={command.starts: command.roles for command in COMMANDS}
        | {name: roles for part in PARTS for name, roles in getattr(part, "ROLES", {}).items()},
        plans={plan.name: plan for plan, _ in plans if plan},
    )


def read_forms(prompts: Path) -> list[tuple[Form | None, list[Problem]]]:
    """Every form, or what is wrong with it."""
    return [
        read_form(path.read_text(encoding="utf-8"), _place(path)) for path in sorted((prompts / "forms").glob("*.toml"))
    ]


def read_plans(prompts: Path) -> list[tuple[Plan | None, list[Problem]]]:
    """Every plan, or what is wrong with it; without a default one there is a problem."""
    plans = [
        read_plan(path.read_text(encoding="utf-8"), _place(path)) for path in sorted((prompts / "plans").glob("*.toml"))
    ]
    if not any(plan and plan.name == "default" for plan, _ in plans):
        plans.append((None, [Problem("prompts/plans/default.toml", 'a plan with name = "default" is needed')]))
    return plans


def _place(path: Path) -> str:
    return f"prompts/{path.parent.name}/{path.name}"
