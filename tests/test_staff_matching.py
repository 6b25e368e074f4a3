"""Matching by the coordinator: exact under capacity, explained, and nothing real before a person confirms it."""

from __future__ import annotations

from functools import partial
from itertools import product
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Connection, update

from bot.mentoring.matching import score
from bot.mentoring.matching_rows import rows_of
from bot.mentoring.matching_run import match_all
from bot.mentoring.matching_solver import NOBODY, market_of, solve
from bot.mentoring.plans import Matching
from storage import tables
from storage.bulk import insert_many
from storage.rows import table
from storage.staff.matching_runs import SMALL, work_out
from tests.bench.matching import pool
from tests.town import Citizen, Town

PERSON, MEMBER = table(tables.Person), table(tables.Membership)


def worth_of(chosen: list[int], worth: list[list[int]]) -> int:
    return sum(row[place] for row, place in zip(worth, chosen, strict=True) if place != NOBODY)


def by_hand(worth: list[list[int]], rooms: list[int]) -> tuple[int, tuple[int, int]]:
    """The best sum of any matching, and the most pairs with the best sum among those."""
    best, most = 0, (0, 0)
    for chosen in product(range(-1, len(rooms)), repeat=len(worth)):
        if any(chosen.count(place) > room for place, room in enumerate(rooms)):
            continue
        if any(place != NOBODY and row[place] < 0 for row, place in zip(worth, chosen, strict=True)):
            continue
        total = worth_of(list(chosen), worth)
        best, most = max(best, total), max(most, (sum(place != NOBODY for place in chosen), total))
    return best, most


@st.composite
def markets(draw: st.DrawFn) -> tuple[list[list[int]], list[int]]:
    mentors = draw(st.integers(1, 3))
    row = st.lists(st.integers(-3, 9), min_size=mentors, max_size=mentors)
    rooms = st.lists(st.integers(0, 2), min_size=mentors, max_size=mentors)
    return draw(st.lists(row, min_size=1, max_size=5)), draw(rooms)


@given(markets())
def test_no_other_matching_is_worth_more_and_no_mentor_gets_too_many(market: tuple[list[list[int]], list[int]]) -> None:
    worth, rooms = market
    best, (pairs, total) = by_hand(worth, rooms)
    fit, most = solve(worth, rooms), solve(worth, rooms, most=True)
    assert worth_of(fit, worth) == best
    assert (sum(place != NOBODY for place in most), worth_of(most, worth)) == (pairs, total)
    for chosen in (fit, most):
        assert all(chosen.count(place) <= room for place, room in enumerate(rooms))
    assert solve(worth, rooms) == fit


