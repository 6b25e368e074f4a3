"""Sessions as a pair lives them: proposed, answered, moved, called off, reminded of, and told of afterwards by both."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar
from sqlalchemy import insert, update

from bot.effects import ChangePerson, Erase
from storage import office, tables
from storage.rows import table
from tests.town import Citizen, Home, Pair, Town, settled


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of a town in which Sari and Budi have just been paired: enrolling them anew takes most of a test."""
    folder = tmp_path_factory.mktemp("begun")
    with settled(folder) as place:
        place.programme()
        place.pair()
    return folder / "town.db"


@pytest.fixture
def town(tmp_path: Path, begun: Path, home: Home) -> Iterator[Town]:
    with settled(tmp_path, begun, home(begun)) as place:
        place.tokens = itertools.count(100)
        yield place


@pytest.fixture
def pair(town: Town) -> Pair:
    """Sari in Kupang and Budi in Jakarta."""
    mentee, mentor = (town.citizen(row.external_id) for row in town.rows(tables.Account))
    return Pair(mentor, mentee, town.rows(tables.Pair)[0].id)


@pytest.fixture
def empty_town(tmp_path: Path, home: Home) -> Iterator[Town]:
    """A town with a programme and nobody in it."""
    with settled(tmp_path, url=home(None)) as place:
        place.programme()
        yield place


def file_of(citizen: Citizen) -> Any:
    """The calendar in the newest message that has one."""
    drawn = next(shown.drawn for shown in reversed(citizen.messages.values()) if shown.drawn.file)
    assert drawn.file
    return Calendar.from_ical(drawn.file.content["text"])


def events(citizen: Citizen) -> list[Any]:
    return list(file_of(citizen).walk("VEVENT"))


def links(citizen: Citizen) -> list[str]:
    """The addresses behind the buttons of the newest message."""
    return [key.url for row in list(citizen.messages.values())[-1].drawn.keys for key in row if key.url]


def proposes(sari: Citizen, *moments: str) -> str:
    return sari.does("/sesi", *moments, "[Selesai]", "[Kirim]")


def agrees(pair: Pair, moment: str = "Kamis 19.00") -> None:
    """One moment, proposed and taken."""
    proposes(pair.mentee, moment)
    pair.mentor.taps("Bisa")


def session(town: Town) -> Any:
    return town.rows(tables.Session)[-1]


def sent(town: Town, citizen: Citizen, key: str) -> list[datetime]:
    """When messages with this sentence came to somebody."""
    return [
        at
        for at, parcel in town.delivered
        if parcel.chat == citizen.account and f'"{key}"' in repr(parcel.screen).replace("'", '"')
    ]


# Finding a time


def test_three_moments_are_proposed_and_one_is_taken_with_a_tap(town: Town, pair: Pair) -> None:
    sari, budi = pair.mentee, pair.mentor
    said = proposes(sari, "Kamis 19.00", "Jumat 19.30", "Sabtu 09.00")
    assert "Terkirim ke Budi" in said
    assert "Sari mengusulkan sesi 45 menit, video" in budi.screen
    assert "① Kam 26 Nov, 18.00 WIB (19.00 WITA)" in budi.screen
    assert "③ Sab 28 Nov, 08.00 WIB (09.00 WITA)" in budi.screen
    said = budi.taps("②")
    assert "Jum 27 Nov, 18.30 WIB (19.30 WITA)" in said
    assert "Jum 27 Nov, 19.30 WITA (18.30 WIB)" in sari.screen
    row = session(town)
    assert (row.state, row.starts_at) == ("confirmed", datetime(2026, 11, 27, 11, 30, tzinfo=UTC))


def test_suggested_hours_are_outside_the_quiet_hours_of_both(town: Town, pair: Pair) -> None:
    town.apply(1, _changed(zone="Europe/Berlin"))
    shown = pair.mentor.writes("/sesi")
    assert "Berlin" in shown
    for clock in re.findall(r"\[\w+ \d+ \w+, (\d\d)\.\d\d WIB", shown):
        assert 13 <= int(clock) < 21


def _changed(**columns: Any) -> ChangePerson:
    return ChangePerson(columns)


