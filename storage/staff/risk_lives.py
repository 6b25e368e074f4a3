"""Pairs as the rules see them, for many at once. Who takes a break, and whoever a coordinator knows to be fine, is left
out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, and_, case, func, select

from bot.mentoring.plans import Risk
from bot.mentoring.risk import WEEK, Life, falls
from bot.mentoring.sessions import Span
from storage import tables
from storage.among import among
from storage.columns import MEMBER, PROGRAMME
from storage.rows import table
from storage.staff import risk_signs as signs
from storage.staff.risk_signs import AGREEMENT, CHECKIN, GOAL, PAIR, RELAY, RESPONSE, SESSION

WATCH, ACTIVITY, ACCOUNT = table(tables.Watch), table(tables.Activity), table(tables.Account)
YEAR = timedelta(days=366)
MOODS = 6  # of somebody, the newest, that count
TWO_MONTHS = 9  # weeks in which they are looked for
MENTEE, MENTOR = MEMBER.alias("mentee_here"), MEMBER.alias("mentor_here")


def read_lives(
    connection: Connection, programme: int, risk: Risk, now: datetime, pairs: Collection[int] | None = None
) -> list[Life]:
    """The pairs of a programme of which a rule may hold, or these ones, as far as they go on."""
    about = _About(connection, programme, risk, now, pairs)
    chosen = about.suspect(programme, risk, now) if pairs is None else among(PAIR.c.id, pairs)
    query = select(*_columns(now)).where(PAIR.c.programme_id == programme, *_going(now), chosen)
    query = query.join(MENTEE, _member(MENTEE, PAIR.c.mentee_id)).join(MENTOR, _member(MENTOR, PAIR.c.mentor_id))
    return [about.life(row) for row in connection.execute(query)]


def _member(member: Any, person: Any) -> Any:
    return and_(member.c.person_id == person, member.c.programme_id == PAIR.c.programme_id)


def _going(now: datetime) -> tuple[Any, ...]:
    """Of pairs that go on, neither side on a break, and not known to be fine."""
    fine = select(WATCH.c.pair_id).where(WATCH.c.fine_until > now)
    here = (member.c.standing.not_in(("paused", "left")) for member in (MENTEE, MENTOR))
    return (PAIR.c.state == "active", PAIR.c.id.not_in(fine), *here)


def _columns(now: datetime) -> tuple[Any, ...]:
    own = (PAIR.c[name] for name in ("id", "mentee_id", "mentor_id", "created_at", "ends", "asked_at"))
    mine = (SESSION.c.pair_id == PAIR.c.id,)
    heard = select(func.max(RELAY.c.at)).where(RELAY.c.pair_id == PAIR.c.id)
    met = select(func.max(SESSION.c.starts_at)).where(*mine, SESSION.c.state == "held")
    agreed = (SESSION.c.state == "confirmed", SESSION.c.starts_at > now)
    ahead = select(func.min(SESSION.c.starts_at)).where(*mine, *agreed)
    cadence = select(func.min(AGREEMENT.c.terms["cadence"].as_string())).where(AGREEMENT.c.pair_id == PAIR.c.id)
    goal = select(func.min(GOAL.c.id)).where(GOAL.c.person_id == PAIR.c.mentee_id)
    goal = goal.where(GOAL.c.state.in_(("active", "reached")))
    asked = {"heard": heard, "met": met, "ahead": ahead, "cadence": cadence.where(signs.HOLDS), "goal": goal}
    return (
        *own,
        *(query.scalar_subquery().label(name) for name, query in asked.items()),
        MENTEE.c.silent_since,
        *(case((side.c.standing == "enrolling", side.c.created_at)) for side in (MENTEE, MENTOR)),
    )


class _About:
    """What is known beside the pairs themselves, by person or pair: of all, or of these pairs."""

    def __init__(
        self, connection: Connection, programme: int, risk: Risk, now: datetime, pairs: Collection[int] | None = None
    ) -> None:
        people = _people(connection, pairs)
        self._felt = _pairs_of(connection, signs.hard_weeks(programme, now).where(*_of(CHECKIN.c.person_id, people)))
        self._moods = _moods(connection, programme, self._felt, now)
        self._scores = _scores(connection, programme, risk, now, people)
        self._lost = _lost(connection, people)
        disputed = signs.disputed(programme, now).where(*_of(SESSION.c.pair_id, pairs))
        self._disputed = _pairs_of(connection, disputed)
        self._rests = read_rests(connection, now, people)

    def suspect(self, programme: int, risk: Risk, now: datetime) -> Any:
        """The condition for the pairs of which a rule may hold, with what is known here."""
        falling = [person for person, moods in self._moods.items() if falls(moods)]
        return signs.suspect(programme, risk, now, {*falling, *self._lost}, {*self._scores, *self._disputed})

    def life(self, row: Any) -> Life:
        """One pair."""
        pair, mentee, mentor, since, ends, asked, heard, met, ahead, cadence, goal, silent, *joining = row
        disputed = self._disputed.get(pair)
        return Life(
            pair,
            mentee,
            mentor,
            since,
            max(heard, met) if heard and met else heard or met,
            met,
            ahead,
            cadence or "",
            silent,
            self._moods.get(mentee, ()),
            self._felt.get(mentee),
            self._scores.get(pair),
            _sides(self._lost.get(mentee), self._lost.get(mentor)),
            _sides(*joining),
            goal is not None,
            disputed if disputed and (met is None or met < disputed) else None,
            (*self._rests.get(mentee, ()), *self._rests.get(mentor, ())),
            ends,
            asked,
        )


def _people(connection: Connection, pairs: Collection[int] | None) -> list[int] | None:
    """Who is in these pairs."""
    if pairs is None:
        return None
    rows = connection.execute(select(PAIR.c.mentee_id, PAIR.c.mentor_id).where(among(PAIR.c.id, pairs)))
    return [person for row in rows for person in row if person]


def _of(column: Any, wanted: Collection[int] | None) -> list[Any]:
    """The condition that a row is of these; none for all."""
    return [] if wanted is None else [among(column, wanted)]


def _sides(mentee: datetime | None, mentor: datetime | None) -> Mapping[str, datetime] | None:
    """The sides of which something holds, and since when."""
    if mentee is None and mentor is None:
        return None
    return {side: since for side, since in (("mentee", mentee), ("mentor", mentor)) if since}


def _pairs_of(connection: Connection, query: Any) -> dict[int, datetime]:
    """What a query gives of two columns."""
    return {row[0]: row[1] for row in connection.execute(query)}


def _moods(
    connection: Connection, programme: int, people: Collection[int], now: datetime
) -> dict[int, tuple[int, ...]]:
    """How the last weeks felt to those who told of a hard one lately, the newest first."""
    lately = (CHECKIN.c.programme_id == programme, CHECKIN.c.answered_at > now - WEEK * TWO_MONTHS)
    query = select(CHECKIN.c.person_id, CHECKIN.c.mood).where(*lately, CHECKIN.c.mood.is_not(None))
    moods: dict[int, list[int]] = {person: [] for person in people}
    if people:
        rows = query.where(among(CHECKIN.c.person_id, people)).order_by(CHECKIN.c.answered_at.desc())
        for person, mood in connection.execute(rows):
            moods[person].append(mood)
    return {person: tuple(felt[:MOODS]) for person, felt in moods.items()}


def _scores(
    connection: Connection, programme: int, risk: Risk, now: datetime, people: Collection[int] | None
) -> dict[int, datetime]:
    """When one of a pair rated the mentoring low; what the same person said later counts instead."""
    keys = [signs.answer(key).label(key) for key in signs.SCORES.values()]
    query = select(RESPONSE.c.person_id, RESPONSE.c.subject, RESPONSE.c.form, RESPONSE.c.at, *keys)
    query = query.where(signs.answers_of(programme, people), RESPONSE.c.form.in_(signs.SCORES))
    query = query.where(RESPONSE.c.person_id.in_(signs.low_scores(programme, risk, now, people)))
    newest = {}
    for row in connection.execute(query.order_by(RESPONSE.c.at, RESPONSE.c.id)):
        value = getattr(row, signs.SCORES[row.form])
        if value and value.isdecimal():
            newest[row.person_id, row.subject] = (row.at, int(value))
    rated = {subject: at for (_, subject), (at, value) in newest.items() if value <= risk.score}
    numbers = ((subject.partition(":"), at) for subject, at in rated.items())
    return {int(number): at for (kind, _, number), at in numbers if kind == "pair" and number.isdecimal()}


def _lost(connection: Connection, people: Collection[int] | None) -> dict[int, datetime]:
    """Whom nothing reaches, and since when."""
    since = func.coalesce(func.max(ACCOUNT.c.reach_at), func.max(ACCOUNT.c.created_at), type_=ACCOUNT.c.created_at.type)
    lost = signs.lost_people().where(*_of(ACCOUNT.c.person_id, people))
    query = select(ACCOUNT.c.person_id, since).where(ACCOUNT.c.person_id.in_(lost))
    return _pairs_of(connection, query.group_by(ACCOUNT.c.person_id))


def read_rests(connection: Connection, now: datetime, people: Collection[int] | None = None) -> dict[int, list[Span]]:
    """The breaks of people in the last year, as what they did tells: each from its beginning to whatever came next."""
    changed = and_(ACTIVITY.c.kind == "SetStanding", ACTIVITY.c.programme_id.in_(select(PROGRAMME.c.id)))
    took = select(ACTIVITY.c.person_id).where(changed, ACTIVITY.c.at > now - YEAR, ACTIVITY.c.subject == "paused")
    took = took.where(*_of(ACTIVITY.c.person_id, people))
    query = select(ACTIVITY.c.person_id, ACTIVITY.c.subject, ACTIVITY.c.at)
    query = query.where(ACTIVITY.c.kind == "SetStanding", ACTIVITY.c.person_id.in_(took))
    begun: dict[int, datetime] = {}
    rests: dict[int, list[Span]] = defaultdict(list)
    for person, standing, at in connection.execute(query.order_by(ACTIVITY.c.at, ACTIVITY.c.id)):
        if person in begun:
            rests[person].append((begun.pop(person), at))
        if standing == "paused":
            begun[person] = at
    return rests | {person: [*rests[person], (at, now)] for person, at in begun.items()}


def with_signs_of_life(connection: Connection, lives: Iterable[Life]) -> list[Life]:
    """The same pairs with what else tells that they are there: a check-in, a word that they go on."""
    lives = list(lives)
    people = [life.mentee for life in lives]
    told = _newest(connection, CHECKIN.c.person_id, CHECKIN.c.answered_at, among(CHECKIN.c.person_id, people))
    words = and_(ACTIVITY.c.kind == "StillGoing", among(ACTIVITY.c.subject, [str(life.pair) for life in lives]))
    here = ACTIVITY.c.programme_id.in_(select(PROGRAMME.c.id))
    query = select(ACTIVITY.c.subject, ACTIVITY.c.person_id, func.max(ACTIVITY.c.at)).where(words, here)
    said = {(each[0], each[1]): each[2] for each in connection.execute(query.group_by(*query.selected_columns[:2]))}
    return [life._replace(alive=_last(life, told, said)) for life in lives]


def _last(life: Life, told: dict[int, datetime], said: dict[tuple[str, int], datetime]) -> datetime | None:
    words = (said.get((str(life.pair), person)) for person in (life.mentee, life.mentor))
    return max(filter(None, (told.get(life.mentee), *words)), default=None)


def _newest(connection: Connection, key: Any, at: Any, where: Any) -> dict[int, datetime]:
    query = select(key, func.max(at)).where(where, at.is_not(None)).group_by(key)
    return {row[0]: row[1] for row in connection.execute(query)}
