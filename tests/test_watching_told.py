"""What is told of how the bot is doing: its numbers, the alerts about them, /status for owners, the log."""

from __future__ import annotations

import json
import logging
import re
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
import yaml
from prometheus_client.parser import text_string_to_metric_families

from adapters.courier import Courier
from adapters.web.metrics import Writing
from bot.logs import Structured, concerning
from bot.mentoring.status import Pulse
from bot.watching import Ear, Watchman
from storage import status, tables
from storage.rows import table
from tests.fakes.outbox import MemoryOutbox
from tests.fakes.telegram_server import FakeTelegram
from tests.house.sources import ROOT
from tests.machine import MENTEE, PATIENT, TOKEN, Machine
from tests.town import Town
from tests.watched import Ears, Ignores, asked, port, values

ALERTS = yaml.safe_load((ROOT / "docs" / "alerts.yml").read_text(encoding="utf-8"))["groups"][0]["rules"]


# The numbers of the database


def put(town: Town, model: type[tables.Row], *rows: dict[str, Any]) -> None:
    town.writer.do(lambda c: c.execute(table(model).insert(), list(rows))).result(10)


def message(town: Town, state: str, **more: Any) -> dict[str, Any]:
    return {
        "platform": "telegram",
        "chat": "1",
        "priority": 1,
        "screen": "{}",
        "state": state,
        "created_at": town.now,
    } | more


def test_what_waits_is_late_or_failed_is_counted(town: Town) -> None:
    sari = town.with_goal()
    person = town.rows(tables.Account, external_id=sari.account)[0].person_id
    ago = {"created_at": town.now - timedelta(seconds=90)}
    put(town, tables.Outbox, message(town, "waiting"), message(town, "waiting", priority=0, **ago))
    put(town, tables.Outbox, message(town, "waiting", not_before=town.now + timedelta(seconds=30), platform="discord"))
    put(town, tables.Outbox, message(town, "resting"), message(town, "refused"))
    row = {"kind": "x", "lane": "long", "args": {}, "at": town.now, "state": "failed", "done_at": town.now}
    put(town, tables.Job, row, row | {"done_at": town.now - timedelta(days=2)})
    late = dict.fromkeys(("at", "planned", "anchor"), town.now - timedelta(minutes=8))
    put(town, tables.Due, {"kind": "nudge", "person_id": person, "occurrence": "x", **late})
    town.writer.do(lambda c: c.execute(table(tables.Account).update().values(reach="blocked"))).result(10)
    with town.look() as connection:
        told = status.read_figures(connection, town.now)
    assert (told.waiting("waiting"), told.waiting("resting")) == (3, 1)
    assert told.oldest == {"telegram": 90.0, "discord": 0.0}
    assert (told.late, told.late_rows) == (480.0, 1)
    assert (("long", "failed", 1) in told.jobs, told.unreachable) == (True, (("telegram", "blocked", 1),))
    assert told.size > 100_000
    assert told.backup is None


def test_numbers_are_read_by_index_however_much_was_sent(town: Town) -> None:
    """No statement goes through all of the outbox, of the accounts or of what was done."""
    if town.database.dialect.name != "sqlite":
        pytest.skip("the plans of a PostgreSQL follow its statistics")
    statements: list[str] = []
    with town.look() as connection:
        raw = connection.connection.driver_connection
        assert raw is not None
        raw.set_trace_callback(statements.append)
        status.read_figures(connection, town.now)
        raw.set_trace_callback(None)
        plans = [
            step[3]
            for text in statements
            if text.startswith("SELECT")
            for step in raw.execute(f"EXPLAIN QUERY PLAN {text}").fetchall()
        ]
    assert plans
    assert not any("SCAN outbox" in plan or "SCAN account" in plan or "SCAN activity" in plan for plan in plans), plans


# Alerts


async def test_every_alert_is_about_numbers_that_are_told(town: Town) -> None:
    outbox = MemoryOutbox(lambda: town.now)
    courier = Courier(outbox, Ignores(), lambda _: pytest.fail("nothing is shown"), lambda: town.now)
    courier.counts["sent"] += 1
    watchman = Watchman("run", town.writer, town.database, lambda: town.now)
    watchman.couriers = [courier]
    watchman.hear([Ear("telegram", Ears(healthy=True), lambda: town.now)])
    town.writer.do(lambda c: c.execute(table(tables.Account).update().values(reach="blocked"))).result(10)
    put(town, tables.Activity, {"kind": status.BACKUP, "subject": "", "at": town.now})
    text = Writing().text(await watchman.numbers()).decode()
    told = {family.name for family in text_string_to_metric_families(text)}
    told |= set(re.findall(r"^# TYPE (\S+)", text, re.MULTILINE)) | values(text).keys() | {"up"}
    for rule in ALERTS:
        names = set(re.findall(r"\b(?:tuntun|process)_\w+|\bup\b", rule["expr"]))
        names = {re.sub(r"_bucket$", "", name) for name in names}
        assert names, rule["alert"]
        assert names <= told, (rule["alert"], names - told)
        assert rule["annotations"]["action"]
    documented = (ROOT / "docs" / "operations.md").read_text(encoding="utf-8")
    ours = {re.sub(r"_(bucket|count|sum|created)$", "", name) for name in values(text) if name.startswith("tuntun")}
    assert {name for name in ours if f"`{name}" not in documented} == set()


