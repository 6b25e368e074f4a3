"""The words of an export: what its columns mean, in both languages, and what its reader should know."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from bot.mentoring.export import SHEETS, Column, Sheet, meaning, title
from bot.messages import Say, say
from bot.talk.phrases import LOCALES, Phrases, Reader

HEADER = ("table", "column", "type", "arti", "meaning")


class Words(Protocol):
    """What a file of an export says about itself; `now` and `zone` are the moment and the wall it was made on."""

    now: datetime
    zone: str

    def dictionary(self) -> list[tuple[str, ...]]:
        """What every column means, a line each, under a line of titles."""

    def readme(self) -> str:
        """What the reader should know first."""


@dataclass(slots=True)
class Told:
    """The words of prompts/."""

    phrases: Phrases
    now: datetime
    zone: str
    lines: tuple[Say, ...] = ()

    def dictionary(self) -> list[tuple[str, ...]]:
        """What every column means, a line each, under a line of titles."""
        return [HEADER, *(self._line(sheet, column) for sheet in SHEETS for column in sheet.shown)]

    def _line(self, sheet: Sheet, column: Column) -> tuple[str, ...]:
        return (sheet.name, column.name, column.kind, *(self._said(meaning(sheet, column), each) for each in LOCALES))

    def readme(self) -> str:
        """What the reader should know first, in both languages."""
        return "\n\n".join(self._page(locale) for locale in LOCALES) + "\n"

    def _page(self, locale: str) -> str:
        tables = (say("export-readme-table", table=sheet.name, holds=title(sheet)) for sheet in SHEETS)
        lines = (*self.lines, *tables, say("export-readme-left-out"), say("export-readme-clock", zone=self.zone))
        return "\n".join(self._said(line, locale) for line in lines)

    def _said(self, words: Say, locale: str) -> str:
        return self.phrases.plain(words, Reader(locale, self.zone, self.now))