@pytest.mark.parametrize(
    ("typed", "heard"),
    [
        ("lumayan", "belum kukenali sebagai waktu"),
        ("kemarin 19.00", "sudah lewat"),
        ("hari ini 08.00", "sudah lewat"),
        ("24 Desember 2027 19.00", "lebih dari setahun"),
        ("Kamis", "jam berapa?"),
        ("Kamis jam 7", "Maksudnya yang mana?"),
        ("tiap Selasa 19.00 100 kali", "2 sampai 26 kali"),
        ("tiap Selasa", "Jam berapa?"),
        ("tiap Selasa kedua 19:00, 6 kali", "Maksudnya yang mana?"),
    ],
)
def test_what_is_typed_wrong_gets_its_own_answer_and_the_question_stays(pair: Pair, typed: str, heard: str) -> None:
    pair.mentee.writes("/sesi")
    assert heard in pair.mentee.writes(typed)
    assert "✓ Kam 26 Nov, 19.00 WITA" in pair.mentee.writes("Kamis 19.00")


def test_a_fourth_moment_is_one_too_many(pair: Pair) -> None:
    pair.mentee.does("/sesi", "Kamis 19.00", "Jumat 19.00", "Sabtu 10.00")
    assert "Paling banyak 3" in pair.mentee.writes("Minggu 10.00")


def test_a_moment_in_the_partners_night_is_allowed_and_said(pair: Pair) -> None:
    pair.mentee.does("/sesi", "Kamis 06.00")
    assert "di luar jam Budi" in pair.mentee.taps("Selesai")
    pair.mentee.taps("Kirim")
    assert "Kam 26 Nov, 05.00 WIB (06.00 WITA), di luar jam Anda" in pair.mentor.screen


def test_an_hour_that_summer_time_skips_is_shown_shifted_and_asked(town: Town, pair: Pair) -> None:
    town.apply(1, _changed(zone="Europe/Berlin"))
    town.now = datetime(2027, 3, 20, 9, tzinfo=UTC)
    pair.mentee.writes("/sesi")
    said = pair.mentee.writes("28 Maret 02.30")
    assert "02.30 tidak ada" in said
    assert "[Min 28 Mar, 03.30" in said
    assert "✓ Min 28 Mar, 03.30" in pair.mentee.taps("03.30")


def test_moments_typed_behind_the_command_are_shown_before_they_are_sent(pair: Pair) -> None:
    said = pair.mentee.writes("/sesi Kamis 19.00")
    assert "Kam 26 Nov, 19.00 WITA" in said
    assert "[Kirim ke Budi]" in said


def test_length_kind_and_topic_can_be_changed_and_are_kept_for_next_time(town: Town, pair: Pair) -> None:
    sari = pair.mentee
    sari.does("/sesi", "Kamis 19.00", "[Selesai]", "[Ubah lama]", "[suara]", "[60 menit]")
    assert "60 menit, suara, dengan Budi (portofolio)" in sari.writes("portofolio")
    sari.taps("Kirim")
    assert "60 menit, suara (portofolio)" in pair.mentor.screen
    pair.mentor.taps("Bisa")
    assert (session(town).kind, session(town).minutes) == ("audio", 60)
    assert "60 menit, suara" in sari.does("/sesi", "[Usulkan waktu]", "Jumat 19.00", "[Selesai]")


def test_english_speakers_read_their_own_way_of_writing_times(empty_town: Town) -> None:
    both = empty_town.pair("Anna", "Emma", locale="en")
    both.mentee.does("/session", "Thursday 7 pm", "[Done]", "[Send to Anna]")
    assert "Emma suggests a 45-minute session, video" in both.mentor.screen
    assert "Thu 26 Nov, 6:00 pm WIB (7:00 pm WITA)" in both.mentor.screen
    assert "Session with Emma: Thu 26 Nov, 6:00 pm WIB" in both.mentor.taps("That works")


def test_a_mentor_proposes_too_and_reads_anda(pair: Pair) -> None:
    said = pair.mentor.writes("/sesi")
    assert "Kapan Anda bisa bertemu Sari?" in said
    pair.mentor.does("Kamis 19.00", "[Selesai]", "[Kirim]")
    assert "Kam 26 Nov, 20.00 WITA" in pair.mentee.taps("Bisa")


