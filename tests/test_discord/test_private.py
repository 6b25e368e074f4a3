"""Private messages: closed ones, those of an absent bot, and how carefully they are sent."""

import asyncio
from collections import Counter
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from adapters.discord.sender import DiscordSender, fetcher
from adapters.discord.threads import Places
from bot.effects import TellPerson
from bot.messages import Attachment, Incoming, Screen, say
from bot.ports import Lost
from bot.talk.rendering import Shown, render
from storage import tables
from tests.test_discord.hall import Hall, buttons, paired, texts


def tell(place: Hall, person: int, key: str = "cannot-skip") -> None:
    place.town.apply(person, TellPerson(person, Screen((say(key),))), Incoming("", "", "", "", "other", place.town.now))


async def test_every_private_message_has_a_nonce_and_calls_nobody(place: Hall) -> None:
    budi = place.env.create_user("budi")
    person = await place.member(budi, "Budi")
    tell(place, person)
    await place.delivered()
    sent = place.wrote("POST", "/messages")[-1].json
    row = place.town.rows(tables.Outbox)[-1]
    assert sent["nonce"] == f"{row.id}.0"
    assert sent["enforce_nonce"] is True
    assert sent["allowed_mentions"]["parse"] == []
    assert not sent["allowed_mentions"].get("users")


async def test_a_message_nobody_knows_the_end_of_goes_again_with_the_same_nonce(place: Hall) -> None:
    budi = place.env.create_user("budi")
    person = await place.member(budi, "Budi")
    place.env.inject_error("POST", "/channels/*/messages", status=500, times=1)
    tell(place, person)
    await place.courier.drain()
    assert place.town.rows(tables.Outbox)[-1].state == "waiting"
    place.town.now += timedelta(minutes=1)
    await asyncio.sleep(1.1)
    await place.delivered()
    first, second = (entry.json["nonce"] for entry in place.wrote("POST", "/messages")[-2:])
    assert first == second
    assert place.town.rows(tables.Outbox)[-1].state == "sent"


async def test_a_message_waits_while_the_connection_is_made_anew(place: Hall) -> None:
    budi = place.env.create_user("budi")
    tell(place, await place.member(budi, "Budi"))
    await place.client.close()
    await place.courier.drain()
    assert place.town.rows(tables.Outbox)[-1].state == "waiting"
    await place.restarts()
    place.town.now += timedelta(minutes=1)
    await place.delivered()
    assert place.town.rows(tables.Outbox)[-1].state == "sent"


async def test_closed_messages_are_called_for_in_the_thread_and_kept(place: Hall) -> None:
    guild = place.env.create_guild()
    channel = guild.create_text_channel("pasangan")
    budi = guild.add_member(place.env.create_user("budi"))
    person = await place.member(budi.user, "Budi")
    sari = await place.member(place.env.create_user("sari"), "Sari", "mentee")
    pair = paired(place.town, "Budi", "Sari")
    boss = await owner_sets_up(place, guild, channel)
    place.env.inject_error("POST", f"/channels/{budi.user.dm_channel.id}/messages", status=403, code=50007, times=None)
    tell(place, person, "cannot-skip")
    await place.delivered()
    assert place.town.rows(tables.Account, person_id=person)[0].reach == "dm_closed"
    thread = next(thread for thread in channel.threads if str(pair) in str(thread.name))
    knock = thread.last_message
    assert knock is not None
    assert budi.mention in knock.content
    assert "dijawab" not in "".join(texts(thread))
    assert any("Pesan langsung" in text for text in texts(boss.dm_channel))
    assert sari != person
    # and what was kept comes as soon as they write in the server
    await budi.slash(channel, "help")
    await place.delivered()
    assert any("dijawab" in text for text in texts(channel, budi))


async def owner_sets_up(place: Hall, guild: Any, channel: Any) -> Any:
    boss = guild.add_member(guild.owner)
    if not place.town.rows(tables.Account, external_id=str(guild.owner.id)):
        await place.member(guild.owner, "Rina", "owner")
    await boss.slash(channel, "setup", channel=channel)
    await place.delivered()
    return guild.owner


