"""A mentor's side of enrolment: what they offer, for how many, when; and a first word, kept for their mentee."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import time
from typing import Any

from bot.effects import ChangePerson, Effect, Tell
from bot.flows.lists import DAYS, FIELDS, HOURS, KINDS, SKILLS, WANTS
from bot.mentoring.desk_effects import SetCapacity
from bot.mentoring.people import Facts
from bot.mentoring.programme_effects import FinishEnrolment
from bot.mentoring.programmes import Welcome
from bot.messages import Button, Json, Say, Screen, Words, say
from bot.talk.choices import Choice, Several
from bot.talk.questions import Ear, Number, Option, Text, labelled
from bot.talk.talk import Flow, Talk
from bot.talk.times import Clock

CAPACITIES = (1, 2, 3, 5, 0)
MOST_CAPACITY = 20
MONDAY = 0
DIGEST_CLOCKS = (time(7), time(8), time(9), time(12))
FIRST_DIGEST, LAST_DIGEST = time(7), time(20, 59)
MOST_BIO, MOST_HELLO = 240, 300
BIO = "ours"  # the bio that is put together from what they offer
HELLOS = ("hello-warm", "hello-curious")  # first words of ours, read in the reader's language


@dataclass(frozen=True, kw_only=True)
class OwnOrOurs(Text):
    """Own words, or a sentence of ours: that one is kept by its name, so that everybody reads it in their language."""

    ours: Mapping[str, Say] = field(default_factory=dict)

    def shown(self, stored: Json) -> Words:
        return self.ours.get(stored, str(stored))


@dataclass(frozen=True, kw_only=True)
class HowMany(Number):
    """How many mentees, tapped or typed."""

    low: int = 0
    high: int = MOST_CAPACITY
    example: int = 2
    columns: int = 4

    def options(self, ticked: Json) -> tuple[Option, ...]:
        return tuple(Option(str(number), say("capacity-option", n=number)) for number in CAPACITIES)

    def hear(self, text: str, ear: Ear) -> Json:
        slug = labelled(self.options(None), text, ear)
        return int(slug) if slug is not None else super().hear(text, ear)

    def guess(self) -> int:
        return CAPACITIES[0]

    def shown(self, stored: Json) -> Words:
        return say("capacity-shown", n=stored)


def ask_mentor(talk: Talk, facts: Facts, name: str) -> list[Effect]:
    """What a mentor offers, how they can be met, and a first small task."""
    about = _offers(talk)
    capacity = talk.ask(HowMany(key="capacity", text=say("mentor-capacity"), short=say("short-capacity")))
    about |= _times(talk)
    clock = talk.ask(DIGEST)
    about["hello"] = talk.ask(hello_question())
    programme = facts.programme.name if facts.programme else "Tuntun"
    welcome = say("mentor-welcome", name=name, programme=programme, n=capacity)
    return [
        ChangePerson({"checkin_day": MONDAY, "checkin_clock": clock}, about),
        SetCapacity(capacity),
        *finish(facts),
        Tell(Screen((welcome, *own_words(facts)), ((Button(say("button-help"), "p:help"),),))),
    ]


def finish(facts: Facts) -> list[Effect]:
    """The end of enrolling, in the programme it was begun for."""
    return [FinishEnrolment(facts.programme.id)] if facts.programme else []


def own_words(facts: Facts) -> tuple[Say, ...]:
    """The programme's own words of welcome, if it has any."""
    view = facts.view
    return (say("welcome-words", text=view.text),) if isinstance(view, Welcome) and view.text else ()


def _offers(talk: Talk) -> dict[str, Json]:
    field_ = talk.ask(Choice(key="field", text=say("mentor-field"), choices=FIELDS, other=60, short=say("short-field")))
    offers = talk.ask(
        Several(key="offers", text=say("mentor-offers"), choices=WANTS, other=80, short=say("short-offers"))
    )
    skills = talk.ask(
        Several(key="skills", text=say("mentor-skills"), choices=SKILLS, other=60, short=say("short-skills"))
    )
    about: dict[str, Json] = {"field": field_, "offers": list(offers), "skills": list(skills)}
    return about | {"bio": talk.ask(bio_question(about))}


