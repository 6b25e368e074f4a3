"""The outbox: what is to be sent, taken before it is sent, with what became of it. Every verb is one durable step."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, and_, bindparam, func, not_, or_, select, update

from bot.effects import Reachable
from bot.mentoring.plans import Plan
from bot.messages import Incoming
from bot.ports import Outcome, Parcel
from storage import line, tables, writes
from storage.among import among
from storage.bulk import insert_many
from storage.kept import MENDABLE
from storage.rows import PENDING, SENT_SCREEN, clock, table
from storage.threads import knock

REST = 60.0  # seconds; what waits longer rests, so that the others are found without it
OUTBOX, PERSON, ACCOUNT = table(tables.Outbox), table(tables.Person), table(tables.Account)


def claim(connection: Connection, platform: str, now: datetime, most: int, busy: Sequence[str]) -> list[Parcel]:
    """Take messages for sending: answers first, the oldest of each chat, none of the chats in `busy`."""
    here = {"here": platform, "now": now}
    connection.execute(WAKE, here)
    asked = {**here, "busy": busy, "most": most * 8}
    rows = connection.execute(READY, asked).all()
    if any(row.expires and row.expires < now for row in rows):  # looking among all each time: 90 ms with 100,000
        _expire(connection, platform, now)
        rows = connection.execute(READY, asked).all()
    chosen: dict[str, int] = {}
    for row in rows:
        if len(chosen) < most:
            chosen.setdefault(row.chat, row.id)
    if not chosen:
        return []
    taken = {"chosen": chosen.values()}
    connection.execute(TAKE, taken)
    return [_parcel(row) for row in connection.execute(CHOSEN, taken)]


# Put together once: they run with every message.
HERE: Any = bindparam("here")
NOW: Any = bindparam("now")
# What rested long enough waits again; many may rest over night without being looked at.
WAKE = (
    update(OUTBOX)
    .where(OUTBOX.c.platform == HERE, OUTBOX.c.state == "resting", OUTBOX.c.not_before <= NOW)
    .values(state="waiting")
)
READY = (
    select(OUTBOX.c.id, OUTBOX.c.chat, OUTBOX.c.expires)
    .where(OUTBOX.c.platform == HERE, OUTBOX.c.state == "waiting")
    .where(or_(OUTBOX.c.not_before.is_(None), OUTBOX.c.not_before <= NOW), not_(among(OUTBOX.c.chat, "busy")))
    .order_by(OUTBOX.c.priority, OUTBOX.c.id)
    .limit(bindparam("most"))
)
TAKE = update(OUTBOX).where(among(OUTBOX.c.id, "chosen")).values(state="sending", attempts=OUTBOX.c.attempts + 1)
CHOSEN = (
    select(OUTBOX, PERSON.c.locale.label("own_locale"), PERSON.c.zone, PERSON.c.quiet_from, PERSON.c.quiet_until)
    .outerjoin(PERSON, PERSON.c.id == OUTBOX.c.person_id)
    .where(among(OUTBOX.c.id, "chosen"))
    .order_by(OUTBOX.c.priority, OUTBOX.c.id)
)


def _parcel(row: Any) -> Parcel:
    return Parcel(
        row.id,
        row.platform,
        row.chat,
        json.loads(row.screen),
        row.edit,
        row.priority,
        row.own_locale or row.locale,
        row.zone or "Asia/Jakarta",
        row.attempts,
        row.due,
        row.created_at,
        row.hold,
        (clock(row.quiet_from or "21:00"), clock(row.quiet_until or "07:00")),
        row.route,
        row.reply,
        row.silent,
        row.kind,
        row.trace or row.occurrence or "",
    )


def _expire(connection: Connection, platform: str, now: datetime) -> None:
    """What is past its use is not sent any more."""
    late = and_(OUTBOX.c.platform == platform, OUTBOX.c.state == "waiting", OUTBOX.c.expires < now)
    _drop(connection, late, "expired", now)
    connection.execute(update(OUTBOX).where(late).values(state="expired", screen=SENT_SCREEN))


def _drop(connection: Connection, which: Any, state: str, now: datetime) -> None:
    """What partners wrote to each other is not kept when it can't be delivered, and its author hears of it."""
    passed = list(connection.execute(select(OUTBOX.c.id).where(which, OUTBOX.c.kind == line.PASSED)).scalars())
    if passed:
        gone = update(OUTBOX).where(OUTBOX.c.id.in_(passed)).values(state=state, screen=SENT_SCREEN)
        connection.execute(gone)
        line.unsent(connection, passed, now)


