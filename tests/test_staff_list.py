"""A spreadsheet dropped into the chat: shown before anything happens, carried out once, and again without harm."""

from __future__ import annotations

import csv
import io
import zipfile
from datetime import datetime
from functools import partial
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Connection
from xlsxwriter import Workbook

from storage import tables
from storage.members import Member, find
from storage.people_file import read_list
from storage.people_names import Names
from storage.people_sheet import MOST_UNPACKED
from storage.rows import table
from tests.town import Citizen, Town

HEAD = "nama,peran,email,mentor\n"
FORTY = HEAD + "".join(f"Orang {number},mentee,o{number}@contoh.id,\n" for number in range(40))


@pytest.fixture
def rina(town: Town) -> Citizen:
    """An owner who writes English."""
    return town.staff(locale="en")


def links(data: bytes) -> dict[str, str]:
    """The links of a file that came back, by name."""
    return {row["name"]: row["link"] for row in csv.DictReader(io.StringIO(data.decode("utf-8-sig")))}


def joins(town: Town, account: str, link: str, name: str) -> Citizen:
    """Somebody uses their link and enrols as a mentor."""
    budi = town.citizen(account)
    budi.writes(f"/start {link.partition('start=')[2]}")
    budi.does("[Setuju]", name)
    return budi


def test_forty_people_are_shown_invited_and_not_invited_again(town: Town, rina: Citizen) -> None:
    said = rina.drops("peserta.csv", FORTY)
    assert "40 people, all fine." in said
    assert "New 40 · already invited 0 · already taking part 0" in said
    assert len(town.rows(tables.Invitation)) == 1
    said = rina.taps("Invite 40")
    assert "40 new links" in said
    made = links(rina.file())
    assert len(set(made.values())) == 40
    assert rina.file().startswith(b"\xef\xbb\xbf")
    assert len(town.rows(tables.Invitation)) == 41
    [upload] = town.rows(tables.Upload)
    assert (upload.state, upload.content, upload.name) == ("done", {}, "")
    again = rina.drops("peserta.csv", FORTY)
    assert "there's nothing to do" in again
    assert "already invited 40" in again
    assert "Invite" not in again.split("\n")[-1]


def test_a_second_tap_does_nothing_twice(town: Town, rina: Citizen) -> None:
    rina.drops("peserta.csv", FORTY)
    go = next(data for label, data in list(rina.messages.values())[-1].buttons if "Invite" in label)
    rina.taps_data(go)
    assert "is done" in rina.taps_data(go)
    assert len(town.rows(tables.Invitation)) == 41


def test_a_newer_list_replaces_the_one_that_waits(town: Town, rina: Citizen) -> None:
    rina.drops("a.csv", FORTY)
    old = next(data for label, data in list(rina.messages.values())[-1].buttons if "Invite" in label)
    rina.drops("b.csv", HEAD + "Sari,mentee,,\n")
    assert "was replaced" in rina.taps_data(old)
    assert "Cancelled" in rina.taps("Cancel")
    assert not town.rows(tables.Upload)
    assert len(town.rows(tables.Invitation)) == 1


def test_what_waits_too_long_is_forgotten(town: Town, rina: Citizen) -> None:
    rina.drops("a.csv", FORTY)
    go = next(data for label, data in list(rina.messages.values())[-1].buttons if "Invite" in label)
    town.passes(days=2, minutes=5)
    assert not town.rows(tables.Upload)
    assert "waited too long" in rina.taps_data(go)


def test_mistakes_are_named_with_their_lines(town: Town, rina: Citizen) -> None:
    wrong = "".join(f"Siapa {number},guru,,\n" for number in range(22))
    said = rina.drops("daftar.csv", HEAD + "Sari,mentee,,\n" + wrong)
    assert "one person is fine, 22 lines need mending" in said
    assert "line 3: expected mentee, mentor or coordinator as role, not 'guru'" in said
    assert "line 12:" in said
    assert "line 13:" not in said
    assert "and 12 more" in said
    assert "22 lines need mending" in rina.taps("All mistakes")
    rows = list(csv.reader(io.StringIO(rina.file().decode("utf-8-sig"))))
    assert rows[0] == ["line", "what to mend"]
    assert len(rows) == 23
    assert "1 person" not in rina.screen


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("kosong.csv", "", "is empty"),
        ("salah.csv", "Sari,mentee\n", "must name the columns"),
        ("rusak.xlsx", b"PK\x03\x04nonsense", "can't be opened"),
        ("lama.csv", b"nama,peran\nS\xe9,mentee", "is not UTF-8 text"),
        ("semua.csv", "nama,peran\nSari,guru\n", "line 2: expected mentee"),
    ],
)
def test_a_file_without_people_is_explained(rina: Citizen, name: str, data: bytes | str, said: str) -> None:
    shown = rina.drops(name, data)
    assert said in shown
    assert "It should look like this" in shown


