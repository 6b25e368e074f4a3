"""A newcomer's first programme in the terminal, as a coordinator sees it: forty people from a spreadsheet, matched, and
four months in which they live by themselves.

Each run plays the beginning; FOUR_MONTHS=full in the environment plays all of it, in about a minute. WRITE_GOLDEN=1
writes anew what is played; read it before it is kept.
"""

from __future__ import annotations

import asyncio
import csv
import io
import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from xlsxwriter import Workbook

from bot.__main__ import play
from bot.commands import by_name
from bot.settings import Settings

GOLDEN = Path(__file__).with_name("golden")
DOCS = Path(__file__).parent.parent
MENTEES = (
    "Andi Saputra,Bintang Pratiwi,Citra Wijaya,Dewi Nugroho,Eka Lestari,Fajar Hidayat,Gita Santoso,Hana Manurung,"
    "Indah Siregar,Joko Tanaka,Kartika Kusuma,Lestari Halim,Made Rahma,Nina Putra,Oka Saputra,Putri Pratiwi,"
    "Rangga Wijaya,Siti Nugroho,Tono Lestari,Umi Hidayat,Vina Santoso,Wahyu Manurung,Yuni Siregar,Zaki Tanaka,"
    "Agus Kusuma,Bayu Halim"
)
MENTORS = (
    "Bambang Rahma,Clara Putra,Dharma Halim,Erna Lestari,Ferry Tanaka,Grace Kusuma,Hendra Wijaya,Irma Nugroho,"
    "Johan Siregar,Kirana Santoso,Lukman Hidayat,Mega Pratiwi,Nanda Saputra,Olivia Manurung"
)
PEOPLE = [(name, "mentee") for name in MENTEES.split(",")] + [(name, "mentor") for name in MENTORS.split(",")]
WRONG = [*PEOPLE[:3], ("", "mentee"), *PEOPLE[4:10], ("Kartika Kusuma", "guru"), *PEOPLE[11:20], ("Vina Santoso", "")]
BEGIN = {
    "id": """
        /as Rina
        /program baru Mentoring Kupang 2027
        [WITA]
        [Sen 30 Nov]
        31 Maret 2027
        [Ya]
        [undangan]
        [Buat program]
        /file salah.csv
        [Batal]
        /file orang.csv
        [Undang 40]
        [Buka pendaftaran]
        [Buka pendaftaran]
        /join
        /cocokkan
        [Cocokkan semua]
        [Paling cocok]
        [Lihat draf]
        [1. ]
        [Kunci]
        [2. ]
        [Lepas]
        [Hitung lagi]
        [Paling cocok]
        [Lihat draf]
        [Terbitkan]
        [Ya, terbitkan]
        /time +3d
        /perlu_perhatian""",
    "en": """
        /as Rina
        /language
        [English]
        /programme new Mentoring Kupang 2027
        [WITA]
        [Mon 30 Nov]
        31 March 2027
        [Yes]
        [invitation]
        [Create]
        /file wrong.csv
        [Cancel]
        /file people.xlsx
        [Invite 40]
        [Open it]
        [Open it]
        /join
        /match
        [Match everybody]
        [Best fit]
        [See the draft]
        [1. ]
        [Lock]
        [2. ]
        [Drop]
        [the rest]
        [Best fit]
        [See the draft]
        [Publish]
        [Yes, publish]
        /time +3d
        /at_risk""",
}
THEN = {
    "id": """
        /time +4d
        /perlu_perhatian
        /statistik
        /time +3w
        /perlu_perhatian
        [1. ]
        [Sapa keduanya]
        /perlu_perhatian
        [2. ]
        [Biarkan]
        [1 minggu]
        [Lewati]
        /statistik
        /time +4w
        /perlu_perhatian
        /kotak_masuk
        [1]
        /time +4w
        /perlu_perhatian
        /statistik
        /statistik grafik
        /time +4w
        /perlu_perhatian
        /statistik
        /statistik corong
        /statistik tujuan
        /statistik mentor
        /pasangan
        /kartu_pasangan Andi
        /ringkasan
        /ekspor
        [Buat file zip]
        /jejak""",
    "en": """
        /time +4d
        /at_risk
        /stats
        /time +3w
        /at_risk
        [1. ]
        [Nudge both]
        /at_risk
        [2. ]
        [Fine]
        [1 week]
        [Skip]
        /stats
        /time +4w
        /at_risk
        /inbox
        [1]
        /time +4w
        /at_risk
        /stats
        /stats chart
        /time +4w
        /at_risk
        /stats
        /stats funnel
        /stats goals
        /stats mentors
        /pairs
        /pair Andi
        /digest
        /export
        [Make the zip]
        /audit""",
}


