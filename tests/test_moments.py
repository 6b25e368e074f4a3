"""Dates and times as people type them: all known phrases, sentences that name none, and any text at all."""

import csv
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from time import perf_counter
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.talk.moment_words import LONGEST, WORDS
from bot.talk.moments import MOST, USUAL, Moment, read_clock, read_day, read_moments, read_span

DATA = Path(__file__).parent / "data"
JAKARTA = ZoneInfo("Asia/Jakarta")
BERLIN = ZoneInfo("Europe/Berlin")
NOW = datetime(2026, 11, 24, 10, tzinfo=JAKARTA)  # a Tuesday

ROWS = list(csv.DictReader((DATA / "date-phrases.tsv").read_text(encoding="utf-8").splitlines(), delimiter="\t"))
SILENT = [line for line in (DATA / "no-moment.txt").read_text(encoding="utf-8").splitlines() if line[0] != "#"]
MONTHS_ID = "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember"
MONTHS_EN = "January February March April May June July August September October November December"
WEEKDAYS_ID = "Senin Selasa Rabu Kamis Jumat Sabtu Minggu"


def shown(moment: Moment) -> str:
    """A moment as the table writes it."""
    if not moment.clock:
        return f"{moment.day}~{moment.part}" if moment.part else f"{moment.day}"
    return datetime.combine(moment.day, moment.clock, moment.offset).isoformat(timespec="minutes")


def read(text: str, now: datetime = NOW) -> list[str]:
    return [shown(moment) for moment in read_moments(text, now, JAKARTA)]


@pytest.mark.parametrize("row", ROWS, ids=[f"{row['id']}-{row['phrase']}" for row in ROWS])
def test_a_known_phrase_is_read(row: dict[str, str]) -> None:
    moments = read_moments(row["phrase"], datetime.fromisoformat(row["ref"]), ZoneInfo(row["zone"]))
    found = [shown(moment) for moment in moments]
    right = [] if row["expected"] == "NONE" else row["expected"].split("|")
    assert found[:1] == [choice for choice in right if choice in found[:1]]
    assert bool(found) == bool(right)
    assert row["kind"] != "ambig" or set(right) <= set(found)


