"""Programmes from the chat: made, set, opened and closed; how people come in, are let in or not; who runs them."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from sqlalchemy import insert, update

from bot.effects import SetStanding
from bot.flows.staff.programme_dates import after
from bot.mentoring.invitations import token_in
from bot.mentoring.people import Programme
from bot.mentoring.programmes import Settings, welcome_in
from storage import tables
from storage.rows import table
from tests.town import ENROLMENT, MENTORING, Citizen, Town

PROGRAMME, MEMBER, PAIR = table(tables.Programme), table(tables.Membership), table(tables.Pair)


@pytest.fixture
def rina(town: Town) -> Citizen:
    """An owner."""
    return town.staff()


def programme(town: Town, number: int = 1) -> Any:
    """A programme as it is on the disk."""
    return town.rows(tables.Programme, id=number)[0]


def set_to(town: Town, **values: Any) -> None:
    """Set the first programme's columns."""
    town.writer.do(lambda c: c.execute(update(PROGRAMME).where(PROGRAMME.c.id == 1).values(values))).result(10)


def member(town: Town, who: Citizen, number: int = 1) -> Any:
    """Somebody's membership of a programme."""
    person = town.rows(tables.Account, external_id=who.account)[0].person_id
    return next(iter(town.rows(tables.Membership, person_id=person, programme_id=number)), None)


def kinds(town: Town, who: Citizen) -> set[str]:
    """What is planned for somebody."""
    return {row.kind for row in town.rows(tables.Due, person_id=member(town, who).person_id)}


def applicant(town: Town, role: str = "mentee", locale: str = "id", account: str = "5000000001") -> Citizen:
    """Somebody who has enrolled where approval is the rule."""
    set_to(town, joining="approval")
    return town.mentee(account, locale=locale) if role == "mentee" else town.mentor(account, locale=locale)


def labels(who: Citizen) -> list[str]:
    """The buttons of the newest message."""
    return [label for label, _ in list(who.messages.values())[-1].buttons]


# What it is, and what is set


@pytest.mark.parametrize(("locale", "stage"), [("id", "pendaftaran buka"), ("en", "open for joining")])
def test_the_programme_stands_on_one_screen(town: Town, locale: str, stage: str) -> None:
    set_to(town, starts=date(2026, 12, 1), ends=date(2027, 5, 31))
    boss = town.staff(locale=locale)
    town.pair(locale=locale)
    said = boss.writes("/programme")
    assert f"Mentoring Beasiswa 2026 · {stage}" in said
    assert "31 Mei 2027" in said or "31 May 2027" in said
    assert ("Mentee 1 · mentor 1" in said) or ("Mentees 1 · mentors 1" in said)
    assert len(said.splitlines()) <= 8
    [look] = town.rows(tables.Activity, kind="Look")
    assert look.subject == "programme_home"


def test_an_empty_programme_without_dates_is_shown_as_well(town: Town, rina: Citizen) -> None:
    said = rina.writes("/program")
    assert "tanggal belum ditentukan" in said
    assert "Mentee 0 · mentor 0" in said
    assert rina.taps("Ubah").startswith("Mentoring Beasiswa 2026: apa yang mau diubah?")


def test_a_viewer_sees_numbers_and_changes_nothing(town: Town, rina: Citizen) -> None:
    vera = town.staff("7000000002", "Vera", role="viewer")
    assert "Mentee 0" in vera.writes("/program")
    assert labels(vera) == ["Angka program"]
    assert "peran lain" in vera.writes("/tim")
    vera.writes("/program tutup")
    vera.taps_data("do:stage:open:closed:1")
    vera.taps_data("go:programme_name")
    vera.taps_data("p:team")
    assert programme(town).stage == "open"
    assert "Rina" not in "".join(str(shown) for shown in vera.messages.values())


@pytest.mark.parametrize("role", ["mentee", "mentor"])
def test_who_takes_part_has_no_desk(town: Town, rina: Citizen, role: str) -> None:
    somebody = town.mentee() if role == "mentee" else town.mentor()
    somebody.writes("/batal")
    assert "peran lain" in somebody.writes("/program")
    for data in (
        "p:programme_home",
        "p:programme_stage:closed",
        "do:stage:open:closed:1",
        "go:welcome",
        "p:applicant:1",
    ):
        somebody.taps_data(data)
    assert programme(town).stage == "open"
    assert not town.rows(tables.Activity, kind="ChangeStage")


