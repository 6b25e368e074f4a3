"""The mentor's desk: mentees, how far they are, what they asked to know; notes; one message on Mondays; pauses told."""

from datetime import timedelta

from sqlalchemy import update

from storage import office, tables
from storage.rows import table
from tests.town import Citizen, Pair, Town


def checked_in(town: Town, pair: Pair, percent: str = "[50%]", wish: str = "cara menata studi kasus") -> None:
    """The mentee checks in, with a word for the mentor."""
    pair.mentee.does("/checkin", percent, "[4]", "[Lewati]", wish)


def second_mentee(town: Town, mentor: str = "Budi", name: str = "Yosef") -> Citizen:
    """Another mentee of the same mentor."""
    yosef = town.with_goal("5200000001", name, title="Magang di startup")
    town.writer.do(lambda c: office.pair(c, mentor, name, now=town.now)).result(10)
    town.passes(minutes=1)
    return yosef


def test_a_single_mentee_is_shown_at_once_and_several_by_a_line_each(town: Town) -> None:
    """Last contact, bars, what they asked to know; buttons to greet, to look, to note."""
    pair = town.pair()
    said = pair.mentor.writes("/mentee")
    assert "Belum ada kontak" in said
    assert "[Sapa Sari]" in said
    checked_in(town, pair)
    pair.mentee.does("[Salam kenal]", "[Kirim]")
    said = pair.mentor.writes("mentee saya")
    assert "▰▰▰▰▰▱▱▱▱▱ 50%" in said
    assert "ingin dibahas: “cara menata studi kasus”" in said
    assert "Kontak terakhir Sel 24 Nov" in said
    second_mentee(town)
    said = pair.mentor.writes("/mentees")
    assert "2 mentee Anda" in said
    assert "Sari · Portofolio data 50%" in said
    assert "Magang di startup" in pair.mentor.taps("Yosef")


def test_what_a_mentee_keeps_private_is_not_on_the_desk(town: Town) -> None:
    """A private goal, its progress, and what somebody finds hard."""
    pair = town.pair()
    town.goal(pair.mentee.account, "Pindah kuliah", visibility="private")
    sari = table(tables.Person)
    hard = {"hard": ["video"], "wants": ["cv"]}
    town.writer.do(lambda c: c.execute(update(sari).where(sari.c.name == "Sari").values(about=hard))).result(10)
    said = pair.mentor.does("/mentee", "/kemajuan")
    assert "Pindah kuliah" not in said
    with town.look() as connection:
        from storage.facts import read_all

        mentor = town.rows(tables.Person, name="Budi")[0].id
        [partner] = read_all(connection, {mentor}, town.now)[mentor].partners
    assert [goal.title for goal in partner.goals] == ["Portofolio data"]
    assert "hard" not in partner.about


def test_progress_is_a_mentees_by_name_or_button_and_its_chart_by_a_tap(town: Town) -> None:
    pair = town.pair()
    assert "Belum ada tujuan" not in pair.mentor.writes("/kemajuan")
    checked_in(town, pair)
    said = pair.mentor.writes("/progress Sari")
    assert "50%" in said
    pair.mentor.taps("Lihat grafik")
    chart = [p for _, p in town.delivered if (p.screen.get("file") or {}).get("kind") == "chart"]
    assert chart[-1].screen["file"]["content"]["title"] == "Sari"
    second_mentee(town)
    assert "Kemajuan siapa?" in pair.mentor.writes("/kemajuan")
    assert "Magang di startup" in pair.mentor.taps("Yosef")
    assert "Portofolio data" in pair.mentee.writes("/kemajuan")


def test_somebody_without_a_partner_is_told_what_comes(town: Town) -> None:
    budi, sari = town.mentor(), town.with_goal()
    for words in ("/mentees", "/kemajuan", "/catatan", "/kesepakatan"):
        assert "Belum ada mentee" in budi.writes(words)
    for words in ("/catatan", "/kesepakatan"):
        assert "Mentormu belum ada" in sari.writes(words)
    assert "peran lain" in sari.writes("/mentees")
    for data in ("p:mentee:99", "p:progress:99", "p:chart:99", "p:notes:99", "p:pact:99", "go:greet:99", "do:unnote:x"):
        assert budi.taps_data(data)


