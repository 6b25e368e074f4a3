"""The ways out of a pair: another partner with two days to change one's mind, leaving, and the planned end."""

from datetime import timedelta

import pytest

from bot.mentoring.parting_effects import AskParting
from storage import tables
from storage.rows import table
from tests.town import Citizen, Pair, Town


@pytest.fixture
def pair(town: Town) -> Pair:
    """A pair, and a coordinator who hears of things."""
    return town.pair()


def coordinator(town: Town) -> Citizen:
    """Rina, who coordinates."""
    rina = town.citizen("7000000001")
    rina.writes(f"/start {town.invite('coordinator')}")
    rina.does("[Setuju]", "Rina", "[WIB]")
    return rina


def texts(who: Citizen) -> str:
    """All that somebody has on their screen."""
    return "\n".join(map(str, who.messages.values()))


def test_a_wish_waits_two_days_and_the_partner_learns_nothing(town: Town, pair: Pair) -> None:
    rina = coordinator(town)
    assert "Tidak apa-apa" in pair.mentee.writes("/ganti_partner")
    pair.mentee.does("[Lama tidak ada kabar]", "Sudah 3 minggu tanpa kabar")
    assert "belum diberi tahu" in pair.mentee.screen
    town.deliver()
    assert "Sari</b>" not in texts(rina)
    assert "Sari ingin ganti pasangan (sekarang dengan Budi): Lama tidak ada kabar." in texts(rina)
    assert "3 minggu tanpa kabar" in texts(rina)
    before = texts(pair.mentor)
    town.passes(hours=47)
    assert "berakhir" not in texts(pair.mentor)
    assert before.count("ganti") == texts(pair.mentor).count("ganti")
    town.passes(hours=12)
    assert "Ini bukan salah siapa pun" in texts(pair.mentor)
    assert "Lama tidak ada kabar" not in texts(pair.mentor)
    assert "seperti yang kamu minta" in texts(pair.mentee)
    assert "bisa dipasangkan lagi" in texts(rina)
    [row] = town.rows(tables.Pair)
    assert row.state == "ended"
    planned = {due.kind for due in town.rows(tables.Due)}
    assert not planned & {"agreement", "pulse", "midway", "closing", "parting"}


def test_one_tap_and_the_pair_goes_on(town: Town, pair: Pair) -> None:
    rina = coordinator(town)
    pair.mentor.does("/change_partner", "[Kurang cocok]", "[Lewati]")
    town.passes(hours=20)
    assert "tetap dengan Sari" in pair.mentor.taps("Tetap bersama")
    town.deliver()
    assert "berubah pikiran" in texts(rina)
    town.passes(hours=60)
    assert town.rows(tables.Pair)[0].state == "active"
    assert "tetap dengan Sari" in pair.mentor.taps_data(f"do:keep_pair:{pair.id}")


def test_asking_twice_shows_what_waits_and_a_late_change_of_mind_is_answered(town: Town, pair: Pair) -> None:
    pair.mentee.does("/change_partner", "[Waktunya sulit cocok]", "[Lewati]")
    assert "Tetap bersama" in pair.mentee.writes("/change_partner")
    assert len(town.rows(tables.Parting)) == 1
    keep = next(data for name, data in list(pair.mentee.messages.values())[-1].buttons if "Tetap" in name)
    town.passes(hours=60)
    assert "sudah berakhir" in pair.mentee.taps_data(keep)
    assert "Mentormu belum ada" in pair.mentee.writes("/change_partner")


def test_sessions_are_called_off_with_the_pair(town: Town, pair: Pair) -> None:
    sessions = table(tables.Session)
    row = {"pair_id": pair.id, "programme_id": 1, "state": "confirmed", "kind": "video", "minutes": 45, "uid": "u1"}
    times = {"starts_at": town.now + timedelta(days=5), "created_at": town.now, "changed_at": town.now, "slots": []}
    blank = {"topic": "", "link": "", "sequence": 0, "series": "", "reason": ""}
    town.writer.do(lambda c: c.execute(sessions.insert(), row | times | blank)).result(10)
    pair.mentee.does("/change_partner", "[Kurang cocok]", "[Lewati]")
    town.passes(hours=60)
    [session] = town.rows(tables.Session)
    assert (session.state, session.sequence) == ("cancelled", 1)
    assert "Sesi yang tadinya direncanakan batal" in texts(pair.mentor)


def test_whoever_leaves_the_other_is_told_kindly(town: Town, pair: Pair) -> None:
    rina = coordinator(town)
    pair.mentor.does("/keluar", "[Lewati]", "[Ya, keluar]")
    town.passes(hours=1)
    assert "Budi tidak lagi ikut program" in texts(pair.mentee)
    assert "bukan karena kamu" in texts(pair.mentee)
    assert "Sari kini tanpa mentor" in texts(rina)
    assert town.rows(tables.Pair)[0].state == "ended"


def test_whoever_erases_is_not_named_any_more(town: Town, pair: Pair) -> None:
    pair.mentee.does("/hapus", "[Lanjut menghapus]", "hapus")
    town.passes(hours=1)
    assert "Mentee Anda tidak lagi ikut program" in texts(pair.mentor)


def test_a_pair_that_is_no_longer_there_refuses(town: Town, pair: Pair) -> None:
    pair.mentee.does("/change_partner", "[Kurang cocok]")
    pair.mentor.does("/keluar", "[Lewati]", "[Ya, keluar]")
    town.apply(town.rows(tables.Pair)[0].mentee_id, AskParting(pair.id, "match"))
    assert not town.rows(tables.Parting)
