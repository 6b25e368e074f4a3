"""The list of a programme's pairs, and the card of one. Whoever looks sees the programme they work in, no other."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, and_, func, or_, select

from bot.mentoring.calendar import local_date
from bot.mentoring.people import Facts
from bot.mentoring.stats_pairs import SHOWN, SORTS, PairCard, PairChoices, PairLine, PairNames, PairsView
from bot.mentoring.views import View
from storage.among import among
from storage.sights import sees
from storage.staff import pairs_sql as sql
from storage.staff.metrics_sql import AGREEMENT, GOAL, PAIR, PROGRESS, RELAY, SESSION
from storage.staff.pairs_card import card
from storage.staff.search import search

WORDS = {  # what may be typed behind /pairs, in both languages
    **dict.fromkeys(("newest", "new", "terbaru", "baru"), "newest"),
    **dict.fromkeys(("no session", "unmet", "tanpa sesi", "belum ada sesi"), "unmet"),
    **dict.fromkeys(("paused", "jeda", "sedang jeda", "istirahat"), "paused"),
    **dict.fromkeys(("", "quiet", "least contact", "paling diam", "diam"), "quiet"),
}


@sees("pairs")
def read_list(connection: Connection, facts: Facts) -> View | None:
    """A page of pairs; what is no order and no kind of them is a name."""
    if facts.programme is None:
        return None
    kind, _, page = facts.subject.partition(":")
    sort = kind if kind in SORTS else WORDS.get(" ".join(kind.casefold().split()), "")
    if not sort:  # a card is looked at by its own name, so that the audit knows whose it was
        return PairChoices(facts.subject, _choices(_named(connection, facts.programme.id, facts.subject)))
    return _list(connection, facts, sort, int(page) if page.isdecimal() and len(page) < 6 else 1)


def _list(connection: Connection, facts: Facts, sort: str, page: int) -> PairsView:
    assert facts.programme  # noqa: S101 - whoever comes here works in one
    here = {"programme": facts.programme.id, "now": facts.now}
    total, resting = _totals(connection, sort, here)
    pages = max(1, -(-total // SHOWN))
    page = min(max(1, page), pages)
    rows = connection.execute(sql.PAGE[sort], here | {"most": SHOWN, "skip": (page - 1) * SHOWN}).all()
    lines = pair_lines(connection, {row.id: row.last for row in rows}, facts.now, facts.programme.zone)
    shown = tuple(lines[row.id] for row in rows)
    return PairsView(sort, page, pages, total, resting, shown)


def _totals(connection: Connection, sort: str, here: dict[str, Any]) -> tuple[int, int]:
    """How many pairs there are of a kind, and how many have somebody on a break."""
    resting = int(connection.execute(sql.PAUSED, here).scalar_one())
    if sort == "paused":
        return resting, resting
    if sort == "unmet":
        return int(connection.execute(sql.UNMET, here).scalar_one()), resting
    return int(connection.execute(sql.ALL, here).scalar_one()) - resting, resting


def pair_lines(
    connection: Connection, last: dict[int, datetime | None], now: datetime, zone: str, *, paused: Collection[int] = ()
) -> dict[int, PairLine]:
    """Pairs as the list has them, by number, from when each last had contact."""
    numbers = list(last)
    found = connection.execute(sql.both().where(among(PAIR.c.id, numbers))).all()
    cadences, percents = _cadences(connection, numbers), _percents(connection, found)
    ahead = _ahead(connection, numbers, now)
    lines = {}
    for row in found:
        at = last[row.id] or row.created_at
        turned = local_date(now, zone) > local_date(at, zone)  # whole days as /at_risk counts them; yesterday is one
        days = max((now - at).days, int(turned))
        told = (cadences.get(row.id, ""), percents.get(row.mentee_id), ahead.get(row.id), row.id in paused)
        lines[row.id] = PairLine(row.id, row.mentee or "", row.mentor or "", days, last[row.id] is None, *told)
    return lines


def _cadences(connection: Connection, pairs: Collection[int]) -> dict[int, str]:
    """How often pairs agreed to meet: no more of an agreement than that."""
    cadence = AGREEMENT.c.terms["cadence"].as_string()
    query = select(AGREEMENT.c.pair_id, func.max(cadence)).where(among(AGREEMENT.c.pair_id, pairs))
    return {row[0]: row[1] or "" for row in connection.execute(query.group_by(AGREEMENT.c.pair_id))}


def _percents(connection: Connection, rows: Sequence[Any]) -> dict[int, int]:
    """How far the goals that mentees work on and share are, on average."""
    people = [row.mentee_id for row in rows if row.mentee_id]
    goals = shared_goals(connection, people)
    told: dict[int, list[int]] = {}
    for row in goals:
        if row.percent is not None:
            told.setdefault(row.person_id, []).append(row.percent)
    return {person: round(sum(each) / len(each)) for person, each in told.items()}


def shared_goals(connection: Connection, people: Collection[int]) -> Sequence[Any]:
    """Title and newest percent of the goals people work on, of those they don't keep for themselves."""
    newest = select(PROGRESS.c.percent).where(PROGRESS.c.goal_id == GOAL.c.id).order_by(PROGRESS.c.at.desc()).limit(1)
    query = select(GOAL.c.person_id, GOAL.c.title, newest.scalar_subquery().label("percent"))
    mine = (among(GOAL.c.person_id, people), GOAL.c.visibility == "pair", GOAL.c.state == "active")
    return connection.execute(query.where(*mine).order_by(GOAL.c.id)).all()


