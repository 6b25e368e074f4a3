"""Where people are written to: one of their accounts speaks for them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, and_, bindparam, func, select, update

from bot.mentoring.people import Account
from storage import tables
from storage.among import among
from storage.columns import PERSON
from storage.rows import table

ACCOUNT = table(tables.Account)
LATELY = timedelta(minutes=10)  # how exactly it is known when somebody was last seen


def accounts(connection: Connection, people: Collection[int]) -> dict[int, Any]:
    """Where each person is written to: a reachable account before another, the platform they chose, the one they were
    on last."""
    return {row.person_id: row for row in connection.execute(BEST_LAST, {"people": people})}


def read_accounts(connection: Connection, people: Collection[int]) -> dict[int, tuple[Account, ...]]:
    """The accounts of each person, in the order they came."""
    found: dict[int, list[Account]] = defaultdict(list)
    for row in connection.execute(IN_ORDER, {"people": people}):
        found[row.person_id].append(Account(row.id, row.platform, row.seen_at))
    return {person: tuple(accounts) for person, accounts in found.items()}


def forgotten(row: Any, now: datetime) -> bool:
    """Whether it is to be kept that somebody was here: after a while, or when they were elsewhere meanwhile."""
    if row.seen_at is None or row.seen_at <= now - LATELY:
        return True
    return row.elsewhere is not None and row.seen_at <= row.elsewhere


def keep_seen(connection: Connection, who: Collection[tuple[str, str]], now: datetime) -> None:
    """Keep that these accounts, by platform and id, were here."""
    if who:
        rows = [{"platform_is": platform, "account_is": account, "now": now} for platform, account in sorted(who)]
        connection.execute(HERE, rows)


BEST_LAST = (
    select(ACCOUNT.c.person_id, ACCOUNT.c.platform, ACCOUNT.c.chat, ACCOUNT.c.reach, PERSON.c.locale)
    .join(PERSON, PERSON.c.id == ACCOUNT.c.person_id)
    .where(among(ACCOUNT.c.person_id, "people"))
    .order_by(
        ACCOUNT.c.reach == "ok",
        ACCOUNT.c.platform == PERSON.c.prefers,
        ACCOUNT.c.seen_at.is_not(None),
        ACCOUNT.c.seen_at,
        ACCOUNT.c.id,
    )
)
IN_ORDER = (
    select(ACCOUNT.c.id, ACCOUNT.c.person_id, ACCOUNT.c.platform, ACCOUNT.c.seen_at)
    .where(among(ACCOUNT.c.person_id, "people"))
    .order_by(ACCOUNT.c.id)
)
HERE = (
    update(ACCOUNT)
    .where(and_(ACCOUNT.c.platform == bindparam("platform_is"), ACCOUNT.c.external_id == bindparam("account_is")))
    .values(seen_at=bindparam("now"))
)
ELSEWHERE = ACCOUNT.alias()
SEEN_AT = (
    ACCOUNT.c.seen_at,
    select(func.max(ELSEWHERE.c.seen_at))
    .where(ELSEWHERE.c.person_id == ACCOUNT.c.person_id, ELSEWHERE.c.id != ACCOUNT.c.id)
    .scalar_subquery()
    .label("elsewhere"),
)
