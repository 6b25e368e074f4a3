"""Where people of a platform with servers are met: their door, their pair's thread, and pages shown as forms.

The shapes that an adapter needs and storage knows; `Rooms` is the port between the two.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from bot.messages import Say

THREAD = "thread:"  # how the chat of a message to a pair's thread begins; the pair's number follows
CHANNEL = "channel:"  # how the chat of something said in a server begins; the channel's id follows
PINGS = "ping:"  # how the route of a message to a thread begins that calls people by name; their ids follow


def pings(accounts: tuple[str, ...]) -> str:
    """The route of a message to a thread that calls these people, and nobody else."""
    return PINGS + ",".join(accounts) if accounts else ""


@dataclass(frozen=True, slots=True)
class Door:
    """Somebody's private conversation with the bot: its channel, if it was ever opened, and when they were last
    there."""

    account: str
    channel: str
    seen: datetime


@dataclass(frozen=True, slots=True)
class Place:
    """A pair's thread, by its id, or the channel in which it is still to be made. `state` is "ok", or why nothing can
    be written there."""

    pair: int
    guild: str
    channel: str
    thread: str
    name: str
    people: tuple[str, ...]
    state: str = "ok"


@dataclass(frozen=True, slots=True)
class Blank:
    """A field of a form, in its reader's words: words to type, or options to choose one or `several` of."""

    key: str
    label: str
    options: tuple[tuple[str, str], ...] = ()
    several: bool = False
    optional: bool = False
    most: int = 300


@dataclass(frozen=True, slots=True)
class Wish:
    """What somebody who manages a server wants: this channel for the threads of a programme's pairs."""

    account: str
    guild: str
    channel: str
    programme: str = ""


class Rooms(Protocol):
    """What an adapter with servers asks of storage. `page` blocks, but reads only; the others are durable steps."""

    def page(self, account: str, talk: int) -> tuple[Blank, ...]:
        """The fields of the page that is open in this person's conversation; none when there is no such page."""

    async def doors(self, since: datetime) -> list[Door]:
        """Everybody who was there since then."""

    async def keep_door(self, account: str, channel: str) -> None:
        """Remember somebody's private channel."""

    async def place(self, pair: int) -> Place | None:
        """Where this pair's thread is or is to be made; None when it has none."""

    async def keep_thread(self, pair: int, thread: str) -> None:
        """Remember a pair's thread, or that it is gone ("")."""

    async def lost(self, pair: int, state: str) -> None:
        """The channel of a pair's threads can't be used any more; the coordinators hear of it."""

    async def set_up(self, wish: Wish) -> Say:
        """Make a channel the place of a programme's threads; what there is to say of it."""
