"""A message as it is sent on Telegram, what becomes of it, and the menu of commands."""

import asyncio
import json
import threading
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from aiohttp.client_reqrep import ConnectionKey
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)

from adapters.telegram.line import Line
from adapters.telegram.menu import set_menu, set_menu_for
from adapters.telegram.outcomes import outcome_of
from adapters.telegram.sender import TelegramSender
from bot.messages import Attachment, Json
from bot.ports import Outcome, Parcel
from bot.talk.phrases import load_phrases
from bot.talk.rendering import Key, Shown
from tests.fakes.telegram_faults import Kind
from tests.fakes.telegram_people import PIXEL, Person
from tests.fakes.telegram_server import FakeTelegram
from tests.fakes.words import few_words
from tests.test_telegram.conftest import SARI

NOW = datetime(2026, 11, 24, 5, 0, tzinfo=UTC)
PARCEL = Parcel(1, "telegram", str(SARI), {}, "", 0, "id", "Asia/Jakarta", 1, None, NOW, hold=False)
PROMPTS = Path(__file__).parents[2] / "prompts"
HOST = ConnectionKey("api.example.org", 443, True, True, None, None, None)
YES = ((Key("Yes", "a:1"), Key("More", url="https://example.org/")),)


def draw(content: Json) -> bytes:
    """A chart, as far as Telegram looks; raises for what is none, as a real one would."""
    return PIXEL if content["picture"] else content["missing"]


@pytest.fixture
def sender(line: Line) -> TelegramSender:
    return TelegramSender(line.bot, draw, between=0.01)


def shown(*texts: str, **more: Any) -> Shown:
    return Shown(texts, **more)


class TestSending:
    async def test_a_message_arrives_with_its_buttons_and_without_previews(
        self, server: FakeTelegram, sender: TelegramSender, sari: Person
    ) -> None:
        outcome = await sender.send(PARCEL, shown("<b>Hi</b> R&amp;D https://example.org", keys=YES))
        assert outcome == Outcome("sent", str(sari.last.message_id))
        assert (sari.last.text, sari.last.labels) == ("Hi R&D https://example.org", ["Yes", "More"])
        assert [button.url or button.data for button in sari.last.buttons] == ["a:1", "https://example.org/"]
        assert server.deliveries()[0].params["link_preview_options"] == {"is_disabled": True}

    async def test_an_answered_message_is_rewritten(self, sender: TelegramSender, sari: Person) -> None:
        first = await sender.send(PARCEL, shown("How far?", keys=YES))
        second = await sender.send(replace(PARCEL, edit=first.message), shown("✓ 75 %"))
        assert second == first
        assert [(message.text, message.edited, message.labels) for message in sari.received] == [("✓ 75 %", True, [])]

    async def test_a_second_identical_tap_is_no_error(self, sender: TelegramSender, sari: Person) -> None:
        first = await sender.send(PARCEL, shown("one", keys=YES))
        again = await sender.send(replace(PARCEL, edit=first.message), shown("one", keys=YES))
        assert (again, len(sari.received)) == (first, 1)

    @pytest.mark.parametrize("edit", ["4711", "mine", "photo", "not-a-number"])
    async def test_what_cannot_be_rewritten_is_written_anew(
        self, sender: TelegramSender, line: Line, sari: Person, edit: str
    ) -> None:
        if edit == "photo":
            edit = str((await line.bot.send_photo(SARI, PIXEL)).message_id)
        edit = str(sari.writes("x").message_id) if edit == "mine" else edit
        outcome = await sender.send(replace(PARCEL, edit=edit), shown("new", keys=YES))
        assert (outcome, sari.last.text, sari.last.labels) == (
            Outcome("sent", str(sari.last.message_id)), "new", ["Yes", "More"]
        )  # fmt: skip

    async def test_an_edit_that_timed_out_is_made_again_and_a_new_message_is_not(
        self, server: FakeTelegram, sender: TelegramSender, sari: Person
    ) -> None:
        first = await sender.send(PARCEL, shown("one"))
        server.fault("editMessageText", kind="cut_after")
        parcel = replace(PARCEL, edit=first.message)
        assert (await sender.send(parcel, shown("two"))).kind == "later"
        assert await sender.send(parcel, shown("two")) == first
        assert (sari.last.text, len(sari.received)) == ("two", 1)
        server.fault("editMessageText", kind="cut_after")
        assert (await sender.send(replace(parcel, attempts=5), shown("three"))).kind == "uncertain"

    @pytest.mark.parametrize("text", ["a < b", "R&D", "<p>x</p>", "<b>open"])
    async def test_html_that_telegram_cannot_read_goes_as_plain_text(
        self, sender: TelegramSender, sari: Person, text: str, caplog: pytest.LogCaptureFixture
    ) -> None:
        assert (await sender.send(PARCEL, shown(text, keys=YES))).kind == "sent"
        assert sari.last.labels == ["Yes", "More"]
        assert sari.last.text.replace("<", "") in {"a  b", "R&D", "x", "pxp", "open", "bopen"}
        assert sender.unparsed == 1
        assert "goes as plain text" in caplog.text

    async def test_plain_text_is_tried_once(self, server: FakeTelegram, sender: TelegramSender, sari: Person) -> None:
        server.fault("sendMessage", kind="400_parse", times=None)
        assert (await sender.send(PARCEL, shown("x"))).kind == "refused"
        assert len(server.refused) == 2


