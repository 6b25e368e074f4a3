"""Who something is for, in words a coordinator types: "mentees silent>14d, unpaired", "mentee diam 14 hari".

Words side by side all hold, a comma begins others, `not` turns one around; of one kind ("mentees mentors",
"topic:data topic:cv") any is enough. Whatever is no such word is somebody's name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from rapidfuzz import fuzz, process

from bot.errors import Unclear
from bot.mentoring.zones import find_zone
from bot.messages import say
from bot.talk.clean import clean

Kind: TypeAlias = Literal[
    "all", "role", "paired", "paused", "goal", "session", "checkin", "silent", "topic", "zone", "lang", "name", "person"
]

MOST = 200  # characters of a filter as it is typed
LONG = 10_000  # and as it is kept; a longer one is refused: cut off, it could mean more people
NEAR = 80  # of 100, from which an unknown word is taken for a slip
SURE = 5  # letters from which a slip is told from a name
SILENT_DAYS = 14


@dataclass(frozen=True, slots=True)
class Term:
    """One thing asked of people. `typed` is how it was said; one that is not `yes` is turned around."""

    kind: Kind
    value: str = ""
    yes: bool = True
    typed: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class Audience:
    """Those who fit all terms of one of the groups."""

    groups: tuple[tuple[Term, ...], ...]

    @property
    def text(self) -> str:
        """The filter as it was typed, and as it can be read again."""
        return ", ".join(" ".join(term.typed for term in group) for group in self.groups)

    @property
    def names(self) -> tuple[str, ...]:
        """The names in it."""
        return tuple(term.value for group in self.groups for term in group if term.kind == "name")


def _words() -> Iterator[tuple[str, Term]]:
    for words, kind, value, yes in (
        ("all semua semuanya everybody everyone", "all", "", True),
        ("mentee mentees", "role", "mentee", True),
        ("mentor mentors", "role", "mentor", True),
        ("staff team tim koordinator coordinator coordinators", "role", "staff", True),
        ("paired berpasangan sudah-berpasangan punya-pasangan", "paired", "", True),
        ("unpaired not-paired belum-berpasangan belum-dipasangkan tanpa-pasangan no-partner", "paired", "", False),
        ("paused jeda istirahat sedang-jeda", "paused", "", True),
        ("has-goal punya-tujuan ada-tujuan", "goal", "", True),
        ("no-goal tanpa-tujuan belum-ada-tujuan belum-punya-tujuan", "goal", "", False),
        ("has-session ada-sesi", "session", "", True),
        ("no-session tanpa-sesi belum-ada-sesi", "session", "", False),
        ("checkin-missed missed-checkin checkin-terlewat checkin-bolong belum-checkin", "checkin", "", True),
        ("silent diam sepi", "silent", str(SILENT_DAYS), True),
    ):
        for word in words.split():
            yield word, Term(kind, value, yes, word)  # type: ignore[arg-type]


WORDS = dict(_words())
NOT = frozenset({"not", "bukan", "selain", "except", "kecuali", "-", "!"})
OR = frozenset({",", "or", "atau", "|", ";"})
FILLERS = frozenset({"and", "dan", "&", "+", "yang", "who", "are", "with", "dengan", "for", "untuk", "to", "ke"})
ASKED = {
    "topic": "topic", "topik": "topic", "bidang": "topic", "field": "topic", "zone": "zone", "zona": "zone",
    "lang": "lang", "language": "lang", "bahasa": "lang",
}  # fmt: skip
LANGUAGES = {
    "id": "id", "indonesia": "id", "indonesian": "id", "en": "en", "inggris": "en", "english": "en"
}  # fmt: skip
ZONES = {
    "wib": "Asia/Jakarta Asia/Pontianak",
    "wita": "Asia/Makassar Asia/Ujung_Pandang",
    "wit": "Asia/Jayapura",
}
SPAN = re.compile(
    r"\b(silent|diam|sepi)\s*(?:>=?|lebih dari|more than|over)?\s*(\d{1,3})\s*"
    r"(days?|hari|weeks?|minggu|pekan|d|h|w)?(?=[\s,;]|$)",
    re.IGNORECASE,
)
TOKEN = re.compile(r'["“][^"”]*["”]|[,;|]|[^\s,;|]+')
NUMBER = re.compile(r"#(\d{1,9}(?:\+\d{1,9})*)")
LONGEST = 3  # words of a phrase such as "belum ada tujuan"


def read_audience(text: str) -> Audience:
    """Who is meant; raises Unclear with the part that was not understood."""
    tokens = TOKEN.findall(SPAN.sub(_span, _short(clean(text))))
    groups: list[list[Term]] = [[]]
    while tokens:
        if tokens[0].casefold() in OR:
            tokens = tokens[1:]
            groups.append([])
            continue
        term, tokens = _term(tokens)
        groups[-1] += [term] if term else []
    found = tuple(tuple(group) for group in groups if group)
    if not found:
        raise Unclear(say("audience-empty"))
    audience = Audience(found)
    _short(audience.text)
    return audience


def _short(text: str) -> str:
    if len(text) > LONG:
        raise Unclear(say("audience-unclear", heard=f"…{text[-MOST:]}"))
    return text


def _span(found: re.Match[str]) -> str:
    weeks = (found[3] or "d")[0].casefold() in {"w", "m", "p"}
    return f"silent>{int(found[2]) * (7 if weeks else 1)}d"


def _term(tokens: Sequence[str]) -> tuple[Term | None, list[str]]:
    """The first term, and what comes behind it."""
    first = tokens[0].casefold()
    if first in FILLERS:
        return None, list(tokens[1:])
    if found := _phrase(tokens):
        return found
    turned = first[:1] in {"-", "!"} and len(first) > 1
    if first in NOT or turned:
        rest = [tokens[0][1:], *tokens[1:]] if turned else list(tokens[1:])
        if not rest or rest[0] in OR:
            raise Unclear(say("audience-unclear", heard=tokens[0]))
        term, left = _term(rest)
        return term and _turned(term), left
    if asked := _asked(tokens[0]):
        return asked, list(tokens[1:])
    return _name(tokens)


def _turned(term: Term) -> Term:
    """The same turned around; twice is as it was."""
    typed = term.typed.removeprefix("not ") if term.typed.startswith("not ") else f"not {term.typed}"
    return Term(term.kind, term.value, not term.yes, typed)


def _phrase(tokens: Sequence[str]) -> tuple[Term, list[str]] | None:
    """A word of the language, also written apart: "belum ada tujuan"."""
    for length in range(LONGEST, 0, -1):
        if term := WORDS.get("-".join(tokens[:length]).casefold().replace("check-in", "checkin")):
            return term, list(tokens[length:])
    return None


def _asked(token: str) -> Term | None:
    """A word with a value: "topic:data", "silent>14d", "#12"."""
    if found := re.fullmatch(r"silent>(\d+)d", token):
        return Term("silent", found[1], typed=token)
    if found := NUMBER.fullmatch(token):
        return Term("person", found[1], typed=token)
    if not (found := re.fullmatch(r"([a-z]+)[:=](.+)", token, re.IGNORECASE)):
        return None
    kind, value = ASKED.get(found[1].casefold()), found[2].strip('"“”').casefold()
    if kind == "topic":
        return Term("topic", value, typed=f"topic={value}")
    if kind == "lang" and value in LANGUAGES:
        return Term("lang", LANGUAGES[value], typed=f"lang={LANGUAGES[value]}")
    if kind == "zone" and (zones := ZONES.get(value) or " ".join(find_zone(value))):
        return Term("zone", zones, typed=f"zone={value}")
    raise Unclear(say("audience-unclear", heard=token))


def _name(tokens: Sequence[str]) -> tuple[Term, list[str]]:
    """A name, of several words perhaps: up to the next word that says something else."""
    if tokens[0][0] in '"“':
        name = re.sub('["“”]', "", tokens[0]).strip()  # one inside would end it when it is read again
        if not name:
            raise Unclear(say("audience-empty"))
        return Term("name", name, typed=f'"{name}"'), list(tokens[1:])
    count = 0
    while count < len(tokens) and _is_name(tokens[count:]):
        count += 1
    if count == 0:
        raise Unclear(say("audience-unclear", heard=tokens[0]))
    name = " ".join(tokens[:count])
    return Term("name", name, typed=f'"{name}"'), list(tokens[count:])


def _is_name(tokens: Sequence[str]) -> bool:
    word = tokens[0].casefold()
    if word in NOT | OR | FILLERS or _phrase(tokens) or not re.fullmatch(r"[^\W\d_][\w.'’`-]*", tokens[0]):
        return False
    near = process.extractOne(word, list(WORDS), scorer=fuzz.ratio, score_cutoff=NEAR) if len(word) >= SURE else None
    if near:
        raise Unclear(say("audience-near", heard=tokens[0], near=near[0]))
    return True


TOPICS = {
    "tech": "it data komputer teknologi technology coding",
    "business": "bisnis ekonomi usaha business economics",
    "design": "desain media design",
    "science": "sains teknik science engineering",
    "health": "kesehatan health",
    "education": "pendidikan education",
    "social": "hukum sosial law social",
    "agriculture": "pertanian kelautan agriculture fisheries",
    "career": "karier karir career",
    "cv": "cv wawancara interview",
    "portfolio": "portofolio portfolio",
    "study": "beasiswa studi scholarship study",
    "research": "riset skripsi research thesis",
    "english": "inggris english",
}  # what is asked at enrolment, and the words people have for it


def about_topic(told: Sequence[str], wanted: str) -> bool:
    """Whether somebody told of this topic: by its name, by another word for it, or in own words."""
    meant = {slug for slug, words in TOPICS.items() if wanted == slug or wanted in words.split()}
    return any(each in meant or wanted in each.casefold() for each in told)
