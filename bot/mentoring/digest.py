"""The weekly figures of a programme as they go to a shared chat: numbers over several people, and no others."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import time

from bot.mentoring.metrics import Compared, Period
from bot.mentoring.views import View

HERE = re.compile(r"/(?:digest|ringkasan)(?:@\w+)?\s+(?:here|di\s?sini|sini)\s*", re.IGNORECASE)
MONDAY, MORNING = 0, time(8)


@dataclass(frozen=True, slots=True)
class Place:
    """A shared chat to which the figures go: on a weekday (0 is Monday), at a clock time on the programme's wall."""

    id: int
    platform: str
    weekday: int
    clock: time


@dataclass(frozen=True, slots=True)
class Digest:
    """What a programme's week comes to; `at_risk` is how many pairs need somebody now."""

    programme: str
    compared: Compared
    at_risk: int = 0

    @property
    def period(self) -> Period:
        """The days that count."""
        return self.compared.period


@dataclass(frozen=True, slots=True)
class DigestView(View):
    """The figures now, where they go each week, and the zone of the programme's wall in words."""

    digest: Digest
    places: tuple[Place, ...] = ()
    zone: str = ""


def asks_here(text: str) -> bool:
    """Whether somebody wants the figures in the chat where they wrote this."""
    return bool(HERE.fullmatch(text.strip()))
