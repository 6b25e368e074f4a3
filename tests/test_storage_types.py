"""What goes into the database comes out the same, on both kinds; and the file keeps what it promises."""

import ast
import os
import signal
import stat
import subprocess
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection, DateTime, Engine, delete, func, insert, select, text
from sqlalchemy.exc import StatementError
from sqlalchemy.types import String, Text
from sqlmodel.sql.sqltypes import UTCDateTime

from bot.errors import Setup
from bot.messages import Incoming, Outgoing, Screen, say
from bot.ports import Record
from storage import migrate, outbox, tables
from storage.database import lock, open_database, reading, sqlite_file
from storage.desk import SqlDesk
from storage.rows import table
from tests.house.sources import PACKAGES, modules, place, tree

NOW = datetime(2026, 11, 24, 2, 0, tzinfo=UTC)
BIG = (str(2**31 - 1), str(2**31), "5000000000", "7999999999", str(2**52))
CHATS = ("-1001234567890", "-1009999999999", "-4000000001", "5000000000", "-1")


@pytest.fixture
def database(database_url: str) -> Iterator[Engine]:
    engine = open_database(database_url)
    migrate.upgrade(engine)
    yield engine
    engine.dispose()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A migrated SQLite database."""
    path = tmp_path / "tuntun.db"
    migrate.upgrade(f"sqlite:///{path}")
    return path


# Ids from outside


def test_ids_beyond_32_bits_are_kept_as_they_are(database: Engine) -> None:
    """People, their events and their answers, through the very verbs that the engine uses."""
    for account, chat in zip(BIG, CHATS, strict=True):
        start = Incoming("telegram", account, account, chat, "text", NOW, text="/start")
        with database.begin() as connection:
            desk = SqlDesk(connection, {})
            (person,) = desk.introduce([start], NOW)
            reply = Outgoing("telegram", chat, Screen((say("hello"),)), person.id, edit=account)
            desk.save([Record(start, person.id, out=[reply])], NOW)
        with database.begin() as connection:
            assert SqlDesk(connection, {}).load([start], NOW) == [None]
            other = Incoming("telegram", f"another {account}", account, chat, "text", NOW)
            (state,) = SqlDesk(connection, {}).load([other], NOW)
            assert state is not None
            assert state.person is not None
            assert state.person.id == person.id
            (parcel,) = outbox.claim(connection, "telegram", NOW, 10, [])
            assert (parcel.chat, parcel.edit) == (chat, account)


def test_a_button_may_name_any_number(database: Engine) -> None:
    """Button data can be made up by anybody: it finds nothing, and breaks nothing."""
    for number in ("0", "2147483648", "999999999999999999", "9" * 40, "-1", "x", "٣", ""):
        tap = Incoming("telegram", f"e{number}", "5000000000", "5000000000", "tap", NOW, data=f"c:{number}:mood:5")
        with database.begin() as connection:
            (state,) = SqlDesk(connection, {}).load([tap], NOW)
        assert state is not None
        assert (state.person, state.tapped) == (None, None)


def test_every_id_from_outside_is_text() -> None:
    outside = {"external_id", "chat", "event", "message", "edit", "platform", "occurrence", "token_hash"}
    columns = [
        column for each in tables.Row.metadata.sorted_tables for column in each.columns if column.name in outside
    ]
    assert len(columns) > 10
    assert [str(column) for column in columns if not text_like(column.type)] == ["checkin.occurrence"]  # a date


def text_like(kind: Any) -> bool:
    return isinstance(getattr(kind, "impl_instance", kind), String | Text)


# Moments

MOMENTS = table(tables.Seen)


def keep(connection: Connection, at: datetime) -> datetime:
    connection.execute(delete(MOMENTS))
    connection.execute(insert(MOMENTS), {"platform": "p", "event": "e", "at": at})
    back: datetime = connection.execute(select(MOMENTS.c.at)).scalar_one()
    return back


@pytest.mark.parametrize(
    "zone", [UTC, ZoneInfo("Asia/Jakarta"), ZoneInfo("Europe/Berlin"), timezone(timedelta(hours=-9, minutes=-30))]
)
def test_an_aware_moment_comes_back_the_same_in_utc(database: Engine, zone: Any) -> None:
    at = datetime(2026, 10, 25, 1, 30, 15, 123456, tzinfo=zone)
    with database.begin() as connection:
        back = keep(connection, at)
    assert back == at
    assert back.tzinfo == UTC


ZONES = st.sampled_from(["Asia/Jakarta", "Asia/Jayapura", "Europe/Berlin", "America/St_Johns", "Pacific/Apia", "UTC"])


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(at=st.datetimes(datetime(1990, 1, 1), datetime(2100, 1, 1), timezones=ZONES.map(ZoneInfo)))  # noqa: DTZ001 - bounds are naive there
def test_every_moment_survives(database: Engine, at: datetime) -> None:
    """Also those that a wall clock shows twice, or never."""
    with database.begin() as connection:
        assert keep(connection, at) == at.astimezone(UTC)


def test_a_naive_moment_is_refused(database: Engine) -> None:
    naive = datetime(2026, 11, 24, 9, 0)  # noqa: DTZ001 - what must not get in
    with pytest.raises(StatementError, match="timezone"), database.begin() as connection:
        keep(connection, naive)
    with pytest.raises(StatementError, match="timezone"), database.begin() as connection:
        connection.execute(select(MOMENTS).where(MOMENTS.c.at < naive)).all()
    with database.connect() as connection:
        assert connection.execute(select(func.count()).select_from(MOMENTS)).scalar_one() == 0


def test_no_column_keeps_moments_in_another_way() -> None:
    kinds = {
        str(column): type(column.type)
        for each in tables.Row.metadata.sorted_tables
        for column in each.columns
        if isinstance(getattr(column.type, "impl_instance", column.type), DateTime)
    }
    assert len(kinds) > 20
    assert set(kinds.values()) == {UTCDateTime}


def test_moments_compare_across_zones(database: Engine) -> None:
    """09:00 in Jakarta is before 03:30 in Berlin."""
    jakarta = datetime(2026, 11, 24, 9, 0, tzinfo=ZoneInfo("Asia/Jakarta"))
    berlin = datetime(2026, 11, 24, 3, 30, tzinfo=ZoneInfo("Europe/Berlin"))
    with database.begin() as connection:
        keep(connection, jakarta)
        assert connection.execute(select(func.count()).where(MOMENTS.c.at < berlin)).scalar_one() == 1
        assert connection.execute(select(func.count()).where(MOMENTS.c.at > berlin)).scalar_one() == 0
        assert connection.execute(select(func.min(MOMENTS.c.at))).scalar_one() == jakarta


def test_days_stay_days_and_json_stays_json(database: Engine) -> None:
    person = {"name": "Sari", "locale": "id", "zone": "Asia/Jakarta", "created_at": NOW}
    about = {"skills": ["komunikasi"], "none": None, "é": "😀"}
    with database.begin() as connection:
        connection.execute(insert(table(tables.Person)), person | {"about": about})
        programme = {"slug": "a", "name": "A", "zone": "Asia/Jakarta", "locale": "id", "created_at": NOW}
        connection.execute(insert(table(tables.Programme)), programme | {"starts": date(2026, 11, 24)})
        assert connection.execute(select(table(tables.Person).c.about)).scalar_one() == about
        assert connection.execute(select(table(tables.Programme).c.starts)).scalar_one() == date(2026, 11, 24)


# Table models


def test_table_models_would_take_anything() -> None:
    """Why nothing from outside may reach them: SQLModel checks no type of a table model."""
    odd: dict[str, Any] = {"person_id": "not a number", "platform": 5, "reach": "banana", "created_at": "yesterday"}
    assert tables.Account(**odd).reach == "banana"


@pytest.mark.parametrize("odd", [{"external_id": None}, {"created_at": "yesterday"}, {"person_id": 999_999}])
def test_what_makes_no_sense_is_refused_by_the_database(database: Engine, odd: dict[str, Any]) -> None:
    """The last net, should the core's own types let something through."""
    account = {"person_id": 1, "platform": "telegram", "external_id": "5", "chat": "5", "created_at": NOW}
    person = {"name": "Sari", "locale": "id", "zone": "Asia/Jakarta", "about": {}, "created_at": NOW}
    with database.begin() as connection:
        connection.execute(insert(table(tables.Person)), person)
    with pytest.raises((StatementError, AttributeError)), database.begin() as connection:
        connection.execute(insert(table(tables.Account)), account | odd)
    with database.connect() as connection:
        assert connection.execute(select(table(tables.Account))).all() == []


