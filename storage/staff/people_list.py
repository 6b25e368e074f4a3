"""A list of people from a spreadsheet: read and shown first, carried out once it is confirmed."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from datetime import timedelta
from typing import Any

from sqlalchemy import Connection, select

from bot.effects import Effect, Job, SendFile, Tell
from bot.flows.staff import people_list as words
from bot.flows.staff.invite import number_in
from bot.mentoring.invitations import make_token
from bot.mentoring.invite_words import may_invite
from bot.mentoring.people import Facts
from bot.mentoring.people_effects import InvitePeople, KeepUpload, ListCounts, PairMembers, RemoveMember, SweepUploads
from bot.mentoring.people_views import LeaversView
from bot.messages import Say, Screen, pack, say, unpack
from storage import tables
from storage.columns import MEMBER
from storage.dropped import takes
from storage.jobs import Shop, does
from storage.people_file import Flaw, Invited, Row, read_list, safe, write_people
from storage.people_import import WORKS_FOR, Decided, decide, link_for
from storage.rows import table
from storage.sights import sees
from storage.staff.people_invite import teller
from storage.staff.people_leavers import LIST, Leavers, close_unused, read_leavers

UPLOAD, PROGRAMME = table(tables.Upload), table(tables.Programme)

KIND = "people"
WAITS = timedelta(days=2)  # for being confirmed
AT_ONCE = 25  # people who are paired, or leave, in one go: others' messages come in between
MARK = "utf-8-sig"  # so that Excel reads names as they are


@takes(".csv", ".xlsx")
def take(shop: Shop, name: str, data: bytes) -> Iterator[Effect]:
    """Read a list, see what it would do, and ask."""
    rows, flaws = read_list(data)
    rows, flaws = _allowed(shop, rows, flaws)
    if not rows:
        yield Tell(words.bad_file(name, [flaw.said() for flaw in flaws]))
        return
    decided = decide(shop.connection, rows, shop.task.programme, shop.now)
    counts = _counts(decided, flaws, read_leavers(shop.connection, shop.task.programme, decided))
    packed = {"rows": [_pack(row) for row in rows], "flaws": [[flaw.line, pack(flaw.reason)] for flaw in flaws]}
    yield KeepUpload(name, packed, counts)
    yield Job("sweep_uploads", at=shop.now + WAITS)


def _allowed(shop: Shop, rows: list[Row], flaws: list[Flaw]) -> tuple[list[Row], list[Flaw]]:
    """Only owners invite who runs a programme."""
    here = (MEMBER.c.person_id == shop.task.person, MEMBER.c.programme_id == shop.task.programme)
    role = shop.connection.execute(select(MEMBER.c.role).where(*here)).scalar_one()
    no = [Flaw(row.line, say("people-line-owner", name=row.name)) for row in rows if not may_invite(role, row.role)]
    mine = [row for row in rows if may_invite(role, row.role)]
    return mine, sorted([*flaws, *no], key=lambda flaw: flaw.line)


def _counts(decided: Sequence[Decided], flaws: Sequence[Flaw], leavers: Leavers) -> ListCounts:
    fates = [each.fate for each in decided]
    return ListCounts(
        fine=len(decided),
        new=fates.count("new"),
        renewed=fates.count("renewed"),
        waiting=fates.count("waiting"),
        there=fates.count("used") + fates.count("member"),
        wrong=len(flaws),
        pairs=sum(each.pair is not None for each in decided),
        leavers=len(leavers.members),
        unused=len(leavers.links),
    )


def _pack(row: Row) -> list[Any]:
    return [row.line, row.name, row.role, row.email, row.label, row.mentor]


def find_upload(connection: Connection, number: int, person: int, programme: int) -> Any:
    """A list of this person's that waits for being confirmed."""
    mine = (UPLOAD.c.id == number, UPLOAD.c.person_id == person, UPLOAD.c.programme_id == programme)
    ready = select(UPLOAD).where(*mine, UPLOAD.c.kind == KIND, UPLOAD.c.state == "ready")
    return connection.execute(ready).one_or_none()


def _rows(upload: Any) -> list[Row]:
    return [Row(*row) for row in upload.content["rows"]]


