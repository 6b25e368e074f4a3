"""What every message is answered with, whoever sends it in whatever state; and what a reply out of place changes."""

from __future__ import annotations

from dataclasses import replace
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.commands import by_name
from bot.messages import MAX_DATA, Incoming, Kind
from storage import tables
from tests.sandbox import HALFWAY, JOINING, STAFF, Sandbox, crowded, records
from tests.test_properties import examples
from tests.test_properties.walking import HUGE, TEXTS
from tests.town import furnished

STATES = (*JOINING, *HALFWAY, *STAFF, "blocked", "asleep", "stranger")
WORDS = (
    *TEXTS,
    *(f"/{name}" for name in by_name()),
    *(
        "/jeda 2w",
        "/language en",
        "/hapus copied",
        "/edit days",
        "/tujuan 1",
        "/goals -1",
        "/checkin@tuntun_bot",
        "/",
        "//",
    ),
    *(
        "/start K7QF-2M9D-XW3T-HB6P",
        "/start \ud800",
        "k7qf2m9dxw3thb6p",
        "/start ééé",
        "/cekin",
        "/batal",
        "/kembali",
        "/lewati",
    ),
    *(
        "mau check in",
        "lapor progres",
        "hapus semua data saya",
        "terima kasih",
        "\u0000",
        "",
        " ",
        "x" * 10_000,
        "😀" * 3_000,
    ),
)
PLACES = ((0.0, 0.0), (-10.2, 123.6), (90.0, 180.0), (-90.0, -180.0))
SLUGS = (
    "",
    "-1",
    "0",
    "1",
    "2",
    "first",
    "more",
    "copied",
    "mood",
    "percent-1",
    "50",
    "3",
    "-back",
    "-skip",
    "-edit",
    "-done",
)
MORE = (
    "-other",
    "-help",
    "-own0",
    "-own99",
    "inv-1",
    "inv-x",
    "inv-",
    "1-2",
    "1-pair",
    "1-private",
    "x-y",
    "²",
    "9" * 25,
)
REMINDERS = (
    "checkin",
    "nudge",
    "step-due",
    "goal-due",
    "goal-missing",
    "hour",
    "tomorrow",
    "2026-11-22",
    "2026-13-45",
    str(HUGE),
)
names = st.sampled_from([*furnished().flows, *furnished().pages, *furnished().actions, "gone"])
part = st.sampled_from(SLUGS + MORE + REMINDERS) | st.text(max_size=10)
numbers = st.integers(1, 60).map(str) | st.sampled_from([str(HUGE), "0", "-1", "x", "9" * 40])
forged = st.one_of(
    st.builds(lambda number, key, option: f"c:{number}:{key}:{option}", numbers, part, part),
    st.builds(lambda number: f"r:{number}", numbers),
    st.builds(
        lambda kind, name, parts: ":".join((kind, name, *parts)),
        st.sampled_from(["go", "p", "do"]),
        names,
        st.lists(part, max_size=4),
    ),
    st.text(max_size=60),
).map(lambda data: data.encode(errors="ignore")[:MAX_DATA].decode(errors="ignore"))
buttons = st.integers(0, 10**6)
events = st.tuples(
    st.sampled_from(get_args(Kind)) | st.sampled_from(["text", "tap", "tap", "edit"]),
    st.sampled_from(WORDS) | st.text(max_size=60),
    buttons | forged,
    st.sampled_from(["", "mine", "last", "theirs"]),
    st.sampled_from(["voice", "photo", "sticker", "document", "contact", "poll", "dice", "", "{ $x }"]),
    st.sampled_from(PLACES),
)
Event = tuple[Kind, str, "int | str", str, str, tuple[float, float]]


def incoming_of(town: Sandbox, account: str, event: Event, number: int) -> Incoming:
    """One event of somebody; a number stands for one of the buttons on their phone, or on anybody's."""
    kind, text, data, message, what, place = event
    phone = town.citizens[account].messages
    mine = [(shown.id, data) for shown in phone.values() for _, data in shown.buttons]
    all_of_them = [
        (shown.id, data)
        for each in town.citizens.values()
        for shown in each.messages.values()
        for _, data in shown.buttons
    ]
    at = {"mine": "m1", "last": next(reversed(phone), ""), "theirs": "b1"}.get(message, "")
    if isinstance(data, int):
        found = mine or all_of_them if data % 3 else all_of_them
        at, data = found[data % len(found)]
    values = {key: text for row in town.rows(tables.Conversation, state="open")[:3] for key in ("mood", row.asked)}
    data = data.split(":")[1] if kind == "page" and data.count(":") else data
    given = Incoming("telegram", f"event{number}", account, account, kind, town.now, text, data, at, "Sari", "id", what)
    return replace(given, place=place, values=values)


