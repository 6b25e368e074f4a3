"""What a conversation makes happen. Effects are small values; storage turns each into rows, in the order given.

An effect re-checks the world when it is applied and answers with a sentence when it can't be done; it never assumes.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, Literal

from bot.mentoring.people import Standing, Visibility
from bot.messages import REMINDER, Screen


class Effect:
    """Something a conversation makes happen."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Tell(Effect):
    """Show a screen to the person of the conversation."""

    screen: Screen


@dataclass(frozen=True, slots=True)
class TellPerson(Effect):
    """Show a screen to somebody else, where they can be reached best; `once` is unique, `kind` what it reminds of."""

    person: int
    screen: Screen
    once: str | None = None
    kind: str = ""
    priority: int = REMINDER


@dataclass(frozen=True, slots=True)
class TellCoordinators(Effect):
    """Show a screen to the programme's coordinators and owners; `once` is unique, so it is told one time."""

    screen: Screen
    once: str | None = None


@dataclass(frozen=True, slots=True)
class Job(Effect):
    """Have something done apart from the conversation, since it takes longer than a turn may or needs what a turn can't
    have: by its kind, not before `at`. What it says comes to the chat it was asked in, in place of the message `edit`.
    `once` makes one of it, ever; JSON in `args`."""

    kind: str
    args: Mapping[str, Any] = field(default_factory=dict)
    once: str | None = None
    at: datetime | None = None
    edit: str = ""


@dataclass(frozen=True, slots=True)
class SendFile(Effect):
    """Send a file that was made, to the person, with these words: a "document", or a "photo" that is seen at once."""

    name: str
    data: bytes
    screen: Screen
    kind: Literal["document", "photo"] = "document"


@dataclass(frozen=True, slots=True)
class Start(Effect):
    """Go on with another conversation or page; `subject` is what it is about."""

    flow: str
    subject: str = ""


@dataclass(frozen=True, slots=True)
class CloseTalk(Effect):
    """Close an open conversation of the person, or all of them (None); nothing in it is kept."""

    talk: int | None = None


@dataclass(frozen=True, slots=True)
class Consent(Effect):
    """Keep that the person agreed to a text, in its version and language; `by` names a guardian who agreed."""

    purpose: Literal["programme", "guardian"]
    version: str
    locale: str
    by: str = ""


@dataclass(frozen=True, slots=True)
class ChangePerson(Effect):
    """Write these columns of the person; `about` is merged into what is known."""

    changes: Mapping[str, Any] = field(default_factory=dict)
    about: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Join(Effect):
    """Make the person a member by an invitation; a used or expired one answers with a sentence."""

    invitation: int


@dataclass(frozen=True, slots=True)
class SetStanding(Effect):
    """Pause, resume or leave the programme."""

    standing: Standing
    until: datetime | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class SaveGoal(Effect):
    """Create a goal (`goal` None) or rewrite one; `steps` are added to a new goal, `step_due` is the first one's
    day."""

    goal: int | None
    title: str
    measure: str
    why: str
    due: date | None
    visibility: Visibility
    steps: tuple[str, ...] = ()
    step_due: date | None = None


@dataclass(frozen=True, slots=True)
class AddStep(Effect):
    """Add a step to a goal."""

    goal: int
    text: str
    due: date | None


@dataclass(frozen=True, slots=True)
class TickStep(Effect):
    """Mark a step done or open again."""

    step: int
    done: bool


@dataclass(frozen=True, slots=True)
class MoveGoal(Effect):
    """Give a goal another target date, with the reason."""

    goal: int
    due: date
    reason: str


@dataclass(frozen=True, slots=True)
class CloseGoal(Effect):
    """Reach or drop a goal, with the reason or what helped."""

    goal: int
    state: Literal["reached", "dropped"]
    reason: str


@dataclass(frozen=True, slots=True)
class ShowGoal(Effect):
    """Change who sees a goal."""

    goal: int
    visibility: Visibility


@dataclass(frozen=True, slots=True)
class GoalProgress:
    """How far one goal is, 0 to 100, and what stood in the way."""

    goal: int
    percent: int
    obstacle: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class RecordCheckin(Effect):
    """Keep a week's answers; a second record of the same week replaces the first. Fields left None stay as they
    were."""

    occurrence: date
    progress: tuple[GoalProgress, ...] = ()
    mood: int | None = None
    next_step: str | None = None
    for_mentor: str | None = None


@dataclass(frozen=True, slots=True)
class RecordResponse(Effect):
    """Keep the answers to a feedback form; `about` is whom they are about."""

    form: str
    version: str
    answers: Mapping[str, Any]
    subject: str = ""
    about: int | None = None


@dataclass(frozen=True, slots=True)
class AskHelp(Effect):
    """Ask the coordinators for help; they are told."""

    topic: str
    text: str


@dataclass(frozen=True, slots=True)
class Snooze(Effect):
    """Send a reminder again at a later moment."""

    kind: str
    subject: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Reachable(Effect):
    """The account can or can't be written to any more, and why."""

    state: Literal["ok", "blocked", "not_started", "gone", "wrong_id", "dm_closed", "left_server"]
    platform: str
    account: str


@dataclass(frozen=True, slots=True)
class SendMyData(Effect):
    """Send the person all that is kept about them, as a file."""


@dataclass(frozen=True, slots=True)
class Erase(Effect):
    """Remove the person and all they said; statistics keep counts without them."""


@dataclass(frozen=True, slots=True)
class Forget(Effect):
    """Remove a person who never agreed to anything."""
