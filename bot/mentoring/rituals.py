"""What is known when a pair is asked about itself: its two sides, what they did together, what was answered."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bot.mentoring.due import Due, Scene
from bot.mentoring.people import Facts, Partner

FORMS = ("after-session", "pulse", "midway", "closing", "goal-view")  # forms that have a moment of their own
ENDS = ("closing-week", "closing")  # reminders of the planned end
OVER, PARTING = "closing-over", "parting"  # what is settled when its time is over
OF_PAIRS = ("pulse", "midway", "goal-view", *ENDS, OVER, PARTING)  # rows that are about a pair, by its number


@dataclass(frozen=True, slots=True)
class Together:
    """What a pair did together, as much as its reader may see. `moved` are goals with their first and last percent,
    `weeks` how many check-ins were answered, `streak` the longest row of them."""

    sessions: int = 0
    reached: tuple[str, ...] = ()
    moved: tuple[tuple[str, int, int], ...] = ()
    weeks: int = 0
    streak: int = 0


@dataclass(frozen=True, slots=True)
class Ritual:
    """A moment of a pair, from one side. `answered` is when its form was last answered, `extends` says that I
    would like to go on."""

    facts: Facts
    partner: Partner | None = None
    answered: datetime | None = None
    extends: bool = False
    together: Together = Together()


def ritual_of(scene: Scene) -> Ritual | None:
    """What is known of a row about a pair."""
    return scene.about if isinstance(scene.about, Ritual) else None


def kind_of(due: Due) -> str:
    """The kind of a reminder, also of one that was put off."""
    return due.subject.partition(":")[0] if due.kind == "later" else due.kind


def number_of(due: Due) -> int:
    """What the row is about, by its number."""
    return int(due.subject.rpartition(":")[2])
