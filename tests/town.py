"""A town to try the bot in: a real SQLite file, the real writer and engine, a clock to move, and people who write and
tap.

The only thing made up is the platform: what the outbox holds is taken from it as a courier would and shown to its
person.
"""

from __future__ import annotations

import atexit
import itertools
import shutil
import tempfile
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any, TypeAlias

from sqlalchemy import Connection, event, func, select

from bot.effects import SaveGoal
from bot.engine import Engine
from bot.furnish import furnish
from bot.house import House
from bot.messages import File, Incoming
from bot.ports import Outcome, Parcel
from bot.talk.rendering import Shown as Drawn
from bot.talk.rendering import bare, render
from storage import office, outbox, tables
from storage.database import open_database, reading
from storage.due import earliest
from storage.files import HOUSE, read_file
from storage.jobs import next_moment
from storage.migrate import upgrade
from storage.rows import table
from storage.worker import Worker
from storage.writer import Writer

Home: TypeAlias = Callable[[Path | None], str]  # the URL a town lives at, by the file it begins with; `conftest.home`

START = datetime(2026, 11, 24, 3, 0, tzinfo=UTC)  # Tuesday 10.00 WIB


ENROLMENT: dict[str, Callable[[str], list[str]]] = {
    "id": lambda name: [
        "[Setuju]", name, "[18 tahun]", "Kupang", "[IT & data]", "[Portofolio]", "[Selesai]", "[Komunikasi]",
        "[Selesai]", "[Selesai]", "[Video]", "[Selesai]", "[Minggu]", "[Selesai]", "16.00",
    ],
    "en": lambda name: [
        "[I agree]", name, "[18 or]", "Kupang", "[IT & data]", "[Portfolio]", "[Done]", "[Communication]", "[Done]",
        "[Done]", "[Video]", "[Done]", "[Sunday]", "[Done]", "4 pm",
    ],
}  # fmt: skip


MENTORING: dict[str, Callable[[str], list[str]]] = {
    "id": lambda name: [
        "[Setuju]", name, "[WIB]", "[IT & data]", "[Portofolio]", "[Selesai]", "[Komunikasi]", "[Selesai]",
        "[Pakai contoh]", "[2]", "[Video]", "[Selesai]", "[Sabtu]", "[Selesai]", "[Malam]", "[Selesai]",
        "[08.00]", "[Senang bisa]",
    ],
    "en": lambda name: [
        "[I agree]", name, "[WIB]", "[IT & data]", "[Portfolio]", "[Done]", "[Communication]", "[Done]", "[Take this]",
        "[2]", "[Video]", "[Done]", "[Saturday]", "[Done]", "[Evenings]", "[Done]", "[8:00 am]", "[I'm glad]",
    ],
}  # fmt: skip


@dataclass
class Shown:
    """A message as its person sees it."""

    id: str
    text: str
    buttons: list[tuple[str, str]]
    drawn: Drawn
    edited: bool = False

    def __str__(self) -> str:
        labels = " ".join(f"[{label}]" for label, _ in self.buttons)
        return f"{self.text}\n{labels}".strip()


