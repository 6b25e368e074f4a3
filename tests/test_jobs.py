"""Work beside the turns: done once, whatever happens; and the files that come and go with it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import timedelta

import pytest

from bot.effects import Effect, Job, SendFile, Tell
from bot.mentoring.people import Facts, Person
from bot.mentoring.views import View
from bot.messages import Incoming, Screen, say
from bot.ports import Lost
from storage import jobs, tables
from storage.files import KEPT, read_file, sweep
from storage.jobs import DOERS, Shop, does
from storage.rows import read_facts, write_facts
from storage.staff.search import search
from tests.town import START, Citizen, Town


@pytest.fixture
def kinds() -> Iterator[None]:
    """Kinds of jobs that a test makes up are gone after it."""
    before = dict(DOERS)
    yield
    DOERS.clear()
    DOERS.update(before)


@pytest.fixture
def rina(town: Town) -> Citizen:
    return town.staff()


def asks(town: Town, who: Citizen, *wanted: Job) -> None:
    """Somebody's conversation asks for jobs."""
    person = town.rows(tables.Account, external_id=who.account)[0].person_id
    asked = Incoming("telegram", "e", who.account, who.account, "other", town.now)
    for job in wanted:
        town.apply(person, job, asked)


@pytest.mark.usefixtures("kinds")
def test_a_job_is_done_once_and_what_it_says_comes_to_who_asked(town: Town, rina: Citizen) -> None:
    @does("hello")
    def hello(shop: Shop) -> Iterable[Effect]:
        return [Tell(Screen((say("file-unknown", name=shop.args["name"]),)))]

    asks(town, rina, Job("hello", {"name": "a.txt"}, once="x"), Job("hello", {"name": "b.txt"}, once="x"))
    assert town.worker.drain() == 1
    town.deliver()
    assert "a.txt" in rina.screen
    assert town.worker.drain() == 0
    asks(town, rina, Job("hello", {"name": "c.txt"}, once="x"))  # the first is over: there may be another
    assert town.worker.drain() == 1


@pytest.mark.usefixtures("kinds")
def test_a_job_that_was_cut_off_is_done_after_the_next_start(town: Town, rina: Citizen) -> None:
    done: list[int] = []

    @does("slow", "long")
    def slow(shop: Shop) -> Iterable[Effect]:
        done.append(shop.task.id)
        return []

    asks(town, rina, Job("slow"))
    town.writer.do(lambda c: jobs.claim(c, "long", town.now)).result()
    assert not done
    town.writer.stop()
    town.restart()
    town.worker.drain()
    assert len(done) == 1
    assert [row.state for row in town.rows(tables.Job, kind="slow")] == ["done"]


@pytest.mark.usefixtures("kinds")
def test_a_job_that_ends_the_process_each_time_is_given_up(town: Town, rina: Citizen) -> None:
    @does("deadly", "long")
    def deadly(_: Shop) -> Iterable[Effect]:
        return []

    asks(town, rina, Job("deadly"))
    for _ in range(jobs.MOST_TRIES):
        assert town.writer.do(lambda c: jobs.claim(c, "long", town.now)).result()
        town.writer.do(lambda c: jobs.recover(c, town.now)).result()
    assert town.writer.do(lambda c: jobs.claim(c, "long", town.now)).result() is None
    assert town.rows(tables.Job, kind="deadly")[0].state == "failed"


@pytest.mark.usefixtures("kinds")
def test_a_job_that_fails_is_tried_again_and_then_apologised_for(town: Town, rina: Citizen) -> None:
    tries: list[int] = []

    @does("broken")
    def broken(shop: Shop) -> Iterable[Effect]:
        tries.append(shop.task.id)
        raise ValueError("ours")

    asks(town, rina, Job("broken"))
    town.worker.drain()
    town.deliver()
    assert len(tries) == jobs.MOST_TRIES
    assert "Maaf" in rina.screen
    assert town.rows(tables.Job, kind="broken")[0].state == "failed"


@pytest.mark.usefixtures("kinds")
def test_a_job_for_later_waits_for_its_moment(town: Town, rina: Citizen) -> None:
    @does("later-on")
    def later_on(shop: Shop) -> Iterable[Effect]:
        return [Tell(Screen((say("file-unknown", name=f"{shop.now - START}"),)))]

    asks(town, rina, Job("later-on", at=town.now + timedelta(days=2)))
    town.worker.drain()
    town.passes(days=1)
    assert town.rows(tables.Job, kind="later-on")[0].state == "waiting"
    town.passes(days=2)
    assert "2 days" in rina.screen


@pytest.mark.usefixtures("kinds")
def test_a_file_reaches_who_asked_and_is_removed_after_a_week(town: Town, rina: Citizen) -> None:
    @does("make")
    def make(_: Shop) -> Iterable[Effect]:
        return [SendFile("a.csv", b"a,b\r\n", Screen((say("file-reading"),)))]

    asks(town, rina, Job("make"))
    town.worker.drain()
    town.deliver()
    assert town.file_of(rina) == b"a,b\r\n"
    town.writer.do(lambda c: sweep(c, town.now + KEPT + timedelta(hours=1))).result()
    with pytest.raises(Lost):
        read_file(town.database, str(town.rows(tables.Activity)[0].id))
    assert town.rows(tables.File) == []


def test_a_dropped_file_that_nobody_can_read_is_answered_kindly(town: Town, rina: Citizen) -> None:
    said = rina.drops("foto.heic", b"x")
    assert "foto.heic" in said
    assert ".csv" in said
    assert "5 MB" in rina.drops("besar.csv", b"x" * 6_000_000)


def test_a_file_of_somebody_who_runs_nothing_is_not_read(town: Town) -> None:
    sari = town.mentee()
    sari.writes("/batal")
    sari.drops("orang.csv", "name,role\nA,owner\n")
    assert town.rows(tables.Job) == []


@dataclass(frozen=True, slots=True)
class Heap(View):
    """Something a screen may show."""

    names: tuple[str, ...]


def test_a_view_is_frozen_with_the_facts_under_its_name() -> None:
    facts = Facts(START, START.date(), Person(1), view=Heap(("a", "b")))
    assert read_facts(write_facts(facts)) == facts
    assert read_facts(write_facts(replace(facts, view=None))).view is None
    gone = write_facts(facts).replace('"Heap"', '"Nowhere"')
    assert read_facts(gone).view is None


def test_people_are_found_by_name_in_their_own_programme_only(town: Town) -> None:
    town.mentee(name="Sari Wulandari")
    programme = town.rows(tables.Programme)[0].id
    with town.look() as connection:
        assert [each.name for each in search(connection, programme, "sari wulandri")] == ["Sari Wulandari"]
        assert search(connection, programme + 1, "sari") == []
