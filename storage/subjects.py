"""What due rows are about, beyond goals and conversations: each kind has a reader that answers for many at once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any, TypeAlias

from sqlalchemy import Connection

from bot.mentoring.due import Due

Reader: TypeAlias = Callable[[Connection, Sequence[Due], datetime], dict[int, Any]]

READERS: dict[str, Reader] = {}  # kind of reminder -> what reads the subjects of its rows, by the row's id


def read_subjects(connection: Connection, rows: Sequence[Due], now: datetime) -> dict[int, Any]:
    """What each row is about, as far as its kind has a reader; snoozed ones count as their kind."""
    kinds: dict[str, list[Due]] = defaultdict(list)
    for row in rows:
        kinds[row.subject.partition(":")[0] if row.kind == "later" else row.kind].append(row)
    found: dict[int, Any] = {}
    for kind, some in kinds.items():
        if reader := READERS.get(kind):
            found |= reader(connection, some, now)
    return found
