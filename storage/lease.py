"""Who is alive, and who may send: advisory locks of PostgreSQL, each on a connection of its own. They end with the
process that holds them, however it ends, so another takes over at once. On SQLite one process may always."""

from __future__ import annotations

import logging
from typing import Any

from sqlalchemy import Connection, Engine, text
from sqlalchemy.exc import DBAPIError

log = logging.getLogger(__name__)

SENDERS, WORKERS = 7_883_867, 7_883_868  # the first number of our locks: those of senders, and of workers


class Lease:
    """A right that one process has at a time, by two numbers: of a kind, and which."""

    def __init__(self, database: Engine, kind: int, number: int) -> None:
        self._database, self._lock = database, {"kind": kind, "number": number}
        self._connection: Connection | None = None

    @property
    def number(self) -> int:
        """Which of its kind it is."""
        return self._lock["number"]

    def held(self) -> bool:
        """Whether it is ours now, taking it if it is free. Asked before each deed that needs it: a connection that
        broke has lost it."""
        if self._database.dialect.name != "postgresql":
            return True
        try:
            if self._connection is not None:
                self._connection.execute(text("SELECT 1")).scalar_one()
                return True
            self._connection = self._taken()
        except DBAPIError as error:
            log.warning("the lease %s is lost: %s", self._lock, type(error.orig).__name__)
            self.release()
        return self._connection is not None

    def _taken(self) -> Connection | None:
        connection = self._database.connect().execution_options(isolation_level="AUTOCOMMIT")
        if connection.execute(text("SELECT pg_try_advisory_lock(:kind, :number)"), self._lock).scalar_one():
            return connection
        connection.close()
        return None

    def release(self) -> None:
        """Give it back; the connection is closed, not kept for others."""
        connection, self._connection = self._connection, None
        if connection is not None:
            connection.invalidate()
            connection.close()


def alive(connection: Connection, kind: int) -> list[int]:
    """The numbers of this kind that some process holds."""
    found: Any = connection.execute(HOLDERS, {"kind": kind}).scalars()
    return list(found)


HOLDERS = text(
    "SELECT objid::bigint FROM pg_locks WHERE locktype = 'advisory' AND classid::bigint = :kind AND objsubid = 2"
    " AND granted AND database = (SELECT oid FROM pg_database WHERE datname = current_database())"
)
