"""A programme that looks like a real one, of any size: for demonstrations, and to measure with.

Most pairs keep their rhythm, some fade, some fell silent, some have just begun or are over. Nobody in it can be written
to: their accounts are of a platform that does not exist. The same seed gives the same programme.

`python -m bot seed --people 183000 --months 3` makes 100,000 pairs with 1,100,000 check-ins, in less than 200 MB.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import islice
from random import Random
from typing import Any

from sqlalchemy import Connection, bindparam, func, select, text, update

from storage import office, tables
from storage.bulk import copy_many
from storage.columns import MEMBER, PROGRAMME
from storage.rows import table
from storage.seed_life import Life
from storage.seed_people import Human, mentees, mentors

MONTH = timedelta(days=30)
ENROLLING = timedelta(days=14)  # before the first pairs
CHUNK = 2_000  # pairs written together
MENTORS = 0.4  # of all people
PAIRED = 0.94  # of the mentees


@dataclass(slots=True)
class Ledger:
    """Rows on their way to their tables, with numbers of their own."""

    connection: Connection
    rows: dict[type[tables.Row], list[dict[str, Any]]] = field(default_factory=dict)
    numbers: dict[type[tables.Row], int] = field(default_factory=dict)
    written: dict[str, int] = field(default_factory=dict)

    def add(self, model: type[tables.Row], **values: Any) -> int:
        """A row; gives its number. Rows of one table name the same columns."""
        if model not in self.numbers:
            highest = select(func.max(table(model).c.id))
            self.numbers[model] = self.connection.execute(highest).scalar_one() or 0
        self.numbers[model] += 1
        self.rows.setdefault(model, []).append({"id": self.numbers[model], **values})
        return self.numbers[model]

    def write(self) -> None:
        """Put down what has come together."""
        for model, rows in self.rows.items():
            copy_many(self.connection, model, rows)
            name = table(model).name
            self.written[name] = self.written.get(name, 0) + len(rows)
        self.rows = {}

    def close(self) -> None:
        """Have the database count on from here."""
        self.write()
        if self.connection.dialect.name == "postgresql":
            for model, number in self.numbers.items():
                name = table(model).name
                self.connection.execute(
                    text("SELECT setval(pg_get_serial_sequence(:name, 'id'), :number)"),
                    {"name": name, "number": number},
                )


def seed(
    connection: Connection, people: int, months: int, now: datetime, number: int = 1
) -> tuple[str, dict[str, int]]:
    """Make a programme with so many mentees and mentors that has run for so many months; gives its slug and how many
    rows each table got."""
    draw, begun = Random(number), now - months * MONTH - ENROLLING  # noqa: S311 - a made-up programme, no secret
    ends = (now + MONTH * max(1, 6 - months)).date()
    name, organiser = f"Mentoring Contoh {now:%Y}", "Yayasan Contoh"
    slug = office.create_programme(connection, name, "Asia/Jakarta", "id", begun.date(), ends, organiser, now=begun)
    programme = connection.execute(select(PROGRAMME.c.id).where(PROGRAMME.c.slug == slug)).scalar_one()
    connection.execute(update(PROGRAMME).where(PROGRAMME.c.id == programme).values(created_at=begun))
    ledger = Ledger(connection)
    life = Life(ledger.add, programme, begun + ENROLLING, now, draw)
    seats = _seats(list(_enrolled(ledger, life, mentors(int(people * MENTORS), draw))))
    pupils = mentees(people - int(people * MENTORS), draw)
    while chunk := list(islice(pupils, CHUNK)):
        for mentee in chunk:
            if life.enrol(mentee) and draw.random() < PAIRED and (mentor := next(seats, None)):
                life.pair(mentor, mentee)
        ledger.write()
        _silent(connection, life)
    ledger.close()
    return slug, ledger.written


def _enrolled(ledger: Ledger, life: Life, guides: Iterator[Human]) -> Iterator[Human]:
    """Mentors who may be paired. What they told is put down: later only who they are is needed."""
    for place, each in enumerate(guides, 1):
        if life.enrol(each):
            yield Human("", each.role, each.locale, each.zone, {}, each.capacity, each.id)
        if place % CHUNK == 0:
            ledger.write()


def _silent(connection: Connection, life: Life) -> None:
    """Since when each of these mentees has been silent."""
    rows = [{"person": person, "since": since} for person, since in life.silent.items()]
    if rows:
        connection.execute(SILENT.where(MEMBER.c.programme_id == life.programme), rows)
    life.silent.clear()


SILENT = update(MEMBER).where(MEMBER.c.person_id == bindparam("person")).values(silent_since=bindparam("since"))


def _seats(guides: list[Human]) -> Iterator[Human]:
    """Mentors, each as often as they can take somebody, everybody's first mentee before anybody's second."""
    most = max((each.capacity for each in guides), default=0)
    for place in range(most):
        yield from (each for each in guides if each.capacity > place)
