"""What happens when data leaves the bot, and where a programme's weekly figures go."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import time

from bot.effects import Effect
from bot.messages import Screen


@dataclass(frozen=True, slots=True)
class Exported(Effect):
    """Keep that somebody took data of a programme out of the bot: `taken` names which."""

    programme: int
    taken: str


@dataclass(frozen=True, slots=True)
class PlanExports(Effect):
    """Have an export come to this chat each Monday morning (`taken` is "weekly"), or no more ("never")."""

    taken: str


@dataclass(frozen=True, slots=True)
class SetDigest(Effect):
    """Have the weekly figures of the person's programme go to a shared chat."""

    chat: str


@dataclass(frozen=True, slots=True)
class MoveDigest(Effect):
    """Have the weekly figures come to a chat on another weekday (0 is Monday) and clock time."""

    channel: int
    weekday: int
    clock: time


@dataclass(frozen=True, slots=True)
class StopDigest(Effect):
    """Send the weekly figures to a chat no more."""

    channel: int


@dataclass(frozen=True, slots=True)
class LoseDigest(Effect):
    """A chat can't be written to: its weekly figures stop, and whoever set it up is told."""

    channel: int


@dataclass(frozen=True, slots=True)
class FollowChat(Effect):
    """A chat has a new id on its platform."""

    channel: int
    chat: str


@dataclass(frozen=True, slots=True)
class TellChannel(Effect):
    """Show a screen in a shared chat; `once` is unique."""

    channel: int
    screen: Screen
    once: str
