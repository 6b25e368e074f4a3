"""Every command as an operator types it, in a process of its own: what it prints, and how it ends."""

from __future__ import annotations

import csv
import re
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tests.fakes.telegram_server import FakeTelegram
from tests.house.sources import ROOT
from tests.machine import PATIENT, TOKEN, Machine

pytestmark = pytest.mark.slow

LINK = re.compile(r"https://t\.me/tuntun_bot\?start=([\w-]+)")


@pytest.fixture
def server() -> Iterator[FakeTelegram]:
    with FakeTelegram(TOKEN) as server:
        yield server


@pytest.fixture
def machine(server: FakeTelegram, tmp_path: Path) -> Iterator[Machine]:
    machine = Machine(tmp_path, server)
    yield machine
    machine.close()


def complaint(machine: Machine, *words: str, **settings: str) -> list[str]:
    """What a command says that can't do what it was asked to: a line a problem."""
    done = machine.bot(*words, **settings)
    assert (done.returncode, done.stdout) == (2, ""), done.stdout + done.stderr
    assert "Traceback" not in done.stderr
    return done.stderr.splitlines()


@pytest.mark.parametrize("words", [("run",), ("check",), ("doctor",), ("backup", "copy.db")])
def test_bad_settings_are_all_listed_in_plain_words(tmp_path: Path, words: tuple[str, ...]) -> None:
    bad = {"LOG_LEVEL": "loud", "TELEGRAM_API_URL": "ftp://x", "DATABASE_URL": "mysql://me:secret@x", "PROMPTS": "gone"}
    said = complaint(Machine(tmp_path), *words, **bad)
    assert {line.partition(":")[0] for line in said} == set(bad)
    assert len(said) == len(bad)
    assert not re.search(r"secret|pattern|validation|pydantic", "\n".join(said))


@pytest.mark.parametrize("words", [("run",), ("migrate",), ("replay", "1")])
def test_a_file_that_is_no_database_is_said_with_what_to_do(machine: Machine, words: tuple[str, ...]) -> None:
    machine.file.write_text("Dear diary, this is no database at all.\n" * 20)
    [said] = complaint(machine, *words)
    assert re.match(r"DATABASE_URL: .*file is not a database.*python -m bot doctor$", said)


def test_from_nothing_to_an_invitation_each_command_names_the_next(machine: Machine) -> None:
    assert machine.does("migrate") == "the database is up to date\n"
    assert machine.file.stat().st_mode & 0o777 == 0o600
    [said] = complaint(machine, "invite", "--role", "mentee")
    assert "python -m bot programme create NAME" in said
    dates = ("--from", "2026-12-02", "--until", "2026-12-01")
    bad = complaint(machine, "programme", "create", "X", "--zone", "Jakarta", *dates)
    assert [line.partition(":")[0] for line in bad] == ["--zone", "--until"]
    assert "Asia/Jakarta" in bad[0]
    made = machine.does("programme", "create", "Beasiswa 2026", "--organiser", "Yayasan Cahaya")
    _, _, following = made.strip().partition("python -m bot ")
    invited = machine.does(*following.split())
    token = LINK.search(invited)
    assert token
    assert f"token:    {token[1]}\n" in invited
    assert f"discord:  /link {token[1]}\n" in invited


def test_a_list_of_people_becomes_links_and_a_second_time_nobody_gets_another(machine: Machine) -> None:
    """A bad line is told with its number and does not stop the others."""
    machine.does("programme", "create", "Beasiswa 2026")
    (machine.folder / "people.csv").write_text("nama,peran\nSari,mentee\nBudi,mentor\nYosef,raja\n", encoding="utf-8")
    done = machine.bot("import", "people.csv")
    rows = list(csv.DictReader(done.stdout.splitlines()))
    assert (done.returncode, [row["name"] for row in rows]) == (2, ["Sari", "Budi"])
    assert all(LINK.fullmatch(row["link"]) for row in rows)
    assert re.search(r"line 4: .*'raja'", done.stderr)
    again = list(csv.DictReader(machine.bot("import", "people.csv").stdout.splitlines()))
    assert [row["link"] for row in again] == ["", ""]
    assert [said.partition(":")[0] for said in complaint(machine, "import", "nowhere.csv")] == ["nowhere.csv"]


