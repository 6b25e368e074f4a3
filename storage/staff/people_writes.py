"""What coordinators decide about people, to rows: invitations, a pair, a break, an end, a message. Each asks the world
again: whose desk it is, and whether the person is of that programme."""

from __future__ import annotations

from datetime import time, timedelta
from typing import Any

from sqlalchemy import insert, select, update

from bot.effects import SetStanding
from bot.flows.parting import ended
from bot.flows.staff import invite as invitations
from bot.flows.staff import people as words
from bot.mentoring.calendar import local, local_date
from bot.mentoring.desk_effects import TellPartners
from bot.mentoring.invite_words import may_invite
from bot.mentoring.people_effects import (
    CloseInvitation,
    MakeInvitation,
    PairMembers,
    PauseMember,
    RemoveMember,
    RenewInvitation,
    WriteTo,
)
from bot.messages import Button, Say, Screen, When, say
from bot.ports import Said
from storage import tables
from storage.accounts import accounts
from storage.columns import MEMBER, PERSON, PROGRAMME
from storage.ending import active_pairs, bring, end, rematch, role_in
from storage.members import Member
from storage.office import join
from storage.rows import table
from storage.staff.seat import seat
from storage.writes import Book, Work, handles
from storage.writes_desk import tell_partners
from storage.writes_people import set_standing

INVITATION, EXCLUSION, PAIR = table(tables.Invitation), table(tables.Exclusion), table(tables.Pair)
NOT_YOURS = Screen((say("not-for-you"),))
PAIRED = ("mentee", "mentor")
BY_HAND, SUGGESTED = "coordinator", "suggestion"  # how such a pair found each other


def _told(screen: Screen) -> Said:
    return Said(screen, refused=False)


# Invitations


@handles(MakeInvitation)
def make_invitations(book: Book, works: list[Work]) -> list[Screen | None]:
    """Keep invitations, if their maker may make them and the programme takes people."""
    return [_make(book, work) for work in works]


def _make(book: Book, work: Work) -> Screen | None:
    made: MakeInvitation = work.effect
    member = seat(book, work.person)
    if member is None or not may_invite(member.role, made.role):
        return invitations.not_yours()
    if made.role in PAIRED and (why := closed(book, member.programme_id)):
        return why
    row = {"programme_id": member.programme_id, "role": made.role, "uses": made.uses, "used": 0}
    kept = {"token_hash": made.token_hash, "expires_at": made.expires, "created_at": book.now, "by_id": work.person}
    book.connection.execute(insert(INVITATION), row | kept)
    return None


def closed(book: Book, programme: int) -> Screen | None:
    """Why nobody can join a programme now."""
    row = book.connection.execute(select(PROGRAMME).where(PROGRAMME.c.id == programme)).one()
    if row.stage in invitations.SHUT or (row.ends and row.ends < book.now.date()):
        return invitations.closed(row.name)
    return None


@handles(RenewInvitation)
def renew_invitations(book: Book, works: list[Work]) -> list[Screen | None]:
    """Put another link in place of one that nobody has used."""
    return [_renew(book, work) for work in works]


def _renew(book: Book, work: Work) -> Screen | None:
    renewed: RenewInvitation = work.effect
    row = _invitation(book, work, renewed.invitation)
    if row is None or row.used:
        return invitations.gone()
    if why := closed(book, row.programme_id):
        return why
    fresh = {"token_hash": renewed.token_hash, "expires_at": renewed.expires, "created_at": book.now}
    book.connection.execute(update(INVITATION).where(INVITATION.c.id == row.id).values(fresh))
    return None


@handles(CloseInvitation)
def close_invitations(book: Book, works: list[Work]) -> list[Screen | None]:
    """Let invitations admit nobody any more. One that nobody has used no longer knows whom it was for."""
    return [_close(book, work) for work in works]


def _close(book: Book, work: Work) -> Screen | None:
    row = _invitation(book, work, work.effect.invitation)
    if row is None or row.used >= row.uses:
        return invitations.gone()
    over = {"expires_at": book.now} if row.used else {"uses": 0, "label": "", "email": ""}
    book.connection.execute(update(INVITATION).where(INVITATION.c.id == row.id).values(over))
    return None


