"""Reaching many people: filters, announcements and nudges, from the first word to the report."""

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import update

from bot.effects import Job
from bot.errors import Unclear
from bot.mentoring.audience import read_audience
from bot.mentoring.reach_effects import BeginCampaign, PostCampaign
from bot.ports import Outcome
from storage import tables
from storage.bulk import insert_many
from storage.rows import table
from storage.staff.audience import count_in, people_in
from storage.staff.reach_jobs import PIECE
from tests.town import Citizen, Town


def names(town: Town, text: str) -> list[str]:
    """Who is meant by a filter."""
    with town.look() as connection:
        return sorted(who.name for who in people_in(connection, 1, read_audience(text), town.now))


def texts(who: Citizen) -> str:
    """All that somebody has on their screen."""
    return "\n".join(map(str, who.messages.values()))


def change(town: Town, model: type[tables.Row], where: dict[str, Any], **values: Any) -> None:
    """Have something be otherwise."""
    rows = table(model)
    these = [rows.c[name] == value for name, value in where.items()]
    town.writer.do(lambda c: c.execute(update(rows).where(*these).values(values))).result(10)


def write(town: Town, model: type[tables.Row], rows: list[dict[str, Any]]) -> None:
    """Rows, as if they had come about."""
    town.writer.do(lambda c: insert_many(c, model, rows)).result(10)


def person(town: Town, who: Citizen) -> int:
    """Somebody's number."""
    return int(town.rows(tables.Account, external_id=who.account)[0].person_id)


# The filter language


@pytest.mark.parametrize(
    ("text", "same"),
    [
        ("semua", "all"),
        ("mentee diam > 14 hari", "mentees silent>14d"),
        ("mentee diam 2 minggu", "mentees silent 14d"),
        ("belum ada tujuan", "no-goal"),
        ("mentee check in terlewat", "mentees checkin-missed"),
        ("bidang:data zona:wita bahasa:inggris", "topic:data zone:wita lang:en"),
        ("mentee dan unpaired", "mentees and unpaired"),
        ("mentor atau sari", "mentors, sari"),
        ("bukan mentor", "-mentors"),
        ("not not paired", "paired"),
    ],
)
def test_both_languages_mean_the_same(text: str, same: str) -> None:
    assert read_audience(text) == read_audience(same)
    assert read_audience(read_audience(text).text) == read_audience(text)


@pytest.mark.parametrize(
    ("text", "key", "heard"),
    [
        ("", "audience-empty", ""),
        (",,,", "audience-empty", ""),
        ("mentees silent>", "audience-unclear", "silent>"),
        ("foo:bar", "audience-unclear", "foo:bar"),
        ("zone:atlantis-under-sea", "audience-unclear", "zone:atlantis-under-sea"),
        ("not", "audience-unclear", "not"),
        ("unpired", "audience-near", "unpired"),
        ("a > b", "audience-unclear", ">"),
    ],
)
def test_what_was_not_understood_is_named(text: str, key: str, heard: str) -> None:
    with pytest.raises(Unclear) as unclear:
        read_audience(text)
    assert unclear.value.hint.key == key
    assert unclear.value.hint.args.get("heard", "") == heard


def test_a_filter_finds_its_people(town: Town) -> None:
    town.staff()
    pair = town.pair()
    town.mentee("5000000099", "Ayu", "en").writes("/cancel")
    assert names(town, "all") == ["Ayu", "Budi", "Sari"]
    assert names(town, "semua mentor") == ["Budi"]
    assert names(town, "mentees unpaired") == ["Ayu"]
    assert names(town, "paired") == ["Budi", "Sari"]
    assert names(town, "mentee tanpa tujuan") == ["Ayu"]
    assert names(town, "no-session") == ["Budi", "Sari"]
    assert names(town, "lang:en") == ["Ayu"]
    assert names(town, "zone:wita") == ["Ayu", "Sari"]
    assert names(town, "topic:data") == ["Ayu", "Budi", "Sari"]
    assert names(town, "topic:data -mentor") == ["Ayu", "Sari"]
    assert names(town, "sari, ayu") == ["Ayu", "Sari"]
    assert names(town, "not all") == []
    assert names(town, "staff") == ["Rina"]
    assert names(town, "Nobody Such") == []
    assert names(town, f"#{person(town, pair.mentor)}") == ["Budi"]


