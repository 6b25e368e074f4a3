"""One-time codes that join an account on another platform to a person: short, as they live for minutes only."""

from __future__ import annotations

import re
from datetime import timedelta

from bot.mentoring.invitations import LETTERS, hash_token

SIZE = 8
LIVES = timedelta(minutes=15)
TRIES, TRIED = 5, timedelta(hours=1)  # codes an account may try, in how long
BARE = re.compile(rf"([{LETTERS}]{{4}})[- ]?([{LETTERS}]{{4}})", re.IGNORECASE)
COMMAND = re.compile(r"/(?:link|tautkan)(?:@\w+)?(?:\s+(.*))?", re.IGNORECASE | re.DOTALL)


def make_code(draw: bytes) -> str:
    """A code from at least 8 random bytes: two groups of four letters."""
    letters = [LETTERS[byte % len(LETTERS)] for byte in draw[:SIZE]]
    if len(letters) < SIZE:
        raise ValueError("a code needs 8 random bytes")
    return f"{''.join(letters[:4])}-{''.join(letters[4:])}"


def code_in(text: str) -> str | None:
    """What was typed as a code: bare, if it has the shape of one, or whatever stands behind /link."""
    text = text.strip()[:80]
    if command := COMMAND.fullmatch(text):
        return tidy(command[1] or "")
    return tidy(text) if BARE.fullmatch(text) and ("-" in text or any(map(str.isdigit, text))) else None


def tidy(typed: str) -> str:
    """A code as it was made, however it was typed."""
    shape = BARE.fullmatch(typed.strip())
    return f"{shape[1]}-{shape[2]}".upper() if shape else typed.strip()[:40]


def hash_code(code: str) -> str:
    """What is kept of a code; it never equals what is kept of an invitation."""
    return hash_token(f"link:{code}")
