"""What conversations about sessions share: which partner, which session, what stands in the way."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from bot.effects import Tell
from bot.flows.pages import role_of, rows
from bot.mentoring.people import Facts
from bot.mentoring.sessions import Hours, Session, Span
from bot.mentoring.slots import Both
from bot.messages import Button, Say, Screen, say
from bot.talk.choices import Choice
from bot.talk.questions import Option
from bot.talk.talk import Talk

PAIRED = frozenset({"mentee", "mentor"})


def told(key: str, *names: str, **args: str | int | Say) -> Tell:
    """One sentence and where to go from there."""
    return Tell(Screen((say(key, **args),), rows(*names)))


def blocked(facts: Facts) -> Tell | None:
    """Why somebody can't arrange sessions now."""
    member = facts.membership
    if member is None or member.standing in {"left", "enrolling"} or member.role not in PAIRED:
        return told("session-not-you", "help")
    if not facts.hours:
        return told("session-nobody", "help-me help", role=role_of(facts))
    if member.standing == "paused":
        return told("session-you-paused", "resume help", role=role_of(facts))
    return None


def partner_of(talk: Talk, facts: Facts, pair: str) -> Hours:
    """The partner it is about: the one named, the only one, or the one that is asked for."""
    known = {str(hours.pair): hours for hours in facts.hours}
    if pair in known or len(known) == 1:
        return known.get(pair) or facts.hours[0]
    choices = tuple(Option(number, hours.them.name) for number, hours in known.items())
    asked = Choice(key="partner", text=say("session-with-whom"), choices=choices, short=say("short-session-partner"))
    return known[talk.ask(asked)]


def busy(facts: Facts, without: int = 0) -> tuple[Span, ...]:
    """When I am in sessions."""
    agreed = (
        each for each in facts.sessions if each.upcoming(facts.now) and each.id != without and each.kind != "text"
    )
    return tuple(
        (each.starts_at, each.starts_at + timedelta(minutes=each.minutes)) for each in agreed if each.starts_at
    )


def both(facts: Facts, hours: Hours, minutes: int = 45, without: Session | None = None) -> Both:
    """The two who look for a time; the session that is moved is in nobody's way."""
    mine = busy(facts, without.id if without else 0)
    if without and without.starts_at:
        begun = without.starts_at
        rest = tuple(each for each in hours.busy if each[0] != begun)
        hours = replace(hours, busy=rest)
    return Both(facts.me, hours, mine, facts.now, minutes)


def session_of(facts: Facts) -> Session | None:
    """The session the conversation is about."""
    return next((each for each in facts.sessions if str(each.id) == facts.subject), None)


def hours_of(facts: Facts, session: Session) -> Hours | None:
    """What is known of the partner of a session."""
    return next((hours for hours in facts.hours if hours.pair == session.pair), None)


def closed(facts: Facts, session: Session | None) -> Tell | None:
    """Why nothing can be done with a session any more."""
    if session is None:
        return told("session-gone", "session-new sessions")
    if not session.live:
        return told("session-parted", "help", partner=session.partner.name)
    if session.state == "cancelled":
        return told("session-was-cancelled", "session-new sessions", partner=session.partner.name)
    if session.state not in {"proposed", "confirmed"}:
        return told("session-over", "session-new sessions")
    return None


def opens(session: Session, label: Say) -> Button:
    """A button to the page of a session."""
    return Button(label, f"p:session:{session.id}")
