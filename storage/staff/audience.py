"""The people of a programme that a filter means, in one statement; each with where they can be written to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, and_, not_, or_, select

from bot.mentoring.audience import Audience, Term, about_topic
from bot.talk.clean import key_of
from storage import tables
from storage.accounts import accounts
from storage.among import among
from storage.columns import MEMBER, PERSON
from storage.rows import table

PAIR, GOAL, SESSION, ACCOUNT = (table(each) for each in (tables.Pair, tables.Goal, tables.Session, tables.Account))

LATELY = timedelta(days=21)  # how long ago a session still counts
TOLD = ("field", "wants", "skills", "offers")  # what people told of themselves that a topic is looked for in
ROLES = {"mentee": ("mentee",), "mentor": ("mentor",), "staff": ("coordinator", "owner")}


@dataclass(frozen=True, slots=True)
class Who:
    """Somebody who is meant. `platform` and `chat` are where they are written to, if `reach` is "ok"."""

    person: int
    name: str
    role: str
    standing: str
    locale: str
    platform: str = ""
    chat: str = ""
    reach: str = "none"


@dataclass(frozen=True, slots=True)
class Count:
    """How many are meant, and how many of them can be written to on each platform."""

    total: int
    platforms: tuple[tuple[str, int], ...]

    @property
    def reached(self) -> int:
        """Those who can be written to."""
        return sum(number for _, number in self.platforms)


def people_in(
    connection: Connection,
    programme: int,
    audience: Audience,
    now: datetime,
    *,
    after: int = 0,
    most: int | None = None,
) -> list[Who]:
    """Those who are meant, by number; a piece of them are `most` whose numbers come `after` one. Who has not joined yet
    or has left is never among them."""
    found = _Reading(connection, programme, now)
    meant = or_(*(found.group(group) for group in audience.groups))
    columns = (PERSON.c.id, PERSON.c.name, MEMBER.c.role, MEMBER.c.standing, PERSON.c.locale)
    query = select(*columns).join(MEMBER, MEMBER.c.person_id == PERSON.c.id)
    here = query.where(MEMBER.c.programme_id == programme, PERSON.c.id > after, meant).order_by(PERSON.c.id)
    rows = connection.execute(here.limit(most)).all()
    where = accounts(connection, [row.id for row in rows])
    return [_who(row, where.get(row.id)) for row in rows]


def _who(row: Any, account: Any) -> Who:
    reached = (account.platform, account.chat, account.reach) if account else ()
    return Who(row.id, row.name, row.role, row.standing, row.locale, *reached)


def count_in(connection: Connection, programme: int, audience: Audience, now: datetime) -> Count:
    """How many are meant."""
    return counted(people_in(connection, programme, audience, now))


def counted(people: Iterable[Who]) -> Count:
    """How many these are, and where."""
    total, platforms = 0, defaultdict[str, int](int)
    for who in people:
        total += 1
        if who.reach == "ok":
            platforms[who.platform] += 1
    return Count(total, tuple(sorted(platforms.items())))


def pinned(connection: Connection, programme: int, audience: Audience, now: datetime) -> Audience:
    """The same with numbers in the place of names, so that no name is kept with it. One that nobody has stays."""
    if not audience.names:
        return audience
    found = _Reading(connection, programme, now)
    return Audience(tuple(tuple(_pin(found, term) for term in group) for group in audience.groups))


def _pin(found: _Reading, term: Term) -> Term:
    people = found.named(term.value) if term.kind == "name" else []
    value = "+".join(map(str, people))
    typed = f"#{value}" if term.yes else f"not #{value}"
    return replace(term, kind="person", value=value, typed=typed) if people else term


class _Reading:
    """Terms as SQL conditions on people and their place in one programme."""

    def __init__(self, connection: Connection, programme: int, now: datetime) -> None:
        self._connection, self._programme, self._now = connection, programme, now

    def group(self, terms: tuple[Term, ...]) -> Any:
        """All terms together; of one kind, any."""
        wanted = defaultdict[str, list[Any]](list)
        for term in terms:
            if term.yes:
                wanted[term.kind].append(CONDITIONS[term.kind](self, term))
        unwanted = [not_(CONDITIONS[term.kind](self, term)) for term in terms if not term.yes and term.kind != "all"]
        nobody = [PERSON.c.id == 0 for term in terms if not term.yes and term.kind == "all"]
        staff = any(term.kind == "role" and term.yes for term in terms)
        role = [] if staff else [MEMBER.c.role.in_(("mentee", "mentor"))]
        standing = "paused" if "paused" in wanted else "active"
        holds = [or_(*same) for same in wanted.values()]
        return and_(MEMBER.c.standing == standing, *role, *holds, *unwanted, *nobody, *self._sense(terms))

    def _sense(self, terms: tuple[Term, ...]) -> list[Any]:
        """Without a session are those who could have one."""
        lacking = any(term.kind == "session" and not term.yes for term in terms)
        return [self.paired(terms[0])] if lacking else []

    def paired(self, term: Term) -> Any:
        """Those of an active pair."""
        active = (PAIR.c.programme_id == self._programme, PAIR.c.state == "active")
        return _either_side(select(PAIR).where(*active))

    def goal(self, term: Term) -> Any:
        """Those with a goal they work on."""
        theirs = select(GOAL.c.person_id).where(GOAL.c.programme_id == self._programme, GOAL.c.state == "active")
        return PERSON.c.id.in_(theirs)

    def session(self, term: Term) -> Any:
        """Those who had a session lately, or have one coming."""
        held = and_(SESSION.c.state == "held", SESSION.c.starts_at > self._now - LATELY)
        ahead = or_(SESSION.c.starts_at.is_(None), SESSION.c.starts_at > self._now)
        coming = and_(SESSION.c.state.in_(("proposed", "confirmed")), ahead)
        theirs = select(PAIR).join(SESSION, SESSION.c.pair_id == PAIR.c.id)
        return _either_side(theirs.where(PAIR.c.programme_id == self._programme, or_(held, coming)))

    def silent(self, term: Term) -> Any:
        """Those who wrote and tapped nothing for so many days, and have been here longer than that."""
        since = self._now - timedelta(days=int(term.value))
        seen = select(ACCOUNT.c.person_id).where(ACCOUNT.c.seen_at > since)
        return and_(PERSON.c.id.not_in(seen), MEMBER.c.created_at <= since)

    def topic(self, term: Term) -> Any:
        """Those who told of this topic."""
        found = [number for number, _, about in self._members() if about_topic(_told(about), term.value)]
        return among(PERSON.c.id, found)

    def name(self, term: Term) -> Any:
        """Those of this name."""
        return among(PERSON.c.id, self.named(term.value))

    def named(self, name: str) -> list[int]:
        """Those who are called exactly so, or else have these words in their names."""
        wanted, rows = key_of(name), list(self._members())
        same = [number for number, known, _ in rows if key_of(known) == wanted]
        words = set(wanted.split())
        return same or [number for number, known, _ in rows if words and words <= set(key_of(known).split())]

    def _members(self) -> Iterable[tuple[int, str, dict[str, Any]]]:
        query = select(PERSON.c.id, PERSON.c.name, PERSON.c.about).join(MEMBER, MEMBER.c.person_id == PERSON.c.id)
        here = query.where(MEMBER.c.programme_id == self._programme, MEMBER.c.standing.in_(("active", "paused")))
        return ((row.id, row.name, row.about or {}) for row in self._connection.execute(here))


def _either_side(pairs: Any) -> Any:
    """Both sides of these pairs; one that is gone counts as nobody."""
    sides = (pairs.with_only_columns(side).where(side.is_not(None)) for side in (PAIR.c.mentee_id, PAIR.c.mentor_id))
    return or_(*(PERSON.c.id.in_(side) for side in sides))


def _told(about: dict[str, Any]) -> list[str]:
    values = (about.get(name) or [] for name in TOLD)
    return [each for value in values for each in ([value] if isinstance(value, str) else value)]


CONDITIONS: dict[str, Callable[[_Reading, Term], Any]] = {
    "all": lambda found, term: PERSON.c.id > 0,
    "role": lambda found, term: MEMBER.c.role.in_(ROLES[term.value]),
    "paired": _Reading.paired,
    "paused": lambda found, term: MEMBER.c.standing == "paused",
    "goal": _Reading.goal,
    "session": _Reading.session,
    "checkin": lambda found, term: MEMBER.c.silent_since.is_not(None),
    "silent": _Reading.silent,
    "topic": _Reading.topic,
    "zone": lambda found, term: PERSON.c.zone.in_(term.value.split()),
    "lang": lambda found, term: PERSON.c.locale == term.value,
    "name": _Reading.name,
    "person": lambda found, term: among(PERSON.c.id, list(map(int, term.value.split("+")))),
}
