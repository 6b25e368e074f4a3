"""Tables of programmes and people: who is in what, invited by whom, paired with whom; and what all tables share."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index, MetaData, UniqueConstraint, text
from sqlmodel import Field, SQLModel

NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}
AWAY = text("reach <> 'ok'")  # few accounts are, so the others are left out of the index


class Row(SQLModel):
    """The tables of this house, apart from any other SQLModel's."""

    metadata = MetaData(naming_convention=NAMES)


def of(table: str, *, on_delete: str = "CASCADE", null: bool = False) -> Any:
    """A reference to a row of another table."""
    return Field(
        default=None, sa_column_args=(ForeignKey(f"{table}.id", ondelete=on_delete),), nullable=null, index=False
    )


class Programme(Row, table=True):
    """A mentoring programme. `options` is what its coordinators set: words of welcome, weights, thresholds."""

    id: int | None = Field(default=None, primary_key=True)
    slug: str = Field(unique=True)
    name: str
    organiser: str = ""
    zone: str
    locale: str
    starts: date | None = None
    ends: date | None = None
    plan: str = "default"
    created_at: datetime
    stage: str = "open"
    joining: str = "code"
    options: dict[str, Any] = Field(default_factory=dict, sa_type=JSON)


class Person(Row, table=True):
    """Somebody the bot knows. Clock times are "HH:MM" on the person's own wall; what they write goes to the pair
    `talking_to` until that moment; `at_programme` is the one they work in now, if they are in several."""

    id: int | None = Field(default=None, primary_key=True)
    name: str = ""
    locale: str
    zone: str
    checkin_day: int = 6
    checkin_clock: str = "16:00"
    quiet_from: str = "21:00"
    quiet_until: str = "07:00"
    prefers: str = ""
    talking_to: int = 0
    talking_until: datetime | None = None
    about: dict[str, Any] = Field(default_factory=dict, sa_type=JSON)
    created_at: datetime
    at_programme: int = 0


class Account(Row, table=True):
    """A person on a platform, and whether they can be written to there. `door` is their private channel with the bot,
    where that is not their own number."""

    __table_args__ = (
        UniqueConstraint("platform", "external_id"),
        Index(None, "person_id"),
        Index(None, "platform", "reach", sqlite_where=AWAY, postgresql_where=AWAY),
    )

    id: int | None = Field(default=None, primary_key=True)
    person_id: int = of("person")
    platform: str
    external_id: str
    chat: str
    door: str = ""
    reach: str = "ok"
    reach_why: str = ""
    reach_at: datetime | None = None
    seen_at: datetime | None = None
    created_at: datetime


class Membership(Row, table=True):
    """What a person is in a programme. `silent_since` is when the first unanswered check-in was asked."""

    __table_args__ = (
        UniqueConstraint("person_id", "programme_id"),
        Index(None, "programme_id", "role", "standing"),
        Index(None, "invitation_id"),
    )

    id: int | None = Field(default=None, primary_key=True)
    person_id: int = of("person")
    programme_id: int = of("programme")
    role: str
    standing: str
    reason: str = ""
    paused_until: datetime | None = None
    silent_since: datetime | None = None
    capacity: int = 1
    created_at: datetime
    invitation_id: int | None = of("invitation", on_delete="SET NULL", null=True)


class Invitation(Row, table=True):
    """A token that admits people; only its hash is kept. `label` names who it is for, `opens` what it leads to beside
    enrolment."""

    __table_args__ = (Index(None, "programme_id"), Index(None, "by_id"))

    id: int | None = Field(default=None, primary_key=True)
    programme_id: int = of("programme")
    role: str
    token_hash: str = Field(unique=True)
    uses: int = 1
    used: int = 0
    expires_at: datetime
    label: str = ""
    created_at: datetime
    email: str = ""
    opens: str = ""
    by_id: int | None = of("person", on_delete="SET NULL", null=True)


class Consent(Row, table=True):
    """That somebody agreed to a text. Append-only."""

    __table_args__ = (Index(None, "person_id"),)

    id: int | None = Field(default=None, primary_key=True)
    person_id: int = of("person")
    purpose: str
    version: str
    locale: str
    by: str = ""
    at: datetime


class Pair(Row, table=True):
    """A mentor and a mentee. `source` is how they found each other, `reason` why they parted, `asked_at` when they were
    asked whether they go on, after a long silence."""

    __table_args__ = (
        UniqueConstraint("programme_id", "mentor_id", "mentee_id"),
        Index(None, "mentee_id"),
        Index(None, "mentor_id"),
        Index(None, "programme_id", "state", "created_at"),
    )

    id: int | None = Field(default=None, primary_key=True)
    programme_id: int = of("programme")
    mentor_id: int | None = of("person", on_delete="SET NULL", null=True)
    mentee_id: int | None = of("person", on_delete="SET NULL", null=True)
    state: str = "active"
    ends: date | None = None
    room: str = ""
    thread: str = ""
    mentor_muted: bool = False
    mentee_muted: bool = False
    mentor_extends: bool = False
    mentee_extends: bool = False
    created_at: datetime
    ended_at: datetime | None = None
    source: str = ""
    reason: str = ""
    asked_at: datetime | None = None
