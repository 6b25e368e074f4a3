"""What reminders of sessions look like."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime

from bot.flows.session_cards import topic_card
from bot.flows.session_words import agreed_at, changes, kind_said
from bot.mentoring.due import Due, Scene, Verdict
from bot.mentoring.reminders import SETTLES
from bot.mentoring.session_rules import ALL, THREAD, pointless
from bot.mentoring.sessions import Session
from bot.mentoring.thread_effects import TellThread
from bot.mentoring.topics import choose
from bot.messages import Button, Screen, Value, When, say


def _session(scene: Scene) -> Session:
    found = scene.about
    if not isinstance(found, Session) or found.starts_at is None:
        raise LookupError("session")
    return found


def _day(due: Due, scene: Scene) -> Screen:
    session = _session(scene)
    head: dict[str, Value] = {
        "partner": session.partner.name,
        "at": agreed_at(session),
        "minutes": session.minutes,
        "kind": kind_said(session.kind),
    }
    lines = (say("remind-session-day", **head, text=int(session.kind == "text"), role=session.me.role),)
    first = (
        (Button(say("button-session-ready"), f"go:session_confirm:{session.id}"),) if not session.mine.confirmed else ()
    )
    return Screen(lines, ((*first, *changes(session)),))


def _topic(due: Due, scene: Scene) -> Screen:
    session = _session(scene)
    return Screen((say("remind-session-topic", partner=session.partner.name), *topic_card(session)))


def _soon(due: Due, scene: Scene) -> Screen:
    session = _session(scene)
    key = "remind-session-soon" if session.link else "remind-session-soon-other"
    line = say(key, partner=session.partner.name, at=When(session.starts_at or due.planned, "clock"), kind=session.kind)
    join = ((Button(say("button-session-join"), url=session.link),),) if session.link else ()
    return Screen((line,), join)


def _met(due: Due, scene: Scene) -> Screen:
    session = _session(scene)
    key = "remind-session-met-again" if due.step else "remind-session-met"
    start = f"go:met:{session.id}:met"
    buttons = tuple(Button(say(f"button-met-{word}"), f"{start}:{word}") for word in ("yes", "moved", "no"))
    return Screen((say(key, partner=session.partner.name, at=When(session.starts_at or due.planned)),), (buttons,))


def _text(due: Due, scene: Scene) -> Screen:
    session = _session(scene)
    card = choose(session.pair, session.number, session.subjects)
    key = "remind-session-text-again" if due.step else "remind-session-text"
    line = say(key, partner=session.partner.name, until=When(session.ends_at or due.planned), role=session.me.role)
    questions = (
        () if due.step else tuple(say("topic-question", n=n, question=each) for n, each in enumerate(card.questions, 1))
    )
    return Screen((line, *questions), ((Button(say("button-session-answer"), f"go:session_text:{session.id}"),),))


def in_thread(due: Due, scene: Scene, now: datetime) -> Verdict:
    """Where both can see it: when, and the room; nothing that is only for one of them."""
    session: Session | None = scene.about
    if why := pointless(due, scene, now):
        return Verdict(why)
    if session is None or session.begun(now):
        return Verdict("begun")
    both = {"mentor": session.me.name, "mentee": session.partner.name}
    line = say("thread-session", **both, at=agreed_at(session), kind=kind_said(session.kind))
    join = ((Button(say("button-session-join"), url=session.link),),) if session.link and due.step else ()
    once = f"session-thread:{session.id}:{session.sequence}:{due.step}"
    return Verdict("told", effects=(TellThread(session.pair, Screen((line,), join), once=once, kind=THREAD),))


SETTLES[THREAD] = in_thread
DRAWS: Mapping[str, Callable[[Due, Scene], Screen]] = {
    "session-day": _day,
    "session-topic": _topic,
    "session-soon": _soon,
    "session-met": _met,
    "session-text": _text,
}
UNMOVED = frozenset(ALL)  # reminders that nobody can have later: their moment is what they are about
