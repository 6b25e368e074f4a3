"""What `doctor` says of a set-up: of the database, on both kinds, and of Telegram, over real HTTP to the fake one."""

import os
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfoNotFoundError

import httpx
import pytest
from sqlalchemy import Connection, insert, text

from adapters.doctor import examine
from bot.findings import Finding, report
from bot.messages import Say, Value, When, say
from bot.talk.phrases import Phrases, Reader, load_phrases
from storage import migrate, tables
from storage.checkup import checkup, running
from storage.database import lock, open_database
from storage.office import create_programme
from storage.rows import table
from tests.fakes.telegram_server import FakeTelegram

NOW = datetime(2026, 11, 24, 2, 0, tzinfo=UTC)
PROMPTS = Path(__file__).parents[1] / "prompts"


@pytest.fixture(scope="module")
def phrases() -> Phrases:
    return load_phrases(PROMPTS)


def keys(findings: list[Finding], *levels: str) -> list[str]:
    return [finding.what.key for finding in findings if not levels or finding.level in levels]


# The database


@pytest.fixture
def rows(database_url: str) -> Iterator[Callable[..., None]]:
    """Write rows into a migrated database with one programme."""
    engine = open_database(database_url)
    migrate.upgrade(engine)

    def write(model: type[tables.Row], **row: Any) -> None:
        with engine.begin() as connection:
            connection.execute(insert(table(model)), row)

    with engine.begin() as connection:
        programme(connection)
    yield write
    engine.dispose()


def programme(connection: Connection) -> None:
    dates: tuple[date | None, date | None] = (None, None)
    create_programme(connection, "Beasiswa", "Asia/Jakarta", "id", *dates, organiser="", now=NOW)


def person(
    rows: Callable[..., None], number: int, zone: str = "Asia/Jakarta", standing: str = "active", **reach: str
) -> None:
    """A member with an account on each platform of `reach`."""
    rows(tables.Person, id=number, name="Sari", locale="id", zone=zone, about={}, created_at=NOW)
    rows(tables.Membership, person_id=number, programme_id=1, role="mentee", standing=standing, created_at=NOW)
    for platform, state in reach.items():
        account = {"external_id": str(number), "chat": str(number), "reach": state, "created_at": NOW}
        rows(tables.Account, person_id=number, platform=platform, **account)


def waits(rows: Callable[..., None], created: datetime, **more: Any) -> None:
    message = {"platform": "telegram", "chat": "5", "priority": 1, "screen": "{}", "created_at": created}
    rows(tables.Outbox, **(message | more))


def due(rows: Callable[..., None], number: int, at: datetime) -> None:
    row = {"kind": "checkin", "person_id": 1, "at": at, "planned": at, "anchor": at, "occurrence": str(number)}
    rows(tables.Due, **row)


def found(database_url: str, *levels: str) -> list[str]:
    """What there is to say of the tables; whether the bot runs is another matter."""
    findings = checkup(database_url, NOW, free=lambda _: 10**9)
    return [key for key in keys(findings, *levels) if key not in {"doctor-not-running", "doctor-running"}]


def test_a_healthy_database_has_nothing_to_see_to(rows: Callable[..., None], database_url: str) -> None:
    person(rows, 1, telegram="ok")
    rows(tables.Activity, person_id=1, programme_id=1, kind="RecordCheckin", at=NOW - timedelta(hours=1))
    waits(rows, NOW - timedelta(minutes=1))
    due(rows, 1, NOW + timedelta(days=1))
    assert found(database_url) == ["doctor-nothing-late", "doctor-last-activity"]
    assert Finding("ok", say("doctor-last-activity", at=When(NOW - timedelta(hours=1)))) in checkup(database_url, NOW)


def test_a_database_without_tables_says_so(database_url: str) -> None:
    open_database(database_url).dispose()
    assert found(database_url) == ["doctor-tables-missing"]


@pytest.mark.parametrize(("version", "key"), [("0000", "doctor-tables-newer"), (None, "doctor-tables-missing")])
def test_tables_of_another_version_are_told(
    rows: Callable[..., None], database_url: str, version: str | None, key: str
) -> None:
    engine = open_database(database_url)
    with engine.begin() as connection:
        connection.execute(text("DELETE FROM alembic_version"))
        if version:
            connection.execute(text("INSERT INTO alembic_version VALUES (:version)"), {"version": version})
    engine.dispose()
    assert found(database_url) == [key]


def test_a_set_up_without_a_programme_is_told_how_to_make_one(database_url: str) -> None:
    migrate.upgrade(database_url)
    assert found(database_url) == ["doctor-no-programme", "doctor-nothing-late", "doctor-no-activity"]