def test_two_who_have_joined_become_a_pair_once(machine: Machine) -> None:
    machine.people("Sari", mentor="Budi")
    assert machine.does("pair", "Budi", "Sari") == "Budi is now Sari's mentor (programme mentoring-beasiswa-2026).\n"
    assert "already" in machine.does("pair", "budi", "SARI")
    assert [said.partition(":")[0] for said in complaint(machine, "pair", "Budi", "Sarah")] == ["Sarah"]


def test_a_stored_conversation_runs_again_and_shows_where_it_stands(server: FakeTelegram, machine: Machine) -> None:
    [sari] = machine.people("Sari")
    machine.comes()
    sari.writes("/checkin")
    sari.sees("sejauh mana", PATIENT)
    sari.taps("50%")
    asked = sari.sees("Gimana rasanya", PATIENT)
    number = str(asked.buttons[0].data).split(":")[1]
    assert machine.does("replay", number).splitlines() == ["checkin", "percent-1 = 50", "open: mood"]
    assert complaint(machine, "replay", "999") == ["999: there is no open conversation of this number"]


def test_a_running_bot_is_copied_examined_and_invited_to(server: FakeTelegram, machine: Machine) -> None:
    """Beside it, without disturbing it: a copy that is whole, a doctor who is content, a link that works at once."""
    machine.people("Sari", "Yosef")
    machine.comes()
    assert machine.does("backup", "copy.db") == "backed up to copy.db\n"
    copy = machine.folder / "copy.db"
    with closing(sqlite3.connect(copy)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("SELECT count(*) FROM goal").fetchone() == (2,)
    assert copy.stat().st_mode & 0o777 == 0o600
    assert "is there already" in complaint(machine, "backup", "copy.db")[0]
    examined = machine.does("doctor")
    assert "@tuntun_bot" in examined
    assert TOKEN.partition(":")[2] not in examined
    token = LINK.search(machine.does("invite", "--role", "mentee"))
    assert token
    dewi = server.person(6_000_000_009, "Dewi")
    dewi.starts(token[1])
    dewi.sees("Mentoring Beasiswa 2026", PATIENT)
    assert {refused.code for refused in server.refused} <= {400}


def test_the_doctor_says_what_is_wrong_and_ends_with_1(server: FakeTelegram, tmp_path: Path) -> None:
    done = Machine(tmp_path, server, TELEGRAM_TOKEN=TOKEN[:-3] + "xyz").bot("doctor")
    assert (done.returncode, done.stderr) == (1, "")
    assert "Telegram refuses this token" in done.stdout
    assert TOKEN[:-3] not in done.stdout


def test_words_forms_and_plans_are_checked_with_file_and_place(tmp_path: Path) -> None:
    """All of ours are well; of a copy with mistakes, every one is told at once."""
    machine = Machine(tmp_path)
    assert machine.does("check") == "words, forms and plans: all well\n"
    prompts = tmp_path / "prompts"
    shutil.copytree(ROOT / "prompts", prompts)
    words = (prompts / "en" / "common.ftl").read_text(encoding="utf-8")
    (prompts / "en" / "common.ftl").write_text(words.replace("apology =", "apologies ="), encoding="utf-8")
    (prompts / "plans" / "default.toml").write_text('name = "default"\nbudget = "many"\n', encoding="utf-8")
    said = complaint(machine, "check", PROMPTS=str(prompts))
    for place, what in (("en", "apology"), ("en/common.ftl", "apologies"), ("plans/default.toml", "budget")):
        assert any(f"prompts/{place}" in line and what in line for line in said), said


def test_without_token_and_terminal_the_transcript_of_readme_is_played(tmp_path: Path) -> None:
    """The same lines piped into `chat` say the same."""
    machine = Machine(tmp_path)
    played = machine.does("run")
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert re.search(r"```console\n\$ make run\n(.*?)\n```", readme, re.DOTALL)[1].strip() == played.strip()  # type: ignore[index]
    script = (ROOT / "prompts" / "demo.txt").read_text(encoding="utf-8")
    assert machine.does("chat", said=script) == played
    assert list(tmp_path.iterdir()) == []


def test_what_is_no_command_is_answered_with_those_there_are(tmp_path: Path) -> None:
    said = "\n".join(complaint(Machine(tmp_path), "frobnicate"))
    assert all(name in said for name in ("run", "chat", "check", "migrate", "invite", "pair", "import", "doctor"))
