"""Who is alive, and who may send: advisory locks of PostgreSQL, each on a connection of its own. They end with the
process that holds them, however it ends, so another takes over at once; with one that hangs they end a little later,
as the server cuts a connection off that is not heard of. On SQLite one process may always."""

from __future__ import annotations

import logging
import os
import threading
from contextlib import suppress
from typing import Any

from sqlalchemy import Connection, Engine, text
from sqlalchemy.exc import DBAPIError

from bot.errors import Problem, Setup

log = logging.getLogger(__name__)

SENDERS, WORKERS, PLACES, FENCES = range(7_883_867, 7_883_871)  # the first number of our locks: of what kind it is
LOOK = 0.3  # seconds between looks whether a lease is still ours, or free
HUNG = 10  # seconds without a look after which a process has lost its lease


class Lease:
    """A right that one process has at a time, by two numbers: of a kind, and which. A `shared` one many have, and only
    keep out who wants it alone. Safe from any thread."""

    def __init__(self, database: Engine, kind: int, number: int, *, shared: bool = False, hung: int = HUNG) -> None:
        self._database, self._lock = database, {"kind": kind, "number": number}
        self._take = TAKE_SHARED if shared else TAKE
        self._hung = hung
        self._connection: Connection | None = None
        self._holder = 0  # the server's number of that connection
        self._turn = threading.Lock()

    @property
    def number(self) -> int:
        """Which of its kind it is."""
        return self._lock["number"]

    def held(self) -> bool:
        """Whether it is ours now, taking it if it is free."""
        return self._asked(take=True)

    def kept(self) -> bool:
        """Whether it is still ours. A connection that broke has lost it."""
        return self._asked(take=False)

    def _asked(self, *, take: bool) -> bool:
        if self._database.dialect.name != "postgresql":
            return True
        with self._turn:
            try:
                if self._connection is not None:
                    self._connection.execute(text("SELECT 1")).scalar_one()
                elif take:
                    self._connection = self._taken()
            except DBAPIError as error:
                log.warning("the lease %s is lost: %s", self._lock, type(error.orig).__name__)
                self._drop()
            return self._connection is not None

    def _taken(self) -> Connection | None:
        connection = self._database.connect().execution_options(isolation_level="AUTOCOMMIT")
        try:
            if connection.execute(self._take, self._lock).scalar_one():
                if self._hung:
                    connection.exec_driver_sql(f"SET idle_session_timeout = '{self._hung}s'")
                who = {"who": f"tuntun {os.getpid()}"}  # for whoever looks at pg_stat_activity
                connection.execute(text("SELECT set_config('application_name', :who, false)"), who)
                self._holder = connection.execute(text("SELECT pg_backend_pid()")).scalar_one()
                return connection
        except DBAPIError:
            connection.invalidate()  # it may hold the lock: back in the pool it would keep it
            connection.close()
            raise
        connection.close()
        return None

    def stands(self, connection: Connection) -> bool:
        """Whether it is ours until the end of this transaction: who takes it over waits for that, at its own `begins`.
        What a process does that hung and lost its lease comes to nothing here."""
        if connection.dialect.name != "postgresql":
            return True
        fence = {"fence": FENCES, "number": self.number}
        connection.execute(text("SELECT pg_advisory_xact_lock_shared(:fence, :number)"), fence)
        return bool(connection.execute(HELD_BY, self._lock | {"holder": self._holder}).scalar_one())

    def begins(self, connection: Connection) -> bool:
        """The same, once all that its former holder had begun to write is written."""
        if connection.dialect.name == "postgresql":
            fence = {"fence": FENCES, "number": self.number}
            connection.execute(text("SELECT pg_advisory_xact_lock(:fence, :number)"), fence)
        return self.stands(connection)

    def close(self) -> None:
        """Give it back; when this returns, others can take it."""
        with self._turn, suppress(DBAPIError):
            if self._connection is not None:
                self._connection.execute(text("SELECT pg_advisory_unlock_all()"))
        with self._turn:
            self._drop()

    def _drop(self) -> None:
        """The connection is closed, not kept for others."""
        connection, self._connection, self._holder = self._connection, None, 0
        if connection is not None:
            connection.invalidate()
            connection.close()


def place(database: Engine, *, shared: bool) -> Lease:
    """The right to run on this database: `run` and `move` want it alone, several processes share it. Raises Setup when
    others are there."""
    lease = Lease(database, PLACES, 1, shared=shared, hung=0)
    if not lease.held():
        others = "python -m bot run, or move," if shared else "another Tuntun"
        raise Setup([Problem("DATABASE_URL", f"{others} is running on this database; stop it first")])
    return lease


def alive(connection: Connection, kind: int) -> list[int]:
    """The numbers of this kind that some process holds."""
    found: Any = connection.execute(HOLDERS, {"kind": kind}).scalars()
    return list(found)


TAKE = text("SELECT pg_try_advisory_lock(:kind, :number)")
TAKE_SHARED = text("SELECT pg_try_advisory_lock_shared(:kind, :number)")
LOCKS = (
    " FROM pg_locks WHERE locktype = 'advisory' AND classid::bigint = :kind AND objsubid = 2"
    " AND granted AND database = (SELECT oid FROM pg_database WHERE datname = current_database())"
)
HOLDERS = text(f"SELECT objid::bigint{LOCKS}")
HELD_BY = text(f"SELECT EXISTS (SELECT 1{LOCKS} AND objid::bigint = :number AND pid = :holder)")
