"""Tables of what comes, goes and is planned: due rows, conversations, seen events, the outbox, what was done."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, Column, Index, Text, text
from sqlmodel import Field

from storage.tables_people import Row, of

OF_CAMPAIGN = text("campaign IS NOT NULL")  # few messages are, so the others are left out of the index


class Due(Row, table=True):
    """Something to be done at a moment. The occurrence is unique: it is planned once."""

    __table_args__ = (Index(None, "at", "id"), Index(None, "person_id", "kind"))

    id: int | None = Field(default=None, primary_key=True)
    kind: str
    person_id: int = of("person")
    subject: str = ""
    step: int = 0
    version: str = ""
    tries: int = 0
    at: datetime
    planned: datetime
    anchor: datetime
    occurrence: str = Field(unique=True)


class Conversation(Row, table=True):
    """A conversation's memory. Ids are never used again: an old button must not meet a new conversation."""

    __tablename__ = "conversation"
    __table_args__ = (
        Index(None, "person_id", "state"),
        Index(None, "state", "touched_at"),
        {"sqlite_autoincrement": True},
    )

    id: int | None = Field(default=None, primary_key=True)
    person_id: int = of("person")
    flow: str
    subject: str = ""
    facts: str = Field(sa_column=Column(Text, nullable=False))
    answers: str = Field(sa_column=Column(Text, nullable=False))
    asked: str = ""
    ticks: str = Field(sa_column=Column(Text, nullable=False))
    heard: str = Field(sa_column=Column(Text, nullable=False))
    message: str = ""
    state: str = "open"
    touched_at: datetime


class Seen(Row, table=True):
    """An event of a platform that has been handled."""

    __table_args__ = (Index(None, "at"),)

    platform: str = Field(primary_key=True)
    event: str = Field(primary_key=True)
    at: datetime


class Outbox(Row, table=True):
    """A message to send: waiting, resting (till its moment), sending, sent, uncertain, refused, unreachable or
    expired. `campaign` is the number of the campaign it belongs to, `trace` the event that led to it."""

    __table_args__ = (
        Index(None, "platform", "state", "priority", "id"),
        Index(None, "person_id", "priority", "created_at"),
        Index(None, "platform", "state", "not_before"),
        Index(None, "campaign", sqlite_where=OF_CAMPAIGN, postgresql_where=OF_CAMPAIGN),
        {"sqlite_autoincrement": True},
    )

    id: int | None = Field(default=None, primary_key=True)
    platform: str
    chat: str
    person_id: int | None = of("person", on_delete="SET NULL", null=True)
    priority: int
    state: str = "waiting"
    kind: str = ""
    screen: str = Field(sa_column=Column(Text, nullable=False))
    edit: str = ""
    route: str = ""
    reply: str = ""
    occurrence: str | None = Field(default=None, unique=True)
    locale: str = ""
    not_before: datetime | None = None
    due: datetime | None = None
    expires: datetime | None = None
    hold: bool = False
    silent: bool = False
    attempts: int = 0
    message: str = ""
    created_at: datetime
    sent_at: datetime | None = None
    campaign: int | None = None
    trace: str | None = None


class Attempt(Row, table=True):
    """A sending that did not succeed, and why."""

    __table_args__ = (Index(None, "outbox_id"),)

    id: int | None = Field(default=None, primary_key=True)
    outbox_id: int = of("outbox")
    outcome: str
    why: str = ""
    at: datetime


class Activity(Row, table=True):
    """Who did what, about what, when. Append-only: the source of statistics and of the audit."""

    __table_args__ = (Index(None, "programme_id", "kind", "at"), Index(None, "person_id", "at"))

    id: int | None = Field(default=None, primary_key=True)
    programme_id: int | None = of("programme", null=True)
    person_id: int | None = of("person", on_delete="SET NULL", null=True)
    kind: str
    subject: str = ""
    at: datetime


class Pulse(Row, table=True):
    """A process of the bot, as it told of itself once a minute: its parts, each with the seconds it is stuck."""

    name: str = Field(primary_key=True)
    version: str
    since: datetime
    at: datetime
    parts: dict[str, Any] = Field(default_factory=dict, sa_type=JSON)
