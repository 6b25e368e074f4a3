"""Files of partners on Telegram: read from what people send, sent on by their id, fetched, uploaded; and how replies
and silent messages are sent."""

import dataclasses
from datetime import UTC, datetime, time
from functools import partial
from typing import Any

import pytest
from telegram import Update

from adapters.telegram import files
from adapters.telegram.line import Line
from adapters.telegram.reading import read_update
from adapters.telegram.sender import TelegramSender
from bot.mentoring.line import parcel
from bot.messages import Attachment, File, Incoming, Json
from bot.ports import Lost, Outcome, Parcel
from bot.talk.rendering import Key, Shown
from tests.fakes.telegram_people import PIXEL, Person
from tests.fakes.telegram_server import FakeTelegram
from tests.test_telegram.conftest import SARI

NOW = datetime(2026, 11, 24, 5, 0, tzinfo=UTC)
PARCEL = Parcel(
    1, "telegram", str(SARI), {}, "", 1, "id", "Asia/Jakarta", 1, None, NOW, False, (time(21), time(7)), kind="relay"
)
OGG = b"OggS" + bytes(40)
SENT: dict[str, Json] = {
    "voice": {"voice": {"duration": 3}},
    "audio": {"audio": {"duration": 3, "file_name": "lagu.mp3"}},
    "video": {"video": {"duration": 3, "width": 9, "height": 9, "file_name": "klip.mp4"}},
    "video_note": {"video_note": {"duration": 3, "length": 9}},
    "document": {"document": {"file_name": "cv.pdf"}},
    "animation": {"animation": {"duration": 3, "width": 9, "height": 9}, "document": {"file_name": "tari.mp4"}},
}


@pytest.fixture
def budi(server: FakeTelegram) -> Person:
    """Sends what Sari gets."""
    budi = server.person(6_000_000_001, "Budi")
    budi.starts()
    server.updates.drop()
    return budi


async def carry(platform: str, ref: str) -> bytes:
    """What lies on Discord."""
    if ref == "gone":
        raise Lost("404")
    if ref == "slow":
        raise TimeoutError
    assert platform == "discord"
    return {"voice": OGG, "photo": PIXEL}.get(ref, b"%PDF-1.4")


@pytest.fixture
def sender(line: Line) -> TelegramSender:
    return TelegramSender(line.bot, lambda _: PIXEL, between=0.01, carry=carry)


def relay(kind: str, ref: str, platform: str = "telegram", name: str = "") -> Attachment:
    attachment = parcel("Budi", "", File(kind, ref, name, 40), platform).attachment
    assert attachment
    return attachment


def heard(server: FakeTelegram, line: Line) -> Incoming:
    """The newest message as the bot reads it."""
    update: Any = Update.de_json(server.updates.pending[-1], line.bot)
    incoming = read_update(update, NOW)
    assert incoming
    return incoming


class TestReading:
    @pytest.mark.parametrize("kind", list(SENT))
    def test_where_a_file_lies(self, server: FakeTelegram, line: Line, budi: Person, kind: str) -> None:
        upload = server.store(OGG, "x.bin")
        budi.sends({name: upload.json() | more for name, more in SENT[kind].items()})
        (file,) = heard(server, line).files
        assert (file.kind, file.ref, file.size) == (kind, upload.file_id, len(OGG))
        assert file.name == SENT[kind][kind].get("file_name", "")
        assert heard(server, line).kind == "other"

    def test_the_largest_size_of_a_photo_and_its_words(self, server: FakeTelegram, line: Line, budi: Person) -> None:
        small, large = server.store(PIXEL, "s.png"), server.store(PIXEL * 2, "l.png")
        sizes = [small.json() | {"width": 90, "height": 90}, large.json() | {"width": 900, "height": 900}]
        budi.sends({"photo": sizes, "caption": "sketsa"})
        incoming = heard(server, line)
        assert (incoming.kind, incoming.text, incoming.files[0].ref) == ("text", "sketsa", large.file_id)

    def test_what_it_answers(self, server: FakeTelegram, line: Line, budi: Person) -> None:
        first = budi.writes("satu")
        budi.writes("dua", reply_to=first)
        assert heard(server, line).reply_to == str(first.message_id)

    def test_text_has_no_files(self, server: FakeTelegram, line: Line, budi: Person) -> None:
        budi.writes("halo")
        assert heard(server, line).files == ()