def _flaws(upload: Any) -> list[Flaw]:
    found = ((line, unpack(reason)) for line, reason in upload.content["flaws"])
    return [Flaw(line, reason) for line, reason in found if isinstance(reason, Say)]


@sees("list_left")
def read_left(connection: Connection, facts: Facts) -> LeaversView | None:
    """Who of earlier lists is not in this one."""
    programme = facts.programme.id if facts.programme else 0
    upload = find_upload(connection, number_in(facts.subject), facts.me.id, programme)
    if upload is None:
        return None
    decided = decide(connection, _rows(upload), programme, facts.now)
    leavers = read_leavers(connection, programme, decided)
    counts = _counts(decided, _flaws(upload), leavers)
    names, unused = (tuple(name for _, name in each) for each in (leavers.members, leavers.links))
    return LeaversView(upload.id, counts, names, unused)


@does("people_flaws")
def flaws_file(shop: Shop) -> Iterator[Effect]:
    """All mistakes of a list, as CSV."""
    upload = find_upload(shop.connection, shop.args["upload"], shop.task.person, shop.task.programme)
    if upload is None:
        yield Tell(words.over())
        return
    plain, written = teller(shop), io.StringIO()
    writer = csv.writer(written, lineterminator="\r\n")
    writer.writerow([plain(say("list-flaws-line")), plain(say("list-flaws-reason"))])
    writer.writerows([[flaw.line, safe(plain(flaw.reason))] for flaw in _flaws(upload)])
    count = say("list-flaws-here", n=len(_flaws(upload)))
    yield SendFile("tuntun-perbaiki.csv", written.getvalue().encode(MARK), Screen((count,)))


@does("people_go", lane="long")
def go(shop: Shop) -> Iterator[Effect]:
    """Carry a confirmed list out, as the world is now."""
    upload = find_upload(shop.connection, shop.args["upload"], shop.task.person, shop.task.programme)
    if upload is None:
        yield Tell(words.over())
        return
    decided = decide(shop.connection, _rows(upload), shop.task.programme, shop.now)
    leavers = read_leavers(shop.connection, shop.task.programme, decided) if shop.args["left"] else Leavers()
    tokens = [make_token(shop.draw()) if each.invites else "" for each in decided]
    links = tuple(link_for(each, token) for each, token in zip(decided, tokens, strict=True) if token)
    invited = [Invited(each.row, token, each.notes) for each, token in zip(decided, tokens, strict=True)]
    counts, left = _counts(decided, (), leavers), len(leavers.members) + len(leavers.links)
    text = write_people(invited, shop.link, teller(shop))
    name = f"tuntun-{shop.now:%Y-%m-%d}.csv"
    here = select(PROGRAMME.c.stage).where(PROGRAMME.c.id == shop.task.programme)
    done = words.done(counts, left, shop.connection.execute(here).scalar_one())
    file = SendFile(name, text.encode(MARK), done)
    then = (file, *_pairing(decided), *_leaving(leavers))
    yield InvitePeople(upload.id, links, shop.now + WORKS_FOR, then)


def _pairing(decided: Sequence[Decided]) -> Iterator[Job]:
    pairs = [[mentor.person, mentee.person] for each in decided if each.pair for mentor, mentee in (each.pair,)]
    for at in range(0, len(pairs), AT_ONCE):
        yield Job("people_pair", {"pairs": pairs[at : at + AT_ONCE]})


def _leaving(leavers: Leavers) -> Iterator[Effect]:
    yield from close_unused(leavers)
    members = [member for member, _ in leavers.members]
    for at in range(0, len(members), AT_ONCE):
        yield Job("people_leave", {"members": members[at : at + AT_ONCE]})


@does("people_pair", lane="long")
def pair(shop: Shop) -> Iterable[Effect]:
    """Make some of the pairs of a list."""
    return [PairMembers(mentor, mentee, quiet=True) for mentor, mentee in shop.args["pairs"]]


@does("people_leave", lane="long")
def leave(shop: Shop) -> Iterable[Effect]:
    """Let some of those leave who were no longer in a list."""
    return [RemoveMember(member, LIST, quiet=True) for member in shop.args["members"]]


@does("sweep_uploads")
def sweep(shop: Shop) -> Iterable[Effect]:
    """Forget lists that were not confirmed in time."""
    return [SweepUploads()]
