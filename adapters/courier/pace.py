"""How fast a platform lets us write, kept rather than discovered: overall, a chat, a group.

Moments are seconds of one clock.
"""

from __future__ import annotations

import math
from collections import deque
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Limits:
    """Telegram's, unless told otherwise. `overall` messages fit into a second; only a `share` of that is used, so that
    a network that shakes does not push us over it. `burst` go at once after a rest, `chat_burst` to one chat."""

    overall: int = 30
    share: float = 0.97
    burst: int = 4
    chat_rate: float = 0.95
    chat_burst: int = 3
    group_minute: int = 20


UNLIMITED = Limits(1000, 1.0, 1000, 1000.0, 1000, 1000)  # for a console, which nobody throttles


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
        self._tokens, self._since = 0.0, now
        self._until = 0.0
        self._chats: dict[str, _Chat] = {}

    def free(self, now: float) -> int:
        """How many messages may go now to chats that are not busy."""
        if now < self._until:
            return 0
        while self._stamps and self._stamps[0] <= now - self._span:
            self._stamps.popleft()
        self._tokens = min(float(self._limits.burst), self._tokens + (now - self._since) * self._limits.overall)
        self._since = now
        return min(math.floor(self._tokens + 1e-9), self._limits.overall - len(self._stamps))

    def wait(self, now: float, wanted: int = 1) -> float:
        """Seconds until so many may go."""
        free = self.free(now)
        if free >= wanted:
            return 0.0
        over = len(self._stamps) + wanted - self._limits.overall
        window = self._stamps[min(over, len(self._stamps)) - 1] + self._span - now if over > 0 else 0.0
        refill = (wanted - self._tokens) / self._limits.overall
        return max(window, refill, self._until - now, 0.001)

    def take(self, chat: str, now: float, messages: int = 1) -> None:
        """Count messages that go now."""
        self.free(now)
        self._tokens -= messages
        self._stamps.extend([now] * messages)
        known = self._chats.setdefault(chat, _Chat(float(self._limits.chat_burst), now))
        known.tokens, known.since = self._refilled(known, now) - messages, now
        if chat.startswith("-"):
            known.stamps.extend([now] * messages)

    def _refilled(self, chat: _Chat, now: float) -> float:
        return min(float(self._limits.chat_burst), chat.tokens + (now - chat.since) * self._limits.chat_rate)

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
        return max(chat.until, group, now + (1 - self._refilled(chat, now)) / self._limits.chat_rate)
