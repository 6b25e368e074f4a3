"""Invitation tokens: short enough to type from a printed sheet, long enough not to be guessed. Only hashes are kept."""

from __future__ import annotations

import hashlib
import re
from datetime import date
from typing import Literal

from bot.mentoring.people import Invitation, Programme

LETTERS = "ABCDEFGHJKMNPQRSTVWXYZ23456789"  # without those that look alike
GROUPS, SIZE = 4, 4
INVITED_BY = "inv-"  # how the subject of an enrolment begins; the invitation's id follows
OPEN_TO_ALL = "open-"  # the same where a programme is open to all: the programme's id follows
PUBLIC = "join-"  # how a programme's public token begins; its slug follows
SHAPE = re.compile(
    rf"(?:/\w+(?:@\w+)?\s+)?((?:[{LETTERS}]{{{SIZE}}}-?){{{GROUPS - 1}}}[{LETTERS}]{{{SIZE}}})\s*", re.IGNORECASE
)
PUBLIC_SHAPE = re.compile(rf"(?:/(?:start|link|tautkan)(?:@\w+)?\s+)?({PUBLIC}[a-z0-9-]{{1,24}})\s*", re.IGNORECASE)


def make_token(draw: bytes) -> str:
    """A token from at least 16 random bytes: 16 letters of 30, about 78 bits."""
    if len(draw) < GROUPS * SIZE:
        raise ValueError("a token needs 16 random bytes")
    letters = [LETTERS[byte % len(LETTERS)] for byte in draw[: GROUPS * SIZE]]
    return "-".join("".join(letters[at : at + SIZE]) for at in range(0, len(letters), SIZE))


def token_in(text: str) -> str | None:
    """The token in a /start link or in what somebody typed, as it was made; None when there is none."""
    text = text.strip()[:80]
    if public := PUBLIC_SHAPE.fullmatch(text):
        return public[1].lower()
    if len(text) < GROUPS * SIZE and not text.startswith("/"):
        return None
    match = SHAPE.fullmatch(text)
    if match and ("-" in match[1] or any(letter.isdigit() for letter in match[1])):
        letters = match[1].replace("-", "").upper()
        return "-".join(letters[at : at + SIZE] for at in range(0, len(letters), SIZE))
    start = re.fullmatch(r"/start(?:@\w+)?\s+(\S{1,64})", text)
    return start[1] if start else None


def invitation_in(subject: str) -> int | None:
    """The invitation that the subject of an enrolment names; None for whatever else somebody typed or made up."""
    match = re.fullmatch(rf"{INVITED_BY}(\d{{1,18}})", subject, re.ASCII)
    return int(match[1]) if match else None


def open_in(subject: str) -> int | None:
    """The programme open to all that the subject of an enrolment names; None for whatever else."""
    match = re.fullmatch(rf"{OPEN_TO_ALL}(\d{{1,9}})", subject, re.ASCII)
    return int(match[1]) if match else None


def subject_of(invitation: Invitation) -> str:
    """The subject of an enrolment by this invitation."""
    if invitation.id or invitation.programme is None:
        return f"{INVITED_BY}{invitation.id}"
    return f"{OPEN_TO_ALL}{invitation.programme.id}"


def shut(programme: Programme, role: str, today: date) -> Literal["", "draft", "closed"]:
    """Why a programme takes nobody more, or nothing. Whoever is to run it may come at any stage of it."""
    if programme.ends is not None and programme.ends < today:
        return "closed"
    if role not in {"mentee", "mentor"} or programme.stage == "open":
        return ""
    return "draft" if programme.stage == "draft" else "closed"


def hash_token(token: str) -> str:
    """What is kept of a token."""
    return hashlib.sha256(token.encode(errors="replace")).hexdigest()
