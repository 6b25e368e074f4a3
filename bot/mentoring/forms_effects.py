"""What coordinators do with forms, and people with the answers they gave, as effects."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.effects import Effect


@dataclass(frozen=True, slots=True)
class OfferForm(Effect):
    """Show a form that was dropped into the chat, and ask whether to keep it."""

    form: str
    source: str


@dataclass(frozen=True, slots=True)
class KeepForm(Effect):
    """Keep a form that was offered, as its newest version."""

    form: str
    upload: int


@dataclass(frozen=True, slots=True)
class DropForm(Effect):
    """Throw away a form that was offered."""

    form: str
    upload: int


@dataclass(frozen=True, slots=True)
class SetFormState(Effect):
    """Retire a form of the programme's own, so that it is not asked any more, or bring it back ("active")."""

    form: str
    to: str


@dataclass(frozen=True, slots=True)
class KeepFormLink(Effect):
    """Keep the hash of a token that opens a form for members."""

    form: str
    token_hash: str
    until: datetime


@dataclass(frozen=True, slots=True)
class ChangeResponse(Effect):
    """Put other answers in the place of those one gave lately; `response` is their row."""

    form: str
    version: str
    answers: Mapping[str, Any]
    response: int
