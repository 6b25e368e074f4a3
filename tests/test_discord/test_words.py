"""What needs no Discord: words, buttons, errors, routes, commands, and one platform beside another."""

import asyncio
from datetime import UTC, datetime, timedelta
from types import SimpleNamespace
from typing import Any

import aiohttp
import discord
import pytest
from hypothesis import given
from hypothesis import strategies as st

from adapters.discord import slash
from adapters.discord.keyboard import keyboard
from adapters.discord.markdown import MOST, escape, length, markdown, parts
from adapters.discord.outcomes import outcome_of
from adapters.discord.routes import LIVES, THINKING, Route, read_route
from bot.commands import COMMANDS
from bot.errors import Problem, Setup
from bot.serving import Platform, hear
from bot.talk.rendering import Key
from tests.town import furnished

NOW = datetime(2026, 11, 24, 3, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("html", "said"),
    [
        ("<b>Sari</b> &amp; Budi", "**Sari** & Budi"),
        ("<i>x</i> <code>a_b*c</code>", "*x* `a_b*c`"),
        ("nama_aku * [klik](x)", "nama\\_aku \\* \\[klik\\](x)"),
        ("https://meet.jit.si/a_b_c", "https://meet.jit.si/a_b_c"),
        ("@everyone @here &lt;@123&gt;", "@\u200beveryone @\u200bhere \\<@\u200b123\\>"),
        ("# judul\n- satu\n1. dua\n&gt; kutip", "\\# judul\n\\- satu\n1\\. dua\n\\> kutip"),
        ('<a href="https://x.id/(a)">di sini</a>', "[di sini](https://x.id/(a%29)"),
        ("/minta_bantuan", "/minta\\_bantuan"),
    ],
)
def test_html_becomes_markdown(html: str, said: str) -> None:
    assert markdown(html) == said


@given(st.text(alphabet="ab *_~`|<>@#\n.:/[]()\\", max_size=60))
def test_nobodys_words_call_anybody(text: str) -> None:
    said = escape(text)
    assert "<@" not in said.replace("\\<", "")
    assert "@everyone" not in said


@given(st.text(alphabet="ab_*\n ", max_size=9000))
def test_every_part_fits(text: str) -> None:
    assert all(length(part) <= MOST for part in parts((text,)))


def test_long_reports_break_between_lines() -> None:
    lines = [f"Pasangan {number}: Sari_{number} & Budi" for number in range(300)]
    said = parts(("\n".join(lines).replace("&", "&amp;"),))
    assert len(said) > 2
    assert "\n".join(said).replace("\\", "") == "\n".join(lines)


async def test_buttons_fit_and_are_kept_by_nobody() -> None:
    rows = [[Key(f"{number}", f"c:1:q:o{number}") for number in range(8)]]
    view = keyboard(rows)
    assert view
    assert view.is_finished()
    made: list[Any] = view.to_components()
    assert [len(row["components"]) for row in made] == [5, 3]
    assert made[0]["components"][0]["custom_id"] == "c:1:q:o0"


async def test_a_long_list_becomes_a_menu_and_the_ways_out_stay_buttons() -> None:
    rows = [[Key(f"{number}", f"c:1:q:o{number}")] for number in range(30)] + [[Key("‹ Kembali", "c:1:q:-back")]]
    view = keyboard(rows)
    assert view
    made: list[Any] = view.to_components()
    menus = [row["components"][0] for row in made[:2]]
    assert [len(menu["options"]) for menu in menus] == [15, 15]
    assert menus[0]["options"][0]["value"] == "c:1:q:o0"
    assert made[2]["components"][0]["custom_id"] == "c:1:q:-back"
    assert all(len(menu["custom_id"]) <= 100 for menu in menus)


async def test_what_discord_would_refuse_does_not_cost_the_message() -> None:
    rows = [[Key("a", "x"), Key("b", "x"), Key("c", url="javascript:alert(1)"), Key("d", url="https://a.id")]]
    view = keyboard(rows)
    assert view
    made: list[Any] = view.to_components()
    assert [button.get("custom_id") or button["url"] for button in made[0]["components"]] == ["x", "https://a.id"]


def failure(status: int, code: int, kind: type[discord.HTTPException] = discord.HTTPException) -> discord.HTTPException:
    response: Any = SimpleNamespace(status=status, reason="", headers={"Retry-After": "7"})
    return kind(response, {"code": code, "message": "no"})


@pytest.mark.parametrize(
    ("error", "kind", "reach"),
    [
        (failure(403, 50007, discord.Forbidden), "unreachable", "dm_closed"),
        (failure(403, 50278, discord.Forbidden), "unreachable", "left_server"),
        (failure(404, 10013, discord.NotFound), "unreachable", "gone"),
        (failure(400, 40003), "later", ""),
        (failure(400, 50035), "refused", ""),
        (failure(429, 0), "later", ""),
        (failure(503, 0, discord.DiscordServerError), "later", ""),
        (discord.RateLimited(33.0), "later", ""),
        (TimeoutError(), "later", ""),
        (aiohttp.ServerDisconnectedError(), "later", ""),
    ],
)
def test_each_error_has_its_meaning(error: BaseException, kind: str, reach: str) -> None:
    outcome = outcome_of(error, 1)
    assert (outcome.kind, outcome.reach) == (kind, reach)


def test_a_nonce_is_not_trusted_for_ever() -> None:
    assert outcome_of(TimeoutError(), 6).kind == "uncertain"
    assert outcome_of(failure(401, 0), 1).away


def test_a_route_lives_fourteen_minutes() -> None:
    route = Route(5_000_000_000, "aW50.x-y_z", NOW + LIVES, THINKING, shut=True)
    assert read_route(str(route), NOW) == route
    assert read_route(str(route), NOW + timedelta(minutes=14)) is None
    assert read_route("", NOW) is None
    assert read_route("ping:1,2", NOW) is None


def test_commands_have_both_languages_and_fit() -> None:
    told = slash.commands(furnished().phrases)
    assert len(told) <= 100
    for command in told:
        assert 1 <= len(command["name"]) <= 32
        assert set(command["description_localizations"]) == {"id", "en-US", "en-GB"}
        assert all(1 <= len(text) <= 100 for text in command["description_localizations"].values())
    assert {command.name for command in COMMANDS} <= {command["name"] for command in told}
    assert len({command["name_localizations"]["id"] for command in told}) == len(told)


def test_a_token_after_link_is_an_invitation() -> None:
    assert slash.typed("link", "K7QF-2M9D-XW3T-HB6P") == "/start K7QF-2M9D-XW3T-HB6P"
    assert slash.typed("link", "123456") == "/link 123456"
    assert slash.typed("pause", "2w") == "/pause 2w"


async def test_one_platform_that_fails_leaves_the_other_alive() -> None:
    done = asyncio.Event()
    heard: list[str] = []

    async def refused() -> None:
        raise Setup([Problem("DISCORD_TOKEN", "refused")])

    async def alive() -> None:
        await done.wait()
        heard.append("all along")

    async def nothing() -> None: ...

    courier: Any = None
    both = [
        Platform("Discord", courier, refused, nothing, nothing),
        Platform("Telegram", courier, alive, nothing, nothing),
    ]
    hearing = asyncio.create_task(hear(both))
    await asyncio.sleep(0.05)
    assert not hearing.done()
    done.set()
    await hearing
    assert heard == ["all along"]
    with pytest.raises(Setup):
        await hear(both[:1])
