"""The long poll: what people sent is handed in once it can be kept, and never lost; nothing stops it for good."""

import asyncio
import time
from collections.abc import AsyncIterator, Callable
from concurrent.futures import Future
from contextlib import asynccontextmanager

import pytest

from adapters.telegram.line import dial
from adapters.telegram.poller import Poller
from bot.errors import Setup
from bot.messages import Incoming
from tests.fakes.telegram_people import Person
from tests.fakes.telegram_server import FakeTelegram
from tests.fakes.world import Moment, until
from tests.test_telegram.conftest import SARI, ring


class Desk:
    """Where messages are handed in: keeps each event once, fails or waits when told to."""

    def __init__(self) -> None:
        self.kept: list[Incoming] = []
        self.tries = 0
        self.failing = 0
        self.held: list[tuple[Incoming, Future[None]]] | None = None

    def __call__(self, incoming: Incoming) -> Future[None]:
        future: Future[None] = Future()
        self.tries += 1
        if self.held is not None:
            self.held.append((incoming, future))
        elif self.failing:
            self.failing -= 1
            future.set_exception(OSError("database is locked"))
        else:
            self._keep(incoming, future)
        return future

    def _keep(self, incoming: Incoming, future: Future[None]) -> None:
        if incoming.event not in {kept.event for kept in self.kept}:
            self.kept.append(incoming)
        future.set_result(None)

    def let_go(self) -> None:
        held, self.held = self.held or [], None
        for incoming, future in held:
            self._keep(incoming, future)

    @property
    def texts(self) -> list[str]:
        return [incoming.text for incoming in self.kept]


Make = Callable[..., Poller]


@pytest.fixture
def desk() -> Desk:
    return Desk()


@pytest.fixture
def make(server: FakeTelegram, desk: Desk, now: Moment) -> Make:
    return lambda **more: Poller(ring(server), desk, now, **({"timeout": 1, "standby": 0.3} | more))


@asynccontextmanager
async def at_work(poller: Poller) -> AsyncIterator[Poller]:
    """A poller that runs, and is stopped at the end."""
    running = asyncio.create_task(poller.run())
    try:
        yield poller
    finally:
        await poller.stop()
        await running
        await poller._bot.shutdown()


async def test_what_is_sent_is_handed_in_at_once_and_in_order(make: Make, desk: Desk, sari: Person) -> None:
    async with at_work(make(timeout=20)) as poller:
        await until(lambda: poller._polling)
        for number in range(5):
            begun = time.monotonic()
            await asyncio.to_thread(sari.writes, str(number))
            await until(lambda number=number: len(desk.kept) > number)  # type: ignore[misc]
            assert time.monotonic() - begun < 1
    assert desk.texts == list("01234")


async def test_what_came_while_it_was_down_is_not_dropped(
    make: Make, desk: Desk, server: FakeTelegram, sari: Person
) -> None:
    for number in range(150):
        sari.writes(str(number))
    async with at_work(make()):
        await until(lambda: len(desk.kept) == 150)
    assert desk.texts == [str(number) for number in range(150)]
    assert server.calls("getUpdates")[0].params.get("offset") is None
    assert all("drop_pending_updates" not in call.params for call in server.log)


async def test_nothing_is_confirmed_before_it_is_kept(
    make: Make, desk: Desk, server: FakeTelegram, sari: Person
) -> None:
    sari.writes("precious")
    desk.held = []
    async with at_work(make()):
        await until(lambda: desk.held)
        await asyncio.sleep(0.3)
        assert [update["message"]["text"] for update in server.updates.pending] == ["precious"]
        desk.let_go()
        await asyncio.to_thread(server.wait_confirmed)
    assert desk.texts == ["precious"]


async def test_what_could_not_be_kept_is_fetched_again(
    make: Make, desk: Desk, server: FakeTelegram, sari: Person, caplog: pytest.LogCaptureFixture
) -> None:
    desk.failing = 2
    for text in "abc":
        sari.writes(text)
    async with at_work(make()):
        await until(lambda: len(desk.kept) == 3)
        await asyncio.to_thread(server.wait_confirmed)
    assert (sorted(desk.texts), desk.tries) == (["a", "b", "c"], 6)
    assert "database is locked" in caplog.text


async def test_a_stop_confirms_what_was_kept(make: Make, desk: Desk, server: FakeTelegram, sari: Person) -> None:
    async with at_work(make(timeout=20)):
        sari.writes("last words")
        await until(lambda: desk.kept)
    server.wait_confirmed(0.1)


async def test_a_tap_is_answered_before_any_work(make: Make, desk: Desk, server: FakeTelegram, sari: Person) -> None:
    desk.held = []
    async with at_work(make()):
        query = sari.taps_data("c:1:x:y", 7)
        await asyncio.to_thread(sari.answer_to, query)
        assert desk.kept == []
        desk.let_go()
    assert [(incoming.kind, incoming.data) for incoming in desk.kept] == [("tap", "c:1:x:y")]


@pytest.mark.parametrize("fault", ["too old", "500", "hang"])
async def test_a_tap_that_cannot_be_answered_counts_all_the_same(
    make: Make, desk: Desk, server: FakeTelegram, sari: Person, fault: str
) -> None:
    if fault == "too old":
        server.query_lifetime = 0
    else:
        server.fault("answerCallbackQuery", kind=fault)  # type: ignore[arg-type]
    sari.taps_data("c:1:x:y", 7)
    async with at_work(make()):
        await until(lambda: desk.kept)
    assert desk.kept[0].data == "c:1:x:y"