def test_paused_and_silent_people(town: Town) -> None:
    pair = town.pair()
    town.passes(days=15)
    pair.mentor.writes("/help")
    assert names(town, "silent>14d") == ["Sari"]
    assert names(town, "mentee check-in terlewat") == ["Sari"]
    assert names(town, "silent>30d") == []
    pair.mentee.does("/jeda 2 minggu")
    assert names(town, "all") == ["Budi"]
    assert names(town, "all paused") == ["Sari"]


def test_another_programme_and_who_left_are_never_meant(town: Town) -> None:
    pair = town.pair()
    change(town, tables.Membership, {"person_id": person(town, pair.mentor)}, standing="left")
    assert names(town, "all") == ["Sari"]
    with town.look() as connection:
        assert count_in(connection, 2, read_audience("all"), town.now).total == 0


def test_the_page_of_filters_counts_and_leads_on(town: Town) -> None:
    rina = town.staff(locale="en")
    town.pair(locale="en")
    assert "words side by side must all fit" in rina.writes("/audience")
    assert "2 people (2 Telegram)" in rina.writes("/audience paired lang:en")
    assert "That's Sari, Budi." in rina.screen
    assert "What does it say in Indonesian?" in rina.taps("Announce")
    assert "I don't know “foo:bar”" in rina.writes("/penerima foo:bar")
    assert "nobody fits" in rina.writes("/audience unpaired")
    assert "Announce" not in rina.screen


# Announcements


def draft(rina: Citizen, whom: str = "all", text: str = "Besok ada webinar.") -> str:
    """An announcement in one language."""
    return rina.does(f"/umumkan {whom}", text, "/lewati")


def test_an_announcement_reaches_each_in_their_language_and_is_reported(town: Town) -> None:
    rina = town.staff()
    pair = town.pair()
    ayu = town.mentee("5000000099", "Ayu", "en")
    ayu.writes("/cancel")
    said = rina.does("/umumkan", "[Semua]", "Besok <b>webinar</b> & @everyone", "Webinar tomorrow")
    assert "👁 Pratinjau, seperti dibaca orang:\n📣 Mentoring Beasiswa 2026\nBesok <b>webinar</b> & @everyone" in said
    assert "👁 Preview, as people read it:\n📣 Mentoring Beasiswa 2026\nWebinar tomorrow" in said
    assert "Akan sampai ke 3 orang (3 Telegram)." in said
    assert "webinar" not in texts(pair.mentee)
    rina.taps("Kirim ke 3 orang")
    town.passes(minutes=10)
    assert texts(pair.mentee).count("Besok <b>webinar</b> & @everyone") == 1
    assert texts(ayu).count("Webinar tomorrow") == 1
    assert "Besok" not in texts(ayu)
    assert "Pengumuman untuk “Semua” selesai:\n✓ 3 terkirim" in texts(rina)
    [row] = town.rows(tables.Campaign)
    assert (row.state, row.total) == ("sent", 3)
    assert {each.priority for each in town.rows(tables.Outbox, campaign=row.id)} == {2}
    assert all(each.hold for each in town.rows(tables.Outbox, campaign=row.id))
    assert "Semua · 3 orang" in rina.writes("/announce list")
    assert "✓ 3 terkirim" in rina.taps("1")


