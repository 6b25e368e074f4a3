"""A person's settings: the page that shows them, and a small conversation for each."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import time

from bot.effects import ChangePerson, Effect, Start
from bot.errors import Unclear
from bot.flows.link import settings_rows
from bot.flows.lists import DAYS, WEEKDAYS
from bot.flows.pages import role_of, rows
from bot.house import Page
from bot.mentoring.calendar import Quiet
from bot.mentoring.people import Facts
from bot.mentoring.zones import zone_label
from bot.messages import Button, Json, Rows, Say, Screen, When, say
from bot.talk.choices import Choice
from bot.talk.clean import key_of
from bot.talk.moments import read_clock
from bot.talk.questions import Ear, Option, Text
from bot.talk.talk import Flow, Talk
from bot.talk.times import Clock, Zone

MOST_NAME = 40
LOCALES = {"id": "id indonesia indonesian", "en": "en english inggris"}  # and how one is named behind the command
CHECKIN_CLOCKS = (time(8), time(12), time(16), time(19), time(20))
NIGHTS = {"usual": (time(21), time(7)), "late": (time(22), time(6))}
LONGEST_QUIET = 16 * 60  # minutes; some hours must be left in which the bot may write


def settings(facts: Facts) -> Screen:
    """What is set, each a button that changes it."""
    me = facts.me
    name = Button(say("button-set-name", name=me.name), "go:set_name")
    zone = Button(say("button-set-zone", zone=zone_label(me.zone, facts.now, me.locale)), "go:set_zone")
    language = Button(say("button-set-language"), "go:language")
    changes: Rows = (
        (name,),
        (language, zone),
        *_weekly(facts),
        (Button(_quiet_label(facts), "go:set_quiet"),),
        *settings_rows(facts),
    )
    lines = (say("settings", clock=When(facts.now, "clock"), role=role_of(facts)),)
    return Screen(lines, (*changes, *rows("edit-me pause")))


def _weekly(facts: Facts) -> Rows:
    if role_of(facts) == "mentor":
        return ((Button(say("button-set-digest", clock=When(facts.me.checkin_clock)), "go:set_digest"),),)
    if role_of(facts) != "mentee":
        return ()
    day, clock = say(f"day-{WEEKDAYS[facts.me.checkin_day]}"), When(facts.me.checkin_clock)
    return ((Button(say("button-set-checkin", day=day, clock=clock), "go:set_checkin"),),)


def _quiet_label(facts: Facts) -> Say:
    start, end = facts.me.quiet_from, facts.me.quiet_until
    return say("button-set-quiet-none") if start == end else say("button-set-quiet", start=When(start), end=When(end))


@dataclass(frozen=True, kw_only=True)
class Fitting(Clock):
    """A time of day that must fit; `misfit` says why another does not."""

    fits: Callable[[time], bool]
    misfit: Callable[[time], Say]

    def hear(self, text: str, ear: Ear) -> Json:
        read = read_clock(text)
        good = [clock for clock in read if self.fits(clock)]
        if read and not good:
            raise Unclear(self.misfit(read[0]))
        return good[0].strftime("%H:%M") if len(good) == 1 else super().hear(text, ear)

    def load(self, stored: Json) -> time:
        clock = super().load(stored)
        if not self.fits(clock):
            raise ValueError(self.key)
        return clock


def waking(key: str, text: Say, quiet: Quiet) -> Fitting:
    """The question for a time outside somebody's quiet hours."""
    return Fitting(
        key=key,
        text=text,
        choices=tuple(clock for clock in CHECKIN_CLOCKS if not rests(clock, quiet)),
        fits=lambda clock: not rests(clock, quiet),
        misfit=lambda clock: say("clock-quiet", clock=When(clock), start=When(quiet.start), end=When(quiet.end)),
        echoes=True,
        short=say("short-clock"),
    )


def rests(clock: time, quiet: Quiet) -> bool:
    """Whether a time of day lies in quiet hours."""
    if quiet.start < quiet.end:
        return quiet.start <= clock < quiet.end
    return quiet.start != quiet.end and (clock >= quiet.start or clock < quiet.end)


