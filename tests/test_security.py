"""Nobody acts for somebody else, nobody gets in by guessing, nobody holds the others up; and each line of the threat
model names a test that exists."""

from __future__ import annotations

import os
import re
import tracemalloc
from collections.abc import Iterable
from datetime import timedelta
from typing import Any

import pytest

from bot.mentoring.audience import read_audience
from bot.mentoring.invitations import GROUPS, LETTERS, SIZE, make_token
from storage import office, outbox, tables
from storage.rows import table
from storage.staff.audience import people_in, pinned
from storage.writer import Writer
from tests.exports import fill
from tests.house.sources import ROOT
from tests.town import ENROLMENT, MENTORING, START, Citizen, Town

THREATS = (ROOT / "docs" / "security.md").read_text(encoding="utf-8")
EVERY = bool(os.environ.get("EVERY"))
FLOOD = int(os.environ.get("FLOOD", "200"))
WEEK = timedelta(days=7)
OURS = ("Kenangasari", "Bougenbudi", "Cempakatamu", "tujuanrahasia", "bantuanrahasia")


# A button is nobody else's


LIVED = {
    "mentee": ("/goals", "/progress", "/settings", "/session", "/help", "/notes", "/agreement", "/pause", "/my_data"),
    "mentor": ("/mentees", "/progress", "/capacity", "/notes", "/met", "/mute", "/settings", "/change_partner"),
    "staff": ("/inbox", "/pairs", "/pair Kenangasari", "/person Kenangasari", "/stats", "/at_risk", "/pending", "/team",
              "/programme", "/match", "/announce all", "/form", "/invite list", "/audit", "/digest", "/export"),
}  # fmt: skip


def lived(town: Town) -> set[tuple[str, str]]:
    """Every button that a pair and the desk of their programme were ever shown, after they used what there is."""
    rina, pair = town.staff(name="Cempakatamu"), town.pair("Bougenbudi", "Kenangasari", goal="tujuanrahasia")
    pair.mentee.does("/minta_bantuan", "[Hal lain]", "bantuanrahasia")
    for who, role in ((pair.mentee, "mentee"), (pair.mentor, "mentor"), (rina, "staff")):
        for words in LIVED[role]:
            who.writes(words)
        who.writes("/help")
    pair.mentee.does("/checkin", "[75%]", "/batal")
    pair.mentee.does("/sesi", "Kamis 19.00")
    shown = (each for who in (pair.mentee, pair.mentor, rina) for _, each in who.log)
    return {(each.id, data) for each in shown for _, data in each.buttons if data}


def elsewhere(town: Town) -> list[Citizen]:
    """A mentee, a mentor, a coordinator, an owner and a viewer of another programme, and somebody unknown."""
    programme, found = town.programme("Lain"), [town.citizen("8200000001")]
    ways = {"mentee": ENROLMENT["id"]("Umi"), "mentor": MENTORING["id"]("Eko")}
    for number, role in enumerate(("mentee", "mentor", "coordinator", "owner", "viewer")):
        draw, who = (7000 + number).to_bytes(16, "big"), town.citizen(f"830000000{number}")
        token = town.writer.do(lambda c: office.invite(c, role, programme, 1, WEEK, draw, town.now, "")).result()  # noqa: B023
        who.writes(f"/start {token}")
        who.does(*ways.get(role, ["[Setuju]", f"Orang{number}", "[WIB]"]))
        found.append(who)
    return found


def theirs(town: Town, people: set[int], pairs: set[int]) -> dict[str, list[Any]]:
    """Every row of these people and pairs; what is only a trace of use left out."""
    kept = {}
    for name in sorted(set(tables.__all__) - {"Activity", "Job", "Outbox", "Seen", "LinkTry", "NAMES", "Row"}):
        model = getattr(tables, name)
        of = {"person": people, "pair": pairs}
        refers = [
            (fk.parent.name, of[fk.column.table.name]) for fk in table(model).foreign_keys if fk.column.table.name in of
        ]
        own = [("id", of[table(model).name])] if table(model).name in of else []
        kept[name] = [
            tuple(row)
            for row in town.rows(model)
            if any(getattr(row, column) in numbers for column, numbers in (*refers, *own))
        ]
    return kept


