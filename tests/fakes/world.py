"""Small things that tests of the adapters share: a moment to move, and waiting for something to come true."""

import asyncio
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta


class Moment:
    """A clock that stands at real time until it is moved."""

    def __init__(self) -> None:
        self._ahead = timedelta()

    def __call__(self) -> datetime:
        return datetime.now(UTC) + self._ahead

    def passes(self, **span: float) -> None:
        """Time goes by."""
        self._ahead += timedelta(**span)


async def until(come_true: Callable[[], object], seconds: float = 5.0) -> None:
    """Wait for it, with the event loop free meanwhile."""
    end = time.monotonic() + seconds
    while not come_true():
        assert time.monotonic() < end, "it did not come true"
        await asyncio.sleep(0.005)
