"""Whether a session took place: both sides say so, nobody's word counts for the other; also one nobody had planned."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.effects import Effect, Start
from bot.flows.pages import role_of
from bot.flows.session_common import blocked, partner_of, session_of, told
from bot.mentoring.calendar import local, local_date
from bot.mentoring.people import Facts
from bot.mentoring.session_effects import LogMet, SayMet
from bot.mentoring.sessions import RECENT, Met, Session
from bot.messages import Say, When, say
from bot.talk.choices import Choice
from bot.talk.moments import read_clock, read_moments
from bot.talk.questions import Number, Option
from bot.talk.talk import Flow, Talk
from bot.talk.times import Day

ANSWERS: tuple[Met, ...] = ("yes", "moved", "no")
SAID = tuple(Option(slug, say(f"session-met-{slug}")) for slug in ANSWERS)
WHY = tuple(Option(slug, say(f"session-missed-{slug}")) for slug in ("time", "signal", "forgot", "partner"))
USUAL = time(12)  # of a meeting whose hour nobody named
SHORTEST, LONGEST = 5, 480  # minutes
LENGTHS = (45, 30, 60, 90)
AGO = {"kemarin": 1, "kmrn": 1, "yesterday": 1, "kemaren": 1, "lusa": 2, "today": 0, "tadi": 0, "barusan": 0}
AGO |= {"hari ini": 0, "kemarin lusa": 2, "semalam": 1, "just now": 0, "last night": 1}
MINUTES = re.compile(r"\b(\d{1,3})\s*(?:m|mnt|menit|min|mins|minutes?)\b")
HOURS = re.compile(r"\b(?:(\d{1,2})(?:[.,](5))?|(se|satu|an|one))\s*(?:jam|j|h|hours?)\b(?!\s*\d)")
DAYS_AGO = re.compile(r"\b(\d{1,3})\s*(?:hari|days?)\s*(?:yang\s*)?(?:lalu|ago)\b")


@dataclass(frozen=True, slots=True)
class Told:
    """What "yesterday 40m" says: a day, a clock, a length, as far as they were named."""

    day: date | None = None
    clock: time | None = None
    minutes: int | None = None


def met(talk: Talk, facts: Facts) -> list[Effect]:
    """About a session that was planned, or one that was not."""
    found = session_of(facts) if facts.subject.isdigit() else None
    if facts.subject.isdigit():
        return _planned(talk, facts, found)
    return _logged(talk, facts)


def _planned(talk: Talk, facts: Facts, found: Session | None) -> list[Effect]:
    if found is None or found.state in {"proposed", "cancelled"}:
        return [told("session-gone", "session-new sessions")]
    if not found.begun(facts.now):
        return [told("session-met-early", "sessions", at=say("session-item", what=When(found.starts_at or facts.now)))]
    text = say("session-met-ask", partner=found.partner.name, at=When(found.starts_at or facts.now))
    said = talk.ask(Choice(key="met", text=text, choices=SAID, columns=3))
    word: Met = next(each for each in ANSWERS if each == said)
    if word != "no":
        effects: list[Effect] = [SayMet(found.id, word)]
        return [*effects, *_next(found, word, facts)]
    why = talk.offer(Choice(key="why", text=say("session-missed-why"), choices=WHY, other=200))
    return [SayMet(found.id, "no", why or "")]


def _next(found: Session, word: Met, facts: Facts) -> list[Effect]:
    """A new time for one that was moved; three taps about one that took place and is over."""
    if word == "moved":
        return [Start("session", f"p{found.pair}")]
    over = found.ends_at is not None and found.ends_at <= facts.now and not found.mine.met
    return [Start("after-session", f"session-{found.id}")] if over else []


def _logged(talk: Talk, facts: Facts) -> list[Effect]:
    if stop := blocked(facts):
        return [stop]
    hours = partner_of(talk, facts, "")
    given = read_met(facts.subject, facts.now, facts.me.zone)
    day = given.day if given.day is not None else talk.ask(_day(facts, hours.them.name))
    if day > facts.today or day < facts.today - RECENT:
        return [
            told("session-met-future" if day > facts.today else "session-met-old", "session-new", role=role_of(facts))
        ]
    minutes = given.minutes or talk.ask(_length())
    if not SHORTEST <= minutes <= LONGEST:
        return [told("session-met-length", "session-new")]
    return [LogMet(hours.pair, _moment(facts, day, given.clock, minutes), minutes, given.clock is not None)]


def _moment(facts: Facts, day: date, clock: time | None, minutes: int) -> datetime:
    """When it began; never so that it would still be going on."""
    latest = facts.now - timedelta(minutes=minutes)
    return min(local(day, clock or USUAL, facts.me.zone), latest)


def _day(facts: Facts, partner: str) -> Day:
    days = [facts.today - timedelta(days=back) for back in (0, 1, 2)]
    names = ("today", "yesterday", "before")
    choices = tuple(
        Option(day.isoformat(), say(f"session-day-{name}", day=When(day)))
        for day, name in zip(days, names, strict=True)
    )
    first = facts.today - RECENT
    return Day(
        key="day",
        text=say("session-met-when", partner=partner),
        first=first,
        last=facts.today,
        choices=choices,
        columns=1,
    )


def _length() -> Number:
    return Length(key="minutes", text=say("session-met-long"), low=SHORTEST, high=LONGEST, example=40, columns=4)


@dataclass(frozen=True, kw_only=True)
class Length(Number):
    """How many minutes, tapped or typed."""

    def options(self, ticked: object) -> tuple[Option, ...]:
        return tuple(Option(str(minutes), say("session-minutes", n=minutes)) for minutes in LENGTHS)

    def shown(self, stored: object) -> Say:
        return say("session-minutes", n=int(str(stored)))


def read_met(text: str, now: datetime, zone: str) -> Told:
    """The day, clock and length in what was typed behind /met."""
    said = " ".join(text.casefold().split())
    minutes, said = _minutes(said)
    today = local_date(now, zone)
    if match := DAYS_AGO.search(said):
        return Told(today - timedelta(days=int(match[1])), _clock(said[: match.start()] + said[match.end() :]), minutes)
    for words, back in sorted(AGO.items(), key=lambda each: -len(each[0])):
        if re.search(rf"\b{words}\b", said):
            return Told(today - timedelta(days=back), _clock(said.replace(words, " ")), minutes)
    return Told(_past_day(said, now, zone), _clock(said), minutes)


def _minutes(said: str) -> tuple[int | None, str]:
    if match := MINUTES.search(said):
        return int(match[1]), said[: match.start()] + " " + said[match.end() :]
    if match := HOURS.search(said):
        hours = int(match[1] or 1) * 60 + (30 if match[2] else 0)
        return hours, said[: match.start()] + " " + said[match.end() :]
    return None, said


def _clock(said: str) -> time | None:
    return next(iter(read_clock(said)), None) if said.strip() else None


def _past_day(said: str, now: datetime, zone: str) -> date | None:
    """A weekday or date that was named, the last time it came."""
    if not said.strip():
        return None
    found = read_moments(said, now - timedelta(days=7), ZoneInfo(zone))
    return found[0].day if found else None


FLOWS = (Flow("met", met),)
