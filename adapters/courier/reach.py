"""Whether a platform can be reached, and what a failure says about when to try again."""

from __future__ import annotations

import logging
from dataclasses import replace

from adapters.courier.pace import Pace
from adapters.courier.waits import backoff
from bot.ports import Outcome, Parcel

log = logging.getLogger(__name__)


class Reach:
    """Hears of every outcome; slows the pace when the platform is out of reach or says that it is too much."""

    def __init__(self, platform: str, pace: Pace) -> None:
        self.trouble = ""
        self.floods = 0  # times the platform said that it was too much
        self._platform, self._pace = platform, pace
        self._failed = 0  # times in a row
        self._again = 0.0
        self._flooded: dict[str, float] = {}

    @property
    def away(self) -> bool:
        """Whether the platform is out of reach: then one message at a time tries whether it still is."""
        return self._failed > 0

    def judge(self, parcel: Parcel, outcome: Outcome, now: float) -> Outcome:
        """The outcome with the seconds after which a message that failed is tried again."""
        if outcome.away:
            return self._lost(outcome, now)
        if self.away:
            log.warning("%s: within reach again", self._platform)
            self._failed, self.trouble = 0, ""
        if outcome.kind != "later" or outcome.moved:
            return outcome
        if outcome.wait:
            self._flood(parcel.chat, now, outcome.wait)
        return replace(outcome, wait=outcome.wait or backoff(parcel.attempts))

    def _lost(self, outcome: Outcome, now: float) -> Outcome:
        """Everything waits, each time longer; several that fail together count once."""
        if now >= self._again:
            self._failed, self.trouble = self._failed + 1, outcome.why
            self._again = now + (outcome.wait or backoff(self._failed))
            self._pace.pause(self._again)
            log.warning("%s: out of reach, next try in %.0f s: %s", self._platform, self._again - now, outcome.why)
        return replace(outcome, wait=self._again - now)

    def _flood(self, chat: str, now: float, wait: float) -> None:
        """Too many requests: this chat waits. If another one waits for that too, it is the whole bot."""
        self.floods += 1
        self._flooded = {other: until for other, until in self._flooded.items() if until > now}
        if self._flooded.keys() - {chat}:
            self._pace.pause(now + wait)
        self._flooded[chat] = now + wait