def test_somebody_without_a_partner_is_told_so(empty_town: Town) -> None:
    sari = empty_town.with_goal()
    assert "belum punya mentor" in sari.writes("/sesi")
    assert "belum punya mentor" in sari.writes("/ketemu")
    assert "belum punya mentor" in sari.taps_data("p:sessions")


def test_who_is_on_a_break_is_told_and_their_break_is_respected(pair: Pair) -> None:
    pair.mentor.writes("/jeda 2w")
    pair.mentee.writes("/sesi")
    assert "Budi masih jeda" in pair.mentee.writes("Kamis 19.00")
    assert "✓" in pair.mentee.writes("10 Desember 19.00")
    assert "jeda" in pair.mentor.writes("/sesi")


def test_two_partners_are_told_apart(town: Town, pair: Pair) -> None:
    town.mentee("5000000300", "Yosef").writes("/batal")
    town.writer.do(lambda c: office.pair(c, "Budi", "Yosef", now=town.now)).result(10)
    town.deliver()
    assert "Dengan siapa?" in pair.mentor.writes("/sesi")
    assert "Yosef" in pair.mentor.taps("Yosef")


# Answering


def test_other_times_are_offered_back_and_forth(town: Town, pair: Pair) -> None:
    proposes(pair.mentee, "Kamis 19.00", "Jumat 19.00")
    pair.mentor.taps("Waktu lain")
    pair.mentor.does("Sabtu 10.00", "[Selesai]")
    assert "Budi menawarkan waktu lain" in pair.mentee.screen
    assert "Sab 28 Nov, 11.00 WITA (10.00 WIB)" in pair.mentee.taps("Bisa")
    assert session(town).state == "confirmed"


def test_a_question_comes_first_and_the_moments_come_back_with_its_answer(town: Town, pair: Pair) -> None:
    proposes(pair.mentee, "Kamis 19.00", "Jumat 19.00")
    pair.mentor.taps("Tanya dulu")
    pair.mentor.writes("Mau bahas apa?")
    assert "Budi bertanya" in pair.mentee.screen
    assert "Mau bahas apa?" in pair.mentee.screen
    pair.mentee.does("[Jawab]", "Studi kasusku")
    assert "Studi kasusku" in pair.mentor.screen
    assert "Kam 26 Nov, 18.00 WIB" in pair.mentor.taps("①")
    assert session(town).state == "confirmed"


def test_an_answer_given_twice_changes_nothing(town: Town, pair: Pair) -> None:
    proposes(pair.mentee, "Kamis 19.00", "Jumat 19.00")
    proposal = list(pair.mentor.messages.values())[-1]
    first, second = proposal.buttons[0][1], proposal.buttons[1][1]
    pair.mentor.taps_data(first, proposal.id)
    assert "Sudah dijawab ✓ Sesinya Kam 26 Nov" in pair.mentor.taps_data(second, proposal.id)
    assert len(town.rows(tables.Session)) == 1


def test_a_proposal_taken_back_can_not_be_taken(pair: Pair) -> None:
    proposes(pair.mentee, "Kamis 19.00")
    pair.mentee.does("[Tarik usulan]", "[Belum siap]")
    assert "menarik usulan" in pair.mentor.screen
    assert "dibatalkan" in pair.mentor.taps("Bisa")


def test_a_proposal_whose_moments_are_over_leads_to_a_new_one(town: Town, pair: Pair) -> None:
    proposes(pair.mentee, "besok 19.00")
    town.now += timedelta(days=3)
    said = pair.mentor.taps("Bisa")
    assert "sudah lewat" in said
    assert "[Usulkan waktu]" in said


def test_somebody_else_can_not_answer(town: Town, pair: Pair) -> None:
    proposes(pair.mentee, "Kamis 19.00")
    data = list(pair.mentor.messages.values())[-1].buttons[0][1]
    other = town.with_goal("5000000400", "Yosef")
    assert "tidak ada" in other.taps_data(data)
    assert "ditunggu dari sana" in pair.mentee.taps_data(data)
    assert session(town).state == "proposed"


