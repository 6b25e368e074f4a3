"""The line between two partners: across platforms and within one, with ticks, edits and replies, muted and in quiet
hours, and nothing of it kept."""

import atexit
import shutil
import tempfile
from collections.abc import Iterator
from datetime import timedelta
from functools import cache
from pathlib import Path

import pytest

from bot.effects import Erase
from bot.messages import File, say
from bot.ports import Outcome, Parcel
from bot.talk.phrases import Reader
from storage import office, tables
from storage.rows import table
from tests.somebody import phrases
from tests.town import START, Citizen, Home, Pair, Town, settled

SARI, BUDI, YOSEF = "5000000100", "6000000100", "5000000099"
VOICE = File("voice", "file-7", size=40_000)


@cache
def begun() -> Path:
    """A town with Sari on Telegram, her mentor Budi on Discord, and Yosef: enrolled once for all tests."""
    folder = Path(tempfile.mkdtemp(prefix="tuntun-line-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    with settled(folder) as town:
        town.programme()
        town.pair(platform="discord")
        town.with_goal(YOSEF, "Yosef")
    return folder / "town.db"


@pytest.fixture
def town(tmp_path: Path, home: Home) -> Iterator[Town]:
    with settled(tmp_path, begun(), home(begun())) as town:
        town.citizen(SARI)
        town.citizen(BUDI, platform="discord")
        town.citizen(YOSEF)
        yield town


@pytest.fixture
def pair(town: Town) -> Pair:
    """Sari on Telegram, Budi on Discord; nothing open."""
    return Pair(town.citizens[BUDI], town.citizens[SARI], town.rows(tables.Pair)[0].id)


def told(town: Town, citizen: Citizen) -> list[Parcel]:
    """What was brought to somebody of what their partner wrote."""
    return [parcel for _, parcel in town.delivered if parcel.chat == citizen.account and parcel.kind == "relay"]


def kept(town: Town) -> str:
    """All words that stand in the outbox and in conversations."""
    return " ".join(row.screen for row in town.rows(tables.Outbox)) + " ".join(
        row.answers + row.facts + row.subject for row in town.rows(tables.Conversation)
    )


def afresh(pair: Pair) -> None:
    pair.mentee.heard, pair.mentor.heard = [], []


def moves(town: Town, citizen: Citizen, platform: str) -> None:
    """Somebody's only account is on another platform."""
    account = table(tables.Account)
    move = account.update().where(account.c.external_id == citizen.account).values(platform=platform)
    town.writer.do(lambda c: c.execute(move).rowcount).result(10)
    citizen.platform = platform


class TestTelling:
    def test_a_word_crosses_and_is_ticked(self, town: Town, pair: Pair) -> None:
        assert pair.mentee.writes("/bilang Halo Kak, drafnya sudah jadi") == "✓ Terkirim ke Budi"
        assert pair.mentor.said == "Sari\nHalo Kak, drafnya sudah jadi\n[Balas] [Lainnya]"
        assert "drafnya" not in kept(town)
        (relay,) = town.rows(tables.Relay)
        assert (relay.kind, relay.from_platform, relay.to_platform) == ("text", "telegram", "discord")
        assert relay.delivered_at == town.now

    def test_it_is_asked_for_when_it_was_not_typed(self, pair: Pair) -> None:
        assert pair.mentee.writes("/tell") == "Apa pesannya untuk Budi? Tulis saja di sini."
        assert pair.mentee.writes("Besok jadi?") == "✓ Terkirim ke Budi"
        assert "Besok jadi?" in pair.mentor.said

    def test_a_voice_note_answers_as_well(self, town: Town, pair: Pair) -> None:
        pair.mentee.writes("/tell")
        assert pair.mentee.sends("voice", files=(VOICE,)) == "✓ Terkirim ke Budi"
        assert pair.mentor.said == "Sari · pesan suara\n[Balas] [Lainnya]"
        assert not [talk for talk in town.rows(tables.Conversation, flow="tell") if talk.state == "open"]

    def test_empty_words_are_asked_for_again(self, pair: Pair) -> None:
        pair.mentee.writes("/tell")
        assert "Apa pesannya" in pair.mentee.writes("   ")
        assert pair.mentor.said == ""

    def test_four_thousand_characters_pass_whole(self, pair: Pair) -> None:
        words = ("kata & <tanda> " * 400)[:4000].strip()
        pair.mentee.writes(f"/bilang {words[:3990]}")
        assert words[:3990].strip() in pair.mentor.said.replace("\n---\n", "")

    def test_markup_and_mentions_arrive_as_they_were_typed(self, pair: Pair) -> None:
        pair.mentor.writes("/tell <b>@everyone</b> & *hai*")
        assert "<b>@everyone</b> & *hai*" in pair.mentee.said
        assert "&lt;b&gt;@everyone" in pair.mentee.heard[-1].drawn.texts[0]

    def test_nobody_there_yet(self, town: Town) -> None:
        assert "Mentormu belum ada" in town.citizens[YOSEF].writes("/bilang hai")

    def test_a_coordinator_has_no_line(self, town: Town) -> None:
        rina = town.citizen("7000000001")
        rina.writes(f"/start {town.invite('coordinator')}")
        rina.does("[Setuju]", "Rina", "[WIB]")
        assert "hai" not in rina.writes("/bilang hai")

    def test_english(self, town: Town) -> None:
        pair = town.pair("Anna", "Emma", locale="en", platform="discord")
        assert pair.mentee.writes("/tell Hello") == "✓ Sent to Anna"
        assert pair.mentor.said.endswith("Emma\nHello\n[Reply] [More]")


class TestSeveral:
    @pytest.fixture
    def budi(self, town: Town, pair: Pair) -> Citizen:
        """Budi with a second mentee, Yosef."""
        town.writer.do(lambda c: office.pair(c, "Budi", "Yosef", now=town.now)).result(10)
        town.deliver()
        afresh(pair)
        town.citizens[YOSEF].heard = []
        return pair.mentor

    def test_to_whom_is_asked(self, town: Town, budi: Citizen) -> None:
        assert budi.writes("/bilang Semangat!") == "Untuk siapa? (2 dari 2)\n[Sari] [Yosef] [‹ Kembali]"
        assert "✓ Terkirim ke Yosef" in budi.taps("Yosef")
        assert "Semangat!" in town.citizens[YOSEF].said
        assert "Semangat!" not in kept(town)

    def test_a_talk_remembers_whom(self, town: Town, budi: Citizen) -> None:
        assert "[Sari] [Yosef]" in budi.writes("/ngobrol")
        assert "tersambung dengan Sari" in budi.taps("Sari")
        assert budi.writes("satu") == "✓ Terkirim ke Sari"
        assert budi.writes("dua") == "✓ 2 pesan terkirim ke Sari"

    def test_a_name_behind_the_command(self, budi: Citizen) -> None:
        assert "tersambung dengan Yosef" in budi.writes("/ngobrol yosef")

    def test_a_file_for_nobody_in_particular(self, budi: Citizen) -> None:
        budi.writes("/tell")
        assert budi.sends("voice", files=(VOICE,)).startswith("Untuk siapa? Pilih dulu, lalu kirim lagi.\n[Sari]")


class TestTalking:
    def test_everything_goes_over_until_it_is_ended(self, pair: Pair) -> None:
        pair.mentee.writes("/ngobrol")
        assert pair.mentee.writes("halo") == "✓ Terkirim ke Budi"
        assert "Obrolan selesai" in pair.mentee.writes("/ngobrol") or pair.mentee.taps("Selesai")
        pair.mentor.heard = []
        pair.mentee.writes("ini untuk bot")
        assert pair.mentor.said == ""

    def test_the_other_side_answers_by_one_tap(self, pair: Pair) -> None:
        pair.mentee.writes("/bilang halo")
        assert "tersambung dengan Sari" in pair.mentor.taps("Balas")
        pair.mentor.writes("halo juga")
        assert pair.mentee.said.endswith("Budi\nhalo juga\n[Balas] [Lainnya]")

    def test_no_buttons_while_both_talk(self, pair: Pair) -> None:
        pair.mentee.writes("/ngobrol")
        pair.mentor.writes("/ngobrol")
        pair.mentor.writes("hai")
        assert pair.mentee.said.endswith("Budi\nhai")

    def test_commands_still_work_and_a_question_comes_first(self, pair: Pair) -> None:
        pair.mentee.writes("/ngobrol")
        pair.mentee.writes("/checkin")
        afresh(pair)
        assert "2 dari" in pair.mentee.writes("60")
        assert pair.mentor.said == ""
        pair.mentee.writes("/batal")
        assert pair.mentee.writes("lanjut ya Kak") == "✓ Terkirim ke Budi"

    def test_beginning_to_talk_lets_an_open_question_sleep(self, pair: Pair) -> None:
        pair.mentor.writes("/tell sudah check-in?")
        pair.mentee.writes("/checkin")
        pair.mentee.taps("Balas")
        assert pair.mentee.writes("sebentar lagi, Kak") == "✓ Terkirim ke Budi"
        pair.mentee.taps("Selesai")
        assert "sejauh mana" in pair.mentee.writes("oke")

    def test_two_quiet_hours_end_it(self, town: Town, pair: Pair) -> None:
        pair.mentee.writes("/ngobrol")
        pair.mentee.writes("satu")
        town.now += timedelta(hours=1, minutes=59)
        assert "terkirim" in pair.mentee.writes("dua").casefold()
        town.now += timedelta(hours=2)
        afresh(pair)
        assert "dua jam sepi" in pair.mentee.writes("apa kabar?")
        assert pair.mentor.said == ""
        pair.mentee.taps("Ngobrol lagi")
        assert pair.mentee.writes("apa kabar?") == "✓ Terkirim ke Budi"

    @pytest.mark.parametrize("what", ["sticker", "contact", "poll", "place"])
    def test_what_cannot_pass_is_explained(self, pair: Pair, what: str) -> None:
        pair.mentee.writes("/ngobrol")
        afresh(pair)
        assert "Yang bisa: tulisan, pesan suara, foto" in pair.mentee.sends(what)
        assert pair.mentor.said == ""

    def test_a_pair_that_has_ended(self, town: Town, pair: Pair) -> None:
        pair.mentee.writes("/ngobrol")
        """The other side is told, and what they write next goes to the menu, not to nobody."""
        pair.mentor.does("/keluar", "[Lewati]", "[Ya, keluar]")
        assert "pendampingannya berakhir" in pair.mentee.screen
        afresh(pair)
        assert "Ketuk tombol" in pair.mentee.writes("halo?")
        assert "halo?" not in pair.mentor.screen


class TestFiles:
    def test_words_go_with_a_photo(self, town: Town, pair: Pair) -> None:
        pair.mentee.writes("/ngobrol")
        pair.mentee.writes("ini sketsaku", files=(File("photo", "file-9", size=90_000),))
        (parcel,) = told(town, pair.mentor)
        assert parcel.screen["file"]["content"] == {
            "platform": "telegram", "kind": "photo", "ref": "file-9", "name": "photo.jpg", "size": 90_000,
        }  # fmt: skip
        assert pair.mentor.said.startswith("Sari\nini sketsaku")

    def test_several_at_once(self, town: Town, pair: Pair) -> None:
        pair.mentor.writes("/ngobrol")
        two = (File("document", "https://x/1", "a.pdf", 1), File("document", "https://x/2", "b.pdf", 1))
        pair.mentor.writes("dua berkas", files=two)
        assert [parcel.screen["file"]["name"] for parcel in told(town, pair.mentee)] == ["a.pdf", "b.pdf"]
        assert pair.mentor.said == "✓ 2 pesan terkirim ke Sari" or "✓ 2 pesan" in pair.mentor.screen

    @pytest.mark.parametrize(("size", "passes"), [(9_900_000, True), (10_100_000, False)])
    def test_discord_takes_ten_megabytes(self, town: Town, pair: Pair, size: int, passes: bool) -> None:
        pair.mentee.writes("/ngobrol")
        said = pair.mentee.sends("document", files=(File("document", "f", "tesis.pdf", size),))
        assert bool(told(town, pair.mentor)) is passes
        assert (
            passes or "Berkas tesis.pdf terlalu besar, jadi tidak terkirim: paling besar 10 MB (batas Discord)" in said
        )

    def test_telegram_to_telegram_has_no_limit(self, town: Town, pair: Pair) -> None:
        moves(town, pair.mentor, "telegram")
        pair.mentee.writes("/ngobrol")
        pair.mentee.sends("video", files=(File("video", "f", size=900_000_000),))
        assert told(town, pair.mentor)


class TestEditsAndReplies:
    def test_an_edit_reaches_the_same_message(self, pair: Pair) -> None:
        pair.mentee.writes("/bilang jam 7", message="mine")
        first = pair.mentor.heard[-1].id
        pair.mentee.edits("mine", "/bilang jam 8")
        assert pair.mentor.messages[first].text == "Sari (diubah)\njam 8"
        assert len([shown for shown in pair.mentor.messages.values() if "jam" in shown.text]) == 1

    def test_before_it_left_it_leaves_changed(self, town: Town, pair: Pair) -> None:
        town.outcome = lambda parcel: Outcome("later", wait=30) if parcel.kind == "relay" else None
        pair.mentee.writes("/bilang jam 7", message="mine")
        pair.mentee.edits("mine", "/bilang jam 8")
        town.outcome = lambda _: None
        town.passes(minutes=1)
        assert pair.mentor.said == "Sari\njam 8\n[Balas] [Lainnya]"

    def test_an_edit_of_something_else_is_too_late(self, pair: Pair) -> None:
        pair.mentee.writes("halo bot", message="mine")
        said = pair.mentee.edits("mine", "halo")
        assert said
        assert pair.mentor.said == ""

    def test_a_reply_finds_its_counterpart(self, town: Town, pair: Pair) -> None:
        pair.mentee.writes("/bilang bisa besok?", message="mine")
        there = pair.mentor.heard[-1].id
        assert pair.mentor.writes("bisa", reply_to=there) == "✓ Terkirim ke Sari"
        assert told(town, pair.mentee)[-1].reply == "mine"
        back = pair.mentee.heard[-1].id
        pair.mentee.writes("sip", reply_to=back)
        assert told(town, pair.mentor)[-1].reply != ""

    def test_a_reply_goes_over_even_while_a_question_is_open(self, town: Town, pair: Pair) -> None:
        pair.mentor.writes("/tell sudah makan?")
        there = pair.mentee.heard[-1].id
        pair.mentee.writes("/checkin")
        pair.mentee.writes("60", reply_to=there)
        assert pair.mentor.said.startswith("Sari\n60") or "Sari\n60" in pair.mentor.said
        assert "2 dari" in pair.mentee.writes("60")

    def test_a_made_up_reply_is_no_reply(self, pair: Pair) -> None:
        pair.mentee.writes("halo", reply_to="4711")
        assert pair.mentor.said == ""


class TestDelivery:
    def test_lost_and_uncertain_ones_are_told_and_not_kept(self, town: Town, pair: Pair) -> None:
        for kind, words in (("refused", "tidak sampai"), ("uncertain", "mungkin belum sampai")):
            town.outcome = lambda parcel, kind=kind: Outcome(kind) if parcel.kind == "relay" else None  # type: ignore[misc]
            assert words in pair.mentee.writes("/bilang rahasia")
        assert "rahasia" not in kept(town)

    def test_one_that_expired_is_told_and_not_kept(self, town: Town, pair: Pair) -> None:
        town.outcome = lambda parcel: Outcome("later", wait=86_400) if parcel.kind == "relay" else None
        pair.mentee.writes("/bilang rahasia")
        town.passes(days=9)
        assert any("tidak sampai ke Budi" in shown.text for shown in pair.mentee.messages.values())
        assert "rahasia" not in kept(town)

    def test_who_has_blocked_the_bot_is_not_written_to(self, town: Town, pair: Pair) -> None:
        town.outcome = lambda parcel: (
            Outcome("unreachable", reach="blocked") if parcel.chat == pair.mentor.account else None
        )
        assert "tidak sampai ke Budi" in pair.mentee.writes("/bilang rahasia")
        assert "Budi sedang tidak bisa dihubungi" in pair.mentee.writes("/bilang rahasia")
        assert "rahasia" not in kept(town)

    def test_a_closed_private_channel_keeps_nothing_either(self, town: Town, pair: Pair) -> None:
        town.outcome = lambda parcel: (
            Outcome("unreachable", reach="dm_closed") if parcel.chat == pair.mentor.account else None
        )
        pair.mentee.writes("/bilang rahasia")
        assert "rahasia" not in kept(town)

    def test_it_does_not_count_against_the_week(self, town: Town, pair: Pair) -> None:
        for number in range(12):
            pair.mentor.writes(f"/tell pesan {number}")
        town.passes(days=7)
        assert any("Check-in minggu ini" in shown.text for shown in pair.mentee.messages.values())

    def test_quiet_hours_are_kept_without_a_sound(self, town: Town, pair: Pair) -> None:
        town.now += timedelta(hours=13)  # 23.00 WIB
        pair.mentor.writes("/tell malam")
        assert told(town, pair.mentee)[-1].silent
        pair.mentee.writes("/ngobrol")
        pair.mentor.writes("/tell masih bangun?")
        assert not told(town, pair.mentee)[-1].silent

    def test_by_day_it_sounds(self, town: Town, pair: Pair) -> None:
        pair.mentor.writes("/tell siang")
        assert not told(town, pair.mentee)[-1].silent

    def test_erasing_takes_back_what_waits(self, town: Town, pair: Pair) -> None:
        town.outcome = lambda parcel: Outcome("later", wait=300) if parcel.kind == "relay" else None
        pair.mentee.writes("/bilang rahasia")
        person = town.rows(tables.Account, external_id=pair.mentee.account)[0].person_id
        town.apply(person, Erase())
        town.outcome = lambda _: None
        town.passes(minutes=10)
        assert "rahasia" not in pair.mentor.said
        assert all(pair.mentee.account not in (row.from_chat, row.to_chat) for row in town.rows(tables.Relay))


class TestThread:
    @pytest.fixture
    def thread(self, town: Town, pair: Pair) -> Citizen:
        """The pair's thread on Discord, as the bot writes into it."""
        source = table(tables.Pair)
        town.writer.do(lambda c: c.execute(source.update().values(thread="900")).rowcount).result(10)
        return town.citizen(f"thread:{pair.id}", platform="discord")

    def test_what_is_written_there_goes_to_the_mentee(self, pair: Pair, thread: Citizen) -> None:
        pair.mentor.writes_in("channel:900", "Halo @everyone")
        assert pair.mentee.said == "Budi\nHalo @everyone\n[Balas] [Lainnya]"
        assert thread.said == "✓ Terkirim ke Sari"

    def test_and_the_answer_comes_back_there(self, town: Town, pair: Pair, thread: Citizen) -> None:
        pair.mentor.writes_in("channel:900", "Halo", message="500")
        there = pair.mentee.heard[-1].id
        pair.mentee.writes("Halo Kak", reply_to=there)
        assert thread.said.endswith("Sari\nHalo Kak")
        assert next(parcel for _, parcel in reversed(town.delivered) if parcel.kind == "relay").reply == "500"
        pair.mentor.writes("/tell dari DM")
        thread.heard = []
        pair.mentee.writes("/bilang oke")
        assert thread.said == ""
        assert "oke" in pair.mentor.said

    def test_an_edit_there_arrives_too(self, pair: Pair, thread: Citizen) -> None:
        pair.mentor.writes_in("channel:900", "jam 7", message="500")
        pair.mentor.writes_in("channel:900", "jam 8", message="500", what="edited")
        assert [shown.text for shown in pair.mentee.messages.values()] == ["Budi (diubah)\njam 8"]

    def test_nobody_elses_words_pass(self, town: Town, pair: Pair, thread: Citizen) -> None:
        stranger = town.citizen("77", platform="discord")
        assert stranger.writes_in("channel:900", "hai") == ""
        other = town.mentor("88", "Anna", platform="discord")
        assert other.writes_in("channel:900", "hai") == ""
        assert pair.mentee.said == ""

    def test_who_reads_the_thread_gets_it_once(self, town: Town, pair: Pair, thread: Citizen) -> None:
        moves(town, pair.mentee, "discord")
        pair.mentor.writes_in("channel:900", "halo")
        assert pair.mentee.said == ""
        assert town.rows(tables.Relay)[-1].delivered_at


class TestMutingAndReporting:
    def test_muted_comes_without_a_sound_and_is_told(self, town: Town, pair: Pair) -> None:
        assert "datang tanpa bunyi" in pair.mentor.writes("/bisukan")
        assert pair.mentee.writes("/bilang hai") == "✓ Terkirim ke Budi, dibaca nanti"
        assert told(town, pair.mentor)[-1].silent
        assert "berbunyi lagi" in pair.mentor.taps("Bunyikan lagi")
        pair.mentee.writes("/bilang hai")
        assert not told(town, pair.mentor)[-1].silent

    def test_the_page_of_the_line(self, pair: Pair) -> None:
        pair.mentor.writes("/tell hai")
        assert "[Ngobrol] [Bisukan] [Laporkan] [Ganti pasangan]" in pair.mentee.taps("Lainnya")

    def test_somebody_elses_pair_is_not_touched(self, town: Town, pair: Pair) -> None:
        other = town.citizens[YOSEF]
        for data in (f"go:mute:{pair.id}", f"do:talk:{pair.id}", f"p:line:{pair.id}", f"go:report:{pair.id}"):
            assert "Budi" not in other.taps_data(data)
        row = town.rows(tables.Pair)[0]
        assert (row.mentor_muted, row.mentee_muted) == (False, False)

    def test_a_report_reaches_the_coordinator_without_the_messages(self, town: Town, pair: Pair) -> None:
        rina = town.citizen("7000000001")
        rina.writes(f"/start {town.invite('coordinator')}")
        rina.does("[Setuju]", "Rina", "[WIB]")
        pair.mentor.writes("/tell kata kasar")
        rina.heard = []
        pair.mentee.taps("Lainnya")
        assert "Hanya koordinator" in pair.mentee.taps("Laporkan")
        asked = pair.mentee.taps("Membuatku merasa tidak aman")
        assert "112" in asked
        assert "tidak kusimpan" in asked
        done = pair.mentee.taps("Lewati")
        assert "[Bisukan]" in done
        assert "Sari melaporkan Budi: Membuatku merasa tidak aman" in rina.said
        assert "kata kasar" not in rina.said
        assert [row.topic for row in town.rows(tables.HelpRequest)] == ["unsafe"]


def test_a_value_of_any_length_goes_into_any_sentence() -> None:
    """Also one inside another, where Fluent's runtime would refuse it."""
    reader, long = Reader("id", "Asia/Jakarta", START), "a & b " * 700
    inner = say("relay-words", name="Sari", text=long, edited="no")
    said = phrases().html(say("numbered", text=inner, at=1, of=2), reader)
    assert long.replace("&", "&amp;") in said
    assert "\ue000" not in phrases().html(say("relay-words", name="\ue0000\ue000", text=long, edited="no"), reader)
