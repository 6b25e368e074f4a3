"""Buttons and menus whose data is the core's own: nothing of them is kept here, so they work a year later."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import groupby

import discord
from discord import ui

from bot.talk.rendering import Key

ROWS, ACROSS = 5, 5
LABEL, ADDRESS = 80, 512
CHOICES = 25  # of one menu
MENU_FROM = 10  # buttons of one question that are better chosen from a menu
MENU = "s:"  # how a menu's custom_id begins; the data is in what was chosen


def keyboard(rows: Sequence[Sequence[Key]]) -> ui.View | None:
    """The buttons of a message; None without any. The view is stopped at once: discord.py must not keep it."""
    keys = _fitting(rows)
    if not keys:
        return None
    view = ui.View(timeout=None)
    for number, row in enumerate(keys[:ROWS]):
        for item in _items(row, number):
            view.add_item(item)
    view.stop()
    return view


def _fitting(rows: Sequence[Sequence[Key]]) -> list[list[Key]]:
    """Rows that Discord takes: at most five buttons in a row, long lists as one row that becomes a menu."""
    seen: set[str] = set()
    kept = [[key for key in row if _fresh(key, seen)] for row in rows]
    flat = [key for row in kept for key in row]
    listed = _listed(flat)
    if listed:
        others = [key for key in flat if key not in listed]
        each = math.ceil(len(listed) / math.ceil(len(listed) / CHOICES))  # evenly: a rest of three is no menu
        menus = [listed[at : at + each] for at in range(0, len(listed), each)]
        return [*menus[: ROWS - 1], *_packed(others)]
    wide = [row[at : at + ACROSS] for row in kept for at in range(0, len(row), ACROSS)]
    return wide if len(wide) <= ROWS else _packed(flat)


def _fresh(key: Key, seen: set[str]) -> bool:
    """Two buttons of the same data, or an address that is none, would take the whole message with them."""
    if key.url:
        return key.url.startswith(("https://", "http://", "discord://")) and len(key.url) <= ADDRESS
    new = key.data not in seen
    seen.add(key.data)
    return new


def _listed(keys: Sequence[Key]) -> list[Key]:
    """The options of one question, if they are many."""
    answers = [key for key in keys if key.data.startswith("c:") and ":-" not in key.data]
    groups = [list(group) for _, group in groupby(answers, key=lambda key: key.data.rsplit(":", 1)[0])]
    longest = max(groups, key=len, default=[])
    return longest if len(longest) > MENU_FROM else []


def _packed(keys: Sequence[Key]) -> list[list[Key]]:
    return [list(keys[at : at + ACROSS]) for at in range(0, len(keys), ACROSS)]


def _items(row: Sequence[Key], number: int) -> list[ui.Item[ui.View]]:
    if len(row) > ACROSS:
        options = [discord.SelectOption(label=key.label[:100] or "…", value=key.data) for key in row]
        return [ui.Select(custom_id=f"{MENU}{number}:{row[0].data}"[:100], options=options, row=number)]
    return [
        ui.Button(label=key.label[:LABEL] or "…", url=key.url, row=number)
        if key.url
        else ui.Button(label=key.label[:LABEL] or "…", custom_id=key.data, row=number)
        for key in row
    ]
