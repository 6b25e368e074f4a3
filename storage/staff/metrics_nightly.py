"""Figures that are worked out ahead, each night: how every programme stood when the day was over, and answers that are
counted together so that no total gives one of them away."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from sqlalchemy import Connection, func, select

from bot.effects import Effect, Job
from bot.mentoring.calendar import local, local_date
from bot.mentoring.metrics import (
    DAY,
    WEEK,
    Batch,
    Given,
    Span,
    Stock,
    batch_of,
    batched,
    monday,
)
from bot.mentoring.stats_effects import KeepAnswers, KeepFigures
from storage import tables
from storage.bulk import insert_many
from storage.columns import MEMBER, PROGRAMME
from storage.jobs import STANDING, Shop, does
from storage.rows import table
from storage.staff.metrics import STOCK, with_risk
from storage.staff.metrics_each import Scope
from storage.writes import Book, Work, handles

BATCH, DAYS, RESPONSE = table(tables.AnswerBatch), table(tables.DayFigures), table(tables.FormResponse)

AFTER_MIDNIGHT = timedelta(minutes=5)
QUESTIONS = {  # by form, the question with an answer from 1 to 5, or from 0 to 10
    "score": {"pulse": "score", "midway": "relation", "closing": "relation"},
    "recommend": {"closing": "recommend"},
}


@does("figures", lane="long")
def keep_figures(shop: Shop) -> Iterator[Effect]:
    """What there is to keep of every programme; the next time is when a day is over anywhere."""
    columns = (PROGRAMME.c.id, PROGRAMME.c.zone, PROGRAMME.c.created_at)
    programmes = shop.connection.execute(select(*columns).where(PROGRAMME.c.stage != "archived")).all()
    yield KeepFigures(tuple(_days(shop.connection, programmes, shop.now)))
    yield KeepAnswers(tuple(each for row in programmes for each in _counted(shop.connection, row.id, shop.now)))
    zones = {row.zone for row in programmes} or {"UTC"}
    midnights = [local(local_date(shop.now, zone) + DAY, time(0), zone) for zone in zones]
    yield Job("figures", once="figures", at=min(midnights) + AFTER_MIDNIGHT)


def _always(connection: Connection, now: datetime) -> list[Job]:
    return [Job("figures", once="figures", at=now)]


STANDING.append(_always)


def _days(connection: Connection, programmes: Iterable[Any], now: datetime) -> Iterator[tuple[int, date, Stock]]:
    """Yesterday of each programme, unless it is kept already."""
    newest = select(DAYS.c.programme_id, func.max(DAYS.c.day)).group_by(DAYS.c.programme_id)
    kept: dict[int, date] = {row[0]: row[1] for row in connection.execute(newest)}
    for row in programmes:
        today = local_date(now, row.zone)
        over = local(today, time(0), row.zone)
        if row.created_at < over and kept.get(row.id, date.min) < today - DAY:
            yield row.id, today - DAY, with_risk(Scope(connection, row.id, Span(over - DAY, over)), now)


def _counted(connection: Connection, programme: int, now: datetime) -> Iterator[tuple[int, datetime, Batch]]:
    """Batches of answers that are full now, of each question and role."""
    for question in QUESTIONS:
        for role in ("mentee", "mentor"):
            for week, answers in batched(_waiting(connection, programme, question, role, now)):
                until = datetime.combine(week + WEEK, time(0), UTC)
                yield programme, until, batch_of(role, question, answers)


def _waiting(connection: Connection, programme: int, question: str, role: str, now: datetime) -> list[Given]:
    """Answers of weeks that are over, not counted yet, oldest first."""
    mine = (BATCH.c.programme_id == programme, BATCH.c.question == question, BATCH.c.role == role)
    since = connection.execute(select(func.max(BATCH.c.until)).where(*mine)).scalar_one()
    over = datetime.combine(monday(now), time(0), UTC)
    forms = QUESTIONS[question]
    query = select(RESPONSE.c.person_id, RESPONSE.c.at, RESPONSE.c.form, RESPONSE.c.answers).join(
        MEMBER, (MEMBER.c.person_id == RESPONSE.c.person_id) & (MEMBER.c.programme_id == programme)
    )
    query = query.where(RESPONSE.c.programme_id == programme, RESPONSE.c.form.in_(forms), MEMBER.c.role == role)
    query = query.where(RESPONSE.c.at < over, *([RESPONSE.c.at >= since] if since else []))
    rows = connection.execute(query.order_by(RESPONSE.c.at, RESPONSE.c.id))
    given = ((row, row.answers.get(forms[row.form])) for row in rows)
    return [Given(row.person_id, monday(row.at), value) for row, value in given if isinstance(value, int)]


@handles(KeepFigures)
def write_figures(book: Book, works: list[Work]) -> None:
    """Keep days; one that is kept already stays as it is."""
    rows = [
        {"programme_id": programme, "day": day, "stock": STOCK.dump_python(stock, mode="json")}
        for work in works
        for programme, day, stock in work.effect.days
    ]
    insert_many(book.connection, tables.DayFigures, rows, once=True)


@handles(KeepAnswers)
def write_answers(book: Book, works: list[Work]) -> None:
    """Keep batches of answers."""
    rows = [
        {"programme_id": programme, "until": until, "question": batch.question, "role": batch.role}
        | {"n": batch.n, "total": batch.total, "promoters": batch.promoters, "detractors": batch.detractors}
        for work in works
        for programme, until, batch in work.effect.batches
    ]
    insert_many(book.connection, tables.AnswerBatch, rows)
