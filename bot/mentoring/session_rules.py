"""When people are reminded of sessions, and when no more: planned for both sides, judged when they fire."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from bot.mentoring.due import Due, Scene, Verdict
from bot.mentoring.plans import Plan
from bot.mentoring.reminders import POINTLESS, SETTLES
from bot.mentoring.session_effects import CloseSession
from bot.mentoring.sessions import ANSWER_WITHIN, Session

BEFORE = ("session-day", "session-topic", "session-soon")  # counted from its beginning
MEETING = (*BEFORE, "session-met")
WRITTEN = ("session-day", "session-text")
CLOSE, THREAD = "session-close", "session-thread"
IN_THREAD = (timedelta(hours=24), timedelta(minutes=15))  # before it, for both to see
ALL = (*MEETING, "session-text", CLOSE, THREAD)


def on_agreeing(session: Session, plan: Plan, now: datetime) -> Iterator[Due]:
    """What is planned for one side of an agreed session."""
    for kind in WRITTEN if session.kind == "text" else MEETING:
        yield from _series(session, kind, plan, now)
    yield _row(session, CLOSE, 0, _closes(session), _closes(session))
    if session.me.role == "mentor" and session.kind != "text":
        ahead = ((step, _starts(session) - before) for step, before in enumerate(IN_THREAD))
        yield from (_row(session, THREAD, step, at, _starts(session)) for step, at in ahead if at > now)


def on_logging(session: Session) -> Iterator[Due]:
    """What is planned for one side of a meeting that was only noted down."""
    yield _row(session, CLOSE, 0, _closes(session), _closes(session))


def _series(session: Session, kind: str, plan: Plan, now: datetime) -> Iterator[Due]:
    """The first step of a series that is still ahead; the next ones follow it."""
    anchor = _ends(session) if kind == "session-met" else _starts(session)
    ahead = ((step, anchor + after) for step, after in enumerate(plan.reminders[kind].after) if anchor + after >= now)
    for step, at in list(ahead)[:1]:
        yield _row(session, kind, step, at, anchor)


def _row(session: Session, kind: str, step: int, at: datetime, anchor: datetime) -> Due:
    return Due(0, kind, session.me.person, at, at, anchor, str(session.id), step, str(session.sequence))


def _starts(session: Session) -> datetime:
    if session.starts_at is None:
        raise LookupError(session.id)
    return session.starts_at


def _ends(session: Session) -> datetime:
    return session.ends_at or _starts(session)


def _closes(session: Session) -> datetime:
    return _ends(session) if session.kind == "text" else _ends(session) + ANSWER_WITHIN


def pointless(due: Due, scene: Scene, now: datetime) -> str:
    """Why nobody needs to be reminded of a session any more."""
    session: Session | None = scene.about
    if session is None or not session.live:
        return "gone"
    if session.state != "confirmed" or str(session.sequence) != due.version:
        return "changed"
    if due.kind in BEFORE and session.begun(now):
        return "begun"
    if due.kind == "session-met" and session.mine.met:
        return "said"
    if due.kind == "session-text" and session.mine.answered:
        return "answered"
    return "muted" if due.kind == "session-soon" and session.muted else ""


def settles(due: Due, scene: Scene, now: datetime) -> Verdict:
    """The time to say something is over: what the session counts as is settled."""
    return Verdict("over", effects=(CloseSession(int(due.subject)),))


POINTLESS.update(dict.fromkeys((*MEETING, "session-text"), pointless))
SETTLES[CLOSE] = settles
