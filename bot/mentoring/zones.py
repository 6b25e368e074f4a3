"""Time zones as people name them: "WITA", "kota kupang", "GMT+8", or a place on the map. Zone names are tzdata's.

Nothing here decides for a person: what is found is shown back, with the time it would be there now.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from importlib import import_module
from importlib.resources import files
from itertools import chain
from zoneinfo import ZoneInfo

from babel.dates import get_timezone_location
from rapidfuzz import process
from rapidfuzz.distance import OSA

Zones = tuple[str, ...]

MOST = 4  # candidates that still fit under a question as buttons
REACH = 150  # kilometres within which a known town speaks for a place
CLEAR = 1.7  # times as far away must be the nearest town whose clock differs

INDONESIAN = {"WIB", "WITA", "WIT"}
FILLER = re.compile(
    "aku|saya|tinggal|domisili|lagi|sekarang|sedang|ada|di|dari|dekat|daerah|sekitar|kota|kab|kabupaten|kec|kecamatan|desa|"
    "prov|provinsi|propinsi|pulau|negara|zona|waktu|i|am|im|live|in|from|near|the|city|of|time|zone|timezone|utc|gmt"
)
SIGNS, HOURS = "+−–-", r"\s*(\d{1,2})(?:[:.]?(\d{2}))?(?!\d)"
# Abbreviations that are understood where they are used; the hours tell CST in Chicago from CST in Shanghai.
KNOWN: dict[str, float] = {
    "GMT": 0,
    "WET": 0,
    "BST": 1,
    "WEST": 1,
    "CET": 1,
    "CEST": 2,
    "EET": 2,
    "EEST": 3,
    "SAST": 2,
    "MSK": 3,
}
KNOWN |= {
    "JST": 9,
    "KST": 9,
    "HKT": 8,
    "AWST": 8,
    "ACST": 9.5,
    "ACDT": 10.5,
    "AEST": 10,
    "AEDT": 11,
    "NZST": 12,
    "NZDT": 13,
}
KNOWN |= {"EDT": -4, "EST": -5, "CDT": -5, "CST": -6, "MDT": -6, "MST": -7, "PDT": -7, "PST": -8}


@dataclass(frozen=True, slots=True)
class Place:
    """A row of cities.tsv: a town with its coordinates, or a region, country or abbreviation without."""

    names: tuple[str, ...]
    zones: Zones
    spot: tuple[float, float] | None


def is_zone(name: str) -> bool:
    """Whether this is a zone of the tzdata package, spelled exactly so."""
    return name in _zones()


def find_zone(text: str) -> Zones:
    """The zones somebody may mean by "kota kupang", "WITA", "GMT+8", "di makasar": likeliest first, four at most.

    Zones whose clocks agree count as one. Empty if nothing known is named.
    """
    for look in (_by_zone, _by_offset, _by_place, _by_parts, _by_spelling, _by_words):
        if found := look(text[:200]):
            return _distinct(found)[:MOST]
    return ()


def zone_label(zone: str, at: datetime, locale: str) -> str:
    """How a zone is written behind a time: "WITA", "CET (Berlin)", "UTC+5:30 (Kolkata)"."""
    wall = at.astimezone(ZoneInfo(zone))
    name, offset = wall.tzname() or "", wall.utcoffset() or timedelta()
    if name in INDONESIAN:
        return name
    short = name if name in KNOWN and timedelta(hours=KNOWN[name]) == offset else _written(offset)
    return f"{short} ({_city(zone, locale)})" if _has_city(zone) else short


def zone_at(latitude: float, longitude: float) -> str | None:
    """The zone of a place on the map, by tzfpy's borders if that is installed, else by the nearest known town."""
    return _surveyed(latitude, longitude) or nearby(latitude, longitude)