def test_name_zone_and_who_may_join_are_set_by_a_tap(town: Town, rina: Citizen) -> None:
    rina.does("/program ubah", "[Nama]", "Beasiswa Timur 2027")
    rina.does("[Zona]", "[WITA]")
    rina.does("[Cara ikut]", "[lalu saya setujui]")
    row = programme(town)
    assert (row.name, row.zone, row.joining) == ("Beasiswa Timur 2027", "Asia/Makassar", "approval")
    topics = [row.subject for row in town.rows(tables.Activity, kind="ChangeSettings")]
    assert topics == ["name", "zone", "joining"]


def test_new_dates_say_how_many_pairs_move_and_move_them(town: Town) -> None:
    set_to(town, starts=date(2026, 11, 1), ends=date(2027, 1, 31))
    boss = town.staff()
    pair = town.pair()
    said = boss.does("/program tanggal", "1 Desember 2026", "[Ya]", "31 Maret 2027", "[Ya]")
    assert "1 pasangan" in said
    assert programme(town).ends == date(2027, 1, 31)
    boss.taps("Simpan")
    assert programme(town).ends == date(2027, 3, 31)
    assert town.rows(tables.Pair, id=pair.id)[0].ends == date(2027, 3, 31)
    ends = [row for row in town.rows(tables.Due, kind="closing") if row.version == "2027-03-31"]
    assert len(ends) == 2


def test_new_dates_can_still_be_called_off(town: Town, rina: Citizen) -> None:
    rina.does("/program tanggal", "[Lewati]", "[Lewati]", "[Batalkan]")
    assert programme(town).ends is None
    rina.does("/program tanggal", "[Lewati]", "1 Maret 2027", "[Ya]", "[Simpan]")
    assert programme(town).ends == date(2027, 3, 1)
    assert programme(town).starts is None


def test_words_of_welcome_reach_newcomers_in_their_language_and_can_be_taken_away(town: Town, rina: Citizen) -> None:
    rina.does("/program sambutan", "[Indonesia]", "Selamat datang <b>kawan</b>!")
    sari = town.mentee()
    assert "“Selamat datang <b>kawan</b>!”" in "".join(str(shown) for shown in sari.messages.values())
    anna = town.mentor(name="Anna", locale="en")
    assert "“Selamat datang <b>kawan</b>!”" in anna.screen
    rina.does("/program sambutan", "[Indonesia]", "[Lewati]")
    assert "“" not in town.mentor("6000000002", "Budi").screen
    assert "Terlalu panjang" in rina.does("/program sambutan", "[English]", "x" * 301)


def test_words_of_welcome_stand_in_the_first_message_of_a_pair_too(town: Town, rina: Citizen) -> None:
    rina.does("/program sambutan", "[Indonesia]", "Salam dari Timur!")
    pair = town.pair()
    first = "".join(str(shown) for shown in pair.mentee.messages.values() if "Budi" in shown.text)
    assert "“Salam dari Timur!”" in first


def test_words_of_welcome_stand_in_for_a_language_that_has_none() -> None:
    assert welcome_in({"welcome": {"id": "Halo"}}, "en") == "Halo"
    assert welcome_in({"welcome": {"id": "Halo", "en": "Hi"}}, "en") == "Hi"
    assert welcome_in(None, "id") == ""


# Stages


def test_closing_says_what_it_does_and_is_done_once(town: Town, rina: Citizen) -> None:
    token = town.invite()
    town.pair()
    assert "1 pasangan berjalan terus" in rina.writes("/program tutup")
    assert programme(town).stage == "open"
    button = next(data for label, data in list(rina.messages.values())[-1].buttons if "Tutup" in label)
    assert "tutup ✓" in rina.taps("Tutup pendaftaran")
    assert programme(town).stage == "closed"
    assert "tidak mengubah apa-apa" in rina.taps_data(button)
    assert "sudah selesai" in town.citizen("99").writes(f"/start {token}")
    assert "buka ✓" in rina.does("/program buka", "[Buka lagi]")
    assert "Aku Tuntun" in town.citizen("98").writes(f"/start {token}")


