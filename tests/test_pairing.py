"""Mentors enrol; two people become a pair, meet, and are reminded of the first words once each."""

from datetime import date, timedelta

from sqlalchemy import update

from storage import office, tables
from storage.rows import table
from tests.town import MENTORING, Town

# Enrolling as a mentor


def test_a_mentor_enrols_with_what_they_offer_and_a_first_word(town: Town) -> None:
    """Buttons nearly all the way; Monday's digest is planned."""
    budi = town.mentor()
    assert "sapaan Anda ikut disampaikan" in budi.screen
    person = town.rows(tables.Person, name="Budi")[0]
    assert person.about["offers"] == ["portfolio"]
    assert (person.about["bio"], person.about["hello"], person.about["hours"]) == ("ours", "hello-warm", ["evening"])
    assert (person.checkin_day, person.checkin_clock) == (0, "08:00")
    assert town.rows(tables.Membership, role="mentor")[0].capacity == 2
    [digest] = town.rows(tables.Due, kind="digest")
    assert digest.at.weekday() == 0


def test_a_mentor_who_takes_nobody_now_is_welcome_too(town: Town) -> None:
    """Zero mentees at the end of enrolment is an honourable answer, and own words stay own words."""
    budi = town.citizen("6100000001")
    budi.writes(f"/start {town.invite('mentor')}")
    steps = MENTORING["id"]("Budi")
    steps[8:10] = ["Dulu guru, kini analis data.", "belum dulu"]
    said = budi.does(*steps[:-1], "Hai! Panggil aku Budi.")
    assert "belum menerima mentee" in said
    assert town.rows(tables.Membership, role="mentor")[0].capacity == 0
    about = town.rows(tables.Person, name="Budi")[0].about
    assert (about["bio"], about["hello"]) == ("Dulu guru, kini analis data.", "Hai! Panggil aku Budi.")


def test_capacity_is_a_number_typed_or_tapped_and_anything_else_gets_a_hint(town: Town) -> None:
    """Behind the command, by button, by a wrong word; not for mentees."""
    budi = town.mentor()
    assert "Paling banyak 3 mentee" in budi.writes("/kapasitas 3")
    assert "menjadi mentor yang baik" in budi.writes("/capacity 0")
    assert "Sekarang tercatat 0" in budi.writes("/kapasitas")
    assert "“banyak”" in budi.writes("banyak")
    assert "di luar jangkauan" in budi.writes("99")
    assert "Paling banyak 5" in budi.taps("5")
    assert town.rows(tables.Membership, role="mentor")[0].capacity == 5
    assert "peran lain" in town.with_goal().writes("/kapasitas 3")


def test_an_english_mentor_reads_english(town: Town) -> None:
    anna = town.mentor("6100000002", "Anna", "en")
    assert "your greeting goes with it" in anna.screen
    assert "at most 1" in anna.writes("/capacity 1").casefold()


def test_a_mentor_corrects_what_they_offer(town: Town) -> None:
    """The same questions again, each with what it is now."""
    budi = town.mentor()
    said = budi.writes("/ubah")
    assert "[Bisa membantu soal]" in said
    assert "Ingin belajar" not in said
    budi.does("[Tentang saya]", "Dulu guru, kini analis data.")
    budi.does("/ubah", "[Jam luang]", "[Pagi]", "[Selesai]")
    about = town.rows(tables.Person, name="Budi")[0].about
    assert about["bio"] == "Dulu guru, kini analis data."
    assert about["hours"] == ["evening", "morning"]


# Meeting


def test_each_side_meets_the_other_in_their_own_words(town: Town) -> None:
    """Mentee: who, why, the greeting left at enrolment, three openers. Mentor: the goals and what to expect."""
    pair = town.pair()
    sari, budi = pair.mentee.screen, pair.mentor.screen
    assert "Kenalkan mentormu: Budi" in sari
    assert "Portofolio" in sari
    assert "beda 1 jam" in sari
    assert "Senang bisa menemanimu" in sari
    assert len([name for name, data in list(pair.mentee.messages.values())[-1].buttons if ":line:" in data]) == 3
    assert "Mentee Anda: Sari" in budi
    assert "Portofolio data\n▱" in budi
    [row] = town.rows(tables.Pair)
    assert row.ends == (town.now + timedelta(days=182)).date()


def test_a_programmes_end_is_its_pairs_end(town: Town) -> None:
    programme = table(tables.Programme)
    town.writer.do(lambda c: c.execute(update(programme).values(ends=date(2027, 3, 31)))).result(10)
    town.pair()
    assert town.rows(tables.Pair)[0].ends == date(2027, 3, 31)


def test_who_may_not_be_written_to_now_is_met_in_the_morning_and_who_pauses_after_the_pause(town: Town) -> None:
    """Quiet hours and a pause hold the introduction; neither loses it."""
    sari, budi = town.with_goal(), town.mentor()
    town.now += timedelta(hours=13)  # 23.00 WIB
    sari.writes("/jeda 1w")
    town.writer.do(lambda c: office.pair(c, "Budi", "Sari", now=town.now)).result(10)
    town.passes(minutes=5)
    assert "Mentee Anda" not in budi.screen
    town.passes(hours=10)
    assert "Mentee Anda: Sari" in budi.screen
    assert "Kenalkan" not in sari.screen
    town.passes(days=7, hours=10)
    assert any("Kenalkan mentormu" in str(each) for each in sari.messages.values())


def test_the_two_may_speak_different_languages(town: Town) -> None:
    """Sari taps an Indonesian opener; Anna reads it in English, answers in her own words."""
    sari, anna = town.with_goal(), town.mentor("6100000003", "Anna", "en")
    town.writer.do(lambda c: office.pair(c, "Anna", "Sari", now=town.now)).result(10)
    town.passes(minutes=1)
    assert "Your mentee: Sari" in anna.screen
    assert "Ini yang akan dibaca Anna" in sari.taps("Boleh tahu")
    assert "Terkirim ke Anna" in sari.taps("Kirim")
    assert "Sari\nHi! May I ask how you got started?" in anna.screen
    anna.does("/tell I was a teacher once.")
    assert "Anna\nI was a teacher once." in sari.screen
    assert [row.kind for row in town.rows(tables.Relay)] == ["text", "text"]


def test_a_greeting_may_be_taken_back_before_it_is_sent(town: Town) -> None:
    pair = town.pair()
    before = len(pair.mentor.messages)
    assert "tidak dikirim" in pair.mentee.does("[Tulis sendiri]", "halo kak", "[Batalkan]")
    assert len(pair.mentor.messages) == before
    assert town.count(tables.Relay) == 0


def test_silence_is_reminded_of_once_each_and_not_after_the_first_word(town: Town) -> None:
    """Day three the mentee, two days later the mentor, then nobody."""
    pair = town.pair()
    town.passes(days=3, hours=8)
    assert any("menunggu sapaanmu" in str(each) for each in pair.mentee.messages.values())
    assert not any("belum saling menyapa" in str(each) for each in pair.mentor.messages.values())
    town.passes(days=2)
    assert any("belum saling menyapa" in str(each) for each in pair.mentor.messages.values())
    town.passes(days=10)
    assert len([p for _, p in town.delivered if "remind-first-words" in str(p.screen)]) == 2


def test_nobody_who_has_spoken_is_reminded_to(town: Town) -> None:
    pair = town.pair()
    pair.mentee.does("[Salam kenal]", "[Kirim]")
    town.passes(days=10)
    assert not [p for _, p in town.delivered if "remind-first-words" in str(p.screen)]
