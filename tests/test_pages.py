"""Pages a person looks at: help by role and moment, progress and its chart, why a reminder came, when it may again."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import get_args

import pytest

from adapters.chart import Line, progress_chart
from bot.effects import Snooze, Tell
from bot.flows.rights import ACTIONS
from bot.mentoring.people import Checkin, Facts, Goal, Role
from bot.mentoring.plans import KINDS
from bot.messages import MAX_DATA, Screen, say
from bot.ports import State
from tests.somebody import BEHIND, DRAW, HALF, NEW, NOW, drawn, facts, read, said
from tests.town import furnished

LOCALES = ["id", "en"]
ROLES: tuple[Role, ...] = get_args(Role)
WEEK = Checkin(date(2026, 11, 22), NOW)


# Help


MOMENTS = {
    "nobody yet": facts(None),
    "halfway in": facts(standing="enrolling"),
    "gone": facts(standing="left"),
    "paused": facts(standing="paused"),
    "without a goal": facts(goals=()),
    "check-in due": facts(),
    "check-in done": facts(checkin=WEEK),
    "new": facts(since=NOW),
    "mentor": facts("mentor"),
    "mentor without a mentee": facts("mentor", partners=()),
    "coordinator": facts("coordinator"),
    "owner": facts("owner"),
}


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("moment", MOMENTS)
def test_help_is_short_at_every_moment(moment: str, locale: str) -> None:
    """Three lines with a note above, six buttons at most, and always a way on."""
    known = MOMENTS[moment]
    known = replace(known, me=replace(known.me, locale=locale))
    screen = DRAW["help"](known)
    buttons = [button for row in screen.buttons for button in row]
    assert 1 <= len(screen.lines) <= 2
    assert 1 <= len(buttons) <= 6
    assert read(screen.after(say("not-understood")), known).startswith(said(say("not-understood"), known))


@pytest.mark.parametrize(
    ("moment", "first"),
    [
        ("nobody yet", "p:privacy"),
        ("halfway in", "go:profile"),
        ("gone", "go:my_data"),
        ("paused", "go:resume"),
        ("without a goal", "go:goal"),
        ("check-in due", "go:checkin"),
        ("check-in done", "p:progress"),
        ("mentor", "p:mentees"),
        ("coordinator", "p:at_risk"),
    ],
)
def test_the_first_button_of_help_is_what_one_most_likely_wants(moment: str, first: str) -> None:
    assert DRAW["help"](MOMENTS[moment]).buttons[0][0].data == first


def test_mentors_and_coordinators_are_addressed_as_anda() -> None:
    for known in (facts("mentor"), facts("coordinator"), facts("mentor", standing="left")):
        text = drawn("help", known)
        assert "Anda" in text
        assert "kamu" not in text.casefold()


def test_a_mentor_reads_the_names_of_their_mentees() -> None:
    assert "Sari, Yosef" in drawn("help", facts("mentor"))


@pytest.mark.parametrize(
    ("known", "expected"),
    [
        (facts(), "belum terisi"),
        (facts(checkin=WEEK), "sudah terisi ✓ Berikutnya Min 29 Nov, 16.00 WIB"),
        (facts(since=NOW), "Check-in berikutnya Min 29 Nov, 16.00 WIB"),
        (facts(since=datetime(2026, 11, 28, 3, tzinfo=UTC), now=datetime(2026, 11, 28, 4, tzinfo=UTC)), "Min 6 Des"),
    ],
)
def test_help_says_how_this_weeks_check_in_stands(known: Facts, expected: str) -> None:
    """A newcomer, who was never asked, is not told that something is open or done."""
    assert expected in drawn("help", known)


def test_a_check_in_given_early_counts_so_the_next_one_is_a_week_later() -> None:
    friday = datetime(2026, 11, 27, 10, tzinfo=UTC)
    sunday = date(2026, 11, 29)
    known = facts(now=friday, occurrence=sunday, checkin=Checkin(sunday, friday))
    assert "Berikutnya Min 6 Des" in drawn("help", known)


def test_a_check_in_whose_day_has_not_come_is_not_called_open() -> None:
    friday = datetime(2026, 11, 27, 10, tzinfo=UTC)
    assert "Check-in berikutnya Min 29 Nov" in drawn("help", facts(now=friday, occurrence=date(2026, 11, 29)))


# Progress and its chart


def test_progress_says_how_far_how_much_further_and_how_that_compares_with_the_plan() -> None:
    lines = drawn("progress", facts(goals=(HALF,), streak=3)).splitlines()
    assert lines[:4] == [
        "<b>Portofolio data</b>",
        "▰▰▰▰▰▱▱▱▱▱ 50%, naik 25",
        "sesuai rencana (40%) · 2 dari 3 langkah selesai · target Min 20 Des",
        "3 check-in berturut-turut. 🔥",
    ]


@pytest.mark.parametrize(
    ("percent", "expected", "words"),
    [(80, 40, "lebih cepat"), (45, 40, "sesuai"), (30, 40, "sesuai"), (20, 40, "masih terkejar"), (5, 70, "digeser")],
)
def test_the_pace_is_told_in_kind_words(percent: int, expected: int, words: str) -> None:
    goal = replace(HALF, percent=percent, expected=expected)
    assert words in drawn("progress", facts(goals=(goal,)))


def test_a_goal_that_went_down_says_so_without_blame() -> None:
    text = drawn("progress", facts(goals=(BEHIND,)))
    assert "10%, turun 10" in text
    assert "Lolos &lt;TOEFL&gt; 550" in text
    assert "gagal" not in text


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize(
    "known",
    [
        facts(goals=()),
        facts(goals=(), closed=(HALF,), streak=1),
        facts(goals=(NEW,)),
        facts(goals=(replace(HALF, before=None),)),
        facts(goals=(replace(HALF, percent=25),)),
    ],
)
def test_progress_has_something_to_say_in_every_case(known: Facts, locale: str) -> None:
    known = replace(known, me=replace(known.me, locale=locale))
    assert drawn("progress", known)


def test_the_chart_is_offered_only_when_there_is_something_to_draw() -> None:
    assert "[Lihat grafik]" in drawn("progress", facts())
    assert "[Lihat grafik]" not in drawn("progress", facts(goals=(NEW,)))
    assert "[Buat tujuan" in drawn("progress", facts(goals=()))


def test_the_chart_holds_what_its_maker_needs() -> None:
    """Goals that have points, in the reader's language; the maker turns it into a PNG."""
    screen = DRAW["chart"](facts())
    assert screen.attachment
    assert (screen.attachment.kind, screen.attachment.name) == ("chart", "progress.png")
    content = screen.attachment.content
    assert [line["title"] for line in content["lines"]] == ["Portofolio data", "Lolos <TOEFL> 550"]
    assert content["lines"][0]["points"][0] == ["2026-11-08", 0]
    lines = [
        Line(line["title"], tuple((date.fromisoformat(day), percent) for day, percent in line["points"]))
        for line in content["lines"]
    ]
    assert progress_chart(content["title"], lines, content["locale"]).startswith(b"\x89PNG")


