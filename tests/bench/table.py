"""What the benchmarks found, as a table for a terminal or for the documentation."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

HEAD = ("what", "measured", "baseline", "ratio", "budget", "")


@dataclass(frozen=True, slots=True)
class Result:
    """One row: what was measured, against what in the same run, and whether it keeps its budget (None: it has none).
    `bars` are figures for the chart, by name."""

    what: str
    measured: str
    baseline: str = ""
    ratio: str = ""
    budget: str = ""
    ok: bool | None = None
    bars: Mapping[str, float] = field(default_factory=dict)


def terminal(results: Sequence[Result]) -> str:
    """The table in columns."""
    rows = [HEAD, *map(_cells, results)]
    wide = [max(len(row[place]) for row in rows) for place in range(len(HEAD))]
    return "\n".join("  ".join(cell.ljust(wide[place]) for place, cell in enumerate(row)).rstrip() for row in rows)


def markdown(results: Sequence[Result]) -> str:
    """The table for a page."""
    return "\n".join(map(_line, [HEAD, ("---",) * len(HEAD), *map(_cells, results)]))


def _line(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _cells(result: Result) -> tuple[str, ...]:
    kept = {True: "ok", False: "missed", None: ""}[result.ok]
    return result.what, result.measured, result.baseline, result.ratio, result.budget, kept
