"""Files that the bot made: kept as rows, sent by the couriers like any other file, and removed after some days."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from sqlalchemy import Connection, Engine, delete, insert, select

from bot.effects import SendFile
from bot.messages import Attachment, Outgoing
from bot.ports import Lost
from storage import tables
from storage.bulk import insert_many
from storage.database import reading
from storage.rows import out_row, table
from storage.writes import Book, Work, handles

FILE, JOB = table(tables.File), table(tables.Job)

HOUSE = "house"  # the platform on which such a file lies
KEPT = timedelta(days=7)


@handles(SendFile)
def send_files(book: Book, works: list[Work]) -> None:
    """Keep files, and have each sent to the chat it was asked in."""
    for work in works:
        made: SendFile = work.effect
        row = {"person_id": work.person or None, "name": made.name, "data": made.data, "at": book.now}
        number = book.connection.execute(insert(FILE).returning(FILE.c.id), row).scalar_one()
        content = {"platform": HOUSE, "ref": str(number), "kind": made.kind, "name": made.name, "size": len(made.data)}
        screen = replace(made.screen, attachment=Attachment("relay", made.name, content))
        incoming = work.incoming
        out = Outgoing(
            incoming.platform, incoming.chat, screen, work.person, locale=incoming.locale, route=incoming.route
        )
        insert_many(book.connection, tables.Outbox, [out_row(out, book.now, work.person or None)])


def read_file(database: Engine, ref: str) -> bytes:
    """The bytes of a file; raises Lost for one that is gone."""
    with reading(database) as connection:
        data = connection.execute(select(FILE.c.data).where(FILE.c.id == int(ref))).scalar_one_or_none()
    if data is None:
        raise Lost(f"file {ref} is kept no longer")
    return bytes(data)


def sweep(connection: Connection, now: datetime) -> None:
    """Remove files and finished jobs that are old."""
    connection.execute(delete(FILE).where(FILE.c.at < now - KEPT))
    connection.execute(delete(JOB).where(JOB.c.done_at < now - KEPT))
