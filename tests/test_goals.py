"""Goals as a mentee lives them: five short questions, steps ticked in one tap, then moved, reached or let go."""

from datetime import date, timedelta

import pytest

from bot.flows.goal_pages import show_goal, tick
from bot.ports import State
from storage import tables
from tests.town import START, Citizen, Town

WISH = "Mengerjakan 20 soal latihan Python dan menyimpannya di GitHub"


def through(sari: Citizen, *last: str) -> str:
    """The five questions answered; what `last` leads to."""
    return sari.does(
        "baca 6 buku", "enam ringkasan", "[karierku]", "[1 bulan]", "pilih buku pertama", "[Lewati]", *last
    )


def test_a_first_goal_takes_five_short_questions_mostly_tapped(town: Town) -> None:
    """A vague wish gets clearer wordings; what is tapped there shapes the examples that follow."""
    sari = town.mentee()
    assert "tujuan pertamamu" in sari.screen
    assert "Python kecil" in sari.writes("belajar python")
    assert "GitHub-ku" in sari.taps("3")
    assert "Kenapa" in sari.taps("Pakai contoh")
    assert "Pas: Min 24 Jan 2027" in sari.taps("karierku")
    assert "2 soal pertama" in sari.taps("Pas:")
    assert "Paginya kuingatkan" in sari.taps("Pakai contoh")
    assert "Sudah pas?" in sari.taps("Besok")
    assert "tujuan pertamamu tersimpan" in sari.taps("Simpan")
    [goal] = town.rows(tables.Goal)
    assert (goal.title, goal.measure) == (WISH, "Dua puluh jawaban ada di GitHub-ku")
    assert (goal.why, goal.due, goal.visibility) == ("Untuk karierku", date(2027, 1, 24), "pair")
    assert [(step.text, step.due) for step in town.rows(tables.Step)] == [
        ("Kerjakan 2 soal pertama", date(2026, 11, 25))
    ]


def test_a_vague_wish_may_stay_as_it_is(town: Town) -> None:
    """The form is only asked about: the card hints, and saves."""
    sari = town.mentee()
    sari.does("jadi lebih rajin", "[Pakai punyaku]", "aku senang", "[keluargaku]", "[3 bulan]", "mulai pelan-pelan")
    assert "Belum ada angka" in sari.taps("Lewati")
    sari.taps("Simpan")
    assert town.rows(tables.Goal)[0].title == "jadi lebih rajin"


def test_a_wish_for_not_knowing_gets_ideas_and_the_first_goal_may_wait(town: Town) -> None:
    sari = town.mentee()
    said = sari.writes("gak tau kak")
    assert "banyak yang mulai dari sini" in said
    assert "Pakai punyaku" not in said
    assert "kuingatkan" in sari.does("/kembali", "[Nanti saja]")
    assert town.count(tables.Goal) == 0


def test_a_number_typed_under_numbered_ideas_chooses_one(town: Town) -> None:
    """Nobody wants a goal called "2"."""
    sari = town.mentee()
    sari.does("belajar python", "2")
    assert "Menyelesaikan 1 kursus dasar Python" in sari.screen


def test_a_clear_wish_is_not_asked_about_and_the_date_it_names_is_the_first_button(town: Town) -> None:
    sari = town.mentee()
    said = sari.does("IELTS 6.5 sebelum akhir Maret", "[Sudah jelas]", "[karierku]")
    assert "[Tadi kamu sebut: Rab 31 Mar 2027]" in said


def test_help_with_wording_shows_how_and_the_question_stays(town: Town) -> None:
    sari = town.mentee(locale="en")
    for answer, how in (("IELTS 6.5", "learn Python"), ("my score", "others can see"), ("studies", "day after")):
        said = sari.taps("Help me phrase it")
        assert how in said
        assert "[Help me phrase it]" in said
        sari.writes(answer)
    assert "By when?" in sari.screen


def test_a_date_too_far_away_is_explained_with_the_range(town: Town) -> None:
    sari = town.mentee()
    said = sari.does("baca 6 buku", "ringkasan", "[karierku]", "31 Desember 2028")
    assert "di luar jangkauan" in said
    assert "24 Nov 2027" in said


