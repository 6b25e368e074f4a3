"""A mentee chooses a mentor: cards, the list, a request with its times, and whose word makes a pair."""

from datetime import UTC, datetime, timedelta
from functools import partial
from typing import Any

import pytest
from sqlalchemy import Connection, insert, update

from bot.effects import ChangePerson
from bot.mentoring.choosing import after_question, after_reply, next_place, read_place
from storage import tables
from storage.rows import table
from storage.wished import wishes
from tests.town import Citizen, Town


def settle(town: Town, who: Citizen, **about: Any) -> Citizen:
    """Somebody with time on Saturdays and Sundays, in the evening; whatever was open is closed."""
    who.writes({"id": "/batal", "en": "/cancel"}[who.locale])
    town.apply(person(town, who), ChangePerson(about={"days": ["sat", "sun"], "hours": ["evening"], **about}))
    return who


def person(town: Town, who: Citizen) -> int:
    return int(town.rows(tables.Account, external_id=who.account)[0].person_id)


def texts(who: Citizen) -> str:
    return "\n".join(map(str, who.messages.values()))


@pytest.fixture
def rina(town: Town) -> Citizen:
    return town.staff()


@pytest.fixture
def mentors(town: Town, rina: Citizen) -> dict[str, Citizen]:
    """Three, of whom Budi fits best."""
    offers = {"Budi": ["portfolio", "cv"], "Ani": ["portfolio"], "Tono": ["english"]}
    return {
        name: settle(town, town.mentor(f"600000000{at}", name), offers=given)
        for at, (name, given) in enumerate(offers.items())
    }


@pytest.fixture
def sari(town: Town, mentors: dict[str, Citizen]) -> Citizen:
    sari = settle(town, town.mentee(), wants=["portfolio", "cv"])
    town.goal(sari.account, "Portofolio data")
    town.goal(sari.account, "Rahasia", visibility="private")
    return sari


def states(town: Town) -> list[str]:
    return sorted(wish.state for wish in town.rows(tables.Wish))


def likes(who: Citizen, *names: str) -> None:
    """Likes these mentors, in this order, and passes over the other cards."""
    for name in names:
        who.writes("/choose")
        while name not in who.screen.splitlines()[0]:
            who.taps("Next" if who.locale == "en" else "Berikutnya")
        who.taps("Interested" if who.locale == "en" else "Tertarik")


def asks(who: Citizen, *names: str) -> None:
    likes(who, *names)
    who.taps("Pilihanku")
    who.taps("Tanyakan")
    who.town.passes(minutes=1)


def switched(town: Town, rina: Citizen) -> None:
    """From now on both sides' yes is enough."""
    rina.writes("/choose")
    rina.taps("Tanpa konfirmasi")


# Cards


def test_cards_come_best_first_in_one_message_and_what_was_passed_does_not_come_again(
    town: Town, sari: Citizen
) -> None:
    first = sari.writes("/pilih_mentor")
    assert first.startswith("Budi · IT & data")
    assert "yang dicari ada: CV & wawancara, Portofolio" in first
    assert len(first.encode()) < 1000
    assert sari.taps("Berikutnya").startswith("Ani")
    assert sari.heard[-1].edited
    assert sari.taps("Bukan untukku").startswith("Tono")
    assert "Itu semua kartunya" in sari.taps("Berikutnya")
    assert sari.taps("Lihat kartu").startswith("Budi")
    assert sari.taps("Berikutnya").startswith("Tono")
    sari.taps("Berikutnya")
    assert sari.taps("Ulang dari awal").startswith("Budi")
    assert sari.taps("Berikutnya").startswith("Ani")


def test_whoever_has_no_place_or_must_not_be_shown_has_no_card(
    town: Town, mentors: dict[str, Citizen], sari: Citizen
) -> None:
    mentors["Budi"].writes("/kapasitas 0")
    mentors["Ani"].does("/jeda", "[1 minggu]")
    row = {"programme_id": 1, "mentor_id": person(town, mentors["Tono"]), "mentee_id": person(town, sari)}
    exclude = insert(table(tables.Exclusion)).values(row | {"at": town.now})
    town.writer.do(partial(Connection.execute, statement=exclude)).result(10)
    assert "belum ada mentor yang masih punya tempat" in sari.writes("/choose")


def test_a_mentor_who_filled_up_meanwhile_is_said_kindly(
    town: Town, mentors: dict[str, Citizen], sari: Citizen
) -> None:
    sari.writes("/choose")
    mentors["Budi"].writes("/kapasitas 0")
    assert "baru saja penuh" in sari.taps("Tertarik")
    assert sari.taps("Lihat kartu").startswith("Ani")


