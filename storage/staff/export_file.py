"""An export as a zip: every table as CSV and as JSON lines, all of them in one XLSX, and what each column means.

Rows are written as they are read: a few thousand are in memory, whatever their number, the rest is on the disk. Tables
that are too long for one file go on in the next.
"""

from __future__ import annotations

import csv
import io
import json
import shutil
import zipfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory, TemporaryFile
from typing import Any
from zoneinfo import ZoneInfo

from bot.mentoring.export import SHEETS, Sheet
from storage.people_file import safe
from storage.staff.export_words import Words

FORMATS = {"moment": "yyyy-mm-dd hh:mm", "day": "yyyy-mm-dd"}
WIDTH = 18  # of a column in a spreadsheet


@dataclass(frozen=True, slots=True)
class Spot:
    """How far an export has come: in which table, behind which number; `number` counts its files."""

    sheet: int = 0
    after: int = 0
    number: int = 1


@dataclass(frozen=True, slots=True)
class Part:
    """One file of an export, how many rows it holds, and where the next one goes on."""

    data: bytes
    rows: int
    then: Spot | None


Read = Callable[[Sheet, int, int], Iterable[Sequence[Any]]]
"""Rows of a table behind a number, at most so many, each with its number first."""


def write_part(read: Read, spot: Spot, most: int, words: Words) -> Part:
    """Write a file of at most so many rows, beginning where the last one ended."""
    with TemporaryDirectory(prefix="tuntun-export-") as folder:
        bundle = _Bundle(Path(folder), words)
        then, left = spot, most
        for place in range(spot.sheet, len(SHEETS)):
            sheet, after = SHEETS[place], spot.after if place == spot.sheet else 0
            written, last = bundle.write(sheet, read(sheet, after, left))
            left -= 0 if sheet.totals else written
            if left <= 0:
                then = Spot(place, last, spot.number + 1)
                break
        data = bundle.close()
    return Part(data, most - left, then if left <= 0 else None)


class _Bundle:
    """A zip being written in a folder of its own."""

    def __init__(self, folder: Path, words: Words) -> None:
        from xlsxwriter import Workbook

        self._folder, self._words = folder, words
        self._zone, self._at = ZoneInfo(words.zone), words.now.astimezone(ZoneInfo(words.zone))
        self._zip = zipfile.ZipFile(folder / "all.zip", "w", zipfile.ZIP_DEFLATED)
        self._book = Workbook(str(folder / "all.xlsx"), {"constant_memory": True, "tmpdir": str(folder)})
        self._book.set_properties({"created": self._at.replace(tzinfo=None)})
        self._bold = self._book.add_format({"bold": True})
        self._dates = {kind: self._book.add_format({"num_format": shape}) for kind, shape in FORMATS.items()}

    def write(self, sheet: Sheet, rows: Iterable[Sequence[Any]]) -> tuple[int, int]:
        """Write a table three times over in one reading; says how many rows, and the number of the last."""
        names = [column.name for column in sheet.shown]
        count = last = 0
        with TemporaryFile("w+", encoding="utf-8", dir=self._folder) as lines:
            with self._entry(f"csv/{sheet.name}.csv") as text:
                table, grid = csv.writer(text, lineterminator="\r\n"), self._sheet(sheet.name, names)
                table.writerow(names)
                for row in rows:
                    last, cells = row[0], [self._local(value) for value in row[1:]]
                    count += 1
                    table.writerow([_cell(value) for value in cells])
                    told = dict(zip(names, map(_plain, row[1:]), strict=True))
                    lines.write(f"{json.dumps(told, ensure_ascii=False)}\n")
                    self._row(grid, count, cells)
            lines.seek(0)
            with self._entry(f"json/{sheet.name}.jsonl") as text:
                shutil.copyfileobj(lines, text)
        return count, last

    def _sheet(self, name: str, titles: Sequence[str]) -> Any:
        grid = self._book.add_worksheet(name)
        grid.freeze_panes(1, 0)
        grid.set_column(0, len(titles) - 1, WIDTH)
        for place, title in enumerate(titles):
            grid.write_string(0, place, title, self._bold)
        return grid

    def _row(self, grid: Any, number: int, cells: Sequence[Any]) -> None:
        """Words are always written as words: a spreadsheet calculates none of them."""
        for place, value in enumerate(cells):
            match value:
                case None | "":
                    continue
                case datetime():
                    grid.write_datetime(number, place, value, self._dates["moment"])
                case date():
                    grid.write_datetime(number, place, value, self._dates["day"])
                case int() | float():
                    grid.write_number(number, place, value)
                case _:
                    grid.write_string(number, place, str(value))

    def _local(self, value: Any) -> Any:
        """A moment on the programme's wall."""
        return value.astimezone(self._zone).replace(tzinfo=None) if isinstance(value, datetime) else value

    def close(self) -> bytes:
        """The finished file."""
        self._explain()
        self._book.close()
        info = self._info("tuntun.xlsx", zipfile.ZIP_STORED)
        with self._zip.open(info, "w", force_zip64=True) as entry, (self._folder / "all.xlsx").open("rb") as made:
            shutil.copyfileobj(made, entry)
        self._zip.close()
        return (self._folder / "all.zip").read_bytes()

    def _explain(self) -> None:
        """What the columns mean, in both languages, and what the reader of the file should know."""
        lines = self._words.dictionary()
        with self._entry("dictionary.csv") as text:
            csv.writer(text, lineterminator="\r\n").writerows([safe(cell) for cell in line] for line in lines)
        grid = self._sheet("dictionary", lines[0])
        for number, line in enumerate(lines[1:], 1):
            self._row(grid, number, line)
        with self._entry("README.txt") as text:
            text.write(self._words.readme())

    @contextmanager
    def _entry(self, name: str) -> Iterator[io.TextIOWrapper]:
        """A text file of the zip; spreadsheets know by its mark that it is UTF-8."""
        mark = "utf-8-sig" if name.endswith(".csv") else "utf-8"
        info = self._info(name, zipfile.ZIP_DEFLATED)
        with (
            self._zip.open(info, "w", force_zip64=True) as entry,
            io.TextIOWrapper(entry, encoding=mark, newline="") as text,
        ):
            yield text

    def _info(self, name: str, how: int) -> zipfile.ZipInfo:
        info = zipfile.ZipInfo(name, self._at.timetuple()[:6])
        info.compress_type = how
        return info


def _cell(value: Any) -> Any:
    """A cell of a CSV file."""
    if isinstance(value, datetime):
        return value.isoformat(" ", "minutes")
    return safe(value) if isinstance(value, str) else value


def _plain(value: Any) -> Any:
    """A value as JSON knows it."""
    if isinstance(value, datetime):
        return value.isoformat(timespec="seconds")
    return value.isoformat() if isinstance(value, date) else value
