"""The grammar of days and times: phrases over the tags of moment_words, each with the slot it builds.

A weight says how sure a phrase is of being a time: 2 alone, 1 beside another, 0 only where nothing else is said, less
only beside another and where nothing else is said.
"""

import itertools
import re
from collections.abc import Iterator
from dataclasses import replace

from bot.talk import moment_slots as slots
from bot.talk.moment_words import WORDS

Table = tuple[tuple[int, str, slots.Build | None], ...]
Rule = tuple[int, re.Pattern[str], slots.Build | None]
Item = slots.Slot | str

H = "(?P<h>[0-9]{1,2})"
HM = H + r"[.:](?P<m>[0-9]{2})(?::[0-9]{2}(?:\.[0-9]+)?)?"
HMM = H + r"(?:[.:](?P<m>[0-9]{2})(?::[0-9]{2}(?:\.[0-9]+)?)?)?"
NOT_DAYS = r"(?! (?:[MN][0-9]|menit|hari|minggu|pekan|bulan))"  # "jam 7 atau 8 desember"
OR = r" atau (?:jam |at )?(?P<h2>[0-9]{1,2})(?:[.:](?P<m2>[0-9]{2}))?" + NOT_DAYS
TILL = r"(?:(?: ?- ?| (?:sampai|to) (?:jam )?)[0-9]{1,2}(?:[.:][0-9]{2})?" + NOT_DAYS + ")?"
P = r" (?:(?:in|at) )?(?:the )?(?P<part>Ppagi|Psiang|Psore|Pmalam|am|pm)"
ADD = "(?P<add>[0-9]{1,2}|half|quarter|setengah)"
D = "(?P<d>[0-9]{1,2})"
Y = "(?P<y>[0-9]{4})"
M = "M(?P<mo>[0-9]{2})"
MAY = "N(?P<mo>[0-9]{2})"
SLASHED = D + "/(?P<mo>[0-9]{1,2})"
ANY_MONTH = "[MN](?P<mo>[0-9]{2})"
SPAN = r"(?P<n>[0-9]{1,4}(?:[.,]5)?) (?P<u>menit|jam|hari|minggu|pekan|bulan|tahun)(?: (?P<n2>[0-9]{1,2}) menit)?"
WEEK = "(?:minggu|pekan)"
EDGE = "(?P<edge>awal|tengah|akhir) (?:the )?"

_MOMENTS: Table = (
    (2, f"(?:jam|at) (?P<sign>setengah) {H}(?:{P})?", slots.around),
    (1, f"(?P<sign>setengah) {H}(?:{P})?", slots.around),
    (2, f"(?:at )?{ADD} (?P<sign>past) {H}(?:{P})?", slots.around),
    (2, f"(?:at )?(?P<add>quarter) (?P<sign>to) {H}(?:{P})?", slots.around),
    (2, f"jam {H} (?P<sign>kurang|lewat) {ADD}(?: menit)?(?:{P})?", slots.around),
    (2, f"(?:at )?jam {HMM}{TILL}(?= P[a-z]+ ini)", slots.clock),
    (2, f"(?:at )?jam {HMM}{OR}(?:{P})?", slots.clock),
    (2, f"(?:at )?jam {HMM}{TILL}(?:{P})?", slots.clock),
    (2, rf"(?:at )?{HMM}(?:{OR})? (?P<part>am|pm)", slots.clock),
    (2, rf"(?:at )?{HMM}{TILL} (?P<part>am|pm)", slots.clock),
    (2, f"(?:at )?{H} oclock(?:{P})?", slots.clock),
    (1, f"(?:at )?{HMM}{OR}{P}", slots.clock),
    (1, f"(?:at )?{HMM}{TILL}{P}", slots.clock),
    (2, f"(?:at )?{HM}{TILL}(?= OFF)", slots.clock),
    (1, f"(?:at )?{HM}{TILL}", slots.clock),
    (0, f"at {H}{TILL}", slots.clock),
    (1, "(?:at )?NOON", slots.named(slots.Clock(12, sure=True))),
    (1, "(?:at )?MIDNIGHT", slots.named(slots.Clock(0, sure=True, part=slots.MALAM))),
    (1, "(?P<after>abis) (?:the )?S(?P<prayer>[a-z]+)", slots.prayer),
    (0, "(?P<after>)S(?P<prayer>[a-z]+)", slots.prayer),
    (2, f"{Y}[-/](?P<mo>[0-9]{{1,2}})[-/]{D}", slots.dated),
    (2, rf"(?:tanggal )?{D}(?P<sep>[-./])(?P<mo>[0-9]{{1,2}})(?P=sep){Y}", slots.dated),
    (1, f"(?:tanggal )?{D}(?P<sep>[-/])(?P<mo>[0-9]{{1,2}})(?P=sep)(?P<y>[0-9]{{2}})", slots.dated),
    (2, f"tanggal {SLASHED}", slots.dated),
    (0, SLASHED, slots.slashed),
    (2, f"(?:tanggal |the )?{D}(?: TH)?(?: of)? {ANY_MONTH} {Y}", slots.dated),
    (2, f"(?:tanggal |the )?{D}(?: TH)?(?: of)? {M}", slots.dated),
    (1, f"(?:tanggal |the )?{D}(?: TH)?(?: of)? {MAY}", slots.dated),
    (2, f"{ANY_MONTH} {D}(?: TH)?(?: ,)? {Y}", slots.dated),
    (2, f"{M} (?P<d>[0-9]{{2}})", slots.dated),
    (2, f"{M} {D} TH", slots.dated),
    (1, f"{M} {D}", slots.dated),  # "April 2 kali" is a person
    (0, f"{MAY} {D}(?: TH)?", slots.dated),
    (2, f"tanggal {D} bulan (?P<mo>[0-9]{{1,2}})(?: {Y})?", slots.dated),
    (2, f"tanggal {D}", slots.day_of_month),
    (1, f"the {D} TH", slots.day_of_month),
    (2, "TODAY", slots.in_days(0)),
    (2, "besok", slots.in_days(1)),
    (2, "lusa", slots.in_days(2)),
    (2, "nanti P(?P<part>[a-z]+)", slots.coming_part),
    (2, "P(?P<part>[a-z]+) ini", slots.this_part),
    (2, "this P(?P<part>[a-z]+)", slots.this_part),
    (2, "Pmalam (?:[WV](?P<w>[0-6])|minggu(?! (?:depan|ini)))", slots.eve),
    (2, "next [WV](?P<w>[0-6])", slots.next_weekday),
    (2, "(?:hari )?[WV](?P<w>[0-6]) depan", slots.next_weekday),
    (2, "hari minggu depan", slots.next_sunday),
    (2, "(?:this|hari) [WV](?P<w>[0-6])(?: ini| besok)?", slots.weekday),
    (2, "W(?P<w>[0-6])(?: ini| besok)?", slots.weekday),
    (2, "V(?P<w>[0-6]) (?:ini|besok)", slots.weekday),
    (1, "V(?P<w>[0-6])", slots.weekday),
    (2, "hari minggu(?: ini)?", slots.sunday),
    (1, f"{WEEK} depan|next pekan", slots.week(1)),
    (1, f"{WEEK} ini|this pekan", slots.week(0)),
    (1, "minggu", slots.sunday),
    (1, "WEEKEND depan|next WEEKEND", slots.weekend(1)),
    (1, "(?:this )?WEEKEND(?: ini)?", slots.weekend(0)),
    (1, "bulan depan|next bulan", slots.month(1)),
    (1, "bulan ini|this bulan", slots.month(0)),
    (1, f"{EDGE}(?:(?P<shift>next|this) )?(?P<what>bulan|tahun)(?: (?P<shift2>ini|depan))?(?: {Y})?", slots.edge),
    (1, f"{EDGE}{Y}", slots.edge),
    (1, f"{EDGE}(?:bulan )?{ANY_MONTH}(?: {Y})?", slots.edge),
    (2, f"{SPAN} (?:lagi|dari sekarang|from now)", slots.span),
    (1, f"(?:dalam|in) {SPAN}", slots.span),
    (0, "P(?P<part>[a-z]+)", slots.only_part),
    (0, "OFF(?P<sign>[PM])(?P<zh>[0-9]{2})(?P<zm>[0-9]{2})", slots.zone),
)

