"""Tables of what a pair does together: agreements, sessions, what passes between them, and how they part."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, Index, UniqueConstraint
from sqlmodel import Field

from storage.tables_people import Row, of


class Agreement(Row, table=True):
    """What one side wants of a pair: at the start (`round` 0), and again at one and two thirds (1, 2). `terms` are what
    both agreed on last; they hold until both agree to others."""

    __table_args__ = (UniqueConstraint("pair_id", "person_id", "round"), Index(None, "person_id"))

    id: int | None = Field(default=None, primary_key=True)
    pair_id: int = of("pair")
    person_id: int = of("person")
    round: int = 0
    answers: dict[str, Any] = Field(default_factory=dict, sa_type=JSON)
    terms: dict[str, Any] = Field(default_factory=dict, sa_type=JSON)
    answered_at: datetime
    agreed_at: datetime | None = None


class Session(Row, table=True):
    """A meeting of a pair: proposed, confirmed, held, missed or cancelled. `slots` are moments offered (ISO, UTC);
    `uid` and `sequence` are those of its calendar file."""

    __table_args__ = (
        Index(None, "pair_id", "state", "starts_at"),
        Index(None, "programme_id", "state", "starts_at", "changed_at"),
        Index(None, "by_id"),
    )

    id: int | None = Field(default=None, primary_key=True)
    pair_id: int = of("pair")
    programme_id: int = of("programme")
    by_id: int | None = of("person", on_delete="SET NULL", null=True)
    state: str = "proposed"
    kind: str = "video"
    minutes: int = 45
    topic: str = ""
    slots: list[str] = Field(default_factory=list, sa_type=JSON)
    starts_at: datetime | None = None
    link: str = ""
    uid: str = Field(unique=True)
    sequence: int = 0
    series: str = ""
    reason: str = ""
    created_at: datetime
    changed_at: datetime


class SessionWord(Row, table=True):
    """What one side says of a session: confirmed the day before, met or not and why, answers of a text session
    given."""

    __table_args__ = (UniqueConstraint("session_id", "person_id"), Index(None, "person_id"))

    id: int | None = Field(default=None, primary_key=True)
    session_id: int = of("session")
    person_id: int = of("person")
    confirmed_at: datetime | None = None
    met: str = ""
    why: str = ""
    answered: int = 0
    at: datetime


class Note(Row, table=True):
    """A note of somebody's about a pair: their own, or shared with the other side."""

    __table_args__ = (Index(None, "pair_id"), Index(None, "author_id"))

    id: int | None = Field(default=None, primary_key=True)
    pair_id: int = of("pair")
    author_id: int = of("person")
    shared: bool = False
    text: str
    at: datetime


class Relay(Row, table=True):
    """Something that passed from one side of a pair to the other: where it came from and where it went, never what it
    said. The message ids let an edit and a reply find their counterpart."""

    __table_args__ = (
        Index(None, "pair_id", "at"),
        Index(None, "from_platform", "from_chat", "from_message"),
        Index(None, "to_platform", "to_chat", "to_message"),
        Index(None, "outbox_id"),
        Index(None, "from_id"),
    )

    id: int | None = Field(default=None, primary_key=True)
    pair_id: int = of("pair")
    from_id: int | None = of("person", on_delete="SET NULL", null=True)
    kind: str = "text"
    from_platform: str
    from_chat: str
    from_message: str
    to_platform: str = ""
    to_chat: str = ""
    to_message: str = ""
    outbox_id: int | None = of("outbox", on_delete="SET NULL", null=True)
    at: datetime
    delivered_at: datetime | None = None


class LinkCode(Row, table=True):
    """A one-time code that joins an account on another platform to a person; only its hash is kept."""

    __table_args__ = (Index(None, "person_id"),)

    id: int | None = Field(default=None, primary_key=True)
    person_id: int = of("person")
    code_hash: str = Field(unique=True)
    expires_at: datetime
    used_at: datetime | None = None


class LinkTry(Row, table=True):
    """That an account tried a code: so many an hour, so that nobody finds one by trying."""

    __table_args__ = (Index(None, "platform", "external_id", "at"),)

    id: int | None = Field(default=None, primary_key=True)
    platform: str
    external_id: str
    at: datetime


class Server(Row, table=True):
    """A Discord server, and the channel in which each pair of a programme gets a thread."""

    __table_args__ = (UniqueConstraint("guild", "programme_id"),)

    id: int | None = Field(default=None, primary_key=True)
    programme_id: int = of("programme")
    guild: str
    channel: str
    state: str = "ok"
    state_why: str = ""
    created_at: datetime


class Parting(Row, table=True):
    """A wish for another partner, with the days to change one's mind; what it said is read by coordinators only."""

    __table_args__ = (Index(None, "pair_id"), Index(None, "person_id"))

    id: int | None = Field(default=None, primary_key=True)
    pair_id: int = of("pair")
    person_id: int = of("person")
    reason: str
    text: str = ""
    state: str = "waiting"
    until: datetime
    at: datetime
