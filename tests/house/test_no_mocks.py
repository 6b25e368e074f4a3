"""No test replaces a part of the bot: the only fakes stand at the transports and are written out."""

import ast
from collections.abc import Iterator

import pytest

from tests.house.sources import modules, place, tree

MODULES = {"mock", "unittest.mock", "pytest_mock"}
NAMES = {"Mock", "MagicMock", "AsyncMock", "NonCallableMock", "create_autospec", "mocker"}


def mocks(module: ast.Module) -> Iterator[ast.AST]:
    for node in ast.walk(module):
        match node:
            case ast.ImportFrom(module="unittest", names=names) if any(found.name == "mock" for found in names):
                yield node
            case ast.ImportFrom(module=name) if name in MODULES:
                yield node
            case ast.Import(names=names) if any(found.name in MODULES for found in names):
                yield node
            case ast.Name(id=name) | ast.Attribute(attr=name) | ast.arg(arg=name) if name in NAMES:
                yield node
            case ast.Attribute(
                value=ast.Name(id="monkeypatch" | "patch"), attr="setattr" | "delattr" | "setitem" | "object"
            ):
                yield node


def test_no_test_mocks_or_patches() -> None:
    """`monkeypatch.setenv` and `chdir` stay: they change the world around the bot, not the bot."""
    assert [place(path, node) for path in modules("tests") for node in mocks(tree(path))] == []


@pytest.mark.parametrize(
    "source",
    [
        "from unittest.mock import patch",
        "from unittest import mock",
        "import unittest.mock",
        "def test(mocker): ...",
        "def test(monkeypatch): monkeypatch.setattr(a, 'b', c)",
    ],
)
def test_every_way_to_mock_is_seen(source: str) -> None:
    assert list(mocks(ast.parse(source)))
