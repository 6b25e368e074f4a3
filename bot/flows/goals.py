"""Goals from the first wish to the day they are reached or let go: short conversations, one thing each."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from typing import TypeAlias

from bot.effects import AddStep, CloseGoal, Effect, MoveGoal, SaveGoal, Start, Tell
from bot.flows import goal_questions as questions
from bot.flows.goal_pages import ACTIONS, GOAL, GOALS, full, missing
from bot.flows.goal_questions import Draft
from bot.flows.goal_steps import WEEK, dated, first_step, more_steps, room, step_day
from bot.flows.pages import rows
from bot.flows.phrasing import is_vague
from bot.mentoring.people import MAX_GOALS, MAX_STEPS, Facts, Goal, Visibility
from bot.messages import Button, Say, Screen, When, say
from bot.talk.choices import Choice
from bot.talk.questions import Option, Text
from bot.talk.talk import Flow, Run, Talk

MOST_REASON = 200  # characters

AboutOne: TypeAlias = Callable[[Talk, Facts, Goal], list[Effect]]


def goal(talk: Talk, facts: Facts) -> list[Effect]:
    """A new goal in five short questions; right after enrolment it may also wait."""
    if len(facts.goals) >= MAX_GOALS:
        return [Tell(full(facts))]
    first = facts.subject == "first"
    said = talk.ask(questions.what(facts, first=first))
    if first and said == questions.NOT_NOW:
        return [Tell(Screen((say("goal-later"),), rows("help")))]
    draft = _draft(talk, facts, said)
    visibility, more = _reviewed(talk, facts, draft)
    draft = _longer(draft, more)
    saved = SaveGoal(
        None, draft.title, draft.measure, draft.why, draft.due, visibility, draft.steps, step_due=draft.step_due
    )
    return [saved, Tell(_saved(facts, draft, _what_next(facts, visibility) if first else None))]


def _draft(talk: Talk, facts: Facts, said: str) -> Draft:
    title = talk.ask(questions.clearer(facts, said)) if is_vague(said) else said
    example = questions.model(facts, title, said)
    measure = talk.ask(questions.measure(title, example))
    why = talk.ask(questions.why(facts, title))
    months = example.months if example.title == title else 0
    due = talk.ask(questions.due(facts, title, said, months))
    asked = first_step(title, example.step)
    steps = asked.split(talk.ask(asked))
    steps, day = _with_day(talk, facts, steps)
    return Draft(title, "" if measure == questions.KNOWN else measure, why, due, steps, day)


def _with_day(talk: Talk, facts: Facts, steps: tuple[str, ...]) -> tuple[tuple[str, ...], date | None]:
    """Steps with the day of the first: the one it names, or the one that is asked for."""
    first, day = dated(facts, steps[0])
    return (first, *steps[1:]), day or talk.offer(step_day(facts, first))


def _reviewed(talk: Talk, facts: Facts, draft: Draft) -> tuple[Visibility, tuple[str, ...]]:
    """Who may see the goal, and the steps added at the last look."""
    left = MAX_STEPS - len(draft.steps)
    more: tuple[str, ...] = ()
    answer = talk.ask(questions.card(facts, draft, "card", more=left > 0))
    if answer == "more":
        asked = more_steps(say("goal-more-steps", room=left), left)
        more = asked.split(talk.ask(asked))
        answer = talk.ask(questions.card(facts, _longer(draft, more), "card-2", more=False))
    return "private" if answer == "private" else "pair", more


def _longer(draft: Draft, more: tuple[str, ...]) -> Draft:
    return Draft(draft.title, draft.measure, draft.why, draft.due, (*draft.steps, *more), draft.step_due)


def _saved(facts: Facts, draft: Draft, welcome: Say | None) -> Screen:
    lines = [say("goal-saved-first" if welcome else "goal-saved", goal=draft.title)]
    if draft.step_due:
        lines.append(say("goal-saved-step-day", step=draft.steps[0], day=When(draft.step_due)))
    else:
        lines.append(say("goal-saved-step", step=draft.steps[0]))
    lines += [welcome] if welcome else []
    another = "new-goal" if len(facts.goals) + 1 < MAX_GOALS else ""
    return Screen(tuple(lines), rows("my-goals progress", *filter(None, [another])))


def _what_next(facts: Facts, visibility: Visibility) -> Say:
    """What a newcomer can look forward to; a goal kept to oneself is not to be told."""
    if facts.mentor is None:
        return say("goal-next-matching")
    return say("goal-next-mentor", mentor=facts.mentor.name) if visibility == "pair" else say("goal-next-checkin")


def _about_one(run: AboutOne) -> Run:
    """A conversation about one active goal of mine; about any other it ends with a way on."""

    def checked(talk: Talk, facts: Facts) -> list[Effect]:
        found = facts.goal if facts.goal in facts.goals else None
        return run(talk, facts, found) if found else [Tell(missing(facts))]

    return checked


PARTS = ("title", "measure", "why", "due")


@_about_one
def goal_edit(talk: Talk, facts: Facts, goal: Goal) -> list[Effect]:
    """Change one part of a goal and keep the others; another date needs its reason, so that is a move."""
    parts = tuple(Option(part, say(f"goal-part-{part}")) for part in PARTS)
    part = talk.ask(
        Choice(key="part", text=say("goal-edit", goal=goal.title), choices=parts, short=say("short-goal-part"))
    )
    if part == "due":
        return [Start("goal_move", facts.subject)]
    new = {"title": goal.title, "measure": goal.measure, "why": goal.why, part: _rewritten(talk, facts, goal, part)}
    saved = SaveGoal(goal.id, new["title"], new["measure"], new["why"], goal.due, goal.visibility)
    return [saved, Start("goal", facts.subject)]


def _rewritten(talk: Talk, facts: Facts, goal: Goal, part: str) -> str:
    asked, now = _part(facts, goal, part), getattr(goal, part)
    said = talk.ask(replace(asked, text=questions.stacked(say("goal-edit-now", now=now), asked.text)) if now else asked)
    if part == "measure" and said == questions.KNOWN:
        return ""
    return talk.ask(questions.clearer(facts, said)) if part == "title" and is_vague(said) else said


def _part(facts: Facts, goal: Goal, part: str) -> Text:
    match part:
        case "measure":
            return questions.measure(goal.title, questions.model(facts, goal.title))
        case "why":
            return questions.why(facts, goal.title)
        case _:
            return questions.retitle()


def _reasons(kind: str, slugs: tuple[str, ...]) -> tuple[Option, ...]:
    return tuple(Option(slug, say(f"goal-{kind}-{slug}")) for slug in slugs)


MOVED_BY = _reasons("moved", ("busy", "bigger", "waiting", "health"))
HELPED_BY = _reasons("helped", ("steps", "mentor", "routine", "friends"))
DROPPED_BY = _reasons("dropped", ("priority", "time", "big", "fit"))


def _reason(key: str, text: Say, choices: tuple[Option, ...]) -> Choice:
    return Choice(key=key, text=text, choices=choices, other=MOST_REASON, short=say("short-goal-reason"))


@_about_one
def goal_move(talk: Talk, facts: Facts, goal: Goal) -> list[Effect]:
    """Another target date, and what made it so; an earlier one needs no reason."""
    day = talk.ask(questions.moved(facts, goal))
    later = goal.due is not None and day > goal.due
    reason = talk.ask(_reason("reason", say("goal-move-why"), MOVED_BY)) if later else "earlier"
    told = say("goal-moved", goal=goal.title, day=When(day))
    return [MoveGoal(goal.id, day, reason), Tell(Screen((told,), _back_to(goal)))]


def _back_to(goal: Goal) -> tuple[tuple[Button, ...], ...]:
    return ((Button(say("button-open-goal"), f"p:goal:{goal.id}"), *rows("my-goals")[0]),)


@_about_one
def goal_reach(talk: Talk, facts: Facts, goal: Goal) -> list[Effect]:
    """A goal is reached: what helped, and a warm word about the way."""
    choices = (*HELPED_BY, Option("not-yet", say("button-not-yet")))
    helped = talk.offer(_reason("helped", say("goal-reach", goal=goal.title), choices))
    if helped == "not-yet":
        return [Start("goal", facts.subject)]
    lines = (say("goal-reached", goal=goal.title), *_way(facts, goal), *_recipe(helped))
    return [CloseGoal(goal.id, "reached", helped or ""), Tell(Screen(lines, rows("new-goal progress")))]


def _way(facts: Facts, goal: Goal) -> Iterator[Say]:
    """Where it began and how long it took, as far as that is known."""
    begun, percent = goal.history[0] if goal.history else (facts.today, 0)
    weeks = (facts.today - begun) // timedelta(days=WEEK)
    done = sum(step.done for step in goal.steps)
    if weeks and percent < 100:
        yield say("goal-way-weeks", percent=percent, day=When(begun), weeks=weeks)
    elif done:
        yield say("goal-way-steps", n=done)
    elif goal.measure:
        yield say("goal-way-measure", measure=goal.measure)


def _recipe(helped: str | None) -> tuple[Say, ...]:
    known = {option.slug: option.label for option in HELPED_BY}
    return (say("goal-recipe", helped=known.get(helped, helped)),) if helped else ()


INSTEAD = {"time": "goal_move", "big": "goal_edit"}  # a reason that another date or size would answer too


@_about_one
def goal_drop(talk: Talk, facts: Facts, goal: Goal) -> list[Effect]:
    """Let a goal go, without blame; where another date or size would do, that is offered once."""
    choices = (*DROPPED_BY, Option("keep", say("button-keep-goal")))
    reason = talk.ask(_reason("reason", say("goal-drop", goal=goal.title), choices))
    if reason == "keep":
        return [Start("goal", facts.subject)]
    if reason in INSTEAD:
        options = (Option("instead", say(f"goal-instead-{reason}")), Option("drop", say("button-drop")))
        choice = talk.ask(Choice(key="instead", text=say(f"goal-or-{reason}", goal=goal.title), choices=options))
        if choice == "instead":
            return [Start(INSTEAD[reason], facts.subject)]
    told = say("goal-dropped", goal=goal.title)
    return [CloseGoal(goal.id, "dropped", reason), Tell(Screen((told,), rows("new-goal my-goals")))]


@_about_one
def goal_step(talk: Talk, facts: Facts, goal: Goal) -> list[Effect]:
    """One more step, or some; a single one may have a day."""
    left = room(goal)
    if left < 1:
        return [Tell(Screen((say("steps-too-many", most=MAX_STEPS),), _back_to(goal)))]
    asked = more_steps(say("goal-add-step", goal=goal.title, room=left), left)
    steps = asked.split(talk.ask(asked))
    steps, day = _with_day(talk, facts, steps) if len(steps) == 1 else (steps, None)
    return [*(AddStep(goal.id, step, day) for step in steps), Start("goal", facts.subject)]


FLOWS = (
    Flow("goal", goal, sleeps=True),
    Flow("goal_edit", goal_edit),
    Flow("goal_move", goal_move),
    Flow("goal_reach", goal_reach),
    Flow("goal_drop", goal_drop),
    Flow("goal_step", goal_step),
)
PAGES = (GOALS, GOAL)
__all__ = ["ACTIONS", "FLOWS", "PAGES"]
