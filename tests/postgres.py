"""A private PostgreSQL for the tests: its own folder, its own Unix socket, no network.

The whole run shares one server. The first worker that needs it starts it, under a file lock; the process that
began the run stops it. `initdb` refuses root, so root hands the server to `postgres` or `nobody`.
"""

import fcntl
import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import count
from pathlib import Path

import psycopg
from psycopg import sql

ABSENT = "no PostgreSQL server programs here (initdb, pg_ctl): install postgresql, or put its bin folder on PATH"

OPTIONS = {
    "listen_addresses": "",
    "fsync": "off",
    "full_page_writes": "off",
    "synchronous_commit": "off",
    "shared_buffers": "64MB",
    "max_connections": "100",
    "timezone": "Asia/Jayapura",  # nobody's default, so that a time stored without its zone shows
}

_numbers = count(1)


def programs() -> Path | None:
    """Where `initdb` and `pg_ctl` are, the newest version first."""
    return next(
        (folder for folder in _folders() if (folder / "initdb").exists() and (folder / "pg_ctl").exists()), None
    )


def _folders() -> Iterator[Path]:
    if initdb := shutil.which("initdb"):
        yield Path(initdb).resolve().parent
    if config := shutil.which("pg_config"):
        said = subprocess.run([config, "--bindir"], capture_output=True, text=True, check=False).stdout
        yield Path(said.strip())
    yield from sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda folder: folder.parent.name, reverse=True)


@dataclass(frozen=True)
class Server:
    """A server, running or not yet, that lives in one temporary folder."""

    folder: Path

    @classmethod
    def planned(cls) -> "Server":
        """A place for a server: short, as a socket's path has at most 107 bytes, and open to the server's user."""
        folder = Path(tempfile.mkdtemp(prefix="tuntun-pg-"))
        user, group = _keeper()
        if user is not None and group is not None:
            os.chown(folder, user, group)
        return cls(folder)

    def url(self, database: str = "postgres") -> str:
        """The SQLAlchemy URL of one database."""
        return f"postgresql+psycopg://tuntun@/{database}?host={self.folder}"

    def start(self, **different: str) -> None:
        """Start the server unless another worker has; `different` are options that differ from those of the tests."""
        with self._lock():
            if self._pid() is None:
                self._initdb()
                options = " ".join(f"-c {name}='{value}'" for name, value in (OPTIONS | different).items())
                self._run("pg_ctl", "start", "-w", "-s", "-l", "log", "-D", "data", "-o", f"{options} -k {self.folder}")

    def stop(self) -> None:
        """Stop the server if it runs, and leave nothing behind."""
        with self._lock():
            if pid := self._pid():
                os.kill(pid, signal.SIGINT)  # a fast shutdown: whoever is connected is cut off
                self._wait_for_end(pid)
        shutil.rmtree(self.folder)

    def create(self, template: str = "template1") -> str:
        """Make a database, empty or a copy of another that nobody is connected to, and return its name."""
        name = f"test_{os.getpid()}_{next(_numbers)}"
        self._execute("create database {} template {}", name, template)
        return name

    def drop(self, name: str) -> None:
        """Drop a database, whoever is still connected."""
        self._execute("drop database {} with (force)", name)

    def connected(self, database: str = "postgres") -> psycopg.Connection:
        """A connection to one database, of somebody who may do anything."""
        return psycopg.connect(host=str(self.folder), user="tuntun", dbname=database, autocommit=True)

    def _execute(self, statement: str, *names: str) -> None:
        with self.connected() as connection:
            connection.execute(sql.SQL(statement).format(*map(sql.Identifier, names)))

    def _initdb(self) -> None:
        self._run("initdb", "-D", "data", "-U", "tuntun", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync")

    def _run(self, program: str, *arguments: str) -> None:
        folder = programs()
        if folder is None:
            raise FileNotFoundError(ABSENT)
        user, group = _keeper()
        with (self.folder / "said").open("w+") as said:  # a file: a pipe would stay open as long as the server lives
            command = [str(folder / program), *arguments]
            done = subprocess.run(
                command, cwd=self.folder, stdout=said, stderr=said, check=False, user=user, group=group
            )
        if done.returncode:
            raise RuntimeError(f"{program} failed:\n{(self.folder / 'said').read_text()}\n{self._log()}")

    def _log(self) -> str:
        log = self.folder / "log"
        return log.read_text() if log.exists() else ""

    def _pid(self) -> int | None:
        file = self.folder / "data" / "postmaster.pid"
        return int(file.read_text().split()[0]) if file.exists() else None

    def _wait_for_end(self, pid: int, seconds: float = 10) -> None:
        """Wait until the server has removed its pid file, the last thing it does."""
        deadline = time.monotonic() + seconds
        while self._pid() == pid:
            if time.monotonic() > deadline:
                os.kill(pid, signal.SIGKILL)
                return
            time.sleep(0.02)

    @contextmanager
    def _lock(self) -> Iterator[None]:
        with (self.folder / "lock").open("w") as file:
            fcntl.flock(file, fcntl.LOCK_EX)
            yield


SHAPE = (
    "SELECT (SELECT count(*) FROM pg_constraint), (SELECT count(*) FROM pg_trigger), (SELECT count(*) FROM pg_class)"
)
ALONE = (
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
    " WHERE datname = current_database() AND pid <> pg_backend_pid()"
)
SEQUENCES = "SELECT setval(oid::regclass, 1, false) FROM pg_class WHERE relkind = 'S'"


class Pool:
    """Databases like `template`, which has tables and no row, for one user after the other: to empty one takes a tenth
    of the time of making one."""

    def __init__(self, server: Server, template: str, names: Iterable[str]) -> None:
        self._server, self._template = server, template
        self._emptied = "; ".join(
            ["SET session_replication_role = replica", *(f'DELETE FROM "{each}"' for each in names)]
        )
        self._free: list[str] = []
        with server.connected(template) as connection:
            self._shape = connection.execute(SHAPE).fetchone()

    def take(self) -> str:
        """The name of a database without rows."""
        return self._free.pop() if self._free else self._server.create(self._template)

    def give(self, name: str) -> None:
        """Take one back; unless it has become different but for its rows."""
        with self._server.connected(name) as connection:
            connection.execute(ALONE)
            connection.execute(self._emptied)
            connection.execute(SEQUENCES)
            shape = connection.execute(SHAPE).fetchone()
        if shape == self._shape:
            self._free.append(name)
        else:
            self._server.drop(name)


def _keeper() -> tuple[int, int] | tuple[None, None]:
    """User and group that run the server when the tests run as root, else nobody but ourselves."""
    if os.geteuid() != 0:
        return None, None
    known = {entry.pw_name: entry for entry in pwd.getpwall()}
    keeper = known.get("postgres") or known["nobody"]
    return keeper.pw_uid, keeper.pw_gid
