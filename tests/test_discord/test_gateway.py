"""Commands, private messages, buttons and forms, over restarts and slow disks."""

import asyncio
import threading
import time
from concurrent.futures import Future

from bot.mentoring.thread_effects import TellThread
from bot.messages import Button, Incoming, Screen, say
from storage import tables
from tests.test_discord.hall import Hall, buttons, texts
from tests.test_discord.test_threads import ready


async def test_a_command_in_a_server_is_answered_so_that_only_its_person_sees_it(place: Hall) -> None:
    guild = place.env.create_guild()
    square = guild.create_text_channel("umum")
    budi, anna = (guild.add_member(place.env.create_user(name)) for name in ("budi", "anna"))
    await place.member(budi.user, "Budi")
    result = await budi.slash(square, "help")
    assert result.deferred
    assert result.ephemeral
    await place.delivered()
    assert "Budi" in "".join(texts(square, budi)) or "mentor" in "".join(texts(square, budi))
    assert texts(square, anna) == []


async def test_a_private_conversation_with_buttons(place: Hall) -> None:
    budi = place.env.create_user("budi")
    await place.member(budi, "Budi")
    await budi.send_dm("/bahasa")
    await place.delivered()
    shown = budi.dm_channel.last_message
    assert shown is not None
    english = next(label for label in buttons(shown) if "English" in label)
    result = await budi.click(shown, label=english)
    assert result.acknowledged
    await place.delivered()
    assert place.town.rows(tables.Person, name="Budi")[0].locale == "en"


async def test_last_weeks_button_works_after_a_restart(place: Hall) -> None:
    budi = place.env.create_user("budi")
    await place.member(budi, "Budi")
    await budi.send_dm("/bahasa")
    await place.delivered()
    shown = budi.dm_channel.last_message
    assert shown is not None
    await place.passes(days=1)
    await place.restarts()
    assert not place.client.persistent_views
    await budi.click(shown, label=next(label for label in buttons(shown) if "English" in label))
    await place.delivered()
    assert place.town.rows(tables.Person, name="Budi")[0].locale == "en"


async def test_a_slow_database_does_not_keep_discord_waiting(place: Hall) -> None:
    guild = place.env.create_guild()
    square = guild.create_text_channel("umum")
    budi = guild.add_member(place.env.create_user("budi"))
    await place.member(budi.user, "Budi")
    slow, real = 5.0, place.submit

    def dawdle(incoming: Incoming) -> Future[None]:
        future: Future[None] = Future()

        def later() -> None:
            real(incoming).add_done_callback(lambda _: future.set_result(None))

        threading.Timer(slow, later).start()
        return future

    place.submit = dawdle
    began = time.monotonic()
    asking = asyncio.create_task(budi.slash(square, "help"))
    while not any(each.responded for each in place.env.backend.interactions.values()):  # noqa: ASYNC110 - simcord has no event for it
        await asyncio.sleep(0.01)
    assert time.monotonic() - began < 1.0
    await asking
    assert time.monotonic() - began > slow
    await place.delivered()
    assert "".join(texts(square, budi))


async def test_somebody_elses_button_tells_nothing_and_changes_nothing(place: Hall) -> None:
    """In a thread both can tap; what is answered is seen by who taps, and what stands there stays."""
    guild, channel, budi, pair, person = await ready(place)
    anna = guild.add_member(place.env.create_user("anna"))
    await place.member(anna.user, "Anna")
    await budi.slash(channel, "language")
    await place.delivered()
    talk = place.town.rows(tables.Conversation, person_id=person, state="open")[-1]
    data = f"c:{talk.id}:{talk.asked}:en"
    screen = Screen((say("type-other"),), ((Button("English", data), Button("Menu", "p:help")),))
    place.town.apply(1, TellThread(pair, screen))
    await place.delivered()
    thread = channel.threads[0]
    place.env.backend.add_thread_member(thread.id, anna.id)
    shown = thread.last_message
    assert shown is not None
    before = texts(thread)
    result = await anna.click(shown, label="English")
    assert result.ephemeral
    await place.delivered()
    assert [each.content for each in thread.history(viewer=budi)] == before
    assert len(texts(thread, anna)) == len(before) + 1
    for name in ("Budi", "Anna"):
        assert place.town.rows(tables.Person, name=name)[0].locale == "id"
    await budi.click(shown, label="Menu")
    await place.delivered()
    assert thread.history(viewer=anna)[len(before) - 1].content == before[-1]