def _invitation(book: Book, work: Work, number: int) -> Any:
    member = seat(book, work.person)
    if member is None:
        return None
    here = (INVITATION.c.id == number, INVITATION.c.programme_id == member.programme_id)
    row = book.connection.execute(select(INVITATION).where(*here)).one_or_none()
    return row if row and may_invite(member.role, row.role) else None


# A pair


@handles(PairMembers)
def pair_members(book: Book, works: list[Work]) -> list[Said | None]:
    """Make pairs by hand or as a list says; pairing two again changes nothing."""
    return [_pair(book, work) for work in works]


def _pair(book: Book, work: Work) -> Said | None:
    wanted: PairMembers = work.effect
    member = seat(book, work.person)
    programme = member.programme_id if member else 0
    mentor, mentee = (_side(book, programme, *who) for who in ((wanted.mentor, "mentor"), (wanted.mentee, "mentee")))
    if mentor is None or mentee is None:
        return None if wanted.quiet else Said(words.gone())
    if _excluded(book, programme, wanted):
        return None if wanted.quiet else Said(Screen((say("pair-excluded"),)))
    done = join(book.connection, mentor, mentee, book.now)
    if not done.already:
        both = (PAIR.c.mentor_id == mentor.person, PAIR.c.mentee_id == mentee.person)
        here = (PAIR.c.programme_id == programme, *both)
        book.connection.execute(update(PAIR).where(*here).values(source=SUGGESTED if wanted.suggested else BY_HAND))
    key = "pair-done-already" if done.already else "pair-done"
    back = (Button(say("button-person", name=mentee.name), f"p:person:{mentee.person}"),)
    told = Screen((say(key, mentor=mentor.name, mentee=mentee.name),), (back,))
    return None if wanted.quiet else _told(told)


def _side(book: Book, programme: int, person: int, role: str) -> Member | None:
    """Somebody who takes part now, in this role."""
    query = select(PERSON.c.id, PERSON.c.name, MEMBER.c.role, MEMBER.c.programme_id, PROGRAMME.c.slug)
    query = query.join(MEMBER, MEMBER.c.person_id == PERSON.c.id).join(
        PROGRAMME, PROGRAMME.c.id == MEMBER.c.programme_id
    )
    here = (MEMBER.c.programme_id == programme, MEMBER.c.role == role, MEMBER.c.standing.in_(("active", "paused")))
    row = book.connection.execute(query.where(*here, PERSON.c.id == person)).one_or_none()
    return Member(*row) if row else None


def _excluded(book: Book, programme: int, wanted: PairMembers) -> bool:
    both = (EXCLUSION.c.mentor_id == wanted.mentor, EXCLUSION.c.mentee_id == wanted.mentee)
    here = select(EXCLUSION.c.id).where(EXCLUSION.c.programme_id == programme, *both)
    return book.connection.execute(here).first() is not None


# A break, and the end


@handles(PauseMember)
def pause_members(book: Book, works: list[Work]) -> list[Said]:
    """Give people a break, or end it; they are told."""
    return [_pause(book, work) for work in works]


def _pause(book: Book, work: Work) -> Said:
    days, row = work.effect.days, _member(book, work, work.effect.member)
    if row is None or row.standing not in {"active", "paused"}:
        return Said(words.gone())
    back = ((Button(say("button-person", name=row.name), f"p:person:{row.person_id}"),),)
    if row.standing == "active" and not days:
        return _told(Screen((say("resumed-already", name=row.name),), back))
    if not days:
        _stand(book, work, row, SetStanding("active"))
        _tell_rest(book, work, row, say("partner-back"), Screen((say("resumed-for-you", role=row.role),)))
        return _told(Screen((say("resumed-done", name=row.name),), back))
    zone = book.person(row.person_id).zone
    ends = local_date(book.now, zone) + timedelta(days=days)
    _stand(book, work, row, SetStanding("paused", local(ends, time(0), zone)))
    sooner = ((Button(say("button-resume"), "go:resume"),),)
    mine = Screen((say("paused-for-you", role=row.role, until=When(ends)),), sooner)
    _tell_rest(book, work, row, say("partner-paused", day=When(ends)), mine)
    return _told(Screen((say("paused-done", name=row.name, until=When(ends)),), back))


def _tell_rest(book: Book, work: Work, row: Any, others: Say, mine: Screen) -> None:
    """Tell the person, and their partners, as when they had done it themselves."""
    bring(book, row.person_id, mine, kind="staff")
    tell_partners(book, [work._replace(person=row.person_id, effect=TellPartners(Screen((others,))))])