def _times(talk: Talk) -> dict[str, Json]:
    kinds = talk.ask(Several(key="kinds", text=say("mentor-kinds"), choices=KINDS, short=say("short-kinds")))
    days = talk.ask(Several(key="days", text=say("mentor-days"), choices=DAYS, columns=4, short=say("short-days")))
    hours = talk.ask(Several(key="hours", text=say("mentor-hours"), choices=HOURS, columns=1, short=say("short-hours")))
    return {"kinds": list(kinds), "days": list(days), "hours": list(hours)}


DIGEST = Clock(
    key="clock",
    text=say("mentor-digest"),
    choices=DIGEST_CLOCKS,
    first=FIRST_DIGEST,
    last=LAST_DIGEST,
    short=say("short-digest"),
    echoes=True,
)


def bio_question(about: Mapping[str, Any]) -> OwnOrOurs:
    """The two lines a mentee will read; the model made of what they offer can be taken as it is."""
    ours = bio_of({**about, "bio": BIO})
    return OwnOrOurs(
        key="bio",
        text=say("mentor-bio", example=ours),
        most=MOST_BIO,
        least=2,
        suggestions=(Option(BIO, say("button-take-it")),),
        values=(BIO,),
        ours={BIO: ours} if isinstance(ours, Say) else {},
        short=say("short-bio"),
    )


def hello_question() -> OwnOrOurs:
    """A first word, kept for the mentee."""
    return OwnOrOurs(
        key="hello",
        text=say("mentor-hello"),
        most=MOST_HELLO,
        suggestions=tuple(Option(slug, say(slug)) for slug in HELLOS),
        values=HELLOS,
        ours={slug: say(slug) for slug in HELLOS},
        short=say("short-hello"),
    )


def bio_of(about: Mapping[str, Any]) -> Words:
    """A mentor's two lines; those of ours are made of what they offer. "" for nobody's."""
    bio = about.get("bio", "")
    if bio != BIO:
        return str(bio)
    return say("bio-ours", field=named("field", about.get("field", "")), offers=all_named("want", about.get("offers")))


def hello_of(about: Mapping[str, Any]) -> Words:
    """The first words a mentor left for their mentee, if any."""
    hello = str(about.get("hello", ""))
    return say(hello) if hello in HELLOS else hello


def named(kind: str, slug: str) -> Words:
    """What is chosen from a list, in words; own words stay."""
    known = {"field": FIELDS, "want": WANTS, "skill": SKILLS, "kind": KINDS, "hours": HOURS, "day": DAYS}[kind]
    return next((option.label for option in known if option.slug == slug), slug)


def all_named(kind: str, slugs: Any) -> tuple[Words, ...]:
    """The same for several."""
    return tuple(named(kind, str(slug)) for slug in slugs or ())


def capacity(talk: Talk, facts: Facts) -> list[Effect]:
    """How many mentees one can take; the number may stand behind the command."""
    text = say("capacity-ask", n=facts.membership.capacity if facts.membership else 1)
    wanted = _typed(facts.subject)
    wanted = wanted if wanted is not None else talk.ask(HowMany(key="capacity", text=text))
    mentees = sum(partner.role == "mentee" for partner in facts.partners)
    done = say("capacity-none", mentees=mentees) if wanted == 0 else say("capacity-set", n=wanted, mentees=mentees)
    ways = ((Button(say("button-mentees"), "p:mentees"), Button(say("button-help"), "p:help")),)
    return [SetCapacity(wanted), Tell(Screen((done,), ways if mentees else (ways[0][1:],)))]


def _typed(text: str) -> int | None:
    text = text.strip()
    return int(text) if text.isdecimal() and len(text) <= 2 and int(text) <= MOST_CAPACITY else None


CAPACITY = Flow("capacity", capacity)
