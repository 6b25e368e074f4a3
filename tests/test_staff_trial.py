"""What the coordinators' screens say of one thing is the same on all of them."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from storage.seed import seed
from tests.town import Citizen, settled


@pytest.fixture(scope="module")
def rina(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Citizen]:
    """Who looks after a programme that has run for four months before the bot judged any of its pairs."""
    with settled(tmp_path_factory.mktemp("trial")) as town:
        town.writer.do(lambda c: seed(c, 60, 4, town.now)).result(60)
        yield town.staff(locale="en")


def told(said: str, pattern: str) -> str:
    found = re.search(pattern, said)
    assert found, said
    return found[1]


def test_free_places_are_as_many_beside_the_mentors_as_in_the_figures(rina: Citizen) -> None:
    free = r"Free places with mentors (\d+)"
    assert told(rina.writes("/stats"), free) == told(rina.writes("/stats mentors"), free)


def test_pairs_nobody_judged_before_have_not_become_more(rina: Citizen) -> None:
    line = next(each for each in rina.writes("/stats").splitlines() if each.startswith("Need attention"))
    assert re.fullmatch(r"Need attention \d+ of \d+ pairs", line)


def test_a_pair_is_silent_for_as_long_in_the_list_as_among_those_at_risk(rina: Citizen) -> None:
    silent = re.findall(r"\d\. (.+ → .+) · (\d+) days without a word", rina.writes("/at_risk"))
    assert silent
    listed = rina.writes("/pairs")
    assert [told(listed, f"{pair}\n(\\d+) days") for pair, _ in silent if pair in listed] == [
        days for pair, days in silent if pair in listed
    ]
