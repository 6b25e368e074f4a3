"""What is left of somebody in what belongs to others: their partners' notes and words about the pair, frozen facts of
open conversations, messages on their way, files and lists of the desk. It goes when they ask for their removal."""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, and_, bindparam, delete, func, or_, select, update

from bot.commands import DESK
from storage import tables
from storage.among import among
from storage.columns import MEMBER, PERSON
from storage.rows import SENT_SCREEN, table

PAIR, NOTE, AGREEMENT = table(tables.Pair), table(tables.Note), table(tables.Agreement)
PARTING, SESSION, WORD = table(tables.Parting), table(tables.Session), table(tables.SessionWord)
TALK, OUTBOX, RESPONSE = table(tables.Conversation), table(tables.Outbox), table(tables.FormResponse)
FILE, UPLOAD, ACCOUNT = table(tables.File), table(tables.Upload), table(tables.Account)

LEAST = 3  # letters of a name from which it is looked for inside other words
CHOSEN = re.compile(r"[a-z0-9_-]{0,24}")  # an option, as opposed to words of one's own
EMPTY = {"state": "closed", "subject": "", "facts": "{}", "answers": "{}", "ticks": "[]", "heard": "{}"}


@dataclass(frozen=True, slots=True)
class Around:
    """Who may have something of people who go: partners and the desks of their programmes; and by what it is found."""

    pairs: tuple[int, ...]
    programmes: tuple[int, ...]
    staff: tuple[int, ...]
    others: tuple[int, ...]
    marks: tuple[str, ...]


def forget(connection: Connection, people: Collection[int], now: datetime) -> None:
    """Take away what others have of these people, while their pairs and memberships are still there."""
    around = _around(connection, people)
    _of_pairs(connection, around.pairs)
    _of_answers(connection, people)
    _of_desks(connection, around)
    if around.marks and around.others:
        _of_talks(connection, around)
        _of_messages(connection, around, now)


def _around(connection: Connection, people: Collection[int]) -> Around:
    pairs = connection.execute(
        select(PAIR.c.id, PAIR.c.mentor_id, PAIR.c.mentee_id).where(
            or_(among(PAIR.c.mentor_id, people), among(PAIR.c.mentee_id, people))
        )
    ).all()
    mine = select(MEMBER.c.programme_id).where(among(MEMBER.c.person_id, people)).distinct()
    programmes = tuple(connection.execute(mine).scalars())
    desk = and_(among(MEMBER.c.programme_id, programmes), MEMBER.c.role.in_(sorted(DESK)))
    staff = tuple(connection.execute(select(MEMBER.c.person_id).where(desk).distinct()).scalars())
    partners = {each for row in pairs for each in (row.mentor_id, row.mentee_id) if each}
    others = tuple(sorted((partners | set(staff)) - set(people)))
    return Around(tuple(row.id for row in pairs), programmes, staff, others, _marks(connection, people))


def _marks(connection: Connection, people: Collection[int]) -> tuple[str, ...]:
    """What tells of somebody in stored JSON: their name and their numbers on the platforms; a very short name only
    where it stands alone."""
    names = connection.execute(select(PERSON.c.name).where(among(PERSON.c.id, people), PERSON.c.name != "")).scalars()
    accounts = connection.execute(select(ACCOUNT.c.external_id).where(among(ACCOUNT.c.person_id, people))).scalars()
    quoted = [json.dumps(name, ensure_ascii=False) for name in names]
    found = [name[1:-1] if len(name) - 2 >= LEAST else name for name in quoted]
    return tuple(dict.fromkeys([*found, *(f'"{each}"' for each in accounts)]))


def _mentions(column: Any, marks: Iterable[str]) -> Any:
    return or_(*(func.lower(column).contains(mark.lower(), autoescape=True) for mark in marks))


def _of_pairs(connection: Connection, pairs: Collection[int]) -> None:
    """What the other side wrote about the pair; that there was one, and when it met, stays."""
    connection.execute(delete(NOTE).where(among(NOTE.c.pair_id, pairs)))
    connection.execute(delete(AGREEMENT).where(among(AGREEMENT.c.pair_id, pairs)))
    connection.execute(update(PARTING).where(among(PARTING.c.pair_id, pairs)).values(text=""))
    theirs = select(SESSION.c.id).where(among(SESSION.c.pair_id, pairs))
    connection.execute(update(WORD).where(WORD.c.session_id.in_(theirs), WORD.c.why != "").values(why=""))
    connection.execute(update(PAIR).where(among(PAIR.c.id, pairs)).values(room="", thread=""))


def _of_answers(connection: Connection, people: Collection[int]) -> None:
    """What others answered about them: numbers and choices stay for the totals, words go."""
    query = select(RESPONSE.c.id, RESPONSE.c.answers).where(among(RESPONSE.c.about_id, people))
    kept = [{"row": row.id, "kept": _chosen(row.answers)} for row in connection.execute(query)]
    if kept:
        connection.execute(KEEP, kept)


KEEP = update(RESPONSE).where(RESPONSE.c.id == bindparam("row")).values(answers=bindparam("kept"))


def _chosen(answers: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in answers.items() if not isinstance(value, str) or CHOSEN.fullmatch(value)}


def _of_desks(connection: Connection, around: Around) -> None:
    """Files made for the desks, which may hold anybody, and lists with the name that nobody has confirmed."""
    connection.execute(delete(FILE).where(among(FILE.c.person_id, around.staff)))
    lists = connection.execute(
        select(UPLOAD.c.id, UPLOAD.c.content).where(among(UPLOAD.c.programme_id, around.programmes))
    )
    names = [mark.strip('"').casefold() for mark in around.marks]
    held = [
        row.id for row in lists if any(name in json.dumps(row.content, ensure_ascii=False).casefold() for name in names)
    ]
    if held:
        connection.execute(delete(UPLOAD).where(among(UPLOAD.c.id, held)))


def _of_talks(connection: Connection, around: Around) -> None:
    """Conversations of others that froze something of them are over and begin again with what is there now; of one
    that was over already, what was typed to begin it goes."""
    told = or_(*(_mentions(column, around.marks) for column in (TALK.c.facts, TALK.c.answers, TALK.c.subject)))
    connection.execute(update(TALK).where(among(TALK.c.person_id, around.others), told).values(EMPTY))


def _of_messages(connection: Connection, around: Around, now: datetime) -> None:
    """Messages to others that speak of them and have not arrived: those of this very moment say that they are gone."""
    before = and_(among(OUTBOX.c.person_id, around.others), OUTBOX.c.created_at < now, OUTBOX.c.screen != SENT_SCREEN)
    about = and_(before, OUTBOX.c.state != "sending", _mentions(OUTBOX.c.screen, around.marks))
    connection.execute(update(OUTBOX).where(about).values(state="expired", screen=SENT_SCREEN))
