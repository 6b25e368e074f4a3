"""What keeps several processes on one PostgreSQL out of each other's way. SQLite has one process and one writer, so
there is nothing to be locked."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import ARRAY, Connection, Text, bindparam, select, text
from sqlalchemy.exc import DBAPIError

from bot.messages import Incoming
from storage import tables
from storage.among import among
from storage.columns import PERSON
from storage.rows import table

ACCOUNT = table(tables.Account)

AGAIN = frozenset({"40001", "40P01", "23505"})  # could not serialize, deadlock, made by another process meanwhile


def hold(connection: Connection, batch: Sequence[Incoming]) -> None:
    """Wait for other processes' turns of these accounts and people, and keep them out until this transaction ends.
    Everybody takes their locks in the same order, so nobody waits in a circle. What another process wrote about them is
    seen by whatever is read after this."""
    if connection.dialect.name != "postgresql" or not batch:
        return
    keys = sorted({f"{incoming.platform}:{incoming.account}" for incoming in batch})
    connection.execute(ACCOUNTS, {"keys": keys})
    known = {key.partition(":")[2] for key in keys}
    people = select(ACCOUNT.c.person_id).where(among(ACCOUNT.c.external_id, known))
    numbers = sorted(set(connection.execute(people).scalars()))
    # Not FOR UPDATE: rows that refer to a person, as a message to them, may be written by others meanwhile.
    mine = select(PERSON.c.id).where(among(PERSON.c.id, numbers)).order_by(PERSON.c.id).with_for_update(key_share=True)
    connection.execute(mine).all()


ACCOUNTS = text(
    "SELECT pg_advisory_xact_lock(hashtextextended(key, 0)) FROM (SELECT unnest(:keys) AS key ORDER BY 1) AS sorted"
).bindparams(bindparam("keys", type_=ARRAY(Text())))


def passing(error: Exception) -> bool:
    """Whether a transaction failed since another process was in its way: the next try finds what that one wrote."""
    return isinstance(error, DBAPIError) and getattr(error.orig, "sqlstate", "") in AGAIN