def test_nothing_in_the_bot_makes_a_table_model() -> None:
    """Rows are written by Core statements from the core's own typed values, never as models made of what came in."""
    models = {f"tables.{mapper.class_.__name__}" for mapper in tables.Row._sa_registry.mappers}
    assert len(models) > 15
    nodes = [(path, node) for path in modules(*PACKAGES) for node in ast.walk(tree(path))]
    made = [
        place(path, node) for path, node in nodes if isinstance(node, ast.Call) and ast.unparse(node.func) in models
    ]
    sessions = [place(path, node) for path, node in nodes if isinstance(node, ast.ImportFrom) and brings_session(node)]
    assert (made, sessions) == ([], [])


def brings_session(node: ast.ImportFrom) -> bool:
    """SQLAlchemy's, which writes models; not a mentoring session."""
    return (node.module or "").startswith(("sqlmodel", "sqlalchemy")) and "Session" in {
        each.name for each in node.names
    }


# One file


def test_a_file_is_its_owners_alone(tmp_path: Path) -> None:
    mask = os.umask(0)
    try:
        engine = open_database(f"sqlite:///{tmp_path}/data/tuntun.db")
        migrate.upgrade(engine)
        with engine.connect() as connection:
            keep(connection, NOW)
            files = {path.name: stat.S_IMODE(path.stat().st_mode) for path in (tmp_path / "data").iterdir()}
    finally:
        os.umask(mask)
    engine.dispose()
    assert files == {"tuntun.db": 0o600, "tuntun.db-wal": 0o600, "tuntun.db-shm": 0o600}