# /status


def beat(town: Town, *pulses: Pulse) -> None:
    for pulse in pulses:
        town.writer.do(lambda c: status.beat(c, pulse)).result(10)  # noqa: B023


@pytest.mark.parametrize(
    ("locale", "well", "none"), [("id", "Semua berjalan baik", "Belum pernah"), ("en", "All is well", "never")]
)
def test_status_says_first_whether_all_is_well(town: Town, locale: str, well: str, none: str) -> None:
    rina = town.staff(locale=locale)
    beat(town, Pulse("run", "0.1.0", town.now - timedelta(days=3), town.now, {"telegram": 0}))
    told = rina.writes("/status")
    assert told.splitlines()[1].startswith(well)
    assert re.search(r"3 (hari|days).*0\.1\.0", told)
    assert none in told or town.database.dialect.name == "postgresql"


def test_status_names_what_is_stuck_silent_or_late(town: Town) -> None:
    rina = town.staff(locale="en")
    stuck = {"telegram": 720, "courier discord": 61, "jobs long": 4000, "tick": 200, "writer": 90, "jobs quick": 0}
    old = town.now - timedelta(minutes=9)
    beat(town, Pulse("run", "1", town.now - timedelta(hours=2), town.now, stuck), Pulse("web h:1", "1", old, old, {}))
    put(
        town,
        tables.Outbox,
        message(
            town,
            "waiting",
            chat="nobody",
            not_before=None,
            created_at=town.now - timedelta(hours=1),
            platform="discord",
        ),
    )
    told = rina.writes("/status")
    assert "All is well" not in told
    for words in (
        "Receiving from Telegram has been stuck for 12 minutes",
        "Sending on Discord has been stuck for 1 minute.",
        "Work behind the scenes",
        "The reminder clock has been stuck for 3 minutes",
        "Saving data",
        "The process web h:1 hasn't been heard of since",
        "waiting to be sent for 1 hour",
        "run: running for 2 hours",
    ):
        assert words in told
    assert told.count("⚠️") == 7


def test_status_counts_the_unreachable_of_this_programme_alone(town: Town) -> None:
    rina = town.staff(locale="en")
    pair = town.pair()
    blocked = table(tables.Account).update().where(table(tables.Account).c.external_id == pair.mentee.account)
    town.writer.do(lambda c: c.execute(blocked.values(reach="blocked"))).result(10)
    told = rina.writes("/status")
    assert "Can't be reached in this programme: 1 person" in told
    assert "Sari" not in told
    assert "1 person" in rina.taps("Look again"), "again, with the numbers of then"


@pytest.mark.parametrize("role", ["coordinator", "viewer"])
def test_status_is_for_owners(town: Town, role: str) -> None:
    told = town.staff(role=role, locale="en").writes("/status")
    assert "How the bot is doing" not in told


# The log


def test_a_line_of_json_stays_json_whatever_it_holds() -> None:
    form = Structured([TOKEN, 's"ecret'])
    record = logging.LogRecord("x", 30, "f", 1, 'bot%s said s"ecret\nhttp://a:b@c', (TOKEN,), None)
    with concerning("telegram:812"):
        told = json.loads(form.format(record))
    assert (told["trace"], told["level"]) == ("telegram:812", "WARNING")
    assert told["text"] == "bot[…] said […]\nhttp://[…]@c"
    assert "trace" not in json.loads(form.format(record))


@pytest.mark.slow
def test_one_message_is_followed_from_its_update_to_its_delivery(tmp_path: Path) -> None:
    place = port()
    with FakeTelegram(TOKEN) as server:
        more = {"LOG_LEVEL": "DEBUG", "LOG_FORMAT": "json", "HEALTH_PORT": str(place)}
        machine = Machine(tmp_path, server, **more)
        try:
            machine.comes()
            sari = server.person(MENTEE, "Kenangasari")
            sari.writes("rahasia sekali")
            sari.sees(timeout=PATIENT)
            copy = machine.does("backup", str(tmp_path / "copy.db"))
            assert "backed up" in copy
            code, text = asked(f"http://127.0.0.1:{place}/healthz")
            assert (code, json.loads(text)["well"]) == (200, True), text
            found = values(asked(f"http://127.0.0.1:{place}/metrics")[1])
            machine.stops()
        finally:
            machine.close()
        lines = [json.loads(line) for line in machine.log.splitlines()]
    [event] = [row.event for row in machine.rows(tables.Seen)] if machine.file.exists() else []
    traced = [line["text"] for line in lines if line.get("trace") == f"telegram:{event}"]
    assert traced[0] == "a message is kept"
    assert any(re.fullmatch(r"telegram: message \d+: sent", line) for line in traced)
    assert found["tuntun_sends_total"][("sent", "telegram")] >= 1
    assert found["tuntun_updates_total"] == {("telegram",): 1.0}
    assert found["tuntun_last_backup_timestamp_seconds"][()] > 1.6e9
    for private in ("rahasia", "Kenangasari", str(MENTEE), TOKEN):
        assert private not in machine.log