def put_down(folder: Path) -> None:
    """The spreadsheets as people have them: from one with three mistakes, as CSV and as XLSX."""
    for name, heads, rows in (
        ("salah.csv", ("nama", "peran"), WRONG),
        ("orang.csv", ("nama", "peran"), PEOPLE),
        ("wrong.csv", ("Name", "Role"), WRONG),
    ):
        written = io.StringIO()
        csv.writer(written).writerows([heads, *rows])
        (folder / name).write_text(written.getvalue(), encoding="utf-8")
    with Workbook(str(folder / "people.xlsx")) as book:
        sheet = book.add_worksheet()
        for number, row in enumerate([("Name", "Role"), *PEOPLE]):
            sheet.write_row(number, 0, row)


def lines(locale: str, folder: Path, *, full: bool) -> Iterator[str]:
    """What is typed."""
    for line in (BEGIN[locale] + (THEN[locale] if full else "")).strip().splitlines():
        yield line.strip().replace("/file ", f"/file {folder}/") + (" " if line.endswith(" ") else "")


def tidied(text: str) -> str:
    """Without what differs from computer to computer: where files lie."""
    story = text[text.index("Rina> ") :]
    return re.sub(r"(/file |\(file: )\S*/", r"\1", story).strip() + "\n"


@pytest.mark.parametrize("locale", ["id", "en"])
def test_the_first_programme_is_as_it_was_read(tmp_path: Path, capsys: pytest.CaptureFixture[str], locale: str) -> None:
    """From an empty programme to "which pairs need me today?" in one command."""
    full = os.environ.get("FOUR_MONTHS") == "full"
    put_down(tmp_path)
    asyncio.run(play(Settings(_env_file=None), tmp_path, lines(locale, tmp_path, full=full), echo=True))
    told = tidied(capsys.readouterr().out)
    path = GOLDEN / f"four-months-{locale}.txt"
    assert "(no such" not in told
    if not full:
        known = path.read_text(encoding="utf-8")
        told += known[known.index(f"\nRina> {THEN[locale].split()[0]} +4d") :]
    if os.environ.get("WRITE_GOLDEN"):
        path.write_text(told, encoding="utf-8")
    assert told == path.read_text(encoding="utf-8"), "if that reads well: see the top of this file"


@pytest.mark.parametrize(
    ("page", "locale"), [("docs/pertama.md", "id"), ("docs/first-programme.md", "en"), ("README.md", "en")]
)
def test_what_newcomers_read_names_commands_and_buttons_that_there_are(page: str, locale: str) -> None:
    """Commands that work, and buttons as the transcript has them."""
    text = (DOCS / page).read_text(encoding="utf-8")
    text = (
        text[text.index("## Your first programme") : text.index("## Start a programme")]
        if page == "README.md"
        else text
    )
    typed = set(re.findall(r"`/(\w+)", text)) - {"as", "file", "join", "time"}
    assert typed
    assert typed <= set(by_name())
    story = (GOLDEN / f"four-months-{locale}.txt").read_text(encoding="utf-8")
    taps = re.findall(r"\[([^\]]+)\](?!\()", text)
    assert taps
    assert [label for label in taps if f"[{label}]" not in story] == []
