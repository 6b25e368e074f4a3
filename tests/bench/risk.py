"""Which pairs need somebody: `/at_risk` in a programme of a hundred thousand pairs with a million check-ins."""

from __future__ import annotations

import statistics
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import Connection

from bot.furnish import furnish
from bot.serving import prepare_python
from storage import tables
from storage.bulk import insert_many
from storage.database import open_database
from storage.migrate import upgrade
from storage.staff.risk import read_at_risk
from tests.bench.measure import quantile, timed
from tests.bench.people import NOW, Crowd
from tests.bench.table import Result

PAIRS, WEEKS, CHUNK, RUNS = 100_000, 10, 20_000, 9
SILENT, HARD, LOW, LOST, GOALLESS = 11, 17, 90, 100, 50  # every so many-th pair is so
BEGUN = NOW - timedelta(days=80)
PROGRAMME = {"id": 1, "slug": "risk", "name": "Risk", "zone": "Asia/Jakarta", "locale": "id", "created_at": BEGUN}


def at_risk(folder: Path, _: Crowd) -> Iterator[Result]:
    """Working the list out anew, as each look does."""
    furnish()
    prepare_python()
    database = open_database(f"sqlite:///{folder / 'risk.db'}")
    upgrade(database)
    with database.begin() as connection:
        pair_up(connection, PAIRS)
        connection.exec_driver_sql("ANALYZE")
    with database.connect() as connection:
        spent = [timed(lambda: read_at_risk(connection, 1, NOW), 1).wall for _ in range(RUNS)]
        found = read_at_risk(connection, 1, NOW).total
    database.dispose()
    yield Result(
        f"/at_risk: {PAIRS:,} pairs, {PAIRS * WEEKS:,} check-ins, {found:,} of them found",
        f"{statistics.median(spent):.2f} s (p90 {quantile(spent, 0.9):.2f} s)",
        budget="< 1 s",
        ok=statistics.median(spent) < 1,
    )


def pair_up(connection: Connection, pairs: int) -> None:
    """Pairs in all conditions: most of them are well."""
    insert_many(connection, tables.Programme, [PROGRAMME])
    for first in range(1, pairs + 1, CHUNK):
        numbers = range(first, min(first + CHUNK, pairs + 1))
        for model, rows in _rows(numbers):
            insert_many(connection, model, rows)


def _rows(numbers: range) -> Iterable[tuple[type[tables.Row], list[dict[str, Any]]]]:
    """Mentees have even numbers, their mentors the odd ones after them."""
    everybody = [(2 * n + side, n, ("mentee", "mentor")[side]) for n in numbers for side in (0, 1)]
    person = {"locale": "id", "zone": "Asia/Jakarta", "created_at": BEGUN}
    yield tables.Person, [person | {"id": who, "name": f"{role} {who}"} for who, _, role in everybody]
    yield tables.Account, [_account(who, n) for who, n, _ in everybody]
    yield tables.Membership, [_member(who, n, role) for who, n, role in everybody]
    both = {"programme_id": 1, "created_at": BEGUN}
    yield tables.Pair, [both | {"id": n, "mentee_id": 2 * n, "mentor_id": 2 * n + 1} for n in numbers]
    yield tables.Goal, [both | {"person_id": 2 * n, "title": "Portofolio"} for n in numbers if n % GOALLESS]
    terms = {"round": 0, "answered_at": BEGUN, "agreed_at": BEGUN, "terms": {"cadence": "weekly"}}
    yield tables.Agreement, [terms | {"pair_id": n, "person_id": 2 * n} for n in numbers]
    yield tables.Relay, [_relay(n, days) for n in numbers for days in _heard(n)]
    yield tables.Session, [_session(n, days) for n in numbers for days in (8, 30)]
    yield tables.Checkin, [_checkin(n, week) for n in numbers for week in range(WEEKS)]
    yield tables.FormResponse, [_response(n) for n in numbers]


def _account(who: int, pair: int) -> dict[str, Any]:
    reach = {"reach": "blocked" if pair % LOST == 0 else "ok", "created_at": BEGUN}
    return {"person_id": who, "platform": "telegram", "external_id": str(who), "chat": str(who)} | reach


def _member(who: int, pair: int, role: str) -> dict[str, Any]:
    silent = NOW - timedelta(days=12) if role == "mentee" and pair % SILENT == 0 else None
    place = {"programme_id": 1, "role": role, "standing": "active", "created_at": BEGUN}
    return place | {"person_id": who, "silent_since": silent}


def _heard(pair: int) -> tuple[int, ...]:
    return (14, 40) if pair % SILENT == 0 else (2, 9, 20, 40)


def _relay(pair: int, days: int) -> dict[str, Any]:
    ends = {"from_platform": "telegram", "from_chat": "1", "from_message": "1"}
    return ends | {"pair_id": pair, "from_id": 2 * pair, "at": NOW - timedelta(days=days)}


def _session(pair: int, days: int) -> dict[str, Any]:
    at = NOW - timedelta(days=days + 8 * (pair % SILENT == 0))
    row = {"pair_id": pair, "programme_id": 1, "state": "held", "starts_at": at, "uid": f"{pair}-{days}"}
    return row | {"created_at": at, "changed_at": at}


def _checkin(pair: int, week: int) -> dict[str, Any]:
    day: date = (NOW - timedelta(days=7 * week + 3)).date()
    at = NOW - timedelta(days=7 * week + 3)
    mood = (1, 2, 4)[min(week, 2)] if pair % HARD == 0 else 3 + (pair + week) % 3
    return {
        "person_id": 2 * pair,
        "programme_id": 1,
        "occurrence": day,
        "asked_at": at,
        "answered_at": at,
        "mood": mood,
    }


def _response(pair: int) -> dict[str, Any]:
    score = 2 if pair % LOW == 0 else 3 + pair % 3
    row = {"person_id": 2 * pair, "about_id": 2 * pair + 1, "programme_id": 1, "form": "pulse", "version": "1"}
    return row | {"subject": f"pair:{pair}", "answers": {"score": score}, "at": NOW - timedelta(days=20)}
