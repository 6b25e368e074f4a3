"""Rooms for sessions and the ids of their calendar files: the only place of sessions where chance is allowed."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from dataclasses import dataclass

LETTERS = "abcdefghjkmnpqrstvwxyz23456789"
LONG = 16  # letters of a room's name: about 78 bits, so that nobody walks in


@dataclass(frozen=True, slots=True)
class Meetings:
    """Makes rooms below `base`, by `draw`: so many random bytes."""

    base: str = "https://meet.jit.si"
    draw: Callable[[int], bytes] = secrets.token_bytes

    def room(self) -> str:
        """A room nobody has been in."""
        return f"{self.base.rstrip('/')}/tuntun-{self._word()}"

    def uid(self) -> str:
        """What calendars know a session by."""
        return f"{self._word()}@tuntun"

    def _word(self) -> str:
        return "".join(LETTERS[byte % len(LETTERS)] for byte in self.draw(LONG))
