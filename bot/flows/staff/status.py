"""How the bot itself is doing, for owners: short, and first of all whether all is well."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta

from bot.house import Action, Page
from bot.mentoring.people import Facts
from bot.mentoring.status import LATE, SILENT, Figures, Pulse, StatusView
from bot.messages import Button, Say, Screen, When, say
from bot.talk.talk import Flow

MEGABYTE = 1_000_000
PARTS = {
    "telegram": "Telegram",
    "discord": "Discord",
    "courier telegram": "Telegram",
    "courier discord": "Discord",
}  # parts that people know by a name; the others are told by words of their own


def status(facts: Facts) -> Screen:
    """What waits, what is late, what is stuck."""
    view = facts.view
    if not isinstance(view, StatusView):
        return Screen((say("not-for-you"),))
    lines = (*_health(view, facts.now), *_processes(view, facts.now), *_figures(view, facts.now))
    return Screen((say("status-title"), *lines), ((Button(say("button-status"), "p:status"),),))


def _health(view: StatusView, now: datetime) -> Iterator[Say]:
    """Whether all is well; if not, what is not."""
    wrong = [*_stuck(view.pulses, now)]
    if view.figures.late > LATE:
        wrong.append(say("status-late", span=_span(view.figures.late), n=view.figures.late_rows))
    slow = max(view.figures.oldest.values(), default=0.0)
    if slow > LATE:
        wrong.append(say("status-slow", span=_span(slow)))
    yield from wrong or [say("status-well")]


def _stuck(pulses: tuple[Pulse, ...], now: datetime) -> Iterator[Say]:
    for pulse in pulses:
        if now - pulse.at > SILENT:
            yield say("status-silent", name=pulse.name, at=When(pulse.at))
            continue
        for part in pulse.stuck():
            yield say("status-stuck", part=_part(part), span=_span(pulse.parts[part]))


def _part(name: str) -> Say | str:
    """A part in words."""
    if name in {"telegram", "discord"}:
        return say("status-part-hearing", platform=PARTS[name])
    if name in PARTS:
        return say("status-part-sending", platform=PARTS[name])
    return say(f"status-part-{name if name in {'writer', 'tick'} else 'jobs'}")


def _processes(view: StatusView, now: datetime) -> Iterator[Say]:
    """Since when it runs; of several processes, each."""
    for pulse in view.pulses:
        if now - pulse.at <= SILENT:
            several = "yes" if len(view.pulses) > 1 else "no"
            span = _span((now - pulse.since).total_seconds())
            yield say("status-runs", several=several, name=pulse.name, span=span, version=pulse.version)


def _figures(view: StatusView, now: datetime) -> Iterator[Say]:
    told = view.figures
    yield say("status-queue", n=told.waiting("waiting", "sending"), resting=told.waiting("resting"))
    yield say("status-jobs", n=told.jobs_in("waiting"), failed=told.jobs_in("failed"))
    yield say("status-away", n=view.away)
    yield _backup(told, now)
    yield say("status-database", kind=told.database, mb=f"{max(1, round(told.size / MEGABYTE))}")


def _backup(told: Figures, now: datetime) -> Say:
    if told.backup:
        return say("status-backup", at=When(told.backup), days=(now - told.backup).days)
    return say("status-backup-none" if told.database == "SQLite" else "status-backup-elsewhere")


def _span(seconds: float) -> Say:
    """A span in the largest unit that fits."""
    span = timedelta(seconds=max(0.0, seconds))
    for unit, size in (("days", timedelta(days=1)), ("hours", timedelta(hours=1)), ("minutes", timedelta(minutes=1))):
        if span >= size:
            return say("status-span", unit=unit, n=int(span / size))
    return say("status-span", unit="seconds", n=int(span.total_seconds()))


FLOWS: tuple[Flow, ...] = ()
PAGES = (Page("status", status, apart=True),)
ACTIONS: Mapping[str, Action] = {}
