"""Pages about sessions: all that is agreed or waits for an answer, and one of them with what can be done."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from bot.flows import session_life, session_met, sessions
from bot.flows.pages import role_of, rows
from bot.flows.session_common import blocked
from bot.flows.session_words import about, agreed_at, changes, kind_said, offer_buttons, slot_lines
from bot.house import Action, Page
from bot.mentoring.ics import google_link
from bot.mentoring.people import Facts
from bot.mentoring.sessions import Session
from bot.messages import Button, Say, Screen, When, say

SHOWN = 4  # sessions on the list


def listed(facts: Facts) -> Screen:
    """What is agreed and what waits for an answer, each a button."""
    if stop := blocked(facts):
        return stop.screen
    found = [each for each in facts.sessions if each.upcoming(facts.now) or each.offered(facts.now)]
    if not found:
        return Screen((say("sessions-none", role=role_of(facts)),), rows("session-new", "met help"))
    buttons = tuple((Button(_short(each, facts), f"p:session:{each.id}"),) for each in found[:SHOWN])
    waiting = sum(not each.by_me and bool(each.offered(facts.now)) for each in found)
    line = say("sessions-listed", n=len(found), waiting=waiting, role=role_of(facts))
    return Screen((line,), (*buttons, *rows("session-new met")))


def _short(session: Session, facts: Facts) -> Say:
    name = session.partner.name
    if session.state == "confirmed" and session.starts_at:
        return say("sessions-agreed", at=When(session.starts_at), partner=name)
    by = "mine" if session.by_me else "theirs"
    return say(f"sessions-open-{by}", at=When(session.offered(facts.now)[0]), partner=name)


def one(facts: Facts) -> Screen:
    """One session: when, how, where, and what can be done with it."""
    session = next((each for each in facts.sessions if str(each.id) == facts.subject), None)
    if session is None:
        return Screen((say("session-gone"),), rows("session-new sessions"))
    lines = [say(f"session-is-{session.state}", partner=session.partner.name)]
    lines += (
        [
            say(
                "session-facts",
                at=agreed_at(session),
                minutes=session.minutes,
                kind=kind_said(session.kind),
                about=about(session),
            )
        ]
        if session.starts_at
        else []
    )
    offered = session.offered(facts.now)
    lines += slot_lines(offered, session.minutes, session.me, session.partner)
    lines += [say("session-room-is", link=session.link)] if session.link and session.upcoming(facts.now) else []
    return Screen(tuple(lines), (*_ways(session, facts), *rows("sessions")))


def _ways(session: Session, facts: Facts) -> Iterator[tuple[Button, ...]]:
    offered = session.offered(facts.now)
    if offered and not session.by_me:
        yield from offer_buttons(session, offered)
    if session.upcoming(facts.now) and not session.begun(facts.now):
        if session.link:
            yield (
                Button(say("button-session-join"), url=session.link),
                Button(say("button-add-calendar"), url=google_link(session)),
            )
        yield changes(session)
        yield (Button(say("button-room"), f"go:room:p{session.pair}"),)
    elif offered and session.by_me and session.state == "proposed":
        yield (
            Button(say("button-session-change-times"), f"go:session_move:{session.id}"),
            Button(say("button-session-withdraw"), f"go:session_cancel:{session.id}"),
        )
    if (
        session.kind == "text"
        and session.upcoming(facts.now)
        and session.begun(facts.now)
        and not session.mine.answered
    ):
        yield (Button(say("button-session-answer"), f"go:session_text:{session.id}"),)
    if session.state == "confirmed" and session.begun(facts.now) and session.kind != "text" and not session.mine.met:
        yield (Button(say("button-session-say-met"), f"go:met:{session.id}"),)


PAGES = (Page("sessions", listed), Page("session", one))
FLOWS = (*sessions.FLOWS, *session_life.FLOWS, *session_met.FLOWS)
ACTIONS: Mapping[str, Action] = {}
