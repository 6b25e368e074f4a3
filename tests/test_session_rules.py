"""Rules of sessions without a town: what series mean, which card comes, what a calendar reads, what counts as held."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from bot.flows.session_met import Told, read_met
from bot.furnish import PROMPTS
from bot.mentoring.ics import calendar_text, google_link
from bot.mentoring.plans import read_plan
from bot.mentoring.series import MOST, Rule, read_series, rule_of
from bot.mentoring.sessions import Seat, Session, moment_of, outcome, stamp
from bot.mentoring.topics import FEWEST, choose, deck, read_deck

NOW = datetime(2026, 11, 24, 3, tzinfo=UTC)  # Tuesday 10.00 WIB
JAKARTA = "Asia/Jakarta"


@pytest.mark.parametrize(
    ("typed", "slugs", "rest"),
    [
        ("tiap Selasa 19.00, 6 kali", ["r-1-0-1-0000-6"], "19.00"),
        ("tiap Selasa kedua 19:00, 6 kali", ["r-2-0-1-0000-6", "r-1-2-1-0000-6"], "19:00"),
        ("every second Tuesday 19:00, six times", ["r-2-0-1-0000-6", "r-1-2-1-0000-6"], "19:00"),
        ("every other tuesday at 7pm", ["r-2-0-1-0000-6"], "at 7pm"),
        ("tiap 2 minggu hari kamis jam 7 malam 4x", ["r-2-0-3-0000-4"], "jam 7 malam"),
        ("setiap minggu rabu 19.00", ["r-1-0-2-0000-6"], "19.00"),
        ("selasa kedua tiap bulan 19.00 enam kali", ["r-1-2-1-0000-6"], "19.00"),
        ("first monday of every month 10:00 3 times", ["r-1-1-0-0000-3"], "10:00"),
        ("tiap selasa 19:00 100 kali", [], ""),
        ("weekly on Friday 4pm 10 times", ["r-1-0-4-0000-10"], "4pm"),
    ],
)
def test_a_series_is_read_in_both_languages(typed: str, slugs: list[str], rest: str) -> None:
    said = read_series(typed)
    assert said
    assert ([rule.slug for rule in said.rules], said.rest) == (slugs, rest)


@pytest.mark.parametrize("typed", ["Kamis 19.00", "besok", "tiap hari", "", "every", "🙂", "tiap tiap tiap"])
def test_what_is_no_series_is_left_alone(typed: str) -> None:
    assert read_series(typed) is None


@given(st.text(max_size=80))
def test_no_text_breaks_the_reading(text: str) -> None:
    read_series(text)
    read_met(text, NOW, JAKARTA)


rules = st.builds(
    Rule,
    st.integers(1, 4),
    st.integers(0, 4),
    st.integers(0, 6),
    st.times().map(lambda t: time(t.hour, t.minute)),
    st.integers(2, MOST),
)


@given(rules, st.sampled_from([JAKARTA, "Europe/Berlin", "America/New_York"]))
def test_a_series_keeps_its_weekday_and_clock_and_says_its_name(rule: Rule, zone: str) -> None:
    """On the wall of whoever proposes, also over a change to summer time; an hour that is skipped moves on."""
    moments = rule.moments(NOW, zone)
    assert rule_of(rule.slug) == rule
    assert len(moments) == rule.count
    assert all(before < after for before, after in pairwise(moments))
    for moment in moments:
        wall = moment.astimezone(ZoneInfo(zone))
        assert moment > NOW
        assert wall.weekday() == rule.weekday
        assert wall.time() == rule.clock or wall.dst()


@given(st.datetimes(datetime(2020, 1, 1), datetime(2040, 1, 1)))  # noqa: DTZ001 - made aware below
def test_a_moment_keeps_its_name(moment: datetime) -> None:
    aware = moment.replace(second=0, microsecond=0, tzinfo=UTC)
    assert moment_of(stamp(aware)) == aware
    assert len(stamp(aware)) <= 24


@pytest.mark.parametrize(
    ("typed", "day", "minutes", "clock"),
    [
        ("yesterday 40m", 1, 40, None),
        ("kemarin 40 menit", 1, 40, None),
        ("kemarin lusa 1 jam", 2, 60, None),
        ("tadi 19.00 30 menit", 0, 30, time(19)),
        ("3 hari yang lalu 1,5 jam", 3, 90, None),
        ("2 days ago 1h", 2, 60, None),
        ("senin 45 menit", 1, 45, None),
    ],
)
def test_what_is_said_of_a_past_meeting(typed: str, day: int, minutes: int, clock: time | None) -> None:
    assert read_met(typed, NOW, JAKARTA) == Told(NOW.date() - timedelta(days=day), clock, minutes)


def test_what_is_missing_is_left_open() -> None:
    assert read_met("", NOW, JAKARTA) == Told()
    assert read_met("kemarin", NOW, JAKARTA).minutes is None


@pytest.mark.parametrize(
    ("one", "other", "state"),
    [
        ("yes", "yes", "held"),
        ("yes", "", "held"),
        ("", "", "unclear"),
        ("yes", "no", "unclear"),
        ("no", "moved", "missed"),
    ],
)
def test_held_needs_a_yes_and_no_no(one: str, other: str, state: str) -> None:
    assert outcome(one, other) == outcome(other, one) == state  # type: ignore[arg-type]


# Cards


def test_there_are_enough_cards_and_each_pair_goes_through_all_of_its_own() -> None:
    assert len(deck()) >= FEWEST
    fitting = [card for card in deck() if not card.subjects or "cv" in card.subjects]
    seen = [choose(7, number, ("cv",)).name for number in range(len(fitting))]
    assert sorted(seen) == sorted(card.name for card in fitting)
    assert "cv" in choose(7, 0, ("cv",)).subjects
    assert choose(7, 3, ("cv",)) == choose(7, 3, ("cv",))


def test_a_card_with_a_mistake_is_refused_with_its_place(tmp_path: Path) -> None:
    folder = tmp_path
    text = (PROMPTS / "topics.toml").read_text(encoding="utf-8")
    (folder / "topics.toml").write_text(text.replace('exercise = "', 'exercize = "', 1), encoding="utf-8")
    _, problems = read_deck(folder)
    assert any("prompts/topics.toml: card.0.id.exercise" in str(problem) for problem in problems)
    (folder / "topics.toml").write_text("[[card", encoding="utf-8")
    assert read_deck(folder)[1]


def test_a_folder_without_cards_uses_those_that_ship(tmp_path: Path) -> None:
    assert read_deck(tmp_path) == (deck(), [])


# The calendar


def test_a_calendar_file_reads_back_in_the_readers_zone() -> None:
    seat = Seat(1, "Anna; <b>", "mentor", "Europe/Berlin", "en")
    session = Session(
        1, 1, seat, Seat(2, "Sari"), "confirmed", starts_at=datetime(2027, 3, 28, 12, tzinfo=UTC), uid="x@tuntun"
    )
    calendar = Calendar.from_ical(calendar_text([session], NOW, "PUBLISH"))
    event: Any = calendar.walk("VEVENT")[0]
    assert event["DTSTART"].dt == datetime(2027, 3, 28, 14, tzinfo=ZoneInfo("Europe/Berlin"))
    assert str(event["SUMMARY"]) == "Mentoring: Anna; <b> & Sari"
    assert event["DTSTAMP"].dt == NOW
    assert calendar.walk("VTIMEZONE")[0]["TZID"] == "Europe/Berlin"
    assert "dates=20270328T120000Z%2F20270328T124500Z" in google_link(session)


def test_a_plan_may_count_backwards() -> None:
    text = (PROMPTS / "plans" / "default.toml").read_text(encoding="utf-8")
    plan, problems = read_plan(text, "x")
    assert plan
    assert plan.reminders["session-day"].after == (timedelta(hours=-24),)
    assert not problems
    assert read_plan(text.replace('"-24h"', '"-x"'), "x")[1]
