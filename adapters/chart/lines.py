"""A mentee's goals as a picture: percent over time, one line a goal, drawn by pygal and resvg with our own font.

A phone shows the 720 pixels about 300 points wide, so text under 24 pixels could not be read there.
"""

import re
import sys
import unicodedata
from bisect import bisect
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import accumulate, pairwise
from math import ceil
from pathlib import Path
from typing import Any

from babel.dates import format_date
from babel.numbers import format_percent

WIDTH, MARGIN = 720, 28
HEAD, PLOT, DAYS, ROW, FOOT = 84, 400, 46, 50, 20
LEFT, RIGHT = 35, 98  # pygal adds the room of the percents on the left; on the right stands a bold "100%"
DAY_LABELS, MARKS = 5, 9  # at most, in the picture and on a line
LABEL_GAP = 30

FONTS = Path(__file__).parent.with_name("fonts")
UNDRAWN = re.compile(  # what the fonts have no shape for; the list in fonts/LICENSE.txt is the same
    "[^ -~\u00a1-\u017f\u0218-\u021b\u02bb-\u02bf\u1e00-\u1efb\u2010-\u2027\u2030-\u203a"
    "\u20ac\u2122\u2190-\u2199\u2212\u2248\u2264\u2265\u2713-\u2718]+"
)
ROOM = 19  # for the title of a goal, in em, as are these: what letters take that are no plain small ones
WIDTHS = {
    letter: em
    for letters, em in ((" '.,/:;|ijlIJ", 0.34), ('!"()*-[]frt', 0.44), ("#%&@mwMW—…©®™ÆæŒœ¼½¾", 1), ("‰‱", 1.7))
    for letter in letters
}


@dataclass(frozen=True)
class Line:
    """A goal and what was said of it, in percent, oldest first."""

    title: str
    points: tuple[tuple[date, int], ...]


@dataclass(frozen=True)
class Look:
    """How one goal differs from the others, for those who see no colours too."""

    colour: str
    dash: str
    mark: str


LOOKS = (
    Look("#0066cc", "none", "M-8 0a8 8 0 1 0 16 0a8 8 0 1 0-16 0z"),
    Look("#cc6600", "14 11", "M-7.5-7.5h15v15h-15z"),
    Look("#333333", "1 9.5", "M0-10L9.5 7h-19z"),
)
STYLE = """
text { font-family: 'DejaVu Sans'; font-size: 26px; fill: #333; stroke: none }
.background { fill: #fff }
.line { fill: none; stroke: #999; stroke-width: 2 }
.axis.y .guide.line { stroke: #ccc }
.axis .line { shape-rendering: crispEdges }
.axis.x .line { stroke: none }
.axis text { fill: #666 }
.axis.x text { text-anchor: middle }
.axis.y text { text-anchor: end }
.heading { font-size: 34px; font-weight: bold }
.percent { font-weight: bold; text-anchor: end }
.newest { font-weight: bold; paint-order: stroke; stroke-width: 7; stroke-linejoin: round }
.series .line, .sample { fill: none; stroke-width: 5; stroke-linejoin: round; stroke-linecap: round }
.mark { stroke: #fff; stroke-width: 2 }
""" + "".join(
    f".color-{n}, .color-{n} .line, .color-{n} .sample {{ stroke: {look.colour} }}"
    f".color-{n} .line, .color-{n} .sample {{ stroke-dasharray: {look.dash} }}"
    f".color-{n} .mark, .color-{n} .newest {{ fill: {look.colour} }}"
    f".color-{n} .newest {{ stroke: #fff }}"
    for n, look in enumerate(LOOKS)
)


def progress_chart(title: str, lines: Sequence[Line], locale: str) -> bytes:
    """A PNG: percent over time, one line a goal, the first three goals. Without any point the axes stay empty."""
    return rasterize(_draw(title, [_tidy(line) for line in lines[: len(LOOKS)]], locale))


