"""The trail of a programme's desk, as its owner reads it: on the screen page by page, or whole as a file."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, time
from typing import Any

from sqlalchemy import Connection, and_, not_, or_, select

from bot.commands import DESK
from bot.effects import Effect, SendFile, Tell
from bot.flows.staff import audit as pages
from bot.flows.staff.export_since import begins_so, read_since
from bot.mentoring.audit import DID, LOOKS, OWN_LIFE, PAGE, SAYS, TAKES, AuditView, Entry, Filter, read_filter
from bot.mentoring.calendar import local, local_date
from bot.mentoring.export_effects import Exported
from bot.mentoring.people import Facts
from bot.messages import Screen, say
from bot.talk.phrases import Reader
from storage import tables
from storage.among import among
from storage.columns import MEMBER, PERSON
from storage.jobs import Shop, does
from storage.people_file import safe
from storage.rows import table
from storage.sights import sees
from storage.staff.audit_names import about_person, subjects_named
from storage.staff.export import desk_of
from storage.staff.search import search

ACTIVITY = table(tables.Activity)
TRAIL = "tuntun-audit"  # how the name of its file begins
MOST = 100_000  # lines of a file
COLUMNS = ("id", "at", "person_id", "kind", "subject")


@sees("audit")
def read_audit(connection: Connection, facts: Facts) -> AuditView | None:
    """A page of the trail: all of it, or what was typed or tapped."""
    programme = facts.programme
    if programme is None:
        return None
    today = local_date(facts.now, programme.zone)
    told = wanted_of(connection, programme.id, facts.subject.strip(), today)
    if isinstance(told, AuditView):
        return told
    rows = read_trail(connection, programme.id, programme.zone, told, PAGE + 1)
    entries = tuple(entries_of(connection, programme.id, rows[:PAGE]))
    return AuditView(entries, told, len(rows) > PAGE, _name(connection, told.person))


def wanted_of(connection: Connection, programme: int, words: str, today: date) -> Filter | AuditView:
    """What part of the trail is meant; or what there is to say instead."""
    found = read_filter(words)
    if found or not words:
        return _here(connection, programme, found or Filter())
    if begins_so(words):
        since = read_since(words, today)
        return Filter(since=since) if since else AuditView(unclear=words)
    people = search(connection, programme, words)
    if len(people) == 1:
        return Filter(people[0].person)
    return AuditView(several=tuple((each.person, each.name) for each in people), unclear="" if people else words)


def _here(connection: Connection, programme: int, wanted: Filter) -> Filter:
    """A button can be made up: somebody of another programme is nobody here."""
    mine = and_(MEMBER.c.person_id == wanted.person, MEMBER.c.programme_id == programme)
    known = wanted.person and connection.execute(select(MEMBER.c.id).where(mine)).first()
    return wanted if known else replace(wanted, person=0)


def _name(connection: Connection, person: int) -> str:
    return connection.execute(select(PERSON.c.name).where(PERSON.c.id == person)).scalar() or ""


def read_trail(connection: Connection, programme: int, zone: str, wanted: Filter, most: int) -> list[Any]:
    """The newest lines that are wanted: what people of the desk did, and what was done by who is known no more, or at
    the command line."""
    staff = select(MEMBER.c.person_id).where(MEMBER.c.programme_id == programme, MEMBER.c.role.in_(DESK))
    people = list(connection.execute(staff).scalars())
    told_already = and_(ACTIVITY.c.kind == "SendFile", _of_export(ACTIVITY.c.subject))
    theirs = and_(among(ACTIVITY.c.person_id, people), ACTIVITY.c.kind.not_in(OWN_LIFE), not_(told_already))
    nobodys = and_(ACTIVITY.c.person_id.is_(None), ACTIVITY.c.kind.in_(DID))
    narrowed = _narrowed(connection, programme, zone, wanted)
    columns = [ACTIVITY.c[name] for name in COLUMNS]
    rows = [
        row
        for which in (theirs, nobodys)
        for row in connection.execute(
            select(*columns)
            .where(ACTIVITY.c.programme_id == programme, which, narrowed)
            .order_by(ACTIVITY.c.id.desc())
            .limit(most)
        )
    ]
    return sorted(rows, key=lambda row: row.id, reverse=True)[:most]


def _of_export(name: Any) -> Any:
    """The names of files whose taking is kept with what was in them."""
    return or_(name.like("tuntun-%.zip"), name.like(f"{TRAIL}%.csv"))


def _narrowed(connection: Connection, programme: int, zone: str, wanted: Filter) -> Any:
    parts = [ACTIVITY.c.id > 0]
    if wanted.person:
        about = about_person(connection, programme, wanted.person)
        parts.append(or_(ACTIVITY.c.person_id == wanted.person, about))
    if wanted.since:
        parts.append(ACTIVITY.c.at >= local(wanted.since, time(0), zone))
    if wanted.before:
        parts.append(ACTIVITY.c.id < wanted.before)
    kinds = {"look": ACTIVITY.c.kind.in_(LOOKS), "take": ACTIVITY.c.kind.in_(TAKES)}
    kinds["change"] = ACTIVITY.c.kind.not_in(LOOKS | TAKES)
    return and_(*parts, kinds[wanted.group]) if wanted.group else and_(*parts)


def entries_of(connection: Connection, programme: int, rows: Iterable[Any]) -> Iterator[Entry]:
    """Rows of the trail with the names of who and whom."""
    rows = list(rows)
    people = {row.person_id for row in rows if row.person_id}
    known = select(PERSON.c.id, PERSON.c.name).where(among(PERSON.c.id, people))
    names = {row.id: row.name for row in connection.execute(known)}
    about = subjects_named(connection, programme, rows)
    for row in rows:
        detail = row.subject if row.kind in SAYS else row.subject.partition(" ")[0] if row.kind in LOOKS else ""
        yield Entry(row.id, row.at, names.get(row.person_id, ""), row.kind, detail, about.get(row.id, ""))


# The file


@does(pages.AUDIT_FILE, lane="long")
def audit_file(shop: Shop) -> Iterator[Effect]:
    """Write the trail as CSV; that somebody took it stands in it from then on."""
    task, desk = shop.task, desk_of(shop.connection, shop.task.person, shop.task.programme)
    if desk is None or desk.role != "owner":
        yield Tell(Screen((say("not-for-you"),)))
        return
    wanted = read_filter(shop.args["wanted"]) or Filter()
    rows = read_trail(shop.connection, task.programme, desk.wall, _here(shop.connection, task.programme, wanted), MOST)
    text = _written(shop, entries_of(shop.connection, task.programme, rows), desk.wall)
    name = f"{TRAIL}-{local_date(shop.now, desk.wall)}.csv"
    yield SendFile(name, text.encode("utf-8-sig"), pages.here(desk.name))
    yield Exported(task.programme, "audit")


def _written(shop: Shop, entries: Iterable[Entry], zone: str) -> str:
    written = io.StringIO(newline="")
    writer = csv.writer(written, lineterminator="\r\n")
    writer.writerow(("at", "who", "kind", "what", "about"))
    reader = Reader(shop.task.locale or "id", zone, shop.now)
    for entry in entries:
        at = entry.at.isoformat(timespec="seconds")
        did = shop.house.phrases.plain(pages.words(entry), reader)
        writer.writerow([safe(cell) for cell in (at, entry.who, entry.kind, did, entry.about)])
    return written.getvalue()
