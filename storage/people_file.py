"""Lists of people as spreadsheets write them, and the list of personal links as they read it. What is wrong with a list
is a sentence, so that the command line and the chat say it in their reader's language."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from bot.mentoring.people import Role
from bot.messages import Say, say
from bot.talk.clean import clean, key_of
from storage.people_sheet import Line, Unreadable, read_sheets

MAX_PEOPLE = 5_000
MAX_CELL = 100  # characters of a name, an address or a note
ABOVE = 10  # lines among which the one that names the columns is looked for
ZIP = b"PK\x03\x04"  # how an XLSX file begins

COLUMNS: dict[str, tuple[str, ...]] = {
    "name": ("name", "nama", "full name", "nama lengkap"),
    "role": ("role", "peran", "sebagai"),
    "email": ("email", "e mail", "mail", "surel", "alamat email"),
    "label": ("label", "note", "keterangan", "catatan", "kelompok", "group"),
    "mentor": ("mentor", "mentornya", "nama mentor", "pembimbing"),
}
WAYS: dict[Role, tuple[str, ...]] = {
    "mentee": ("mentee", "mentees", "peserta", "anak asuh", "adik asuh", "binaan"),
    "mentor": ("mentor", "mentors", "pembimbing", "pendamping"),
    "coordinator": ("coordinator", "koordinator", "panitia"),
    "owner": ("owner", "pemilik", "penanggung jawab"),
}
FORMULA = re.compile("[=+\\-@\t\r\n|%＝＋－＠]")


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the list. `mentor` names the one a mentee is to be paired with."""

    line: int
    name: str
    role: Role
    email: str = ""
    label: str = ""
    mentor: str = ""


@dataclass(frozen=True, slots=True)
class Flaw:
    """What is wrong with a line, or with the file as a whole when `line` is 0."""

    line: int
    reason: Say

    def said(self) -> Say:
        """It in words, with where it is."""
        if self.line:
            return say("people-flaw-line", line=self.line, reason=self.reason)
        return say("people-flaw-file", reason=self.reason)


@dataclass(frozen=True, slots=True)
class Invited:
    """What came of a line: a token to hand on, or none; `notes` say why, and what else there is to know."""

    row: Row
    token: str = ""
    notes: tuple[Say, ...] = ()


def read_list(data: bytes) -> tuple[list[Row], list[Flaw]]:
    """The people of a CSV or XLSX file, whatever it is called, and what is wrong with its other lines."""
    return read_workbook(data) if data.startswith(ZIP) else read_people(data)


def read_workbook(data: bytes) -> tuple[list[Row], list[Flaw]]:
    """The people of an XLSX file: of its first sheet that names the columns."""
    try:
        sheets = read_sheets(data)
    except Unreadable as unreadable:
        return [], [Flaw(0, unreadable.why)]
    found = next((sheet for sheet in sheets if _header(sheet.lines) is not None), None)
    sheet = found or (sheets[0] if sheets else None)
    return read_lines(sheet.lines if sheet else [])


def read_people(source: str | bytes) -> tuple[list[Row], list[Flaw]]:
    """The people of a CSV file, and what is wrong with its other lines."""
    try:
        text = source if isinstance(source, str) else _decoded(source)
        lines = _lines(text.removeprefix("\ufeff"))
    except UnicodeDecodeError:
        return [], [Flaw(0, say("people-file-not-text"))]
    except csv.Error as error:
        return [], [Flaw(0, say("people-file-no-list", why=str(error)))]
    return read_lines(lines)


def read_lines(lines: list[Line]) -> tuple[list[Row], list[Flaw]]:
    """The people of a table, below the line that names the columns."""
    if not lines:
        return [], [Flaw(0, say("people-file-empty"))]
    at = _header(lines)
    header, people = lines[at or 0], lines[(at or 0) + 1 :]
    if at is None:
        return [], [_no_columns(header)]
    if len(people) > MAX_PEOPLE:
        return [], [Flaw(0, say("people-file-many", n=len(people), most=MAX_PEOPLE))]
    return _people(people, _columns(header[1]), len(header[1]))


