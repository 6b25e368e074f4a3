"""Help with wording a goal: our own rules and example sentences, nothing asked of any network.

Only the form is looked at (a number or a result that can be seen), it is only asked about, and nothing is ever refused.
"""

from __future__ import annotations

import re
import textwrap
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from bot.talk.clean import key_of

CACHED = 512  # texts: a conversation works on the same ones at every message
LONGEST_SUBJECT = 50  # characters of own words that still read well inside a sentence


@dataclass(frozen=True, slots=True)
class Idea:
    """A goal somebody could have: its wording, how one would know, a first step, and how many months it takes."""

    title: str
    measure: str
    step: str
    months: int


def has_result(text: str) -> bool:
    """Whether a number, or a result that others can see, is named."""
    return bool(_result().search(key_of(text)))


def is_vague(text: str) -> bool:
    """Whether a clearer wording should be offered. The dots of a guessed answer are not vague."""
    return bool(text.strip("…")) and not has_result(text)


def is_unsure(text: str) -> bool:
    """Whether somebody says that they don't know, or nothing that could be a goal at all."""
    said = key_of(text)
    return not said or bool(_unsure().match(said))


def subject_of(text: str) -> str:
    """What a wish is about: "pengen jago public speaking" -> "Public speaking"; empty where nothing is left of it."""
    words, form = text.strip().rstrip(".!?").split(), _book()["form"]
    openings, closings = set(form["openings"].split()), set(form["closings"].split())
    while words and set(key_of(words[0]).split()) <= openings:
        words.pop(0)
    while words and key_of(words[-1]) in closings:
        words.pop()
    subject = textwrap.shorten(" ".join(words), LONGEST_SUBJECT, placeholder="…")
    return subject[:1].upper() + subject[1:] if key_of(subject) else ""


def ideas(text: str, about: Mapping[str, Any], locale: str) -> tuple[Idea, ...]:
    """Three goals near to what somebody wrote, or to what they have told of themselves where it says nothing."""
    topic = _topic(text)
    if topic == "any" and (is_unsure(text) or not subject_of(text)):
        return examples(about, locale)
    return _goals(topic, text, locale)


def examples(about: Mapping[str, Any], locale: str, taken: Sequence[str] = ()) -> tuple[Idea, ...]:
    """Three goals that fit what somebody has told of themselves, each of another kind; none that they have already."""
    found: dict[str, str] = {}
    for topic, words in (*_interests(about), *((topic, "") for topic in _book()["default"])):
        found.setdefault(topic, words)
    return tuple(_fresh(_goals(topic, words, locale), taken) for topic, words in list(found.items())[:3])


def _fresh(goals: Sequence[Idea], taken: Sequence[str]) -> Idea:
    return next((goal for goal in goals if goal.title not in taken), goals[0])


@lru_cache(CACHED)
def example_of(title: str, locale: str) -> Idea | None:
    """The example with this very title."""
    goals = (goal for topic in _book()["topics"] for goal in _filled(topic, title, locale))
    return next((goal for goal in goals if goal.title == title), None)


def whys(locale: str) -> tuple[str, ...]:
    """Reasons many people have."""
    return tuple(_book()["whys"][_known(locale)])


def _interests(about: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for name, group in (("wants", "wants"), ("field", "fields"), ("skills", "skills")):
        topics: Mapping[str, str] = _book()[group]
        for told in _strings(about.get(name)):
            topic = topics.get(told, _topic(told))
            if topic != "any":
                yield topic, "" if told in topics else told


def _strings(told: Any) -> Iterable[str]:
    if isinstance(told, str):
        return (told,)
    return [each for each in told if isinstance(each, str)] if isinstance(told, list | tuple) else ()


@lru_cache(CACHED)
def _topic(text: str) -> str:
    """The subject whose longest word is found in a text."""
    said = f" {key_of(text)} "
    best, length = "any", 0
    for topic, words in _words().items():
        for word in words:
            if len(word) > length and (word in said):
                best, length = topic, len(word)
    return best


@lru_cache(CACHED)
def _goals(topic: str, text: str, locale: str) -> tuple[Idea, ...]:
    return _filled(topic, text, locale)


def _filled(topic: str, text: str, locale: str) -> tuple[Idea, ...]:
    locale = _known(locale)
    blanks = _blanks(text, locale)
    rows = _book()["topics"][topic][locale]
    return tuple(_idea(*(part.format_map(blanks) for part in sentences), months=months) for *sentences, months in rows)


def _idea(title: str, measure: str, step: str, *, months: int) -> Idea:
    return Idea(title, measure, step, months)


def _blanks(text: str, locale: str) -> dict[str, str]:
    """What stands in the gaps of an example sentence."""
    words = key_of(text).split()
    tool = next((_book()["tools"][word] for word in words if word in _book()["tools"]), "")
    languages = _book()["languages"]
    lang = next((languages[word] for word in words if word in languages), languages["english"])
    return {
        "x": f" {tool}" if tool else "",
        "with": {"id": f" dengan {tool}", "en": f" with {tool}"}[locale] if tool else "",
        "lang": lang[0] if locale == "id" else lang[1],
        "subject": subject_of(text),
    }


def _known(locale: str) -> str:
    return "en" if locale == "en" else "id"


@cache
def _book() -> dict[str, Any]:
    return tomllib.loads(files("bot.flows").joinpath("phrasing.toml").read_text(encoding="utf-8"))


@cache
def _result() -> re.Pattern[str]:
    """A number, as a word or in digits that stand alone ("S2" is a degree), or a result."""
    form = _book()["form"]
    return re.compile(rf"(?<![a-z0-9])\d|\b(?:{'|'.join((*form['number'].split(), *form['result']))})\b")


@cache
def _unsure() -> re.Pattern[str]:
    return re.compile(re.sub(r"\n\s*", "", _book()["form"]["unsure"]) + r"\b")


@cache
def _words() -> dict[str, tuple[str, ...]]:
    """The words of each subject, with the spaces that make them whole words."""
    return {name: tuple(_spaced(topic["words"])) for name, topic in _book()["topics"].items()}


def _spaced(words: str) -> Iterator[str]:
    for word in filter(None, (word.strip() for word in words.split(","))):
        yield f" {word[:-1]}" if word.endswith("*") else f" {word} "
