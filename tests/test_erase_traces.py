"""Somebody who used everything asks for their removal: nothing of them is left in the whole file, in what others see,
in exports. Each word of theirs, and each about them, holds the same letters, which are then looked for."""

from __future__ import annotations

import json
import zipfile
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest

from bot.mentoring.stats_effects import AddStaffNote
from storage import tables
from storage.database import reading
from tests.exports import exported, fill
from tests.town import Citizen, Pair, Town

CANARY = "qzwx"
NAME = "Qzwxani"
ACCOUNT = "5000000100"  # as town.pair() numbers the mentee
MARKS = (CANARY, ACCOUNT)


def found(data: bytes) -> list[str]:
    """Which marks stand in bytes, however they are written."""
    texts = [data.lower(), data.replace(b"\x00", b"").lower()]
    return [mark for mark in MARKS if any(mark.encode() in each for each in texts)]


def in_file(town: Town, folder: Path) -> dict[str, list[str]]:
    """What of them stands in the database's files, byte for byte."""
    town.writer.stop()
    town.database.dispose()
    found_in = {path.name: found(path.read_bytes()) for path in folder.iterdir() if path.is_file()}
    town.restart()
    return {name: marks for name, marks in found_in.items() if marks}


def in_rows(town: Town) -> dict[str, list[str]]:
    """What of them stands in each table, with what is packed in files."""
    hits: dict[str, list[str]] = {}
    for name in tables.__all__:
        model: Any = getattr(tables, name)
        if not hasattr(model, "__table__"):
            continue
        for row in town.rows(model):
            text = " ".join(str(value) for value in row)
            packed = _unpacked(row.data) if model is tables.File else b""
            if marks := found(text.encode() + packed):
                hits.setdefault(name, []).append(f"{marks} in {text[:300]}")
    return hits


def _unpacked(data: bytes) -> bytes:
    if not data.startswith(b"PK"):
        return data
    with zipfile.ZipFile(BytesIO(data)) as packed:
        return b"".join(packed.read(name) for name in packed.namelist())


def person(town: Town, who: Citizen) -> int:
    return int(town.rows(tables.Account, external_id=who.account)[0].person_id)


def their_life(town: Town, pair: Pair, rina: Citizen) -> None:
    """Everything a mentee does, through the real conversations."""
    sari, budi = pair.mentee, pair.mentor
    sari.does("/checkin", "[75%]", f"{CANARY} draf pertama", "[3 biasa]", f"besok {CANARY}", f"bantu {CANARY}")
    sari.writes("/batal")
    sari.does(f"/catatan {CANARY} pribadi", "[Hanya untuk saya]")
    budi.does(f"/catatan {NAME} {CANARY} dari mentor", "[Hanya untuk saya]")
    sari.writes(f"/bilang halo {CANARY}")
    budi.writes(f"/bilang hai {NAME} {CANARY}")
    sari.does("/sesi", "Kamis 19.00", "[Selesai]", f"bahas {CANARY}", "[Kirim]")
    sari.does("/minta_bantuan", "[entor]", f"tolong {CANARY}")
    rina.does("[Open and answer]", "[Answer]", f"baik {NAME} {CANARY}")
    sari.does("[Balas]", f"terima kasih {CANARY}")
    sari.writes("/tautkan")
    sari.writes("/dataku")
    sari.does("/ganti_partner")
    sari.writes("/batal")
    rina.writes(f"/person {NAME}")
    rina.writes(f"/audit {NAME}")
    rina.writes(f"/pair {NAME}")
    rina.drops("peserta.csv", f"name,role,email\n{NAME},mentee,{CANARY}@x.id\nBaru,mentee,baru@x.id\n")
    town.apply(person(town, rina), AddStaffNote(pair.id, f"{NAME} {CANARY}"))


def what_is_left_open(town: Town, pair: Pair, rina: Citizen) -> None:
    """Conversations of others that know them, messages to others that wait, files of the desk."""
    sari, budi = person(town, pair.mentee), person(town, pair.mentor)
    rina.taps_data(f"go:write_to:{sari}")
    pair.mentor.writes("/bilang")
    exported(rina)
    programme = town.rows(tables.Programme)[0].id
    late = {"platform": "telegram", "person_id": budi, "chat": pair.mentor.account, "priority": 2, "kind": "pair"}
    words = json.dumps({"lines": [{"key": "x", "name": NAME}]})
    fill(town, tables.Outbox, late | {"state": "unreachable", "screen": words, "created_at": town.now})
    answers = {"score": 3, "words": f"{NAME} {CANARY} jarang datang", "why": "time"}
    form = {"person_id": budi, "about_id": sari, "programme_id": programme, "form": "pulse", "version": "1"}
    fill(town, tables.FormResponse, form | {"answers": answers, "at": town.now})
    parting = {"pair_id": pair.id, "person_id": budi, "reason": "time", "text": f"{NAME}", "until": town.now}
    fill(town, tables.Parting, parting | {"at": town.now})
    agreement = {"pair_id": pair.id, "person_id": budi, "answers": {"other": CANARY}, "terms": {"other": CANARY}}
    fill(town, tables.Agreement, agreement | {"answered_at": town.now})


@pytest.fixture
def told(town: Town) -> tuple[Town, Pair, Citizen]:
    rina = town.staff(locale="en")
    pair = town.pair("Budi", NAME, goal=f"Tujuan {CANARY}")
    their_life(town, pair, rina)
    what_is_left_open(town, pair, rina)
    return town, pair, rina


def test_nothing_of_somebody_who_is_erased_is_left_anywhere(told: tuple[Town, Pair, Citizen], tmp_path: Path) -> None:
    town, pair, rina = told
    before = in_rows(town)
    assert {"Person", "Goal", "HelpRequest", "Note", "StaffNote", "Upload", "File", "Conversation"} <= set(before)
    town.passes(hours=1)
    pair.mentee.does("/hapus", "[Lanjut menghapus]", "hapus")
    town.deliver()
    town.worker.drain()
    assert in_rows(town) == {}
    assert in_file(town, tmp_path) == {}
    assert all(not found(data) for data in exported(rina).values())


def test_what_is_nobodys_stays_for_the_figures(told: tuple[Town, Pair, Citizen]) -> None:
    """Totals count on: the pair, its session, the number of the answer about them."""
    town, pair, _ = told
    pair.mentee.does("/hapus", "[Lanjut menghapus]", "hapus")
    [answer] = town.rows(tables.FormResponse)
    assert answer.answers == {"score": 3, "why": "time"}
    assert [row.mentee_id for row in town.rows(tables.Pair)] == [None]
    assert town.rows(tables.Session)
    assert [row.person_id for row in town.rows(tables.Activity, kind="Erase")] == [None]


def test_the_others_go_on(told: tuple[Town, Pair, Citizen]) -> None:
    """Whoever was in the middle of something about them is told that it is over, and everything else works."""
    town, pair, rina = told
    pair.mentee.does("/hapus", "[Lanjut menghapus]", "hapus")
    for who in (pair.mentor, rina):
        for words in ("halo", "/help", "/batal", "/settings"):
            assert "apolog" not in who.writes(words).casefold()
            assert who.heard
    if town.database.dialect.name == "sqlite":  # PostgreSQL would have refused what refers to nobody
        with reading(town.database) as connection:
            assert connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall() == []
