"""A person's own rights and settings: pause, resume, leave, erase, a copy, corrections, help; later, why and cancel."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.effects import (
    CloseTalk,
    Effect,
    Erase,
    Forget,
    SendMyData,
    SetStanding,
    Snooze,
    Start,
    TellCoordinators,
)
from bot.flows.rights import ACTIONS
from bot.mentoring.calendar import local_date
from bot.mentoring.people import Facts
from bot.ports import State
from bot.talk.dialogue import Conversation
from storage import tables
from tests.somebody import NOW, chat, facts, told
from tests.town import MENTORING, Town

TODAY = date(2026, 11, 24)


def kinds(effects: Any) -> list[str]:
    return [type(effect).__name__ for effect in effects]


def paused_until(effects: tuple[Effect, ...], zone: str = "Asia/Jakarta") -> date:
    """The day on which the pause is over, where the person lives."""
    [standing] = [effect for effect in effects if isinstance(effect, SetStanding)]
    assert standing.standing == "paused"
    assert standing.until
    return local_date(standing.until, zone)


# A pause and its end


@pytest.mark.parametrize(
    ("subject", "days"), [("2w", 14), ("2 minggu", 14), ("10 hari", 10), ("sebulan", 30), ("a week", 7), ("1y", 365)]
)
def test_a_span_behind_the_command_pauses_at_once(subject: str, days: int) -> None:
    talk = chat("pause", facts(subject=subject))
    assert paused_until(talk.effects) == TODAY + timedelta(days=days)
    assert "[Lanjut sekarang]" in talk.screen


@pytest.mark.parametrize("steps", [("[2026-12-08]",), ("2 minggu",), ("14 hari",), ("8 desember", "[2026-12-08]")])
def test_a_pause_is_tapped_or_typed_as_a_span_or_a_day(steps: tuple[str, ...]) -> None:
    assert paused_until(chat("pause")(*steps).effects) == date(2026, 12, 8)


@pytest.mark.parametrize(
    "answer", ["entahlah", "kemarin", "1 januari 2031", "[2026-11-24]", "[2031-01-01]", "[x]", "5 tahun"]
)
def test_what_is_no_day_within_a_year_is_asked_again(answer: str) -> None:
    talk = chat("pause")(answer)
    assert talk.open.asked == "until"
    assert not talk.open.answers


def test_a_pause_ends_on_the_persons_own_calendar() -> None:
    """Six in the evening UTC is the next day in Jayapura already."""
    known = facts(zone="Asia/Jayapura", now=datetime(2026, 11, 24, 18, tzinfo=UTC), subject="1 minggu")
    assert paused_until(chat("pause", known).effects, "Asia/Jayapura") == date(2026, 12, 2)


def test_a_pause_that_runs_can_be_ended_or_made_longer() -> None:
    paused = facts(standing="paused")
    assert "sampai Kam 3 Des" in chat("pause", paused).screen
    assert chat("pause", paused)("[resume]").effects == (Start("resume"),)
    assert paused_until(chat("pause", paused)("[longer]", "1 minggu").effects) == date(2026, 12, 10)
    assert paused_until(chat("pause", facts(standing="paused", subject="more"))("1 minggu").effects) == date(
        2026, 12, 10
    )


def test_a_pause_never_reaches_further_than_a_year_from_today() -> None:
    """Made longer again and again, or named in one go."""
    talk = chat("pause", facts(standing="paused", until=NOW + timedelta(days=360), subject="more"))
    assert not any(option.startswith("20") for option in talk.options())
    assert "di luar jangkauan" in talk("2 minggu").screen
    assert talk.open.asked == "until"


def test_a_coordinator_who_pauses_is_told_that_calls_for_help_do_not_arrive() -> None:
    assert "permintaan bantuan" in chat("pause", facts("coordinator", subject="2w")).screen
    assert "permintaan bantuan" not in chat("pause", facts("mentor", subject="2w")).screen


def test_resuming_says_so_or_that_there_was_nothing_to_resume() -> None:
    assert kinds(chat("resume", facts(standing="paused")).effects) == ["SetStanding", "TellPartners", "Tell"]
    assert kinds(chat("resume").effects) == ["Tell"]
    assert "tidak sedang jeda" in chat("resume").screen


@pytest.mark.parametrize("flow", ["pause", "resume", "leave"])
@pytest.mark.parametrize("known", [facts(None), facts(standing="left")])
def test_who_is_in_no_programme_is_led_to_help(flow: str, known: Facts) -> None:
    assert chat(flow, known).effects == (Start("help"),)


# Leaving


def test_leaving_says_goodbye_and_tells_the_coordinator_why() -> None:
    talk = chat("leave")("[time]", "[leave]")
    assert kinds(talk.effects) == ["TellCoordinators", "SetStanding", "CloseTalk", "Tell"]
    assert "<b>Sari</b> keluar dari program. Alasan: Sedang tidak ada waktu." in talk.screen
    assert "/hapus" in talk.screen
    assert "undangan baru" in talk.screen


def test_the_reason_for_leaving_is_nobodys_duty() -> None:
    assert "Alasan: tidak disebutkan" in chat("leave")("[-skip]", "[leave]").screen
    assert "Alasan: pindah &lt;kota&gt;" in chat("leave")("pindah <kota>", "[leave]").screen


def test_leaving_offers_a_pause_or_a_human_first() -> None:
    assert chat("leave")("[time]", "[pause]").effects == (Start("pause"),)
    assert chat("leave")("[uneasy]", "[talk]").effects == (Start("help_me"),)
    assert kinds(chat("leave")("[-skip]", "[stay]").effects) == ["Tell"]


# Erasing


def test_erasing_is_asked_twice_and_says_what_goes_and_what_stays() -> None:
    talk = chat("erase")
    assert "Yang dihapus" in talk.screen
    assert "Yang tinggal" in talk.screen
    assert talk.options()[0] == "copy"
    talk("[go]")
    assert not talk.effects
    assert kinds(talk("[erase]").effects) == ["TellCoordinators", "Erase", "CloseTalk", "Tell"]


@pytest.mark.parametrize("word", ["hapus", "HAPUS", "Hapus!", "erase", "DELETE"])
def test_the_second_yes_may_be_typed_as_a_word(word: str) -> None:
    assert Erase() in chat("erase")("[go]", word).effects


@pytest.mark.parametrize("steps", [("[no]",), ("[go]", "[keep]"), ("[go]", "ya"), ("[go]", "ok"), ("[go]", "[go]")])
def test_anything_else_erases_nothing(steps: tuple[str, ...]) -> None:
    assert Erase() not in chat("erase")(*steps).effects


@pytest.mark.parametrize("subject", ["", "copied"])
def test_a_thumb_that_taps_the_same_place_twice_erases_nothing(subject: str) -> None:
    """Where "go" stood, the second question has its harmless button."""
    talk = chat("erase", facts(subject=subject))
    place = talk.options().index("go")
    talk("[go]")
    assert talk.options()[place] == "keep"


def test_a_copy_comes_before_the_question_goes_on() -> None:
    assert chat("erase")("[copy]").effects == (SendMyData(), Start("erase", "copied"))
    assert "copy" not in chat("erase", facts(subject="copied")).options()
    assert chat("my_data").effects == (SendMyData(),)


def test_who_never_joined_can_be_erased_without_anybody_hearing() -> None:
    for known in (facts(None), facts(standing="left"), facts(standing="enrolling")):
        assert not any(
            isinstance(effect, TellCoordinators) for effect in chat("erase", known)("[go]", "[erase]").effects
        )


# Later, cancel


def act(action: str, arg: str, state: State | None = None, now: datetime = NOW) -> list[Effect]:
    known = facts()
    return ACTIONS[action](arg, state or State(known.me, known.membership), now)


@pytest.mark.parametrize(
    ("choice", "expected"),
    [("hour", "Sel 24 Nov, 12.30"), ("tonight", "Sel 24 Nov, 19.30"), ("tomorrow", "Rab 25 Nov, 09.00")],
)
def test_later_sends_the_reminder_again_and_says_when(choice: str, expected: str) -> None:
    effects = act("later", f"{choice}:nudge:2026-11-22")
    assert isinstance(effects[0], Snooze)
    assert (effects[0].kind, effects[0].subject) == ("nudge", "2026-11-22")
    assert f"diingatkan lagi {expected} WIB" in told(effects, facts())


def test_later_never_falls_into_quiet_hours() -> None:
    [snooze, _] = act("later", "hour:nudge:2026-11-22", now=datetime(2026, 11, 24, 13, 30, tzinfo=UTC))
    assert isinstance(snooze, Snooze)
    assert snooze.at == datetime(2026, 11, 25, 0, tzinfo=UTC)


FORGED = """hour|never:nudge:2026-11-22|hour:nudge:besok|hour:nudge:20261122xx|hour:step-due:x|hour:idle:3
    |hour:goal-missing:3|hour:coordinator:1|hour:checkin:|hour:goal-due:²|::|""".replace("\n    ", "").split("|")


@pytest.mark.parametrize("arg", FORGED)
def test_a_button_nobody_was_shown_plans_nothing(arg: str) -> None:
    assert act("later", arg) == [Start("help")]


@given(st.text(max_size=70))
def test_no_button_data_breaks_an_action(arg: str) -> None:
    for action in ACTIONS:
        effects = act(action, arg)
        assert not any(isinstance(effect, Snooze | CloseTalk) for effect in effects)


def test_cancel_closes_ones_own_conversation_and_no_other() -> None:
    known = facts()
    state = State(known.me, known.membership, (Conversation(5, "checkin", "", known),))
    assert act("cancel", "5", state)[0] == CloseTalk(5)
    assert kinds(act("cancel", "6", state)) == ["Tell"]
    assert Forget() not in act("cancel", "5", state)
    assert Forget() in act("cancel", "5", replace(state, membership=None))


# The whole way, on a disk


def test_erasing_leaves_nothing_of_the_person_and_nothing_open(town: Town) -> None:
    sari = town.with_goal()
    sari.writes("/checkin")
    sari.does("/hapus", "[Lanjut menghapus]")
    said = sari.writes("hapus")
    assert "semuanya terhapus" in said
    assert "check-in" not in said.casefold()
    for model in (tables.Person, tables.Account, tables.Membership, tables.Goal, tables.Conversation, tables.Due):
        assert town.count(model) == 0
    assert "tautan undangan" in sari.writes("halo")
    town.passes(days=30)
    assert sari.screen.startswith("Halo! Aku Tuntun")


def test_who_leaves_hears_no_more_and_the_coordinator_reads_why(town: Town) -> None:
    rina = town.citizen("900")
    rina.writes(f"/start {town.invite('coordinator')}")
    rina.does("[Setuju]", "Rina", "[WIB]")
    sari = town.with_goal()
    sari.does("/keluar", "[Sedang tidak ada waktu]", "[Ya, keluar]")
    assert "Sari keluar dari program. Alasan: Sedang tidak ada waktu." in rina.screen
    goodbye = sari.screen
    town.passes(days=30)
    assert sari.screen == goodbye
    assert "sudah keluar" in sari.writes("/bantuan")
    assert town.rows(tables.Membership, role="mentee")[0].standing == "left"


def test_a_paused_mentee_gets_nothing_until_the_day_they_named(town: Town) -> None:
    sari = town.with_goal()
    sari.writes("/jeda 2 minggu")
    before = sari.screen
    town.passes(days=13)
    assert sari.screen == before
    town.passes(days=1, hours=12)
    assert "Jedamu selesai" in sari.screen


def test_later_brings_the_reminder_again_and_why_explains_it(town: Town) -> None:
    sari = town.with_goal()
    town.passes(days=5, hours=6)
    assert "Check-in minggu ini" in sari.screen
    assert "check-in mingguan" in sari.taps("Kenapa aku dapat ini?")
    assert "kapan" in sari.taps("Nanti")
    assert "diingatkan lagi" in sari.taps("1 jam lagi")
    town.passes(hours=1, minutes=1)
    assert "Check-in minggu ini" in sari.screen


def test_a_forgotten_conversation_is_cancelled_from_its_reminder(town: Town) -> None:
    sari = town.with_goal()
    sari.does("/checkin", "[50%]")
    town.passes(days=1, hours=6)
    said = sari.taps("Batalkan")
    assert "dibatalkan" in said
    assert "Lanjut: check-in" not in said
    assert [talk.state for talk in town.rows(tables.Conversation, flow="checkin")] == ["closed"]


def test_who_stopped_halfway_in_goes_on_from_help_in_their_own_role(town: Town) -> None:
    """The invitation is used up by then; a mentor is not asked a mentee's questions."""
    budi = town.citizen("800")
    budi.writes(f"/start {town.invite('mentor')}")
    budi.does("[Setuju]", "/batal")
    assert "belum selesai" in budi.writes("halo")
    _, *steps = MENTORING["id"]("Budi")
    assert "mentor Mentoring Beasiswa 2026" in budi.does("[Lanjutkan pendaftaran]", *steps)
    assert town.rows(tables.Membership, role="mentor")[0].standing == "active"