def test_a_coordinator_does_not_invite_owners_by_a_list(town: Town, rina: Citizen) -> None:
    dewi = town.staff("7100", "Dewi", role="coordinator", locale="en")
    said = dewi.drops("a.csv", "nama,peran\nSari,mentee\nAni,owner\nUmi,koordinator\n")
    assert "one person is fine, 2 lines need mending" in said
    assert "line 3: Ani: coordinators and owners can only be invited by the programme's owner" in said
    assert "New 3" in rina.drops("a.csv", "nama,peran\nSari,mentee\nAni,owner\nUmi,koordinator\n")


def test_mentors_of_the_list_are_paired_once_both_have_joined(town: Town, rina: Citizen) -> None:
    listed = HEAD + "Sari,mentee,,Budi\nBudi,mentor,,\n"
    town.mentee("5001", "Sari").writes("/batal")
    town.mentor("6001", "Budi")
    said = rina.drops("a.csv", listed)
    assert "already taking part 2" in said
    assert "One pair from the mentor column" in said
    assert "One pair is being made" in rina.taps("Make the pair")
    assert len(town.rows(tables.Pair, state="active")) == 1
    assert "there's nothing to do" in rina.drops("a.csv", listed)


def leavers(town: Town, rina: Citizen) -> tuple[Citizen, dict[str, str]]:
    """A list of three mentors, of whom one has joined, then one without two of them."""
    rina.drops("a.csv", "nama,peran\nBudi,mentor\nAni,mentor\nUmi,mentor\n")
    rina.taps("Invite 3")
    made = links(rina.file())
    budi = joins(town, "6001", made["Budi"], "Pak Budi")
    rina.drops("b.csv", "nama,peran\nAni,mentor\nTono,mentor\n")
    return budi, made


def test_who_is_no_longer_listed_leaves_only_when_that_is_confirmed(town: Town, rina: Citizen) -> None:
    budi, _ = leavers(town, rina)
    assert "2 people from earlier lists aren't in this one" in rina.screen
    said = rina.taps("No longer listed: 2")
    assert "Taking part (1): Budi" in said
    assert "Never started (1): Umi" in said
    assert "One new link" in rina.taps("Only invite 1")
    assert town.rows(tables.Membership, role="mentor")[0].standing != "left"
    assert "2 people from earlier lists" in rina.drops("b.csv", "nama,peran\nAni,mentor\nTono,mentor\n")
    rina.taps("No longer listed")
    assert "2 people are marked as left" in rina.taps("Yes, mark 2 as left")
    assert [row.standing for row in town.rows(tables.Membership, role="mentor")] == ["left"]
    town.passes(hours=1)
    assert "diakhiri oleh koordinator" in budi.screen
    assert "there's nothing to do" in rina.drops("b.csv", "nama,peran\nAni,mentor\nTono,mentor\n")


def test_a_list_of_mentors_says_nothing_of_mentees_or_staff(town: Town, rina: Citizen) -> None:
    rina.drops("a.csv", "nama,peran\nSari,mentee\nAni,koordinator\n")
    rina.taps("Invite 2")
    said = rina.drops("b.csv", "nama,peran\nBudi,mentor\n")
    assert "earlier lists" not in said


def test_a_mended_name_with_the_same_address_gets_no_second_link(town: Town, rina: Citizen) -> None:
    rina.drops("a.csv", HEAD + "Sarii,mentee,sari@contoh.id,\n")
    rina.taps("Invite 1")
    said = rina.drops("a.csv", HEAD + "Sari,mentee,Sari@contoh.id,\n")
    assert "already invited 1" in said
    assert "earlier lists" not in said


