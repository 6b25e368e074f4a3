"""What the machine does to the bot: a full disk, a locked file, a clock that is set back, a process that stands still,
a file from a backup. docs/faults.md says the same in words."""

from __future__ import annotations

import os
import signal
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy.exc import OperationalError

from adapters.clock import JOB, Clock
from storage import outbox, tables
from storage.backup import backup
from tests.fakes.telegram_server import FakeTelegram
from tests.fakes.world import Moment, until
from tests.faults.begun import SARI, opened, waiting
from tests.machine import PATIENT, TOKEN, Machine, sent
from tests.test_clock import Rows
from tests.town import Citizen, Town, settled

LOCKED = float(os.environ.get("LOCKED", "2"))  # seconds another program holds the file; 12 in the page


@pytest.fixture
def town(tmp_path: Path) -> Iterator[Town]:
    with settled(tmp_path) as town:
        town.programme()
        yield town


@pytest.fixture
def sari(town: Town) -> Citizen:
    return town.with_goal()


def limit(town: Town, pages: int) -> int:
    """How large the file may be, in pages; SQLite never makes the limit less than what there is."""
    pragma = f"PRAGMA max_page_count = {pages}"
    return int(town.writer.do(lambda c: c.exec_driver_sql(pragma).scalar_one()).result(20))


def test_on_a_full_disk_nothing_is_taken_for_kept_and_all_goes_on_when_there_is_room(town: Town, sari: Citizen) -> None:
    """The message stays with Telegram, which brings it again; nobody is told that something was wrong with it."""
    limit(town, 1)
    words, full = "ya " * 1000, None
    for number in range(400):
        full = sari.submits("text", text=f"/bilang {words}", event=f"full{number}", message="m").exception(20)
        if full:
            break
    assert isinstance(full, OperationalError)
    assert "full" in str(full)
    assert town.rows(tables.Seen, event=f"full{number}") == []
    limit(town, 1_000_000)
    for _ in range(2):  # and when it comes twice, it counts once
        sari.submits("text", text="/bahasa", event=f"full{number}", message="m").result(20)
    town.deliver()
    assert len(town.rows(tables.Seen, event=f"full{number}")) == 1
    with closing(sqlite3.connect(str(town.database.url.database))) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


def test_a_file_that_another_program_holds_is_waited_for(town: Town, sari: Citizen) -> None:
    """What was written meanwhile is answered once, late; nothing raises."""
    with closing(sqlite3.connect(str(town.database.url.database), check_same_thread=False)) as other:
        other.execute("BEGIN IMMEDIATE")
        release = threading.Timer(LOCKED, other.rollback)
        release.start()
        done = sari.submits("text", text="/bahasa", message="m")
        done.result(LOCKED + 25)
        release.join()
    town.deliver()
    assert len(sari.messages) > 0
    assert {row.state for row in town.rows(tables.Outbox)} == {"sent"}


def test_a_clock_set_back_an_hour_repeats_nothing(town: Town, sari: Citizen) -> None:
    """What has happened stays so; what comes is due by the new time."""
    town.passes(days=5, hours=6)
    checkins = len(town.rows(tables.Outbox, kind="checkin"))
    before = town.count(tables.Outbox)
    assert checkins == 1
    town.now -= timedelta(hours=1)
    town.ticks()
    town.deliver()
    town.passes(minutes=59)
    assert (len(town.rows(tables.Outbox, kind="checkin")), town.count(tables.Outbox)) == (1, before)
    assert sari.writes("/bahasa")


async def test_the_tick_does_not_sleep_through_an_hour_that_comes_twice() -> None:
    """By a clock that was set back its moment is an hour away; the seconds have gone by all the same."""
    now = Moment()
    rows = Rows(now)
    clock = Clock(rows.tick, now, net=0.3)
    clock.start()
    try:
        rows.plan(seconds=0.5)
        await until(lambda: clock.last_tick)
        clock._scheduler.modify_job(JOB, next_run_time=datetime.now(UTC) + timedelta(hours=1))
        await until(lambda: rows.fired, 5)
    finally:
        await clock.stop()


def test_a_file_from_a_backup_sends_once_more_what_waited_then_and_nothing_else(tmp_path: Path) -> None:
    """What was said after the backup is not known any more: Telegram does not bring again what was confirmed."""
    (folder := tmp_path / "before").mkdir()
    town = opened(folder, "reminder", "telegram")
    try:
        town.citizen(SARI)
        [row] = waiting(town)
        copy = tmp_path / "copy.db"
        backup(town.database, copy)
        town.deliver()
        assert [parcel.id for _, parcel in town.delivered] == [row.id]
    finally:
        town.close()
    (folder := tmp_path / "after").mkdir()
    with settled(folder, copy) as again:
        again.now = row.created_at + timedelta(hours=2)
        again.citizen(SARI)
        again.writer.do(lambda connection: outbox.recover(connection, "telegram")).result(20)
        again.deliver()
        again.passes(hours=1)
        assert [parcel.id for _, parcel in again.delivered] == [row.id]


@pytest.mark.slow
def test_a_process_that_stands_still_goes_on_where_it_was(tmp_path: Path) -> None:
    """As a laptop that sleeps: what came meanwhile is answered once, what was due comes once. Three hours are the
    affair of test_run.py."""
    with FakeTelegram(TOKEN) as server:
        machine = Machine(tmp_path, server)
        try:
            [sari] = machine.people("Sari")
            machine.plans_checkin(sari, datetime.now(UTC) + timedelta(seconds=4))
            machine.comes()
            assert machine.process is not None
            os.kill(machine.process.pid, signal.SIGSTOP)
            sari.writes("/bahasa")
            threading.Event().wait(4)
            assert sari.received == []
            os.kill(machine.process.pid, signal.SIGCONT)
            sari.sees("heck-in minggu ini", PATIENT)
            assert sent(server) == 2
            assert machine.stops().code == 0
        finally:
            machine.close()
