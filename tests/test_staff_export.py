"""Data out of the bot: what is in an export, and what never is."""

import csv
import io
import json
import re
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from bot.flows.staff.export_since import read_since
from bot.mentoring.export import SHEETS, events
from bot.mentoring.privacy import may_see
from storage import tables
from storage.staff.export_rows import SOURCES
from storage.staff.export_words import HEADER, Told
from tests.exports import exported, fill, rows_of, unzipped
from tests.town import START, Citizen, Town, furnished


@pytest.fixture
def rina(town: Town) -> Citizen:
    """The owner of a programme."""
    return town.staff(locale="en")


def test_what_is_in_it_and_who_may_have_it_is_said_before_anything_is_made(town: Town, rina: Citizen) -> None:
    town.pair()
    told = rina.writes("/export")
    assert "People 3 · pairs 1 · goals 1 (title and percent only)" in told
    assert "personal data" in told
    assert not town.count(tables.File)
    assert "when it's ready" in rina.taps("Make the zip")
    assert town.count(tables.File) == 1


def test_every_column_obeys_the_table_of_who_sees_what() -> None:
    for sheet in SHEETS:
        for column in sheet.shown:
            allowed = {"all", "total"} if sheet.totals else {"all"}
            assert column.thing is None or may_see(column.thing, "coordinator", "programme") in allowed
        if not sheet.totals:
            read = SOURCES[sheet.name].cells.keys()
            assert read == {column.name for column in sheet.shown}, "nothing that stays inside has a statement"
    assert "AddNote" not in events()
    assert "PassOn" not in events()


def test_nothing_private_is_anywhere_in_the_file(town: Town, rina: Citizen) -> None:
    pair = town.pair(goal="Portofolio data")
    town.goal(pair.mentee.account, "Rahasia besar", visibility="private", why="RAHASIA")
    person = town.rows(tables.Account, external_id=pair.mentee.account)[0].person_id
    row = {"person_id": person, "programme_id": 1, "occurrence": date(2026, 11, 22), "answered_at": START, "mood": 1}
    fill(town, tables.Checkin, row | {"next_step": "RAHASIA", "for_mentor": "RAHASIA"})
    call = {"person_id": person, "programme_id": 1, "topic": "unsafe", "text": "RAHASIA", "state": "open", "at": START}
    fill(town, tables.HelpRequest, call)
    fill(town, tables.Note, {"pair_id": pair.id, "author_id": person, "shared": True, "text": "RAHASIA", "at": START})
    files = exported(rina)
    files |= {f"x/{name}": data for name, data in unzipped(files["tuntun.xlsx"]).items()}
    for name, data in files.items():
        assert b"rahasia" not in data.lower().replace(b"dirahasiakan", b""), name
        assert pair.mentee.account.encode() not in data
    assert [goal["title"] for goal in rows_of(files, "goals")] == ["Portofolio data"]
    [checkin] = rows_of(files, "checkins")
    assert set(checkin) == {"checkin", "person", "week", "asked_at", "answered_at"}
    assert checkin["answered_at"] == "2026-11-24 10:00", "on the programme's wall"
    assert "a few goals that are private" in files["README.txt"].decode()


def test_no_cell_is_calculated_by_a_spreadsheet(town: Town, rina: Citizen) -> None:
    town.pair(goal='=HYPERLINK("http://evil.example";"klik")')
    files = exported(rina)
    assert rows_of(files, "goals")[0]["title"].startswith("'=HYPERLINK")
    assert json.loads(files["json/goals.jsonl"])["title"].startswith("=HYPERLINK")
    book = unzipped(files["tuntun.xlsx"])
    sheets = [data for name, data in book.items() if name.startswith("xl/worksheets/")]
    assert not any(b"<f>" in data or b"hyperlink" in data.lower().replace(b"=hyperlink", b"") for data in sheets)


def test_the_dictionary_names_every_column_in_both_languages(town: Town, rina: Citizen) -> None:
    files = exported(rina)
    lines = list(csv.reader(io.StringIO(files["dictionary.csv"].decode("utf-8-sig"))))
    assert tuple(lines[0]) == HEADER
    columns = {(sheet.name, column.name) for sheet in SHEETS for column in sheet.shown}
    assert {(line[0], line[1]) for line in lines[1:]} == columns
    assert all(line[3] and line[4] for line in lines[1:])
    for sheet in SHEETS:
        header = files[f"csv/{sheet.name}.csv"].decode("utf-8-sig").splitlines()[0]
        assert header.split(",") == [column.name for column in sheet.shown]