def may_be_silent(town: Sandbox, incoming: Incoming) -> bool:
    """Group talk, a pair's own thread, the news that somebody blocked the bot, and the second tap on a last button
    need no answer."""
    if incoming.kind in {"blocked", "unblocked", "thread"}:
        return True
    if incoming.kind == "group":
        return not incoming.text.startswith("/")
    number = incoming.data.split(":")[1] if incoming.data.startswith("c:") else ""
    over = [row for row in town.rows(tables.Conversation, state="closed") if str(row.id) == number]
    return incoming.kind == "tap" and any(row.message == incoming.message != "" for row in over)


@examples(200)
@given(account=st.sampled_from(STATES), events=st.lists(events, min_size=1, max_size=3))
def test_whatever_somebody_sends_is_answered_and_never_with_an_apology(account: str, events: list[Event]) -> None:
    """Every kind of thing, from everybody, in the middle of everything, forged buttons too: no crash, no silence."""
    town = crowded()
    with town.undone():
        for number, event in enumerate(events):
            incoming = incoming_of(town, account, event, number)
            silent, before = may_be_silent(town, incoming), len(town.delivered)
            town.writer.submit(incoming).result()
            town.worker.drain()
            town.deliver()
            answers = [parcel for _, parcel in town.delivered[before:] if parcel.chat == account]
            assert answers or silent
            assert "apology" not in str(answers)
            assert len(answers) <= 3


@examples(120)
@given(account=st.sampled_from(STATES), at=buttons, number=numbers, key=part, option=part, message=st.text(max_size=3))
def test_a_reply_to_what_is_not_open_changes_nothing_of_what_is_kept(
    account: str, at: int, number: str, key: str, option: str, message: str
) -> None:
    """Whatever the button names: a conversation of somebody else's, one long over, one that never was; a question that
    was answered or that does not exist. All records stay, and so do the answers of what is open."""
    town = crowded()
    with town.undone():
        asked = {str(row.id): row.asked for row in town.rows(tables.Conversation, state="open")}
        number = sorted(asked)[at % len(asked)] if at % 2 else number
        if number in own(town, account) and (asked.get(number) == key or option == "-edit"):
            return
        before = kept(town)
        data = f"c:{number}:{key}:{option}".encode()[:MAX_DATA].decode(errors="ignore")
        tap = incoming_of(town, account, ("tap", "", data, "", "", PLACES[0]), 1)
        town.writer.submit(replace(tap, message=message)).result()
        assert kept(town) == before


def own(town: Sandbox, account: str) -> set[str]:
    """The conversations of somebody."""
    people = {row.person_id for row in town.rows(tables.Account, external_id=account)}
    return {str(row.id) for row in town.rows(tables.Conversation) if row.person_id in people}


def kept(town: Sandbox) -> dict[str, object]:
    """All that is kept but when it was touched, which message shows it, and that somebody can be reached again."""
    found = records(town, "touched_at", "message", "state", "reach", "reach_at")
    return {name: rows for name, rows in found.items() if name != "Activity"}


@pytest.mark.parametrize("data", ["go:enroll:inv-1", "p:enroll:inv-1", "go:profile:inv-1", "go:checkin:inv-x"])
def test_a_made_up_button_admits_nobody(data: str) -> None:
    """Only a token does: invitations have small numbers, and a changed app can send any data it likes."""
    town = crowded()
    with town.undone():
        town.citizens["stranger"].taps_data(data)
        town.citizens["consenting"].taps_data(data)
        members = {row.person_id for row in town.rows(tables.Membership)}
        people = {row.person_id for row in town.rows(tables.Account, external_id="consenting")}
        assert not town.rows(tables.Account, external_id="stranger")
        assert not members & people


@pytest.mark.parametrize("text", ["/tujuan inv-x", "/bahasa inv-99999999999999999999", "/jeda inv-1"])
def test_a_command_with_odd_words_behind_it_is_answered(text: str) -> None:
    town = crowded()
    with town.undone():
        assert "pihak" not in town.citizens["idle"].writes(text)
        assert town.citizens["idle"].heard
