"""Moments of a pair: what asks for a form, the week before the end, the end itself, and what follows from answers."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from bot.effects import Start
from bot.flows.pages import role_of, rows
from bot.flows.parting import extend_button
from bot.mentoring import feedback, parting  # noqa: F401 - they register when their reminders have lost their reason
from bot.mentoring.due import Due, Scene
from bot.mentoring.parting_effects import ClosePair, CompareViews, PassThanks
from bot.mentoring.people import Facts, Partner
from bot.mentoring.progress import bar
from bot.mentoring.rituals import Ritual, Together, kind_of, number_of, ritual_of
from bot.messages import Button, Rows, Say, Screen, When, say
from bot.talk.forms import AFTER, More, about_of

LOW = 2  # of five: from here down a human is offered


def _known(scene: Scene) -> tuple[Ritual, Partner]:
    ritual = ritual_of(scene)
    if ritual is None or ritual.partner is None:
        raise LookupError("pair")
    return ritual, ritual.partner


def _role(scene: Scene) -> str:
    return scene.membership.role if scene.membership else "mentee"


def _form(name: str, subject: str) -> Rows:
    return ((Button(say("button-form"), f"go:{name}:{subject}"),),)


def _asks(due: Due, scene: Scene) -> Screen:
    """A form about the pair: how long it takes, and the way in."""
    _, partner = _known(scene)
    kind = kind_of(due)
    key = f"remind-{kind}-again" if due.step and due.kind == kind else f"remind-{kind}"
    subject = f"{'session' if kind == 'after-session' else 'pair'}-{number_of(due)}"
    return Screen((say(key, name=scene.person.name, partner=partner.name, role=_role(scene)),), _form(kind, subject))


def _view(due: Due, scene: Scene) -> Screen:
    """The mentor's view of each goal: one button a goal."""
    _, partner = _known(scene)
    views = ((say("button-view", goal=goal.title), f"go:goal-view:goal-{goal.id}") for goal in partner.goals)
    ways = tuple((Button(*view),) for view in views)
    return Screen((say("remind-goal-view", name=scene.person.name, partner=partner.name, n=len(partner.goals)),), ways)


def _week(due: Due, scene: Scene) -> Screen:
    """One week left."""
    ritual, partner = _known(scene)
    line = say("closing-week", partner=partner.name, day=When(partner.ends or ritual.facts.today), role=_role(scene))
    if ritual.extends:
        return Screen((line, say("extend-waiting", partner=partner.name)))
    return Screen((line, say("closing-week-more", role=_role(scene))), (extend_button(partner.pair),))


def _end(due: Due, scene: Scene) -> Screen:
    """What the two did together, and the last questions."""
    ritual, partner = _known(scene)
    form = _form("closing", f"pair-{partner.pair}")
    if due.step and due.kind == "closing":
        line = say("closing-again", name=scene.person.name, partner=partner.name, role=_role(scene))
        return Screen((line,), form)
    first = say("closing-today", name=scene.person.name, partner=partner.name, role=_role(scene))
    done = tuple(summary(ritual.together))
    head = (say("closing-together", role=_role(scene)),) if done else ()
    return Screen((first, *head, *done, say("closing-ask", role=_role(scene))), form)


def summary(together: Together) -> Iterator[Say]:
    """Sessions, goals, check-ins in concrete words; what there was none of is not spoken of."""
    if together.sessions:
        yield say("closing-sessions", n=together.sessions)
    for goal in together.reached:
        yield say("closing-reached", goal=goal)
    for goal, first, last in together.moved:
        key = "closing-moved" if last > first else "closing-stands"
        yield say(key, goal=goal, first=first, last=last, bar=bar(last))
    if together.weeks:
        yield say("closing-weeks", n=together.weeks, streak=together.streak)


# What follows from answers


def _after_pulse(facts: Facts, answers: Mapping[str, Any]) -> More:
    """A low score offers a human, and says that nobody else reads it."""
    if answers["score"] > LOW:
        return More()
    return More(lines=(say("pulse-low", role=role_of(facts)),), buttons=rows("help-me"))


def _after_closing(facts: Facts, answers: Mapping[str, Any]) -> More:
    """Thanks go to the other side if they may; the pair closes once both have answered."""
    about = about_of(facts)
    words = answers.get("thanks")
    passed = (PassThanks(about.number, words),) if words and answers.get("pass-on") else ()
    lines = (say("thanks-passed", partner=about.names["partner"]),) if passed else ()
    return More((*passed, ClosePair(about.number, early=True)), lines)


def _after_view(facts: Facts, answers: Mapping[str, Any]) -> More:
    """Two views far apart become a topic; then the next goal."""
    about = about_of(facts)
    goals = [goal.id for goal in about.partner.goals] if about.partner else []
    rest = goals[goals.index(about.number) + 1 :] if about.number in goals else []
    then = Start("goal-view", f"goal-{rest[0]}") if rest else None
    return More((CompareViews(about.number, answers["percent"]),), then=then)


AFTER.update({"pulse": _after_pulse, "closing": _after_closing, "goal-view": _after_view})
DRAWS: Mapping[str, Callable[[Due, Scene], Screen]] = {
    "after-session": _asks,
    "pulse": _asks,
    "midway": _asks,
    "goal-view": _view,
    "closing-week": _week,
    "closing": _end,
}


def topic(facts_role: str, goal: str, partner: str, mentee: int, mentor: int) -> Screen:
    """Two views of a goal that lie far apart: something to talk about, nobody's fault."""
    line = say("view-topic", goal=goal, partner=partner, mentee=mentee, mentor=mentor, role=facts_role)
    return Screen((line,), rows("session-new"))
