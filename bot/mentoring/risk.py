"""When a pair needs somebody: visible rules, each a function that says whether it holds, since when, and how much.

Time in which one of the two takes a break counts for none of them. What the rules say is told in `docs/risk.md`.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import NamedTuple, TypeAlias

from bot.mentoring.agreement import EVERY
from bot.mentoring.plans import Risk
from bot.mentoring.sessions import Span

WEEK = timedelta(days=7)
SOON = timedelta(days=7)  # a session agreed for so soon says that the two are at it
GRACE = timedelta(days=2)  # after which an unanswered check-in counts as missed
LOW_MOOD = 2  # of 5: only a hard week asks for a look, not an okay one after a smooth one
CLEARLY = 1.0  # of 5: by how much three weeks are worse than the three before
IN_A_ROW = 3


class Life(NamedTuple):
    """A pair as the rules see it. `contact` is the last message passed on or session held, `met` the last session held,
    `ahead` the next one agreed; `cadence` is what they agreed on, if they did; `silent_since` is when the first
    unanswered check-in was asked; `moods` are those of the last check-ins, the newest first, `felt` when that one was
    given; `scored` is when one of the two last gave a low score; `lost` are the sides nobody can write to, `unfinished`
    those whose profile is not finished, each with since when; `rests` are the breaks of either side; `asked` is when
    they were asked whether they go on, `alive` when there was another sign of life than contact."""

    pair: int
    mentee: int
    mentor: int
    since: datetime
    contact: datetime | None = None
    met: datetime | None = None
    ahead: datetime | None = None
    cadence: str = ""
    silent_since: datetime | None = None
    moods: tuple[int, ...] = ()
    felt: datetime | None = None
    scored: datetime | None = None
    lost: Mapping[str, datetime] | None = None
    unfinished: Mapping[str, datetime] | None = None
    goal: bool = True
    disputed: datetime | None = None
    rests: tuple[Span, ...] = ()
    ends: date | None = None
    asked: datetime | None = None
    alive: datetime | None = None


@dataclass(frozen=True, slots=True)
class Hit:
    """A rule that holds: since when, `n` days or times, and `what` it is about: a cadence, or a side."""

    rule: str
    since: datetime
    n: int = 0
    what: str = ""


Rule: TypeAlias = Callable[[Life, Risk, datetime], "Hit | None"]


def awake(start: datetime, end: datetime, rests: Collection[Span] = ()) -> timedelta:
    """How long it is from one moment to another, without the breaks between them."""
    if not rests:
        return max(end - start, timedelta())
    spent, reached = end - start, start
    for begun, over in sorted(rests):
        first, last = max(begun, reached), min(over, end)
        if first < last:
            spent -= last - first
            reached = last
    return max(spent, timedelta())


def _over(rule: str, life: Life, start: datetime, limit: timedelta, now: datetime, what: str = "") -> Hit | None:
    """That something has lasted as long as the limit or longer."""
    spent = awake(start, now, life.rests)
    return Hit(rule, now - (spent - limit), spent.days, what) if spent >= limit else None


def cadence_of(life: Life, risk: Risk) -> str:
    """How often the two agreed to be in touch; the programme's usual until they have."""
    return life.cadence if life.cadence in EVERY else risk.cadence


def silent(life: Life, risk: Risk, now: datetime) -> Hit | None:
    """No contact for 1.5 times the agreed cadence."""
    if life.contact is None or _meets_soon(life, now):
        return None
    agreed = cadence_of(life, risk)
    what = agreed if life.cadence in EVERY else f"usual-{agreed}"
    return _over("silent", life, life.contact, EVERY[agreed] * risk.silence, now, what)


def first(life: Life, risk: Risk, now: datetime) -> Hit | None:
    """No first contact in three days."""
    if life.contact or _meets_soon(life, now):
        return None
    return _over("first", life, life.since, risk.first_contact, now)


def session(life: Life, risk: Risk, now: datetime) -> Hit | None:
    """No session in 21 days; with a slower cadence than that, in 1.5 times it. Those who never spoke have another
    rule."""
    if life.contact is None or _meets_soon(life, now):
        return None
    limit = max(risk.session, EVERY[cadence_of(life, risk)] * risk.silence)
    return _over("session", life, life.met or life.since, limit, now)


def _meets_soon(life: Life, now: datetime) -> bool:
    return life.ahead is not None and now <= life.ahead <= now + SOON


def checkins(life: Life, risk: Risk, now: datetime) -> Hit | None:
    """Two missed check-ins: a week each, two days after it was asked. While somebody is silent only the first is sent,
    but its weeks count."""
    if life.silent_since is None:
        return None
    limit = WEEK * (risk.missed - 1) + GRACE
    hit = _over("checkins", life, life.silent_since, limit, now)
    missed = (awake(life.silent_since, now, life.rests) - GRACE) // WEEK + 1
    return Hit("checkins", hit.since, missed) if hit else None


