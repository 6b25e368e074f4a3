"""A person's settings and corrections, each a small conversation, and the private way to a human."""

from dataclasses import replace
from datetime import UTC, datetime, time
from typing import Any

import pytest

from bot.effects import AskHelp, ChangePerson, Effect, Start
from bot.flows.help import opening
from bot.flows.settings import rests
from bot.mentoring.calendar import Quiet
from storage import tables
from tests.somebody import chat, facts
from tests.town import Town


def test_a_call_for_help_reaches_coordinators_with_its_words() -> None:
    talk = chat("help_me")("[partner]", "mentorku <3 minggu diam")
    assert talk.effects[0] == AskHelp("partner", "mentorku <3 minggu diam")
    assert "<b>Sari</b> minta bantuan: pasangan mentoring" in talk.screen
    assert "“mentorku &lt;3 minggu diam”" in talk.screen


def test_words_behind_the_command_are_not_asked_for_again() -> None:
    talk = chat("help_me", facts(subject="mentorku diam"))("[partner]")
    assert talk.effects[0] == AskHelp("partner", "mentorku diam")
    assert chat("help_me", facts(subject="x" * 100))("[partner]").open.asked == "words"


@pytest.mark.parametrize("topic", ["partner", "goal", "time", "unsafe", "other"])
def test_words_are_not_needed_to_be_heard(topic: str) -> None:
    talk = chat("help_me")(f"[{topic}]", "[-skip]")
    assert talk.effects[0] == AskHelp(topic, "")
    assert "“" not in talk.screen


@pytest.mark.parametrize("locale", ["id", "en"])
def test_what_feels_unsafe_gets_an_emergency_number_before_anything_is_typed(locale: str) -> None:
    """In Indonesia 112 and 119 ext 8; elsewhere what is there."""
    talk = chat("help_me", facts(locale=locale))("[unsafe]")
    assert "112" in talk.screen
    assert "119 ext 8" in talk.screen
    assert "119 ext 8" in talk("[-skip]").screen
    assert "112" not in chat("help_me", facts(locale=locale, zone="Europe/Berlin"))("[unsafe]").screen
    assert "112" not in chat("help_me", facts(locale=locale))("[goal]").screen


@pytest.mark.parametrize(
    ("wall", "expected"),
    [
        ("2026-11-24T11:30", None),
        ("2026-11-24T08:00", None),
        ("2026-11-24T07:59", "2026-11-24T08:00"),
        ("2026-11-24T17:00", "2026-11-25T08:00"),
        ("2026-11-27T20:00", "2026-11-30T08:00"),
        ("2026-11-28T09:00", "2026-11-30T08:00"),
        ("2026-11-29T23:00", "2026-11-30T08:00"),
    ],
)
def test_out_of_office_hours_one_is_told_when_it_will_be_read(wall: str, expected: str | None) -> None:
    """Weekdays from eight to five where the programme is."""
    opens = opening(datetime.fromisoformat(f"{wall}+07:00"), "Asia/Jakarta")
    assert opens == (datetime.fromisoformat(f"{expected}+07:00") if expected else None)


def test_a_call_on_saturday_says_monday() -> None:
    talk = chat("help_me", facts(now=datetime(2026, 11, 28, 4, tzinfo=UTC)))("[goal]", "[-skip]")
    assert "Sen 30 Nov, 08.00 WIB" in talk.screen


# Settings and corrections


def changes(effects: tuple[Effect, ...]) -> dict[str, Any]:
    assert effects[1:] == (Start("settings"),)
    assert isinstance(effects[0], ChangePerson)
    return {**effects[0].changes, **effects[0].about}


