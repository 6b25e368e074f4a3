"""Numbers as Prometheus reads them, those of the process itself (memory, time, files) beside ours."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from prometheus_client import CollectorRegistry, ProcessCollector, generate_latest
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily, HistogramMetricFamily
from prometheus_client.metrics_core import Metric as Family
from prometheus_client.registry import Collector

from bot.tally import Histogram, Metric

CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8"


class Writing(Collector):
    """Puts numbers into Prometheus's form."""

    def __init__(self) -> None:
        self._registry = CollectorRegistry(auto_describe=False)
        self._told: list[Metric] = []
        ProcessCollector(registry=self._registry)
        self._registry.register(self)

    def text(self, told: Iterable[Metric]) -> bytes:
        """All of it as one text."""
        self._told = list(told)
        return bytes(generate_latest(self._registry))

    def collect(self) -> Iterator[Family]:
        """What the registry asks for."""
        return map(family, self._told)


def family(metric: Metric) -> Family:
    """A number in the library's own kind."""
    if metric.kind == "histogram":
        told = HistogramMetricFamily(metric.name, metric.about, labels=metric.labels)
        for labels, value in metric.values:
            if isinstance(value, Histogram):
                told.add_metric(labels, value.buckets(), value.total)
        return told
    kind = CounterMetricFamily if metric.kind == "counter" else GaugeMetricFamily
    plain = kind(metric.name, metric.about, labels=metric.labels)
    for labels, value in metric.values:
        if not isinstance(value, Histogram):
            plain.add_metric(labels, float(value))
    return plain