class TestParts:
    async def test_only_the_last_part_carries_the_buttons(self, sender: TelegramSender, sari: Person) -> None:
        outcome = await sender.send(PARCEL, shown("one", "two", "three", keys=YES))
        assert [(message.text, message.labels) for message in sari.received] == [
            ("one", []), ("two", []), ("three", ["Yes", "More"])
        ]  # fmt: skip
        assert outcome == Outcome("sent", str(sari.last.message_id))

    async def test_when_a_part_fails_the_next_still_goes(
        self, server: FakeTelegram, sender: TelegramSender, sari: Person
    ) -> None:
        outcome = await sender.send(PARCEL, shown("one", " ", "three"))
        assert [message.text for message in sari.received] == ["one", "three"]
        assert (outcome.kind, outcome.message) == ("refused", str(sari.last.message_id))

    async def test_a_part_that_must_wait_waits_here(
        self, server: FakeTelegram, sender: TelegramSender, sari: Person
    ) -> None:
        sending = asyncio.create_task(sender.send(PARCEL, shown("one", "two")))
        await asyncio.to_thread(sari.sees, "one")
        server.fault("sendMessage", kind="429")
        assert (await sending).kind == "sent"
        assert [message.text for message in sari.received] == ["one", "two"]

    async def test_a_message_whose_first_part_must_wait_goes_again_as_a_whole(
        self, server: FakeTelegram, sender: TelegramSender, sari: Person
    ) -> None:
        server.fault("sendMessage", kind="429")
        assert (await sender.send(PARCEL, shown("one", "two"))).kind == "later"
        assert sari.received == []