def test_without_a_language_everybody_gets_the_other(town: Town) -> None:
    rina = town.staff(locale="en")
    pair = town.pair()
    said = rina.does("/announce mentees", "/skip", "Webinar tomorrow")
    assert said.count("👁") == 1
    assert "There's only English text; everybody gets that." in said
    rina.taps("Send to 1 person")
    town.passes(minutes=3)
    assert "Webinar tomorrow" in texts(pair.mentee)


def test_a_second_tap_and_an_old_button_send_nothing_twice(town: Town) -> None:
    rina = town.staff()
    pair = town.pair()
    draft(rina)
    [row] = town.rows(tables.Campaign)
    rina.taps_data(f"do:campaign_send:{row.id}")
    rina.taps_data(f"do:campaign_send:{row.id}")
    town.passes(minutes=10)
    rina.taps_data(f"do:campaign_send:{row.id}")
    town.passes(minutes=10)
    assert texts(pair.mentee).count("Besok ada webinar.") == 1
    assert texts(rina).count("selesai:") == 1
    assert "sudah selesai, jadi tidak ada yang bisa ditarik" in rina.taps_data(f"do:campaign_stop:{row.id}")


def test_a_draft_changes_and_is_thrown_away(town: Town) -> None:
    rina = town.staff()
    town.pair()
    draft(rina)
    assert "Mana yang mau diubah?" in rina.taps("Ubah")
    assert "Akan sampai ke 1 orang" in rina.does("[Untuk siapa]", "mentor")
    said = rina.does("[Ubah]", "[Teks Inggris]", "Webinar tomorrow")
    assert said.count("👁") == 2
    assert "hanya" not in said
    assert "Dibuang. Tidak ada yang terkirim." in rina.taps("Buang")
    assert "Belum pernah ada kiriman" in rina.taps("Semua kiriman")
    [row] = town.rows(tables.Campaign)
    assert "tidak ada di program ini" in rina.taps_data(f"do:campaign_send:{row.id}")
    town.passes(minutes=5)
    assert not town.rows(tables.Outbox, campaign=row.id)


def test_a_planned_one_looks_for_its_people_when_it_goes(town: Town) -> None:
    rina = town.staff()
    pair = town.pair()
    draft(rina, "mentee")
    said = rina.does("[Jadwalkan]", "[Rab 25 Nov]", "[16.00]")
    assert "berangkat Rab 25 Nov, 16.00 WIB" in said
    ayu = town.mentee("5000000099", "Ayu")
    ayu.writes("/batal")
    pair.mentee.does("/jeda 2 minggu")
    town.passes(hours=20)
    assert "webinar" not in texts(ayu)
    town.passes(hours=10)
    assert "Besok ada webinar." in texts(ayu)
    assert "webinar" not in texts(pair.mentee)


def test_another_time_and_called_off(town: Town) -> None:
    rina = town.staff()
    pair = town.pair()
    draft(rina)
    rina.does("[Jadwalkan]", "[Rab 25 Nov]", "[08.00]")
    assert "berangkat Sen 30 Nov, 12.00 WIB" in rina.does("[Ganti waktu]", "[Sen 30 Nov]", "[12.00]")
    assert len(town.rows(tables.Job, kind="campaign_send")) == 1
    town.passes(days=2)
    assert "webinar" not in texts(pair.mentee)
    [row] = town.rows(tables.Campaign)
    assert "Dibatalkan. Tidak ada yang terkirim." in rina.taps_data(f"do:campaign_stop:{row.id}")
    town.passes(days=6)
    assert "webinar" not in texts(pair.mentee)
    assert not town.rows(tables.Job, kind="campaign_send", state="waiting")


def test_a_moment_that_is_over_is_refused(town: Town) -> None:
    rina = town.staff()
    town.pair()
    draft(rina)
    [row] = town.rows(tables.Campaign)
    town.apply(person(town, rina), BeginCampaign(row.id, town.now - timedelta(hours=1)))
    assert town.rows(tables.Campaign)[0].state == "draft"


