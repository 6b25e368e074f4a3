"""What people type, and where they stand, leads to the zone they live in, or to none; never to a wrong one quietly."""

import subprocess
import sys
from datetime import UTC, datetime, timedelta
from importlib.util import find_spec
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.mentoring import zones
from bot.mentoring.zones import find_zone, is_zone, nearby, zone_at, zone_label

WINTER = datetime(2026, 12, 3, 12, tzinfo=UTC)
SUMMER = datetime(2026, 7, 3, 12, tzinfo=UTC)

TOWNS = {
    "WIB": "Banda Aceh, Medan, Padang, Pekanbaru, Tanjungpinang, Batam, Jambi, Palembang, Pangkalpinang, Bengkulu, "
    "Bandar Lampung, Serang, Jakarta, Bandung, Semarang, Yogyakarta, Surabaya, Malang, Banyuwangi, Sumenep, Pontianak, "
    "Singkawang, Sintang, Putussibau, Ketapang, Palangka Raya, Sampit, Kuala Kapuas, Buntok, Muara Teweh",
    "WITA": "Banjarmasin, Banjarbaru, Amuntai, Kotabaru, Samarinda, Balikpapan, Bontang, Tanjung Selor, Tarakan, "
    "Nunukan, Denpasar, Singaraja, Mataram, Sumbawa Besar, Bima, Kupang, Soe, Kefamenanu, Atambua, Kalabahi, Lewoleba, "
    "Larantuka, Maumere, Ende, Bajawa, Mbay, Ruteng, Labuan Bajo, Waingapu, Waikabubak, Tambolaka, Ba'a, Seba, Manado, "
    "Tahuna, Gorontalo, Palu, Luwuk, Mamuju, Makassar, Parepare, Palopo, Kendari, Baubau",
    "WIT": "Ambon, Tual, Masohi, Saumlaki, Tiakur, Dobo, Namlea, Ternate, Sofifi, Tobelo, Sanana, Sorong, Waisai, "
    "Manokwari, Fakfak, Kaimana, Nabire, Timika, Biak, Serui, Jayapura, Wamena, Oksibil, Merauke, Agats",
}
ZONES_OF = {
    "WIB": {"Asia/Jakarta", "Asia/Pontianak"},
    "WITA": {"Asia/Makassar"},
    "WIT": {"Asia/Jayapura"},
}
# Settlements that are not in cities.tsv, their zone as tzfpy's borders have it.
SETTLEMENTS = [
    *[("WIB", *spot) for spot in [(1.06, 101.29), (-5.29, 105.69), (-7.2, 107.43), (3.78, 98.68), (-6.39, 106.96)]],
    *[("WIB", *spot) for spot in [(5.22, 96.84), (-0.49, 104.56), (-1.88, 105.68), (-2.94, 106.56), (-3.39, 101.84)]],
    *[("WIB", *spot) for spot in [(-6.38, 105.83), (-7.84, 112.69), (1.03, 104.06), (-5.75, 106.61), (-2.36, 104.9)]],
    *[("WIB", *spot) for spot in [(-1.26, 100.88), (-3.94, 103.8), (2.66, 97.88), (1.17, 108.97), (0.7, 108.9)]],
    *[("WITA", *spot) for spot in [(-2.08, 119.2), (-8.19, 114.97), (0.38, 123.21), (-5.32, 119.37), (-3.41, 115.01)]],
    *[("WITA", *spot) for spot in [(-8.5, 116.67), (-5.01, 122.49), (0.54, 121.57), (-0.58, 117.1), (2.85, 116.9)]],
    *[("WITA", *spot) for spot in [(-3.01, 118.86), (-8.62, 122.21), (0.45, 124.44), (-9.6, 123.77), (-2.07, 120.69)]],
    *[("WITA", *spot) for spot in [(-8.57, 118.98), (-3.41, 114.48), (-1.39, 116.61), (-0.95, 122.79), (-3.23, 120.3)]],
    *[("WIT", *spot) for spot in [(-2.6, 140.63), (-3.1, 126.42), (-3.62, 136.6), (-6.12, 139.15), (-0.81, 132.43)]],
    *[("WIT", *spot) for spot in [(1.82, 127.79), (-1.59, 127.41), (-3.94, 134.97), (-8.05, 139.66), (-4.69, 139.35)]],
    *[("WIT", *spot) for spot in [(-3.13, 133.65), (-3.19, 128.9), (-0.24, 130.51), (-3.76, 138.81), (-3.82, 136.51)]],
]
BORDERS = [(-3.38, 114.27), (-2.84, 114.49), (2.02, 115.26), (-8.15, 114.41), (5.55, 126.58)]
ELSEWHERE = [(0.0, -30.0), (-40.0, 90.0), (80.0, 20.0), (91.0, 0.0), (0.0, 181.0), (float("nan"), 0.0)]