def test_two_coordinators_at_once_give_nobody_two_links(town: Town, rina: Citizen) -> None:
    dewi = town.staff("7100", "Dewi", role="coordinator", locale="en")
    for who in (rina, dewi):
        who.drops("a.csv", FORTY)
    assert "40 new links" in rina.taps("Invite 40")
    said = dewi.taps("Invite 40")
    assert "no new links" in said
    assert len([row for row in town.rows(tables.Invitation) if row.label]) == 40


def test_an_expired_link_is_renewed(town: Town, rina: Citizen) -> None:
    rina.drops("a.csv", HEAD + "Sari,mentee,,\n")
    rina.taps("Invite 1")
    first = links(rina.file())["Sari"]
    town.passes(days=31)
    said = rina.drops("a.csv", HEAD + "Sari,mentee,,\n")
    assert "One of them was invited before" in said
    rina.taps("Invite 1")
    assert links(rina.file())["Sari"] not in {"", first}
    assert len([row for row in town.rows(tables.Invitation) if row.label]) == 1


def test_somebody_who_erases_leaves_no_name_in_the_invitations(town: Town, rina: Citizen) -> None:
    rina.drops("a.csv", HEAD + "Budi Santoso,mentor,budi@contoh.id,\n")
    rina.taps("Invite 1")
    budi = joins(town, "6001", links(rina.file())["Budi Santoso"], "Budi")
    budi.writes("/batal")
    budi.does("/hapus", "[Lanjut menghapus]", "hapus")
    kept = town.rows(tables.Invitation, role="mentor")[0]
    assert (kept.label, kept.email, kept.used) == ("", "", 1)


def test_whoever_asks_for_their_data_sees_what_an_invitation_said(town: Town, rina: Citizen) -> None:
    rina.drops("a.csv", HEAD + "Budi Santoso,mentor,budi@contoh.id,\nAni,mentor,ani@contoh.id,\n")
    rina.taps("Invite 2")
    budi = joins(town, "6001", links(rina.file())["Budi Santoso"], "Budi")
    budi.writes("/dataku")
    kept = next(shown.drawn.file for shown in budi.heard if shown.drawn.file).content
    assert [each["email"] for each in kept["invitation"]] == ["budi@contoh.id"]
    assert "token_hash" not in kept["invitation"][0]


def test_nobody_is_invited_to_a_programme_that_is_closed(town: Town, rina: Citizen) -> None:
    rina.drops("a.csv", FORTY)
    place = table(tables.Programme)
    town.writer.do(lambda c: c.execute(place.update().values(stage="closed"))).result(10)
    assert "is closed, so nobody can join now" in rina.taps("Invite 40")
    assert "is closed, so nobody can join now" in rina.writes("/invite mentee")
    assert "is closed, so nobody can join now" in rina.does("/invite", "[Mentee]"), "before anything else is asked"
    assert "as viewer is ready" in rina.writes("/invite viewer")
    assert {row.role for row in town.rows(tables.Invitation)} == {"owner", "viewer"}
    assert not [shown for shown in rina.messages.values() if shown.drawn.file]


def came(connection: Connection, row: Any, at: datetime) -> None:
    """Somebody takes part who came by this invitation."""
    member, person = table(tables.Membership), table(tables.Person)
    known = {"name": row.label, "locale": "id", "zone": "Asia/Jakarta", "created_at": at}
    number = connection.execute(person.insert().values(known).returning(person.c.id)).scalar_one()
    here = {"programme_id": row.programme_id, "role": row.role, "standing": "active", "created_at": at}
    connection.execute(member.insert(), here | {"person_id": number, "invitation_id": row.id})


def test_many_leavers_leave_in_their_own_time(town: Town, rina: Citizen) -> None:
    rina.drops("a.csv", FORTY)
    rina.taps("Invite 40")
    for row in town.rows(tables.Invitation, role="mentee"):
        town.writer.do(partial(came, row=row, at=town.now)).result(10)
    used = table(tables.Invitation)
    town.writer.do(lambda c: c.execute(used.update().values(used=1))).result(10)
    rina.drops("b.csv", HEAD + "Orang 0,mentee,,\n")
    rina.does("[No longer listed: 39]", "[Yes, mark 39 as left]")
    stood = [row.standing for row in town.rows(tables.Membership, role="mentee")]
    assert (stood.count("left"), stood.count("active")) == (39, 1)
    assert {row.reason for row in town.rows(tables.Membership, standing="left")} == {"list"}


