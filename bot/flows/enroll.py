"""Enrolment: first what is kept and who sees it, then, once somebody has agreed, who they are. Buttons first."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import time

from bot.effects import ChangePerson, Consent, Effect, Forget, Join, Start, Tell, TellCoordinators
from bot.flows.enroll_mentor import ask_mentor, finish, own_words
from bot.flows.lists import DAYS, FIELDS, KINDS, SKILLS, TOOLS, WANTS, WEEKDAYS
from bot.flows.pages import role_of
from bot.mentoring.invitations import INVITED_BY, open_in
from bot.mentoring.people import Facts, Role
from bot.mentoring.programme_effects import JoinOpen
from bot.messages import Button, Json, Screen, say
from bot.talk.choices import Choice, Several
from bot.talk.questions import Option, Text
from bot.talk.talk import Flow, Talk
from bot.talk.times import Clock, Zone

CONSENT_VERSION = "2026-11"  # of the sentences enroll-consent and enroll-consent-full; a change of them is a new one
OTHER_LOCALE = {"id": "en", "en": "id"}
CLOCKS = (time(8), time(12), time(16), time(19))
QUIET_FROM, QUIET_UNTIL = time(7), time(20, 59)  # a check-in never comes at night


AGES = tuple(Option(slug, say(f"age-{slug}")) for slug in ("adult", "minor"))
GUARDIAN = (Option("yes", say("guardian-yes")),)


def enroll(talk: Talk, facts: Facts) -> list[Effect]:
    """Nothing is kept of somebody who has not agreed. Where anybody may join, they choose as what."""
    everybody = open_in(facts.subject)
    if everybody is not None and (facts.invitation is None or facts.invitation.programme is None):
        return [Tell(Screen((say("token-code"),))), *nothing({}, facts)]
    role = _role(facts) if everybody is None else _chosen(talk, facts)
    answer = talk.ask(_consent(facts, role))
    if answer == "switch":
        return [ChangePerson({"locale": OTHER_LOCALE[facts.me.locale]}), Start("enroll", facts.subject)]
    if answer == "no":
        return [Tell(Screen((say("enroll-declined"),))), *nothing({}, facts)]
    consent = Consent("programme", CONSENT_VERSION, facts.me.locale)
    joins = Join(_number(facts)) if everybody is None else JoinOpen(everybody, role)
    return [consent, joins, Start("profile", facts.subject)]


def _number(facts: Facts) -> int:
    """The invitation's id, which the subject carries."""
    return int(facts.subject.removeprefix(INVITED_BY))


def _chosen(talk: Talk, facts: Facts) -> Role:
    return "mentor" if talk.ask(_as_what(facts)) == "mentor" else "mentee"


def _as_what(facts: Facts) -> Choice:
    programme = facts.invitation.programme if facts.invitation else None
    choices = tuple(Option(role, say(f"enroll-as-{role}")) for role in ("mentee", "mentor"))
    text = say("enroll-as", programme=programme.name if programme else "Tuntun")
    return Choice(key="role", text=text, choices=choices, columns=1, short=say("short-role"))


def _consent(facts: Facts, role: Role) -> Choice:
    programme = facts.invitation.programme if facts.invitation else facts.programme
    name = programme.name if programme else "Tuntun"
    return Choice(
        key="consent",
        text=say("enroll-consent", programme=name, organiser=(programme and programme.organiser) or name, role=role),
        choices=(
            Option("yes", say("button-agree")),
            Option("switch", say("button-other-language")),
            Option("no", say("button-decline")),
        ),
        columns=1,
        help=say("enroll-consent-full", programme=name, role=role),
        help_instead=True,
        help_label=say("button-read-all"),
    )


def _role(facts: Facts) -> Role:
    """As what somebody joins; an enrolment that is taken up again, or as what they chose, knows it of the member."""
    return facts.invitation.role if facts.invitation and facts.invitation.id else role_of(facts)


