"""The bot as an operator runs it: the real process, a Telegram over real HTTP, a SQLite file, real time."""

from __future__ import annotations

import urllib.request
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from storage import tables
from tests.fakes.telegram_faults import Kind
from tests.fakes.telegram_server import FakeTelegram
from tests.machine import MENTEE, PATIENT, TOKEN, Machine, sent

pytestmark = pytest.mark.slow


@pytest.fixture
def server() -> Iterator[FakeTelegram]:
    with FakeTelegram(TOKEN) as server:
        yield server


@pytest.fixture
def machine(server: FakeTelegram, tmp_path: Path) -> Iterator[Machine]:
    machine = Machine(tmp_path, server)
    yield machine
    machine.close()


def test_a_wrong_token_is_said_in_a_sentence_and_ends_with_2(server: FakeTelegram, tmp_path: Path) -> None:
    wrong = TOKEN[:-3] + "xyz"
    done = Machine(tmp_path, server, TELEGRAM_TOKEN=wrong).bot("run")
    assert done.returncode == 2
    assert done.stderr.splitlines()[-1].startswith("TELEGRAM_TOKEN: Telegram refuses this token")
    assert "Traceback" not in done.stderr
    assert wrong not in done.stdout + done.stderr


def test_a_second_process_on_the_same_file_says_so_and_the_first_goes_on(
    server: FakeTelegram, machine: Machine
) -> None:
    machine.comes()
    second = machine.bot("run")
    assert (second.returncode, "another Tuntun is running on this file" in second.stderr) == (2, True)
    stranger = server.person(MENTEE, "Sari")
    stranger.writes("halo")
    stranger.sees(timeout=PATIENT)
    assert {refused.code for refused in server.refused} <= {400}


def test_told_to_end_it_sends_what_it_owes_and_is_gone_within_five_seconds(
    server: FakeTelegram, machine: Machine
) -> None:
    """Forty people have just written: more than a second's worth of answers, and none waits for the next start."""
    crowd = [server.person(MENTEE + number, f"Orang {number}") for number in range(40)]
    machine.comes()
    for person in crowd:
        person.writes("halo")
    server.wait_confirmed(PATIENT)
    asked = datetime.now(UTC)
    life = machine.stops()
    assert datetime.now(UTC) - asked < timedelta(seconds=5)
    assert life.code == 0
    assert [len(person.received) for person in crowd] == [1] * len(crowd)
    assert {row.state for row in machine.rows(tables.Outbox)} == {"sent"}
    assert "Traceback" not in machine.log


def test_told_to_end_while_telegram_is_away_it_ends_too(server: FakeTelegram, machine: Machine) -> None:
    """Before it has come up, as well as later."""
    with server.outage():
        machine.starts()
        machine.says("can't be reached")
        assert machine.stops().code == 0
    assert "Traceback" not in machine.log


def test_answers_given_while_the_bot_was_down_are_handled_in_order_once(server: FakeTelegram, machine: Machine) -> None:
    """And when Telegram delivers all of it again, nothing changes."""
    [sari] = machine.people("Sari")
    machine.comes()
    sari.writes("/checkin")
    sari.sees("sejauh mana", PATIENT)
    assert machine.stops().code == 0
    for answer in ("50", "4", "kirim draf", "sampai jumpa"):
        sari.writes(answer)
    machine.comes()
    sari.sees("Tercatat", PATIENT)
    before, handled = sent(server), len(machine.rows(tables.Seen))
    assert server.redeliver() >= 5
    server.wait_confirmed(PATIENT)
    assert sent(server) == before
    assert len(machine.rows(tables.Seen)) == handled
    [week], [told] = machine.rows(tables.Checkin), machine.rows(tables.Progress)
    assert (week.mood, week.next_step, week.for_mentor, told.percent) == (4, "kirim draf", "sampai jumpa", 50)


def test_after_three_hours_down_there_is_one_reminder_and_it_says_so(server: FakeTelegram, machine: Machine) -> None:
    """One that is due now is not marked, and one that is past its use is not sent at all."""
    sari, yosef, dewi = machine.people("Sari", "Yosef", "Dewi")
    now = datetime.now(UTC)
    machine.plans_checkin(sari, now - timedelta(hours=3))
    machine.plans_checkin(yosef, now)
    machine.plans_checkin(dewi, now - timedelta(days=4))
    machine.comes()
    assert "maaf terlambat" in sari.sees("heck-in minggu ini", PATIENT).text
    assert "maaf terlambat" not in yosef.sees("heck-in minggu ini", PATIENT).text
    assert sent(server) == 2
    assert dewi.received == []
    coming = {row.person_id: row.at for row in machine.rows(tables.Due, kind="checkin")}
    assert len(coming) == 3
    assert all(datetime.now(UTC) < at < datetime.now(UTC) + timedelta(days=8) for at in coming.values())


