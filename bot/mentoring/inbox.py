"""Calls for help as tickets: what the screens about them show, what comes first, how long one may wait."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.mentoring.views import View

SAFETY = "unsafe"  # the topic that goes before all others
WAITS = {SAFETY: timedelta(hours=24)}
WAIT = timedelta(hours=48)  # how long a call may go unanswered before coordinators are reminded


def patience(topic: str) -> timedelta:
    """How long a call about this may wait."""
    return WAITS.get(topic, WAIT)


@dataclass(frozen=True, slots=True)
class Ticket:
    """A call for help. It is open, answered (the person's turn) or closed; `by` is the name of who takes care of it,
    `mine` says that this is who looks; `waits` is since when the person waits for a word."""

    id: int
    person: int
    name: str
    topic: str
    state: str
    at: datetime
    waits: datetime
    by: str = ""
    mine: bool = False


@dataclass(frozen=True, slots=True)
class Said:
    """Something said about it; `staff` is the name of the coordinator who said it, empty for the person."""

    text: str
    at: datetime
    staff: str = ""


@dataclass(frozen=True, slots=True)
class InboxView(View):
    """A page of tickets, the most pressing first, of `total`; `waiting` is how many are open."""

    tickets: tuple[Ticket, ...] = ()
    page: int = 1
    total: int = 0
    waiting: int = 0
    closed: bool = False


@dataclass(frozen=True, slots=True)
class TicketView(View):
    """One ticket with what was said, the newest last; `earlier` is how much stands before that. `reached` says whether
    the person can be written to."""

    ticket: Ticket
    said: tuple[Said, ...] = ()
    earlier: int = 0
    reached: bool = True
