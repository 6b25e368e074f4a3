"""The documents keep up with the code: every setting and every command is explained, and nothing else is."""

import re
from functools import cache

from tests.house.sources import ROOT

SETTING = re.compile(r"^#?\s*([A-Z][A-Z0-9_]+)=", re.MULTILINE)


@cache
def documents() -> str:
    """README and all of docs, one text."""
    pages = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
    return "\n".join(page.read_text(encoding="utf-8") for page in pages)


def settings() -> set[str]:
    from bot.settings import Settings

    return {name.upper() for name in Settings.model_fields}


def test_every_setting_stands_in_the_example_and_no_other() -> None:
    """A line of `.env.example` is `NAME=value`, behind a `#` where the default is fine."""
    example = set(SETTING.findall((ROOT / ".env.example").read_text(encoding="utf-8")))
    assert {"missing": settings() - example, "unknown": example - settings()} == {"missing": set(), "unknown": set()}


def test_every_setting_is_explained() -> None:
    assert {name for name in settings() if not re.search(rf"\b{name}\b", documents())} == set()


def test_every_command_is_explained() -> None:
    from bot.commands import COMMANDS

    names = {command.name.lstrip("/") for command in COMMANDS}
    assert {name for name in names if not re.search(rf"(?<![\w/])/{re.escape(name)}\b", documents())} == set()
