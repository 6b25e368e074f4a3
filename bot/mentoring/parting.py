"""How a pair ends: at its planned time, with a week's notice, or earlier because one of the two wished so."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from bot.mentoring.calendar import local
from bot.mentoring.due import Due, Scene, Verdict
from bot.mentoring.pairing import BEGINS, partner_in
from bot.mentoring.parting_effects import ClosePair, Part
from bot.mentoring.people import Person
from bot.mentoring.planning import of_series
from bot.mentoring.plans import Plan
from bot.mentoring.reminders import POINTLESS, SETTLES, WAITING
from bot.mentoring.rituals import ENDS, OVER, PARTING, Ritual, kind_of, number_of, ritual_of

THINK = timedelta(hours=48)  # in which one may change one's mind
MONTH = timedelta(days=30)  # by how much a pair goes on
STAYS = timedelta(days=7)  # how long a pair stays open after its end, to say goodbye
LONGEST = timedelta(days=30)  # ... when one of the two is on a break
NOON = time(12)


def on_asking(person: int, pair: int, until: datetime) -> Due:
    """When a wish for another partner takes effect."""
    return Due(0, PARTING, person, until, until, until, str(pair))


def on_end(pair: int, ends: date, person: Person, plan: Plan, now: datetime) -> Iterator[Due]:
    """What is planned for one side of a pair around its end."""
    anchor = local(ends, NOON, person.zone)
    blank = Due(0, "", person.id, now, now, anchor, str(pair), 0, ends.isoformat())
    rows = (of_series(blank, kind, plan, 0, anchor, person) for kind in ENDS)
    yield from (row for row in rows if row.at > now)
    over = anchor + STAYS
    yield Due(0, OVER, person.id, over, over, anchor, str(pair), 0, ends.isoformat())


def _begins(due: Due, scene: Scene, plan: Plan, now: datetime) -> tuple[Due, ...]:
    partner = partner_in(due, scene)
    return tuple(on_end(partner.pair, partner.ends, scene.person, plan, now)) if partner and partner.ends else ()


def ended(ritual: Ritual | None) -> bool:
    """Whether there is no pair any more."""
    return ritual is None or ritual.partner is None


def _moved(due: Due, ritual: Ritual) -> bool:
    """Whether the pair's end has moved since the row was planned; one that was put off has none in it."""
    ends = ritual.partner.ends if ritual.partner else None
    return bool(due.version) and ends is not None and due.version != ends.isoformat()


def _pointless(due: Due, scene: Scene, now: datetime) -> str:
    ritual = ritual_of(scene)
    if ritual is None or ended(ritual):
        return "ended"
    if _moved(due, ritual):
        return "moved"
    return "answered" if kind_of(due) == "closing" and ritual.answered else ""


def _part(due: Due, scene: Scene, now: datetime) -> Verdict:
    return Verdict("over", effects=(Part(number_of(due)),))


def _close(due: Due, scene: Scene, now: datetime) -> Verdict:
    """A week after the end the pair closes; a break of one of the two is waited for, but not for ever."""
    ritual = ritual_of(scene)
    if ritual is None or ended(ritual) or _moved(due, ritual):
        return Verdict("ended")
    again = min(_back(scene, ritual), due.anchor + LONGEST)
    if again > now:
        return Verdict("paused", again=again)
    return Verdict("over", effects=(ClosePair(number_of(due)),))


def _back(scene: Scene, ritual: Ritual) -> datetime:
    """A week after the later of the two is back; long ago when both are there."""
    forever, long_ago = (
        datetime.max.replace(tzinfo=ritual.facts.now.tzinfo),
        datetime.min.replace(tzinfo=ritual.facts.now.tzinfo),
    )
    sides = [side for side in (scene.membership, ritual.partner) if side and side.standing == "paused"]
    return max((side.paused_until + STAYS if side.paused_until else forever for side in sides), default=long_ago)


POINTLESS.update(dict.fromkeys(ENDS, _pointless))
SETTLES.update({PARTING: _part, OVER: _close})
WAITING.update(ENDS)
BEGINS.append(_begins)