def test_others_do_not_drop_lists(town: Town, rina: Citizen) -> None:
    sari = town.mentee("5001", "Sari")
    sari.drops("a.csv", FORTY)
    assert not town.rows(tables.Upload)


WORD = st.sampled_from(["sari", "Budi", "Santoso", "Sarah", "santosa", "Ani", "W.", "2", "77", "Dewi-Ayu", ""])
NAME = st.lists(WORD, max_size=3).map(" ".join)


@given(st.lists(NAME, max_size=8), NAME)
def test_names_looked_up_are_those_found_one_by_one(names: list[str], typed: str) -> None:
    members = [Member(at, name, "mentor", 1, "one", (str(at + 75),)) for at, name in enumerate(names, 1)]
    assert Names(members).meant(typed) == find(typed, members, "mentor")[0]


# XLSX


def xlsx(*sheets: dict[str, str], merged: str = "") -> bytes:
    """A workbook of these sheets, each cell by its place: "=3:x" is a formula with the value x."""
    written = io.BytesIO()
    with Workbook(written) as book:
        for cells in sheets:
            sheet = book.add_worksheet()
            for place, value in cells.items():
                formula, _, shown = value.partition(":")
                if formula.startswith("="):
                    sheet.write_formula(place, formula, None, shown)
                else:
                    sheet.write(place, int(value) if value.isdecimal() else value)
        if merged:
            sheet.merge_range(merged, cells[merged.partition(":")[0]])
    return written.getvalue()


def far(data: bytes, place: str) -> bytes:
    """The same workbook with its last cell somewhere far out."""
    written = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as book, zipfile.ZipFile(written, "w") as other:
        for part in book.namelist():
            other.writestr(part, book.read(part).replace(b'r="B2"', f'r="{place}"'.encode()))
    return written.getvalue()


def test_a_workbook_is_read_with_its_title_formulas_joined_cells_and_other_sheets(rina: Citizen) -> None:
    people = {
        "A1": "Peserta 2026",
        "A3": "Nama",
        "B3": "Peran",
        "C3": "Keterangan",
        "A4": "=B1:Sari",
        "B4": "mentee",
        "C4": "12",
        "A6": "Joko",
        "A7": "Dewi",
        "B7": "",
        "A8": "Budi",
        "B8": "raja",
    }
    people = {place: value for place, value in people.items() if value}
    rows, flaws = read_list(xlsx({"A1": "bukan daftar"}, people, merged="B4:B7"))
    assert [(row.line, row.name, row.role, row.label) for row in rows] == [
        (4, "Sari", "mentee", "12"),
        (6, "Joko", "mentee", ""),
        (7, "Dewi", "mentee", ""),
    ]
    assert [flaw.line for flaw in flaws] == [8]
    assert "New 3" in rina.drops("peserta.xlsx", xlsx({"A1": "bukan daftar"}, people, merged="B4:B7"))


def test_a_workbook_that_calls_itself_csv_is_read_all_the_same(rina: Citizen) -> None:
    data = xlsx({"A1": "nama", "B1": "peran", "A2": "Sari", "B2": "mentee"})
    assert "New 1" in rina.drops("peserta.csv", data)


def test_a_workbook_that_unpacks_to_too_much_is_refused(rina: Citizen) -> None:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as book:
        book.writestr("xl/worksheets/sheet1.xml", b" " * (MOST_UNPACKED + 1))
    assert len(written.getvalue()) < 100_000
    assert "holds too much" in rina.drops("bom.xlsx", written.getvalue())


def test_a_cell_far_out_is_named(rina: Citizen) -> None:
    head = {"A1": "nama", "B1": "peran", "A2": "Sari", "B2": "mentee"}
    assert "in cell A900000" in rina.drops("a.xlsx", far(xlsx(head), "A900000"))
    assert "in cell ZZZ3" in rina.drops("a.xlsx", far(xlsx(head), "ZZZ3"))


def test_a_sheet_of_nothing_is_empty(rina: Citizen) -> None:
    assert "is empty" in rina.drops("a.xlsx", xlsx({}))
