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
KILLS, HASTY = 23, 2  # while it works, and soon after a start, before or after it is up
AT_ONCE = 12  # messages the courier sends at the same time
ROUND_TRIP = 0.04  # seconds Telegram takes: long enough to be killed in
LONGEST = 200.0  # seconds until it is given up


class Killer:
    """Keeps the bot running, and ends it at moments drawn beforehand: after so many answers, or so long after a
    start."""

    def __init__(self, machine: Machine, server: FakeTelegram, answers: int, draw: random.Random) -> None:
        self.kills = 0
        self.starts: list[float] = []  # seconds to the first poll
        self._machine, self._server, self._draw = machine, server, draw
        self._after = sorted(draw.sample(range(5, answers - 5), KILLS))
        self._hasty = set(draw.sample(range(KILLS), HASTY))
        self._start()

    def _start(self) -> None:
        self._began, self._polls, self._up = time.monotonic(), len(self._server.calls("getUpdates")), False
        self._machine.starts()
        hasty = self.kills in self._hasty
        self._until = self._began + self._draw.uniform(0.1, 1.5) if hasty else None
        self._hasty.discard(self.kills)

    def looks(self, answers: int) -> None:
        """Kill, if it is time to."""
        assert self._machine.runs, self._machine.log[-2000:]
        if not self._up and len(self._server.calls("getUpdates")) > self._polls:
            self._up = True
            self.starts.append(time.monotonic() - self._began)
        if self._until and time.monotonic() > self._until:
            self._kill()
        elif self._up and self._after and answers >= self._after[0]:
            self._after.pop(0)
            self._kill()

    def _kill(self) -> None:
        time.sleep(self._draw.uniform(0, ROUND_TRIP))
        self._machine.kills()
        self.kills += 1
        self._start()


def invitations(machine: Machine, names: tuple[str, ...]) -> list[str]:
    """A programme, and a personal token for each of a list of people, by the command line."""
    machine.does("programme", "create", "Mentoring Beasiswa 2026", "--organiser", "Yayasan Cahaya")
    people = machine.folder / "people.csv"
    people.write_text("\n".join(["name,role", *(f'"{name}",mentee' for name in names)]), encoding="utf-8")
    links = [row["link"] for row in csv.DictReader(machine.does("import", str(people)).splitlines())]
    assert all(link.startswith("https://t.me/tuntun_bot?start=") for link in links)
    return [link.rpartition("=")[2] for link in links]


def settle(server: FakeTelegram, tokens: list[str]) -> list[Mentee]:
    """Thirty people, every third of them with English."""
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
    mine = {"person_id": account.person_id}
    [person] = machine.rows(tables.Person, id=account.person_id)
    goals, weeks = machine.rows(tables.Goal, **mine), machine.rows(tables.Checkin, **mine)
    steps = [row for goal in goals for row in machine.rows(tables.Step, goal_id=goal.id)]
    told = [row for goal in goals for row in machine.rows(tables.Progress, goal_id=goal.id)]
    return {
        "person": (person.name, person.locale, person.zone, person.checkin_day, person.checkin_clock),
        "about": person.about,
        "consent": [(row.purpose, row.locale) for row in machine.rows(tables.Consent, **mine)],
        "membership": [(row.role, row.standing) for row in machine.rows(tables.Membership, **mine)],
        "goal": [(goal.title, goal.measure, goal.why, goal.visibility, goal.state) for goal in goals],
        "step": [row.text for row in steps],
        "checkin": [(week.mood, week.next_step, week.for_mentor) for week in weeks],
        "progress": [(row.percent, row.note) for row in told],
    }


def doubled(server: FakeTelegram, mentee: Mentee) -> int:
    """Messages that came again: same words, same buttons, same chat. No script has the bot say one thing twice."""
    sent = Counter((call.text, str(call.params.get("reply_markup"))) for call in server.deliveries(mentee.person))
    return sum(count - 1 for count in sent.values())


def healthy(machine: Machine) -> list[str]:
    """What SQLite says of the file after all."""
    with closing(sqlite3.connect(machine.file)) as connection:
        return [str(row) for check in ("integrity_check", "foreign_key_check") for (row, *_) in connection.execute(f"PRAGMA {check}")]


