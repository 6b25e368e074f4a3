"""What tests of the watchman share: its pages, read as machines read them, and parts that are well or not."""

from __future__ import annotations

import socket
import urllib.error
import urllib.request
from typing import Any

from prometheus_client.parser import text_string_to_metric_families

from bot.ports import Outcome, Parcel


def port() -> int:
    """One that is free."""
    with socket.socket() as place:
        place.bind(("127.0.0.1", 0))
        return int(place.getsockname()[1])


def asked(page: str) -> tuple[int, str]:
    """What a page answers."""
    try:
        with urllib.request.urlopen(page, timeout=20) as answer:  # noqa: S310 - our own
            return answer.status, answer.read().decode()
    except urllib.error.HTTPError as error:
        return error.code, error.read().decode()


def values(text: str) -> dict[str, dict[tuple[str, ...], float]]:
    """Every sample of a page of numbers, by name and labels; Prometheus's own reader reads it."""
    found: dict[str, dict[tuple[str, ...], float]] = {}
    for family in text_string_to_metric_families(text):
        for sample in family.samples:
            found.setdefault(sample.name, {})[tuple(sample.labels.values())] = sample.value
    return found


class Ears:
    """Something that hears a platform, or does not."""

    def __init__(self, *, healthy: bool) -> None:
        self.healthy, self.restarts = healthy, 0

    async def renew(self) -> None:
        """Begin anew."""
        self.restarts += 1
        self.healthy = True


class Ignores:
    """A platform on which nothing is sent."""

    platform = "telegram"

    async def send(self, parcel: Parcel, shown: Any) -> Outcome:
        """Nothing."""
        return Outcome("sent")
