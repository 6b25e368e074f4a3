"""Finding people of a programme by what somebody types of their name. The database narrows it down first; only when
nobody is spelt that way, all names are compared."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

from rapidfuzz import fuzz, process
from sqlalchemy import Connection, select

from bot.talk.clean import key_of
from storage.columns import MEMBER, PERSON

NEAR = 75  # of 100, from which a name counts as meant
WEIGHED = 2_000  # people of whom the likeliest are found, when very many fit
ID_DIGITS = 9


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
    """The people of a programme who may be meant by a name, the beginnings of one ("sari w") or a number ("#12"),
    likeliest first; those who are spelt exactly so alone, if there are any. Whoever has left comes last."""
    query = select(PERSON.c.id, PERSON.c.name, MEMBER.c.role, MEMBER.c.standing)
    query = query.join(MEMBER, MEMBER.c.person_id == PERSON.c.id).where(MEMBER.c.programme_id == programme)
    query = query.where(MEMBER.c.role.in_(roles)) if roles else query
    number = text.strip().removeprefix("#")
    if number.isascii() and number.isdecimal():
        here = query.where(PERSON.c.id == int(number)) if len(number) <= ID_DIGITS else None
        return [] if here is None else [Found(*row) for row in connection.execute(here)]
    wanted = key_of(text)
    return _by_name(connection, query, wanted, most) if wanted else []


def _by_name(connection: Connection, query: Any, wanted: str, most: int) -> list[Found]:
    words = wanted.split()
    spelt = query.where(*(PERSON.c.name.icontains(word, autoescape=True) for word in words)).limit(WEIGHED)
    rows = [Found(*row) for row in connection.execute(spelt)]
    if same := [row for row in rows if key_of(row.name) == wanted]:
        return _last_left(same)[:most]
    if fitting := [row for row in rows if _begins(words, key_of(row.name).split())]:
        return _likeliest(fitting, wanted, most, 0)
    return _likeliest([Found(*row) for row in connection.execute(query)], wanted, most, NEAR)


def _begins(words: Sequence[str], name: Sequence[str]) -> bool:
    """Whether each word that was typed begins one of the name's, and no two the same."""
    left = list(name)
    for word in sorted(words, key=len, reverse=True):
        meant = next((each for each in left if each.startswith(word)), None)
        if meant is None:
            return False
        left.remove(meant)
    return True


def _likeliest(rows: Sequence[Found], wanted: str, most: int, least: int) -> list[Found]:
    keys = {place: key_of(row.name) for place, row in enumerate(rows)}
    likely = process.extract(wanted, keys, scorer=fuzz.WRatio, score_cutoff=least, limit=most)
    return _last_left([rows[place] for _, _, place in likely])


def _last_left(rows: Sequence[Found]) -> list[Found]:
    return sorted(rows, key=lambda row: row.standing == "left")
