"""Spreadsheets as XLSX writes them, bounded before anything reads them: such a file is a zip, and a small one may
unpack to any size."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from bot.messages import Say, say
from bot.talk.clean import clean

if TYPE_CHECKING:
    from python_calamine import CalamineSheet

MOST_UNPACKED = 40_000_000  # bytes of all parts of a file together
MOST_PARTS = 500
MOST_LINES, MOST_COLUMNS = 6_000, 100  # of cells that hold something
CHUNK = 1 << 20
CELL = re.compile(rb"<(?:\w+:)?c\b[^>]{0,200}?\br=\"([A-Z]{1,3})(\d{1,7})\"[^>]{0,200}?(?<!/)>")
SHEET = re.compile(r"xl/worksheets/[^/]+\.xml", re.IGNORECASE)

Line = tuple[int, list[str]]  # its number and its cells


class Unreadable(Exception):
    """A file can't be read as a whole; `why` says it to whoever sent it."""

    def __init__(self, why: Say) -> None:
        super().__init__(why.key)
        self.why = why


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet by its name, and its lines that hold anything."""

    name: str
    lines: list[Line]


def read_sheets(data: bytes) -> list[Sheet]:
    """The sheets that hold anything; raises Unreadable. Formulas count as the values they had when it was saved."""
    from python_calamine import CalamineError, CalamineWorkbook

    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(_bounded(data)))
        found = [Sheet(name, _lines(book.get_sheet_by_name(name))) for name in book.sheet_names]
    except (CalamineError, zipfile.BadZipFile, ValueError, OSError, EOFError, RuntimeError, NotImplementedError) as no:
        raise Unreadable(say("people-file-xlsx")) from no
    return [sheet for sheet in found if sheet.lines]


def _bounded(data: bytes) -> bytes:
    """The same file with its parts unpacked, so that what reads it meets no surprise."""
    written, left = io.BytesIO(), MOST_UNPACKED
    with zipfile.ZipFile(io.BytesIO(data)) as packed, zipfile.ZipFile(written, "w") as flat:
        if len(packed.infolist()) > MOST_PARTS:
            raise Unreadable(say("people-file-huge"))
        for part in packed.infolist():
            held = b"".join(_unpacked(packed, part, left))
            left -= len(held)
            if SHEET.fullmatch(part.filename):
                _check_cells(held)
            flat.writestr(part.filename, held)
    return written.getvalue()


def _unpacked(packed: zipfile.ZipFile, part: zipfile.ZipInfo, left: int) -> Iterator[bytes]:
    with packed.open(part) as source:
        while chunk := source.read(CHUNK):
            left -= len(chunk)
            if left < 0:
                raise Unreadable(say("people-file-huge"))
            yield chunk


def _check_cells(sheet: bytes) -> None:
    """A cell far out would have all between it and the first one laid out in memory."""
    for column, line in CELL.findall(sheet):
        if int(line) > MOST_LINES or len(column) > 2 or _place(column) > MOST_COLUMNS:
            raise Unreadable(say("people-file-far", cell=f"{column.decode()}{int(line)}"))


def _place(column: bytes) -> int:
    number = 0
    for letter in column:
        number = number * 26 + letter - 64
    return number


def _lines(sheet: CalamineSheet) -> list[Line]:
    cells = [[_text(cell) for cell in row] for row in sheet.to_python(skip_empty_area=False)]
    for (top, left), (bottom, right) in sheet.merged_cell_ranges or ():
        if left == right:
            _fill(cells, left, top, bottom)
    return [(number, row) for number, row in enumerate(cells, 1) if any(row)]


def _fill(cells: list[list[str]], column: int, top: int, bottom: int) -> None:
    """Cells of a column that were joined hold what stands in the first of them."""
    for line in range(top + 1, min(bottom + 1, len(cells))):
        if column < len(cells[line]) and any(cells[line]):
            cells[line][column] = cells[top][column]


def _text(cell: Any) -> str:
    """A cell as it would be typed: a number that is whole has no point."""
    whole = isinstance(cell, float) and cell.is_integer()
    return " ".join(clean(str(int(cell) if whole else cell)).split())
