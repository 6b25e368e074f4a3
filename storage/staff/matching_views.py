"""What the screens of /match show, by the words behind the command."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any

from sqlalchemy import Connection, func, select

from bot.commands import STAFF
from bot.mentoring.matching import Limit, Profile, score
from bot.mentoring.matching_pool import Pool, weights_of
from bot.mentoring.matching_run import holding
from bot.mentoring.matching_views import (
    AimView,
    ApartView,
    DraftRow,
    DraftView,
    Fallen,
    LastLookView,
    LeftView,
    NotTwoView,
    OverviewView,
    SuggestView,
    TwoView,
    WhichTwoView,
    WhichView,
)
from bot.mentoring.people import Facts
from bot.mentoring.plans import Matching
from bot.mentoring.views import View
from bot.messages import Say, unpack
from storage import tables
from storage.among import among
from storage.columns import PERSON
from storage.rows import table
from storage.sights import sees
from storage.staff.matching import count_choosing, read_pool
from storage.staff.matching_runs import draft_rows, open_draft
from storage.staff.search import search

DRAFT_PAIR, EXCLUSION = table(tables.DraftPair), table(tables.Exclusion)

PAGE, TOP, FIRST, MOST = 4, 3, 4, 6
VERBS: Mapping[str, str] = {
    **dict.fromkeys(("suggest", "saran", "sarankan", "untuk", "for"), "suggest"),
    **dict.fromkeys(("run", "jalankan", "semua", "all"), "run"),
    **dict.fromkeys(("draft", "draf", "rancangan"), "draft"),
    **dict.fromkeys(("left", "sisa"), "left"),
    **dict.fromkeys(("publish", "terbitkan"), "publish"),
    **dict.fromkeys(("throw", "buang"), "throw"),
    **dict.fromkeys(("explain", "why", "kenapa", "jelaskan"), "explain"),
    **dict.fromkeys(("exclude", "pisahkan", "jangan"), "exclude"),
    **dict.fromkeys(("pair", "pasangkan"), "pair"),
    "take": "take",
    **dict.fromkeys(("apart", "terpisah"), "apart"),
}
BETWEEN = re.compile(r'"\s*"|\s*[,;→&]\s*|\s+(?:-|–|dan|and|dengan|with)\s+', re.IGNORECASE)


class Look:
    """One look at the matching of a programme."""

    def __init__(self, connection: Connection, facts: Facts, rest: str, verb: str) -> None:
        self.connection, self.rest, self.verb, self.now = connection, rest.strip(), verb, facts.now
        self.programme = facts.programme.id if facts.programme else 0
        self.weights: Matching = weights_of(facts.programme.plan if facts.programme else "default")
        self.draft = open_draft(connection, self.programme)

    @property
    def pool(self) -> Pool:
        """Everybody, read anew."""
        return read_pool(self.connection, self.programme, self.now)

    @property
    def choosing(self) -> int:
        """How many mentees have asked a mentor themselves."""
        return count_choosing(self.connection, self.programme)

    @property
    def page(self) -> int:
        """The page that is asked for."""
        return int(self.rest) if self.rest.isascii() and self.rest.isdecimal() and len(self.rest) < 6 else 1

    def rows(self) -> list[Any]:
        """The pairs of the open draft that stand in it."""
        found = draft_rows(self.connection, self.draft.id) if self.draft else []
        return [row for row in found if row.state in {"proposed", "locked"}]

    def names(self, people: Sequence[int]) -> dict[int, str]:
        """What these people are called."""
        query = select(PERSON.c.id, PERSON.c.name).where(among(PERSON.c.id, people))
        return {row.id: row.name for row in self.connection.execute(query)}


@sees("match")
def read_match(connection: Connection, facts: Facts) -> View | None:
    """What was asked for; without a word that is known, somebody's name."""
    if facts.membership is None or facts.membership.role not in STAFF:
        return None
    word, _, rest = facts.subject.partition(" ")
    verb = VERBS.get(word.casefold(), "suggest" if facts.subject.strip() else "")
    rest = rest if word.casefold() in VERBS else facts.subject
    return READ[verb](Look(connection, facts, rest, verb))


def _overview(look: Look) -> View:
    pool, rows = look.pool, look.rows()
    apart = select(func.count()).select_from(EXCLUSION).where(EXCLUSION.c.programme_id == look.programme)
    return OverviewView(
        len(pool.waiting),
        sum(mentor.room for mentor in pool.offering),
        len(pool.offering),
        tuple(islice(pool.waiting, FIRST)),
        look.draft.id if look.draft else 0,
        len(rows),
        look.connection.execute(apart).scalar_one(),
        look.choosing,
        len(pool.people),
    )


def _aim(look: Look) -> View:
    pool = look.pool
    locked = sum(row.state == "locked" for row in look.rows())
    places = sum(mentor.room for mentor in pool.offering)
    return AimView(len(pool.waiting), places, look.draft.id if look.draft else 0, locked, look.choosing)


def _suggest(look: Look) -> View:
    pool = look.pool
    found = [pool.people[hit.person] for hit in _hits(look, look.rest) if hit.person in pool.people]
    if len(found) != 1:
        return WhichView(look.rest, tuple((who, f"suggest {who.person}") for who in found[:MOST]))
    who = found[0]
    others = pool.offering if who.role == "mentee" else pool.waiting
    fits = [(other, _score(who, other, look.weights)) for other in others if not _limit(pool, who, other, look.weights)]
    fits.sort(key=lambda each: (-each[1].total, each[0].person))
    return SuggestView(who, tuple(fits[:TOP]) if who.open else (), _closed(who, pool))