def record(
    connection: Connection, plans: Mapping[str, Plan], outcomes: Sequence[tuple[Parcel, Outcome]], now: datetime
) -> None:
    """Keep what became of messages, and what it says about the accounts they went to."""
    over = [(parcel, outcome) for parcel, outcome in outcomes if outcome.kind != "later"]
    if ends := [_end(parcel, outcome, now) for parcel, outcome in over if not _stays(parcel, outcome)]:
        connection.execute(END, ends)
    if kept := [_end(parcel, outcome, now) for parcel, outcome in over if _stays(parcel, outcome)]:
        connection.execute(KEEP, kept)
    later = [
        {
            "row": parcel.id,
            "taken": parcel.attempts,
            "at": now + timedelta(seconds=outcome.wait),
            "state_now": "resting" if outcome.wait > REST else "waiting",
        }
        for parcel, outcome in outcomes
        if outcome.kind == "later"
    ]
    if later:
        connection.execute(LATER, later)
    failed = [
        {"outbox_id": parcel.id, "outcome": outcome.kind, "why": outcome.why[:200], "at": now}
        for parcel, outcome in outcomes
        if outcome.kind != "sent"
    ]
    insert_many(connection, tables.Attempt, failed)
    line.landed(connection, outcomes, now)
    for parcel, outcome in outcomes:
        if outcome.moved:
            _move(connection, parcel, outcome.moved)
        if outcome.reach:
            _lost(writes.Book(connection, plans, now), parcel, outcome.reach)


def _stays(parcel: Parcel, outcome: Outcome) -> bool:
    """Whether a message is kept for when it can be delivered again; never what partners say to each other."""
    return outcome.reach in MENDABLE and parcel.kind != line.PASSED


def _lost(book: writes.Book, parcel: Parcel, reach: str) -> None:
    """Somebody can't be written to any more: nothing else is tried, and the coordinators hear of it once."""
    where = and_(ACCOUNT.c.platform == parcel.platform, ACCOUNT.c.chat == parcel.chat)
    account = book.connection.execute(select(ACCOUNT.c.person_id, ACCOUNT.c.external_id).where(where)).first()
    if account is None:
        return
    effect = Reachable(reach, parcel.platform, account.external_id)  # type: ignore[arg-type]
    nobody = Incoming(parcel.platform, "", "", parcel.chat, "other", book.now)
    writes.apply(book, [(account.person_id, nobody, effect)])
    waiting = and_(OUTBOX.c.platform == parcel.platform, OUTBOX.c.chat == parcel.chat, OUTBOX.c.state.in_(PENDING))
    _drop(book.connection, waiting, "unreachable", book.now)
    book.connection.execute(update(OUTBOX).where(waiting).values(state="unreachable"))
    if reach in MENDABLE:
        knock(book.connection, account.person_id, book.now)


def _end(parcel: Parcel, outcome: Outcome, now: datetime) -> dict[str, Any]:
    return {
        "row": parcel.id,
        "taken": parcel.attempts,
        "state_now": outcome.kind,
        "message_now": outcome.message,
        "at": now if outcome.kind == "sent" else None,
    }


# Who took it last has the say: a sender that hung while another took over comes too late.
TAKEN = and_(OUTBOX.c.id == bindparam("row"), OUTBOX.c.attempts == bindparam("taken"))
END = (
    update(OUTBOX)
    .where(TAKEN)
    .values(state=bindparam("state_now"), message=bindparam("message_now"), sent_at=bindparam("at"), screen=SENT_SCREEN)
)
KEEP = (
    update(OUTBOX)
    .where(TAKEN)
    .values(state=bindparam("state_now"), message=bindparam("message_now"), sent_at=bindparam("at"))
)
LATER = update(OUTBOX).where(TAKEN).values(state=bindparam("state_now"), not_before=bindparam("at"))


def _move(connection: Connection, old: Parcel, chat: str) -> None:
    """A chat has a new id: everything that waits for it goes there."""
    waiting = and_(
        OUTBOX.c.platform == old.platform, OUTBOX.c.chat == old.chat, OUTBOX.c.state.in_((*PENDING, "sending"))
    )
    connection.execute(update(OUTBOX).where(waiting).values(chat=chat))
    account = and_(ACCOUNT.c.platform == old.platform, ACCOUNT.c.chat == old.chat)
    connection.execute(update(ACCOUNT).where(account).values(chat=chat))


def recover(connection: Connection, platform: str) -> int:
    """At start: put back what was being sent when the process ended. It may arrive twice; it is not lost."""
    cut = and_(OUTBOX.c.platform == platform, OUTBOX.c.state == "sending")
    return int(connection.execute(update(OUTBOX).where(cut).values(state="waiting")).rowcount)


def next_moment(connection: Connection, platform: str) -> datetime | None:
    """When the next message may go: one that waits, at its own moment or since it was written; one that rests,
    later."""
    here = {"here": platform}
    moments = [*connection.execute(WAITING, here).scalars(), connection.execute(RESTING, here).scalar_one_or_none()]
    return min(filter(None, moments), default=None)


WAITING = (
    select(func.coalesce(OUTBOX.c.not_before, OUTBOX.c.created_at))
    .where(OUTBOX.c.platform == HERE, OUTBOX.c.state == "waiting")
    .order_by(OUTBOX.c.priority, OUTBOX.c.id)
    .limit(64)
)
RESTING = select(func.min(OUTBOX.c.not_before)).where(OUTBOX.c.platform == HERE, OUTBOX.c.state == "resting")