def test_a_second_tap_changes_nothing(town: Town, mentors: dict[str, Citizen], sari: Citizen) -> None:
    sari.writes("/choose")
    data = next(data for label, data in sari.heard[-1].buttons if label == "Tertarik")
    sari.taps_data(data)
    sari.taps_data(data)
    sari.taps_data(data.replace("like", "pass"))
    assert states(town) == ["passed"]
    likes(sari, "Ani")
    sari.taps_data("do:ask_mentors")
    sari.taps_data("do:ask_mentors")
    town.passes(minutes=1)
    assert texts(mentors["Ani"]).count("ingin Anda jadi mentornya") == 1


def test_the_list_is_moved_and_taken_from_and_has_five_places(
    town: Town, mentors: dict[str, Citizen], sari: Citizen
) -> None:
    for at in range(3):
        settle(town, town.mentor(f"610000000{at}", f"Mentor {at}"))
    likes(sari, "Budi", "Ani", "Tono", "Mentor 0", "Mentor 1")
    sari.writes("/choose")
    assert "Daftarmu sudah 5" in sari.taps("Tertarik")
    sari.taps("Pilihanku")
    assert "1. Ani\n2. Budi\n3. Tono" in sari.taps("↑ Ani")
    assert "1. Budi\n2. Tono" in sari.taps("Hapus Ani")
    assert states(town) == ["liked"] * 4


def test_who_may_choose_is_said_in_plain_words(town: Town, rina: Citizen, sari: Citizen) -> None:
    rina.writes("/choose")
    assert "tidak memilih mentor sendiri" in rina.taps("Jangan izinkan lagi")
    assert "koordinator yang mencarikan mentor" in sari.writes("/choose")
    assert "Anda yang mengonfirmasi" in rina.taps("Izinkan memilih sendiri")
    sari.does("/jeda", "[1 minggu]")
    assert "Kamu sedang istirahat" in sari.writes("/choose")


def test_made_up_buttons_lead_nowhere(town: Town, mentors: dict[str, Citizen], sari: Citizen) -> None:
    for data in (
        "p:choose:x",
        "p:choose:9999999999-1",
        "do:like_mentor:1:",
        "do:like_mentor:0:0-0",
        "do:raise_wish:77",
    ):
        assert sari.taps_data(data)
    for data in ("do:pass_mentor:x", "do:remove_wish:-1", "go:wish_reply:1", "p:wish_off:1", "do:ask_mentors"):
        assert sari.taps_data(data)
    assert town.rows(tables.Wish) == []
    for data in ("do:wish_yes:1", "go:wish_ask:1", "go:wish_no:1", "p:wish:1"):
        assert "sudah selesai" in mentors["Budi"].taps_data(data)


# A request


def test_a_yes_waits_for_a_coordinator_who_makes_the_pair(
    town: Town, rina: Citizen, mentors: dict[str, Citizen], sari: Citizen
) -> None:
    asks(sari, "Budi", "Ani")
    card = mentors["Budi"].screen
    assert "Sari ingin Anda jadi mentornya" in card
    assert "Tujuannya: Portofolio data" in card
    assert "Rahasia" not in card
    assert "Koordinator tinggal mengonfirmasi" in mentors["Budi"].taps("Terima")
    town.passes(minutes=1)
    assert "Budi mau jadi mentormu" in texts(sari)
    assert "Sari memilih Budi sebagai mentor" in rina.screen
    assert "Menunggu Anda: Sari × Budi" in rina.writes("/choose")
    assert "1 mentee sudah memilih mentor sendiri" in rina.writes("/match")
    assert "Sudah memilih mentor sendiri" in rina.writes("/match suggest Sari")
    rina.writes("/choose")
    assert town.rows(tables.Pair) == []
    assert "berpasangan ✓" in rina.taps("Pasangkan Sari × Budi")
    assert "sudah berpasangan" in rina.taps_data("do:wish_pair:1")
    assert "Anda kini mentor Sari" in mentors["Budi"].taps_data("do:wish_yes:1")
    town.passes(hours=1)
    [pair] = town.rows(tables.Pair)
    assert (pair.source, pair.state) == ("choice", "active")
    assert states(town) == ["paired"]
    assert "Kamu sudah punya mentor" in sari.writes("/choose")
    assert "Kenalkan mentormu: Budi" in texts(sari)


