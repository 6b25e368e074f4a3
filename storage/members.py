"""Finding the members somebody means by a name, an id or "@name"."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz
from sqlalchemy import Connection, select

from bot.errors import Problem
from bot.talk.clean import key_of
from storage import tables
from storage.columns import MEMBER, PERSON, PROGRAMME
from storage.rows import table

ACCOUNT = table(tables.Account)

ALIKE = 85  # of 100: "Budi Santosa" is "Budi Santoso", "Budi" is not "Rudi"
SURE = 6  # letters from which a slip is told from another name
LISTED = 10  # names in a message at most


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody's place in a programme."""

    person: int
    name: str
    role: str
    programme_id: int
    programme: str
    accounts: tuple[str, ...] = ()

    def __str__(self) -> str:
        return f"{self.name or '(no name yet)'} (number {self.person}, {self.role} in {self.programme})"


def read_members(connection: Connection, programme: int | None = None) -> list[Member]:
    """All who are in a programme and have not left it."""
    accounts: dict[int, list[str]] = {}
    for row in connection.execute(select(ACCOUNT.c.person_id, ACCOUNT.c.external_id)):
        accounts.setdefault(row.person_id, []).append(row.external_id)
    query = (
        select(PERSON.c.id, PERSON.c.name, MEMBER.c.role, MEMBER.c.programme_id, PROGRAMME.c.slug)
        .join(MEMBER, MEMBER.c.person_id == PERSON.c.id)
        .join(PROGRAMME, PROGRAMME.c.id == MEMBER.c.programme_id)
        .where(MEMBER.c.standing != "left")
        .order_by(PERSON.c.name, PERSON.c.id)
    )
    if programme is not None:
        query = query.where(PROGRAMME.c.id == programme)
    return [
        Member(row.id, row.name, row.role, row.programme_id, row.slug, tuple(accounts.get(row.id, ())))
        for row in connection.execute(query)
    ]


def find(text: str, members: Sequence[Member], role: str) -> tuple[list[Member], list[Problem]]:
    """Those who may be meant, by the strictest way of looking that finds anybody; or what is wrong."""
    wanted = text.strip().removeprefix("@")
    for meant in WAYS:
        if wanted and (found := [member for member in members if meant(wanted, member)]):
            return found, []
    return [], [Problem(text or f"the {role}", _nobody(members, role))]


def _nobody(members: Sequence[Member], role: str) -> str:
    if not members:
        return f"no {role} has joined yet; invite one: python -m bot invite --role {role}"
    names = ", ".join(f"{member.name or '(no name yet)'} ({member.person})" for member in members[:LISTED])
    more = f" and {len(members) - LISTED} more" if len(members) > LISTED else ""
    return f"no {role} is called that; there are: {names}{more}"


def _by_number(wanted: str, member: Member) -> bool:
    return wanted == str(member.person) or wanted in member.accounts


def _by_name(wanted: str, member: Member) -> bool:
    return wanted == member.name


def _by_letters(wanted: str, member: Member) -> bool:
    return bool(key_of(wanted)) and key_of(wanted) == key_of(member.name)


def _by_part(wanted: str, member: Member) -> bool:
    """By one of the names, or several: "budi" for "Budi Santoso"."""
    parts = key_of(wanted).split()
    return bool(parts) and set(parts) <= set(key_of(member.name).split())


def _by_spelling(wanted: str, member: Member) -> bool:
    """With a slip, but never in a first letter or a short name: Sri is not Tri, Rina is not Riana."""
    typed, name = key_of(wanted), key_of(member.name)
    return len(typed) >= SURE and _initials(typed) == _initials(name) and fuzz.ratio(typed, name) >= ALIKE


def _initials(name: str) -> list[str]:
    return [word[0] for word in name.split()]


WAYS: tuple[Callable[[str, Member], bool], ...] = (_by_number, _by_name, _by_letters, _by_part, _by_spelling)