@pytest.mark.parametrize("text", SILENT)
def test_a_sentence_that_names_no_moment_is_left_alone(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("besok jam 7-8 malam", "2026-11-25T19:00"),
        ("friday 7 to 9 pm", "2026-11-27T19:00"),
        ("dari jam 7 sampai jam 9 malam besok", "2026-11-25T19:00"),
        ("malam minggu jam 7", "2026-11-28T19:00"),
        ("besok jam 12 malam", "2026-11-26T00:00"),
        ("nanti malam jam 1", "2026-11-25T01:00"),
        ("besok jam 24.00", "2026-11-26T00:00"),
        ("besok jam 4", "2026-11-25T16:00"),
        ("jam 7", "2026-11-24T19:00"),
        ("1,5 jam lagi", "2026-11-24T11:30"),
        ("satu jam 30 menit lagi", "2026-11-24T11:30"),
        ("in an hour", "2026-11-24T11:00"),
        ("2 days from now at 10am", "2026-11-26T10:00"),
        ("2026-12-03T20:00:00Z", "2026-12-03T20:00+00:00"),
        ("2026-12-03T20:00-05:00", "2026-12-03T20:00-05:00"),
        ("3 Dec 8pm GMT+8", "2026-12-03T20:00+08:00"),
        ("jam 19.00 - 20.00 WIB besok", "2026-11-25T19:00+07:00"),
        ("on the 5th at 7pm", "2026-12-05T19:00"),
        ("12/15/2026 10:00", "2026-12-15T10:00"),
        ("tanggal 31", "2026-12-31"),
        ("29 Februari", "2028-02-29"),
        ("akhir bulan depan", "2026-12-31"),
        ("jam ７ malam", "2026-11-24T19:00"),
        ("be\u200bsok jam\u202e 7\u0000 malam", "2026-11-25T19:00"),
        ("besok jam tujuh belas", "2026-11-25T17:00"),
        ("habis jumatan", "2026-11-27T13:00"),
        ("kelasnya 19.30 WIB", "2026-11-24T19:30+07:00"),
        ("i can do sat at 9", "2026-11-28T09:00"),
        ("nanti sore abis kuliah jam 4 ya", "2026-11-24T16:00"),
        ("5/12", "2026-12-05"),
        ("tgl 8/10 jam 9 pagi", "2027-10-08T09:00"),
        ("15/12/26 10.00", "2026-12-15T10:00"),
        ("5 may at 3pm", "2027-05-05T15:00"),
        ("may 5th at 3pm", "2027-05-05T15:00"),
        ("let's finish it by dec 15", "2026-12-15"),
        ("December 3rd at 8pm", "2026-12-03T20:00"),
        ("dua puluh lima desember", "2026-12-25"),
        ("quarter to 8 pm friday", "2026-11-27T19:45"),
        ("half past 7 pm friday", "2026-11-27T19:30"),
        ("7 o'clock in the evening tomorrow", "2026-11-25T19:00"),
        ("jam 8 malam ini", "2026-11-24T20:00"),
        ("this evening", "2026-11-24~malam"),
        ("besok magrib", "2026-11-25T18:00"),
        ("besok tengah malam", "2026-11-26T00:00"),
        ("besok dini hari jam 2", "2026-11-25T02:00"),
        ("setengah jam lagi", "2026-11-24T10:30"),
        ("dua puluh menit lagi", "2026-11-24T10:20"),
        ("hari minggu depan jam 9 pagi", "2026-12-06T09:00"),
        ("minggu depan aku bisa rabu jam 7 malam", "2026-12-02T19:00"),
        ("kms ini jam 19.00", "2026-11-26T19:00"),
        ("akhir pekan depan", "2026-12-05"),
        ("8/10 jam 9 pagi", "2027-10-08T09:00"),
    ],
)
def test_more_ways_to_say_it(text: str, first: str) -> None:
    assert read(text)[0] == first


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("jumat nggak bisa kak, sabtu jam 9 pagi aja", "2026-11-28T09:00"),
        ("jumat? ga bisa. sabtu jam 9 pagi ya", "2026-11-28T09:00"),
        ("kalau jumat ga bisa gimana kalau sabtu jam 9 pagi", "2026-11-28T09:00"),
        ("if not friday, then saturday 9am", "2026-11-28T09:00"),
        ("nggak jadi besok, tapi lusa jam 7 malam", "2026-11-26T19:00"),
        ("pindah dari kamis jam 4 ke jumat jam 4 sore", "2026-11-27T16:00"),
        ("kemarin aku sakit, besok jam 7 malam ya", "2026-11-25T19:00"),
        ("besok aku ujian, gimana kalau kamis jam 7 malam?", "2026-11-26T19:00"),
        ("besok aku ujian, jumat aku bisa setelah kuliah jam 5 sore", "2026-11-27T17:00"),
        ("don't do friday, saturday 9am is better", "2026-11-28T09:00"),
        ("besok jam 7 malam ya kak, kalau pagi nggak bisa", "2026-11-25T19:00"),
        ("malam kak, besok jam 9 pagi bisa?", "2026-11-25T09:00"),
        ("ulang tahunku 17 Agustus 2001 loh kak, besok jam 7 malam ya", "2026-11-25T19:00"),
        ("why not friday 5pm", "2026-11-27T17:00"),
        ("jangan lupa besok jam 7 malam", "2026-11-25T19:00"),
    ],
)
def test_what_is_refused_or_over_does_not_hide_what_is_offered(text: str, first: str) -> None:
    assert read(text)[0] == first