def test_where_both_sides_are_enough_a_yes_is_a_pair_at_once(
    town: Town, rina: Citizen, mentors: dict[str, Citizen], sari: Citizen
) -> None:
    switched(town, rina)
    asks(sari, "Budi")
    assert "Anda kini mentor Sari" in mentors["Budi"].taps("Terima")
    assert town.rows(tables.Pair)[0].source == "choice"


def test_not_now_says_no_reason_and_the_next_is_asked_by_itself(
    town: Town, mentors: dict[str, Citizen], sari: Citizen
) -> None:
    asks(sari, "Budi", "Ani")
    mentors["Budi"].does("[Belum bisa]", "[Bukan bidang saya]")
    assert "belum bisa sekarang" in mentors["Budi"].screen
    town.passes(minutes=1)
    assert "Budi belum bisa sekarang.\nPilihanmu berikutnya, Ani, sudah kutanya." in sari.screen
    assert "bidang saya" not in texts(sari)
    assert "Sari ingin Anda jadi mentornya" in mentors["Ani"].screen
    mentors["Ani"].does("[Belum bisa]", "[Lewati]")
    town.passes(minutes=1)
    assert "Ani belum bisa sekarang.\nDaftarmu sudah habis" in sari.screen
    assert "sudah selesai" in mentors["Ani"].taps_data("do:wish_yes:2")


def test_three_days_with_one_reminder_and_then_the_next(town: Town, mentors: dict[str, Citizen], sari: Citizen) -> None:
    asks(sari, "Budi", "Ani")
    town.passes(hours=47)
    assert "masih menunggu jawaban Anda" not in texts(mentors["Budi"])
    town.passes(hours=20)
    assert texts(mentors["Budi"]).count("masih menunggu jawaban Anda") == 1
    town.passes(hours=6)
    assert "sudah lewat, tidak apa-apa" in mentors["Budi"].screen
    assert "Budi belum bisa sekarang.\nPilihanmu berikutnya, Ani" in sari.screen
    assert states(town) == ["asked", "expired"]


def test_after_downtime_nobody_is_reminded_of_what_is_over(
    town: Town, mentors: dict[str, Citizen], sari: Citizen
) -> None:
    asks(sari, "Budi")
    town.now += timedelta(days=9)
    town.passes(minutes=1)
    town.passes(hours=12)
    assert "masih menunggu" not in texts(mentors["Budi"])
    assert states(town) == ["expired"]
    assert "Daftarmu sudah habis" in texts(sari)


def test_a_question_first_reaches_the_mentee_and_the_time_starts_again(
    town: Town, mentors: dict[str, Citizen], sari: Citizen
) -> None:
    asks(sari, "Budi")
    before = town.rows(tables.Wish)[0].until
    town.passes(hours=24)
    mentors["Budi"].does("[Tanya dulu]", "Sudah pernah <b>magang</b>?")
    town.passes(minutes=1)
    assert "Budi bertanya: “Sudah pernah <b>magang</b>?”" in sari.screen
    assert "belum dijawab Sari" in mentors["Budi"].does("[Lihat permintaan]", "[Tanya dulu]", "Halo?")
    sari.does("[Jawab]", "Belum, baru mau mulai")
    town.passes(minutes=1)
    assert "Sari: “Belum, baru mau mulai”" in mentors["Budi"].screen
    assert "[Terima]" in mentors["Budi"].screen
    [wish] = town.rows(tables.Wish)
    assert before + timedelta(hours=23) < wish.until < before + timedelta(hours=25)
    mentors["Budi"].taps("Terima")
    mentors["Budi"].taps_data("do:wish_yes:1")
    town.passes(days=4)
    assert town.rows(tables.Wish)[0].state == "accepted"


def test_words_are_kept_only_as_long_as_the_request_is_open(
    town: Town, mentors: dict[str, Citizen], sari: Citizen
) -> None:
    asks(sari, "Budi")
    mentors["Budi"].does("[Tanya dulu]", "Kapan bisa mulai?")
    sari.writes("/choose")
    sari.taps("Pilihanku")
    assert "Tarik permintaan ke Budi?" in sari.taps("Tarik permintaan")
    sari.taps("Ya, tarik")
    town.passes(minutes=1)
    assert "menarik permintaannya" in mentors["Budi"].screen
    [wish] = town.rows(tables.Wish)
    assert (wish.state, wish.question, wish.answer) == ("passed", "", "")


