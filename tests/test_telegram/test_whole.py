"""The whole way: what a person does goes through poller, writer, engine, outbox and courier, and comes back."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import UTC, datetime

import pytest

from adapters.clock import Clock
from adapters.courier import UNLIMITED, Courier
from adapters.telegram.poller import Poller
from adapters.telegram.sender import TelegramSender
from bot.ports import Outcome
from bot.talk.rendering import render
from storage import due, tables
from storage.post import Post
from tests.fakes.telegram_people import Person
from tests.fakes.telegram_server import FakeTelegram
from tests.fakes.world import until
from tests.test_telegram.conftest import SARI, ring
from tests.town import ENROLMENT, Town

SUNDAY = datetime(2026, 11, 29, 8, 1, tzinfo=UTC)  # 16.01 in Kupang
pytestmark = pytest.mark.slow


@asynccontextmanager
async def alive(town: Town, server: FakeTelegram) -> AsyncIterator[Clock]:
    """The bot on Telegram, as `run` puts it together."""
    line = ring(server, 5)
    poller = Poller(line, town.writer.submit, lambda: town.now, timeout=5)
    sender = TelegramSender(line.bot, lambda _: b"")
    post = Post(town.writer, lambda: town.now)
    courier = Courier(
        post, sender, lambda parcel: render(parcel, town.house.phrases, town.now), lambda: town.now, UNLIMITED
    )
    clock = Clock(
        lambda: town.writer.do(lambda c: (town.engine.tick(town.writer.desk(c), town.now), due.earliest(c))),
        lambda: town.now,
        courier.wake,
    )
    town.writer.committed = courier.wake
    tasks = [asyncio.create_task(each.run()) for each in (poller, courier)]
    clock.start()
    try:
        yield clock
    finally:
        for each in (poller, clock, courier):
            await each.stop()
        await asyncio.gather(*tasks)
        await line.bot.shutdown()


async def does(person: Person, *steps: str) -> None:
    """Tap "[what is in brackets]" and write the rest, each after the answer to the one before."""
    for step in steps:
        acted = person.taps if step.startswith("[") else person.writes
        await asyncio.to_thread(acted, step.strip("[]"))
        await asyncio.to_thread(person.sees)


async def enrols(person: Person, town: Town) -> None:
    """Open an invitation's link and answer what is asked."""
    await asyncio.to_thread(person.starts, town.invite())
    await asyncio.to_thread(person.sees)
    await does(person, *ENROLMENT["id"]("Sari"))


def count(town: Town, what: type[tables.Row], **where: str) -> int:
    return len(town.rows(what, **where))


def refused(server: FakeTelegram) -> list[str]:
    """What Telegram did not take; a poll that gives way to the last one, at the end, is none of it."""
    return [each.description for each in server.refused if each.method != "getUpdates"]


async def test_a_mentee_enrols_on_telegram_and_hears_of_the_first_week(town: Town, server: FakeTelegram) -> None:
    sari = server.person(SARI, "Sari")
    async with alive(town, server) as clock:
        await enrols(sari, town)
        assert count(town, tables.Membership, standing="active") == 1
        town.now = SUNDAY
        clock.wake()
        await until(lambda: count(town, tables.Outbox, kind="checkin", state="sent"))
        await until(lambda: not count(town, tables.Outbox, state="waiting"))
    assert refused(server) == []
    assert {row.state for row in town.rows(tables.Outbox)} <= {"sent", "expired"}


async def test_somebody_who_blocks_the_bot_is_left_alone_until_they_come_back(town: Town, server: FakeTelegram) -> None:
    sari = server.person(SARI, "Sari")
    async with alive(town, server):
        await enrols(sari, town)
        sari.blocks()
        await until(lambda: count(town, tables.Account, reach="blocked"))
        await asyncio.to_thread(sari.starts)
        await asyncio.to_thread(sari.sees)
        assert count(town, tables.Account, reach="ok") == 1


async def test_a_coordinator_hears_at_once_of_a_reminder_that_could_not_arrive(
    town: Town, server: FakeTelegram
) -> None:
    """Nothing else happens meanwhile that would wake the courier."""
    sari, rina = server.person(SARI, "Sari"), server.person(int(town.staff().account), "Rina")
    rina.started = True
    async with alive(town, server) as clock:
        await enrols(sari, town)
        await until(lambda: not count(town, tables.Outbox, state="waiting"))
        sari.blocked, town.now = True, SUNDAY
        clock.wake()
        await asyncio.to_thread(rina.sees, "Sari")


async def test_what_could_not_be_sent_wakes_those_who_may_have_to_tell(town: Town) -> None:
    """What arrived does not: nothing comes of it."""
    town.mentee().writes("/bantuan")
    post, woken = Post(town.writer, lambda: town.now), list[None]()
    await asyncio.to_thread(lambda: town.citizen("5000000001").submits("text", text="/privasi").result(10))
    (parcel,) = await post.claim("telegram", 1, [])
    town.writer.committed = lambda: woken.append(None)
    await post.record([(parcel, Outcome("sent"))])
    assert woken == []
    await post.record([(parcel, Outcome("unreachable", reach="blocked"))])
    assert woken == [None]


async def test_whatever_is_sent_is_answered(town: Town, server: FakeTelegram) -> None:
    sari = server.person(SARI, "Sari")
    things: list[Callable[[], object]] = [
        sari.sends_sticker,
        sari.sends_voice,
        sari.sends_photo,
        sari.sends_contact,
        lambda: sari.sends_poll("When?", "now", "later"),
        lambda: sari.sends_location(-6.2, 106.8),
        lambda: sari.forwards("wise words", "Someone"),
        lambda: sari.writes("x" * 4096),
        lambda: sari.writes("👍"),
        lambda: sari.writes("\u202eمرحبا\u0007 _*[<&`"),
        lambda: sari.edits(sari.writes("typo"), "<b>no typo</b>"),
        lambda: sari.taps_data("c:99:gone:x", 4711),
        lambda: sari.writes("/nonsense"),
    ]
    async with alive(town, server):
        await enrols(sari, town)
        for thing in things:
            await asyncio.to_thread(thing)
            await asyncio.to_thread(sari.sees)
    assert refused(server) == []