def test_zones_that_do_not_exist_are_named(rows: Callable[..., None], database_url: str) -> None:
    bad = {"slug": "b", "name": "B", "zone": "Asia/Bandung", "locale": "id", "created_at": NOW}
    rows(tables.Programme, **bad)
    person(rows, 1, zone="WIB")
    person(rows, 2, zone="Asia/Jayapura")
    findings = checkup(database_url, NOW)
    assert Finding("bad", say("doctor-programme-zone", name="B", zone="Asia/Bandung")) in findings
    assert Finding("bad", say("doctor-people-zone", n=1)) in findings


def test_people_who_cannot_be_reached_at_all_are_counted(rows: Callable[..., None], database_url: str) -> None:
    person(rows, 1, telegram="blocked")
    person(rows, 2, telegram="blocked", discord="gone")
    person(rows, 3, telegram="blocked", discord="ok")
    person(rows, 4, telegram="blocked", standing="left")
    person(rows, 5, telegram="ok")
    assert Finding("warn", say("doctor-unreachable", n=2)) in checkup(database_url, NOW)


def test_messages_that_wait_too_long_are_counted(rows: Callable[..., None], database_url: str) -> None:
    old = NOW - timedelta(hours=3)
    waits(rows, old)
    waits(rows, old + timedelta(hours=1))
    waits(rows, old, state="sent")
    waits(rows, old, not_before=NOW + timedelta(hours=1))
    waits(rows, old, expires=NOW - timedelta(hours=1))
    findings = checkup(database_url, NOW)
    assert Finding("warn", say("doctor-outbox-waiting", n=2, since=When(old))) in findings
    assert "doctor-nothing-late" not in keys(findings)


def test_reminders_that_nobody_fires_are_counted(rows: Callable[..., None], database_url: str) -> None:
    person(rows, 1, telegram="ok")
    for number, hours in enumerate((-5, -2, 3)):
        due(rows, number, NOW + timedelta(hours=hours))
    findings = checkup(database_url, NOW)
    assert Finding("warn", say("doctor-due-late", n=2, since=When(NOW - timedelta(hours=5)))) in findings


def test_an_operators_own_work_is_no_activity(rows: Callable[..., None], database_url: str) -> None:
    assert "doctor-no-activity" in found(database_url, "ok")


def test_a_database_server_that_is_away_is_told_without_its_password() -> None:
    findings = checkup("postgresql://tuntun:s3cret@127.0.0.1:9/tuntun", NOW)
    assert keys(findings) == ["doctor-database-away"]
    assert "s3cret" not in str(findings)


# The file


def test_a_file_that_is_not_there_is_not_made(tmp_path: Path) -> None:
    findings = checkup(f"sqlite:///{tmp_path}/data/tuntun.db", NOW)
    assert keys(findings) == ["doctor-file-missing"]
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_others_can_read_is_closed_and_told(tmp_path: Path) -> None:
    file = tmp_path / "tuntun.db"
    migrate.upgrade(f"sqlite:///{file}")
    file.chmod(0o644)
    assert Finding("warn", say("doctor-file-open", file=str(file))) in checkup(f"sqlite:///{file}", NOW)
    assert file.stat().st_mode & 0o777 == 0o600
    assert "doctor-file-open" not in keys(checkup(f"sqlite:///{file}", NOW))