def test_a_chart_without_points_is_a_kind_sentence_and_no_picture() -> None:
    for known, way in ((facts(goals=(NEW,)), "go:checkin"), (facts(goals=()), "go:goal")):
        screen = DRAW["chart"](known)
        assert screen.attachment is None
        assert screen.buttons[0][0].data == way


# Why, and later


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("kind", [*KINDS, "something-else"])
def test_every_reminder_says_why_it_came_and_how_it_stops(kind: str, locale: str) -> None:
    known = facts(subject=kind, locale=locale)
    assert [button.data for row in DRAW["why"](known).buttons for button in row] == ["go:pause", "p:settings"]
    assert drawn("why", known)


def offers(known: Facts) -> list[str]:
    screen = DRAW["later"](known)
    return [button.data.split(":")[2] for row in screen.buttons for button in row if button.data.startswith("do:")]


@pytest.mark.parametrize(
    ("clock", "expected"),
    [
        (time(11, 30), ["hour", "tonight", "tomorrow"]),
        (time(18, 40), ["hour", "tonight", "tomorrow"]),
        (time(18, 30), ["hour", "tomorrow"]),  # in an hour is tonight
        (time(19, 15), ["hour", "tomorrow"]),
        (time(20, 30), ["tomorrow"]),  # in an hour it is quiet
        (time(23, 30), ["tomorrow"]),
    ],
)
def test_later_offers_only_moments_that_are_what_they_are_called(clock: time, expected: list[str]) -> None:
    now = datetime.combine(date(2026, 11, 24), clock, UTC) - timedelta(hours=7)
    assert offers(facts(now=now, subject="nudge:2026-11-22")) == expected


@pytest.mark.parametrize(
    "kind", ["checkin:2026-11-22", "nudge:2026-11-22", "goal-missing:", "step-due:12", "goal-due:3"]
)
def test_what_later_offers_is_what_its_button_does(kind: str) -> None:
    """The time on a button is the time of the reminder that comes."""
    known = facts(subject=kind)
    screen = DRAW["later"](known)
    for row in screen.buttons:
        action, _, arg = row[0].data.removeprefix("do:").partition(":")
        if action == "later":
            [snooze, tell] = ACTIONS["later"](arg, State(known.me, known.membership), known.now)
            assert isinstance(snooze, Snooze)
            assert isinstance(tell, Tell)
            assert f"{snooze.kind}:{snooze.subject}" == kind
            clock = said(row[0].label, known).rpartition("· ")[2]
            assert clock in read(tell.screen, known)


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("page", DRAW)
def test_every_button_of_every_page_leads_somewhere_and_fits(page: str, locale: str) -> None:
    house = furnished()
    for role in ROLES:
        for moment in (facts(role), facts(role, goals=(Goal(10**9, "x"),)), facts(role, standing="paused")):
            known = replace(moment, subject="goal-due:1000000000", me=replace(moment.me, locale=locale))
            screen: Screen = DRAW[page](known)
            for button in (button for row in screen.buttons for button in row):
                kind, name, *_ = button.data.split(":")
                assert len(button.data.encode()) <= MAX_DATA
                assert name in {"go": {*house.flows, *house.pages}, "p": house.pages, "do": house.actions}[kind]
                assert said(button.label, known)
