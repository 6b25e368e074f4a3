"""The weekly figures of a programme in a shared chat."""

import re
from datetime import UTC, date, datetime, timedelta
from types import SimpleNamespace
from typing import Any

import discord
import pytest

from adapters.discord.reading import read_command
from bot.flows.staff.digest_words import shared
from bot.mentoring.digest import Digest
from bot.mentoring.metrics import Batch, Compared, Figures, Flow, Mean, Period, Share, Stock
from bot.ports import Outcome
from storage import tables
from storage.rows import table
from tests.somebody import facts, said
from tests.town import START, Citizen, Town

GROUP = "-1009999999999"


@pytest.fixture
def rina(town: Town) -> Citizen:
    """The owner of a programme."""
    return town.staff(locale="en")


@pytest.fixture
def group(town: Town) -> Citizen:
    """The coordinators' shared chat."""
    return town.citizen(GROUP, "id")


def test_a_coordinator_has_the_figures_come_to_a_shared_chat(town: Town, rina: Citizen, group: Citizen) -> None:
    in_group(town, rina, "/digest@tuntun_bot here")
    assert "Ringkasan mingguan" in group.screen
    assert "Senin, 08.00 WIB" in group.screen
    in_group(town, rina, "/ringkasan di sini")
    assert len(town.rows(tables.Channel)) == 1, "twice is once"
    town.passes(days=6)
    assert "Sen 23 Nov – Min 29 Nov" in group.screen
    assert town.delivered[-1][0] == datetime(2026, 11, 30, 1, tzinfo=UTC)
    town.passes(days=7)
    assert "Sen 30 Nov – Min 6 Des" in group.screen


@pytest.mark.parametrize("text", ["/digest here", "/digest", "/export", "/audit"])
def test_in_a_shared_chat_everybody_else_is_answered_alike(
    town: Town, rina: Citizen, group: Citizen, text: str
) -> None:
    stranger = town.citizen("5555555555")
    pair = town.pair()
    vera = town.staff("7000000002", "Vera", role="viewer")
    told = set()
    for who in (stranger, pair.mentee, pair.mentor, vera):
        who.locale = "id"
        in_group(town, who, text)
        told.add(group.screen)
    if text != "/digest here":
        in_group(town, rina, text)
        assert "between the two of us" in group.screen
    assert len(told) == 1
    assert not town.rows(tables.Channel)


def test_day_and_clock_are_changed_and_it_is_stopped_in_private(town: Town, rina: Citizen, group: Citizen) -> None:
    in_group(town, rina, "/digest here")
    assert "Every Monday, 8:00 am WIB, to the Telegram group." in rina.writes("/digest")
    rina.taps("Other time")
    rina.taps("Wednesday")
    assert "Wednesday, 9:00 am WIB" in rina.taps("9:00 am")
    town.passes(days=3)
    assert [at for at, parcel in town.delivered if parcel.chat == GROUP][-1] == datetime(2026, 11, 25, 2, tzinfo=UTC)
    rina.writes("/digest")
    assert "no longer go there" in rina.taps("Stop")
    before = len(group.log)
    town.passes(days=14)
    assert len(group.log) == before


def test_a_missed_week_comes_once_and_says_that_it_is_late(town: Town, rina: Citizen, group: Citizen) -> None:
    in_group(town, rina, "/digest here")
    before = len(group.log)
    town.now += timedelta(days=20)
    town.worker.drain()
    town.deliver()
    assert len(group.log) == before + 1
    assert "Harusnya sampai Sen 30 Nov, 08.00" in group.screen
    town.passes(days=7)
    assert len(group.log) == before + 2
    assert "Harusnya" not in group.screen


def test_after_a_restart_the_figures_are_planned_once(town: Town, rina: Citizen, group: Citizen) -> None:
    in_group(town, rina, "/digest here")
    town.worker.prepare()
    town.worker.prepare()
    assert len([job for job in town.rows(tables.Job) if job.kind == "digest"]) == 1


def test_a_lost_chat_is_told_to_its_coordinator_and_given_up(town: Town, rina: Citizen, group: Citizen) -> None:
    in_group(town, rina, "/digest here")
    town.outcome = lambda parcel: Outcome("unreachable", reach="blocked") if parcel.chat == GROUP else None
    town.passes(days=7)
    assert not town.rows(tables.Channel)
    assert any("couldn't get into their group" in str(shown) for shown in rina.messages.values())
    town.passes(days=14)
    assert not [job for job in town.rows(tables.Job) if job.kind == "digest" and job.state == "waiting"]


def test_a_chat_with_a_new_id_is_followed(town: Town, rina: Citizen, group: Citizen) -> None:
    in_group(town, rina, "/digest here")
    town.citizen("-100777")
    town.outcome = lambda parcel: Outcome("later", moved="-100777") if parcel.chat == GROUP else None
    town.passes(days=7)
    assert [row.chat for row in town.rows(tables.Channel)] == ["-100777"]


