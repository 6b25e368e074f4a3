"""Drafts, exclusions and matched pairs to rows; each decision is checked again when it is written."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sqlalchemy import and_, insert, select, update

from bot.effects import Effect
from bot.flows.staff import matching as words
from bot.mentoring.choosing import OPEN
from bot.mentoring.due import Due
from bot.mentoring.matching_effects import (
    Exclude,
    Include,
    KeepDraft,
    MarkDraft,
    PublishDraft,
    ThrowDraft,
)
from bot.mentoring.matching_run import holding
from bot.messages import Screen, say
from bot.ports import Said
from storage import due, tables
from storage.among import among
from storage.bulk import insert_many, insert_once
from storage.columns import MEMBER, PROGRAMME
from storage.jobs import Shop, does
from storage.pairing import end_of
from storage.rows import table
from storage.staff.matching import read_pool
from storage.staff.matching_runs import draft_rows, open_draft, weights_for
from storage.staff.seat import seat
from storage.threads import open_threads
from storage.writes import Book, Work, handles

DRAFT, ROW, PAIR = table(tables.Draft), table(tables.DraftPair), table(tables.Pair)
EXCLUSION, WISH = table(tables.Exclusion), table(tables.Wish)
NOT_YOURS = Screen((say("not-for-you"),))


@handles(KeepDraft)
def keep_drafts(book: Book, works: list[Work]) -> list[Said | Screen | None]:
    """Keep what was worked out, in place of the draft it grew from; one that was decided on meanwhile stays decided."""
    return [_keep(book, work) for work in works]


def _keep(book: Book, work: Work) -> Said | Screen:
    made: KeepDraft = work.effect
    member = seat(book, work.person)
    if member is None:
        return NOT_YOURS
    now_open = open_draft(book.connection, member.programme_id)
    if (now_open.id if now_open else 0) != made.of:
        return Screen((say("match-overtaken"),), ((words.BACK),))
    book.connection.execute(update(DRAFT).where(DRAFT.c.id == made.of).values(state="dropped"))
    row = {
        "programme_id": member.programme_id,
        "by_id": work.person,
        "mode": made.mode,
        "state": "open",
        "at": book.now,
    }
    left = [list(each) for each in made.left]
    number = book.connection.execute(insert(DRAFT).values(row | {"left": left}).returning(DRAFT.c.id)).scalar_one()
    rows = [
        {"draft_id": number, "mentor_id": each.mentor, "mentee_id": each.mentee, "score": each.score}
        | {"reasons": list(each.reasons), "state": each.state}
        for each in made.pairs
    ]
    insert_many(book.connection, tables.DraftPair, rows)
    stand = [each for each in made.pairs if each.state != "dropped"]
    mean = round(sum(each.score for each in stand) / len(stand)) if stand else 0
    return Said(words.drafted(len(stand), len(made.left), mean), refused=False)


@handles(MarkDraft)
def mark_drafts(book: Book, works: list[Work]) -> None:
    """Lock pairs of open drafts, let them loose, drop them."""
    for work in works:
        if member := seat(book, work.person):
            mine = select(DRAFT.c.id).where(DRAFT.c.programme_id == member.programme_id, DRAFT.c.state == "open")
            here = and_(ROW.c.id == work.effect.row, ROW.c.draft_id.in_(mine), ROW.c.state != "dropped")
            book.connection.execute(update(ROW).where(here).values(state=work.effect.state))


@handles(ThrowDraft)
def throw_drafts(book: Book, works: list[Work]) -> None:
    """Throw open drafts away."""
    for work in works:
        if member := seat(book, work.person):
            mine = and_(DRAFT.c.programme_id == member.programme_id, DRAFT.c.state == "open")
            book.connection.execute(update(DRAFT).where(mine, DRAFT.c.id == work.effect.draft).values(state="dropped"))


@does(words.PUBLISH, lane="long")
def publish(shop: Shop) -> Iterator[Effect]:
    """Find out which pairs of a draft still can be, beside the turns; making them is one short step."""
    draft = open_draft(shop.connection, shop.task.programme)
    number = draft.id if draft and draft.id == shop.args["draft"] else 0
    rows = [row for row in draft_rows(shop.connection, number) if row.state != "dropped"] if number else []
    pool = read_pool(shop.connection, shop.task.programme, shop.now)
    wanted = {(row.mentee_id, row.mentor_id): row.id for row in rows}
    held = holding(pool, list(wanted), weights_for(shop.connection, shop.task.programme))
    yield PublishDraft(number, tuple(wanted[two] for two in held), len(rows) - len(held))


@handles(PublishDraft)
def publish_drafts(book: Book, works: list[Work]) -> list[Said | Screen | None]:
    """Make pairs real, all of a draft together. A second time there is nothing left to publish."""
    return [_publish(book, work) for work in works]


def _publish(book: Book, work: Work) -> Said | Screen:
    wanted: PublishDraft = work.effect
    member = seat(book, work.person)
    if member is None:
        return NOT_YOURS
    here = and_(DRAFT.c.id == wanted.draft, DRAFT.c.programme_id == member.programme_id, DRAFT.c.state == "open")
    done = update(DRAFT).where(here).values(state="published", published_at=book.now)
    if not book.connection.execute(done).rowcount:
        return words.no_draft()
    chosen = book.connection.execute(select(ROW).where(among(ROW.c.id, wanted.rows)).order_by(ROW.c.id)).all()
    made = _make(book, member.programme_id, _still(book, member.programme_id, chosen))
    book.connection.execute(update(ROW).where(among(ROW.c.id, [row.id for row in made])).values(state="published"))
    return Said(words.published(len(made), wanted.fallen + len(chosen) - len(made)), refused=False)


def _still(book: Book, programme: int, rows: Any) -> list[Any]:
    """Those whose both sides take part, whose mentee has nobody and has asked nobody, whose mentor has a place, and who
    are not kept apart: what may have changed in the last second."""
    apart = select(EXCLUSION.c.mentee_id, EXCLUSION.c.mentor_id).where(EXCLUSION.c.programme_id == programme)
    never = {tuple(two) for two in book.connection.execute(apart)}
    rows = [row for row in rows if (row.mentee_id, row.mentor_id) not in never]
    people = {person for row in rows for person in (row.mentee_id, row.mentor_id)}
    there = select(MEMBER.c.person_id).where(MEMBER.c.programme_id == programme, MEMBER.c.standing == "active")
    active = set(book.connection.execute(there.where(among(MEMBER.c.person_id, people))).scalars())
    taken = select(PAIR.c.mentee_id).where(PAIR.c.programme_id == programme, PAIR.c.state == "active")
    paired = set(book.connection.execute(taken.where(among(PAIR.c.mentee_id, people))).scalars())
    wishes = select(WISH.c.mentee_id).where(WISH.c.programme_id == programme, WISH.c.state.in_(OPEN))
    paired |= set(book.connection.execute(wishes.where(among(WISH.c.mentee_id, people))).scalars())
    free = _free(book, programme, people) if rows else {}
    still = []
    for row in rows:
        if {row.mentee_id, row.mentor_id} <= active and row.mentee_id not in paired and free.get(row.mentor_id, 0) > 0:
            free[row.mentor_id] -= 1
            still.append(row)
    return still


def _free(book: Book, programme: int, people: set[int]) -> dict[int, int]:
    """How many places each mentor has now."""
    mentor = and_(MEMBER.c.programme_id == programme, MEMBER.c.role == "mentor", among(MEMBER.c.person_id, people))
    rooms = {row.person_id: row.capacity for row in book.connection.execute(select(MEMBER).where(mentor))}
    active = and_(PAIR.c.programme_id == programme, PAIR.c.state == "active", among(PAIR.c.mentor_id, people))
    for taken in book.connection.execute(select(PAIR.c.mentor_id).where(active)).scalars():
        rooms[taken] = rooms.get(taken, 0) - 1
    kept = and_(WISH.c.programme_id == programme, WISH.c.state == "accepted", among(WISH.c.mentor_id, people))
    for taken in book.connection.execute(select(WISH.c.mentor_id).where(kept)).scalars():
        rooms[taken] = rooms.get(taken, 0) - 1
    return rooms


def _make(book: Book, programme: int, rows: list[Any]) -> list[Any]:
    """New pairs, each side's introduction planned, a trace of each."""
    ends = book.connection.execute(select(PROGRAMME.c.ends).where(PROGRAMME.c.id == programme)).scalar_one()
    pair = {"programme_id": programme, "state": "active", "source": "match", "created_at": book.now}
    pair |= {"ends": end_of(ends, book.now)}
    new = [pair | {"mentor_id": row.mentor_id, "mentee_id": row.mentee_id} for row in rows]
    insert_many(book.connection, tables.Pair, new, once=True)
    mentees = [row.mentee_id for row in rows]
    fresh = (PAIR.c.programme_id == programme, PAIR.c.source == "match", PAIR.c.created_at == book.now)
    found = book.connection.execute(select(PAIR).where(*fresh, among(PAIR.c.mentee_id, mentees))).all()
    both = [(each.id, person) for each in found for person in (each.mentee_id, each.mentor_id)]
    due.plan(
        book.connection,
        [Due(0, "paired", person, book.now, book.now, book.now, str(number)) for number, person in both],
    )
    open_threads(book.connection, [each.id for each in found], book.now)
    trace = {"programme_id": programme, "person_id": None, "kind": "Pair", "at": book.now}
    insert_many(book.connection, tables.Activity, [trace | {"subject": str(each.id)} for each in found])
    made = {(each.mentee_id, each.mentor_id) for each in found}
    return [row for row in rows if (row.mentee_id, row.mentor_id) in made]


