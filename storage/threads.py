"""Words for pairs' threads, on their way. A thread is made by the first of them that is sent there."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy import Connection

from bot.mentoring.thread_effects import TellThread
from bot.messages import ANNOUNCEMENT, Outgoing, Screen, say
from bot.rooms import THREAD, pings
from storage import tables
from storage.bulk import insert_many
from storage.rows import out_row
from storage.servers import PLATFORM, Side, pairs_of, places


def tell(connection: Connection, told: Sequence[TellThread], now: datetime) -> None:
    """Write into the threads of pairs that have one, in the language of whom of them is there."""
    found = places(connection, {each.pair for each in told})
    rows = [out_row(out := _out(each, found[each.pair][1]), now, out.person) for each in told if each.pair in found]
    insert_many(connection, tables.Outbox, rows, once=True)


def _out(told: TellThread, sides: list[Side]) -> Outgoing:
    called = tuple(side.account for side in sides if side.person in told.ping)
    return Outgoing(
        PLATFORM,
        f"{THREAD}{told.pair}",
        told.screen,
        sides[0].person,
        ANNOUNCEMENT,  # not a reminder of anybody's own: it does not count against a week's budget
        occurrence=told.once,
        locale=sides[0].locale,
        kind=told.kind,
        route=pings(called),
    )


def open_threads(connection: Connection, pairs: Collection[int], now: datetime) -> None:
    """Have the threads made of pairs that have none, by a first word in them."""
    hello = Screen((say("thread-welcome"),))
    found = places(connection, pairs)
    told = [
        TellThread(pair, hello, tuple(side.person for side in sides), f"thread:{pair}:{place.channel}")
        for pair, (place, sides) in found.items()
        if not place.thread
    ]
    tell(connection, told, now)


def knock(connection: Connection, person: int, now: datetime) -> None:
    """Somebody's private messages are closed: call them in their thread, once a day, without a word of what it is."""
    screen = Screen((say("thread-knock"),))
    told = [
        TellThread(pair, screen, (person,), f"knock:{person}:{pair}:{now:%Y-%m-%d}")
        for pair in pairs_of(connection, person)
    ]
    tell(connection, told, now)
