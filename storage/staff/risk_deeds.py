"""What every deed about a silent pair needs: whose it is, who can be written to, that somebody acted."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import Connection, and_, func, insert, select, update

from bot.mentoring.people import Role
from bot.mentoring.risk import Hit
from bot.messages import REMINDER, Outgoing, Screen
from storage import tables
from storage.accounts import accounts
from storage.among import among
from storage.bulk import insert_many
from storage.columns import MEMBER
from storage.rows import out_row, table
from storage.staff.risk import LATELY, judged, read_names
from storage.staff.seat import pair_in, seat
from storage.writes import Book

ACTIVITY, HIT = table(tables.Activity), table(tables.RiskHit)
NUDGED = "Nudged"


class Case(NamedTuple):
    """A pair somebody at the desk may do something about: its row, both names, the rules that hold of it."""

    programme: int
    pair: Any
    names: Mapping[int, str]
    hits: tuple[Hit, ...]

    @property
    def sides(self) -> tuple[tuple[Role, int, str], ...]:
        """Each side: its role, who it is, and the other's name."""
        mentee, mentor = self.pair.mentee_id, self.pair.mentor_id
        return ("mentee", mentee, self.names[mentor]), ("mentor", mentor, self.names[mentee])


def case_of(book: Book, person: int, number: int) -> Case | None:
    """A pair that goes on, of the programme this person runs now."""
    member = seat(book, person)
    pair = pair_in(book.connection, member.programme_id, number) if member else None
    if pair is None or pair.state != "active" or not (pair.mentee_id and pair.mentor_id):
        return None
    found = judged(book.connection, member.programme_id, book.now, [number])
    hits = found[0].hits if found else ()
    return Case(member.programme_id, pair, read_names(book.connection, {pair.mentee_id, pair.mentor_id}), hits)


def on_a_break(book: Book, case: Case) -> list[str]:
    """The names of those who take a break."""
    people = {case.pair.mentee_id, case.pair.mentor_id}
    here = (MEMBER.c.programme_id == case.programme, MEMBER.c.standing == "paused", among(MEMBER.c.person_id, people))
    return [case.names[person] for person in book.connection.execute(select(MEMBER.c.person_id).where(*here)).scalars()]


def act(book: Book, case: Case, person: int, kind: str) -> None:
    """Keep that somebody did something about a pair, and with every rule that holds of it, when."""
    row = {"programme_id": case.programme, "person_id": person, "kind": kind, "subject": str(case.pair.id)}
    book.connection.execute(insert(ACTIVITY), row | {"at": book.now})
    open_ = and_(HIT.c.pair_id == case.pair.id, HIT.c.ended_at.is_(None))
    known = set(book.connection.execute(select(HIT.c.rule).where(open_)).scalars())
    book.connection.execute(update(HIT).where(open_, HIT.c.acted_at.is_(None)).values(acted_at=book.now))
    fresh = [hit for hit in case.hits if hit.rule not in known]
    acted = {"acted_at": book.now, "ended_at": None}
    rows = hit_rows(case.programme, [(case.pair.id, hit) for hit in fresh], book.now)
    insert_many(book.connection, tables.RiskHit, [row | acted for row in rows])


def hit_rows(programme: int, hits: Collection[tuple[int, Hit]], now: datetime) -> list[dict[str, Any]]:
    """Rows of rules that hold of pairs, found now."""
    about = {"programme_id": programme, "found_at": now}
    return [about | {"pair_id": pair, "rule": hit.rule, "since": hit.since} for pair, hit in hits]


def last_nudge(connection: Connection, case: Case, now: datetime) -> datetime | None:
    """When both were last greeted, as far as that is not long ago."""
    lately = (ACTIVITY.c.programme_id == case.programme, ACTIVITY.c.kind == NUDGED, ACTIVITY.c.at > now - LATELY)
    query = select(func.max(ACTIVITY.c.at)).where(*lately, ACTIVITY.c.subject == str(case.pair.id))
    return connection.execute(query).scalar_one_or_none()


def deliver(book: Book, screens: Mapping[int, Screen], once: str, kind: str) -> set[int]:
    """Write to people outside their quiet hours; gives those whom nothing reaches, who are not written to."""
    where = accounts(book.connection, screens)
    reached = {person: row for person, row in where.items() if row.reach == "ok"}
    rows = [_row(row, person, screens[person], f"{once}:{person}", kind, book.now) for person, row in reached.items()]
    insert_many(book.connection, tables.Outbox, rows, once=True)
    return set(screens) - set(reached)


def _row(where: Any, person: int, screen: Screen, once: str, kind: str, now: datetime) -> dict[str, Any]:
    told = Outgoing(where.platform, where.chat, screen, person, REMINDER, occurrence=once, hold=True, kind=kind)
    return out_row(told, now, person) | {"locale": where.locale}


def staff_of(connection: Connection, programme: int) -> list[int]:
    """Who runs a programme: those who are there, or else those on a break."""
    staff = (MEMBER.c.programme_id == programme, MEMBER.c.role.in_(("coordinator", "owner")))
    query = select(MEMBER.c.person_id, MEMBER.c.standing).where(*staff).order_by(MEMBER.c.person_id)
    rows = connection.execute(query).all()
    here = [row.person_id for row in rows if row.standing == "active"]
    return here or [row.person_id for row in rows if row.standing == "paused"]
