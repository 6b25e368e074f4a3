"""What the screens of own choice show: the next card, a mentee's list, a request, what a programme allows."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, case, select

from bot.commands import STAFF
from bot.mentoring.choosing import (
    MOST_ASKED,
    OPEN,
    Asked,
    Card,
    Liked,
    OwnChoice,
    Place,
    Request,
    Shelf,
    Waiting,
    Wishes,
    next_place,
    number_in,
    place_text,
    read_place,
    terms_of,
)
from bot.mentoring.matching import Profile, score
from bot.mentoring.matching_rows import Table
from bot.mentoring.people import Facts
from bot.mentoring.plans import Matching
from bot.mentoring.views import View
from storage import tables
from storage.among import among
from storage.columns import PERSON, PROGRAMME
from storage.rows import table
from storage.sights import sees
from storage.staff.choosing_pool import (
    offering,
    one,
    profile,
    shared_goals,
    trouble_of,
    weights_in,
)

WISH = table(tables.Wish)
SEEN = ("field", "offers", "bio")  # what a card shows of what a mentor told
SHOWN = 4  # wishes of both on a coordinator's screen


@sees("choose")
def read_choose(connection: Connection, facts: Facts) -> View | None:
    """A mentee's next card after a place; for who runs the programme, what it allows."""
    member = facts.membership
    if member is None or member.role not in {"mentee", *STAFF}:
        return None
    if member.role in STAFF:
        return _own_choice(connection, member.programme.id)
    return _shelf(connection, facts, member.programme.id)


def _own_choice(connection: Connection, programme: int) -> OwnChoice:
    options = connection.execute(select(PROGRAMME.c.options).where(PROGRAMME.c.id == programme)).scalar_one()
    mentor, mentee = PERSON.alias("mentor"), PERSON.alias("mentee")
    both = select(WISH.c.id, mentor.c.name, mentee.c.name).select_from(
        WISH.join(mentor, mentor.c.id == WISH.c.mentor_id).join(mentee, mentee.c.id == WISH.c.mentee_id)
    )
    waiting = both.where(WISH.c.programme_id == programme, WISH.c.state == "accepted").order_by(WISH.c.at, WISH.c.id)
    rows = connection.execute(waiting.limit(SHOWN))
    return OwnChoice(terms_of(options), tuple(Waiting(number, *names) for number, *names in rows))


def _shelf(connection: Connection, facts: Facts, programme: int) -> Shelf:
    me = facts.me.id
    if trouble := trouble_of(connection, programme, me):
        return Shelf(trouble)
    mine = one(connection, programme, me, facts.now, shared_goals(connection, programme, me))
    if mine is None:
        return Shelf("away")
    told, rows = _told(connection, programme, me), {row.id: row for row in offering(connection, programme, me)}
    weights = weights_in(connection, programme)
    places = _places(mine, [profile(row, facts.now) for row in rows.values()], weights)
    place = next_place(places, read_place(facts.subject), told)
    card = _card(mine, rows[place[1]], place, weights, facts.now) if place else None
    states = list(told.values())
    liked, passed = sum(state in LISTED for state in states), sum(state in BACK for state in states)
    return Shelf("", card, liked, passed, any(each[1] not in told for each in places))


def _places(mine: Profile, mentors: list[Profile], weights: Matching) -> list[Place]:
    """Where the cards lie, without those whom one could never meet."""
    worth = Table(mentors, weights).row(mine) if mentors else ()
    return [(-value, mentor.person) for value, mentor in zip(worth, mentors, strict=True) if value >= 0]


LISTED = ("liked", *OPEN)
BACK = ("passed", "expired")  # what a mentee may have again


def _told(connection: Connection, programme: int, mentee: int) -> Mapping[int, str]:
    """What has been said to whose card."""
    mine = (WISH.c.programme_id == programme, WISH.c.mentee_id == mentee)
    query = select(WISH.c.mentor_id, WISH.c.state).where(*mine)
    return {row.mentor_id: row.state for row in connection.execute(query)}


