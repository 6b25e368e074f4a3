"""Every conversation about goals under random answers: it never raises, always ends, and each screen can be said."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.effects import Effect, SaveGoal, Start, Tell
from bot.flows.goals import FLOWS, PAGES
from bot.mentoring.people import MAX_STEPS, Facts, Goal, Membership, Partner, Person, Programme, Step, Visibility
from bot.messages import MAX_DATA, MAX_SLUG, Json, Say, Screen
from bot.talk import dialogue
from bot.talk.dialogue import Conversation, Move
from bot.talk.phrases import Phrases, Reader
from bot.talk.questions import Ear, Question
from bot.talk.talk import Flow, look_ahead, stand
from tests.town import furnished

NOW = datetime(2026, 11, 24, 3, tzinfo=UTC)
TODAY = date(2026, 11, 24)
LONGEST = 15  # steps of a walk before it must have ended
TYPED = (
    *("belajar python", "gak tau", "IELTS 6.5 sebelum akhir Maret", "2", "besok kirim draf", "🔥", "<b>&{x}", "مرحبا"),
    *(
        "a\nb\nc",
        "31 Desember",
        "3 bulan",
        "tanggal 40",
        "",
        "x" * 500,
        "Simpan",
        "-later",
        "-known",
        "baca, tulis, kirim",
    ),
)

steps = st.builds(
    Step,
    id=st.integers(1, 99),
    text=st.sampled_from(["kirim draf", "tulis 5 < 6 & {kata}"]),
    done=st.booleans(),
    due=st.sampled_from([None, TODAY - timedelta(days=3), TODAY + timedelta(days=3)]),
)
goals = st.builds(
    Goal,
    id=st.just(12),
    title=st.sampled_from(["Portofolio data", "<i>&</i> {braces}", "belajar", "m" * 100]),
    measure=st.sampled_from(["", "3 proyek"]),
    why=st.sampled_from(["", "karierku"]),
    due=st.sampled_from(
        [None, TODAY - timedelta(days=9), TODAY, TODAY + timedelta(days=90), TODAY + timedelta(days=800)]
    ),
    visibility=st.sampled_from(["pair", "private"]),
    percent=st.sampled_from([None, 0, 50, 100]),
    steps=st.lists(steps, max_size=MAX_STEPS).map(tuple),
    history=st.sampled_from([(), ((TODAY, 25),), ((TODAY - timedelta(days=50), 25), (TODAY, 50))]),
)
programmes = st.builds(
    Programme,
    id=st.just(1),
    slug=st.just("x"),
    name=st.just("Mentoring"),
    ends=st.sampled_from([None, TODAY - timedelta(days=1), TODAY + timedelta(days=5), TODAY + timedelta(days=200)]),
)
people = st.builds(
    Person,
    id=st.just(1),
    name=st.just("Sari"),
    locale=st.sampled_from(["id", "en"]),
    zone=st.sampled_from(["Asia/Jakarta", "America/Los_Angeles", "Pacific/Kiritimati"]),
    about=st.sampled_from([{}, {"field": "tech", "wants": ["cv", "Desain UI"], "skills": ["time"]}, {"wants": "?"}]),
)


@st.composite
def facts(draw: st.DrawFn) -> Facts:
    """What may be known when somebody taps a button about goals, their own or not."""
    mine = draw(goals)
    count = draw(st.integers(0, 3))
    active = tuple(replace(mine, id=12 + at) for at in range(count))
    mentor = draw(st.sampled_from([(), (Partner(1, 2, "Kak <Budi>", "mentor"),)]))
    member = Membership(1, draw(programmes), "mentee", "active")
    subject = draw(st.sampled_from(["", "first", "12", "12", "12", "99", "x"]))
    closed = () if draw(st.booleans()) else (replace(mine, id=99),)
    return Facts(NOW, TODAY, draw(people), member, mentor, goals=active, closed=closed, subject=subject)


def reader(known: Facts) -> Reader:
    return Reader(known.me.locale, known.me.zone, NOW)


def ear(known: Facts, phrases: Phrases) -> Ear:
    return Ear(NOW, known.me.zone, known.me.locale, lambda words: phrases.plain(words, reader(known)))


def read(screen: Screen | None, known: Facts) -> str:
    """The screen as its person sees it, in both languages; raises when a sentence or one of its values is missing."""
    phrases, text = furnished().phrases, ""
    for locale in ("en", "id", known.me.locale):
        lines = screen.lines if screen else ()
        text = "\n".join(phrases.plain(line, replace(reader(known), locale=locale)) for line in lines)
        for row in screen.buttons if screen else ():
            for button in row:
                assert phrases.plain(button.label, replace(reader(known), locale=locale)).strip()
                assert len(button.data.encode()) <= MAX_DATA
    return text


def walk(flow: Flow, known: Facts, choose: Any) -> list[Effect]:
    """Answer whatever is asked, by tapping or typing, until it ends."""
    talk = Conversation(2**40, flow.name, known.subject, known, flow.recall(known) if flow.recall else {})
    move = dialogue.go_on(flow, talk)
    for at in range(LONGEST):
        read(move.screen, known)
        if move.talk is None:
            return list(move.effects)
        place = look_ahead(flow.run, known, move.talk.answers)
        assert place.question is not None
        assert place.position <= place.total <= LONGEST
        move = answered(flow, move.talk, place.question, choose, at)
    return finished(flow, known, move)


def answered(flow: Flow, talk: Conversation, question: Question[Any], choose: Any, at: int) -> Move:
    assert len(question.key) <= MAX_SLUG
    slugs = [option.slug for option in question.options(())]
    assert all(len(slug) <= MAX_SLUG for slug in slugs)
    answer = choose(st.sampled_from([*slugs, *slugs, *TYPED]))
    if answer in slugs:
        return dialogue.tapped(flow, talk, question.key, answer, f"b{at}")
    return dialogue.typed(flow, talk, answer, f"m{at}", ear(talk.facts, furnished().phrases))


def finished(flow: Flow, known: Facts, move: Move) -> list[Effect]:
    """The rest of the walk by likely answers: wherever somebody stands, the way to the end is short."""
    answers: Mapping[str, Json] = move.talk.answers if move.talk else {}
    assert look_ahead(flow.run, known, answers).total <= LONGEST
    return []


@pytest.mark.parametrize("flow", FLOWS, ids=lambda flow: flow.name)
@given(known=facts(), data=st.data())
def test_whatever_is_answered_a_conversation_about_goals_ends_with_something_said(
    flow: Flow, known: Facts, data: st.DataObject
) -> None:
    effects = walk(flow, known, data.draw)
    for effect in effects:
        if isinstance(effect, Tell):
            assert read(effect.screen, known)
        if isinstance(effect, SaveGoal):
            assert 0 < len(effect.title) <= 100
            assert len(effect.steps) <= MAX_STEPS
            assert effect.goal is None or effect.due == known.goals[0].due
    assert not effects or isinstance(effects[-1], (Tell, Start))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
@given(known=facts())
def test_the_pages_about_goals_can_be_drawn_whatever_there_is(page: Any, known: Facts) -> None:
    screen = page.draw(known)
    assert read(screen, known)
    assert screen.buttons


@given(known=facts(), data=st.data())
def test_forgetting_an_answer_and_giving_it_again_changes_nothing(known: Facts, data: st.DataObject) -> None:
    """The promise of [Change], for a whole new goal."""
    flow, room = FLOWS[0], replace(known, goals=known.goals[:2])
    answers: dict[str, Json] = {
        "what": "baca 6 buku",
        "measure": "ringkasan",
        "why": "karier",
        "due": (TODAY + timedelta(days=30)).isoformat(),
        "step": "pilih buku",
        "card": "save",
    }
    answers |= {
        question.key: None for question in look_ahead(flow.run, room, answers).path if question.key[:3] == "day"
    }
    whole = stand(flow.run, room, answers)
    assert whole.question is None
    key = data.draw(st.sampled_from(sorted(answers)))
    less = {name: value for name, value in answers.items() if name != key}
    place = stand(flow.run, room, less)
    assert place.question is not None
    assert place.question.key == key
    assert stand(flow.run, room, less | {key: answers[key]}) == whole


def test_a_saved_goal_is_told_as_it_was_typed() -> None:
    """Text of people is never taken for ours."""
    known = Facts(NOW, TODAY, Person(1, "Sari", "id"), subject="")
    answers = {
        "what": "6 <b>buku</b> {x}",
        "measure": "-known",
        "why": "&",
        "due": "2026-12-24",
        "step": "besok <i>",
        "card": "private",
    }
    effects = stand(FLOWS[0].run, known, answers).effects
    assert isinstance(effects[0], SaveGoal)
    visibility: Visibility = "private"
    assert effects[0] == SaveGoal(
        None, "6 <b>buku</b> {x}", "", "&", date(2026, 12, 24), visibility, ("besok <i>",), TODAY + timedelta(days=1)
    )
    assert isinstance(effects[1], Tell)
    first: Say = effects[1].screen.lines[0]
    assert "6 &lt;b&gt;buku&lt;/b&gt; {x}" in furnished().phrases.html(first, reader(known))
