"""What a pair agrees on: six questions answered by each side alone, and what lies on the table when they differ. Of two
answers the calmer one is proposed: it is the one both can keep."""

from __future__ import annotations

import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from bot.mentoring.people import Pact

CALMER: Mapping[str, tuple[str, ...]] = {  # the answers of a question, the calmer ones last
    "cadence": ("weekly", "biweekly", "monthly"),
    "length": ("60", "45", "30"),
    "kind": ("person", "video", "phone", "audio", "text"),
    "reply": ("day", "two-days", "week"),
    "private": ("progress", "all"),
    "success": ("goal", "step", "confidence"),
}
KEYS = tuple(CALMER)
BOTH_COUNT = "success"  # where each side's answer stands beside the other's
EVERY = {"weekly": timedelta(weeks=1), "biweekly": timedelta(weeks=2), "monthly": timedelta(days=30)}
REPLY = {"day": timedelta(days=1), "two-days": timedelta(days=2), "week": timedelta(days=7)}
PARTS = 3  # a pair's time is looked at again at one and two thirds


@dataclass(frozen=True, slots=True)
class Terms:
    """What a pair has agreed on."""

    every: timedelta
    length: timedelta
    kind: str
    reply: timedelta


def agreed(pact: Pact) -> Terms | None:
    """What holds between the two; None before both have agreed to something."""
    terms = pact.terms
    if not terms:
        return None
    return Terms(
        EVERY.get(terms.get("cadence", ""), EVERY["biweekly"]),
        timedelta(minutes=int(terms.get("length", "45"))),
        terms.get("kind", "video"),
        REPLY.get(terms.get("reply", ""), REPLY["two-days"]),
    )


def differing(mine: Mapping[str, str], theirs: Mapping[str, str]) -> tuple[str, ...]:
    """The questions on which the two sides differ."""
    return tuple(key for key in KEYS if mine.get(key) != theirs.get(key))


def proposed(one: Mapping[str, str], other: Mapping[str, str]) -> dict[str, str]:
    """What both would agree to, whichever of them is asked."""
    return {key: _calmer(key, one.get(key, ""), other.get(key, "")) for key in KEYS}


def _calmer(key: str, one: str, other: str) -> str:
    known = CALMER[key]
    if key == BOTH_COUNT or one not in known or other not in known:  # own words can't be weighed: both count
        return " + ".join(sorted({one, other} - {""}))
    return max(one, other, key=known.index)


def table_of(one: Mapping[str, str], other: Mapping[str, str]) -> str:
    """A short name of what lies on the table, the same from both sides."""
    both = sorted(repr(sorted(each.items())) for each in (one, other))
    return f"{zlib.crc32(''.join(both).encode()):08x}"


def round_at(since: date | None, ends: date | None, today: date) -> int:
    """Which round of the agreement it is: 0 at the start, 1 after a third of the time, 2 after two."""
    if since is None or ends is None or ends <= since:
        return 0
    return sum(today >= third(since, ends, part) for part in (1, 2))


def third(since: date, ends: date, part: int) -> date:
    """The day after one or two thirds of a pair's time."""
    return since + (ends - since) * part // PARTS
