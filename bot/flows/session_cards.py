"""Messages about sessions, drawn from one side's view of them: offered, agreed, moved, called off, met or not."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from bot.flows.session_life import reason_said
from bot.flows.session_words import about, changes, kind_said, moment_said, offer_buttons, slot_lines
from bot.mentoring.ics import calendar_file, google_link
from bot.mentoring.sessions import ANSWER_WITHIN, Session
from bot.mentoring.topics import choose
from bot.messages import Attachment, Button, Rows, Say, Screen, Value, When, say


def proposed(session: Session, now: datetime) -> Screen:
    """What the other side reads of a proposal."""
    line = say("session-proposed", **_head(session), about=about(session), text=int(session.kind == "text"))
    return Screen((line, *_slots(session, now)), offer_buttons(session, session.offered(now)))


def proposed_series(sessions: Sequence[Session]) -> Screen:
    """What the other side reads of a series; all of it is taken or none."""
    first, last = sessions[0], sessions[-1]
    line = say("session-proposed-series", **_head(first), about=about(first), n=len(sessions))
    dates = tuple(When(each.slots[0], "day") for each in sessions)
    lines = (*slot_lines(first.slots[:1], first.minutes, first.me, first.partner), say("session-dates", days=dates))
    return Screen((line, *lines), offer_buttons(first, last.slots[:1]))


def sent(session: Session, n: int, crossing: Sequence[Session] = ()) -> Screen:
    """What the proposer reads: it is on its way; another offer that came meanwhile is shown."""
    lines = [say("session-sent", partner=session.partner.name, n=n, role=session.me.role)]
    back = (Button(say("button-session-withdraw"), f"go:session_cancel:{session.id}"),)
    buttons: Rows = ((*(back if session.state == "proposed" else ()), sessions_button()),)
    for other in crossing:
        lines.append(say("session-crossing", partner=other.partner.name))
        buttons = ((Button(say("button-session-look"), f"go:session_answer:{other.id}"),), *buttons)
    return Screen(tuple(lines), buttons)


def _start(session: Session) -> datetime:
    if session.starts_at is None:
        raise LookupError(session.id)
    return session.starts_at


def _head(session: Session) -> dict[str, Value]:
    return {"partner": session.partner.name, "minutes": session.minutes, "kind": kind_said(session.kind)}


def _slots(session: Session, now: datetime) -> tuple[Say, ...]:
    return slot_lines(session.offered(now), session.minutes, session.me, session.partner)


def sessions_button() -> Button:
    """The way to all sessions."""
    return Button(say("button-sessions"), "p:sessions")


def confirmed(sessions: Sequence[Session], now: datetime, *, moved: bool = False) -> Screen:
    """An agreed session, or a whole series, with its calendar file, for one side."""
    session = sessions[0]
    start = session.starts_at or now
    key = "session-moved" if moved else "session-confirmed" if len(sessions) == 1 else "session-confirmed-series"
    at, n = moment_said(start, session.me, session.partner), len(sessions)
    line = say(key, **_head(session), at=at, n=n, text=int(session.kind == "text"))
    lines = (line, *_where(session))
    if session.kind == "text":
        return Screen(lines, (changes(session),))
    add = ((Button(say("button-add-calendar"), url=google_link(session)),),) if len(sessions) == 1 else ()
    return Screen(lines, (*add, changes(session)), calendar_file(sessions, now))


def _where(session: Session) -> tuple[Say, ...]:
    if session.kind == "text":
        return (say("session-text-how", hours=int(ANSWER_WITHIN.total_seconds()) // 3600, role=session.me.role),)
    if session.link:
        return (say("session-room-is", link=session.link),)
    return (
        (say("session-where", kind=session.kind, partner=session.partner.name),)
        if session.kind in {"phone", "person"}
        else ()
    )


def moving(session: Session, now: datetime) -> Screen:
    """The other side would like to move an agreed session, which stands until somebody answers."""
    at = moment_said(session.starts_at or now, session.me, session.partner)
    line = say("session-moving", partner=session.partner.name, at=at)
    return Screen((line, *_slots(session, now)), offer_buttons(session, session.offered(now)))


def offered_others(session: Session, now: datetime) -> Screen:
    """The other side offers other moments than those proposed."""
    line = say("session-others", partner=session.partner.name)
    return Screen((line, *_slots(session, now)), offer_buttons(session, session.offered(now)))


def cancelled(session: Session, now: datetime, *, mine: bool, n: int = 1, gone: Sequence[Session] = ()) -> Screen:
    """A session was called off; a calendar file takes it out of the calendar."""
    start = session.starts_at
    key = "session-cancelled-mine" if mine else "session-cancelled"
    if start is None:
        key = "session-withdrawn-mine" if mine else "session-withdrawn"
    at = say("session-item", what=When(start or now))
    line = say(key, partner=session.partner.name, at=at, n=n, role=session.me.role)
    lines = (line,) if mine else (line, say("session-because", why=reason_said(session.reason)))
    new = ((Button(say("button-session-new"), f"go:session:p{session.pair}"),),)
    return Screen(lines, new, _taken_out(gone, now))


def _taken_out(gone: Sequence[Session], now: datetime) -> Attachment | None:
    agreed = [each for each in gone if each.starts_at and each.kind != "text"]
    return calendar_file(agreed, now, cancelled=True) if agreed else None


def ready(session: Session) -> Screen:
    """What one reads after saying that one will be there."""
    key = "session-ready-both" if session.theirs.confirmed else "session-ready"
    at = say("session-item", what=When(_start(session)))
    return Screen((say(key, partner=session.partner.name, at=at),), ((sessions_button(),),))


def met_noted(session: Session) -> Screen:
    """What one reads after saying whether the session took place."""
    word = session.mine.met or "no"
    lines = [say(f"session-noted-{word}", partner=session.partner.name)]
    lines += [say("session-noted-differs", partner=session.partner.name)] if _differs(session) else []
    buttons: Rows = ((Button(say("button-session-new"), f"go:session:p{session.pair}"), sessions_button()),)
    return Screen(tuple(lines), buttons)


def _differs(session: Session) -> bool:
    return bool(session.mine.met and session.theirs.met) and session.state == "unclear"


def logged(session: Session) -> Screen:
    """What one reads after noting down a meeting."""
    at = say("session-item", what=When(_start(session), "day"))
    return Screen(
        (say("session-logged", partner=session.partner.name, at=at, minutes=session.minutes),), ((sessions_button(),),)
    )


def confirm_log(session: Session) -> Screen:
    """The other side noted down a meeting; this side says whether it was so."""
    at = say("session-item", what=When(_start(session), "day"))
    line = say("session-log-asks", partner=session.partner.name, at=at, minutes=session.minutes, role=session.me.role)
    start = f"go:met:{session.id}:met"
    return Screen(
        (line,), ((Button(say("button-log-yes"), f"{start}:yes"), Button(say("button-log-no"), f"{start}:no")),)
    )


def topic_card(session: Session) -> tuple[Say, ...]:
    """Three questions and an exercise for a session."""
    card = choose(session.pair, session.number, session.subjects)
    questions = tuple(say("topic-question", n=n, question=each) for n, each in enumerate(card.questions, 1))
    return (say("topic-title", title=card.title), *questions, say("topic-exercise", exercise=card.exercise))


def text_answers(session: Session, answers: Sequence[str]) -> Screen:
    """What the other side of a text session answered; it is kept nowhere once it has arrived."""
    card = choose(session.pair, session.number, session.subjects)
    lines = [say("session-text-answers", partner=session.partner.name)]
    pairs = zip(card.questions, answers, strict=False)
    lines += [say("session-text-answer", question=question, answer=answer) for question, answer in pairs]
    return Screen(tuple(lines), ((Button(say("button-session-new"), f"go:session:p{session.pair}"),),))


def text_noted(session: Session) -> Screen:
    """What one reads after answering a text session."""
    key = "session-text-both" if session.theirs.answered else "session-text-noted"
    return Screen((say(key, partner=session.partner.name),), ((sessions_button(),),))
