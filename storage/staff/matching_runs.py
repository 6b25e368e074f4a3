"""Matching everybody at once, beside the turns, and the draft as a file. A large pool is worked out in a process of its
own: a thread would hold Python's lock for seconds, and answers would wait."""

from __future__ import annotations

import csv
import io
import multiprocessing
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from typing import Any

from sqlalchemy import Connection, select

from bot.effects import Effect, SendFile, Tell
from bot.flows.staff import matching as words
from bot.mentoring.matching import score
from bot.mentoring.matching_effects import Aim, KeepDraft, Proposal
from bot.mentoring.matching_pool import Pool, weights_of
from bot.mentoring.matching_run import Outcome, Two, around, holding, match_all
from bot.mentoring.plans import Matching
from bot.messages import Say, Screen, pack, say, unpack
from bot.talk.phrases import Reader
from storage import tables
from storage.columns import PERSON, PROGRAMME
from storage.jobs import Shop, does
from storage.rows import table
from storage.staff.matching import read_pool

DRAFT, ROW = table(tables.Draft), table(tables.DraftPair)

SMALL = 20_000  # mentees times mentors that are worked out at once, in a fraction of a second
RISKY = ("=", "+", "-", "@", "\t", "\r")  # what begins a formula in a spreadsheet


@does(words.RUN, lane="long")
def run(shop: Shop) -> Iterator[Effect]:
    """Work out the whole pool. Locked pairs of the open draft stay as long as they can; dropped ones do not come
    again."""
    programme, aim = shop.task.programme, shop.args["aim"]
    weights = weights_for(shop.connection, programme)
    pool = read_pool(shop.connection, programme, shop.now)
    draft = open_draft(shop.connection, programme)
    rows = draft_rows(shop.connection, draft.id) if draft else []
    locked = holding(pool, [(row.mentee_id, row.mentor_id) for row in rows if row.state == "locked"], weights)
    dropped = [(row.mentee_id, row.mentor_id) for row in rows if row.state == "dropped"]
    rest = around(pool, locked, dropped)
    if not locked and not (rest.waiting and rest.offering):
        yield Tell(words.nothing_to_match(len(rest.waiting), len(rest.offering)))
        return
    found = work_out(rest, weights, most=aim == "most")
    yield _draft(pool, weights, aim, draft.id if draft else 0, locked, dropped, found)


def _draft(
    pool: Pool, weights: Matching, aim: Aim, of: int, locked: Iterable[Two], dropped: Iterable[Two], found: Outcome
) -> KeepDraft:
    pairs = [
        _proposal(pool, weights, two, state)
        for state, twos in (("locked", locked), ("proposed", found.pairs))
        for two in twos
    ]
    gone = [Proposal(mentee, mentor, 0, (), "dropped") for mentee, mentor in dropped]
    return KeepDraft(aim, of, (*pairs, *gone), found.left)


def _proposal(pool: Pool, weights: Matching, two: Two, state: Any) -> Proposal:
    how = score(pool.people[two[0]], pool.people[two[1]], weights)
    return Proposal(*two, how.points, tuple(map(pack, how.reasons)), state)


def work_out(pool: Pool, weights: Matching, *, most: bool) -> Outcome:
    """Match a pool; a large one in another process."""
    if len(pool.waiting) * len(pool.offering) <= SMALL:
        return match_all(pool, weights, most=most)
    with ProcessPoolExecutor(1, multiprocessing.get_context("spawn")) as apart:
        return apart.submit(match_all, pool, weights, most=most).result()


def weights_for(connection: Connection, programme: int) -> Matching:
    """What the parts weigh in a programme."""
    plan = connection.execute(select(PROGRAMME.c.plan).where(PROGRAMME.c.id == programme)).scalar()
    return weights_of(plan or "default")


def open_draft(connection: Connection, programme: int) -> Any:
    """The draft of a programme that waits, or None."""
    here = select(DRAFT).where(DRAFT.c.programme_id == programme, DRAFT.c.state == "open")
    return connection.execute(here.order_by(DRAFT.c.id.desc()).limit(1)).first()


def draft_rows(connection: Connection, draft: int) -> list[Any]:
    """The pairs of a draft, the locked ones first, then those that fit best."""
    order = (ROW.c.state != "locked", -ROW.c.score, ROW.c.id)
    return list(connection.execute(select(ROW).where(ROW.c.draft_id == draft).order_by(*order)))


@does(words.CSV)
def send_csv(shop: Shop) -> Iterator[Effect]:
    """The open draft as a file for a spreadsheet."""
    draft = open_draft(shop.connection, shop.task.programme)
    if draft is None:
        yield Tell(words.no_draft())
        return
    names = _names(shop.connection, draft.id)
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow([_plain(shop, say(f"match-csv-{name}")) for name in words.COLUMNS])
    rows = [row for row in draft_rows(shop.connection, draft.id) if row.state != "dropped"]
    for row in rows:
        reasons = "; ".join(_plain(shop, each) for each in map(unpack, row.reasons) if isinstance(each, Say))
        state = _plain(shop, say("match-csv-row", state=row.state))
        cells = (names.get(row.mentee_id, ""), names.get(row.mentor_id, ""), str(row.score), state, reasons)
        writer.writerow(map(_safe, cells))
    data = out.getvalue().encode("utf-8-sig")
    yield SendFile(f"draft-{shop.now:%Y-%m-%d}.csv", data, Screen((say("match-csv-here", n=len(rows)),)))


def _plain(shop: Shop, words_: Say) -> str:
    return shop.house.phrases.plain(words_, Reader(shop.task.locale, "Asia/Jakarta", shop.now))


def _safe(cell: str) -> str:
    """What a spreadsheet would take for a formula is made text."""
    return f"'{cell}" if cell.startswith(RISKY) else cell


def _names(connection: Connection, draft: int) -> dict[int, str]:
    both = (
        select(ROW.c.mentee_id)
        .where(ROW.c.draft_id == draft)
        .union(select(ROW.c.mentor_id).where(ROW.c.draft_id == draft))
    )
    query = select(PERSON.c.id, PERSON.c.name).where(PERSON.c.id.in_(both))
    return {row.id: row.name for row in connection.execute(query)}
