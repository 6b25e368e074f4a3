"""Who is reminded of what, when, and when no more. Pure: a due row and what is known of its person give a verdict.

A row is judged when it fires, not when it is planned: is it still wanted, answered meanwhile, paused, in quiet hours,
over the week's budget, too late to be of use? Next moments are computed on the person's local wall clock.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta

from bot.effects import Effect, SetStanding
from bot.mentoring.calendar import Quiet, allowed_at, local, local_date, next_weekly, quiet_begins
from bot.mentoring.people import Goal, Membership, Person, Programme, Step
from bot.mentoring.plans import Plan, Series
from bot.messages import REMINDER, Outgoing, Screen
from bot.talk.dialogue import Conversation

TRIES = 5  # times a row that fails is tried again, an hour apart
UNCOUNTED = ("checkin", "back", "coordinator")  # kinds of messages that no budget holds back
SETTLE = timedelta(days=2)  # between joining and the first check-in
EARLY = timedelta(days=2)  # a check-in counts for its week from so long before its moment
LATE = timedelta(minutes=20)  # from this on a reminder says when it was due


@dataclass(frozen=True, slots=True)
class Due:
    """A row of the due table. `planned` is when it was meant for, `at` when it fires (later after quiet hours or a full
    budget), `anchor` what its series counts from, `version` the state of its subject it was planned for."""

    id: int
    kind: str
    person: int
    at: datetime
    planned: datetime
    anchor: datetime
    subject: str = ""
    step: int = 0
    version: str = ""
    tries: int = 0

    @property
    def occurrence(self) -> str:
        """What makes this reminder one of its kind: it is sent once."""
        return f"{self.kind}:{self.person}:{self.subject}:{self.step}:{int(self.anchor.timestamp())}"


@dataclass(frozen=True, slots=True)
class Scene:
    """What is known of a person when a reminder comes due. `spent` counts reminders of the last seven days;
    `answered` says that the check-in of the row's week has been answered; `talk`, `goal` and `step` are what the row
    is about."""

    person: Person
    platform: str = ""
    chat: str = ""
    reach: str = "ok"
    membership: Membership | None = None
    silent_since: datetime | None = None
    spent: int = 0
    answered: bool = False
    goals: tuple[Goal, ...] = ()
    goal: Goal | None = None
    step: Step | None = None
    talk: Conversation | None = None
    partner: str = ""

    @property
    def programme(self) -> Programme | None:
        """The programme the person is in."""
        return self.membership.programme if self.membership else None


@dataclass(frozen=True, slots=True)
class Verdict:
    """What becomes of a due row: `again` keeps it for later; otherwise it goes, and `next` rows come. `asked` is the
    check-in that was asked for; `expire` closes the conversation, or lets it `sleep`; `escalate` shows the
    coordinators that someone is silent."""

    why: str
    send: Outgoing | None = None
    again: datetime | None = None
    next: tuple[Due, ...] = ()
    effects: tuple[Effect, ...] = ()
    asked: date | None = None
    expire: bool = False
    sleep: bool = False
    escalate: bool = False
    tries: int = 0

    @property
    def counts(self) -> bool:
        """Whether this reminder counts against the week's budget."""
        return self.send is not None and self.send.kind not in UNCOUNTED

    @classmethod
    def failed(cls, due: Due, now: datetime) -> Verdict:
        """A row whose verdict raised is tried again, and given up after TRIES times."""
        if due.tries + 1 >= TRIES:
            return cls("failed")
        return cls("failed", again=now + timedelta(hours=1), tries=due.tries + 1)


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
        object.__setattr__(self, "series", self.plan.reminders[_kind(self.due)])  # type: ignore[index]


def _kind(due: Due) -> str:
    return due.subject.partition(":")[0] if due.kind == "later" else due.kind


def judge(due: Due, scene: Scene | None, plan: Plan, now: datetime, draw: Draw) -> Verdict:
    """What becomes of a due row now."""
    if scene is None:
        return Verdict("gone")
    if _kind(due) not in plan.reminders:
        return Verdict("unknown", again=now + timedelta(days=1))  # of another version: not ours to throw away
    ring = Ring(due, scene, plan, now, draw)
    member = scene.membership
    if _kind(due) == "idle":
        return _idle(ring)
    if member is None or member.standing in {"left", "enrolling"}:
        return Verdict("left")
    if due.kind == "back":
        return _back(ring, member)
    if member.standing == "paused":
        return _onward(ring, Verdict("paused"))
    if why := _pointless(ring):
        return Verdict(why) if due.kind != "checkin" else _onward(ring, Verdict(why))
    return _sent(ring)


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
    return ""


def _sent(ring: Ring) -> Verdict:
    """Send it, unless it is too late, too early, too much, or nobody can be reached."""
    due, scene, now = ring.due, ring.scene, ring.now
    if now > due.planned + ring.series.useful:
        return _onward(ring, Verdict("expired"))
    if scene.reach != "ok" or not scene.chat:
        return _onward(ring, Verdict("unreachable"))
    if (allowed := _allowed(ring, now)) > now:
        return Verdict("quiet", again=allowed)
    if not ring.series.essential and scene.spent >= ring.plan.budget:
        return Verdict("budget", again=_allowed(ring, now + timedelta(days=1)))
    asked = date.fromisoformat(due.subject) if due.kind == "checkin" else None
    return _onward(ring, Verdict("sent", send=_outgoing(ring), asked=asked))