def test_a_step_that_names_its_day_is_not_asked_for_it(town: Town) -> None:
    """And "besok" is not repeated on the day itself."""
    sari = town.mentee()
    said = sari.does("baca 6 buku", "ringkasan", "[karierku]", "[1 bulan]", "besok pinjam buku di perpustakaan")
    assert "pinjam buku di perpustakaan (kuingatkan Rab 25 Nov)" in said
    sari.taps("Simpan")
    town.passes(days=1)
    assert "Hari ini jadwalmu: pinjam buku" in sari.screen


def test_further_steps_come_on_the_card_by_line_or_comma(town: Town) -> None:
    """Only the first one has a day, so a morning brings one reminder, not six."""
    sari = town.mentee()
    sari.does("baca 6 buku", "ringkasan", "[karierku]", "[1 bulan]", "pilih buku", "[Besok]", "[+ Langkah]")
    assert "Langkah 4: cari teman baca" in sari.writes("baca bab satu, tulis ringkasan, cari teman baca")
    sari.taps("Simpan")
    assert [step.due is None for step in town.rows(tables.Step)] == [False, True, True, True]


def test_a_goal_can_be_kept_to_oneself_from_the_start_and_shared_later(town: Town) -> None:
    sari = town.mentee()
    through(sari, "[hanya untukku]")
    assert town.rows(tables.Goal)[0].visibility == "private"
    assert "Hanya kamu" in sari.does("/tujuan", "[baca 6 buku]")
    assert "Hanya kamu" not in sari.taps("Bagikan ke mentor")
    assert town.rows(tables.Goal)[0].visibility == "pair"


def test_changing_the_wish_on_the_card_asks_only_that_again(town: Town) -> None:
    sari = town.mentee()
    through(sari, "[Ubah]", "[Tujuan: baca]")
    assert "Sudah pas?" in sari.writes("baca 7 buku")
    assert "enam ringkasan" in sari.screen


def test_a_goal_left_in_the_middle_goes_on_where_it_was(town: Town) -> None:
    """Weeks later, with its answers, and naming the goal it is about."""
    sari = town.mentee()
    sari.does("baca 6 buku", "enam ringkasan")
    town.passes(days=21)
    said = sari.taps_data("go:goal:first")
    assert "baca 6 buku" in said
    assert "Kenapa ini penting" in said


def test_three_goals_are_enough(town: Town) -> None:
    sari = town.with_goal()
    town.goal(sari.account, "Kedua")
    town.goal(sari.account, "Ketiga")
    assert "Buat tujuan baru" not in sari.writes("/tujuan")
    said = sari.taps_data("go:goal")
    assert "3 tujuan aktif" in said
    assert "[Ketiga]" in said


def test_a_third_goal_made_meanwhile_is_said_and_the_fourth_is_not_praised(town: Town) -> None:
    sari = town.with_goal()
    town.goal(sari.account, "Kedua")
    sari.taps_data("go:goal")
    through(sari)
    town.goal(sari.account, "Ketiga")
    said = sari.taps("Simpan")
    assert "belum tersimpan" in said
    assert "Jelas dan bisa dikejar" not in said
    assert town.count(tables.Goal) == 3


def test_steps_are_ticked_and_opened_in_place_with_one_tap(town: Town) -> None:
    sari = town.with_goal(steps=("pilih karya", "kirim draf"))
    sari.does("/tujuan", "[Portofolio data]")
    assert "☑ pilih karya" in sari.taps("☐ pilih karya")
    assert sari.heard[0].edited
    assert "Semua langkah sudah dicentang" in sari.taps("☐ kirim draf")
    assert "☐ pilih karya" in sari.taps("☑ pilih karya")


def test_a_step_is_ticked_on_its_reminder_and_can_be_opened_again(town: Town) -> None:
    sari = town.with_goal(steps=("kirim draf",), step_due=START.date() + timedelta(days=1))
    town.passes(days=1)
    assert "Hari ini jadwalmu: kirim draf" in sari.screen
    assert "satu langkah selesai" in sari.taps("Sudah selesai")
    assert town.rows(tables.Step)[0].done_at is not None
    sari.taps("Ternyata belum")
    assert town.rows(tables.Step)[0].done_at is None


def test_steps_are_added_one_with_its_day_or_several_at_once(town: Town) -> None:
    sari = town.with_goal(steps=("satu",))
    sari.does("/tujuan", "[Portofolio data]", "[+ Langkah]")
    assert "☐ tulis bab dua" in sari.does("tulis bab dua", "[Jum 27 Nov]")
    sari.taps("+ Langkah")
    assert "masih muat 4" in sari.writes("a\nb\nc\nd\ne")
    assert "+ Langkah" not in sari.writes("- a\n- b\n3) c\nd")
    assert [step.text for step in town.rows(tables.Step)] == ["satu", "tulis bab dua", "a", "b", "c", "d"]


