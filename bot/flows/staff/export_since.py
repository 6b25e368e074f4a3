"""A first day, as coordinators type it: "since 1 Nov", "sejak 2026-09-01", "minggu ini"."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.mentoring.calendar import local
from bot.talk.clean import key_of
from bot.talk.moments import read_day

SINCE = re.compile(r"^\s*(?:since|from|sejak|dari|mulai)\s+", re.IGNORECASE)
ISO = re.compile(r"20\d\d-\d\d-\d\d")
WEEK = frozenset({"this week", "minggu ini"})
MONTH = frozenset({"this month", "bulan ini"})
NAMED = {"today": 0, "hari ini": 0, "yesterday": 1, "kemarin": 1}
BACK = (8, 40, 366, 1100)  # days: from so long ago a day without its year is looked for, the nearest past one first
NOON = time(12)


def begins_so(text: str) -> bool:
    """Whether words begin as a first day does."""
    return bool(SINCE.match(text)) or key_of(text) in WEEK | MONTH


def read_since(text: str, today: date) -> date | None:
    """The day from which on something is wanted, not later than today; None for what is none."""
    words = SINCE.sub("", text).strip()
    if key_of(words) in WEEK:
        return today - timedelta(days=today.weekday())
    if key_of(words) in MONTH:
        return today.replace(day=1)
    if (back := NAMED.get(key_of(words))) is not None:
        return today - timedelta(days=back)
    if ISO.fullmatch(words):
        return _real(words, today)
    return _named(words, today)


def _real(words: str, today: date) -> date | None:
    try:
        found = date.fromisoformat(words)
    except ValueError:
        return None
    return found if found <= today else None


def _named(words: str, today: date) -> date | None:
    """A day by its name or date: what is typed is read as it would have been some time ago, when it was still ahead."""
    for back in BACK:
        then: datetime = local(today - timedelta(days=back), NOON, "UTC")
        past = [day for day in read_day(words, then, ZoneInfo("UTC")) if day <= today]
        if past:
            return max(past)
    return None
