"""The inbox: a call for help from its first words to its end, answered on the other platform."""

import json
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import update

from storage import tables
from storage.rows import table
from tests.town import Citizen, Pair, Town


@pytest.fixture
def pair(town: Town) -> Pair:
    """A pair; the mentor is on Discord."""
    return town.pair(platform="discord")


@pytest.fixture
def rina(town: Town) -> Citizen:
    """Who coordinates."""
    return town.staff(role="coordinator")


def texts(who: Citizen) -> str:
    """All that somebody has on their screen."""
    return "\n".join(map(str, who.messages.values()))


def asks(who: Citizen, words: str = "Mentorku diam 3 minggu", about: str = "[entor]") -> None:
    """Somebody calls for help."""
    who.does("/minta_bantuan", about, words)
    who.town.deliver()


def change(town: Town, model: type[tables.Row], where: dict[str, Any], **values: Any) -> None:
    """Have something be otherwise."""
    rows = table(model)
    these = [rows.c[name] == value for name, value in where.items()]
    town.writer.do(lambda c: c.execute(update(rows).where(*these).values(values))).result(10)


def calls(town: Town, number: int, person: int) -> None:
    """So many calls, an hour apart."""
    rows = [
        {"person_id": person, "programme_id": 1, "topic": "other", "text": f"Nomor {each}", "state": "open"}
        | {"at": town.now - timedelta(hours=each)}
        for each in range(1, number + 1)
    ]
    town.writer.do(lambda c: c.execute(table(tables.HelpRequest).insert(), rows)).result(10)


def person(town: Town, who: Citizen) -> int:
    """Somebody's number."""
    return int(town.rows(tables.Account, external_id=who.account)[0].person_id)


def test_from_the_first_words_to_the_end(town: Town, rina: Citizen, pair: Pair) -> None:
    asks(pair.mentee)
    assert "Sari minta bantuan: pasangan mentoring.\n“Mentorku diam 3 minggu”" in rina.screen
    said = rina.taps("Buka dan jawab")
    assert "Sari · pasangan mentoring\nMenunggu jawaban 1 menit." in said
    assert "“Mentorku diam 3 minggu”" in said
    assert "[Kotak masuk]" in rina.taps("Tentang Sari")
    assert "1. Sari" in rina.taps("Kotak masuk")
    rina.taps("1. Sari")
    assert "Anda yang mengurus" in rina.taps("Saya urus")
    assert "Apa jawaban Anda untuk Sari?" in rina.taps("Jawab")
    assert "dikirim ke Sari ✓" in rina.writes("Aku telepon Budi hari ini, ya.")
    assert "Rina (koordinator) menjawab:\nAku telepon Budi hari ini, ya." in pair.mentee.screen
    assert "Apa balasanmu untuk Rina?" in pair.mentee.taps("Balas")
    assert "Koordinator membacanya" in pair.mentee.writes("Makasih, Kak!")
    assert "Sari membalas:\n“Makasih, Kak!”" in rina.screen
    said = rina.taps("Buka dan jawab")
    assert said.index("diam 3 minggu") < said.index("telepon Budi") < said.index("Makasih")
    assert "Ditutup 1 menit lalu." in rina.taps("Tutup")
    assert "Rina menutup permintaan bantuanmu" in pair.mentee.screen
    assert "Tidak ada yang menunggu Anda" in rina.taps("Kotak masuk")
    assert "1 permintaan" in rina.taps("Yang sudah ditutup")


def test_closing_twice_tells_once_and_a_reply_opens_it_again(town: Town, rina: Citizen, pair: Pair) -> None:
    asks(pair.mentee)
    rina.taps_data("do:ticket_close:1")
    rina.taps_data("do:ticket_close:1")
    assert texts(pair.mentee).count("menutup permintaan bantuanmu") == 1
    pair.mentee.does("[Balas]", "Ternyata belum beres")
    [row] = town.rows(tables.HelpRequest)
    assert row.state == "open"
    assert "1 menunggu jawaban" in rina.writes("/kotak_masuk")


def test_a_mentor_on_discord_in_english(town: Town) -> None:
    ruth = town.staff("7000000002", "Ruth", "en")
    pair = town.pair(locale="en", platform="discord")
    pair.mentor.does("/help_me", "[goal]", "She has no goal yet")
    town.deliver()
    assert "Budi · a goal or a task\nWaiting for an answer for 1 minute." in ruth.taps("Open and answer")
    ruth.does("[Answer]", "Let's talk on Monday.")
    assert "Ruth (coordinator) answers:\nLet's talk on Monday." in pair.mentor.screen
    assert "your reply to Ruth" in pair.mentor.taps("Reply")


