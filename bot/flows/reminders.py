"""What reminders look like: why, in one tap; Later, in one tap; the answer itself, in one tap where that can be."""

from __future__ import annotations

from bot.flows import agreement, desk, meeting, rituals, session_reminders
from bot.mentoring.due import Due, Scene
from bot.mentoring.people import Goal
from bot.messages import Button, Rows, Say, Screen, When, say

TOOLS = ("bots", "video", "documents")  # what somebody may find hard, in the order of what helps first


def draw(due: Due, scene: Scene) -> Screen:
    """The screen of a reminder."""
    kind, subject = due.kind, due.subject
    if kind == "later":
        kind, _, subject = due.subject.partition(":")
    screen = _DRAW[kind](due, scene)
    return Screen(screen.lines, (*screen.buttons, *_why_and_later(kind, subject)))


def _why_and_later(kind: str, subject: str) -> Rows:
    why = Button(say("button-why"), f"p:why:{kind}")
    if kind == "paired":
        return ()
    if kind in {"idle", "back", "welcome", "digest"} or kind in session_reminders.UNMOVED:
        return ((why,),)
    return ((Button(say("button-later"), f"p:later:{kind}:{subject}"), why),)


def _checkin(due: Due, scene: Scene) -> Screen:
    if not scene.goals:
        return Screen((say("remind-checkin-no-goal", name=scene.person.name),), (_moods(),))
    first = scene.goals[0]
    rest = len(scene.goals) - 1
    lines = (say("remind-checkin", name=scene.person.name, rest=rest), say("remind-checkin-goal", goal=first.title))
    return Screen(lines, (_percents(first),))


def _percents(goal: Goal) -> tuple[Button, ...]:
    return tuple(Button(f"{percent}%", f"go:checkin::percent-{goal.id}:{percent}") for percent in range(0, 101, 25))


def _moods() -> tuple[Button, ...]:
    return tuple(Button(say(f"button-mood-{mood}"), f"go:checkin::mood:{mood}") for mood in (5, 3, 1))


def _nudge(due: Due, scene: Scene) -> Screen:
    name = scene.person.name
    match due.step if due.kind == "nudge" else 0:
        case 0:
            return Screen((say("nudge-1", name=name),), (_moods(),))
        case 1:
            return Screen((say("nudge-3", name=name),), (_moods(),))
        case 2:
            help_me = Button(say("button-help-me"), "go:help_me")
            return Screen((say("nudge-7", name=name),), (_moods(), (help_me, Button(say("button-pause"), "go:pause"))))
        case _:
            pause = Button(say("button-pause"), "go:pause")
            return Screen((say("nudge-14", name=name),), ((Button(say("button-checkin"), "go:checkin"), pause),))


def _welcome(due: Due, scene: Scene) -> Screen:
    if due.step:
        return Screen(
            (say("welcome-2"),), ((Button(say("button-progress"), "p:progress"), Button(say("button-help"), "p:help")),)
        )
    hard = [tool for tool in TOOLS if tool in scene.person.about.get("hard", ())]
    tip = say(f"tip-{hard[0] if hard else 'none'}")
    return Screen((say("welcome-1"), tip), ((Button(say("button-help"), "p:help"),),))


def _goal_missing(due: Due, scene: Scene) -> Screen:
    key = "remind-goal-missing-again" if due.step else "remind-goal-missing"
    return Screen((say(key, name=scene.person.name),), ((Button(say("button-new-goal"), "go:goal"),),))


def _step_due(due: Due, scene: Scene) -> Screen:
    step, goal = scene.step, scene.goal
    if step is None or goal is None:
        raise LookupError(due.subject)
    done = Button(say("button-step-done"), f"do:tick:{step.id}")
    return Screen(
        (say("remind-step-due", step=step.text, goal=goal.title),),
        ((done, Button(say("button-open-goal"), f"p:goal:{goal.id}")),),
    )


def _goal_due(due: Due, scene: Scene) -> Screen:
    goal = scene.goal
    if goal is None or goal.due is None:
        raise LookupError(due.subject)
    reached = Button(say("button-reached"), f"go:goal_reach:{goal.id}")
    others = (
        Button(say("button-postpone"), f"go:goal_move:{goal.id}"),
        Button(say("button-drop"), f"go:goal_drop:{goal.id}"),
    )
    return Screen((say("remind-goal-due", goal=goal.title, day=When(goal.due)),), ((reached,), others))


def _idle(due: Due, scene: Scene) -> Screen:
    talk = scene.talk
    if talk is None:
        raise LookupError(due.subject)
    what: Say = say(f"flow-{talk.flow}")
    return Screen(
        (say("remind-idle", what=what),),
        ((Button(say("button-go-on"), f"r:{talk.id}"), Button(say("button-cancel"), f"do:cancel:{talk.id}")),),
    )


def _back(due: Due, scene: Scene) -> Screen:
    if scene.membership and scene.membership.role != "mentee":
        ways = ((Button(say("button-help"), "p:help"), Button(say("button-pause-more"), "go:pause")),)
        return Screen((say("remind-back-other", name=scene.person.name),), ways)
    return Screen(
        (say("remind-back", name=scene.person.name),),
        ((Button(say("button-checkin"), "go:checkin"), Button(say("button-pause-more"), "go:pause")),),
    )


_DRAW = {
    "checkin": _checkin,
    "nudge": _nudge,
    "welcome": _welcome,
    "goal-missing": _goal_missing,
    "step-due": _step_due,
    "goal-due": _goal_due,
    "idle": _idle,
    "back": _back,
    **meeting.DRAWS,
    **agreement.DRAWS,
    **desk.DRAWS,
    **session_reminders.DRAWS,
    **rituals.DRAWS,
}
