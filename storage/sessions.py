"""Sessions as each side sees them, and what is needed to find a time for two; read for many people at once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, and_, bindparam, func, or_, select, update

from bot.mentoring.due import Due
from bot.mentoring.session_rules import ALL
from bot.mentoring.sessions import RECENT, Hours, Seat, Session, Span, Word
from storage import tables
from storage.among import among
from storage.columns import MEMBER
from storage.rows import PENDING, SENT_SCREEN, clock, table
from storage.subjects import READERS

SESSION, WORD, PAIR = table(tables.Session), table(tables.SessionWord), table(tables.Pair)
PERSON, OUTBOX = table(tables.Person), table(tables.Outbox)
MENTOR, MENTEE = PERSON.alias("mentor"), PERSON.alias("mentee")
EARLIER = SESSION.alias("earlier")
ROLES = ("mentor", "mentee")
SEATED = ("name", "zone", "locale", "quiet_from", "quiet_until", "about")


def read_sessions(connection: Connection, people: Collection[int], now: datetime) -> dict[int, list[Session]]:
    """Each person's sessions: proposed, coming, and of the last months; oldest first."""
    rows = connection.execute(OF_PEOPLE, {"people": people, "others": people, "since": now - RECENT}).all()
    found: dict[int, list[Session]] = defaultdict(list)
    for session in _both(connection, rows):
        if session.me.person in people:
            found[session.me.person].append(session)
    for group in found.values():
        group.sort(key=lambda each: (each.starts_at or each.slots[0] if each.slots else each.starts_at or now, each.id))
    return found


def read_together(connection: Connection, people: Collection[int], now: datetime) -> dict[int, dict[str, Any]]:
    """Sessions and hours of those who have a partner, as facts name them; the others cost one statement."""
    if not (hours := read_hours(connection, people, now)):
        return {}
    sessions = read_sessions(connection, hours, now)
    return {
        person: {"sessions": tuple(sessions.get(person, ())), "hours": tuple(mine)} for person, mine in hours.items()
    }


def of_numbers(connection: Connection, numbers: Collection[int]) -> dict[int, dict[int, Session]]:
    """Sessions by number, each as both sides see it, by person."""
    rows = connection.execute(OF_NUMBERS, {"numbers": numbers}).all()
    found: dict[int, dict[int, Session]] = defaultdict(dict)
    for session in _both(connection, rows):
        found[session.id][session.me.person] = session
    return found


def _both(connection: Connection, rows: Sequence[Any]) -> Iterator[Session]:
    words: dict[tuple[int, int], Word] = {}
    if rows:
        for row in connection.execute(WORDS, {"sessions": [row.id for row in rows]}):
            words[row.session_id, row.person_id] = Word(row.confirmed_at is not None, row.met, row.why, row.answered)
    for row in rows:
        mentor, mentee = _seat(row, "mentor"), _seat(row, "mentee")
        yield _session(row, mentor, mentee, words)
        yield _session(row, mentee, mentor, words)


def _seat(row: Any, role: str) -> Seat:
    if getattr(row, f"{role}_name") is None:
        return Seat(role=role)
    name, zone, locale, start, end = (getattr(row, f"{role}_{column}") for column in SEATED[:5])
    return Seat(getattr(row, f"{role}_id"), name, role, zone, locale, clock(start), clock(end))


def _session(row: Any, me: Seat, partner: Seat, words: Mapping[tuple[int, int], Word]) -> Session:
    return Session(
        row.id,
        row.pair_id,
        me,
        partner,
        row.state,
        row.kind,
        row.minutes,
        row.starts_at,
        tuple(datetime.fromisoformat(slot) for slot in row.slots),
        row.topic,
        row.link,
        row.uid,
        row.sequence,
        row.series,
        row.reason,
        row.by_id == me.person,
        words.get((row.id, me.person), Word()),
        words.get((row.id, partner.person), Word()),
        row.number,
        tuple((row.mentee_about or {}).get("wants") or ()),
        row.pair_state == "active",
        row.mentor_muted if me.role == "mentor" else row.mentee_muted,
        row.created_at,
    )


def read_subjects(connection: Connection, rows: Sequence[Due], now: datetime) -> dict[int, Session]:
    """The sessions that due rows are about, each as its person sees it."""
    numbers = {row.id: int(row.subject.rpartition(":")[2]) for row in rows}
    found = of_numbers(connection, set(numbers.values()))
    return {row.id: seen for row in rows if (seen := found.get(numbers[row.id], {}).get(row.person))}


READERS.update(dict.fromkeys(ALL, read_subjects))


def read_hours(connection: Connection, people: Collection[int], now: datetime) -> dict[int, list[Hours]]:
    """What is needed to find a time with each active partner."""
    rows = connection.execute(PAIRS, {"people": people, "others": people}).all()
    if not rows:
        return {}
    both = {person for row in rows for person in (row.mentor_id, row.mentee_id)}
    busy = read_busy(connection, both, now)
    hours: dict[int, list[Hours]] = defaultdict(list)
    for row in rows:
        for mine, theirs in (("mentor", "mentee"), ("mentee", "mentor")):
            if getattr(row, f"{mine}_id") in people:
                hours[getattr(row, f"{mine}_id")].append(_hours(row, theirs, busy))
    return hours


