"""/setup, and the thread of each pair: made once, put away, deleted, and its channel lost."""

from typing import Any

import discord

from bot.mentoring.thread_effects import TellThread
from bot.messages import Screen, say
from storage import tables
from tests.test_discord.hall import Hall, paired, texts
from tests.test_discord.test_private import owner_sets_up


async def ready(place: Hall) -> tuple[Any, Any, Any, int, int]:
    """A server that was set up, and a pair in it."""
    guild = place.env.create_guild()
    channel = guild.create_text_channel("pasangan")
    budi = guild.add_member(place.env.create_user("budi"))
    person = await place.member(budi.user, "Budi")
    await place.member(place.env.create_user("sari"), "Sari", "mentee")
    pair = paired(place.town, "Budi", "Sari")
    await owner_sets_up(place, guild, channel)
    return guild, channel, budi, pair, person


def tell(place: Hall, pair: int, *ping: int, key: str = "cannot-skip") -> None:
    place.town.apply(1, TellThread(pair, Screen((say(key),)), ping))


async def test_setup_says_what_is_missing(place: Hall) -> None:
    guild = place.env.create_guild()
    channel = guild.create_text_channel("pasangan")
    boss = guild.add_member(guild.owner)
    await place.member(guild.owner, "Rina", "owner")
    deny = discord.Permissions(create_private_threads=True, attach_files=True)
    for role in place.env.backend.guilds[guild.id].roles.values():
        role.permissions &= ~deny.value
    await place.restarts()
    result: Any = await boss.slash(channel, "setup", channel=channel)
    assert result.ephemeral
    assert "Create Private Threads" in result.response.content
    assert "Attach Files" in result.response.content
    assert "Send Messages" not in result.response.content
    assert place.town.rows(tables.Server) == []


async def test_setup_is_for_those_who_run_the_programme(place: Hall) -> None:
    guild = place.env.create_guild()
    channel = guild.create_text_channel("pasangan")
    boss = guild.add_member(guild.owner)
    result: Any = await boss.slash(channel, "setup", channel=channel)
    assert "isn't connected" in result.response.content
    await place.member(guild.owner, "Budi", "mentor")
    result = await boss.slash(channel, "setup", channel=channel)
    assert "coordinators" in result.response.content
    assert place.town.rows(tables.Server) == []


async def test_each_pair_gets_one_private_thread(place: Hall) -> None:
    _, channel, budi, pair, _ = await ready(place)
    assert [thread.name for thread in channel.threads] == [f"Budi & Sari · {pair}"]
    thread = channel.threads[0]
    assert thread._channel.type == discord.ChannelType.private_thread.value
    assert budi.id in thread._channel.thread_members
    assert place.town.rows(tables.Pair)[0].thread == str(thread.id)
    tell(place, pair)
    await place.delivered()
    await place.restarts()
    tell(place, pair)
    await place.delivered()
    assert len(channel.threads) == 1


async def test_a_thread_calls_exactly_who_is_meant(place: Hall) -> None:
    _, channel, budi, pair, person = await ready(place)
    tell(place, pair, person)
    await place.delivered()
    sent = place.wrote("POST", f"/channels/{channel.threads[0].id}/messages")[-1].json
    assert sent["allowed_mentions"]["users"] == [str(budi.id)] or sent["allowed_mentions"]["users"] == [budi.id]
    assert sent["content"].startswith(budi.mention)
    tell(place, pair)
    await place.delivered()
    sent = place.wrote("POST", f"/channels/{channel.threads[0].id}/messages")[-1].json
    assert not sent["allowed_mentions"].get("users")
    assert budi.mention not in sent["content"]


async def test_a_thread_that_was_put_away_is_brought_back(place: Hall) -> None:
    _, channel, _, pair, _ = await ready(place)
    thread = channel.threads[0]
    place.env.inject_error("POST", f"/channels/{thread.id}/messages", status=400, code=50083, times=1)
    tell(place, pair)
    await place.delivered()
    assert place.wrote("PATCH", f"/channels/{thread.id}")[-1].json["archived"] is False
    assert "dijawab" in texts(thread)[-1]


async def test_a_thread_that_was_deleted_is_made_anew(place: Hall) -> None:
    _, channel, _, pair, _ = await ready(place)
    place.env.backend.delete_channel(channel.threads[0].id)
    tell(place, pair)
    await place.delivered()
    assert len(channel.threads) == 1
    assert "dijawab" in texts(channel.threads[0])[-1]


async def test_when_the_channel_is_gone_the_message_is_kept_and_somebody_hears_of_it(place: Hall) -> None:
    guild, channel, _, pair, _ = await ready(place)
    place.env.backend.delete_channel(channel.threads[0].id)
    place.env.backend.delete_channel(channel.id)
    tell(place, pair)
    await place.delivered()
    assert place.town.rows(tables.Server)[0].state == "channel_gone"
    assert sum("dihapus" in text for text in texts(guild.owner.dm_channel)) == 1
    tell(place, pair)
    await place.delivered()
    other = guild.create_text_channel("baru")
    await owner_sets_up(place, guild, other)
    await place.delivered()
    said = texts(other.threads[0])
    assert sum("dijawab" in text for text in said) == 2


async def test_what_is_written_in_a_thread_is_heard_as_such(place: Hall) -> None:
    _, channel, budi, _, _ = await ready(place)
    heard = []
    real = place.submit

    def listen(incoming: Any) -> Any:
        heard.append(incoming)
        return real(incoming)

    place.submit = listen
    await budi.send(channel.threads[0], "Halo Sari")
    await budi.send(channel, "bukan untuk bot")
    assert [(each.kind, each.chat, each.text) for each in heard] == [
        ("thread", f"channel:{channel.threads[0].id}", "Halo Sari")
    ]
