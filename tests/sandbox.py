"""A town in one transaction that is never committed: every example begins with the same people, and costs no disk."""

from __future__ import annotations

import atexit
import itertools
import shutil
import tempfile
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from contextlib import AbstractContextManager, contextmanager, nullcontext
from copy import deepcopy
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy import Connection, update

from bot.effects import ChangePerson, SetStanding
from bot.house import House
from bot.messages import Incoming
from storage import tables
from storage.desk import SqlDesk
from storage.rows import table
from tests.town import ENROLMENT, Citizen, Town, furnished

T = TypeVar("T")


def passing_folder(name: str) -> Path:
    """A folder that goes when the tests are over."""
    path = Path(tempfile.mkdtemp(prefix=f"tuntun-{name}-"))
    atexit.register(shutil.rmtree, path, ignore_errors=True)
    return path


class Pencil:
    """Does what a Writer does, at once and on one connection; whatever is raised goes straight to the test."""

    def __init__(self, town: Town, connection: Connection) -> None:
        self._town, self._connection = town, connection

    def submit(self, incoming: Incoming) -> Future[None]:
        future: Future[None] = Future()
        self._town.engine.handle(self.desk(self._connection), [incoming], self._town.now)
        future.set_result(None)
        return future

    def do(self, job: Callable[[Connection], T], *, quiet: bool = False) -> Future[T]:
        future: Future[T] = Future()
        future.set_result(job(self._connection))
        return future

    def desk(self, connection: Connection) -> SqlDesk:
        return SqlDesk(connection, self._town.house.plans)


class Sandbox(Town):
    """A town whose writing can be taken back."""

    def __init__(self, folder: Path, house: House | None = None) -> None:
        super().__init__(folder, house or furnished())
        self.writer.stop()
        self.connection = self.database.connect()
        self.writer = Pencil(self, self.connection)  # type: ignore[assignment]

    def look(self) -> AbstractContextManager[Connection]:
        return nullcontext(self.connection)

    @contextmanager
    def kept(self) -> Iterator[None]:
        """What happens now stays for all examples to come."""
        with self.connection.begin():
            yield

    @contextmanager
    def undone(self) -> Iterator[None]:
        """What happens now is taken back at the end."""
        before = self.now, deepcopy({name: each.messages for name, each in self.citizens.items()}), self.outcome
        transaction = self.connection.begin()
        self.numbers = itertools.count(1_000)
        self.delivered = []
        try:
            yield
        finally:
            transaction.rollback()
            self.now, phones, self.outcome = before
            self.citizens = {name: self.citizens[name] for name in phones}
            for name, messages in phones.items():
                self.citizens[name].messages = messages


HALFWAY: dict[str, tuple[str, ...]] = {  # where a mentee with a goal may be in the middle of something
    "idle": (),
    "checking": ("/checkin", "50"),
    "reviewing": ("/checkin", "50", "[4]", "[Lewati]", "[Lewati]", "/checkin", "[Ubah]"),
    "wishing": ("go:goal", "[1]"),
    "dating": ("go:goal_move:{goal}",),
    "stepping": ("go:goal_step:{goal}", "baca bab 1"),
    "pausing": ("/jeda",),
    "erasing": ("/hapus", "[Lanjut]"),
    "leaving": ("/keluar", "[Lewati]"),
    "editing": ("/ubah", "[Hari luang]"),
    "quieting": ("go:set_quiet", "[Jam lain"),
    "calling": ("/minta_bantuan", "[tidak aman]"),
    "answering": ("/masukan", "[Tidak membantu]"),
    "busy": ("/checkin", "50", "go:set_zone"),
    "paused": ("/jeda 2w",),
    "gone": ("/keluar", "[Lewati]", "[Ya, keluar]"),
    "finished": ("/checkin", "50", "[4]", "[Lewati]", "[Lewati]"),
}
JOINING: dict[str, int | None] = {"consenting": 0, "naming": 1, "ticking": 6, "clocking": 14, "new": None}
STAFF = {"mentor": "Budi", "coordinator": "Rina", "owner": "Tono"}


@cache
def crowded() -> Sandbox:
    """A programme with somebody in every state there is; accounts are the names of the states."""
    town = Sandbox(passing_folder("sandbox"))
    with town.kept():
        town.programme()
        for state, far in JOINING.items():
            somebody = town.citizen(state)
            somebody.writes(f"/start {town.invite()}")
            somebody.does(*ENROLMENT["id"]("Sari")[:far])
        for role, name in STAFF.items():
            somebody = town.citizen(role, "en" if role == "mentor" else "id")
            somebody.writes(f"/start {town.invite(role)}")
            somebody.does(*(("[I agree]", name, "[WIB]") if role == "mentor" else ("[Setuju]", name, "[WIB]")))
        for state, steps in HALFWAY.items():
            _halfway(town, quick_mentee(town, state), steps)
        _lost(town)
    return town


def quick_mentee(town: Town, state: str, locale: str = "id") -> Citizen:
    """A mentee with a goal, enrolled in a few strokes."""
    somebody = town.citizen(state, locale)
    somebody.writes(f"/start {town.invite()}")
    somebody.does("[Setuju]" if locale == "id" else "[I agree]", "/batal")
    person = town.rows(tables.Account, external_id=state)[0].person_id
    town.apply(person, ChangePerson({"name": "Sari", "zone": "Asia/Makassar"}, {"days": ["sun"]}))
    town.apply(person, SetStanding("active"))
    town.goal(state)
    return somebody


def _halfway(town: Town, somebody: Citizen, steps: tuple[str, ...]) -> None:
    goal = max(row.id for row in town.rows(tables.Goal))
    for step in steps:
        if step.startswith("go:"):
            somebody.taps_data(step.format(goal=goal))
        else:
            somebody.does(step)


def _lost(town: Sandbox) -> None:
    """Somebody who cannot be reached, somebody asleep in the middle of a goal, and somebody nobody knows."""
    quick_mentee(town, "blocked")
    town.writer.submit(Incoming("telegram", "b", "blocked", "blocked", "blocked", town.now)).result()
    quick_mentee(town, "asleep").taps_data("go:goal")
    talk = table(tables.Conversation)
    town.connection.execute(update(talk).where(talk.c.id == max(open_talks(town))).values(state="asleep"))
    town.citizen("stranger")


def open_talks(town: Town) -> list[int]:
    """The conversations that are open."""
    return [row.id for row in town.rows(tables.Conversation, state="open")]


KEPT = (
    *(tables.Person, tables.Account, tables.Membership, tables.Consent, tables.Goal, tables.Step, tables.Checkin),
    *(tables.Progress, tables.FormResponse, tables.HelpRequest, tables.Due, tables.Conversation, tables.Activity),
)


def records(town: Town, *without: str) -> dict[str, list[dict[str, Any]]]:
    """All rows but those of the traffic, without some columns."""
    return {
        model.__name__: [
            {name: value for name, value in row._mapping.items() if name not in without} for row in town.rows(model)
        ]
        for model in KEPT
    }
