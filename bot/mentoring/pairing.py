"""What follows when two people become a pair: their introduction, a first word, an agreement, looked at again twice."""

from __future__ import annotations

from datetime import datetime, time, timedelta

from bot.mentoring.agreement import round_at, third
from bot.mentoring.calendar import local
from bot.mentoring.due import Due, Scene
from bot.mentoring.people import Facts, Partner
from bot.mentoring.planning import of_series
from bot.mentoring.plans import Plan
from bot.mentoring.reminders import FOLLOWS, POINTLESS, WAITING, Follows

ABOUT_PAIRS = ("paired", "first-words", "agreement", "agreement-again")  # their rows are about a pair, by its number
SECOND = timedelta(days=2)  # the mentor is reminded of the first words so long after the mentee
NOON = time(12)


def known(scene: Scene) -> Facts:
    """All that is known of the person a row about a pair is for."""
    found: Facts = scene.about
    return found


def partner_in(due: Due, scene: Scene) -> Partner | None:
    """The partner a row is about, as long as the pair goes on."""
    if not isinstance(scene.about, Facts):
        return None
    number = due.subject.rpartition(":")[2]
    return next((partner for partner in scene.about.partners if str(partner.pair) == number), None)


def after_meeting(due: Due, scene: Scene, plan: Plan, now: datetime) -> tuple[Due, ...]:
    """What is planned for one side of a pair once they have met: counted from then, which a pause may have put off."""
    partner, person = partner_in(due, scene), scene.person
    if partner is None:
        return ()
    hello = now if partner.role == "mentor" else now + SECOND
    rows = [
        of_series(due, "first-words", plan, 0, hello, person),
        of_series(due, "agreement", plan, 0, now, person),
    ]
    if partner.since and partner.ends:
        moments = (local(third(partner.since, partner.ends, part), NOON, person.zone) for part in (1, 2))
        rows += [of_series(due, "agreement-again", plan, 0, moment, person) for moment in moments if moment > now]
    return (*rows, *(row for begins in BEGINS for row in begins(due, scene, plan, now)))


BEGINS: list[Follows] = []  # what else is planned for one side of a pair that starts


def _ended(due: Due, scene: Scene, now: datetime) -> str:
    return "" if partner_in(due, scene) else "ended"


def _spoken(due: Due, scene: Scene, now: datetime) -> str:
    partner = partner_in(due, scene)
    return "ended" if partner is None else "spoken" if partner.heard else ""


def _answered(due: Due, scene: Scene, now: datetime) -> str:
    partner = partner_in(due, scene)
    return "ended" if partner is None else "answered" if partner.pact.mine else ""


def _looked_again(due: Due, scene: Scene, now: datetime) -> str:
    partner = partner_in(due, scene)
    if partner is None:
        return "ended"
    return "answered" if partner.pact.round >= round_at(partner.since, partner.ends, known(scene).today) else ""


POINTLESS.update({"paired": _ended, "first-words": _spoken, "agreement": _answered, "agreement-again": _looked_again})
FOLLOWS["paired"] = after_meeting
WAITING.update(ABOUT_PAIRS)
