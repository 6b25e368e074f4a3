"""The questions about a goal, each with an example to tap and help with wording, and the card that sums it up."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import reduce
from itertools import starmap

from dateutil.relativedelta import relativedelta

from bot.flows.goal_steps import FURTHEST, WEEK, day_at_end, keyed
from bot.flows.phrasing import Idea, example_of, examples, has_result, ideas, is_unsure, whys
from bot.mentoring.people import Facts, Goal, Visibility
from bot.messages import Json, Say, When, Words, say
from bot.talk.choices import Review
from bot.talk.questions import Option, Text
from bot.talk.times import Day

MOST_TITLE, MOST_LINE = 100, 200  # characters
MONTHS = (1, 3, 6)  # target dates to tap
LATER = (
    ("weeks-2", relativedelta(weeks=2)),
    ("later-1", relativedelta(months=1)),
    ("later-3", relativedelta(months=3)),
)
NEAR = timedelta(days=21)  # ends of programme and year nearer than this are too soon to be offered
NOT_NOW, KNOWN = "-later", "-known"  # kept for the answers "not now" and "the goal says it already"


@dataclass(frozen=True)
class Draft:
    """A goal as it stands in a conversation."""

    title: str
    measure: str
    why: str
    due: date
    steps: tuple[str, ...]
    step_due: date | None


@dataclass(frozen=True, kw_only=True)
class Wish(Text):
    """Own words, or a button that stands for something else than its words."""

    def shown(self, stored: Json) -> Words:
        labels = {NOT_NOW: say("button-goal-later"), KNOWN: say("button-measure-known")}
        return labels.get(stored, str(stored))


def what(facts: Facts, *, first: bool) -> Text:
    """What to reach, with examples that fit the person and are not goals already."""
    taken = [goal.title for goal in (*facts.goals, *facts.closed)]
    offered = examples(facts.me.about, facts.me.locale, taken)
    later = (Option("later", say("button-goal-later")),) if first else ()
    return Wish(
        key="what",
        text=say("goal-what-first" if first else "goal-what", **_numbered(offered)),
        suggestions=(*_numbers(offered), *later),
        values=(*(idea.title for idea in offered), *([NOT_NOW] if first else [])),
        columns=3,
        most=MOST_TITLE,
        help=say("goal-help-what"),
        short=say("short-goal-what"),
    )


def retitle() -> Text:
    """Another wording of a goal there is."""
    text, short = say("goal-edit-title"), say("short-goal-what")
    return Text(key="title", text=text, most=MOST_TITLE, help=say("goal-help-what"), short=short)


def clearer(facts: Facts, said: str) -> Text:
    """Three clearer wordings of a vague goal, each with a number and a day; one's own may stay."""
    offered, unsure = ideas(said, facts.me.about, facts.me.locale), is_unsure(said)
    days = {f"day{at}": When(_by(facts, idea.months)) for at, idea in enumerate(offered, 1)}
    return Text(
        key=keyed("clearer", said),
        text=say("goal-unsure" if unsure else "goal-clearer", **_numbered(offered), **days),
        suggestions=(*_numbers(offered), *(() if unsure else (Option("mine", say("button-keep-mine")),))),
        values=(*(idea.title for idea in offered), *(() if unsure else (said,))),
        columns=3,
        most=MOST_TITLE,
        short=say("short-goal-clearer"),
    )


def _numbers(offered: Sequence[Idea]) -> tuple[Option, ...]:
    return tuple(Option(str(at), str(at)) for at in range(1, len(offered) + 1))


def _numbered(offered: Sequence[Idea]) -> dict[str, str]:
    return {f"goal{at}": idea.title for at, idea in enumerate(offered, 1)}


def model(facts: Facts, title: str, said: str = "") -> Idea:
    """The example nearest to a goal: the very one that was tapped, or the first of its subject."""
    about, locale = facts.me.about, facts.me.locale
    near = ideas(title if is_unsure(said) else said, about, locale)
    return next((idea for idea in near if idea.title == title), None) or example_of(title, locale) or near[0]


def measure(title: str, example: Idea) -> Text:
    """How one will know; where the goal says it already, that is one tap."""
    known = [("known", say("button-measure-known"), KNOWN)] if has_result(title) and title != example.title else []
    offered = [*known, ("example", say("button-use-example"), example.measure)]
    return Wish(
        key="measure",
        text=say("goal-measure", goal=title, example=example.measure),
        suggestions=tuple(Option(slug, label) for slug, label, _ in offered),
        values=tuple(value for _, _, value in offered),
        most=MOST_LINE,
        help=say("goal-help-measure"),
        short=say("short-goal-measure"),
    )