@pytest.mark.parametrize("kind", ["500", "502_html", "bad_json", "cut_before", "429"])
async def test_trouble_at_telegram_passes(
    make: Make, desk: Desk, server: FakeTelegram, sari: Person, kind: str
) -> None:
    server.fault("getUpdates", kind=kind)  # type: ignore[arg-type]
    sari.writes("still here")
    async with at_work(make()) as poller:
        await until(lambda: desk.kept)
        assert poller.healthy
    assert desk.texts == ["still here"]


async def test_an_outage_loses_nothing(make: Make, desk: Desk, server: FakeTelegram, sari: Person) -> None:
    async with at_work(make(timeout=20)) as poller:
        await until(lambda: poller.last_success or poller._polling)
        with server.outage():
            sari.writes("while you were away")
            await asyncio.sleep(0.1)
        await until(lambda: desk.kept, 10)
    assert desk.texts == ["while you were away"]


async def test_a_start_without_a_network_waits_for_it(
    make: Make, desk: Desk, server: FakeTelegram, sari: Person
) -> None:
    poller = make()
    server.goes_down()
    running = asyncio.create_task(poller.run())
    await asyncio.sleep(0.1)
    server.comes_up()
    sari.writes("finally")
    await until(lambda: desk.kept, 10)
    await poller.stop()
    await running
    await poller._bot.shutdown()


async def test_a_refused_token_is_told_to_the_operator_without_repeating_it(
    server: FakeTelegram, desk: Desk, now: Moment
) -> None:
    token = "7000000001:wrong"
    line = dial(token, f"http://127.0.0.1:{server.port}")
    with pytest.raises(Setup, match="TELEGRAM_TOKEN: Telegram refuses this token") as raised:
        await Poller(line, desk, now).start()
    assert token not in str(raised.value)
    assert raised.value.__suppress_context__
    await line.bot.shutdown()


async def test_a_token_that_is_revoked_later_does_not_end_it(
    make: Make, desk: Desk, server: FakeTelegram, sari: Person, caplog: pytest.LogCaptureFixture
) -> None:
    poller = make()
    await poller.start()
    server.fault("getUpdates", kind="401")
    running = asyncio.create_task(poller.run())
    await until(lambda: "refuses TELEGRAM_TOKEN" in caplog.text)
    assert not running.done()
    await poller.stop()
    await running
    await poller._bot.shutdown()


async def test_a_second_poller_is_told_of_and_goes_away(
    make: Make, desk: Desk, server: FakeTelegram, sari: Person, caplog: pytest.LogCaptureFixture
) -> None:
    async with at_work(make()) as poller:
        await until(lambda: poller.last_success)
        other = ring(server, 5)
        async with other.bot:
            await other.bot.get_updates(timeout=0)
            await until(lambda: poller.conflict)
            assert not poller.healthy
        await until(lambda: not poller.conflict)
        sari.writes("mine again")
        await until(lambda: desk.kept)
    assert caplog.text.count("another program reads messages") == 1


async def test_a_poll_that_hangs_is_cut_off_and_begun_anew(
    server: FakeTelegram, desk: Desk, now: Moment, sari: Person, caplog: pytest.LogCaptureFixture
) -> None:
    poller = Poller(ring(server, 60), desk, now, timeout=1, hangs=0.3)
    server.fault("getUpdates", kind="hang")
    sari.writes("after the stall")
    async with at_work(poller):
        await until(lambda: desk.kept)
    assert (desk.texts, poller.restarts) == (["after the stall"], 1)
    assert "hung for" in caplog.text


async def test_silence_turns_health_red(make: Make, now: Moment) -> None:
    async with at_work(make()) as poller:
        assert not poller.healthy
        await until(lambda: poller.healthy)
        now.passes(minutes=3)
        assert not poller.healthy
        await until(lambda: poller.healthy)


async def test_an_update_nobody_can_read_stops_no_other(
    make: Make, desk: Desk, server: FakeTelegram, sari: Person, caplog: pytest.LogCaptureFixture
) -> None:
    sari.writes("before")
    server.push("message", {"message_id": "x", "from": {"id": SARI}, "chat": {"id": SARI, "type": "private"}})
    server.push("message", {"nothing": "at all"})
    server.push("callback_query", {"id": 3})
    sari.writes("after")
    async with at_work(make()):
        await until(lambda: "after" in desk.texts)
        await asyncio.to_thread(server.wait_confirmed)
    assert [(incoming.kind, incoming.text) for incoming in desk.kept] == [
        ("text", "before"),
        ("other", ""),
        ("text", "after"),
    ]
    assert caplog.text.count("could not be read") == 3


async def test_a_desk_that_raises_stops_nothing(server: FakeTelegram, now: Moment, sari: Person) -> None:
    heard: list[str] = []

    def submit(incoming: Incoming) -> Future[None]:
        heard.append(incoming.text)
        if len(heard) == 1:
            raise RuntimeError("closed")
        future: Future[None] = Future()
        future.set_result(None)
        return future

    sari.writes("x")
    async with at_work(Poller(ring(server), submit, now, timeout=1)):
        await asyncio.to_thread(server.wait_confirmed)
    assert heard == ["x", "x"]


async def test_a_webhook_that_is_set_is_taken_away(
    make: Make, desk: Desk, server: FakeTelegram, sari: Person, caplog: pytest.LogCaptureFixture
) -> None:
    server.profile.webhook = "https://example.org/hook"
    sari.writes("kept")
    async with at_work(make()):
        await until(lambda: desk.kept)
    assert (server.profile.webhook, desk.texts) == ("", ["kept"])
    assert "webhook" in caplog.text
