"""What a morning's look at silent pairs finds, to rows, and the line coordinators get when it is news."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any, NamedTuple

from sqlalchemy import func, insert, select, update

from bot.flows.staff.risk_words import line, to_list
from bot.mentoring.calendar import local_date
from bot.mentoring.risk import Hit, severity
from bot.mentoring.risk_effects import FindRisks
from bot.mentoring.risk_views import Risky
from bot.messages import Say, Screen, say
from storage import tables
from storage.among import among
from storage.bulk import insert_many
from storage.columns import PROGRAMME
from storage.elsewhere import from_programme
from storage.staff.risk import PAIR, read_names
from storage.staff.risk_deeds import ACTIVITY, HIT, deliver, hit_rows, staff_of
from storage.writes import Book, Work, handles

TOLD = "RiskLine"  # that coordinators got a line
SATURDAY = 5  # Monday is 0
GRAVE = 8  # from which a pair is worth a line on a weekend
NAMED = 3  # pairs named in it
LONG_AGO = datetime(2000, 1, 1, tzinfo=UTC)


class News(NamedTuple):
    """Pairs that coordinators have not been told of yet, or that got worse since."""

    fresh: list[tuple[int, tuple[Hit, ...]]]
    worse: list[tuple[int, tuple[Hit, ...]]]


@handles(FindRisks)
def find(book: Book, works: list[Work]) -> None:
    """Open what holds now, close what does not any more; tell it if that is news."""
    for work in works:
        programme, pairs = work.effect.programme, work.effect.pairs
        _keep(book, programme, pairs)
        _tell(book, programme, pairs)


def _keep(book: Book, programme: int, pairs: Sequence[tuple[int, tuple[Hit, ...]]]) -> None:
    holds = {(pair, hit.rule): hit for pair, hits in pairs for hit in hits}
    known = {(row.pair_id, row.rule): row.id for row in _open(book, programme)}
    over = [number for key, number in known.items() if key not in holds]
    if over:
        book.connection.execute(update(HIT).where(among(HIT.c.id, over)).values(ended_at=book.now))
    new = [(pair, hit) for (pair, rule), hit in holds.items() if (pair, rule) not in known]
    insert_many(book.connection, tables.RiskHit, hit_rows(programme, new, book.now))


def _open(book: Book, programme: int) -> Sequence[Any]:
    open_ = (HIT.c.programme_id == programme, HIT.c.ended_at.is_(None))
    return book.connection.execute(select(HIT).where(*open_)).all()


def _tell(book: Book, programme: int, pairs: Sequence[tuple[int, tuple[Hit, ...]]]) -> None:
    """One line for all mornings since the last one: what weekends and outages held back is in it."""
    zone = book.connection.execute(select(PROGRAMME.c.zone).where(PROGRAMME.c.id == programme)).scalar_one()
    today = local_date(book.now, zone)
    news = _news(book, programme, pairs)
    both = [*news.fresh, *news.worse]
    grave = any(severity(hits) >= GRAVE for _, hits in both)
    if not both or (today.weekday() >= SATURDAY and not grave):
        return
    screen = Screen(tuple(_lines(book, news)), to_list())
    staff = staff_of(book.connection, programme)
    told = from_programme(book.connection, programme, dict.fromkeys(staff, screen))
    deliver(book, told, f"risk:{programme}:{today}", "coordinator")
    row = {"programme_id": programme, "person_id": None, "kind": TOLD, "subject": str(len(both)), "at": book.now}
    book.connection.execute(insert(ACTIVITY), row)


def _news(book: Book, programme: int, pairs: Sequence[tuple[int, tuple[Hit, ...]]]) -> News:
    lines = (ACTIVITY.c.programme_id == programme, ACTIVITY.c.kind == TOLD, ACTIVITY.c.at > book.now - YEAR)
    last = book.connection.execute(select(func.max(ACTIVITY.c.at)).where(*lines)).scalar_one_or_none() or LONG_AGO
    fresh, told = set[int](), set[int]()
    for row in _open(book, programme):
        new = row.found_at > last and row.acted_at is None
        (fresh if new else told).add(row.pair_id)
    return News(
        [each for each in pairs if each[0] in fresh - told], [each for each in pairs if each[0] in fresh & told]
    )


YEAR = timedelta(days=366)


def _lines(book: Book, news: News) -> Iterator[Say]:
    if news.fresh:
        yield say("risk-news", n=len(news.fresh))
    if news.worse:
        yield say("risk-news-worse", n=len(news.worse))
    yield from _named(book, [*news.fresh, *news.worse][:NAMED])


def _named(book: Book, pairs: Sequence[tuple[int, tuple[Hit, ...]]]) -> Iterator[Say]:
    query = select(PAIR.c.id, PAIR.c.mentee_id, PAIR.c.mentor_id).where(among(PAIR.c.id, [pair for pair, _ in pairs]))
    both = query.where(PAIR.c.mentee_id.is_not(None), PAIR.c.mentor_id.is_not(None))
    sides = {row.id: row for row in book.connection.execute(both)}
    names = read_names(book.connection, {who for row in sides.values() for who in (row.mentee_id, row.mentor_id)})
    for number, (pair, hits) in enumerate((each for each in pairs if each[0] in sides), 1):
        row = sides[pair]
        yield line(number, Risky(pair, names[row.mentee_id], names[row.mentor_id], hits))
