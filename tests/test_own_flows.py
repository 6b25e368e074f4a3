"""What every conversation about one's own rights and settings promises, whatever is tapped or typed in it."""

from dataclasses import replace
from datetime import UTC, datetime, time
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.flows.rights import FLOWS
from bot.mentoring.people import Facts, Role, Standing
from bot.messages import MAX_DATA, MAX_SLUG
from bot.talk.talk import look_ahead, stand
from tests.somebody import chat, facts, phrases, read, told

NAMES = sorted(flow.name for flow in FLOWS)

SUBJECTS = ["", "2w", "2 minggu", "more", "copied", "en", "field", "days", "hard", "x" * 100, "<&_*[", "🌿"]
TYPED = [
    "jam 9",
    "22.00",
    "2 minggu",
    "besok",
    "hapus",
    "kupang",
    "Sari",
    "sampai 5 januari",
    "lainnya",
    "7",
    "_*[<&",
    "\u202eabc",
    "😀",
]
people = st.builds(
    facts,
    role=st.sampled_from([*get_args(Role), None]),
    standing=st.sampled_from(get_args(Standing)),
    subject=st.sampled_from(SUBJECTS),
    locale=st.sampled_from(["id", "en"]),
    zone=st.sampled_from(["Asia/Jakarta", "Asia/Jayapura", "Europe/Berlin", "America/New_York"]),
    checkin_clock=st.times().map(lambda clock: clock.replace(second=0, microsecond=0, fold=0)),
    quiet_from=st.sampled_from([time(0), time(13), time(21), time(22)]),
    quiet_until=st.sampled_from([time(0), time(5), time(7), time(14)]),
    now=st.datetimes(datetime(2026, 1, 1), datetime(2028, 1, 1), timezones=st.just(UTC)),  # noqa: DTZ001
    about=st.sampled_from([{}, {"field": "tech", "wants": ["cv", "own words"], "hard": [], "days": ["sun"]}]),
)


@given(known=people, flow=st.sampled_from(NAMES), data=st.data())
def test_no_answer_breaks_a_conversation_and_every_screen_can_be_drawn(
    known: Facts, flow: str, data: st.DataObject
) -> None:
    """Taps and typing at random: each step leads to a screen or to effects that can be shown, in either language."""
    talk = chat(flow, known)
    for _ in range(12):
        if talk.move.talk is None:
            break
        assert read(talk.move.screen, known) if talk.move.screen else True
        place = look_ahead(talk.flow.run, known, talk.open.answers)
        assert 1 <= place.position <= place.total <= 6
        taps = [f"[{option}]" for option in talk.options()]
        talk(data.draw(st.sampled_from(taps + TYPED) if taps else st.sampled_from(TYPED) | st.text(max_size=30)))
    other = replace(known, me=replace(known.me, locale="en" if known.me.locale == "id" else "id"))
    assert talk.screen is not None
    told(talk.effects, other)


@given(known=people, flow=st.sampled_from(NAMES))
def test_the_likeliest_answers_lead_to_an_end(known: Facts, flow: str) -> None:
    """First buttons, or a plausible word, end every conversation within six steps; nothing is asked twice."""
    talk = chat(flow, known)
    asked: list[str] = []
    while talk.move.talk:
        asked.append(talk.open.asked)
        options = talk.options()
        talk(f"[{options[0]}]" if options and options[0][0] != "-" else "Sari")
        if "-done" in options:
            talk("[-done]") if talk.open.ticks else talk(f"[{options[0]}]", "[-done]")
        assert len(asked) <= 6
    assert len(asked) == len(set(asked))
    assert talk.effects


@given(known=people, flow=st.sampled_from(NAMES), data=st.data())
def test_replaying_the_answers_lands_on_the_same_question(known: Facts, flow: str, data: st.DataObject) -> None:
    talk = chat(flow, known)
    for _ in range(4):
        if talk.move.talk is None:
            return
        place = stand(talk.flow.run, known, talk.open.answers)
        assert place.question
        assert place.question.key == talk.open.asked
        assert len(place.question.key) <= MAX_SLUG
        for option in place.question.options(()):
            assert len(f"c:{2**53}:{place.question.key}:{option.slug}".encode()) <= MAX_DATA
        taps = [f"[{option}]" for option in talk.options()]
        talk(data.draw(st.sampled_from(taps or TYPED)))


@pytest.mark.parametrize("name", NAMES)
def test_every_conversation_has_a_name_to_be_called_by(name: str) -> None:
    assert phrases().ways(f"flow-{name}")
