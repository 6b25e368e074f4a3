"""A running programme is carried from one database to another and back, and nothing of it changes."""

from __future__ import annotations

import itertools
import os
import random
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import delete, func, select, text

from bot.errors import Setup
from storage import tables
from storage.database import lock, open_database, reading
from storage.lease import place
from storage.migrate import upgrade
from storage.move import Moved, move
from storage.rows import table
from tests.house.sources import ROOT
from tests.postgres import Server
from tests.town import Town, settled

TALK = table(tables.Conversation)


@pytest.fixture(scope="module")
def lived(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file in which a pair has begun, and a conversation has come and gone."""
    folder = tmp_path_factory.mktemp("lived")
    with settled(folder) as town:
        town.programme()
        pair = town.pair()
        rina = town.staff(locale="en")
        town.passes(days=8)
        rina.writes("/export")
        rina.taps("Make the zip")
        rina.drops("people.csv", "name,role\nAyu Łódź 🎓,mentee\nDwi,mentor\n")
        pair.mentee.writes("/catatan rahasia\nbaris dua")
        _forgets_newest_talk(town)
    return folder / "town.db"


@pytest.fixture
def begun(lived: Path, tmp_path: Path) -> str:
    """A copy of it of the test's own."""
    return f"sqlite:///{shutil.copy(lived, tmp_path / 'town.db')}"


def _forgets_newest_talk(town: Town) -> None:
    """Its number must never be given again: somebody may still have its buttons."""
    newest = select(func.max(TALK.c.id)).scalar_subquery()
    town.writer.do(lambda connection: connection.execute(delete(TALK).where(TALK.c.id == newest))).result(10)


@pytest.fixture
def target(postgres_server: Server) -> Iterator[str]:
    """An empty PostgreSQL database."""
    name = postgres_server.create()
    yield postgres_server.url(name)
    postgres_server.drop(name)


def given(url: str) -> int:
    """The number the next conversation gets."""
    database = open_database(url)
    with database.connect() as connection, connection.begin() as turn:
        person = connection.execute(select(func.min(table(tables.Person).c.id))).scalar_one()
        words = dict.fromkeys(("flow", "facts", "answers", "ticks", "heard"), "")
        values = words | {"person_id": person, "touched_at": connection.execute(NOW).scalar_one()}
        number = connection.execute(TALK.insert().returning(TALK.c.id), values).scalar_one()
        turn.rollback()
    database.dispose()
    return int(number)


NOW = select(func.max(table(tables.Activity).c.at))


@pytest.mark.postgres
def test_there_and_back_again(begun: str, target: str, tmp_path: Path) -> None:
    """Every row arrives both times, and the numbers go on where they were."""
    back = f"sqlite:///{tmp_path / 'back.db'}"
    told: list[Moved] = []
    there = move(begun, target, told.append)
    assert there == told == move(target, back)
    counts = {each.table: each.rows for each in there}
    assert set(counts) == {each.name for each in tables.Row.metadata.sorted_tables}
    assert min(counts[name] for name in ("person", "pair", "outbox", "activity", "seen", "file", "due")) > 0
    assert given(begun) == given(target) == given(back) > counts["conversation"] + 1


@pytest.mark.postgres
def test_what_was_moved_lives_on(begun: str, target: str, tmp_path: Path) -> None:
    """The bot runs on the other database: old people are known, new ones get numbers of their own."""
    move(begun, target)
    folder = tmp_path / "there"
    folder.mkdir()
    with settled(folder, url=target) as town:
        town.numbers, town.tokens = itertools.count(90_000), itertools.count(90_000)
        newcomer = town.mentee("5000000999", "Putri")
        assert town.rows(tables.Account, external_id=newcomer.account)
        assert len({row.id for row in town.rows(tables.Person)}) == len(town.rows(tables.Person)) == 4


@pytest.mark.postgres
def test_a_database_that_holds_something_is_not_written_over(begun: str, target: str) -> None:
    move(begun, target)
    with pytest.raises(Setup, match="is not empty"):
        move(begun, target)


def test_a_bot_that_runs_on_the_source_is_not_moved_from_under_its_feet(begun: str, tmp_path: Path) -> None:
    held = lock(Path(begun.removeprefix("sqlite:///")))
    with pytest.raises(Setup, match="another Tuntun is running"):
        move(begun, f"sqlite:///{tmp_path / 'other.db'}")
    held.close()


@pytest.mark.postgres
def test_nothing_is_moved_to_or_from_where_processes_run(begun: str, target: str, tmp_path: Path) -> None:
    upgrade(target)
    database = open_database(target)
    here = place(database, shared=True)
    for source, goal in ((begun, target), (target, f"sqlite:///{tmp_path / 'other.db'}")):
        with pytest.raises(Setup, match="another Tuntun is running"):
            move(source, goal)
    here.close()
    database.dispose()
    assert sum(each.rows for each in move(begun, target)) > 0


@pytest.mark.postgres
def test_a_row_the_target_refuses_undoes_all_of_it(begun: str, target: str) -> None:
    """A number PostgreSQL has no place for: said in a sentence, and the target stays empty."""
    source = open_database(begun)
    with source.begin() as connection:
        connection.execute(text("UPDATE person SET checkin_day = 5000000000 WHERE id = 1"))
    source.dispose()
    with pytest.raises(Setup, match="nothing was moved"):
        move(begun, target)
    database = open_database(target)
    with reading(database) as connection:
        assert connection.execute(select(func.count()).select_from(table(tables.Programme))).scalar_one() == 0
    database.dispose()


def test_a_source_that_is_not_there_or_foreign_is_said(tmp_path: Path) -> None:
    with pytest.raises(Setup, match="empty"):
        move(f"sqlite:///{tmp_path / 'nothing.db'}", f"sqlite:///{tmp_path / 'other.db'}")


@pytest.mark.postgres
def test_the_command_says_what_came_over(begun: str, target: str, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "bot", "move", begun, target]
    words = {"PATH": os.environ["PATH"], "HOME": str(tmp_path), "PYTHONPATH": str(ROOT)}
    done = subprocess.run(command, cwd=tmp_path, env=words, capture_output=True, text=True, timeout=60, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert "set DATABASE_URL to the target now" in done.stdout.splitlines()[-1]


def test_the_sum_of_a_table_sees_any_change(begun: str, tmp_path: Path) -> None:
    """Five random cells changed, one after the other: each shows."""
    draw = random.Random(4)  # noqa: S311 - which cells, not secrets
    sums = {each.table: each.checksum for each in move(begun, f"sqlite:///{tmp_path / 'first.db'}")}
    columns = [("person", "name"), ("outbox", "screen"), ("activity", "at"), ("account", "chat"), ("seen", "event")]
    for number in range(5):
        name, column = draw.choice(columns)
        source = open_database(begun)
        with source.begin() as connection:
            some = f"(SELECT rowid FROM {name} ORDER BY rowid LIMIT 1 OFFSET {draw.randrange(2)})"
            value = f"2026-01-0{number % 9 + 1} 00:00:0{number % 9}" if column == "at" else f"other {number}"
            connection.execute(text(f"UPDATE {name} SET {column} = :value WHERE rowid = {some}"), {"value": value})
        source.dispose()
        after = {each.table: each.checksum for each in move(begun, f"sqlite:///{tmp_path / f'{number}.db'}")}
        assert {table for table in sums if sums[table] != after[table]} == {name}
        sums = after