def test_stopping_takes_back_what_waits_and_says_how_many_had_gone(town: Town) -> None:
    rina = town.staff()
    town.pair()
    town.pair("Dewi", "Yosef")
    draft(rina)
    gone = {"n": 0}

    def slow(parcel: Any) -> Outcome | None:
        if parcel.kind != "campaign":
            return None
        gone["n"] += 1
        return None if gone["n"] <= 1 else Outcome("later", wait=3600.0)

    town.outcome = slow
    rina.taps("Kirim ke 4 orang")
    assert "✓ 1 terkirim\n3 menunggu giliran" in rina.taps("Perbarui")
    assert "Dihentikan: 1 sudah terkirim, 3 ditarik kembali." in rina.taps("Hentikan")
    town.passes(hours=3)
    assert {row.state for row in town.rows(tables.Outbox, campaign=1)} == {"sent", "expired"}
    assert "selesai:" not in texts(rina)


def test_who_cannot_be_reached_is_counted(town: Town) -> None:
    rina = town.staff()
    pair = town.pair()
    change(town, tables.Account, {"external_id": pair.mentor.account}, reach="blocked")
    assert "Akan sampai ke 1 orang (1 Telegram); 1 tidak bisa dihubungi." in draft(rina)
    town.outcome = lambda parcel: Outcome("uncertain") if parcel.kind == "campaign" else None
    rina.taps("Kirim ke 1 orang")
    town.passes(minutes=10)
    assert "1 tidak bisa dihubungi\n1 tidak pasti sampai" in texts(rina)


def test_a_cut_off_sending_goes_on_and_doubles_nothing(town: Town) -> None:
    rina = town.staff()
    pair = town.pair()
    draft(rina)
    town.apply(person(town, rina), BeginCampaign(1))
    town.apply(0, PostCampaign(1, (), (), 2))
    town.worker.prepare()
    town.passes(minutes=10)
    assert texts(pair.mentee).count("Besok ada webinar.") == 1
    change(town, tables.Campaign, {"id": 1}, state="sending")
    town.worker.prepare()
    town.passes(minutes=10)
    assert texts(pair.mentee).count("Besok ada webinar.") == 1


def many(town: Town, number: int) -> None:
    """So many mentees more, who are never heard of."""
    people = range(1000, 1000 + number)
    person = {"locale": "id", "zone": "Asia/Jakarta", "created_at": town.now}
    rows: dict[type[tables.Row], list[dict[str, Any]]] = {
        tables.Person: [{"id": each, "name": f"P{each}"} | person for each in people],
        tables.Account: [
            {"person_id": each, "platform": "telegram", "external_id": f"x{each}", "chat": f"x{each}"}
            | {"created_at": town.now}
            for each in people
        ],
        tables.Membership: [
            {"person_id": each, "programme_id": 1, "role": "mentee", "standing": "active", "created_at": town.now}
            for each in people
        ],
    }
    for model, made in rows.items():
        write(town, model, made)


def test_many_get_it_in_pieces_and_whoever_taps_meanwhile_is_answered_first(town: Town) -> None:
    rina = town.staff()
    many(town, 2 * PIECE + 100)
    town.outcome = lambda parcel: Outcome("sent") if parcel.chat.startswith("x") else None
    assert "Akan sampai ke 1.100 orang (1.100 Telegram)." in draft(rina)
    rina.taps("Kirim ke 1.100 orang")
    town.passes(minutes=5)
    sent = town.rows(tables.Outbox, campaign=1)
    assert len(sent) == len({row.person_id for row in sent}) == 1100
    assert "✓ 1.100 terkirim" in texts(rina)
    assert town.rows(tables.Campaign)[0].total == 1100


def test_whoever_no_longer_runs_the_programme_sends_nothing(town: Town) -> None:
    rina = town.staff()
    pair = town.pair()
    draft(rina)
    rina.does("[Jadwalkan]", "[Rab 25 Nov]", "[16.00]")
    change(town, tables.Membership, {"person_id": person(town, rina)}, role="viewer")
    town.passes(days=2)
    assert "webinar" not in texts(pair.mentee)
    assert town.rows(tables.Campaign)[0].state == "cancelled"


