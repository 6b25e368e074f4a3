"""The trail of who did what at a programme's desk."""

import csv
import io
import re

import pytest

from storage import tables
from storage.mydata import everything
from storage.writes import Book
from tests.exports import exported, fill
from tests.town import START, Citizen, Town


@pytest.fixture
def rina(town: Town) -> Citizen:
    """The owner of a programme."""
    return town.staff(locale="en")


def test_every_look_and_every_change_is_in_the_trail(town: Town, rina: Citizen) -> None:
    pair = town.pair()
    person = town.rows(tables.Account, external_id=pair.mentee.account)[0].person_id
    fill(
        town,
        tables.Activity,
        {"kind": "Look", "programme_id": 1, "person_id": 1, "subject": f"person {person}", "at": START},
        {"kind": "NudgePair", "programme_id": 1, "person_id": 1, "subject": str(pair.id), "at": START},
        {"kind": "ChangeSettings", "programme_id": 1, "person_id": 1, "subject": "dates", "at": START},
        {"kind": "ChangeStage", "programme_id": 1, "person_id": 1, "subject": "closed", "at": START},
        {"kind": "SetTerms", "programme_id": 1, "person_id": 1, "subject": "", "at": START},
        {"kind": "WashDishes", "programme_id": 1, "person_id": 1, "subject": "", "at": START},
        {"kind": "RecordCheckin", "programme_id": 1, "person_id": person, "subject": "", "at": START},
    )
    exported(rina)
    told = rina.writes("/audit")
    assert "Rina took data: all of it" in told
    assert "Rina did “wash dishes”" in told
    assert "Rina changed the programme's dates" in told
    assert "Rina closed the programme" in told
    assert "Rina changed the rules of own choice" in told
    assert "Rina nudged a pair: Budi & Sari" in told
    assert "Rina opened /person: Sari" in told
    assert "checkin" not in told
    assert told.count("took") == 1, "the file of an export is not told twice"
    assert "opened /audit" in rina.writes("/audit"), "it records itself"


@pytest.mark.parametrize("locale", ["id", "en"])
def test_the_trail_narrows_to_a_person_a_kind_or_a_day(town: Town, locale: str) -> None:
    rina = town.staff(locale=locale)
    pair = town.pair()
    rina.writes("/export")
    person = town.rows(tables.Account, external_id=pair.mentee.account)[0].person_id
    look = {"kind": "Look", "programme_id": 1, "person_id": 1, "at": START}
    fill(town, tables.Activity, look | {"subject": f"pair {pair.id}"}, look | {"subject": f"person {person}"})
    told = rina.writes("/audit sari")
    assert "/pair: Budi & Sari" in told
    assert "/person: Sari" in told
    assert "/export" not in told
    assert "/export" in rina.writes("/audit since 1 Nov")
    rina.writes("/jejak")
    assert "/" not in rina.taps({"id": "Yang diubah", "en": "Changed"}[locale]).partition("\n")[2].partition("[")[0]
    assert "kucing" in rina.writes("/audit kucing")


def test_the_trail_is_read_page_by_page_without_a_gap(town: Town, rina: Citizen) -> None:
    rows = (
        {"kind": "Look", "programme_id": 1, "person_id": 1, "subject": f"stats {n}", "at": START} for n in range(20)
    )
    fill(town, tables.Activity, *rows)
    seen = re.findall(r"/stats: (\d+)", rina.writes("/audit"))
    while "Older" in rina.screen:
        seen += re.findall(r"/stats: (\d+)", rina.taps("Older"))
    assert seen == [str(n) for n in range(19, -1, -1)]


def test_the_trail_is_its_owners_alone(town: Town, rina: Citizen) -> None:
    cora = town.staff("7000000003", "Cora", "en", role="coordinator")
    assert "Who did what" not in cora.writes("/audit")
    cora.taps_data("p:audit")
    cora.taps_data("do:audit_file:f")
    assert not town.count(tables.File)
    rina.writes("/audit")
    rina.taps("CSV")
    lines = list(csv.DictReader(io.StringIO(rina.file().decode("utf-8-sig"))))
    assert {line["who"] for line in lines} >= {"Rina"}
    assert "took data: this trail" in rina.writes("/audit")


def test_nobody_of_another_programme_is_in_the_trail(town: Town, rina: Citizen) -> None:
    town.programme("Lain")
    fill(town, tables.Activity, {"kind": "Look", "programme_id": 2, "person_id": 1, "subject": "person 9", "at": START})
    fill(town, tables.Person, {"name": "Orang Lain", "locale": "id", "zone": "UTC", "created_at": START})
    other = town.rows(tables.Person, name="Orang Lain")[0].id
    assert "/person" not in rina.writes("/audit")
    assert "Orang Lain" not in rina.taps_data(f"p:audit:f.p{other}")
    assert "Who did what" in rina.taps_data("p:audit:f.p999999999.b999999999")


def test_who_looked_is_in_ones_own_data_by_role_and_goes_with_the_person(town: Town, rina: Citizen) -> None:
    pair = town.pair()
    rina.writes("/audit Sari")
    person = town.rows(tables.Account, external_id=pair.mentee.account)[0].person_id
    with town.look() as connection:
        data = everything(Book(connection, {}, town.now), person)
    assert [(each["role"], each["page"]) for each in data["looked_at_by"]] == [("owner", "audit")]
    pair.mentee.writes("/hapus")
    pair.mentee.taps("Lanjut menghapus")
    pair.mentee.taps("hapus semuanya")
    assert not town.rows(tables.Person, name="Sari")
    subjects = [row.subject for row in town.rows(tables.Activity) if row.kind == "Look"]
    assert not any("sari" in subject.lower() for subject in subjects), subjects
