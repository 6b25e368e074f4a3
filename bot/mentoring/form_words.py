"""What somebody wants of a form, in the words behind /form."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from bot.talk.clean import key_of

WISHES: Mapping[str, str] = {
    word: wish
    for wish, words in {
        "list": "list daftar semua all",
        "preview": "preview pratinjau lihat see",
        "results": "results result hasil",
        "comments": "comments komentar",
        "chart": "chart grafik",
        "csv": "csv",
        "send": "send kirim",
        "link": "link tautan qr",
        "example": "example contoh template templat",
        "retire": "retire close tutup hentikan",
        "restore": "restore reopen buka pulihkan",
    }.items()
    for word in words.split()
}
ALONE = frozenset({"list", "example"})  # need no name
TO = re.compile(r"(.+?)\s+(?:to|ke|kepada|untuk)\s+(.+)", re.IGNORECASE | re.DOTALL)
NEAR = 75  # of 100, from which a name counts as meant


@dataclass(frozen=True, slots=True)
class Wish:
    """What is to be done, with which form, for whom."""

    kind: str
    name: str = ""
    audience: str = ""


def read_wish(text: str) -> Wish:
    """The wish in what was typed: a name alone shows that form."""
    first, _, rest = text.strip().partition(" ")
    kind, rest = WISHES.get(first.casefold(), ""), rest.strip()
    if not kind:
        return Wish("card" if first else "list", text.strip())
    if kind == "send" and (match := TO.fullmatch(rest)):
        return Wish(kind, match[1].strip(), match[2].strip())
    return Wish(kind, rest)


def meant(name: str, names: Collection[str]) -> str:
    """The form that is meant: spelt exactly, or nearly; none for what is like no name."""
    exact = name.strip().casefold()
    if exact in names:
        return exact
    keys = {each: key_of(each) for each in names}
    found = process.extractOne(key_of(name), keys, scorer=fuzz.ratio, score_cutoff=NEAR) if name.strip() else None
    return found[2] if found else ""