def test_who_is_half_way_in_may_finish_though_it_closed_meanwhile(town: Town, rina: Citizen) -> None:
    sari = town.citizen("5000000001")
    sari.writes(f"/start {town.invite()}")
    steps = ENROLMENT["id"]("Sari")
    sari.does(*steps[:4])
    assert "1 orang sedang mendaftar" in rina.writes("/program tutup")
    rina.taps("Tutup pendaftaran")
    sari.does(*steps[4:])
    assert member(town, sari).standing == "active"


def test_who_agrees_after_it_closed_is_told_so(town: Town, rina: Citizen) -> None:
    sari = town.citizen("5000000001")
    token = town.invite()
    sari.writes(f"/start {token}")
    rina.does("/program tutup", "[Tutup pendaftaran]")
    assert "sudah selesai" in sari.taps("Setuju")
    assert member(town, sari) is None
    assert town.rows(tables.Invitation)[-1].used == 0


def test_a_draft_lets_its_staff_in_and_nobody_else(town: Town, rina: Citizen) -> None:
    set_to(town, stage="draft")
    assert "belum dibuka" in town.citizen("99").writes(f"/start {town.invite()}")
    assert member(town, town.staff("7000000002", "Dewi", role="coordinator")).standing == "active"


def test_an_archived_programme_rests_and_goes_on_where_it_was(town: Town, rina: Citizen) -> None:
    sari = town.with_goal()
    said = rina.writes("/program arsip")
    assert "Yang tidak diingatkan lagi: 1 peserta" in said
    rina.taps("Arsipkan")
    before = len(sari.log)
    town.passes(days=20)
    assert len(sari.log) == before
    assert "1 peserta akan diingatkan lagi" in rina.writes("/program buka")
    rina.taps("Jalankan lagi")
    town.passes(days=8)
    assert len(sari.log) > before


def test_only_owners_archive(town: Town, rina: Citizen) -> None:
    dewi = town.staff("7000000002", "Dewi", role="coordinator")
    assert "hanya bisa oleh pemilik" in dewi.writes("/program arsip")
    assert "hanya bisa oleh pemilik" in dewi.taps_data("do:stage:open:archived:1")
    assert programme(town).stage == "open"
    dewi.does("/program tutup", "[Tutup pendaftaran]")
    assert programme(town).stage == "closed"
    assert "Arsipkan" not in "".join(labels(dewi))


@pytest.mark.parametrize(
    "data", ["do:stage", "do:stage:open:gone:1", "do:stage:open:closed:x", "do:stage:open:closed:999"]
)
def test_made_up_steps_change_nothing(town: Town, rina: Citizen, data: str) -> None:
    assert rina.taps_data(data)
    assert programme(town).stage == "open"


@pytest.mark.parametrize("word", ["open", "buka", "apa saja", "tim", "join", "zona", "ritme", "salin"])
def test_whatever_stands_behind_the_command_is_answered(town: Town, rina: Citizen, word: str) -> None:
    assert rina.writes(f"/program {word}")
    assert "Maaf" not in rina.screen


# Several programmes


def test_a_new_programme_is_its_makers_and_a_draft(town: Town, rina: Citizen) -> None:
    rina.does("/program baru Angkatan 2027", "[WIB]", "[Lewati]", "[Lewati]", "[Siapa saja]")
    assert "Angkatan 2027" in rina.screen
    assert len(town.rows(tables.Programme)) == 1
    assert "Angkatan 2027 · belum dibuka" in rina.taps("Buat program")
    made = programme(town, 2)
    assert (made.slug, made.stage, made.joining, made.organiser) == ("angkatan-2027", "draft", "open", "Yayasan Cahaya")
    assert member(town, rina, 2).role == "owner"
    assert "Mentoring Beasiswa 2026 · pemilik" in rina.writes("/pindah")
    assert "Sekarang di Mentoring Beasiswa 2026" in rina.taps("Pindah ke Mentoring")
    assert "Mentoring Beasiswa 2026 · pendaftaran buka" in rina.writes("/program")


