"""Nothing is kept longer than the table of limits says, and nothing younger goes."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest

from bot.messages import Incoming
from storage import jobs, tables
from storage.retention import KIND, PIECE, Prune, limits, prune
from storage.writes import Book, Work
from tests.exports import fill
from tests.house.sources import ROOT
from tests.town import START, Citizen, Town

LIMITS = {limit.name: limit for limit in limits()}
HANDBOOK = (ROOT / "docs" / "privacy.md").read_text(encoding="utf-8")


def night(town: Town) -> None:
    """The job as it runs each night."""
    town.writer.do(lambda c: jobs.stand(c, town.now)).result()
    town.passes(days=1)


def person(town: Town, who: Citizen) -> int:
    return int(town.rows(tables.Account, external_id=who.account)[0].person_id)


def sent(number: int, at: datetime, **more: Any) -> dict[str, Any]:
    row = {"platform": "telegram", "chat": f"c{number}", "priority": 1, "state": "sent", "screen": "{}"}
    return row | {"created_at": at} | more


def rows_of(town: Town, limit: str, at: datetime) -> tuple[type[tables.Row], dict[str, Any]]:
    """A row that this limit is about, of that age."""
    sari = person(town, town.citizens["5000000001"])
    programme = town.rows(tables.Programme)[0].id
    talk = {"person_id": sari, "flow": "x", "facts": "{}", "answers": "{}", "ticks": "[]", "heard": "{}"}
    invited = {"programme_id": programme, "role": "mentee", "token_hash": limit + str(at), "created_at": at}
    help_request = {"person_id": sari, "programme_id": programme, "topic": "other", "text": "tolong", "state": "closed"}
    word = {"request_id": town.rows(tables.HelpRequest)[0].id, "text": "w", "at": at, "person_id": sari}
    passed = {"pair_id": town.rows(tables.Pair)[0].id, "from_platform": "telegram", "from_message": "1", "at": at}
    look = {"programme_id": programme, "person_id": sari, "kind": "Look", "subject": "person sari", "at": at}
    made: dict[str, tuple[type[tables.Row], dict[str, Any]]] = {
        "seen": (tables.Seen, {"platform": "telegram", "event": f"{limit}{at}", "at": at}),
        "unsent": (tables.Outbox, sent(1, at, screen='{"a": 1}', state="refused")),
        "outbox": (tables.Outbox, sent(2, at)),
        "campaign-outbox": (tables.Outbox, sent(3, at, campaign=7)),
        "conversation": (tables.Conversation, talk | {"state": "closed", "touched_at": at}),
        "forgotten-talk": (tables.Conversation, talk | {"state": "asleep", "touched_at": at}),
        "link-code": (tables.LinkCode, {"person_id": sari, "code_hash": f"{at}", "expires_at": at}),
        "link-try": (tables.LinkTry, {"platform": "telegram", "external_id": "7", "at": at}),
        "relay-place": (tables.Relay, passed | {"from_chat": "5"}),
        "relay": (tables.Relay, passed | {"from_chat": "", "from_message": ""}),
        "ticket": (tables.HelpRequest, help_request | {"at": at}),
        "ticket-word": (tables.TicketWord, word),
        "invited": (tables.Invitation, invited | {"label": "Ani", "email": "a@b.c", "expires_at": at}),
        "never-joined": (tables.Person, {"name": "", "locale": "id", "zone": "Asia/Jakarta", "created_at": at}),
        "looked-for": (tables.Activity, look),
        "activity": (tables.Activity, look | {"kind": "SaveGoal", "subject": ""}),
    }
    return made[limit]


@pytest.fixture
def full(town: Town) -> Town:
    """A town with a pair and a closed call for help."""
    town.mentee()
    town.pair("Budi", "Ani")
    sari, programme = person(town, town.citizens["5000000001"]), town.rows(tables.Programme)[0].id
    closed = {"person_id": sari, "programme_id": programme, "topic": "other", "text": "", "state": "closed"}
    fill(town, tables.HelpRequest, closed | {"at": town.now})
    return town


def numbered(town: Town, model: type[tables.Row]) -> dict[Any, Any]:
    key = "event" if model is tables.Seen else "id"
    return {getattr(row, key): row for row in town.rows(model)}


def test_what_is_past_a_limit_goes_and_what_is_younger_stays(full: Town) -> None:
    made: dict[str, list[Any]] = {}
    for name, limit in LIMITS.items():
        for days in (limit.days + 2, limit.days - 2):
            model, row = rows_of(full, name, START - timedelta(days=days))
            before = set(numbered(full, model))
            fill(full, model, row)
            made.setdefault(name, []).append(next(iter(set(numbered(full, model)) - before)))
    kept = {name: numbered(full, rows_of(full, name, START)[0])[young] for name, (_, young) in made.items()}
    night(full)
    for name, (old, young) in made.items():
        rows = numbered(full, rows_of(full, name, START)[0])
        assert rows[young] == kept[name], name
        assert (old in rows) == bool(LIMITS[name].blank), name
        assert not WORDS & {str(value) for value in rows.get(old, ())}, name


WORDS = {"Ani", "a@b.c", "tolong", '{"a": 1}', "person sari"}


def test_what_still_waits_is_never_removed_however_old(full: Town) -> None:
    """A message that waits, an open call for help, an invitation that somebody used, a member."""
    old = START - timedelta(days=2000)
    fill(full, tables.Outbox, sent(9, old, state="resting", screen='{"a": 1}', not_before=START + timedelta(days=9)))
    _, ticket = rows_of(full, "ticket", old)
    fill(full, tables.HelpRequest, ticket | {"state": "open"})
    _, invitation = rows_of(full, "invited", old)
    fill(full, tables.Invitation, invitation | {"used": 1})
    people = full.count(tables.Person)
    night(full)
    assert [row.screen for row in full.rows(tables.Outbox, chat="c9")] == ['{"a": 1}']
    assert [row.text for row in full.rows(tables.HelpRequest, state="open")] == ["tolong"]
    assert [row.email for row in full.rows(tables.Invitation, used=1) if row.label] == ["a@b.c"]
    assert full.count(tables.Person) == people


def test_much_goes_in_pieces_that_hold_nobody_up(full: Town) -> None:
    """A whole piece of the widest table is written in 0.1 s alone; with room for others on the machine."""
    old = START - timedelta(days=300)
    fill(full, tables.Outbox, *(sent(number, old) for number in range(PIECE * 2 + 1)))
    events = [{"platform": "t", "event": f"e{n}", "at": old + timedelta(seconds=n // 64)} for n in range(PIECE + 1)]
    fill(full, tables.Seen, *events)
    before = full.count(tables.Job)
    piece = tuple(row.id for row in full.rows(tables.Outbox) if row.created_at == old)[:PIECE]
    work = Work(0, Incoming("", "", "", "", "other", full.now), Prune("outbox", piece))
    took = full.writer.do(lambda c: timed(lambda: prune(Book(c, {}, full.now), [work]))).result()
    assert took < 0.4
    night(full)
    assert not full.rows(tables.Seen, platform="t")
    assert not [row for row in full.rows(tables.Outbox) if row.created_at == old]
    assert full.count(tables.Job) - before >= 4


def timed(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def test_it_comes_again_each_night_and_only_once(full: Town) -> None:
    for _ in range(3):
        night(full)
    waiting = full.rows(tables.Job, kind=KIND, state="waiting")
    assert [(row.once, row.at > full.now) for row in waiting] == [(KIND, True)]
    assert not full.rows(tables.Activity, kind="Prune")


def test_it_goes_on_where_it_was_cut_off(full: Town) -> None:
    """The process ends between two pieces: after the next start the rest goes too."""
    old = START - timedelta(days=300)
    fill(full, tables.Outbox, *(sent(number, old) for number in range(PIECE + 5)))
    fill(full, tables.Job, {"kind": KIND, "lane": "long", "args": {}, "once": KIND, "at": full.now})
    full.worker._one("long")
    assert len([row for row in full.rows(tables.Outbox) if row.created_at == old]) == 5
    full.writer.stop()
    full.restart()
    full.worker.drain()
    assert not [row for row in full.rows(tables.Outbox) if row.created_at == old]


def test_the_handbook_prints_every_limit_with_its_reason_and_no_other() -> None:
    printed = [line.strip("| ").split(" | ") for line in HANDBOOK.splitlines() if line.startswith("| `")]
    assert [cells for cells in printed if len(cells) == 4] == [
        [f"`{each.name}`", each.what, str(each.days), each.why] for each in limits()
    ]
    assert [(cells[0], cells[2]) for cells in printed if len(cells) == 3] == [
        (f"`{each.name}`", f"{each.days} hari") for each in limits()
    ]
