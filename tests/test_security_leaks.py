"""Whatever goes wrong, the log tells where, never what somebody wrote: no words, no token, no phone number. And what
people write means nothing to a platform, a spreadsheet or a file system."""

from __future__ import annotations

import io
import json
import logging
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError
from telegram.error import BadRequest

from adapters.discord.markdown import markdown
from adapters.telegram.outcomes import outcome_of
from adapters.telegram.reading import read_unknown
from bot.effects import Effect, Job
from bot.engine import Engine
from bot.logs import Redacting, Structured, unquoted
from bot.messages import Incoming
from bot.ports import Parcel
from bot.talk.rendering import render
from storage import outbox, tables
from storage.database import open_database
from storage.dropped import INTAKES
from storage.jobs import DOERS, Shop, does
from storage.people_file import safe
from storage.writer import Writer
from tests.exports import fill
from tests.test_link import CODE
from tests.town import START, Town, furnished

WORDS = "rahasiaku qzwx"
PHONE = "+6281234567890"
SECRETS = ("qzwx", "81234567890", "1234567:AAqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqq")


@pytest.fixture
def heard() -> Iterator[io.StringIO]:
    """Everything that is logged, at DEBUG, as it would be read in either form."""
    root, stream = logging.getLogger(), io.StringIO()
    level, handlers = root.level, [logging.StreamHandler(stream) for _ in range(2)]
    for handler, form in zip(handlers, (Redacting, Structured), strict=True):
        handler.setFormatter(form())
        root.addHandler(handler)
    root.setLevel("DEBUG")
    yield stream
    for handler in handlers:
        root.removeHandler(handler)
    root.setLevel(level)


def nothing_told(heard: io.StringIO, *expected: str) -> None:
    """Errors were logged, with where they were, and none of what was written."""
    said = heard.getvalue()
    assert [each for each in expected if each not in said] == []
    assert [each for each in SECRETS if each in said] == []


def bursts(words: str, *_: Any) -> list[Effect]:
    """What a mistake of ours would do: an error that quotes what it was given."""
    if words.startswith("int"):
        return [Job(str(int(f"{WORDS} {PHONE}")))]
    raise KeyError(f"{WORDS} {PHONE}\nzweite Zeile {WORDS!r}")


def test_a_turn_that_fails_is_logged_without_its_words(town: Town, heard: io.StringIO) -> None:
    sari = town.mentee()
    house = replace(furnished(), actions={**furnished().actions, "burst": bursts})
    town.writer.stop()
    town.engine = Engine(house)
    town.writer = Writer(town.database, town.engine, lambda: town.now)
    town.writer.start()
    assert "salah di sini" in sari.taps_data("do:burst:int")
    assert "salah di sini" in sari.taps_data("do:burst:key")
    nothing_told(heard, "Traceback", "in bursts", "KeyError", "invalid literal for int")


REFUSE = {
    "sqlite": "CREATE TRIGGER no_words BEFORE INSERT ON helprequest BEGIN SELECT RAISE(ABORT, 'refused'); END",
    "postgresql": "ALTER TABLE helprequest ADD CONSTRAINT no_words CHECK (text = '')",
}


def test_a_row_that_the_database_refuses_is_logged_without_its_values(town: Town, heard: io.StringIO) -> None:
    sari = town.with_goal()
    town.writer.do(lambda c: c.execute(text(REFUSE[town.database.dialect.name]))).result()
    sari.does("/minta_bantuan", "[Hal lain]")
    assert "salah di sini" in sari.writes(f"{WORDS} {PHONE}")
    nothing_told(heard, "IntegrityError", "Traceback")


def test_an_error_of_the_database_names_no_value(town: Town) -> None:
    """PostgreSQL tells the row in a line of its own, which is never logged."""
    with town.database.connect() as connection, pytest.raises(IntegrityError) as raised:
        connection.execute(text("INSERT INTO person (id, name) VALUES (1, :words)"), {"words": WORDS})
    told = str(raised.value)
    assert "qzwx" not in (told if town.database.dialect.name == "sqlite" else unquoted(told))
    assert "qzwx" not in unquoted("DETAIL:  Key (label)=(qzwx) already exists.\nDETAIL: Failing row contains (1, qzwx)")
    assert open_database("postgresql://x/y").hide_parameters


def test_a_job_that_fails_is_logged_without_its_words(town: Town, heard: io.StringIO) -> None:
    rina, before = town.staff(), dict(DOERS)

    @does("burst")
    def burst(shop: Shop) -> Iterable[Effect]:
        return bursts(shop.args["words"])

    try:
        person = town.rows(tables.Account, external_id=rina.account)[0].person_id
        town.apply(person, Job("burst", {"words": WORDS}), Incoming("telegram", "e", "7", "7", "other", town.now))
        town.worker.drain()
    finally:
        DOERS.clear()
        DOERS.update(before)
    nothing_told(heard, "(burst) failed")


def arriving(town: Town, screen: Any) -> Parcel:
    """A message as a courier takes it from the outbox."""
    row = {"platform": "broken", "chat": "7", "priority": 0, "screen": json.dumps(screen), "created_at": town.now}
    fill(town, tables.Outbox, row)
    return town.writer.do(lambda c: outbox.claim(c, "broken", town.now, 1, [])).result()[0]


