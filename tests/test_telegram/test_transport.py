"""python-telegram-bot's calls over aiohttp: opened by the first call, closed for good, opened again when told."""

import pytest
from telegram.error import NetworkError

from adapters.telegram.line import Line
from tests.fakes.telegram_people import Person
from tests.fakes.telegram_server import FakeTelegram
from tests.test_telegram.conftest import SARI


async def test_a_closed_line_sends_nothing_until_it_is_opened_again(line: Line, sari: Person) -> None:
    await line.bot.send_message(SARI, "one")
    await line.bot.request.shutdown()
    with pytest.raises(NetworkError, match="closed"):
        await line.bot.send_message(SARI, "two")
    await line.bot.request.initialize()
    await line.bot.send_message(SARI, "three")
    assert [each.text for each in sari.received] == ["one", "three"]


async def test_a_file_goes_up_beside_its_words(line: Line, sari: Person) -> None:
    await line.bot.send_document(
        SARI, b"a;b\n1;2\n", caption="Ini daftarnya: \u201cpasangan\u201d & <b>", filename="daftar å.csv"
    )
    assert (sari.last.body["document"]["file_name"], sari.last.text) == (
        "daftar å.csv",
        "Ini daftarnya: \u201cpasangan\u201d & <b>",
    )


async def test_the_name_of_a_file_adds_no_line_of_its_own(line: Line, sari: Person) -> None:
    await line.bot.send_document(SARI, b"x", filename='a"\r\nContent-Type: text/html\r\n\r\n.csv')
    assert sari.last.body["document"]["file_name"] == 'a"__Content-Type: text/html____.csv'


async def test_an_error_names_no_token(server: FakeTelegram, line: Line, sari: Person) -> None:
    with server.outage(), pytest.raises(NetworkError) as failed:
        await line.bot.send_message(SARI, "x")
    assert server.token not in str(failed.value)
