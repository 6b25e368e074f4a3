"""Writing what came of due rows, a statement a kind for all of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from sqlalchemy import Connection, and_, bindparam, delete, select, update

from bot.effects import TellCoordinators
from bot.mentoring.due import Due, Verdict
from bot.mentoring.plans import Plan
from bot.messages import Incoming, Screen, When, say
from storage import due as due_rows
from storage import tables, writes
from storage.among import among
from storage.bulk import insert_many
from storage.columns import MEMBER
from storage.rows import out_row, table

DUE, TALK = table(tables.Due), table(tables.Conversation)


def settle(
    connection: Connection, plans: Mapping[str, Plan], verdicts: Sequence[tuple[Due, Verdict]], now: datetime
) -> None:
    """Write what came of due rows: messages, next rows, what fell away."""
    again = [{"row": due.id, "at_now": v.again, "tries_now": v.tries} for due, v in verdicts if v.again]
    if again:
        connection.execute(AGAIN, again)
    gone = [due.id for due, verdict in verdicts if not verdict.again]
    if gone:
        connection.execute(delete(DUE).where(among(DUE.c.id, gone)))
    nobody = Incoming("", "", "", "", "other", now)
    effects = [(due, effect) for due, verdict in verdicts for effect in (*verdict.effects, *_escalated(due, verdict))]
    writes.apply(writes.Book(connection, plans, now), [(due.person, nobody, effect) for due, effect in effects])
    due_rows.plan(connection, [row for _, verdict in verdicts for row in verdict.next])
    sent = [out_row(verdict.send, now, verdict.send.person) for _, verdict in verdicts if verdict.send]
    insert_many(connection, tables.Outbox, sent, once=True)
    _ask(connection, verdicts, now)
    _close(connection, verdicts)


AGAIN = update(DUE).where(DUE.c.id == bindparam("row")).values(at=bindparam("at_now"), tries=bindparam("tries_now"))


def _escalated(due: Due, verdict: Verdict) -> list[TellCoordinators]:
    if not verdict.escalate:
        return []
    key = "coordinator-silent" if due.kind == "nudge" else f"coordinator-silent-{due.kind}"
    screen = Screen((say(key, since=When(due.anchor, "day")),))
    return [TellCoordinators(screen, f"{key.removeprefix('coordinator-')}:{due.person}:{due.subject}")]


def _ask(connection: Connection, verdicts: Sequence[tuple[Due, Verdict]], now: datetime) -> None:
    """Keep that check-ins were asked for, and since when somebody has been silent."""
    asked = {due.person: verdict.asked for due, verdict in verdicts if verdict.asked}
    if not asked:
        return
    members = connection.execute(
        select(MEMBER.c.id, MEMBER.c.person_id, MEMBER.c.programme_id).where(
            among(MEMBER.c.person_id, asked), MEMBER.c.standing == "active"
        )
    ).all()
    rows = [
        {
            "person_id": row.person_id,
            "programme_id": row.programme_id,
            "occurrence": asked[row.person_id],
            "asked_at": now,
        }
        for row in members
    ]
    insert_many(connection, tables.Checkin, rows, once=True)
    silent = and_(among(MEMBER.c.id, [row.id for row in members]), MEMBER.c.silent_since.is_(None))
    connection.execute(update(MEMBER).where(silent).values(silent_since=now))


def _close(connection: Connection, verdicts: Sequence[tuple[Due, Verdict]]) -> None:
    """Conversations that expired: forgotten, or asleep when what was said in them is still good."""
    over = [int(due.subject) for due, verdict in verdicts if verdict.expire and not verdict.sleep]
    asleep = [int(due.subject) for due, verdict in verdicts if verdict.expire and verdict.sleep]
    if over:
        blank = {"state": "closed", "facts": "{}", "answers": "{}", "ticks": "[]", "heard": "{}"}
        connection.execute(update(TALK).where(among(TALK.c.id, over)).values(blank))
    if asleep:
        connection.execute(update(TALK).where(among(TALK.c.id, asleep)).values(state="asleep"))
