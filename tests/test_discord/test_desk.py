"""The coordinators' desk on Discord, in English: each command in a server is answered for its person's eyes alone,
within what Discord takes."""

from __future__ import annotations

import asyncio
from typing import Any

import discord
from sqlalchemy import update

from storage import tables
from storage.rows import table
from tests.test_discord.hall import Hall, paired

NAMES = ("help", "stats", "person", "pairs", "at_risk", "match", "programme", "export", "pending", "inbox", "audit")
ROWS, LABEL, TEXT = 5, 80, 2000


async def owner(place: Hall) -> Any:
    """Rina, who owns the programme, at home in English."""
    rina = place.env.create_user("rina")
    person = await place.member(rina, "Rina", "coordinator")
    members, people = table(tables.Membership), table(tables.Person)
    owns = update(members).where(members.c.person_id == person).values(role="owner")
    speaks = update(people).where(people.c.id == person).values(locale="en")
    place.town.writer.do(lambda c: c.execute(owns).rowcount + c.execute(speaks).rowcount).result(10)
    return rina


async def answered(place: Hall, who: Any, channel: Any, name: str) -> discord.Message:
    """What a command is answered with in the end."""
    await who.slash(channel, name)
    await _done(place)
    found: list[discord.Message] = channel.history(viewer=who.user)
    return found[-1]


async def _done(place: Hall) -> None:
    """What was asked for is made and brought."""
    await place.delivered()
    await asyncio.to_thread(place.town.worker.drain)
    await place.delivered()


def within(message: discord.Message) -> None:
    """What Discord would refuse otherwise."""
    assert 0 < len(message.content) <= TEXT
    assert len(message.components) <= ROWS
    for row in message.components:
        assert isinstance(row, discord.ActionRow)
        for child in row.children:
            if isinstance(child, discord.Button):
                assert len(child.label or "") <= LABEL


async def test_every_command_of_the_desk_is_answered_to_its_person_alone(place: Hall) -> None:
    guild = place.env.create_guild()
    square = guild.create_text_channel("square")
    rina, dewi = guild.add_member(await owner(place)), guild.add_member(place.env.create_user("dewi"))
    for name, role in (("Budi", "mentor"), ("Sari", "mentee")):
        await place.member(place.env.create_user(name.lower()), name, role)
    paired(place.town, "Budi", "Sari")
    for name in NAMES:
        message = await answered(place, rina, square, name)
        assert message.flags.ephemeral, name
        within(message)
    assert not square.history(viewer=dewi.user)


async def test_a_file_asked_for_in_a_server_is_its_persons_alone(place: Hall) -> None:
    guild = place.env.create_guild()
    square = guild.create_text_channel("square")
    who = await owner(place)
    rina, dewi = guild.add_member(who), guild.add_member(place.env.create_user("dewi"))
    message = await answered(place, rina, square, "export")
    await rina.click(message, label="Make the zip")
    await _done(place)
    seen = [*square.history(viewer=who), *who.dm_channel.history(viewer=who)]
    assert [each.filename.rpartition(".")[2] for said in seen for each in said.attachments] == ["zip"]
    assert not square.history(viewer=dewi.user)
