"""A session that was agreed: there for sure, called off, its room, and the written kind."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlsplit

from bot.effects import Effect
from bot.errors import Unclear
from bot.flows.pages import role_of
from bot.flows.session_common import blocked, closed, partner_of, session_of, told
from bot.mentoring.people import Facts
from bot.mentoring.session_effects import AnswerText, CancelSession, ConfirmSession, SetRoom
from bot.mentoring.sessions import ANSWER_WITHIN, NOTICE, Session
from bot.mentoring.topics import choose
from bot.messages import Json, Say, When, say
from bot.talk.choices import Choice
from bot.talk.clean import clean
from bot.talk.questions import Ear, Option, Text
from bot.talk.talk import Flow, Talk

REASONS = tuple(Option(slug, say(f"session-why-{slug}")) for slug in ("busy", "sick", "signal", "notready"))
OTHER_TIMES = Option("othertimes", say("session-why-othertimes"))
WHICH = tuple(Option(slug, say(f"session-cancel-{slug}")) for slug in ("one", "all"))
MOST_REASON, MOST_LINK, MOST_ANSWER = 200, 300, 800
NO_ROOM = "-"  # kept where somebody wants a new room each time


def confirm(talk: Talk, facts: Facts) -> list[Effect]:
    """One tap the day before: I will be there."""
    found = session_of(facts)
    if stop := closed(facts, found):
        return [stop]
    assert found  # noqa: S101 - `closed` has looked
    return [ConfirmSession(found.id)]


def cancel(talk: Talk, facts: Facts) -> list[Effect]:
    """Call a session off, with a reason the other side reads."""
    found = session_of(facts)
    if stop := closed(facts, found):
        return [stop]
    assert found  # noqa: S101 - `closed` has looked
    if found.begun(facts.now):
        return [told("session-cancel-late", "sessions", partner=found.partner.name)]
    whole = (
        bool(found.series) and talk.ask(Choice(key="which", text=say("session-cancel-which"), choices=WHICH)) == "all"
    )
    asked = Choice(key="why", text=_why(found, facts), choices=REASONS, other=MOST_REASON, echoes=True)
    return [CancelSession(found.id, str(talk.ask(asked)), whole=whole)]


def _why(found: Session, facts: Facts) -> Say:
    soon = found.starts_at is not None and found.starts_at - facts.now < NOTICE
    key = "session-cancel-why-soon" if soon else "session-cancel-why"
    return say(key, partner=found.partner.name, role=role_of(facts))


def reason_said(reason: str) -> Say:
    """A reason in the reader's language, or in the words it was given in."""
    known = {option.slug: option.label for option in (*REASONS, OTHER_TIMES)}.get(reason)
    return known if isinstance(known, Say) else say("session-why-own", words=reason)


# The pair's own room


@dataclass(frozen=True, kw_only=True)
class Link(Text):
    """An address beginning with https."""

    def hear(self, text: str, ear: Ear) -> Json:
        kept = clean(text)
        if any(suggestion.slug == kept for suggestion in self.suggestions):
            return self.pick(kept)
        return self._checked(kept)

    def _checked(self, kept: str) -> str:
        kept = kept if "://" in kept or "." not in kept else f"https://{kept}"
        try:
            parts = urlsplit(kept)
        except ValueError:
            raise Unclear(say("session-room-bad", heard=kept[:60])) from None
        good = (
            parts.scheme == "https"
            and "." in parts.netloc
            and "@" not in parts.netloc
            and not any(map(str.isspace, kept))
        )
        if not good or len(kept) > self.most:
            raise Unclear(say("session-room-http" if parts.scheme == "http" else "session-room-bad", heard=kept[:60]))
        return kept


def room(talk: Talk, facts: Facts) -> list[Effect]:
    """Where a pair always meets; without one each session gets a room of its own."""
    if stop := blocked(facts):
        return [stop]
    hours = partner_of(talk, facts, facts.subject.removeprefix("p"))
    none = (Option("none", say("button-room-none")),) if hours.room else ()
    asked = Link(
        key="room",
        text=say("session-room", partner=hours.them.name, room=hours.room or "-", kept=int(bool(hours.room))),
        most=MOST_LINK,
        suggestions=none,
        values=(NO_ROOM,) * len(none),
        short=say("short-session-room"),
    )
    url = talk.ask(asked)
    return [SetRoom(hours.pair, "" if url == NO_ROOM else url)]


# The text session


def text_session(talk: Talk, facts: Facts) -> list[Effect]:
    """Three questions, answered in one's own time within two days."""
    found = session_of(facts)
    if stop := closed(facts, found):
        return [stop]
    assert found  # noqa: S101 - `closed` has looked
    if found.kind != "text" or found.starts_at is None:
        return [told("session-gone", "session-new sessions")]
    if found.starts_at > facts.now:
        return [told("session-text-early", "sessions", at=say("session-item", what=When(found.starts_at)))]
    if found.mine.answered:
        return [told("session-text-done", "sessions", partner=found.partner.name)]
    if facts.now > found.starts_at + ANSWER_WITHIN:
        return [told("session-text-late", "session-new sessions")]
    card = choose(found.pair, found.number, found.subjects)
    questions = [Text(key=f"q{n}", text=each, most=MOST_ANSWER) for n, each in enumerate(card.questions, 1)]
    return [AnswerText(found.id, tuple(talk.ask_page(questions)))]


FLOWS = (
    Flow("session_confirm", confirm),
    Flow("session_cancel", cancel),
    Flow("session_text", text_session),
    Flow("room", room),
)