@pytest.mark.parametrize(
    ("text", "all_of_them"),
    [
        ("jam 7 atau 8 malam besok", ["2026-11-25T19:00", "2026-11-25T20:00"]),
        ("sabtu atau minggu jam 9 pagi", ["2026-11-28T09:00", "2026-11-29T09:00"]),
        ("rabu/kamis sore", ["2026-11-25~sore", "2026-11-26~sore"]),
        ("besok pagi atau malam", ["2026-11-25~pagi", "2026-11-25~malam"]),
        ("jam 7 malam atau besok jam 8 malam", ["2026-11-24T19:00", "2026-11-25T20:00"]),
        ("Senin 8 Desember 2026", ["2026-12-08", "2026-11-30"]),
        ("besok senin jam 7 malam", ["2026-11-25T19:00", "2026-11-30T19:00"]),
        ("besok jam 9", ["2026-11-25T09:00", "2026-11-25T21:00"]),
        ("besok jam 09.00", ["2026-11-25T09:00"]),
    ],
)
def test_every_alternative_is_given_and_no_other(text: str, all_of_them: list[str]) -> None:
    assert read(text) == all_of_them


@pytest.mark.parametrize(
    "text",
    [
        *("31 Februari", "30/02/2027", "tanggal 32", "tgl 3 bulan 13", "2026-13-01", "besok jam 25", "25:00"),
        *("besok 19:75", "31 Februari aku ujian jam 9 pagi", "0 hari lagi", "9999 tahun lagi", "3 Des 8pm UTC+99"),
    ],
)
def test_what_no_calendar_or_clock_has_is_nothing(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    "text", ["hari ini jam 9 pagi", "25 Desember 2025", "24/11/2026 09:30", "1 Jan 2020 jam 7 malam"]
)
def test_a_day_that_is_named_and_over_is_not_moved(text: str) -> None:
    assert read(text) == []


def test_a_part_of_today_that_is_over_is_no_answer() -> None:
    afternoon = NOW.replace(hour=16)
    assert read("pagi ini", afternoon) == []
    assert read("nanti pagi", afternoon) == ["2026-11-25~pagi"]
    assert read("selasa pagi", afternoon) == ["2026-12-01~pagi"]
    assert read("selasa sore", afternoon) == ["2026-11-24~sore", "2026-12-01~sore"]


# Questions for a time, a day, a while


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("jam 7 malam", [time(19)]),
        ("19.30", [time(19, 30)]),
        ("7pm", [time(19)]),
        ("setengah 8", [time(7, 30), time(19, 30)]),
        ("9", [time(9), time(21)]),
        ("4", [time(16), time(4)]),
        ("jam sembilan pagi aja kak", [time(9)]),
        ("7 atau 8 malam", [time(19), time(20)]),
        ("tiap hari jam 8 malam", [time(20)]),
        ("12 malam", [time(0)]),
        ("pagi aja", [USUAL["pagi"]]),
        ("abis magrib", [time(18, 30)]),
        *((text, []) for text in ("", "25", "80%", "skor 9", "2 jam", "pagi kak", "oke", "9.75")),
    ],
)
def test_a_time_of_day_is_read_where_one_is_asked_for(text: str, times: list[time]) -> None:
    assert list(read_clock(text)) == times


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("31 Maret", date(2027, 3, 31)),
        ("akhir bulan", date(2026, 11, 30)),
        ("3 bulan lagi", date(2027, 2, 24)),
        ("end of March", date(2027, 3, 31)),
        ("akhir tahun", date(2026, 12, 31)),
        ("Mar 31 2027", date(2027, 3, 31)),
        ("Maret", date(2027, 3, 31)),
        ("bulan mei", date(2027, 5, 31)),
        ("bulan may", date(2027, 5, 31)),
        ("May 2028", date(2028, 5, 31)),
        ("tahun depan", date(2027, 12, 31)),
        ("next year", date(2027, 12, 31)),
        ("awal bulan depan", date(2026, 12, 1)),
        ("middle of march", date(2027, 3, 15)),
        ("akhir 2027", date(2027, 12, 31)),
        ("3 bulan", date(2027, 2, 24)),
        ("in 6 months", date(2027, 5, 24)),
        ("sebelum akhir juni", date(2027, 6, 30)),
        ("8/10", date(2027, 10, 8)),
        ("besok jam 7", date(2026, 11, 25)),
        *((text, None) for text in ("oke", "may", "jam 7", "7", "2025", "semester 5", "100 tahun", "5 jam", "31 Juni")),
    ],
)
def test_a_day_is_read_where_one_is_asked_for(text: str, first: date | None) -> None:
    assert next(iter(read_day(text, NOW, JAKARTA)), None) == first