def profile(talk: Talk, facts: Facts) -> list[Effect]:
    """Who they are: a few taps for everybody, some more for a mentee."""
    mentee = _role(facts) == "mentee"
    name = talk.ask(Text(key="name", text=say("profile-name", role=_role(facts)), most=40, short=say("short-name")))
    guardian = _guardian(talk, name) if mentee else []
    where = say("profile-zone", name=name, role=_role(facts))
    zone = talk.ask(Zone(key="zone", text=where, short=say("short-zone"), echoes=True))
    changes: dict[str, Json] = {"name": name, "zone": zone}
    if _role(facts) == "mentor":
        return [ChangePerson(changes), *ask_mentor(talk, facts, name)]
    about, weekly = _mentee(talk) if mentee else ({}, {})
    joined = [ChangePerson(changes | weekly, about), *finish(facts), *guardian]
    return [*joined, *_own_words(facts), Start("goal", "first")] if mentee else [*joined, _welcome(facts, name)]


def _own_words(facts: Facts) -> list[Effect]:
    """What the programme itself has to say to a newcomer."""
    return [Tell(Screen(lines))] if (lines := own_words(facts)) else []


def _welcome(facts: Facts, name: str) -> Tell:
    programme = facts.programme.name if facts.programme else "Tuntun"
    line = say("profile-welcome", name=name, programme=programme, role=_role(facts))
    return Tell(Screen((line,), ((Button(say("button-help"), "p:help"),),)))


def _guardian(talk: Talk, name: str) -> list[Effect]:
    """Under 18 a parent or guardian agrees too, and the coordinator hears of it."""
    age = talk.ask(Choice(key="age", text=say("profile-age"), choices=AGES, short=say("short-age")))
    if age == "adult":
        return []
    who = talk.ask(Text(key="guardian", text=say("profile-guardian"), most=80, short=say("short-guardian")))
    agreed = say("profile-guardian-agrees", guardian=who, name=name)
    talk.ask(
        Choice(key="guardian-agrees", text=agreed, choices=GUARDIAN, columns=1, short=say("short-guardian-agrees"))
    )
    return [
        Consent("guardian", CONSENT_VERSION, "id", who),
        TellCoordinators(Screen((say("coordinator-minor", guardian=who),))),
    ]


def _mentee(talk: Talk) -> tuple[dict[str, Json], dict[str, Json]]:
    """What a mentee wants, finds hard, and when they have time; and the columns of their weekly check-in."""
    field = talk.ask(Choice(key="field", text=say("profile-field"), choices=FIELDS, other=60, short=say("short-field")))
    wants = talk.ask(Several(key="wants", text=say("profile-wants"), choices=WANTS, other=80, short=say("short-wants")))
    skills = talk.ask(
        Several(key="skills", text=say("profile-skills"), choices=SKILLS, other=60, short=say("short-skills"))
    )
    hard = talk.ask(
        Several(key="hard", text=say("profile-hard"), choices=TOOLS, least=0, columns=1, short=say("short-hard"))
    )
    kinds = talk.ask(Several(key="kinds", text=say("profile-kinds"), choices=KINDS, short=say("short-kinds")))
    days = talk.ask(Several(key="days", text=say("profile-days"), choices=DAYS, columns=4, short=say("short-days")))
    day = "sun" if "sun" in days else days[0]
    clock = talk.ask(
        Clock(
            key="clock",
            text=say("profile-clock", day=say(f"day-{day}")),
            choices=CLOCKS,
            first=QUIET_FROM,
            last=QUIET_UNTIL,
            short=say("short-clock"),
            echoes=True,
        )
    )
    about = {
        "field": field,
        "wants": list(wants),
        "skills": list(skills),
        "hard": list(hard),
        "kinds": list(kinds),
        "days": list(days),
    }
    return about, {"checkin_day": WEEKDAYS.index(day), "checkin_clock": clock}


def nothing(answers: Mapping[str, Json], facts: Facts) -> list[Effect]:
    """Somebody who never agreed is forgotten."""
    return [] if facts.membership else [Forget()]


ENROLL = Flow("enroll", enroll, nothing)
PROFILE = Flow("profile", profile, sleeps=True)
