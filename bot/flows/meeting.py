"""Meeting the partner: each side's first message about the other, and the reminder of the first words."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from functools import reduce
from zoneinfo import ZoneInfo

from bot.flows.enroll_mentor import all_named, bio_of, hello_of, named, own_words
from bot.flows.greeting import GREETINGS, OPENERS
from bot.mentoring.due import Due, Scene
from bot.mentoring.pairing import known, partner_in
from bot.mentoring.people import Facts, Goal, Partner
from bot.mentoring.progress import bar
from bot.messages import Button, Rows, Say, Screen, Value, say

MOST_REASONS = 3
HOUR = timedelta(hours=1)


def paired(due: Due, scene: Scene) -> Screen:
    """Who it is, why these two, and what comes next."""
    partner = partner_in(due, scene)
    if partner is None:
        raise LookupError(due.subject)
    facts = known(scene)
    return for_mentee(facts, partner) if partner.role == "mentor" else for_mentor(facts, partner)


def for_mentee(facts: Facts, mentor: Partner) -> Screen:
    """Who, why you two, three openers, "you write first"."""
    lines = [say("meet-mentor", mentor=mentor.name), *_bio(mentor), *_why(facts, mentor), *_hello(mentor.about)]
    return Screen((*lines, *own_words(facts), say("meet-you-first", mentor=mentor.name)), first_words(mentor))


def for_mentor(facts: Facts, mentee: Partner) -> Screen:
    """The mentee's goals, why you two, and what to expect."""
    lines = [say("meet-mentee", mentee=mentee.name), *_looks_for(mentee), *goal_lines(mentee.goals)]
    lines += [say("meet-no-goals")] if not mentee.goals else []
    lines += [*_why(facts, mentee), *own_words(facts), say("meet-expect", mentee=mentee.name)]
    ways = Button(say("button-mentees"), "p:mentees"), Button(say("button-agreement"), f"go:agreement:{mentee.pair}")
    return Screen(tuple(lines), (ways,))


def first_words(partner: Partner) -> Rows:
    """Three ways to begin, and one's own."""
    lines = OPENERS if partner.role == "mentor" else GREETINGS
    ready = tuple((Button(say(line), f"go:greet:{partner.pair}:line:{line}"),) for line in lines)
    return (*ready, (Button(say("button-own-words"), f"go:greet:{partner.pair}"),))


def goal_lines(goals: tuple[Goal, ...]) -> Iterator[Say]:
    """Goals with their bars."""
    for goal in goals:
        yield say("meet-goal", goal=goal.title, bar=bar(goal.percent or 0), percent=goal.percent or 0)


def _bio(mentor: Partner) -> Iterator[Say]:
    if bio := bio_of(mentor.about):
        yield say("meet-bio", bio=bio)


def _hello(about: dict[str, Value]) -> Iterator[Say]:
    if hello := hello_of(about):
        yield say("meet-hello", hello=hello)


def _looks_for(mentee: Partner) -> Iterator[Say]:
    wants = all_named("want", mentee.about.get("wants"))
    if wants:
        yield say("meet-wants", field=named("field", str(mentee.about.get("field", ""))), wants=wants)


def _why(facts: Facts, partner: Partner) -> Iterator[Say]:
    """Why these two: what both named, and how their clocks lie."""
    *shared, clocks = reasons_for(facts, partner)
    reasons = [*shared[: MOST_REASONS - 1], clocks]
    yield say("meet-why", reasons=reduce(lambda one, two: say("progress-and", one=one, two=two), reasons))


def reasons_for(facts: Facts, partner: Partner) -> Iterator[Say]:
    """What the two share, the strongest first."""
    mine, theirs = facts.me.about, partner.about
    wanted, offered = {*_of(mine, "wants"), *_of(theirs, "wants")}, {*_of(mine, "offers"), *_of(theirs, "offers")}
    if subjects := sorted(wanted & offered):
        yield say("why-subjects", things=all_named("want", subjects))
    if mine.get("field") and mine.get("field") == theirs.get("field"):
        yield say("why-field", field=named("field", str(mine["field"])))
    if skills := sorted({*_of(mine, "skills")} & {*_of(theirs, "skills")}):
        yield say("why-skills", things=all_named("skill", skills))
    yield _clocks(facts, partner)


def _clocks(facts: Facts, partner: Partner) -> Say:
    mine, theirs = (facts.now.astimezone(ZoneInfo(zone)).utcoffset() for zone in (facts.me.zone, partner.zone))
    apart = abs((mine or timedelta()) - (theirs or timedelta())) / HOUR
    return say("why-same-clock") if not apart else say("why-hours-apart", n=round(apart))


def _of(about: dict[str, Value], key: str) -> tuple[str, ...]:
    value = about.get(key)
    return tuple(map(str, value)) if isinstance(value, (list, tuple)) else ()


def remind_first_words(due: Due, scene: Scene) -> Screen:
    """No contact yet: a sentence to send, one tap away."""
    partner = partner_in(due, scene)
    if partner is None:
        raise LookupError(due.subject)
    key = "remind-first-words" if partner.role == "mentor" else "remind-first-words-mentor"
    return Screen((say(key, name=scene.person.name, partner=partner.name),), first_words(partner))


DRAWS = {"paired": paired, "first-words": remind_first_words}
