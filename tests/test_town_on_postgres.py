"""Some of each kind of story, told once more on PostgreSQL. All of them: TOWN=postgresql pytest."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy import update

from storage import tables
from storage.rows import table
from storage.trail import seen_by
from tests import (
    test_agreement,
    test_checkin,
    test_desk,
    test_forms,
    test_goals,
    test_pairing,
    test_promises,
    test_rights,
    test_staff_programme,
    test_staff_reach,
    test_staff_risk,
    test_staff_stats,
)
from tests.postgres import Server
from tests.town import ENROLMENT, Town, settled

MEMBER = table(tables.Membership)
pytestmark = pytest.mark.postgres

STORIES: tuple[Callable[[Town], None], ...] = (
    test_agreement.test_answers_are_seen_only_once_both_have_given_them,
    test_checkin.test_a_check_in_takes_a_few_taps_and_says_what_it_kept,
    test_desk.test_a_single_mentee_is_shown_at_once_and_several_by_a_line_each,
    test_forms.test_a_form_is_a_few_taps_and_its_answers_name_its_version,
    test_goals.test_a_first_goal_takes_five_short_questions_mostly_tapped,
    test_pairing.test_a_mentor_enrols_with_what_they_offer_and_a_first_word,
    test_promises.test_many_messages_at_once_are_handled_one_by_one_in_order,
    test_rights.test_erasing_leaves_nothing_of_the_person_and_nothing_open,
    test_rights.test_a_paused_mentee_gets_nothing_until_the_day_they_named,
    test_staff_programme.test_new_dates_say_how_many_pairs_move_and_move_them,
    test_staff_reach.test_a_filter_finds_its_people,
    test_staff_risk.test_another_programmes_pairs_are_out_of_reach,
    test_staff_stats.test_viewers_see_totals_and_no_names,
)


@pytest.fixture
def place(tmp_path: Path, postgres_server: Server, migrated: str) -> Iterator[Town]:
    """A town with a programme, on PostgreSQL."""
    name = postgres_server.create(migrated)
    with settled(tmp_path, url=postgres_server.url(name)) as town:
        town.programme()
        yield town
    postgres_server.drop(name)


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story.__name__)
def test_it_is_the_same_story(story: Callable[[Town], None], place: Town) -> None:
    """Word by word, as each asserts."""
    story(place)


def test_who_left_comes_back(place: Town) -> None:
    """A membership that is there already is begun anew, though PostgreSQL counts rows differently."""
    sari = place.mentee()
    place.writer.do(lambda connection: connection.execute(update(MEMBER).values(standing="left"))).result(10)
    sari.writes(f"/start {place.invite()}")
    sari.does(*ENROLMENT["id"]("Sari"))
    assert [row.standing for row in place.rows(tables.Membership)] == ["active"]


def test_the_trail_and_ones_own_data_are_read(place: Town) -> None:
    """Names are looked for in what was typed, in any case."""
    rina, sari = place.staff(locale="en"), place.mentee()
    rina.writes("/person SARI")
    assert "Sari" in rina.writes("/audit Sari")
    person = place.rows(tables.Account, external_id=sari.account)[0].person_id
    with place.look() as connection:
        assert [look["page"] for look in seen_by(connection, person)] == ["person", "audit"]