def set_name(talk: Talk, facts: Facts) -> list[Effect]:
    """What to be called."""
    text = say("set-name", name=facts.me.name, role=role_of(facts))
    name = talk.ask(Text(key="name", text=text, most=MOST_NAME, short=say("short-name"), echoes=True))
    return [ChangePerson({"name": " ".join(name.split())}), Start("settings")]


def set_zone(talk: Talk, facts: Facts) -> list[Effect]:
    """Where one's clock hangs; the page that follows shows the time there."""
    zone = talk.ask(Zone(key="zone", text=say("set-zone"), short=say("short-zone"), echoes=True))
    return [ChangePerson({"zone": zone}), Start("settings")]


def set_checkin(talk: Talk, facts: Facts) -> list[Effect]:
    """The day and time of the weekly check-in."""
    day = talk.ask(Choice(key="day", text=say("set-checkin-day"), choices=DAYS, columns=4, short=say("short-day")))
    text = say("set-checkin-clock", day=say(f"day-{day}"))
    clock = talk.ask(waking("clock", text, Quiet(facts.me.quiet_from, facts.me.quiet_until)))
    return [ChangePerson({"checkin_day": WEEKDAYS.index(day), "checkin_clock": clock}), Start("settings")]


def set_quiet(talk: Talk, facts: Facts) -> list[Effect]:
    """The hours in which nobody is written to; a check-in inside them gets another time."""
    start, end = _quiet_hours(talk)
    changes: dict[str, Json] = {"quiet_from": start, "quiet_until": end}
    if role_of(facts) == "mentee" and rests(facts.me.checkin_clock, Quiet(start, end)):
        text = say("set-quiet-checkin", clock=When(facts.me.checkin_clock))
        changes["checkin_clock"] = talk.ask(waking("clock", text, Quiet(start, end)))
    return [ChangePerson(changes), Start("settings")]


def _quiet_hours(talk: Talk) -> tuple[time, time]:
    nights = [
        Option(slug, say("quiet-hours", start=When(start), end=When(end))) for slug, (start, end) in NIGHTS.items()
    ]
    choices = (*nights, Option("own", say("quiet-own")), Option("none", say("quiet-none")))
    asked = Choice(key="quiet", text=say("set-quiet"), choices=choices, short=say("short-quiet"))
    match talk.ask(asked):
        case "none":
            return time(0), time(0)
        case "own":
            start = talk.ask(
                Clock(key="from", text=say("set-quiet-from"), choices=FROM, echoes=True, short=say("short-quiet-from"))
            )
            return start, talk.ask(_until(start))
        case night:
            return NIGHTS[night]


FROM, UNTIL = (time(20), time(21), time(22), time(23)), (time(5), time(6), time(7), time(8))


def _until(start: time) -> Fitting:
    def minutes(end: time) -> int:
        return ((end.hour - start.hour) * 60 + end.minute - start.minute) % (24 * 60)

    def fits(end: time) -> bool:
        return 0 < minutes(end) <= LONGEST_QUIET

    return Fitting(
        key="until",
        text=say("set-quiet-until", start=When(start)),
        choices=tuple(end for end in UNTIL if fits(end)),
        fits=fits,
        misfit=lambda end: say("clock-quiet-length", start=When(start), end=When(end), hours=LONGEST_QUIET // 60),
        echoes=True,
        short=say("short-quiet-until"),
    )


def language(talk: Talk, facts: Facts) -> list[Effect]:
    """Indonesian or English; named behind the command, it changes at once."""
    return [ChangePerson({"locale": _named(facts.subject) or talk.ask(_languages(facts))}), Start("settings")]


def _named(text: str) -> str | None:
    asked = set(key_of(text).split())
    return next((locale for locale, names in LOCALES.items() if asked & set(names.split())), None)


def _languages(facts: Facts) -> Choice:
    other_first = sorted(LOCALES, key=lambda locale: locale == facts.me.locale)
    choices = tuple(Option(locale, say(f"language-{locale}")) for locale in other_first)
    return Choice(key="language", text=say("language"), choices=choices, short=say("short-language"))


SETTINGS = Page("settings", settings)
FLOWS = (
    Flow("set_name", set_name),
    Flow("set_zone", set_zone),
    Flow("set_checkin", set_checkin),
    Flow("set_quiet", set_quiet),
    Flow("language", language),
)
