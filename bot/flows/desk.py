"""The mentor's desk: the mentees, how far each is, what they asked to know; and all of it in one message a week."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from functools import reduce

from bot.effects import ChangePerson, Effect, Start
from bot.flows import pages
from bot.flows.enroll_mentor import DIGEST
from bot.flows.meeting import goal_lines
from bot.flows.pages import role_of
from bot.flows.partners import alone, named
from bot.house import Action, Page
from bot.mentoring.due import Due, Scene
from bot.mentoring.pairing import known
from bot.mentoring.people import Facts, Goal, Partner
from bot.mentoring.reminders import POINTLESS
from bot.messages import Attachment, Button, Rows, Say, Screen, When, say
from bot.talk.talk import Flow, Talk

WEEK = timedelta(days=7)
QUIET_FOR = timedelta(days=8)  # without a check-in for so long a mentee stands in the digest


# Who they are


def mentees(facts: Facts) -> Screen:
    """All mentees, a line and a button each; a single one at once."""
    mine = mentees_of(facts)
    if len(mine) == 1:
        return _one(facts, mine[0])
    lines = [line for each in mine for line in _brief(facts, each)]
    each = tuple((Button(mentee.name, f"p:mentee:{mentee.pair}"),) for mentee in mine)
    return Screen((say("mentees-title", n=len(mine)), *lines), each) if mine else alone(facts)


def mentee(facts: Facts) -> Screen:
    """One mentee: last contact, goals, the next session, what they asked to know."""
    partner = facts.partner or named(facts)
    return _one(facts, partner) if partner and partner.role == "mentee" else mentees(facts)


def mentees_of(facts: Facts) -> list[Partner]:
    """The people somebody mentors."""
    return [partner for partner in facts.partners if partner.role == "mentee"]


def _one(facts: Facts, mentee: Partner) -> Screen:
    lines = [say("mentee-name", name=mentee.name), _contact(mentee)]
    lines += [*goal_lines(mentee.goals)] or [say("mentee-no-goals")]
    lines += [*_session(facts, mentee), *_wish(mentee)]
    return Screen(tuple(lines), _deeds(mentee))


def _contact(mentee: Partner) -> Say:
    if mentee.standing == "paused":
        return say("mentee-paused", until=When(mentee.paused_until, "day") if mentee.paused_until else "…")
    return say("mentee-heard", at=When(mentee.heard, "day")) if mentee.heard else say("mentee-unheard")


def _session(facts: Facts, mentee: Partner) -> Iterator[Say]:
    """The next confirmed session of the pair."""
    mine = [each for each in facts.sessions if each.pair == mentee.pair and each.upcoming(facts.now)]
    coming = [each.starts_at for each in mine if each.starts_at]
    if coming:
        yield say("mentee-session", at=When(min(coming)))


def _wish(mentee: Partner) -> Iterator[Say]:
    if mentee.wish:
        yield say("mentee-wish", wish=mentee.wish)


def _deeds(mentee: Partner) -> Rows:
    about = mentee.pair
    hello = Button(say("button-greet", name=mentee.name), f"go:greet:{about}")
    look = Button(say("button-progress"), f"p:progress:{about}"), Button(say("button-notes"), f"p:notes:{about}")
    return (hello,), look, (Button(say("button-agreement"), f"go:agreement:{about}"),)


# How far they are


def progress(facts: Facts) -> Screen:
    """One's own progress, or a mentee's; a mentor with several says whose."""
    if role_of(facts) != "mentor":
        return pages.progress(facts)
    mine = mentees_of(facts)
    chosen = facts.partner or named(facts)
    if chosen is None and mine:
        whose = tuple((Button(each.name, f"p:progress:{each.pair}"),) for each in mine)
        return Screen((say("progress-whose"),), whose)
    if chosen is None:
        return alone(facts)
    lines = tuple(goal_lines(chosen.goals)) or (say("mentee-no-goals"),)
    drawn = any(goal.history for goal in chosen.goals)
    see = ((Button(say("button-chart"), f"p:chart:{chosen.pair}"),),) if drawn else ()
    return Screen((say("mentee-name", name=chosen.name), *lines), (*see, (_mentees(),)))


def chart(facts: Facts) -> Screen:
    """The same as a picture."""
    partner = facts.partner
    if role_of(facts) != "mentor" or partner is None:
        return pages.chart(facts)
    lines = [pages.chart_line(goal) for goal in partner.goals if goal.history]
    if not lines:
        return Screen((say("mentee-no-numbers", name=partner.name),), ((_mentees(),),))
    content = {"title": partner.name, "locale": facts.me.locale, "lines": lines}
    return Screen((say("chart-of", name=partner.name),), attachment=Attachment("chart", "progress.png", content))


def _mentees() -> Button:
    return Button(say("button-mentees"), "p:mentees")


# One message a week


def digest(due: Due, scene: Scene) -> Screen:
    """What a mentor's mentees did, want and lack, in one message."""
    facts = known(scene)
    telling = [each for each in mentees_of(facts) if tells(facts, each)]
    lines = [line for each in telling for line in _brief(facts, each)]
    hello = tuple(
        (Button(say("button-greet", name=each.name), f"go:greet:{each.pair}"),)
        for each in telling
        if _silent(each, facts.now)
    )
    return Screen((say("digest-title", n=len(telling)), *lines), (*hello, (_mentees(),)))