def nearby(latitude: float, longitude: float) -> str | None:
    """The zone of the nearest known town, or None where that is too far or a town with another clock is nearly as near.

    Held against tzfpy's borders: of 447 Indonesian cities 441 right, 6 None; of 6,000 Indonesian settlements 1.4 %
    None; none of either wrong. Of 1,200 cities elsewhere 58 % None, 0.7 % with a wrong clock.
    """
    if not (-90 <= latitude <= 90 and -180 <= longitude <= 180):
        return None
    (near, zone), *others = _nearest(latitude, longitude)
    unsure = near > REACH or (others and others[0][0] < CLEAR * near)
    return None if unsure else zone


def _by_zone(text: str) -> Zones:
    folded = "_".join(text.strip().casefold().split())
    return tuple(name for name in sorted(_zones()) if name.casefold() == folded and "/" in name)


def _by_offset(text: str) -> Zones:
    """Something like "+7", "GMT+8", "UTC -03:30", also inside a sentence if it is called UTC or GMT."""
    folded = text.strip().casefold()
    match = re.fullmatch(rf"([{SIGNS}]){HOURS}", folded) or re.search(rf"\b(?:utc|gmt)\s*([{SIGNS}]?){HOURS}", folded)
    if not match:
        return ()
    sign = "-" if match[1] not in {"", "+"} and int(match[2]) else "+"
    return _table().get(f"{sign}{int(match[2]):02}:{match[3] or '00'}", ())


def _by_place(text: str) -> Zones:
    """The whole text is a name, perhaps behind "kota", "saya di"; "Kota Banjar" itself is not "Banjar"."""
    words = _words(text)
    while words:
        if found := _table().get("".join(words)) or _cities_of_tzdata().get("".join(words)):
            return found
        words = words[1:] if FILLER.fullmatch(words[0]) else []
    return ()


def _by_parts(text: str) -> Zones:
    """Something like "Soe, TTS, NTT", "Cambridge (UK)", "Jakarta / Kupang"."""
    parts = re.split(r"[,;/()|\n]|\s[-–]\s|\b(?:atau|or)\b", text)
    if len(parts) == 1:
        return ()
    return _common([found for part in parts if (found := _by_place(part) or _by_spelling(part))])


def _by_spelling(text: str) -> Zones:
    """A name typed a little wrong: one slip from five or six letters on, two from eight; shorter ones are too alike."""
    words = [word for word in _words(text) if not FILLER.fullmatch(word)]
    typed = "".join(words)
    slips = (len(typed) >= 5) + (len(typed) >= 8)
    names = _names(5 if len(typed) > 5 else 6)
    if not slips:
        return ()
    alike = process.extract(typed, names, scorer=OSA.distance, score_cutoff=slips, limit=None, processor=None)
    return tuple(chain.from_iterable(_table()[name] for name, score, _ in alike if score == alike[0][1]))


def _by_words(text: str) -> Zones:
    """Names inside a sentence, the longest: "aku di kupang kak"."""
    words = [word for word in _words(text)[:12] if not FILLER.fullmatch(word)]
    for size in (4, 3, 2, 1):
        runs = ("".join(words[start : start + size]) for start in range(len(words) - size + 1))
        if found := [_table()[run] for run in runs if len(run) > 2 and run in _table()]:
            return _common(found)
    return ()


def _common(found: Sequence[Zones]) -> Zones:
    """What is left of the first when the others narrow it down; all of them if they contradict."""
    if not found:
        return ()
    clocks = [{_clock(zone) for zone in zones} for zones in found]
    agreed = tuple(zone for zone in found[0] if all(_clock(zone) in each for each in clocks))
    return agreed or tuple(chain.from_iterable(found))


def _distinct(zones: Zones) -> Zones:
    """Each clock once: nobody should have to choose between Asia/Jakarta and Asia/Pontianak."""
    first: dict[tuple[timedelta | None, ...], str] = {}
    for zone in zones:
        first.setdefault(_clock(zone), zone)
    return tuple(first.values())


@cache
def _clock(zone: str) -> tuple[timedelta | None, ...]:
    """A zone's offsets in winter and summer of the year the table was written."""
    return tuple(datetime(2026, month, 1, tzinfo=ZoneInfo(zone)).utcoffset() for month in (1, 7))