def test_an_open_file_is_closed_to_others(file: Path) -> None:
    file.chmod(0o666)
    open_database(f"sqlite:///{file}").dispose()
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_every_connection_writes_to_the_disk_at_each_commit(file: Path) -> None:
    """WAL, synchronous=FULL (2), foreign keys checked, what is deleted overwritten."""
    engine = open_database(f"sqlite:///{file}")
    wanted = {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "secure_delete": 1}
    with reading(engine) as one, reading(engine) as two, reading(engine) as three:
        for connection in (one, two, three):
            assert {name: connection.execute(text(f"PRAGMA {name}")).scalar_one() for name in wanted} == wanted
    engine.dispose()


@pytest.mark.slow
def test_readers_and_writers_never_meet_a_locked_database(file: Path) -> None:
    """Fifty read while ten write, each on a connection of their own; every read sees whole commits."""

    def write(name: int) -> None:
        engine = open_database(f"sqlite:///{file}")
        for number in range(20):
            with engine.begin() as connection:
                rows = [{"platform": f"{name}:{side}", "event": str(number), "at": NOW} for side in ("a", "b")]
                connection.execute(insert(MOMENTS), rows)
        engine.dispose()

    def read(_: int) -> None:
        engine = open_database(f"sqlite:///{file}")
        for _ in range(20):
            with reading(engine) as connection:
                assert connection.execute(select(func.count()).select_from(MOMENTS)).scalar_one() % 2 == 0
        engine.dispose()

    with ThreadPoolExecutor(60) as people:
        at_work = [people.submit(write, number) for number in range(10)]
        at_work += [people.submit(read, number) for number in range(50)]
        for each in at_work:
            each.result()
    engine = open_database(f"sqlite:///{file}")
    with reading(engine) as connection:
        assert connection.execute(select(func.count()).select_from(MOMENTS)).scalar_one() == 400
    engine.dispose()


