"""Lists of people as spreadsheets write them, and the list of personal links as they read it."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from bot.errors import Problem
from bot.mentoring.people import Role
from bot.messages import Say
from bot.talk.clean import clean, key_of

MAX_PEOPLE = 5_000
MAX_CELL = 100  # characters of a name, an address or a note

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
class Invited:
    """What came of a line: a token to hand on, or none; `notes` say why, and what else there is to know."""

    row: Row
    token: str = ""
    notes: tuple[Say, ...] = ()


def read_people(source: str | bytes) -> tuple[list[Row], list[Problem]]:
    """The people of a CSV file, and what is wrong with its other lines."""
    try:
        text = source if isinstance(source, str) else _decoded(source)
        lines = _lines(text.removeprefix("\ufeff"))
    except UnicodeDecodeError:
        return [], [Problem("the file", 'is not UTF-8 text; in Excel, save it as "CSV UTF-8"')]
    except csv.Error as error:
        return [], [Problem("the file", f"is no list of people: {error}")]
    if not lines:
        return [], [Problem("the file", "is empty; its first line names the columns: name, role (or nama, peran)")]
    header, *people = lines
    columns, problems = _columns(header[1])
    if problems or len(people) > MAX_PEOPLE:
        return [], problems or [Problem("the file", f"has {len(people)} people; {MAX_PEOPLE} at most")]
    return _people(people, columns, len(header[1]))


def _decoded(source: bytes) -> str:
    """Excel writes UTF-8 with a mark, or as "Unicode text" UTF-16."""
    return source.decode("utf-16" if source[:2] in {b"\xff\xfe", b"\xfe\xff"} else "utf-8-sig")


def _lines(text: str) -> list[tuple[int, list[str]]]:
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


def _columns(header: Sequence[str]) -> tuple[dict[str, int], list[Problem]]:
    known = {word: column for column, words in COLUMNS.items() for word in words}
    columns: dict[str, int] = {}
    for place, title in enumerate(header):
        if column := known.get(key_of(title)):
            columns.setdefault(column, place)
    missing = [name for name in ("name", "role") if name not in columns]
    if not missing:
        return columns, []
    wanted = " and ".join({"name": "name (or nama)", "role": "role (or peran)"}[name] for name in missing)
    return {}, [Problem("the first line", f"must name the columns; {wanted} is missing in: {', '.join(header)}")]


def _people(
    lines: Iterable[tuple[int, list[str]]], columns: dict[str, int], width: int
) -> tuple[list[Row], list[Problem]]:
    people: list[Row] = []
    problems: list[Problem] = []
    seen: dict[tuple[str, str, str], int] = {}
    for number, cells in lines:
        told = {name: cells[place] if place < len(cells) else "" for name, place in columns.items()}
        role = _role(told["role"])
        wrong = _wrong(told, role, spilled=any(cells[width:]) or (role is None and len(cells) > width))
        key = (key_of(told["name"]), told["role"] if role is None else role, key_of(told.get("label", "")))
        if not wrong and key in seen:
            wrong = f"{told['name']} is in line {seen[key]} already; tell two of one name apart in a column label"
        if wrong or role is None:
            problems.append(Problem(f"line {number}", wrong))
            continue
        seen[key] = number
        people.append(Row(number, told["name"], role, *(told.get(name, "") for name in ("email", "label", "mentor"))))
    return people, problems


def _role(text: str) -> Role | None:
    return next((role for role, words in WAYS.items() if key_of(text) in words), None)


def _wrong(told: dict[str, str], role: Role | None, *, spilled: bool) -> str:
    """What is wrong with a line, or nothing."""
    if spilled:
        return "has more cells than the first line; put a name with a comma in quotes"
    if not key_of(told["name"]):
        return "has no name"
    if role is None:
        return f"expected mentee, mentor or coordinator as role, not {told['role']!r}"
    long = next((name for name, cell in told.items() if len(cell) > MAX_CELL), None)
    return f"{long} has {len(told[long])} characters; {MAX_CELL} at most" if long else ""


def write_people(people: Iterable[Invited], link: Callable[[str], str], words: Callable[[Say], str]) -> str:
    """The list to hand on, as CSV: each with a personal link made of the token, or in words why there is none."""
    written = io.StringIO()
    writer = csv.writer(written, lineterminator="\r\n")
    writer.writerow(["name", "role", "email", "label", "link", "note"])
    for each in people:
        row, notes = each.row, "; ".join(map(words, each.notes))
        cells = (row.name, row.role, row.email, row.label, link(each.token) if each.token else "", notes)
        writer.writerow([_safe(cell) for cell in cells])
    return written.getvalue()


def _safe(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula."""
    return f"'{cell}" if FORMULA.match(cell) else cell
