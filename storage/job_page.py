"""Pages of the coordinators' desk, drawn beside the turns; that somebody looked at one is kept."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import insert

from bot.effects import Effect, Tell
from bot.house import PAGE
from bot.messages import Say, Screen, say, unpack
from storage import tables
from storage.facts import read_all
from storage.jobs import Shop, does
from storage.rows import table
from storage.sights import with_view
from storage.writes import Book, Work, handles

ACTIVITY = table(tables.Activity)
MOST = 100  # characters kept of what was looked at


@dataclass(frozen=True, slots=True)
class Look(Effect):
    """Keep that somebody looked at a page of the desk."""

    what: str


@does(PAGE)
def draw_page(shop: Shop) -> Iterator[Effect]:
    """Read what the page shows, and draw it; whoever lost the right to it meanwhile is told."""
    name, subject = shop.args["name"], shop.args["subject"]
    facts = read_all(shop.connection, {shop.task.person}, shop.now)[shop.task.person]
    if not shop.house.admits(name, facts.membership):
        yield Tell(Screen((say("not-for-you"),)))
        return
    screen = shop.house.pages[name].draw(with_view(shop.connection, facts, name, subject))
    note = [line for line in map(unpack, shop.args["note"]) if isinstance(line, Say)]
    yield Tell(screen.after(*note))
    yield Look(f"{name} {subject}".strip()[:MOST])


@handles(Look)
def keep_looks(book: Book, works: list[Work]) -> None:
    """Keep who looked at what."""
    rows = [
        {"kind": "Look", "programme_id": member.programme_id, "person_id": work.person, "subject": work.effect.what}
        | {"at": book.now}
        for work in works
        if (member := book.member(work.person))
    ]
    if rows:
        book.connection.execute(insert(ACTIVITY), rows)
