"""The picture of a mentee's progress: small, the same everywhere, and calm with whatever people write."""

import struct
import subprocess
import sys
from datetime import date, timedelta
from itertools import pairwise
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from adapters.chart import Line, progress_chart
from adapters.chart import lines as chart

START = date(2026, 6, 4)
DATA = Line("Portofolio data", ((date(2026, 11, 19), 0), (date(2026, 11, 26), 25), (date(2026, 12, 3), 50)))


def weekly(title: str, percents: list[int]) -> Line:
    return Line(title, tuple((START + timedelta(weeks=week), percent) for week, percent in enumerate(percents)))


def size(png: bytes) -> tuple[int, int]:
    assert png.startswith(b"\x89PNG\r\n\x1a\n")
    width, height = struct.unpack(">II", png[16:24])
    return width, height


def texts(title: str, lines: list[Line], locale: str = "id") -> list[str]:
    """Every text of the picture, in the order it is drawn."""
    root = ET.fromstring(chart._draw(title, [chart._tidy(line) for line in lines], locale))  # noqa: S314
    return [node.text or "" for node in root.iter("{http://www.w3.org/2000/svg}text")]


def marks(lines: list[Line]) -> int:
    """The marks in the plot; the legend has one more for each goal."""
    return chart._draw("Kemajuan", lines, "id").count('class="mark"') - len(lines)


def blank(text: str) -> bool:
    svg = '<svg xmlns="http://www.w3.org/2000/svg" width="60" height="60">{}</svg>'
    words = f"<text x='9' y='40' font-family='DejaVu Sans' font-size='30'>{text}</text>"
    return chart.rasterize(svg.format(words)) == chart.rasterize(svg.format(""))


def test_half_a_year_of_three_goals_is_a_small_png_for_a_phone() -> None:
    long = "Menyelesaikan bab 3 skripsi dan revisi dari pembimbing"
    lines = [weekly(long, [week * pace + week % 4 * 5 for week in range(26)]) for pace in (2, 3, 4)]
    png = progress_chart(long, lines, "id")
    assert len(png) < 40_000
    assert size(png) == (720, 700)


def test_the_same_input_gives_the_same_bytes() -> None:
    assert progress_chart("Kemajuan", [DATA], "id") == progress_chart("Kemajuan", [DATA], "id")


def test_dates_and_percents_speak_the_language_of_the_reader() -> None:
    assert {"19 Nov", "26 Nov", "3 Des", "0%", "25%", "50%", "75%", "100%"} <= set(texts("Kemajuan", [DATA]))
    assert "3 Dec" in texts("Progress", [DATA], "en")


def test_the_newest_percent_stands_at_the_line_and_in_the_legend() -> None:
    assert texts("Kemajuan", [weekly("Tujuan", [0, 37])]).count("37%") == 2


@pytest.mark.parametrize(
    ("written", "drawn"),
    [
        ('Belajar <b>"SQL"</b> & R', 'Belajar <b>"SQL"</b> & R'),
        ("]]></text><script>", "]]></text><script>"),
        ("dua\nbaris\t\x00\x1b \u202edan arah", "dua baris dan arah"),
        ("Lulus 😀 IELTS 👩‍🎓", "Lulus IELTS"),
        ("𝓢𝓪𝓻𝓲", "Sari"),
        ("مرحبا", "#1"),
        ("目標", "#1"),
        ("", "#1"),
        ("\ud800", "#1"),
    ],
)
def test_any_title_is_drawn_as_far_as_the_font_goes(written: str, drawn: str) -> None:
    assert drawn in texts(written, [Line(written, DATA.points)])
    assert size(progress_chart(written, [Line(written, DATA.points)], "id")) == (720, 600)


def test_a_long_title_ends_with_an_ellipsis() -> None:
    title = "Menyelesaikan bab 3 skripsi dan revisi dari pembimbing"
    assert "Menyelesaikan bab 3 skripsi dan…" in texts("Kemajuan", [Line(title, DATA.points)])


def test_without_points_the_axes_stay() -> None:
    assert texts("Kemajuan", [Line("Tujuan", ())]) == [
        *("0%", "25%", "50%", "75%", "100%"),
        *("Kemajuan", "Tujuan", "–"),
    ]
    assert size(progress_chart("Kemajuan", [Line("Tujuan", ())], "id")) == (720, 600)
    assert size(progress_chart("Kemajuan", [], "id")) == (720, 550)


def test_one_point_is_a_dot_with_its_day() -> None:
    single = Line("Tujuan", ((date(2026, 12, 3), 25),))
    assert marks([single]) == 1
    assert "3 Des" in texts("Kemajuan", [single])


def test_a_long_line_has_few_marks_and_a_short_one_all() -> None:
    assert marks([weekly("Tujuan", [50] * 26)]) == 9
    assert marks([weekly("Tujuan", [50] * 5)]) == 5


def test_only_three_goals_are_drawn() -> None:
    assert progress_chart("Kemajuan", [DATA] * 5, "id") == progress_chart("Kemajuan", [DATA] * 3, "id")


def test_the_later_answer_of_a_day_counts_and_no_line_leaves_the_picture() -> None:
    untidy = Line("Tujuan", ((START, 10), (START, 130), (START - timedelta(7), -5)))
    assert chart._tidy(untidy).points == ((START - timedelta(7), 0), (START, 100))


def test_only_our_font_is_used() -> None:
    """Many machines have DejaVu with Cyrillic; ours has none, so a drawn letter would be theirs."""
    assert not blank("a")
    assert not blank("✓")
    assert blank("Ж")


def test_the_bot_starts_without_the_drawing_libraries() -> None:
    script = "import sys, adapters.chart; sys.exit('pygal' in sys.modules or 'resvg_py' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0


def test_no_import_hook_is_left_behind() -> None:
    progress_chart("Kemajuan", [], "id")
    assert all(hasattr(finder, "find_spec") for finder in sys.meta_path)


@given(st.text(max_size=60), st.lists(st.tuples(st.dates(), st.integers(-9, 200)), max_size=30))
@settings(max_examples=30, deadline=None)
def test_whatever_is_written_the_picture_can_be_drawn(title: str, points: list[tuple[date, int]]) -> None:
    drawn = texts(title, [Line(title, tuple(points))] * 3)
    assert not any(chart.UNDRAWN.search(text) for text in drawn)


@given(st.sets(st.integers(1, 800), min_size=1))
def test_at_most_five_days_are_named_the_newest_among_them(days: set[int]) -> None:
    named = chart._day_labels(sorted(days))
    assert len(named) <= 5
    assert named[0] == max(days)
    assert named[-1] >= min(days)


@given(st.lists(st.floats(0, 400), max_size=3))
def test_the_newest_percents_never_cover_each_other(heights: list[float]) -> None:
    apart = chart._apart({n: (500, y) for n, y in enumerate(heights)}, 400)
    placed = sorted(y for _, y in apart.values())
    assert all(0 <= y <= 400 for y in placed)
    assert all(lower - upper > 25 for upper, lower in pairwise(placed))
