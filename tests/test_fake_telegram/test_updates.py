"""What people do reaches the bot as Telegram would deliver it."""

import asyncio
import time

import pytest
from telegram import Bot, ReplyKeyboardMarkup
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    Forbidden,
)

from tests.fakes.telegram_people import PIXEL, Person
from tests.fakes.telegram_server import FakeTelegram
from tests.test_fake_telegram.conftest import SARI, YES, texts


async def test_a_group_that_moved_tells_its_new_id(server: FakeTelegram, bot: Bot, sari: Person) -> None:
    old = server.group(-4_000_000_001, type="group")
    sari.writes("hello", chat=old)
    new = old.migrates(-1_002_000_000_001)
    with pytest.raises(ChatMigrated) as moved:
        await bot.send_message(old.id, "x")
    await bot.send_message(moved.value.new_chat_id, "x")
    new.removes_bot(sari)
    with pytest.raises(Forbidden, match="kicked from the supergroup"):
        await bot.send_message(new.id, "x")
    updates = await bot.get_updates()
    messages = [update.message for update in updates if update.message]
    assert [(m.text, m.migrate_to_chat_id) for m in messages] == [("hello", None), (None, new.id), (None, None)]
    assert (messages[-1].migrate_from_chat_id, bool(updates[-1].my_chat_member)) == (old.id, True)


async def test_a_long_poll_answers_as_soon_as_there_is_news(bot: Bot, sari: Person) -> None:
    poll = asyncio.create_task(bot.get_updates(timeout=20))
    await asyncio.sleep(0.05)
    begun = time.monotonic()
    await asyncio.to_thread(sari.writes, "halo")
    (update,) = await poll
    assert update.effective_user
    assert (texts([update]), update.effective_user.language_code) == (["halo"], "id")
    assert time.monotonic() - begun < 1


async def test_only_an_offset_confirms(server: FakeTelegram, bot: Bot, sari: Person) -> None:
    for text in "abc":
        sari.writes(text)
    first = await bot.get_updates(limit=2)
    assert [u.update_id for u in await bot.get_updates()][:2] == [u.update_id for u in first]
    rest = await bot.get_updates(offset=first[-1].update_id + 1)
    assert texts(rest) == ["c"]
    assert texts(await bot.get_updates(offset=rest[-1].update_id + 1)) == []
    server.wait_confirmed(timeout=0.1)
    assert server.redeliver(first[0].update_id) == 1
    assert texts(await bot.get_updates(offset=rest[-1].update_id + 1)) == ["a"]


async def test_a_second_poll_ends_the_first_with_a_conflict(bot: Bot, sari: Person) -> None:
    first = asyncio.create_task(bot.get_updates(timeout=20))
    await asyncio.sleep(0.05)
    second = asyncio.create_task(bot.get_updates(timeout=20))
    with pytest.raises(Conflict, match="terminated by other getUpdates request"):
        await first
    sari.writes("x")
    assert texts(await second) == ["x"]


async def test_only_wanted_kinds_are_delivered(bot: Bot, sari: Person) -> None:
    await bot.get_updates(allowed_updates=["callback_query"])
    sari.writes("unwanted")
    await bot.send_message(SARI, "?", reply_markup=YES)
    sari.taps("Yes")
    assert [bool(update.callback_query) for update in await bot.get_updates()] == [True]


async def test_a_tap_is_answered_once_and_in_time(server: FakeTelegram, bot: Bot, sari: Person) -> None:
    await bot.send_message(SARI, "?", reply_markup=YES)
    query_id = sari.taps("No")
    (update,) = await bot.get_updates()
    assert update.callback_query
    assert update.callback_query.data == "a:2"
    await bot.answer_callback_query(query_id, "noted")
    assert (sari.toasts, sari.answer_to(query_id)["text"]) == (["noted"], "noted")
    with pytest.raises(BadRequest, match="Query is too old"):
        await bot.answer_callback_query(query_id)
    server.query_lifetime = 0
    with pytest.raises(BadRequest, match="Query is too old"):
        await bot.answer_callback_query(sari.taps(lambda button: button.data == "a:1"))


