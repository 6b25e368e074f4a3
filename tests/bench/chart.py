"""The chart of docs/performance.md, drawn from the results of a run."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

import pygal
from pygal.style import CleanStyle

from tests.bench.table import Result


def chart(found: Mapping[str, Sequence[Result]]) -> str:
    """Durable turns a second of everybody who took part, as an SVG; `found` are the results by database."""
    bars = {name: each.bars for name, results in found.items() for each in results if each.bars}
    labels = list(dict.fromkeys(label for each in bars.values() for label in each))[::-1]  # drawn from below
    style = CleanStyle(background="white", plot_background="white", label_font_size=12, value_font_size=12)
    drawn = pygal.HorizontalBar(
        js=(), style=style, width=960, height=110 + 50 * len(labels), print_values=True, legend_at_bottom=True,
        show_legend=len(bars) > 1, pretty_print=False, truncate_label=-1, formatter=lambda rate: f"{rate:,.0f}",
        value_formatter=lambda rate: f"{rate:,.0f}/s" if rate else "",
    )  # fmt: skip
    drawn.uuid = "turns"  # the same each time, so that two runs differ in their figures only
    drawn.title = "Durable check-in turns a second"
    drawn.x_labels = labels
    for name, each in bars.items():
        drawn.add(name, [each.get(label) for label in labels])
    return re.sub(r"<script.*?</script>|<!--.*?-->", "", str(drawn.render(is_unicode=True)), flags=re.DOTALL)
