"""The kill test: the real process, a Telegram over real HTTP, and SIGKILL at random moments while thirty mentees talk."""

from __future__ import annotations

import csv
import random
import sqlite3
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import median
from typing import Any

import pytest

from storage import tables
from tests.fakes.telegram_rules import NOT_MODIFIED
from tests.fakes.telegram_server import FakeTelegram
from tests.machine import TOKEN, Machine
from tests.mentees import NAMES, Mentee, script_of

FIRST_ID = 5_000_000_001  # past what 32 bits hold
KILLS = 28
HASTY = 4  # of them before the bot is up again
AT_ONCE = 12  # messages the courier sends at the same time
ROUND_TRIP = 0.04  # seconds Telegram takes: long enough to be killed in
LONGEST = 300.0  # seconds until it is given up


class Killer:
    """Ends the process at moments drawn beforehand: after so many answers, or so long after a start."""

    def __init__(self, machine: Machine, server: FakeTelegram, answers: int, draw: random.Random) -> None:
        self.restarts: list[float] = []  # seconds from a start to the first poll
        self.kills = 0
        self._machine, self._server, self._draw = machine, server, draw
        self._after = sorted(draw.sample(range(5, answers - 5), KILLS - HASTY))
        self._hasty = set(draw.sample(range(KILLS - HASTY), HASTY))
        self._began, self._polls, self._until = 0.0, 0, 0.0
        self._start()

    def _start(self) -> None:
        self._began, self._polls = time.monotonic(), len(self._server.calls("getUpdates"))
        self._machine.starts()
        self._until = 0.0

    @property
    def _up(self) -> bool:
        return len(self._server.calls("getUpdates")) > self._polls

    def looks(self, answers: int) -> None:
        """Kill, if it is time to."""
        if self._began and self._up:
            self.restarts.append(time.monotonic() - self._began)
            self._began = 0.0
        if self._until and time.monotonic() > self._until:
            self._kill()
        elif self._after and answers >= self._after[0] and not self._began:
            self._after.pop(0)
            self._kill()
            if len(self._after) in self._hasty:
                self._until = time.monotonic() + self._draw.uniform(0.1, 1.2)

    def _kill(self) -> None:
        time.sleep(self._draw.uniform(0, ROUND_TRIP))
        self.kills += 1
        self._machine.kills()
        self._start()


def invitations(machine: Machine) -> list[str]:
    """A programme, and a personal link for each of a list of people, by the command line."""
    machine.does("programme", "create", "Mentoring Beasiswa 2026", "--organiser", "Yayasan Cahaya")
    people = machine.folder / "people.csv"
    people.write_text("\n".join(["name,role", *(f'"{name}",mentee' for name in NAMES)]), encoding="utf-8")
    links = [row["link"] for row in csv.DictReader(machine.does("import", str(people)).splitlines())]
    assert all(link.startswith("https://t.me/tuntun_bot?start=") for link in links)
    return [link.rpartition("=")[2] for link in links]


def settle(server: FakeTelegram, tokens: list[str]) -> list[Mentee]:
    """Thirty people and some, every third of them with English."""
    day = (datetime.now(UTC) + timedelta(days=3)).weekday()  # no check-in falls due meanwhile
    mentees = []
    for number, token in enumerate(tokens):
        locale = "en" if number % 3 == 2 else "id"
        person = server.person(FIRST_ID + number, NAMES[number], language_code=locale)
        mentees.append(Mentee(person, *script_of(number, locale, token, day)))
    return mentees


def talk(server: FakeTelegram, mentees: list[Mentee], killer: Killer) -> None:
    """Everybody goes on whenever they have been answered, until all are done."""
    end = time.monotonic() + LONGEST
    while stuck := [mentee for mentee in mentees if not mentee.finished]:
        assert time.monotonic() < end, "\n\n".join(map(str, stuck))
        if not sum(mentee.goes_on() for mentee in stuck):
            with server.changed:
                server.changed.wait(0.02)
        killer.looks(sum(mentee.at for mentee in mentees))


