"""Data out of the bot: who may have it, in several files, each Monday."""

from datetime import UTC, datetime
from typing import Any

import pytest

from storage import tables
from storage.rows import table
from storage.staff.export_file import Spot, write_part
from storage.staff.export_words import Told
from tests.exports import exported, fill, rows_of, unzipped
from tests.town import START, Citizen, Town, furnished


@pytest.fixture
def rina(town: Town) -> Citizen:
    """The owner of a programme."""
    return town.staff(locale="en")


# Who may


@pytest.mark.parametrize("locale", ["id", "en"])
def test_only_whoever_runs_the_programme_gets_data(town: Town, rina: Citizen, locale: str) -> None:
    pair = town.pair(locale=locale)
    vera = town.staff("7000000002", "Vera", locale, role="viewer")
    for somebody in (pair.mentor, pair.mentee, vera):
        before = len(somebody.heard)
        refused = somebody.writes("/export")
        assert refused, before
        assert "zip" not in refused
        for data in ("do:export:all", "p:export", "do:export_weekly:weekly", "p:audit", "do:audit_file:f"):
            somebody.taps_data(data)
    assert not town.count(tables.File)
    assert not [job for job in town.rows(tables.Job) if job.kind.startswith(("export", "audit"))]


def test_made_up_buttons_change_nothing(town: Town, rina: Citizen) -> None:
    for data in (
        "do:export:2026-99-99",
        "do:export:x",
        "do:export_weekly:x",
        "do:digest_stop:99999999999",
        "go:digest_time:x",
    ):
        assert rina.taps_data(data)
    assert "aren't sent any more" in rina.taps_data("do:digest_stop:77")
    assert not town.count(tables.File)


def test_whoever_lost_the_right_meanwhile_gets_nothing(town: Town, rina: Citizen) -> None:
    rina.writes("/export")
    member = table(tables.Membership)
    town.writer.do(lambda c: c.execute(member.update().values(role="viewer"))).result(10)
    rina.taps("Make the zip")
    assert not town.count(tables.File)


def test_two_taps_make_one_file_and_another_tap_later_another(town: Town, rina: Citizen) -> None:
    rina.writes("/export")
    first, second = (rina.submits("tap", data="do:export:all", message="x") for _ in range(2))
    first.result(10)
    second.result(10)
    town.worker.drain()
    assert town.count(tables.File) == 1
    rina.taps_data("do:export:all")
    assert town.count(tables.File) == 2


def test_only_the_rows_of_ones_own_programme(town: Town, rina: Citizen) -> None:
    town.pair()
    town.programme("Lain")
    fill(town, tables.Person, {"name": "Orang Lain", "locale": "id", "zone": "UTC", "created_at": START})
    other = {"programme_id": 2, "role": "mentee", "standing": "active", "created_at": START}
    fill(town, tables.Membership, other | {"person_id": town.rows(tables.Person, name="Orang Lain")[0].id})
    assert b"Orang Lain" not in exported(rina)["csv/people.csv"]


# Large ones


def test_a_long_table_goes_on_in_the_next_file_without_a_gap() -> None:
    numbers = {"people": range(1, 6), "checkins": range(1, 8)}

    def read(sheet: Any, after: int, most: int) -> Any:
        known = [number for number in numbers.get(sheet.name, ()) if number > after][:most]
        return ((number, *(number for _ in sheet.shown)) for number in known)

    told = Told(furnished().phrases, START, "Asia/Jakarta")
    spot: Spot | None = Spot()
    seen: dict[str, list[str]] = {"people": [], "checkins": []}
    while spot:
        part = write_part(read, spot, 4, told)
        files = unzipped(part.data)
        for name, known in seen.items():
            if f"csv/{name}.csv" in files:
                known += [next(iter(row.values())) for row in rows_of(files, name)]
        spot = part.then
    assert seen == {"people": ["1", "2", "3", "4", "5"], "checkins": ["1", "2", "3", "4", "5", "6", "7"]}


def test_several_files_come_one_after_the_other(town: Town) -> None:
    """Discord takes smaller files: what is too long for one goes on in the next."""
    dini = town.staff("42", "Dini", "en", platform="discord")
    event = {"programme_id": 1, "person_id": 1, "kind": "RecordCheckin", "subject": "2026-11-22", "at": START}
    fill(town, tables.Activity, *(event for _ in range(60_000)))
    dini.writes("/export")
    said = dini.taps("Make the zip")
    first, second = town.rows(tables.File)
    assert (first.name[-6:], second.name[-6:]) == ("-1.zip", "-2.zip")
    assert max(len(first.data), len(second.data)) < 9_000_000
    numbers = [int(row["event"]) for file in (first, second) for row in rows_of(unzipped(file.data), "events")]
    assert len(numbers) == len(set(numbers)) > 60_000
    assert numbers == sorted(numbers)
    assert "the next file follows" in said
    assert "that's the last one" in said
    assert len([row for row in town.rows(tables.Activity) if row.kind == "Exported"]) == 1


# Each Monday


def test_an_export_each_monday_until_it_is_stopped(town: Town, rina: Citizen) -> None:
    rina.writes("/export")
    assert "Mon 30 Nov, 8:00 am" in rina.taps("every Monday")
    town.passes(days=15)
    assert [row.at for row in town.rows(tables.Activity) if row.kind == "Exported"] == [
        datetime(2026, 11, 30, 1, tzinfo=UTC),
        datetime(2026, 12, 7, 1, tzinfo=UTC),
    ]
    rina.writes("/export")
    assert "No more weekly exports" in rina.taps("Stop sending")
    town.passes(days=14)
    assert len([row for row in town.rows(tables.Activity) if row.kind == "Exported"]) == 2


def test_no_export_in_a_break_and_none_ever_for_who_has_left(town: Town, rina: Citizen) -> None:
    rina.writes("/export")
    rina.taps("every Monday")
    member = table(tables.Membership)
    town.writer.do(lambda c: c.execute(member.update().values(standing="paused"))).result(10)
    town.passes(days=7)
    assert not town.count(tables.File)
    assert any(job.kind == "export_weekly" and job.state == "waiting" for job in town.rows(tables.Job))
    town.writer.do(lambda c: c.execute(member.update().values(standing="left"))).result(10)
    town.passes(days=14)
    assert not town.count(tables.File)
    assert not any(job.kind == "export_weekly" and job.state == "waiting" for job in town.rows(tables.Job))