def test_nobody_moves_or_stops_another_programmes_figures(town: Town, rina: Citizen, group: Citizen) -> None:
    in_group(town, rina, "/digest here")
    channel = table(tables.Channel)
    town.programme("Lain")
    town.writer.do(lambda c: c.execute(channel.update().values(programme_id=2))).result(10)
    assert "aren't sent any more" in rina.taps_data("do:digest_stop:1")
    rina.taps_data("go:digest_time:1")
    rina.taps("Friday")
    assert "aren't sent any more" in rina.taps("9:00 am")
    assert [(row.weekday, row.clock) for row in town.rows(tables.Channel)] == [(0, "08:00")]


def test_a_programme_that_was_put_away_says_nothing(town: Town, rina: Citizen, group: Citizen) -> None:
    in_group(town, rina, "/digest here")
    programme = table(tables.Programme)
    town.writer.do(lambda c: c.execute(programme.update().values(stage="archived"))).result(10)
    before = len(group.log)
    town.passes(days=14)
    assert len(group.log) == before


def test_figures_outlive_whoever_set_them_up(town: Town, rina: Citizen, group: Citizen) -> None:
    in_group(town, rina, "/digest here")
    person = table(tables.Person)
    town.writer.do(lambda c: c.execute(person.delete())).result(10)
    before = len(group.log)
    town.passes(days=7)
    assert len(group.log) == before + 1


def test_a_viewer_sees_the_figures_but_not_where_they_go(town: Town, rina: Citizen, group: Citizen) -> None:
    in_group(town, rina, "/digest here")
    vera = town.staff("7000000002", "Vera", "en", role="viewer")
    told = vera.writes("/digest")
    assert "Mon 23 Nov" in told
    assert "Telegram" not in told
    assert "Stop" not in told


def compared(n: int) -> Compared:
    week = Period(date(2026, 11, 16), date(2026, 11, 22))
    batch = Batch("mentee", "score", 5, 21)
    now = Figures(
        Stock(2 * n, Share(n // 2, n), Share(n - 1, n), Share(3, n), n, Mean(47.2, n)),
        Flow(Share(n, n), Share(n - 2, n), 0, n, 2, 4, (batch,) if n >= 5 else ()),
    )
    return Compared(week, now, Figures(now.stock, Flow(Share(n - 2, n), Share(n, n))))


@pytest.mark.parametrize("locale", ["id", "en"])
def test_nothing_of_fewer_than_five_is_in_the_figures(locale: str) -> None:
    few, many = (
        "\n".join(
            said(line, facts("coordinator", locale=locale)) for line in shared(Digest("Beasiswa", compared(n), 3)).lines
        )
        for n in (4, 20)
    )
    assert not re.search(r"\d+%|NPS|\b[1-4] (?:pasangan|pairs)", few)
    assert "95%" in many
    assert "▲10" in many
    assert "▼10" in many
    assert "4,2" in many or "4.2" in many
    assert {"id": "Kurang dari 5 pasangan", "en": "Fewer than 5 pairs"}[locale] in many


def slash(guild: int | None) -> Any:
    user = SimpleNamespace(id=42, global_name="Rina", name="rina")
    kind = discord.InteractionType.application_command
    return SimpleNamespace(
        id=1,
        user=user,
        locale="id",
        application_id=9,
        token="t",
        type=kind,
        message=None,
        guild_id=guild,
        channel_id=77,
    )


def test_on_discord_the_channel_is_named_only_where_it_is_meant() -> None:
    here = read_command(slash(5), "/digest here", START)
    assert (here.kind, here.chat, here.account) == ("group", "channel:77", "42")
    assert here.route, "the answer is for its person alone"
    for guild, text in ((5, "/digest"), (None, "/digest here"), (5, "/export")):
        assert (read_command(slash(guild), text, START).kind, read_command(slash(guild), text, START).chat) == (
            "text",
            "42",
        )


def test_a_discord_channel_gets_the_figures_and_its_coordinator_a_word(town: Town) -> None:
    dini = town.staff("42", "Dini", "id", platform="discord")
    channel = town.citizen("channel:77", platform="discord")
    in_group(town, dini, "/digest here", "channel:77", route="9 1 new shut t")
    routed = [parcel for _, parcel in town.delivered if parcel.chat == "channel:77"]
    assert {bool(parcel.route) for parcel in routed} == {True, False}
    town.passes(days=7)
    assert "23 Nov" in channel.screen


def in_group(town: Town, who: Citizen, text: str, chat: str = GROUP, **more: Any) -> None:
    who.submits("group", text=text, chat=chat, **more).result(10)
    town.worker.drain()
    town.deliver()
