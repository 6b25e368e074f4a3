"""Several processes on one PostgreSQL: two that hear, two that work, two that could send, each killed in turn.

FLEET=full in the environment: thirty mentees and thirty kills, as it was measured for docs/operations.md.
"""

from __future__ import annotations

import os
import random
import secrets
import signal
import time
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import cycle
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text

from storage import office, tables
from tests.fakes.telegram_html import Json
from tests.fakes.telegram_server import FakeTelegram
from tests.fakes.telegram_webhook import Pusher
from tests.fleet import Fleet
from tests.machine import MENTEE, PATIENT, TOKEN
from tests.mentees import NAMES, Evening, Mentee
from tests.postgres import Server
from tests.test_kill import doubled, kept

pytestmark = [pytest.mark.slow, pytest.mark.postgres]

FULL = os.environ.get("FLEET") == "full"
PEOPLE, KILLS, STEPS = (30, 30, 28) if FULL else (3, 6, 16)  # the first 16 steps are enrolling
KEPT = {"person", "about", "consent", "membership"} | ({"goal", "step", "checkin", "progress"} if FULL else set())
PARTS = ("web1", "web2", "worker1", "worker2", "send1", "send2")
TWIN = str.maketrans("12", "21")
AT_ONCE = 12  # messages a courier sends at the same time
ROUND_TRIP = 0.04  # seconds Telegram takes
LONGEST = 400.0


@pytest.fixture
def server() -> Iterator[FakeTelegram]:
    with FakeTelegram(TOKEN) as server:
        for method in ("sendMessage", "editMessageText"):
            server.fault(method, times=None, kind="late", after=ROUND_TRIP)
        yield server


@pytest.fixture
def fleet(server: FakeTelegram, tmp_path: Path, postgres_server: Server, migrated: str) -> Iterator[Fleet]:
    name = postgres_server.create(migrated)
    fleet = Fleet(tmp_path, server, postgres_server.url(name))
    yield fleet
    fleet.close()
    postgres_server.drop(name)


def evenings(fleet: Fleet, server: FakeTelegram, count: int) -> dict[Evening, Mentee]:
    """A programme, and people with an evening before them: enrolment, a goal, a check-in."""
    now = datetime.now(UTC)
    with fleet.database.begin() as connection:
        office.create_programme(connection, "Beasiswa", "Asia/Jakarta", "id", None, None, "Yayasan Cahaya", now)
        tokens = [
            office.invite(connection, "mentee", None, 1, timedelta(days=14), secrets.token_bytes(16), now)
            for _ in range(count)
        ]
    day, found = (now + timedelta(days=3)).weekday(), {}
    for number, token in enumerate(tokens):
        evening = Evening(number, "en" if number % 3 == 2 else "id", token, day)
        person = server.person(MENTEE + number, NAMES[number], language_code=evening.locale)
        found[evening] = Mentee(person, evening.script[:STEPS])
    return found


def every_third(update: Json) -> bool:
    """What is brought to both processes at once."""
    return int(update["update_id"]) % 3 == 0


def talk(fleet: Fleet, server: FakeTelegram, mentees: list[Mentee], kills: int) -> list[float]:
    """Everybody goes on when they are answered; meanwhile the parts are killed in turn, at moments drawn. How long it
    took each time until somebody sent again."""
    draw, turn, taken = random.Random(5), cycle(PARTS), list[float]()  # noqa: S311 - moments, not secrets
    steps = sum(len(mentee.script) for mentee in mentees)
    moments, end = sorted(draw.sample(range(5, steps - 5), kills)), time.monotonic() + LONGEST
    while stuck := [mentee for mentee in mentees if not mentee.finished]:
        assert time.monotonic() < end, "\n\n".join(map(str, stuck))
        if not sum(mentee.goes_on() for mentee in stuck):
            with server.changed:
                server.changed.wait(0.02)
        if moments and sum(mentee.at for mentee in mentees) >= moments[0]:
            moments.pop(0)
            taken += replaced(fleet, next(turn))
    return taken


def replaced(fleet: Fleet, name: str) -> list[float]:
    """Kill a process and start another of its name; if it was the one that sends, how long nobody was."""
    fleet.becomes_ready(name.translate(TWIN))
    led = fleet.leader() == name
    fleet.loses(name)
    gap = [fleet.waits(lambda: fleet.leader() not in {name, ""})] if led else []
    fleet.launches(name)
    return gap


