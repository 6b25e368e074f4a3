"""Forms in their moments: after a session, how the two get on, half-way, a mentor's view of goals; and what answers
give in total, which is nothing of fewer than five people."""

from datetime import timedelta

import pytest
from sqlalchemy import insert

from bot.furnish import PROMPTS
from bot.mentoring.feedback import totals
from bot.talk.forms import frozen, pages, read_form
from bot.talk.talk import look_ahead
from storage import tables
from storage.form_results import read_results
from storage.rows import table
from tests.test_parting import texts
from tests.town import Citizen, Pair, Town


def form(name: str) -> object:
    """A form as it ships."""
    return read_form((PROMPTS / "forms" / f"{name}.toml").read_text(encoding="utf-8"), name)[0]


@pytest.fixture
def pair(town: Town) -> Pair:
    """A pair with a goal."""
    return town.pair()


def sent(town: Town, who: Citizen, kind: str) -> int:
    """How many reminders of a kind somebody got."""
    return sum(parcel.kind == kind and parcel.chat == who.account for _, parcel in town.delivered)


def meets(town: Town, pair: Pair) -> int:
    """A session that is over since a quarter of an hour."""
    sessions = table(tables.Session)
    row = {"pair_id": pair.id, "programme_id": 1, "state": "confirmed", "kind": "video", "minutes": 45, "uid": "u1"}
    times = {"starts_at": town.now - timedelta(hours=1), "created_at": town.now, "changed_at": town.now, "slots": []}
    blank = {"topic": "", "link": "", "sequence": 0, "series": "", "reason": ""}
    town.writer.do(lambda c: c.execute(insert(sessions), row | times | blank)).result(10)
    return int(town.rows(tables.Session)[0].id)


def test_three_taps_follow_the_yes_after_a_session(town: Town, pair: Pair) -> None:
    number = meets(town, pair)
    said = pair.mentee.taps_data(f"go:met:{number}:met:yes")
    assert "Seberapa berguna sesi dengan Budi" in said
    assert "tidak melihat jawaban" in pair.mentee.does("[Lumayan]", "[Ya]", "[Waktu]")
    [response] = town.rows(tables.FormResponse)
    row = town.rows(tables.Pair)[0]
    assert (response.subject, response.about_id) == (f"session:{number}", row.mentor_id)
    assert response.answers == {"useful": "somewhat", "next-step": True, "blocking": "time"}
    town.passes(days=5)
    assert sent(town, pair.mentee, "after-session") == 0
    assert "Lumayan" not in texts(pair.mentor)


def test_who_stops_in_the_middle_is_reminded_and_goes_on_where_they_were(town: Town, pair: Pair) -> None:
    """Two reminders of its own, none of the conversation's; then silence."""
    number = meets(town, pair)
    pair.mentor.taps_data(f"go:met:{number}:met:yes")
    pair.mentor.taps("Berguna sekali")
    town.passes(days=1, hours=1)
    assert "tiga ketukan saja, sebelum lupa" in texts(pair.mentor)
    assert "langkah berikutnya" in pair.mentor.taps("Jawab sekarang")
    town.passes(days=5)
    assert (sent(town, pair.mentor, "after-session"), sent(town, pair.mentor, "idle")) == (2, 0)


def test_the_pulse_comes_after_thirty_days_three_times_at_most_and_again_after_sixty(town: Town, pair: Pair) -> None:
    town.passes(days=29)
    assert sent(town, pair.mentee, "pulse") == 0
    town.passes(days=12)
    assert sent(town, pair.mentee, "pulse") == 3
    assert sent(town, pair.mentor, "pulse") == 3
    town.passes(days=50)
    assert sent(town, pair.mentee, "pulse") == 4


def test_a_low_pulse_offers_a_human_and_stays_private(town: Town, pair: Pair) -> None:
    town.passes(days=31)
    assert "tidak melihat jawaban" in pair.mentee.taps_data(f"go:pulse:pair-{pair.id}")
    said = pair.mentee.does("[Di bawah harapan]", "Jarang dibalas")
    assert "Minta bantuan" in said
    assert "Mentormu tidak diberi tahu" in said
    town.passes(days=6)
    assert sent(town, pair.mentee, "pulse") == 1
    assert "Jarang dibalas" not in texts(pair.mentor)
    assert "Minta bantuan" not in pair.mentor.does("/cancel") + pair.mentor.taps_data(f"go:pulse:pair-{pair.id}")
    assert "Minta bantuan" not in pair.mentor.does("[Sesuai harapan]", "[Lewati]")


def test_two_views_of_a_goal_far_apart_become_a_topic_for_both(town: Town, pair: Pair) -> None:
    pair.mentee.does("/checkin", "[75%]", "[3 biasa]", "[Lewati]", "[Lewati]")
    [goal] = town.rows(tables.Goal)
    pair.mentor.taps_data(f"go:goal-view:goal-{goal.id}")
    said = pair.mentor.does("[25%]", "Baru mulai")
    assert "Tersimpan" in said
    town.passes(hours=14)
    assert "Bukan soal benar atau salah" in texts(pair.mentor)
    assert "kamu melihat Portofolio data di 75%, Budi di 25%" in texts(pair.mentee)
    assert "Baru mulai" not in texts(pair.mentee)
    assert town.rows(tables.FormResponse)[0].subject == f"goal:{goal.id}"


