"""The charts that the running bot draws: composed of the house's words and the chart adapter."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

from adapters.chart import Line, Series, answers_chart, progress_chart, weeks_chart
from bot.messages import unpack
from bot.talk.phrases import Phrases, Reader


def draw(phrases: Phrases, content: dict[str, Any]) -> bytes:
    """The PNG of a chart: the progress of goals, the weeks of a programme, the answers to a form."""
    if content.get("kind") == "weeks":
        return _weeks(phrases, content)
    if content.get("kind") == "answers":
        reader = Reader(content["locale"], "UTC", _now())
        return answers_chart(content, lambda packed: phrases.plain(unpack(packed), reader))  # type: ignore[arg-type]
    lines = [
        Line(line["title"], tuple((date.fromisoformat(day), percent) for day, percent in line["points"]))
        for line in content["lines"]
    ]
    return progress_chart(content["title"], lines, content["locale"])


def _weeks(phrases: Phrases, content: dict[str, Any]) -> bytes:
    reader = Reader(content["locale"], "UTC", _now())
    series = [
        Series(
            phrases.plain(unpack(each["title"]), reader),  # type: ignore[arg-type]
            each["form"] == "percent",
            tuple((date.fromisoformat(day), value) for day, value in each["points"]),
        )
        for each in content["series"]
    ]
    return weeks_chart(content["title"], series, content["locale"])


def _now() -> datetime:
    return datetime.now(UTC)