def test_a_reminder_comes_at_its_moment_and_is_answered_in_one_tap(server: FakeTelegram, machine: Machine) -> None:
    """The row was planned by another hand while the bot was down; the clock finds it without being told."""
    [sari] = machine.people("Sari")
    planned = datetime.now(UTC) + timedelta(seconds=6)
    machine.plans_checkin(sari, planned)
    machine.comes()
    reminder = sari.sees("heck-in minggu ini", PATIENT)
    assert datetime.now(UTC) >= planned
    assert "maaf terlambat" not in reminder.text
    sari.taps("50%")
    sari.sees("Gimana rasanya", PATIENT)


def test_who_blocks_the_bot_is_left_alone_and_the_coordinator_hears_of_it_once(
    server: FakeTelegram, machine: Machine
) -> None:
    """Telegram tells it at once, or with the next message; whoever comes back is written to again."""
    sari, yosef, rina = machine.people("Sari", "Yosef", coordinator="Rina")
    machine.plans_checkin(yosef, datetime.now(UTC) - timedelta(minutes=1))
    yosef.blocked = True
    machine.comes()
    sari.blocks()
    rina.sees("Yosef", PATIENT)
    rina.sees("Sari", PATIENT)
    sent(server)
    assert len(rina.received) == 2
    reach = {row.external_id: row.reach for row in machine.rows(tables.Account)}
    assert (reach[str(sari.id)], reach[str(yosef.id)], reach[str(rina.id)]) == ("blocked", "blocked", "ok")
    sari.starts()
    sari.sees(timeout=PATIENT)
    assert machine.rows(tables.Account, external_id=str(sari.id))[0].reach == "ok"


def test_the_menu_of_commands_follows_language_and_role(server: FakeTelegram, machine: Machine) -> None:
    """Everybody's at the start, in the language of their app; one's own once it is known who one is."""
    sari, rina = machine.people("Sari", coordinator="Rina")
    machine.comes()
    menus = server.profile.commands
    server.wait_for(lambda _: ("default", "en") in menus, PATIENT)
    names = {key: [command["command"] for command in commands] for key, commands in menus.items()}
    assert names["default", ""] == names["default", "id"] != names["default", "en"]
    assert ("kemajuan" in names["default", "id"], "progress" in names["default", "en"]) == (True, True)
    sari.writes("/language english")
    sari.sees(timeout=PATIENT)
    rina.writes("/bahasa inggris")
    rina.sees(timeout=PATIENT)
    own = [(f"chat:{person.id}", "") for person in (sari, rina)]
    server.wait_for(lambda _: all(key in menus for key in own), PATIENT)
    mentees, coordinators = ([command["command"] for command in menus[key]] for key in own)
    assert mentees == names["default", "en"]
    assert "checkin" not in coordinators


TROUBLES: tuple[Kind, ...] = ("500", "502_html", "bad_json", "cut_before", "cut_after", "429", "400_parse")


def test_no_trouble_shows_the_token_in_the_log_and_all_of_it_heals(server: FakeTelegram, machine: Machine) -> None:
    """Whatever goes wrong with Telegram is said in a line, without a traceback and without what people wrote."""
    crowd = [server.person(MENTEE + number, f"Orang {number}") for number in range(len(TROUBLES))]
    for person, kind in zip(crowd, TROUBLES, strict=True):
        server.fault("sendMessage", chat=person, kind=kind)
    machine.comes()
    for person in crowd:
        person.writes("halo")
    server.fault("getUpdates", kind="502_html")
    server.fault("getUpdates", kind="bad_json")
    server.wait_confirmed(PATIENT)
    for person in crowd:
        person.writes("halo lagi")
        person.sees(timeout=PATIENT)
    with server.outage():
        machine.says("ClientConnectorError")
    crowd[0].writes("masih di sana?")
    crowd[0].sees(timeout=PATIENT)
    server.fault("getUpdates", kind="401")
    crowd[0].writes("sampai jumpa")
    machine.says("revoked")
    assert machine.stops().code == 0
    for word in ("Traceback", server.token.partition(":")[2], "halo"):
        assert word not in machine.log


def test_a_second_program_with_the_token_is_said_and_when_it_is_gone_all_goes_on(
    server: FakeTelegram, machine: Machine
) -> None:
    """It gets our messages while it is there; none of them is lost to us."""
    machine.comes()
    with urllib.request.urlopen(f"{server.base_url}{server.token}/getUpdates?timeout=0", timeout=PATIENT) as answer:  # noqa: S310 - the fake
        assert answer.status == 200
    machine.says("another program reads messages with the same TELEGRAM_TOKEN")
    stranger = server.person(MENTEE, "Sari")
    stranger.writes("halo")
    stranger.sees(timeout=PATIENT)
    assert machine.log.count("another program") == 1