@dataclass
class Citizen:
    """Somebody with a phone."""

    town: Town
    account: str
    locale: str = "id"
    name: str = ""
    platform: str = "telegram"
    messages: dict[str, Shown] = field(default_factory=dict)
    heard: list[Shown] = field(default_factory=list)
    log: list[tuple[datetime, Shown]] = field(default_factory=list)

    def writes(self, text: str, **more: Any) -> str:
        """Send text; what comes back, as read."""
        return self._send("text", text=text, **{"message": f"m{next(self.town.numbers)}", **more})

    def edits(self, message: str, text: str) -> str:
        """Edit a message of one's own."""
        return self._send("edit", text=text, message=message)

    def taps(self, label: str) -> str:
        """Tap the newest button with these words in its label."""
        for shown in reversed(list(self.messages.values())):
            for name, data in shown.buttons:
                if label in name:
                    return self.taps_data(data, shown.id)
        raise AssertionError(f"no button {label!r} on:\n{self.screen}")

    def taps_data(self, data: str, message: str = "x", **more: Any) -> str:
        """Tap a button by its data."""
        return self._send("tap", data=data, message=message, **more)

    def drops(self, name: str, data: bytes | str, words: str = "") -> str:
        """Drop a file into the chat."""
        ref = f"f{next(self.town.numbers)}"
        self.town.files[ref] = data.encode() if isinstance(data, str) else data
        file = File("document", ref, name, len(self.town.files[ref]))
        kind = "text" if words else "other"
        return self._send(kind, what="document", text=words, files=(file,), message=f"m{next(self.town.numbers)}")

    def file(self) -> bytes:
        """The file that came last."""
        return self.town.file_of(self)

    def sends(self, what: str, **more: Any) -> str:
        """Send something that is not text."""
        return self._send("other", what=what, message=f"m{next(self.town.numbers)}", **more)

    def writes_in(self, thread: str, text: str, **more: Any) -> str:
        """Write in a pair's thread."""
        return self._send("thread", text=text, chat=thread, **{"message": f"m{next(self.town.numbers)}", **more})

    def _send(self, kind: Any, **more: Any) -> str:
        self.heard = []
        self.submits(kind, **more).result(20)
        self.town.worker.drain()
        self.town.deliver()
        return self.said

    def submits(self, kind: Any, **more: Any) -> Future[None]:
        """Hand something in, without waiting for what comes of it."""
        return self.town.writer.submit(self._event(kind, **more))

    def _event(self, kind: Any, **more: Any) -> Incoming:
        incoming = Incoming(
            self.platform,
            more.pop("event", f"e{next(self.town.numbers)}"),
            self.account,
            more.pop("chat", self.account),
            kind,
            self.town.now,
            **more,
        )
        return replace(incoming, locale=self.locale, name=self.name)

    @property
    def said(self) -> str:
        """What came since the last thing this person did."""
        return "\n---\n".join(map(str, self.heard))

    @property
    def screen(self) -> str:
        """The newest message."""
        return str(list(self.messages.values())[-1]) if self.messages else "(nothing)"

    def does(self, *steps: str) -> str:
        """Several steps: "[label]" taps, everything else is written."""
        said = ""
        for step in steps:
            said = self.taps(step[1:-1]) if step.startswith("[") and step.endswith("]") else self.writes(step)
        return said


@dataclass
class Pair:
    """Two people who work together."""

    mentor: Citizen
    mentee: Citizen
    id: int


