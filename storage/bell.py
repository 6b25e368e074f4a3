"""How processes on one PostgreSQL wake each other: who wrote something rings, the others look what there is to do."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

import psycopg
from sqlalchemy import Connection, Engine, text

log = logging.getLogger(__name__)

CHANNEL = "tuntun"
RING = text(f"SELECT pg_notify('{CHANNEL}', '') WHERE pg_current_xact_id_if_assigned() IS NOT NULL")
LOOK = 1.0  # seconds without a ring after which it is asked whether this is the end
AGAIN = 1.0  # seconds between tries when the database is away


def ring(connection: Connection) -> None:
    """Wake the others when this transaction commits, if it has written anything."""
    if connection.dialect.name == "postgresql":
        connection.execute(RING)


@contextmanager
def bell(database: Engine, woken: Callable[[], None]) -> Iterator[None]:
    """Hear others' rings meanwhile."""
    heard = Bell(database, woken)
    heard.start()
    try:
        yield
    finally:
        heard.stop()


class Bell:
    """Hears rings in a thread of its own, and calls `woken` for them. A ring that is lost while the database was away
    costs nothing: it is called then as well."""

    def __init__(self, database: Engine, woken: Callable[[], None]) -> None:
        self._address = database.url.set(drivername="postgresql").render_as_string(hide_password=False)
        self._woken, self._stopping = woken, False
        self._thread = threading.Thread(target=self._run, name="bell", daemon=True)

    def start(self) -> None:
        """Begin to listen."""
        self._thread.start()

    def stop(self) -> None:
        """Listen no more."""
        self._stopping = True
        self._thread.join()

    def _run(self) -> None:
        while not self._stopping:
            try:
                self._listen()
            except psycopg.Error as error:
                log.warning("the bell is not heard: %s", type(error).__name__)
                with suppress(Exception):
                    self._woken()
                threading.Event().wait(AGAIN)

    def _listen(self) -> None:
        with psycopg.connect(self._address, autocommit=True) as connection:
            connection.execute(f"LISTEN {CHANNEL}")
            self._woken()
            while not self._stopping:
                if any(True for _ in connection.notifies(timeout=LOOK, stop_after=1)):
                    self._woken()