@st.composite
def crowds(draw: st.DrawFn) -> tuple[list[list[int]], list[int], int]:
    """More mentors than are looked at first, most of whom somebody must never meet."""
    chance = draw(st.randoms(use_true_random=True))
    mentees, mentors = draw(st.integers(1, 60)), draw(st.integers(25, 70))
    never, highest = draw(st.sampled_from((0.0, 0.5, 0.95))), draw(st.sampled_from((5, 1000)))
    worth = [
        [-30_000 if chance.random() < never else chance.randint(0, highest) for _ in range(mentors)]
        for _ in range(mentees)
    ]
    return worth, [chance.choice((0, 0, 1, 2)) for _ in range(mentors)], draw(st.sampled_from((0, highest // 2)))


@given(crowds(), st.booleans())
def test_prices_prove_that_nothing_is_better_in_a_crowd(
    crowd: tuple[list[list[int]], list[int], int],
    most: bool,
) -> None:
    """By the duality of linear programmes: no matching is worth more than what all gain and all places cost."""
    worth, rooms, least = crowd
    market = market_of(worth, rooms, least, most=most)
    alone = -(max(0, *map(max, worth), 0) + 1) * (len(worth) + 1) if most else 0
    gains = (
        max(alone, *(each - price for each, price in zip(row, market.price, strict=True) if each >= least), alone)
        for row in worth
    )
    costs = sum(price * room for price, room in zip(market.price, rooms, strict=True))
    left = market.chosen.count(NOBODY)
    assert worth_of(market.chosen, worth) + alone * left == sum(gains) + costs
    chosen = solve(worth, rooms, least=least, most=most)
    assert worth_of(chosen, worth) + alone * chosen.count(NOBODY) == worth_of(market.chosen, worth) + alone * left
    assert all(chosen.count(place) <= room for place, room in enumerate(rooms))


def test_a_whole_pool_counts_as_each_two_do() -> None:
    everybody, weights = pool(40, 25), Matching()
    for mentee, row in zip(everybody.waiting, rows_of(everybody, weights), strict=True):
        for mentor, worth in zip(everybody.offering, row, strict=True):
            how = score(mentee, mentor, weights)
            assert worth < 0 if how.limit else worth == how.total


def test_a_large_pool_is_worked_out_in_a_process_of_its_own_with_the_same_result() -> None:
    everybody = pool(160, 140)
    assert len(everybody.waiting) * len(everybody.offering) > SMALL
    assert work_out(everybody, Matching(), most=False) == match_all(everybody, Matching(), most=False)


@pytest.fixture
def desk(town: Town) -> tuple[Town, Citizen]:
    """Three mentees, two mentors with two places each, all free at weekends; and who matches them."""
    rina = town.staff()
    for number, name in enumerate(("Sari Wulandari", "Yosef Lado", "Dewi Bria")):
        town.mentee(f"50000000{number:02}", name).writes("/batal")
    for number, name in enumerate(("Budi Santoso", "Rahayu Siregar")):
        town.mentor(f"60000000{number:02}", name)
    for row in town.rows(tables.Person):
        free = update(PERSON).where(PERSON.c.id == row.id).values(about={**row.about, "days": ["sat", "sun"]})
        town.writer.do(partial(Connection.execute, statement=free)).result(10)
    return town, rina


def test_somebody_gets_three_suggestions_with_reasons(desk: tuple[Town, Citizen]) -> None:
    town, rina = desk
    said = rina.writes("/cocokkan saran sari")
    assert "Budi Santoso" in said
    assert "Rahayu Siregar" in said
    assert "jam luang yang sama" in said
    assert "Siapa?" in rina.writes("/cocokkan saran zzzz")
    rina.does("/cocokkan saran sari", "[Pasangkan: Budi]", "[Ya, jadikan]")
    assert town.rows(tables.Pair)[0].source == "suggestion"


def test_who_has_chosen_a_mentor_is_left_out_with_the_place_they_wait_for(desk: tuple[Town, Citizen]) -> None:
    town, rina = desk
    sari, budi = (town.rows(tables.Person, name=name)[0].id for name in ("Sari Wulandari", "Budi Santoso"))
    yosef = town.rows(tables.Person, name="Yosef Lado")[0].id
    rina.writes("/cocokkan run")
    rina.taps("Paling cocok")  # a draft from before
    wish = {"programme_id": 1, "mentor_id": budi, "at": town.now}
    both = [wish | {"mentee_id": sari, "state": "asked"}, wish | {"mentee_id": yosef, "state": "accepted"}]
    town.writer.do(lambda c: insert_many(c, tables.Wish, both)).result(10)
    assert "Gugur: Sari Wulandari" in rina.writes("/cocokkan terbitkan")
    assert "Pasangkan" not in rina.writes("/cocokkan kenapa sari, rahayu")
    assert "2 mentee sudah memilih mentor sendiri" in rina.writes("/cocokkan run")
    rina.taps("Sebanyak")
    said = rina.taps("Lihat draf")
    assert "2 mentee sudah memilih" in said
    assert "Dewi Bria → Rahayu" in said  # both of Budi's places are spoken for
    assert "Pilihan sendiri" in rina.writes("/cocokkan")
    rina.writes("/cocokkan terbitkan")
    rina.taps("Ya, terbitkan 1")
    assert [row.mentor_id != budi for row in town.rows(tables.Pair)] == [True]


def test_why_and_why_not_are_told_with_all_parts(desk: tuple[Town, Citizen]) -> None:
    _, rina = desk
    said = rina.writes("/cocokkan kenapa Sari, Budi")
    assert "bobot 30" in said
    assert "Sari Wulandari → Budi Santoso" in said
    assert "belum kutemukan" in rina.writes("/cocokkan kenapa Sari, Yosef")


def test_names_that_several_have_are_asked_and_absence_has_its_own_words(desk: tuple[Town, Citizen]) -> None:
    town, rina = desk
    town.mentee("5000000007", "Sari Lado").writes("/batal")
    assert "Yang mana" in rina.writes("/cocokkan kenapa sari, budi")
    assert "Sari Wulandari → Budi Santoso" in rina.taps("Sari Wulandari → Budi Santoso")
    dewi = town.rows(tables.Person, name="Dewi Bria")[0].id
    for standing, words in (("left", "keluar"), ("paused", "jeda"), ("waiting", "mendaftar")):
        gone = update(MEMBER).where(MEMBER.c.person_id == dewi).values(standing=standing)
        town.writer.do(partial(Connection.execute, statement=gone)).result(10)
        assert words in rina.writes("/cocokkan saran dewi")


def test_people_kept_apart_are_never_matched_until_they_may_again(desk: tuple[Town, Citizen]) -> None:
    town, rina = desk
    rina.writes("/cocokkan pisahkan sari wulandari budi santoso")
    rina.taps("Ya, jangan")
    rina.taps_data("do:match_apart:2-5")
    assert len(town.rows(tables.Exclusion)) == 1
    assert "tidak dipasangkan" in rina.writes("/cocokkan kenapa sari, budi")
    rina.writes("/cocokkan run")
    rina.taps("Paling cocok")
    mentor = {row.mentee_id: row.mentor_id for row in town.rows(tables.DraftPair)}
    apart = town.rows(tables.Exclusion)[0]
    assert mentor[apart.mentee_id] != apart.mentor_id
    rina.writes("/cocokkan terpisah")
    rina.taps("Boleh lagi")
    assert town.rows(tables.Exclusion) == []


def test_a_draft_is_locked_dropped_run_again_and_published_once(desk: tuple[Town, Citizen]) -> None:
    town, rina = desk
    rina.writes("/cocokkan run")
    assert "3 pasangan" in rina.taps("Paling cocok")
    rina.taps("Lihat draf")
    assert town.rows(tables.Pair) == []  # nothing is real yet
    assert "bobot 30" in rina.taps("1. ")
    rina.taps("Kunci")
    rina.does("[2. ]", "[Lepas]")
    locked = next(row for row in town.rows(tables.DraftPair) if row.state == "locked")
    dropped = next(row for row in town.rows(tables.DraftPair) if row.state == "dropped")
    rina.taps("CSV")
    assert "terkunci" in town.file_of(rina).decode()
    rina.writes("/cocokkan run")
    rina.taps("Sebanyak")
    draft = town.rows(tables.Draft, state="open")[0]
    rows = {(row.mentee_id, row.mentor_id): row.state for row in town.rows(tables.DraftPair, draft_id=draft.id)}
    assert rows[locked.mentee_id, locked.mentor_id] == "locked"
    assert rows[dropped.mentee_id, dropped.mentor_id] == "dropped"
    assert len(rows) == 4  # the dropped one went to somebody else
    rina.writes("/cocokkan terbitkan")
    rina.taps("Ya, terbitkan 3")
    rina.taps_data(f"do:match_publish:{draft.id}")
    assert [(row.state, row.source) for row in town.rows(tables.Pair)] == [("active", "match")] * 3
    town.passes(hours=1)
    told = [shown.text for citizen in town.citizens.values() for shown in citizen.messages.values()]
    assert sum("Kenalkan mentormu" in text for text in told) == 3
    assert sum(text.startswith("Mentee Anda:") for text in told) == 3


def test_what_changed_since_the_draft_falls_away_with_its_reason(desk: tuple[Town, Citizen]) -> None:
    town, rina = desk
    rina.writes("/cocokkan run")
    rina.taps("Paling cocok")
    town.citizens["5000000000"].does("/jeda 2w")
    said = rina.writes("/cocokkan terbitkan")
    assert "Gugur: Sari Wulandari" in said
    assert "jeda" in said
    rina.taps("Ya, terbitkan 2")
    assert len(town.rows(tables.Pair)) == 2


def test_buttons_of_others_change_nothing(desk: tuple[Town, Citizen]) -> None:
    town, rina = desk
    rina.writes("/cocokkan run")
    rina.taps("Paling cocok")
    row, draft = town.rows(tables.DraftPair)[0], town.rows(tables.Draft)[0]
    viewer = town.staff("7000000009", "Wati", role="viewer")
    forged: list[Any] = [
        f"do:match_mark:{row.id}:locked",
        f"do:match_publish:{draft.id}",
        "p:match",
        "do:match_apart:2-5",
    ]
    for who in (viewer, town.citizens["5000000000"], town.citizens["6000000000"]):
        for data in forged:
            who.taps_data(data)
        assert "Mencocokkan" not in who.writes("/cocokkan")
    assert town.rows(tables.Pair) == town.rows(tables.Exclusion) == []
    assert {each.state for each in town.rows(tables.DraftPair)} == {"proposed"}


@pytest.mark.parametrize(
    "words", ["/match", "/match run", "/match draft", "/match publish", "/match left", "/match apart"]
)
def test_an_empty_programme_is_told_so_plainly(town: Town, words: str) -> None:
    james = town.staff(locale="en")
    said = james.writes(words)
    assert said
    assert "None" not in said
