"""The weekly figures in words: shares with what they are of, how they changed, nothing that comes from fewer than
five."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, time

from bot.flows.lists import WEEKDAYS
from bot.flows.staff.export import few
from bot.mentoring.digest import Digest
from bot.mentoring.metrics import Figures, Mean, Share, change, nps, relationship
from bot.mentoring.privacy import FEWEST
from bot.messages import Say, Screen, When, say


def lines(digest: Digest) -> tuple[Say, ...]:
    """The figures, under the days they are of."""
    now, before = digest.compared.now, digest.compared.before or Figures()
    told = [*_shares(now, before), *_goals(now), *_answers(now)]
    title = say(
        "summary-title",
        programme=digest.programme,
        first=When(digest.period.first),
        last=When(digest.period.last),
    )
    closing = say("summary-at-risk", n=few(digest.at_risk), free=few(now.stock.free_capacity))
    return (title, *(told or [say("summary-too-few")]), closing)


def _shares(now: Figures, before: Figures) -> Iterator[Say]:
    pairs = (
        ("pairs", now.stock.active_pairs, before.stock.active_pairs),
        ("matched", now.stock.match_rate, before.stock.match_rate),
        ("checkins", now.flow.checkin_response, before.flow.checkin_response),
        ("sessions", now.flow.session_completion, before.flow.session_completion),
    )
    for name, share, earlier in pairs:
        if (percent := _told(share)) is not None:
            yield say(f"summary-{name}", percent=percent, whole=share.whole, way=_way(change(percent, _told(earlier))))


def _told(share: Share) -> int | None:
    """A share of enough people or things."""
    return share.percent if share.whole >= FEWEST else None


def _way(by: float | None) -> Say:
    """How something changed, if both sides may be told."""
    if by is None:
        return say("summary-way", way="unknown", by=0)
    return say("summary-way", way="up" if by > 0 else "down" if by < 0 else "same", by=abs(round(by)))


def _goals(now: Figures) -> Iterator[Say]:
    flow, progress = now.flow, now.stock.goal_progress
    if flow.goals_active >= FEWEST:
        mean = -1 if progress.value is None or progress.n < FEWEST else round(progress.value)
        yield say("summary-goals", active=flow.goals_active, reached=few(flow.goals_reached), mean=mean)


def _answers(now: Figures) -> Iterator[Say]:
    score, recommend = relationship(now.flow.answers), nps(now.flow.answers)
    if _enough(score):
        yield say("summary-relationship", mean=round(score.value or 0, 1), n=score.n)
    if _enough(recommend):
        yield say("summary-nps", nps=round(recommend.value or 0), n=recommend.n)


def _enough(mean: Mean) -> bool:
    return mean.value is not None and mean.n >= FEWEST


def shared(digest: Digest, late: tuple[date, time] | None = None) -> Screen:
    """What goes to the shared chat; one that comes late says so."""
    above = (say("summary-late", day=When(late[0]), clock=When(late[1])),) if late else ()
    return Screen((*above, *lines(digest)))


def hello(programme: str, weekday: int, clock: time, zone: str) -> Screen:
    """What the shared chat hears when it is chosen."""
    return Screen((say("summary-here", programme=programme, **when(weekday, clock, zone)),))


def when(weekday: int, clock: time, zone: str) -> dict[str, Say | When | str]:
    """A weekday and a clock time as values of a sentence."""
    return {"day": say(f"day-{WEEKDAYS[weekday]}"), "clock": When(clock), "zone": zone}