def test_a_look_before_it_is_made_can_be_corrected_or_called_off(town: Town, rina: Citizen) -> None:
    rina.does(
        "/program baru", "A", "Angkatan B", "[WIB]", "[Lewati]", "[Lewati]", "[Hanya yang punya]", "[Ubah]", "[Nama]"
    )
    rina.writes("Angkatan C")
    assert "Angkatan C" in rina.screen
    rina.taps("Batalkan")
    assert len(town.rows(tables.Programme)) == 1


def test_a_clone_has_the_settings_and_forms_and_not_the_people(town: Town, rina: Citizen) -> None:
    town.mentee()
    words = {"welcome": {"id": "Halo!"}}
    set_to(town, joining="approval", options=words, zone="Asia/Jayapura")
    form = {"programme_id": 1, "name": "akhir", "version": "1", "source": "x = 1", "at": town.now}
    town.writer.do(lambda c: c.execute(insert(table(tables.StoredForm)), [form])).result(10)
    rina.does("/program salin", "Angkatan B", "[Lewati]", "[Lewati]", "[Buat program]")
    made = programme(town, 2)
    assert (made.joining, made.options, made.zone, made.stage) == ("approval", words, "Asia/Jayapura", "draft")
    assert len(town.rows(tables.Membership, programme_id=2)) == 1
    assert town.rows(tables.StoredForm, programme_id=2)[0].source == "x = 1"


def test_a_button_of_the_other_programme_changes_nothing(town: Town, rina: Citizen) -> None:
    rina.writes("/program tutup")
    button = next(data for label, data in list(rina.messages.values())[-1].buttons if "Tutup" in label)
    rina.does("/program baru Angkatan 2027", "[WIB]", "[Lewati]", "[Lewati]", "[Hanya yang punya]", "[Buat program]")
    assert "pindah ke program lain" in rina.taps_data(button)
    assert programme(town).stage == "open"
    rina.taps_data("do:switch:99")
    assert "tidak ada di daftar" in rina.screen


def test_a_setting_that_was_asked_elsewhere_is_not_written_here(town: Town, rina: Citizen) -> None:
    rina.does("/program baru Angkatan 2027", "[WIB]", "[Lewati]", "[Lewati]", "[Hanya yang punya]", "[Buat program]")
    rina.writes("/program nama")
    rina.taps_data("do:switch:1")
    assert "pindah ke program lain" in rina.writes("Nama untuk 2027")
    assert {row.name for row in town.rows(tables.Programme)} == {"Mentoring Beasiswa 2026", "Angkatan 2027"}


def test_what_comes_from_the_other_programme_says_so_and_leads_there(town: Town, rina: Citizen) -> None:
    sari = town.mentee()
    rina.does("/program baru Angkatan 2027", "[WIB]", "[Lewati]", "[Lewati]", "[Hanya yang punya]", "[Buat program]")
    sari.does("/batal", "/minta_bantuan", "[Waktu]", "[Lewati]")
    assert rina.screen.startswith("Dari Mentoring Beasiswa 2026:\nSari minta bantuan")
    assert "Sekarang di Mentoring Beasiswa 2026" in rina.taps("Pindah ke Mentoring Beasiswa 2026")
    sari.does("/minta_bantuan", "[Waktu]", "[Lewati]")
    assert rina.screen.startswith("Sari minta bantuan")


def test_with_one_programme_there_is_nowhere_to_go(town: Town, rina: Citizen) -> None:
    assert "Hanya ada satu program" in rina.writes("/pindah")
    assert "Only one" not in town.mentee().writes("/pindah")


def test_who_leaves_one_programme_stays_in_the_other(town: Town, rina: Citizen) -> None:
    pair = town.pair()
    town.writer.do(lambda c: c.execute(insert(PROGRAMME), [SECOND | {"created_at": town.now}])).result(10)
    row = {"person_id": member(town, pair.mentee).person_id, "programme_id": 2, "role": "mentor", "standing": "active"}
    town.writer.do(lambda c: c.execute(insert(MEMBER), [row | {"created_at": town.now}])).result(10)
    pair.mentee.taps_data("do:switch:2")
    pair.mentee.does("/keluar", "[Lewati]", "[Ya, keluar]")
    assert member(town, pair.mentee, 2).standing == "left"
    assert member(town, pair.mentee, 1).standing == "active"
    assert town.rows(tables.Pair)[0].state == "active"