@pytest.mark.parametrize(
    ("label", "town"), [(label, town) for label, all_ in TOWNS.items() for town in all_.split(", ")]
)
def test_an_indonesian_town_has_its_one_zone(label: str, town: str) -> None:
    (zone,) = find_zone(town)
    assert zone in ZONES_OF[label]
    assert zone_label(zone, WINTER, "id") == label


@pytest.mark.parametrize(
    ("typed", "zone"),
    [
        ("WIB", "Asia/Jakarta"),
        ("wita", "Asia/Makassar"),
        ("waktu indonesia timur", "Asia/Jayapura"),
        ("kota kupang", "Asia/Makassar"),
        ("Kab. Timor Tengah Selatan", "Asia/Makassar"),
        ("So’e, TTS, NTT", "Asia/Makassar"),
        ("aku di kupang kak", "Asia/Makassar"),
        ("Kupang, Indonesia", "Asia/Makassar"),
        ("Pontianak, Indonesia", "Asia/Pontianak"),
        ("pare-pare", "Asia/Makassar"),
        ("Kupng", "Asia/Makassar"),
        ("makasar", "Asia/Makassar"),
        ("kalimantan tegah", "Asia/Pontianak"),
        ("Kota Banjar", "Asia/Jakarta"),
        ("Kabupaten Banjar", "Asia/Makassar"),
        ("Banjar, Kalimantan Selatan", "Asia/Makassar"),
        ("Asia/Makassar", "Asia/Makassar"),
        ("asia/ujung pandang", "Asia/Ujung_Pandang"),
        ("GMT+8", "Asia/Makassar"),
        ("UTC+7", "Asia/Jakarta"),
        ("utc +09:00", "Asia/Jayapura"),
        ("+5.30", "Asia/Kolkata"),
        ("-3:30", "America/St_Johns"),
        ("jamku GMT+9 kak", "Asia/Jayapura"),
        ("GMT+8 (WITA)", "Asia/Makassar"),
        ("Berlin", "Europe/Berlin"),
        ("Den Haag, Belanda", "Europe/Amsterdam"),
        ("I live in London", "Europe/London"),
        ("münchen", "Europe/Berlin"),
        ("Duesseldorf", "Europe/Berlin"),
        ("Kairo", "Africa/Cairo"),
        ("Jepang", "Asia/Tokyo"),
        ("Cambridge (UK)", "Europe/London"),
        ("Port-au-Prince", "America/Port-au-Prince"),
    ],
)
def test_what_people_type_names_one_zone(typed: str, zone: str) -> None:
    assert find_zone(typed) == (zone,)


@pytest.mark.parametrize(
    ("typed", "candidates"),
    [
        ("Banjar", {"Asia/Jakarta", "Asia/Makassar"}),
        ("Martapura", {"Asia/Jakarta", "Asia/Makassar"}),
        ("Kalimantan", {"Asia/Makassar", "Asia/Pontianak"}),
        ("Indonesia", {"Asia/Jakarta", "Asia/Makassar", "Asia/Jayapura"}),
        ("Indonesia timur", {"Asia/Makassar", "Asia/Jayapura"}),
        ("Jakarta / Kupang", {"Asia/Jakarta", "Asia/Makassar"}),
        ("Cambridge", {"Europe/London", "America/New_York"}),
        ("USA", {"America/New_York", "America/Chicago", "America/Denver", "America/Los_Angeles"}),
    ],
)
def test_a_name_of_several_zones_offers_them_all(typed: str, candidates: set[str]) -> None:
    assert set(find_zone(typed)) == candidates


@pytest.mark.parametrize(
    "typed",
    [
        *("ya", "tidak tahu", "hai", "halo kak", "oke", "nanti", "besok", "bisa", "mana", "aku", "siapa", "kapan"),
        *("pagi", "malam", "sudah", "belum", "terima kasih", "batal", "bulan", "kota", "di rumah", "where am i"),
        *("hello", "thanks", "later", "skip", "7", "東京", "❤", "GMT+77", "UTC+14", "+7.20", "Asia/", "-"),
    ],
)
def test_what_names_no_place_finds_nothing(typed: str) -> None:
    assert find_zone(typed) == ()


@given(
    st.text(max_size=60)
    | st.sampled_from(["+", "GMT", "kota", ",", "Banjar", " atau "]).flatmap(
        lambda word: st.text().map(lambda rest: word + rest)
    )
)
def test_whatever_is_typed_gives_at_most_four_real_zones_with_different_clocks(typed: str) -> None:
    found = find_zone(typed)
    assert len(found) <= 4
    assert all(map(is_zone, found))
    assert len({zones._clock(zone) for zone in found}) == len(found)


