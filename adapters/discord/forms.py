"""A page of questions as one modal, and the answers that come back from it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import discord
from discord import ui

from bot.messages import MAX_TEXT
from bot.rooms import Blank
from bot.talk.clean import clean

OPENS = "m:"  # how the data of a button begins that opens a form: "m:17:cadence"
FILLED = "M:"  # how a form's custom_id begins; the conversation's number follows
FIELDS, CHOICES = 5, 25
TITLE = LABEL = 45
DESCRIPTION = PLACEHOLDER = 100
LINES_FROM = 120  # characters a field takes from which it has several lines


def conversation(data: str) -> int:
    """The conversation a form or its button names; 0 when it names none."""
    number = data.partition(":")[2].partition(":")[0]
    return int(number) if number.isdecimal() and len(number) <= 9 else 0


def modal(talk: int, title: str, blanks: tuple[Blank, ...]) -> ui.Modal:
    """A form. It is stopped at once, so that discord.py keeps nothing of it: its id says all."""
    form = ui.Modal(title=title[:TITLE], custom_id=f"{FILLED}{talk}", timeout=None)
    for blank in blanks[:FIELDS]:
        form.add_item(_label(blank))
    form.stop()
    return form


def _label(blank: Blank) -> ui.Label[ui.Modal]:
    """A field under its question; a long question goes on in the small print."""
    short = len(blank.label) <= LABEL
    text = blank.label if short else f"{blank.label[: LABEL - 1].rstrip()}…"
    more = None if short else blank.label[:DESCRIPTION]
    return ui.Label(text=text, description=more, component=_field(blank))


def _field(blank: Blank) -> ui.Item[ui.Modal]:
    if 0 < len(blank.options) <= CHOICES:
        options = [discord.SelectOption(label=label[:100] or slug, value=slug) for slug, label in blank.options]
        most = len(options) if blank.several else 1
        least = 0 if blank.optional else 1
        return ui.Select(
            custom_id=blank.key, options=options, min_values=least, max_values=most, required=not blank.optional
        )
    style = discord.TextStyle.paragraph if blank.most > LINES_FROM else discord.TextStyle.short
    most = max(1, min(blank.most, MAX_TEXT))
    return ui.TextInput(custom_id=blank.key, style=style, required=not blank.optional, max_length=most)


def values(components: Any) -> Mapping[str, str]:
    """The answers in a form that was sent, by question; several choices with commas between them."""
    answers: dict[str, str] = {}
    for field in _fields(components):
        key, given = str(field.get("custom_id", "")), field.get("value")
        chosen = field.get("values")
        text = clean(",".join(map(str, chosen)) if isinstance(chosen, list) else str(given or ""))[:MAX_TEXT]
        if key and text:
            answers[key] = text
    return answers


def _fields(components: Any) -> Iterator[Mapping[str, Any]]:
    """The fields inside labels and rows."""
    for component in components if isinstance(components, list) else ():
        if not isinstance(component, dict):
            continue
        if "custom_id" in component:
            yield component
        inner = component.get("component")
        yield from _fields([inner] if inner else component.get("components"))