@handles(Exclude)
def exclude(book: Book, works: list[Work]) -> list[Screen | None]:
    """Keep two members of the programme apart; doing it again changes nothing."""
    said: list[Screen | None] = []
    for work in works:
        member, two = seat(book, work.person), work.effect
        roles = {"mentee": two.mentee, "mentor": two.mentor}
        if member is None or not all(_is_here(book, member.programme_id, who, role) for role, who in roles.items()):
            said.append(NOT_YOURS)
            continue
        row = {"programme_id": member.programme_id, "mentor_id": two.mentor, "mentee_id": two.mentee}
        row |= {"by_id": work.person, "at": book.now}
        book.connection.execute(insert_once(book.connection, tables.Exclusion), row)
        said.append(None)
    return said


def _is_here(book: Book, programme: int, person: int, role: str) -> bool:
    here = (MEMBER.c.programme_id == programme, MEMBER.c.person_id == person, MEMBER.c.role == role)
    return book.connection.execute(select(MEMBER.c.id).where(*here)).first() is not None


@handles(Include)
def include(book: Book, works: list[Work]) -> None:
    """Let two be matched again."""
    for work in works:
        if member := seat(book, work.person):
            here = and_(EXCLUSION.c.id == work.effect.row, EXCLUSION.c.programme_id == member.programme_id)
            book.connection.execute(EXCLUSION.delete().where(here))
