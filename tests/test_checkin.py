"""A mentee's check-in as they live it: invited, answered early or late, corrected, reminded when silent."""

from datetime import date, timedelta

import pytest

from storage import tables
from tests.town import Town


def test_a_check_in_takes_a_few_taps_and_says_what_it_kept(town: Town) -> None:
    """How far, mood, next step, a word to the mentor; then a line a goal with its bar."""
    sari = town.with_goal()
    assert "sejauh mana" in sari.writes("/checkin")
    assert "Gimana rasanya" in sari.taps("50%")
    assert "langkah" in sari.taps("4")
    sari.writes("kirim draf ke Kak Budi")
    said = sari.taps("Lewati")
    assert "Portofolio data 50% ▰▰▰▰▰▱▱▱▱▱" in said
    assert "kirim draf ke Kak Budi" in said
    [week] = town.rows(tables.Checkin)
    assert (week.mood, week.next_step, week.for_mentor) == (4, "kirim draf ke Kak Budi", "")
    assert [row.percent for row in town.rows(tables.Progress)] == [50]


def test_one_behind_its_pace_is_asked_what_stood_in_the_way(town: Town) -> None:
    """A goal begun long ago expects more than it has; the obstacle is kept with the percent."""
    sari = town.with_goal()
    town.passes(days=60)
    sari.writes("/checkin")
    assert "menghambat" in sari.writes("0")
    sari.taps("Sinyal")
    sari.does("[3]", "[Lewati]", "[Lewati]")
    assert town.rows(tables.Progress)[0].obstacle == "signal"


def test_a_number_typed_with_words_behind_it_is_a_percent_and_a_note(town: Town) -> None:
    """Such as "60 draf pertama selesai"."""
    sari = town.with_goal()
    sari.writes("/checkin")
    assert "60% · draf pertama selesai" in sari.does("60 draf pertama selesai", "/ubah")
    sari.does("[Lanjut]", "[4]", "[Lewati]", "[Lewati]")
    [told] = town.rows(tables.Progress)
    assert (told.percent, told.note) == (60, "draf pertama selesai")


def test_an_answer_that_is_no_number_gets_what_was_heard_what_is_needed_and_an_example(town: Town) -> None:
    sari = town.with_goal()
    sari.writes("/checkin")
    said = sari.writes("lumayan")
    assert "“lumayan”" in said
    assert "0–100" in said
    assert "60" in said
    assert "[50%]" in said
    assert town.count(tables.Progress) == 0


def test_the_weekly_invitation_comes_at_the_persons_own_time_with_the_answer_one_tap_away(town: Town) -> None:
    """Sunday 16.00 in Kupang is 08.00 UTC; the tap on the reminder is the first answer."""
    sari = town.with_goal()
    town.passes(days=5, hours=4, minutes=59)
    assert "Check-in minggu ini" not in sari.screen
    town.passes(minutes=2)
    assert "Check-in minggu ini, Sari" in sari.screen
    assert "Gimana rasanya" in sari.taps("75%")
    assert town.rows(tables.Checkin)[0].occurrence == date(2026, 11, 29)


def test_an_early_answer_counts_and_the_invitation_does_not_come(town: Town) -> None:
    """Saturday's check-in is that of Sunday."""
    sari = town.with_goal()
    town.passes(days=4)
    sari.does("/checkin", "[50%]", "[4]", "[Lewati]", "[Lewati]")
    before = len(town.delivered)
    town.passes(days=2)
    assert len(town.delivered) == before
    assert town.rows(tables.Checkin)[0].occurrence == date(2026, 11, 29)


def test_a_late_answer_counts_for_the_week_that_was_asked(town: Town) -> None:
    """Wednesday's answer belongs to the Sunday before it."""
    sari = town.with_goal()
    town.passes(days=8)
    sari.does("/checkin", "[50%]", "[4]", "[Lewati]", "[Lewati]")
    answered = [row.occurrence for row in town.rows(tables.Checkin) if row.answered_at]
    assert answered == [date(2026, 11, 29)]


def test_answers_can_be_changed_after_they_were_saved(town: Town) -> None:
    """The week is looked at again with its answers; one is changed, the others stay."""
    sari = town.with_goal()
    sari.does("/checkin", "[50%]", "[4]", "langkah kecil", "[Lewati]")
    assert "Sudah pas?" in sari.taps("Ubah jawaban")
    sari.taps("Ubah")
    sari.taps("Rasanya minggu ini")
    sari.taps("2")
    assert "Sudah pas?" in sari.screen
    sari.taps("Simpan")
    [week] = town.rows(tables.Checkin)
    assert (week.mood, week.next_step) == (2, "langkah kecil")
    assert [row.percent for row in town.rows(tables.Progress)] == [50]


