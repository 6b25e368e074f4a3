"""Screens only looked at: progress and its chart, who sees what, why a reminder came and when it may come again."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from functools import reduce

from bot.house import Page
from bot.mentoring.calendar import later, local_date
from bot.mentoring.people import Facts, Goal, Person, Role
from bot.mentoring.plans import KINDS
from bot.mentoring.privacy import STAFF, Thing, briefly, things_of
from bot.mentoring.progress import bar
from bot.mentoring.reminders import quiet_of
from bot.messages import Attachment, Button, Json, Rows, Say, Screen, When, say

NEAR = 10  # percent around the planned pace that count as on it
FAR = 30  # percent behind it from which another date is offered
BUTTONS = {
    name: Button(say(f"button-{name}"), data)
    for name, data in {
        "checkin": "go:checkin",
        "progress": "p:progress",
        "chart": "p:chart",
        "new-goal": "go:goal",
        "my-goals": "go:goals",
        "profile": "go:profile",
        "mentees": "p:mentees",
        "agreement": "go:agreement",
        "notes": "go:note",
        "capacity": "go:capacity",
        "choose": "p:choose",
        "session-new": "go:session:new",
        "sessions": "p:sessions",
        "met": "go:met",
        "help": "p:help",
        "help-me": "go:help_me",
        "pause": "go:pause",
        "pause-more": "go:pause:more",
        "resume": "go:resume",
        "settings": "p:settings",
        "privacy": "p:privacy",
        "privacy-full": "p:privacy_full",
        "edit-me": "go:edit",
        "my-data": "go:my_data",
        "erase": "go:erase",
        "desk-attention": "p:at_risk",
        "desk-figures": "p:stats",
        "desk-pairs": "p:pairs",
        "desk-inbox": "p:inbox",
        "desk-programme": "p:programme_home",
        "desk-digest": "p:digest",
    }.items()
}


def rows(*names: str) -> Rows:
    """Buttons by name: a text is a row, its words the buttons of it."""
    return tuple(tuple(BUTTONS[name] for name in row.split()) for row in names)


def role_of(facts: Facts) -> Role:
    """How somebody is spoken to: as the member they are, or are invited to be."""
    if facts.membership:
        return facts.membership.role
    return facts.invitation.role if facts.invitation else "mentee"


# Progress


def progress(facts: Facts) -> Screen:
    """How far each goal is, in kind words, and the person's own streak; nobody is compared with anybody."""
    if not facts.goals:
        return Screen((say("progress-empty", past=len(facts.closed)), *_streak(facts)), rows("new-goal", "help"))
    lines = [line for goal in facts.goals for line in _goal(goal)]
    drawn = any(goal.history for goal in facts.goals)
    return Screen((*lines, *_streak(facts)), rows("chart checkin" if drawn else "checkin", "my-goals"))


def _streak(facts: Facts) -> tuple[Say, ...]:
    return (say("progress-streak", n=facts.streak),) if facts.streak else ()


def _goal(goal: Goal) -> Iterator[Say]:
    if goal.percent is None:
        yield say("progress-goal-new", goal=goal.title)
    else:
        change = goal.percent - (goal.percent if goal.before is None else goal.before)
        way = "up" if change > 0 else "down" if change < 0 else "same"
        yield say(
            "progress-goal", goal=goal.title, percent=goal.percent, bar=bar(goal.percent), way=way, change=abs(change)
        )
    if parts := tuple(_parts(goal)):
        yield reduce(lambda one, two: say("progress-and", one=one, two=two), parts)


def _parts(goal: Goal) -> Iterator[Say]:
    if goal.due and goal.percent is not None:
        yield say(f"progress-{_pace(goal.percent, goal.expected)}", expected=goal.expected)
    if goal.steps:
        yield say("progress-steps", done=sum(step.done for step in goal.steps), all=len(goal.steps))
    if goal.due:
        yield say("progress-due", day=When(goal.due))


def _pace(percent: int, expected: int) -> str:
    ahead = percent - expected
    if ahead > NEAR:
        return "ahead"
    if ahead >= -NEAR:
        return "on-pace"
    return "behind" if ahead >= -FAR else "far"


def chart(facts: Facts) -> Screen:
    """The progress of all goals as a picture, made when it is sent."""
    drawn = [goal for goal in facts.goals if goal.history]
    if not drawn:
        return Screen((say("chart-empty"),), rows("checkin" if facts.goals else "new-goal"))
    names = (facts.me.name, facts.programme.name if facts.programme else "")
    title = " · ".join(filter(None, names)) or "Tuntun"
    content = {"title": title, "locale": facts.me.locale, "lines": [chart_line(goal) for goal in drawn]}
    return Screen((say("chart-here"),), attachment=Attachment("chart", "progress.png", content))


