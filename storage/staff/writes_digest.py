"""Shared chats that get a programme's weekly figures, to rows: set, moved, stopped, lost."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import and_, delete, insert, select, update

from bot.flows.staff import digest as pages
from bot.flows.staff.digest_words import hello
from bot.mentoring.digest import MONDAY, MORNING
from bot.mentoring.export_effects import FollowChat, LoseDigest, MoveDigest, SetDigest, StopDigest, TellChannel
from bot.mentoring.zones import zone_label
from bot.messages import REMINDER, Incoming, Outgoing, Screen, say
from bot.ports import Said
from storage import tables
from storage.bulk import insert_many, insert_once
from storage.columns import MEMBER
from storage.ending import bring
from storage.jobs import keep_jobs
from storage.rows import clock, out_row, table
from storage.staff.digest import DIGEST, SOON, channel_with, check_job, once, weekly_job
from storage.staff.seat import seat
from storage.writes import Book, Work, handles

ACTIVITY, CHANNEL, JOB = table(tables.Activity), table(tables.Channel), table(tables.Job)

NOT_YOURS = Screen((say("group-private"),))


@handles(SetDigest)
def set_digests(book: Book, works: list[Work]) -> list[Screen | Said | None]:
    """Remember a shared chat, and say so there."""
    return [_set_digest(book, work) for work in works]


def _set_digest(book: Book, work: Work) -> Screen | Said | None:
    member, incoming = seat(book, work.person), work.incoming
    if member is None:
        return NOT_YOURS
    key = {"programme_id": member.programme_id, "platform": incoming.platform, "chat": incoming.chat}
    fresh = {"purpose": DIGEST, "weekday": MONDAY, "clock": f"{MORNING:%H:%M}", "by_id": work.person, "at": book.now}
    book.connection.execute(insert_once(book.connection, tables.Channel).values(key | fresh))
    mine = and_(*(CHANNEL.c[name] == value for name, value in key.items()), CHANNEL.c.purpose == DIGEST)
    row = channel_with(book.connection, book.connection.execute(select(CHANNEL.c.id).where(mine)).scalar_one())
    screen = hello(row.name, row.weekday, clock(row.clock), _zone(row, book.now))
    occurrence = f"{once(row.id)}:{incoming.event}"
    _tell(book, row, screen, occurrence)
    _plan(book, weekly_job(row, row.zone, book.now), check_job(row.id, row.programme_id, occurrence, book.now + SOON))
    return Said(screen, refused=False) if incoming.route else None


def _zone(row: Any, now: datetime) -> str:
    return zone_label(row.zone, now, row.locale)


def _plan(book: Book, *jobs: Any) -> None:
    """Plan jobs that are nobody's: they outlive whoever asked for them, and say nothing in the chat if they fail."""
    nobody = Incoming("", "", "", "", "other", book.now)
    keep_jobs(book, [Work(0, nobody, job) for job in jobs])


def _tell(book: Book, row: Any, screen: Screen, occurrence: str) -> None:
    out = Outgoing(row.platform, row.chat, screen, None, REMINDER, occurrence=occurrence, locale=row.locale)
    insert_many(book.connection, tables.Outbox, [out_row(out, book.now, None)], once=True)


@handles(TellChannel)
def tell_channels(book: Book, works: list[Work]) -> None:
    """Write into shared chats."""
    for work in works:
        row = channel_with(book.connection, work.effect.channel)
        if row is not None:
            _tell(book, row, work.effect.screen, work.effect.once)


def _theirs(book: Book, work: Work) -> Any:
    """The chat, if it is of the programme that the person runs."""
    member, row = seat(book, work.person), channel_with(book.connection, work.effect.channel)
    return row if member and row and row.programme_id == member.programme_id else None


@handles(MoveDigest)
def move_digests(book: Book, works: list[Work]) -> list[Screen | Said]:
    """Another weekday and clock time."""
    return [_move_digest(book, work) for work in works]


def _move_digest(book: Book, work: Work) -> Screen | Said:
    row, moved = _theirs(book, work), work.effect
    if row is None:
        return pages.gone()
    values = {"weekday": moved.weekday, "clock": f"{moved.clock:%H:%M}"}
    book.connection.execute(update(CHANNEL).where(CHANNEL.c.id == row.id).values(values))
    _unplan(book, row.id)
    row = channel_with(book.connection, row.id)
    _plan(book, weekly_job(row, row.zone, book.now))
    return Said(pages.moved(row.weekday, clock(row.clock), _zone(row, book.now)), refused=False)


def _unplan(book: Book, channel: int) -> None:
    """Take back what is planned; figures that are being made come all the same."""
    book.connection.execute(delete(JOB).where(JOB.c.once == once(channel), JOB.c.state == "waiting"))


@handles(StopDigest)
def stop_digests(book: Book, works: list[Work]) -> list[Screen | Said]:
    """No more."""
    return [_stop_digest(book, work) for work in works]


def _stop_digest(book: Book, work: Work) -> Screen | Said:
    row = _theirs(book, work)
    if row is None:
        return pages.gone()
    _remove(book, row.id)
    return Said(pages.stopped(), refused=False)


def _remove(book: Book, channel: int) -> None:
    _unplan(book, channel)
    book.connection.execute(delete(CHANNEL).where(CHANNEL.c.id == channel))


@handles(LoseDigest)
def lose_digests(book: Book, works: list[Work]) -> None:
    """A chat that can't be written to is given up, and its coordinator told."""
    for work in works:
        row = channel_with(book.connection, work.effect.channel)
        if row is None:
            continue
        _remove(book, row.id)
        for person in _whom(book, row):
            bring(book, person, pages.lost(row.name), f"digest-lost:{row.id}:{person}", "coordinator")
        line = {"kind": "LoseDigest", "programme_id": row.programme_id, "subject": str(row.id), "at": book.now}
        book.connection.execute(insert(ACTIVITY), line)


def _whom(book: Book, row: Any) -> list[int]:
    """Whoever set it up, if they still run the programme; else everybody who does."""
    staff = MEMBER.c.role.in_(("coordinator", "owner")) & MEMBER.c.standing.in_(("active", "paused"))
    query = select(MEMBER.c.person_id).where(MEMBER.c.programme_id == row.programme_id, staff)
    people = list(book.connection.execute(query.order_by(MEMBER.c.person_id)).scalars())
    return [row.by_id] if row.by_id in people else people


@handles(FollowChat)
def follow_chats(book: Book, works: list[Work]) -> None:
    """A chat's new id; where the figures go there already, once is enough."""
    for work in works:
        row = channel_with(book.connection, work.effect.channel)
        if row is None:
            continue
        same = and_(CHANNEL.c.programme_id == row.programme_id, CHANNEL.c.platform == row.platform)
        there = select(CHANNEL.c.id).where(same, CHANNEL.c.chat == work.effect.chat, CHANNEL.c.purpose == DIGEST)
        if book.connection.execute(there).first():
            _remove(book, row.id)
        else:
            mine = update(CHANNEL).where(CHANNEL.c.id == row.id)
            book.connection.execute(mine.values(chat=work.effect.chat))
