"""A pair agrees on how it works: each side alone, then both together, and again after one and two thirds."""

from datetime import date, timedelta

import pytest

from bot.mentoring.agreement import agreed, differing, proposed, round_at, table_of
from bot.mentoring.people import Pact
from storage import tables
from tests.town import Citizen, Pair, Town

SIX = {
    "id": ("[Tiap minggu]", "[45 menit]", "[Video]", "[1 hari]", "[Semuanya", "[Tujuannya"),
    "other": ("[Tiap dua minggu]", "[45 menit]", "[Suara]", "[1 hari]", "[Semuanya", "[Tujuannya"),
}


def answers(who: Citizen, which: str = "id", *, command: str = "/kesepakatan") -> str:
    """Answer the six questions."""
    return who.does(command, *(step if step.endswith("]") else f"{step}]" for step in SIX[which]))


def both_agreed(town: Town) -> Pair:
    """A pair that has agreed, with everything the same."""
    pair = town.pair()
    answers(pair.mentee)
    answers(pair.mentor)
    pair.mentor.taps("Setuju")
    pair.mentee.taps("Setuju")
    return pair


def test_answers_are_seen_only_once_both_have_given_them(town: Town) -> None:
    """Then only where they differ; the calmer answer is suggested; both agree, and it holds."""
    pair = town.pair()
    assert "Begitu Budi juga mengisi" in answers(pair.mentee)
    assert "dua minggu" not in pair.mentee.screen
    said = answers(pair.mentor, "other")
    assert "sepaham di 4 dari 6" in said
    assert "Seberapa sering: Tiap dua minggu · Sari: Tiap minggu" in said
    assert "Lamanya" not in said
    assert "Budi juga sudah mengisi" in pair.mentee.screen
    assert "usul: Tiap dua minggu" in pair.mentee.screen
    assert "Tinggal Budi" in pair.mentee.taps("Setuju")
    assert "Sari setuju" in pair.mentor.screen
    assert "berlaku ✓" in pair.mentor.taps("Setuju")
    assert "Budi setuju" in pair.mentee.screen
    assert "Tiap dua minggu, 45 menit" in pair.mentee.screen
    assert {row.terms["cadence"] for row in town.rows(tables.Agreement)} == {"biweekly"}


def test_one_who_changes_after_agreeing_asks_both_again_and_the_old_terms_hold(town: Town) -> None:
    pair = both_agreed(town)
    pair.mentor.writes("/kesepakatan")
    pair.mentor.does("[Ubah jawaban]", "/ubah", "[Seberapa sering]", "[Tiap bulan]")
    said = pair.mentor.taps("Simpan")
    assert "usul: Tiap bulan" in said
    assert "Budi mengubah jawabannya" in pair.mentee.screen
    assert {row.terms["cadence"] for row in town.rows(tables.Agreement)} == {"weekly"}
    pair.mentee.taps("Setuju")
    pair.mentor.taps("Setuju")
    assert {row.terms["cadence"] for row in town.rows(tables.Agreement)} == {"monthly"}


def test_nobody_agrees_to_what_has_changed_meanwhile(town: Town) -> None:
    """A button of before the change says so, and agrees to nothing; a second tap on a good one does nothing more."""
    pair = town.pair()
    answers(pair.mentee)
    answers(pair.mentor)
    old = next(data for name, data in list(pair.mentee.messages.values())[-1].buttons if "agree:" in data)
    pair.mentor.writes("/kesepakatan")
    pair.mentor.does("[Ubah jawaban]", "/ubah", "[Lamanya]", "[30 menit]", "[Simpan]")
    assert "baru saja berubah" in pair.mentee.taps_data(old)
    assert not [row for row in town.rows(tables.Agreement) if row.agreed_at]
    pair.mentee.taps("Lihat")
    pair.mentee.taps("Setuju")
    pair.mentee.taps("Ubah jawaban")
    for data in (
        "do:agree:999:abc",
        "do:agree:x:y",
        "do:agree:99999999999999999999:y",
        f"do:agree:{pair.id}:0",
        "do:still:x",
    ):
        assert pair.mentee.taps_data(data)


def test_whoever_never_answers_is_reminded_three_times_then_the_coordinator_sees_it(town: Town) -> None:
    rina = town.citizen("6900000001")
    rina.writes(f"/start {town.invite('coordinator')}")
    rina.does("[Setuju]", "Rina", "[WIB]")
    pair = town.pair()
    answers(pair.mentor)
    town.passes(days=20)
    reminded = [p.chat for _, p in town.delivered if "remind-agreement" in str(p.screen)]
    assert reminded == [pair.mentee.account] * 3
    told = [p for _, p in town.delivered if "coordinator-silent-agreement" in str(p.screen)]
    assert [p.chat for p in told] == [rina.account]
    assert "Sari belum mengisi kesepakatan" in str(list(rina.messages.values()))


