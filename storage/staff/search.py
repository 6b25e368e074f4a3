"""Finding people of a programme by what somebody types of their name."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from rapidfuzz import fuzz, process
from sqlalchemy import Connection, select

from bot.talk.clean import key_of
from storage.columns import MEMBER, PERSON

NEAR = 70  # of 100, from which a name counts as meant


@dataclass(frozen=True, slots=True)
class Found:
    """Somebody who may be meant."""

    person: int
    name: str
    role: str
    standing: str


def search(
    connection: Connection, programme: int, text: str, roles: Collection[str] = (), most: int = 6
) -> list[Found]:
    """The people of a programme who may be meant by a name or a number ("#12"), likeliest first; those who are spelt
    exactly so alone, if there are any."""
    query = select(PERSON.c.id, PERSON.c.name, MEMBER.c.role, MEMBER.c.standing).join(
        MEMBER, MEMBER.c.person_id == PERSON.c.id
    )
    query = query.where(MEMBER.c.programme_id == programme)
    rows = connection.execute(query.where(MEMBER.c.role.in_(roles)) if roles else query).all()
    wanted = key_of(text)
    number = text.strip().removeprefix("#")
    if number.isdecimal():
        return [Found(*row) for row in rows if str(row.id) == number]
    keys = {place: key_of(row.name) for place, row in enumerate(rows)}
    if same := [Found(*rows[place]) for place, key in keys.items() if key == wanted]:
        return same[:most]
    likely = process.extract(wanted, keys, scorer=fuzz.WRatio, score_cutoff=NEAR, limit=most) if wanted else []
    return [Found(*rows[place]) for _, _, place in likely]
