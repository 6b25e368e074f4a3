"""What import-linter cannot see: calls. The pure core reads no clock, and importing a module does no work."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.house.sources import PACKAGES, ROOT, modules, place, tree

PURE = ["bot/flows", "bot/talk", "bot/mentoring"]
CLOCKS = {
    "datetime": {"now", "today", "utcnow"},
    "time": {"time", "time_ns", "localtime", "gmtime", "monotonic", "perf_counter"},
}

# Names whose call opens, connects, reads or starts something.
WORK = {
    *("create_engine", "create_async_engine", "sessionmaker", "Session", "connect"),
    *("Bot", "Client", "Application", "ApplicationBuilder", "ClientSession", "AsyncClient", "HTTPXRequest"),
    *("AsyncIOScheduler", "BackgroundScheduler", "Thread", "ThreadPoolExecutor"),
    *("Settings", "load_dotenv", "getenv", "basicConfig"),
    *("open", "read_text", "read_bytes", "iterdir", "glob", "run", "Popen", "print"),
}


def clock_names(module: ast.Module) -> dict[str, set[str]]:
    """The names in a file by which a clock can be read, each with its readings."""
    names: dict[str, set[str]] = {}
    for node in ast.walk(module):
        if isinstance(node, ast.Import):
            names |= {found.asname or found.name: CLOCKS[found.name] for found in node.names if found.name in CLOCKS}
        if isinstance(node, ast.ImportFrom) and node.module in CLOCKS:
            names |= {found.asname or found.name: CLOCKS[node.module] for found in node.names}
    return names


def clock_readings(module: ast.Module) -> Iterator[ast.expr]:
    """`datetime.now`, `dt.date.today`, `time()`: called at once or handed on to be called later."""
    names = clock_names(module)
    for node in ast.walk(module):
        if isinstance(node, ast.Attribute) and node.attr in names.get(ast.unparse(node.value).split(".")[0], ()):
            yield node
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load) and node.id in names.get(node.id, ()):
            yield node


def done_at_import(node: ast.AST) -> Iterator[ast.AST]:
    """Every node that runs when the module is imported: function bodies and the main guard do not."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
            continue
        if isinstance(child, ast.If) and (
            "__name__" in ast.unparse(child.test) or "TYPE_CHECKING" in ast.unparse(child.test)
        ):
            continue
        yield child
        yield from done_at_import(child)


def work_at_import(module: ast.Module) -> Iterator[ast.Call]:
    for node in done_at_import(module):
        if isinstance(node, ast.Call) and ast.unparse(node.func).split(".")[-1] in WORK:
            yield node


def engine() -> list[Path]:
    """The engine is one file, or a folder once it has grown."""
    return [*modules("bot/engine"), *([ROOT / "bot/engine.py"] if (ROOT / "bot/engine.py").exists() else [])]


def test_the_pure_core_reads_no_clock() -> None:
    paths = [*modules(*PURE), *engine()]
    found = [f"{place(path, node)} {ast.unparse(node)}" for path in paths for node in clock_readings(tree(path))]
    assert found == []


def test_importing_a_module_does_no_work() -> None:
    """Alembic runs its files by importing them, so the migrations are left out."""
    paths = modules(*PACKAGES, migrations=False)
    found = [f"{place(path, node)} {ast.unparse(node)}" for path in paths for node in work_at_import(tree(path))]
    assert found == []


@pytest.mark.parametrize(
    "source",
    [
        "from datetime import datetime\ndef f(): return datetime.now(UTC)",
        "import datetime as dt\ndef f(): return dt.date.today()",
        "from datetime import date as day\nfield(default_factory=day.today)",
        "from time import time as seconds, time\ndef f(): return time()",
        "import time\nx = time.monotonic()",
    ],
)
def test_every_way_to_read_a_clock_is_seen(source: str) -> None:
    assert list(clock_readings(ast.parse(source)))


@pytest.mark.parametrize(
    "source", ["from datetime import datetime\ndef f(now: datetime): return now.date()", "facts.now()"]
)
def test_a_time_that_was_passed_in_is_no_clock(source: str) -> None:
    assert not list(clock_readings(ast.parse(source)))


@pytest.mark.parametrize("source", ["engine = sa.create_engine(URL)", "class A:\n    words = Path('x').read_text()"])
def test_work_at_import_is_seen(source: str) -> None:
    assert list(work_at_import(ast.parse(source)))


@pytest.mark.parametrize("source", ["def f(): return Settings()", "if __name__ == '__main__':\n    run()"])
def test_work_in_a_function_is_no_work_at_import(source: str) -> None:
    assert not list(work_at_import(ast.parse(source)))
