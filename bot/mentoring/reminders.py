"""Who is reminded of what, when, and when no more. Pure: a due row and what is known of its person give a verdict.

A row is judged when it fires, not when it is planned: is it still wanted, answered meanwhile, paused, in quiet hours,
over the week's budget, too late to be of use? Next moments are computed on the person's local wall clock.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta

from bot.effects import SetStanding
from bot.mentoring.calendar import Quiet, allowed_at
from bot.mentoring.desk_effects import TellPartners
from bot.mentoring.due import Due, Scene, Verdict
from bot.mentoring.people import Membership, Person
from bot.mentoring.planning import next_checkin, next_digest, of_series
from bot.mentoring.plans import Plan, Series
from bot.messages import REMINDER, Outgoing, Screen, say

WEEK = timedelta(days=7)
Draw = Callable[[Due, Scene], Screen]


@dataclass(frozen=True, slots=True)
class Ring:
    """One row being judged."""

    due: Due
    scene: Scene
    plan: Plan
    now: datetime
    draw: Draw
    series: Series = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "series", self.plan.reminders[_kind(self.due)])


def _kind(due: Due) -> str:
    return due.subject.partition(":")[0] if due.kind == "later" else due.kind


def judge(due: Due, scene: Scene | None, plan: Plan, now: datetime, draw: Draw) -> Verdict:
    """What becomes of a due row now."""
    if scene is None:
        return Verdict("gone")
    if settles := SETTLES.get(due.kind):
        return settles(due, scene, now)
    if _kind(due) not in plan.reminders:
        return Verdict("unknown", again=now + timedelta(days=1))  # of another version: not ours to throw away
    ring = Ring(due, scene, plan, now, draw)
    if _kind(due) == "idle":
        return _idle(ring)
    return _held_back(ring) or _sent(ring)


def _held_back(ring: Ring) -> Verdict | None:
    """What becomes of a row that is not sent: nobody takes part, a pause, no reason left."""
    due, member = ring.due, ring.scene.membership
    if member is None or member.standing in {"left", "enrolling", "waiting"}:
        return Verdict("left")
    if member.programme.stage == "archived":
        return _resting(ring)
    if due.kind == "back":
        return _back(ring, member)
    if member.standing == "paused":
        return _paused(ring, member)
    if why := _pointless(ring):
        return _onward(ring, Verdict(why)) if due.kind in WEEKLY else Verdict(why)
    return None


def _paused(ring: Ring, member: Membership) -> Verdict:
    """During a pause nothing is sent; what is about a pair waits for its end."""
    if _kind(ring.due) in WAITING:
        return Verdict("paused", again=max(member.paused_until or ring.now, ring.now + timedelta(hours=1)))
    return _onward(ring, Verdict("paused"))


def _resting(ring: Ring) -> Verdict:
    """In a programme that rests nothing is sent, and what matters comes when it goes on: the next week, what is about
    a pair, the end of a pause."""
    if _kind(ring.due) in WAITING or ring.due.kind == "back":
        return Verdict("archived", again=ring.now + WEEK)
    return _onward(ring, Verdict("archived"))


def _pointless(ring: Ring) -> str:
    """Why a reminder has lost its reason, or nothing."""
    due, scene = ring.due, ring.scene
    match _kind(due):
        case "checkin" if scene.answered:
            return "answered"
        case "checkin" if scene.silent_since and due.kind == "checkin":
            return "silent"  # the nudges of the first unanswered one do the asking
        case "nudge" if scene.silent_since is None or scene.answered:
            return "answered"
        case "goal-missing" if scene.goals:
            return "has goal"
        case "step-due" if scene.step is None or scene.step.done or scene.goal is None:
            return "done"
        case "goal-due" if scene.goal is None or str(scene.goal.due) != due.version:
            return "moved"
        case kind if kind in POINTLESS:
            return POINTLESS[kind](due, scene, ring.now)
    return ""


Pointless = Callable[[Due, Scene, datetime], str]
POINTLESS: dict[str, Pointless] = {}  # of kinds whose rules stand elsewhere: why one has lost its reason, or nothing


Follows = Callable[[Due, Scene, Plan, datetime], tuple[Due, ...]]
FOLLOWS: dict[str, Follows] = {}  # what else is planned once a row of such a kind is through
Settles = Callable[[Due, Scene, datetime], Verdict]
SETTLES: dict[str, Settles] = {}  # kinds that are no messages: something is settled when its time is over
OWN: set[str] = set()  # conversations with reminders of their own
WAITING: set[str] = set()  # kinds that wait for the end of a pause
WEEKLY = {"checkin", "digest"}  # kinds that come again, whatever became of one


def _sent(ring: Ring) -> Verdict:
    """Send it, unless it is too late, too early, too much, or nobody can be reached."""
    due, scene, now = ring.due, ring.scene, ring.now
    if now > due.planned + ring.series.useful:
        return _onward(ring, Verdict("expired"))
    if scene.reach != "ok" or not scene.chat:
        return _onward(ring, Verdict("unreachable"))
    if not ring.series.always and (allowed := _allowed(ring, now)) > now:
        return Verdict("quiet", again=allowed)
    if not ring.series.essential and scene.spent >= ring.plan.budget:
        return Verdict("budget", again=_allowed(ring, now + timedelta(days=1)))
    asked = date.fromisoformat(due.subject) if due.kind == "checkin" else None
    return _onward(ring, Verdict("sent", send=_outgoing(ring), asked=asked))


def _outgoing(ring: Ring) -> Outgoing:
    due, scene = ring.due, ring.scene
    return Outgoing(
        scene.platform,
        scene.chat,
        ring.draw(due, scene),
        scene.person.id,
        REMINDER,
        occurrence=due.occurrence,
        locale=scene.person.locale,
        due=due.planned if due.at == due.planned else None,
        expires=due.planned + ring.series.useful,
        hold=not ring.series.always,
        kind=_kind(due),
    )


def quiet_of(person: Person) -> Quiet:
    """The hours in which a person is left alone."""
    return Quiet(person.quiet_from, person.quiet_until)


def _allowed(ring: Ring, moment: datetime) -> datetime:
    person = ring.scene.person
    return allowed_at(moment, person.zone, quiet_of(person), ring.plan.friday, ring.plan.ramadan)


def _onward(ring: Ring, verdict: Verdict) -> Verdict:
    """Plan what follows this row: next week's check-in, the next of a series, or the end of it."""
    due = ring.due
    if due.kind == "later":
        return verdict
    if due.kind == "digest":
        return replace(verdict, next=(next_digest(ring.scene.person, max(ring.now, due.planned)),))
    if due.kind == "checkin":
        follow = [next_checkin(ring.scene.person, max(ring.now, due.planned))]
        if verdict.asked:
            follow.append(of_series(due, "nudge", ring.plan, 0, due.planned, ring.scene.person))
        return replace(verdict, next=tuple(follow))
    if verdict.why in {"paused", "archived"}:
        return verdict
    if due.kind in FOLLOWS:
        return replace(verdict, next=FOLLOWS[due.kind](due, ring.scene, ring.plan, ring.now))
    if due.step + 1 < len(ring.series.after):
        step = of_series(due, due.kind, ring.plan, due.step + 1, due.anchor, ring.scene.person)
        return replace(verdict, next=(step,))
    return replace(verdict, escalate=ring.series.then == "coordinator")


