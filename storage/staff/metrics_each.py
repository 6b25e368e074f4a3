"""The figures of a programme, each read by one statement that its docstring defines: what is counted, of what, and what
is usual. docs/metrics.md has them side by side. What stands for a moment is that at the end of the span."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, TypeAlias

from sqlalchemy import Connection

from bot.mentoring.agreement import EVERY
from bot.mentoring.metrics import MOOD_OF, PATIENCE, Batch, Flow, Mean, Share, Span, Stock
from storage.staff import metrics_sql as sql

LATE = timedelta(hours=24)  # before a session, from which calling it off counts as one that did not take place


@dataclass(frozen=True, slots=True)
class Scope:
    """Whose figures, and of which time."""

    connection: Connection
    programme: int
    span: Span

    def all(self, query: Any, **more: Any) -> Any:
        """The rows of a statement; `more` it is given beside what all know."""
        start, end = self.span.start, self.span.end
        known = {name: end - PATIENCE * every for name, every in EVERY.items()}
        known |= {"start": start, "end": end, "since": min(start, end - MOOD_OF)}
        return self.connection.execute(query, known | more | {"programme": self.programme}).all()

    def one(self, query: Any, **more: Any) -> Any:
        """The only row of a statement."""
        return self.all(query, **more)[0]


Metric: TypeAlias = Callable[..., Any]
METRICS: dict[str, Metric] = {}


def metric(name: str) -> Callable[[Metric], Metric]:
    """Name a figure, as docs/metrics.md has it."""

    def register(read: Metric) -> Metric:
        METRICS[name] = read
        return read

    return register


def read_stock(scope: Scope) -> Stock:
    """How things stand at the end of a span."""
    matched = match_rate(scope)
    return Stock(
        matched.whole,
        matched,
        active_pairs(scope),
        at_risk(scope),
        free_capacity(scope),
        goal_progress(scope),
    )


def read_flow(scope: Scope) -> Flow:
    """What happened in a span."""
    response, undelivered = checkin_response(scope)
    active, new, reached = goals_counted(scope)
    return Flow(session_completion(scope), response, undelivered, active, new, reached, tuple(answers(scope)))


# How things stand


@metric("match-rate")
def match_rate(scope: Scope) -> Share:
    """Mentees and mentors with at least one open pair / mentees and mentors who take part (active members; nobody on a
    break). Usual: from 70%."""
    mentors, mentees, people = scope.one(sql.MATCHED)
    return Share(min(mentors + mentees, people), people)


@metric("active-pairs")
def active_pairs(scope: Scope) -> Share:
    """Open pairs that held a session, or in which both sides wrote, within 1.5 times their agreed cadence (two weeks
    where none is agreed) / open pairs. Usual: 75 to 85% and more."""
    return Share(*scope.one(sql.ACTIVE))


@metric("at-risk")
def at_risk(scope: Scope) -> Share:
    """Open pairs of which a rule says that they need attention, but those a coordinator knows to be fine / open
    pairs."""
    return Share(*scope.one(sql.RISKY))


@metric("free-capacity")
def free_capacity(scope: Scope) -> int:
    """Mentees that the mentors who take part could still take: of each their capacity less their open pairs, as far as
    there is any."""
    return int(scope.one(sql.FREE)[0])


@metric("goal-progress")
def goal_progress(scope: Scope) -> Mean:
    """The mean of the newest percent of each goal worked on / goals that have one. Private goals are left out."""
    mean, n = scope.one(sql.PERCENT)
    return Mean(None if mean is None else round(float(mean), 1), n)


# What happened


@metric("session-completion")
def session_completion(scope: Scope) -> Share:
    """Sessions held / sessions whose time came in the period: held, missed, not told of yet, or called off less than 24
    hours ahead. Usual: 80 to 90% and more."""
    rows = scope.all(sql.SESSIONS)
    held = sum(row.n for row in rows if row.state == "held")
    return Share(held, sum(row.n for row in rows if not row.starts or row.changed > row.starts - LATE))


@metric("checkin-response")
def checkin_response(scope: Scope) -> tuple[Share, int]:
    """Check-ins answered by the end of the period / check-ins asked for in it that arrived; beside it those that could
    not, since their people can't be written to. An answer belongs to its week, so none is older than seven days."""
    answered, lost, asked = scope.one(sql.CHECKINS)
    return Share(answered, asked - lost), lost


@metric("goals")
def goals_counted(scope: Scope) -> tuple[int, int, int]:
    """Goals worked on at the end of the period, goals set in it, goals reached in it. Private goals are left out."""
    active, new, reached = scope.one(sql.GOALS)
    return active, new, reached


@metric("answers")
def answers(scope: Scope) -> list[Batch]:
    """The batches of answers that were counted in the period, or in the 60 days before its end if that is longer: what
    the relationship score (usual: from 4) and NPS are worked out of."""
    return [Batch(*row) for row in scope.all(sql.BATCHES)]
