"""What is written into pairs' threads, and what becomes of the channel they are in."""

from __future__ import annotations

from datetime import UTC, datetime

from sqlalchemy import and_, delete, insert, select, update

from bot.effects import TellCoordinators
from bot.mentoring.thread_effects import OpenThread, TellThread
from bot.messages import Incoming, Say, Screen, say
from bot.rooms import THREAD, Wish
from storage import tables
from storage.columns import MEMBER, PROGRAMME
from storage.kept import revive
from storage.rows import table
from storage.servers import PLATFORM
from storage.threads import open_threads, tell
from storage.writes import Book, Work, handles
from storage.writes_tell import tell_coordinators

ACCOUNT, PAIR, SERVER = table(tables.Account), table(tables.Pair), table(tables.Server)
STAFF = ("coordinator", "owner")


NOBODY = Incoming(PLATFORM, "", "", "", "other", datetime(1970, 1, 1, tzinfo=UTC))


@handles(TellThread)
def tell_threads(book: Book, works: list[Work]) -> None:
    """Write into pairs' threads."""
    tell(book.connection, [work.effect for work in works], book.now)


@handles(OpenThread)
def make_threads(book: Book, works: list[Work]) -> None:
    """Have threads made."""
    open_threads(book.connection, {work.effect.pair for work in works}, book.now)


def lose(book: Book, pair: int, state: str) -> None:
    """The channel of a pair's threads can't be used: kept, and the coordinators hear of it once."""
    row = book.connection.execute(select(PAIR).where(PAIR.c.id == pair)).first()
    if row is None:
        return
    there = and_(SERVER.c.programme_id == row.programme_id, SERVER.c.state != state)
    changed = book.connection.execute(
        update(SERVER).where(there).values(state=state, state_why=f"pair {pair}")
    ).rowcount
    person = row.mentor_id or row.mentee_id
    if changed and person:
        screen = Screen((say(f"coordinator-thread-{state.replace('_', '-')}"),))
        once = f"place:{row.programme_id}:{state}:{book.now:%Y-%m-%d}"
        tell_coordinators(book, [Work(person, NOBODY, TellCoordinators(screen, once))])


def set_up(book: Book, wish: Wish) -> Say:
    """Make a channel the place of a programme's threads, if who asks for it runs that programme."""
    mine = and_(ACCOUNT.c.platform == PLATFORM, ACCOUNT.c.external_id == wish.account)
    person = book.connection.execute(select(ACCOUNT.c.person_id).where(mine)).scalar()
    if person is None:
        return say("setup-stranger")
    runs = and_(MEMBER.c.person_id == person, MEMBER.c.role.in_(STAFF), MEMBER.c.standing != "left")
    columns = (PROGRAMME.c.id, PROGRAMME.c.slug, PROGRAMME.c.name)
    query = select(*columns).join(MEMBER, MEMBER.c.programme_id == PROGRAMME.c.id).where(runs).order_by(PROGRAMME.c.id)
    programmes = book.connection.execute(query).all()
    wanted = wish.programme.casefold()
    chosen = [row for row in programmes if wanted in {"", row.slug.casefold(), row.name.casefold()}]
    if not programmes:
        return say("setup-not-coordinator")
    if len(chosen) != 1:
        return say("setup-which", names=tuple(row.slug for row in programmes))
    _settle(book, wish, chosen[0].id)
    return say("setup-done", programme=chosen[0].name, channel=f"<#{wish.channel}>")


def _settle(book: Book, wish: Wish, programme: int) -> None:
    """Keep the channel, let go what waited for one, and have the threads made that are missing."""
    connection = book.connection
    connection.execute(delete(SERVER).where(SERVER.c.programme_id == programme))
    place = {"programme_id": programme, "guild": wish.guild, "channel": wish.channel, "created_at": book.now}
    connection.execute(insert(SERVER).values(place))
    active = select(PAIR.c.id).where(PAIR.c.programme_id == programme, PAIR.c.state == "active")
    pairs = list(connection.execute(active).scalars())
    if pairs:
        revive(connection, PLATFORM, [f"{THREAD}{pair}" for pair in pairs], "", book.now)
        open_threads(connection, pairs, book.now)
