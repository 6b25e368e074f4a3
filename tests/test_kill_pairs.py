"""The kill test of pairs: words between partners, sessions and reminders in flight, and the power goes again and again.

On Telegram the real process is killed with SIGKILL; on Discord, whose made-up server is in this process, the courier is
cut off at any await. `KILLS=200` makes it long.
"""

from __future__ import annotations

import asyncio
import os
import random
import time
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import discord
import pytest

from adapters.discord.sender import DiscordSender
from adapters.discord.threads import Places
from storage import tables
from storage.post import Post
from storage.rooms import StoredRooms
from tests.fakes.discord_rest import discord_rest, logged_in
from tests.fakes.telegram_people import Person
from tests.fakes.telegram_server import FakeTelegram
from tests.faults.begun import BUDI, SARI, YOSEF, opened, waiting
from tests.faults.watch import courier_of
from tests.machine import TOKEN, Machine
from tests.town import Citizen, Town, settled

KILLS = int(os.environ.get("KILLS", "3"))
CUTS = KILLS * 5  # of the courier of Discord
PAIRS = 4
ROUND_TRIP = 0.04  # seconds Telegram takes: long enough to be killed in
LONGEST = 60.0 + 8.0 * KILLS  # seconds until it is given up


@dataclass
class Two:
    """A pair at work: a session is proposed and taken, then each answers the other's word with one more."""

    number: int
    mentee: Person
    mentor: Person
    stage: int = 0
    word: int = 0
    resting: bool = False  # nothing new is said any more

    def goes_on(self) -> None:
        if self.stage < 3:
            self._meets()
        elif not self.resting and (not self.word or self.heard(self.word)):
            self.word += 1
            self._writer(self.word).writes(f"/bilang {self.said(self.word)}")

    def _meets(self) -> None:
        if self.stage == 0:
            self.mentee.writes("/sesi Kamis 19.00")
        elif (who := self.mentee if self.stage == 1 else self.mentor).find_button(self._label):
            who.taps(self._label)
        else:
            return
        self.stage += 1

    @property
    def _label(self) -> str:
        return "Kirim" if self.stage == 1 else "Bisa"

    def said(self, word: int) -> str:
        return f"kata {self.number} nomor {word}."

    def _writer(self, word: int) -> Person:
        return self.mentee if word % 2 else self.mentor

    def heard(self, word: int) -> bool:
        """Whether it has come to the other side."""
        reader = self.mentor if word % 2 else self.mentee
        return any(self.said(word) in shown.text for shown in reader.received)

    @property
    def finished(self) -> bool:
        return self.resting and self.stage == 3 and self.heard(self.word)


def pairs_of(machine: Machine, server: FakeTelegram) -> list[Two]:
    """Pairs who went through the real conversations before, with a check-in for each mentee to come meanwhile."""
    with settled(machine.folder) as town:
        town.now = datetime.now(UTC)
        town.programme()
        made = [town.pair(f"Budi {number}", f"Sari {number}") for number in range(PAIRS)]
        accounts = [(int(pair.mentee.account), int(pair.mentor.account)) for pair in made]
    (machine.folder / "town.db").rename(machine.file)
    twos = [
        Two(number, server.person(mentee), server.person(mentor)) for number, (mentee, mentor) in enumerate(accounts)
    ]
    for two in twos:
        two.mentee.started = two.mentor.started = True
        machine.plans_checkin(two.mentee, datetime.now(UTC) + timedelta(seconds=4 + two.number * KILLS))
    return twos


def shaken(machine: Machine, server: FakeTelegram, twos: list[Two]) -> int:
    """Let everybody go on and kill the process, again and again; how often."""
    draw, kills, end = random.Random(3), 0, time.monotonic() + LONGEST  # noqa: S311 - moments, not secrets
    polls, until, hasty = len(server.calls("getUpdates")), 0.0, False
    machine.starts()
    while not all(two.finished for two in twos):
        assert time.monotonic() < end, machine.log[-3000:]
        assert machine.runs, machine.log[-3000:]
        for two in twos:
            two.goes_on()
            two.resting = kills >= KILLS and reminded(machine, twos)
        if not until and (hasty or len(server.calls("getUpdates")) > polls):
            until = time.monotonic() + draw.uniform(0.1, 1.5)
        if kills < KILLS and until and time.monotonic() > until:
            machine.kills()
            kills, until, hasty = kills + 1, 0.0, draw.random() < 0.25  # every fourth before it is up
            polls = len(server.calls("getUpdates"))
            machine.starts()
        with server.changed:
            server.changed.wait(0.02)
    return kills


def reminded(machine: Machine, twos: list[Two]) -> bool:
    return len(machine.rows(tables.Outbox, kind="checkin", state="sent")) >= len(twos)


