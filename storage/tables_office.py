"""Tables of the coordinators' desk: matching, silent pairs, tickets, campaigns, forms of their own, work done apart."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, Column, Index, LargeBinary, Text, UniqueConstraint
from sqlmodel import Field

from storage.tables_people import Row, of


class TicketWord(Row, table=True):
    """What was said about a call for help after the first words, by the person or by a coordinator."""

    __table_args__ = (Index(None, "request_id"), Index(None, "person_id"))

    id: int | None = Field(default=None, primary_key=True)
    request_id: int = of("helprequest")
    person_id: int | None = of("person", on_delete="SET NULL", null=True)
    staff: bool = False
    text: str
    at: datetime


class Exclusion(Row, table=True):
    """Two people who are not to be matched. Who asked for it is never told to either."""

    __table_args__ = (
        UniqueConstraint("programme_id", "mentor_id", "mentee_id"),
        Index(None, "mentee_id"),
        Index(None, "mentor_id"),
        Index(None, "by_id"),
    )

    id: int | None = Field(default=None, primary_key=True)
    programme_id: int = of("programme")
    mentor_id: int = of("person")
    mentee_id: int = of("person")
    by_id: int | None = of("person", on_delete="SET NULL", null=True)
    at: datetime


class Draft(Row, table=True):
    """A matching that has been worked out and waits for a person's confirmation: open, published or dropped. `left` are
    those without a partner, with why."""

    __table_args__ = (Index(None, "programme_id", "state"), Index(None, "by_id"))

    id: int | None = Field(default=None, primary_key=True)
    programme_id: int = of("programme")
    by_id: int | None = of("person", on_delete="SET NULL", null=True)
    mode: str
    state: str = "open"
    left: list[Any] = Field(default_factory=list, sa_type=JSON)
    at: datetime
    published_at: datetime | None = None


class DraftPair(Row, table=True):
    """A pair of a draft: proposed, locked (kept by the next run), dropped (never proposed again in it), published."""

    __table_args__ = (
        UniqueConstraint("draft_id", "mentor_id", "mentee_id"),
        Index(None, "mentee_id"),
        Index(None, "mentor_id"),
    )

    id: int | None = Field(default=None, primary_key=True)
    draft_id: int = of("draft")
    mentor_id: int = of("person")
    mentee_id: int = of("person")
    score: int
    reasons: list[Any] = Field(default_factory=list, sa_type=JSON)
    state: str = "proposed"


class Wish(Row, table=True):
    """What a mentee said to the card of a mentor (liked, passed), and what the mentor was asked and said: asked,
    accepted, declined, expired. `rank` orders what is liked; `question` is what a mentor asked back."""

    __table_args__ = (
        UniqueConstraint("programme_id", "mentee_id", "mentor_id"),
        Index(None, "mentor_id", "state"),
        Index(None, "mentee_id"),
        Index(None, "programme_id", "state"),
    )

    id: int | None = Field(default=None, primary_key=True)
    programme_id: int = of("programme")
    mentee_id: int = of("person")
    mentor_id: int = of("person")
    state: str
    rank: int = 0
    asked_at: datetime | None = None
    until: datetime | None = None
    question: str = ""
    answer: str = ""
    at: datetime


class RiskHit(Row, table=True):
    """That a rule holds of a pair, from when until when, and when somebody did something about it."""

    __table_args__ = (Index(None, "programme_id", "ended_at"), Index(None, "pair_id", "rule"))

    id: int | None = Field(default=None, primary_key=True)
    programme_id: int = of("programme")
    pair_id: int = of("pair")
    rule: str
    since: datetime
    found_at: datetime
    acted_at: datetime | None = None
    ended_at: datetime | None = None


class Watch(Row, table=True):
    """That a pair is fine until a day, as a coordinator knows."""

    __table_args__ = (UniqueConstraint("pair_id"), Index(None, "by_id"))

    id: int | None = Field(default=None, primary_key=True)
    pair_id: int = of("pair")
    by_id: int | None = of("person", on_delete="SET NULL", null=True)
    fine_until: datetime
    why: str = ""
    at: datetime


class Campaign(Row, table=True):
    """Something to many people: an announcement, a nudge, a form. It is a draft, planned, sending, sent or cancelled;
    `texts` are its words by language, `audience` the filter as it was typed, `people` who it was meant for."""

    __table_args__ = (Index(None, "programme_id", "state"), Index(None, "by_id"))

    id: int | None = Field(default=None, primary_key=True)
    programme_id: int = of("programme")
    by_id: int | None = of("person", on_delete="SET NULL", null=True)
    kind: str
    audience: str
    texts: dict[str, Any] = Field(default_factory=dict, sa_type=JSON)
    form: str = ""
    state: str = "draft"
    total: int = 0
    at: datetime | None = None
    sent_at: datetime | None = None
    created_at: datetime


class StoredForm(Row, table=True):
    """A form that a coordinator made, in one of its versions: the newest active one is asked."""

    __table_args__ = (UniqueConstraint("programme_id", "name", "version"), Index(None, "by_id"))

    id: int | None = Field(default=None, primary_key=True)
    programme_id: int = of("programme")
    name: str
    version: str
    source: str = Field(sa_column=Column(Text, nullable=False))
    state: str = "active"
    by_id: int | None = of("person", on_delete="SET NULL", null=True)
    at: datetime


class Channel(Row, table=True):
    """A shared chat where a programme's digest goes each week: on a weekday (0 is Monday) at a clock time on the
    programme's wall."""

    __table_args__ = (UniqueConstraint("programme_id", "platform", "chat", "purpose"), Index(None, "by_id"))

    id: int | None = Field(default=None, primary_key=True)
    programme_id: int = of("programme")
    platform: str
    chat: str
    purpose: str = "digest"
    weekday: int = 0
    clock: str = "08:00"
    by_id: int | None = of("person", on_delete="SET NULL", null=True)
    at: datetime


