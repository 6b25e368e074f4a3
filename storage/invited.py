"""Who may join what: the invitation behind a token, a programme's public token, a programme that is open to all."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any, Literal

from sqlalchemy import Connection, or_, select

from bot.mentoring.invitations import PUBLIC, hash_token, invitation_in, open_in, shut, token_in
from bot.mentoring.people import Invitation, Programme
from bot.messages import Incoming
from storage import tables
from storage.among import among
from storage.columns import PROGRAMME, PROGRAMME_COLUMNS
from storage.rows import programme_of, table

INVITATION = table(tables.Invitation)
COLUMNS = tuple(INVITATION.c[name] for name in ("id", "role", "token_hash", "uses", "used", "expires_at", "opens"))
JOINED = INVITATION.join(PROGRAMME, PROGRAMME.c.id == INVITATION.c.programme_id)
INVITED = select(*COLUMNS, *PROGRAMME_COLUMNS).select_from(JOINED)


def read_invitations(connection: Connection, batch: Sequence[Incoming], now: datetime) -> dict[str, Invitation]:
    """What the tokens in these messages admit to, by token; without those nobody made."""
    tokens = {token for incoming in batch if (token := token_in(incoming.text))}
    if not tokens:
        return {}
    public = {token.removeprefix(PUBLIC): token for token in tokens if token.startswith(PUBLIC)}
    hashes = {hash_token(token): token for token in tokens}
    found = {
        hashes[row.token_hash]: invitation_of(row, now)
        for row in connection.execute(INVITED.where(among(INVITATION.c.token_hash, list(hashes))))
    }
    for programme in _programmes(connection, among(PROGRAMME.c.slug, list(public))) if public else ():
        found[public[programme.slug]] = everybody(programme, now)
    return found


def read_named(connection: Connection, subjects: Collection[str], now: datetime) -> dict[str, Invitation]:
    """The invitations that subjects of enrolments name, by subject."""
    numbers = {number: subject for subject in subjects if (number := invitation_in(subject)) is not None}
    open_ones = {number: subject for subject in subjects if (number := open_in(subject)) is not None}
    found: dict[str, Invitation] = {}
    if numbers:
        rows = connection.execute(INVITED.where(among(INVITATION.c.id, list(numbers))))
        found |= {numbers[row.id]: invitation_of(row, now) for row in rows}
    if open_ones:
        programmes = _programmes(connection, among(PROGRAMME.c.id, list(open_ones)))
        found |= {open_ones[each.id]: everybody(each, now) for each in programmes}
    return found


def read_open(connection: Connection, now: datetime) -> Invitation | None:
    """The programme that takes anybody, if there is exactly one."""
    running = or_(PROGRAMME.c.ends.is_(None), PROGRAMME.c.ends >= now.date())
    here = _programmes(connection, PROGRAMME.c.stage == "open", PROGRAMME.c.joining == "open", running)
    return everybody(here[0], now) if len(here) == 1 else None


def _programmes(connection: Connection, *which: Any) -> list[Programme]:
    return [programme_of(row) for row in connection.execute(select(*PROGRAMME_COLUMNS).where(*which))]


def everybody(programme: Programme, now: datetime) -> Invitation:
    """What a programme's public token admits to: as what is chosen."""
    trouble = shut(programme, "mentee", now.date())
    return Invitation(0, "mentee", programme, trouble or ("" if programme.joining == "open" else "code"))


def invitation_of(row: Any, now: datetime) -> Invitation:
    """An invitation, and why it admits no more."""
    invitation = Invitation(row.id, row.role, programme_of(row), opens=row.opens)
    return replace(invitation, trouble=_trouble(row, now))


def _trouble(row: Any, now: datetime) -> Literal["", "used", "expired", "closed", "draft"]:
    if row.used >= row.uses and not row.opens:
        return "used"
    return "expired" if row.expires_at <= now else shut(programme_of(row), row.role, now.date())
