"""From when until when a programme goes: the two questions, each with likely days to tap."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

from bot.mentoring.people import Facts
from bot.messages import Say, When, say
from bot.talk.questions import Option
from bot.talk.talk import Talk
from bot.talk.times import Day

YEAR = timedelta(days=365)
LENGTHS = (3, 6, 12)  # months to tap


def ask_dates(talk: Talk, facts: Facts) -> tuple[date | None, date | None]:
    """The first and the last day; either may be left open."""
    starts = talk.offer(_starts(facts.today))
    return starts, talk.offer(_ends(starts or facts.today, facts.today))


def _starts(today: date) -> Day:
    monday = today + timedelta(days=7 - today.weekday())
    return Day(
        key="starts",
        text=say("ask-starts"),
        first=today - YEAR,
        last=today + 3 * YEAR,
        choices=_days(today, monday, after(today.replace(day=1), 1)),
        columns=1,
        short=say("short-starts"),
    )


def _ends(starts: date, today: date) -> Day:
    first = max(starts, today)
    lengths = (after(starts, months) - timedelta(days=1) for months in LENGTHS)
    return Day(
        key="ends",
        text=say("ask-ends"),
        first=first,
        last=first + 5 * YEAR,
        choices=_days(*(day for day in lengths if day >= first)),
        columns=1,
        short=say("short-ends"),
    )


def _days(*days: date) -> tuple[Option, ...]:
    return tuple(Option(day.isoformat(), say("day-shown", day=When(day))) for day in dict.fromkeys(days))


def after(day: date, months: int) -> date:
    """The same day so many months later, or the last of that month."""
    years, month = divmod(day.month - 1 + months, 12)
    year, month = day.year + years, month + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def span(starts: date | None, ends: date | None) -> Say:
    """From when until when, in words; either may be open."""
    if starts and ends:
        return say("span-both", starts=When(starts), ends=When(ends))
    if starts:
        return say("span-from", starts=When(starts))
    return say("span-until", ends=When(ends)) if ends else say("span-none")
