"""The numbers a process tells of itself, with their names: docs/operations.md explains them, docs/alerts.yml uses
them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from bot.mentoring.status import Figures
from bot.tally import Metric, Tally, each, one


@dataclass(frozen=True, slots=True)
class Sends:
    """What a courier counted: outcomes, and how often its platform said that it was too much."""

    outcomes: Mapping[str, int]
    throttled: int


@dataclass(frozen=True, slots=True)
class Hears:
    """What hears a platform: seconds since it last answered (None before it ever did), times it was begun anew."""

    age: float | None
    restarts: int


def of_writer(tally: Tally, waiting: int) -> Iterator[Metric]:
    """What was written."""
    yield each(
        "tuntun_updates", "counter", "Messages handled, by platform", "platform", iter(list(tally.heard.items()))
    )
    yield one("tuntun_turns_failed", "counter", "Turns that raised and were apologised for", tally.failed)
    yield one("tuntun_batch_messages", "histogram", "Messages that shared a commit", tally.sizes)
    yield one("tuntun_commit_seconds", "histogram", "Seconds a batch took, its commit included", tally.seconds)
    yield one("tuntun_writer_waiting", "gauge", "Messages and deeds that wait for the writer", waiting)


def of_platforms(sends: Mapping[str, Sends], hears: Mapping[str, Hears]) -> Iterator[Metric]:
    """What was sent, and whether the platforms are heard."""
    outcomes = [
        ((platform, kind), float(count)) for platform, its in sends.items() for kind, count in its.outcomes.items()
    ]
    about = "Sendings by platform and outcome"
    yield Metric("tuntun_sends", "counter", about, ("platform", "outcome"), tuple(outcomes))
    floods = ((platform, float(its.throttled)) for platform, its in sends.items())
    yield each("tuntun_throttled", "counter", "Times a platform said: too many requests", "platform", floods)
    ages = ((platform, its.age) for platform, its in hears.items() if its.age is not None)
    yield each("tuntun_heard_age_seconds", "gauge", "Seconds since a platform last answered", "platform", ages)
    restarts = ((platform, float(its.restarts)) for platform, its in hears.items())
    yield each("tuntun_restarts", "counter", "Times hearing a platform was begun anew", "platform", restarts)


def of_parts(parts: Mapping[str, float]) -> Iterator[Metric]:
    """Which parts work."""
    up = ((name, float(not seconds)) for name, seconds in parts.items())
    yield each("tuntun_up", "gauge", "1 for a part that works, 0 for one that is stuck", "part", up)


def of_figures(told: Figures, age: float) -> Iterator[Metric]:
    """What the database says."""
    queue = tuple(((row.platform, row.state, str(row.priority)), float(row.count)) for row in told.queue)
    about, labels = "Messages still to be sent", ("platform", "state", "priority")
    yield Metric("tuntun_queue", "gauge", about, labels, queue)
    about = "For how long the oldest message could have gone"
    yield each("tuntun_queue_oldest_seconds", "gauge", about, "platform", iter(told.oldest.items()))
    yield one("tuntun_due_late_seconds", "gauge", "By how much the most belated due row is late", told.late)
    yield one("tuntun_due_late_rows", "gauge", "Rows that are due and not settled", told.late_rows)
    jobs = tuple(((lane, state), float(count)) for lane, state, count in told.jobs)
    yield Metric("tuntun_jobs", "gauge", "Jobs by lane and state; failed: of one day", ("lane", "state"), jobs)
    away = tuple(((platform, reach), float(count)) for platform, reach, count in told.unreachable)
    about = "Accounts that can't be written to"
    yield Metric("tuntun_unreachable_accounts", "gauge", about, ("platform", "reason"), away)
    yield one("tuntun_database_bytes", "gauge", "Size of the database", told.size)
    yield one("tuntun_figures_age_seconds", "gauge", "Age of what the database said", age)
    if told.backup:
        at = told.backup.timestamp()
        yield one("tuntun_last_backup_timestamp_seconds", "gauge", "When the last backup was made", at)
