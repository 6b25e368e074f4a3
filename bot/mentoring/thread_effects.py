"""What happens in a pair's thread: a place both see, so nothing is said there that only one may know."""

from __future__ import annotations

from dataclasses import dataclass

from bot.effects import Effect
from bot.messages import Screen


@dataclass(frozen=True, slots=True)
class TellThread(Effect):
    """Show a screen in a pair's thread, if it has one; `ping` names the people who are called by it, `once` is
    unique."""

    pair: int
    screen: Screen
    ping: tuple[int, ...] = ()
    once: str | None = None
    kind: str = ""


@dataclass(frozen=True, slots=True)
class OpenThread(Effect):
    """Make a pair's thread, if one of them is on a platform that has threads, and there is a channel for it."""

    pair: int
