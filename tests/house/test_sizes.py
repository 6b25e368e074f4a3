"""The sizes this house keeps: short functions, short files, and a first sentence for each."""

import ast
from statistics import median, quantiles

from tests.house.sources import PACKAGES, Function, functions, modules, place, tree


def length(node: Function) -> int:
    """Lines from `def` to the last, decorators left out."""
    return (node.end_lineno or node.lineno) - node.lineno + 1


def lengths() -> list[int]:
    paths = modules(*PACKAGES, migrations=False)
    return [length(node) for path in paths for node in functions(path)]


def test_no_function_is_longer_than_50_lines() -> None:
    paths = modules(*PACKAGES, migrations=False)
    found = {place(path, node): (node.name, length(node)) for path in paths for node in functions(path)}
    assert {where: what for where, what in found.items() if what[1] > 50} == {}


def test_half_of_the_functions_have_8_lines_or_fewer() -> None:
    assert median(lengths()) <= 8


def test_nine_of_ten_functions_have_25_lines_or_fewer() -> None:
    assert quantiles(lengths(), n=10, method="inclusive")[-1] <= 25


def test_no_file_is_longer_than_300_lines() -> None:
    paths = modules(*PACKAGES, migrations=False)
    sizes = {place(path): len(path.read_text(encoding="utf-8").splitlines()) for path in paths}
    assert {where: lines for where, lines in sizes.items() if lines > 300} == {}


def test_every_module_says_what_it_is_for() -> None:
    """An empty `__init__.py` has nothing to say."""
    silent = [path for path in modules(*PACKAGES) if tree(path).body and not ast.get_docstring(tree(path))]
    assert [place(path) for path in silent] == []