def why(facts: Facts, title: str) -> Text:
    """What it is good for."""
    offered = whys(facts.me.locale)
    return Text(
        key="why",
        text=say("goal-why", goal=title),
        suggestions=tuple(Option(f"why-{at}", each) for at, each in enumerate(offered)),
        values=offered,
        columns=2,
        most=MOST_LINE,
        help=say("goal-help-why"),
        short=say("short-goal-why"),
    )


def due(facts: Facts, goal: str, said: str = "", months: int = 0) -> Day:
    """A target date: one that was named, one that fits, or round ones; typed ones within a year too."""
    ends = facts.programme.ends if facts.programme else None
    offered = [("said", day) for day in day_at_end(facts, said)]
    offered += [("fits", _by(facts, months))] if months else []
    round_ones = [(f"month-{n}", facts.today + relativedelta(months=n)) for n in MONTHS]
    round_ones += [("year", date(facts.today.year, 12, 31))] + ([("programme", ends)] if ends else [])
    far = sorted((each for each in round_ones if each[1] - facts.today >= NEAR), key=lambda each: each[1])
    return _day(facts, say("goal-due", goal=goal), [*offered, *far])


def moved(facts: Facts, goal: Goal) -> Day:
    """Another target date, a little later than planned."""
    if goal.due is None:
        return due(facts, goal.title)
    begin, text = max(facts.today, goal.due), say("goal-move", goal=goal.title, day=When(goal.due))
    return _day(facts, text, [(name, begin + by) for name, by in LATER])


def _day(facts: Facts, text: Say, offered: Sequence[tuple[str, date]]) -> Day:
    first, last = facts.today + timedelta(days=1), facts.today + FURTHEST
    names = {day: name for name, day in reversed(offered) if first <= day <= last}
    days = dict.fromkeys(day for _, day in offered if day in names)
    choices = tuple(Option(day.isoformat(), say(f"goal-day-{names[day]}", day=When(day))) for day in days)
    return Day(key="due", text=text, first=first, last=last, choices=choices, short=say("short-goal-due"))


def _by(facts: Facts, months: int) -> date:
    """So many months ahead, but not after the programme's end, unless that is near."""
    day, ends = facts.today + relativedelta(months=months), facts.programme.ends if facts.programme else None
    return min(day, ends) if ends and ends - facts.today >= NEAR else day


def card(facts: Facts, draft: Draft, key: str, *, more: bool) -> Review:
    """The whole goal at a glance, before it is saved."""
    grow = (Option("more", say("button-add-step")),) if more else ()
    lines = (say("goal-card"), *_lines(facts, draft), *_hint(facts, draft), say("goal-card-ask"))
    return Review(
        key=key,
        text=stacked(*lines),
        choices=(Option("save", say("button-save")), *grow, Option("private", say("button-save-private"))),
        short=say("short-goal-card"),
    )


def _lines(facts: Facts, draft: Draft) -> Iterator[Say]:
    yield say("goal-line-title", goal=draft.title)
    if draft.measure:
        yield say("goal-line-measure", text=draft.measure)
    yield say("goal-line-why", text=draft.why)
    yield say("goal-line-due", day=When(draft.due))
    if draft.step_due:
        yield say("goal-line-step-day", step=draft.steps[0], day=When(draft.step_due))
    else:
        yield say("goal-line-step", step=draft.steps[0])
    yield from starmap(_further, enumerate(draft.steps[1:], 2))
    yield seen_by(facts, "pair")


def _further(at: int, step: str) -> Say:
    return say("goal-line-further", at=at, step=step)


def _hint(facts: Facts, draft: Draft) -> tuple[Say, ...]:
    """What could still be clearer, one thing at most: a hint, never a condition."""
    if not has_result(draft.title) and not has_result(draft.measure):
        return (say("goal-hint-result"),)
    if draft.step_due and draft.step_due > facts.today + timedelta(days=WEEK):
        return (say("goal-hint-soon"),)
    return ()


def seen_by(facts: Facts, visibility: Visibility) -> Say:
    """Who reads a goal."""
    if visibility == "private":
        return say("goal-seen-private")
    return say("goal-seen-pair", mentor=facts.mentor.name) if facts.mentor else say("goal-seen-mentor")


def stacked(*lines: Say) -> Say:
    """Lines as one sentence, for a question that shows several."""
    return reduce(lambda above, line: say("goal-stack", above=above, line=line), lines)