def _back(ring: Ring, member: Membership) -> Verdict:
    if member.standing != "paused":
        return Verdict("resumed")
    if member.paused_until and member.paused_until > ring.now:
        return Verdict("paused", again=member.paused_until)
    verdict = _sent(ring)
    if verdict.again:
        return verdict
    return replace(verdict, effects=(SetStanding("active"), TellPartners(Screen((say("partner-back"),)))), next=())


def _idle(ring: Ring) -> Verdict:
    """One gentle reminder after a day, the end after the plan's span; a touched conversation starts both anew."""
    due, talk, now = ring.due, ring.scene.talk, ring.now
    if talk is None or talk.asleep or talk.touched is None:
        return Verdict("over")
    remind, expire = talk.touched + ring.series.after[0], talk.touched + ring.plan.expires
    if now >= expire:
        return Verdict("over", expire=True)
    if now < remind:
        return Verdict("touched", again=remind)
    ends = replace(due, id=0, at=expire, planned=expire, anchor=expire, step=1)
    if (
        due.step
        or talk.flow in OWN
        or (ring.scene.membership and ring.scene.membership.standing in {"paused", "left", "waiting"})
    ):
        return Verdict("waiting", again=expire)
    if ring.scene.reach != "ok" or now > remind + ring.series.useful:
        return Verdict("unreachable", next=(ends,))
    if (allowed := _allowed(ring, now)) > now:
        return Verdict("quiet", again=min(allowed, expire))
    if ring.scene.spent >= ring.plan.budget:
        return Verdict("budget", again=min(_allowed(ring, now + timedelta(days=1)), expire))
    return Verdict("sent", send=replace(_outgoing(ring), due=None), next=(ends,))