def _header(lines: list[Line]) -> int | None:
    """Which of the first lines names the columns: a title may stand above it."""
    found = (at for at, (_, cells) in enumerate(lines[:ABOVE]) if {"name", "role"} <= _columns(cells).keys())
    return next(found, None)


def _decoded(source: bytes) -> str:
    """Excel writes UTF-8 with a mark, or as "Unicode text" UTF-16."""
    return source.decode("utf-16" if source[:2] in {b"\xff\xfe", b"\xfe\xff"} else "utf-8-sig")


def _lines(text: str) -> list[Line]:
    """The lines that hold anything, each with its number and cells."""
    told = re.match(r"sep=(.)\r?\n", text)  # what Excel writes above the header at times
    body = text[told.end() :] if told else text
    first = next((line for line in body.splitlines() if line.strip()), "")
    delimiter = told[1] if told else max(",;\t", key=first.count)
    reader = csv.reader(io.StringIO(body, newline=""), delimiter=delimiter)
    found, start = [], 2 if told else 1
    before = start
    for cells in reader:
        found.append((before, [" ".join(clean(cell).split()) for cell in cells]))
        before = reader.line_num + start
    return [(number, cells) for number, cells in found if any(cells)]


def _columns(header: Sequence[str]) -> dict[str, int]:
    """Where the columns we know stand."""
    known = {word: column for column, words in COLUMNS.items() for word in words}
    columns: dict[str, int] = {}
    for place, title in enumerate(header):
        if column := known.get(key_of(title)):
            columns.setdefault(column, place)
    return columns


def _no_columns(header: Line) -> Flaw:
    columns = _columns(header[1])
    missing = tuple(say("people-needed", name=name) for name in ("name", "role") if name not in columns)
    return Flaw(header[0], say("people-file-columns", missing=missing, found=", ".join(header[1])[:MAX_CELL]))


def _people(lines: Iterable[Line], columns: dict[str, int], width: int) -> tuple[list[Row], list[Flaw]]:
    people: list[Row] = []
    flaws: list[Flaw] = []
    seen: dict[tuple[str, str, str], int] = {}
    for number, cells in lines:
        told = {name: cells[place] if place < len(cells) else "" for name, place in columns.items()}
        role = _role(told["role"])
        wrong = _wrong(told, role, spilled=any(cells[width:]) or (role is None and len(cells) > width))
        key = (key_of(told["name"]), told["role"] if role is None else role, key_of(told.get("label", "")))
        if not wrong and key in seen:
            wrong = say("people-line-twice", name=told["name"], first=seen[key])
        if wrong or role is None:
            flaws.append(Flaw(number, wrong or say("people-line-role", role=told["role"])))
            continue
        seen[key] = number
        people.append(Row(number, told["name"], role, *(told.get(name, "") for name in ("email", "label", "mentor"))))
    return people, flaws


def _role(text: str) -> Role | None:
    return next((role for role, words in WAYS.items() if key_of(text) in words), None)


def _wrong(told: dict[str, str], role: Role | None, *, spilled: bool) -> Say | None:
    """What is wrong with a line, or nothing."""
    if spilled:
        return say("people-line-spilled")
    if not key_of(told["name"]):
        return say("people-line-no-name")
    if role is None:
        return say("people-line-role", role=told["role"][:MAX_CELL]) if told["role"] else say("people-line-no-role")
    long = next((name for name, cell in told.items() if len(cell) > MAX_CELL), None)
    if long is None:
        return None
    return say("people-line-long", column=say("people-column", name=long), n=len(told[long]), most=MAX_CELL)


def write_people(people: Iterable[Invited], link: Callable[[str], str], words: Callable[[Say], str]) -> str:
    """The list to hand on, as CSV: each with a personal link made of the token, or in words why there is none."""
    written = io.StringIO()
    writer = csv.writer(written, lineterminator="\r\n")
    writer.writerow(["name", "role", "email", "label", "link", "note"])
    for each in people:
        row, notes = each.row, "; ".join(map(words, each.notes))
        cells = (row.name, row.role, row.email, row.label, link(each.token) if each.token else "", notes)
        writer.writerow([safe(cell) for cell in cells])
    return written.getvalue()


def safe(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula."""
    return f"'{cell}" if FORMULA.match(cell) else cell