def test_silence_is_nudged_on_days_1_3_7_and_14_then_it_is_quiet_and_the_coordinator_sees_it(town: Town) -> None:
    """Four nudges after the first unanswered invitation, no weekly one beside them, then one line to the
    coordinator."""
    rina = town.citizen("6000000001")
    rina.writes(f"/start {town.invite('coordinator')}")
    rina.does("[Setuju]", "Rina", "[WIB]")
    sari = town.with_goal()
    seen = len(sari.messages)
    town.passes(days=60)
    days = [(at.date() - date(2026, 11, 29)).days for at, parcel in town.delivered if parcel.chat == sari.account][
        seen - 1 :
    ]
    reminders = [(at, p) for at, p in town.delivered if p.chat == sari.account and p.priority == 1]
    nudges = [(at.date() - date(2026, 11, 29)).days for at, p in reminders if "nudge" in str(p.screen)]
    assert nudges == [1, 3, 7, 14], days
    invitations = [p for _, p in reminders if "remind-checkin" in str(p.screen)]
    assert len(invitations) == 1
    told = [p for _, p in town.delivered if p.chat == rina.account and "coordinator-silent" in str(p.screen)]
    assert len(told) == 1


def test_an_answer_ends_the_silence_and_what_was_planned_about_it(town: Town) -> None:
    sari = town.with_goal()
    town.passes(days=6, hours=2)
    sari.does("/checkin", "[50%]", "[4]", "[Lewati]", "[Lewati]")
    assert not town.rows(tables.Due, kind="nudge")
    assert town.rows(tables.Membership)[0].silent_since is None


def test_a_nudge_is_answered_with_one_tap_of_mood(town: Town) -> None:
    """The mood of the nudge is kept; only what is still open is asked."""
    sari = town.with_goal()
    town.passes(days=6, hours=12)
    assert "Satu ketukan" in sari.screen
    assert "sejauh mana" in sari.taps("Berat")
    sari.does("[25%]", "[Lewati]", "[Lewati]")
    week = next(row for row in town.rows(tables.Checkin) if row.answered_at)
    assert week.mood == 1


def test_somebody_left_in_the_middle_is_reminded_once_and_what_they_said_counts_after_a_week(town: Town) -> None:
    """One gentle reminder after a day; after seven the conversation closes and the goal's percent is kept."""
    sari = town.with_goal()
    sari.does("/checkin", "[50%]")
    town.passes(days=3)
    idle = [p for _, p in town.delivered if "remind-idle" in str(p.screen)]
    assert len(idle) == 1
    assert town.count(tables.Progress) == 0
    town.passes(days=5)
    assert [row.percent for row in town.rows(tables.Progress)] == [50]
    assert {row.state for row in town.rows(tables.Conversation)} == {"closed"}


def test_nudges_that_were_missed_go_out_late_or_not_at_all_but_the_silence_is_seen(town: Town) -> None:
    """Down from day 2 to day 8: the nudge of day 7 still comes; down until day 20: none, but the coordinator hears."""
    rina = town.citizen("6000000001")
    rina.writes(f"/start {town.invite('coordinator')}")
    rina.does("[Setuju]", "Rina", "[WIB]")
    sari = town.with_goal()
    town.passes(days=6, hours=8)
    town.now += timedelta(days=7)
    town.passes(minutes=1)
    assert "nudge-7" in str([p.screen for _, p in town.delivered if p.chat == sari.account][-1])
    town.now += timedelta(days=20)
    town.passes(minutes=1)
    assert "nudge-14" not in str([p.screen for _, p in town.delivered])
    assert "coordinator-silent" in str([p.screen for _, p in town.delivered if p.chat == rina.account])


@pytest.mark.parametrize("hours", [1, 3])
def test_a_reminder_that_comes_late_says_when_it_was_due_and_comes_once(town: Town, hours: int) -> None:
    """Down over 16.00: afterwards one reminder, marked, never two."""
    sari = town.with_goal()
    town.now += timedelta(days=5, hours=5 + hours)
    town.ticks()
    town.ticks()
    town.deliver()
    reminders = [p for _, p in town.delivered if "remind-checkin" in str(p.screen)]
    assert len(reminders) == 1
    assert all(parcel.due for parcel in reminders)
    assert sari.messages
