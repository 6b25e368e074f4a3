"""Tables of what people work on: goals, steps, check-ins, answers to forms, calls for help."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, Index, UniqueConstraint
from sqlmodel import Field

from storage.tables_people import Row, of


class Goal(Row, table=True):
    """What a mentee works towards."""

    __table_args__ = (Index(None, "person_id", "state"), Index(None, "programme_id", "state"))

    id: int | None = Field(default=None, primary_key=True)
    person_id: int = of("person")
    programme_id: int = of("programme")
    title: str
    measure: str = ""
    why: str = ""
    due: date | None = None
    visibility: str = "pair"
    state: str = "active"
    reason: str = ""
    created_at: datetime
    closed_at: datetime | None = None


class Step(Row, table=True):
    """A piece of work on the way to a goal."""

    __table_args__ = (Index(None, "goal_id"),)

    id: int | None = Field(default=None, primary_key=True)
    goal_id: int = of("goal")
    text: str
    due: date | None = None
    done_at: datetime | None = None
    created_at: datetime


class Checkin(Row, table=True):
    """A week's check-in: asked for, answered, or both. `occurrence` is the local date it was planned for."""

    __table_args__ = (
        UniqueConstraint("person_id", "occurrence"),
        Index(None, "programme_id", "answered_at", "person_id", "mood"),
        Index(None, "programme_id", "asked_at", "answered_at", "person_id"),
    )

    id: int | None = Field(default=None, primary_key=True)
    person_id: int = of("person")
    programme_id: int = of("programme")
    occurrence: date
    asked_at: datetime | None = None
    answered_at: datetime | None = None
    mood: int | None = None
    next_step: str = ""
    for_mentor: str = ""


class Progress(Row, table=True):
    """How far a goal was, told by whom. One row a goal and check-in."""

    __table_args__ = (UniqueConstraint("checkin_id", "goal_id"), Index(None, "goal_id", "at"), Index(None, "by_id"))

    id: int | None = Field(default=None, primary_key=True)
    goal_id: int = of("goal")
    checkin_id: int | None = of("checkin", null=True)
    by_id: int | None = of("person", on_delete="SET NULL", null=True)
    percent: int
    obstacle: str = ""
    note: str = ""
    at: datetime


class FormResponse(Row, table=True):
    """The answers to a feedback form, with the form's name and the hash of its content; `about_id` is whom they are
    about."""

    __table_args__ = (Index(None, "person_id"), Index(None, "programme_id", "form"), Index(None, "about_id"))

    id: int | None = Field(default=None, primary_key=True)
    person_id: int | None = of("person", on_delete="SET NULL", null=True)
    about_id: int | None = of("person", on_delete="SET NULL", null=True)
    programme_id: int = of("programme")
    form: str
    version: str
    subject: str = ""
    answers: dict[str, Any] = Field(default_factory=dict, sa_type=JSON)
    at: datetime


class HelpRequest(Row, table=True):
    """A call for help to the coordinators: open, answered (the person's turn), closed. `taken_by_id` is the coordinator
    who takes care of it."""

    __table_args__ = (Index(None, "person_id"), Index(None, "programme_id", "state"), Index(None, "taken_by_id"))

    id: int | None = Field(default=None, primary_key=True)
    person_id: int = of("person")
    programme_id: int = of("programme")
    topic: str
    text: str
    state: str = "open"
    at: datetime
    taken_by_id: int | None = of("person", on_delete="SET NULL", null=True)
    changed_at: datetime | None = None