def test_a_disk_nearly_full_is_told_in_megabytes(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/tuntun.db"
    migrate.upgrade(url)
    assert Finding("bad", say("doctor-disk-full", mb=99)) in checkup(url, NOW, free=lambda _: 99_999_999)
    assert "doctor-disk-full" not in keys(checkup(url, NOW, free=lambda _: 100_000_000))


def test_a_bot_that_runs_on_the_file_is_no_error(tmp_path: Path) -> None:
    file = tmp_path / "tuntun.db"
    migrate.upgrade(f"sqlite:///{file}")
    held = lock(file)
    findings = checkup(f"sqlite:///{file}", NOW)
    assert Finding("ok", say("doctor-running", file=str(file))) in findings
    assert running(file)
    held.close()
    assert Finding("warn", say("doctor-not-running", file=str(file))) in checkup(f"sqlite:///{file}", NOW)
    lock(file).close()  # doctor does not keep it
    assert not running(None)


def test_a_damaged_file_is_told(tmp_path: Path) -> None:
    file = tmp_path / "tuntun.db"
    migrate.upgrade(f"sqlite:///{file}")
    with file.open("r+b") as pages:
        pages.seek(4096 * 3)
        pages.write(os.urandom(4096 * 5))
    assert "doctor-damaged" in keys(checkup(f"sqlite:///{file}", NOW), "bad")


def test_a_file_that_is_no_database_is_told(tmp_path: Path) -> None:
    file = tmp_path / "tuntun.db"
    file.write_text("my diary " * 1000)
    findings = checkup(f"sqlite:///{file}", NOW)
    assert Finding("bad", say("doctor-damaged", why="file is not a database")) in findings


@contextmanager
def nobody() -> Iterator[Path]:
    """A folder of ours, seen with another account's eyes: root may write everywhere."""
    with tempfile.TemporaryDirectory() as name:
        yield Path(name)


@pytest.mark.skipif(not hasattr(os, "seteuid"), reason="accounts are told apart otherwise there")
@pytest.mark.parametrize("closed", ["folder", "file"])
def test_a_place_that_cannot_be_written_is_told(closed: str) -> None:
    with nobody() as folder:
        file = folder / "tuntun.db"
        migrate.upgrade(f"sqlite:///{file}")
        folder.chmod(0o777 if closed == "file" else 0o555)
        file.chmod(0o444 if closed == "file" else 0o666)
        us = os.geteuid()
        if us == 0:
            os.seteuid(65534)
        try:
            findings = checkup(f"sqlite:///{file}", NOW)
            assert not running(file)
        finally:
            os.seteuid(us)
            folder.chmod(0o700)
    assert findings == [Finding("bad", say("doctor-file-unwritable", file=str(file)))]


# Telegram


@pytest.fixture
def server() -> Iterator[FakeTelegram]:
    with FakeTelegram() as server:
        yield server


def clock() -> datetime:
    return datetime.now(UTC)


async def asked(server: FakeTelegram, token: str | None = None, **more: Any) -> list[Finding]:
    told: dict[str, Any] = {"now": clock, "patience": 1.2, "api": server.base_url.removesuffix("/bot")}
    return await examine(token or server.token, **(told | more))


async def test_a_bot_that_is_well(server: FakeTelegram) -> None:
    findings = await asked(server)
    assert keys(findings) == ["doctor-clock-right", "doctor-telegram-ok", "doctor-only-poller"]
    assert Finding("ok", say("doctor-telegram-ok", bot="tuntun_bot")) in findings
    assert keys(findings, "warn", "bad") == []


async def test_looking_takes_no_message_away(server: FakeTelegram) -> None:
    sari = server.person(5_000_000_001, "Sari")
    sari.starts()
    sari.writes("halo")
    assert keys(await asked(server), "warn", "bad") == []
    assert len(server.updates.pending) == 2


@pytest.mark.parametrize("token", [None, ""])
async def test_a_missing_token_is_told(token: str | None) -> None:
    assert keys(await examine(token, clock)) == ["doctor-token-missing"]
    assert await examine(token, clock, alone=False) == []


@pytest.mark.parametrize("token", ["your-token", "123456", "123:abc def", "MTIz.abc.def", "123:abc/../x", "١٢٣:abc"])
async def test_what_is_no_token_is_not_sent_anywhere(server: FakeTelegram, token: str) -> None:
    assert keys(await asked(server, token)) == ["doctor-token-shape"]
    assert server.refused == []


async def test_a_token_that_telegram_refuses_is_told(server: FakeTelegram) -> None:
    assert keys(await asked(server, "7000000001:old-one")) == ["doctor-clock-right", "doctor-token-refused"]


async def test_a_second_program_with_the_token_is_seen(server: FakeTelegram) -> None:
    """It asks for updates again as soon as we have ended its long poll, and so ends ours."""
    over = threading.Event()

    def poll() -> None:
        with httpx.Client(base_url=f"{server.base_url}{server.token}/", timeout=10) as client:
            while not over.is_set():
                client.post("getUpdates", json={"timeout": 2})
                over.wait(0.2)

    other = threading.Thread(target=poll)
    other.start()
    try:
        findings = await asked(server, patience=3)
        assert keys(findings, "bad") == ["doctor-second-poller"]
        assert keys(await asked(server, running=True)) == [
            "doctor-clock-right",
            "doctor-telegram-ok",
            "doctor-poller-unknown",
        ]
    finally:
        over.set()
        other.join()


async def test_a_webhook_is_seen(server: FakeTelegram) -> None:
    async with httpx.AsyncClient(base_url=f"{server.base_url}{server.token}/") as client:
        await client.post("setWebhook", json={"url": "https://elsewhere.example/hook?secret=1"})
    assert Finding("warn", say("doctor-webhook", host="elsewhere.example")) in await asked(server)


@pytest.mark.parametrize("kind", ["500", "502_html"])
async def test_trouble_at_telegram_is_not_blamed_on_the_token(server: FakeTelegram, kind: Any) -> None:
    server.fault("getMe", kind=kind)
    assert keys(await asked(server), "warn", "bad") == ["doctor-telegram-trouble"]


async def test_no_network_is_told_without_the_token(server: FakeTelegram) -> None:
    with server.outage():
        findings = await asked(server)
    assert keys(findings) == ["doctor-no-network"]
    assert server.token not in str(findings)


async def test_the_login_page_of_a_campus_is_no_telegram() -> None:
    class Login(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            self.send_response(200)
            self.end_headers()
            self.wfile.write(b"<html>Please sign in</html>")

        def log_message(self, format: str, *args: Any) -> None:
            """Nothing: the test's output is the test's."""

    with HTTPServer(("127.0.0.1", 0), Login) as page:
        thread = threading.Thread(target=page.handle_request)
        thread.start()
        findings = await examine("7:a", clock, api=f"http://127.0.0.1:{page.server_port}")
        thread.join()
    assert keys(findings) == ["doctor-no-network"]


@pytest.mark.parametrize(
    ("off", "finding"),
    [
        (timedelta(seconds=20), Finding("ok", say("doctor-clock-right"))),
        (timedelta(minutes=7, seconds=10), Finding("bad", say("doctor-clock-ahead", minutes=7))),
        (timedelta(minutes=-61, seconds=-30), Finding("bad", say("doctor-clock-behind", minutes=61))),
        (timedelta(days=-3650, seconds=-30), Finding("bad", say("doctor-clock-behind", minutes=5256000))),
    ],
)
async def test_a_clock_is_held_against_telegrams(server: FakeTelegram, off: timedelta, finding: Finding) -> None:
    assert finding in await asked(server, running=True, now=lambda: clock() + off)


async def test_a_machine_without_time_zones_is_told(server: FakeTelegram) -> None:
    def nowhere(name: str) -> object:
        raise ZoneInfoNotFoundError(name)

    assert keys(await asked(server, running=True, zone=nowhere), "bad") == ["doctor-zones-missing"]


# In words


SAMPLES = [
    Finding("bad", say("doctor-disk-full", mb=42)),
    Finding("ok", say("doctor-nothing-late")),
    Finding("warn", say("doctor-unreachable", n=3)),
]


def test_a_report_ends_with_what_matters_most(phrases: Phrases) -> None:
    assert report(SAMPLES, phrases, Reader("id", "Asia/Jakarta", NOW)).splitlines() == [
        "✓ Tidak ada pesan atau pengingat yang tertahan.",
        "! 3 orang tidak bisa dihubungi bot. Kirimi mereka tautan bot Anda dan minta menekan Mulai.",
        "✗ Ruang disk tinggal 42 MB. Pindahkan berkas lain: kalau penuh, jawaban peserta tidak tersimpan.",
        "",
        "2 hal perlu Anda lihat; langkahnya ada di atas.",
    ]


def test_a_report_without_trouble_says_so(phrases: Phrases) -> None:
    told = report(SAMPLES[1:2], phrases, Reader("en", "Asia/Jakarta", NOW))
    assert told == "✓ No messages or reminders are stuck.\n\nAll is well."


def test_every_finding_can_be_said_in_both_languages(phrases: Phrases) -> None:
    """Each with every value it may need; what is wrong always says what to do."""
    words = {"file": "/data/tuntun.db", "why": "it's <gone>", "name": "B", "zone": "WIB", "host": "elsewhere.example"}
    numbers = {"n": 2, "mb": 42, "code": 502, "minutes": 7}
    values: dict[str, Value] = {**words, **numbers, "bot": "tuntun_bot", "at": When(NOW), "since": When(NOW)}
    source = (PROMPTS / "id" / "office.ftl").read_text(encoding="utf-8")
    names = [line.split(" =")[0] for line in source.splitlines() if line.startswith("doctor-")]
    assert len(names) > 35
    for locale in ("id", "en"):
        reader = Reader(locale, "Asia/Jakarta", NOW)
        for name in names:
            told = phrases.plain(Say(name, values), reader)
            assert "{" not in told
            assert len(told) < 210


def test_doctor_runs_in_a_process_of_its_own(tmp_path: Path) -> None:
    """While the bot holds the file in another."""
    file = tmp_path / "tuntun.db"
    migrate.upgrade(f"sqlite:///{file}")
    held = lock(file)
    script = f"from pathlib import Path\nfrom storage.checkup import running\nprint(running(Path({str(file)!r})))"
    said = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, timeout=60)
    held.close()
    assert said.stdout == "True\n"
