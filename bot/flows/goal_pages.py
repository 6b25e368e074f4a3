"""Goals to look at: all of them, and one with its steps to tick; and what the buttons on them do at once."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator, Mapping
from datetime import datetime

from bot.effects import Effect, ShowGoal, Start, Tell, TickStep
from bot.flows.goal_questions import seen_by
from bot.flows.goal_steps import room
from bot.flows.pages import rows
from bot.house import Action, Page
from bot.mentoring.people import MAX_GOALS, Facts, Goal, Step, Visibility
from bot.mentoring.progress import bar
from bot.messages import Button, Rows, Say, Screen, When, say
from bot.ports import State

MOST_LABEL = 34  # characters of a title that a phone shows on a button


def goals(facts: Facts) -> Screen:
    """All active goals, each a button."""
    if not facts.goals:
        return Screen((say("goals-empty", past=len(facts.closed)),), rows("new-goal", "help"))
    lines = [line for goal in facts.goals for line in _summary(goal)]
    return Screen((say("goals-title", n=len(facts.goals)), *lines), (*_each(facts), *_another(facts)))


def _summary(goal: Goal) -> Iterator[Say]:
    yield say("goal-line-title", goal=goal.title)
    yield _standing(goal)
    if step := _next(goal):
        yield _next_line(step)


def _standing(goal: Goal) -> Say:
    percent = goal.percent or 0
    if goal.due is None:
        return say("goal-standing", bar=bar(percent), percent=percent)
    return say("goal-standing-due", bar=bar(percent), percent=percent, day=When(goal.due))


def _next(goal: Goal) -> Step | None:
    """The open step whose day comes first, or the oldest of those without one."""
    still_open = [step for step in goal.steps if not step.done]
    dated = [step for step in still_open if step.due]
    return min(dated, key=lambda step: (step.due, step.id)) if dated else next(iter(still_open), None)


def _next_line(step: Step) -> Say:
    if step.due is None:
        return say("goal-next", step=step.text)
    return say("goal-next-day", step=step.text, day=When(step.due))


def _each(facts: Facts) -> Rows:
    return tuple((Button(cut(goal.title), f"p:goal:{goal.id}"),) for goal in facts.goals)


def _another(facts: Facts) -> Rows:
    return rows("new-goal") if len(facts.goals) < MAX_GOALS else ()


def cut(title: str) -> str:
    """A title short enough for a button."""
    return textwrap.shorten(title, MOST_LABEL, placeholder="…") if len(title) > MOST_LABEL else title


def goal(facts: Facts) -> Screen:
    """One goal, its steps to tick, and all that can be done with it."""
    found = facts.goal
    if found is None or found not in facts.goals:
        return missing(facts)
    lines = (say("goal-line-title", goal=found.title), _standing(found), *_details(facts, found))
    return Screen(lines, (*_steps(found), *_deeds(found)))


def _details(facts: Facts, goal: Goal) -> Iterator[Say]:
    if goal.measure:
        yield say("goal-line-measure", text=goal.measure)
    if goal.why:
        yield say("goal-line-why", text=goal.why)
    yield seen_by(facts, goal.visibility)
    if step := _next(goal):
        yield _next_line(step)
    elif goal.steps:
        yield say("goal-all-ticked")


def _steps(goal: Goal) -> Rows:
    return tuple((_tick(step, goal),) for step in goal.steps)


def _tick(step: Step, goal: Goal) -> Button:
    """A step that a tap ticks, or opens again."""
    deed, key = ("untick", "step-ticked") if step.done else ("tick", "step-open")
    return Button(say(key, step=step.text), f"do:{deed}:{step.id}-{goal.id}")


def _deeds(goal: Goal) -> Rows:
    def go(name: str, flow: str) -> Button:
        return Button(say(f"button-{name}"), f"go:{flow}:{goal.id}")

    to: Visibility = "pair" if goal.visibility == "private" else "private"
    add = (go("add-step", "goal_step"),) if room(goal) > 0 else ()
    show = Button(say(f"button-show-{to}"), f"do:show_goal:{goal.id}-{to}")
    return (
        (*add, go("reached", "goal_reach")),
        (go("edit", "goal_edit"), go("postpone", "goal_move")),
        (go("drop", "goal_drop"), show),
        rows("my-goals")[0],
    )


def missing(facts: Facts) -> Screen:
    """For a goal that is closed, or was never mine."""
    if facts.goal:
        return Screen((say("goal-closed", goal=facts.goal.title),), rows("my-goals new-goal"))
    return Screen((say("goal-unknown"),), rows("my-goals"))


def full(facts: Facts) -> Screen:
    """There is no room for one more goal, and why that is good."""
    return Screen((say("goal-full", most=MAX_GOALS),), _each(facts))


GOALS = Page("goals", goals)
GOAL = Page("goal", goal)


# What a tap does at once


def tick(arg: str, state: State, now: datetime) -> list[Effect]:
    """A step is done: "<step>" in a reminder, "<step>-<goal>" on the goal's page, which is drawn anew."""
    return _ticked(arg, done=True)


def untick(arg: str, state: State, now: datetime) -> list[Effect]:
    """A step is open again."""
    return _ticked(arg, done=False)


def _ticked(arg: str, *, done: bool) -> list[Effect]:
    match = re.fullmatch(r"(\d{1,9})(?:-(\d{1,9}))?", arg, re.ASCII)
    if match is None:
        return [Start("goals")]
    step = TickStep(int(match[1]), done)
    return [step, Start("goal", match[2])] if match[2] else [step, Tell(_ticked_alone(step))]


def _ticked_alone(step: TickStep) -> Screen:
    undo = Button(say("button-untick" if step.done else "button-step-done"), f"do:{_other(step)}:{step.step}")
    return Screen((say("step-done" if step.done else "step-undone"),), (rows("my-goals")[0], (undo,)))


def _other(step: TickStep) -> str:
    return "untick" if step.done else "tick"


def show_goal(arg: str, state: State, now: datetime) -> list[Effect]:
    """Share a goal with the mentor, or keep it to oneself: "<goal>-<visibility>"."""
    match = re.fullmatch(r"(\d{1,9})-(pair|private)", arg, re.ASCII)
    if match is None:
        return [Start("goals")]
    visibility: Visibility = "private" if match[2] == "private" else "pair"
    return [ShowGoal(int(match[1]), visibility), Start("goal", match[1])]


ACTIONS: Mapping[str, Action] = {"tick": tick, "untick": untick, "show_goal": show_goal}