@pytest.fixture
def server() -> Iterator[FakeTelegram]:
    with FakeTelegram(TOKEN) as server:
        for method in ("sendMessage", "editMessageText"):
            server.fault(method, times=None, kind="late", after=ROUND_TRIP)
        yield server


@pytest.mark.slow
def test_thirty_mentees_lose_nothing_though_the_process_is_killed_again_and_again(
    server: FakeTelegram, tmp_path: Path
) -> None:
    """Every answer is kept exactly once, every reply arrives, only what was in flight at a kill comes twice."""
    began, machine = time.monotonic(), Machine(tmp_path, server)
    mentees = settle(server, invitations(machine, NAMES[:30]))
    killer = Killer(machine, server, sum(len(mentee.script) for mentee in mentees), random.Random(2))
    try:
        talk(server, mentees, killer)
        server.wait_confirmed(20)
        assert machine.stops().code == 0
        report(server, machine, mentees, killer, time.monotonic() - began)
        nothing_lost(server, machine, mentees)
        nothing_twice(server, machine, mentees, killer.kills)
        one_at_a_time(server, machine, killer)
    finally:
        machine.close()


def nothing_lost(server: FakeTelegram, machine: Machine, mentees: list[Mentee]) -> None:
    """Exactly what was said is kept, and every reply went out."""
    for mentee in mentees:
        assert kept(machine, mentee) == mentee.expected
    assert len(machine.rows(tables.Seen)) == len(server.updates.history)
    assert {row.state for row in machine.rows(tables.Outbox)} == {"sent"}
    assert len({row.chat for row in machine.rows(tables.Outbox)}) == len(mentees)
    assert healthy(machine) == ["ok"]


def nothing_twice(server: FakeTelegram, machine: Machine, mentees: list[Mentee], kills: int) -> None:
    """Nobody has seen more repetitions than messages to them were in flight at a kill."""
    assert sum(row.attempts - 1 for row in machine.rows(tables.Outbox)) <= kills * AT_ONCE
    for mentee in mentees:
        rows = machine.rows(tables.Outbox, chat=str(mentee.person.id))
        assert doubled(server, mentee) <= sum(row.attempts - 1 for row in rows)
    done = [Counter(row.kind for row in machine.rows(tables.Activity, person_id=person.id)) for person in machine.rows(tables.Person)]
    assert done == [done[0]] * len(mentees)


def one_at_a_time(server: FakeTelegram, machine: Machine, killer: Killer) -> None:
    """One process after the other, none of which said a token or raised."""
    assert killer.kills >= 25
    assert [life.code for life in machine.lives] == [*[-9] * killer.kills, 0]
    assert all(before.ended <= after.began for before, after in zip(machine.lives, machine.lives[1:], strict=False))
    assert {refused.code for refused in server.refused} <= {400}  # no conflict of two that poll
    assert server.token.partition(":")[2] not in machine.log
    assert "Traceback" not in machine.log


def report(server: FakeTelegram, machine: Machine, mentees: list[Mentee], killer: Killer, seconds: float) -> None:
    """The figures, one a line."""
    rows = machine.rows(tables.Outbox)
    states = Counter(row.state for row in rows)
    figures = {
        "kills, starts, starts that came to poll": f"{killer.kills}, {len(machine.lives)}, {len(killer.starts)}",
        "start to first poll: median, longest": f"{median(killer.starts):.1f} s, {max(killer.starts):.1f} s",
        "mentees, answers given": f"{len(mentees)}, {sum(mentee.at for mentee in mentees)}",
        "replies, of which sent": f"{len(rows)}, {states['sent']}",
        "in flight at a kill, sent again": sum(row.attempts - 1 for row in rows),
        "of these seen twice": sum(doubled(server, mentee) for mentee in mentees),
        "of these edits that changed nothing": sum(NOT_MODIFIED in refused.description for refused in server.refused),
        "uncertain, refused": f"{states['uncertain']}, {states['refused']}",
        "mentees of whom something is lost": sum(kept(machine, mentee) != mentee.expected for mentee in mentees),
        "seconds": f"{seconds:.0f}",
    }
    print("\n" + "\n".join(f"{name:<42}{value}" for name, value in figures.items()))