# Only where a day is asked for: "Maret", "tahun depan", "3 bulan".
_DEADLINES: Table = (
    (1, f"(?:bulan )?{M}(?: {Y})?", slots.edge),
    (1, f"bulan {MAY}(?: {Y})?", slots.edge),
    (1, f"{MAY} {Y}", slots.edge),
    (1, "(?P<shift>next) (?P<what>tahun)", slots.edge),
    (1, "(?P<what>tahun) (?P<shift2>depan|ini)", slots.edge),
    (0, f"(?:tahun )?{Y}", slots.edge),
    (0, f"(?!\\S+ (?:menit|jam)){SPAN}", slots.span),
)

_SURELY_DAYS: Table = ((0, SLASHED, slots.dated),)

# How long something takes is no time of day: "belajar 2 jam 15 menit".
_NOISE: Table = ((0, SPAN, None),)

# Only where a time is asked for: "9".
_TIMES: Table = ((0, HMM, slots.clock),)


def _rules(*tables: Table) -> tuple[Rule, ...]:
    rows = itertools.chain(*tables)
    return tuple((weight, re.compile(rf"(?:{phrase})(?!\S)"), build) for weight, phrase, build in rows)


MOMENTS = _rules(_MOMENTS, _NOISE)
DEADLINES = _rules(_SURELY_DAYS, _MOMENTS, _DEADLINES, _NOISE)
TIMES = _rules(_MOMENTS, _NOISE, _TIMES)
_STARTS = frozenset(word for tag in WORDS.values() for word in tag.split())


def items(said: str, here: slots.Here, rules: tuple[Rule, ...]) -> Iterator[Item]:
    """The message, phrase by phrase: a slot for each that a rule knows, the word itself for every other."""
    place = 0
    while place < len(said):
        found, end = _next(said, place, here, rules)
        yield found
        place = end + 1


def _next(said: str, place: int, here: slots.Here, rules: tuple[Rule, ...]) -> tuple[Item, int]:
    word = said[place:].split(" ", 1)[0]
    if word in _STARTS or word[0].isdigit() or word[0].isupper():
        for weight, phrase, build in rules:
            if match := phrase.match(said, place):
                return _found(match, weight, build, here), match.end()
    return word, place + len(word)


def _found(match: re.Match[str], weight: int, build: slots.Build | None, here: slots.Here) -> Item:
    if not build:
        return match[0]
    slot = build(match.groupdict(), here)
    return replace(slot, weight=weight + slot.weight)
