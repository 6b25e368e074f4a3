"""Which parts of a process are stuck, and for how long. It knows no clock: whoever looks says what moment it is."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass

BEAT = 5.0  # seconds between looks
ASLEEP = 30.0  # seconds between looks after which it was the process that slept, or its loop that hung
HOPELESS = 600.0  # seconds after which only a new start can help a part of our own


@dataclass(frozen=True, slots=True)
class Part:
    """Something that may get stuck: when it was not `well` for `patience` seconds. Then `mend` is tried, and again
    after as many. What is not `ours` depends on others, so that a new start would not help."""

    name: str
    well: Callable[[], bool]
    patience: float
    mend: Callable[[], Awaitable[None]] | None = None
    ours: bool = True


class Watch:
    """Remembers when each part was last well."""

    def __init__(self, parts: Sequence[Part], began: float) -> None:
        self.parts = {part.name: part for part in parts}
        self._well = dict.fromkeys(self.parts, began)
        self._mended = dict(self._well)
        self._looked = began

    def look(self, moment: float) -> list[Part]:
        """See how the parts are; those are given that are to be mended now. After a sleep of the whole process each
        has all its patience again."""
        slept, self._looked = moment - self._looked > ASLEEP, moment
        for name, part in self.parts.items():
            if slept or _is_well(part):
                self._well[name] = self._mended[name] = moment
        due = [part for name, part in self.parts.items() if moment - self._mended[name] > part.patience]
        self._mended |= {part.name: moment for part in due}
        return [part for part in due if part.mend]

    def stuck(self, moment: float) -> dict[str, float]:
        """The parts that are stuck, each with the seconds since it was well; "watch" when nobody looks any more."""
        found = {
            name: moment - since for name, since in self._well.items() if moment - since > self.parts[name].patience
        }
        return found | ({"watch": moment - self._looked} if moment - self._looked > ASLEEP else {})

    def alive(self, moment: float) -> bool:
        """Whether the process itself still works, however its surroundings are: what a supervisor should know."""
        return not any(
            seconds > HOPELESS + self.parts[name].patience
            for name, seconds in self.stuck(moment).items()
            if name in self.parts and self.parts[name].ours
        )


def _is_well(part: Part) -> bool:
    try:
        return part.well()
    except Exception:  # noqa: BLE001 - what can't even be asked is not well
        return False
