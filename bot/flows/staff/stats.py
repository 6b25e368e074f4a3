"""A programme in figures: /stats and what stands behind it. Each with its denominator, how it changed, and what is
usual."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime, timedelta

from bot.commands import DESK
from bot.effects import Effect, Job
from bot.flows.staff.stats_asked import words
from bot.house import PAGE, Action, Page
from bot.mentoring.metrics import TARGETS, Compared, Figures, Mean, Share, change, nps, relationship
from bot.mentoring.people import Facts
from bot.mentoring.privacy import FEWEST
from bot.mentoring.stats import STAGES, Goals, Mentors, StatsView, Week
from bot.messages import Attachment, Button, Json, Rows, Say, Screen, When, pack, say
from bot.ports import State
from bot.talk.talk import Flow

HOUR = timedelta(hours=1)
SHEETS = ("figures", "funnel", "goals", "mentors")


def stats(facts: Facts) -> Screen:
    """The sheet that was asked for."""
    view = facts.view
    if not isinstance(view, StatsView):
        return Screen((say("stats-not-here"),))
    if view.sheet == "unknown":
        return Screen((say("stats-unknown", what=view.unknown, mine=view.mine),), _ways(view))
    if view.sheet == "chart":
        return _chart(view, facts.me.locale)
    unclear = (say("stats-unclear", what=view.unclear),) if view.unclear else ()
    return Screen((*unclear, *_lines(view, facts)), _ways(view))


def _lines(view: StatsView, facts: Facts) -> Iterator[Say]:
    if view.figures:
        yield _title(view)
        yield from _figures(view.figures, view)
        if view.figures.standing and view.figures.standing < facts.now - HOUR:
            yield say("stats-standing")
    elif view.sheet == "funnel":
        yield say("stats-funnel-title", programme=view.name)
        yield from _funnel(view.funnel)
    elif view.goals:
        yield say("stats-goals-title", title=_title(view))
        yield from _goals(view.goals)
    elif view.mentors:
        yield say("stats-mentors-title", title=_title(view))
        yield from _mentors(view.mentors)


def _title(view: StatsView) -> Say:
    period = view.period
    return say(
        "stats-title",
        programme=view.name,
        kind=period.kind,
        first=When(period.first, "day"),
        last=When(period.last, "day"),
    )


# The figures


def _figures(told: Compared, view: StatsView) -> Iterator[Say]:
    now, before = told.now, told.before or Figures()
    stock, was, flow, gone = now.stock, before.stock, now.flow, before.flow
    known = told.before is not None
    yield _share("match", stock.match_rate, was.match_rate, "match-rate", known=known)
    yield _share("active", stock.active_pairs, was.active_pairs, "active-pairs", known=known)
    yield _share("checkins", flow.checkin_response, gone.checkin_response, known=known, lost=flow.undelivered)
    yield _share("sessions", flow.session_completion, gone.session_completion, "session-completion", known=known)
    yield from _goal_line(now, before, view, known=known)
    yield _answers(now, before, known=known)
    risk = change(stock.at_risk.part, was.at_risk.part if known and was.at_risk.whole else None)
    yield say("stats-risk", n=stock.at_risk.part, of=stock.at_risk.whole, arrow=arrow(risk))
    free = change(stock.free_capacity, was.free_capacity if known else None)
    yield say("stats-free", n=stock.free_capacity, arrow=arrow(free))


def _share(name: str, now: Share, before: Share, target: str = "", *, known: bool, **more: int) -> Say:
    """So many of so many, in percent, with how many points more or less, and what is usual."""
    if not now.whole:
        return say(f"stats-{name}-none")
    points = change(now.percent, before.percent if known else None)
    values = {"part": now.part, "whole": now.whole, "percent": now.percent or 0, **more}
    return say(f"stats-{name}", **values, arrow=arrow(points), target=_target(target))


def arrow(by: float | None) -> Say:
    """How a figure changed; nothing where that is not known."""
    way = "none" if by is None else "up" if by > 0 else "down" if by < 0 else "same"
    return say("stats-arrow", way=way, by=abs(by or 0))


def _target(name: str) -> Say:
    least, most = TARGETS.get(name, (0, None))
    kind = "none" if not least else "range" if most else "least"
    return say("stats-target", kind=kind, least=least, most=most or 0)


def _goal_line(now: Figures, before: Figures, view: StatsView, *, known: bool) -> Iterator[Say]:
    """The goals; for who sees no names, their mean only of five or more."""
    flow, mean, was = now.flow, now.stock.goal_progress, before.stock.goal_progress
    if not flow.goals_active and not flow.goals_reached:
        yield say("stats-goal-counts-none")
        return
    yield say("stats-goal-counts", active=flow.goals_active, new=flow.goals_set, reached=flow.goals_reached)
    least = 1 if view.names else FEWEST
    if mean.value is not None and mean.n >= least:
        points = change(
            round(mean.value), round(was.value) if known and was.value is not None and was.n >= least else None
        )
        yield say("stats-goal-mean", percent=round(mean.value), n=mean.n, arrow=arrow(points))


def _answers(now: Figures, before: Figures, *, known: bool) -> Say:
    """How the pairs get on, and how likely people recommend the programme; told of batches of five and more only."""
    scores, likely = relationship(now.flow.answers), nps(now.flow.answers)
    if scores.value is None and likely.value is None:
        return say("stats-answers-none", least=FEWEST)
    return say(
        "stats-answers",
        relationship=_relationship(now, before, known=known),
        nps=_nps(likely, nps(before.flow.answers) if known else Mean()),
    )


def _relationship(now: Figures, before: Figures, *, known: bool) -> Say:
    mean, was = relationship(now.flow.answers), relationship(before.flow.answers)
    if mean.value is None:
        return say("stats-relationship-none", least=FEWEST)
    score = round(mean.value, 1)
    by = change(score, round(was.value, 1) if known and was.value is not None else None)
    return say("stats-relationship", score=score, n=mean.n, arrow=arrow(by), target=_target("relationship"))


def _nps(mean: Mean, was: Mean) -> Say:
    if mean.value is None:
        return say("stats-nps-none", least=FEWEST)
    by = change(round(mean.value), None if was.value is None else round(was.value))
    return say("stats-nps", score=round(mean.value), n=mean.n, arrow=arrow(by))


# What stands behind them


def _funnel(counts: tuple[int, ...]) -> Iterator[Say]:
    most = max(counts[1:2], default=0)
    for stage, n in zip(STAGES, counts, strict=False):
        if stage == "invited" and not n:
            continue  # all of them came in without an invitation of ours
        percent = round(100 * n / most) if most and stage != "invited" else -1
        yield say("stats-stage", stage=say(f"stage-{stage}"), n=n, percent=percent)


def _goals(goals: Goals) -> Iterator[Say]:
    yield say("stats-goals-set", set=goals.set, reached=goals.reached, moved=goals.moved)
    if goals.progress.value is not None:
        yield say("stats-goals-mean", percent=round(goals.progress.value), n=goals.progress.n)
    yield say("stats-goals-setting", **_parts(goals.setting))
    yield say("stats-goals-attained", **_parts(goals.attained))
    if goals.private:
        yield say("stats-goals-private", n=goals.private)
    named = tuple(say("stats-obstacle", what=_obstacle(slug), n=n) for slug, n in goals.stuck)
    yield say("stats-obstacles", what=named) if named else say("stats-obstacles-none", least=FEWEST)


def _obstacle(slug: str) -> Say:
    return say("stats-obstacle-other") if slug == "other" else say(f"obstacle-{slug}")


def _parts(share: Share) -> dict[str, int]:
    return {"part": share.part, "whole": share.whole, "percent": share.percent or 0}


def _mentors(mentors: Mentors) -> Iterator[Say]:
    yield say("stats-used", **_parts(mentors.used), target=_target("utilisation"))
    yield say("stats-free", n=mentors.free, arrow=arrow(None))
    each = round(mentors.sessions / mentors.used.part, 1) if mentors.used.part else 0
    yield say("stats-held", n=mentors.sessions, each=each)
    if mentors.answered is None:
        yield say("stats-answered-none")
    else:
        hours = mentors.answered / timedelta(hours=1)
        yield say("stats-answered", hours=round(hours) if hours >= 1 else 1, n=mentors.answers)
    if mentors.rarely:
        yield say("stats-rarely")
    for one in mentors.rarely:
        yield say("stats-mentor", name=one.name, pairs=one.pairs, capacity=one.capacity, sessions=one.sessions)


def _ways(view: StatsView) -> Rows:
    """To the other sheets of the same programme and days."""
    others = [sheet for sheet in SHEETS if sheet != view.sheet]
    sheets = tuple(
        Button(
            say(f"button-stats-{sheet}"),
            f"p:stats:{words(view.period, view.programme, '' if sheet == 'figures' else sheet)}",
        )
        for sheet in others
    )
    chart = Button(say("button-stats-chart"), f"do:stats_chart:{words(view.period, view.programme)}")
    risk = (Button(say("button-stats-risk"), "p:at_risk"),) if view.names and view.sheet == "figures" else ()
    return ((*risk, chart), sheets)


# Twelve weeks


def chart(arg: str, state: State, now: datetime) -> list[Effect]:
    """The chart as a message of its own: what stands above its button stays."""
    return [Job(PAGE, {"name": "stats", "subject": f"chart {arg}"[:100], "note": []})]


def _chart(view: StatsView, locale: str) -> Screen:
    if not any(week.checkins.whole or week.held for week in view.weeks):
        return Screen((say("stats-chart-empty"),), _ways(view))
    series: list[Json] = [
        _series("stats-chart-checkins", "percent", [(each.monday, each.checkins.percent) for each in view.weeks]),
        _series("stats-chart-sessions", "count", [(each.monday, each.held) for each in view.weeks]),
    ]
    content = {"kind": "weeks", "title": view.name, "locale": locale, "series": series}
    line = say("stats-chart-here", **_last(view.weeks[-1]))
    return Screen((line,), attachment=Attachment("chart", "tuntun-12.png", content))


def _last(week: Week) -> dict[str, int]:
    return {"part": week.checkins.part, "whole": week.checkins.whole, "held": week.held}


def _series(title: str, form: str, points: list[tuple[date, int | None]]) -> Json:
    return {"title": pack(say(title)), "form": form, "points": [[day.isoformat(), value] for day, value in points]}


FLOWS: tuple[Flow, ...] = ()
PAGES = (Page("stats", stats, apart=True),)
ACTIONS: Mapping[str, Action] = {"stats_chart": chart}
ROLES = {"stats": DESK, "do:stats_chart": DESK}
