"""Pages to look at, in their states: empty, as usual, full; by role where they differ."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import get_args

from bot.commands import COMMANDS, MENTEE
from bot.effects import Tell
from bot.mentoring.people import Facts, Role, Standing, Step
from bot.messages import say
from bot.ports import State
from tests.golden.drawing import Sheet, phrases
from tests.golden.people import TODAY, answered, mentee, not_let_in, of_role, papers, portfolio, toefl
from tests.somebody import NOW
from tests.town import furnished


def sheets(locale: str) -> Iterator[Sheet]:
    """One a page."""
    for name, draw in DRAWN.items():
        sheet = Sheet(name, locale)
        draw(sheet)
        yield sheet


def page(sheet: Sheet, title: str, name: str, known: Facts) -> None:
    sheet.scene(title)
    sheet.screen(furnished().pages[name].draw(known), known)


def help_page(sheet: Sheet) -> None:
    locale = sheet.locale
    page(sheet, "not in a programme", "help", of_role(None, locale))
    for role in get_args(Role):
        page(sheet, f"{role}", "help", of_role(role, locale))
    page(sheet, "a mentee without a goal", "help", mentee(locale, goals=()))
    page(sheet, "a mentee whose check-in is done", "help", answered(locale))
    page(sheet, "a mentee whose check-in comes", "help", mentee(locale, since=NOW - timedelta(hours=1)))
    page(sheet, "a mentor without a mentee", "help", of_role("mentor", locale, partners=()))
    standings: tuple[Standing, ...] = ("enrolling", "paused", "left")
    for standing in standings:
        page(sheet, f"mentee, {standing}", "help", mentee(locale, standing=standing))
        page(sheet, f"mentor, {standing}", "help", of_role("mentor", locale, standing=standing))
    roles: tuple[Role, ...] = ("mentee", "mentor")
    for role in roles:
        page(sheet, f"{role}, not let in", "help", not_let_in(role, locale))


def progress(sheet: Sheet) -> None:
    locale = sheet.locale
    page(sheet, "no goal yet", "progress", mentee(locale, goals=()))
    page(sheet, "all reached", "progress", mentee(locale, goals=(), closed=(papers(locale),), streak=4))
    page(sheet, "one goal, the first check-in", "progress", mentee(locale, streak=1))
    page(sheet, "nothing told yet", "progress", mentee(locale, goals=(papers(locale),)))
    three = (
        portfolio(locale, percent=80),
        toefl(locale),
        portfolio(locale, percent=50, before=50, expected=70, steps=()),
    )
    page(sheet, "three goals: ahead, far behind, a little behind", "progress", mentee(locale, goals=three, streak=5))
    page(sheet, "the chart", "chart", mentee(locale))
    page(sheet, "no chart yet", "chart", mentee(locale, goals=(papers(locale),)))


def goals(sheet: Sheet) -> None:
    locale = sheet.locale
    page(sheet, "none yet", "goals", mentee(locale, goals=()))
    page(sheet, "none any more", "goals", mentee(locale, goals=(), closed=(papers(locale),)))
    page(sheet, "one", "goals", mentee(locale))
    page(sheet, "three", "goals", mentee(locale, goals=(portfolio(locale), toefl(locale), papers(locale))))
    page(sheet, "one of them", "goal", mentee(locale, subject="1"))
    private = portfolio(locale, visibility="private", steps=(Step(1, "A"), Step(2, "B")))
    page(sheet, "a private one, steps without days", "goal", mentee(locale, goals=(private,), subject="1"))
    ticked = portfolio(locale, steps=tuple(Step(at, f"{at}", done=True) for at in range(1, 7)))
    page(sheet, "all six steps ticked, no mentor", "goal", mentee(locale, goals=(ticked,), subject="1", partners=()))
    page(sheet, "a bare one", "goal", mentee(locale, goals=(papers(locale),), subject="3"))
    page(sheet, "a closed one", "goal", mentee(locale, goals=(), closed=(papers(locale),), subject="3"))
    page(sheet, "one that never was", "goal", mentee(locale, subject="99"))
    sheet.scene("a step is ticked in a reminder, and opened again")
    for deed in ("tick", "untick"):
        _told(sheet, deed, "2", mentee(locale))


def privacy(sheet: Sheet) -> None:
    for role in ("mentee", "mentor", "coordinator", "viewer"):
        page(sheet, role, "privacy", of_role(role, sheet.locale))
        page(sheet, f"{role}, the whole table", "privacy_full", of_role(role, sheet.locale))


def settings(sheet: Sheet) -> None:
    locale = sheet.locale
    for role in ("mentee", "mentor", "coordinator", "viewer"):
        page(sheet, role, "settings", of_role(role, locale))
    never = datetime(2026, 1, 1).time()  # noqa: DTZ001 - midnight
    page(
        sheet,
        "never quiet, in Berlin",
        "settings",
        mentee(locale, quiet_from=never, quiet_until=never, zone="Europe/Berlin"),
    )


def why_and_later(sheet: Sheet) -> None:
    locale = sheet.locale
    for kind in (*KINDS, "other"):
        page(sheet, f"why: {kind}", "why", mentee(locale, subject=kind))
    for hour in (11, 18, 20):
        now = datetime(2026, 11, 24, hour - 7, 30, tzinfo=UTC)
        page(sheet, f"later, at {hour}.30", "later", mentee(locale, now=now, subject="nudge:2026-11-22"))
    for about in ("goal-missing:", "step-due:2", "goal-due:1"):
        page(sheet, f"later: {about}", "later", mentee(locale, subject=about))
    sheet.scene("one is chosen")
    _told(sheet, "later", "tomorrow:checkin:2026-11-22", mentee(locale))


KINDS = ("checkin", "nudge", "welcome", "goal-missing", "step-due", "goal-due", "idle", "back")


def _told(sheet: Sheet, action: str, arg: str, known: Facts) -> None:
    """What a button that acts at once says."""
    effects = furnished().actions[action](arg, State(known.me, known.membership), known.now)
    for effect in effects:
        if isinstance(effect, Tell):
            sheet.screen(effect.screen, known)


def commands(sheet: Sheet) -> None:
    """Not a screen: the platform's menu, and the plain words that are understood."""
    known = replace(mentee(sheet.locale), today=TODAY)
    for command in COMMANDS:
        who = "mentees" if command.roles == MENTEE else "everybody" if command.roles >= set(get_args(Role)) else "some"
        name = command.local if sheet.locale == "id" else command.name
        sheet.scene(f"/{name} ({who}{', in the menu' if command.menu else ''})")
        sheet.say(say(f"command-{command.name}"), known=known)
        if phrases().has(f"phrases-{command.name}"):
            sheet.say(say(f"phrases-{command.name}"), known=known)


def names(sheet: Sheet) -> None:
    """How a conversation is named when it is cancelled, gone on with, or left in the middle."""
    known = mentee(sheet.locale)
    for flow in sorted(furnished().flows):
        what = say(f"flow-{flow}")
        sheet.scene(flow)
        sheet.say(
            say("cancelled", what=what), say("remind-idle", what=what), say("button-go-on-with", what=what), known=known
        )


DRAWN = {
    "page-help": help_page,
    "page-progress": progress,
    "page-goals": goals,
    "page-privacy": privacy,
    "page-settings": settings,
    "page-why-and-later": why_and_later,
    "commands": commands,
    "names": names,
}