def test_near_views_are_no_topic_and_the_next_goal_follows(town: Town, pair: Pair) -> None:
    town.goal(pair.mentee.account, "Bahasa Inggris")
    first, second = (goal.id for goal in town.rows(tables.Goal))
    town.passes(days=31)
    assert "[Bahasa Inggris]" in texts(pair.mentor)
    pair.mentor.taps_data(f"go:goal-view:goal-{first}")
    assert "Bahasa Inggris: menurut Anda" in pair.mentor.does("[50%]", "[Lewati]")
    pair.mentor.does("[50%]", "[Lewati]")
    town.passes(days=6)
    assert "Bahan obrolan" not in texts(pair.mentor)
    assert sent(town, pair.mentor, "goal-view") == 1
    assert {each.subject for each in town.rows(tables.FormResponse)} == {f"goal:{first}", f"goal:{second}"}


def test_nobody_elses_pair_or_goal_can_be_asked_about(town: Town, pair: Pair) -> None:
    """Made-up buttons."""
    for button in ("go:goal-view:goal-99", "go:pulse:pair-99", "go:after-session:session-99", "go:closing:x"):
        assert "sudah berakhir" in pair.mentor.taps_data(button)
    assert "sudah berakhir" in pair.mentee.taps_data("go:goal-view:goal-1")
    assert not town.rows(tables.FormResponse)


def test_required_questions_that_stand_together_are_a_page(town: Town, pair: Pair) -> None:
    """One modal in Discord, one after the other elsewhere."""
    sizes = {name: [len(page) for page in pages(form(name))] for name in ("midway", "closing", "feedback")}  # type: ignore[arg-type]
    assert sizes == {"midway": [3, 1], "closing": [3, 1, 1, 1], "feedback": [1, 1, 1, 1]}
    pair.mentee.taps_data(f"go:midway:pair-{pair.id}")
    [talk] = town.rows(tables.Conversation, flow="midway")
    from storage.rows import talk_of

    place = look_ahead(town.house.flows["midway"].run, talk_of(talk).facts, {})
    assert [question.key for question in place.page] == ["relation", "progress", "rhythm"]
    assert frozen(talk_of(talk).facts.form).name == "midway"


def test_answers_can_be_changed_while_the_form_is_open(town: Town, pair: Pair) -> None:
    pair.mentee.does("/cancel")
    pair.mentee.taps_data(f"go:midway:pair-{pair.id}")
    pair.mentee.does("[Sesuai harapan]", "/kembali", "[Di atas harapan]", "[Sebagian]", "[Pas]", "[Lewati]")
    assert town.rows(tables.FormResponse)[0].answers["relation"] == 4


def test_forms_read_well_in_english(town: Town) -> None:
    pair = town.pair("Anna", "Emma", locale="en")
    assert "how is mentoring with Anna going" in pair.mentee.taps_data(f"go:pulse:pair-{pair.id}")
    assert "Your mentor isn't told" in pair.mentee.does("[Far below]", "[Skip]")


# Totals


def answers(people: int, score: int = 4) -> list[tuple[int | None, str, dict[str, object]]]:
    return [(person, "pair:1", {"score": score, "comment": "rahasia"}) for person in range(people)]


def test_four_people_give_no_total_and_five_do() -> None:
    known: dict[str, frozenset[str]] = {"score": frozenset()}
    few, enough = totals(answers(4), known)["score"], totals(answers(5), known)["score"]
    assert (few.n, few.mean, few.counts, few.withheld) == (0, None, {}, True)
    assert (enough.n, enough.mean, enough.counts, enough.withheld) == (5, 4.0, {"4": 5}, False)


def test_one_person_who_answers_five_times_is_one_person() -> None:
    mine = [(1, f"session:{n}", {"score": 5}) for n in range(5)]
    assert totals(mine, {"score": frozenset()})["score"].withheld
    assert totals([*answers(5, 2), (0, "pair:1", {"score": 4})], {"score": frozenset()})["score"].mean == 2.4


def test_words_are_nobodys_total_and_own_ones_count_as_other() -> None:
    given = [(n, "", {"why": ["time", "motor saya rusak"], "ok": n > 1, "comment": "x"}) for n in range(5)]
    found = totals(given, {"why": frozenset({"time"}), "ok": frozenset()})
    assert found["why"].counts == {"other": 5, "time": 5}
    assert found["ok"].counts == {"no": 2, "yes": 3}
    assert "comment" not in found


def test_results_are_read_for_a_programme_and_about_one_person(town: Town, pair: Pair) -> None:
    row = town.rows(tables.Pair)[0]
    people = [row.mentee_id, *range(row.mentee_id + 10, row.mentee_id + 14)]
    given = [
        {"person_id": None if n else person, "about_id": row.mentor_id, "programme_id": 1, "form": "pulse"}
        | {"version": "v", "subject": f"pair:{n}", "answers": {"score": 3, "comment": "x"}, "at": town.now}
        for n, person in enumerate(people)
    ]
    town.writer.do(lambda c: c.execute(insert(table(tables.FormResponse)), given)).result(10)
    with town.look() as connection:
        about = read_results(connection, 1, form("pulse"), row.mentor_id)  # type: ignore[arg-type]
        nobody = read_results(connection, 1, form("pulse"), row.mentee_id)  # type: ignore[arg-type]
    assert about["score"].withheld  # those who are gone can't be told apart: they may be one person
    assert nobody["score"].withheld
    assert set(about) == {"score"}
