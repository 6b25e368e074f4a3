"""Exports and weekly figures to rows: who took what, which exports are planned, where the figures go."""

from __future__ import annotations

from sqlalchemy import delete, insert

from bot.effects import Job
from bot.flows.staff import export as pages
from bot.mentoring.export_effects import Exported, PlanExports
from bot.messages import Screen, say
from bot.ports import Said
from storage import tables
from storage.jobs import keep_jobs
from storage.rows import table
from storage.staff.export import WEEKLY, next_monday, weekly
from storage.staff.seat import seat
from storage.writes import Book, Work, handles

ACTIVITY, JOB = table(tables.Activity), table(tables.Job)

NOT_YOURS = Screen((say("not-for-you"),))


@handles(Exported)
def keep_exports(book: Book, works: list[Work]) -> None:
    """Keep who took what, in the programme it is of."""
    rows = [
        {"kind": "Exported", "programme_id": work.effect.programme, "person_id": work.person or None}
        | {"subject": work.effect.taken, "at": book.now}
        for work in works
    ]
    book.connection.execute(insert(ACTIVITY), rows)


@handles(PlanExports)
def plan_exports(book: Book, works: list[Work]) -> list[Screen | Said]:
    """Plan an export for each Monday, or none any more."""
    return [_plan_exports(book, work) for work in works]


def _plan_exports(book: Book, work: Work) -> Screen | Said:
    member = seat(book, work.person)
    if member is None:
        return NOT_YOURS
    once = weekly(work.person, member.programme_id)
    book.connection.execute(delete(JOB).where(JOB.c.once == once, JOB.c.state == "waiting"))
    if work.effect.taken == pages.NEVER:
        return Said(pages.weekly_off(), refused=False)
    at = next_monday(book.now, book.person(work.person).zone)
    keep_jobs(book, [work._replace(effect=Job(WEEKLY, {"programme": member.programme_id}, once, at))])
    return Said(pages.weekly_on(at), refused=False)