def _closed(who: Profile, pool: Pool) -> Limit:
    """Why nobody can be given to somebody now, whoever it were."""
    if who.open:
        return "choosing" if who.person in pool.choosing else ""
    if who.standing != "active":
        return "left" if who.standing == "left" else "paused" if who.standing == "paused" else "joining"
    return "taken" if who.role == "mentee" else "full"


def _sides(one: Profile, other: Profile) -> tuple[Profile, Profile]:
    return (one, other) if one.role == "mentee" else (other, one)


def _score(one: Profile, other: Profile, weights: Matching) -> Any:
    return score(*_sides(one, other), weights)


def _limit(pool: Pool, one: Profile, other: Profile, weights: Matching) -> Limit:
    return pool.limit(*_sides(one, other), weights)


def _hits(look: Look, text: str) -> list[Any]:
    return search(look.connection, look.programme, text, ("mentee", "mentor"), MOST) if text.strip() else []


def _two(look: Look) -> View:
    pool, several = look.pool, list[tuple[Profile, Profile]]()
    for parts in _splits(look.rest):
        one, other = (
            [pool.people[hit.person] for hit in _hits(look, part) if hit.person in pool.people] for part in parts
        )
        both = [(a, b) for a in one for b in other if {a.role, b.role} == {"mentee", "mentor"}]
        if len(both) == 1:
            mentee, mentor = _sides(*both[0])
            how = score(mentee, mentor, look.weights)
            limit, row = pool.limit(mentee, mentor, look.weights), _in_draft(look, mentee, mentor)
            return TwoView(look.verb, mentee, mentor, how, limit, row.id if row else 0, bool(row) and row.locked)
        several = several or [_sides(*each) for each in both]
    if several:
        return WhichTwoView(look.rest, look.verb, tuple(several[:MOST]))
    return NotTwoView(look.rest, look.verb)


def _in_draft(look: Look, mentee: Profile, mentor: Profile) -> Any:
    """Where two stand in the open draft, if that is what is asked."""
    if look.verb != "explain" or look.draft is None:
        return None
    both = (DRAFT_PAIR.c.mentee_id == mentee.person, DRAFT_PAIR.c.mentor_id == mentor.person)
    here = (DRAFT_PAIR.c.draft_id == look.draft.id, DRAFT_PAIR.c.state.in_(("proposed", "locked")))
    query = select(DRAFT_PAIR.c.id, (DRAFT_PAIR.c.state == "locked").label("locked"))
    return look.connection.execute(query.where(*both, *here)).first()


def _splits(text: str) -> Iterator[tuple[str, str]]:
    """The ways to read two names in what was typed."""
    parts = [part for part in BETWEEN.split(text.strip(' "'), maxsplit=1) if part.strip()]
    if len(parts) == 2:
        yield parts[0], parts[1]
        return
    words = text.split()
    for place in range(1, len(words)):
        yield " ".join(words[:place]), " ".join(words[place:])


def _apart(look: Look) -> View:
    query = (
        select(EXCLUSION).where(EXCLUSION.c.programme_id == look.programme).order_by(EXCLUSION.c.id.desc()).limit(30)
    )
    rows = look.connection.execute(query).all()
    names = look.names([person for row in rows for person in (row.mentee_id, row.mentor_id)])
    return ApartView(tuple((row.id, names.get(row.mentee_id, "?"), names.get(row.mentor_id, "?")) for row in rows))


def _draft(look: Look) -> View:
    if look.draft is None:
        return DraftView(0)
    rows = look.rows()
    pages = max(1, -(-len(rows) // PAGE))
    page = min(max(1, look.page), pages)
    shown = rows[(page - 1) * PAGE : page * PAGE]
    names = look.names([person for row in shown for person in (row.mentee_id, row.mentor_id)])
    drawn = tuple(
        DraftRow(
            row.id,
            row.mentee_id,
            row.mentor_id,
            (names.get(row.mentee_id, "?"), names.get(row.mentor_id, "?")),
            row.score,
            next((said for said in map(unpack, row.reasons) if isinstance(said, Say)), None),
            row.state == "locked",
        )
        for row in shown
    )
    locked = sum(row.state == "locked" for row in rows)
    left = len(look.draft.left)
    return DraftView(look.draft.id, look.draft.mode, drawn, page, pages, len(rows), locked, left, look.choosing)


def _left(look: Look) -> View:
    left = list(look.draft.left) if look.draft else []
    pages = max(1, -(-len(left) // PAGE))
    page = min(max(1, look.page), pages)
    shown = left[(page - 1) * PAGE : page * PAGE]
    names = look.names([person for person, _ in shown])
    return LeftView(tuple((person, names.get(person, "?"), why) for person, why in shown), page, pages, len(left))


def _last_look(look: Look) -> View:
    if look.draft is None:
        return LastLookView(look.verb, 0, 0, ())
    rows, pool = look.rows(), look.pool
    wanted = [(row.mentee_id, row.mentor_id) for row in rows]
    held = set(holding(pool, wanted, look.weights))
    fallen = [
        Fallen(pool.people[mentee].name, pool.people[mentor].name, _why_not(pool, mentee, mentor, look.weights))
        for mentee, mentor in wanted
        if (mentee, mentor) not in held and mentee in pool.people and mentor in pool.people
    ]
    return LastLookView(look.verb, look.draft.id, len(held), tuple(fallen[:PAGE]))


def _why_not(pool: Pool, mentee: int, mentor: int, weights: Matching) -> Limit:
    return pool.limit(pool.people[mentee], pool.people[mentor], weights) or "full"


READ: Mapping[str, Callable[[Look], View]] = {
    "": _overview,
    "run": _aim,
    "suggest": _suggest,
    "explain": _two,
    "exclude": _two,
    "pair": _two,
    "take": _two,
    "apart": _apart,
    "draft": _draft,
    "left": _left,
    "publish": _last_look,
    "throw": _last_look,
}
