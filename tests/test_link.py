"""One person with several accounts: a one-time code joins them, messages go where they were last or where they choose,
answers where the question came from; and one can be let go again."""

import re
from datetime import timedelta
from threading import Barrier

import pytest

from bot.mentoring.link_codes import code_in, make_code
from storage import tables
from tests.town import Citizen, Town

CODE = re.compile(r"[A-Z2-9]{4}-[A-Z2-9]{4}")
NAG = "Check-in minggu ini"


@pytest.fixture
def sari(town: Town) -> Citizen:
    """Sari on Telegram, with a goal and nothing open."""
    return town.with_goal()


def code_of(citizen: Citizen, command: str = "/tautkan") -> str:
    found = CODE.search(citizen.writes(command))
    assert found, citizen.said
    return found[0]


def joined(town: Town, sari: Citizen, account: str = "900", platform: str = "discord") -> Citizen:
    """The same person on another platform."""
    other = town.citizen(account, platform=platform)
    other.writes(f"/link {code_of(sari)}")
    sari.heard, other.heard = [], []
    return other


class TestJoining:
    def test_a_code_joins_an_account_and_both_sides_hear(self, town: Town, sari: Citizen) -> None:
        said = sari.writes("/tautkan")
        assert re.match(
            r"Kode sambungan: [A-Z2-9]{4}-[A-Z2-9]{4}, berlaku 15 menit dan sekali pakai\.\nBuka bot ini di Discord",
            said,
        )
        code = CODE.search(said)
        assert code
        other = town.citizen("900", platform="discord")
        assert (
            other.writes(f"/link {code[0]}")
            == "Halo, Sari! Akun Discord ini tersambung ✓ Semua bisa dilanjutkan di sini.\n[Menu] [Bukan aku]"
        )
        assert sari.screen == "Akun Discord baru saja disambungkan. Bukan kamu? Batalkan.\n[Batalkan]"
        assert len({row.person_id for row in town.rows(tables.Account)}) == 1
        assert town.count(tables.Person) == 1

    @pytest.mark.parametrize("typed", ["{}", "/tautkan {}", "/link {lower}", " {} ", "/link {plain}"])
    def test_however_it_is_typed(self, town: Town, sari: Citizen, typed: str) -> None:
        code = code_of(sari, "/link")
        other = town.citizen("900", platform="discord")
        text = typed.format(code, lower=code.lower(), plain=code.replace("-", ""))
        assert "tersambung ✓" in other.writes(text)

    def test_only_a_hash_is_kept(self, town: Town, sari: Citizen) -> None:
        code = code_of(sari)
        (row,) = town.rows(tables.LinkCode)
        assert code not in row.code_hash
        assert all(code not in each.screen for each in town.rows(tables.Outbox))

    def test_once_only(self, town: Town, sari: Citizen) -> None:
        code = code_of(sari)
        assert "tersambung" in town.citizen("900", platform="discord").writes(code)
        assert "tidak kukenal atau sudah lewat" in town.citizen("901", platform="discord").writes(code)

    def test_fifteen_minutes_only(self, town: Town, sari: Citizen) -> None:
        code = code_of(sari)
        town.now += timedelta(minutes=15)
        assert "sudah lewat" in town.citizen("900", platform="discord").writes(code)

    def test_a_newer_code_ends_the_older(self, town: Town, sari: Citizen) -> None:
        old, new = code_of(sari), code_of(sari)
        other = town.citizen("900", platform="discord")
        assert "sudah lewat" in other.writes(old)
        assert "tersambung" in other.writes(new)

    def test_five_tries_an_hour(self, town: Town, sari: Citizen) -> None:
        code, other = code_of(sari), town.citizen("900", platform="discord")
        for number in range(5):
            assert "tidak kukenal" in other.writes(f"/link AAAA-AAA{number + 2}")
        assert "Sudah lima kali" in other.writes(code)
        town.now += timedelta(hours=1)
        assert "tersambung" in other.writes(code_of(sari))

    def test_without_a_code_it_is_explained(self, town: Town) -> None:
        assert "ketik /link di aplikasi tempatmu terdaftar" in town.citizen("900", platform="discord").writes("/link")

    def test_an_invitation_behind_link_enrols(self, town: Town) -> None:
        assert "[Setuju, lanjut]" in town.citizen("900", platform="discord").writes(f"/link {town.invite()}")

    def test_words_that_look_like_a_code_are_words_to_a_member(self, sari: Citizen) -> None:
        assert "tidak kukenal" not in sari.writes("K7QF-2M9D")


class TestWhoseAccountItIs:
    def test_a_guest_is_replaced(self, town: Town, sari: Citizen) -> None:
        guest = town.citizen("900", platform="discord")
        guest.writes(f"/start {town.invite()}")
        assert town.count(tables.Person) == 2
        assert "Halo, Sari!" in guest.writes(code_of(sari))
        assert town.count(tables.Person) == 1
        assert "Menu" in guest.writes("/bantuan") or guest.said

    def test_somebody_elses_account_is_refused(self, town: Town, sari: Citizen) -> None:
        yosef = town.with_goal("5000000002", "Yosef")
        said = yosef.writes(f"/link {code_of(sari)}")
        assert "sudah dipakai orang lain" in said
        assert "/hapus" in said
        assert len({row.person_id for row in town.rows(tables.Account)}) == 2

    def test_my_own_code_here(self, sari: Citizen) -> None:
        assert "untuk akun yang satunya" in sari.writes(f"/link {code_of(sari)}")

    def test_undone_from_the_old_side(self, town: Town, sari: Citizen) -> None:
        other = town.citizen("900", platform="discord")
        other.writes(code_of(sari))
        assert "Sudah kulepas ✓" in sari.taps("Batalkan")
        assert "undangan" in other.writes("halo")
        assert len(town.rows(tables.Account)) == 1

    def test_undone_from_the_new_side(self, town: Town, sari: Citizen) -> None:
        other = town.citizen("900", platform="discord")
        other.writes(code_of(sari))
        sari.heard = []
        other.taps("Bukan aku")
        assert sari.said == "Akun Discord sudah dilepas."

    def test_the_last_one_stays(self, town: Town, sari: Citizen) -> None:
        number = town.rows(tables.Account)[0].id
        assert "satu-satunya akun" in sari.taps_data(f"do:unlink:{number}")
        assert town.count(tables.Account) == 1

    @pytest.mark.parametrize("made_up", ["1", "99", "x", "", "99999999999999"])
    def test_nobody_elses_can_be_let_go(self, town: Town, sari: Citizen, made_up: str) -> None:
        yosef = town.with_goal("5000000002", "Yosef")
        assert "tidak tersambung" in yosef.taps_data(f"do:unlink:{made_up}")
        assert town.count(tables.Account) == 2