@pytest.mark.slow
def test_no_button_works_for_anybody_but_whom_it_was_shown_to(town: Town) -> None:
    """Each button of a pair and of their desk, sent by everybody of another programme, by a mentee of their own, and by
    a stranger: no row of theirs changes, no word of theirs is shown."""
    buttons = lived(town)
    assert len(buttons) > 300
    if not EVERY:
        buttons = set({shape(data): (message, data) for message, data in sorted(buttons)}.values())
    programme = town.rows(tables.Programme)[0].id
    people = {row.person_id for row in town.rows(tables.Membership, programme_id=programme)}
    pairs = {row.id for row in town.rows(tables.Pair)}
    others = [town.mentee("8200000002", "Tetangga"), *elsewhere(town)]
    others = others if EVERY else [others[0], others[5]]
    before = theirs(town, people, pairs)
    for who in others:
        said = presses(who, sorted(buttons))
        assert [each for each in OURS if each in said] == [], who.account
        assert "ada yang salah di sini" not in said
    after = theirs(town, people, pairs)
    assert {name: rows for name, rows in after.items() if rows != before[name]} == {}


def shape(data: str) -> tuple[str, ...]:
    """What a button does, numbers left out: of those that only differ in them one is pressed, unless EVERY is set."""
    verb, *rest = data.split(":")
    return (verb, re.sub(r"\d+", "#", rest[0] if verb != "c" else ":".join(rest[1:2])), str(len(rest)))


def presses(who: Citizen, buttons: Iterable[tuple[str, str]]) -> str:
    """What somebody hears who sends all of these, made up by a changed app."""
    who.heard = []
    futures = [who.submits("tap", data=data, message=message) for message, data in buttons]
    for future in futures:
        future.result(60)
    who.town.worker.drain()
    who.town.deliver()
    return who.said


# Nobody gets in by guessing


def test_a_token_is_too_long_to_be_guessed() -> None:
    """A million open invitations, a thousand guesses a second (more than one bot is ever brought) for a hundred years:
    the chance that one is found is under one in ten thousand. So guesses need no limit beside the platforms' own."""
    likeliest = 9 / 256  # of a letter: 256 bytes fall on 30 letters
    guesses, open_ones = 1_000 * 3600 * 24 * 36_525, 1_000_000
    assert guesses * open_ones * likeliest ** (GROUPS * SIZE) < 1e-4
    assert len({make_token(os.urandom(16)) for _ in range(1000)}) == 1000
    assert max(LETTERS[byte % len(LETTERS)] for byte in range(256)) in LETTERS


def test_wrong_tokens_all_get_the_same_answer_and_admit_nobody(town: Town) -> None:
    """Used up, expired, withdrawn or made up: a stranger can't tell whether there ever was one."""
    town.mentee()
    used, who = town.invite(), town.citizen("5000000009")
    town.mentee("5000000010").writes("/batal")
    late = town.invite(days=1)
    town.passes(days=2)
    answers = {who.writes(f"/start {token}") for token in ("QQQQ-QQQQ-QQQQ-QQQQ", late)}
    assert used not in str(answers)
    assert all("Melati" not in each for each in answers)
    assert not [
        row
        for row in town.rows(tables.Account, external_id="5000000009")
        if row.person_id in {member.person_id for member in town.rows(tables.Membership)}
    ]


def test_secrets_that_python_compares_are_compared_in_constant_time() -> None:
    """Tokens and codes are looked up by their hash; the webhook's secret is the one that is compared."""
    source = (ROOT / "adapters" / "telegram" / "webhook.py").read_text(encoding="utf-8")
    assert "hmac.compare_digest" in source
    assert not re.search(r"(secret|token)\w* (==|!=) ", source, re.IGNORECASE)


# Nobody holds the others up


def test_a_flood_slows_down_only_who_sends_it(town: Town) -> None:
    """Somebody sends very many messages at once; twenty others come after all of them and are answered first."""
    town.writer.stop()
    town.writer = Writer(town.database, town.engine, lambda: town.now)
    flooder, order = town.citizen("5900000000"), list[str]()
    people = [town.citizen(f"59000001{number:02}") for number in range(20)]
    flood = [flooder.submits("text", text="halo", message=f"f{number}") for number in range(FLOOD)]
    rest = [each.submits("text", text="halo", message=f"m{number}") for each in people for number in range(3)]
    for future in flood:
        future.add_done_callback(lambda _: order.append("flood"))
    for future in rest:
        future.add_done_callback(lambda _: order.append("rest"))
    town.writer.start()
    for future in (*rest, *flood):
        future.result(120)
    last = len(order) - order[::-1].index("rest")
    assert order[:last].count("flood") <= 3
    assert len(order) == FLOOD + 60