def rasterize(svg: str) -> bytes:
    """The SVG as PNG. Only our fonts are loaded, so that the picture is the same on every machine."""
    import resvg_py

    fonts = [str(path) for path in sorted(FONTS.glob("*.ttf"))]
    return bytes(resvg_py.svg_to_bytes(svg_string=svg, skip_system_fonts=True, font_files=fonts))


def _tidy(line: Line) -> Line:
    newest = dict(line.points)  # of two answers on one day the later one counts
    return Line(line.title, tuple((day, min(100, max(0, newest[day]))) for day in sorted(newest)))


def _draw(title: str, goals: Sequence[Line], locale: str) -> str:
    days = sorted({day.toordinal() for goal in goals for day, _ in goal.points})
    chart = _blank(len(goals), _day_labels(days), locale)
    for goal in goals:
        chart.add("", [(day.toordinal(), percent) for day, percent in goal.points])
    first, last = _span(days)
    chart.add("", [(first, -4), (last, 100)], stroke=False)  # unseen: it holds both axes, whatever the goals are
    chart.add_xml_filter(lambda root: _finish(chart, root, title, goals, locale))
    svg: str = chart.render(is_unicode=True)
    return svg


def _span(days: Sequence[int]) -> tuple[int, int]:
    if not days:
        return 1, 2
    return (days[0], days[-1]) if len(days) > 1 else (days[0] - 7, days[0] + 21)


def _day_labels(days: Sequence[int]) -> list[int]:
    """The days to name, counted back from the newest, by whole weeks where there is more than one."""
    if not days:
        return []
    span = days[-1] - days[0]
    step = span // DAY_LABELS + 1
    step = ceil(step / 7) * 7 if span >= 7 else step
    return list(range(days[-1], days[0] - 1, -step))


def _blank(rows: int, day_labels: Sequence[int], locale: str) -> Any:
    pygal = _pygal()
    return pygal.XY(
        width=WIDTH,
        height=HEAD + PLOT + DAYS + ROW * rows + FOOT,
        margin_top=HEAD,
        margin_right=RIGHT,
        margin_bottom=ROW * rows + FOOT,
        margin_left=LEFT,
        style=pygal.style.Style(label_font_size=26),
        explicit_size=True,
        show_legend=False,
        show_dots=False,
        no_data_text="",
        x_labels=day_labels or (1,),
        show_x_labels=bool(day_labels),
        y_labels=(0, 25, 50, 75, 100),
        x_value_formatter=lambda day: format_date(date.fromordinal(int(day)), "d MMM", locale),
        value_formatter=lambda percent: _percent(percent, locale),
        truncate_label=-1,
    )


def _pygal() -> Any:
    import pygal

    # Its import hook has only the old methods: with it every later import that fails warns on Python 3.11.
    sys.meta_path[:] = [finder for finder in sys.meta_path if type(finder).__module__ != "pygal"]
    return pygal


def _percent(percent: float, locale: str) -> str:
    return format_percent(percent / 100, locale=locale)


def _finish(chart: Any, root: Any, title: str, goals: Sequence[Line], locale: str) -> Any:
    """What pygal has no option for: heading, marks, newest percents and the legend."""
    definitions = root.find("defs")
    definitions.clear()  # a style with hover effects and a script
    chart.svg.node(definitions, "style").text = STYLE
    _few_shades(chart, definitions)
    graph = chart.nodes["graph"]
    _text(chart, graph, "heading", (MARGIN, 54), short(plain(title), (WIDTH - 2 * MARGIN) / 34 / 1.12))
    _marks(chart, goals)
    _newest(chart, goals, locale)
    for n, goal in enumerate(goals):
        row = chart.height - FOOT - ROW * (len(goals) - n - 0.5)
        _legend(chart, n, row, short(plain(goal.title) or f"#{n + 1}", ROOM))
        percent = _percent(goal.points[-1][1], locale) if goal.points else "–"
        _text(chart, graph, "percent", (WIDTH - MARGIN, row + 9), percent)
    return root