def chart_line(goal: Goal) -> Json:
    """A goal as the chart needs it."""
    return {"title": goal.title, "points": [[day.isoformat(), percent] for day, percent in goal.history]}


# Who sees what


def privacy(facts: Facts) -> Screen:
    """The table of who sees what, by who looks, for a phone."""
    role = role_of(facts)
    if role == "viewer":
        return Screen((say("privacy-title"), say("privacy-viewer")), rows("privacy-full", "my-data edit-me"))
    if role in STAFF:
        return Screen((say("privacy-title"), *_seen_by_staff()), rows("privacy-full", "my-data edit-me"))
    lines = (
        say("privacy-partner", role=role, things=_names(briefly("partner", "all", role))),
        say("privacy-coordinator", things=_names(briefly("coordinator", "all", role))),
        say("privacy-total", things=_names(briefly("coordinator", "total", role))),
        say("privacy-nobody"),
    )
    return Screen((say("privacy-title"), *lines), rows("privacy-full", "my-data edit-me"))


def _seen_by_staff() -> tuple[Say, ...]:
    return (
        say("privacy-you-see", things=_names(briefly("coordinator", "all", "mentee"))),
        say("privacy-total", things=_names(briefly("coordinator", "total", "mentee"))),
        say("privacy-you-dont", things=_names(briefly("coordinator", "none", "mentee"))),
    )


def _names(things: tuple[Thing, ...]) -> tuple[Say, ...]:
    return tuple(say(f"thing-{thing}") for thing in things)


def privacy_full(facts: Facts) -> Screen:
    """Every row of the table that concerns the person, who runs this, and what one can do about it."""
    role, programme = role_of(facts), facts.programme
    whose: Role = "mentor" if role == "mentor" else "mentee"
    table = [
        say("privacy-row", thing=say(f"thing-{thing}"), role=whose, partner=rule.partner, coordinator=rule.coordinator)
        for thing, rule in things_of(whose).items()
    ]
    name = programme.name if programme else "Tuntun"
    about = say("privacy-about", programme=name, organiser=(programme and programme.organiser) or name, role=role)
    return Screen((about, *table, say("privacy-rights")), rows("my-data edit-me", "pause erase"))


# Why a reminder came, and later


def why(facts: Facts) -> Screen:
    """Why a reminder came, how often it does, how it stops."""
    kind = facts.subject.partition(":")[0]
    key = f"why-{kind}" if kind in KINDS else "why-other"
    return Screen((say(key), say("why-stop")), rows("pause settings"))


CHOICES = ("hour", "tonight", "tomorrow")


def later_page(facts: Facts) -> Screen:
    """When to be reminded again: only moments that are what they are called, outside the person's quiet hours."""
    offers = [
        (Button(say(f"button-later-{choice}", clock=When(at, "clock")), f"do:later:{choice}:{facts.subject}"),)
        for choice, at in _moments(facts.me, facts.now)
    ]
    return Screen((say("later-when"),), (*offers, *answer_now(*kind_and_subject(facts.subject))))


def _moments(me: Person, now: datetime) -> Iterator[tuple[str, datetime]]:
    given = set()
    for choice in CHOICES:
        at = later(choice, now, me.zone, quiet_of(me))
        days = (local_date(at, me.zone) - local_date(now, me.zone)).days
        true = {"hour": at - now <= timedelta(hours=1), "tonight": days == 0, "tomorrow": True}[choice]
        if true and at not in given:
            given.add(at)
            yield choice, at


def kind_and_subject(text: str) -> tuple[str, str]:
    """The kind of a reminder and what it is about, as a button names them."""
    kind, _, subject = text.partition(":")
    return kind, subject


def answer_now(kind: str, subject: str) -> Rows:
    """The way to answer a reminder at once instead."""
    match kind:
        case "checkin" | "nudge":
            return rows("checkin")
        case "goal-missing":
            return rows("new-goal")
        case "agreement" | "agreement-again":
            return ((Button(say("button-agreement"), f"go:agreement:{subject}"),),)
        case "first-words":
            return ((Button(say("button-own-words"), f"go:greet:{subject}"),),)
        case "pulse" | "midway" | "closing":
            return ((Button(say("button-form"), f"go:{kind}:pair-{subject}"),),)
        case "after-session":
            return ((Button(say("button-form"), f"go:{kind}:session-{subject}"),),)
        case "goal-due":
            return ((Button(say("button-open-goal"), f"p:goal:{subject}"),),)
    return ()


PAGES = (
    Page("privacy", privacy),
    Page("privacy_full", privacy_full),
    Page("why", why, fresh=True),
    Page("later", later_page),
)
