"""The line between partners, as it is read: whom somebody is talking to, what a message answers, and what became of
what was passed on. Each side's own message gets a light tick, one for a burst of them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, and_, bindparam, or_, select, update

from bot.mentoring.line import BURST
from bot.messages import REMINDER, Incoming, Outgoing, Screen, pack_screen, say
from bot.ports import Outcome, Parcel
from bot.rooms import CHANNEL, THREAD
from storage import tables
from storage.among import among
from storage.bulk import insert_many
from storage.columns import PERSON
from storage.rows import PENDING, out_row, table, write_json

RELAY, OUTBOX, PAIR = table(tables.Relay), table(tables.Outbox), table(tables.Pair)

WINDOW = 60  # messages of a pair among which a burst is looked for
REMEMBERED = timedelta(days=2)  # how long a talk that went quiet is offered again
PASSED, TICK = "relay", "tick"


def chat_of(incoming: Incoming, pair: int) -> str:
    """The chat of a message as it is kept with the pair: its thread has one name, whether written in or written to."""
    return f"{THREAD}{pair}" if incoming.chat.startswith((CHANNEL, THREAD)) else incoming.chat


def read_answered(connection: Connection, batch: Sequence[Incoming]) -> dict[tuple[str, str, str], int]:
    """The pair of each message that is answered, if it was passed on; by platform, chat and its id."""
    asked = {(each.platform, each.chat, each.reply_to) for each in batch if each.reply_to}
    if not asked:
        return {}
    ends = (
        (RELAY.c.to_platform, RELAY.c.to_chat, RELAY.c.to_message),
        (RELAY.c.from_platform, RELAY.c.from_chat, RELAY.c.from_message),
    )
    found: dict[tuple[str, str, str], int] = {}
    for end in ends:
        here = or_(*(and_(*(column == value for column, value in zip(end, key, strict=True))) for key in asked))
        for row in connection.execute(select(RELAY.c.pair_id, *end).where(here)):
            found[row[1], row[2], row[3]] = row.pair_id
    return found


TALKING = (PERSON.c.talking_to, PERSON.c.talking_until)


def talking(rows: Sequence[Any], now: datetime) -> tuple[int, int]:
    """The pair somebody talks to, and the one they did before it went quiet."""
    if not rows or not rows[0].talking_to or rows[0].talking_until is None:
        return 0, 0
    pair, until = rows[0].talking_to, rows[0].talking_until
    return (pair, 0) if until > now else (0, pair if until > now - REMEMBERED else 0)


def counterpart(connection: Connection, pair: int, here: tuple[str, str], message: str, there: tuple[str, str]) -> str:
    """The id that a message of one chat has in the other, or nothing."""
    if not message:
        return ""
    origin = and_(RELAY.c.from_platform == here[0], RELAY.c.from_chat == here[1], RELAY.c.from_message == message)
    target = and_(RELAY.c.to_platform == here[0], RELAY.c.to_chat == here[1], RELAY.c.to_message == message)
    row = connection.execute(select(RELAY).where(RELAY.c.pair_id == pair, or_(origin, target))).first()
    if row is None:
        return ""
    ends = {
        (row.from_platform, row.from_chat): row.from_message,
        (row.to_platform, row.to_chat): row.to_message,
    }
    return str(ends.get(there, ""))


def landed(connection: Connection, outcomes: Sequence[tuple[Parcel, Outcome]], now: datetime) -> None:
    """Keep what became of messages that were passed on, and let their authors know."""
    over = {parcel.id: outcome for parcel, outcome in outcomes if outcome.kind != "later" and parcel.kind == PASSED}
    if over:
        _over(connection, over, now)
    for parcel, outcome in outcomes:
        if parcel.kind == TICK and outcome.kind == "sent":
            _tick_again(connection, parcel.id, now)


def _over(connection: Connection, over: dict[int, Outcome], now: datetime) -> None:
    arrived = [
        {"row": number, "message_now": outcome.message, "at_now": now}
        for number, outcome in over.items()
        if outcome.kind == "sent"
    ]
    if arrived:
        connection.execute(ARRIVED, arrived)
    lost = [number for number, outcome in over.items() if outcome.kind != "sent"]
    unsent(connection, lost, now, sure=[number for number in lost if over[number].kind != "uncertain"])
    for row in connection.execute(select(RELAY).where(among(RELAY.c.outbox_id, [each["row"] for each in arrived]))):
        _tick(connection, row, now)


ARRIVED = (
    update(RELAY)
    .where(RELAY.c.outbox_id == bindparam("row"))
    .values(to_message=bindparam("message_now"), delivered_at=bindparam("at_now"))
)


def unsent(connection: Connection, numbers: Sequence[int], now: datetime, sure: Sequence[int] | None = None) -> None:
    """Tell the authors of messages that did not arrive, or of which nobody knows."""
    if not numbers:
        return
    rows = connection.execute(select(RELAY).where(among(RELAY.c.outbox_id, numbers))).all()
    certain = numbers if sure is None else sure
    told = [
        _to_author(row, _notice("line-lost" if row.outbox_id in certain else "line-unsure", connection, row), now)
        for row in rows
        if row.from_id
    ]
    insert_many(connection, tables.Outbox, told, once=True)


def _notice(key: str, connection: Connection, row: Any) -> Screen:
    return Screen((say(key, name=_reader(connection, row).name),))


def _to_author(row: Any, screen: Screen, now: datetime, **more: Any) -> dict[str, Any]:
    given = {"occurrence": f"lost:{row.id}", "reply": row.from_message, "kind": TICK, "silent": True} | more
    out = Outgoing(row.from_platform, row.from_chat, screen, row.from_id, REMINDER, **given)
    return out_row(out, now, row.from_id)


def _tick(connection: Connection, row: Any, now: datetime) -> None:
    """One small message for the burst that this one belongs to: rewritten, while nothing has come between."""
    burst = _burst(connection, row)
    count = sum(each.delivered_at is not None for each in burst)
    screen = _ticked(connection, row, count)
    first = f"{TICK}:{burst[0].id}:"
    mine = and_(OUTBOX.c.person_id == row.from_id, OUTBOX.c.priority == REMINDER, OUTBOX.c.created_at >= burst[0].at)
    shown = and_(mine, OUTBOX.c.kind == TICK, OUTBOX.c.occurrence.startswith(first, autoescape=True))
    last = connection.execute(select(OUTBOX).where(shown).order_by(OUTBOX.c.id.desc())).first()
    if last is not None and last.state in PENDING:
        changed = {"screen": write_json(pack_screen(screen))}
        connection.execute(update(OUTBOX).where(OUTBOX.c.id == last.id).values(changed))
    elif last is None or last.state == "sent":
        edit = last.message if last is not None else ""
        new = _to_author(row, screen, now, occurrence=f"{first}{count}", edit=edit, reply="")
        insert_many(connection, tables.Outbox, [new], once=True)


def _ticked(connection: Connection, row: Any, count: int) -> Screen:
    reader = _reader(connection, row)
    return Screen((say("line-tick", n=count, name=reader.name, muted="yes" if reader.muted else "no"),))


def _tick_again(connection: Connection, number: int, now: datetime) -> None:
    """More may have arrived while a tick was being sent."""
    occurrence = connection.execute(select(OUTBOX.c.occurrence).where(OUTBOX.c.id == number)).scalar_one_or_none()
    parts = (occurrence or "").split(":")
    if len(parts) != 3 or not parts[1].isdecimal():
        return
    row = connection.execute(select(RELAY).where(RELAY.c.id == int(parts[1]))).first()
    if row is not None and sum(each.delivered_at is not None for each in _burst(connection, row)) > int(parts[2]):
        _tick(connection, row, now)


def _burst(connection: Connection, row: Any) -> list[Any]:
    """The messages that one side wrote one soon after another around this one."""
    query = select(RELAY).where(RELAY.c.pair_id == row.pair_id).order_by(RELAY.c.id.desc()).limit(WINDOW)
    rows = list(reversed(connection.execute(query).all()))
    burst: list[Any] = []
    for each in rows:
        goes_on = burst and _author(burst[-1]) == _author(each) and each.at - burst[-1].at <= BURST
        if not goes_on and any(kept.id == row.id for kept in burst):
            break
        burst = [*burst, each] if goes_on else [each]
    return burst if any(kept.id == row.id for kept in burst) else [row]


def _author(row: Any) -> tuple[Any, ...]:
    return row.from_id, row.from_platform, row.from_chat


def _reader(connection: Connection, row: Any) -> Any:
    """Who a message was for, as (name, muted)."""
    mine = PAIR.c.mentor_id == row.from_id
    to_mentee = select(PERSON.c.name, PAIR.c.mentee_muted.label("muted")).join(PAIR, PAIR.c.mentee_id == PERSON.c.id)
    to_mentor = select(PERSON.c.name, PAIR.c.mentor_muted.label("muted")).join(PAIR, PAIR.c.mentor_id == PERSON.c.id)
    found = connection.execute(to_mentee.where(PAIR.c.id == row.pair_id, mine)).first()
    return found or connection.execute(to_mentor.where(PAIR.c.id == row.pair_id)).first() or _Nobody


class _Nobody:
    """Stands for a partner who has been erased."""

    name, muted = "…", False


def forget(connection: Connection, people: Sequence[int]) -> None:
    """People who are erased: what they wrote is not delivered any more, and where they wrote is not kept."""
    waiting = select(RELAY.c.outbox_id).where(RELAY.c.from_id.in_(people))
    pending = and_(OUTBOX.c.id.in_(waiting), OUTBOX.c.state.in_(PENDING))
    connection.execute(update(OUTBOX).where(pending).values(state="expired", screen="{}"))
    gone = {"from_chat": "", "from_message": ""}
    connection.execute(update(RELAY).where(RELAY.c.from_id.in_(people)).values(gone))
    theirs = or_(PAIR.c.mentor_id.in_(people), PAIR.c.mentee_id.in_(people))
    read = and_(RELAY.c.pair_id.in_(select(PAIR.c.id).where(theirs)), RELAY.c.from_id.not_in(people))
    connection.execute(update(RELAY).where(read).values(to_chat="", to_message=""))
