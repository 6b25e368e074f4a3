"""For how long a message waits: before another try, and over its reader's night."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.mentoring.calendar import local, local_date, next_daily
from bot.ports import Parcel

MOST = 60.0  # seconds between tries


def backoff(attempts: int) -> float:
    """Seconds before another try: 1, 2, 4 ... 60."""
    return min(MOST, 2.0 ** max(0, min(attempts, 10) - 1))


def quiet_until(parcel: Parcel, now: datetime) -> datetime | None:
    """When the reader's quiet hours end, if they have begun while the message waited; None when it may go."""
    if parcel.hold is None or now < parcel.hold:
        return None
    return _end(parcel.hold, time.fromisoformat(parcel.quiet_until), parcel.zone, now)


def _end(hold: datetime, end: time, zone: str, now: datetime) -> datetime | None:
    """Quiet hours begin every day at the clock of `hold`: a message put off over one night may meet the next."""
    today, begins = local_date(now, zone), hold.astimezone(ZoneInfo(zone)).time()
    latest = max(start for days in (0, 1) if (start := local(today - timedelta(days), begins, zone)) <= now)
    ends = next_daily(latest, end, zone)
    return ends if now < ends else None
