"""`/stats` and its sheets for a programme of 22,000 pairs, as DESIGN 9 has it, in a database of a million check-ins."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from bot.serving import prepare_python
from storage.database import open_database, reading
from tests.bench.desk import USUAL, Look, desk_url, looked_at
from tests.bench.people import Crowd
from tests.bench.table import Result

LOOKS = (
    Look("stats", budget=0.1),
    Look("stats", "this week", budget=0.1),
    Look("stats", "all"),
    *(Look("stats", sheet) for sheet in ("funnel", "goals", "mentors", "chart")),
    *(Look("pairs"), Look("pairs", "quiet:1000")),
)


def figures(_: Path, crowd: Crowd) -> Iterator[Result]:
    """Each sheet as the worker reads it."""
    database = open_database(desk_url(crowd))
    prepare_python()
    with reading(database) as connection:
        yield from looked_at(connection, USUAL, LOOKS)
    database.dispose()
