"""What is wrong with the words, forms and plans: all of it at once, each with file and place."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from fluent.syntax import FluentParser
from fluent.syntax import ast as ftl
from fluent.syntax.visitor import Visitor

from bot.errors import Problem
from bot.furnish import read_forms, read_plans
from bot.mentoring.topics import read_deck
from bot.talk.phrases import LOCALES

DRAWN = re.compile(r"[a-z][a-z0-9_-]*")  # what a key looks like


@dataclass(frozen=True, slots=True)
class Sentence:
    """A message of a language: where it stands, and the variables it needs."""

    key: str
    place: str
    variables: frozenset[str]


class _Variables(Visitor):
    """Collects the variables of a message."""

    def __init__(self) -> None:
        self.names: set[str] = set()

    def visit_VariableReference(self, node: ftl.VariableReference) -> None:  # noqa: N802 - the visitor's own way of naming
        self.names.add(node.id.name)


def find_problems(prompts: Path, sources: Sequence[Path]) -> list[Problem]:
    """Every problem of prompts/, measured against the code that uses them."""
    problems: list[Problem] = []
    languages: dict[str, dict[str, Sentence]] = {}
    for locale in LOCALES:
        languages[locale], found = read_language(prompts, locale)
        problems += found
    problems += [
        *_missing(languages),
        *_differing(languages),
        *_unused(languages, sources),
        *_unwritten(languages, sources),
    ]
    for _, found in (*read_forms(prompts), *read_plans(prompts), read_deck(prompts)):
        problems += found
    return problems


def read_language(prompts: Path, locale: str) -> tuple[dict[str, Sentence], list[Problem]]:
    """The sentences of a language by key, and what does not parse or is there twice."""
    sentences: dict[str, Sentence] = {}
    problems: list[Problem] = []
    for path in sorted((prompts / locale).glob("*.ftl")):
        text = path.read_text(encoding="utf-8")
        for entry in FluentParser().parse(text).body:
            place = f"prompts/{locale}/{path.name}:{_line(text, entry)}"
            if isinstance(entry, ftl.Junk):
                problems.append(Problem(place, f"not Fluent: {(entry.content or '').strip()[:60]!r}"))
            elif isinstance(entry, ftl.Message):
                if entry.id.name in sentences:
                    problems.append(
                        Problem(place, f"{entry.id.name} is there twice; also in {sentences[entry.id.name].place}")
                    )
                sentences[entry.id.name] = Sentence(entry.id.name, place, _variables(entry))
    return sentences, problems


def _line(text: str, entry: ftl.EntryType) -> int:
    return text.count("\n", 0, entry.span.start if entry.span else 0) + 1


def _variables(message: ftl.Message) -> frozenset[str]:
    visitor = _Variables()
    visitor.visit(message)
    return frozenset(visitor.names)


def _missing(languages: dict[str, dict[str, Sentence]]) -> Iterator[Problem]:
    for locale, sentences in languages.items():
        for other, others in languages.items():
            for key in sorted(sentences.keys() - others.keys()):
                yield Problem(sentences[key].place, f"{key} is missing in prompts/{other} (it is there in {locale})")


def _differing(languages: dict[str, dict[str, Sentence]]) -> Iterator[Problem]:
    first, *rest = (languages[locale] for locale in LOCALES)
    for others in rest:
        for key in sorted(first.keys() & others.keys()):
            if first[key].variables != others[key].variables:
                mine, theirs = (
                    ", ".join(sorted(f"${name}" for name in each[key].variables)) or "none" for each in (first, others)
                )
                yield Problem(others[key].place, f"{key} has variables {theirs}; in {first[key].place} it has {mine}")


def used_keys(sources: Sequence[Path]) -> tuple[set[str], list[re.Pattern[str]], dict[str, str]]:
    """Keys that the code names, patterns of keys it builds, and where each `say` of a literal key stands."""
    names: set[str] = set()
    patterns: list[re.Pattern[str]] = []
    said: dict[str, str] = {}
    for path in sorted(path for source in sources for path in source.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and DRAWN.fullmatch(node.value):
                names.add(node.value)
            elif isinstance(node, ast.JoinedStr) and (pattern := _pattern(node)):
                patterns.append(pattern)
            if isinstance(node, ast.Call) and (key := _said(node)):
                said.setdefault(key, f"{path.parent.name}/{path.name}:{node.lineno}")
    return names, patterns, said


def _pattern(node: ast.JoinedStr) -> re.Pattern[str] | None:
    parts = [part.value if isinstance(part, ast.Constant) else None for part in node.values]
    if not parts or not isinstance(parts[0], str) or not re.fullmatch(r"[a-z][a-z0-9_-]+-", parts[0]):
        return None
    return re.compile("".join("[a-z0-9_-]+" if part is None else re.escape(str(part)) for part in parts))


def _said(node: ast.Call) -> str:
    named = isinstance(node.func, ast.Name) and node.func.id == "say"
    named = named or (isinstance(node.func, ast.Attribute) and node.func.attr == "tell")
    first = node.args[0] if named and node.args else None
    return first.value if isinstance(first, ast.Constant) and isinstance(first.value, str) else ""


def _unused(languages: dict[str, dict[str, Sentence]], sources: Sequence[Path]) -> Iterator[Problem]:
    names, patterns, _ = used_keys(sources)
    for key, sentence in languages[LOCALES[0]].items():
        if key not in names and not any(pattern.fullmatch(key) for pattern in patterns):
            yield Problem(sentence.place, f"{key} is not used anywhere")


def _unwritten(languages: dict[str, dict[str, Sentence]], sources: Sequence[Path]) -> Iterator[Problem]:
    for key, place in sorted(used_keys(sources)[2].items()):
        if key not in languages[LOCALES[0]] and key != "either":
            yield Problem(place, f"{key} is said, but not in prompts/{LOCALES[0]}")
