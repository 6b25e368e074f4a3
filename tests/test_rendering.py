"""What is kept of a message becomes what its reader sees, and nothing of it is ever lost."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from html import escape
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.messages import Attachment, Button, Say, Screen, pack_screen, say
from bot.ports import Parcel
from bot.talk.phrases import Phrases
from bot.talk.rendering import LAST_RESORT, TAG, Key, bare, render, size, split
from tests.fakes.telegram_html import parse_html, units
from tests.fakes.words import few_words

NOW = datetime(2026, 11, 24, 5, 0, tzinfo=UTC)  # Tuesday noon in Jakarta


@pytest.fixture
def phrases(tmp_path: Path) -> Phrases:
    return few_words(tmp_path)


def parcel(screen: Screen | None = None, **more: object) -> Parcel:
    packed = pack_screen(screen or Screen((say("said", text="hello"),)))
    return replace(Parcel(1, "telegram", "5", packed, "", 0, "en", "Asia/Jakarta", 1, None, NOW, None, "07:00"), **more)  # type: ignore[arg-type]


def test_lines_stand_under_each_other_and_values_are_escaped(phrases: Phrases) -> None:
    screen = Screen((say("bold", text="R&D <3"), say("said", text="*_`[")), ((Button(say("button-yes"), "a:1"),),))
    shown = render(parcel(screen), phrases, NOW)
    assert shown.texts == ("<b>R&amp;D &lt;3</b>\n*_`[",)
    assert (shown.keys, shown.trouble) == (((Key("Yes", "a:1"),),), ())


def test_a_bare_ampersand_in_prompts_is_no_error(tmp_path: Path) -> None:
    shown = render(parcel(Screen((say("it"),))), few_words(tmp_path, it="IT & data &amp; &lt;3"), NOW)
    assert shown.texts == ("IT &amp; data &amp; &lt;3",)


def test_a_button_shows_bare_words_and_may_be_a_link(phrases: Phrases) -> None:
    rows = ((Button("Tom & <b>Jerry</b>", "a:1"), Button(say("bold", text="me"), url="https://example.org")),)
    shown = render(parcel(Screen((say("said", text="x"),), rows)), phrases, NOW)
    assert shown.keys == ((Key("Tom & <b>Jerry</b>", "a:1"), Key("me", "", "https://example.org")),)


def test_a_late_reminder_says_when_it_was_due(phrases: Phrases) -> None:
    today = render(parcel(due=NOW - timedelta(hours=3)), phrases, NOW)
    yesterday = render(parcel(due=NOW - timedelta(hours=20)), phrases, NOW)
    assert today.texts == ("(was due 9:00 am WIB)\nhello",)
    assert yesterday.texts == ("(was due Mon 23 Nov, 4:00 pm WIB)\nhello",)


@pytest.mark.parametrize("line", [say("no-such-key"), say("needs-name"), say("said", text=object())])  # type: ignore[arg-type]
def test_what_cannot_be_said_is_replaced_and_the_rest_is_shown(phrases: Phrases, line: Say) -> None:
    screen = Screen((line, say("said", text="the rest")))
    kept = {"lines": [*({"say": line.key, "args": dict(line.args)} for line in screen.lines)]}
    shown = render(replace(parcel(), screen=kept), phrases, NOW)
    assert shown.texts == ("could not be shown\nthe rest",)
    assert line.key in shown.trouble[0]


def test_the_apology_is_said_once(phrases: Phrases) -> None:
    shown = render(parcel(Screen((say("nope"), say("said", text="x"), say("nope-too")))), phrases, NOW)
    assert (shown.texts, len(shown.trouble)) == (("could not be shown\nx",), 2)


@pytest.mark.parametrize(
    "kept", [None, {}, {"lines": 3}, {"lines": [{"say": 1}]}, {"lines": [], "file": {"kind": 1}}, []]
)
def test_whatever_a_row_holds_its_reader_hears_something(phrases: Phrases, kept: object) -> None:
    shown = render(replace(parcel(), screen=kept), phrases, NOW)
    assert shown.texts == ("could not be shown",)
    assert shown.trouble


def test_without_the_sentence_for_it_there_is_still_one(tmp_path: Path) -> None:
    shown = render(parcel(Screen((say("nope"),))), few_words(tmp_path, render_trouble=""), NOW)
    assert shown.texts == (LAST_RESORT,)


def test_an_empty_message_is_trouble_and_a_file_alone_is_none(phrases: Phrases) -> None:
    assert render(parcel(Screen((say("said", text=" "),))), phrases, NOW).trouble == ("nothing in it",)
    file = Attachment("json", "data.json", {"a": 1})
    shown = render(parcel(Screen((), attachment=file)), phrases, NOW)
    assert (shown.texts, shown.file, shown.trouble) == ((), file, ())


def test_a_button_that_would_cost_the_message_is_left_out(phrases: Phrases) -> None:
    row = (
        Button("long", "я" * 33),
        Button("none", ""),
        Button(say("nope"), "a:1"),
        Button(" ", "a:2"),
        Button("ok", "я" * 32),
    )
    shown = render(parcel(Screen((say("said", text="x"),), (row,))), phrases, NOW)
    assert [key.label for key in shown.keys[0]] == ["…", "…", "ok"]
    assert len(shown.trouble) == 3


def test_a_keyboard_stays_within_what_telegram_takes(phrases: Phrases) -> None:
    row = tuple(Button("x" * 300, f"a:{number}") for number in range(120))
    shown = render(parcel(Screen((say("said", text="x"),), (row,))), phrases, NOW)
    assert (sum(map(len, shown.keys)), max(map(len, shown.keys))) == (100, 8)
    assert {len(key.label) for key in shown.keys[0]} == {64}


def test_a_long_report_breaks_between_lines() -> None:
    lines = [f"<b>{number}.</b> {'x' * 60}" for number in range(200)]
    parts = split("\n".join(lines), 4096)
    assert "\n".join(parts).split("\n") == lines
    assert all(size(part) <= 4096 for part in parts)
    assert len(parts) == 4


def test_a_tag_that_is_open_at_a_break_goes_on_in_the_next_part() -> None:
    assert split("<b><i>one\ntwo</i></b>\nthree", 5) == ["<b><i>one</i></b>", "<b><i>two</i></b>", "three"]
    assert split("<b>" + "&amp;" * 7 + "</b>", 4) == ["<b>&amp;&amp;&amp;&amp;</b>", "<b>&amp;&amp;&amp;</b>"]


words = st.text(st.characters(exclude_categories=["Cs"]), max_size=30).map(lambda text: escape(text, quote=False))
pieces = st.lists(
    st.one_of(words, words.map(lambda text: f"<b>{text}</b>"), st.just("\n"), st.just("😀" * 9)), max_size=12
)


@given(pieces, st.integers(8, 40))
def test_every_part_is_html_that_fits_and_no_letter_is_lost(parts: list[str], most: int) -> None:
    text = "".join(parts)
    found = split(text, most)
    assert all(units(parse_html(part)[0]) <= most for part in found)
    assert _letters("".join(map(bare, found))) == _letters(bare(text))
    assert all(len(TAG.findall(part)) % 2 == 0 for part in found)


def _letters(text: str) -> str:
    return "".join(text.split())