def test_several_whose_reminders_stop_at_one_moment_are_told_of_together(town: Town) -> None:
    """Those who were paired on one day; each language has its own words for it."""
    rina, emma = town.staff(), town.staff("7000000002", "Emma", "en")
    for mentor, mentee in (("Budi", "Sari"), ("Anton", "Maya")):
        answers(town.pair(mentor, mentee).mentor)
    town.passes(days=20)
    for who, words in (
        (rina, ("2 orang belum mengisi kesepakatan", "2 orang belum menjawab check-in")),
        (emma, ("2 people haven't answered the agreement", "2 people haven't answered a check-in")),
    ):
        told = [str(shown) for shown in who.messages.values() if "Sari" in str(shown) and "Maya" in str(shown)]
        assert [text.startswith(begins) for text, begins in zip(told, words, strict=True)] == [True, True], told


def test_the_reminder_can_wait_says_why_and_begins_the_questions(town: Town) -> None:
    pair = town.pair()
    pair.mentee.does("[Salam kenal]", "[Kirim]")
    town.passes(days=1, hours=7)
    assert "enam pertanyaan singkat" in pair.mentee.screen
    assert "cara kerja" in pair.mentee.taps("Kenapa")
    assert "diingatkan lagi" in pair.mentee.does("[Nanti]", "[1 jam lagi]")
    town.passes(hours=1, minutes=1)
    assert "enam pertanyaan singkat" in pair.mentee.screen
    assert "(1 dari 6)" in pair.mentee.taps("Isi, 2 menit")


def test_it_is_looked_at_again_after_a_third_and_two(town: Town) -> None:
    """One tap says that it is still fine; a change asks both again; nobody is asked who has looked already."""
    pair = both_agreed(town)
    town.passes(days=62)
    assert "masih pas?" in str(list(pair.mentee.messages.values()))
    assert "berlaku ✓" in pair.mentee.taps("Masih pas")
    assert {(row.person_id, row.round) for row in town.rows(tables.Agreement)} >= {(1, 0), (1, 1)}
    pair.mentor.does("[Ubah]", "/ubah", "[Seberapa sering]", "[Tiap bulan]", "[Simpan]")
    assert "Budi mengubah" in pair.mentee.screen
    pair.mentee.taps("Setuju")
    assert "Tiap bulan" in pair.mentor.taps("Setuju")
    asked = len([p for _, p in town.delivered if "remind-still-fine" in str(p.screen)])
    town.passes(days=65)
    again = [p.chat for _, p in town.delivered if "remind-still-fine" in str(p.screen)][asked:]
    assert {pair.mentee.account, pair.mentor.account} == set(again)


def test_a_pair_that_ended_meanwhile_agrees_to_nothing_and_is_reminded_of_nothing(town: Town) -> None:
    pair = town.pair()
    pair.mentee.does("/kesepakatan", *(f"{step.rstrip(']')}]" for step in SIX["id"][:5]))
    pair.mentor.does("/keluar", "[Lewati]", "[Ya, keluar]")
    assert "berakhir" in pair.mentee.screen
    pair.mentee.taps("Tujuannya")
    assert "sudah berakhir" in pair.mentee.taps_data(f"do:agree:{pair.id}:00000000")
    assert town.count(tables.Agreement) == 0
    assert "Mentormu belum ada" in pair.mentee.writes("/kesepakatan")
    since = len(town.delivered)
    town.passes(days=130)
    kinds = {p.screen["lines"][0]["say"] for _, p in town.delivered[since:]}
    assert not {key for key in kinds if "agreement" in key or "first-words" in key or "still" in key}


def test_an_interrupted_agreement_goes_on_where_it_was(town: Town) -> None:
    pair = town.pair()
    pair.mentee.does("/kesepakatan", "[Tiap minggu]", "[45 menit]")
    town.writer.stop()
    town.restart()
    assert "“mungkin”" in pair.mentee.writes("mungkin")
    assert "(4 dari 6)" in pair.mentee.does("[Video]")
    pair.mentee.does("[1 hari]", "[Lainnya]", "Keluargaku tidak perlu tahu", "[Langkah berikutnya]")
    assert town.rows(tables.Agreement)[0].answers["private"] == "Keluargaku tidak perlu tahu"


@pytest.mark.parametrize("locale", ["id", "en"])
def test_the_rules_of_an_agreement(locale: str) -> None:
    """The calmer answer, the same from both sides; own words beside each other; thirds of the time."""
    one = {"cadence": "weekly", "length": "60", "kind": "video", "reply": "day", "private": "all", "success": locale}
    other = {**one, "cadence": "monthly", "length": "30", "kind": "text", "success": "goal", "private": "keluarga"}
    assert proposed(one, other) == proposed(other, one)
    assert proposed(one, other) | {"private": "", "success": ""} == {
        "cadence": "monthly", "length": "30", "kind": "text", "reply": "day", "private": "", "success": "",
    }  # fmt: skip
    assert differing(one, other) == ("cadence", "length", "kind", "private", "success")
    assert table_of(one, other) == table_of(other, one) != table_of(one, one)
    assert agreed(Pact()) is None
    terms = agreed(Pact(terms=proposed(one, other)))
    assert terms
    assert (terms.every, terms.length) == (timedelta(days=30), timedelta(minutes=30))
    start, end = date(2026, 1, 1), date(2026, 7, 1)
    assert [round_at(start, end, date(2026, month, 15)) for month in (1, 3, 6)] == [0, 1, 2]
    assert round_at(None, end, end) == 0
