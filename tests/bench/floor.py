"""The floor: the rows of a turn and of a reminder, written by hand with plain sqlite3 and nothing else."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

PRAGMAS = ("journal_mode=WAL", "synchronous=FULL", "secure_delete=ON", "temp_store=MEMORY", "cache_size=-16000")
NOW, NEXT = "2026-11-29 09:00:00.000000", "2026-12-06 09:00:00.000000"
FACTS, SCREEN = "f" * 1000, "s" * 600  # as long as those of a check-in
CHUNK = 500  # due rows that share a commit

TABLES = """
CREATE TABLE talk(id INTEGER PRIMARY KEY AUTOINCREMENT, person INTEGER, flow TEXT, subject TEXT, facts TEXT,
    answers TEXT, asked TEXT, ticks TEXT, heard TEXT, message TEXT, state TEXT, touched TEXT);
CREATE INDEX talk_person ON talk(person, state);
CREATE INDEX talk_touched ON talk(state, touched);
CREATE TABLE seen(platform TEXT, event TEXT, at TEXT, PRIMARY KEY (platform, event));
CREATE INDEX seen_at ON seen(at);
CREATE TABLE outbox(id INTEGER PRIMARY KEY AUTOINCREMENT, platform TEXT, chat TEXT, person INTEGER, priority INTEGER,
    state TEXT, kind TEXT, screen TEXT, edit TEXT, occurrence TEXT UNIQUE, locale TEXT, expires TEXT, hold TEXT,
    attempts INTEGER, message TEXT, created TEXT);
CREATE INDEX outbox_state ON outbox(platform, state, priority, id);
CREATE INDEX outbox_person ON outbox(person, priority, created);
CREATE TABLE checkin(id INTEGER PRIMARY KEY, person INTEGER, programme INTEGER, week TEXT, asked TEXT, answered TEXT,
    mood INTEGER, step TEXT, word TEXT, UNIQUE (person, week));
CREATE INDEX checkin_answered ON checkin(programme, answered, person, mood);
CREATE TABLE progress(id INTEGER PRIMARY KEY, goal INTEGER, checkin INTEGER, person INTEGER, percent INTEGER, at TEXT,
    UNIQUE (checkin, goal));
CREATE INDEX progress_goal ON progress(goal, at);
CREATE TABLE due(id INTEGER PRIMARY KEY, kind TEXT, person INTEGER, subject TEXT, step INTEGER, at TEXT, planned TEXT,
    anchor TEXT, occurrence TEXT UNIQUE);
CREATE INDEX due_at ON due(at, id);
CREATE INDEX due_person ON due(person, kind);
"""
OUT = (
    "INSERT INTO outbox(platform, chat, person, priority, state, kind, screen, edit, occurrence, locale, expires, hold,"
    " attempts, message, created) VALUES ('telegram', ?, ?, ?, 'waiting', ?, ?, '', ?, 'id', ?, NULL, 0, '', ?)"
)
DUE = (
    "INSERT INTO due(kind, person, subject, step, at, planned, anchor, occurrence) VALUES (?, ?, '', 0, ?, ?, ?, ?)"
    " ON CONFLICT DO NOTHING"
)


class Floor:
    """A SQLite file and the statements."""

    name = "raw sqlite3, a commit a turn"

    def __init__(self, path: Path) -> None:
        self.base: Any = sqlite3.connect(path, isolation_level=None)
        for pragma in PRAGMAS:
            self.base.execute(f"PRAGMA {pragma}")
        self.base.executescript(TABLES)
        self._events = 0

    def week(self, person: int) -> list[float]:
        """A check-in in five messages, a commit each; how long each took."""
        return [self._turn(person, step) for step in (self._begin, self._answer, self._answer, self._answer, self._end)]

    def _turn(self, person: int, step: Callable[[int, int], object]) -> float:
        begun = time.perf_counter()
        run = self.base.execute
        run("BEGIN IMMEDIATE")
        talk = run("SELECT * FROM talk WHERE person = ? AND state = 'open'", (person,)).fetchone()
        step(person, talk[0] if talk else 0)
        run(OUT, (str(person), person, 0, "", SCREEN, None, None, NOW))
        self._events += 1
        run("INSERT INTO seen VALUES ('telegram', ?, ?)", (f"e{self._events}", NOW))
        run("COMMIT")
        return time.perf_counter() - begun

    def _begin(self, person: int, _: int) -> None:
        words = "INSERT INTO talk VALUES (NULL, ?, 'checkin', '', ?, '{}', 'percent-1', '[]', '{}', '', 'open', ?)"
        self.base.execute(words, (person, FACTS, NOW))

    def _answer(self, _: int, talk: int) -> None:
        words = "UPDATE talk SET answers = ?, asked = ?, heard = ?, message = '', touched = ? WHERE id = ?"
        self.base.execute(words, ('{"percent-1": 75}', "mood", '{"m1": "percent-1"}', NOW, talk))

    def _end(self, person: int, talk: int) -> None:
        self.base.execute("UPDATE talk SET state = 'closed', facts = '{}', answers = '{}' WHERE id = ?", (talk,))
        words = "INSERT INTO checkin VALUES (NULL, ?, 1, '2026-11-29', NULL, ?, 4, 'kirim draf', '') RETURNING id"
        week = self.base.execute(words, (person, NOW)).fetchone()[0]
        self.base.execute("INSERT INTO progress VALUES (NULL, ?, ?, ?, 75, ?)", (person, week, person, NOW))

    def plan(self, people: Iterable[int]) -> None:
        """A reminder for each, due now."""
        self.base.execute("BEGIN")
        self.base.executemany(DUE, (("checkin", each, NOW, NOW, NOW, f"checkin:{each}:0") for each in people))
        self.base.execute("COMMIT")

    def fire(self) -> int:
        """All that is due into the outbox, with the rows that follow; a commit each few hundred."""
        fired = 0
        while rows := self._chunk():
            fired += rows
        return fired

    def _chunk(self) -> int:
        many = self.base.executemany
        self.base.execute("BEGIN IMMEDIATE")
        due = self.base.execute("SELECT * FROM due WHERE at <= ? ORDER BY at, id LIMIT ?", (NOW, CHUNK)).fetchall()
        people = [row[2] for row in due]
        many("DELETE FROM due WHERE id = ?", [row[:1] for row in due])
        many(DUE, [("checkin", each, NEXT, NEXT, NEXT, f"checkin:{each}:1") for each in people])
        many(DUE, [("nudge", each, NEXT, NEXT, NOW, f"nudge:{each}:1") for each in people])
        many(OUT, [(str(each), each, 1, "checkin", SCREEN, f"checkin:{each}:0", NEXT, NOW) for each in people])
        many("INSERT INTO checkin VALUES (NULL, ?, 1, '2026-11-29', ?, NULL, NULL, '', '')", [(p, NOW) for p in people])
        self.base.execute("COMMIT")
        return len(due)