def test_the_last_day_of_a_shorter_month_stands_for_the_31st() -> None:
    assert read_day("sebulan lagi", datetime(2027, 1, 31, 9, tzinfo=JAKARTA), JAKARTA) == (date(2027, 2, 28),)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        *(("2w", 14), ("2 minggu", 14), ("10 hari", 10), ("sebulan", 30), ("a week", 7), ("3d", 3), ("1 bulan", 30)),
        *(("dua minggu", 14), ("selama 2 minggu ya kak", 14), ("2W", 14), ("365 hari", 365), ("setahun", 365)),
        *((text, None) for text in ("", "2", "0d", "366d", "2 tahun", "99999d", "-3d", "3 jam", "besok", "2w 3d")),
    ],
)
def test_a_while_is_from_a_day_to_a_year(text: str, days: int | None) -> None:
    assert read_span(text) == (timedelta(days=days) if days else None)


# Zones


def test_a_named_zone_keeps_its_own_clock() -> None:
    (moment,) = read_moments("besok jam 7 malam WIT", NOW, JAKARTA)
    assert moment.at(JAKARTA) == datetime(2026, 11, 25, 17, tzinfo=JAKARTA)


def test_a_clock_in_a_zone_ahead_is_its_next_time_there() -> None:
    """At 23:00 in Jakarta it is 01:00 in Jayapura."""
    (moment,) = read_moments("jam 02.00 WIT", NOW.replace(hour=23), JAKARTA)
    assert moment.at(JAKARTA) == datetime(2026, 11, 25, 0, tzinfo=JAKARTA)


def test_an_hour_that_summer_time_skips_is_read_after_the_change() -> None:
    now = datetime(2027, 3, 27, 12, tzinfo=BERLIN)
    (moment,) = read_moments("besok jam 02.30", now, BERLIN)
    at = moment.at(BERLIN)
    assert at is not None
    assert (at.hour, at.minute) == (3, 30)


def test_two_hours_are_two_hours_when_the_clock_goes_back() -> None:
    now = datetime(2027, 10, 31, 1, 30, tzinfo=BERLIN)
    (moment,) = read_moments("2 jam lagi", now, BERLIN)
    assert moment.clock == time(2, 30)
    at = moment.at(BERLIN)
    assert at is not None
    assert at.astimezone(UTC) == now.astimezone(UTC) + timedelta(hours=2)


def test_only_a_day_has_no_moment_and_a_part_has_its_usual_hour() -> None:
    assert Moment(NOW.date()).at(JAKARTA) is None
    assert Moment(NOW.date(), part="sore").at(JAKARTA) == NOW.replace(hour=16)


# Any text


NUMBERS = "7 19.30 31 15/12 2026-12-15 2027 atau , . - % : 12 08.00 3/4 +08:00 2w"
PIECES = st.sampled_from([*WORDS, *NUMBERS.split()])
TEXTS = st.text(max_size=60) | st.lists(PIECES | st.text(max_size=4), max_size=14).map(" ".join)
NOWS = st.datetimes(datetime(2024, 1, 1), datetime(2040, 1, 1)).map(lambda naive: naive.replace(tzinfo=UTC))  # noqa: DTZ001
ZONES = st.sampled_from(["Asia/Jakarta", "Asia/Jayapura", "Europe/Berlin", "America/St_Johns", "UTC"]).map(ZoneInfo)


@given(TEXTS, NOWS, ZONES)
def test_a_reading_is_ahead_or_today(text: str, now: datetime, zone: ZoneInfo) -> None:
    moments = read_moments(text, now, zone)
    today = now.astimezone(zone).date()
    for moment in moments:
        at = moment.at(zone)
        assert at is None or at > now or (moment.part and moment.day == today)
        assert moment.clock or moment.day >= today
        assert moment.clock is None or moment.part is None
    assert len(set(moments)) == len(moments) <= MOST