def test_each_part_is_killed_in_turn_and_nothing_is_lost_nor_done_twice(fleet: Fleet, server: FakeTelegram) -> None:
    """Every third update is handled by two processes at once, beside that."""
    people = evenings(fleet, server, PEOPLE)
    mentees = list(people.values())
    fleet.begins(*PARTS)
    server.wait_for(lambda _: server.calls("setWebhook"), PATIENT)
    with Pusher(server, list(fleet.ports.values()), every_third) as pusher:
        began = time.monotonic()
        gaps = talk(fleet, server, mentees, KILLS)
        server.wait_confirmed(20)
        spent = time.monotonic() - began
    fleet.waits(lambda: {row.state for row in fleet.rows(tables.Outbox)} == {"sent"})
    for name in PARTS:
        fleet.becomes_ready(name)
    codes = fleet.ends_all()
    report(fleet, mentees, gaps, pusher.refusals, spent)
    lost = {each.name: differing(each, kept(fleet, mentee)) for each, mentee in people.items()}
    assert not any(lost.values()), lost
    assert len(fleet.rows(tables.Seen)) == len(server.updates.history)
    nothing_twice(fleet, server, mentees)
    assert set(codes.values()) == {0}, codes
    assert max(gaps, default=0) < 1.0
    logs = "".join(fleet.said(name) for name in PARTS)
    assert server.token.partition(":")[2] not in logs
    assert "Traceback" not in logs, logs


def differing(evening: Evening, found: dict[str, Any]) -> dict[str, Any]:
    """What of an evening is not kept as it should be."""
    return {name: found[name] for name in KEPT if found[name] != evening.expected[name]}


def nothing_twice(fleet: Fleet, server: FakeTelegram, mentees: list[Mentee]) -> None:
    """Everybody's deeds are written once; nobody has seen more repetitions than were in flight at a kill."""
    rows = fleet.rows(tables.Outbox)
    assert sum(row.attempts - 1 for row in rows) <= KILLS * AT_ONCE
    for mentee in mentees:
        mine = [row for row in rows if row.chat == str(mentee.person.id)]
        assert doubled(server, mentee) <= sum(row.attempts - 1 for row in mine)
    people = [fleet.rows(tables.Account, external_id=str(mentee.person.id))[0].person_id for mentee in mentees]
    done = [Counter(row.kind for row in fleet.rows(tables.Activity, person_id=person)) for person in people]
    assert done == [done[0]] * len(mentees)


def report(fleet: Fleet, mentees: list[Mentee], gaps: list[float], refusals: int, spent: float) -> None:
    """The figures, one a line."""
    rows = fleet.rows(tables.Outbox)
    figures = {
        "mentees, answers given": f"{len(mentees)}, {sum(mentee.at for mentee in mentees)}",
        "kills, of which of the sender": f"{KILLS}, {len(gaps)}",
        "nobody sent for, each time": " ".join(f"{gap:.2f} s" for gap in gaps),
        "knocks not answered with 200": refusals,
        "messages, sent again after a kill": f"{len(rows)}, {sum(row.attempts - 1 for row in rows)}",
        "seconds": f"{spent:.0f}",
    }
    print("\n" + "\n".join(f"{name:<36}{value}" for name, value in figures.items()))  # noqa: T201 - to be read


@pytest.mark.skipif(not FULL, reason="set FLEET=full; what a lost lease forbids is tested in test_leases.py as well")
def test_a_sender_that_hangs_loses_its_lease_and_can_do_no_harm_when_it_wakes(
    fleet: Fleet, server: FakeTelegram
) -> None:
    """Stopped, not killed: its connection stays open, so the database cuts it off. Here at once, else after HUNG."""
    people = evenings(fleet, server, 3)
    for mentee in people.values():
        del mentee.script[4:]
    fleet.begins("web1", "send1", "send2")
    server.wait_for(lambda _: server.calls("setWebhook"), PATIENT)
    fleet.waits(lambda: fleet.leader() in {"send1", "send2"})
    hung = fleet.leader()
    with Pusher(server, [fleet.ports["web1"]]):
        for mentee in people.values():
            mentee.goes_on()
        server.wait_for(lambda _: len(server.deliveries()) >= len(people), PATIENT)
        fleet.waits(lambda: {row.state for row in fleet.rows(tables.Outbox)} == {"sent"})
        fleet.signals(hung, signal.SIGSTOP)
        with fleet.database.begin() as connection:
            connection.execute(CUT_OFF, {"who": f"tuntun {fleet.parts[hung].pid}"})
        assert fleet.waits(lambda: fleet.leader() not in {hung, "", "?"}) < 1.0
        talk(fleet, server, list(people.values()), 0)
        fleet.signals(hung, signal.SIGCONT)
        fleet.waits(lambda: "is lost" in fleet.said(hung) and "not sending any more" in fleet.said(hung))
    assert fleet.leader() not in {hung, "", "?"}
    assert sum(doubled(server, mentee) for mentee in people.values()) == 0
    assert {row.attempts for row in fleet.rows(tables.Outbox)} == {1}


CUT_OFF = text("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = :who")