class TestFiles:
    async def test_what_is_kept_of_somebody_comes_as_a_readable_file(
        self, server: FakeTelegram, sender: TelegramSender, sari: Person
    ) -> None:
        content = {"name": "Sári", "goals": [{"title": "R&D <3"}]}
        file = Attachment("json", "my-data.json", content)
        outcome = await sender.send(PARCEL, shown("<b>All of it</b>", keys=YES, file=file))
        assert outcome == Outcome("sent", str(sari.last.message_id))
        assert (sari.last.text, sari.last.labels) == ("All of it", ["Yes", "More"])
        (upload,) = server.files.values()
        assert upload.name == "my-data.json"
        assert "Sári" in upload.data.decode()
        assert upload.data.decode() == json.dumps(content, ensure_ascii=False, indent=2)

    async def test_a_chart_is_a_picture(self, sender: TelegramSender, sari: Person) -> None:
        file = Attachment("chart", "progress.png", {"picture": True})
        await sender.send(replace(PARCEL, edit="1"), shown("Your progress", file=file))
        assert (sari.last.text, "photo" in sari.last.body) == ("Your progress", True)

    async def test_a_calendar_comes_as_a_file_of_its_own_text(
        self, server: FakeTelegram, sender: TelegramSender, sari: Person
    ) -> None:
        file = Attachment("text", "sesi.ics", {"text": "BEGIN:VCALENDAR\r\n", "mime": "text/calendar"})
        await sender.send(PARCEL, shown("Sesi ✓", keys=YES, file=file))
        (upload,) = server.files.values()
        assert (upload.name, upload.data) == ("sesi.ics", b"BEGIN:VCALENDAR\r\n")
        assert (sari.last.text, sari.last.labels) == ("Sesi ✓", ["Yes", "More"])

    async def test_long_words_go_before_their_file(self, sender: TelegramSender, sari: Person) -> None:
        file = Attachment("json", "data.json", {})
        await sender.send(PARCEL, shown("x" * 1025, keys=YES, file=file))
        text, document = sari.received
        assert (text.text, text.labels) == ("x" * 1025, [])
        assert (document.text, document.labels, "document" in document.body) == ("", ["Yes", "More"], True)

    async def test_a_file_that_cannot_be_made_does_not_cost_the_words(
        self, sender: TelegramSender, sari: Person, caplog: pytest.LogCaptureFixture
    ) -> None:
        file = Attachment("chart", "progress.png", {"picture": False})
        assert (await sender.send(PARCEL, shown("Your progress", keys=YES, file=file))).kind == "sent"
        assert (sari.last.text, sari.last.labels) == ("Your progress", ["Yes", "More"])
        assert "could not be made" in caplog.text

    async def test_a_picture_telegram_does_not_take_goes_as_a_file(self, line: Line, sari: Person) -> None:
        sender = TelegramSender(line.bot, lambda _: b"not a picture")
        outcome = await sender.send(PARCEL, shown("x", file=Attachment("chart", "progress.png", {})))
        assert (outcome.kind, "document" in sari.last.body) == ("sent", True)

    async def test_drawing_does_not_stop_the_event_loop(self, line: Line, sari: Person) -> None:
        begun, meanwhile = threading.Event(), threading.Event()

        def slowly(_: Json) -> bytes:
            begun.set()
            return PIXEL if meanwhile.wait(10) else b""

        sender = TelegramSender(line.bot, slowly)
        sending = asyncio.create_task(sender.send(PARCEL, shown("x", file=Attachment("chart", "p.png", {}))))
        assert await asyncio.to_thread(begun.wait, 10)
        meanwhile.set()
        assert (await sending).kind == "sent"
        assert "photo" in sari.last.body


