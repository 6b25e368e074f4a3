"""What the desk's pages are measured on: one generated database of two programmes with over a million check-ins."""

from __future__ import annotations

import statistics
from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from functools import partial
from typing import Any, NamedTuple

from sqlalchemy import Connection, Engine, func, insert, select

from bot.furnish import furnish
from bot.mentoring.calendar import local_date
from bot.mentoring.people import Facts, Membership, Person, Programme
from bot.messages import Incoming
from storage import post, tables  # noqa: F401 - with `post` everything that reads and writes is there
from storage.database import open_database
from storage.jobs import Shop, Task
from storage.migrate import upgrade
from storage.rows import table
from storage.seed import seed
from storage.sights import READERS
from storage.staff.metrics_nightly import keep_figures
from storage.writes import Book, apply
from tests.bench.measure import timed
from tests.bench.people import NOW, Crowd, on_server
from tests.bench.table import Result

LARGE, USUAL = 1, 2  # programmes: most of all pairs, and one of the size DESIGN 9 names
SHARES = {LARGE: 0.145, USUAL: 0.04}  # of the crowd: of a million, 79,000 and 22,000 pairs with 1.1 million check-ins
MONTHS, RUNS = 3, 5
ZONE = "Asia/Jakarta"
OWNER = 1_000_000_000  # somebody who runs both


def build(url: str, people: int) -> None:
    """Fill a database, with what two nights worked out ahead."""
    furnish()
    database = open_database(url)
    upgrade(database)
    for programme, share in SHARES.items():
        with database.begin() as connection:
            seed(connection, round(people * share), MONTHS, NOW, programme)
    with database.begin() as connection:
        _own(connection)
    if database.dialect.name == "postgresql":
        with database.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            connection.exec_driver_sql("VACUUM ANALYZE")
    for back in (7, 0):
        night(database, NOW - timedelta(days=back))
    database.dispose()


def _own(connection: Connection) -> None:
    person = {"id": OWNER, "name": "Owner", "locale": "id", "zone": ZONE, "created_at": NOW}
    place = {"person_id": OWNER, "role": "owner", "standing": "active", "created_at": NOW}
    connection.execute(insert(table(tables.Person)), person)
    connection.execute(insert(table(tables.Membership)), [place | {"programme_id": each} for each in SHARES])


def desk_url(crowd: Crowd) -> str:
    """The database, on the server if there is one; built by whichever benchmark asks first."""
    kept, server = crowd.folder / "desk.url", on_server()
    if not kept.exists():
        url = server.url(server.create()) if server else f"sqlite:///{crowd.folder / 'desk.db'}"
        build(url, crowd.people)
        kept.write_text(url, encoding="utf-8")
    return kept.read_text(encoding="utf-8")


def night(database: Engine, now: datetime) -> None:
    """What is kept each night."""
    with database.begin() as connection:
        task = Task(0, "figures", {}, 0, 0, "", "", "", "", "id", now)
        effects = keep_figures(Shop(connection, furnish(), now, task))
        nobody = Incoming("bench", "", "", "", "other", now)
        kept = [(0, nobody, effect) for effect in effects if type(effect).__name__.startswith("Keep")]
        apply(Book(connection, {}, now), kept)


def facts(programme: int, subject: str) -> Facts:
    """What somebody knows who looks at a page of a programme as its owner."""
    owner = Membership(OWNER, Programme(programme, "bench", "Bench", zone=ZONE), "owner", "active")
    return Facts(NOW, local_date(NOW, ZONE), Person(OWNER), owner, subject=subject)


class Look(NamedTuple):
    """A page, what is typed behind its name, and how long reading it may take, in seconds."""

    page: str
    subject: str = ""
    budget: float = 0.3


def size_of(connection: Connection, programme: int) -> str:
    """How many pairs and check-ins a programme has."""
    pairs, checkins = (_count(connection, model, programme) for model in (tables.Pair, tables.Checkin))
    return f"{pairs:,} pairs, {checkins:,} check-ins"


def _count(connection: Connection, model: type[tables.Row], programme: int) -> int:
    rows = table(model)
    query = select(func.count()).select_from(rows).where(rows.c.programme_id == programme)
    return int(connection.execute(query).scalar_one())


def looked_at(connection: Connection, programme: int, looks: Iterable[Look]) -> Iterator[Result]:
    """A row for each page, beside reading all check-ins once in the same run."""
    scan = scanned(connection)
    of = size_of(connection, programme)
    for look in looks:
        spent = median(partial(READERS[look.page], connection, facts(programme, look.subject)))
        what = " ".join(filter(None, (f"/{look.page}", look.subject)))
        base = f"reading all check-ins once: {scan * 1e3:.0f} ms"
        yield result(f"{what}: {of}", spent, base, spent / scan, look.budget)


def scanned(connection: Connection) -> float:
    """Seconds that reading every check-in once takes."""
    return median(lambda: connection.exec_driver_sql("SELECT count(mood), count(next_step) FROM checkin").one())


def result(what: str, spent: float, base: str, ratio: float, budget: float) -> Result:
    """A row of milliseconds."""
    ok = spent < budget
    return Result(what, f"{spent * 1e3:.1f} ms", base, f"{ratio:.2f} x", f"< {budget * 1e3:.0f} ms", ok)


def median(work: Any) -> float:
    """Seconds that something usually takes."""
    return statistics.median(timed(work, 1).wall for _ in range(RUNS))
