"""A backup is one whole file, made while the bot writes."""

import os
import shutil
import sqlite3
import stat
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import text

from bot.errors import Setup
from storage import dump, migrate
from storage.backup import backup
from storage.database import open_database
from storage.status import read_figures
from tests import postgres

ROOT = Path(__file__).parents[1]

BOTH = "INSERT INTO seen (platform, event, at) VALUES (:platform, :event, '2026-11-24 02:00:00')"


@pytest.fixture
def url(tmp_path: Path) -> str:
    """A migrated database with some megabytes in it, so that copying takes several steps."""
    url = f"sqlite:///{tmp_path / 'tuntun.db'}"
    migrate.upgrade(url)
    engine = open_database(url)
    with engine.begin() as connection:
        rows = [{"platform": "filler", "event": f"{number}-{'x' * 500}"} for number in range(20_000)]
        connection.execute(text(BOTH), rows)
    engine.dispose()
    return url


@contextmanager
def writing(url: str) -> Iterator[list[int]]:
    """A bot that commits pairs of rows all the while: nobody should ever see one without the other."""
    done: list[int] = []
    over = threading.Event()
    engine = open_database(url)

    def write() -> None:
        while not over.is_set():
            with engine.begin() as connection:
                event = str(len(done))
                connection.execute(text(BOTH), [{"platform": side, "event": event} for side in ("left", "right")])
            done.append(1)

    thread = threading.Thread(target=write)
    thread.start()
    try:
        yield done
    finally:
        over.set()
        thread.join()
        engine.dispose()


def count(file: Path, platform: str) -> int:
    with closing(sqlite3.connect(file)) as connection:
        return int(connection.execute("SELECT count(*) FROM seen WHERE platform = ?", [platform]).fetchone()[0])


def test_a_backup_has_everything_and_can_be_run(url: str, tmp_path: Path) -> None:
    target = tmp_path / "backup.db"
    size = backup(url, target)
    assert size == target.stat().st_size > 10_000_000
    assert count(target, "filler") == 20_000
    engine = open_database(f"sqlite:///{target}")
    assert migrate.state(engine) == "current"
    engine.dispose()


def test_an_engine_will_do_as_well(url: str, tmp_path: Path) -> None:
    engine = open_database(url)
    assert backup(engine, tmp_path / "backup.db")
    engine.dispose()


def test_a_backup_while_the_bot_writes_is_of_one_moment(url: str, tmp_path: Path) -> None:
    with writing(url) as done:
        for number in range(5):
            target = tmp_path / f"backup-{number}.db"
            before = len(done)
            backup(url, target)
            assert count(target, "left") == count(target, "right") >= before
        assert len(done) > before, "the bot could write while the last backup was made"
    assert count(tmp_path / "backup-4.db", "left") > count(tmp_path / "backup-0.db", "left")


def test_a_backup_is_one_file_that_only_its_owner_can_read(url: str, tmp_path: Path) -> None:
    folder = tmp_path / "backups"
    folder.mkdir()
    mask = os.umask(0)
    try:
        backup(url, folder / "backup.db")
    finally:
        os.umask(mask)
    assert [path.name for path in folder.iterdir()] == ["backup.db"]
    assert stat.S_IMODE((folder / "backup.db").stat().st_mode) == 0o600


def test_nothing_is_written_over(url: str, tmp_path: Path) -> None:
    target = tmp_path / "precious.txt"
    target.write_text("do not lose me")
    with pytest.raises(Setup, match="is there already and is not written over"):
        backup(url, target)
    assert target.read_text() == "do not lose me"


def test_a_link_to_nowhere_is_not_followed(url: str, tmp_path: Path) -> None:
    (tmp_path / "backup.db").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(Setup, match="could not be written"):
        backup(url, tmp_path / "backup.db")
    assert not (tmp_path / "elsewhere").exists()


@pytest.mark.parametrize(
    ("target", "said"),
    [("nowhere/backup.db", "there is no such folder"), (".", "is a folder"), ("tuntun.db", "is there already")],
)
def test_a_place_that_will_not_do_is_said(url: str, tmp_path: Path, target: str, said: str) -> None:
    with pytest.raises(Setup, match=said):
        backup(url, tmp_path / target)
    assert count(tmp_path / "tuntun.db", "filler") == 20_000


def test_a_database_that_is_not_there_is_not_made(tmp_path: Path) -> None:
    with pytest.raises(Setup, match="there is no database yet"):
        backup(f"sqlite:///{tmp_path / 'tuntun.db'}", tmp_path / "backup.db")
    assert list(tmp_path.iterdir()) == []


def test_a_damaged_database_is_never_taken_for_a_backup(url: str, tmp_path: Path) -> None:
    file = tmp_path / "tuntun.db"
    with file.open("r+b") as pages:
        for number in range(30, 400):
            pages.seek(4096 * number)
            pages.write(b"\0" * 4096)
    before = sorted(tmp_path.iterdir())
    with pytest.raises(Setup, match="nothing was kept of it"):
        backup(url, tmp_path / "backup.db")
    assert sorted(tmp_path.iterdir()) == before