def _hours(row: Any, role: str, busy: Mapping[int, Iterable[Span]]) -> Hours:
    them, about = _seat(row, role), getattr(row, f"{role}_about") or {}
    return Hours(
        row.id,
        them,
        tuple(about.get("days") or ()),
        tuple(about.get("hours") or ()),
        clock(getattr(row, f"{role}_clock")) if role == "mentee" else None,
        tuple(about.get("kinds") or ()),
        getattr(row, f"{role}_standing") == "paused",
        getattr(row, f"{role}_until"),
        row.room,
        tuple(busy.get(them.person, ())),
    )


def read_busy(
    connection: Connection, people: Collection[int], now: datetime, without: int = 0
) -> dict[int, list[Span]]:
    """When people are in sessions, from now on; a text session takes nobody's hour."""
    busy: dict[int, list[Span]] = defaultdict(list)
    for row in connection.execute(BUSY, {"people": people, "others": people, "since": now - timedelta(hours=3)}):
        if row.id != without:
            span = row.starts_at, row.starts_at + timedelta(minutes=row.minutes)
            busy[row.mentor_id].append(span)
            busy[row.mentee_id].append(span)
    return busy


def forget(connection: Connection, people: Collection[int]) -> None:
    """What was said in and of the sessions of these people goes; that they took place stays, as a number."""
    pairs = select(PAIR.c.id).where(or_(PAIR.c.mentor_id.in_(people), PAIR.c.mentee_id.in_(people)))
    numbers = list(connection.execute(select(SESSION.c.id).where(SESSION.c.pair_id.in_(pairs))).scalars())
    connection.execute(update(SESSION).where(among(SESSION.c.id, numbers)).values(topic="", reason="", link=""))
    held = and_(OUTBOX.c.occurrence.like("text:%"), OUTBOX.c.state.in_(PENDING))
    for row in connection.execute(select(OUTBOX.c.id, OUTBOX.c.occurrence).where(held)).all():
        if int(row.occurrence.split(":")[1]) in numbers:
            connection.execute(update(OUTBOX).where(OUTBOX.c.id == row.id).values(state="expired", screen=SENT_SCREEN))


def _of(person: Any, role: str) -> list[Any]:
    return [person.c.id.label(f"{role}_id"), *(person.c[name].label(f"{role}_{name}") for name in SEATED)]


THEIRS = or_(among(PAIR.c.mentor_id, "people"), among(PAIR.c.mentee_id, "others"))
NUMBER = (
    select(func.count())
    .where(EARLIER.c.pair_id == SESSION.c.pair_id, EARLIER.c.id < SESSION.c.id, EARLIER.c.state != "cancelled")
    .scalar_subquery()
)
SEEN = (
    select(
        *(column for column in SESSION.c if column.name != "programme_id"),
        *_of(MENTOR, "mentor"),
        *_of(MENTEE, "mentee"),
        PAIR.c.state.label("pair_state"),
        PAIR.c.mentor_muted,
        PAIR.c.mentee_muted,
        NUMBER.label("number"),
    )
    .join(PAIR, PAIR.c.id == SESSION.c.pair_id)
    .outerjoin(MENTOR, MENTOR.c.id == PAIR.c.mentor_id)
    .outerjoin(MENTEE, MENTEE.c.id == PAIR.c.mentee_id)
)
OPEN = SESSION.c.state.in_(("proposed", "confirmed"))
OF_PEOPLE = SEEN.where(THEIRS, or_(OPEN, SESSION.c.changed_at > bindparam("since"))).order_by(SESSION.c.id)
OF_NUMBERS = SEEN.where(among(SESSION.c.id, "numbers"))
WORDS = select(WORD).where(among(WORD.c.session_id, "sessions"))
BUSY = (
    select(SESSION.c.id, SESSION.c.starts_at, SESSION.c.minutes, PAIR.c.mentor_id, PAIR.c.mentee_id)
    .join(PAIR, PAIR.c.id == SESSION.c.pair_id)
    .where(THEIRS, PAIR.c.state == "active", SESSION.c.state == "confirmed", SESSION.c.kind != "text")
    .where(SESSION.c.starts_at > bindparam("since"))
)


def _member(role: str) -> Any:
    return MEMBER.alias(f"{role}_member")


MENTOR_MEMBER, MENTEE_MEMBER = _member("mentor"), _member("mentee")


def _joined(member: Any, person: Any) -> Any:
    return and_(member.c.person_id == person, member.c.programme_id == PAIR.c.programme_id)


PAIRS = (
    select(
        PAIR.c.id,
        PAIR.c.room,
        *_of(MENTOR, "mentor"),
        *_of(MENTEE, "mentee"),
        MENTOR.c.checkin_clock.label("mentor_clock"),
        MENTEE.c.checkin_clock.label("mentee_clock"),
        MENTOR_MEMBER.c.standing.label("mentor_standing"),
        MENTOR_MEMBER.c.paused_until.label("mentor_until"),
        MENTEE_MEMBER.c.standing.label("mentee_standing"),
        MENTEE_MEMBER.c.paused_until.label("mentee_until"),
    )
    .select_from(PAIR)
    .join(MENTOR, MENTOR.c.id == PAIR.c.mentor_id)
    .join(MENTEE, MENTEE.c.id == PAIR.c.mentee_id)
    .outerjoin(MENTOR_MEMBER, _joined(MENTOR_MEMBER, PAIR.c.mentor_id))
    .outerjoin(MENTEE_MEMBER, _joined(MENTEE_MEMBER, PAIR.c.mentee_id))
    .where(THEIRS, PAIR.c.state == "active")
    .order_by(PAIR.c.id)
)
