"""Finding a time: one proposes up to three moments or a series, the other takes one, offers others, or asks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, time
from functools import reduce

from bot.effects import Effect, Start, Tell, TellPerson
from bot.errors import Unclear
from bot.flows.pages import role_of
from bot.flows.session_common import blocked, both, closed, hours_of, partner_of, session_of, told
from bot.flows.session_slots import REPEAT, is_stamp, moments_question
from bot.flows.session_words import kind_said, moment_said, offer_buttons, rule_said, slot_lines
from bot.mentoring.people import Facts
from bot.mentoring.series import Rule, rule_of
from bot.mentoring.session_effects import AcceptSlot, CancelSession, OfferTimes, ProposeSession
from bot.mentoring.sessions import KINDS, MINUTES, Hours, Seat, Session, moment_of, stamp
from bot.mentoring.slots import WEEKDAYS, Both
from bot.messages import ANSWER, Button, Json, Say, Screen, Value, When, say
from bot.talk.choices import Choice
from bot.talk.questions import Ear, Option, Text, Unsure
from bot.talk.talk import Flow, Talk
from bot.talk.times import Clock

NEW = "new"
MOST_TOPIC, MOST_QUESTION = 120, 500
MOVED_OFTEN = 2  # changes after which somebody is told that a regular time may help
LENGTHS = tuple(Option(str(minutes), say("session-minutes", n=minutes)) for minutes in MINUTES)
WAYS = tuple(Option(kind, kind_said(kind)) for kind in KINDS)
DAYS = tuple(Option(day, say(f"day-{day}")) for day in WEEKDAYS)
EVERY = tuple(Option(slug, say(f"session-every-{slug}")) for slug in ("1", "2", "month"))
COUNTS = tuple(Option(str(n), say("session-times", n=n)) for n in (6, 3, 4, 8, 12))
CLOCKS = (time(19), time(16), time(20), time(10))
LAST = {"proposed", "confirmed", "held"}


@dataclass(frozen=True, slots=True)
class Deal:
    """What is proposed beside the moments."""

    kind: str
    minutes: int
    topic: str = ""


def session(talk: Talk, facts: Facts) -> list[Effect]:
    """Propose a session: moments, then one look at it all; length, kind and topic only if wanted."""
    if stop := blocked(facts):
        return [stop]
    if not facts.subject and any(_matters(each, facts.now) for each in facts.sessions):
        return [Start("sessions")]
    hours = partner_of(talk, facts, facts.subject.removeprefix("p"))
    if way := _waiting(talk, facts, hours):
        return way
    two = both(facts, hours)
    ticks = talk.ask(moments_question("when", _when(facts, hours), two))
    rule = _regular(talk, two, ticks)
    moments = (
        rule.moments(facts.now, facts.me.zone)
        if rule
        else tuple(sorted(moment_of(each) for each in ticks if is_stamp(each)))
    )
    if rule and (far := next((each for each in moments if two.trouble(each) == "far"), None)):
        return [told("session-series-far", "session-new", at=say("session-item", what=When(far)))]
    deal = _agreed(talk, facts, hours, rule, moments)
    return [ProposeSession(hours.pair, moments, deal.kind, deal.minutes, deal.topic, series=rule is not None)]


def _matters(session: Session, now: datetime) -> bool:
    return session.upcoming(now) or bool(session.offered(now))


def _when(facts: Facts, hours: Hours) -> Say:
    return say("session-when", partner=hours.them.name, role=role_of(facts))


def _waiting(talk: Talk, facts: Facts, hours: Hours) -> list[Effect] | None:
    """An offer that nobody has answered yet comes first; another one may stand beside it."""
    mine = (
        each
        for each in facts.sessions
        if each.pair == hours.pair and each.state == "proposed" and each.offered(facts.now)
    )
    waiting = next(mine, None)
    if waiting is None:
        return None
    by = "mine" if waiting.by_me else "theirs"
    choices = tuple(Option(slug, say(f"session-waiting-{slug}")) for slug in (_WAITING[by], "another", "leave"))
    lines = say(f"session-waiting-by-{by}", partner=hours.them.name, at=When(waiting.offered(facts.now)[0]))
    match talk.ask(Choice(key="waiting", text=lines, choices=choices, columns=1)):
        case "change":
            return [Start("session_move", str(waiting.id))]
        case "answer":
            return [Start("session_answer", str(waiting.id))]
        case "leave":
            return [Start("session", str(waiting.id))]
    return None


_WAITING = {"mine": "change", "theirs": "answer"}


def _regular(talk: Talk, two: Both, ticks: tuple[str, ...]) -> Rule | None:
    """The series that was typed, or is put together by buttons."""
    if ticks[0] != REPEAT:
        return None if is_stamp(ticks[0]) else rule_of(ticks[0])
    every = talk.ask(Choice(key="every", text=say("session-every"), choices=EVERY, columns=1))
    day = talk.ask(Choice(key="day", text=say("session-day"), choices=DAYS, columns=4))
    asked = Clock(key="clock", text=say("session-which-hour", day=say(f"day-{day}")), choices=CLOCKS, echoes=True)
    clock = talk.ask(asked)
    count = int(talk.ask(Choice(key="count", text=say("session-count"), choices=COUNTS, columns=3)))
    return Rule(1 if every == "month" else int(every), int(every == "month"), WEEKDAYS.index(day), clock, count)


def _agreed(talk: Talk, facts: Facts, hours: Hours, rule: Rule | None, moments: tuple[datetime, ...]) -> Deal:
    """One look before it is sent; what is usual can be changed."""
    deal = _usual(facts, hours)
    send = Option("send", say("button-session-send", partner=hours.them.name))
    change = Option("change", say("button-session-change"))
    look = _look(facts, hours, deal, rule, moments)
    if talk.ask(Choice(key="card", text=look, choices=(send, change), columns=1)) == "send":
        return deal
    kind = talk.ask(Choice(key="kind", text=say("session-kind"), choices=WAYS, short=say("short-session-kind")))
    minutes = 45
    if kind != "text":
        asked = Choice(
            key="minutes", text=say("session-length"), choices=LENGTHS, columns=3, short=say("short-session-length")
        )
        minutes = int(talk.ask(asked))
    topic = talk.offer(Text(key="topic", text=say("session-topic", role=role_of(facts)), most=MOST_TOPIC))
    deal = Deal(kind, minutes, topic or "")
    look = _look(facts, hours, deal, rule, moments)
    talk.ask(Choice(key="card-2", text=look, choices=(send,), columns=1))
    return deal


def _usual(facts: Facts, hours: Hours) -> Deal:
    """As the pair did it last; otherwise 45 minutes, in a way both like."""
    for each in reversed(facts.sessions):
        if each.pair == hours.pair and each.state in LAST:
            return Deal(each.kind, each.minutes)
    mine = [kind for kind in facts.me.about.get("kinds") or () if kind in KINDS]
    liked = [kind for kind in mine if kind in hours.kinds] or mine or list(hours.kinds)
    return Deal(liked[0] if liked else KINDS[0], MINUTES[0])


def _look(facts: Facts, hours: Hours, deal: Deal, rule: Rule | None, moments: tuple[datetime, ...]) -> Say:
    seat = Seat(
        facts.me.id,
        facts.me.name,
        role_of(facts),
        facts.me.zone,
        facts.me.locale,
        facts.me.quiet_from,
        facts.me.quiet_until,
    )
    head: dict[str, Value] = {
        "partner": hours.them.name,
        "kind": kind_said(deal.kind),
        "minutes": deal.minutes,
        "text": int(deal.kind == "text"),
    }
    topic = say("session-about", topic=deal.topic) if deal.topic else say("session-same-clock")
    if rule:
        first = moment_said(moments[0], seat, hours.them)
        return say(
            "session-look-series", **head, topic=topic, rule=rule_said(rule), first=first, last=When(moments[-1], "day")
        )
    lines = slot_lines(moments, deal.minutes, seat, hours.them, own=False)
    moments_said = reduce(lambda above, below: say("session-below", above=above, below=below), lines)
    return say("session-look", **head, topic=topic, moments=moments_said)


def recall(facts: Facts) -> Mapping[str, Json]:
    """What was typed behind the command: "/session besok 19.00"."""
    if not facts.subject or facts.subject == NEW or facts.subject.removeprefix("p").isdigit() or len(facts.hours) != 1:
        return {}
    question = moments_question("when", say("session-same-clock"), both(facts, facts.hours[0]))
    ear = Ear(facts.now, facts.me.zone, facts.me.locale, lambda words: words if isinstance(words, str) else words.key)
    try:
        return {"when": question.close(question.add((), facts.subject, ear))}
    except (Unclear, Unsure):
        return {}


# The other side


def answer(talk: Talk, facts: Facts) -> list[Effect]:
    """Take a moment, offer others, or ask first."""
    found = session_of(facts)
    if stop := closed(facts, found):
        return [stop]
    assert found  # noqa: S101 - `closed` has looked
    if stop := _no_answer(found, facts):
        return [stop]
    offered = found.offered(facts.now)
    chosen = talk.ask(_offer(found, offered))
    if chosen == "ask":
        asked = Text(key="question", text=say("session-ask-what", partner=found.partner.name), most=MOST_QUESTION)
        return [_asks(found, talk.ask(asked)), told("session-asked", partner=found.partner.name)]
    if chosen == "other" and _is_series(found):
        return [CancelSession(found.id, "othertimes", whole=True), Start("session", f"p{found.pair}")]
    if chosen == "other":
        return _others(talk, facts, found)
    if chosen == "all":
        return [AcceptSlot(found.id, offered[0], whole=True)]
    return [AcceptSlot(found.id, moment_of(chosen))]


def _no_answer(found: Session, facts: Facts) -> Tell | None:
    """Why there is nothing to answer."""
    partner = found.partner.name
    if not found.slots:
        return told("session-already", "sessions", at=say("session-item", what=When(found.starts_at or facts.now)))
    if found.by_me:
        return told("session-yours", "sessions", partner=partner)
    if not found.offered(facts.now):
        return told("session-slots-past", "session-new sessions", partner=partner)
    return None


def _is_series(found: Session) -> bool:
    """Whether a whole series is on offer, not another moment for one of it."""
    return bool(found.series) and found.state == "proposed"


def _offer(found: Session, offered: tuple[datetime, ...]) -> Choice:
    slots = tuple(Option(stamp(each), moment_said(each, found.me, found.partner)) for each in offered)
    taken = (Option("all", say("button-session-all")),) if _is_series(found) else slots
    ways = (*taken, Option("other", say("button-session-other")), Option("ask", say("button-session-ask")))
    text = say("session-answer-which", partner=found.partner.name)
    return Choice(key="slot", text=text, choices=ways, columns=1)


def _asks(found: Session, question: str) -> TellPerson:
    lines = (say("session-question", partner=found.me.name, question=question),)
    buttons = ((Button(say("button-session-reply"), f"go:session_reply:{found.id}"),),)
    return TellPerson(found.partner.person, Screen(lines, buttons), priority=ANSWER)


def reply(talk: Talk, facts: Facts) -> list[Effect]:
    """Answer what the other side asked before choosing; the moments are shown to them again."""
    found = session_of(facts)
    if stop := closed(facts, found):
        return [stop]
    assert found  # noqa: S101 - `closed` has looked
    words = talk.ask(Text(key="words", text=say("session-reply-what", partner=found.partner.name), most=MOST_QUESTION))
    offered = found.offered(facts.now)
    lines = (
        say("session-replied", partner=found.me.name, words=words),
        *slot_lines(offered, found.minutes, found.partner, found.me),
    )
    buttons = offer_buttons(found, offered) if offered and found.by_me else ()
    tell = TellPerson(found.partner.person, Screen(lines, buttons), priority=ANSWER)
    return [tell, told("session-asked", partner=found.partner.name)]


def move(talk: Talk, facts: Facts) -> list[Effect]:
    """Offer other moments for a session; the agreed one stands until the other side takes one."""
    found = session_of(facts)
    if stop := closed(facts, found) or blocked(facts):
        return [stop]
    assert found  # noqa: S101 - `closed` has looked
    if found.begun(facts.now):
        return [told("session-move-late", "sessions", partner=found.partner.name)]
    return _others(talk, facts, found)


def _others(talk: Talk, facts: Facts, found: Session) -> list[Effect]:
    hours = hours_of(facts, found)
    if hours is None:
        return [told("session-gone", "session-new sessions")]
    key = "session-move-often" if found.sequence >= MOVED_OFTEN else "session-move-when"
    text = say(key, partner=found.partner.name, role=role_of(facts))
    ticks = talk.ask(moments_question("when", text, both(facts, hours, found.minutes, found), regular=False))
    return [OfferTimes(found.id, tuple(sorted(moment_of(each) for each in ticks)))]


FLOWS = (
    Flow("session", session, recall=recall),
    Flow("session_answer", answer),
    Flow("session_reply", reply),
    Flow("session_move", move),
)