def test_one_request_a_mentee_and_three_a_mentor(town: Town, mentors: dict[str, Citizen], sari: Citizen) -> None:
    others = [settle(town, town.mentee(f"510000000{at}", f"Mentee {at}")) for at in range(3)]
    for other in others:
        asks(other, "Budi")
    likes(sari, "Budi")
    assert "1. Budi · belum bisa ditanya sekarang" in sari.taps("Pilihanku")
    assert "Besok kucoba lagi" in sari.taps_data("do:ask_mentors")
    others[0].taps("Pilihanku")
    others[0].taps("Tarik permintaan")
    others[0].taps("Ya, tarik")
    town.passes(hours=25)
    assert "Budi sudah kutanya" in texts(sari)
    sari.taps_data("do:ask_mentors")
    assert sum(wish.state == "asked" for wish in town.rows(tables.Wish)) == 3


def test_two_and_the_last_place(town: Town, rina: Citizen, mentors: dict[str, Citizen], sari: Citizen) -> None:
    mentors["Budi"].writes("/kapasitas 1")
    yosef = settle(town, town.mentee("5200000000", "Yosef"), wants=["portfolio"])
    asks(sari, "Budi")
    asks(yosef, "Budi", "Ani")
    first, second = town.rows(tables.Wish, state="asked")
    mentors["Budi"].taps_data(f"do:wish_yes:{first.id}")
    assert "terisi atau dijanjikan" in mentors["Budi"].taps_data(f"do:wish_yes:{second.id}")
    rina.taps_data(f"do:wish_pair:{first.id}")
    town.passes(minutes=1)
    assert len(town.rows(tables.Pair)) == 1
    assert "Budi belum bisa sekarang.\nPilihanmu berikutnya, Ani" in yosef.screen
    assert "permintaan Yosef kami teruskan" in texts(mentors["Budi"])
    assert "sudah selesai" in mentors["Budi"].taps_data(f"do:wish_yes:{second.id}")


def test_a_coordinators_not_now_is_told_kindly_to_both(
    town: Town, rina: Citizen, mentors: dict[str, Citizen], sari: Citizen
) -> None:
    asks(sari, "Budi", "Ani")
    mentors["Budi"].taps("Terima")
    town.passes(hours=50)
    assert "masih menunggu Anda" in texts(rina)
    assert "belum dipasangkan" in rina.taps_data("do:wish_leave:1")
    assert "sudah diputuskan" in rina.taps_data("do:wish_pair:1")
    town.passes(hours=12)
    assert "bukan karena Anda" in texts(mentors["Budi"])
    assert "Pilihanmu berikutnya, Ani" in texts(sari)


# Somebody goes


def test_a_mentor_who_leaves_or_erases_is_not_waited_for(
    town: Town, mentors: dict[str, Citizen], sari: Citizen
) -> None:
    asks(sari, "Budi", "Ani", "Tono")
    mentors["Budi"].does("/keluar", "[Lewati]", "[Ya, keluar]")
    town.passes(minutes=1)
    assert "Budi belum bisa sekarang.\nPilihanmu berikutnya, Ani" in sari.screen
    mentors["Ani"].does("/hapus", "[Lanjut menghapus]", "hapus")
    town.passes(minutes=1)
    assert "Mentor yang kamu tanya belum bisa sekarang.\nPilihanmu berikutnya, Tono" in sari.screen


def test_a_mentee_who_leaves_or_erases_is_told_of_kindly(
    town: Town, mentors: dict[str, Citizen], sari: Citizen
) -> None:
    asks(sari, "Budi")
    yosef = settle(town, town.mentee("5200000000", "Yosef"))
    asks(yosef, "Budi")
    sari.does("/hapus", "[Lanjut menghapus]", "hapus")
    yosef.does("/keluar", "[Lewati]", "[Ya, keluar]")
    town.passes(minutes=1)
    assert "Mentee yang meminta tadi tidak lagi ikut program" in texts(mentors["Budi"])
    assert "Yosef tidak lagi ikut program" in texts(mentors["Budi"])
    assert [wish.state for wish in town.rows(tables.Wish)] == ["expired"]
    assert not [row for row in town.rows(tables.Due) if row.kind.startswith("wish")]


def test_who_found_a_mentor_elsewhere_and_a_programme_that_rests(
    town: Town, mentors: dict[str, Citizen], sari: Citizen
) -> None:
    asks(sari, "Budi")
    rest = update(table(tables.Programme)).values(stage="archived")
    town.writer.do(partial(Connection.execute, statement=rest)).result(10)
    assert "sedang tidak berjalan" in mentors["Budi"].taps("Terima")
    assert "sedang tidak berjalan" in sari.writes("/choose")
    on = update(table(tables.Programme)).values(stage="closed")
    town.writer.do(partial(Connection.execute, statement=on)).result(10)
    row = {"programme_id": 1, "mentor_id": person(town, mentors["Ani"]), "mentee_id": person(town, sari)}
    pair = insert(table(tables.Pair)).values(row | {"state": "active", "created_at": town.now})
    town.writer.do(partial(Connection.execute, statement=pair)).result(10)
    assert "Sari sudah punya mentor" in mentors["Budi"].taps_data("do:wish_yes:1")
    assert states(town) == ["expired"]


