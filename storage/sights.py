"""What the pages and conversations of the coordinators' desk show: each that shows more than its person's own facts has
a reader."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TypeAlias

from sqlalchemy import Connection

from bot.mentoring.people import Facts
from bot.mentoring.views import View

Reader: TypeAlias = Callable[[Connection, Facts], "View | None"]

READERS: dict[str, Reader] = {}  # name of a page or conversation -> what reads its view


def sees(*names: str) -> Callable[[Reader], Reader]:
    """Name the pages and conversations whose view a function reads. It is given the facts of who looks, with the
    subject, and must itself keep to that person's programme and role."""

    def register(reader: Reader) -> Reader:
        READERS.update(dict.fromkeys(names, reader))
        return reader

    return register


def with_view(connection: Connection, facts: Facts, name: str, subject: str) -> Facts:
    """The facts with what this page or conversation shows."""
    facts, reader = replace(facts, subject=subject) if subject else facts, READERS.get(name)
    return replace(facts, view=reader(connection, facts)) if reader else facts