def test_a_part_of_a_goal_is_changed_and_the_others_stay(town: Town) -> None:
    sari = town.with_goal(why="karena suka")
    sari.does("/tujuan", "[Portofolio data]", "[Ubah]")
    assert "Sekarang: “3 proyek”" in sari.taps("Tandanya")
    assert "Tandanya: 4 proyek" in sari.writes("4 proyek")
    [goal] = town.rows(tables.Goal)
    assert (goal.title, goal.measure, goal.why) == ("Portofolio data", "4 proyek", "karena suka")


def test_a_goal_is_postponed_with_its_reason_and_asked_about_after_the_new_date(town: Town) -> None:
    sari = town.with_goal()
    said = sari.does("/tujuan", "[Portofolio data]", "[Geser tanggal]", "[+2 minggu]", "nunggu data dari kampus")
    assert "sekarang sampai Sen 8 Mar 2027" in said
    [goal] = town.rows(tables.Goal)
    assert (goal.due, goal.reason) == (date(2027, 3, 8), "nunggu data dari kampus")
    [asked] = [row for row in town.rows(tables.Due) if row.kind == "goal-due"]
    assert asked.version == "2027-03-08"


def test_an_earlier_date_needs_no_reason(town: Town) -> None:
    sari = town.with_goal()
    said = sari.does("/tujuan", "[Portofolio data]", "[Geser tanggal]", "31 Desember", "[Ya, Kam 31 Des]")
    assert "sekarang sampai Kam 31 Des" in said


def test_a_reached_goal_gets_a_warm_line_about_the_way(town: Town) -> None:
    """From which percent, how long, and what helped: nothing that fits everybody."""
    sari = town.with_goal()
    sari.does("/checkin", "[25%]", "[4]", "[Lewati]", "[Lewati]")
    town.passes(days=43)
    said = sari.does("/tujuan", "[Portofolio data]", "[Tercapai]", "[Langkah kecil]")
    assert "tercapai! 🎉" in said
    assert "6 minggu lalu (Sel 24 Nov 2026) kamu masih di 25%" in said
    assert "Langkah kecil" in said
    [goal] = town.rows(tables.Goal)
    assert (goal.state, goal.reason) == ("reached", "steps")


def test_reached_by_mistake_goes_back_to_the_goal(town: Town) -> None:
    sari = town.with_goal()
    assert "[+ Langkah]" in sari.does("/tujuan", "[Portofolio data]", "[Tercapai]", "[Eh, belum]")
    assert town.rows(tables.Goal)[0].state == "active"


def test_a_goal_is_dropped_without_blame_and_a_smaller_way_is_offered_first(town: Town) -> None:
    sari = town.with_goal()
    assert "bisa digeser" in sari.does("/tujuan", "[Portofolio data]", "[Lepas tujuan]", "[Waktunya]")
    said = sari.taps("Lepas tujuan")
    assert "tetap tercatat" in said
    assert "gagal" not in said
    assert town.rows(tables.Goal)[0].state == "dropped"
    assert "sudah ditutup" in sari.taps_data("go:goal_reach:1")


def test_somebody_elses_goal_stays_theirs(town: Town) -> None:
    """Not read, not ticked, not shown; and there is a way on."""
    town.with_goal(steps=("kirim draf",))
    yosef = town.with_goal("5000000002", "Yosef", title="Beasiswa")
    for data in ("p:goal:1", "go:goal_edit:1", "go:goal_drop:1", "do:show_goal:1-private", "do:tick:1-1"):
        said = yosef.taps_data(data)
        assert "Portofolio" not in said
        assert "ujuan" in said
    assert town.rows(tables.Step)[0].done_at is None
    assert town.rows(tables.Goal)[0].visibility == "pair"


@pytest.mark.parametrize("arg", ["", "x", "5-", "5-x", "-5", "5-6-7", "9" * 40, "٣"])
def test_a_button_that_was_tampered_with_shows_the_list(arg: str) -> None:
    state = State()
    assert [type(effect).__name__ for effect in tick(arg, state, START)] == ["Start"]
    assert [type(effect).__name__ for effect in show_goal(arg, state, START)] == ["Start"]
