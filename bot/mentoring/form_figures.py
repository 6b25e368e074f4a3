"""Answers to a question as bars: how many fell on each, and what part of all that is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import ceil

from bot.mentoring.feedback import Total
from bot.messages import Words, say
from bot.talk.forms import Ask

MOST = 11  # bars; numbers further apart are put together
RANGES = 5


@dataclass(frozen=True, slots=True)
class Bar:
    """One answer, or a range of numbers: how often it was given."""

    label: Words
    count: int
    percent: int


def bars(ask: Ask, total: Total) -> tuple[Bar, ...]:
    """The bars of a question, in the order it shows its answers. Of several ticks each counts, so that the parts may be
    more than a whole."""
    counts = _by_label(ask, total.counts)
    return tuple(Bar(label, count, round(100 * count / total.n) if total.n else 0) for label, count in counts)


def _by_label(ask: Ask, counts: Mapping[str, int]) -> list[tuple[Words, int]]:
    if ask.kind == "yes-no":
        return [(say(f"button-{answer}"), counts.get(answer, 0)) for answer in ("yes", "no")]
    if ask.kind in {"scale", "number"}:
        return _numbers(ask, {int(number): count for number, count in counts.items()})
    found: list[tuple[Words, int]] = [(both.say(), counts.get(slug, 0)) for slug, both in ask.options.items()]
    return [*found, (say("form-own-words"), counts["other"])] if counts.get("other") else found


def _numbers(ask: Ask, counts: Mapping[int, int]) -> list[tuple[Words, int]]:
    """A bar for each button, or for ranges where there would be too many."""
    width = ask.step if ask.kind == "scale" else 1
    if (ask.high - ask.low) // width + 1 > MOST:
        width = ceil((ask.high - ask.low + 1) / RANGES)
    starts = range(ask.low, ask.high + 1, width)
    return [(_label(ask, start, width), sum(counts.get(n, 0) for n in range(start, start + width))) for start in starts]


def _label(ask: Ask, start: int, width: int) -> Words:
    if ask.labels:
        return ask.labels[start - ask.low].say()
    last = min(start + width - 1, ask.high)
    return f"{start}{ask.unit}" if last == start or ask.kind == "scale" else f"{start}–{last}{ask.unit}"
