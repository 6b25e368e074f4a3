"""What the bot sends, edits and asks: told to python-telegram-bot as Telegram would tell it."""

import httpx
import pytest
from telegram import Bot, BotCommand, BotCommandScopeChat
from telegram import InlineKeyboardButton as Key
from telegram import InlineKeyboardMarkup as Keys
from telegram.error import (
    BadRequest,
    Forbidden,
    InvalidToken,
)

from tests.fakes.telegram_people import PIXEL, Person
from tests.fakes.telegram_server import FakeTelegram
from tests.test_fake_telegram.conftest import SARI, YES, make_bot, texts


async def test_a_message_stands_in_the_chat_as_people_read_it(server: FakeTelegram, bot: Bot, sari: Person) -> None:
    sent = await bot.send_message(SARI, "<b>Hi</b> &lt;3", parse_mode="HTML", reply_markup=YES)
    assert (sari.last.text, sari.last.html, sari.last.labels) == ("Hi <3", "<b>Hi</b> &lt;3", ["Yes", "No"])
    assert (sent.message_id, sent.text, sent.entities[0].type) == (sari.last.message_id, "Hi <3", "bold")
    assert [call.text for call in server.deliveries(sari)] == ["<b>Hi</b> &lt;3"]


async def test_an_edit_replaces_the_text_and_takes_the_buttons_away(bot: Bot, sari: Person) -> None:
    sent = await bot.send_message(SARI, "one", reply_markup=YES)
    await bot.edit_message_text("two", SARI, sent.message_id)
    assert (sari.last.text, sari.last.edited, sari.last.buttons) == ("two", True, [])
    with pytest.raises(BadRequest, match="not modified"):
        await bot.edit_message_text("two", SARI, sent.message_id)


async def test_an_identical_keyboard_is_not_modified(bot: Bot, sari: Person) -> None:
    sent = await bot.send_message(SARI, "one", reply_markup=YES)
    with pytest.raises(BadRequest, match="not modified"):
        await bot.edit_message_reply_markup(SARI, sent.message_id, reply_markup=YES)
    await bot.edit_message_reply_markup(SARI, sent.message_id)
    assert sari.last.buttons == []


async def test_what_cannot_be_edited_is_refused(bot: Bot, sari: Person) -> None:
    with pytest.raises(BadRequest, match="Message to edit not found"):
        await bot.edit_message_text("x", SARI, 4711)
    with pytest.raises(BadRequest, match="can't be edited"):
        await bot.edit_message_text("x", SARI, sari.writes("mine").message_id)
    photo = await bot.send_photo(SARI, PIXEL, caption="chart")
    with pytest.raises(BadRequest, match="no text in the message"):
        await bot.edit_message_text("x", SARI, photo.message_id)


@pytest.mark.parametrize("text", ["a < b", "<p>a</p>", "<b>a", "a</b>", "<b>a</i>", "R&D", "&nbsp;", "<b", "I <3 you"])
async def test_bad_html_is_not_parsed(bot: Bot, sari: Person, text: str) -> None:
    with pytest.raises(BadRequest, match=r"^Can't parse entities: "):
        await bot.send_message(SARI, text, parse_mode="HTML")
    assert (await bot.send_message(SARI, text)).text == text
    assert len(sari.received) == 1


async def test_lengths_count_after_the_entities_are_parsed(bot: Bot, sari: Person) -> None:
    assert len((await bot.send_message(SARI, "<b>" + "&amp;" * 4096 + "</b>", parse_mode="HTML")).text or "") == 4096
    with pytest.raises(BadRequest, match="too long"):
        await bot.send_message(SARI, "x" * 4097)
    for empty in (" \n ", "<b></b>"):
        with pytest.raises(BadRequest, match="must be non-empty"):
            await bot.send_message(SARI, empty, parse_mode="HTML")
    with pytest.raises(BadRequest, match="caption is too long"):
        await bot.send_photo(SARI, PIXEL, caption="x" * 1025)


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        ([[Key("a", callback_data="я" * 33)]], "Button_data_invalid"),
        ([[Key("a")]], "text buttons are unallowed"),
        ([[Key(" ", callback_data="x")]], "button text must be non-empty"),
        ([[Key("a", url="not a link")]], "Button_url_invalid"),
        ([[Key(str(n), callback_data="x")] for n in range(101)], "Reply_markup_too_long"),
        ([[Key(str(n), callback_data="x") for n in range(9)]], "Reply_markup_too_long"),
    ],
)
async def test_a_keyboard_telegram_would_refuse(bot: Bot, sari: Person, rows: list[list[Key]], words: str) -> None:
    with pytest.raises(BadRequest, match=words):
        await bot.send_message(SARI, "x", reply_markup=Keys(rows))
    await bot.send_message(SARI, "x", reply_markup=Keys([[Key("a", callback_data="я" * 32)]]))
    assert len(sari.received) == 1


