"""Migrations on both databases: from empty, from an older version with data, whole or not at all."""

import threading
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from textwrap import dedent, indent
from typing import Any

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine, MetaData, insert, inspect, select, text

from bot.errors import Setup
from storage import migrate, tables
from storage.database import open_database
from storage.rows import table

NOW = datetime(2026, 11, 24, 2, 0, tzinfo=UTC)
Write = Callable[[str], Path]


@pytest.fixture
def database(database_url: str) -> Iterator[Engine]:
    engine = open_database(database_url)
    yield engine
    engine.dispose()


@pytest.fixture
def next_migration(tmp_path: Path, database: Engine) -> Write:
    """Write a migration that follows the newest one, with these lines for its upgrade."""

    def write(lines: str) -> Path:
        folder = tmp_path / "versions"
        folder.mkdir(exist_ok=True)
        body = indent(dedent(lines).strip(), "    ")
        source = (
            f'import sqlalchemy as sa\nfrom alembic import op\nrevision = "next"\ndown_revision = "{head(database)}"'
        )
        (folder / "next.py").write_text(f"{source}\n\ndef upgrade():\n{body}\n")
        return folder

    return write


def head(database: Engine) -> str | None:
    with database.connect() as connection:
        return ScriptDirectory.from_config(migrate._config(connection)).get_current_head()


FILLERS: dict[type, Any] = {str: "", int: 0, bool: False, datetime: NOW, object: {}}


def fill(database: Engine) -> None:
    """A programme with a person who has an account, a goal and a conversation: a parent with children and theirs.

    Whatever the version of the database: columns that are not named here, and must not be empty, get something.
    """
    rows: dict[str, dict[str, Any]] = {
        "programme": {"slug": "a", "name": "A", "zone": "Asia/Jakarta"},
        "person": {"name": "Sari", "zone": "Asia/Jakarta", "about": {"s": 1}},
        "account": {"person_id": 1, "platform": "telegram", "external_id": "5000000001", "chat": "5000000001"},
        "goal": {"person_id": 1, "programme_id": 1, "title": "Portofolio"},
        "step": {"goal_id": 1, "text": "Draf"},
        "conversation": {"person_id": 1, "flow": "checkin", "facts": "{}"},
    }
    found = MetaData()
    with database.begin() as connection:
        found.reflect(connection)
        for name, row in rows.items():
            columns = [each for each in found.tables[name].columns if not (each.nullable or each.server_default)]
            filled = {each.name: FILLERS[each.type.python_type] for each in columns if not each.primary_key}
            connection.execute(insert(found.tables[name]), filled | row)


def contents(database: Engine) -> dict[str, list[tuple[Any, ...]]]:
    """Every row of every table that is there, with the columns it has."""
    found = MetaData()
    with database.connect() as connection:
        found.reflect(connection)
        return {
            each.name: [tuple(row) for row in connection.execute(select(each).order_by(*each.primary_key.columns))]
            for each in found.sorted_tables
        }


def structure(database: Engine) -> list[Any]:
    """Tables, columns and constraints as the database tells them."""
    seen = inspect(database)
    return [
        (
            name,
            [(column["name"], str(column["type"]), column["nullable"]) for column in seen.get_columns(name)],
            sorted(str(index["name"]) for index in seen.get_indexes(name)),
            sorted((str(key["name"]), key["referred_table"]) for key in seen.get_foreign_keys(name)),
            sorted(str(unique["name"]) for unique in seen.get_unique_constraints(name)),
        )
        for name in sorted(seen.get_table_names())
    ]


def test_an_empty_database_gets_every_table(database: Engine) -> None:
    assert migrate.state(database) == "empty"
    migrate.upgrade(database)
    assert migrate.state(database) == "current"
    assert set(tables.Row.metadata.tables) <= set(inspect(database).get_table_names())
    fill(database)


def test_a_url_will_do_as_well(database_url: str, database: Engine) -> None:
    migrate.upgrade(database_url)
    assert migrate.state(database) == "current"


def test_the_migrations_make_what_the_tables_say(database: Engine) -> None:
    """If this fails, tables.py has changed: `python -m storage.migrate "what changed"` writes the migration.

    Defaults of the server's are let be: a column that comes later needs one for the rows that are there.
    """
    migrate.upgrade(database)
    with database.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, tables.Row.metadata) == []