def test_the_last_owner_makes_another_one_before_leaving(town: Town, rina: Citizen) -> None:
    assert "satu-satunya pemilik" in rina.writes("/keluar")
    assert "Rina · pemilik" in rina.taps("Tim")
    town.apply(member(town, rina).person_id, SetStanding("left"))
    assert member(town, rina).standing == "active"
    town.staff("7100", "Dewi")
    rina.does("/keluar", "[Lewati]", "[Ya, keluar]")
    assert member(town, rina).standing == "left"


SECOND = {"slug": "dua", "name": "Dua", "zone": "Asia/Jakarta", "locale": "id"}


# Who may come in


def test_a_stranger_joins_the_one_programme_that_is_open_to_all(town: Town, rina: Citizen) -> None:
    set_to(town, joining="open")
    budi = town.citizen("6000000001")
    assert "Mau ikut sebagai apa?" in budi.writes("/start")
    budi.taps("Mentor")
    budi.does(*MENTORING["id"]("Budi"))
    assert (member(town, budi).role, member(town, budi).standing) == ("mentor", "active")
    assert "digest" in kinds(town, budi)


def test_a_stranger_who_just_says_hello_is_asked_too_and_forgotten_if_they_decline(town: Town, rina: Citizen) -> None:
    set_to(town, joining="open")
    sari = town.citizen("5000000001")
    assert "Mau ikut sebagai apa?" in sari.writes("halo")
    sari.does("[Mentee]", "[Tidak jadi]")
    assert not town.rows(tables.Account, external_id=sari.account)
    assert "Mau ikut sebagai apa?" in sari.writes("/mulai")


def test_with_two_open_programmes_a_stranger_needs_the_link(town: Town, rina: Citizen) -> None:
    set_to(town, joining="open")
    second = SECOND | {"created_at": town.now, "joining": "open"}
    town.writer.do(lambda c: c.execute(insert(PROGRAMME), [second])).result(10)
    sari = town.citizen("5000000001")
    assert "tautan undangan" in sari.writes("/start")
    assert "asisten Dua" in sari.writes("/start join-dua")
    sari.does("[Mentee]", *ENROLMENT["id"]("Sari"))
    assert member(town, sari, 2).standing == "active"


def test_the_link_for_everybody_works_for_many_until_it_is_not_wanted_any_more(town: Town, rina: Citizen) -> None:
    rina.does("/program ikut", "[Siapa saja]")
    assert "start=join-mentoring-beasiswa-2026" in rina.taps("Tautan")
    for account in ("51", "52"):
        somebody = town.citizen(account)
        somebody.writes("/start join-mentoring-beasiswa-2026")
        somebody.does("[Mentee]", *ENROLMENT["id"]("Sari"))
        assert member(town, somebody).standing == "active"
    rina.does("/program ikut", "[Hanya yang punya]")
    assert "hanya bisa diikuti dengan undangan" in town.citizen("53").writes("/start join-mentoring-beasiswa-2026")
    assert "hanya ada kalau siapa saja" in rina.taps_data("do:public_link")


def test_nobody_loses_their_role_by_a_link(town: Town, rina: Citizen) -> None:
    set_to(town, joining="open")
    assert "Sudah terdaftar" in rina.writes("/start join-mentoring-beasiswa-2026")
    rina.does("/program baru Angkatan 2027", "[WIB]", "[Lewati]", "[Lewati]", "[Hanya yang punya]", "[Buat program]")
    rina.writes("/start join-mentoring-beasiswa-2026")
    assert "Sudah terdaftar" in rina.does("[Mentee]", "[Setuju]")
    assert member(town, rina, 1).role == "owner"


def test_which_invitation_somebody_came_by_is_kept(town: Town, rina: Citizen) -> None:
    sari = town.mentee()
    assert member(town, sari).invitation_id == town.rows(tables.Invitation)[-1].id


