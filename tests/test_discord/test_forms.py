"""A page of questions as one form: opened, filled in, over a restart, and when it takes too long to look up."""

import time
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from adapters.discord import forms
from adapters.discord.gateway import Desk, Gateway
from adapters.discord.threads import Places
from bot.effects import Effect, Tell
from bot.mentoring.people import Facts
from bot.messages import Screen, say
from bot.rooms import Blank
from bot.talk.choices import Choice, Several
from bot.talk.questions import Option, Text
from bot.talk.talk import Flow, Talk
from storage import tables
from storage.rooms import StoredRooms
from tests.test_discord.hall import Hall, buttons, hall, said
from tests.town import Town, furnished

DAYS = tuple(Option(day, say("either", id=day, en=day)) for day in ("mon", "tue", "wed"))


def survey(talk: Talk, facts: Facts) -> list[Effect]:
    """Three questions on one page."""
    text = say("either", id="Apa kabar minggu ini, dan apa yang paling membantu menurutmu?", en="How was it?")
    days = Several(key="days", text=say("either", id="Hari apa?", en="Which days?"), choices=DAYS)
    day = Choice(key="day", text=say("either", id="Hari terbaik?", en="Best day?"), choices=DAYS)
    words, best, chosen = talk.ask_page([Text(key="words", text=text), day, days])
    told = f"{words}, {best}, {' '.join(chosen)}"
    return [Tell(Screen((say("either", id=told, en=told),)))]


@pytest.fixture
async def place(tmp_path: Path) -> AsyncIterator[Hall]:
    house = furnished()
    town = Town(tmp_path, replace(house, flows={**house.flows, "survey": Flow("survey", survey)}))
    town.programme()
    async with hall(town) as place:
        yield place
    town.close()


async def asked(place: Hall) -> tuple[Any, Any]:
    budi = place.env.create_user("budi")
    await place.member(budi, "Budi")
    await budi.send_dm("/bantuan")
    await place.delivered()
    town = place.town
    place.submit(replace(said(town, budi.id, ""), kind="tap", data="go:survey")).result(10)
    await place.delivered()
    return budi, budi.dm_channel.last_message


async def opened(place: Hall) -> tuple[Any, Any]:
    budi, message = await asked(place)
    data = next(data for data in buttons(message).values() if data.startswith("m:"))
    return budi, await budi.click(message, custom_id=data)


async def test_a_form_shows_all_questions_and_takes_all_answers(place: Hall) -> None:
    budi, result = await opened(place)
    assert result.modal["custom_id"].startswith("M:")
    await budi.submit_modal(result, {"words": "Lancar", "day": ["tue"], "days": ["mon", "wed"]})
    await place.delivered()
    assert "Lancar, tue, mon wed" in budi.dm_channel.last_message.content


async def test_a_form_opened_before_a_restart_is_taken_after_it(place: Hall) -> None:
    budi, result = await opened(place)
    await place.restarts()
    await budi.submit_modal(result, {"words": "Lancar", "day": ["tue"], "days": ["mon"]})
    await place.delivered()
    assert "Lancar, tue, mon" in budi.dm_channel.last_message.content


async def test_questions_without_a_form_are_asked_one_by_one(place: Hall) -> None:
    budi, message = await asked(place)
    place.rooms.page = lambda account, talk: ()  # type: ignore[method-assign]
    data = next(data for data in buttons(message).values() if data.startswith("m:"))
    result = await budi.click(message, custom_id=data)
    assert result.modal is None
    assert result.acknowledged
    await place.delivered()
    assert "Apa kabar" in budi.dm_channel.last_message.content


async def test_a_form_that_takes_too_long_to_look_up_is_none(town: Town) -> None:
    """On a real clock: simcord lets a thread finish before it lets a time-out pass."""

    class Slow(StoredRooms):
        def page(self, account: str, talk: int) -> tuple[Blank, ...]:
            time.sleep(1.5)
            return (Blank("a", "b"),)

    rooms = Slow(town.writer, town.database, lambda: town.now)
    desk = Desk(town.writer.submit, lambda: town.now, rooms, town.house.phrases)
    gateway = Gateway(desk, Places(lambda: gateway, rooms))
    began = time.monotonic()
    assert await gateway._peeked("1", 7) == ()
    assert time.monotonic() - began < 1.0


async def test_a_form_of_somebody_else_shows_nothing(place: Hall) -> None:
    budi, _ = await asked(place)
    talk = place.town.rows(tables.Conversation, flow="survey")[0].id
    assert place.rooms.page(str(budi.id), talk)
    assert place.rooms.page("12345", talk) == ()


def test_a_long_question_goes_on_in_the_small_print() -> None:
    shown = forms.modal(7, "x" * 60, (Blank("a", "y" * 80),)).to_dict()
    assert len(shown["title"]) == 45
    label: Any = shown["components"][0]
    assert len(label["label"]) == 45
    assert label["description"] == "y" * 80
