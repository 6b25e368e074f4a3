"""The other side of each pair, as much of it as its reader may see, for many readers at once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, and_, bindparam, func, select

from bot.mentoring.calendar import local_date
from bot.mentoring.people import Goal, Note, Pact, Partner, Person, Role
from bot.mentoring.privacy import Thing, goal_thing, may_see
from storage import tables
from storage.among import among
from storage.columns import MEMBER, PERSON
from storage.rows import table

PAIR, CHECKIN, NOTE = table(tables.Pair), table(tables.Checkin), table(tables.Note)
PARTING = table(tables.Parting)
AGREEMENT, RELAY, SESSION = table(tables.Agreement), table(tables.Relay), table(tables.Session)

LOOK_BACK = timedelta(days=180)  # how old the last check-in of a partner may be to be told
FRESH = timedelta(days=28)  # how long a word for the mentor stays one to talk about
HARD = "hard"  # what somebody finds hard is not for their partner


def read_partners(connection: Connection, people: Collection[int], now: datetime) -> dict[int, list[Partner]]:
    """The partners of each person's active pairs; goals come separately."""
    rows = [(role, row) for role, query in PARTNERS.items() for row in connection.execute(query, {"people": people})]
    if not rows:
        return {}
    about = _About(connection, rows, now)
    partners: dict[int, list[Partner]] = defaultdict(list)
    for role, row in sorted(rows, key=lambda each: each[1].id):
        partners[row.mine].append(about.partner(role, row))
    return partners


def zones(partners: Mapping[int, Iterable[Partner]]) -> dict[int, Person]:
    """The mentees among partners, so that their goals can be read on their own calendar."""
    return {
        each.person: Person(each.person, zone=each.zone)
        for group in partners.values()
        for each in group
        if each.role == "mentee"
    }


def with_goals(partner: Partner, goals: Iterable[tuple[str, Goal]]) -> Partner:
    """The partner with the active goals they share."""
    if partner.role != "mentee":
        return partner
    shared = (shown for state, goal in goals if state == "active" and (shown := _shared(goal)))
    return replace(partner, goals=tuple(shared))


def _shared(goal: Goal) -> Goal | None:
    """As much of a mentee's goal as their mentor may see."""
    if not _seen(goal_thing("goal-title", goal.visibility), "mentor"):
        return None
    if _seen(goal_thing("goal-details", goal.visibility), "mentor"):
        return goal
    return replace(goal, measure="", why="", steps=())


def _seen(thing: Thing, viewer: Role) -> bool:
    return may_see(thing, viewer, "partner") == "all"


class _About:
    """What is known of the pairs of one reading."""

    def __init__(self, connection: Connection, rows: list[tuple[Role, Any]], now: datetime) -> None:
        pairs = {"pairs": {row.id for _, row in rows}}
        self._now = now
        self._heard = {row.pair_id: row.at for row in connection.execute(HEARD, pairs)}
        for row in connection.execute(MET, pairs):
            self._heard[row.pair_id] = max(filter(None, (self._heard.get(row.pair_id), row.at)))
        self._agreements: dict[int, list[Any]] = defaultdict(list)
        for row in connection.execute(AGREEMENTS, pairs):
            self._agreements[row.pair_id].append(row)
        self._notes: dict[int, list[Any]] = defaultdict(list)
        for row in connection.execute(NOTES, pairs):
            self._notes[row.pair_id].append(row)
        self._leaving = {(row.pair_id, row.person_id): row.until for row in connection.execute(LEAVING, pairs)}
        self._checkins = self._read_checkins(connection, {row.theirs for role, row in rows if role == "mentee"})

    def _read_checkins(self, connection: Connection, mentees: set[int]) -> dict[int, list[Any]]:
        checkins: dict[int, list[Any]] = defaultdict(list)
        if mentees:
            asked = {"people": mentees, "since": (self._now - LOOK_BACK).date()}
            for row in connection.execute(CHECKINS, asked):
                checkins[row.person_id].append(row)
        return checkins

    def partner(self, role: Role, row: Any) -> Partner:
        """One partner, of this role, as the other side may see them."""
        viewer: Role = "mentor" if role == "mentee" else "mentee"
        standing = _seen("standing", viewer)
        checkin, wish = self._checkin(row.theirs, viewer)
        return Partner(
            row.id,
            row.theirs,
            row.name,
            role,
            row.locale,
            row.zone,
            _about(row.about or {}, viewer),
            since=local_date(row.created_at, row.zone),
            ends=row.ends,
            room=row.room,
            muted=row.mentee_muted if viewer == "mentee" else row.mentor_muted,
            heard=self._heard.get(row.id),
            wish=wish,
            checkin=checkin,
            standing=row.standing if standing and row.standing else "active",
            paused_until=row.paused_until if standing else None,
            leaving=self._leaving.get((row.id, row.mine)),
            pact=pact_of(self._agreements[row.id], row.mine),
            notes=tuple(self._notes_for(row)),
        )

    def _checkin(self, mentee: int, viewer: Role) -> tuple[datetime | None, str]:
        """When a mentee last answered, and what they last asked their mentor to know."""
        weeks = self._checkins.get(mentee, [])
        fresh = [row.for_mentor for row in weeks if row.for_mentor and row.answered_at > self._now - FRESH]
        told = weeks[0].answered_at if weeks and _seen("checkin-done", viewer) else None
        return told, fresh[0] if fresh and _seen("checkin-words", viewer) else ""

    def _notes_for(self, row: Any) -> Iterable[Note]:
        """One's own notes, and the shared ones of the other side."""
        for note in self._notes[row.id]:
            if note.author_id == row.mine or note.shared:
                yield Note(note.id, note.text, note.at, note.author_id == row.mine, note.shared)


