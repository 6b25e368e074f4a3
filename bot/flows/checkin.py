"""The weekly check-in: how far each goal is, what stood in the way, how the person is, what comes next."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from bot.effects import Effect, GoalProgress, RecordCheckin, Start, Tell
from bot.errors import Unclear
from bot.mentoring.people import Facts, Goal
from bot.mentoring.progress import bar
from bot.messages import Button, Json, Say, Screen, Words, say
from bot.talk.choices import Choice, Review
from bot.talk.clean import clean
from bot.talk.questions import Ear, Option, Scale, Text
from bot.talk.talk import Flow, Talk

OBSTACLES = tuple(Option(slug, say(f"obstacle-{slug}")) for slug in ("time", "signal", "start", "mentor", "mood"))
MOODS = tuple(say(f"mood-{mood}") for mood in range(1, 6))
MOST_NOTE = 300
LOW_MOOD = 2  # from here down the screen offers a human


def checkin(talk: Talk, facts: Facts) -> list[Effect]:
    """Ask how each goal went; one behind its pace is asked what stood in the way."""
    if not facts.goals:
        return [Start("goal", "first")]
    told = [_progress(talk, facts, goal) for goal in facts.goals]
    mood = talk.ask(MOOD)
    step = talk.offer(NEXT_STEP)
    word = talk.offer(Text(key="for-mentor", text=_for_mentor(facts), most=600, short=say("short-for-mentor")))
    if facts.checkin:
        talk.ask(Review(key="review", text=say("checkin-review"), choices=SAVE))
    return [
        RecordCheckin(facts.occurrence or facts.today, tuple(told), mood, step or "", word or ""),
        _thanks(facts, told, mood, step),
    ]


MOOD = Scale(key="mood", text=say("checkin-mood"), low=1, high=5, example=4, labels=MOODS, short=say("short-mood"))
NEXT_STEP = Text(key="next-step", text=say("checkin-next-step"), short=say("short-next-step"))
SAVE = (Option("save", say("button-save")),)


@dataclass(frozen=True, kw_only=True)
class HowFar(Scale):
    """How far a goal is, in quarters to tap or any number typed, and a note behind it: "60 draf pertama selesai"."""

    def hear(self, text: str, ear: Ear) -> Json:
        match = re.match(r"(\d{1,3})\s*(?:%|persen|percent)?[\s,.:;–-]+(\S.*)", clean(text), re.DOTALL)
        if not match:
            return super().hear(text, ear)
        if len(match[2]) > MOST_NOTE:
            raise Unclear(say("unclear-long", most=MOST_NOTE, length=len(match[2])))
        return [super().hear(match[1], ear), match[2]]

    def load(self, stored: Json) -> int:
        return super().load(stored[0] if isinstance(stored, list) and len(stored) == 2 else stored)

    def shown(self, stored: Json) -> Words:
        return say("percent-with-note", percent=stored[0], note=stored[1]) if isinstance(stored, list) else f"{stored}%"


def _progress(talk: Talk, facts: Facts, goal: Goal) -> GoalProgress:
    asked = HowFar(
        key=f"percent-{goal.id}",
        text=_how_far(facts, goal),
        low=0,
        high=100,
        step=25,
        example=60,
        unit="%",
        help=say("checkin-note-how"),
        help_label=say("button-note"),
        short=say("short-percent", goal=goal.title),
    )
    percent, obstacle = talk.ask(asked), None
    if percent < goal.expected:
        text, short = say("checkin-obstacle", goal=goal.title), say("short-obstacle", goal=goal.title)
        obstacle = talk.offer(Choice(key=f"obstacle-{goal.id}", text=text, choices=OBSTACLES, other=200, short=short))
    return GoalProgress(goal.id, percent, obstacle, talk.beside(asked.key))


def _how_far(facts: Facts, goal: Goal) -> Say:
    last = _last(facts, goal)
    return (
        say("checkin-how-far", goal=goal.title)
        if last is None
        else say("checkin-how-far-since", goal=goal.title, last=last)
    )


def _last(facts: Facts, goal: Goal) -> int | None:
    """What the goal stood at before this week's check-in."""
    return goal.before if facts.checkin and goal.id in facts.checkin.progress else goal.percent


def _for_mentor(facts: Facts) -> Say:
    return say("checkin-for-mentor", mentor=facts.mentor.name) if facts.mentor else say("checkin-for-nobody")


def _thanks(facts: Facts, told: list[GoalProgress], mood: int, step: str | None) -> Tell:
    weeks = facts.streak if facts.checkin else facts.streak + 1
    lines = [
        say("checkin-noted"),
        *(_line(facts, goal, each.percent) for goal, each in zip(facts.goals, told, strict=True)),
    ]
    lines += [say("checkin-your-step", step=step)] if step else []
    lines += [say("checkin-streak", n=weeks)] if weeks > 1 else []
    lines += [say("checkin-low-mood")] if mood <= LOW_MOOD else []
    help_me = ((Button(say("button-help-me"), "go:help_me"),),) if mood <= LOW_MOOD else ()
    own = (Button(say("button-change-answers"), "go:checkin"), Button(say("button-progress"), "p:progress"))
    return Tell(Screen(tuple(lines), (*help_me, own)))


def _line(facts: Facts, goal: Goal, percent: int) -> Say:
    last = _last(facts, goal)
    if last is None:
        return say("checkin-line", goal=goal.title, percent=percent, bar=bar(percent))
    way = "up" if percent > last else "down" if percent < last else "same"
    return say(f"checkin-line-{way}", goal=goal.title, percent=percent, bar=bar(percent), change=abs(percent - last))


def recall(facts: Facts) -> Mapping[str, Json]:
    """A week that is answered already is looked at again with its answers."""
    week = facts.checkin
    if week is None:
        return {}
    answers: dict[str, Json] = {
        "mood": week.mood,
        "next-step": week.next_step or None,
        "for-mentor": week.for_mentor or None,
    }
    for goal in facts.goals:
        if (percent := week.progress.get(goal.id)) is not None:
            note = week.notes.get(goal.id)
            answers |= {
                f"percent-{goal.id}": [percent, note] if note else percent,
                f"obstacle-{goal.id}": week.obstacles.get(goal.id),
            }
    return {key: value for key, value in answers.items() if not (key == "mood" and value is None)}


def keep(answers: Mapping[str, Json], facts: Facts) -> list[Effect]:
    """Of a check-in left in the middle, the goals that were answered count."""
    talk = Talk(answers, guessing=True)
    given = [goal for goal in facts.goals if f"percent-{goal.id}" in answers]
    told = tuple(_progress(talk, facts, goal) for goal in given)
    return [RecordCheckin(facts.occurrence or facts.today, told)] if told else []


CHECKIN = Flow("checkin", checkin, keep, recall=recall)
