"""What the answers to a form's questions give, as a picture: a bar for each answer with its words, percent and number,
so that it can be read in grey. Drawn as SVG and made a PNG by resvg with our own font."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from typing import Any

from adapters.chart.lines import plain, rasterize, short

WIDTH, MARGIN = 720, 28
HEAD, TITLE, ROW, GAP, FOOT = 84, 44, 64, 26, 12
ROOM = WIDTH - 2 * MARGIN
SHADE = "#0066cc"
STYLE = """
text { font-family: 'DejaVu Sans'; fill: #333; font-size: 24px }
.heading { font-size: 34px; font-weight: bold }
.question { font-size: 26px; font-weight: bold }
.number { text-anchor: end }
"""


@dataclass(frozen=True)
class Answers:
    """A question and its answers: the words of each, its percent, and how often it was given."""

    question: str
    bars: tuple[tuple[str, int, int], ...]


def answers_chart(content: Mapping[str, Any], said: Callable[[Any], str]) -> bytes:
    """A PNG with the questions below each other; `said` puts packed sentences into words."""
    questions = [
        Answers(said(each["text"]), tuple((said(label), percent, count) for label, percent, count in each["bars"]))
        for each in content["questions"]
    ]
    return rasterize(draw(said(content["title"]), questions))


def draw(title: str, questions: Sequence[Answers]) -> str:
    """The picture as SVG."""
    height = HEAD + FOOT + sum(map(_height, questions))
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{height}" viewBox="0 0 {WIDTH} {height}">',
        f'<style>{STYLE}</style><rect width="{WIDTH}" height="{height}" fill="#fff"/>',
        _text("heading", MARGIN, 54, _fit(title, 34 * 1.12)),
    ]
    top = HEAD
    for each in questions:
        parts += _question(each, top)
        top += _height(each)
    return "".join([*parts, "</svg>"])


def _height(each: Answers) -> int:
    return TITLE + ROW * len(each.bars) + GAP


def _question(each: Answers, top: float) -> Iterator[str]:
    yield _text("question", MARGIN, top + 28, _fit(each.question, 26 * 1.12))
    for place, (label, percent, count) in enumerate(each.bars):
        line = top + TITLE + ROW * place
        yield _text("label", MARGIN, line + 26, _fit(label, 24, ROOM - 170))
        yield _text("number", WIDTH - MARGIN, line + 26, f"{percent}% ({count})")
        yield f'<rect x="{MARGIN}" y="{line + 36:.0f}" width="{ROOM}" height="14" fill="#e5e5e5"/>'
        wide = ROOM * min(percent, 100) / 100
        yield f'<rect x="{MARGIN}" y="{line + 36:.0f}" width="{wide:.1f}" height="14" fill="{SHADE}"/>'


def _fit(words: str, size: float, room: float = ROOM) -> str:
    """The words, as far as there is room for them."""
    return short(plain(words), room / size)


def _text(kind: str, x: float, y: float, words: str) -> str:
    return f'<text class="{kind}" x="{x:.0f}" y="{y:.0f}">{escape(words)}</text>'
