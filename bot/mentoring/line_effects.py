"""What people do with the line to their partner, and with their own accounts, as effects."""

from __future__ import annotations

from dataclasses import dataclass

from bot.effects import Effect
from bot.messages import File, Words


@dataclass(frozen=True, slots=True)
class PassOn(Effect):
    """Pass words and files to the other side of a pair. Without a number it is the pair in whose thread they were
    written, or else the only one there is; in `talking` they keep the talk going; `what` names a kind of thing that
    can't pass. A sentence of ours is read in the reader's language."""

    pair: int
    text: Words = ""
    files: tuple[File, ...] = ()
    what: str = ""
    talking: bool = False


@dataclass(frozen=True, slots=True)
class PassEdit(Effect):
    """A message that was passed on has other words now."""

    text: str


@dataclass(frozen=True, slots=True)
class TalkTo(Effect):
    """From now on what the person writes goes to the other side of this pair."""

    pair: int


@dataclass(frozen=True, slots=True)
class RestTalks(Effect):
    """Let the person's open conversations with the bot sleep; the engine does it."""


@dataclass(frozen=True, slots=True)
class EndTalk(Effect):
    """What the person writes is for the bot again."""


@dataclass(frozen=True, slots=True)
class Mute(Effect):
    """Have what the partner writes come without a sound, or with one again."""

    pair: int
    muted: bool


@dataclass(frozen=True, slots=True)
class MakeCode(Effect):
    """Make a one-time code with which another account joins this person."""


@dataclass(frozen=True, slots=True)
class UseCode(Effect):
    """Join the account that wrote this to the person whose code it is."""

    code: str


@dataclass(frozen=True, slots=True)
class Unlink(Effect):
    """Take one of the person's accounts away."""

    account: int
