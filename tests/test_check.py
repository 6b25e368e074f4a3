"""`python -m bot check`: every mistake at once, each with file and place."""

import shutil
from pathlib import Path

import pytest

from bot.check import find_problems
from bot.errors import Setup
from bot.furnish import PROMPTS, furnish
from tests.house.sources import ROOT

SOURCES = [ROOT / name for name in ("bot", "storage", "adapters")]


@pytest.fixture
def prompts(tmp_path: Path) -> Path:
    """A copy of prompts/ to spoil."""
    return Path(shutil.copytree(PROMPTS, tmp_path / "prompts"))


def append(path: Path, text: str) -> None:
    path.write_text(path.read_text(encoding="utf-8") + text, encoding="utf-8")


def test_what_ships_has_no_mistake() -> None:
    assert find_problems(PROMPTS, SOURCES) == []


def test_every_kind_of_mistake_is_found_at_once_with_its_place(prompts: Path) -> None:
    """Missing, differing, unused, twice, not Fluent, a bad form, a bad plan: one list."""
    append(prompts / "id" / "common.ftl", "\nonly-here = Halo\nbutton-yes = Ya lagi\n= rusak\n")
    en = prompts / "en" / "common.ftl"
    en.write_text(en.read_text(encoding="utf-8").replace("{ $heard }", "{ $said }", 1), encoding="utf-8")
    append(prompts / "forms" / "feedback.toml", '\n[[questions]]\nkey = "x"\nkind = "guess"\n')
    append(prompts / "plans" / "default.toml", "\nsurprise = 1\n")
    found = "\n".join(map(str, find_problems(prompts, SOURCES)))
    for expected in (
        "only-here is missing in prompts/en",
        "only-here is not used",
        "button-yes is there twice",
        "not Fluent",
        "has variables",
        "prompts/forms/feedback.toml",
        "prompts/plans/default.toml",
    ):
        assert expected in found, found
    assert "common.ftl:" in found


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('kind = "scale"', 'kind = "several"', "2 to 12 options"),
        ('when = "useful <= 2"', 'when = "later <= 2"', "not asked before"),
        ('when = "useful <= 2"', 'when = "useful?"', "when is written"),
        ('key = "keep"', 'key = "useful"', "there twice"),
        ('key = "keep"', 'key = "Keep It"', "key"),
        ('name = "feedback"', 'name = "feedback"\nextra = 1', "extra"),
    ],
)
def test_a_form_with_a_mistake_is_refused_with_what_was_expected(prompts: Path, old: str, new: str, said: str) -> None:
    path = prompts / "forms" / "feedback.toml"
    path.write_text(path.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
    with pytest.raises(Setup, match=r"prompts/forms/feedback\.toml") as raised:
        furnish(prompts)
    assert said in str(raised.value)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('"1d", "3d", "7d", "14d"', '"1 day"', "expected a span"),
        ("[reminders.idle]", "[reminders.sleepy]", "sleepy"),
        ("budget = 5", "budget = 0", "budget"),
        ('name = "default"', 'name = "other"', "default"),
    ],
)
def test_a_plan_with_a_mistake_is_refused_with_what_was_expected(prompts: Path, old: str, new: str, said: str) -> None:
    path = prompts / "plans" / "default.toml"
    path.write_text(path.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
    with pytest.raises(Setup, match=r"prompts/plans/default\.toml") as raised:
        furnish(prompts)
    assert said in str(raised.value)
