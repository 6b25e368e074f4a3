"""Help: the short page by role and moment, and the private way to a human."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta

from bot.effects import AskHelp, Effect, Start, Tell, TellCoordinators
from bot.flows.pages import role_of, rows
from bot.house import Page
from bot.mentoring.calendar import local, local_date
from bot.mentoring.people import Facts, Membership, Role
from bot.mentoring.planning import SETTLE, next_checkin
from bot.messages import Button, Rows, Say, Screen, When, say
from bot.talk.choices import Choice
from bot.talk.questions import Option, Text
from bot.talk.talk import Flow, Talk

TOPICS = ("partner", "goal", "time", "unsafe", "other")
OPENS, CLOSES, WORKDAYS = time(8), time(17), range(5)  # when coordinators read, on the programme's wall
INDONESIA = frozenset({"Asia/Jakarta", "Asia/Pontianak", "Asia/Makassar", "Asia/Jayapura"})
LONG_AGO = datetime(2000, 1, 1, tzinfo=UTC)
MOST_WORDS = 1000
CUT = 100  # characters that are kept behind a command


def help_page(facts: Facts) -> Screen:
    """What one can do now. It stands on its own, and under a note that something was not understood."""
    member = facts.membership
    if member is None:
        return Screen((say("help-outside"),), rows("privacy"))
    if member.standing == "enrolling":
        return Screen((say("help-enrolling", programme=member.programme.name),), rows("profile", "privacy erase"))
    if member.standing == "waiting":
        waits = say("help-waiting", programme=member.programme.name, role=member.role)
        return Screen((waits,), rows("privacy my-data", "settings"))
    if member.standing == "left":
        key = "help-declined" if member.declined else "help-left"
        left = say(key, programme=member.programme.name, role=member.role)
        return Screen((left,), rows("my-data", "erase"))
    if member.standing == "paused":
        return _paused(member)
    if member.role == "mentee":
        return _mentee(facts)
    return _mentor(facts, member) if member.role == "mentor" else _staff(member)


def _mentor(facts: Facts, member: Membership) -> Screen:
    names = tuple(partner.name for partner in facts.partners if partner.role == "mentee")
    if names:
        ways = rows("mentees", "notes agreement", "help-me settings", "privacy")
    else:
        ways = rows("capacity settings", "help-me privacy", "pause")
    line = say("help-mentor", programme=member.programme.name, mentees=len(names), names=names)
    return Screen((line, _hint("mentor")), ways)


def _staff(member: Membership) -> Screen:
    """The desk: what is looked at each day first."""
    line = say(f"help-{member.role}", programme=member.programme.name)
    if member.role == "viewer":
        return Screen((line, _hint("viewer")), rows("desk-figures desk-digest", "settings privacy"))
    return Screen(
        (line, _hint(member.role)),
        rows("desk-attention desk-figures", "desk-pairs desk-inbox", "desk-programme settings"),
    )


def _hint(role: Role) -> Say:
    return say("help-hint", role=role)


def _paused(member: Membership) -> Screen:
    until = (say("help-paused-until", day=When(member.paused_until, "day")),) if member.paused_until else ()
    return Screen(
        (say("help-paused", role=member.role), *until), rows("resume", "pause-more help-me", "settings my-data")
    )


def _mentee(facts: Facts) -> Screen:
    if not facts.goals:
        ways = rows("new-goal", *_choose(facts), "help-me settings", "privacy")
        return Screen((say("help-no-goal"), _hint("mentee")), ways)
    if checkin_due(facts):
        first, second, line = "checkin", "progress my-goals", say("help-checkin-due")
    else:
        first, second = "progress", "my-goals checkin"
        line = say("help-checkin-done" if facts.checkin else "help-checkin-next", next=When(_next_checkin(facts)))
    return Screen((line, _hint("mentee")), rows(first, second, *_choose(facts), "help-me settings", "privacy"))


def _choose(facts: Facts) -> tuple[str, ...]:
    """Whoever has no mentor may choose one."""
    return () if facts.mentor else ("choose",)


def checkin_due(facts: Facts) -> bool:
    """Whether a check-in has been asked for and waits for its answer."""
    if facts.checkin or facts.occurrence is None:
        return False
    asked = local(facts.occurrence, facts.me.checkin_clock, facts.me.zone)
    return _settled(facts) <= asked <= facts.now


def _settled(facts: Facts) -> datetime:
    """From when on somebody is asked: newcomers are given a little time."""
    since = facts.membership.since if facts.membership else None
    return since + SETTLE if since else LONG_AGO


def _next_checkin(facts: Facts) -> datetime:
    """The next invitation for a week that has no answer yet."""
    coming = next_checkin(facts.me, max(facts.now, _settled(facts)))
    early = facts.checkin and facts.checkin.occurrence.isoformat() == coming.subject
    return next_checkin(facts.me, coming.at).at if early else coming.at


# The way to a human


def help_me(talk: Talk, facts: Facts) -> list[Effect]:
    """What it is about and in which words; coordinators read it, nobody else."""
    if facts.programme is None:
        return [Start("help")]
    topic = talk.ask(_topic(facts))
    words = _told_at_once(facts) or talk.offer(_words(facts, topic)) or ""
    tell = [say("coordinator-help", topic=topic)]
    tell += [say("coordinator-help-words", text=words)] if words else []
    tell += [say("coordinator-help-next", topic=topic)]
    told = TellCoordinators(Screen(tuple(tell), ticket_of(facts)))
    return [AskHelp(topic, words), told, sent_to_coordinators(facts, topic)]


def ticket_of(facts: Facts) -> Rows:
    """The way to the ticket that this call becomes, before it has a number: the person's first from now on."""
    return ((Button(say("button-open-ticket"), f"do:ticket_open:{facts.me.id}-{int(facts.now.timestamp())}"),),)