@pytest.mark.parametrize(
    ("text", "token"),
    [
        ("/start join-dua", "join-dua"),
        ("/link JOIN-dua", "join-dua"),
        ("join-dua", "join-dua"),
        ("join-us please", None),
        ("/note join-dua", None),
    ],
)
def test_a_public_token_is_recognised(text: str, token: str | None) -> None:
    assert token_in(text) == token


# Approval


@pytest.mark.parametrize(
    ("locale", "role", "held"),
    [("id", "mentee", "tidak ada yang perlu kamu lakukan"), ("en", "mentor", "nothing you need to do")],
)
def test_who_has_enrolled_waits_kindly(town: Town, rina: Citizen, locale: str, role: str, held: str) -> None:
    sari = applicant(town, role, locale)
    assert held in sari.screen
    assert member(town, sari).standing == "waiting"
    assert kinds(town, sari) <= {"idle"}
    assert held.split(maxsplit=1)[0] not in sari.writes("/checkin")
    for command in ("/privacy", "/my_data", "/language", "/help"):
        assert sari.writes(command)
    for forged in ("go:checkin", "go:goal", "go:pause", "p:settings", "do:tick:1", "p:goals", "go:session"):
        assert sari.taps_data(forged)
    assert member(town, sari).standing == "waiting"
    before = len(sari.log)
    town.passes(days=30)
    assert len(sari.log) == before


def test_the_card_tells_what_coordinators_may_know_and_no_more(town: Town, rina: Citizen) -> None:
    sari = applicant(town)
    town.deliver()
    assert "Sari ingin ikut sebagai mentee" in rina.screen
    assert "Ingin belajar: Portofolio" in rina.screen
    assert labels(rina) == ["Setujui", "Tolak", "Tanya dulu"]
    page = rina.taps_data(f"p:applicant:{member(town, sari).id}")
    assert "WITA" in page
    assert "ribet" not in page


def test_approving_does_all_that_enrolling_does_and_once(town: Town, rina: Citizen) -> None:
    sari, dewi = applicant(town), town.staff("7000000002", "Dewi", role="coordinator")
    number = member(town, sari).id
    assert "diterima ✓" in rina.taps("Setujui")
    town.deliver()
    assert "kamu diterima di Mentoring Beasiswa 2026" in sari.screen
    assert {"checkin", "welcome", "goal-missing"} <= kinds(town, sari)
    assert "ingin kamu capai" in sari.taps("tujuan")
    assert "sudah diterima" in dewi.taps_data(f"do:approve:{number}")
    assert "tidak sedang menunggu" in dewi.taps_data(f"do:decline:{number}")
    assert "sudah diterima" in dewi.taps_data(f"do:decline:{number}:yes")
    assert member(town, sari).standing == "active"
    assert len([shown for _, shown in sari.log if "diterima di" in shown.text]) == 1


def test_declining_asks_first_and_is_kind(town: Town, rina: Citizen) -> None:
    sari = applicant(town)
    town.deliver()
    assert "Tolak Sari" in rina.taps("Tolak")
    assert member(town, sari).standing == "waiting"
    assert "dikabari dengan ramah" in rina.taps("Ya, tolak")
    town.deliver()
    assert "bukan penilaian tentang dirimu" in sari.screen
    assert (member(town, sari).standing, member(town, sari).reason) == ("left", "declined")
    assert "belum ada tempat untukmu" in sari.writes("/bantuan")
    sari.writes(f"/start {town.invite()}")
    sari.does(*ENROLMENT["id"]("Sari"))
    assert member(town, sari).standing == "waiting"


def test_a_question_and_its_answer_go_both_ways(town: Town, rina: Citizen) -> None:
    sari = applicant(town)
    town.deliver()
    rina.does("[Tanya dulu]", "Bisa hadir tiap Sabtu?")
    town.deliver()
    assert "“Bisa hadir tiap Sabtu?”" in sari.screen
    sari.taps("Jawab")
    assert "Terkirim" in sari.writes("Bisa, kak!")
    town.deliver()
    assert "Sari menjawab: “Bisa, kak!”" in rina.screen
    rina.taps("Setujui")
    town.deliver()
    assert "sudah lewat" in sari.taps_data(f"go:answer_more:{member(town, sari).id}")