def test_safety_comes_first_then_who_waits_longest(town: Town, rina: Citizen, pair: Pair) -> None:
    calls(town, 7, person(town, pair.mentor))
    asks(pair.mentee, "Dia minta uang", "[tidak aman]")
    said = rina.writes("/inbox")
    assert "8 menunggu jawaban" in said
    assert "1. ‼️ Sari · ada yang terasa tidak aman" in said
    assert "2. Budi · hal lain · menunggu 7 jam" in said
    assert "[1. Sari] [2. Budi] [3. Budi] [4. Budi] [5. Budi] [6. Budi] [Berikutnya ›]" in said
    assert "2. Budi · hal lain · menunggu 1 jam" in rina.taps("Berikutnya")
    assert "1. ‼️ Sari" in rina.taps("Sebelumnya")
    rina.does("[1]", "[Jawab]", "Aku hubungi kamu sekarang.")
    assert "7 menunggu jawaban, 1 sudah dijawab" in rina.writes("/inbox")
    assert "1. Budi" in rina.screen
    assert "Budi" in rina.writes("/inbox 99")
    assert "Belum ada permintaan yang ditutup" in rina.writes("/inbox selesai")


def test_each_message_leads_to_its_own_ticket(town: Town, rina: Citizen, pair: Pair) -> None:
    asks(pair.mentee, "Yang pertama")
    first = next(data for name, data in list(rina.messages.values())[-1].buttons if "Buka" in name)
    assert "Yang pertama" in rina.taps("Buka dan jawab")
    assert [row.subject for row in town.rows(tables.Activity, kind="Look")] == ["ticket 1"]
    town.passes(minutes=5)
    asks(pair.mentee, "Yang kedua")
    assert "Yang kedua" in rina.taps("Buka dan jawab")
    said = rina.taps_data(first)
    assert "Yang pertama" in said
    assert "Yang kedua" not in said


def test_a_report_is_a_ticket_too(town: Town, rina: Citizen, pair: Pair) -> None:
    pair.mentee.does("/laporkan", "[tidak aman]", "Dia minta uang")
    town.deliver()
    assert "‼️ Sari · ada yang terasa tidak aman" in rina.taps("Buka dan jawab")


def test_without_words(town: Town, rina: Citizen, pair: Pair) -> None:
    asks(pair.mentee, "/lewati")
    assert "Tanpa kata-kata" in rina.taps("Buka dan jawab")
    assert "Apa yang ingin Anda tulis untuk Sari?" in rina.taps("Jawab")


def test_two_coordinators_see_who_takes_care_of_it(town: Town, rina: Citizen, pair: Pair) -> None:
    dian = town.staff("7000000003", "Dian")
    asks(pair.mentee)
    rina.does("[Buka dan jawab]", "[Saya urus]")
    assert "diurus Rina" in dian.taps("Buka dan jawab")
    assert "Anda yang mengurus" in dian.taps("Ambil alih")
    rina.does("[Jawab]", "Halo Sari")
    before = len(rina.messages)
    pair.mentee.does("[Balas]", "Halo Kak")
    assert "Sari membalas" in dian.screen
    assert len(rina.messages) == before


def test_a_reply_to_somebody_who_is_gone_reaches_the_others(town: Town, rina: Citizen, pair: Pair) -> None:
    dian = town.staff("7000000003", "Dian")
    asks(pair.mentee)
    rina.does("[Buka dan jawab]", "[Jawab]", "Halo Sari")
    change(town, tables.Membership, {"person_id": person(town, rina)}, standing="left")
    pair.mentee.does("[Balas]", "Halo Kak")
    assert "Sari membalas" in dian.screen


def test_coordinators_are_reminded_once_after_two_days(town: Town, rina: Citizen, pair: Pair) -> None:
    asks(pair.mentee)
    town.passes(hours=47)
    assert "masih menunggu jawaban" not in texts(rina)
    town.passes(hours=40)
    assert texts(rina).count("Sari masih menunggu jawaban sejak Sel 24 Nov, 10.00 WIB: pasangan mentoring.") == 1
    rina.does("[Buka dan jawab]", "[Jawab]", "Halo Sari")
    pair.mentee.does("[Balas]", "Halo Kak")
    town.passes(days=4)
    assert sum("masih menunggu jawaban" in shown.text for _, shown in rina.log) == 2