def test_proposing_twice_shows_what_waits_first(pair: Pair) -> None:
    proposes(pair.mentee, "Kamis 19.00")
    said = pair.mentee.taps_data("go:session:new")
    assert "belum dijawab" in said
    pair.mentee.taps("Ganti waktunya")
    pair.mentee.does("Jumat 19.00", "[Selesai]")
    assert "Jum 27 Nov, 18.00 WIB" in pair.mentor.screen
    assert "sudah mengusulkan" in pair.mentor.taps_data("go:session:new")


def test_both_proposing_at_once_need_one_answer(town: Town, pair: Pair) -> None:
    pair.mentee.does("/sesi", "Kamis 19.00", "[Selesai]")
    pair.mentor.does("/sesi", "Jumat 19.00", "[Selesai]")
    pair.mentee.taps("Kirim")
    said = pair.mentor.taps("Kirim")
    assert "juga baru mengusulkan" in said
    pair.mentor.taps("Lihat usulannya")
    pair.mentor.taps("Kam 26 Nov")
    assert sorted(row.state for row in town.rows(tables.Session)) == ["cancelled", "confirmed"]
    assert "dibatalkan" in pair.mentee.taps_data("go:session_answer:2:slot:20261127-1200")


def test_a_clash_is_said_whichever_side_has_it(town: Town, pair: Pair) -> None:
    agrees(pair)
    sari = pair.mentee
    sari.taps_data("go:session:new")
    assert "bertabrakan" in sari.writes("Kamis 19.30")
    yosef = town.mentee("5000000300", "Yosef")
    yosef.writes("/batal")
    town.writer.do(lambda c: office.pair(c, "Budi", "Yosef", now=town.now)).result(10)
    yosef.writes("/sesi")
    assert "Budi sudah ada sesi lain" in yosef.writes("Kamis 19.00")


def test_a_clash_that_came_up_meanwhile_is_found_when_it_is_written(town: Town, pair: Pair) -> None:
    pair.mentee.does("/sesi", "Kamis 19.00", "[Selesai]")
    pair.mentor.does("/sesi", "Kamis 18.30", "[Selesai]", "[Kirim]")
    pair.mentee.taps_data(list(pair.mentee.messages.values())[-1].buttons[0][1])
    assert session(town).state == "confirmed"
    assert "sudah terisi" in pair.mentee.taps("Kirim ke Budi")


# Series


@pytest.mark.parametrize("typed", ["tiap Selasa 19.00, 6 kali", "every Tuesday 19:00, six times", "[buttons]"])
def test_regular_times_are_agreed_at_once(town: Town, pair: Pair, typed: str) -> None:
    sari = pair.mentee
    sari.writes("/sesi")
    if typed == "[buttons]":
        sari.does("[Jadwal rutin]", "[Selesai]", "[Tiap minggu]", "[Selasa]", "[19.00]")
        said = sari.taps("6 kali")
    else:
        sari.writes(typed)
        said = sari.taps("Selesai")
    assert "tiap Selasa 19.00, 6 kali" in said
    sari.taps("Kirim")
    assert "6 sesi rutin" in pair.mentor.screen
    assert "6 sesi" in pair.mentor.taps("Bisa, semuanya")
    rows = town.rows(tables.Session)
    assert {row.state for row in rows} == {"confirmed"}
    assert {row.starts_at.weekday() for row in rows} == {1}
    assert len({row.uid for row in rows}) == 6
    assert len(events(sari)) == len(events(pair.mentor)) == 6


def test_every_second_tuesday_has_two_readings_and_both_are_shown(town: Town, pair: Pair) -> None:
    pair.mentee.writes("/sesi")
    said = pair.mentee.writes("every second Tuesday 19:00, six times")
    assert "[tiap 2 minggu, Selasa 19.00, 6 kali]" in said
    assert "[Selasa ke-2 tiap bulan, 19.00, 6 kali]" in said
    pair.mentee.does("[tiap 2 minggu]", "[Selesai]", "[Kirim]")
    pair.mentor.taps("semuanya")
    days = [row.starts_at for row in town.rows(tables.Session)]
    assert {later - before for before, later in itertools.pairwise(days)} == {timedelta(days=14)}