class TestOutcomes:
    @pytest.mark.parametrize(
        ("kind", "outcome", "reach"),
        [
            ("hang", "uncertain", ""),
            ("cut_before", "uncertain", ""),
            ("cut_after", "uncertain", ""),
            ("late", "uncertain", ""),
            ("500", "uncertain", ""),
            ("502_html", "uncertain", ""),
            ("bad_json", "uncertain", ""),
            ("429", "later", ""),
            ("401", "later", ""),
            ("403_blocked", "unreachable", "blocked"),
            ("403_deactivated", "unreachable", "gone"),
            ("403_not_started", "unreachable", "not_started"),
            ("400_chat_not_found", "unreachable", "wrong_id"),
            ("migrate", "later", ""),
        ],
    )
    async def test_what_telegram_says_is_understood(
        self, server: FakeTelegram, sender: TelegramSender, sari: Person, kind: Kind, outcome: str, reach: str
    ) -> None:
        server.fault("sendMessage", kind=kind, after=0.9, retry_after=7, to=-100_123)
        found = await sender.send(PARCEL, shown("x"))
        assert (found.kind, found.reach) == (outcome, reach)
        assert (found.wait, found.moved) == ({"429": 7, "401": 60}.get(kind, 0), "-100123" if kind == "migrate" else "")
        assert found.away == (kind in {"cut_before", "cut_after", "500", "502_html", "401"})

    async def test_what_was_certainly_not_sent_goes_again(
        self, server: FakeTelegram, sender: TelegramSender, sari: Person
    ) -> None:
        with server.outage():
            found = await sender.send(PARCEL, shown("x"))
        assert (found.kind, found.away) == ("later", True)

    @pytest.mark.parametrize(
        ("error", "kind"),
        [
            (BadRequest("Bad Request: message is too long"), "refused"),
            (BadRequest("Bad Request: BUTTON_DATA_INVALID"), "refused"),
            (BadRequest("Bad Request: PEER_ID_INVALID"), "unreachable"),
            (Forbidden("Forbidden: bot was kicked from the supergroup chat"), "unreachable"),
            (TimedOut(), "uncertain"),
            (NetworkError("ServerDisconnectedError: Server disconnected"), "uncertain"),
            (NetworkError("Internal Server Error"), "uncertain"),
            (TelegramError("Invalid server response"), "uncertain"),
            (Conflict("Conflict"), "uncertain"),
            (ChatMigrated(-100_5), "later"),
            (InvalidToken(), "later"),
        ],
    )
    def test_a_subclass_of_network_error_is_not_taken_for_one(self, error: TelegramError, kind: str) -> None:
        assert outcome_of(error).kind == kind

    @pytest.mark.parametrize(
        ("cause", "kind"),
        [
            (aiohttp.ClientConnectorError(HOST, OSError("x")), "later"),
            (aiohttp.ClientConnectorDNSError(HOST, OSError("x")), "later"),
            (aiohttp.ClientConnectorSSLError(HOST, OSError("x")), "later"),
            (aiohttp.ClientProxyConnectionError(HOST, OSError("x")), "later"),
            (aiohttp.ConnectionTimeoutError("x"), "later"),
            (aiohttp.SocketTimeoutError("x"), "uncertain"),
            (TimeoutError("x"), "uncertain"),
            (aiohttp.ClientOSError("x"), "uncertain"),
            (aiohttp.ServerDisconnectedError("x"), "uncertain"),
            (aiohttp.ClientPayloadError("x"), "uncertain"),
        ],
    )
    def test_only_what_never_left_is_certain_not_to_have_arrived(self, cause: Exception, kind: str) -> None:
        error = TimedOut() if isinstance(cause, TimeoutError) else NetworkError("x")
        error.__cause__ = cause
        assert outcome_of(error).kind == kind

    def test_a_flood_says_how_long(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("PTB_TIMEDELTA", "1")
        assert outcome_of(RetryAfter(35)).wait == 35

    def test_no_token_is_kept_with_an_outcome(self) -> None:
        token = "7000000001:" + "Ab3_-x9" * 5
        assert token not in outcome_of(NetworkError(f"https://api.telegram.org/bot{token}/sendMessage")).why


class TestMenu:
    async def test_everybody_sees_a_mentees_commands_in_the_language_of_their_app(
        self, server: FakeTelegram, line: Line
    ) -> None:
        await set_menu(line.bot, load_phrases(PROMPTS))
        menus = {key: [each["command"] for each in menu] for key, menu in server.profile.commands.items()}
        assert set(menus) == {("default", ""), ("default", "id"), ("default", "en")}
        assert {"tujuan", "kemajuan", "bantuan"} <= set(menus["default", "id"])
        assert {"goals", "progress", "help"} <= set(menus["default", "en"])
        assert menus["default", ""] == menus["default", "id"]

    async def test_a_mentor_sees_a_mentors(self, server: FakeTelegram, line: Line, sari: Person) -> None:
        await set_menu_for(line.bot, str(SARI), "mentor", "en", load_phrases(PROMPTS))
        names = {command["command"] for command in server.profile.commands[f"chat:{SARI}", ""]}
        assert "help" in names
        assert "checkin" not in names

    async def test_a_menu_that_cannot_be_set_is_only_told(
        self, server: FakeTelegram, line: Line, tmp_path: Path, caplog: pytest.LogCaptureFixture
    ) -> None:
        server.fault("setMyCommands", kind="500")
        await set_menu(line.bot, load_phrases(PROMPTS))
        await set_menu_for(line.bot, "404", "mentee", "id", load_phrases(PROMPTS))
        await set_menu_for(line.bot, str(SARI), "mentee", "id", few_words(tmp_path))
        assert caplog.text.count("menu of commands could not be set") == 3
        assert len(server.profile.commands) == 2
