"""Inviting a list of people. Doing it again gives nobody a second link, and pairs those who have joined meanwhile.

What becomes of each line is decided by reading alone, so that it can be shown before anything is written.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, Literal, TypeAlias

from sqlalchemy import Connection, bindparam, select, update

from bot.errors import Setup
from bot.mentoring.invitations import hash_token, make_token
from bot.mentoring.people_effects import NewLink
from bot.messages import Say, When, say
from bot.talk.clean import key_of
from storage import tables
from storage.bulk import insert_many
from storage.members import Member, read_members
from storage.office import choose_programme, join, note
from storage.people_file import Invited, Row
from storage.people_names import Names, Words
from storage.rows import table

INVITATION, PAIR = table(tables.Invitation), table(tables.Pair)

WORKS_FOR = timedelta(days=30)  # a personal link, handed on by e-mail or on paper

Fate: TypeAlias = Literal["new", "renewed", "waiting", "used", "member"]
Key: TypeAlias = tuple[str, str]  # a role, and a name as it is compared


@dataclass(frozen=True, slots=True)
class Decided:
    """What becomes of a line: invited anew, or not as there is an `invitation` or they are in the programme as one of
    `members`; `pair` are the mentor and the mentee who are there and not yet together."""

    row: Row
    fate: Fate
    notes: tuple[Say, ...] = ()
    invitation: int | None = None
    members: tuple[int, ...] = ()
    pair: tuple[Member, Member] | None = None

    @property
    def invites(self) -> bool:
        """Whether a link is to be made."""
        return self.fate in {"new", "renewed"}


@dataclass(slots=True)
class _List:
    """What deciding works on: who is in the programme and who is invited to it, by role and name; its pairs."""

    now: datetime
    expires: datetime
    members: dict[Key, list[Member]]
    mentors: Names
    invitations: dict[Key, Any]
    emails: dict[Key, Any]
    together: set[tuple[int, int]]
    expected: Words  # the names of mentors who are invited, in this list or before
    meant: dict[str, list[Member]] = field(default_factory=dict)


def label_of(row: Row) -> str:
    """Whom the invitation of a line is for."""
    return f"{row.name} ({row.label})" if row.label else row.name


def key_of_row(row: Row) -> Key:
    """By what a line is known again in the invitations."""
    return row.role, key_of(label_of(row))


def decide(
    connection: Connection, rows: Sequence[Row], programme: int, now: datetime, works_for: timedelta = WORKS_FOR
) -> list[Decided]:
    """What becomes of each line of a list; nothing is written."""
    people = _read(connection, rows, programme, now, now + works_for)
    return [_decide(people, row) for row in rows]


def _read(connection: Connection, rows: Sequence[Row], programme: int, now: datetime, expires: datetime) -> _List:
    members = read_members(connection, programme)
    by_name: dict[Key, list[Member]] = defaultdict(list)
    for each in members:
        by_name[each.role, key_of(each.name)].append(each)
    query = select(INVITATION).where(INVITATION.c.programme_id == programme, INVITATION.c.label != "")
    found = list(connection.execute(query.order_by(INVITATION.c.id)))
    invitations = {(each.role, key_of(each.label)): each for each in found}
    names = {name for role, name in (*invitations, *map(key_of_row, rows)) if role == "mentor"}
    together = select(PAIR.c.mentor_id, PAIR.c.mentee_id).where(PAIR.c.programme_id == programme)
    return _List(
        now,
        expires,
        by_name,
        Names([each for each in members if each.role == "mentor"]),
        invitations,
        _by_email(found, rows),
        {(row.mentor_id, row.mentee_id) for row in connection.execute(together.where(PAIR.c.state == "active"))},
        Words(names),
    )


def _by_email(found: Iterable[Any], rows: Sequence[Row]) -> dict[Key, Any]:
    """Invitations whose address stands once in the list, and whose name no longer does: a name that was mended."""
    once = Counter(row.email.casefold() for row in rows if row.email)
    named = set(map(key_of_row, rows))
    return {
        (each.role, each.email.casefold()): each
        for each in found
        if each.email and once[each.email.casefold()] == 1 and (each.role, key_of(each.label)) not in named
    }


def _decide(people: _List, row: Row) -> Decided:
    key = key_of_row(row)
    invitation = people.invitations.get(key) or people.emails.get((row.role, row.email.casefold()))
    here = tuple(each.person for each in _named(people, row))
    pair, notes = _pair(people, row)
    if invitation is None and not row.label and here:
        return Decided(row, "member", (say("office-in-programme"), *notes), None, here, pair)
    if invitation is None:
        people.invitations[key] = _Planned(people.expires)
        return Decided(row, "new", notes, None, here, pair)
    if invitation.used >= invitation.uses:
        return Decided(row, "used", (say("office-link-used"), *notes), invitation.id, here, pair)
    if invitation.expires_at > people.now:
        made = say("office-link-made", until=When(invitation.expires_at, "day"))
        return Decided(row, "waiting", (made, *notes), invitation.id, here, pair)
    people.invitations[key] = _Planned(people.expires, invitation.id)
    return Decided(row, "renewed", (say("office-link-renewed"), *notes), invitation.id, here, pair)


@dataclass(frozen=True, slots=True)
class _Planned:
    """An invitation that an earlier line of the same list leads to."""

    expires_at: datetime
    id: int | None = None
    used: int = 0
    uses: int = 1


def _named(people: _List, row: Row) -> list[Member]:
    return people.members.get((row.role, key_of(row.name)), [])


def _pair(people: _List, row: Row) -> tuple[tuple[Member, Member] | None, tuple[Say, ...]]:
    """The mentor the list names and the mentee, if both are there, and what is to be said of it."""
    if row.role != "mentee" or not row.mentor:
        return None, ()
    mentees, mentors = _named(people, row), _mentors(people, row.mentor)
    for several in (mentors, mentees):
        if len(several) > 1:
            names = tuple(f"{each.name} ({each.person})" for each in several)
            return None, (say("office-pair-several", names=names),)
    if mentors and mentees:
        already = (mentors[0].person, mentees[0].person) in people.together
        said = say("office-pair-there" if already else "office-pair-made", mentor=mentors[0].name)
        return (None if already else (mentors[0], mentees[0])), (said,)
    if mentors or people.expected.holds(row.mentor):
        return None, (say("office-pair-later", mentor=row.mentor),)
    return None, (say("office-pair-nobody", mentor=row.mentor),)


def _mentors(people: _List, text: str) -> list[Member]:
    """Those who may be meant, looked for once a name."""
    if text not in people.meant:
        people.meant[text] = people.mentors.meant(text)
    return people.meant[text]


def link_for(decided: Decided, token: str) -> NewLink:
    """What is kept of a link that is made for a line."""
    row = decided.row
    return NewLink(row.role, label_of(row), row.email, hash_token(token), decided.invitation)


def write_links(
    connection: Connection, programme: int, links: Sequence[NewLink], expires: datetime, now: datetime, by: int | None
) -> None:
    """Keep links that were made: new ones, and those in place of one that had expired."""
    rows = [
        {"programme_id": programme, "role": link.role, "label": link.label, "email": link.email, "by_id": by}
        | {"token_hash": link.token_hash, "expires_at": expires, "created_at": now}
        for link in links
        if link.again is None
    ]
    insert_many(connection, tables.Invitation, rows)
    renewed = [{"number": each.again, "hash": each.token_hash} for each in links if each.again is not None]
    if renewed:
        connection.execute(RENEW, [row | {"until": expires, "now": now} for row in renewed])


RENEW = (
    update(INVITATION)
    .where(INVITATION.c.id == bindparam("number"))
    .values(token_hash=bindparam("hash"), expires_at=bindparam("until"), created_at=bindparam("now"))
)


def import_people(
    connection: Connection,
    rows: Sequence[Row],
    programme: str | None,
    draw: Callable[[], bytes],
    now: datetime,
    works_for: timedelta = WORKS_FOR,
) -> list[Invited]:
    """Invite everybody of a list to a programme; `draw` gives 16 random bytes. Raises Setup without a programme."""
    found, problems = choose_programme(connection, programme, now)
    if problems or found is None:
        raise Setup(problems)
    decided = decide(connection, rows, found.id, now, works_for)
    tokens = [make_token(draw()) if each.invites else "" for each in decided]
    links = [link_for(each, token) for each, token in zip(decided, tokens, strict=True) if token]
    write_links(connection, found.id, links, now + works_for, now, None)
    for link in links:
        note(connection, "Invite", found.id, link.role, now)
    for each in decided:
        if each.pair:
            join(connection, *each.pair, now)
    return [Invited(each.row, token, each.notes) for each, token in zip(decided, tokens, strict=True)]