def test_migrated_tables_are_those_that_sqlmodel_would_make(database: Engine, tmp_path: Path) -> None:
    """Beside columns and indexes: ids of conversations and messages that are never used again."""
    if database.dialect.name != "sqlite":
        pytest.skip("AUTOINCREMENT is SQLite's; PostgreSQL's sequences never go back")
    migrate.upgrade(database)
    made = open_database(f"sqlite:///{tmp_path / 'made.db'}")
    tables.Row.metadata.create_all(made)
    assert [row for row in structure(database) if row[0] != "alembic_version"] == structure(made)
    counting = text("SELECT name FROM sqlite_master WHERE sql LIKE '%AUTOINCREMENT%' ORDER BY name")
    with database.connect() as connection, made.connect() as other:
        found = connection.execute(counting).scalars().all()
        assert found == other.execute(counting).scalars().all() == ["conversation", "file", "job", "outbox", "upload"]
    made.dispose()


def test_every_constraint_has_a_name(database: Engine) -> None:
    """One without a name can't be changed later. Only SQLite's AUTOINCREMENT leaves a primary key without."""
    migrate.upgrade(database)
    seen = inspect(database)
    for name in tables.Row.metadata.tables:
        keys = [*seen.get_unique_constraints(name), *seen.get_foreign_keys(name)]
        assert [key for key in keys if not str(key["name"]).startswith((f"uq_{name}_", f"fk_{name}_"))] == []
        assert seen.get_pk_constraint(name)["name"] in {f"pk_{name}", None if database.dialect.name == "sqlite" else ""}


def test_moments_keep_their_zone_after_migrating(database: Engine) -> None:
    migrate.upgrade(database)
    fill(database)
    with database.connect() as connection:
        assert connection.execute(select(table(tables.Person).c.created_at)).scalar_one() == NOW
    if database.dialect.name == "postgresql":
        columns = [column for name in tables.Row.metadata.tables for column in inspect(database).get_columns(name)]
        moments = [column for column in columns if "TIMESTAMP" in str(column["type"])]
        assert len(moments) > 20
        assert all(getattr(column["type"], "timezone", False) for column in moments)


def test_migrating_again_changes_nothing(database: Engine) -> None:
    migrate.upgrade(database)
    fill(database)
    before = structure(database), contents(database)
    migrate.upgrade(database)
    assert (structure(database), contents(database)) == before


RENAME = """
with op.batch_alter_table("person") as batch:
    batch.alter_column("name", new_column_name="called")
with op.batch_alter_table("goal") as batch:
    batch.drop_column("why")
    batch.add_column(sa.Column("mood", sa.Integer(), nullable=False, server_default="3"))
op.execute("UPDATE person SET called = called || '!'")
"""


def test_data_of_the_version_before_survive(database: Engine, next_migration: Write) -> None:
    """SQLite makes the table anew: the rows that refer to it stay, though deleting a person would delete them."""
    migrate.upgrade(database)
    fill(database)
    before = contents(database)
    folder = next_migration(RENAME)
    assert migrate.state(database, folder) == "behind"
    migrate.upgrade(database, folder)
    assert migrate.state(database, folder) == "current"
    after = contents(database)
    children = ("account", "step", "conversation", "programme")
    assert {name: after[name] for name in children} == {name: before[name] for name in children}
    with database.connect() as connection:
        assert connection.execute(text("SELECT called FROM person")).scalars().all() == ["Sari!"]
        assert connection.execute(text("SELECT title, mood FROM goal")).all() == [("Portofolio", 3)]


VERSIONS = sorted(path.stem.partition("_")[0] for path in (migrate.SCRIPTS / "versions").glob("*.py"))


@pytest.mark.parametrize("version", VERSIONS)
def test_a_database_of_every_version_so_far_is_brought_up_with_its_data(database: Engine, version: str) -> None:
    with database.connect() as connection, migrate._unchecked(connection), connection.begin():
        command.upgrade(migrate._config(connection), version)
    fill(database)
    before = records(database)
    assert migrate.state(database) == ("current" if version == VERSIONS[-1] else "behind")
    migrate.upgrade(database)
    assert migrate.state(database) == "current"
    after = records(database)
    lost = [
        (name, row, now)
        for name, rows in before.items()
        for row, now in zip(rows, after[name], strict=True)
        if any(now[column] != value for column, value in row.items() if column in now)
    ]
    assert [each for each in lost if each[0] != "alembic_version"] == []
    assert [name for name in before if name not in after] == []