def test_what_is_no_database_is_not_copied(tmp_path: Path) -> None:
    (tmp_path / "tuntun.db").write_text("my diary " * 1000)
    with pytest.raises(Setup, match="file is not a database"):
        backup(f"sqlite:///{tmp_path / 'tuntun.db'}", tmp_path / "backup.db")
    assert [path.name for path in tmp_path.iterdir()] == ["tuntun.db"]


def test_a_full_disk_leaves_nothing_behind(url: str, tmp_path: Path) -> None:
    """In a process whose files may have 5 MB at most."""
    script = f"""
import resource, signal
from pathlib import Path
from bot.errors import Setup
from storage.backup import backup
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (5_000_000, 5_000_000))
try:
    backup({url!r}, Path({str(tmp_path / "backup.db")!r}))
except Setup as setup:
    print(setup)
"""
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, timeout=60)
    assert "could not be written, nothing was kept of it" in done.stdout
    assert [path.name for path in tmp_path.iterdir() if "backup" in path.name] == []
    assert count(tmp_path / "tuntun.db", "filler") == 20_000


# PostgreSQL


@pytest.fixture
def on_server(postgres_server: postgres.Server, migrated: str) -> Iterator[str]:
    """A migrated PostgreSQL database with some rows."""
    name = postgres_server.create(migrated)
    engine = open_database(postgres_server.url(name))
    with engine.begin() as connection:
        connection.execute(text(BOTH), [{"platform": "filler", "event": str(number)} for number in range(500)])
    engine.dispose()
    yield postgres_server.url(name)
    postgres_server.drop(name)


def test_a_backup_of_postgresql_can_be_restored(
    on_server: str, tmp_path: Path, postgres_server: postgres.Server
) -> None:
    target, name = tmp_path / "tuntun.dump", postgres_server.create()
    with writing(on_server) as done:
        while not done:
            pass
        assert backup(on_server, target) == target.stat().st_size > 1_000
        before = len(done)
    assert stat.S_IMODE(target.stat().st_mode) == 0o600
    place, _ = dump.where(postgres_server.url(name))
    command = [shutil.which("pg_restore") or "", "--no-owner", f"--dbname={place}", str(target)]
    subprocess.run(command, check=True, capture_output=True, timeout=60)
    engine = open_database(postgres_server.url(name))
    assert migrate.state(engine) == "current"
    with engine.connect() as connection:
        counted = connection.execute(text("SELECT platform, count(*) AS n FROM seen GROUP BY platform"))
        found: dict[str, int] = {row.platform: row.n for row in counted}
    assert found.pop("filler") == 500
    assert 0 < found["left"] == found["right"] <= before + 1
    engine.dispose()
    postgres_server.drop(name)


def test_the_command_backs_up_postgresql_and_status_knows(on_server: str, tmp_path: Path) -> None:
    world = {**os.environ, "DATABASE_URL": on_server}
    command = [sys.executable, "-m", "bot", "backup", "tuntun.dump"]
    done = subprocess.run(command, cwd=tmp_path, env=world, capture_output=True, text=True, check=True, timeout=60)
    assert done.stdout == "backed up to tuntun.dump\n"
    engine = open_database(on_server)
    with engine.connect() as connection:
        assert read_figures(connection, datetime.now(UTC)).backup
    engine.dispose()


def test_a_server_that_is_away_leaves_nothing_behind(tmp_path: Path) -> None:
    """And no password: neither in what is said nor among the program's arguments."""
    with pytest.raises(Setup, match=r"nothing was kept of it: .*connection to server") as raised:
        backup("postgresql://tuntun:secret@127.0.0.1:9/tuntun", tmp_path / "tuntun.dump")
    assert "secret" not in str(raised.value)
    assert list(tmp_path.iterdir()) == []


def test_the_password_is_not_among_the_arguments() -> None:
    place, world = dump.where("postgresql+psycopg://tuntun:se%20cret@db:6000/tuntun?sslmode=require")
    assert place == "postgresql://tuntun@db:6000/tuntun?sslmode=require"
    assert world["PGPASSWORD"] == "se cret"


def test_without_pg_dump_it_is_said_what_to_install(tmp_path: Path) -> None:
    script = "from pathlib import Path; from storage.backup import backup; backup('postgresql://db/x', Path('x'))"
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=tmp_path, env={"PATH": "", "PYTHONPATH": str(ROOT)}, capture_output=True,
        text=True, check=False, timeout=60,
    )  # fmt: skip
    assert "apt-get install postgresql-client" in done.stderr
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("url", ["sqlite://", "sqlite:///:memory:"])
def test_a_database_in_memory_has_no_file(url: str, tmp_path: Path) -> None:
    with pytest.raises(Setup):
        backup(url, tmp_path / "backup.db")
