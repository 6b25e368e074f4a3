"""What stalls is seen, told and mended: the parts of a process, its pages, systemd."""

from __future__ import annotations

import asyncio
import json
import socket
import threading
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from adapters import systemd
from adapters.clock import Clock
from adapters.courier import UNLIMITED, Courier
from adapters.web import Pages, open_pages
from bot.effects import Effect, Job, Tell
from bot.errors import Setup
from bot.messages import Incoming, Screen, say
from bot.ports import Outcome, Parcel
from bot.settings import Settings
from bot.talk.rendering import Shown
from bot.watch import ASLEEP, HOPELESS, Part, Watch
from bot.watching import BROKEN, Ear, Watchman, of_clock, of_worker
from storage import tables
from storage.database import open_database
from storage.jobs import DOERS, Shop, does
from storage.writer import Writer
from tests.fakes.outbox import MemoryOutbox
from tests.town import Town
from tests.watched import Ears, Ignores, asked, port, values

ENDS = "ignore::pytest.PytestUnhandledThreadExceptionWarning"


# The watch


class TestWatch:
    def test_a_part_is_stuck_when_its_patience_is_over_and_mended_as_often_as_it_lasts(self) -> None:
        well = [False]

        async def mend() -> None: ...

        watch = Watch([Part("poll", lambda: well[0], 10, mend)], 100.0)
        assert (watch.look(105.0), watch.stuck(105.0)) == ([], {})
        assert [part.name for part in watch.look(111.0)] == ["poll"]
        assert watch.stuck(111.0) == {"poll": 11.0}
        assert watch.look(115.0) == []
        assert [part.name for part in watch.look(122.0)] == ["poll"]
        well[0] = True
        assert (watch.look(125.0), watch.stuck(125.0)) == ([], {})

    def test_a_part_that_cannot_be_asked_is_not_well(self) -> None:
        watch = Watch([Part("odd", lambda: bool(1 // 0), 1)], 0.0)
        watch.look(2.0)
        assert watch.stuck(2.0) == {"odd": 2.0}

    def test_after_a_sleep_of_the_machine_nobody_is_to_blame(self) -> None:
        watch = Watch([Part("poll", lambda: False, 10)], 0.0)
        watch.look(5.0)
        assert watch.stuck(10_800.0).keys() == {"poll", "watch"}, "nobody has looked"
        watch.look(10_800.0)
        assert watch.stuck(10_805.0) == {}

    def test_only_what_is_ours_and_hopeless_wants_a_new_start(self) -> None:
        parts = [Part("telegram", lambda: False, 1, ours=False), Part("writer", lambda: False, 1)]
        for watch, alive in ((Watch(parts[:1], 0.0), True), (Watch(parts, 0.0), False)):
            for moment in range(0, int(HOPELESS) + 30, int(ASLEEP) - 5):
                watch.look(moment)
                assert watch.alive(moment) or moment > HOPELESS
            assert watch.alive(moment) is alive


# The pages


async def test_the_pages_of_a_process_that_is_well_and_of_one_that_is_not(town: Town) -> None:
    pair = town.pair()
    clock = Clock(lambda: town.writer.do(lambda _: (0, None)), lambda: town.now)
    poor = Ears(healthy=False)
    parts = [*of_clock(clock), Part("odd", lambda: poor.healthy, 0.0)]
    watchman = Watchman("run", town.writer, town.database, lambda: town.now, parts)
    watchman.hear([Ear("telegram", poor, lambda: town.now - timedelta(seconds=7))])
    place = port()
    async with watchman.on_duty("127.0.0.1", place):
        code, text = await asyncio.to_thread(asked, f"http://127.0.0.1:{place}/healthz")
        told = json.loads(text)
        assert (code, told["well"]) == (503, False)
        assert told["parts"]["odd"].startswith("stuck for")
        assert {told["parts"][name] for name in ("writer", "telegram", "courier telegram")} == {"ok"}
        poor.healthy = True
        watchman._watch.look(watchman._watch._looked + 1)
        code, text = await asyncio.to_thread(asked, f"http://127.0.0.1:{place}/healthz")
        assert (code, json.loads(text)["well"]) == (200, True)
        code, numbers = await asyncio.to_thread(asked, f"http://127.0.0.1:{place}/metrics")
        assert code == 200
        assert [row.name for row in town.rows(tables.Pulse)] == ["run"], "it notes how it is"
        code, _ = await asyncio.to_thread(asked, f"http://127.0.0.1:{place}/")
        assert code == 404
    assert town.rows(tables.Pulse) == [], "and leaves in order"
    found = values(numbers)
    assert found["tuntun_updates_total"][("telegram",)] > 10
    assert found["tuntun_batch_messages_count"][()] == found["tuntun_commit_seconds_count"][()] > 10
    assert found["tuntun_heard_age_seconds"] == {("telegram",): 7.0}
    assert found["process_resident_memory_bytes"][()] > 1e6
    for private in ("Sari", "Budi", "Portofolio", pair.mentee.account, pair.mentor.account):
        assert private not in numbers + text


async def test_while_the_database_is_away_the_other_numbers_are_told(town: Town, tmp_path: Path) -> None:
    empty = open_database(f"sqlite:///{tmp_path / 'empty.db'}")
    watchman = Watchman("run", town.writer, empty, lambda: town.now)
    told = {metric.name for metric in await watchman.numbers()}
    assert "tuntun_updates" in told
    assert "tuntun_queue" not in told
    empty.dispose()


async def test_a_port_that_is_taken_is_said_in_a_sentence() -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()

        async def none() -> list[Any]:
            return []

        with pytest.raises(Setup, match=r"HEALTH_PORT.*can't be used"):
            await open_pages(Pages(dict, none), "127.0.0.1", other.getsockname()[1])


def test_without_a_port_it_says_nothing_and_with_one_only_here() -> None:
    default = Settings(_env_file=None)
    assert (default.HEALTH_PORT, default.HEALTH_HOST) == (None, "127.0.0.1")


# Mending


async def test_a_platform_that_is_silent_is_begun_anew(town: Town, caplog: pytest.LogCaptureFixture) -> None:
    poor = Ears(healthy=False)
    watchman = Watchman("run", town.writer, town.database, lambda: town.now)
    watchman.hear([Ear("telegram", poor)])
    watch = Watch(watchman._parts, 0.0)
    for moment in (20.0, 40.0, 61.0):
        for part in watch.look(moment):
            await watchman._mend(part)
    assert (poor.restarts, poor.healthy) == (1, True)
    assert "telegram is stuck" in caplog.text
    assert watch.look(64.0) == []


async def test_a_mending_that_fails_or_hangs_does_not_end_the_watch(town: Town) -> None:
    async def fails() -> None:
        raise OSError("nothing to be done")

    watchman = Watchman("run", town.writer, town.database, lambda: town.now)
    await watchman._mend(Part("x", bool, 0.0, fails))


async def test_a_courier_that_breaks_begins_anew_and_sends_what_waits() -> None:
    went: list[int] = []
    broken = [True]

    def now() -> datetime:
        if broken and went:
            broken.clear()
            raise OSError("no clock")  # after a round, outside of what a round guards
        return datetime(2026, 11, 24, 3, tzinfo=UTC)

    class Sends(Ignores):
        async def send(self, parcel: Parcel, shown: Any) -> Outcome:
            went.append(parcel.id)
            return Outcome("sent", message="1")

    outbox = MemoryOutbox(lambda: datetime(2026, 11, 24, 3, tzinfo=UTC))
    courier = Courier(outbox, Sends(), lambda _: Shown(("x",), ()), now, UNLIMITED)
    outbox.add("1")
    running = asyncio.create_task(courier.run())
    async with asyncio.timeout(20):
        while not courier.restarts:
            courier.wake()
            await asyncio.sleep(0.01)
        outbox.add("2")
        while len(went) < 2:
            courier.wake()
            await asyncio.sleep(0.01)
    await courier.stop()
    await running
    assert went == [1, 2]
    assert courier.counts["sent"] == 2


@pytest.fixture
def kinds() -> Iterator[None]:
    """Kinds of jobs that a test makes up are gone after it."""
    before = dict(DOERS)
    yield
    DOERS.clear()
    DOERS.update(before)


@pytest.mark.usefixtures("kinds")
@pytest.mark.filterwarnings(ENDS)
async def test_a_thread_for_jobs_that_ended_is_begun_anew_with_its_job(town: Town) -> None:
    rina = town.staff()
    died: list[int] = []

    @does("dies")
    def dies(shop: Shop) -> Iterable[Effect]:
        if not died:
            died.append(shop.task.id)
            raise SystemExit
        return [Tell(Screen((say("file-unknown", name="done"),)))]

    person = town.rows(tables.Account, external_id=rina.account)[0].person_id
    town.apply(person, Job("dies"), Incoming("telegram", "e", rina.account, rina.account, "other", town.now))
    worker, done = town.worker, threading.Event()
    worker.done = done.set
    worker.start()
    await asyncio.to_thread(worker._threads["quick"].join, 10)
    [quick, long] = of_worker(worker)
    assert (quick.well(), long.well()) == (False, True)
    assert quick.mend
    await quick.mend()
    assert quick.well()
    assert await asyncio.to_thread(done.wait, 10)
    await asyncio.to_thread(worker.stop)
    assert town.rows(tables.Job, kind="dies")[0].state == "done"


@pytest.mark.filterwarnings(ENDS)
async def test_a_process_that_cannot_write_any_more_ends(town: Town) -> None:
    ended: list[int] = []
    writer = Writer(town.database, town.engine, lambda: town.now)
    writer.start()
    watchman = Watchman("run", writer, town.database, lambda: town.now, end=ended.append)
    assert writer.healthy
    await watchman._give_up()
    assert not ended

    def ends(_: Any) -> None:
        raise SystemExit

    writer.do(ends)
    await asyncio.to_thread(writer._thread.join, 10)
    assert not writer.lives
    await watchman._give_up()
    assert ended[-1] == BROKEN


def test_systemd_hears_of_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NOTIFY_SOCKET", raising=False)
    assert not systemd.notify("READY=1")
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as ear:
        ear.bind(str(tmp_path / "notify"))
        monkeypatch.setenv("NOTIFY_SOCKET", str(tmp_path / "notify"))
        assert systemd.notify("READY=1")
        assert ear.recv(100) == b"READY=1"
    monkeypatch.setenv("WATCHDOG_USEC", "60000000")
    assert systemd.patience() == 60.0
    monkeypatch.setenv("WATCHDOG_PID", "1")
    assert systemd.patience() is None