def test_one_of_a_series_is_called_off_or_all_that_is_left(town: Town, pair: Pair) -> None:
    pair.mentee.does("/sesi", "tiap Selasa 19.00, 3 kali", "[Selesai]", "[Kirim]")
    pair.mentor.taps("semuanya")
    pair.mentee.taps_data("go:session_cancel:2")
    pair.mentee.does("[Hanya yang ini]", "[Sakit]")
    assert [row.state for row in town.rows(tables.Session)] == ["confirmed", "cancelled", "confirmed"]
    pair.mentor.taps_data("go:session_cancel:1")
    pair.mentor.does("[Ini dan sisanya]", "[Ada urusan]")
    assert {row.state for row in town.rows(tables.Session)} == {"cancelled"}
    assert len(events(pair.mentee)) == 2


# The calendar


def test_the_calendar_file_has_one_uid_for_life_and_a_sequence_that_grows(town: Town, pair: Pair) -> None:
    agrees(pair)
    [first] = events(pair.mentee)
    assert str(file_of(pair.mentee)["METHOD"]) == "PUBLISH"
    assert first["DTSTART"].params["TZID"] == "Asia/Makassar"
    assert events(pair.mentor)[0]["DTSTART"].params["TZID"] == "Asia/Jakarta"
    assert file_of(pair.mentee).walk("VTIMEZONE")
    pair.mentee.does("[Pindah]", "Jumat 19.00", "[Selesai]")
    assert "ingin memindah" in pair.mentor.screen
    assert session(town).starts_at == datetime(2026, 11, 26, 11, tzinfo=UTC)
    pair.mentor.taps("Bisa")
    [moved] = events(pair.mentee)
    assert (str(moved["UID"]), int(moved["SEQUENCE"])) == (str(first["UID"]), 1)
    pair.mentor.does("[Batal]", "[Sakit]")
    [gone] = events(pair.mentee)
    assert str(file_of(pair.mentee)["METHOD"]) == "CANCEL"
    assert (str(gone["UID"]), int(gone["SEQUENCE"]), str(gone["STATUS"])) == (str(first["UID"]), 2, "CANCELLED")
    assert "Alasannya: Sakit" in pair.mentee.screen


def test_the_room_is_the_pairs_own_or_a_random_one(town: Town, pair: Pair) -> None:
    agrees(pair)
    link = session(town).link
    assert re.fullmatch(r"https://meet\.jit\.si/tuntun-[a-z0-9]{16}", link)
    assert any(
        "calendar.google.com" in url and "dates=20261126T110000Z%2F20261126T114500Z" in url
        for url in links(pair.mentee)
    )
    pair.mentor.taps_data(f"go:room:p{pair.id}")
    assert "tidak aman" in pair.mentor.writes("http://meet.example.com/a")
    assert "belum kukenali" in pair.mentor.writes("ruang saya")
    assert "https://meet.google.com/abc" in pair.mentor.writes("meet.google.com/abc")
    assert "memasang ruang tetap" in pair.mentee.screen
    assert session(town).link == "https://meet.google.com/abc"
    pair.mentee.does("/sesi", "[Usulkan waktu]", "Sabtu 10.00", "[Selesai]", "[Kirim]")
    pair.mentor.taps("Bisa")
    assert session(town).link == "https://meet.google.com/abc"


# Reminders


def test_both_are_reminded_a_day_and_a_quarter_of_an_hour_before(town: Town, pair: Pair) -> None:
    agrees(pair, "Jumat 19.00")
    start = session(town).starts_at
    town.passes(days=3, hours=7, minutes=50)
    for person in (pair.mentee, pair.mentor):
        assert sent(town, person, "remind-session-day") == [start - timedelta(hours=24)]
        assert sent(town, person, "remind-session-topic") == [start - timedelta(hours=26)]
        assert sent(town, person, "remind-session-soon") == [start - timedelta(minutes=15)]
    assert links(pair.mentee) == [session(town).link]