def test_news_never_comes_in_quiet_hours(town: Town, rina: Citizen) -> None:
    sari = applicant(town)
    rina.does("[Tanya dulu]", "Bisa Sabtu?")
    rina.taps_data(f"do:approve:{member(town, sari).id}")
    news = town.rows(tables.Outbox, person_id=member(town, sari).person_id, kind="coordinator")
    assert len(news) == 2
    assert all(row.hold for row in news)


def test_another_programmes_applicant_is_nobody_here(town: Town, rina: Citizen) -> None:
    sari = applicant(town)
    number = member(town, sari).id
    rina.does("/program baru Angkatan 2027", "[WIB]", "[Lewati]", "[Lewati]", "[Hanya yang punya]", "[Buat program]")
    for data in ("p:applicant", "do:approve", "go:ask_more", "p:decline"):
        assert "tidak sedang menunggu" in rina.taps_data(f"{data}:{number}")
        assert "Sari" not in rina.said
    assert "tidak sedang menunggu" in rina.taps_data(f"do:decline:{number}:yes")
    assert member(town, sari).standing == "waiting"


def test_who_waits_may_go_and_be_forgotten(town: Town, rina: Citizen) -> None:
    sari = applicant(town)
    sari.does("/keluar", "[Lewati]", "[Ya, keluar]")
    assert member(town, sari).standing == "left"
    assert "tidak jadi ikut" in rina.taps_data(f"do:approve:{member(town, sari).id}")
    other = applicant(town, account="5000000002")
    number = member(town, other).id
    other.does("/hapus", "[Hapus]", "[Ya, hapus semua]") if "Hapus" in other.writes("/hapus") else None
    if not town.rows(tables.Account, external_id="5000000002"):
        assert "tidak sedang menunggu" in rina.taps_data(f"do:approve:{number}")


def test_staff_are_not_kept_waiting(town: Town, rina: Citizen) -> None:
    set_to(town, joining="approval")
    assert member(town, town.staff("7000000002", "Dewi", role="coordinator")).standing == "active"


# The team


def test_an_owner_gives_and_takes_roles_and_people_are_told(town: Town, rina: Citizen) -> None:
    dewi = town.staff("7000000002", "Dewi", role="coordinator")
    assert "Dewi · koordinator" in rina.writes("/tim")
    rina.does("[Ubah: Dewi]", "[Pengamat]", "[Ya]")
    assert member(town, dewi).role == "viewer"
    town.deliver()
    assert "sekarang pengamat" in dewi.screen
    assert "peran lain" in dewi.writes("/tim")
    rina.does("/tim", "[Ubah: Dewi]", "[Keluarkan]", "[Ya]")
    assert (member(town, dewi).standing, member(town, dewi).reason) == ("left", "removed")
    dewi.writes("/program")
    assert "sudah keluar" in dewi.screen


def test_one_owner_always_stays(town: Town, rina: Citizen) -> None:
    assert "satu-satunya pemilik" in rina.does("/tim", "[Ubah: Rina]")
    dewi = town.staff("7000000002", "Dewi", role="owner")
    rina.does("/tim", "[Ubah: Rina]", "[Koordinator]")
    dewi.does("/tim", "[Ubah: Dewi]", "[Koordinator]", "[Ya]")
    assert "satu-satunya pemilik" in rina.taps("Ya")
    assert sorted(row.role for row in town.rows(tables.Membership)) == ["coordinator", "owner"]


def test_a_coordinator_sees_the_team_and_changes_nobody(town: Town, rina: Citizen) -> None:
    dewi = town.staff("7000000002", "Dewi", role="coordinator")
    assert "hanya bisa diubah oleh pemilik" in dewi.writes("/tim")
    dewi.taps_data(f"go:seat:{member(town, rina).id}")
    assert member(town, rina).role == "owner"


# Days


def test_months_are_counted_by_the_calendar() -> None:
    assert after(date(2027, 1, 31), 1) == date(2027, 2, 28)
    assert after(date(2026, 12, 1), 6) - timedelta(days=1) == date(2027, 5, 31)
    assert Settings(Programme(1, "a", "A")).ending == 0