@pytest.mark.slow
def test_fifty_writers_at_once_wait_for_each_other(file: Path) -> None:
    engine = open_database(f"sqlite:///{file}")

    def write(name: int) -> None:
        with engine.begin() as connection:
            connection.execute(select(func.count()).select_from(MOMENTS))  # reading first must not make it fail
            connection.execute(insert(MOMENTS), {"platform": str(name), "event": "e", "at": NOW})

    with ThreadPoolExecutor(50) as people:
        list(people.map(write, range(200)))
    with reading(engine) as connection:
        assert connection.execute(select(func.count()).select_from(MOMENTS)).scalar_one() == 200
    engine.dispose()


def test_a_reader_sees_one_moment_while_others_write(file: Path) -> None:
    engine = open_database(f"sqlite:///{file}")
    count = select(func.count()).select_from(MOMENTS)
    with reading(engine) as reader:
        assert reader.execute(count).scalar_one() == 0
        with engine.begin() as writer:
            writer.execute(insert(MOMENTS), {"platform": "p", "event": "e", "at": NOW})
        assert reader.execute(count).scalar_one() == 0
    with reading(engine) as reader:
        assert reader.execute(count).scalar_one() == 1
    engine.dispose()


# One process

HOLD = """
import sys
from pathlib import Path
from bot.errors import Setup
from storage.database import lock
try:
    held = lock(Path(sys.argv[1]))
except Setup as setup:
    print(setup, file=sys.stderr)
    sys.exit(2)
print("mine", flush=True)
sys.stdin.read()
"""


@pytest.fixture
def process(file: Path) -> Iterator[Callable[[], subprocess.Popen[str]]]:
    """Start another Tuntun on the same file."""
    started: list[subprocess.Popen[str]] = []

    def start() -> subprocess.Popen[str]:
        command = [sys.executable, "-c", HOLD, str(file)]
        pipe = subprocess.PIPE
        started.append(subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=pipe, text=True))
        return started[-1]

    yield start
    for each in started:
        each.kill()
        each.communicate()


def test_a_second_process_on_the_file_is_refused(file: Path, process: Callable[[], subprocess.Popen[str]]) -> None:
    first = process()
    assert first.stdout
    assert first.stdout.readline() == "mine\n"
    second = process()
    _, said = second.communicate(timeout=60)
    assert second.returncode == 2
    assert said == f"{file}: another Tuntun is running on this file; stop it first\n"
    with pytest.raises(Setup, match="another Tuntun is running"):
        lock(file)


def test_a_process_that_was_killed_holds_nothing(file: Path, process: Callable[[], subprocess.Popen[str]]) -> None:
    first = process()
    assert first.stdout
    first.stdout.readline()
    first.send_signal(signal.SIGKILL)
    first.wait(timeout=60)
    second = process()
    assert second.stdout
    assert second.stdout.readline() == "mine\n"


def test_only_sqlite_has_a_file() -> None:
    assert sqlite_file("postgresql://tuntun@db/tuntun") is None
    assert sqlite_file("sqlite:////data/tuntun.db") == Path("/data/tuntun.db")


@pytest.mark.parametrize("url", ["mysql://db/tuntun", "oracle://db/tuntun"])
def test_another_kind_of_database_is_refused(url: str) -> None:
    with pytest.raises(Setup, match="expected sqlite:/// or postgresql://"):
        open_database(url)