def mood(life: Life, risk: Risk, now: datetime) -> Hit | None:
    """A hard week after three that went down, or three weeks clearly worse than the three before."""
    return Hit("feel", life.felt) if life.felt and falls(life.moods) else None


def falls(moods: Sequence[int]) -> bool:
    """Whether these, the newest first, went down."""
    if len(moods) < IN_A_ROW or moods[0] > LOW_MOOD:
        return False
    return moods[0] < moods[1] < moods[2] or _clearly_below(moods)


def _clearly_below(moods: Sequence[int]) -> bool:
    newer, older = moods[:IN_A_ROW], moods[IN_A_ROW : 2 * IN_A_ROW]
    return len(older) == IN_A_ROW and sum(older) - sum(newer) >= CLEARLY * IN_A_ROW


def score(life: Life, risk: Risk, now: datetime) -> Hit | None:
    """One of the two rates the mentoring 2 of 5 or lower. It says the same as a falling mood, so that neither whose
    answer it was nor which can be told."""
    return Hit("feel", life.scored) if life.scored else None


def unreachable(life: Life, risk: Risk, now: datetime) -> Hit | None:
    """Nothing reaches one of the two: the bot is blocked, or its messages are closed."""
    if not life.lost:
        return None
    side = "both" if len(life.lost) > 1 else next(iter(life.lost))
    return Hit("unreachable", min(life.lost.values()), 0, side)


def goal(life: Life, risk: Risk, now: datetime) -> Hit | None:
    """No goal two weeks after the two were paired."""
    return None if life.goal else _over("goal", life, life.since, risk.no_goal, now)


def agreement(life: Life, risk: Risk, now: datetime) -> Hit | None:
    """The agreement was never finished. Those who never spoke have another rule."""
    if life.cadence or life.contact is None:
        return None
    return _over("agreement", life, life.since, risk.no_agreement, now)


def profile(life: Life, risk: Risk, now: datetime) -> Hit | None:
    """One of the two never finished joining."""
    if not life.unfinished:
        return None
    side = "both" if len(life.unfinished) > 1 else next(iter(life.unfinished))
    return _over("profile", life, min(life.unfinished.values()), risk.profile, now, side)


def dispute(life: Life, risk: Risk, now: datetime) -> Hit | None:
    """Of their newest session one says that it took place, the other that it didn't."""
    return Hit("dispute", life.disputed) if life.disputed else None


RULES: tuple[Rule, ...] = (
    *(unreachable, first, silent, mood, score),
    *(session, checkins, dispute, profile, goal, agreement),
)  # the gravest first: so they stand in a sentence
WEIGHTS: Mapping[str, int] = {
    "unreachable": 4,
    "first": 3,
    "silent": 3,
    "feel": 3,
    "session": 2,
    "checkins": 2,
    "dispute": 2,
    "profile": 2,
    "goal": 1,
    "agreement": 1,
}


def judge(life: Life, risk: Risk, now: datetime) -> tuple[Hit, ...]:
    """The rules that hold of a pair, the gravest first; what says the same stands once."""
    found: dict[str, Hit] = {}
    for rule in RULES:
        if (hit := rule(life, risk, now)) is not None:
            known = found.setdefault(hit.rule, hit)
            if hit.since < known.since:
                found[hit.rule] = hit
    return tuple(found.values())


def severity(hits: Iterable[Hit]) -> int:
    """How grave it is: the weights of all that holds."""
    return sum(WEIGHTS[hit.rule] for hit in hits)


def order(hits: Sequence[Hit]) -> tuple[int, datetime]:
    """Where a pair stands in a list: the gravest first, of equals whom it has lasted for longest."""
    return -severity(hits), min(hit.since for hit in hits)


# After a long silence


def to_ask(life: Life, risk: Risk, now: datetime) -> bool:
    """Whether the two are asked if they go on: no sign of life for 45 days, nothing agreed, and their end not near."""
    if life.asked or (life.ahead and life.ahead >= now) or (life.ends and life.ends <= now.date() + 2 * WEEK):
        return False
    return awake(_alive(life), now, life.rests) >= risk.inactive


def to_close(life: Life, risk: Risk, now: datetime) -> bool:
    """Whether the two were asked a week ago, and nothing came of it."""
    if life.asked is None or awake(life.asked, now, life.rests) < risk.answer:
        return False
    return not woke(life, now)


def woke(life: Life, now: datetime) -> bool:
    """Whether there has been a sign of life since the two were asked."""
    return life.asked is not None and (_alive(life) > life.asked or (life.ahead is not None and life.ahead >= now))


def _alive(life: Life) -> datetime:
    """The last sign of life: contact, a check-in, a word that they go on."""
    return max(filter(None, (life.since, life.contact, life.alive)))
