"""Whatever a person does on Telegram is understood, bounded, and never an error."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from telegram import Update

from adapters.telegram.line import Line
from adapters.telegram.reading import read_unknown, read_update
from bot.messages import MAX_TEXT, Incoming
from tests.fakes.telegram_people import Person
from tests.fakes.telegram_server import FakeTelegram

NOW = datetime(2026, 11, 24, 5, 0, tzinfo=UTC)
USER = {"id": 5_000_000_001, "is_bot": False, "first_name": "Sari", "language_code": "id"}
CHAT = {"id": 5_000_000_001, "type": "private"}
GROUP = {"id": -1_002_000_000_009, "type": "supergroup", "title": "Mentors"}
MESSAGE: dict[str, Any] = {"message_id": 7, "date": 1_795_000_000, "chat": CHAT, "from": USER}


def read(**update: Any) -> Incoming | None:
    return read_update(Update.de_json({"update_id": 700_000_001, **update}, None), NOW, "tuntun_bot")


def message(**body: Any) -> Incoming | None:
    return read(message=MESSAGE | body)


async def seen(line: Line, server: FakeTelegram) -> Sequence[Incoming | None]:
    async with line.bot as bot:
        updates = await bot.get_updates(
            allowed_updates=["message", "edited_message", "callback_query", "my_chat_member"]
        )
    return [read_update(update, NOW) for update in updates]


async def test_everything_a_person_can_send_has_a_kind(server: FakeTelegram, line: Line, sari: Person) -> None:
    sari.edits(sari.writes("teh"), "the")
    sari.sends_sticker()
    sari.sends_voice()
    sari.sends_photo()
    sari.sends_photo("with words")
    sari.sends_document("cv.pdf", b"%PDF")
    sari.sends_contact()
    sari.sends_location(-6.2, 106.8)
    sari.sends_poll("When?", "now", "later")
    sari.forwards("wise words", "Someone")
    sari.writes("/stats", chat=server.group(-1_002_000_000_009))
    sari.blocks()
    sari.unblocks()
    found = await seen(line, server)
    assert [(each.kind, each.text, each.what) for each in found if each] == [
        ("text", "teh", ""),
        ("edit", "the", ""),
        ("other", "", "sticker"),
        ("other", "", "voice"),
        ("other", "", "photo"),
        ("text", "with words", ""),
        ("other", "", "document"),
        ("other", "", "contact"),
        ("place", "", "place"),
        ("other", "", "poll"),
        ("text", "wise words", "forwarded"),
        ("group", "/stats", ""),
        ("blocked", "", ""),
        ("unblocked", "", ""),
    ]
    place = found[8]
    assert place
    assert place.place == (-6.2, 106.8)


async def test_a_tap_names_its_message_even_when_that_is_gone(server: FakeTelegram, line: Line, sari: Person) -> None:
    sari.taps_data("c:1:percent-2:75", 4711)
    (tap,) = await seen(line, server)
    assert tap == Incoming(
        "telegram", "700000002", "5000000001", "5000000001", "tap", NOW,
        data="c:1:percent-2:75", message="4711", name="Sari", locale="id",
    )  # fmt: skip


def test_a_message_tells_who_where_and_when() -> None:
    assert message(text="halo") == Incoming(
        "telegram", "700000001", "5000000001", "5000000001", "text", datetime.fromtimestamp(1_795_000_000, UTC),
        text="halo", message="7", name="Sari", locale="id",
    )  # fmt: skip


def test_what_is_kept_is_bounded_and_can_be_stored() -> None:
    long = message(text="x" * 10_000)
    odd = message(text="a\x00b\ud83d", **{"from": USER | {"first_name": "S\u202ea" * 99, "language_code": "x" * 99}})
    assert long
    assert odd
    assert len(long.text) == MAX_TEXT
    assert (odd.text, odd.text.encode()) == ("ab?", b"ab?")
    assert (odd.name[:4], len(odd.name), len(odd.locale)) == ("SaSa", 64, 16)


def test_a_tap_carries_no_more_than_a_button_can() -> None:
    query = {"id": "1", "from": USER, "chat_instance": "1"}
    cut = read(callback_query=query | {"data": "я" * 40})
    assert cut
    assert (cut.data, cut.chat, cut.message) == ("я" * 32, "5000000001", "")
    assert read(callback_query=query | {"game_short_name": "chess"}) is None


def test_in_a_group_only_words_that_may_be_for_us_are_heard() -> None:
    assert message(chat=GROUP, sticker=STICKER) is None
    assert message(chat=GROUP, text="/stats@other_bot now") is None
    for text in ("/stats@Tuntun_Bot", "/stats", "hi @other_bot"):
        heard = message(chat=GROUP, text=text)
        assert heard
        assert (heard.kind, heard.chat, heard.account) == ("group", "-1002000000009", "5000000001")
    tap = read(
        callback_query={
            "id": "1",
            "from": USER,
            "chat_instance": "1",
            "data": "x",
            "message": MESSAGE | {"chat": GROUP},
        }
    )
    assert tap
    assert (tap.kind, tap.data) == ("group", "")


FILE = {"file_id": "a", "file_unique_id": "b"}
STICKER = FILE | {"type": "regular", "width": 1, "height": 1, "is_animated": False, "is_video": False}


@pytest.mark.parametrize(
    ("body", "what"),
    [
        ({"sticker": STICKER, "effect_id": "5"}, "sticker"),
        ({"animation": FILE | {"width": 1, "height": 1, "duration": 1}, "document": FILE}, "video"),
        ({"dice": {"emoji": "🎲", "value": 3}}, "sticker"),
        ({"audio": FILE | {"duration": 3}}, "voice"),
        ({"video_note": FILE | {"length": 1, "duration": 1}}, "video"),
        ({"something_of_next_year": {"a": 1}}, "other"),
    ],
)
def test_things_without_words_are_called_by_what_they_are(body: dict[str, Any], what: str) -> None:
    found = message(**body)
    assert found
    assert (found.kind, found.what) == ("other", what)


def test_a_venue_is_a_place() -> None:
    spot = {"latitude": -6.2, "longitude": 106.8}
    found = message(venue={"location": spot, "title": "Library", "address": "Street"}, location=spot)
    assert found
    assert (found.kind, found.place) == ("place", (-6.2, 106.8))


@pytest.mark.parametrize(
    "update",
    [
        {},
        {"poll_answer": {"poll_id": "1", "option_ids": [0], "option_persistent_ids": ["0"], "user": USER}},
        {"channel_post": {"message_id": 1, "date": 1, "chat": {"id": -100, "type": "channel"}, "text": "x"}},
        {"message": MESSAGE | {"message_auto_delete_timer_changed": {"message_auto_delete_time": 5}}},
        {"message": {**MESSAGE, "from": USER | {"is_bot": True}, "text": "x"}},
        {"message": {key: part for key, part in MESSAGE.items() if key != "from"} | {"text": "x"}},
        {"message": MESSAGE | {"chat": GROUP, "migrate_to_chat_id": -100_5}},
        {"edited_message": MESSAGE | {"edit_date": 1, "location": {"latitude": 1, "longitude": 2}}},
        {"edited_message": MESSAGE | {"chat": GROUP, "edit_date": 1, "text": "x"}},
    ],
)
def test_what_asks_for_no_answer_gets_none(update: dict[str, Any]) -> None:
    assert read(**update) is None


def test_of_what_cannot_be_read_the_sender_is_known() -> None:
    unknown = {"update_id": 5, "message": {"from": {"id": 1}, "chat": {"id": 1, "type": "private"}, "odd": True}}
    found = read_unknown(unknown, NOW)
    assert found
    assert (found.event, found.account, found.kind) == ("5", "1", "other")
    for worse in ({}, {"message": 3}, {"message": {"from": None}}, {"update_id": 1, "message": {"from": {"id": 1}}}):
        assert read_unknown(worse, NOW) is None


text = st.text(max_size=20)
json = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**15), 10**15) | text,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(text, inner, max_size=3),
    max_leaves=5,
)
bodies = st.fixed_dictionaries(
    {},
    optional={
        "text": text,
        "caption": text,
        "chat": st.sampled_from([CHAT, GROUP, {"id": -1, "type": "channel"}]),
        "sticker": st.just(STICKER),
        "location": st.just({"latitude": 1.0, "longitude": 2.0}),
        "new_chat_title": text,
        "unknown": json,
        "edit_date": st.integers(0, 2**31),
    },
)


@given(
    bodies, st.sampled_from(["message", "edited_message", "channel_post", "edited_channel_post", "business_message"])
)
def test_no_message_is_an_error(body: dict[str, Any], kind: str) -> None:
    read(**{kind: MESSAGE | body})