def test_an_erased_name_stands_in_no_filter(town: Town) -> None:
    rina = town.staff()
    pair = town.pair()
    assert "Yaitu: Sari." in draft(rina, "Sari")
    [row] = town.rows(tables.Campaign)
    assert "sari" not in row.audience.casefold()
    assert "· Sari ·" in rina.screen
    pair.mentee.does("/hapus", "[Lanjut menghapus]", "hapus")
    assert "Saat ini tidak ada yang cocok" in rina.taps_data(f"p:campaign:{row.id}")
    assert "Sari" not in rina.screen


def test_nobody_fits(town: Town) -> None:
    rina = town.staff()
    assert "Saat ini tidak ada yang cocok" in draft(rina)
    assert "Kirim" not in rina.screen


def test_a_filter_behind_the_command_that_cannot_be_read(town: Town) -> None:
    rina = town.staff()
    assert "“foo:bar” belum kukenal" in rina.writes("/umumkan foo:bar")
    assert "Pengumuman ini untuk siapa?" in rina.screen
    assert "terlalu panjang" in rina.writes("/umumkan " + "mentee " * 30)


def test_too_long_is_said(town: Town) -> None:
    rina = town.staff()
    rina.writes("/umumkan semua")
    assert "paling banyak 1.500" in rina.writes("x" * 1501)


# Nudges


def test_a_nudge_brings_its_button_and_leaves_out_who_needs_none(town: Town) -> None:
    rina = town.staff()
    pair = town.pair()
    ayu = town.mentee("5000000099", "Ayu", "en")
    ayu.writes("/cancel")
    said = rina.does("/sapa", "[Tujuan]", "semua")
    assert "2 dilewati: 1 sudah beres, 1 bukan mentee." in said
    assert "Yaitu: Ayu." in said
    assert said.count("👁") == 2
    rina.taps("Kirim ke 1 orang")
    town.passes(minutes=5)
    assert "how about one goal" in texts(ayu)
    assert "titip sapa" not in texts(pair.mentee)
    assert "1 baru disapa dalam 3 hari" in rina.does("/sapa", "[Tujuan]", "[Belum punya tujuan]")
    town.passes(days=4)
    assert "baru disapa" not in rina.does("/sapa", "[Tujuan]", "[Belum punya tujuan]")


def test_nudges_count_against_the_week(town: Town) -> None:
    rina = town.staff()
    ayu = town.mentee("5000000099", "Ayu")
    ayu.writes("/batal")
    budget = town.house.plan("default").budget
    number = person(town, ayu)
    for each in range(budget):
        row = {"platform": "telegram", "chat": ayu.account, "person_id": number, "priority": 1, "kind": "welcome"}
        more = {"state": "sent", "screen": "{}", "created_at": town.now - timedelta(days=1, minutes=each)}
        write(town, tables.Outbox, [row | more])
    assert "1 pengingatnya minggu ini sudah cukup" in rina.does("/sapa", "[Tujuan]", "mentee")


def test_a_nudge_to_pairs(town: Town) -> None:
    rina = town.staff(locale="en")
    pair = town.pair()
    ayu = town.mentee("5000000099", "Ayu")
    ayu.writes("/batal")
    said = rina.does("/nudge", "[Session]", "all")
    assert "1 left out: 1 without a partner." in said
    rina.taps("Send to 2 people")
    town.passes(minutes=5)
    assert "sepertinya sudah agak lama Anda dan mentee tidak bertemu" in texts(pair.mentor)
    assert "ngobrol lagi dengan mentormu" in texts(pair.mentee)