def test_a_day_before_one_tap_says_that_one_will_be_there(town: Town, pair: Pair) -> None:
    agrees(pair, "Jumat 19.00")
    town.passes(days=2, hours=8, minutes=5)
    assert "tercatat" in pair.mentee.taps("Bisa")
    assert "Sari juga siap" in pair.mentor.taps("Bisa")


def test_the_first_reminder_waits_for_the_morning_and_the_last_one_comes_anyhow(town: Town, pair: Pair) -> None:
    agrees(pair, "Jumat 06.00")
    town.passes(days=4)
    [day], [soon] = sent(town, pair.mentee, "remind-session-day"), sent(town, pair.mentee, "remind-session-soon")
    assert day == datetime(2026, 11, 25, 23, tzinfo=UTC)
    assert soon == datetime(2026, 11, 26, 21, 45, tzinfo=UTC)


def test_nobody_is_reminded_of_what_was_moved_or_called_off(town: Town, pair: Pair) -> None:
    agrees(pair, "Jumat 19.00")
    pair.mentee.does("[Pindah]", "Senin 19.00", "[Selesai]")
    pair.mentor.taps("Bisa")
    town.passes(days=4)
    assert sent(town, pair.mentee, "remind-session-soon") == []
    pair.mentee.taps_data(f"go:session_cancel:{session(town).id}")
    pair.mentee.taps("Sakit")
    town.passes(days=5)
    assert sent(town, pair.mentor, "remind-session-soon") == []
    assert sent(town, pair.mentor, "remind-session-met") == []


def test_moving_again_and_again_is_answered_gently(town: Town, pair: Pair) -> None:
    agrees(pair, "Jumat 19.00")
    for day in ("Sabtu", "Minggu"):
        pair.mentee.taps_data("go:session_move:1")
        pair.mentee.does(f"{day} 19.00", "[Selesai]")
        pair.mentor.taps("Bisa")
    assert "sudah beberapa kali pindah" in pair.mentee.taps_data("go:session_move:1")


def test_what_has_begun_can_be_neither_moved_nor_called_off(town: Town, pair: Pair) -> None:
    agrees(pair)
    town.now = session(town).starts_at + timedelta(minutes=5)
    assert "tidak bisa dibatalkan" in pair.mentee.taps_data("go:session_cancel:1")
    assert "tidak bisa dipindah" in pair.mentee.taps_data("go:session_move:1")
    assert session(town).state == "confirmed"


def test_a_late_cancellation_says_so(town: Town, pair: Pair) -> None:
    agrees(pair)
    assert "Boleh tahu kenapa?" in pair.mentee.taps_data("go:session_cancel:1")
    pair.mentee.writes("/batal")
    town.now = session(town).starts_at - timedelta(hours=3)
    assert "Kurang dari 24 jam" in pair.mentee.taps_data("go:session_cancel:1")
    pair.mentee.writes("anakku demam")
    assert "anakku demam" in pair.mentor.screen


# Afterwards


def over(town: Town) -> None:
    """Until both have been asked."""
    town.passes(hours=(session(town).starts_at - town.now).total_seconds() / 3600 + 1.1)


def test_both_are_asked_and_a_session_both_say_took_place_is_held(town: Town, pair: Pair) -> None:
    agrees(pair)
    over(town)
    assert "Jadi bertemu Budi" in pair.mentee.screen
    pair.mentee.taps("Ya, bertemu")
    assert session(town).state == "confirmed"
    pair.mentor.taps("Ya, bertemu")
    assert session(town).state == "held"


@pytest.mark.parametrize(
    ("mine", "theirs", "state"),
    [
        ("yes", "", "held"),
        ("", "", "unclear"),
        ("yes", "no", "unclear"),
        ("no", "no", "missed"),
        ("no", "", "missed"),
        ("moved", "moved", "moved"),
        ("yes", "moved", "unclear"),
    ],
)
def test_nothing_counts_as_held_that_nobody_said_was(
    town: Town, pair: Pair, mine: str, theirs: str, state: str
) -> None:
    agrees(pair)
    over(town)
    for person, word in ((pair.mentee, mine), (pair.mentor, theirs)):
        if word:
            person.taps_data(f"go:met:1:met:{word}")
            person.does("lewati") if word == "no" else person.writes("/batal")
    town.passes(days=3)
    assert session(town).state == state
    words = {row.met for row in town.rows(tables.SessionWord)}
    assert words == {mine, theirs} - {""}


