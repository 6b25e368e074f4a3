"""What the desk sees of one person, read beside the turns: never words of a check-in, a mood, a private goal."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, and_, case, func, or_, select

from bot.flows.staff.invite import number_in
from bot.mentoring.calendar import local_date
from bot.mentoring.people import Facts
from bot.mentoring.people_views import (
    EVERYONE,
    Card,
    EveryoneView,
    Hit,
    InvitationBrief,
    MatchView,
    PairBrief,
    PersonView,
    PickView,
)
from bot.talk.clean import key_of
from storage import tables
from storage.columns import MEMBER, PERSON
from storage.rows import table
from storage.sights import sees
from storage.staff.search import Found, search

ACCOUNT, PAIR, GOAL, PROGRESS = (table(each) for each in (tables.Account, tables.Pair, tables.Goal, tables.Progress))
CHECKIN, HELP, RELAY, SESSION = (
    table(each) for each in (tables.Checkin, tables.HelpRequest, tables.Relay, tables.Session)
)
INVITATION = table(tables.Invitation)

PAIRED = ("mentee", "mentor")
MOST_HITS = 6
SIDES = {"mentee": "mentor", "mentor": "mentee"}


@sees("person", "write_to", "pair_with")
def read_person(connection: Connection, facts: Facts) -> PersonView | None:
    """Whom the subject means: a number, or a name however it is typed."""
    programme, text = facts.programme, facts.subject.strip()
    if programme is None or not text:
        return None
    found = search(connection, programme.id, text, most=MOST_HITS)
    if len(found) == 1:
        return PersonView(text, card=read_card(connection, facts, PERSON.c.id == found[0].person))
    return PersonView(text, None, tuple(map(hit, found)), () if found else _invited(connection, programme.id, text))


@sees("everyone")
def read_everyone(connection: Connection, facts: Facts) -> EveryoneView | None:
    """A page of those who take part, from the place the subject names."""
    if facts.programme is None:
        return None
    here = (MEMBER.c.programme_id == facts.programme.id, MEMBER.c.standing != "left", PERSON.c.name != "")
    both = select(func.count()).select_from(MEMBER).join(PERSON, PERSON.c.id == MEMBER.c.person_id)
    total = int(connection.execute(both.where(*here)).scalar_one())
    start = min(number_in(facts.subject), max(0, total - 1)) // EVERYONE * EVERYONE
    query = select(PERSON.c.id, PERSON.c.name, MEMBER.c.role, MEMBER.c.standing)
    query = query.join(MEMBER, MEMBER.c.person_id == PERSON.c.id).where(*here)
    rows = connection.execute(query.order_by(func.lower(PERSON.c.name), PERSON.c.id).limit(EVERYONE).offset(start))
    return EveryoneView(tuple(hit(Found(*row)) for row in rows), total, start)


@sees("pause_member", "remove_member")
def read_member(connection: Connection, facts: Facts) -> PersonView | None:
    """The member of this number."""
    member = number_in(facts.subject)
    card = read_card(connection, facts, MEMBER.c.id == member) if member else None
    return PersonView(facts.subject, card=card) if card else None


def hit(found: Found) -> Hit:
    """Somebody who may be meant, as a screen shows them."""
    return Hit(found.person, found.name, found.role, found.standing)  # type: ignore[arg-type]  # both are checked when written


def _invited(connection: Connection, programme: int, text: str) -> tuple[InvitationBrief, ...]:
    """Those who were invited by a name like this and never started."""
    words = key_of(text).split()
    query = select(INVITATION).where(INVITATION.c.programme_id == programme, INVITATION.c.used == 0)
    query = query.where(INVITATION.c.uses == 1, INVITATION.c.label != "")
    named = query.where(*(INVITATION.c.label.icontains(word, autoescape=True) for word in words))
    rows = connection.execute(named.order_by(INVITATION.c.id).limit(MOST_HITS)) if words else ()
    return tuple(brief(row) for row in rows)


def brief(row: Any, by: str = "") -> InvitationBrief:
    """An invitation, as a screen shows it."""
    return InvitationBrief(row.id, row.role, row.label, row.uses, row.used, row.created_at, row.expires_at, by)


def read_card(connection: Connection, facts: Facts, which: Any) -> Card | None:
    """The card of one member of the programme that the reader works in; None for anybody else."""
    programme = facts.programme.id if facts.programme else 0
    row = connection.execute(CARD.where(MEMBER.c.programme_id == programme, which)).first()
    if row is None:
        return None
    accounts = connection.execute(select(ACCOUNT).where(ACCOUNT.c.person_id == row.id).order_by(ACCOUNT.c.id)).all()
    paired, mentee = row.role in PAIRED, row.role == "mentee"
    asked, answered = _checkins(connection, programme, row.id) if mentee else (0, 0)
    return Card(
        row.id,
        row.member,
        row.name,
        row.role,
        row.standing,
        row.created_at,
        row.paused_until,
        max((each.seen_at for each in accounts if each.seen_at), default=None),
        tuple(dict.fromkeys(each.platform for each in accounts)),
        any(each.reach == "ok" for each in accounts),
        _pairs(connection, programme, row, facts) if paired else (),
        _goals(connection, programme, row.id) if mentee else (),
        asked,
        answered,
        _tickets(connection, programme, row.id),
    )


CARD = select(
    PERSON.c.id,
    PERSON.c.name,
    MEMBER.c.id.label("member"),
    MEMBER.c.role,
    MEMBER.c.standing,
    MEMBER.c.created_at,
    MEMBER.c.paused_until,
).join(MEMBER, MEMBER.c.person_id == PERSON.c.id)


def _pairs(connection: Connection, programme: int, row: Any, facts: Facts) -> tuple[PairBrief, ...]:
    """The pairs that go on, each with the last contact: a message passed on, or a session held."""
    other = case((PAIR.c.mentee_id == row.id, PAIR.c.mentor_id), else_=PAIR.c.mentee_id)
    heard = select(func.max(RELAY.c.at)).where(RELAY.c.pair_id == PAIR.c.id).scalar_subquery()
    held = (SESSION.c.pair_id == PAIR.c.id, SESSION.c.state == "held")
    met = select(func.max(SESSION.c.starts_at)).where(*held).scalar_subquery()
    mine = or_(PAIR.c.mentee_id == row.id, PAIR.c.mentor_id == row.id)
    here = and_(PAIR.c.programme_id == programme, PAIR.c.state == "active", mine)
    query = select(
        PAIR.c.id, PAIR.c.created_at, PAIR.c.mentee_id, PERSON.c.name, heard.label("heard"), met.label("met")
    )
    found = connection.execute(query.join(PERSON, PERSON.c.id == other).where(here).order_by(PAIR.c.id))
    return tuple(_pair(each, row.id, facts) for each in found)


def _pair(row: Any, person: int, facts: Facts) -> PairBrief:
    contacts: list[datetime] = [moment for moment in (row.heard, row.met) if moment]
    role, since = "mentor" if row.mentee_id == person else "mentee", local_date(row.created_at, facts.me.zone)
    return PairBrief(row.id, row.name, role, since, max(contacts, default=None))  # type: ignore[arg-type]  # one of the two


def _goals(connection: Connection, programme: int, person: int) -> tuple[tuple[str, int | None], ...]:
    """Titles and percents of goals that are not private."""
    last = select(PROGRESS.c.percent).where(PROGRESS.c.goal_id == GOAL.c.id)
    percent = last.order_by(PROGRESS.c.at.desc(), PROGRESS.c.id.desc()).limit(1).scalar_subquery()
    shown = (GOAL.c.person_id == person, GOAL.c.programme_id == programme, GOAL.c.visibility == "pair")
    query = select(GOAL.c.title, percent.label("percent")).where(*shown, GOAL.c.state == "active")
    return tuple((row.title, row.percent) for row in connection.execute(query.order_by(GOAL.c.id)))


def _checkins(connection: Connection, programme: int, person: int) -> tuple[int, int]:
    """How many were asked for or given, and how many were answered."""
    mine = (CHECKIN.c.person_id == person, CHECKIN.c.programme_id == programme)
    query = select(func.count(), func.count(CHECKIN.c.answered_at)).select_from(CHECKIN).where(*mine)
    asked, answered = connection.execute(query).one()
    return int(asked), int(answered)


def _tickets(connection: Connection, programme: int, person: int) -> int:
    mine = (HELP.c.person_id == person, HELP.c.programme_id == programme, HELP.c.state != "closed")
    return int(connection.execute(select(func.count()).select_from(HELP).where(*mine)).scalar_one())


# A pair by hand


@sees("pair_pick")
def read_pick(connection: Connection, facts: Facts) -> PickView | None:
    """Who may be meant as the other side: "<person> <name>"."""
    number, _, text = facts.subject.partition(" ")
    one = _one(connection, facts, number_in(number), PAIRED)
    if one is None or facts.programme is None:
        return None
    found = search(connection, facts.programme.id, text, (SIDES[one.role],), MOST_HITS)
    here = tuple(hit(each) for each in found if each.standing in {"active", "paused"})
    return PickView(one.person, one.name, one.role, text, here)


@sees("pair_sure")
def read_match(connection: Connection, facts: Facts) -> MatchView | None:
    """Two people, told in either order: "<person>-<person>"; and how many each has already."""
    first, _, second = facts.subject.partition("-")
    both = [_one(connection, facts, number_in(each), PAIRED) for each in (first, second)]
    sides = {each.role: each for each in both if each}
    if len(sides) != len(SIDES):
        return None
    mentor, mentee = sides["mentor"], sides["mentee"]
    programme = facts.programme.id if facts.programme else 0
    active = (PAIR.c.programme_id == programme, PAIR.c.state == "active")
    busy = select(func.count()).select_from(PAIR).where(*active, PAIR.c.mentor_id == mentor.person)
    able = select(MEMBER.c.capacity).where(MEMBER.c.person_id == mentor.person, MEMBER.c.programme_id == programme)
    theirs = select(PERSON.c.name).join(PAIR, PAIR.c.mentor_id == PERSON.c.id)
    names = connection.execute(theirs.where(*active, PAIR.c.mentee_id == mentee.person)).scalars()
    mentees, capacity = connection.execute(busy).scalar_one(), connection.execute(able).scalar_one()
    return MatchView(mentor, mentee, int(mentees), int(capacity), tuple(names))


def _one(connection: Connection, facts: Facts, person: int, roles: Sequence[str]) -> Hit | None:
    if not person or facts.programme is None:
        return None
    found = search(connection, facts.programme.id, str(person), roles)
    return hit(found[0]) if found else None