def records(database: Engine) -> dict[str, list[dict[str, Any]]]:
    """Every row by its columns' names."""
    found = MetaData()
    with database.connect() as connection:
        found.reflect(connection)
        return {
            each.name: [dict(row) for row in connection.execute(select(each)).mappings()]
            for each in found.sorted_tables
        }


def test_references_hold_again_after_migrating(database: Engine, next_migration: Write) -> None:
    migrate.upgrade(database)
    fill(database)
    migrate.upgrade(database, next_migration(RENAME))
    with database.begin() as connection:
        connection.execute(text("DELETE FROM person"))
        assert connection.execute(text("SELECT count(*) FROM account")).scalar_one() == 0
        assert connection.execute(text("SELECT count(*) FROM step")).scalar_one() == 0


FAILS = {
    "in the middle": RENAME + "op.execute('SELECT 1 FROM nowhere')",
    "after everything": RENAME + "raise RuntimeError('the power went')",
    "in its first line": "op.execute('CREATE TABLE person (id INTEGER)')",
}


@pytest.mark.parametrize("lines", FAILS.values(), ids=list(FAILS))
def test_a_migration_that_fails_leaves_everything_as_it_was(
    database: Engine, next_migration: Write, lines: str
) -> None:
    migrate.upgrade(database)
    fill(database)
    before = structure(database), contents(database)
    folder = next_migration(lines)
    with pytest.raises(Exception, match=r"power|no such table|does not exist|already exists"):
        migrate.upgrade(database, folder)
    assert (structure(database), contents(database)) == before
    assert migrate.state(database) == "current"
    assert migrate.state(database, folder) == "behind"
    migrate.upgrade(database, next_migration(RENAME))


def test_a_first_migration_that_fails_leaves_an_empty_database(database: Engine, next_migration: Write) -> None:
    with pytest.raises(RuntimeError):
        migrate.upgrade(database, next_migration("raise RuntimeError('the power went')"))
    assert inspect(database).get_table_names() == []
    assert migrate.state(database) == "empty"


def test_rows_left_without_their_parent_undo_the_migration(database: Engine, next_migration: Write) -> None:
    migrate.upgrade(database)
    fill(database)
    if database.dialect.name != "sqlite":
        pytest.skip("PostgreSQL never stops checking")
    with pytest.raises(RuntimeError, match="refers to no row of 'person'"):
        migrate.upgrade(database, next_migration("op.execute('DELETE FROM person')"))
    assert len(contents(database)["person"]) == 1


def test_a_database_from_a_newer_version_is_refused(database: Engine, next_migration: Write) -> None:
    migrate.upgrade(database, next_migration(RENAME))
    assert migrate.state(database) == "ahead"
    with pytest.raises(Setup, match="newer Tuntun"):
        migrate.upgrade(database)


def test_a_database_of_something_else_is_refused(database: Engine) -> None:
    with database.begin() as connection:
        connection.execute(text("CREATE TABLE person (id INTEGER)"))
    with pytest.raises(Setup, match="'person' that Tuntun did not make"):
        migrate.upgrade(database)
    assert inspect(database).get_table_names() == ["person"]


def test_two_that_start_at_once_migrate_once(database_url: str) -> None:
    errors: list[BaseException] = []

    def start() -> None:
        try:
            migrate.upgrade(database_url)
        except BaseException as error:  # noqa: BLE001 - told to the test
            errors.append(error)

    threads = [threading.Thread(target=start) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert errors == []


def test_a_change_of_the_tables_is_written_as_a_migration(tmp_path: Path) -> None:
    """Nothing has changed now, so the migration has nothing to do; it follows the newest one."""
    made = migrate.revise("Nothing new", tmp_path)
    assert made.parent == tmp_path
    assert made.name.endswith("_nothing_new.py")
    assert "    pass\n" in made.read_text()
    assert "import sqlalchemy as sa\nfrom alembic import op\n" in made.read_text()


def test_the_migrations_do_their_work_from_any_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No alembic.ini is looked for; a % in the path of a file does no harm."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "100% ours").mkdir()
    migrate.upgrade(f"sqlite:///{tmp_path}/100% ours/tuntun.db")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["100% ours"]
