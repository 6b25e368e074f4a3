"""The pages of a programme of 80,000 pairs, what a night works out for it, and what erasing somebody costs."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from functools import partial
from pathlib import Path

from sqlalchemy import Connection, Engine, select

from bot.effects import Erase
from bot.messages import Incoming
from bot.serving import prepare_python
from storage.columns import MEMBER
from storage.database import open_database, reading
from storage.writes import Book, apply
from tests.bench.desk import LARGE, Look, desk_url, looked_at, night, result, scanned
from tests.bench.measure import timed
from tests.bench.people import NOW, Crowd
from tests.bench.table import Result

LOOKS = (
    *(Look("stats"), Look("stats", "this week"), Look("stats", "funnel")),
    *(Look("pairs", budget=1), Look("pairs", "quiet:1000", budget=1), Look("pairs", "newest")),
    *(Look("person", "sari wulandari"), Look("person", "wulandri", budget=2), Look("risk_pair", "100")),
    *(Look("pending", budget=1), Look("at_risk", budget=4), Look("export", budget=1)),
    *(Look("audience", "mentee", budget=2), Look("inbox")),
)
ERASED = 5  # people, one after the other
NIGHT = 60  # seconds, beside the turns


def pages(_: Path, crowd: Crowd) -> Iterator[Result]:
    """Each page as the worker reads it; then a night and an erasure."""
    database = open_database(desk_url(crowd))
    prepare_python()
    with reading(database) as connection:
        yield from looked_at(connection, LARGE, LOOKS)
    yield _night(database)
    yield _erased(database)
    database.dispose()


def _night(database: Engine) -> Result:
    """What is kept of all programmes when the day after is over."""
    spent = timed(lambda: night(database, NOW + timedelta(days=1)), 1).wall
    with reading(database) as connection:
        base = scanned(connection)
    what = "the figures of a night, of both programmes"
    return Result(what, f"{spent:.1f} s", ratio=f"{spent / base:.0f} x", budget=f"< {NIGHT} s", ok=spent < NIGHT)


def _erased(database: Engine) -> Result:
    """Somebody with all they said, beside reading a table once, as a missing index would. It is not kept."""
    mentees = select(MEMBER.c.person_id).where(MEMBER.c.role == "mentee").limit(ERASED + 1)
    with database.connect() as connection:
        first, *people = connection.execute(mentees).scalars()
        _erase(connection, first)  # the statements are put together once
        scan = scanned(connection)
        spent = timed(partial(_erase, connection, *people), ERASED).wall
        connection.rollback()
    return result("/erase, by the writer", spent, f"reading all check-ins once: {scan * 1e3:.0f} ms", spent / scan, 1)


def _erase(connection: Connection, *people: int) -> None:
    for person in people:
        said = Incoming("demo", f"demo-{person}", f"demo-{person}", "", "other", NOW)
        apply(Book(connection, {}, NOW), [(person, said, Erase())])
