"""Every screen in both languages, as it is read: a change of words or buttons shows up as a difference here.

`python -m tests.golden` draws tests/golden/{id,en}/*.txt anew; read what changed (`git diff tests/golden`) as the
student on the bus would, then commit it. tests/golden/book.py lists the sentences that need no drawing, and why.
"""

import difflib
from pathlib import Path

import pytest

from bot.talk.phrases import LOCALES
from tests.golden.book import FOLDER, UNSEEN, drawn, kept, unseen, unseen_variants
from tests.golden.drawing import keys_in

NAMES = sorted(str(path.relative_to(FOLDER)) for path in kept())


@pytest.mark.parametrize("name", NAMES)
def test_every_screen_is_as_it_was_read(name: str) -> None:
    path = FOLDER / name
    assert path in drawn(), f"{name} is left over: python -m tests.golden removes it"
    was, now = path.read_text(encoding="utf-8").splitlines(), drawn()[path].splitlines()
    difference = "\n".join(
        difflib.unified_diff(was, now, f"{name} as it was read", f"{name} as it is now", lineterm="")
    )
    assert not difference, f"{difference}\n\nIf that reads well: python -m tests.golden"


def test_every_drawing_is_kept() -> None:
    missing = sorted(str(path.relative_to(FOLDER)) for path in drawn().keys() - kept())
    assert missing == [], "python -m tests.golden writes them"


def test_every_sentence_is_seen_in_a_drawing() -> None:
    """A sentence nobody has read in its place may be wrong for years."""
    assert sorted(unseen() - UNSEEN.keys()) == []


def test_every_variant_of_a_sentence_is_seen() -> None:
    """The plural as well as the singular, what mentors read as well as what mentees do."""
    assert sorted(unseen_variants()) == []


def test_sentences_that_need_no_drawing_exist_and_are_not_drawn() -> None:
    assert sorted(UNSEEN.keys() - keys_in(LOCALES[0]).keys()) == []
    assert sorted(UNSEEN.keys() - unseen()) == []


def test_both_languages_have_the_same_drawings() -> None:
    one, two = ({path.name for path in kept() if path.parent.name == locale} for locale in LOCALES)
    assert one == two


def _golden(path: Path) -> str:
    return path.read_text(encoding="utf-8")


@pytest.mark.parametrize("locale", LOCALES)
def test_no_screen_shows_a_key_or_a_variable(locale: str) -> None:
    """Nothing of how a sentence is made is left in it."""
    for path in (path for path in kept() if path.parent.name == locale):
        assert not {mark for mark in ("{ $", "{$", "<b>", "</", "&amp;") if mark in _golden(path)}, path.name
