"""The figures of a programme and its pairs, as coordinators and viewers see them: right, with denominators, and giving
nobody's answer away."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise, product
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.drawing import draw
from bot.effects import Erase
from bot.flows.staff.stats_asked import asked, since
from bot.mentoring.metrics import (
    DAY,
    WEEK,
    Given,
    Mean,
    Period,
    Share,
    batch_of,
    batched,
    change,
    median,
    nps,
    relationship,
    span,
    span_before,
    this_week,
    usual,
)
from bot.mentoring.stats_effects import AddStaffNote, EndPair, RemoveStaffNote, WriteBoth
from storage import office, tables
from storage.rows import table
from storage.staff.metrics import read_figures
from storage.staff.metrics_each import METRICS
from tests.town import Citizen, Pair, Town

TUESDAY = datetime(2026, 11, 24, 5, tzinfo=UTC)
TODAY = TUESDAY.date()
DOCS = Path(__file__).parent.parent / "docs" / "metrics.md"


@pytest.fixture
def rina(town: Town) -> Citizen:
    """An owner, in English."""
    return town.staff(locale="en")


def put(town: Town, model: type[tables.Row], *rows: dict[str, object]) -> None:
    """Rows as other parts of the bot leave them."""
    town.writer.do(lambda c: c.execute(table(model).insert(), list(rows))).result(10)


def session(town: Town, pair: Pair, state: str, at: datetime, **more: object) -> None:
    """A session of a pair."""
    row = {"pair_id": pair.id, "programme_id": 1, "state": state, "kind": "video", "minutes": 45, "topic": ""}
    row |= {"slots": [], "starts_at": at, "link": "", "uid": f"{state}{at}{pair.id}", "sequence": 0, "series": ""}
    put(town, tables.Session, row | {"reason": "", "created_at": at, "changed_at": at} | more)


def answers(town: Town, form: str, values: dict[int, dict[str, int]], at: datetime) -> None:
    """What people answered to a form."""
    rows = [
        {"person_id": person, "programme_id": 1, "form": form, "version": "1", "subject": "", "answers": said, "at": at}
        for person, said in values.items()
    ]
    put(town, tables.FormResponse, *({"about_id": None} | row for row in rows))


def person(town: Town, name: str) -> int:
    return int(town.rows(tables.Person, name=name)[0].id)


def crowd(town: Town, n: int) -> list[int]:
    """Mentees in numbers: rows only."""
    now = town.now
    for number in range(n):
        row = {
            "id": 500 + number,
            "name": f"Mentee {number}",
            "locale": "id",
            "zone": "Asia/Jakarta",
            "created_at": now,
        }
        put(town, tables.Person, row | {"about": {}})
        member = {"person_id": 500 + number, "programme_id": 1, "role": "mentee", "standing": "active"}
        put(town, tables.Membership, member | {"created_at": now, "reason": "", "capacity": 1})
    return [*range(500, 500 + n)]


# Days


@pytest.mark.parametrize(
    ("text", "sheet", "first", "last", "programme", "named"),
    [
        ("", "figures", date(2026, 11, 17), date(2026, 11, 23), 0, ""),
        ("minggu ini", "figures", date(2026, 11, 23), TODAY, 0, ""),
        ("this week", "figures", date(2026, 11, 23), TODAY, 0, ""),
        ("sejak 1 Nov", "figures", date(2026, 11, 1), TODAY, 0, ""),
        ("since 2026-11-01", "figures", date(2026, 11, 1), TODAY, 0, ""),
        ("semua", "figures", date(2026, 6, 1), TODAY, 0, ""),
        ("corong #12 this week", "funnel", date(2026, 11, 23), TODAY, 12, ""),
        ("Beasiswa 2026 sejak 2 minggu", "figures", date(2026, 11, 10), TODAY, 0, "Beasiswa 2026"),
        ("mentors all", "mentors", date(2026, 6, 1), TODAY, 0, ""),
        ("since 2027-01-01", "figures", TODAY, TODAY, 0, ""),
    ],
)
def test_what_stands_behind_the_command_is_read(
    text: str, sheet: str, first: date, last: date, programme: int, named: str
) -> None:
    found = asked(text, TUESDAY, "Asia/Jakarta", date(2026, 6, 1))
    assert (found.sheet, found.period.first, found.period.last) == (sheet, first, last)
    assert (found.programme, found.named, found.unclear) == (programme, named, "")


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("1 nov", date(2026, 11, 1)), ("25 nov", date(2025, 11, 25)), ("senin", date(2026, 11, 23)),
        ("yesterday", date(2026, 11, 23)), ("kemarin", date(2026, 11, 23)), ("hari ini", TODAY),
        ("maret", date(2026, 3, 1)), ("1 november 2025", date(2025, 11, 1)), ("blah", None), ("2026-13-01", None),
    ],
)  # fmt: skip
def test_a_day_is_looked_for_in_the_past(text: str, day: date | None) -> None:
    assert since(text, TUESDAY, "Asia/Jakarta") == day


def test_a_period_is_compared_with_as_many_days_before() -> None:
    assert usual(TODAY).before == Period(date(2026, 11, 10), date(2026, 11, 16))
    assert this_week(TODAY).before == Period(date(2026, 11, 16), date(2026, 11, 17), "week")
    assert Period(TODAY, TODAY, "all").before is None
    week = this_week(TODAY)
    now, before = span(week, "Asia/Jakarta", TUESDAY), span_before(week, "Asia/Jakarta", TUESDAY)
    assert before
    assert (before.start, before.end) == (now.start - WEEK, now.end - WEEK)
    assert span_before(Period(TODAY, TODAY, "all"), "Asia/Jakarta", TUESDAY) is None


@given(st.integers(0, 400), st.integers(0, 400), st.sampled_from(["days", "week", "since"]))
def test_no_span_runs_backwards_or_into_the_future(back: int, long: int, kind: str) -> None:
    period = Period(TODAY - (back + long) * DAY, TODAY - back * DAY, kind)  # type: ignore[arg-type]
    now, before = span(period, "Asia/Jakarta", TUESDAY), span_before(period, "Asia/Jakarta", TUESDAY)
    assert before
    assert before.start <= before.end <= now.start <= now.end <= TUESDAY or kind == "week"
    assert before.start <= before.end <= TUESDAY


# Numbers


def test_small_formulas() -> None:
    assert Share(2, 3).percent == 67
    assert Share(0, 0).percent is None
    assert change(5, None) is None
    assert change(4.3, 4.1) == 0.2
    assert median([]) is None
    assert median([3 * DAY, DAY, 2 * DAY]) == 2 * DAY
    ten = [Given(number, TODAY, value) for number, value in enumerate([10, 9, 9, 8, 7, 7, 6, 3, 10, 9])]
    assert nps([batch_of("mentee", "recommend", ten)]) == Mean(30.0, 10)
    assert nps([]) == Mean(None, 0)
    assert relationship([batch_of("mentee", "score", [Given(1, TODAY, 4), Given(2, TODAY, 5)])]) == Mean(4.5, 2)


given_answers = st.lists(
    st.builds(Given, st.integers(1, 9), st.sampled_from([TODAY - n * WEEK for n in range(9)]), st.integers(1, 5)),
    max_size=60,
)


@given(given_answers)
def test_no_two_totals_differ_by_fewer_than_five_people(told: list[Given]) -> None:
    """Whatever days somebody asks for they get whole batches: the difference of any two totals is one, too."""
    batches = batched(told)
    for _, batch in batches:
        assert len({each.person for each in batch}) == len(batch) >= 5
    for (one, _), (next_, _) in pairwise(batches):
        assert one < next_
    early = [each for each in told if not batches or each.week <= batches[0][0]]
    assert batched(early)[:1] == batches[:1]


def test_docs_and_code_name_the_same_metrics() -> None:
    named = re.findall(r"^\| ([a-z-]+) \| ", DOCS.read_text(encoding="utf-8"), re.MULTILINE)
    assert sorted(set(named) - {"metric"}) == sorted(METRICS)
    assert all(read.__doc__ for read in METRICS.values())


# The figures


def test_an_empty_programme_says_what_there_is_not(town: Town) -> None:
    for locale, empty in (("id", "Check-in: tidak ada yang dikirim"), ("en", "Check-ins: none sent")):
        rina = town.staff(f"70000000{locale == 'id':02}", locale=locale)
        shown = rina.writes("/stats")
        assert empty in shown
        assert "5 jawaban" in shown or "5 answers" in shown
        assert not re.search("[▲▼▬]", shown), "nothing was there before"
        for sheet in ("funnel", "goals", "mentors", "chart", "all", "this week"):
            assert rina.writes(f"/stats {sheet}").count("\n") < 16


def test_figures_have_their_denominators_and_arrows(town: Town, rina: Citizen) -> None:
    pair, other = town.pair(), town.pair("Dewi", "Yosef")
    town.passes(days=15)
    for days, state in ((2, "held"), (3, "missed"), (10, "held")):
        session(town, pair, state, town.now - timedelta(days=days))
    late, early = town.now - timedelta(days=2), town.now - timedelta(days=4)
    session(town, other, "cancelled", late, changed_at=late - timedelta(hours=3))
    session(town, other, "cancelled", early, changed_at=early - timedelta(hours=30))
    shown = rina.writes("/stats")
    assert "With a partner 4 of 4 people (100%) ▬ · target from 70%" in shown
    assert "Active pairs 1 of 2 (50%)" in shown
    assert "Sessions held 1 of 3 (33%) ▼67 · target 80–90%" in shown
    assert "Goals: 2 active, 0 new, 0 reached" in shown
    assert "Free places with mentors 2" in shown
    town.passes(days=1)
    assert "Sessions held 0 of 0" not in rina.writes("/statistik semua")


def test_check_ins_are_counted_and_what_did_not_arrive_is_told_apart(town: Town, rina: Citizen) -> None:
    pair = town.pair()
    town.pair("Dewi", "Yosef")
    town.passes(days=7)
    pair.mentee.writes("/checkin")
    pair.mentee.does("[50%]", "[3 biasa]", "[Lewati]", "[Lewati]")
    lost = {"reach": "blocked"}
    where = table(tables.Account)
    yosef = person(town, "Yosef")
    town.writer.do(lambda c: c.execute(where.update().where(where.c.person_id == yosef).values(lost))).result(10)
    town.passes(days=1)
    shown = rina.writes("/stats")
    assert re.search(r"Check-ins answered 1 of 1 \(100%\).* · 1 didn't arrive", shown), shown
    assert "Average progress 50% (1 goal)" in shown


def test_a_break_counts_against_nobody(town: Town, rina: Citizen) -> None:
    pair = town.pair()
    town.pair("Dewi", "Yosef")
    pair.mentee.writes("/jeda 2 minggu")
    shown = rina.writes("/stats")
    assert "With a partner 2 of 3 people" in shown
    assert "of 1 (" in next(line for line in shown.splitlines() if line.startswith("Active pairs"))
    listed = rina.writes("/pairs")
    assert "Sari" not in listed
    assert "1 more pair is on a break" in listed
    assert "Sari → Budi" in rina.taps("On a break")


def test_two_way_contact_within_the_agreed_cadence_is_active(town: Town, rina: Citizen) -> None:
    pair = town.pair()
    pair.mentee.writes("/bilang Halo Kak")
    assert "Active pairs 0 of 1" in rina.writes("/stats")
    pair.mentor.writes("/bilang Halo juga")
    assert "Active pairs 1 of 1" in rina.writes("/stats")
    town.passes(days=20)
    assert "Active pairs 1 of 1" in rina.writes("/stats")
    terms = {"cadence": "weekly"}
    for who in ("Sari", "Budi"):
        row = {"pair_id": pair.id, "person_id": person(town, who), "round": 0, "answers": terms, "terms": terms}
        put(town, tables.Agreement, row | {"answered_at": town.now, "agreed_at": town.now})
    assert "Active pairs 0 of 1" in rina.writes("/stats")
    assert "(agreed: weekly)" in rina.writes("/pairs")


# What is answered about people


def test_answers_show_from_five_people_once_their_week_is_over(town: Town, rina: Citizen) -> None:
    town.worker.prepare()
    people = crowd(town, 5)
    answers(town, "pulse", {each: {"score": 4} for each in people[:4]}, town.now)
    town.passes(days=8)
    assert "Relationship and NPS show once there are 5 answers" in rina.writes("/stats")
    answers(town, "midway", {people[4]: {"relation": 5}}, town.now)
    answers(town, "closing", {each: {"relation": 4, "recommend": 9} for each in people}, town.now)
    assert "Relationship and NPS show once there are 5 answers" in rina.writes("/stats"), "the week is not over"
    town.passes(days=7)
    shown = rina.writes("/stats")
    assert re.search(r"Relationship 4\.?\d* of 5 \(5 answers\)", shown)
    assert "NPS 100 (5 answers)" in shown
    days = [f"/stats since {(town.now - n * DAY).date()}" for n in range(1, 15)]
    told = {
        word
        for each in days
        for word in re.findall(r"Relationship [^(]*\(\d+ answers\)|NPS [^(]*\(\d+ answers\)", rina.writes(each))
    }
    assert len(told) == 2, "narrower days show no other totals"


def test_obstacles_are_told_of_whole_weeks_with_five_people(town: Town, rina: Citizen) -> None:
    people = crowd(town, 5)
    goal = {
        "programme_id": 1,
        "title": "Rahasia Sari",
        "measure": "",
        "why": "",
        "state": "active",
        "created_at": town.now,
    }
    put(town, tables.Goal, *({"person_id": each, "visibility": "pair", **goal} for each in people))
    goals = town.rows(tables.Goal)
    said = [{"goal_id": each.id, "percent": 50, "obstacle": "time", "note": "", "at": town.now} for each in goals]
    said[0]["obstacle"] = "kata-kata sendiri"
    put(town, tables.Progress, *said[:4])
    town.passes(days=7)
    assert "shows from 5 people" in rina.writes("/stats goals")
    put(town, tables.Progress, *({**each, "at": town.now - timedelta(days=7)} for each in said[4:]))
    shown = rina.writes("/stats goals")
    assert "Time 4" in shown
    assert "Something else 1" in shown
    assert "kata-kata" not in shown
    assert "Rahasia" not in shown


def test_private_goals_show_in_no_figure(town: Town, rina: Citizen) -> None:
    pair = town.pair(goal="")
    town.goal(pair.mentee.account, "Urusan pribadi", visibility="private")
    for text in ("/stats", "/stats goals", "/pairs", "/pair Sari"):
        shown = rina.writes(text)
        assert "pribadi" not in shown
        assert "private" not in shown


# Who may


def test_viewers_see_totals_and_no_names(town: Town) -> None:
    town.pair()
    vera = town.staff("7000000009", "Vera", "en", "viewer")
    for text in ("/stats", "/stats funnel", "/stats goals", "/stats mentors", "/stats chart", "/stats all"):
        shown = vera.writes(text)
        assert "Mentoring Beasiswa 2026" in shown or "No week" in shown
        assert not re.search("Sari|Budi|Portofolio|Need attention\\]", shown), shown
    assert "Mean progress" not in vera.writes("/stats goals")
    for text in ("/pairs", "/pair Sari"):
        assert "Sari" not in vera.writes(text)
    for data in ("p:pairs", "p:pair:1", "p:pair_notes:1", "go:pair_end:1", "go:pair_note:1", "do:pair_unnote:1:1"):
        assert "Budi" not in vera.taps_data(data)


@pytest.mark.parametrize("side", ["mentor", "mentee"])
def test_people_of_pairs_see_none_of_it(town: Town, side: str) -> None:
    pair = town.pair()
    who = getattr(pair, side)
    for text in ("/stats", "/pairs", "/pair Sari"):
        assert "%" not in who.writes(text)
    for data in ("p:stats:#1", "do:stats_chart:#1", "p:pair:1", "go:pair_write:1"):
        assert "Berpasangan" not in who.taps_data(data)
    assert "Look" not in {row.kind for row in town.rows(tables.Activity)}


def elsewhere(town: Town) -> Citizen:
    """A coordinator of another programme."""
    town.programme("Program lain")
    slug = town.rows(tables.Programme)[-1].slug
    draw_ = next(town.tokens).to_bytes(16, "big")
    token = town.writer.do(
        lambda c: office.invite(c, "owner", slug, 1, timedelta(days=9), draw=draw_, now=town.now)
    ).result(10)
    maya = town.citizen("7100000001", "en")
    maya.writes(f"/start {token}")
    maya.does("[I agree]", "Maya", "[WIB]")
    return maya


def test_another_programmes_pairs_and_figures_stay_closed(town: Town) -> None:
    pair = town.pair()
    maya = elsewhere(town)
    put(town, tables.StaffNote, {"pair_id": pair.id, "author_id": person(town, "Budi"), "text": "x", "at": town.now})
    note = town.rows(tables.StaffNote)[0].id
    for data in ("p:stats:#1", f"p:pair:{pair.id}", f"p:pair_notes:{pair.id}", f"go:pair_write:{pair.id}",
                 f"go:pair_end:{pair.id}", f"go:pair_note:{pair.id}", f"do:pair_unnote:{pair.id}:{note}"):  # fmt: skip
        assert not re.search("Sari|Budi", maya.taps_data(data)), data
    assert "Sari" not in maya.writes("/pair Sari").replace("“Sari”", "").replace("/pair Sari", "")
    me = person(town, "Maya")
    for effect in (
        AddStaffNote(pair.id, "x"),
        RemoveStaffNote(pair.id, note),
        WriteBoth(pair.id, "x"),
        EndPair(pair.id),
    ):
        town.apply(me, effect)
    assert len(town.rows(tables.StaffNote)) == 1
    assert town.rows(tables.Pair)[0].state == "active"


def test_a_programme_is_named_or_said_to_be_unknown(town: Town, rina: Citizen) -> None:
    assert "Mentoring Beasiswa 2026 ·" in rina.writes("/stats beasiswa this week")
    shown = rina.writes("/stats Nothing since 1 Nov")
    assert "“Nothing”" in shown
    assert "Mentoring Beasiswa 2026" in shown
    assert "couldn't read “blah”" in rina.writes("/stats since blah")


# Sheets, and the chart


def test_sheets_lead_to_each_other_and_keep_the_days(town: Town, rina: Citizen) -> None:
    town.pair()
    town.passes(hours=1)
    rina.writes("/stats this week")
    assert "way since the start" in rina.taps("Funnel")
    assert "<" not in rina.screen
    assert "Set 1" in rina.taps("Goals"), "this week, when the goal was set"
    assert "Met least" in rina.taps("By mentor")
    assert "Met least" not in rina.taps("Figures")
    looked = [row.subject for row in town.rows(tables.Activity, kind="Look")]
    assert "stats mentors #1 this week" in looked


def test_the_chart_comes_beside_the_figures(town: Town, rina: Citizen) -> None:
    pair = town.pair()
    town.passes(days=15)
    session(town, pair, "held", town.now - timedelta(days=9))
    rina.writes("/stats")
    shown = rina.taps("Chart")
    assert "12 weeks" in shown
    [message] = rina.heard
    assert not message.edited
    file = message.drawn.file
    assert file
    for locale in ("id", "en"):
        assert draw(town.house.phrases, file.content | {"locale": locale}).startswith(b"\x89PNG")


def test_each_night_is_kept_once_and_compared_with(town: Town, rina: Citizen) -> None:
    town.worker.prepare()
    town.pair()
    town.passes(days=9)
    days = [row.day for row in town.rows(tables.DayFigures)]
    assert len(days) == len(set(days)) >= 8
    assert len(town.rows(tables.Job, state="waiting", kind="figures")) == 1
    with town.look() as connection:
        told = read_figures(connection, 1, usual(town.now.date()), town.now)
    assert told.before
    assert told.now.stock.active_pairs.whole == 1
    town.restart()
    assert len(town.rows(tables.Job, state="waiting", kind="figures")) == 1


# Pairs


def test_the_quietest_pair_stands_first_and_pages_turn(town: Town, rina: Citizen) -> None:
    pairs = [town.pair(f"Mentor{n}", f"Mentee{n}", goal="") for n in range(9)]
    town.passes(days=3)
    for number, pair in enumerate(pairs[:8]):
        session(town, pair, "held", town.now - timedelta(hours=number * 24 + 1))
    shown = rina.writes("/pairs")
    assert shown.index("Mentee7") < shown.index("Mentee4")
    assert "page 1 of 2" in shown
    assert "Mentee0" not in shown
    assert "Mentee0" in rina.taps("▶")
    assert "page 1 of 2" in rina.taps("◀")
    assert "page 2 of 2" in rina.taps_data("p:pairs:quiet:99")
    assert "Mentee" in rina.taps_data("p:pairs:nonsense:-1").replace("Mentee?", "") or "Nobody" not in rina.said
    session(town, pairs[8], "confirmed", town.now + timedelta(days=2))
    assert "Mentee8" not in rina.writes("/pairs no session")


def test_a_card_tells_what_happened_and_never_what_was_said(town: Town, rina: Citizen) -> None:
    pair = town.pair()
    pair.mentee.writes("/bilang Rahasia antara kita")
    session(town, pair, "held", town.now - timedelta(days=1), topic="Topik rahasia")
    town.passes(days=7)
    pair.mentee.writes("/checkin")
    pair.mentee.does("[50%]", "[1 berat]", "Langkah rahasia", "[Lewati]")
    for shown in (rina.writes("/pair Sari"), rina.taps_data(f"p:pair:{pair.id}")):
        for words in ("Sari → Budi", "1 message", "session held", "check-in answered", "Goal: Portofolio data · 50%"):
            assert words in shown, shown
        assert "ahasia" not in shown
        assert "Berat" not in shown
    assert f"pair {pair.id}" in [row.subject for row in town.rows(tables.Activity, kind="Look")]


def test_several_that_may_be_meant_are_a_choice(town: Town, rina: Citizen) -> None:
    town.pair("Budi", "Sari Dewi")
    town.pair("Agus", "Sari Lestari")
    assert "Which pair?" in rina.writes("/pair Sari")
    assert "Sari Lestari → Agus" in rina.taps("Sari Lestari")
    assert "Which pair?" in rina.writes("/pairs Sari")
    assert "No pair with the name “Zzz”" in rina.writes("/pair Zzz")
    assert "Whose pair?" in rina.writes("/pair")
    assert "isn't in the programme" in rina.writes("/pair 99999999999999")


def test_notes_are_kept_listed_and_taken_away_by_their_author_or_an_owner(town: Town, rina: Citizen) -> None:
    pair = town.pair()
    dito = town.staff("7000000002", "Dito", "en", "coordinator")
    rina.writes("/pair Sari")
    rina.does("[Add a note]", "Sari pindah rumah")
    assert "Rina noted" in rina.screen
    assert "Sari pindah rumah" in dito.taps_data(f"p:pair_notes:{pair.id}")
    assert "Remove" not in dito.screen
    note = town.rows(tables.StaffNote)[0].id
    dito.taps_data(f"do:pair_unnote:{pair.id}:{note}")
    assert len(town.rows(tables.StaffNote)) == 1, "not his"
    dito.taps_data(f"go:pair_note:{pair.id}")
    dito.writes("Sudah ditelepon")
    rina.taps_data(f"p:pair_notes:{pair.id}")
    second = town.rows(tables.StaffNote)[1].id
    assert "Sudah ditelepon" not in rina.taps_data(f"do:pair_unnote:{pair.id}:{second}"), "an owner may"
    rina.taps_data(f"do:pair_unnote:{pair.id}:{second}")
    assert len(town.rows(tables.StaffNote)) == 1
    assert "pindah" not in pair.mentee.writes("/dataku") + pair.mentor.writes("/dataku")


def test_whoever_erases_takes_the_notes_about_their_pair_along(town: Town, rina: Citizen) -> None:
    pair = town.pair()
    town.apply(person(town, "Rina"), AddStaffNote(pair.id, "Sari sakit"))
    assert town.rows(tables.StaffNote)
    town.apply(person(town, "Sari"), Erase())
    assert not town.rows(tables.StaffNote)
    assert "(has erased their data) → Budi" in rina.taps_data(f"p:pair:{pair.id}")


def test_both_are_written_to_after_a_second_look(town: Town, rina: Citizen) -> None:
    pair = town.pair()
    rina.taps_data(f"go:pair_write:{pair.id}")
    assert "“Apa kabar?”" in rina.writes("Apa kabar?")
    assert "nothing was sent" in rina.taps("Don't send")
    rina.taps_data(f"go:pair_write:{pair.id}")
    rina.does("Apa kabar?", "[Send]")
    assert "On its way to Sari, Budi" in rina.said
    town.passes(days=1)
    for who in (pair.mentee, pair.mentor):
        assert "menulis:\n“Apa kabar?”" in "\n".join(map(str, who.messages.values()))
    assert "Rina</b>" not in str(pair.mentee.screen)


def test_a_pair_is_ended_once_and_kindly(town: Town, rina: Citizen) -> None:
    pair = town.pair()
    session(town, pair, "confirmed", town.now + timedelta(days=5))
    rina.taps_data(f"go:pair_end:{pair.id}")
    assert "1 session ahead is called off" in rina.screen
    assert "Sari → Budi" in rina.taps("Keep it")
    assert town.rows(tables.Pair)[0].state == "active"
    rina.taps_data(f"go:pair_end:{pair.id}")
    assert "The pair of Sari, Budi has ended" in rina.taps("Yes, end it")
    town.passes(days=1)
    assert "Ini bukan salahmu" in "\n".join(map(str, pair.mentee.messages.values()))
    assert "has ended already" in rina.taps_data(f"go:pair_end:{pair.id}")
    town.apply(person(town, "Rina"), EndPair(pair.id))
    assert "over now" in rina.writes("/pair Sari")
    assert town.rows(tables.Pair)[0].reason == "staff"


def _labels(town: Town) -> Iterator[tuple[str, str]]:
    return product(("id", "en"), ("/stats", "/stats funnel", "/stats goals", "/pairs", "/pair Sari"))


def test_screens_fit_a_phone_in_both_languages(town: Town) -> None:
    town.pair()
    staff = {locale: town.staff(f"72{locale}", locale=locale) for locale in ("id", "en")}
    for locale, text in _labels(town):
        shown = staff[locale].writes(text)
        assert len(shown) < 900
        assert "{" not in shown
        assert "—" not in shown