def _about(about: dict[str, Any], viewer: Role) -> dict[str, Any]:
    if not _seen("profile", viewer):
        return {}
    return about if _seen("hard", viewer) else {key: value for key, value in about.items() if key != HARD}


def pact_of(rows: Iterable[Any], mine: int) -> Pact:
    """The agreement rows of a pair, oldest first, from one side."""
    newest = {row.person_id: row for row in rows}
    me = newest.pop(mine, None)
    other = next(iter(newest.values()), None)
    holding = [row for row in (me, other) if row is not None and row.terms]
    terms = max(holding, key=lambda row: row.answered_at).terms if holding else {}
    if me is None:
        return Pact(terms=terms)
    return Pact(
        me.round,
        me.answers,
        other.answers if other else {},
        me.agreed_at is not None,
        other is not None and other.agreed_at is not None,
        terms,
    )


def _other_side(mine: Any, theirs: Any) -> Any:
    """Both sides of active pairs, and how the other side stands in the pair's programme."""
    columns = (PAIR.c[name] for name in ("id", "created_at", "ends", "room", "mentor_muted", "mentee_muted"))
    person = (PERSON.c[name] for name in ("name", "locale", "zone", "about"))
    member = and_(MEMBER.c.person_id == theirs, MEMBER.c.programme_id == PAIR.c.programme_id)
    query = select(mine.label("mine"), theirs.label("theirs"), *columns, *person, MEMBER.c.standing)
    query = query.add_columns(MEMBER.c.paused_until).join(PERSON, PERSON.c.id == theirs).outerjoin(MEMBER, member)
    return query.where(among(mine, "people"), PAIR.c.state == "active").order_by(PAIR.c.id)


PARTNERS: dict[Role, Any] = {
    "mentor": _other_side(PAIR.c.mentee_id, PAIR.c.mentor_id),
    "mentee": _other_side(PAIR.c.mentor_id, PAIR.c.mentee_id),
}
HEARD = (
    select(RELAY.c.pair_id, func.max(RELAY.c.at).label("at"))
    .where(among(RELAY.c.pair_id, "pairs"))
    .group_by(RELAY.c.pair_id)
)
MET = (
    select(SESSION.c.pair_id, func.max(SESSION.c.starts_at).label("at"))
    .where(among(SESSION.c.pair_id, "pairs"), SESSION.c.state == "held")
    .group_by(SESSION.c.pair_id)
)
LEAVING = select(PARTING.c.pair_id, PARTING.c.person_id, PARTING.c.until).where(
    among(PARTING.c.pair_id, "pairs"), PARTING.c.state == "waiting"
)
AGREEMENTS = select(AGREEMENT).where(among(AGREEMENT.c.pair_id, "pairs")).order_by(AGREEMENT.c.round, AGREEMENT.c.id)
NOTES = select(NOTE).where(among(NOTE.c.pair_id, "pairs")).order_by(NOTE.c.id)
CHECKINS = (
    select(CHECKIN.c.person_id, CHECKIN.c.answered_at, CHECKIN.c.for_mentor)
    .where(
        among(CHECKIN.c.person_id, "people"),
        CHECKIN.c.occurrence > bindparam("since"),
        CHECKIN.c.answered_at.is_not(None),
    )
    .order_by(CHECKIN.c.occurrence.desc())
)
