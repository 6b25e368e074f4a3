"""How far goals are, and what a steady pace would be."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

WEEK = timedelta(days=7)
SLACK = timedelta(days=3)  # a check-in day may move within the week without breaking a streak


def expected(begun: date, due: date | None, today: date) -> int:
    """Percent at which a steady pace would stand today; 0 for a goal without a target date or begun today."""
    if due is None or today <= begun or due <= begun:
        return 100 if due and today >= due > begun else 0
    return min(100, round(100 * (today - begun) / (due - begun)))


def streak(answered: Sequence[date], current: date) -> int:
    """Weeks in a row with an answered check-in, up to this one or the one before it. `answered` is newest first."""
    count, next_one = 0, current
    for day in answered:
        if day > next_one + SLACK:
            continue
        if next_one - day > WEEK + SLACK if count == 0 else next_one - day > SLACK:
            break
        count, next_one = count + 1, day - WEEK
    return count


def bar(percent: int, width: int = 10) -> str:
    """A bar of text: ▰▰▰▱▱."""
    full = (max(0, min(100, percent)) * width + 50) // 100
    return "▰" * full + "▱" * (width - full)


def mean(percents: Sequence[int]) -> int | None:
    """The mean percent, rounded; None for no goals."""
    return round(sum(percents) / len(percents)) if percents else None
