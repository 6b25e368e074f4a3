"""What is kept and shown of words: cleaned once is clean, packed and unpacked is the same, a token is found again."""

from __future__ import annotations

import json
import unicodedata
from datetime import UTC
from typing import Any

from hypothesis import example, given
from hypothesis import strategies as st

from bot.mentoring.invitations import LETTERS, hash_token, make_token, token_in
from bot.messages import (
    MAX_TEXT,
    Attachment,
    Button,
    Say,
    Screen,
    Value,
    When,
    pack,
    pack_screen,
    unpack,
    unpack_screen,
)
from bot.talk.clean import clean, key_of

whole = st.text(st.characters(blacklist_categories=["Cs"]), max_size=30)
awkward = st.text(
    st.sampled_from(" \n\t\u00a0\u2028\u0301\u0958e\u202e\u2066\u0000\u200d\u0085\ufeffa\ud800😀"), max_size=60
)
long = st.builds(lambda text, times: text * times, awkward, st.integers(1, 400))
whens = st.builds(
    When,
    st.datetimes(timezones=st.just(UTC)) | st.dates() | st.times(),
    st.sampled_from(["full", "day", "clock"]),
)


def says(value: st.SearchStrategy[Any]) -> st.SearchStrategy[Say]:
    return st.builds(Say, whole, st.dictionaries(whole, value, max_size=3))


values: st.SearchStrategy[Value] = st.recursive(
    whole | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | whens,
    lambda inner: st.lists(inner, max_size=3).map(tuple) | says(inner),
    max_leaves=6,
)


labels = whole | says(values)
buttons = st.builds(Button, labels, data=whole) | st.builds(Button, labels, url=whole.filter(bool))
files = st.builds(
    Attachment, st.sampled_from(["json", "chart"]), whole, st.dictionaries(whole, whole | st.integers(), max_size=3)
)
screens = st.builds(
    Screen,
    st.lists(says(values), max_size=4).map(tuple),
    st.lists(st.lists(buttons, max_size=3).map(tuple), max_size=3).map(tuple),
    st.none() | files,
)


@given(value=values)
def test_a_value_is_the_same_after_it_was_stored(value: Value) -> None:
    assert unpack(json.loads(json.dumps(pack(value), ensure_ascii=False))) == value


@given(screen=screens)
def test_a_screen_is_the_same_after_it_was_stored(screen: Screen) -> None:
    assert unpack_screen(json.loads(json.dumps(pack_screen(screen), ensure_ascii=False))) == screen


@given(text=st.text() | awkward | long)
@example(text="e\u202e\u0301")
@example(text=" " * (MAX_TEXT - 1) + "a b")
@example(text="a" * (MAX_TEXT - 1) + " b")
@example(text="a\n\ud800\n\nb")
@example(text="\u0958" * MAX_TEXT)
def test_cleaned_text_is_short_plain_and_stays_as_it_is(text: str) -> None:
    """Never longer than MAX_TEXT, without control characters, overrides or halves of letters; clean twice is clean."""
    kept = clean(text)
    assert clean(kept) == kept
    assert len(kept) <= MAX_TEXT
    assert kept == kept.strip()
    assert not [letter for letter in kept if unicodedata.category(letter) in {"Cc", "Cs"} and letter != "\n"]
    assert not set(kept) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
    assert kept.encode() is not None  # it can be written down


@given(text=st.text() | awkward)
def test_comparing_looks_at_letters_and_digits_only(text: str) -> None:
    assert key_of(key_of(text)) == key_of(text)
    assert key_of(f" {text}! ") == key_of(text)


typed = st.sampled_from(["{}", " {} ", "/start {}", "/start@tuntun_bot {}", "/mulai {}", "{}\n"])


@given(draw=st.binary(min_size=16, max_size=40), shape=typed, lower=st.booleans(), dashes=st.booleans())
def test_a_token_is_found_however_it_is_typed(draw: bytes, shape: str, lower: bool, dashes: bool) -> None:
    """From a link, from a sheet of paper, in small letters; without its dashes if a digit tells it from words."""
    token = make_token(draw)
    assert len(token) == 19
    assert set(token) <= {*LETTERS, "-"}
    written = token if dashes or token.replace("-", "").isalpha() else token.replace("-", "")
    assert token_in(shape.format(written.lower() if lower else written)) == token


@given(text=st.text(max_size=100) | st.text(st.sampled_from("/start @bot-K7QF\ud800\n"), max_size=40))
@example(text="/start \ud800")
def test_whatever_is_typed_a_token_can_be_looked_for(text: str) -> None:
    token = token_in(text)
    assert token is None or len(hash_token(token)) == 64