async def test_stale_buttons_and_missing_ones(bot: Bot, sari: Person) -> None:
    old = await bot.send_message(SARI, "old", reply_markup=YES)
    await bot.delete_message(SARI, old.message_id)
    with pytest.raises(AssertionError, match="no button 'Yes'"):
        sari.taps("Yes")
    sari.taps_data("a:1", old.message_id)
    (update,) = await bot.get_updates()
    assert update.callback_query
    assert update.callback_query.message
    assert not update.callback_query.message.is_accessible


async def test_a_key_of_the_reply_keyboard_writes_its_label(bot: Bot, sari: Person) -> None:
    await bot.send_message(SARI, "?", reply_markup=ReplyKeyboardMarkup([["Today", "Later"]]))
    assert sari.keyboard == ["Today", "Later"]
    sari.taps("Later")
    assert texts(await bot.get_updates()) == ["Later"]


async def test_everything_a_person_can_send_is_understood(server: FakeTelegram, bot: Bot, sari: Person) -> None:
    sari.edits(sari.writes("teh"), "the")
    server.channel(-1_003_000_000_001).posts("news")
    sari.sends_sticker()
    sari.sends_voice()
    sari.sends_photo("me")
    sari.sends_contact()
    sari.sends_location(-6.2, 106.8)
    sari.sends_poll("When?", "now", "later")
    sari.forwards("wise words", server.person(7_000_000_003, "Ani"))
    sari.forwards("hidden", "Someone")
    group = server.group(-1_002_000_000_009)
    sari.writes("hello everyone", chat=group)
    updates = await bot.get_updates()
    kinds = [next(iter(update.to_dict().keys() - {"update_id"})) for update in updates]
    assert kinds == ["message", "edited_message", "channel_post", *["message"] * 9]
    assert group.screen[0].text == "hello everyone"


async def test_privacy_mode_hides_what_is_not_meant_for_the_bot(server: FakeTelegram, bot: Bot, sari: Person) -> None:
    server.privacy_mode = True
    group = server.group(-1_002_000_000_009)
    asked = await bot.send_message(group.id, "How are you?")
    for text in ("chat among people", "/stats", "hi @tuntun_bot"):
        sari.writes(text, chat=group)
    sari.writes("fine", chat=group, reply_to=group.messages[asked.message_id])
    assert texts(await bot.get_updates()) == ["/stats", "hi @tuntun_bot", "fine"]


async def test_a_message_can_be_from_another_time(bot: Bot, sari: Person) -> None:
    sari.writes("yesterday", date=1_800_000_000)
    (update,) = await bot.get_updates()
    assert update.message
    assert update.message.date.timestamp() == 1_800_000_000


async def test_files_go_both_ways(bot: Bot, sari: Person) -> None:
    sari.sends_document("pairs.csv", b"a;b\n", mime="text/csv")
    (update,) = await bot.get_updates()
    assert update.message
    assert update.message.document
    assert await (await update.message.document.get_file()).download_as_bytearray() == b"a;b\n"
    sent = await bot.send_document(SARI, b"%PDF", filename="report.pdf", caption="<i>r</i>", parse_mode="HTML")
    assert sent.document
    assert (sent.document.file_name, sent.caption) == ("report.pdf", "r")
    again = await bot.send_document(SARI, sent.document.file_id)
    assert again.document == sent.document
    assert (await bot.send_photo(SARI, PIXEL, reply_markup=YES)).photo[0].width == 1
    for wrong in (b"no picture", b""):
        with pytest.raises(BadRequest):
            await bot.send_photo(SARI, wrong)


async def test_waiting_ends_with_the_screen_in_the_message(bot: Bot, sari: Person) -> None:
    await bot.send_message(SARI, "hello", reply_markup=YES)
    assert sari.sees("hell").labels == ["Yes", "No"]
    sari.writes("and now?")
    with pytest.raises(AssertionError, match=r"(?s)bot #2> hello \[Yes\] \[No\].*person #3> and now\?"):
        sari.sees("hello", timeout=0.05)
    waiting = asyncio.create_task(asyncio.to_thread(sari.sees, "this"))
    await bot.send_message(SARI, "this")
    assert (await waiting).text == "this"
