"""A person's own rights: a pause and its end, leaving, erasing, a copy of everything; what buttons of reminders do."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from bot.effects import (
    CloseTalk,
    Effect,
    Erase,
    Forget,
    SendMyData,
    SetStanding,
    Snooze,
    Start,
    Tell,
    TellCoordinators,
)
from bot.errors import Unclear
from bot.flows import edit, pages, settings
from bot.flows.help import HELP, HELP_ME
from bot.flows.pages import CHOICES, answer_now, kind_and_subject, role_of, rows
from bot.house import Action
from bot.mentoring.calendar import later, local, local_date
from bot.mentoring.desk_effects import TellPartners
from bot.mentoring.people import Facts
from bot.mentoring.programmes import Team
from bot.mentoring.reminders import quiet_of
from bot.messages import Button, Json, Screen, When, say
from bot.ports import State
from bot.talk.choices import Choice
from bot.talk.clean import key_of
from bot.talk.moments import read_span
from bot.talk.questions import Ear, Option, labelled
from bot.talk.talk import Flow, Talk
from bot.talk.times import Day

YEAR = timedelta(days=365)
MORE = "more"  # the subject of a button that makes a pause longer
SPANS = {"week": 7, "weeks": 14, "month": 30}
AGAIN = (Option("longer", say("button-pause-more")), Option("resume", say("button-resume")))
REASONS = ("time", "reached", "match", "uneasy")
OF_STAFF = ("time", "uneasy")  # for who is not one of a pair


def is_member(facts: Facts) -> bool:
    """Whether the person takes part, paused or not."""
    return facts.membership is not None and facts.membership.standing in {"active", "paused"}


# A pause


def pause(talk: Talk, facts: Facts) -> list[Effect]:
    """Until when; a pause that runs already may be ended or made longer."""
    if not is_member(facts):
        return [Start("help")]
    back = _named_end(facts)
    if back is None and facts.subject != MORE and (until := _paused_until(facts)):
        text = say("pause-again", day=When(until), role=role_of(facts))
        if talk.ask(Choice(key="again", text=text, choices=AGAIN)) == "resume":
            return [Start("resume")]
    back = back or talk.ask(_until(facts))
    done = say("pause-done", name=facts.me.name, day=When(back), role=role_of(facts))
    told = TellPartners(Screen((say("partner-paused", day=When(back)),)))
    return [SetStanding("paused", local(back, time(0), facts.me.zone)), told, Tell(Screen((done,), rows("resume")))]


def _named_end(facts: Facts) -> date | None:
    """The day that "2w" behind the command, or "mau jeda 2 minggu" in plain words, leads to."""
    words = facts.subject.split()
    span = next(filter(None, (read_span(" ".join(words[at:])) for at in range(len(words)))), None)
    return facts.today + span if span else None


def _paused_until(facts: Facts) -> date | None:
    member = facts.membership
    if member is None or member.standing != "paused":
        return None
    return max(local_date(member.paused_until, facts.me.zone) if member.paused_until else facts.today, facts.today)


@dataclass(frozen=True, kw_only=True)
class Until(Day):
    """The day on which a pause ends: a span to tap, or a span or day typed."""

    counted_from: date

    def hear(self, text: str, ear: Ear) -> Json:
        span = read_span(text)
        if span is None or labelled(self.choices, text, ear):
            return super().hear(text, ear)
        day = self.counted_from + span
        if day > self.last:
            raise Unclear(self._outside(day))
        return day.isoformat()


def _until(facts: Facts) -> Until:
    """Counted from today, or from the end of the pause that runs."""
    start = _paused_until(facts) or facts.today
    last = facts.today + YEAR
    ends = {name: start + timedelta(days=days) for name, days in SPANS.items()}
    return Until(
        key="until",
        text=say("pause-until") if start == facts.today else say("pause-longer", day=When(start)),
        first=facts.today + timedelta(days=1),
        last=last,
        counted_from=start,
        choices=tuple(Option(day.isoformat(), say(f"pause-{name}")) for name, day in ends.items() if day <= last),
        help=say("pause-how"),
        help_label=say("button-other-day"),
        columns=3,
        echoes=True,
        short=say("short-until"),
    )


def resume(talk: Talk, facts: Facts) -> list[Effect]:
    """Go on at once."""
    if not is_member(facts):
        return [Start("help")]
    if _paused_until(facts) is None:
        return [Tell(Screen((say("resume-not-paused", role=role_of(facts)),), rows("pause help")))]
    ways = rows("checkin", "help") if role_of(facts) == "mentee" else rows("help")
    told = TellPartners(Screen((say("partner-back"),)))
    done = say("resume-done", name=facts.me.name, role=role_of(facts))
    return [SetStanding("active"), told, Tell(Screen((done,), ways))]


# Leaving


def leave(talk: Talk, facts: Facts) -> list[Effect]:
    """Why, if they like to say; a pause or a human as ways out; then the end."""
    waits = facts.membership is not None and facts.membership.standing == "waiting"
    if not (is_member(facts) or waits) or facts.programme is None:
        return [Start("help")]
    if isinstance(facts.view, Team) and facts.view.owners < 2:
        return [Tell(last_owner(facts.programme.name))]
    reasons = REASONS if facts.membership and facts.membership.role in {"mentee", "mentor"} else OF_STAFF
    choices = tuple(Option(reason, say(f"leave-{reason}", role=role_of(facts))) for reason in reasons)
    asked = Choice(key="why", text=say("leave-why"), choices=choices, other=300, columns=1, echoes=True)
    why = talk.offer(asked)
    match talk.ask(_sure(facts, why)):
        case "pause":
            return [Start("pause")]
        case "talk":
            return [Start("help_me")]
        case "stay":
            return [Tell(Screen((say("leave-stayed"),), rows("help")))]
    reason = say("leave-unsaid") if why is None else asked.shown(why)
    told = TellCoordinators(Screen((say("coordinator-left", reason=reason),)))
    bye = say("leave-done", name=facts.me.name, role=role_of(facts))
    return [told, SetStanding("left", reason=why or ""), CloseTalk(), Tell(Screen((bye,), rows("my-data", "erase")))]


def last_owner(programme: str) -> Screen:
    """A programme keeps an owner: what to do first."""
    ways = (Button(say("button-team"), "p:team"), Button(say("button-invite-owner"), "go:invite:owner"))
    return Screen((say("leave-last-owner", programme=programme),), (ways,))


def _sure(facts: Facts, why: str | None) -> Choice:
    text = say("leave-sure", programme=facts.programme.name if facts.programme else "", partners=len(facts.partners))
    slugs = ("leave", "talk" if why == "uneasy" else "pause", "stay")
    return Choice(
        key="sure", text=text, choices=tuple(Option(slug, say(f"leave-sure-{slug}")) for slug in slugs), columns=1
    )


# Everything that is kept


def my_data(talk: Talk, facts: Facts) -> list[Effect]:
    """A copy of everything, at once."""
    return [SendMyData()]


@dataclass(frozen=True, kw_only=True)
class Sure(Choice):
    """The second yes before everything goes: its own button, or the word."""

    def hear(self, text: str, ear: Ear) -> Json:
        return "erase" if key_of(text) in {"hapus", "erase", "delete"} else super().hear(text, ear)


def erase(talk: Talk, facts: Facts) -> list[Effect]:
    """What goes and what stays, a copy first if wanted, then asked twice, in two ways."""
    with_copy = facts.subject != "copied"
    first = talk.ask(_first(facts, with_copy=with_copy))
    if first == "copy":
        return [SendMyData(), Start("erase", "copied")]
    if first == "no" or talk.ask(SURE) == "keep":
        return [Tell(Screen((say("erase-kept"),), rows("help") if facts.membership else ()))]
    told = [TellCoordinators(Screen((say("coordinator-erased"),)))] if is_member(facts) else []
    return [*told, Erase(), CloseTalk(), Tell(Screen((say("erase-done"),)))]


def _first(facts: Facts, *, with_copy: bool) -> Choice:
    slugs = ("copy", "go", "no") if with_copy else ("no", "go")
    key = "erase-what" if with_copy else "erase-copied"
    text = say(key, role=role_of(facts), told=int(is_member(facts)))
    return Choice(
        key="first", text=text, choices=tuple(Option(slug, say(f"erase-{slug}")) for slug in slugs), columns=1
    )


SURE = Sure(  # a second tap on the place of "go" meets "keep"
    key="second",
    text=say("erase-sure"),
    choices=(Option("erase", say("erase-all")), Option("keep", say("erase-keep"))),
    columns=1,
)


# What buttons under other messages do


def snooze(arg: str, state: State, now: datetime) -> list[Effect]:
    """Later: "<choice>:<kind>:<subject>". A button nobody was shown changes nothing."""
    choice, _, about = arg.partition(":")
    kind, subject = kind_and_subject(about)
    me = state.person
    if me is None or choice not in CHOICES or not _real(kind, subject):
        return [Start("help")]
    at = later(choice, now, me.zone, quiet_of(me))
    return [Snooze(kind, subject, at), Tell(Screen((say("later-set", at=When(at)),), answer_now(kind, subject)))]


def _real(kind: str, subject: str) -> bool:
    match kind:
        case "checkin" | "nudge":
            return _is_day(subject)
        case "step-due" | "goal-due" | "first-words" | "agreement" | "agreement-again":
            return subject.isdecimal()
        case "after-session" | "pulse" | "midway" | "goal-view" | "closing-week" | "closing":
            return subject.isdecimal()
        case _:
            return kind == "goal-missing" and not subject


def _is_day(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def cancel(arg: str, state: State, now: datetime) -> list[Effect]:
    """Close the person's own conversation of this id; somebody who never agreed is forgotten."""
    talk = next((talk for talk in state.talks if str(talk.id) == arg), None)
    if talk is None:
        return [Tell(Screen((say("stale-closed"),)))]
    gone: list[Effect] = [] if state.membership else [Forget()]
    return [*gone, CloseTalk(talk.id), Tell(Screen((say("cancelled", what=say(f"flow-{talk.flow}")),)))]


ACTIONS: Mapping[str, Action] = {"later": snooze, "cancel": cancel, "resume": lambda arg, state, now: [Start("resume")]}
PAGES = (HELP, settings.SETTINGS, *pages.PAGES)
FLOWS = (
    Flow("pause", pause),
    Flow("resume", resume),
    Flow("leave", leave),
    Flow("erase", erase),
    Flow("my_data", my_data),
    HELP_ME,
    edit.EDIT,
    *settings.FLOWS,
)
