"""What may leave the bot as a file: its tables and their columns, and what privacy.py says of each of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal, TypeAlias

from bot.mentoring.privacy import Thing, may_see
from bot.mentoring.views import View
from bot.messages import Say, say

Kind: TypeAlias = Literal["number", "text", "moment", "day"]

ROWS: Mapping[str, int] = {"telegram": 250_000, "discord": 60_000}  # rows in a file, at most: about 20 and 5 MB
ALL = "all"  # stands for no first day in a button


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table, and what its cells count as; None for what says nothing about a person."""

    name: str
    kind: Kind
    thing: Thing | None = None


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table of the export. One of `totals` holds numbers over several people; one of `happenings` can be narrowed to
    those since a day."""

    name: str
    columns: tuple[Column, ...]
    totals: bool = False
    happenings: bool = False

    @property
    def shown(self) -> tuple[Column, ...]:
        """The columns that whoever runs the programme may see."""
        return tuple(each for each in self.columns if allowed(each, totals=self.totals))

    @property
    def hidden(self) -> tuple[Column, ...]:
        """The columns that stay inside."""
        return tuple(each for each in self.columns if not allowed(each, totals=self.totals))


def allowed(column: Column, *, totals: bool) -> bool:
    """Whether a column may leave the bot: of a total, also what is only seen as a number over several people."""
    if column.thing is None:
        return True
    sight = may_see(column.thing, "coordinator", "programme")
    return sight == "all" or (totals and sight == "total")


def _columns(thing: Thing | None, kinds: str) -> tuple[Column, ...]:
    """Columns of one thing, as "name:kind name:kind"."""
    pairs = (each.split(":") for each in kinds.split())
    return tuple(Column(name, kind, thing) for name, kind in pairs)  # type: ignore[arg-type]


SHEETS: tuple[Sheet, ...] = (
    Sheet(
        "people",
        (
            *_columns("profile", "person:number name:text role:text"),
            *_columns("standing", "standing:text paused_until:moment"),
            *_columns("reason", "reason:text"),
            *_columns("profile", "capacity:number joined_at:moment"),
            *_columns("reach", "reach:text"),
            *_columns("consent", "consent_at:moment"),
            *_columns("settings", "language:text zone:text"),
            *_columns("account", "account:text"),
        ),
    ),
    Sheet(
        "pairs",
        (
            *_columns("profile", "pair:number mentor:number mentor_name:text mentee:number mentee_name:text"),
            *_columns("standing", "state:text source:text began_at:moment ends:day ended_at:moment"),
            *_columns("reason", "reason:text"),
            *_columns("agreement", "agreement:text"),
            *_columns("notes", "notes:text"),
            *_columns("messages", "messages:text"),
        ),
    ),
    Sheet(
        "goals",
        (
            *_columns("goal-title", "goal:number person:number title:text percent:number state:text"),
            *_columns("goal-title", "created_at:moment closed_at:moment"),
            *_columns("goal-details", "measure:text why:text due:day steps:text"),
        ),
    ),
    Sheet(
        "sessions",
        (
            *_columns("sessions", "session:number pair:number state:text kind:text minutes:number"),
            *_columns("sessions", "starts_at:moment created_at:moment"),
            *_columns("session-words", "topic:text link:text reason:text"),
        ),
        happenings=True,
    ),
    Sheet(
        "checkins",
        (
            *_columns("checkin-done", "checkin:number person:number week:day asked_at:moment answered_at:moment"),
            *_columns("checkin-feel", "mood:number"),
            *_columns("checkin-words", "next_step:text for_mentor:text"),
        ),
        happenings=True,
    ),
    Sheet(
        "progress",
        (
            *_columns("goal-title", "progress:number goal:number percent:number at:moment"),
            *_columns("hard", "obstacle:text"),
            *_columns("checkin-words", "note:text"),
        ),
        happenings=True,
    ),
    Sheet(
        "calls",
        _columns("help", "call:number person:number topic:text state:text taken_by:number at:moment changed_at:moment"),
        happenings=True,
    ),
    Sheet(
        "events",
        (*_columns(None, "event:number at:moment"), *_columns("profile", "person:number what:text about:text")),
        happenings=True,
    ),
    Sheet("moods", (*_columns(None, "week:day"), *_columns("checkin-feel", "answers:number mean:number")), totals=True),
    Sheet(
        "forms",
        _columns("feedback", "form:text question:text answer:text count:number answers:number mean:number"),
        totals=True,
    ),
)

EVENTS: Mapping[str, Thing] = {
    "Join": "standing",
    "SetStanding": "standing",
    "Consent": "consent",
    "SetCapacity": "profile",
    "RecordCheckin": "checkin-done",
    "AskHelp": "help",
    "ProposeSession": "sessions",
    "AcceptSlot": "sessions",
    "OfferTimes": "sessions",
    "CancelSession": "sessions",
    "ConfirmSession": "sessions",
    "LogMet": "sessions",
}  # what people did that a table of events may tell; all else stays inside


def events() -> tuple[str, ...]:
    """The kinds of event that may be told of one person."""
    return tuple(kind for kind, thing in EVENTS.items() if may_see(thing, "coordinator", "programme") == "all")


def meaning(sheet: Sheet, column: Column) -> Say:
    """What a column means."""
    return say(f"export-is-{sheet.name}-{column.name}")


def title(sheet: Sheet) -> Say:
    """What a table holds."""
    return say(f"export-holds-{sheet.name}")


def most_rows(platform: str) -> int:
    """How many rows one file may hold, so that the platform takes it."""
    return ROWS.get(platform, min(ROWS.values()))


@dataclass(frozen=True, slots=True)
class ExportView(View):
    """What an export would hold: how many rows of each table, how many goals stay out as they are private, from which
    day on, and whether one comes by itself each week. `unclear` is what could not be read as a day."""

    counts: Mapping[str, int] = field(default_factory=dict)
    private: int = 0
    since: date | None = None
    weekly: bool = False
    unclear: str = ""