class Job(Row, table=True):
    """Work that takes longer than a turn may: waiting, running, done or failed. What it says goes to the chat it was
    asked in; `once` makes one of its kind; `holder` is the worker that has it."""

    __table_args__ = (Index(None, "state", "at"), Index(None, "person_id"), {"sqlite_autoincrement": True})

    id: int | None = Field(default=None, primary_key=True)
    kind: str
    lane: str
    programme_id: int | None = of("programme", null=True)
    person_id: int | None = of("person", null=True)
    args: dict[str, Any] = Field(default_factory=dict, sa_type=JSON)
    platform: str = ""
    chat: str = ""
    edit: str = ""
    route: str = ""
    locale: str = ""
    once: str | None = Field(default=None, unique=True)
    state: str = "waiting"
    tries: int = 0
    at: datetime
    done_at: datetime | None = None
    holder: int = 0


class File(Row, table=True):
    """A file that the bot made, kept until it has been sent and some days more."""

    __table_args__ = (Index(None, "at"), Index(None, "person_id"), {"sqlite_autoincrement": True})

    id: int | None = Field(default=None, primary_key=True)
    person_id: int | None = of("person", null=True)
    name: str
    data: bytes = Field(sa_column=Column(LargeBinary, nullable=False))
    at: datetime


class Upload(Row, table=True):
    """What somebody dropped into the chat and has not confirmed yet. Ids are never used again: an old button must not
    confirm another list."""

    __table_args__ = (Index(None, "person_id"), {"sqlite_autoincrement": True})

    id: int | None = Field(default=None, primary_key=True)
    programme_id: int = of("programme")
    person_id: int = of("person")
    kind: str
    name: str
    content: dict[str, Any] = Field(default_factory=dict, sa_type=JSON)
    state: str = "ready"
    at: datetime


class AnswerBatch(Row, table=True):
    """Answers to one question of one role that were counted together: of five people or more, so that no total says
    what one of them answered. `until` is when the last week in it was over."""

    __table_args__ = (Index(None, "programme_id", "question", "until"),)

    id: int | None = Field(default=None, primary_key=True)
    programme_id: int = of("programme")
    question: str
    role: str
    n: int
    total: int
    promoters: int = 0
    detractors: int = 0
    until: datetime


class StaffNote(Row, table=True):
    """A note of a coordinator's about a pair, for those who run its programme."""

    __table_args__ = (Index(None, "pair_id"), Index(None, "author_id"))

    id: int | None = Field(default=None, primary_key=True)
    pair_id: int = of("pair")
    author_id: int = of("person")
    text: str
    at: datetime


class DayFigures(Row, table=True):
    """How a programme stood when a day was over on its wall: what could not be told later, or not so fast."""

    __table_args__ = (UniqueConstraint("programme_id", "day"),)

    id: int | None = Field(default=None, primary_key=True)
    programme_id: int = of("programme")
    day: date
    stock: dict[str, Any] = Field(default_factory=dict, sa_type=JSON)