def kept(machine: Machine, mentee: Mentee) -> dict[str, Any]:
    """What is stored of a mentee."""
    [account] = machine.rows(tables.Account, external_id=str(mentee.person.id))
    number = account.person_id
    [person] = machine.rows(tables.Person, id=number)
    goals = machine.rows(tables.Goal, person_id=number)
    weeks = machine.rows(tables.Checkin, person_id=number)
    return {
        "person": (person.name, person.locale, person.zone, person.checkin_day, person.checkin_clock),
        "about": person.about,
        "consent": [(row.purpose, row.locale) for row in machine.rows(tables.Consent, person_id=number)],
        "membership": [(row.role, row.standing) for row in machine.rows(tables.Membership, person_id=number)],
        "goal": [(goal.title, goal.measure, goal.why, goal.visibility, goal.state) for goal in goals],
        "step": [row.text for goal in goals for row in machine.rows(tables.Step, goal_id=goal.id)],
        "checkin": [(week.mood, week.next_step, week.for_mentor) for week in weeks],
        "progress": [
            (row.percent, row.note) for week in weeks for row in machine.rows(tables.Progress, checkin_id=week.id)
        ],
    }


def doubled(server: FakeTelegram, mentee: Mentee) -> int:
    """Messages that came again: same words, same buttons, same chat. No script has the bot say one thing twice."""
    sent = Counter(
        (call.text, str(call.params.get("reply_markup"))) for call in server.deliveries(mentee.person)
    )
    return sum(count - 1 for count in sent.values())


def table(rows: dict[str, object]) -> str:
    """Figures, one a line."""
    return "\n".join(f"{name:<44}{value}" for name, value in rows.items())


@pytest.fixture
def server() -> Iterator[FakeTelegram]:
    with FakeTelegram(TOKEN) as server:
        server.fault("*", times=None, kind="late", after=ROUND_TRIP)
        yield server


@pytest.mark.slow
def test_thirty_mentees_lose_nothing_though_the_process_is_killed_again_and_again(
    server: FakeTelegram, tmp_path: Path
) -> None:
    """Every answer is kept exactly once, every reply arrives, only what was in flight at a kill comes twice."""
    began = time.monotonic()
    machine = Machine(tmp_path, server)
    mentees = settle(server, invitations(machine))
    answers = sum(len(mentee.script) for mentee in mentees)
    killer = Killer(machine, server, answers, random.Random(2026))
    try:
        talk(server, mentees, killer)
        server.wait_confirmed(20)
        assert machine.stops().code == 0
    finally:
        machine.close()
    rows = machine.rows(tables.Outbox)
    states, again = Counter(row.state for row in rows), sum(max(0, row.attempts - 1) for row in rows)
    twice = sum(doubled(server, mentee) for mentee in mentees)
    lost = sum(kept(machine, mentee) != mentee.expected for mentee in mentees)
    redrawn = sum(NOT_MODIFIED in refused.description for refused in server.refused)
    print(
        "\n" + table({
            "kills": killer.kills,
            "starts, of which reached their first poll": f"{len(machine.lives)}, {len(killer.restarts)}",
            "start to first poll, median and longest": f"{median(killer.restarts):.1f} s, {max(killer.restarts):.1f} s",
            "mentees, answers given": f"{len(mentees)}, {answers}",
            "replies": len(rows),
            "in flight at a kill, sent again": again,
            "of these seen twice; an edit that changed nothing": f"{twice}; {redrawn}",
            "uncertain, refused": f"{states['uncertain']}, {states['refused']}",
            "mentees of whom anything is lost or doubled": lost,
            "seconds": f"{time.monotonic() - began:.0f}",
        })
    )
    for mentee in mentees:
        assert kept(machine, mentee) == mentee.expected
    assert states == {"sent": len(rows)}