class TestSendingOn:
    @pytest.mark.parametrize("kind", list(SENT))
    async def test_from_telegram_to_telegram_by_its_id(
        self, server: FakeTelegram, sender: TelegramSender, sari: Person, kind: str
    ) -> None:
        upload = server.store(OGG, "x.bin")
        outcome = await sender.send(PARCEL, Shown(("<b>Budi</b>",), file=relay(kind, upload.file_id)))
        assert outcome == Outcome("sent", str(sari.last.message_id))
        assert sari.last.body[kind]["file_id"] == upload.file_id
        assert sari.received[-2 if kind == "video_note" else -1].text == "Budi"
        assert not [call for call in server.log if call.method == "getFile"]

    async def test_a_photo_by_its_id(self, server: FakeTelegram, sender: TelegramSender, sari: Person) -> None:
        upload = server.store(PIXEL, "x.png")
        await sender.send(PARCEL, Shown(("Budi",), file=relay("photo", upload.file_id)))
        assert sari.last.body["photo"][0]["file_id"] == upload.file_id

    @pytest.mark.parametrize(("kind", "key"), [("voice", "voice"), ("photo", "photo"), ("document", "document")])
    async def test_from_discord_by_its_bytes(
        self, server: FakeTelegram, sender: TelegramSender, sari: Person, kind: str, key: str
    ) -> None:
        await sender.send(PARCEL, Shown(("Budi",), file=relay(kind, kind, "discord", "dari-budi.pdf")))
        body = sari.last.body[key]
        stored = server.files[(body[0] if isinstance(body, list) else body)["file_id"]]
        assert stored.data == await carry("discord", kind)
        assert sari.last.text == "Budi"

    async def test_a_voice_that_telegram_will_not_take_comes_as_a_file(
        self, sender: TelegramSender, sari: Person
    ) -> None:
        outcome = await sender.send(PARCEL, Shown(("Budi",), file=relay("voice", "other", "discord")))
        assert (outcome.kind, "document" in sari.last.body) == ("sent", True)

    async def test_long_words_go_before_it_with_the_buttons_beneath(self, sender: TelegramSender, sari: Person) -> None:
        keys = ((Key("Balas", "do:talk:1"),),)
        await sender.send(PARCEL, Shown(("kata " * 400,), keys, relay("photo", "photo", "discord")))
        assert [len(shown.text) > 1024 for shown in sari.received] == [True, False]
        assert sari.last.labels == ["Balas"]

    async def test_one_that_is_gone_is_refused_and_a_slow_one_tried_again(
        self, sender: TelegramSender, sari: Person
    ) -> None:
        gone = await sender.send(PARCEL, Shown(("Budi",), file=relay("document", "gone", "discord")))
        slow = await sender.send(PARCEL, Shown(("Budi",), file=relay("document", "slow", "discord")))
        last = await sender.send(
            dataclasses.replace(PARCEL, attempts=5), Shown(("Budi",), file=relay("document", "slow", "discord"))
        )
        assert [gone.kind, slow.kind, last.kind] == ["refused", "later", "refused"]
        assert sari.received == []

    async def test_an_id_that_telegram_has_forgotten(self, sender: TelegramSender, sari: Person) -> None:
        assert (await sender.send(PARCEL, Shown(("Budi",), file=relay("document", "file-99")))).kind == "refused"


class TestFetching:
    async def test_bytes_as_they_were_sent(self, server: FakeTelegram, line: Line, sari: Person) -> None:
        upload = server.store(b"abc" * 1000, "cv.pdf")
        await line.bot.initialize()
        assert await files.fetch(line.bot, upload.file_id) == b"abc" * 1000

    @pytest.mark.parametrize("ref", ["file-99", "large"])
    async def test_what_cannot_be_had(self, server: FakeTelegram, line: Line, sari: Person, ref: str) -> None:
        large = server.store(bytes(20 * 1024**2 + 1), "film.mp4")
        with pytest.raises(Lost):
            await files.fetch(line.bot, large.file_id if ref == "large" else ref)

    async def test_telegram_gives_what_another_sender_asks_for(
        self, server: FakeTelegram, line: Line, sari: Person
    ) -> None:
        upload = server.store(OGG, "suara.ogg")
        held = await files.load(relay("voice", upload.file_id).content | {"platform": "t2"}, _other(line))
        assert held == OGG


def _other(line: Line) -> Any:
    fetch = partial(files.fetch, line.bot)

    async def there(platform: str, ref: str) -> bytes:
        return await fetch(ref)

    return there


class TestManner:
    async def test_a_silent_answer(self, server: FakeTelegram, sender: TelegramSender, sari: Person) -> None:
        mine = sari.writes("jam berapa?")
        silent = dataclasses.replace(PARCEL, silent=True, reply=str(mine.message_id))
        await sender.send(silent, Shown(("<b>Budi</b>\njam 7",)))
        (call,) = server.deliveries()
        assert call.params["disable_notification"]
        assert sari.last.body["reply_to_message"]["message_id"] == mine.message_id

    async def test_an_answer_to_what_is_gone_still_arrives(self, sender: TelegramSender, sari: Person) -> None:
        outcome = await sender.send(dataclasses.replace(PARCEL, reply="4711"), Shown(("halo",)))
        assert outcome.kind == "sent"
