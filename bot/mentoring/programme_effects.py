"""What happens to programmes: made, set, opened and closed; how people come in; who sits at the desk."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from bot.effects import Effect
from bot.mentoring.due import Due
from bot.mentoring.people import Joining, Role, Stage


@dataclass(frozen=True, slots=True)
class FinishEnrolment(Effect):
    """The person has told all that was asked: they take part, or wait for approval where that is the rule."""

    programme: int


@dataclass(frozen=True, slots=True)
class JoinOpen(Effect):
    """Make the person a member of a programme that is open to all."""

    programme: int
    role: Role


@dataclass(frozen=True, slots=True)
class CreateProgramme(Effect):
    """Make a programme that the person owns and works in from now on; what is not asked comes from the programme
    `like`, if there is one: a clone takes its settings and forms too, never its people."""

    name: str
    zone: str
    starts: date | None
    ends: date | None
    joining: Joining
    plan: str
    like: int = 0
    clone: bool = False


@dataclass(frozen=True, slots=True)
class ChangeSettings(Effect):
    """Write these columns of the programme `of`; `topic` names what it is about. "welcome" is merged into what is
    there, by language."""

    of: int
    topic: str
    changes: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class ChangeStage(Effect):
    """Take the programme `of` from one stage to the next; nothing happens if it is not in the one `before` any more."""

    of: int
    before: Stage
    stage: Stage


@dataclass(frozen=True, slots=True)
class SwitchProgramme(Effect):
    """Work in another programme from now on."""

    programme: int


@dataclass(frozen=True, slots=True)
class ChangeSeat(Effect):
    """Give somebody at the desk another role; "" takes their place away. One owner always stays."""

    member: int
    role: Role | None


@dataclass(frozen=True, slots=True)
class Approve(Effect):
    """Let somebody in who waits."""

    member: int


@dataclass(frozen=True, slots=True)
class Decline(Effect):
    """Tell somebody who waits that there is no place for them."""

    member: int


@dataclass(frozen=True, slots=True)
class AskApplicant(Effect):
    """Ask somebody who waits a question of one's own."""

    member: int
    text: str


@dataclass(frozen=True, slots=True)
class AnswerCoordinators(Effect):
    """What somebody who waits answers; the coordinators read it."""

    member: int
    text: str


@dataclass(frozen=True, slots=True)
class PlanEnds(Effect):
    """Plan what happens around the end of pairs whose end has moved."""

    rows: tuple[Due, ...]
