"""Lists of people to rows: kept until they are confirmed, carried out once, forgotten."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import delete, insert, select, update

from bot.flows.staff import people_list as words
from bot.flows.staff.people_list import preview
from bot.mentoring.people_effects import DropUpload, InvitePeople, KeepUpload, SweepUploads
from bot.messages import Say, Screen, say, unpack
from bot.ports import Said
from bot.talk.clean import key_of
from storage import tables
from storage.people_file import Flaw
from storage.people_import import write_links
from storage.rows import table
from storage.staff.people_list import KIND, WAITS, find_upload
from storage.staff.people_writes import closed
from storage.staff.seat import seat
from storage.writes import Book, Work, apply, handles

UPLOAD, INVITATION = table(tables.Upload), table(tables.Invitation)
OVER = {"state": "done", "content": {}, "name": ""}
A_LITTLE = timedelta(minutes=1)  # a job may come a moment early


@handles(KeepUpload)
def keep_uploads(book: Book, works: list[Work]) -> list[Said]:
    """Keep lists, each in place of the one its coordinator dropped before, and show what they would do."""
    return [_keep(book, work) for work in works]


def _keep(book: Book, work: Work) -> Said:
    kept: KeepUpload = work.effect
    member = seat(book, work.person)
    if member is None:
        return Said(Screen((say("not-for-you"),)))
    before = (UPLOAD.c.person_id == work.person, UPLOAD.c.programme_id == member.programme_id, UPLOAD.c.kind == KIND)
    book.connection.execute(delete(UPLOAD).where(*before))
    row = {"programme_id": member.programme_id, "person_id": work.person, "kind": KIND, "name": kept.name}
    made = insert(UPLOAD).values(row | {"content": dict(kept.content), "state": "ready", "at": book.now})
    number = book.connection.execute(made.returning(UPLOAD.c.id)).scalar_one()
    found = ((line, unpack(reason)) for line, reason in kept.content["flaws"][: words.SHOWN])
    flaws = [Flaw(line, reason).said() for line, reason in found if isinstance(reason, Say)]
    return Said(preview(number, kept.name, kept.counts, flaws), refused=False)


@handles(InvitePeople)
def invite_people(book: Book, works: list[Work]) -> list[Said | None]:
    """Carry lists out, each once: its links, and what follows from it."""
    return [_invite(book, work) for work in works]


def _invite(book: Book, work: Work) -> Said | None:
    wanted: InvitePeople = work.effect
    member = seat(book, work.person)
    programme = member.programme_id if member else 0
    if find_upload(book.connection, wanted.upload, work.person, programme) is None:
        return Said(words.over())
    if wanted.links and (why := closed(book, programme)):
        return Said(why)
    if _overtaken(book, programme, wanted):
        return Said(Screen((say("list-overtaken"),)))
    book.connection.execute(update(UPLOAD).where(UPLOAD.c.id == wanted.upload).values(OVER))
    write_links(book.connection, programme, wanted.links, wanted.expires, book.now, work.person)
    apply(book, [(work.person, work.incoming, each) for each in wanted.then])
    return None


def _overtaken(book: Book, programme: int, wanted: InvitePeople) -> bool:
    """Whether somebody else has invited one of them since it was decided."""
    if not wanted.links:
        return False
    query = select(INVITATION.c.id, INVITATION.c.role, INVITATION.c.label, INVITATION.c.used)
    rows = book.connection.execute(query.where(INVITATION.c.programme_id == programme)).all()
    names, unused = {(row.role, key_of(row.label)) for row in rows}, {row.id for row in rows if not row.used}
    return any(
        (link.again not in unused) if link.again else (link.role, key_of(link.label)) in names for link in wanted.links
    )


@handles(DropUpload)
def drop_uploads(book: Book, works: list[Work]) -> list[Screen | None]:
    """Forget lists that were not wanted."""
    return [_drop(book, work) for work in works]


def _drop(book: Book, work: Work) -> Screen | None:
    mine = (UPLOAD.c.id == work.effect.upload, UPLOAD.c.person_id == work.person, UPLOAD.c.state == "ready")
    dropped = book.connection.execute(delete(UPLOAD).where(*mine, UPLOAD.c.kind == KIND)).rowcount
    return None if dropped else words.over()


@handles(SweepUploads)
def sweep_uploads(book: Book, works: list[Work]) -> None:
    """Forget what has waited too long."""
    book.connection.execute(delete(UPLOAD).where(UPLOAD.c.at <= book.now - WAITS + A_LITTLE))
