"""A look at the page that is open in somebody's conversation, without waiting for the writer."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Engine, and_, select

from bot.house import House
from bot.messages import Words
from bot.rooms import Blank
from bot.talk.paging import Field, fields
from bot.talk.phrases import Phrases, Reader
from storage import tables
from storage.columns import PERSON
from storage.database import reading
from storage.rows import table, talk_of

TALK, ACCOUNT = table(tables.Conversation), table(tables.Account)


def page(database: Engine, house: House, account: tuple[str, str], talk: int, now: datetime) -> tuple[Blank, ...]:
    """The fields of the open page of this conversation, if it is this account's; none when there is no page."""
    with reading(database) as connection:
        row = _row(connection, account, talk)
    if row is None or row.flow not in house.flows:
        return ()
    reader = Reader(row.locale, row.zone, now)
    return tuple(_blank(field, house.phrases, reader) for field in fields(house.flows[row.flow], talk_of(row)))


def _row(connection: Connection, account: tuple[str, str], talk: int) -> Any:
    platform, number = account
    theirs = and_(
        ACCOUNT.c.person_id == TALK.c.person_id, ACCOUNT.c.platform == platform, ACCOUNT.c.external_id == number
    )
    query = select(TALK, PERSON.c.locale, PERSON.c.zone).join(ACCOUNT, theirs)
    query = query.join(PERSON, PERSON.c.id == TALK.c.person_id)
    return connection.execute(query.where(TALK.c.id == talk, TALK.c.state != "closed")).first()


def _blank(field: Field, phrases: Phrases, reader: Reader) -> Blank:
    def said(words: Words) -> str:
        return phrases.plain(words, reader).strip()

    options = tuple((option.slug, said(option.label)) for option in field.options)
    return Blank(field.key, said(field.label), options, field.several, field.optional, field.most)
