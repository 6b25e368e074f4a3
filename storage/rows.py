"""Rows to snapshots, each kind once."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, time
from functools import lru_cache
from typing import Any

from pydantic import TypeAdapter
from pydantic_core import from_json, to_json
from sqlalchemy import Row

from bot.mentoring.due import Due
from bot.mentoring.people import Facts, Membership, Person, Programme
from bot.messages import Json, Outgoing, pack_screen
from bot.talk.dialogue import Conversation
from storage import tables

STANDINGS = ("active", "paused", "enrolling", "waiting", "left")  # which membership speaks for a person who has several


def table(model: type[tables.Row]) -> Any:
    """The Core table of a model: the hot path writes with Core statements."""
    return model.__table__  # type: ignore[attr-defined]


@lru_cache
def clock(text: str) -> time:
    """A time of day written "16:00"."""
    return time(int(text[:2]), int(text[3:5]))


def person_of(row: Any) -> Person:
    """The person columns of a joined row."""
    return Person(
        row.person_id,
        row.name,
        row.locale,
        row.zone,
        row.checkin_day,
        clock(row.checkin_clock),
        clock(row.quiet_from),
        clock(row.quiet_until),
        row.about or {},
        row.prefers,
    )


def programme_of(row: Any) -> Programme:
    """The programme columns of a joined row."""
    return _programme(
        row.programme_id,
        row.slug,
        row.programme_name,
        row.organiser,
        row.programme_zone,
        row.starts,
        row.ends,
        row.plan,
        row.stage,
        row.joining,
    )


_programme = lru_cache(Programme)  # nearly all rows of a batch are of one or two


def membership_of(rows: Iterable[Row[Any]]) -> Membership | None:
    """The membership that speaks for a person: that of the programme they chose to work in, as long as they have not
    left it; an active one before a paused one, a newer one before an older."""
    member = [row for row in rows if row.membership_id is not None]
    if len(member) > 1:
        member.sort(key=_speaks)
    if not member:
        return None
    row = member[0]
    programme, declined = programme_of(row), row.standing == "left" and bool(row.declined)
    told = (row.role, row.standing, row.paused_until, row.joined_at, row.capacity, declined)
    return Membership(row.membership_id, programme, *told)


def _speaks(row: Any) -> tuple[bool, bool, int, int]:
    left, elsewhere = row.standing == "left", row.programme_id != row.at_programme
    return left, elsewhere, STANDINGS.index(row.standing), -row.membership_id


def due_of(row: Row[Any]) -> Due:
    """A due row as the rules see it."""
    return Due(
        row.id, row.kind, row.person_id, row.at, row.planned, row.anchor, row.subject, row.step, row.version, row.tries
    )


def due_row(due: Due) -> dict[str, Any]:
    """A due row to be written."""
    return {
        "kind": due.kind,
        "person_id": due.person,
        "subject": due.subject,
        "step": due.step,
        "version": due.version,
        "tries": due.tries,
        "at": due.at,
        "planned": due.planned,
        "anchor": due.anchor,
        "occurrence": due.occurrence,
    }


@lru_cache
def _facts() -> TypeAdapter[Facts]:
    return TypeAdapter(Facts)


@lru_cache(maxsize=1024)
def read_facts(text: str) -> Facts:
    """Facts as they were frozen; kept for the next message of the same conversation."""
    return _facts().validate_json(text)


def write_facts(facts: Facts) -> str:
    """Facts to be frozen."""
    return _facts().dump_json(facts).decode()


def write_json(value: Json) -> str:
    """JSON to be kept; pydantic's writer takes a third of the time of json's."""
    return to_json(value).decode()


def talk_of(row: Row[Any]) -> Conversation:
    """A conversation with its facts."""
    return Conversation(
        row.id,
        row.flow,
        row.subject,
        read_facts(row.facts),
        from_json(row.answers),
        row.asked,
        tuple(from_json(row.ticks)),
        from_json(row.heard),
        row.message,
        row.state == "asleep",
        row.touched_at,
    )


def talk_row(talk: Conversation, now: datetime) -> dict[str, Any]:
    """What changes of a conversation with a turn."""
    return {
        "talk_id": talk.id,
        "answers": write_json(dict(talk.answers)),
        "asked": talk.asked,
        "ticks": write_json(talk.ticks),
        "heard": write_json(dict(talk.heard)),
        "message": talk.message,
        "state": "asleep" if talk.asleep else "open",
        "touched_at": now,
    }


PENDING = ("waiting", "resting")  # states of a message that is still to be sent
SENT_SCREEN = "{}"  # what is kept of a message's words once it has arrived


def out_row(outgoing: Outgoing, now: datetime, person: int | None, trace: str = "") -> dict[str, Any]:
    """An outbox row to be written; `trace` names the event that led to it."""
    return {
        "platform": outgoing.platform,
        "chat": outgoing.chat,
        "person_id": person,
        "priority": outgoing.priority,
        "kind": outgoing.kind,
        "screen": write_json(pack_screen(outgoing.screen)),
        "edit": outgoing.edit,
        "occurrence": outgoing.occurrence,
        "locale": outgoing.locale,
        "not_before": outgoing.not_before,
        "due": outgoing.due,
        "expires": outgoing.expires,
        "hold": outgoing.hold,
        "route": outgoing.route,
        "reply": outgoing.reply,
        "silent": outgoing.silent,
        "created_at": now,
        "trace": trace or None,
    }
