"""Correcting what the bot knows of a person: the answers of enrolment, each asked again with what it is now."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from bot.effects import ChangePerson, Effect, Start
from bot.flows.enroll_mentor import bio_question, hello_question
from bot.flows.lists import DAYS, FIELDS, HOURS, KINDS, SKILLS, TOOLS, WANTS
from bot.flows.pages import role_of
from bot.mentoring.people import Facts
from bot.messages import Json, Say, say
from bot.talk.choices import Choice, Several
from bot.talk.questions import Option, Question
from bot.talk.talk import Flow, Talk

PROFILE: dict[str, Question[Any]] = {
    question.key: question
    for question in (
        Choice(key="field", text=say("profile-field"), choices=FIELDS, other=60),
        Several(key="wants", text=say("profile-wants"), choices=WANTS, other=80),
        Several(key="skills", text=say("profile-skills"), choices=SKILLS, other=60),
        Several(key="hard", text=say("profile-hard"), choices=TOOLS, least=0, columns=1),
        Several(key="kinds", text=say("profile-kinds"), choices=KINDS),
        Several(key="days", text=say("profile-days"), choices=DAYS, columns=4),
    )
}
OFFERED: dict[str, Question[Any]] = {
    question.key: question
    for question in (
        Choice(key="field", text=say("mentor-field"), choices=FIELDS, other=60),
        Several(key="offers", text=say("mentor-offers"), choices=WANTS, other=80),
        Several(key="skills", text=say("mentor-skills"), choices=SKILLS, other=60),
        Several(key="kinds", text=say("mentor-kinds"), choices=KINDS),
        Several(key="days", text=say("mentor-days"), choices=DAYS, columns=4),
        Several(key="hours", text=say("mentor-hours"), choices=HOURS, columns=1),
        bio_question({}),
        hello_question(),
    )
}
ELSEWHERE = {  # what has a conversation of its own
    "name": "set_name",
    "zone": "set_zone",
    "checkin": "set_checkin",
    "goals": "goals",
    "answers": "checkin",
}
OF_MENTEES = frozenset({"checkin", "goals", "answers"})


def edit(talk: Talk, facts: Facts) -> list[Effect]:
    """Choose what is wrong, and put it right; a subject has chosen already."""
    what = facts.subject
    known = _profile(facts)
    if what not in known:
        what = talk.ask(_what(facts))
        return [Start(ELSEWHERE[what]) if what in ELSEWHERE else Start("edit", what)]
    answer = talk.ask(_as_it_is(known[what], facts))
    return [ChangePerson(about={what: list(answer) if isinstance(answer, tuple) else answer}), Start("settings")]


def _profile(facts: Facts) -> dict[str, Question[Any]]:
    """What somebody told of themselves when they enrolled."""
    if role_of(facts) == "mentor":
        return OFFERED | {"bio": bio_question(facts.me.about)}
    return PROFILE if role_of(facts) == "mentee" else {}


def _what(facts: Facts) -> Choice:
    mentee = role_of(facts) == "mentee"
    slugs = [slug for slug in (*ELSEWHERE, *_profile(facts)) if mentee or slug not in OF_MENTEES]
    choices = tuple(Option(slug, say(f"edit-{slug}")) for slug in slugs)
    return Choice(key="what", text=say("edit-what", role=role_of(facts)), choices=choices, short=say("short-edit-what"))


def _as_it_is(question: Question[Any], facts: Facts) -> Question[Any]:
    """The question, showing what is known: ticks are set, a single answer is named."""
    now: Json = facts.me.about.get(question.key)
    question = replace(question, short=say(f"short-{question.key}"))
    if isinstance(question, Several):
        return replace(question, start=tuple(now or ()))
    return replace(question, text=_with_now(question, now)) if now else question


def _with_now(question: Question[Any], now: Json) -> Say:
    return say("edit-now", text=question.text, now=question.shown(now))


EDIT = Flow("edit", edit)
