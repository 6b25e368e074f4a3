"""What people type, made safe to keep and easy to compare."""

from __future__ import annotations

import re
import unicodedata

from bot.messages import MAX_TEXT

KEEP = {"\n", "\t", "\u200d", "\ufe0f"}  # joiners inside emoji
UNSEEN = dict.fromkeys(  # direction overrides would garble our own words; the others leave no trace on a screen
    (*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x00AD, 0x200B, 0x2060, 0xFEFF)
)


SPACES, EMPTY_LINES, WORDS = re.compile(r"[ \t\u00a0]+"), re.compile(r"\n{3,}"), re.compile(r"[\w%]+")


def clean(text: str) -> str:
    """Text without control characters and direction overrides, spaces folded, at most MAX_TEXT characters."""
    text = text[: MAX_TEXT * 2]
    if text.isascii() and text.isprintable():  # nearly always: nothing to take out
        return " ".join(text.split())[:MAX_TEXT].rstrip()
    turned = text.translate(UNSEEN)
    kept = "".join(
        letter for letter in turned if letter in KEEP or unicodedata.category(letter) not in {"Cc", "Cs", "Cn"}
    )
    composed = unicodedata.normalize("NFC", kept)  # last, as what is left may compose only now
    lines = (SPACES.sub(" ", line).strip() for line in composed.split("\n"))
    return EMPTY_LINES.sub("\n\n", "\n".join(lines)).strip()[:MAX_TEXT].rstrip()


def key_of(text: str) -> str:
    """Text as it is compared: letters and digits only, lower case."""
    return " ".join(WORDS.findall(text.casefold()))
