"""Puts a run's tables and chart into docs/performance.md, between its two marks; the prose around them stays."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime

from tests.bench.chart import chart
from tests.bench.table import Result, markdown
from tests.house.sources import ROOT

PAGE, CHART = ROOT / "docs" / "performance.md", ROOT / "docs" / "performance.svg"
BEGIN, END = "<!-- made by make bench -->", "<!-- end of what make bench made -->"


def write(on: str, found: Mapping[str, Sequence[Result]]) -> None:
    """Replace what the last run wrote; a run that compared nothing leaves the chart as it is."""
    page = PAGE.read_text(encoding="utf-8")
    before, _, rest = page.partition(BEGIN)
    _, mark, after = rest.partition(END)
    if not mark:
        raise ValueError(f"{PAGE.name} has lost its marks: {BEGIN} and {END}")
    PAGE.write_text(f"{before}{BEGIN}\n{_made(on, found)}\n{END}{after}", encoding="utf-8")
    if any(each.bars for results in found.values() for each in results):
        CHART.write_text(chart(found), encoding="utf-8")


def _made(on: str, found: Mapping[str, Sequence[Result]]) -> str:
    machine = f"Measured on {datetime.now(UTC):%d %B %Y}: " + "; ".join(on.splitlines()) + "."
    tables = (f"### {name}\n\n{markdown(results)}" for name, results in found.items())
    return "\n\n".join(["", machine, *tables, ""])