def _outgoing(ring: Ring) -> Outgoing:
    due, scene, now = ring.due, ring.scene, ring.now
    late = due.planned if now - due.planned > LATE and due.at == due.planned else None
    return Outgoing(
        scene.platform,
        scene.chat,
        ring.draw(due, scene),
        scene.person.id,
        REMINDER,
        occurrence=due.occurrence,
        locale=scene.person.locale,
        due=late,
        expires=due.planned + ring.series.useful,
        hold=quiet_begins(now, scene.person.zone, quiet_of(scene.person), ring.plan.friday, ring.plan.ramadan),
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
    if due.kind == "checkin":
        follow = [next_checkin(ring.scene.person, max(ring.now, due.planned))]
        if verdict.asked:
            follow.append(_of_series(due, "nudge", ring.plan, 0, due.planned, ring.scene.person))
        return replace(verdict, next=tuple(follow))
    if verdict.why == "paused":
        return verdict
    if due.step + 1 < len(ring.series.after):
        step = _of_series(due, due.kind, ring.plan, due.step + 1, due.anchor, ring.scene.person)
        return replace(verdict, next=(step,))
    return replace(verdict, escalate=ring.series.then == "coordinator" and verdict.why != "expired")


def _of_series(due: Due, kind: str, plan: Plan, step: int, anchor: datetime, person: Person) -> Due:
    at = series_moment(plan.reminders[kind], step, anchor, person)  # type: ignore[index]
    return Due(0, kind, due.person, at, at, anchor, due.subject, step, due.version)


def series_moment(series: Series, step: int, anchor: datetime, person: Person) -> datetime:
    """When a step of a series comes due: so long after its anchor, at the series' clock time if it has one."""
    moment = anchor + series.after[step]
    return local(local_date(moment, person.zone), series.at, person.zone) if series.at else moment


def next_checkin(person: Person, after: datetime) -> Due:
    """The next weekly invitation strictly after a moment; its subject is the local date it is for."""
    at = next_weekly(after, person.checkin_day, person.checkin_clock, person.zone)
    return Due(0, "checkin", person.id, at, at, at, local_date(at, person.zone).isoformat())


def occurrence_at(person: Person, now: datetime) -> date:
    """Which week's check-in an answer given now counts for: the latest planned one, or the next from EARLY before
    it."""
    coming = next_weekly(now, person.checkin_day, person.checkin_clock, person.zone)
    day = local_date(coming, person.zone)
    return day if coming - now <= EARLY else day - timedelta(days=7)


def on_joining(person: Person, plan: Plan, now: datetime) -> tuple[Due, ...]:
    """What is planned for a mentee who has just joined."""
    first = [
        _of_series(Due(0, kind, person.id, now, now, now), kind, plan, 0, now, person)
        for kind in ("welcome", "goal-missing")
    ]
    return (*first, next_checkin(person, now + SETTLE))


def on_step(person: Person, plan: Plan, step: int, due: date) -> Due:
    """The reminder of the day a step is due."""
    clock = plan.reminders["step-due"].at or time(9)
    at = local(due, clock, person.zone)
    return Due(0, "step-due", person.id, at, at, at, str(step))


def on_goal(person: Person, plan: Plan, goal: int, due: date) -> Due:
    """The question that follows a goal's target date."""
    anchor = local(due, time(12), person.zone)
    at = series_moment(plan.reminders["goal-due"], 0, anchor, person)
    return Due(0, "goal-due", person.id, at, at, anchor, str(goal), 0, due.isoformat())


def on_pause(person: Person, plan: Plan, until: datetime) -> Due:
    """The end of a pause."""
    at = series_moment(plan.reminders["back"], 0, until, person)
    at = at if at >= until else series_moment(plan.reminders["back"], 0, until + timedelta(days=1), person)
    return Due(0, "back", person.id, at, at, until)


def on_opening(talk: int, person: int, plan: Plan, now: datetime) -> Due:
    """The gentle reminder of a conversation left in the middle."""
    at = now + plan.reminders["idle"].after[0]
    return Due(0, "idle", person, at, at, at, str(talk))


def _back(ring: Ring, member: Membership) -> Verdict:
    if member.standing != "paused":
        return Verdict("resumed")
    if member.paused_until and member.paused_until > ring.now:
        return Verdict("paused", again=member.paused_until)
    verdict = _sent(ring)
    if verdict.again:
        return verdict
    return replace(verdict, effects=(SetStanding("active"),), next=())


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
    if due.step or (ring.scene.membership and ring.scene.membership.standing == "paused"):
        return Verdict("waiting", again=expire)
    if ring.scene.reach != "ok" or now > remind + ring.series.useful:
        return Verdict("unreachable", next=(ends,))
    if (allowed := _allowed(ring, now)) > now:
        return Verdict("quiet", again=min(allowed, expire))
    return Verdict("sent", send=replace(_outgoing(ring), due=None), next=(ends,))