async def test_what_was_written_meanwhile_is_read_at_the_start_once(place: Hall) -> None:
    budi = place.env.create_user("budi")
    await place.member(budi, "Budi")
    await budi.send_dm("/bahasa")
    await place.delivered()
    shown = budi.dm_channel.last_message
    assert shown is not None
    assert buttons(shown)
    await place.passes(hours=1)

    async def deaf(message: object) -> None:
        """Away."""

    place.client.on_message = deaf  # type: ignore[method-assign]
    await budi.send_dm("English")
    await place.delivered()
    assert place.town.rows(tables.Person, name="Budi")[0].locale == "id"
    await place.restarts()
    await place.env.settle()
    await place.delivered()
    assert place.town.rows(tables.Person, name="Budi")[0].locale == "en"
    before = place.town.count(tables.Outbox)
    await place.restarts()
    await place.delivered()
    assert place.town.count(tables.Outbox) == before


async def test_ready_three_times_doubles_nothing(place: Hall) -> None:
    budi = place.env.create_user("budi")
    await place.member(budi, "Budi")
    await budi.send_dm("/bantuan")
    await place.delivered()
    synced = len(place.wrote("PUT", "/commands"))
    before = place.town.count(tables.Outbox)
    assert synced == 1
    for _ in range(3):
        place.client.dispatch("disconnect")
        place.client.dispatch("ready")
        await place.env.settle()
    await place.delivered()
    assert place.town.count(tables.Outbox) == before
    await place.restarts()
    assert len(place.wrote("PUT", "/commands")) == synced


async def test_private_conversations_are_opened_slowly(place: Hall) -> None:
    people = [await place.member(place.env.create_user(f"m{number}"), f"M{number}") for number in range(6)]
    place.places = Places(lambda: place.client, place.rooms, every=1000.0, at_once=3)
    sender = DiscordSender(lambda: place.client, place.places, lambda: place.town.now, lambda _: b"")
    before = len(place.wrote("POST", "/users/@me/channels"))
    for person in people:
        tell(place, person)
    waiting = await place.post.claim("discord", 10, ())
    outcomes = [await sender.send(parcel, Shown(("halo",))) for parcel in waiting]
    assert Counter(outcome.kind for outcome in outcomes) == {"sent": 3, "later": 3}
    assert not any(outcome.wait for outcome in outcomes)  # nobody else waits for it
    assert len(place.wrote("POST", "/users/@me/channels")) <= before + 3


async def test_a_partners_file_is_fetched_and_uploaded(place: Hall) -> None:
    budi = place.env.create_user("budi")
    person = await place.member(budi, "Budi")
    content = {"platform": "telegram", "kind": "voice", "ref": "abc", "name": "suara.ogg", "size": 5}
    screen = Screen((say("cannot-skip"),), attachment=Attachment("relay", "suara.ogg", content))
    place.town.apply(person, TellPerson(person, screen), Incoming("", "", "", "", "other", place.town.now))

    async def fetch(platform: str, ref: str) -> bytes:
        assert (platform, ref) == ("telegram", "abc")
        return b"hello"

    sender = DiscordSender(lambda: place.client, place.places, lambda: place.town.now, lambda _: b"", fetch)
    (parcel,) = await place.post.claim("discord", 1, ())
    shown = render(parcel, place.town.house.phrases, place.town.now)
    outcome = await sender.send(replace(parcel, silent=True), shown)
    assert outcome.kind == "sent"
    sent = budi.dm_channel.last_message
    assert sent is not None
    assert [file.filename for file in sent.attachments] == ["suara.ogg"]
    with place.env.time_context():
        there = fetcher(lambda: place.client)
        ref = f"{budi.dm_channel.id}/{sent.id}/{sent.attachments[0].id}"
        assert await there(ref) == b"hello"
        with pytest.raises(Lost):
            await there(f"{budi.dm_channel.id}/{sent.id}/1")


async def test_a_file_that_is_gone_is_refused_and_one_that_is_away_waits(place: Hall) -> None:
    budi = place.env.create_user("budi")
    person = await place.member(budi, "Budi")
    content = {"platform": "telegram", "kind": "photo", "ref": "abc", "name": "a.jpg", "size": 5}
    screen = Screen((say("cannot-skip"),), attachment=Attachment("relay", "a.jpg", content))
    place.town.apply(person, TellPerson(person, screen), Incoming("", "", "", "", "other", place.town.now))
    (parcel,) = await place.post.claim("discord", 1, ())
    shown = render(parcel, place.town.house.phrases, place.town.now)
    for error, kind in ((Lost("gone"), "refused"), (OSError("away"), "later")):

        async def fetch(platform: str, ref: str, error: Exception = error) -> bytes:
            raise error

        sender = DiscordSender(lambda: place.client, place.places, lambda: place.town.now, lambda _: b"", fetch)
        assert (await sender.send(parcel, shown)).kind == kind