def _member(book: Book, work: Work, number: int) -> Any:
    """A mentee or mentor of the programme whose desk this is."""
    desk = seat(book, work.person)
    if desk is None:
        return None
    query = select(MEMBER, PERSON.c.name, PROGRAMME.c.name.label("programme"))
    query = query.join(PERSON, PERSON.c.id == MEMBER.c.person_id).join(
        PROGRAMME, PROGRAMME.c.id == MEMBER.c.programme_id
    )
    here = (MEMBER.c.id == number, MEMBER.c.programme_id == desk.programme_id, MEMBER.c.role.in_(PAIRED))
    return book.connection.execute(query.where(*here)).one_or_none()


def _stand(book: Book, work: Work, row: Any, standing: SetStanding) -> None:
    """Set somebody's standing in this programme. What they are in another one stays, and so do their reminders."""
    others = (MEMBER.c.person_id == row.person_id, MEMBER.c.id != row.id, MEMBER.c.standing != "left")
    if book.connection.execute(select(MEMBER.c.id).where(*others)).first() is None:
        set_standing(book, [work._replace(person=row.person_id, effect=standing)])
        return
    values = {"standing": standing.standing, "paused_until": standing.until, "reason": standing.reason}
    book.connection.execute(update(MEMBER).where(MEMBER.c.id == row.id).values(values | {"silent_since": None}))
    book.forget_members(row.person_id)


@handles(RemoveMember)
def remove_members(book: Book, works: list[Work]) -> list[Said | None]:
    """Let people leave: their pairs end kindly, what was planned is off, and they are told how to see or erase data."""
    return [_remove(book, work) for work in works]


def _remove(book: Book, work: Work) -> Said | None:
    gone: RemoveMember = work.effect
    row = _member(book, work, gone.member)
    if row is None or row.standing == "left":
        return None if gone.quiet else Said(words.gone())
    partners = _part(book, work, row, cards=not gone.quiet)
    _stand(book, work, row, SetStanding("left", None, gone.reason))
    told = Screen((say("removed-for-you", role=row.role, programme=row.programme),))
    bring(book, row.person_id, told, f"removed:{row.id}:{int(book.now.timestamp())}", kind="staff")
    done = say("removed-done", name=row.name or "…", n=partners)
    return None if gone.quiet else _told(Screen((done,), ((Button(say("button-pending"), "p:pending"),),)))


def _part(book: Book, work: Work, row: Any, *, cards: bool) -> int:
    """End the pairs of somebody in this programme: each other side is told, coordinators may match them anew. Says how
    many there were."""
    mine = [pair for pair in active_pairs(book, row.person_id) if pair.programme_id == row.programme_id]
    for pair in mine:
        called_off, other = end(book, pair, "ended"), _other(pair, row.person_id)
        if called_off is None or other is None:
            continue
        role, once = role_in(pair, other), f"left:{pair.id}:{int(book.now.timestamp())}"
        bring(book, other, ended(role, row.name, called_off.get(other, ()), book.now, "left"), once)
        if cards:
            rematch(book, work, other, role)
    return len(mine)


def _other(pair: Any, person: int) -> int | None:
    return pair.mentor_id if pair.mentee_id == person else pair.mentee_id  # type: ignore[no-any-return]


# A message


@handles(WriteTo)
def write_to(book: Book, works: list[Work]) -> list[Screen | None]:
    """Bring words to people, outside their quiet hours."""
    return [_write(book, work) for work in works]


def _write(book: Book, work: Work) -> Screen | None:
    told: WriteTo = work.effect
    desk = seat(book, work.person)
    if desk is None:
        return NOT_YOURS
    here = (MEMBER.c.person_id == told.person, MEMBER.c.programme_id == desk.programme_id, MEMBER.c.standing != "left")
    where = accounts(book.connection, {told.person}).get(told.person)
    if where is None or book.connection.execute(select(MEMBER.c.id).where(*here)).first() is None:
        return words.gone()
    name = book.person(told.person).name
    if where.reach != "ok":
        return Screen((say("write-unreached", name=name),))
    programme = select(PROGRAMME.c.name).where(PROGRAMME.c.id == desk.programme_id)
    screen = words.words_of(book.person(work.person).name, book.connection.execute(programme).scalar_one(), told.text)
    bring(book, told.person, screen, kind="staff")
    return None