def _ahead(connection: Connection, pairs: Collection[int], now: datetime) -> dict[int, datetime]:
    """The next session of each pair."""
    query = select(SESSION.c.pair_id, func.min(SESSION.c.starts_at)).where(
        among(SESSION.c.pair_id, pairs), SESSION.c.state == "confirmed", SESSION.c.starts_at > now
    )
    return {row[0]: row[1] for row in connection.execute(query.group_by(SESSION.c.pair_id))}


def last_contact(connection: Connection, pair: int) -> datetime | None:
    """When the two of a pair last had contact."""
    heard = select(func.max(RELAY.c.at)).where(RELAY.c.pair_id == pair)
    held = select(func.max(SESSION.c.starts_at)).where(SESSION.c.pair_id == pair, SESSION.c.state == "held")
    moments = (connection.execute(query).scalar_one() for query in (heard, held))
    return max((moment for moment in moments if moment), default=None)


# One pair


@sees("pair")
def read_one(connection: Connection, facts: Facts) -> PairCard | PairChoices | None:
    """The card of a pair by its number, or by the name of somebody in it; several that may be meant are a choice."""
    if facts.programme is None:
        return None
    rows = _named(connection, facts.programme.id, facts.subject)
    if len(rows) == 1:
        [row] = rows
        last = last_contact(connection, row.id)
        resting = {row.id} if connection.execute(sql.paused(row)).scalar_one() else ()
        line = pair_lines(connection, {row.id: last}, facts.now, facts.programme.zone, paused=resting)[row.id]
        return card(connection, facts, row, line, shared_goals(connection, [row.mentee_id or 0]))
    return PairChoices(facts.subject, _choices(rows))


def _choices(rows: Sequence[Any]) -> tuple[tuple[int, str, str], ...]:
    return tuple((row.id, row.mentee or "", row.mentor or "") for row in rows)


@sees("pair_notes")
def read_pair_notes(connection: Connection, facts: Facts) -> PairCard | None:
    """The pair whose notes are to be seen, by its number."""
    view = read_one(connection, facts) if facts.subject.isdecimal() else None
    return view if isinstance(view, PairCard) else None


def _named(connection: Connection, programme: int, said: str) -> Sequence[Any]:
    """The pair of this number, or those of whoever is called so: the ones that go on, if there are any."""
    here = sql.both().where(PAIR.c.programme_id == programme).order_by(PAIR.c.id.desc())
    if said.isdecimal():
        return connection.execute(here.where(PAIR.c.id == int(said))).all() if len(said) < 10 else ()
    people = [found.person for found in search(connection, programme, said, ("mentee", "mentor"))] if said else []
    theirs = or_(among(PAIR.c.mentee_id, people), among(PAIR.c.mentor_id, people))
    rows = connection.execute(here.where(theirs).limit(SHOWN * 2)).all() if people else ()
    return [row for row in rows if row.state == "active"][:SHOWN] or rows[:SHOWN]


@sees("pair_note", "pair_write", "pair_end")
def read_names(connection: Connection, facts: Facts) -> PairNames | None:
    """Whose pair a conversation is about; none of another programme's."""
    if facts.programme is None or not facts.subject.isdecimal() or len(facts.subject) > 9:
        return None
    mine = and_(PAIR.c.id == int(facts.subject), PAIR.c.programme_id == facts.programme.id)
    row = connection.execute(sql.both().where(mine)).first()
    if row is None:
        return None
    open_ = and_(SESSION.c.pair_id == row.id, SESSION.c.state == "confirmed", SESSION.c.starts_at > facts.now)
    ahead = connection.execute(select(func.count()).where(open_)).scalar_one()
    return PairNames(row.id, row.mentee or "", row.mentor or "", row.state == "active", ahead)