def _topic(facts: Facts) -> Choice:
    choices = tuple(Option(topic, say(f"help-topic-{topic}", role=role_of(facts))) for topic in TOPICS)
    return Choice(key="topic", text=say("help-me-topic"), choices=choices, columns=1, short=say("short-help-topic"))


def _told_at_once(facts: Facts) -> str:
    """What was typed behind the command, unless it was too long to be kept whole."""
    return facts.subject if len(facts.subject) < CUT else ""


def _words(facts: Facts, topic: str) -> Text:
    key = "help-me-words-unsafe" if topic == "unsafe" else "help-me-words"
    return Text(key="words", text=say(key, where=_where(facts)), most=MOST_WORDS, short=say("short-help-words"))


def _where(facts: Facts) -> str:
    return "indonesia" if facts.me.zone in INDONESIA else "elsewhere"


def sent_to_coordinators(facts: Facts, topic: str) -> Tell:
    """That it is on its way, and when it is read."""
    opens = opening(facts.now, facts.programme.zone if facts.programme else facts.me.zone)
    lines = [say("help-me-sent"), say("help-me-open") if opens is None else say("help-me-closed", opens=When(opens))]
    lines += [say("help-me-danger", where=_where(facts))] if topic == "unsafe" else []
    return Tell(Screen(tuple(lines), rows("help")))


def opening(now: datetime, zone: str) -> datetime | None:
    """When coordinators read again, None while they do: weekdays from eight to five."""
    today = local_date(now, zone)
    if today.weekday() in WORKDAYS and local(today, OPENS, zone) <= now < local(today, CLOSES, zone):
        return None
    days = (today + timedelta(days=ahead) for ahead in range(7))
    mornings = (local(day, OPENS, zone) for day in days if day.weekday() in WORKDAYS)
    return next(morning for morning in mornings if morning > now)


HELP = Page("help", help_page)
HELP_ME = Flow("help_me", help_me)
