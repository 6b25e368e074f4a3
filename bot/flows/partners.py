"""Which partner something is about: the one a button or a name tells, the only one there is, or the one asked for."""

from __future__ import annotations

from bot.effects import Tell
from bot.flows.pages import role_of, rows
from bot.mentoring.people import Facts, Partner
from bot.messages import Screen, say
from bot.talk.choices import Choice
from bot.talk.clean import key_of
from bot.talk.questions import Option
from bot.talk.talk import Talk


def about_whom(talk: Talk, facts: Facts) -> Partner | None:
    """The partner a conversation is about; None when there is none."""
    if partner := facts.partner or named(facts):
        return partner
    if not facts.partners:
        return None
    choices = tuple(Option(str(partner.pair), partner.name) for partner in facts.partners)
    chosen = talk.ask(Choice(key="who", text=say("ask-who"), choices=choices, short=say("short-who")))
    return next(partner for partner in facts.partners if str(partner.pair) == chosen)


def named(facts: Facts) -> Partner | None:
    """The partner whose name stands in the subject, as "/progress Sari" has it."""
    said = set(key_of(facts.subject).split())
    found = [partner for partner in facts.partners if said & set(key_of(partner.name).split())]
    return found[0] if len(found) == 1 else None


def nobody(facts: Facts) -> Tell:
    """What is said to somebody who has no partner yet."""
    return Tell(alone(facts))


def alone(facts: Facts) -> Screen:
    """The same as a page."""
    return Screen((say("no-partner", role=role_of(facts)),), rows("help"))
