"""The way back to an interaction: a token that lives for a quarter of an hour, as text in the outbox."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

LIVES = timedelta(minutes=14)  # Discord's fifteen, less what a slow network takes
SECONDS = 11  # digits of a moment that there will be
THINKING, UPDATE = "new", "edit"  # how it was acknowledged: "thinking ...", or silently, to rewrite the message tapped


@dataclass(frozen=True, slots=True)
class Route:
    """An interaction's token. A `shut` one answers so that only its person sees it."""

    application: int
    token: str
    until: datetime
    how: str
    shut: bool

    def __str__(self) -> str:
        return (
            f"{self.application} {self.until.timestamp():.0f} {self.how} {'shut' if self.shut else 'open'} {self.token}"
        )


def read_route(text: str, now: datetime) -> Route | None:
    """The route in an outbox row; None when there is none, or its time is over."""
    parts = text.split(" ")
    if len(parts) != 5 or not (parts[0].isdecimal() and parts[1].isdecimal() and len(parts[1]) <= SECONDS):
        return None
    until = datetime.fromtimestamp(int(parts[1]), now.tzinfo)
    return Route(int(parts[0]), parts[4], until, parts[2], parts[3] == "shut") if now < until else None
