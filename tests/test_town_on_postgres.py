"""Stories of those modules that are on SQLite only (`tests.conftest.BOTH`), told once more on PostgreSQL. All of them:
`make test-postgresql`."""

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
    test_forms,
    test_goals,
    test_settings,
    test_staff_export_digest,
    test_staff_forms,
    test_staff_inbox,
    test_staff_people,
    test_staff_programme,
    test_staff_reach,
    test_staff_risk,
    test_staff_stats,
)
from tests.conftest import BOTH
from tests.postgres import Pool, Server
from tests.town import ENROLMENT, Town, settled

MEMBER = table(tables.Membership)
pytestmark = pytest.mark.postgres

STORIES: tuple[Callable[[Town], None], ...] = (
    test_agreement.test_answers_are_seen_only_once_both_have_given_them,
    test_forms.test_a_form_is_a_few_taps_and_its_answers_name_its_version,
    test_goals.test_a_first_goal_takes_five_short_questions_mostly_tapped,
    test_settings.test_the_language_changes_with_the_very_answer,
    test_staff_export_digest.test_a_discord_channel_gets_the_figures_and_its_coordinator_a_word,
    test_staff_forms.test_a_form_about_the_partner_finds_or_asks_whose,
    test_staff_inbox.test_a_mentor_on_discord_in_english,
    test_staff_people.test_in_indonesian_too,
    test_staff_programme.test_new_dates_say_how_many_pairs_move_and_move_them,
    test_staff_reach.test_a_filter_finds_its_people,
    test_staff_risk.test_another_programmes_pairs_are_out_of_reach,
    test_staff_stats.test_viewers_see_totals_and_no_names,
)


@pytest.fixture
def place(tmp_path: Path, postgres_server: Server, pool: Pool) -> Iterator[Town]:
    """A town with a programme, on PostgreSQL."""
    name = pool.take()
    with settled(tmp_path, url=postgres_server.url(name)) as town:
        town.programme()
        yield town
    pool.give(name)


def test_what_is_on_both_databases_is_there() -> None:
    assert {name for name in BOTH if not Path(__file__).with_name(f"{name}.py").exists()} == set()


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
