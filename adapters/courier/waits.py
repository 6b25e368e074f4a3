"""For how long a message waits: before another try, and over its reader's night."""

from __future__ import annotations

from datetime import datetime

from bot.mentoring.calendar import Quiet, allowed_at
from bot.ports import Parcel

MOST = 60.0  # seconds between tries


def backoff(attempts: int) -> float:
    """Seconds before another try: 1, 2, 4 ... 60."""
    return min(MOST, 2.0 ** max(0, min(attempts, 10) - 1))


def quiet_until(parcel: Parcel, now: datetime) -> datetime | None:
    """When the reader may be written to again, if their quiet hours have begun while the message waited; else None."""
    allowed = allowed_at(now, parcel.zone, Quiet(*parcel.quiet)) if parcel.hold else now
    return allowed if allowed > now else None
