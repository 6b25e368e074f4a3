"""The core's desk on one open transaction. Every verb is a handful of statements, however many messages there are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, and_, bindparam, insert, or_, select, update

from bot.effects import Effect
from bot.mentoring.due import Due, Scene, Verdict
from bot.mentoring.invitations import token_in
from bot.mentoring.people import Facts, Invitation, Person
from bot.mentoring.planning import on_opening
from bot.mentoring.plans import Plan
from bot.messages import Incoming
from bot.ports import Record, Said, State
from bot.talk.dialogue import Conversation
from storage import due as due_rows
from storage import tables, writes
from storage.accounts import SEEN_AT, forgotten, keep_seen
from storage.among import among
from storage.bulk import insert_many
from storage.columns import MEMBER_COLUMNS, PERSON, PERSON_COLUMNS, WITH_MEMBERSHIP
from storage.facts import read_all
from storage.invited import read_invitations, read_named, read_open
from storage.line import TALKING, read_answered, talking
from storage.locks import hold
from storage.meeting import Meetings
from storage.rows import (
    membership_of,
    out_row,
    person_of,
    table,
    talk_of,
    talk_row,
    write_facts,
)
from storage.settling import settle
from storage.sights import with_view

ACCOUNT, TALK, SEEN = table(tables.Account), table(tables.Conversation), table(tables.Seen)

AWAY = frozenset({"blocked", "unblocked"})
ID_DIGITS = 9  # of an id in a button, which anybody can make up: more would not fit PostgreSQL's INTEGER


class SqlDesk:
    """A Desk on a connection whose transaction the caller owns."""

    def __init__(self, connection: Connection, plans: Mapping[str, Plan], meetings: Meetings | None = None) -> None:
        self._connection, self._meetings = connection, meetings or Meetings()
        self._plans = plans
        self._facts: dict[int, Facts] = {}
        self._gone: set[int] = set()
        self._here: set[tuple[str, str]] = set()

    def load(self, batch: Sequence[Incoming], now: datetime) -> list[State | None]:
        """What is known for each message; None for an event that was handled before."""
        hold(self._connection, batch)
        seen = self._seen(batch)
        fresh = [incoming for incoming in batch if (incoming.platform, incoming.event) not in seen]
        people = self._people(fresh)
        talks, tapped = self._talks([rows[0].person_id for rows in people.values()], fresh)
        invitations, answered = read_invitations(self._connection, fresh, now), read_answered(self._connection, fresh)
        everybody = self._open_to_all(fresh, people, now)
        states: list[State | None] = []
        for incoming in batch:
            key = (incoming.platform, incoming.event)
            if key in seen:
                states.append(None)
                continue
            seen.add(key)
            rows = people.get((incoming.platform, incoming.account), [])
            person = person_of(rows[0]) if rows else None
            if rows and incoming.kind not in AWAY and forgotten(rows[0], now):
                self._here.add((incoming.platform, incoming.account))
            states.append(
                State(
                    person,
                    membership_of(rows),
                    tuple(talks.get(person.id, ())) if person else (),
                    tapped.get((_talk_number(incoming), person.id if person else 0)),
                    invitations.get(token) if (token := token_in(incoming.text)) else everybody,
                    rows[0].reach if rows else "ok",
                    *talking(rows, now),
                    answered.get((incoming.platform, incoming.chat, incoming.reply_to), 0),
                )
            )
        return states

    def _seen(self, batch: Sequence[Incoming]) -> set[tuple[str, str]]:
        seen: set[tuple[str, str]] = set()
        for platform, group in _by_platform(batch).items():
            asked = {"platform": platform, "events": [incoming.event for incoming in group]}
            seen.update((platform, event) for (event,) in self._connection.execute(WAS_SEEN, asked))
        return seen

    def _people(self, batch: Sequence[Incoming]) -> dict[tuple[str, str], list[Any]]:
        people: dict[tuple[str, str], list[Any]] = defaultdict(list)
        for platform, group in _by_platform(batch).items():
            asked = {"platform": platform, "accounts": [incoming.account for incoming in group]}
            for row in self._connection.execute(PEOPLE, asked):
                people[platform, row.external_id].append(row)
        return people

    def _talks(
        self, people: list[int], batch: Sequence[Incoming]
    ) -> tuple[dict[int, list[Conversation]], dict[tuple[int, int], Conversation]]:
        numbers = [number for incoming in batch if (number := _talk_number(incoming))]
        talks: dict[int, list[Conversation]] = defaultdict(list)
        tapped: dict[tuple[int, int], Conversation] = {}
        for row in self._connection.execute(TALKS, {"people": people, "numbers": numbers}):
            if row.state == "closed":
                nobody = Facts(row.touched_at, row.touched_at.date(), Person(row.person_id))
                tapped[row.id, row.person_id] = Conversation(row.id, row.flow, row.subject, nobody, message=row.message)
                continue
            talk = talk_of(row)
            self._facts[talk.id] = talk.facts
            talks[row.person_id].append(talk)
        return talks, tapped

    def _open_to_all(
        self, batch: Sequence[Incoming], people: Mapping[tuple[str, str], list[Any]], now: datetime
    ) -> Invitation | None:
        """Where somebody without a programme may join; asked only when there is somebody."""
        known = {key for key, rows in people.items() if rows[0].membership_id is not None}
        strangers = any((each.platform, each.account) not in known and each.kind == "text" for each in batch)
        return read_open(self._connection, now) if strangers else None

    def introduce(self, strangers: Sequence[Incoming], now: datetime) -> list[Person]:
        """Make people of accounts that have none. Their name is not kept before they agree."""
        people = []
        for incoming in strangers:
            known = {"locale": incoming.locale, "zone": "Asia/Jakarta", "about": {}, "created_at": now}
            number = self._connection.execute(insert(PERSON).returning(PERSON.c.id), known).scalar_one()
            account = {
                "person_id": number,
                "platform": incoming.platform,
                "external_id": incoming.account,
                "chat": incoming.chat,
                "seen_at": now,
            }
            self._connection.execute(insert(ACCOUNT), account | {"created_at": now})
            people.append(Person(number, locale=incoming.locale))
        return people

    def apply(self, effects: Sequence[tuple[int, Incoming, Effect]], now: datetime) -> list[Said | None]:
        """Turn effects into rows, in order for each person, a kind at a time for all of them."""
        book = writes.Book(self._connection, self._plans, now, meetings=self._meetings)
        said = writes.apply(book, effects)
        self._gone |= book.gone
        return said

    def facts(self, wanted: Sequence[tuple[int, str, str]], now: datetime) -> list[Facts]:
        """All that a conversation of this person, by its name, about this subject may know."""
        known = read_all(self._connection, {person for person, _, _ in wanted}, now)
        invited = read_named(self._connection, {subject for _, _, subject in wanted}, now)
        facts = [
            replace(known[person], invitation=invited[subject]) if subject in invited else known[person]
            for person, _, subject in wanted
        ]
        return [
            with_view(self._connection, each, name, subject)
            for each, (_, name, subject) in zip(facts, wanted, strict=True)
        ]

    def open(self, talks: Sequence[tuple[int, Conversation]], now: datetime) -> list[int]:
        """Ids for new conversations, and the reminder of each, should it be left in the middle."""
        rows = [
            talk_row(talk, now)
            | {"person_id": person, "flow": talk.flow, "subject": talk.subject, "facts": write_facts(talk.facts)}
            for person, talk in talks
        ]
        for row in rows:
            del row["talk_id"]
        made = self._connection.execute(insert(TALK).returning(TALK.c.id, sort_by_parameter_order=True), rows)
        ids = [number for (number,) in made]
        for number, (_, talk) in zip(ids, talks, strict=True):
            self._facts[number] = talk.facts
        idle = [
            on_opening(number, person, self._plan(talk), now) for number, (person, talk) in zip(ids, talks, strict=True)
        ]
        due_rows.plan(self._connection, idle)
        return ids

    def _plan(self, talk: Conversation) -> Plan:
        programme = talk.facts.programme
        return self._plans.get(programme.plan if programme else "default") or self._plans["default"]

    def save(self, records: Sequence[Record], now: datetime) -> None:
        """Write conversations, outbox and seen events."""
        keep_seen(self._connection, self._here, now)
        self._save_talks({talk.id: talk for record in records for talk in record.saved}, now)
        closed = [
            {"talk_id": talk.id, "message_now": talk.message} for record in records for talk in record.closed if talk.id
        ]
        if closed:
            self._connection.execute(CLOSE, closed)
        insert_many(self._connection, tables.Outbox, self._out(records, now))
        seen = [{"platform": record.incoming.platform, "event": record.incoming.event, "at": now} for record in records]
        insert_many(self._connection, tables.Seen, seen, once=True)

    def _save_talks(self, talks: Mapping[int, Conversation], now: datetime) -> None:
        rows = [talk_row(talk, now) for talk in talks.values()]
        if rows:
            self._connection.execute(SAVE, rows)
        refreshed = [talk for talk in talks.values() if self._facts.get(talk.id) is not talk.facts]
        if refreshed:
            self._connection.execute(
                REFREEZE, [{"talk_id": talk.id, "facts": write_facts(talk.facts)} for talk in refreshed]
            )

    def _out(self, records: Sequence[Record], now: datetime) -> list[dict[str, Any]]:
        return [
            out_row(out, now, None if out.person in self._gone else out.person, record.incoming.trace)
            for record in records
            for out in record.out
        ]

    def due(self, now: datetime, most: int) -> list[tuple[Due, Scene | None]]:
        """Rows that are due, oldest first, each with what is known of its person."""
        return due_rows.fetch(self._connection, now, most)

    def settle(self, verdicts: Sequence[tuple[Due, Verdict]], now: datetime) -> None:
        """Write what came of due rows."""
        settle(self._connection, self._plans, verdicts, now)


WAS_SEEN = select(SEEN.c.event).where(SEEN.c.platform == bindparam("platform"), among(SEEN.c.event, "events"))
PEOPLE = (
    select(ACCOUNT.c.external_id, ACCOUNT.c.reach, *SEEN_AT, *TALKING, *PERSON_COLUMNS, *MEMBER_COLUMNS)
    .select_from(ACCOUNT.join(WITH_MEMBERSHIP, ACCOUNT.c.person_id == PERSON.c.id))
    .where(ACCOUNT.c.platform == bindparam("platform"), among(ACCOUNT.c.external_id, "accounts"))
)
TALKS = (
    select(TALK)
    .where(
        or_(
            and_(among(TALK.c.person_id, "people"), TALK.c.state.in_(("open", "asleep"))),
            among(TALK.c.id, "numbers"),
        )
    )
    .order_by(TALK.c.touched_at.desc(), TALK.c.id.desc())
)
SAVE = (
    update(TALK)
    .where(TALK.c.id == bindparam("talk_id"))
    .values(
        {name: bindparam(name) for name in ("answers", "asked", "ticks", "heard", "message", "state", "touched_at")}
    )
)
REFREEZE = update(TALK).where(TALK.c.id == bindparam("talk_id")).values(facts=bindparam("facts"))
CLOSE = (
    update(TALK)
    .where(TALK.c.id == bindparam("talk_id"))
    .values(state="closed", facts="{}", answers="{}", ticks="[]", heard="{}", message=bindparam("message_now"))
)


def _by_platform(batch: Sequence[Incoming]) -> dict[str, list[Incoming]]:
    groups: dict[str, list[Incoming]] = defaultdict(list)
    for incoming in batch:
        groups[incoming.platform].append(incoming)
    return groups


def _talk_number(incoming: Incoming) -> int:
    """The conversation a button names, or 0."""
    if incoming.kind != "tap" or not incoming.data.startswith("c:"):
        return 0
    number = incoming.data.split(":")[1]
    return int(number) if number.isdecimal() and len(number) <= ID_DIGITS else 0