def test_a_note_is_mine_or_shared(town: Town) -> None:
    """The private one nobody else reads; the shared one reaches the other side; each takes back their own only."""
    pair = town.pair()
    assert "Apa yang mau dicatat tentang Sari" in pair.mentor.writes("/catatan")
    assert "tidak membacanya" in pair.mentor.does("Sari pemalu, mulai dari chat", "[Hanya untuk saya]")
    before = len(pair.mentee.messages)
    pair.mentor.does("/note Bahan: bit.ly/portofolio", "[Bagikan ke Sari]")
    assert "Budi berbagi catatan" in pair.mentee.screen
    assert len(pair.mentee.messages) == before + 1
    said = pair.mentee.writes("/catatan")
    assert "Bahan: bit.ly/portofolio (dari Budi)" in said
    assert "pemalu" not in said
    assert "Hapus" not in said
    theirs = town.rows(tables.Note)[0].id
    pair.mentee.taps_data(f"do:unnote:{theirs}:{pair.id}")
    assert town.count(tables.Note) == 2
    assert "(pribadi)" in pair.mentor.writes("/catatan")
    pair.mentor.taps("Hapus: Sari pemalu")
    assert town.count(tables.Note) == 1


def test_monday_brings_one_message_and_none_when_there_is_nothing_to_say(town: Town) -> None:
    """At the mentor's own time; who has been silent for long has a button."""
    pair = town.pair()
    checked_in(town, pair)
    town.passes(days=6)
    mine = [p for _, p in town.delivered if "digest-title" in str(p.screen)]
    assert [p.chat for p in mine] == [pair.mentor.account]
    [digest] = [each for each in pair.mentor.messages.values() if "Senin ini" in each.text]
    assert "Sari · Portofolio data 50% (naik 50) · ingin dibahas" in digest.text
    yosef = second_mentee(town)
    yosef.writes("/jeda 3w")
    town.passes(days=14)
    [*_, last] = [each for each in pair.mentor.messages.values() if "Senin ini" in each.text]
    assert "belum check-in" in last.text
    assert "Sapa Sari" in str(last)
    assert "Yosef" not in last.text
    assert "Ini yang akan dibaca Sari" in pair.mentor.does("[Sapa Sari]", "[Apa kabar minggu ini]")


def test_no_news_is_no_message_and_next_monday_is_planned_all_the_same(town: Town) -> None:
    town.pair(goal="")
    town.passes(days=6)
    assert not [p for _, p in town.delivered if "digest-title" in str(p.screen)]
    assert [row.at > town.now for row in town.rows(tables.Due, kind="digest")] == [True]


def test_the_digest_moves_with_its_clock_and_rests_with_its_mentor(town: Town) -> None:
    pair = town.pair()
    checked_in(town, pair)
    pair.mentor.does("/pengaturan", "[Ringkasan Senin: 08.00]", "[12.00]")
    [due] = town.rows(tables.Due, kind="digest")
    assert (due.at.weekday(), due.at.hour) == (0, 5)
    pair.mentor.writes("/jeda 2w")
    town.passes(days=13)
    assert not [p for _, p in town.delivered if "digest-title" in str(p.screen)]


def test_a_pause_and_its_end_are_told_to_the_partner_kindly(town: Town) -> None:
    """Either side's, by command and when it runs out by itself; the desk says so too."""
    pair = town.pair()
    pair.mentee.writes("/jeda 1w")
    assert "Sari istirahat dulu sampai" in pair.mentor.screen
    assert "Sedang istirahat sampai" in pair.mentor.writes("/mentee")
    pair.mentee.writes("/lanjut")
    assert "Sari sudah kembali" in pair.mentor.screen
    pair.mentor.writes("/jeda 1w")
    assert "Tidak ada yang salah di pihakmu" in pair.mentee.screen
    town.passes(days=8)
    assert any("Budi sudah kembali" in str(each) for each in pair.mentee.messages.values())
    assert "Jeda Anda selesai" in str(list(pair.mentor.messages.values()))


def test_help_of_a_mentor_leads_to_the_desk(town: Town) -> None:
    pair = town.pair()
    said = pair.mentor.writes("/bantuan")
    for label in ("[Mentee saya]", "[Catatan]", "[Kesepakatan]"):
        assert label in said


def test_the_desk_in_english(town: Town) -> None:
    """Every screen of it draws without trouble (`Town` refuses any)."""
    pair = town.pair("Anna", "Emma", locale="en")
    pair.mentee.does("/checkin", "[50%]", "[4]", "[Skip]", "case studies")
    assert "would like to discuss: “case studies”" in pair.mentor.writes("/mentees")
    pair.mentor.does("/note good listener", "[Only me]")
    assert "(private)" in pair.mentor.writes("/notes")
    pair.mentee.writes("/pause 1w")
    assert "taking a break" in pair.mentor.screen
    pair.mentee.writes("/resume")
    town.passes(days=6)
    assert "This Monday, your mentee" in str(list(pair.mentor.messages.values()))
    town.now += timedelta(days=200)
    assert pair.mentor.writes("/help")
