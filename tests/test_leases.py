"""What keeps processes on one PostgreSQL out of each other's way, with two of everything in this one."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterator
from concurrent.futures import Future
from contextlib import ExitStack
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import Engine, func, insert, select, text, update

from bot.engine import Engine as Core
from bot.errors import Setup
from bot.furnish import furnish
from bot.house import House
from bot.mentoring.due import Due
from bot.messages import Incoming, Outgoing, Screen, say
from bot.ports import Outcome, Parcel
from storage import due, jobs, office, tables
from storage.bell import bell, ring
from storage.bulk import insert_once
from storage.database import open_database, reading
from storage.lease import SENDERS, WORKERS, Lease, alive, place
from storage.leased import LeasedPost, LeasedSender
from storage.locks import hold
from storage.rows import out_row, table
from storage.writer import Writer
from tests.postgres import Server
from tests.somebody import NOW

pytestmark = pytest.mark.postgres

NUMBER = 5
JOB, OUTBOX, PERSON, DUE = (table(each) for each in (tables.Job, tables.Outbox, tables.Person, tables.Due))


@pytest.fixture
def url(postgres_server: Server, migrated: str) -> Iterator[str]:
    name = postgres_server.create(migrated)
    yield postgres_server.url(name)
    postgres_server.drop(name)


@pytest.fixture
def database(url: str) -> Iterator[Engine]:
    engine = open_database(url)
    yield engine
    engine.dispose()


@pytest.fixture(scope="module")
def house() -> House:
    return furnish()


@pytest.fixture
def writers(url: str, house: House) -> Iterator[list[Writer]]:
    """Two, as if each were of a process of its own."""
    with ExitStack() as ending:
        found = []
        for _ in range(2):
            engine = open_database(url)
            writer = Writer(engine, Core(house), lambda: NOW)
            writer.start()
            ending.callback(engine.dispose)
            ending.callback(writer.stop)
            found.append(writer)
        yield found


def cut_off(database: Engine, lease: Lease) -> None:
    """The server ends the connection of a lease, as it does with one that is not heard of."""
    with database.begin() as connection:
        assert connection.execute(HOLDER, {"number": lease.number}).scalars().all() == [True]
        while connection.execute(HELD, {"number": lease.number}).first():
            pass  # it is told to end, and does so at once, but not before we are told


HERE = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database()"
ALL_OTHERS = text(f"{HERE} AND pid <> pg_backend_pid()")
HELD = text("SELECT pid FROM pg_locks WHERE objid::bigint = :number AND objsubid = 2")
HOLDER = text(f"{HERE} AND pid IN ({HELD})")


def event(number: int, who: int, words: str) -> Incoming:
    account = str(who)
    return Incoming(
        "telegram", f"{who}-{number}", account, account, "text", NOW, text=words, message=str(number), locale="id"
    )


def test_one_has_a_lease_until_it_gives_it_back_or_is_cut_off(database: Engine) -> None:
    first, second = Lease(database, SENDERS, NUMBER), Lease(database, SENDERS, NUMBER)
    assert (first.held(), second.held(), first.held(), second.kept()) == (True, False, True, False)
    first.close()
    assert (second.held(), first.held()) == (True, False)
    cut_off(database, second)
    assert (second.kept(), first.held(), second.held()) == (False, True, False)
    with database.connect() as connection:
        assert (alive(connection, SENDERS), alive(connection, WORKERS)) == ([NUMBER], [])
    first.close()


def test_a_lease_asked_for_by_many_threads_at_once_is_taken_once_and_given_back(database: Engine) -> None:
    first, second = Lease(database, SENDERS, NUMBER), Lease(database, SENDERS, NUMBER)
    threads = [threading.Thread(target=first.held) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    first.close()
    assert second.held()
    second.close()


def test_who_is_not_heard_of_is_cut_off_by_the_server(database: Engine) -> None:
    """A process that hangs: nobody asks its connection anything for a second, here."""
    hung, other = Lease(database, SENDERS, NUMBER, hung=1), Lease(database, SENDERS, NUMBER)
    assert hung.held()
    tried = threading.Event()
    while not other.held():
        assert not tried.wait(0.1)
    assert not hung.kept()
    other.close()


def test_run_wants_a_database_alone_and_several_processes_share_it(database: Engine) -> None:
    ours, others = place(database, shared=True), place(database, shared=True)
    with pytest.raises(Setup, match="another Tuntun is running"):
        place(database, shared=False)
    ours.close()
    others.close()
    alone = place(database, shared=False)
    with pytest.raises(Setup, match="stop it first"):
        place(database, shared=True)
    alone.close()


def waiting(writer: Writer, *chats: str) -> None:
    """Messages in the outbox."""
    rows = [out_row(Outgoing("telegram", chat, Screen((say("pong"),)), None, locale="id"), NOW, None) for chat in chats]
    writer.do(lambda connection: connection.execute(insert(OUTBOX), rows)).result(10)


async def test_a_sender_that_lost_its_lease_is_given_nothing_and_its_word_counts_no_more(
    writers: list[Writer], database: Engine
) -> None:
    """It took two messages, hung, and wakes after another has sent them: its "try again later" is not heard."""
    waiting(writers[0], "1", "2")
    old, new = (Lease(database, SENDERS, NUMBER) for _ in range(2))
    first, second = (LeasedPost(each, lambda: NOW, lease) for each, lease in zip(writers, (old, new), strict=True))
    assert old.held()
    taken = await first.claim("telegram", 2, [])
    assert ([parcel.attempts for parcel in taken], await second.claim("telegram", 2, [])) == ([1, 1], [])
    cut_off(database, old)
    assert (new.held(), await first.claim("telegram", 2, []), await second.recover("telegram")) == (True, [], 2)
    again = await second.claim("telegram", 2, [])
    await second.record([(parcel, Outcome("sent", message="9")) for parcel in again])
    await first.record([(taken[0], Outcome("later")), (taken[1], Outcome("refused"))])
    assert {(row.state, row.attempts) for row in read(database, OUTBOX)} == {("sent", 2)}
    assert await first.recover("telegram") == 0
    new.close()
    old.close()


def read(database: Engine, source: Any) -> list[Any]:
    with reading(database) as connection:
        return list(connection.execute(select(source).order_by(source.c.id)))


class Phone:
    """A platform that delivers anything."""

    platform = "telegram"

    def __init__(self) -> None:
        self.got: list[int] = []

    async def send(self, parcel: Parcel, shown: Any) -> Outcome:
        self.got.append(parcel.id)
        return Outcome("sent")


async def test_each_message_is_asked_for_just_before_it_is_sent(writers: list[Writer], database: Engine) -> None:
    waiting(writers[0], "1", "2")
    lease, phone = Lease(database, SENDERS, NUMBER), Phone()
    sender, post = LeasedSender(phone, lease), LeasedPost(writers[0], lambda: NOW, lease)
    assert lease.held()
    first, second = await post.claim("telegram", 2, [])
    assert (await sender.send(first, None)).kind == "sent"
    cut_off(database, lease)
    assert (await sender.send(second, None)).kind == "later"
    assert phone.got == [first.id]


def test_each_event_counts_once_though_two_processes_handle_it_at_once(writers: list[Writer], database: Engine) -> None:
    """Strangers who become people, an answer each, a question each: every event is given to both."""
    token = begun(writers[0])
    futures: list[Future[None]] = []
    for number, words in enumerate((f"/start {token}", "/privasi", "/bahasa", "/privasi")):
        futures += [each.submit(event(number, who, words)) for who in range(12) for each in writers]
    for future in futures:
        future.result(30)
    counts = {model.__name__: len(read(database, table(model))) for model in (tables.Person, tables.Account)}
    assert counts == {"Person": 12, "Account": 12}
    with reading(database) as connection:
        assert connection.execute(select(func.count()).select_from(table(tables.Seen))).scalar_one() == 48
    chats = [row.chat for row in read(database, OUTBOX)]
    assert {chats.count(str(who)) for who in range(12)} == {chats.count("0")}


def begun(writer: Writer) -> str:
    """A programme; a token that many may use."""

    def begin(connection: Any) -> str:
        office.create_programme(connection, "P", "Asia/Jakarta", "id", None, None, "", NOW)
        return office.invite(connection, "mentee", None, 100, timedelta(days=3), b"0123456789abcdef", NOW)

    return writer.do(begin).result(10)


def test_batches_of_the_same_people_in_any_order_never_wait_in_a_circle(writers: list[Writer]) -> None:
    """Two processes hold the same forty people a hundred times, one from the other end."""
    token = begun(writers[0])
    for future in [writers[0].submit(event(0, who, f"/start {token}")) for who in range(40)]:
        future.result(30)
    batch = [event(1, who, "hai") for who in range(40)]
    futures = [
        each.do(lambda connection, some=some: hold(connection, some))  # type: ignore[misc]
        for _ in range(100)
        for each, some in zip(writers, (batch, batch[::-1]), strict=True)
    ]
    for future in futures:
        future.result(30)


def test_what_is_due_and_what_is_to_be_done_is_taken_by_one(writers: list[Writer], database: Engine) -> None:
    """Both look at the same moment, while neither has committed."""
    person = somebody(writers[0])
    rows = [Due(0, "later", person, NOW, NOW, NOW, f"note:{number}") for number in range(4)]
    writers[0].do(lambda connection: due.plan(connection, rows)).result(10)
    kept = {"kind": "sweep", "lane": "quick", "args": {}, "at": NOW}
    writers[0].do(lambda connection: connection.execute(insert(JOB), [kept, kept])).result(10)
    with database.connect() as one, database.connect() as two, one.begin(), two.begin():
        first, second = due.fetch(one, NOW, 3), due.fetch(two, NOW, 3)
        assert (len(first), second) == (3, [])  # the fourth is of the same person, whom the first has
        tasks = [jobs.claim(each, "quick", NOW, holder) for holder, each in enumerate((one, two, two), 1)]
        assert [task.id if task else None for task in tasks] == [1, 2, None]


def somebody(writer: Writer) -> int:
    writer.submit(event(0, 1, f"/start {begun(writer)}")).result(10)
    return 1


def test_nothing_is_settled_of_whoever_is_writing_just_now(writers: list[Writer], database: Engine) -> None:
    """A reminder for somebody whose answer is being kept would not know of it."""
    person = somebody(writers[0])
    row = Due(0, "later", person, NOW, NOW, NOW, "note:1")
    writers[0].do(lambda connection: due.plan(connection, [row])).result(10)
    with database.connect() as one, database.connect() as two, one.begin() as turn, two.begin():
        hold(one, [event(1, 1, "hai")])
        assert due.fetch(two, NOW, 10) == []
        turn.commit()
        assert len(due.fetch(two, NOW, 10)) == 1


def test_a_row_that_was_there_counts_as_not_written(database: Engine) -> None:
    """Who comes back to a programme is known by this."""
    row = {"platform": "telegram", "event": "1", "at": NOW}
    with database.begin() as connection:
        assert [connection.execute(insert_once(connection, tables.Seen), row).rowcount for _ in "ab"] == [1, 0]


def test_a_job_of_a_worker_that_is_gone_waits_again_and_of_one_that_lives_does_not(
    writers: list[Writer], database: Engine
) -> None:
    kept = {"kind": "sweep", "lane": "long", "args": {}, "at": NOW}
    writers[0].do(lambda connection: connection.execute(insert(JOB), [kept, kept])).result(10)
    workers = [Lease(database, WORKERS, number) for number in (1, 2)]
    assert [each.held() for each in workers] == [True, True]
    for each in workers:
        writers[0].do(lambda connection: jobs.claim(connection, "long", NOW, each.number)).result(10)  # noqa: B023
    recover = writers[1].do(lambda connection: jobs.recover(connection, NOW))
    assert recover.result(10) == 0
    cut_off(database, workers[0])
    assert writers[1].do(lambda connection: jobs.recover(connection, NOW)).result(10) == 1
    assert [row.state for row in read(database, JOB)] == ["waiting", "running"]
    for each in workers:
        each.close()


async def test_the_bell_rings_for_what_was_written_and_not_for_a_look(writers: list[Writer], database: Engine) -> None:
    heard = threading.Semaphore(0)
    for writer in writers:
        writer.before_commit = ring
    with bell(database, heard.release):
        assert await asyncio.to_thread(heard.acquire, timeout=10)  # once at the beginning
        await LeasedPost(writers[0], lambda: NOW, Lease(database, SENDERS, NUMBER)).claim("telegram", 1, [])
        writers[0].do(lambda connection: jobs.recover(connection, NOW)).result(10)
        waiting(writers[0], "1")
        assert await asyncio.to_thread(heard.acquire, timeout=10)
        assert not heard.acquire(blocking=False)


def test_a_database_that_was_away_is_found_again(writers: list[Writer], database: Engine, house: House) -> None:
    """Every connection is cut off, as when PostgreSQL starts anew: what was handed in then must come again, and is
    taken."""
    token = begun(writers[0])
    with database.begin() as connection:
        connection.execute(ALL_OTHERS)
    first = writers[0].submit(event(0, 1, f"/start {token}")).exception(20)
    again = writers[0].submit(event(0, 1, f"/start {token}")).exception(20)
    assert (first is None or isinstance(first, Exception), again) == (True, None)
    assert len(read(database, PERSON)) == 1


def test_a_deadlock_is_tried_again_for_what_is_not_a_message_too(writers: list[Writer], database: Engine) -> None:
    """Two jobs take two rows from opposite ends: the database ends one of them, which then comes through."""
    person = somebody(writers[0])
    writers[0].submit(event(0, 2, "hai")).result(10)
    meet, tried = threading.Barrier(2), set[tuple[int, int]]()

    def rename(connection: Any, order: tuple[int, int]) -> None:
        connection.execute(update(PERSON).where(PERSON.c.id == order[0]).values(name=f"{order}"))
        if order not in tried:
            tried.add(order)
            meet.wait(10)
        connection.execute(update(PERSON).where(PERSON.c.id == order[1]).values(name=f"{order}"))

    orders = ((person, person + 1), (person + 1, person))
    futures = [
        each.do(lambda connection, order=order: rename(connection, order))  # type: ignore[misc]
        for each, order in zip(writers, orders, strict=True)
    ]
    for future in futures:
        future.result(30)
    assert len({row.name for row in read(database, PERSON)}) == 1