@pytest.mark.slow
def test_words_sessions_and_reminders_survive_any_kill(tmp_path: Path) -> None:
    with FakeTelegram(TOKEN) as server:
        for method in ("sendMessage", "editMessageText", "sendDocument"):
            server.fault(method, times=None, kind="late", after=ROUND_TRIP)
        machine = Machine(tmp_path, server)
        try:
            twos = pairs_of(machine, server)
            kills = shaken(machine, server, twos)
            server.wait_confirmed(20)
            assert machine.stops().code == 0
            told = report(machine, server, twos, kills)
            nothing_lost(machine, server, twos)
            assert told["seen twice"] <= told["in flight at a kill, sent again"] <= kills * PAIRS * 2
        finally:
            machine.close()


def nothing_lost(machine: Machine, server: FakeTelegram, twos: list[Two]) -> None:
    """Every update was handled, every message sent, every session agreed on once, every reminder written once."""
    handled = [row for row in machine.rows(tables.Seen) if row.event.isdigit()]  # the others are of the preparation
    assert len(handled) == len(server.updates.history)
    assert {row.state for row in machine.rows(tables.Outbox)} == {"sent"}
    assert [row.state for row in machine.rows(tables.Session)] == ["confirmed"] * len(twos)
    reminders = Counter(row.chat for row in machine.rows(tables.Outbox, kind="checkin"))
    assert reminders == {str(two.mentee.id): 1 for two in twos}
    for two in twos:
        assert any("heck-in minggu ini" in shown.text for shown in two.mentee.received)
        assert all(two.heard(word) for word in range(1, two.word + 1))
    assert "Traceback" not in machine.log


def report(machine: Machine, server: FakeTelegram, twos: list[Two], kills: int) -> dict[str, int]:
    """The figures, to be read with -s."""
    told = {
        "kills": kills,
        "words between partners": sum(two.word for two in twos),
        "messages sent": len(machine.rows(tables.Outbox)),
        "in flight at a kill, sent again": sum(row.attempts - 1 for row in machine.rows(tables.Outbox)),
        "seen twice": sum(_twice(server, two, word) for two in twos for word in range(1, two.word + 1)),
    }
    print("\n" + "\n".join(f"{name:<36}{value}" for name, value in told.items()))  # noqa: T201 - to be read
    return told


def _twice(server: FakeTelegram, two: Two, word: int) -> int:
    reader = two.mentor if word % 2 else two.mentee
    return sum(two.said(word) in str(call.text) for call in server.deliveries(reader)) - 1


@pytest.mark.slow
async def test_on_discord_nothing_is_lost_and_nothing_comes_twice(tmp_path: Path) -> None:
    """A new courier takes up what was being sent; Discord knows it by its nonce."""
    town = opened(tmp_path, "reminder", "discord")
    try:
        first = waiting(town)[0].id
        async with discord_rest() as rest, logged_in(rest) as client:
            await _cut_again_and_again(town, client)
            rows = [row for row in town.rows(tables.Outbox) if row.id >= first and row.chat in (SARI, YOSEF)]
            again = sum(row.attempts - 1 for row in rows)
            print(f"\n{CUTS} cuts, {len(rows)} messages, in flight and sent again: {again}")  # noqa: T201 - to be read
            assert again > 0
            assert {row.state for row in rows} == {"sent"}
            assert sum(map(len, rest.messages.values())) == len(rows)
            heard = [each["content"] for each in rest.messages[f"9{SARI}"].values()]
            assert [sum(word(number) in text for text in heard) for number in range(CUTS)] == [1] * CUTS
    finally:
        town.close()


async def _cut_again_and_again(town: Town, client: discord.Client) -> None:
    """Let people write and cut the courier off at any await, every other time with a message taken; the last one
    brings what is left."""
    draw = random.Random(4)  # noqa: S311 - moments, not secrets
    budi, sari = town.citizen(BUDI), town.citizen(SARI, platform="discord")
    places = Places(lambda: client, StoredRooms(town.writer, town.database, lambda: town.now), every=0.0)
    sender = DiscordSender(lambda: client, places, lambda: town.now, lambda _: b"")
    for number in range(CUTS):
        await _busy(budi, [sari, town.citizens[YOSEF]], number)
        running = asyncio.create_task(courier_of(town, sender).run())
        await (_taken(town) if number % 2 else asyncio.sleep(draw.uniform(0.0, 0.15)))
        running.cancel()
        with suppress(asyncio.CancelledError):
            await running
    await Post(town.writer, lambda: town.now).recover("discord")
    await courier_of(town, sender).drain()


def word(number: int) -> str:
    return f"kata nomor {number}."


async def _busy(budi: Citizen, people: list[Citizen], number: int) -> None:
    done = [budi.submits("text", text=f"/bilang {word(number)}", message=f"w{number}")]
    done += [each.submits("text", text="/bantuan", message=f"a{number}") for each in people]
    await asyncio.gather(*map(asyncio.wrap_future, done))


async def _taken(town: Town) -> None:
    """Wait until a message has been taken for sending; it may be on its way, or there already."""
    for _ in range(2_000):
        if town.rows(tables.Outbox, state="sending"):
            return
        await asyncio.sleep(0.001)
    raise AssertionError("the courier takes nothing")