def test_every_name_of_the_table_is_found() -> None:
    """Also the second meaning of a name, since nobody knows which one was meant."""
    for place in zones._places():
        assert all(map(is_zone, place.zones))
        for name in place.names:
            clocks = {zones._clock(zone) for zone in find_zone(name)}
            assert zones._clock(place.zones[0]) in clocks or name[0] in "+-", name


def test_a_zone_is_known_by_its_exact_name_only() -> None:
    assert is_zone("Asia/Jakarta")
    assert is_zone("UTC")
    unknown = ["asia/jakarta", "Asia/Kupang", "WITA", "", "Factory", "../etc/passwd", "Asia/Jakarta "]
    assert [name for name in unknown if is_zone(name)] == []


def test_every_known_zone_opens() -> None:
    assert all(ZoneInfo(name).key == name for name in zones._zones())


@pytest.mark.parametrize(
    ("zone", "at", "indonesian", "english"),
    [
        ("Asia/Pontianak", WINTER, "WIB", "WIB"),
        ("Asia/Ujung_Pandang", WINTER, "WITA", "WITA"),
        ("Asia/Jayapura", WINTER, "WIT", "WIT"),
        ("Europe/Berlin", WINTER, "CET (Berlin)", "CET (Berlin)"),
        ("Europe/Berlin", SUMMER, "CEST (Berlin)", "CEST (Berlin)"),
        ("Africa/Cairo", WINTER, "EET (Kairo)", "EET (Cairo)"),
        ("Asia/Kolkata", WINTER, "UTC+5:30 (Kolkata)", "UTC+5:30 (Kolkata)"),
        ("Asia/Shanghai", WINTER, "UTC+8 (Shanghai)", "UTC+8 (Shanghai)"),
        ("America/Chicago", WINTER, "CST (Chicago)", "CST (Chicago)"),
        ("America/Argentina/Buenos_Aires", WINTER, "UTC-3 (Buenos Aires)", "UTC-3 (Buenos Aires)"),
        ("Etc/GMT-8", WINTER, "UTC+8", "UTC+8"),
        ("UTC", WINTER, "UTC", "UTC"),
    ],
)
def test_a_zone_is_written_as_its_people_write_it(zone: str, at: datetime, indonesian: str, english: str) -> None:
    assert (zone_label(zone, at, "id"), zone_label(zone, at, "en-GB")) == (indonesian, english)


@given(st.sampled_from(sorted(zones._zones())), st.sampled_from(["id", "en"]))
def test_every_zone_can_be_written(zone: str, locale: str) -> None:
    assert zone_label(zone, WINTER, locale)


@pytest.mark.parametrize(("label", "latitude", "longitude"), SETTLEMENTS)
def test_a_place_between_the_known_towns_has_their_zone(label: str, latitude: float, longitude: float) -> None:
    zone = nearby(latitude, longitude)
    assert zone in ZONES_OF[label]


@pytest.mark.parametrize(("latitude", "longitude"), BORDERS + ELSEWHERE)
def test_at_a_border_and_far_from_any_town_the_zone_is_asked_for(latitude: float, longitude: float) -> None:
    assert nearby(latitude, longitude) is None


def test_a_known_town_stands_in_its_own_zone() -> None:
    for place in zones._places():
        if place.spot:
            found = nearby(*place.spot)
            assert found is not None, place
            assert zones._clock(found) == zones._clock(place.zones[0]), place


@given(st.floats(), st.floats())
def test_any_coordinates_give_a_zone_or_none(latitude: float, longitude: float) -> None:
    zone = zone_at(latitude, longitude)
    assert zone is None or is_zone(zone)


@pytest.mark.skipif(find_spec("tzfpy") is None, reason="the extra 'location' is not installed")
@pytest.mark.parametrize(("latitude", "longitude"), [(-8.15, 114.40), (-3.38, 114.27)])
def test_with_tzfpy_borders_are_known(latitude: float, longitude: float) -> None:
    assert zone_at(latitude, longitude) in ZONES_OF["WIB"]


def test_the_tzdata_package_alone_suffices() -> None:
    """A slim image and Windows have no zones of their own."""
    code = (
        "import zoneinfo; assert zoneinfo.TZPATH == ();"
        "from datetime import datetime; from bot.mentoring.zones import find_zone;"
        "print(datetime(2026, 12, 3, tzinfo=zoneinfo.ZoneInfo('Asia/Jakarta')).utcoffset(), *find_zone('Kupang'))"
    )
    said = subprocess.run(
        [sys.executable, "-c", code], env={"PYTHONTZPATH": ""}, capture_output=True, text=True, check=True
    )
    assert said.stdout.split() == [str(timedelta(hours=7)), "Asia/Makassar"]
