"""What a process counts of itself, cheaply enough to count while it works, and the form in which it is told."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import accumulate
from typing import Literal, TypeAlias

Kind: TypeAlias = Literal["counter", "gauge", "histogram"]


class Histogram:
    """How often a number fell below each of some bounds. Adding takes half a microsecond."""

    __slots__ = ("bounds", "counts", "total")

    def __init__(self, *bounds: float) -> None:
        self.bounds, self.counts, self.total = bounds, [0] * (len(bounds) + 1), 0.0

    def add(self, value: float) -> None:
        """Count a number."""
        self.counts[bisect_left(self.bounds, value)] += 1
        self.total += value

    def buckets(self) -> list[tuple[str, float]]:
        """For each bound how many were not above it; the last is all there were."""
        names = [*(str(float(bound)) for bound in self.bounds), "+Inf"]
        return [(name, float(count)) for name, count in zip(names, accumulate(self.counts), strict=True)]


@dataclass(slots=True)
class Tally:
    """What the writer counts: messages by platform, those whose turn failed, batches and how long each took."""

    heard: Counter[str] = field(default_factory=Counter)
    failed: int = 0
    sizes: Histogram = field(default_factory=lambda: Histogram(1, 2, 4, 8, 16, 32, 64))
    seconds: Histogram = field(default_factory=lambda: Histogram(0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 3, 10, 30))


Value: TypeAlias = "float | Histogram"


@dataclass(frozen=True, slots=True)
class Metric:
    """A number with a name, once for each combination of its labels."""

    name: str
    kind: Kind
    about: str
    labels: tuple[str, ...] = ()
    values: tuple[tuple[tuple[str, ...], Value], ...] = ()


def one(name: str, kind: Kind, about: str, value: Value) -> Metric:
    """A number without labels."""
    return Metric(name, kind, about, (), (((), value),))


def each(name: str, kind: Kind, about: str, label: str, values: Iterator[tuple[str, float]]) -> Metric:
    """A number for each value of one label."""
    return Metric(name, kind, about, (label,), tuple(((key,), value) for key, value in values))