def test_a_message_that_cannot_be_shown_is_told_without_its_words(town: Town) -> None:
    broken = {"lines": [{"key": "nope", "args": {"name": WORDS}}], "buttons": [[{"label": WORDS, "data": "x" * 70}]]}
    for screen in (broken, json.loads(json.dumps({"lines": WORDS})), {"lines": [[WORDS]]}):
        shown = render(arriving(town, screen), furnished().phrases, START)
        assert shown.trouble
        assert "qzwx" not in str(shown.trouble)


def test_what_a_platform_says_of_a_message_is_kept_without_what_it_quotes() -> None:
    refused = BadRequest(f'Can\'t parse entities: unsupported start tag "{WORDS}" at byte offset 3')
    assert "qzwx" not in outcome_of(refused).why
    assert "entities" in outcome_of(refused).why or "BadRequest" in outcome_of(refused).why


def test_invitations_and_codes_are_never_logged_nor_kept(town: Town, heard: io.StringIO) -> None:
    """Only hashes are at rest; a wrong token and a right one leave nothing in the log."""
    token = town.invite()
    sari = town.citizen("5000000001")
    sari.writes("/start QQQQ-QQQQ-QQQQ-QQQQ")
    sari.writes(f"/start {token}")
    town.mentee("5000000002").writes("/tautkan")
    found = CODE.search(town.citizens["5000000002"].said)
    assert found
    code = found[0]
    said = heard.getvalue()
    kept = " ".join(
        str(row)
        for model in (tables.Invitation, tables.LinkCode, tables.Conversation, tables.Job)
        for row in town.rows(model)
    )
    for secret in (token, token.replace("-", ""), code, code.replace("-", ""), "QQQQ"):
        assert secret not in said
        assert secret not in kept


# What people write means nothing elsewhere

EVIL = (
    "@everyone @here <@1234567890> <@&99> <#5> [klik](https://evil.example) **x** `y` ||z|| # h\n> q\n- l",
    '<b>tebal</b> <a href="tg://user?id=5">x</a> <script>1</script> &lt; &amp; <tg-spoiler>s</tg-spoiler>',
    "</b></code>{ $name } { person }",
    "=HYPERLINK(1) +1 -1 @x",
    "a\u202eb\u2066c\x00d\x1b[31m",
)


def test_a_partners_words_arrive_as_they_were_and_mean_nothing(town: Town) -> None:
    """On Telegram only our own tags are left; on Discord nobody is called and nothing is formatted or hidden."""
    pair = town.pair()
    pair.mentee.writes("/batal")
    for evil in EVIL:
        pair.mentee.writes(f"/bilang {evil}")
        html_text = "".join(list(pair.mentor.messages.values())[-1].drawn.texts)
        for made in ('<a href="tg:', "<script", "<tg-spoiler>", "<b>tebal", "\u202e", "\x1b"):
            assert made not in html_text
        on_discord = markdown(html_text)
        for made in ("@everyone", "@here", "<@1", "<@&9", "<#5", "[klik](", "**x**", "||z||", "\n> q"):
            assert not re.search(rf"(?<!\\){re.escape(made)}", on_discord), made


@pytest.mark.parametrize("name", ["<b>@everyone</b>", "[x](https://evil.example)"])
def test_a_name_means_nothing_on_a_coordinators_screen(town: Town, name: str) -> None:
    rina = town.staff(locale="en")
    sari = town.mentee(name=name)
    sari.writes("/batal")
    sari.does("/minta_bantuan", "[Hal lain]", name)
    shown = "".join(text for each in rina.messages.values() for text in each.drawn.texts)
    on_discord = markdown(shown)
    assert "<b><b>" not in shown
    for made in ("@everyone", "@here", "](https://evil", "\n**tebal**"):
        assert not re.search(rf"(?<!\\){re.escape(made)}", on_discord), made


@pytest.mark.parametrize("begins", ["=", "+", "-", "@", "\t", "\r", "|", "%", "＝", "\n"])
def test_no_cell_is_taken_for_a_formula(begins: str) -> None:
    assert safe(f"{begins}cmd|' /C calc'!A0").startswith("'")


PATHS = ("../../etc/x.csv", "..\\..\\x.csv", "/etc/shadow.csv", "C:\\x.csv", "\x00.csv", ".csv", "a" * 300 + ".csv")


def test_the_name_of_an_upload_is_only_shown_never_a_path(town: Town, tmp_path: Path) -> None:
    """What is dropped is never written to a disk; its name goes no further than the screen."""
    rina = town.staff(locale="en")
    before = set(tmp_path.rglob("*"))
    for name in PATHS:
        said = rina.drops(name, "name,role\nAni,mentee\n")
        assert said
        assert "went wrong" not in said.casefold()
    assert set(tmp_path.rglob("*")) == before


def test_every_kind_of_upload_survives_rubbish(town: Town) -> None:
    rina = town.staff(locale="en")
    for end in INTAKES:
        for data in (b"", b"\x00" * 1000, b"PK\x03\x04" + b"\xff" * 200, "=1,2\n".encode("utf-16"), b"\xff\xfe\x00"):
            said = rina.drops(f"x{end}", data)
            assert said, (end, data[:5])
            assert "something went wrong" not in said.casefold(), (end, data[:5])


def test_an_update_that_cannot_be_read_tells_who_sent_it_and_no_more() -> None:
    update = {"update_id": 1, "message": {"from": {"id": 5}, "chat": {"id": 5, "type": "private"}, "text": WORDS}}
    incoming = read_unknown(update, datetime(2026, 1, 1, tzinfo=UTC))
    assert incoming is not None
    assert "qzwx" not in str(incoming)
    assert read_unknown({"message": WORDS}, datetime(2026, 1, 1, tzinfo=UTC)) is None
