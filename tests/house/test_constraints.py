"""What is installed is the same everywhere: every dependency has its version in constraints.txt."""

import re
import tomllib

from tests.house.sources import ROOT


def pins() -> list[str]:
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    return [line for line in lines if not line.startswith("#")]


def normal(name: str) -> str:
    """`discord.py` and `discord-py` are one name."""
    return re.sub(r"[-_.]+", "-", name).lower()


def test_constraints_hold_versions_and_nothing_of_the_machine_that_wrote_them() -> None:
    assert [pin for pin in pins() if not re.fullmatch(r"[a-z0-9-]+==[\w.+!]+( ; .+)?", pin)] == []


def test_every_dependency_is_pinned() -> None:
    """`make constraints` writes the file anew after a change in pyproject.toml."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = [
        *project["dependencies"],
        *(name for extra in project["optional-dependencies"].values() for name in extra),
    ]
    names = {normal(re.split(r"[^\w.-]", requirement)[0]) for requirement in wanted}
    assert names - {pin.split("==")[0] for pin in pins()} == set()
