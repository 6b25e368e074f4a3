"""How fast a platform lets us write, kept rather than discovered: overall, a chat, a group.

Moments are seconds of one clock. A message counts from when it reached the platform at the latest: the moment of its
answer, less the shortest journey of late. So a network that dawdles and then hurries does not push into one second what
was sent in two.
"""

from __future__ import annotations

import math
from collections import deque
from dataclasses import dataclass, field

JOURNEYS, ENOUGH = 64, 8  # how many of the last are compared, and from how many on they say something
TINY = 1e-6  # what sums of seconds may be off


@dataclass(frozen=True, slots=True)
class Limits:
    """Telegram's, unless told otherwise. `overall` messages fit into a second; only a `share` of that is used. `burst`
    go at once after a rest, `chat_burst` to one chat."""

    overall: int = 30
    share: float = 0.99
    burst: int = 4
    chat_rate: float = 0.97
    chat_burst: int = 3
    group_minute: int = 20


UNLIMITED = Limits(1000, 1.0, 1000, 1000.0, 1000, 1000)  # for a platform that nobody throttles


@dataclass(slots=True)
class _Chat:
    """What one chat has used up, and until when it must be left alone."""

    tokens: float
    since: float
    until: float = 0.0
    stamps: deque[float] = field(default_factory=deque)


class Pace:
    """Says how many messages may go now, and which chats must wait."""

    def __init__(self, limits: Limits, now: float) -> None:
        self._limits = limits
        self._span = 1 / limits.share
        # A process that ended a moment ago may have used this second up: it starts full and frees evenly.
        self._stamps = deque(now - self._span * (1 - nth / limits.overall) for nth in range(1, limits.overall + 1))
        self._flying = 0
        self._journeys: deque[float] = deque(maxlen=JOURNEYS)
        self._tokens, self._since = 0.0, now
        self._until = 0.0
        self._chats: dict[str, _Chat] = {}

    def free(self, now: float) -> int:
        """How many messages may go now to chats that are not busy."""
        while self._stamps and self._stamps[0] <= now - self._span + TINY:
            self._stamps.popleft()
        self._tokens = min(float(self._limits.burst), self._tokens + (now - self._since) * self._limits.overall)
        self._since = now
        if now < self._until:
            return 0
        return min(math.floor(self._tokens + TINY), self._limits.overall - self._flying - len(self._stamps))

    def wait(self, now: float, wanted: int = 1) -> float:
        """Seconds until so many may go, as far as can be told now."""
        if self.free(now) >= wanted:
            return 0.0
        over = min(self._flying + len(self._stamps) + wanted - self._limits.overall, len(self._stamps))
        window = self._stamps[over - 1] + self._span - now if over > 0 else 0.0
        refill = (wanted - self._tokens) / self._limits.overall
        return max(window, refill, self._until - now, 0.001)

    def take(self, chat: str, now: float, messages: int = 1) -> None:
        """Count messages that go now; `land` follows when they are answered."""
        self.free(now)
        self._tokens -= messages
        self._flying += messages
        known = self._chats.setdefault(chat, _Chat(float(self._limits.chat_burst), now))
        known.tokens, known.since = self._refilled(known, now) - messages, now
        if chat.startswith("-"):
            known.stamps.extend([now] * messages)

    def land(self, chat: str, began: float, now: float, messages: int = 1) -> None:
        """Messages that went at `began` have been answered, or given up."""
        self._journeys.append(now - began)
        shortest = min(self._journeys) if len(self._journeys) >= ENOUGH else 0.0
        arrived = now - shortest
        self._flying -= messages
        self._stamps.extend([arrived] * messages)
        if known := self._chats.get(chat):
            known.since = max(known.since, arrived)

    def _refilled(self, chat: _Chat, now: float) -> float:
        gained = max(0.0, now - chat.since) * self._limits.chat_rate
        return min(float(self._limits.chat_burst), chat.tokens + gained)

    def hold(self, chat: str, until: float) -> None:
        """The platform wants this chat left alone for a while."""
        known = self._chats.setdefault(chat, _Chat(float(self._limits.chat_burst), until))
        known.until = max(known.until, until)

    def pause(self, until: float) -> None:
        """Everything waits."""
        self._until = max(self._until, until)

    def busy(self, now: float) -> dict[str, float]:
        """The chats that must wait, each with the moment it is free again."""
        busy = {}
        for name, chat in list(self._chats.items()):
            if (free := self._free_at(chat, now)) > now:
                busy[name] = free
            elif not chat.stamps and self._refilled(chat, now) >= self._limits.chat_burst:
                del self._chats[name]
        return busy

    def _free_at(self, chat: _Chat, now: float) -> float:
        minute = 60 / self._limits.share
        while chat.stamps and chat.stamps[0] <= now - minute:
            chat.stamps.popleft()
        over = len(chat.stamps) - self._limits.group_minute
        group = chat.stamps[over] + minute if over >= 0 else 0.0
        missing = 1 - self._refilled(chat, now) - TINY
        return max(chat.until, group, now + missing / self._limits.chat_rate)
