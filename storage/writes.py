"""Effects to rows, each kind once, for many people in one statement where it can be."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, NamedTuple, TypeAlias

from sqlalchemy import Connection, select

from bot.effects import Effect, SendFile
from bot.mentoring.people import Person
from bot.mentoring.plans import Plan
from bot.messages import Incoming, Screen
from bot.ports import Said
from storage import tables
from storage.among import among
from storage.bulk import insert_many
from storage.columns import MEMBER, PERSON, PERSON_COLUMNS, PROGRAMME
from storage.meeting import Meetings
from storage.rows import person_of


@dataclass(slots=True)
class Book:
    """Where effects are written: the transaction, the plans, the moment; `gone` are people who were removed,
    `meetings` makes rooms."""

    connection: Connection
    plans: Mapping[str, Plan]
    now: datetime
    gone: set[int] = field(default_factory=set)
    meetings: Meetings = field(default_factory=Meetings)
    _members: dict[int, Any] = field(default_factory=dict)

    def member(self, person: int) -> Any:
        """The programme a person is in, as (id, programme_id, role, standing, plan); None for nobody's."""
        return self.members([person]).get(person)

    def members(self, people: Sequence[int]) -> dict[int, Any]:
        """The membership that speaks for each person."""
        missing = [person for person in people if person not in self._members]
        if missing:
            for row in self.connection.execute(MEMBERS, {"people": missing}):
                self._members.setdefault(row.person_id, row)
        return self._members

    def forget_members(self, *people: int) -> None:
        """Read these people's memberships again: they have changed."""
        for person in people:
            self._members.pop(person, None)

    def plan(self, person: int) -> Plan:
        """The plan of a person's programme."""
        member = self.member(person)
        return self.plans.get(member.plan if member else "default") or self.plans["default"]

    def person(self, number: int) -> Person:
        """A person as they are now."""
        return person_of(self.connection.execute(select(*PERSON_COLUMNS).where(PERSON.c.id == number)).one())


MEMBERS = (
    select(MEMBER.c.id, MEMBER.c.person_id, MEMBER.c.programme_id, MEMBER.c.role, MEMBER.c.standing, PROGRAMME.c.plan)
    .join(PROGRAMME, PROGRAMME.c.id == MEMBER.c.programme_id)
    .join(PERSON, PERSON.c.id == MEMBER.c.person_id)
    .where(among(MEMBER.c.person_id, "people"))
    .order_by(
        MEMBER.c.standing == "left",
        MEMBER.c.programme_id != PERSON.c.at_programme,
        MEMBER.c.standing != "active",
        MEMBER.c.standing != "paused",
        -MEMBER.c.id,
    )
)


class Work(NamedTuple):
    """An effect of a person, and the message it answers."""

    person: int
    incoming: Incoming
    effect: Any


Handler: TypeAlias = Callable[[Book, list[Work]], "Sequence[Screen | Said | None] | None"]
HANDLERS: dict[type[Any], Handler] = {}


def handles(*kinds: type[Any]) -> Callable[[Handler], Handler]:
    """Name the effects a function writes. It may return a screen for each: why it was refused."""

    def register(handler: Handler) -> Handler:
        HANDLERS.update(dict.fromkeys(kinds, handler))
        return handler

    return register


def apply(book: Book, effects: Sequence[tuple[int, Incoming, Effect]]) -> list[Said | None]:
    """Write effects: those of one person in their order, those of one kind together."""
    said: list[Said | None] = [None] * len(effects)
    for batch in _waves(effects):
        for kind, places in batch.items():
            work = [Work(*effects[place]) for place in places]
            for place, screen in zip(places, HANDLERS[kind](book, work) or (), strict=False):
                said[place] = Said(screen) if isinstance(screen, Screen) else screen
    _note(book, effects)
    return said


def _waves(effects: Sequence[tuple[int, Incoming, Effect]]) -> list[dict[type[Any], list[int]]]:
    """The first effect of everybody, by kind; then the second of everybody; and so on."""
    waves: list[dict[type[Any], list[int]]] = []
    count: dict[int, int] = defaultdict(int)
    for place, (person, _, effect) in enumerate(effects):
        wave, count[person] = count[person], count[person] + 1
        if wave == len(waves):
            waves.append(defaultdict(list))
        waves[wave][type(effect)].append(place)
    return waves


ABOUT = (
    *("goal", "step", "occurrence", "form", "standing", "topic", "purpose", "state"),
    *("pair", "member", "ticket", "draft", "campaign", "programme", "stage", "invitation", "taken", "channel"),
    *("person", "mentee", "role"),
)  # fields of effects that say what they are about, the first of them found
QUIET = {
    "Job",
    "Exported",
    "KeepAnswers",
    "KeepFigures",
    "LoseDigest",
    "TellChannel",
    "FollowChat",
    "Look",
    "Forget",
    "Erase",
    "TellCoordinators",
    "Snooze",
    "Prune",
    "SendMyData",
}  # leave no trace of the person, or are not theirs


def _note(book: Book, effects: Sequence[tuple[int, Incoming, Effect]]) -> None:
    """Keep who did what, about what, when; never what was said."""
    told = [
        (person, effect)
        for person, _, effect in effects
        if type(effect).__name__ not in QUIET and person not in book.gone
    ]
    members = book.members(sorted({person for person, _ in told if person}))
    rows = [
        {
            "programme_id": members[person].programme_id if person in members else None,
            "person_id": person or None,
            "kind": type(effect).__name__,
            "subject": _about(effect),
            "at": book.now,
        }
        for person, effect in told
    ]
    insert_many(book.connection, tables.Activity, rows)


def _about(effect: Any) -> str:
    if isinstance(effect, SendFile):
        return effect.name
    for name in ABOUT:
        if (value := getattr(effect, name, None)) is not None:
            return str(value)
    return ""