def test_a_word_can_be_changed_later(town: Town, pair: Pair) -> None:
    agrees(pair)
    over(town)
    pair.mentee.taps_data("go:met:1:met:yes")
    pair.mentor.taps_data("go:met:1:met:no")
    pair.mentor.taps("Terlupa")
    assert session(town).state == "unclear"
    pair.mentor.taps_data("go:met:1:met:yes")
    assert session(town).state == "held"
    assert len(town.rows(tables.SessionWord)) == 2


def test_nobody_can_say_it_took_place_before_it_has_begun(town: Town, pair: Pair) -> None:
    agrees(pair)
    assert "Nanti kutanya" in pair.mentee.taps_data("go:met:1:met:yes")
    assert not town.rows(tables.SessionWord)


@pytest.mark.parametrize("typed", ["/ketemu kemarin 40 menit", "/met yesterday 40m"])
def test_a_meeting_that_was_not_planned_is_noted_and_the_other_side_is_asked(
    town: Town, pair: Pair, typed: str
) -> None:
    said = pair.mentee.writes(typed)
    assert "Sen 23 Nov, 40 menit" in said
    assert "Betul?" in pair.mentor.screen
    assert session(town).state == "confirmed"
    pair.mentor.taps("Betul")
    assert (session(town).state, session(town).minutes) == ("held", 40)


def test_a_noted_meeting_that_the_other_side_denies_is_not_held(town: Town, pair: Pair) -> None:
    pair.mentee.writes("/ketemu kemarin 40 menit")
    pair.mentor.does("[Tidak]", "lewati")
    assert session(town).state == "unclear"


def test_meetings_are_noted_by_buttons_too_once_and_never_ahead(town: Town, pair: Pair) -> None:
    assert "Kapan bertemu Budi?" in pair.mentee.writes("/ketemu")
    pair.mentee.taps("Kemarin")
    assert "45 menit" in pair.mentee.taps("45 menit")
    pair.mentor.writes("/ketemu kemarin 45 menit")
    assert len(town.rows(tables.Session)) == 1
    assert session(town).state == "held"
    assert "antara 5 menit dan 8 jam" in pair.mentee.writes("/ketemu kemarin 2 menit")
    assert "lama sekali" in pair.mentee.writes("/ketemu 200 hari lalu 40 menit")


# The written kind


def written(pair: Pair) -> None:
    pair.mentee.does("/sesi", "besok 19.00", "[Selesai]", "[Ubah lama]", "[tertulis]", "lewati", "[Kirim]")
    pair.mentor.taps("Bisa")


def test_a_text_session_asks_three_questions_and_swaps_the_answers_once_both_are_in(town: Town, pair: Pair) -> None:
    written(pair)
    town.passes(days=1, hours=12)
    assert "Sesi tertulis" in pair.mentee.screen
    pair.mentee.does("[Jawab pertanyaan]", "satu", "dua")
    assert "jawaban keduanya kukirim" in pair.mentee.writes("rahasia tiga")
    assert "rahasia" not in pair.mentor.screen
    assert "sudah masuk" in pair.mentee.taps_data("go:session_text:1")
    pair.mentor.does("[Jawab pertanyaan]", "a", "b", "c")
    assert "Jawaban Sari" in pair.mentor.said
    assert "rahasia tiga" in pair.mentor.said
    assert "Jawaban Budi" in pair.mentee.screen
    assert session(town).state == "held"
    assert "rahasia" not in "".join(str(row.screen) for row in town.rows(tables.Outbox))
    assert "rahasia" not in "".join(str(row.answers) for row in town.rows(tables.Conversation))


def test_a_text_session_that_one_side_answers_is_not_held_but_what_was_said_arrives(town: Town, pair: Pair) -> None:
    written(pair)
    town.passes(days=1, hours=12)
    pair.mentee.does("[Jawab pertanyaan]", "satu", "dua", "tiga")
    town.passes(days=3)
    assert session(town).state == "unclear"
    assert sent(town, pair.mentor, "session-text-answers")
    assert "habis" in pair.mentor.taps_data("go:session_text:1") or "selesai" in pair.mentor.said


