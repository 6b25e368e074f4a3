"""The kill test: the real process, a Telegram over real HTTP, thirty mentees talking, and SIGKILL at random moments.

`KILLS=17` is the longer run, `KILLS=100` a long one.
"""

from __future__ import annotations

import os
import random
import secrets
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

from storage import office, tables
from storage.migrate import upgrade
from tests.fakes.telegram_rules import NOT_MODIFIED
from tests.fakes.telegram_server import FakeTelegram
from tests.machine import MENTEE, TOKEN, Machine
from tests.mentees import NAMES, Evening, Mentee

KILLS = int(os.environ.get("KILLS", "8"))  # while it works
HASTY = KILLS // 2  # as many more soon after a start, before or after it is up
AT_ONCE = 12  # messages the courier sends at the same time
ROUND_TRIP = 0.04  # seconds Telegram takes: long enough to be killed in
LONGEST = 150.0 + 15.0 * KILLS  # seconds until it is given up


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

    @property
    def over(self) -> bool:
        """Whether all it was to do is done."""
        return not self._after and self._until is None

    def _start(self) -> None:
        self._began, self._polls, self._up = time.monotonic(), len(self._server.calls("getUpdates")), False
        self._machine.starts()
        hasty = self.kills in self._hasty
        self._until = self._began + self._draw.uniform(0.1, 2.0) if hasty else None
        self._hasty.discard(self.kills)

    def looks(self, answers: int) -> None:
        """Kill, if it is time to."""
        assert self._machine.runs, self._machine.log[-2000:]
        if not self._up and len(self._server.calls("getUpdates")) > self._polls:
            self._up = True
            self.starts.append(time.monotonic() - self._began)
        if self._until:
            if time.monotonic() > self._until:
                self._kill()
        elif self._up and self._after and answers >= self._after[0]:
            self._after.pop(0)
            self._kill()

    def _kill(self) -> None:
        time.sleep(self._draw.uniform(0, ROUND_TRIP))
        self._machine.kills()
        self.kills += 1
        self._start()


def invitations(machine: Machine, now: datetime) -> list[str]:
    """A programme, and thirty tokens of it."""
    upgrade(machine.database)
    name, organiser, works_for = "Mentoring Beasiswa 2026", "Yayasan Cahaya", timedelta(days=14)
    with machine.database.begin() as connection:
        office.create_programme(connection, name, "Asia/Jakarta", "id", None, None, organiser, now)
        return [office.invite(connection, "mentee", None, 1, works_for, secrets.token_bytes(16), now) for _ in NAMES]


def settle(server: FakeTelegram, machine: Machine) -> dict[Evening, Mentee]:
    """Thirty people, every third of them with English, and the evening each has before them."""
    now = datetime.now(UTC)
    day = (now + timedelta(days=3)).weekday()  # no check-in falls due meanwhile
    evenings = {}
    for number, token in enumerate(invitations(machine, now)):
        evening = Evening(number, "en" if number % 3 == 2 else "id", token, day)
        person = server.person(MENTEE + number, evening.name, language_code=evening.locale)
        evenings[evening] = Mentee(person, evening.script)
    return evenings


def talk(server: FakeTelegram, mentees: list[Mentee], killer: Killer) -> None:
    """Everybody goes on whenever they have been answered, until all are done and the last kill has come."""
    end = time.monotonic() + LONGEST
    while (stuck := [mentee for mentee in mentees if not mentee.finished]) or not killer.over:
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
    machine = Machine(tmp_path, server)
    evenings = settle(server, machine)
    mentees, draw = list(evenings.values()), random.Random(2)  # noqa: S311 - moments, not secrets
    killer = Killer(machine, server, sum(len(mentee.script) for mentee in mentees), draw)
    try:
        talk(server, mentees, killer)
        server.wait_confirmed(20)
        assert machine.stops().code == 0
        lost = [each.name for each, mentee in evenings.items() if kept(machine, mentee) != each.expected]
        report(server, machine, mentees, killer, len(lost))
        assert lost == []
        nothing_left(server, machine, mentees)
        nothing_twice(server, machine, mentees, killer.kills)
        one_at_a_time(server, machine, killer)
    finally:
        machine.close()


def nothing_left(server: FakeTelegram, machine: Machine, mentees: list[Mentee]) -> None:
    """Every update was handled, everything that was to be said has been sent, and the file is whole."""
    assert len(machine.rows(tables.Seen)) == len(server.updates.history)
    assert {row.state for row in machine.rows(tables.Outbox)} == {"sent"}
    assert len({row.chat for row in machine.rows(tables.Outbox)}) == len(mentees)
    with closing(sqlite3.connect(machine.file)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []


def nothing_twice(server: FakeTelegram, machine: Machine, mentees: list[Mentee], kills: int) -> None:
    """Nothing was done twice, and nobody has seen more repetitions than messages to them were in flight at a kill."""
    assert sum(row.attempts - 1 for row in machine.rows(tables.Outbox)) <= kills * AT_ONCE
    for mentee in mentees:
        rows = machine.rows(tables.Outbox, chat=str(mentee.person.id))
        assert doubled(server, mentee) <= sum(row.attempts - 1 for row in rows)
    people = machine.rows(tables.Person)
    done = [Counter(row.kind for row in machine.rows(tables.Activity, person_id=person.id)) for person in people]
    assert done == [done[0]] * len(mentees)


def one_at_a_time(server: FakeTelegram, machine: Machine, killer: Killer) -> None:
    """One process after the other, none of which said a token or raised."""
    assert killer.kills == KILLS + HASTY
    assert [life.code for life in machine.lives] == [*[-9] * killer.kills, 0]
    assert all(before.ended <= after.began for before, after in zip(machine.lives, machine.lives[1:], strict=False))
    assert {refused.code for refused in server.refused} <= {400}  # no conflict of two that poll
    assert server.token.partition(":")[2] not in machine.log
    assert "Traceback" not in machine.log


def report(server: FakeTelegram, machine: Machine, mentees: list[Mentee], killer: Killer, lost: int) -> None:
    """The figures, one a line."""
    rows = machine.rows(tables.Outbox)
    states = Counter(row.state for row in rows)
    figures = {
        "kills, starts, starts that came to poll": f"{killer.kills}, {len(machine.lives)}, {len(killer.starts)}",
        "start to first poll: median, longest": f"{median(killer.starts):.1f} s, {max(killer.starts):.1f} s",
        "mentees, answers given": f"{len(mentees)}, {sum(mentee.at for mentee in mentees)}",
        "messages to them, of which sent": f"{len(rows)}, {states['sent']}",
        "in flight at a kill, sent again": sum(row.attempts - 1 for row in rows),
        "of these seen twice": sum(doubled(server, mentee) for mentee in mentees),
        "of these edits that changed nothing": sum(NOT_MODIFIED in refused.description for refused in server.refused),
        "uncertain, refused": f"{states['uncertain']}, {states['refused']}",
        "mentees of whom something is lost": lost,
        "seconds": f"{machine.lives[-1].ended - machine.lives[0].began:.0f}",
    }
    print("\n" + "\n".join(f"{name:<42}{value}" for name, value in figures.items()))  # noqa: T201 - to be read