def _written(offset: timedelta) -> str:
    minutes = round(offset.total_seconds() / 60)
    hours, rest = divmod(abs(minutes), 60)
    sign = "-" if minutes < 0 else "+"
    return f"UTC{sign}{hours}{f':{rest:02}' if rest else ''}" if minutes else "UTC"


def _has_city(zone: str) -> bool:
    return "/" in zone and not zone.startswith("Etc/")


def _city(zone: str, locale: str) -> str:
    """The zone's city in a language, "Kairo" or "Cairo"; Babel writes "Argentina/Buenos Aires"."""
    return get_timezone_location(zone, locale=locale.replace("-", "_"), return_city=True).rpartition("/")[2]


def _surveyed(latitude: float, longitude: float) -> str | None:
    try:
        tzfpy = import_module("tzfpy")
    except ImportError:
        return None
    name = str(tzfpy.get_tz(longitude, latitude))
    return name if is_zone(name) and not name.startswith("Etc/") else None  # at sea it says Etc/GMT-8


def _nearest(latitude: float, longitude: float) -> list[tuple[float, str]]:
    """Kilometres to the nearest town of each clock, and its zone, nearest first."""
    best: dict[tuple[timedelta | None, ...], tuple[float, str]] = {}
    for place in _places():
        if place.spot:
            zone = place.zones[0]
            found = (_kilometres((latitude, longitude), place.spot), zone)
            best[_clock(zone)] = min(found, best.get(_clock(zone), found))
    return sorted(best.values())


def _kilometres(a: tuple[float, float], b: tuple[float, float]) -> float:
    """Flat-earth distance: right to a percent over the few hundred kilometres that matter."""
    east = ((b[1] - a[1] + 180) % 360 - 180) * math.cos(math.radians((a[0] + b[0]) / 2))
    return 111.2 * math.hypot(b[0] - a[0], east)


def _words(text: str) -> list[str]:
    """Lower-case words without accents and apostrophes: "So'e", "Düsseldorf"."""
    bare = unicodedata.normalize("NFKD", re.sub("['’‘`ʼ]", "", text)).casefold()
    return re.findall(r"[a-z0-9]+", "".join(letter for letter in bare if not unicodedata.combining(letter)))


def _key(name: str) -> str:
    return name if name[0] in "+-" else "".join(_words(name))


def _read(package: str, name: str) -> str:
    return files(package).joinpath(name).read_text(encoding="utf-8")


@cache
def _places() -> tuple[Place, ...]:
    lines = (line for line in _read("bot.mentoring", "cities.tsv").splitlines() if not line.startswith("#"))
    return tuple(_place(*line.split("\t")) for line in list(lines)[1:])


def _place(name: str, zones: str, latitude: str = "", longitude: str = "", also: str = "") -> Place:
    spot = (float(latitude), float(longitude)) if latitude else None
    return Place((name, *filter(None, also.split(","))), tuple(zones.split()), spot)


@cache
def _table() -> dict[str, Zones]:
    """Zones by name, in the order of the file."""
    return _gathered((name, place.zones) for place in _places() for name in place.names)


@cache
def _names(shortest: int) -> tuple[str, ...]:
    return tuple(name for name in _table() if len(name) >= shortest)


@cache
def _cities_of_tzdata() -> dict[str, Zones]:
    """Zones by the last part of their own names: "Makassar", "Buenos Aires"."""
    rows = (line.split("\t") for line in _read("tzdata.zoneinfo", "zone.tab").splitlines() if not line.startswith("#"))
    return _gathered((row[2].rpartition("/")[2].replace("_", " "), (row[2],)) for row in rows)


def _gathered(pairs: Iterable[tuple[str, Zones]]) -> dict[str, Zones]:
    table: dict[str, Zones] = {}
    for name, zones in pairs:
        known = table.get(_key(name), ())
        table[_key(name)] = (*known, *(zone for zone in zones if zone not in known))
    return table


@cache
def _zones() -> frozenset[str]:
    return frozenset(_read("tzdata", "zones").split()) - {"Factory"}
