"""The project's own files, read as text and as syntax trees."""

import ast
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
PACKAGES = ("bot", "adapters", "storage")
Function = ast.FunctionDef | ast.AsyncFunctionDef


def modules(*folders: str, migrations: bool = True) -> list[Path]:
    """Every Python file under these folders; Alembic's are left out on request."""
    found = sorted(path for folder in folders for path in (ROOT / folder).rglob("*.py"))
    return [path for path in found if migrations or "migrations" not in path.parts]


@cache
def tree(path: Path) -> ast.Module:
    """A file's syntax tree, read once."""
    return ast.parse(path.read_text(encoding="utf-8"), filename=str(path))


def functions(path: Path) -> Iterator[Function]:
    """Every function and method of a file, those inside others as well."""
    return (node for node in ast.walk(tree(path)) if isinstance(node, Function))


def place(path: Path, node: ast.AST | None = None) -> str:
    """`bot/engine.py:12`, for a message that an editor can follow."""
    line = f":{node.lineno}" if isinstance(node, ast.stmt | ast.expr | ast.arg) else ""
    return f"{path.relative_to(ROOT)}{line}"


def published() -> list[Path]:
    """The files that are or would be committed."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    try:
        listed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    except (FileNotFoundError, subprocess.CalledProcessError):
        return sorted(_unhidden())
    return sorted(path for name in listed.split("\0") if (path := ROOT / name).is_file())


def _unhidden() -> Iterator[Path]:
    """Outside a clone: what lies in the folders that are published, and beside them."""
    yield from (path for path in ROOT.iterdir() if path.is_file() and path.name != ".env")
    for folder in (*PACKAGES, "prompts", "tests", "docs", ".ci"):
        yield from (path for path in (ROOT / folder).rglob("*") if path.is_file() and path.suffix != ".pyc")
