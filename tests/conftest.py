"""Fixtures for every test: databases of both kinds, and the same random examples in each CI run."""

import gc
import os
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import hypothesis
import pytest
from xdist.workermanage import WorkerController

from storage import tables
from storage.migrate import upgrade
from storage.move import move
from tests import postgres
from tests.town import Home, Town, settled

hypothesis.settings.register_profile("here", deadline=None)  # a shared machine is slow now and then
hypothesis.settings.register_profile("ci", deadline=None, derandomize=True, print_blob=True)
hypothesis.settings.load_profile("ci" if os.environ.get("CI") else "here")

# Whose towns are on both databases in every run; `make test-postgresql` has all of them there.
BOTH = frozenset({
    "test_checkin", "test_desk", "test_erase_traces", "test_jobs", "test_line", "test_link", "test_many_at_once",
    "test_pairing", "test_promises", "test_retention", "test_rights", "test_security_leaks", "test_sessions",
})  # fmt: skip

SERVER = pytest.StashKey[postgres.Server]()


def pytest_configure(config: pytest.Config) -> None:
    """Plan one server for the run; xdist's workers are told where by the process that began it."""
    for name in [name for name in os.environ if name.startswith("PG")]:
        del os.environ[name]  # PGPORT or PGUSER of the person at the keyboard would lead elsewhere
    told: dict[str, str] | None = getattr(config, "workerinput", None)
    config.stash[SERVER] = postgres.Server(Path(told["postgres"])) if told else postgres.Server.planned()


@pytest.hookimpl(optionalhook=True)
def pytest_configure_node(node: WorkerController) -> None:
    """Tell a worker where the server is or will be."""
    node.workerinput["postgres"] = str(node.config.stash[SERVER].folder)


def pytest_unconfigure(config: pytest.Config) -> None:
    """Stop the server when the whole run is over."""
    if not hasattr(config, "workerinput") and SERVER in config.stash:
        config.stash[SERVER].stop()


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """A town is on SQLite, some are on PostgreSQL as well; with TOWN=postgresql all are on nothing else."""
    if "home" not in metafunc.fixturenames:
        return
    on_server = pytest.param("postgres", marks=pytest.mark.postgres)
    if os.environ.get("TOWN") == "postgresql":
        metafunc.parametrize("home", [on_server], indirect=True)
    elif metafunc.module.__name__.removeprefix("tests.") in BOTH:
        metafunc.parametrize("home", ["sqlite", on_server], indirect=True)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what asks for the server itself; `database_url` marks its own."""
    for item in items:
        if "postgres_server" in getattr(item, "fixturenames", ()):
            item.add_marker("postgres")


def pytest_collection_finish() -> None:
    """What is there by now stays until the end: looking through it for garbage takes a tenth of the run."""
    gc.freeze()
    gc.set_threshold(50_000, 20, 100)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say once, in plain sight, that a whole database went untested."""
    skipped = [report for report in terminalreporter.getreports("skipped") if postgres.ABSENT in str(report.longrepr)]
    if skipped:
        terminalreporter.write_line(f"NOT TESTED on PostgreSQL: {len(skipped)} tests, {postgres.ABSENT}", yellow=True)


@pytest.fixture(scope="session")
def postgres_server(pytestconfig: pytest.Config) -> postgres.Server:
    """The run's PostgreSQL, started by whoever asks first."""
    if postgres.programs() is None:
        if os.environ.get("CI"):
            pytest.fail(postgres.ABSENT)
        pytest.skip(postgres.ABSENT)
    server = pytestconfig.stash[SERVER]
    server.start()
    return server


@pytest.fixture(scope="session")
def postgres_url(postgres_server: postgres.Server) -> str:
    """The SQLAlchemy URL of the server's own database `postgres`, which the whole run shares."""
    return postgres_server.url()


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The SQLAlchemy URL of an empty database of the test's own, once for each kind."""
    if getattr(request, "param", "sqlite") == "sqlite":
        yield f"sqlite:///{tmp_path / 'tuntun.db'}"
        return
    server: postgres.Server = request.getfixturevalue("postgres_server")
    name = server.create()
    yield server.url(name)
    server.drop(name)


@pytest.fixture(scope="session")
def template(postgres_server: postgres.Server) -> Home:
    """Makes a PostgreSQL database with all tables, and what is in a SQLite file, to be copied; says its name."""

    @cache
    def made(begun: Path | None) -> str:
        name = postgres_server.create()
        if begun:
            move(f"sqlite:///{begun}", postgres_server.url(name))
        else:
            upgrade(postgres_server.url(name))
        return name

    return made


@pytest.fixture(scope="session")
def migrated(template: Home) -> str:
    """The name of a PostgreSQL database with all tables and no row, to be copied."""
    return template(None)


@pytest.fixture(scope="session")
def pool(postgres_server: postgres.Server, migrated: str) -> postgres.Pool:
    """PostgreSQL databases with all tables and no row."""
    return postgres.Pool(postgres_server, migrated, [each.name for each in tables.Row.metadata.sorted_tables])


@pytest.fixture
def home(request: pytest.FixtureRequest) -> Iterator[Home]:
    """Where a town lives: asked with the file it begins with, the URL of a database of its own that holds the same.
    Nothing for a town on a SQLite file."""
    if getattr(request, "param", "sqlite") == "sqlite":
        yield lambda _: ""
        return
    server: postgres.Server = request.getfixturevalue("postgres_server")
    template, pool = request.getfixturevalue("template"), request.getfixturevalue("pool")
    bare, begun = list[str](), list[str]()

    def url(file: Path | None) -> str:
        name = server.create(template(file)) if file else pool.take()
        (begun if file else bare).append(name)
        return server.url(name)

    yield url
    for name in begun:
        server.drop(name)
    for name in bare:
        pool.give(name)


@pytest.fixture
def town(home: Home, tmp_path: Path) -> Iterator[Town]:
    """A town of its own, with a programme."""
    with settled(tmp_path, url=home(None)) as place:
        place.programme()
        yield place
