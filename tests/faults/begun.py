"""A town with one message on its way to Sari, of each kind there is; made once through the real conversations."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from functools import cache
from pathlib import Path
from typing import Any

from sqlalchemy import update

from bot.messages import File
from storage import tables
from storage.rows import PENDING, table
from tests.exports import fill
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
    goal = town.rows(tables.Goal, person_id=town.rows(tables.Account, external_id=SARI)[0].person_id)[0]
    told = {"goal_id": goal.id, "obstacle": "", "note": "", "at": town.now}
    fill(town, tables.Progress, *(told | {"percent": percent} for percent in (20, 40)))
    pair.mentee.submits("tap", data="p:chart", message="m1").result(20)


def _announcement(town: Town, pair: Pair) -> None:
    rina = town.citizens[RINA]
    rina.does("/umumkan mentees", "Besok ada webinar.", "/lewati")
    _tapped(rina, "Kirim ke")
    town.worker.drain()


def _tapped(who: Citizen, label: str) -> None:
    """A tap of which nothing has been brought yet."""
    shown, data = [(shown, data) for shown in who.messages.values() for name, data in shown.buttons if label in name][
        -1
    ]
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
def settlement(platform: str) -> Path:
    """Rina's programme with Sari, her mentor Budi on the other platform, and Yosef who has nobody."""
    folder = passing_folder("faults")
    with settled(folder) as town:
        town.programme()
        town.staff()
        town.with_goal(YOSEF, "Yosef")
        town.pair(platform="discord")
        for name in ROLES:
            _moves(town, name, _home(name, platform))
    return folder / "town.db"


def _home(name: str, platform: str) -> str:
    """Where somebody is whose mentee is on `platform`."""
    return {"telegram": "discord", "discord": "telegram"}[platform] if name in (BUDI, RINA) else platform


def _moves(town: Town, name: str, platform: str) -> None:
    account = table(tables.Account)
    move = update(account).where(account.c.external_id == name).values(platform=platform)
    town.writer.do(lambda connection: connection.execute(move).rowcount).result(20)


@cache
def begun(kind: str, platform: str) -> Path:
    """The town at the moment at which a message of this kind waits, and nothing else."""
    folder = passing_folder("fault-kind")
    with settled(folder, settlement(platform)) as town:
        people = {name: town.citizen(name, platform=_home(name, platform)) for name in ROLES}
        KINDS[kind](town, Pair(people[BUDI], people[SARI], town.rows(tables.Pair)[0].id))
        _only(town)
    return folder / "town.db"


def _only(town: Town) -> None:
    """Set aside what else waits; the newest message to Sari is the one."""
    waiting = [row.id for row in town.rows(tables.Outbox, chat=SARI) if row.state in PENDING]
    out = table(tables.Outbox)
    others = update(out).where(out.c.state.in_(PENDING), out.c.id != waiting[-1]).values(state="expired")
    town.writer.do(lambda connection: connection.execute(others).rowcount).result(20)


def opened(folder: Path, kind: str, platform: str) -> Town:
    """That town, in a file of its own, at its own hour; Yosef is about to write."""
    town = Town(folder, furnished(), begun(kind, platform))
    town.citizen(YOSEF, platform=platform)
    [row] = waiting(town)
    town.now = row.created_at + timedelta(seconds=1)
    return town


def waiting(town: Town) -> list[Any]:
    return [row for row in town.rows(tables.Outbox, chat=SARI) if row.state in PENDING]


def rewrites(town: Town, row: int, **more: str) -> None:
    """Change how a message is on its way: the `edit` it is, the `route` it takes."""
    out = table(tables.Outbox)
    changed = update(out).where(out.c.id == row).values(more)
    town.writer.do(lambda connection: connection.execute(changed).rowcount).result(20)