def test_a_flood_takes_little_memory(town: Town) -> None:
    """What waits is a message and a future each: 2,000 of them are a few megabytes, and then gone."""
    flooder = town.citizen("5900000000")
    tracemalloc.start()
    futures = [flooder.submits("text", text="halo " * 20, message=f"f{number}") for number in range(100)]
    held, _ = tracemalloc.get_traced_memory()
    for future in futures:
        future.result(60)
    tracemalloc.stop()
    assert held < 100 * 20_000


def test_answers_to_a_flood_do_not_stand_before_those_to_others(town: Town) -> None:
    """Two rounds of the courier bring everybody else theirs, however many wait for one chat."""
    row = {"platform": "telegram", "priority": 0, "screen": "{}", "created_at": START}
    fill(
        town,
        tables.Outbox,
        *(row | {"chat": "flood"} for _ in range(2000)),
        *(row | {"chat": f"o{n}"} for n in range(20)),
    )
    first = town.writer.do(lambda c: outbox.claim(c, "telegram", START, 50, [])).result()
    busy = [parcel.chat for parcel in first]
    second = town.writer.do(lambda c: outbox.claim(c, "telegram", START + timedelta(seconds=1), 50, busy)).result()
    assert {parcel.chat for parcel in (*first, *second)} == {"flood", *(f"o{n}" for n in range(20))}


# The threat model keeps up with the tests


def named() -> list[tuple[str, str]]:
    """The tests that the threat model names, by file."""
    return re.findall(r"`(tests/[\w/]+\.py)::(\w+)`", THREATS)


def test_each_line_of_the_threat_model_names_a_test_that_exists() -> None:
    rows = [
        line
        for line in THREATS.splitlines()
        if line.startswith("| ") and not line.startswith(("| Threat", "|--", "| --"))
    ]
    assert len(rows) > 20
    assert [line for line in rows if not re.search(r"`tests/[\w/]+\.py::\w+`", line)] == []
    missing = [
        f"{path}::{name}" for path, name in named() if not re.search(rf"def {name}\(", (ROOT / path).read_text("utf-8"))
    ]
    assert missing == []


@pytest.mark.parametrize("made", ["PIL", "pickle", "marshal", "shelve", "subprocess", "eval(", "exec("])
def test_nothing_from_outside_is_decoded_or_run(made: str) -> None:
    """No picture is ever decoded, so there is no bomb to go off; nothing is unpickled or evaluated. The one program
    that is run is PostgreSQL's own for backups, with the operator's words."""
    pattern = rf"(?<![\w.]){re.escape(made)}" if "(" in made else rf"^\s*(?:import|from) {made}\b"
    source = [path for folder in ("bot", "storage") for path in (ROOT / folder).rglob("*.py")]
    found = [
        str(path.relative_to(ROOT)) for path in source if re.search(pattern, path.read_text("utf-8"), re.MULTILINE)
    ]
    assert found == (["storage/dump.py"] if made == "subprocess" else [])


def test_the_statements_of_the_breach_runbook_work(town: Town) -> None:
    """Nobody tries SQL for the first time on such a day."""
    token = town.invite()
    book = (ROOT / "docs" / "breach.md").read_text(encoding="utf-8")
    statements = [
        each.strip() for block in re.findall(r"```sql\n(.*?)```", book, re.DOTALL) for each in block.split(";")
    ]
    assert len(statements) > 6
    for statement in filter(None, statements):
        town.writer.do(lambda c: c.exec_driver_sql(statement)).result(10)  # noqa: B023
    assert "[" not in town.citizen("5000000020").writes(f"/start {token}")


def test_whoever_is_left_out_by_name_is_not_the_only_one_meant(town: Town) -> None:
    """A filter is kept with numbers instead of names: "not" stays, and means the same people when read again."""
    town.mentee()
    town.mentee("5000000002", "Ayu")
    with town.look() as connection:
        for text in ("mentees -sari", "mentees not sari", "ayu", "-ayu, sari", "mentees - - sari"):
            meant = read_audience(text)
            kept = pinned(connection, 1, meant, town.now).text
            assert "sari" not in kept.casefold()
            again = {who.person for who in people_in(connection, 1, read_audience(kept), town.now)}
            assert again == {who.person for who in people_in(connection, 1, meant, town.now)}, (text, kept)
