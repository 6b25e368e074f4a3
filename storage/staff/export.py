"""What leaves the bot as a file: made beside the turns, part by part, for whoever runs the programme; on wish each
Monday."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, time
from typing import Any

from sqlalchemy import Connection, select

from bot.commands import STAFF
from bot.effects import Effect, Job, SendFile, Tell
from bot.flows.staff import export as pages
from bot.flows.staff.export_since import read_since
from bot.mentoring.calendar import local_date, next_weekly
from bot.mentoring.export import ExportView, Sheet, most_rows
from bot.mentoring.export_effects import Exported
from bot.mentoring.people import Facts
from bot.messages import Screen, say
from storage import tables
from storage.columns import MEMBER, PERSON, PROGRAMME
from storage.jobs import Shop, does
from storage.rows import table
from storage.sights import sees
from storage.staff.export_file import Part, Spot, write_part
from storage.staff.export_rows import Scope, count_private, count_rows, read_rows
from storage.staff.export_totals import read_forms, read_moods
from storage.staff.export_words import Told

JOB = table(tables.Job)

BYTES = {"telegram": 45_000_000, "discord": 9_000_000}  # of a file, a little less than the platforms take
TOTALS = {"moods": read_moods, "forms": read_forms}
WEEKLY = "export_weekly"
MONDAY, MORNING = 0, time(8)


def desk_of(connection: Connection, person: int, programme: int) -> Any:
    """The place of somebody who runs this programme, with what its files need; None for everybody else."""
    columns = (MEMBER.c.standing, MEMBER.c.role, PERSON.c.zone, PROGRAMME.c.zone.label("wall"), PROGRAMME.c.slug)
    query = select(*columns, PROGRAMME.c.name).join(PERSON, PERSON.c.id == MEMBER.c.person_id)
    query = query.join(PROGRAMME, PROGRAMME.c.id == MEMBER.c.programme_id)
    query = query.where(MEMBER.c.person_id == person, MEMBER.c.programme_id == programme)
    here = MEMBER.c.role.in_(STAFF) & MEMBER.c.standing.in_(("active", "paused"))
    return connection.execute(query.where(here)).one_or_none()


# The page


@sees("export")
def read_export(connection: Connection, facts: Facts) -> ExportView | None:
    """What an export would hold."""
    programme = facts.programme
    if programme is None:
        return None
    words = facts.subject.strip()
    asked = words if words.casefold() not in pages.EVERYTHING else ""
    since = read_since(asked, local_date(facts.now, programme.zone)) if asked else None
    if asked and since is None:
        return ExportView(unclear=asked)
    return ExportView(
        count_rows(connection, Scope(programme.id, programme.zone, since)),
        count_private(connection, programme.id),
        since,
        is_weekly(connection, facts.me.id, programme.id),
    )


def weekly(person: int, programme: int) -> str:
    """What makes somebody's weekly export of a programme a single one."""
    return f"{WEEKLY}:{programme}:{person}"


def is_weekly(connection: Connection, person: int, programme: int) -> bool:
    """Whether an export comes to somebody by itself."""
    return connection.execute(select(JOB.c.id).where(JOB.c.once == weekly(person, programme))).first() is not None


# The file


@does(pages.EXPORT, lane="long")
def export(shop: Shop) -> Iterator[Effect]:
    """Make a file, and plan the next one if there is more."""
    task, desk = shop.task, desk_of(shop.connection, shop.task.person, shop.task.programme)
    if desk is None:
        yield Tell(Screen((say("not-for-you"),)))
        return
    args = shop.args
    spot = Spot(args.get("sheet", 0), args.get("after", 0), args.get("number", 1))
    since = date.fromisoformat(args["since"]) if args.get("since") else None
    scope = Scope(task.programme, desk.wall, since)
    part = _fitting(shop, scope, spot, desk.name)
    number = f"-{spot.number}" if spot.number > 1 or part.then else ""
    name = f"tuntun-{desk.slug[:40]}-{local_date(shop.now, desk.wall)}{number}.zip"
    yield SendFile(name, part.data, pages.here(desk.name, spot.number, more=part.then is not None))
    if spot.number == 1:
        yield Exported(task.programme, args.get("since") or "all")
    if part.then:
        go_on = {"sheet": part.then.sheet, "after": part.then.after, "number": part.then.number}
        yield Job(pages.EXPORT, {**args, **go_on}, pages.once(task.programme, task.person))


def _fitting(shop: Shop, scope: Scope, spot: Spot, name: str) -> Part:
    """A file that the platform takes: of fewer rows, if they are unusually long."""
    most = most_rows(shop.task.platform)
    told = Told(shop.house.phrases, shop.now, scope.zone, _first_lines(shop, scope, name))

    def read(sheet: Sheet, after: int, left: int) -> Iterable[Sequence[Any]]:
        if sheet.totals:
            return ((0, *row) for row in TOTALS[sheet.name](shop.connection, scope, shop.now))
        return read_rows(shop.connection, sheet, scope, after, left)

    part = write_part(read, spot, most, told)
    while len(part.data) > BYTES.get(shop.task.platform, min(BYTES.values())) and most > 1000:
        most //= 2
        part = write_part(read, spot, most, told)
    return part


def _first_lines(shop: Shop, scope: Scope, name: str) -> tuple[Any, ...]:
    """What stands first in the README: whose data it is, and who may have it."""
    private = pages.few(count_private(shop.connection, scope.programme))
    since = say("export-readme-since", day=scope.since.isoformat()) if scope.since else say("export-readme-all")
    return (say("export-readme", programme=name), say("export-careful"), since, say("export-private", n=private))


# Each Monday


def next_monday(after: datetime, zone: str) -> datetime:
    """When the next weekly export is made."""
    return next_weekly(after, MONDAY, MORNING, zone)


@does(WEEKLY)
def export_weekly(shop: Shop) -> Iterator[Effect]:
    """Have this week's file made, and plan next week's. Somebody on a break gets none; who runs the programme no more
    gets none ever."""
    task, desk = shop.task, desk_of(shop.connection, shop.task.person, shop.task.programme)
    if desk is None:
        return
    if desk.standing == "active":
        yield Job(pages.EXPORT, {"programme": task.programme}, pages.once(task.programme, task.person))
    at = next_monday(shop.now, desk.zone)
    yield Job(WEEKLY, {"programme": task.programme}, weekly(task.person, task.programme), at)
