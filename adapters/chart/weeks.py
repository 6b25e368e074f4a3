"""Twelve weeks of a programme as a picture: a row of bars for each thing that is counted, every bar with its number, so
that it can be read in grey and without an axis. Drawn as SVG and made a PNG by resvg with our own font."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from html import escape

from babel.dates import format_date
from babel.numbers import format_decimal

from adapters.chart.lines import plain, rasterize, short

WIDTH, MARGIN = 720, 28
HEAD, TITLE, BARS, DAYS, GAP = 84, 52, 190, 44, 34
EVERY = 3  # which weeks are named: the text of all would not fit
LONG = 1000  # from which only every second bar has its number
SHADES = ("#0066cc", "#cc6600", "#333333")
NEWEST = 1.0
OLDER = 0.55  # how strong the bars before the newest are
STYLE = """
text { font-family: 'DejaVu Sans'; fill: #333 }
.heading { font-size: 34px; font-weight: bold }
.title { font-size: 28px; font-weight: bold }
.number { font-size: 24px; text-anchor: middle }
.newest { font-weight: bold }
.day { font-size: 24px; fill: #666; text-anchor: middle }
.floor { stroke: #999; stroke-width: 2 }
"""


@dataclass(frozen=True)
class Series:
    """Something counted each week, by its Monday: a percent or a number; None where there was nothing to count."""

    title: str
    percent: bool
    points: tuple[tuple[date, int | None], ...]


def weeks_chart(title: str, series: Sequence[Series], locale: str) -> bytes:
    """A PNG with a row of bars a series, the newest week at the right."""
    return rasterize(draw(title, series[: len(SHADES)], locale))


def draw(title: str, series: Sequence[Series], locale: str) -> str:
    """The picture as SVG."""
    row = TITLE + BARS + DAYS + GAP
    height = HEAD + row * len(series)
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{height}" viewBox="0 0 {WIDTH} {height}">',
        f'<style>{STYLE}</style><rect width="{WIDTH}" height="{height}" fill="#fff"/>',
        _text("heading", MARGIN, 54, short(plain(title), (WIDTH - 2 * MARGIN) / 34 / 1.12)),
    ]
    for number, each in enumerate(series):
        parts += _row(each, SHADES[number], HEAD + row * number, locale)
    return "".join([*parts, "</svg>"])


def _row(each: Series, shade: str, top: float, locale: str) -> Iterator[str]:
    floor = top + TITLE + BARS
    yield _text("title", MARGIN, top + 30, each.title)
    yield f'<path class="floor" d="M{MARGIN} {floor}H{WIDTH - MARGIN}"/>'
    most = 100 if each.percent else max((value or 0 for _, value in each.points), default=0) or 1
    wide = (WIDTH - 2 * MARGIN) / max(len(each.points), 1)
    for place, (day, value) in enumerate(each.points):
        middle, newest = MARGIN + wide * (place + 0.5), place == len(each.points) - 1
        shown = most < LONG or (len(each.points) - place) % 2
        words = "" if not shown else "–" if value is None else format_decimal(value, locale=locale)
        yield from _bar(value, most, (middle, floor, wide * 0.7), shade, words, newest=newest)
        if (len(each.points) - 1 - place) % EVERY == 0:
            yield _text("day", middle, floor + 32, format_date(day, "d MMM", locale))


def _bar(
    value: int | None, most: int, where: tuple[float, float, float], shade: str, words: str, *, newest: bool
) -> Iterator[str]:
    """A bar with its number above it; a dash where there was nothing to count."""
    middle, floor, wide = where
    high = (BARS - 40) * min(value or 0, most) / most
    kind = "number newest" if newest else "number"
    if value:
        strength = NEWEST if newest else OLDER
        box = f'x="{middle - wide / 2:.1f}" y="{floor - high:.1f}" width="{wide:.1f}" height="{high:.1f}"'
        yield f'<rect {box} fill="{shade}" fill-opacity="{strength}"/>'
    yield _text(kind, middle, floor - high - 10, words)


def _text(kind: str, x: float, y: float, words: str) -> str:
    return f'<text class="{kind}" x="{x:.1f}" y="{y:.1f}">{escape(words)}</text>'