def test_a_busy_list_is_given_up_after_two_weeks(town: Town, mentors: dict[str, Citizen], sari: Citizen) -> None:
    likes(sari, "Budi")
    mentors["Budi"].writes("/kapasitas 0")
    sari.taps_data("do:ask_mentors")
    town.passes(days=16)
    assert "Dua minggu ini belum ada" in texts(sari)
    assert not [row for row in town.rows(tables.Due) if row.kind == "wish-next"]


# Who, and in which language


def test_help_offers_it_as_long_as_there_is_no_mentor(town: Town, rina: Citizen, sari: Citizen) -> None:
    sari.writes("/bantuan")
    assert sari.taps("Pilih mentor").startswith("Budi")
    pair = town.pair("Ria", "Dewi")
    assert "Pilih mentor" not in pair.mentee.writes("/bantuan")


def test_own_data_holds_own_wishes_and_no_reason(town: Town, mentors: dict[str, Citizen], sari: Citizen) -> None:
    asks(sari, "Budi")
    mentors["Budi"].does("[Tanya dulu]", "Kapan mulai?")
    sari.does("[Jawab]", "Minggu depan")
    likes(sari, "Ani")
    with town.look() as connection:
        mine, budis, anis = (wishes(connection, person(town, who)) for who in (sari, mentors["Budi"], mentors["Ani"]))
    assert [(each["state"], each["words"]) for each in mine] == [("asked", "Minggu depan"), ("liked", "")]
    assert [each["words"] for each in budis] == ["Kapan mulai?"]
    assert anis == []
    mentors["Budi"].does("[Lihat permintaan]", "[Belum bisa]", "[Lewati]")
    with town.look() as connection:
        assert wishes(connection, person(town, sari))[0]["state"] == "not now"


def test_others_are_told_that_it_is_not_theirs(town: Town, rina: Citizen, mentors: dict[str, Citizen]) -> None:
    assert "untuk peran lain" in mentors["Budi"].writes("/choose")
    viewer = town.staff("7000000002", "Vera", role="viewer")
    assert "Menunggu" not in viewer.writes("/choose")
    viewer.taps_data("do:own_choice:off")
    assert town.rows(tables.Programme)[0].options == {}


def test_in_english(town: Town) -> None:
    rina = town.staff(locale="en")
    budi = settle(town, town.mentor(locale="en"))
    sari = settle(town, town.mentee(locale="en"))
    assert "offers what's wanted" in sari.writes("/choose")
    sari.taps("Interested")
    sari.taps("My choices")
    assert "I've asked Budi" in sari.taps("Ask Budi")
    assert "Sari would like you as a mentor" in budi.screen
    budi.does("[Ask a question]", "When could you start?")
    town.passes(minutes=1)
    sari.does("[Answer]", "Next week")
    assert "Sari: “Next week”" in budi.screen
    assert "Only the coordinator's word is missing" in budi.taps("Accept")
    assert "Budi would like to be your mentor" in texts(sari)
    assert "and Budi would like to. Pair them?" in rina.screen
    assert "are a pair ✓" in rina.taps("Pair them")


# Pure


def test_the_next_card_is_the_best_after_a_place() -> None:
    places = [(-10, 3), (-30, 1), (-20, 2)]
    assert next_place(places, None, ()) == (-30, 1)
    assert next_place(places, (-30, 1), {2}) == (-10, 3)
    assert next_place(places, (-25, 9), ()) == (-20, 2)
    assert next_place(places, (-10, 3), ()) is None
    assert read_place("2x-1") is None
    assert read_place("20-1") == (-20, 1)


def test_questions_and_replies_do_not_put_off_the_end_for_ever() -> None:
    asked = datetime(2026, 11, 24, tzinfo=UTC)
    until = asked + timedelta(hours=72)
    once = after_question(asked, until, asked + timedelta(hours=70))
    assert once == asked + timedelta(hours=142)
    assert after_question(asked, once, asked + timedelta(hours=140)) == once
    late = after_reply(asked, once, asked + timedelta(hours=141))
    assert late == asked + timedelta(hours=165)
    assert after_reply(asked, late, asked + timedelta(hours=164)) == asked + timedelta(hours=168)
