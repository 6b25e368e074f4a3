"""What waits for somebody in a programme, oldest first: invited and never started, waiting for approval, asked and not
answered. Each kind is one statement, and each page reads no more than it needs."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any, Literal, get_args

from sqlalchemy import (
    Connection,
    Select,
    String,
    and_,
    case,
    cast,
    exists,
    func,
    literal,
    select,
    union_all,
)

from bot.flows.staff.invite import SHOWN, number_in
from bot.mentoring.people import Facts
from bot.mentoring.people_views import Group, Pending, PendingView
from storage import tables
from storage.among import among
from storage.columns import MEMBER, PERSON
from storage.rows import table
from storage.sights import sees
from storage.staff.people_invite import PERSONAL

INVITATION, PAIR, AGREEMENT, SESSION, WISH = (
    table(each) for each in (tables.Invitation, tables.Pair, tables.Agreement, tables.Session, tables.Wish)
)

PATIENCE = timedelta(days=1)  # nobody is waited for within a day


@sees("pending")
def read_pending(connection: Connection, facts: Facts) -> PendingView | None:
    """The groups in numbers; with "<group>:<from>" a page of one."""
    if facts.programme is None:
        return None
    counts: dict[str, int] = {}
    oldest: dict[str, datetime] = {}
    for group in get_args(Group):
        rows = _rows(group, facts.programme.id, facts.now).subquery()
        count, since = connection.execute(select(func.count(), func.min(rows.c.since)).select_from(rows)).one()
        if count:
            counts[group], oldest[group] = int(count), since
    wanted, _, start = facts.subject.partition(":")
    shown = next((group for group in get_args(Group) if group == wanted and counts.get(group)), None)
    if shown is None:
        return PendingView(counts, oldest)
    first = min(number_in(start), counts[shown] - 1)
    query = _rows(shown, facts.programme.id, facts.now)
    found = connection.execute(_ordered(query).offset(first).limit(SHOWN)).all()
    names = _names(connection, [row.number for row in found]) if shown == "asked" else {}
    waits = tuple(Pending(row.what, names.get(row.number, row.name), *row[2:]) for row in found)
    return PendingView(counts, oldest, shown, waits, first)


def _names(connection: Connection, people: list[int]) -> dict[int, str]:
    rows = connection.execute(select(PERSON.c.id, PERSON.c.name).where(among(PERSON.c.id, people)))
    return {row[0]: row[1] for row in rows}


def _ordered(query: Any) -> Any:
    rows = query.subquery()
    return select(rows).order_by(rows.c.since, rows.c.number, rows.c.what)


def _rows(group: Group, programme: int, now: datetime) -> Any:
    """All that waits of a group, each as (what, name, since, number, role)."""
    match group:
        case "invited":
            return _invited(programme, now)
        case "waiting":
            return _waiting(programme)
        case _:
            return union_all(*_asked(programme, now - PATIENCE))


def _columns(what: Any, name: Any, since: Any, number: Any, role: Any) -> tuple[Any, ...]:
    kinds: Sequence[tuple[str, Any]] = (("what", what), ("name", name), ("since", since), ("number", number))
    return (*(value.label(label) for label, value in kinds), role.label("role"))


def _text(word: str) -> Any:
    return cast(literal(word, String), String)


def _invited(programme: int, now: datetime) -> Select[Any]:
    what = case((INVITATION.c.expires_at > now, "invited"), else_="expired")
    told = _columns(what, INVITATION.c.label, INVITATION.c.created_at, INVITATION.c.id, INVITATION.c.role)
    return select(*told).where(INVITATION.c.programme_id == programme, INVITATION.c.used == 0, PERSONAL)


def _waiting(programme: int) -> Select[Any]:
    told = _columns(_text("waiting"), PERSON.c.name, MEMBER.c.created_at, MEMBER.c.id, MEMBER.c.role)
    query = select(*told).join(MEMBER, MEMBER.c.person_id == PERSON.c.id)
    return query.where(MEMBER.c.programme_id == programme, MEMBER.c.standing == "waiting")


def _asked(programme: int, before: datetime) -> list[Select[Any]]:
    return [
        _agreement(programme, before, "mentee"),
        _agreement(programme, before, "mentor"),
        _checkin(programme, before),
        _session(programme, before),
        _wish(programme, before),
    ]


def _person(what: str, since: Any, person: Any, role: Any) -> tuple[Any, ...]:
    """Whoever is waited for, by number: the names are looked up for a page alone."""
    return _columns(_text(what), _text(""), since, person, role)


def _present(programme: int, person: Any) -> Any:
    """The person takes part now: who rests is not waited for."""
    mine = (MEMBER.c.person_id == person, MEMBER.c.programme_id == programme)
    return exists().where(*mine, MEMBER.c.standing == "active")


def _agreement(programme: int, before: datetime, role: Literal["mentee", "mentor"]) -> Select[Any]:
    """A side of a pair that has not said what it wants of it."""
    side = PAIR.c.mentee_id if role == "mentee" else PAIR.c.mentor_id
    told = exists().where(AGREEMENT.c.pair_id == PAIR.c.id, AGREEMENT.c.person_id == side)
    active = and_(PAIR.c.programme_id == programme, PAIR.c.state == "active", PAIR.c.created_at <= before)
    query = select(*_person("agreement", PAIR.c.created_at, side, _text(role)))
    return query.where(active, ~told, _present(programme, side))


def _checkin(programme: int, before: datetime) -> Select[Any]:
    """Whoever was asked for a check-in and has been silent since."""
    silent = (MEMBER.c.programme_id == programme, MEMBER.c.standing == "active", MEMBER.c.silent_since <= before)
    return select(*_person("checkin", MEMBER.c.silent_since, MEMBER.c.person_id, MEMBER.c.role)).where(*silent)


def _session(programme: int, before: datetime) -> Select[Any]:
    """The side to which a session was proposed."""
    mentor_asks = SESSION.c.by_id == PAIR.c.mentor_id
    asked = case((mentor_asks, PAIR.c.mentee_id), else_=PAIR.c.mentor_id)
    role = case((mentor_asks, "mentee"), else_="mentor")
    query = select(*_person("session", SESSION.c.changed_at, asked, role)).select_from(SESSION)
    query = query.join(PAIR, PAIR.c.id == SESSION.c.pair_id)
    open_ = (SESSION.c.programme_id == programme, SESSION.c.state == "proposed", SESSION.c.changed_at <= before)
    return query.where(*open_, PAIR.c.state == "active", _present(programme, asked))


def _wish(programme: int, before: datetime) -> Select[Any]:
    """A mentor whom a mentee would like, and who was asked."""
    query = select(*_person("wish", WISH.c.asked_at, WISH.c.mentor_id, _text("mentor")))
    return query.where(WISH.c.programme_id == programme, WISH.c.state == "asked", WISH.c.asked_at <= before)
