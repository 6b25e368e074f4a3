"""Every reminder of a mentee's week at every step of its series, late ones, and what coordinators are told."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from bot.flows.reminders import draw
from bot.mentoring.due import Due, Scene
from bot.messages import Screen, When, say
from bot.talk.dialogue import Conversation
from tests.golden.drawing import Sheet
from tests.golden.people import mentee, of_role, papers, portfolio, toefl
from tests.somebody import NOW
from tests.town import furnished

ABOUT = {"checkin": "2026-11-22", "nudge": "2026-11-22", "step-due": "2", "goal-due": "1", "idle": "5"}
KINDS = ("checkin", "nudge", "welcome", "goal-missing", "step-due", "goal-due", "idle", "back")


def sheets(locale: str) -> Iterator[Sheet]:
    """The reminders, and the messages to coordinators."""
    reminders, coordinators = Sheet("reminders", locale), Sheet("to-coordinators", locale)
    for kind in KINDS:
        for step in range(len(furnished().plan("default").reminders[kind].after)):
            _reminder(reminders, kind, step)
    _special(reminders)
    _to_coordinators(coordinators)
    yield from (reminders, coordinators)


def _reminder(sheet: Sheet, kind: str, step: int, title: str = "", late: float = 0, **known: object) -> None:
    me = mentee(sheet.locale, **known)
    goal = me.goals[0] if me.goals else None
    task = goal.steps[1] if goal and len(goal.steps) > 1 else None
    talk = Conversation(5, "checkin", "", me)
    scene = Scene(me.me, "telegram", "1", membership=me.membership, goals=me.goals, goal=goal, step=task, talk=talk)
    planned = NOW - timedelta(hours=late)
    due = Due(1, kind, 7, planned, planned, planned, ABOUT.get(kind, ""), step)
    sheet.scene(title or f"{kind}, {step + 1}")
    sheet.screen(draw(due, scene), me, due=planned if late else None)


def _special(sheet: Sheet) -> None:
    locale = sheet.locale
    _reminder(sheet, "checkin", 0, "checkin without a goal", goals=())
    _reminder(sheet, "checkin", 0, "checkin with two goals", goals=(portfolio(locale), papers(locale)))
    _reminder(sheet, "checkin", 0, "checkin with three goals", goals=(portfolio(locale), toefl(locale), papers(locale)))
    _reminder(sheet, "checkin", 0, "checkin, two hours late", late=2)
    _reminder(sheet, "checkin", 0, "checkin, a day late", late=25)
    for hard in ("bots", "video", "documents"):
        _reminder(sheet, "welcome", 0, f"welcome to somebody who finds {hard} hard", about={"hard": [hard]})
    sheet.scene("back: a mentor")
    budi = of_role("mentor", locale)
    scene = Scene(budi.me, "telegram", "1", membership=budi.membership)
    sheet.screen(draw(Due(1, "back", 9, NOW, NOW, NOW), scene), budi)


LOST = ("blocked", "not-started", "gone", "wrong-id")


def _to_coordinators(sheet: Sheet) -> None:
    """What else they are told; calls for help and farewells stand with the conversations that lead to them."""
    rina, since = of_role("coordinator", sheet.locale), When(NOW - timedelta(days=14), "day")
    for reach in LOST:
        sheet.scene(f"somebody cannot be reached: {reach}")
        sheet.screen(Screen((say(f"coordinator-{reach}", name="Sari"),)), rina)
    sheet.scene("somebody is silent")
    sheet.screen(Screen((say("coordinator-silent", name="Sari", since=since),)), rina)
    sheet.scene("several became silent at one moment")
    sheet.screen(Screen((say("coordinator-silent-many", n=2, names=("Sari", "Yosef"), since=since),)), rina)