def _few_shades(chart: Any, definitions: Any) -> None:
    """Six steps of red, green and blue: the same to the eye, half the bytes. All colours above are such steps."""
    few = chart.svg.node(definitions, "filter", id="few", x=0, y=0, width=1, height=1)
    few.set("color-interpolation-filters", "sRGB")
    transfer = chart.svg.node(few, "feComponentTransfer")
    for channel in "RGB":
        chart.svg.node(transfer, f"feFunc{channel}", type="discrete", tableValues="0 .2 .4 .6 .8 1")
    chart.nodes["graph"].set("filter", "url(#few)")


def _text(chart: Any, parent: Any, kind: str, place: tuple[float, float], words: str) -> None:
    chart.svg.node(parent, "text", class_=kind, x=place[0], y=place[1]).text = words


def _mark(chart: Any, parent: Any, n: int, place: tuple[float, float], scale: float = 1) -> None:
    where = "translate({:.1f} {:.1f})".format(*place)
    chart.svg.node(parent, "path", class_="mark", d=LOOKS[n].mark, transform=f"{where} scale({scale})")


def _marks(chart: Any, goals: Sequence[Line]) -> None:
    for n, goal in reversed(list(enumerate(goals))):  # the smallest last, so that none hides another
        group = chart.svg.node(chart.nodes["overlay"], class_=f"color-{n}")
        every = ceil(len(goal.points) / MARKS) or 1
        for day, percent in goal.points[-1 - every :: -every]:
            _mark(chart, group, n, chart.view((day.toordinal(), percent)))


def _newest(chart: Any, goals: Sequence[Line], locale: str) -> None:
    ends = {n: chart.view((g.points[-1][0].toordinal(), g.points[-1][1])) for n, g in enumerate(goals) if g.points}
    groups = {n: chart.svg.node(chart.nodes["text_overlay"], class_=f"color-{n}") for n in reversed(ends)}
    for n, (x, y) in _apart(ends, chart.view.height).items():
        _mark(chart, groups[n], n, ends[n], 1.3)
        _text(chart, groups[n], "newest", (x + 16, y + 9), _percent(goals[n].points[-1][1], locale))


def _apart(ends: dict[int, tuple[float, float]], bottom: float) -> dict[int, tuple[float, float]]:
    """The same places, moved up or down until no label covers another."""
    order = sorted(ends, key=lambda n: ends[n][1])
    height = {n: ends[n][1] for n in order}
    for _ in range(20):
        for upper, lower in pairwise(order):
            push = max(0.0, LABEL_GAP - height[lower] + height[upper]) / 2
            height[upper], height[lower] = height[upper] - push, height[lower] + push
        height = {n: min(max(y, 0), bottom) for n, y in height.items()}
    return {n: (ends[n][0], height[n]) for n in order}


def _legend(chart: Any, n: int, row: float, words: str) -> None:
    group = chart.svg.node(chart.nodes["graph"], class_=f"color-{n}")
    chart.svg.node(group, "path", class_="sample", d=f"M{MARGIN} {row}h64")
    _mark(chart, group, n, (MARGIN + 32, row), 1.3)
    _text(chart, group, "goal", (MARGIN + 80, row + 9), words)


def plain(text: str) -> str:
    """The text on one line, without what the fonts cannot draw: other scripts, emoji, control characters."""
    return " ".join(UNDRAWN.sub(" ", unicodedata.normalize("NFKC", text)).split())


def short(text: str, room: float) -> str:
    """The text, cut with an ellipsis to the room, in em."""
    ends = list(accumulate(map(_em, text), initial=0.0))
    return text if ends[-1] <= room else text[: bisect(ends, room - 1) - 1].rstrip() + "…"


def _em(letter: str) -> float:
    return WIDTHS.get(letter, 0.64 if letter.islower() or letter.isdigit() else 0.8)
