"""A town with one message on its way to Sari, of each kind there is; made once through the real conversations."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from functools import cache
from pathlib import Path

from sqlalchemy import update

from bot.messages import File
from storage import tables
from storage.rows import PENDING, table
from tests.sandbox import passing_folder
from tests.town import Citizen, Pair, Town, furnished, settled

SARI, BUDI, YOSEF, RINA = "5000000102", "6000000102", "5000000099", "7000000001"
ROLES = {SARI: "mentee", BUDI: "mentor", RINA: "coordinator", YOSEF: "bystander"}
VOICE = File("voice", "file-7", size=5)


def _answer(town: Town, pair: Pair) -> None:
    pair.mentee.submits("text", text="/bantuan", message="m1").result(20)


def _reminder(town: Town, pair: Pair) -> None:
    """Sari's check-in of Sunday, 16.00 in Kupang."""
    town.passes(days=5, hours=4, minutes=59)
    town.now += timedelta(minutes=1)
    town.ticks()


def _relay_text(town: Town, pair: Pair) -> None:
    pair.mentor.submits("text", text="/tell Bagus, lanjutkan", message="m1").result(20)


def _relay_file(town: Town, pair: Pair) -> None:
    pair.mentor.writes("/tell")
    pair.mentor.submits("other", what="voice", files=(VOICE,), message="m1").result(20)


def _calendar(town: Town, pair: Pair) -> None:
    pair.mentee.does("/sesi", "Kamis 19.00", "[Selesai]", "[Kirim]")
    _tapped(pair.mentor, "Bisa")


def _chart(town: Town, pair: Pair) -> None:
    pair.mentee.submits("tap", data="p:chart", message="m1").result(20)


def _announcement(town: Town, pair: Pair) -> None:
    rina = town.citizens[RINA]
    rina.does("/umumkan mentees", "Besok ada webinar.", "/lewati")
    _tapped(rina, "Kirim ke")
    town.worker.drain()


def _tapped(who: Citizen, label: str) -> None:
    """A tap of which nothing has been brought yet."""
    shown, data = next(
        (shown, data) for shown in reversed(who.messages.values()) for name, data in shown.buttons if label in name
    )
    who.submits("tap", data=data, message=shown.id).result(20)


KINDS: dict[str, Callable[[Town, Pair], None]] = {
    "answer": _answer,
    "edit": _answer,  # the message it rewrites is put into the made-up Telegram or Discord where it runs
    "reminder": _reminder,
    "relay, text": _relay_text,
    "relay, file": _relay_file,
    "session .ics": _calendar,
    "chart": _chart,
    "announcement": _announcement,
}


@cache
def settlement() -> Path:
    """Rina's programme with Sari, her mentor Budi on Discord, and Yosef who has nobody."""
    folder = passing_folder("faults")
    with settled(folder) as town:
        town.programme()
        town.staff()
        town.with_goal(YOSEF, "Yosef")
        town.pair(platform="discord")
    return folder / "town.db"


@cache
def begun(kind: str) -> Path:
    """The town at the moment at which a message of this kind waits, and nothing else."""
    folder = passing_folder("fault-kind")
    with settled(folder, settlement()) as town:
        people = {name: town.citizen(name, platform="discord" if name == BUDI else "telegram") for name in ROLES}
        KINDS[kind](town, Pair(people[BUDI], people[SARI], town.rows(tables.Pair)[0].id))
        _only(town)
    return folder / "town.db"


def _only(town: Town) -> None:
    """Set aside what else waits; the newest message to Sari is the one."""
    waiting = [row.id for row in town.rows(tables.Outbox, chat=SARI) if row.state in PENDING]
    out = table(tables.Outbox)
    others = update(out).where(out.c.state.in_(PENDING), out.c.id != waiting[-1]).values(state="expired")
    town.writer.do(lambda connection: connection.execute(others).rowcount).result(20)


def opened(folder: Path, kind: str) -> Town:
    """That town, in a file of its own, at its own hour."""
    town = Town(folder, furnished(), begun(kind))
    [row] = waiting(town)
    town.now = row.created_at + timedelta(seconds=1)
    return town


def waiting(town: Town) -> list[tables.Outbox]:
    return [row for row in town.rows(tables.Outbox, chat=SARI) if row.state in PENDING]