def test_a_nudge_about_the_checkin_is_taken_back_once_it_is_there(town: Town) -> None:
    rina = town.staff()
    pair = town.pair()
    town.outcome = lambda parcel: Outcome("later", wait=7200.0) if parcel.kind == "nudge" else None
    rina.does("/sapa mentee", "[Check-in]", "[Kirim ke 1 orang]")
    assert town.rows(tables.Outbox, campaign=1)[0].state == "resting"
    pair.mentee.does("/checkin", "[50%]", "[4]", "/lewati", "/lewati")
    assert town.rows(tables.Outbox, campaign=1)[0].state == "expired"
    assert "sudah beres" in rina.does("/sapa mentee", "[Check-in]")


# Forms, asked for by another part of the desk


def test_a_form_is_proposed_and_sent(town: Town) -> None:
    rina = town.staff()
    pair = town.pair()
    job = Job(
        "campaign", {"kind": "form", "form": "feedback", "audience": "mentee", "title": {"id": "Masukan", "en": "F"}}
    )
    incoming = rina._event("text")
    town.apply(person(town, rina), job, incoming)
    town.worker.drain()
    town.deliver()
    assert "Formulir · Semua mentee · belum dikirim" in rina.screen
    rina.taps("Kirim ke 1 orang")
    town.passes(minutes=5)
    assert "ingin mendengar darimu: Masukan" in texts(pair.mentee)
    assert "(1 dari" in pair.mentee.taps("Jawab sekarang")


def test_a_form_for_nobody_understood(town: Town) -> None:
    rina = town.staff()
    job = Job("campaign", {"kind": "form", "form": "feedback", "audience": "foo:bar"})
    town.apply(person(town, rina), job, rina._event("text"))
    town.worker.drain()
    town.deliver()
    assert "“foo:bar” belum kukenal" in rina.screen
    assert not town.rows(tables.Campaign)


# Whose it is


@pytest.mark.parametrize("command", ["announce", "nudge", "audience", "inbox"])
def test_only_those_who_run_the_programme(town: Town, command: str) -> None:
    viewer = town.staff("7000000002", "Vera", role="viewer")
    assert "untuk peran lain" in viewer.writes(f"/{command}")
    mentee = town.mentee()
    mentee.writes("/batal")
    assert "untuk peran lain" in mentee.writes(f"/{command}")


@pytest.mark.parametrize("data", ["p:campaign:1", "do:campaign_send:1", "do:campaign_stop:1", "do:campaign_me:1",
                                  "go:campaign_change:1", "go:campaign_plan:1", "p:campaigns"])  # fmt: skip
def test_made_up_buttons_do_nothing(town: Town, data: str) -> None:
    rina = town.staff()
    pair = town.pair()
    draft(rina)
    vera = town.staff("7000000002", "Vera", role="viewer")
    for who in (vera, pair.mentee):
        assert "webinar" not in who.taps_data(data)
    town.passes(minutes=5)
    assert town.rows(tables.Campaign)[0].state == "draft"


def test_another_programmes_campaign_is_none(town: Town) -> None:
    rina = town.staff()
    draft(rina)
    change(town, tables.Campaign, {"id": 1}, programme_id=town.rows(tables.Programme)[0].id)
    town.programme("Lain 2026")
    other = next(row.id for row in town.rows(tables.Programme) if row.name == "Lain 2026")
    change(town, tables.Campaign, {"id": 1}, programme_id=other)
    for data in ("p:campaign:1", "do:campaign_send:1", "do:campaign_stop:1", "do:campaign_me:1", "p:campaign:x"):
        assert "tidak ada di program ini" in rina.taps_data(data), data
    assert town.rows(tables.Campaign)[0].state == "draft"


def test_a_mentor_on_discord(town: Town) -> None:
    rina = town.staff()
    pair = town.pair(platform="discord")
    assert "Akan sampai ke 2 orang (1 Discord, 1 Telegram)." in draft(rina)
    rina.taps("Kirim ke 2 orang")
    town.passes(minutes=5)
    assert "Besok ada webinar." in texts(pair.mentor)