def _card(mine: Profile, row: Any, place: Place, weights: Matching, now: datetime) -> Card:
    found = score(mine, profile(row, now), weights)
    return Card(
        row.id,
        row.name,
        {name: row.about[name] for name in SEEN if name in (row.about or {})},
        row.locale,
        row.zone,
        place_text(place),
        found.reasons,
        found.gap,
    )


@sees("wishes", "wish_off", "wish_reply")
def read_wishes(connection: Connection, facts: Facts) -> Wishes | None:
    """A mentee's list."""
    member = facts.membership
    return wishes_of(connection, member.programme.id, facts.me.id) if member and member.role == "mentee" else None


def wishes_of(connection: Connection, programme: int, mentee: int) -> Wishes:
    """What is asked, then what is liked in order, each with whether it could be asked now."""
    if trouble := trouble_of(connection, programme, mentee):
        return Wishes(trouble)
    first = case((WISH.c.state.in_(OPEN), 0), else_=1)
    query = select(WISH, PERSON.c.name).join(PERSON, PERSON.c.id == WISH.c.mentor_id)
    mine = (WISH.c.programme_id == programme, WISH.c.mentee_id == mentee, WISH.c.state.in_((*OPEN, "liked")))
    rows = connection.execute(query.where(*mine).order_by(first, WISH.c.rank, WISH.c.id)).all()
    free = askable(connection, programme, mentee, [row.mentor_id for row in rows]) if rows else set()
    return Wishes("", tuple(_liked(row, row.mentor_id in free) for row in rows))


def _liked(row: Any, free: bool) -> Liked:  # noqa: FBT001 - told by place among the row's own columns
    return Liked(row.id, row.name, row.state, free, row.until, row.question, row.answer)


def askable(connection: Connection, programme: int, mentee: int, mentors: list[int]) -> set[int]:
    """Those of these mentors who have a place, may be this mentee's, and have not too many requests already."""
    rows = offering(connection, programme, mentee, among(PERSON.c.id, mentors))
    return {row.id for row in rows if row.asked < MOST_ASKED}


@sees("wish_ask", "wish_no")
def read_asked(connection: Connection, facts: Facts) -> Asked | None:
    """The open request that a mentor's conversation is about."""
    row = asked_row(connection, facts)
    if row is None:
        return None
    name = connection.execute(select(PERSON.c.name).where(PERSON.c.id == row.mentee_id)).scalar_one()
    return Asked(row.id, name)


@sees("wish")
def read_request(connection: Connection, facts: Facts) -> Request | None:
    """An open request to whoever looks."""
    row = asked_row(connection, facts)
    return request_of(connection, row, facts.now) if row else None


def asked_row(connection: Connection, facts: Facts) -> Any:
    """The request that a subject names, if it is open and to this person."""
    mine = (WISH.c.id == (number_in(facts.subject) or 0), WISH.c.mentor_id == facts.me.id, WISH.c.state == "asked")
    return connection.execute(select(WISH).where(*mine)).one_or_none()


def request_of(connection: Connection, row: Any, now: datetime) -> Request | None:
    """A wish as its mentor reads it; None when one of the two is no member any more."""
    goals = shared_goals(connection, row.programme_id, row.mentee_id)
    mentee = one(connection, row.programme_id, row.mentee_id, now, goals)
    mentor = one(connection, row.programme_id, row.mentor_id, now)
    if mentee is None or mentor is None:
        return None
    reasons = score(mentee, mentor, weights_in(connection, row.programme_id)).reasons
    about = {"field": mentee.field, "wants": list(mentee.subjects)}
    known = {"question": row.question, "answer": row.answer, "goals": goals, "reasons": reasons}
    return Request(row.id, mentee.name, about, mentee.locale, mentee.zone, row.until, **known)