# Pages, and a partner who goes


def test_the_list_shows_what_is_ahead_and_what_waits_and_each_opens(pair: Pair) -> None:
    assert "Belum ada sesi" in pair.mentee.taps_data("p:sessions")
    agrees(pair)
    said = pair.mentee.writes("/sesi")
    assert "[✓ Kam 26 Nov, 19.00 WITA · Budi]" in said
    said = pair.mentee.taps("✓ Kam 26 Nov")
    assert "Sesi dengan Budi ✓" in said
    for button in ("[Gabung]", "[+ Google Kalender]", "[Pindah]", "[Batal]", "[Ruang tetap]"):
        assert button in said
    assert "sudah tidak ada" in pair.mentee.taps_data("p:session:999")


def test_when_the_pair_ends_nothing_of_its_sessions_is_left_to_remind_of(town: Town, pair: Pair) -> None:
    agrees(pair, "Jumat 19.00")
    pairs = table(tables.Pair)
    town.writer.do(lambda c: c.execute(update(pairs).values(state="ended", ended_at=town.now))).result(10)
    town.passes(days=4)
    assert sent(town, pair.mentee, "remind-session-soon") == []
    assert "belum punya mentor" in pair.mentee.writes("/sesi")


def test_a_restart_in_the_middle_loses_no_moment(town: Town, pair: Pair) -> None:
    pair.mentee.does("/sesi", "Kamis 19.00")
    town.writer.stop()
    town.restart()
    assert "✓ Kam 26 Nov" in pair.mentee.writes("Jumat 19.00")
    pair.mentee.does("[Selesai]", "[Kirim]")
    assert len(session(town).slots) == 2


def test_another_series_is_offered_in_place_of_the_first(town: Town, pair: Pair) -> None:
    pair.mentee.does("/sesi", "tiap Selasa 19.00, 3 kali", "[Selesai]", "[Kirim]")
    said = pair.mentor.taps("Waktu lain")
    assert "Kapan Anda bisa bertemu Sari?" in said
    assert "menarik usulan" in pair.mentee.screen
    pair.mentor.does("tiap Rabu 19.00, 3 kali", "[Selesai]", "[Kirim]")
    pair.mentee.taps("semuanya")
    assert [row.state for row in town.rows(tables.Session)] == ["cancelled"] * 3 + ["confirmed"] * 3


def test_who_is_erased_leaves_no_word_of_theirs_behind(town: Town, pair: Pair) -> None:
    written(pair)
    town.passes(days=1, hours=12)
    pair.mentee.does("[Jawab pertanyaan]", "rahasia satu", "rahasia dua", "rahasia tiga")
    town.apply(town.rows(tables.Account, external_id=pair.mentee.account)[0].person_id, Erase())
    town.passes(days=4)
    assert "rahasia" not in "".join(str(row.screen) for row in town.rows(tables.Outbox))
    assert "rahasia" not in pair.mentor.said


def test_the_pairs_thread_reads_it_too_a_day_and_a_quarter_of_an_hour_before(town: Town, pair: Pair) -> None:
    """Only where there is one; nobody is called by it, as each has a message of their own."""
    budi = town.rows(tables.Account, external_id=pair.mentor.account)[0].person_id
    agrees(pair, "Jumat 19.00")
    account = {"person_id": budi, "platform": "discord", "external_id": "77", "chat": "77", "reach": "ok"}
    server = {"programme_id": 1, "guild": "5", "channel": "6", "state": "ok"}
    both = [insert(table(tables.Account)).values(account), insert(table(tables.Server)).values(server)]
    town.writer.do(lambda c: [c.execute(each, {"created_at": town.now}) for each in both]).result(10)
    town.passes(days=4)
    rows = [row for row in town.rows(tables.Outbox, chat=f"thread:{pair.id}") if row.kind == "session-thread"]
    assert [row.occurrence for row in rows] == ["session-thread:1:0:0", "session-thread:1:0:1"]
    assert not any(row.route for row in rows)
    assert session(town).link in str(rows[1].screen)
