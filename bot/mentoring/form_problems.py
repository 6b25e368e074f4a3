"""A form that somebody wrote: read, or what is wrong with it and where, in words its author understands."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

from pydantic import ValidationError

from bot.messages import Say, say
from bot.talk.forms import COMPARE, WHEN, Ask, Form

AT = re.compile(r"at line (\d+), column (\d+)")
MOST_BUTTONS = 11  # of a scale
CUT = 60  # characters of the file that are shown again
PLAIN: Mapping[str, tuple[str, dict[str, str]]] = {  # pydantic's own errors: our sentence, and where its values are
    "missing": ("form-wrong-missing", {}),
    "extra_forbidden": ("form-wrong-extra", {}),
    "string_pattern_mismatch": ("form-wrong-slug", {"option": "heard"}),
    "string_too_long": ("form-wrong-long", {"most": "max_length"}),
    "string_too_short": ("form-wrong-empty", {}),
    "too_short": ("form-wrong-empty", {}),
    "too_long": ("form-wrong-many", {"most": "max_length"}),
    "literal_error": ("form-wrong-kind", {"heard": "heard", "kinds": "kinds"}),
    "greater_than_equal": ("form-wrong-least", {"least": "ge"}),
}
KINDS = "scale, number, choice, several, yes-no, text, date"
OURS = frozenset({"place", "options", "slug", "bounds", "labels", "when", "twice", "order"})
TYPES = {"string": "text", "int": "number", "bool": "yes-no", "model": "table", "dict": "table", "tuple": "list"}


def read_own(text: str, taken: Collection[str]) -> tuple[Form | None, tuple[Say, ...]]:
    """The form in a file, or each problem with its place. Names that are `taken` belong to forms that ship."""
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        return None, (_not_toml(text, str(error)),)
    try:
        form = Form.model_validate(data)
    except ValidationError as error:
        return None, tuple(_said(each, data) for each in _innermost(error.errors()))
    problems = tuple(_against_rules(form, taken))
    return (None if problems else form), problems


def _innermost(errors: Sequence[Any]) -> Iterator[Any]:
    """Without those that only follow from one further in: a list whose items are wrong counts as empty."""
    places = [error["loc"] for error in errors]
    for error in errors:
        place = error["loc"]
        if not any(len(other) > len(place) and other[: len(place)] == place for other in places):
            yield error


def _not_toml(text: str, why: str) -> Say:
    lines = text.splitlines() or [""]
    line, column = map(int, match.groups()) if (match := AT.search(why)) else (len(lines), len(lines[-1]) + 1)
    return say("form-not-toml", line=line, column=column, text=lines[min(line, len(lines)) - 1].strip()[:CUT])


def _said(error: Any, data: Mapping[str, Any]) -> Say:
    return say("form-problem", place=_place(error["loc"], data), what=_what(error))


def _place(loc: tuple[int | str, ...], data: Mapping[str, Any]) -> Say:
    if len(loc) > 1 and loc[0] == "questions" and isinstance(loc[1], int):
        asked = data["questions"][loc[1]]
        key = str(asked.get("key", ""))[:CUT] if isinstance(asked, dict) else ""
        return _in_question(loc[1], key, ".".join(map(str, loc[2:])))
    return say("form-at", part=".".join(map(str, loc))) if loc else say("form-at-whole")


def _in_question(at: int, key: str, part: str = "") -> Say:
    return say("form-at-question", n=at + 1, name=key or "?", part=part or "none")


def _what(error: Any) -> Say:
    kind, heard = error["type"], str(error.get("input"))[:CUT]
    if kind in PLAIN:
        key, names = PLAIN[kind]
        found = error.get("ctx", {}) | {"heard": heard, "kinds": KINDS}
        return say(key, **{name: found[source] for name, source in names.items()})
    if kind in OURS:
        return say(f"form-wrong-{kind}", **error.get("ctx", {}))
    wanted, _, rest = kind.rpartition("_")
    if rest in {"type", "parsing"} and wanted in TYPES:
        return say("form-wrong-type", wanted=TYPES[wanted], heard=heard)
    return say("form-wrong-other", what=error["msg"])


def _against_rules(form: Form, taken: Collection[str]) -> Iterator[Say]:
    """What a form may not be, though its shape is right."""
    if form.name in taken:
        yield say("form-problem", place=say("form-at", part="name"), what=say("form-wrong-taken", name=form.name))
    if "goal" in form.needs:
        yield say("form-problem", place=say("form-at-whole"), what=say("form-wrong-goal"))
    known: dict[str, Ask] = {}
    for at, ask in enumerate(form.questions):
        for key, args in _of_question(ask, known):
            yield say("form-problem", place=_in_question(at, ask.key), what=say(key, **args))
        known[ask.key] = ask


def _of_question(ask: Ask, known: Mapping[str, Ask]) -> Iterator[tuple[str, dict[str, Any]]]:
    if ask.kind == "scale" and (buttons := (ask.high - ask.low) // ask.step + 1) > MOST_BUTTONS:
        yield "form-wrong-buttons", {"n": buttons, "most": MOST_BUTTONS}
    match = WHEN.fullmatch(ask.when)
    if match and not _can_be(known[match[1]], match[2], match[3]):
        yield "form-wrong-never", {"when": ask.when, "of": match[1]}


def _can_be(of: Ask, sign: str, value: str) -> bool:
    """Whether a question can have an answer that another one waits for."""
    if sign in COMPARE:
        return of.kind in {"scale", "number"} and value.isdecimal()
    if sign == "is":
        return value == "given"
    if sign == "has":
        return of.kind == "several" and value in of.options
    if of.kind == "yes-no":
        return value in {"yes", "no"}
    if of.kind == "choice":
        return of.other or value in of.options
    return of.kind in {"scale", "number"} and value.isdecimal()