def test_the_documentation_has_the_same_columns_as_the_file() -> None:
    told = Path("docs/export.md").read_text(encoding="utf-8")
    lines = Told(furnished().phrases, START, "UTC").dictionary()[1:]
    for sheet, column, kind, _, meaning in lines:
        assert f"| {sheet} | {column} | {kind} | {meaning} |" in told
    assert len(re.findall(r"^\| \w+ \| \w+ \| (?:number|text|moment|day) \|", told, re.MULTILINE)) == len(lines)


def test_the_same_rows_make_the_same_file(town: Town, rina: Citizen) -> None:
    town.pair()
    first = exported(rina)
    assert exported(rina)["csv/people.csv"] == first["csv/people.csv"]
    assert town.rows(tables.File)[0].data == town.rows(tables.File)[1].data


def test_an_empty_programme_makes_a_file_too(town: Town, rina: Citizen) -> None:
    files = exported(rina)
    assert [row["name"] for row in rows_of(files, "people")] == ["Rina"]
    assert rows_of(files, "pairs") == []


def test_since_a_day_narrows_what_happened_and_nothing_else(town: Town, rina: Citizen) -> None:
    pair = town.pair()
    person = town.rows(tables.Account, external_id=pair.mentee.account)[0].person_id
    days = [date(2026, 10, 25), date(2026, 11, 1), date(2026, 11, 22)]
    fill(town, tables.Checkin, *({"person_id": person, "programme_id": 1, "occurrence": day} for day in days))
    files = exported(rina, "/export since 1 Nov")
    assert [row["week"] for row in rows_of(files, "checkins")] == ["2026-11-01", "2026-11-22"]
    assert len(rows_of(files, "people")) == 3
    assert "can't read “kapan” as a date" in rina.writes("/export kapan")


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("since 1 Nov", date(2026, 11, 1)),
        ("sejak 1 November", date(2026, 11, 1)),
        ("sejak 2026-09-01", date(2026, 9, 1)),
        ("minggu ini", date(2026, 11, 23)),
        ("this month", date(2026, 11, 1)),
        ("sejak Senin", date(2026, 11, 23)),
        ("since yesterday", date(2026, 11, 23)),
        ("1 Des", date(2025, 12, 1)),
        ("2027-01-01", None),
        ("2026-13-40", None),
        ("kucing", None),
        ("", None),
    ],
)
def test_a_first_day_as_people_type_it(words: str, day: date | None) -> None:
    assert read_since(words, date(2026, 11, 24)) == day


def answers(town: Town, people: list[int], week: date, score: int) -> None:
    at = datetime(week.year, week.month, week.day, 5, tzinfo=UTC)
    given = {"programme_id": 1, "form": "pulse", "version": "x", "answers": {"score": score}, "at": at}
    fill(town, tables.FormResponse, *(given | {"person_id": person, "subject": "1"} for person in people))


def made_people(town: Town, n: int) -> list[int]:
    """People of the programme who never wrote."""
    fill(
        town, tables.Person, *({"name": f"P{i}", "locale": "id", "zone": "UTC", "created_at": START} for i in range(n))
    )
    people = [row.id for row in town.rows(tables.Person) if row.name.startswith("P")]
    member = {"programme_id": 1, "role": "mentee", "standing": "active", "created_at": START}
    fill(town, tables.Membership, *(member | {"person_id": person} for person in people))
    return people


def test_no_two_files_tell_what_one_person_answered(town: Town, rina: Citizen) -> None:
    people = made_people(town, 9)
    answers(town, people[:4], date(2026, 11, 3), 4)
    assert rows_of(exported(rina), "forms") == [], "four are too few"
    answers(town, people[4:5], date(2026, 11, 4), 4)
    five = rows_of(exported(rina), "forms")
    assert {(row["question"], row["answers"]) for row in five if row["form"] == "pulse"} == {("score", "5")}
    answers(town, people[5:6], date(2026, 11, 11), 1)
    assert rows_of(exported(rina), "forms") == five, "a sixth answer alone is not told"


def test_moods_are_told_by_week_from_five_people_on(town: Town, rina: Citizen) -> None:
    people = made_people(town, 6)
    row = {"programme_id": 1, "answered_at": START}
    early, late = date(2026, 11, 1), date(2026, 11, 8)
    fill(
        town,
        tables.Checkin,
        *(row | {"person_id": person, "occurrence": early, "mood": 3} for person in people),
        *(row | {"person_id": person, "occurrence": late, "mood": 5} for person in people[:4]),
        *(row | {"person_id": person, "occurrence": late - timedelta(days=1), "mood": 5} for person in people[:4]),
    )
    assert rows_of(exported(rina), "moods") == [{"week": "2026-10-26", "answers": "6", "mean": "3.0"}]
