"""How far a mentor's view of a goal lies from the mentee's own, to rows."""

from __future__ import annotations

from typing import Any

from sqlalchemy import and_, select

from bot.flows.rituals import topic
from bot.mentoring.feedback import FAR_APART
from bot.mentoring.parting_effects import CompareViews
from storage import tables
from storage.ending import bring
from storage.rows import table
from storage.writes import Book, Work, handles

PAIR, GOAL, PROGRESS = table(tables.Pair), table(tables.Goal), table(tables.Progress)


@handles(CompareViews)
def compare(book: Book, works: list[Work]) -> None:
    """Far apart: both read it, with both numbers, once a day."""
    for work in works:
        goal = _goal_of(book, work)
        own = _own_view(book, goal) if goal else None
        if goal and own is not None and abs(own - work.effect.percent) >= FAR_APART:
            _tell(book, work, goal, own)


def _goal_of(book: Book, work: Work) -> Any:
    """A goal that a mentee of this mentor shows to the pair."""
    theirs = and_(PAIR.c.mentee_id == GOAL.c.person_id, PAIR.c.mentor_id == work.person, PAIR.c.state == "active")
    shown = and_(GOAL.c.id == work.effect.goal, GOAL.c.visibility == "pair")
    return book.connection.execute(select(GOAL).join(PAIR, theirs).where(shown)).first()


def _own_view(book: Book, goal: Any) -> int | None:
    """What the mentee told last."""
    told = and_(PROGRESS.c.goal_id == goal.id, PROGRESS.c.by_id == goal.person_id)
    newest = select(PROGRESS.c.percent).where(told).order_by(PROGRESS.c.at.desc(), PROGRESS.c.id.desc()).limit(1)
    found = book.connection.execute(newest).scalar()
    return None if found is None else int(found)


def _tell(book: Book, work: Work, goal: Any, own: int) -> None:
    sides = ((work.person, goal.person_id, "mentor"), (goal.person_id, work.person, "mentee"))
    for person, partner, role in sides:
        screen = topic(role, goal.title, book.person(partner).name, own, work.effect.percent)
        bring(book, person, screen, f"view:{goal.id}:{person}:{book.now:%Y-%m-%d}")