@pytest.mark.parametrize(
    ("flow", "subject", "steps", "expected"),
    [
        ("set_name", "", ("Sari\n  Dewi",), {"name": "Sari Dewi"}),
        ("set_zone", "", ("[wita]",), {"zone": "Asia/Makassar"}),
        ("set_zone", "", ("jayapura",), {"zone": "Asia/Jayapura"}),
        ("set_checkin", "", ("[sat]", "[0800]"), {"checkin_day": 5, "checkin_clock": time(8)}),
        ("set_checkin", "", ("jumat", "jam 9"), {"checkin_day": 4, "checkin_clock": time(9)}),
        ("set_quiet", "", ("[late]",), {"quiet_from": time(22), "quiet_until": time(6)}),
        ("set_quiet", "", ("[none]",), {"quiet_from": time(0), "quiet_until": time(0)}),
        ("set_quiet", "", ("[own]", "[2000]", "[0500]"), {"quiet_from": time(20), "quiet_until": time(5)}),
        ("language", "", ("[en]",), {"locale": "en"}),
        ("language", "bahasa inggris", (), {"locale": "en"}),
        ("language", "Indonesia", (), {"locale": "id"}),
        ("edit", "field", ("Perikanan",), {"field": "Perikanan"}),
        ("edit", "field", ("[health]",), {"field": "health"}),
        ("edit", "wants", ("[career]", "[-done]"), {"wants": ["career"]}),
        ("edit", "hard", ("[-done]",), {"hard": []}),
        ("edit", "days", ("[mon]", "[fri]", "[-done]"), {"days": ["mon", "fri"]}),
    ],
)
def test_a_setting_is_changed_and_shown(
    flow: str, subject: str, steps: tuple[str, ...], expected: dict[str, Any]
) -> None:
    assert changes(chat(flow, facts(subject=subject))(*steps).effects) == expected


def test_a_check_in_cannot_be_set_into_quiet_hours() -> None:
    talk = chat("set_checkin")("[sun]", "22.00")
    assert "masuk jam tenang (21.00–07.00)" in talk.screen
    assert not any(rests(time(int(slug[:2])), Quiet()) for slug in talk.options() if slug.isdigit())


def test_quiet_hours_over_the_check_in_ask_for_another_time() -> None:
    talk = chat("set_quiet")("[own]", "jam 3 sore", "[0500]")
    assert "Check-in jam 16.00" in talk.screen
    assert changes(talk("[1200]").effects)["checkin_clock"] == time(12)
    assert "checkin_clock" not in changes(chat("set_quiet", facts("mentor"))("[own]", "jam 3 sore", "[0500]").effects)


def test_quiet_hours_leave_some_hours_to_talk() -> None:
    talk = chat("set_quiet")("[own]", "[2100]", "jam 6 sore")
    assert "16 jam" in talk.screen
    assert talk.open.asked == "until"


def test_what_is_known_already_is_shown_when_it_is_corrected() -> None:
    known = facts(subject="field", about={"field": "tech", "wants": ["cv"]})
    assert (
        "Sekarang: IT &amp; data" in chat("edit", known).screen or "Sekarang: IT & data" in chat("edit", known).screen
    )
    assert "[✓ CV" in chat("edit", replace(known, subject="wants")).screen


def test_corrections_offer_what_the_role_has() -> None:
    """A mentor corrects what mentors told, a mentee the goals as well, a coordinator only who they are."""
    assert chat("edit", facts("coordinator")).options() == ["name", "zone"]
    assert "goals" not in chat("edit", facts("mentor")).options()
    assert chat("edit")("[goals]").effects == (Start("goals"),)
    assert chat("edit")("[skills]").effects == (Start("edit", "skills"),)
    assert chat("edit", facts("coordinator", subject="field")).options() == ["name", "zone"]


def test_a_name_corrected_outside_any_conversation_is_kept(town: Town) -> None:
    sari = town.with_goal()
    said = sari.does("/ubah", "[Nama]", "Sari Dewi")
    assert "[Nama: Sari Dewi]" in said
    assert town.rows(tables.Person)[-1].name == "Sari Dewi"


def test_the_language_changes_with_the_very_answer(town: Town) -> None:
    sari = town.with_goal()
    assert "Your settings" in sari.writes("/bahasa inggris")