def tells(facts: Facts, mentee: Partner) -> bool:
    """Whether there is something to say of a mentee this week."""
    moved = any(_change(goal, facts) for goal in mentee.goals)
    return mentee.standing == "active" and bool(
        moved or mentee.wish or _silent(mentee, facts.now) or [*_session(facts, mentee)]
    )


def _brief(facts: Facts, mentee: Partner) -> Iterator[Say]:
    """A mentee in one line."""
    yield reduce(lambda one, two: say("progress-and", one=one, two=two), _parts(facts, mentee))


def _parts(facts: Facts, mentee: Partner) -> Iterator[Say]:
    yield say("digest-name", name=mentee.name)
    if mentee.standing == "paused":
        yield _contact(mentee)
        return
    for goal in mentee.goals:
        if goal.percent is not None:
            change = _change(goal, facts)
            way = "up" if change > 0 else "down" if change else "same"
            yield say("digest-goal", goal=goal.title, percent=goal.percent, way=way, change=abs(change))
    if days := _silent(mentee, facts.now):
        yield say("digest-silent", n=days)
    yield from _session(facts, mentee)
    yield from _wish(mentee)


def _change(goal: Goal, facts: Facts) -> int:
    """By how much a goal moved since a week ago."""
    since = facts.today - WEEK
    before = [percent for day, percent in goal.history if day < since]
    return (goal.percent or 0) - (before[-1] if before else 0) if goal.history else 0


def _silent(mentee: Partner, now: datetime) -> int:
    """For how many days a mentee has not checked in, once that is long."""
    since = mentee.checkin or (now if mentee.since is None else datetime.combine(mentee.since, now.timetz()))
    return (now - since).days if now - since >= QUIET_FOR else 0


def _nothing(due: Due, scene: Scene, now: datetime) -> str:
    return "" if any(tells(known(scene), each) for each in mentees_of(known(scene))) else "nothing to say"


POINTLESS["digest"] = _nothing


def set_digest(talk: Talk, facts: Facts) -> list[Effect]:
    """When the week's message comes."""
    return [ChangePerson({"checkin_clock": talk.ask(DIGEST)}), Start("settings")]


PAGES = (
    Page("mentees", mentees),
    Page("mentee", mentee),
    Page("progress", progress),
    Page("chart", chart, fresh=True),
)
FLOWS = (Flow("set_digest", set_digest),)
ACTIONS: Mapping[str, Action] = {}
DRAWS = {"digest": digest}