@given(TEXTS, NOWS, ZONES)
def test_the_same_text_is_read_the_same_way_whatever_its_case(text: str, now: datetime, zone: ZoneInfo) -> None:
    assert read_moments(text, now, zone) == read_moments(text, now, zone)
    if text.isascii():
        assert read_moments(text, now, zone) == read_moments(f"  {text.upper()}\n", now, zone)


@given(TEXTS, NOWS, ZONES)
def test_days_times_and_whiles_are_read_from_any_text(text: str, now: datetime, zone: ZoneInfo) -> None:
    assert all(day >= now.astimezone(zone).date() for day in read_day(text, now, zone))
    assert all(isinstance(clock, time) for clock in read_clock(text))
    span = read_span(text)
    assert span is None or timedelta(days=1) <= span <= timedelta(days=365)


def ways(at: datetime) -> list[str]:
    """The usual ways to write a date and a time of 24 hours."""
    month_id, month_en = MONTHS_ID.split()[at.month - 1], MONTHS_EN.split()[at.month - 1]
    half_day = f"{at.hour % 12 or 12}:{at.minute:02} {'pm' if at.hour >= 12 else 'am'}"
    return [
        f"{at:%Y-%m-%d %H:%M}",
        f"{at:%Y-%m-%dT%H:%M}",
        f"{at:%d/%m/%Y %H.%M}",
        f"{at:%d-%m-%Y} pukul {at:%H.%M}",
        f"{at.day} {month_id} {at.year} jam {at:%H.%M}",
        f"{WEEKDAYS_ID.split()[at.weekday()]}, {at.day} {month_id} {at.year}, pukul {at:%H.%M}",
        f"{at.day} {month_id[:3].lower()} {at.year} {at:%H:%M}",
        f"{month_en} {at.day}, {at.year} {half_day}",
        f"{half_day} on {at.day} {month_en} {at.year}",
        f"bisanya jam {at:%H.%M} tanggal {at.day} {month_id} {at.year} kak",
    ]


@given(st.integers(1, 900 * 24 * 60), st.integers(0, 9))
def test_a_date_and_time_written_in_a_usual_way_is_read_back(minutes: int, way: int) -> None:
    at = (NOW + timedelta(minutes=minutes)).replace(second=0)
    text = ways(at)[way]
    assert read(text) == [f"{at:%Y-%m-%dT%H:%M}"], text


@given(st.integers(0, 6), st.integers(0, 23), st.integers(0, 59))
def test_a_weekday_and_time_is_its_next_one(weekday: int, hour: int, minute: int) -> None:
    (moment, *_) = read_moments(f"hari {WEEKDAYS_ID.split()[weekday]} jam {hour:02}.{minute:02}", NOW, JAKARTA)
    at = moment.at(JAKARTA)
    assert at is not None
    assert NOW < at <= NOW + timedelta(days=7)
    assert (at.weekday(), at.hour, at.minute) == (weekday, hour, minute)


@pytest.mark.parametrize(
    "text",
    [
        *(
            "besok ",
            "jam 7 ",
            "1",
            "1.1",
            "a-",
            "\u202e",
            "\ufdfa",
            "1 jam ",
            "akhir ",
            "dari x ke ",
            "W0 - ",
            "2 puluh ",
        ),
        *(
            "senin atau ",
            "senin selasa ",
            "minggu depan bulan depan tanggal 31 ",
            "nggak bisa, ",
            "jam 7 - ",
            "'",
            "+08:00",
        ),
    ],
)
def test_a_very_long_message_takes_no_time(text: str) -> None:
    began = perf_counter()
    read_moments((text * 10_000)[:10_000], NOW, JAKARTA)
    assert perf_counter() - began < 1


def test_what_comes_after_a_long_story_is_not_read() -> None:
    assert read("x " * LONGEST + "besok jam 7 malam") == []