class TestWhereMessagesGo:
    def test_where_somebody_was_last(self, town: Town, sari: Citizen) -> None:
        other = joined(town, sari)
        town.now += timedelta(minutes=20)
        other.writes("/bantuan")
        sari.heard = []
        town.passes(days=6)
        assert any(NAG in shown.text for shown in other.messages.values())
        assert sari.said == ""

    def test_going_back_counts_at_once(self, town: Town, sari: Citizen) -> None:
        other = joined(town, sari)
        town.now += timedelta(minutes=1)
        sari.writes("/bantuan")
        other.heard = []
        town.passes(days=6)
        assert other.said == ""
        assert NAG in sari.said

    def test_seen_is_not_written_with_every_message(self, town: Town, sari: Citizen) -> None:
        sari.writes("/bantuan")
        first = town.rows(tables.Account)[0].seen_at
        town.now += timedelta(minutes=9)
        sari.writes("/bantuan")
        assert town.rows(tables.Account)[0].seen_at == first
        town.now += timedelta(minutes=2)
        sari.writes("/bantuan")
        assert town.rows(tables.Account)[0].seen_at == town.now

    def test_where_they_choose(self, town: Town, sari: Citizen) -> None:
        other = joined(town, sari)
        assert "[Kirim ke: terakhir dipakai]" in other.writes("/pengaturan")
        assert "[✓ Kirim ke: terakhir dipakai]" in other.taps("Kirim ke")
        assert "[✓ Kirim ke: Telegram]" in other.taps("Kirim ke: Telegram")
        other.heard = []
        town.passes(days=6)
        assert NAG in sari.said
        assert other.said == ""

    def test_one_account_has_nothing_to_choose(self, sari: Citizen) -> None:
        assert "Kirim ke" not in sari.writes("/pengaturan")

    def test_a_made_up_place_is_no_place(self, town: Town, sari: Citizen) -> None:
        joined(town, sari)
        sari.taps_data("do:prefer:<b>")
        sari.taps_data("do:prefer:mars")
        assert "[✓ Kirim ke: terakhir dipakai]" in sari.screen

    def test_answers_come_where_the_question_was_asked(self, town: Town, sari: Citizen) -> None:
        other = joined(town, sari)
        assert "sejauh mana" in other.writes("/checkin")
        assert sari.said == ""


class TestOneConversation:
    def test_begun_here_and_gone_on_with_there(self, town: Town, sari: Citizen) -> None:
        other = joined(town, sari)
        sari.writes("/checkin")
        first = sari.taps("50%")
        assert "2 dari" in first
        assert "3 dari" in other.writes("4")
        stale = sari.taps("3")
        assert "3 dari" in stale
        other.writes("kirim draf")
        assert "Tercatat" in other.taps("Lewati")
        (week,) = town.rows(tables.Checkin)
        assert (week.mood, week.next_step) == (4, "kirim draf")

    def test_no_message_of_one_side_is_edited_on_the_other(self, town: Town, sari: Citizen) -> None:
        other = joined(town, sari)
        sari.writes("/checkin")
        shown = sari.screen
        town.delivered.clear()
        data = list(sari.messages.values())[-1].buttons[1][1]
        other.taps_data(data, "d1")
        edits = [(parcel.platform, parcel.edit) for _, parcel in town.delivered if parcel.edit]
        assert edits == [("discord", "d1")]
        assert sari.screen == shown

    def test_two_messages_in_one_batch_are_heard_one_after_the_other(self, town: Town, sari: Citizen) -> None:
        other = joined(town, sari)
        sari.writes("/checkin")
        wait = Barrier(2)
        held = town.writer.do(lambda _: wait.wait(10))
        futures = [each.submits("text", text=text) for each, text in ((sari, "50"), (other, "4"))]
        wait.wait(10)
        held.result(10)
        for future in futures:
            future.result(20)
        town.deliver()
        assert "3 dari" in other.said


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("K7QF-2M9D", "K7QF-2M9D"), ("k7qf2m9d", "K7QF-2M9D"), ("/link", ""), ("/link@bot K7QF 2M9D", "K7QF-2M9D"),
        ("/link halo dunia", "halo dunia"), ("halo", None), ("MENTORED", None), ("", None), ("/linkage", None),
        ("x" * 9000, None),
    ],
)  # fmt: skip
def test_what_counts_as_a_code(text: str, code: str | None) -> None:
    assert code_in(text) == code


def test_a_code_is_made_of_easy_letters() -> None:
    assert make_code(bytes(range(8))) == "ABCD-EFGH"
    with pytest.raises(ValueError, match="8 random bytes"):
        make_code(b"x")