async def test_who_cannot_be_reached_has_its_own_error(server: FakeTelegram, bot: Bot, sari: Person) -> None:
    server.person(6_000_000_002, "Budi")
    with pytest.raises(Forbidden, match="can't initiate conversation with a user"):
        await bot.send_message(6_000_000_002, "x")
    with pytest.raises(BadRequest, match="Chat not found"):
        await bot.send_message(6_000_000_003, "x")
    sari.blocks()
    with pytest.raises(Forbidden, match="bot was blocked by the user"):
        await bot.send_message(SARI, "x")
    sari.starts("again")
    await bot.send_message(SARI, "back")
    sari.deactivates()
    with pytest.raises(Forbidden, match="user is deactivated"):
        await bot.send_message(SARI, "x")
    updates = await bot.get_updates()
    assert [u.my_chat_member.new_chat_member.status for u in updates if u.my_chat_member] == ["kicked", "member"]
    assert texts(updates)[-1] == "/start again"
    assert [refused.code for refused in server.refused] == [403, 400, 403, 403]


async def test_the_profile_is_kept_by_scope_and_language(server: FakeTelegram, bot: Bot, sari: Person) -> None:
    assert await bot.set_my_commands([BotCommand("help", "Bantuan")], language_code="id")
    scope = BotCommandScopeChat(SARI)
    assert await bot.set_my_commands([BotCommand("stats", "Numbers")], scope=scope)
    assert [command.command for command in await bot.get_my_commands(scope=scope)] == ["stats"]
    assert server.profile.commands.keys() == {("default", "id"), (f"chat:{SARI}", "")}
    assert await bot.delete_my_commands(scope=scope)
    assert await bot.get_my_commands(scope=scope) == ()
    with pytest.raises(BadRequest, match="Bot_command_invalid"):
        await bot.set_my_commands([BotCommand("Check-in", "x")])
    assert await bot.set_my_description("Mentoring")
    assert await bot.set_my_short_description("M", language_code="id")
    assert (await bot.get_my_description(language_code="id")).description == "Mentoring"
    assert await bot.set_my_name("Tuntun")
    assert await bot.delete_webhook()
    assert ((await bot.get_webhook_info()).url, (await bot.get_chat(SARI)).first_name) == ("", "Sari")
    assert await bot.send_chat_action(SARI, "typing")


async def test_wrong_token_and_wrong_method(server: FakeTelegram, bot: Bot) -> None:
    wrong_bot = make_bot(server, "7000000001:wrong")
    with pytest.raises(InvalidToken):
        await wrong_bot.initialize()
    await wrong_bot.shutdown()
    async with httpx.AsyncClient() as client:
        answer = await client.post(f"{server.base_url}{server.token}/sendFlowers", json={"chat_id": SARI})
        wrong = await client.post(f"{server.base_url}x/getMe")
        broken = await client.post(f"{server.base_url}{bot.token}/sendMessage", data={"reply_markup": "{"})
    assert (answer.status_code, wrong.status_code, broken.status_code) == (404, 401, 400)


async def test_json_bodies_work_too(server: FakeTelegram, sari: Person) -> None:
    async with httpx.AsyncClient() as client:
        body = {"chat_id": SARI, "text": "x", "reply_markup": YES.to_dict()}
        answer = await client.post(f"{server.base_url}{server.token}/sendMessage", json=body)
    assert (answer.json()["ok"], sari.last.labels) == (True, ["Yes", "No"])
