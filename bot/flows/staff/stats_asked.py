"""What somebody wants to see behind /stats: which figures, of which programme, of which days."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Literal, TypeAlias
from zoneinfo import ZoneInfo

from bot.mentoring.calendar import local_date
from bot.mentoring.metrics import DAY, WEEK, Period, this_week, usual
from bot.talk.clean import key_of
from bot.talk.moments import read_day, read_span

YEAR = timedelta(days=364)
Sheet: TypeAlias = Literal["figures", "funnel", "goals", "mentors", "chart"]

SHEETS: dict[str, Sheet] = {
    **dict.fromkeys(("funnel", "corong"), "funnel"),
    **dict.fromkeys(("goals", "goal", "tujuan"), "goals"),
    **dict.fromkeys(("mentors", "mentor"), "mentors"),
    **dict.fromkeys(("chart", "grafik"), "chart"),
}
ALL = re.compile(r"(?:^|\s)(?:all|semua|semuanya|keseluruhan)$")
THIS_WEEK = re.compile(r"(?:^|\s)(?:this week|minggu ini|pekan ini)$")
SINCE = re.compile(r"(?:^|\s)(?:since|sejak|mulai|dari)\s+(.+)$")
YESTERDAY = frozenset({"yesterday", "kemarin"})
NUMBER = re.compile(r"^#(\d{1,9})(?:\s|$)")


@dataclass(frozen=True, slots=True)
class Asked:
    """What is to be shown. `programme` is its number, if a button says it; `named` what was typed that may be a
    programme's name; an `unclear` day could not be read."""

    sheet: Sheet
    period: Period
    programme: int = 0
    named: str = ""
    unclear: str = ""


def asked(subject: str, now: datetime, zone: str, begun: date) -> Asked:
    """Read the words behind the command; `begun` is the first day there is."""
    text, today = " ".join(subject.split()), local_date(now, zone)
    sheet, text = _sheet(text)
    number = NUMBER.match(text)
    text = text[number.end() :] if number else text
    unclear, period = "", usual(today)
    if found := SINCE.search(text.casefold()):
        day = since(found[1], now, zone)
        unclear, period = ("", Period(min(day, today), today, "since")) if day else (found[1], period)
    elif found := THIS_WEEK.search(text.casefold()):
        period = this_week(today)
    elif found := ALL.search(text.casefold()):
        period = Period(min(begun, today), today, "all")
    rest = text[: found.start()] if found else text
    return Asked(sheet, period, int(number[1]) if number else 0, rest.strip(), unclear)


def _sheet(text: str) -> tuple[Sheet, str]:
    first, _, rest = text.partition(" ")
    sheet = SHEETS.get(key_of(first))
    return (sheet, rest) if sheet else ("figures", text)


def since(text: str, now: datetime, zone: str) -> date | None:
    """The day "1 Nov", "2026-11-01", "Monday" or "2 weeks" lie in the past; None for what is no day."""
    today, place = local_date(now, zone), ZoneInfo(zone)
    if re.fullmatch(r"\d{4}-\d{2}-\d{2}", text):
        try:
            return date.fromisoformat(text)
        except ValueError:
            return None
    if text in YESTERDAY:
        return today - DAY
    if back := read_span(text):
        return today - back
    return _named(text, now, place, today)


def _named(text: str, now: datetime, place: ZoneInfo, today: date) -> date | None:
    """A day by its name. What is typed is read as one ahead, as everywhere else, and then looked for in the past."""
    texts = (text,) if re.search(r"\d", text) else (f"1 {text}", text)
    for said in texts:
        ahead, *past = (next(iter(read_day(said, now - back * YEAR, place)), None) for back in range(4))
        if ahead and ahead <= today:
            return ahead
        same = [day for day in past if day and day <= today and (not ahead or _same(day, ahead))]
        if same:
            return same[0]
        if ahead and said == text and ahead - today < WEEK + DAY:
            return ahead - WEEK
    return None


def _same(one: date, other: date) -> bool:
    return (one.day, one.month) == (other.day, other.month)


def words(shown: Period, programme: int, sheet: str = "") -> str:
    """The same as a button says it."""
    days = {"days": "", "week": "this week", "all": "all", "since": f"since {shown.first.isoformat()}"}[shown.kind]
    return " ".join(filter(None, (sheet, f"#{programme}", days)))
