"""Help with wording a goal: what counts as vague, and that every example is a goal one can see reached."""

import re
import tomllib
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.flows.goal_questions import MOST_LINE, MOST_TITLE
from bot.flows.goal_steps import MOST_STEP
from bot.flows.phrasing import (
    LONGEST_SUBJECT,
    example_of,
    examples,
    has_result,
    ideas,
    is_unsure,
    is_vague,
    subject_of,
    whys,
)

BOOK = tomllib.loads(files("bot.flows").joinpath("phrasing.toml").read_text(encoding="utf-8"))
LOCALES = ("id", "en")
WIDE = {"subject": "m" * LONGEST_SUBJECT, "x": " JavaScript", "with": " dengan Photoshop", "lang": "bahasa Mandarin"}
ABOUT = st.dictionaries(
    st.sampled_from(["field", "wants", "skills"]),
    st.sampled_from(["tech", "English", 3, None, ["cv", "english"], ["masak rendang"], [None, "time"], {"a": 1}]),
)


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("topic", BOOK["topics"])
def test_every_example_names_a_result_and_fits_its_fields(topic: str, locale: str) -> None:
    """Three a subject, in both languages, with the same number of months."""
    rows = BOOK["topics"][topic][locale]
    assert [row[3] for row in rows] == [row[3] for row in BOOK["topics"][topic]["id"]]
    assert len({row[0] for row in rows}) == 3
    for title, measure, step, months in rows:
        assert has_result(title), title
        assert len(title.format_map(WIDE)) <= MOST_TITLE
        assert len(measure) <= MOST_LINE
        assert len(step) <= MOST_STEP
        assert 1 <= months <= 12


@pytest.mark.parametrize(
    ("said", "near"),
    [
        ("belajar python", "Python"),
        ("pengen jago public speaking", "Presentasi 5 menit"),
        ("pengin bisa bahasa Jepang", "bahasa Jepang"),
        ("biar lebih pede", "Presentasi"),
        ("mau kerja di Google", "lamaran"),
        ("nyelesain skripsiku", "bab"),
        ("skripsi", "bab"),
        ("bisa Excel dong", "dengan Excel"),
        ("main gitar", "Main gitar: "),
    ],
)
def test_a_wish_in_indonesian_gets_goals_of_its_subject(said: str, near: str) -> None:
    assert any(near in idea.title for idea in ideas(said, {}, "id"))


@pytest.mark.parametrize(
    ("said", "near"),
    [
        ("get better at English", "English"),
        ("I want to improve my writing skills", "articles"),
        ("learn to code in JavaScript", "JavaScript"),
        ("find an internship", "applications"),
        ("stop procrastinating", "Plan my week"),
        ("play the guitar", "Play the guitar: "),
    ],
)
def test_a_wish_in_english_gets_goals_of_its_subject(said: str, near: str) -> None:
    assert any(near in idea.title for idea in ideas(said, {}, "en"))


@pytest.mark.parametrize(
    "said", ["belajar python", "pengen jago public speaking", "get better at English", "lanjut S2", "HTML5"]
)
def test_a_wish_without_number_or_result_is_vague(said: str) -> None:
    assert is_vague(said)


@pytest.mark.parametrize(
    "said",
    [
        "IELTS 6.5",
        "lulus TOEFL",
        "2 artikel",
        "dapat magang",
        "menyelesaikan bab dua",
        "publish an article",
        "get a job",
        "pass B2",
    ],
)
def test_a_number_or_a_result_is_clear_enough(said: str) -> None:
    """Only the form is looked at; nobody is told that a goal is too small or too big."""
    assert not is_vague(said)


@pytest.mark.parametrize(
    "said", ["gak tau", "Belum tahu nih", "bingung kak", "idk", "I don't know", "not sure yet", "🤷", "?"]
)
def test_not_knowing_is_heard_as_not_knowing(said: str) -> None:
    """They are offered goals near to what they told at enrolment."""
    assert is_unsure(said)
    assert ideas(said, {"wants": ["cv"]}, "id") == examples({"wants": ["cv"]}, "id")


@pytest.mark.parametrize("said", ["belajar python", "tidak menunda tugas", "not missing deadlines", "mengatur uang"])
def test_a_wish_is_not_taken_for_not_knowing(said: str) -> None:
    assert not is_unsure(said)


@pytest.mark.parametrize(
    ("said", "subject"),
    [
        ("pengen jago public speaking", "Public speaking"),
        ("Aku ingin bisa main gitar deh", "Main gitar"),
        ("I'd like to get better at chess.", "Chess"),
        ("belajar", ""),
    ],
)
def test_the_subject_of_a_wish_is_what_is_left_without_the_wishing(said: str, subject: str) -> None:
    assert subject_of(said) == subject


def test_examples_follow_what_somebody_told_and_leave_out_what_they_have() -> None:
    """First wants, then field, then skills; each of another kind."""
    about = {"field": "tech", "wants": ["cv"], "skills": ["time"]}
    first = examples(about, "id")
    assert [idea.title.split()[0] for idea in first] == ["Mengirim", "Membuat", "Membuat"]
    again = examples(about, "id", [idea.title for idea in first])
    assert not {idea.title for idea in first} & {idea.title for idea in again}


def test_somebody_who_told_nothing_sees_examples_too() -> None:
    assert len({idea.title for idea in examples({}, "en")}) == 3


def test_an_example_is_found_again_by_its_title() -> None:
    for locale in LOCALES:
        for idea in ideas("belajar python", {}, locale):
            assert example_of(idea.title, locale) == idea
    assert example_of("something else", "en") is None


@given(st.text(max_size=120), ABOUT, st.sampled_from(["id", "en", "ms"]))
def test_whatever_is_typed_gets_three_goals_that_can_be_kept(said: str, about: dict[str, object], locale: str) -> None:
    """Braces, emoji, right-to-left: an example sentence stays a sentence."""
    offered = ideas(said, about, locale)
    assert len({idea.title for idea in offered}) == len(offered) == 3
    assert all(has_result(idea.title) for idea in offered)
    assert all(0 < len(idea.title) <= MOST_TITLE and 0 < len(idea.step) <= MOST_STEP for idea in offered)


@pytest.mark.parametrize("locale", LOCALES)
def test_reasons_fit_on_buttons(locale: str) -> None:
    assert all(len(why) <= 30 and not re.search(r"[<>{}]", why) for why in whys(locale))
