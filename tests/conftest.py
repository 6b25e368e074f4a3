"""Fixtures for every test: databases of both kinds, and the same random examples in each CI run."""

import os
from collections.abc import Iterator
from pathlib import Path

import hypothesis
import pytest
from xdist.workermanage import WorkerController

from storage.migrate import upgrade
from tests import postgres
from tests.town import Town, settled

hypothesis.settings.register_profile("here", deadline=None)  # a shared machine is slow now and then
hypothesis.settings.register_profile("ci", deadline=None, derandomize=True, print_blob=True)
hypothesis.settings.load_profile("ci" if os.environ.get("CI") else "here")

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


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what asks for the server itself; `database_url` marks its own."""
    for item in items:
        if "postgres_server" in getattr(item, "fixturenames", ()):
            item.add_marker("postgres")


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
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'tuntun.db'}"
        return
    server: postgres.Server = request.getfixturevalue("postgres_server")
    name = server.create()
    yield server.url(name)
    server.drop(name)


@pytest.fixture(scope="session")
def migrated(postgres_server: postgres.Server) -> str:
    """The name of a PostgreSQL database with all tables and no row, to be copied."""
    name = postgres_server.create()
    upgrade(postgres_server.url(name))
    return name


@pytest.fixture
def town(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Town]:
    """A town of its own, with a programme, on a SQLite file; on PostgreSQL with TOWN=postgresql in the environment."""
    if os.environ.get("TOWN") == "postgresql":
        server: postgres.Server = request.getfixturevalue("postgres_server")
        name = server.create(request.getfixturevalue("migrated"))
        with settled(tmp_path, url=server.url(name)) as place:
            place.programme()
            yield place
        server.drop(name)
        return
    with settled(tmp_path) as place:
        place.programme()
        yield place