def test_safety_waits_for_one_day_only_and_an_answer_ends_it(town: Town, rina: Citizen, pair: Pair) -> None:
    asks(pair.mentee, "Takut", "[tidak aman]")
    town.passes(hours=25)
    assert sum("masih menunggu jawaban" in shown.text for _, shown in rina.log) == 1
    asks(pair.mentee, "Masih takut", "[tidak aman]")
    rina.does("[Buka dan jawab]", "[Jawab]", "Aku telepon sekarang.")
    town.passes(days=3)
    assert [shown.text.count("masih menunggu jawaban") for _, shown in rina.log].count(1) == 1


def test_somebody_who_cannot_be_reached(town: Town, rina: Citizen, pair: Pair) -> None:
    asks(pair.mentee)
    change(town, tables.Account, {"external_id": pair.mentee.account}, reach="blocked")
    assert "sedang tidak bisa dihubungi lewat bot" in rina.taps("Buka dan jawab")
    assert "Coba cara lain" in rina.does("[Jawab]", "Halo Sari")


@pytest.mark.parametrize(
    "data",
    ["p:ticket:1", "p:inbox", "do:ticket_take:1", "do:ticket_close:1", "go:ticket_answer:1", "do:ticket_open:2-0"],
)
def test_nobody_else_reads_or_changes_a_ticket(town: Town, rina: Citizen, pair: Pair, data: str) -> None:
    asks(pair.mentee)
    vera = town.staff("7000000002", "Vera", role="viewer")
    for who in (vera, pair.mentor, pair.mentee):
        assert "diam 3 minggu" not in who.taps_data(data)
    [row] = town.rows(tables.HelpRequest)
    assert (row.state, row.taken_by_id) == ("open", None)


def test_only_its_own_person_answers_back(town: Town, rina: Citizen, pair: Pair) -> None:
    asks(pair.mentee)
    assert "Ini soal apa?" in pair.mentor.taps_data("go:ticket_reply:1")
    assert not town.rows(tables.TicketWord)


def test_another_programmes_ticket_is_none(town: Town, rina: Citizen, pair: Pair) -> None:
    asks(pair.mentee)
    town.programme("Lain 2026")
    other = next(row.id for row in town.rows(tables.Programme) if row.name == "Lain 2026")
    change(town, tables.HelpRequest, {"id": 1}, programme_id=other)
    number = person(town, pair.mentee)
    for data in ("p:ticket:1", f"do:ticket_open:{number}-1000000000", "do:ticket_open:x",
                 "do:ticket_open:1-99999999999", "do:ticket_take:1", "do:ticket_close:1", "p:ticket:x",
                 "go:ticket_answer:1", "p:ticket:99999999999999999999", "p:ticket:1-2-3"):  # fmt: skip
        assert "tidak ada di program ini" in rina.taps_data(data), data
    assert "Tidak ada yang menunggu" in rina.writes("/inbox")


def test_whoever_is_erased_leaves_nothing_behind(town: Town, rina: Citizen, pair: Pair) -> None:
    asks(pair.mentee)
    rina.does("[Buka dan jawab]", "[Jawab]", "Halo Sari")
    pair.mentee.does("[Balas]", "Halo Kak")
    pair.mentee.does("/hapus", "[Lanjut menghapus]", "hapus")
    assert not town.rows(tables.HelpRequest)
    assert not town.rows(tables.TicketWord)
    assert "tidak ada di program ini" in rina.taps_data("p:ticket:1")
    town.passes(days=4)
    assert "masih menunggu" not in texts(rina)


def test_my_data_holds_what_was_said(town: Town, rina: Citizen, pair: Pair) -> None:
    asks(pair.mentee)
    rina.does("[Buka dan jawab]", "[Jawab]", "Halo Sari")
    pair.mentee.does("[Balas]", "Halo Kak")
    for who, said in ((pair.mentee, ["Halo Sari", "Halo Kak"]), (rina, ["Halo Sari"])):
        who.does("/dataku")
        file = next(shown.drawn.file for shown in who.messages.values() if shown.drawn.file)
        found = json.loads(json.dumps(file.content))
        assert [word["text"] for word in found["ticketword"]] == said


def test_the_ticket_leads_to_its_person(town: Town, rina: Citizen, pair: Pair) -> None:
    asks(pair.mentee)
    rina.taps("Buka dan jawab")
    assert "Sari" in rina.taps("Tentang Sari")
    assert "tidak ada" not in rina.screen


def test_words_are_never_markup(town: Town, rina: Citizen, pair: Pair) -> None:
    asks(pair.mentee, "<b>a & b</b> @everyone")
    assert "“<b>a & b</b> @everyone”" in rina.taps("Buka dan jawab")
    rina.does("[Jawab]", "<i>ya</i>")
    assert "<i>ya</i>" in pair.mentee.screen