def spread(number: int) -> bytes:
    """Sixteen bytes that make a token of its own of each number: of a byte, its rest by thirty counts."""
    return bytes((number // 30**place) % 30 for place in range(16))


def hasty(connection: Any, _: Any) -> None:
    """Don't wait for the disk: nothing ends with the test but the test. Real processes are killed elsewhere."""
    connection.execute("PRAGMA synchronous=OFF").close()


class Town:
    """The bot and its people; `begun` is a file in which some live already, `url` a migrated database to use instead of
    a file."""

    def __init__(self, folder: Path, house: House, begun: Path | None = None, url: str = "") -> None:
        self.now = START
        self.numbers = itertools.count(10_000 if begun else 1)
        if not url:
            shutil.copy(begun or empty(), folder / "town.db")
        self.database = open_database(url or f"sqlite:///{folder / 'town.db'}")
        if not url:
            event.listen(self.database, "connect", hasty)
        self.house = house
        self.engine = Engine(house)
        self.writer = Writer(self.database, self.engine, lambda: self.now)
        self.writer.start()
        self.files: dict[str, bytes] = {}  # what people dropped into their chats, by ref
        self.draws = itertools.count(1)
        self.citizens: dict[str, Citizen] = {}
        self.tokens = itertools.count(1000 if begun else 1)
        self.delivered: list[tuple[datetime, Parcel]] = []
        self.outcome: Callable[[Parcel], Outcome | None] = lambda _: None

    @property
    def worker(self) -> Worker:
        """Whoever does the jobs beside the conversations."""
        return Worker(
            self.writer,
            self.look,
            lambda: self.now,
            fetch=lambda platform, ref: self.files[ref],
            link=lambda token: f"https://t.me/tuntun_bot?start={token}",
            draw=lambda: spread(next(self.draws)),
        )

    def file_of(self, who: Citizen) -> bytes:
        """The last file somebody got from the bot."""
        file = next(each.drawn.file for each in reversed(list(who.messages.values())) if each.drawn.file)
        assert file.content["platform"] == HOUSE
        return read_file(self.database, file.content["ref"])

    def programme(self, name: str = "Mentoring Beasiswa 2026", **more: Any) -> str:
        """A programme."""
        given = {
            "zone": "Asia/Jakarta",
            "locale": "id",
            "starts": None,
            "ends": None,
            "organiser": "Yayasan Cahaya",
        } | more
        return self.writer.do(lambda c: office.create_programme(c, name, now=self.now, **given)).result(10)

    def invite(self, role: str = "mentee", uses: int = 1, days: int = 14) -> str:
        """A token."""
        draw = next(self.tokens).to_bytes(16, "big")
        return self.writer.do(
            lambda c: office.invite(c, role, None, uses, timedelta(days=days), draw=draw, now=self.now)
        ).result(10)

    def citizen(self, account: str, locale: str = "id", platform: str = "telegram") -> Citizen:
        """Somebody new."""
        self.citizens[account] = Citizen(self, account, locale, platform=platform)
        return self.citizens[account]

    @property
    def platforms(self) -> set[str]:
        """Where people are."""
        return {"telegram", *(citizen.platform for citizen in self.citizens.values())}

    def mentee(self, account: str = "5000000001", name: str = "Sari", locale: str = "id") -> Citizen:
        """A mentee in Kupang, enrolled through the real conversation; check-ins on Sundays at 16.00; no goal yet."""
        sari = self.citizen(account, locale)
        sari.writes(f"/start {self.invite()}")
        sari.does(*ENROLMENT[locale](name))
        return sari

    def mentor(
        self, account: str = "6000000001", name: str = "Budi", locale: str = "id", platform: str = "telegram"
    ) -> Citizen:
        """A mentor in Jakarta, enrolled through the real conversation; nothing left open."""
        budi = self.citizen(account, locale, platform)
        budi.writes(f"/start {self.invite('mentor')}")
        budi.does(*MENTORING[locale](name))
        return budi

    def staff(
        self,
        account: str = "7000000001",
        name: str = "Rina",
        locale: str = "id",
        role: str = "owner",
        platform: str = "telegram",
    ) -> Citizen:
        """Somebody at the coordinators' desk, enrolled through the real conversation."""
        rina = self.citizen(account, locale, platform)
        rina.writes(f"/start {self.invite(role)}")
        rina.does(*({"id": ["[Setuju]", name, "[WIB]"], "en": ["[I agree]", name, "[WIB]"]}[locale]))
        return rina

    def pair(
        self,
        mentor: str = "Budi",
        mentee: str = "Sari",
        *,
        goal: str = "Portofolio data",
        locale: str = "id",
        platform: str = "telegram",
    ) -> Pair:
        """A mentor and a mentee who enrolled and were then paired at the command line; with no goal if it is empty.
        Further pairs of a town have other names; the mentor may be on another platform."""
        number = len(self.citizens)
        sari = self.mentee(f"50000001{number:02}", mentee, locale)
        sari.writes({"id": "/batal", "en": "/cancel"}[locale])
        if goal:
            self.goal(sari.account, goal)
        budi = self.mentor(f"60000001{number:02}", mentor, locale, platform)
        self.writer.do(lambda c: office.pair(c, mentor, mentee, now=self.now)).result(10)
        self.ticks()
        self.deliver()
        return Pair(budi, sari, self.rows(tables.Pair)[-1].id)

    def with_goal(self, account: str = "5000000001", name: str = "Sari", locale: str = "id", **goal: Any) -> Citizen:
        """A mentee with one goal, and nothing left open."""
        sari = self.mentee(account, name, locale)
        sari.writes({"id": "/batal", "en": "/cancel"}[locale])
        self.goal(account, **goal)
        return sari

    def goal(self, account: str, title: str = "Portofolio data", **more: Any) -> int:
        """A goal, written as its conversation would."""
        person = self.rows(tables.Account, external_id=account)[0].person_id
        nobody = Incoming("telegram", "", account, account, "other", self.now)
        given = {"goal": None, "measure": "3 proyek", "why": "", "due": self.now.date() + timedelta(days=90)}
        effect = SaveGoal(**{**given, "title": title, "visibility": "pair", **more})
        self.apply(person, effect, nobody)
        return int(self.rows(tables.Goal, person_id=person)[-1].id)

    def apply(self, person: int, effect: Any, incoming: Incoming | None = None) -> None:
        """Have an effect written."""
        nobody = incoming or Incoming("telegram", "", "", "", "other", self.now)
        self.writer.do(lambda c: self.writer.desk(c).apply([(person, nobody, effect)], self.now)).result(20)

    def passes(self, **span: float) -> None:
        """Time goes by; what is due happens at its moment."""
        end = self.now + timedelta(**span)
        for _ in range(10_000):
            with self.look() as connection:
                ahead = (earliest(connection), self._waiting(connection), next_moment(connection))
            moments = [moment for moment in ahead if moment and moment <= end]
            if not moments:
                break
            self.now = max(self.now, min(moments))
            self.ticks()
            self.worker.drain()
            self.deliver()
        self.now = end

    def _waiting(self, connection: Connection) -> datetime | None:
        moments = [outbox.next_moment(connection, platform) for platform in self.platforms]
        return min(filter(None, moments), default=None)

    def ticks(self) -> int:
        """Settle what is due now."""
        return self.writer.do(lambda c: self.engine.tick(self.writer.desk(c), self.now)).result(20)

    def deliver(self) -> None:
        """Bring what waits to its people."""
        while parcels := self.writer.do(self._claim).result(20):
            outcomes = [(parcel, self.outcome(parcel) or self._bring(parcel)) for parcel in parcels]
            self.writer.do(lambda c: outbox.record(c, self.house.plans, outcomes, self.now)).result(20)  # noqa: B023

    def _claim(self, connection: Connection) -> list[Parcel]:
        return [
            parcel
            for platform in sorted(self.platforms)
            for parcel in outbox.claim(connection, platform, self.now, 50, [])
        ]

    def _bring(self, parcel: Parcel) -> Outcome:
        if (parcel.screen.get("file") or {}).get("kind") == "menu":
            return Outcome("sent")
        citizen = self.citizens[parcel.chat]
        drawn = render(parcel, self.house.phrases, self.now)
        assert not drawn.trouble, drawn.trouble
        text = "\n".join(map(bare, drawn.texts))
        buttons = [(key.label, key.data) for row in drawn.keys for key in row]
        shown = Shown(parcel.edit or f"b{next(self.numbers)}", text, buttons, drawn, bool(parcel.edit))
        citizen.messages.pop(shown.id, None)
        citizen.messages[shown.id] = shown
        citizen.heard.append(shown)
        citizen.log.append((self.now, shown))
        self.delivered.append((self.now, parcel))
        return Outcome("sent", message=shown.id)

    def restart(self) -> None:
        """Begin again on the same file with nothing in memory, after the writer has stopped."""
        self.engine = Engine(self.house)
        self.writer = Writer(self.database, self.engine, lambda: self.now)
        self.writer.start()
        self.worker.prepare()

    def look(self) -> AbstractContextManager[Connection]:
        """A connection that sees what has been written."""
        return reading(self.database)

    def rows(self, model: type[tables.Row], **where: Any) -> list[Any]:
        """Rows as they are on the disk, in the order they were made."""
        source = table(model)
        query = select(source).where(*(source.c[name] == value for name, value in where.items()))
        query = query.order_by(*source.primary_key.columns)
        with self.look() as connection:
            return list(connection.execute(query))

    def count(self, model: type[tables.Row]) -> int:
        """How many rows there are."""
        with self.look() as connection:
            return int(connection.execute(select(func.count()).select_from(table(model))).scalar_one())

    def close(self) -> None:
        """Send everybody home."""
        self.writer.stop()
        self.database.dispose()


@cache
def furnished() -> House:
    """The house as it ships; it does not change, so one is enough for all towns."""
    return furnish()


@cache
def empty() -> Path:
    """A migrated SQLite file without a row, to be copied."""
    path = Path(tempfile.mkdtemp(prefix="tuntun-town-")) / "empty.db"
    atexit.register(shutil.rmtree, path.parent, ignore_errors=True)
    database = open_database(f"sqlite:///{path}")
    upgrade(database)
    database.dispose()  # the last connection to close brings everything into the one file
    return path


@contextmanager
def settled(folder: Path, begun: Path | None = None, url: str = "") -> Iterator[Town]:
    """A town of its own in a folder, or on a database."""
    place = Town(folder, furnished(), begun, url)
    try:
        yield place
    finally:
        place.close()
