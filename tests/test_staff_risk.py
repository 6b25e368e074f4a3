"""Pairs that need somebody: the rules one by one, the list, what is done in a tap, the mornings, the long silences."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import insert, update

from bot.effects import Erase, Reachable, RecordResponse, SetStanding
from bot.furnish import PROMPTS
from bot.mentoring.plans import Risk, read_plan
from bot.mentoring.risk import RULES, WEIGHTS, Life, awake, judge, order, to_ask, to_close, woke
from bot.mentoring.risk_limits import limits_of
from storage import tables
from storage.bulk import insert_many
from storage.database import open_database
from storage.migrate import upgrade
from storage.rows import table
from storage.staff.risk import count_at_risk, read_at_risk
from tests.bench import risk as bench
from tests.bench.people import NOW as BENCH_NOW
from tests.town import Citizen, Pair, Town, furnished

NOW = datetime(2026, 12, 1, 3, 0, tzinfo=UTC)
OLD = NOW - timedelta(days=100)


def ago(**span: float) -> datetime:
    return NOW - timedelta(**span)


def life(**given: Any) -> Life:
    """A pair that is well, but for what is given."""
    well: dict[str, Any] = {"since": OLD, "contact": ago(days=1), "met": ago(days=5), "cadence": "weekly"}
    return Life(1, 2, 3, **(well | given))


def hit(**given: Any) -> set[str]:
    """The rules that hold of such a pair."""
    return {each.rule for each in judge(life(**given), Risk(), NOW)}


# The rules


def test_a_pair_that_is_well_is_on_no_list() -> None:
    assert hit() == set()


@pytest.mark.parametrize(
    ("rule", "just", "not_yet"),
    [
        ("silent", {"contact": ago(days=10.5)}, {"contact": ago(days=10.49)}),
        ("silent", {"contact": ago(days=45), "cadence": "monthly"}, {"contact": ago(days=44), "cadence": "monthly"}),
        ("first", {"contact": None, "since": ago(days=3)}, {"contact": None, "since": ago(days=2.9)}),
        ("session", {"met": ago(days=21)}, {"met": ago(days=20.9)}),
        ("session", {"met": None, "since": ago(days=21)}, {"met": None, "since": ago(days=20)}),
        ("session", {"met": ago(days=45), "cadence": "monthly"}, {"met": ago(days=44), "cadence": "monthly"}),
        ("checkins", {"silent_since": ago(days=9)}, {"silent_since": ago(days=8.9)}),
        ("feel", {"moods": (2, 3, 4), "felt": NOW}, {"moods": (2, 3, 3), "felt": NOW}),
        ("feel", {"moods": (2, 3, 3, 4, 4, 4), "felt": NOW}, {"moods": (2, 3, 3, 4, 3, 3), "felt": NOW}),
        ("feel", {"moods": (1, 2, 3), "felt": NOW}, {"moods": (3, 4, 5), "felt": NOW}),
        ("feel", {"scored": ago(days=1)}, {"moods": (1, 1), "felt": NOW}),
        ("unreachable", {"lost": {"mentor": ago(days=0)}}, {"lost": {}}),
        ("goal", {"goal": False, "since": ago(days=14)}, {"goal": False, "since": ago(days=13)}),
        ("agreement", {"cadence": "", "since": ago(days=14)}, {"cadence": "", "since": ago(days=13)}),
        ("profile", {"unfinished": {"mentee": ago(days=7)}}, {"unfinished": {"mentee": ago(days=6)}}),
        ("dispute", {"disputed": ago(days=2)}, {"disputed": None}),
    ],
)
def test_each_rule_begins_at_its_limit(rule: str, just: dict[str, Any], not_yet: dict[str, Any]) -> None:
    assert hit(**just) == {rule}
    assert hit(**not_yet) == set()


def test_every_rule_weighs_something_and_has_its_sentence_in_both_languages() -> None:
    assert len(RULES) == 11
    for rule in WEIGHTS:
        assert furnished().phrases.has(f"risk-{rule}")


def test_a_break_does_not_count_however_often_it_is_told() -> None:
    assert awake(ago(days=10), NOW, [(ago(days=8), ago(days=3)), (ago(days=6), ago(days=2))]) == timedelta(days=4)
    assert hit(contact=ago(days=12), rests=((ago(days=11), ago(days=2)),)) == set()
    assert hit(contact=ago(days=30), met=ago(days=30), rests=((ago(days=12), ago(days=2)),)) == {"silent"}


def test_who_meets_soon_is_not_silent() -> None:
    silent = {"contact": ago(days=30), "met": ago(days=30)}
    assert hit(**silent, ahead=NOW + timedelta(days=3)) == set()
    assert hit(**silent, ahead=NOW + timedelta(days=30)) == {"silent", "session"}


def test_missed_weeks_are_counted_while_only_the_first_was_asked() -> None:
    [found] = judge(life(silent_since=ago(days=16)), Risk(), NOW)
    assert (found.rule, found.n) == ("checkins", 3)


def test_a_mood_and_a_score_say_the_same_once() -> None:
    both = judge(life(moods=(1, 2, 3), felt=ago(days=1), scored=ago(days=9)), Risk(), NOW)
    [only] = both
    assert (only.rule, only.n, only.what, only.since) == ("feel", 0, "", ago(days=9))


def test_the_gravest_come_first_and_of_equals_whom_it_lasted_longest() -> None:
    lost = judge(life(lost={"mentee": ago(days=1)}), Risk(), NOW)
    long, short = (judge(life(contact=ago(days=days)), Risk(), NOW) for days in (20, 12))
    assert sorted([short, lost, long], key=order) == [lost, long, short]


def test_after_45_days_they_are_asked_and_a_week_later_closed() -> None:
    risk, quiet = Risk(), {"contact": ago(days=45), "met": None}
    assert to_ask(life(**quiet), risk, NOW)
    assert not to_ask(life(**quiet, alive=ago(days=3)), risk, NOW)
    assert not to_ask(life(**quiet, ends=(NOW + timedelta(days=10)).date()), risk, NOW)
    assert not to_ask(life(**quiet, rests=((ago(days=20), ago(days=10)),)), risk, NOW)
    assert not to_close(life(**quiet, asked=ago(days=6)), risk, NOW)
    assert to_close(life(**quiet, asked=ago(days=10)), risk, NOW)
    assert not to_close(life(**quiet, asked=ago(days=10), rests=((ago(days=8), ago(days=2)),)), risk, NOW)
    assert woke(life(**quiet, asked=ago(days=10), alive=ago(days=9)), NOW)


# Thresholds


def test_a_plan_without_thresholds_has_those_of_old_and_a_wrong_one_is_named() -> None:
    text = (PROMPTS / "plans" / "default.toml").read_text(encoding="utf-8")
    text = re.sub(r"\n\[risk\][^\[]*", "\n", text)
    plan, _ = read_plan(text, "plan")
    assert plan
    assert plan.risk == Risk()
    _, problems = read_plan(f'{text}\n[risk]\ninactive = "soon"\n', "plan")
    assert [problem.place for problem in problems] == ["plan: risk.inactive"]


def test_a_programme_has_its_own_over_them_and_nonsense_is_left_out() -> None:
    risk = limits_of("default", {"risk": {"inactive": "90d", "session": "whenever", "unknown": 1}})
    assert (risk.inactive, risk.session) == (timedelta(days=90), timedelta(days=21))
    assert limits_of("default", {"risk": "no"}) == limits_of("default", None)


# The list


@pytest.fixture
def rina(town: Town) -> Citizen:
    """Rina, who owns the programme."""
    return town.staff()


def rows_of(town: Town, model: type[tables.Row], *rows: dict[str, Any]) -> None:
    town.writer.do(lambda c: insert_many(c, model, list(rows))).result(20)


def change(town: Town, model: type[tables.Row], **values: Any) -> None:
    town.writer.do(lambda c: c.execute(update(table(model)).values(**values))).result(20)


def contact(town: Town, pair: Pair, at: datetime | None = None) -> None:
    """Something passes between the two."""
    ends = {"from_platform": "telegram", "from_chat": "1", "from_message": "1", "at": at or town.now}
    rows_of(town, tables.Relay, ends | {"pair_id": pair.id})


def person(town: Town, who: Citizen) -> int:
    return int(town.rows(tables.Account, external_id=who.account)[0].person_id)


def texts(who: Citizen) -> str:
    return "\n".join(map(str, who.messages.values()))


def lines(who: Citizen) -> list[str]:
    """The lines of mornings that somebody got."""
    return [str(shown) for _, shown in who.log if re.search("pasangan (baru|makin)", str(shown))]


def test_an_empty_programme_has_nobody_to_look_after(town: Town, rina: Citizen) -> None:
    assert "Tidak ada pasangan yang butuh Anda hari ini" in rina.writes("/at_risk")
    assert rina.writes("/perlu_perhatian") == rina.writes("/diam")


def test_the_list_says_who_why_and_what_to_do_in_both_languages(town: Town, rina: Citizen) -> None:
    emma = town.staff("7000000002", "Emma", "en", "coordinator")
    town.pair()
    town.now += timedelta(days=4)
    said = rina.writes("/at_risk")
    assert "1 pasangan butuh Anda hari ini" in said
    assert "1. Sari → Budi · 4 hari dipasangkan, belum saling menyapa" in said
    assert "[Sapa keduanya] [Tulis] [Teks siap pakai] [Biarkan sampai…] [Kartu pasangan]" in said
    said = emma.writes("/at_risk")
    assert "1 pair needs you today" in said
    assert "1. Sari → Budi · paired 4 days ago, no hello yet" in said
    assert [row.subject for row in town.rows(tables.Activity, kind="Look")] == ["at_risk", "at_risk"]


def test_many_pairs_come_in_pages_with_the_waiting_beside_them(town: Town, rina: Citizen) -> None:
    for number in range(6):
        town.pair(f"Budi{number}", f"Sari{number}")
    town.mentee("5000000999", "Wati")
    town.now += timedelta(days=4)
    said = rina.writes("/at_risk")
    assert "1–4 dari 6" in said
    assert "1 mentee masih menunggu mentor" in said
    assert all(len(data.encode()) <= 64 for shown in rina.messages.values() for _, data in shown.buttons)
    said = rina.taps("Berikutnya")
    assert "6. Sari5 → Budi5" in said
    assert "[6. Sari5 → Budi5]" in said
    said = rina.taps("6. Sari5")
    assert said.startswith("Sari5 → Budi5\n· 4 hari dipasangkan, belum saling menyapa")
    ways = "[Sapa keduanya] [Tulis] [Teks siap pakai] [Biarkan sampai…] [Kartu pasangan] [‹ Daftar pasangan]"
    assert said.endswith(ways)
    rina.taps("Sapa keduanya")
    assert "✓ Ditindaklanjuti Sab 28 Nov" in rina.taps_data("p:risk_pair:6")
    assert "sudah tidak aktif" in rina.taps_data("p:risk_pair:99")
    rina.taps("Daftar pasangan")
    rina.taps("Berikutnya")
    assert "1–4 dari 6" in rina.taps("Sebelumnya")
    assert "6. Sari5" in rina.taps_data("p:at_risk:99999")
    assert "1. Sari0" in rina.taps_data("p:at_risk:²")


def test_each_sign_is_found_where_it_is_kept(town: Town, rina: Citizen) -> None:
    pair = town.pair(goal="")
    mentee, mentor = person(town, pair.mentee), person(town, pair.mentor)
    contact(town, pair)
    town.now += timedelta(days=25)
    session = {"pair_id": pair.id, "programme_id": 1, "state": "unclear", "starts_at": town.now - timedelta(days=3)}
    made = {"uid": "u", "created_at": town.now, "changed_at": town.now}
    rows_of(town, tables.Session, session | made)
    word = {"session_id": 1, "at": town.now}
    rows_of(town, tables.SessionWord, word | {"person_id": mentee, "met": "yes"})
    rows_of(town, tables.SessionWord, word | {"person_id": mentor, "met": "no"})
    change(town, tables.Membership, silent_since=town.now - timedelta(days=10))
    town.apply(mentor, RecordResponse("pulse", "1", {"score": 2}, f"pair:{pair.id}", mentee))
    town.apply(mentor, Reachable("dm_closed", "telegram", pair.mentor.account))
    said = rina.writes("/at_risk")
    for words in (
        *("25 hari tanpa kabar (biasanya: dua minggu sekali)", "25 hari tanpa sesi", "2 check-in terlewat"),
        *("jawaban belakangan ini perlu ditengok", "Budi tak terjangkau bot", "beda cerita soal sesi terakhir"),
        *("25 hari belum pasang tujuan", "kesepakatan belum rampung (25 hari)"),
    ):
        assert words in said
    assert said.index("tak terjangkau") < said.index("tanpa kabar") < said.index("tujuan")
    other = town.pair("Dewi", "Yosef")
    town.now += timedelta(days=4)
    said = rina.writes("/at_risk")
    assert "jawaban belakangan ini perlu ditengok, dan 5 hal lagi" in said
    assert other.id == 2
    assert "2. Yosef → Dewi" in said


def test_what_somebody_answered_is_never_told(town: Town, rina: Citizen) -> None:
    pair = town.pair()
    contact(town, pair)
    mentee = person(town, pair.mentee)
    for week, mood in enumerate((4, 3, 2)):
        at = town.now + timedelta(days=6 * week)
        row = {"person_id": mentee, "programme_id": 1, "occurrence": at.date(), "answered_at": at, "mood": mood}
        rows_of(town, tables.Checkin, row)
    town.now += timedelta(days=13)
    contact(town, pair)
    said = rina.writes("/at_risk")
    assert "Sari → Budi · jawaban belakangan ini perlu ditengok" in said
    assert not re.search(r"suasana|mood|check-in|nilai", said)
    said = rina.taps("Sapa keduanya")
    assert "Gimana mentoring dengan Budi belakangan ini?" in said
    assert not re.search(r"berat|turun|jawaban", said + pair.mentor.screen)
    assert {row.rule for row in town.rows(tables.RiskHit)} == {"feel"}
    scores = town.rows(tables.FormResponse)
    town.apply(mentee, RecordResponse("pulse", "1", {"score": 1}, f"pair:{pair.id}"))
    assert rina.writes("/at_risk").count("perlu ditengok") == 1
    assert not scores


def test_a_better_score_later_counts_instead(town: Town, rina: Citizen) -> None:
    pair = town.pair()
    contact(town, pair)
    mentee = person(town, pair.mentee)
    town.apply(mentee, RecordResponse("pulse", "1", {"score": 1}, f"pair:{pair.id}"))
    assert "perlu ditengok" in rina.writes("/at_risk")
    town.now += timedelta(minutes=1)
    town.apply(mentee, RecordResponse("pulse", "1", {"score": 4}, f"pair:{pair.id}"))
    assert "Tidak ada pasangan" in rina.writes("/at_risk")
    town.apply(mentee, RecordResponse("pulse", "1", {"score": "two"}, f"pair:{pair.id}"))
    assert "Tidak ada pasangan" in rina.writes("/at_risk")


def test_who_takes_a_break_is_not_listed_and_its_time_does_not_count(town: Town, rina: Citizen) -> None:
    pair = town.pair()
    contact(town, pair)
    town.now += timedelta(days=10)
    pair.mentor.writes("/pause 4w")
    town.now += timedelta(days=20)
    assert "Tidak ada pasangan" in rina.writes("/at_risk")
    pair.mentor.writes("/resume")
    town.apply(person(town, pair.mentor), SetStanding("active"))
    contact_said = rina.writes("/at_risk")
    assert "tanpa kabar" not in contact_said
    town.now += timedelta(days=12)
    assert "22 hari tanpa kabar" in rina.writes("/at_risk")


def test_an_archived_programme_has_no_list(town: Town, rina: Citizen) -> None:
    town.pair()
    town.now += timedelta(days=4)
    change(town, tables.Programme, stage="archived")
    with town.look() as connection:
        assert count_at_risk(connection, 1, town.now) == 0


# One tap


def test_both_are_greeted_once_in_three_days(town: Town, rina: Citizen) -> None:
    pair = town.pair()
    town.now += timedelta(days=4)
    rina.writes("/at_risk")
    said = rina.taps("Sapa keduanya")
    assert "Ke Sari ✓ Kamu dan Budi belum sempat saling menyapa" in said
    assert "Ke Budi ✓ Anda dan Sari" in said
    assert "atas permintaan Rina" in pair.mentee.screen
    assert "Sapa Budi" in pair.mentee.screen
    again = f"do:nudge_pair:{pair.id}"
    assert "sudah disapa Sab 28 Nov" in rina.taps_data(again)
    assert "ditindaklanjuti Sab 28 Nov" in rina.writes("/at_risk")
    assert "sudah ditindaklanjuti" in rina.screen
    town.now += timedelta(days=3)
    assert "Ke Sari ✓" in rina.taps_data(again)
    kinds = [row.kind for row in town.rows(tables.Outbox) if row.kind == "nudge-pair"]
    assert len(kinds) == 4


def test_a_nudge_waits_for_the_end_of_the_night(town: Town, rina: Citizen) -> None:
    pair = town.pair()
    town.now = datetime(2026, 11, 28, 16, 0, tzinfo=UTC)  # 23.00 in Jakarta
    rina.taps_data(f"do:nudge_pair:{pair.id}")
    held = [row for row in town.rows(tables.Outbox) if row.kind == "nudge-pair"]
    assert all(row.hold for row in held)


def test_who_cannot_be_reached_is_said_and_not_written_to(town: Town, rina: Citizen) -> None:
    pair = town.pair()
    town.apply(person(town, pair.mentor), Reachable("blocked", "telegram", pair.mentor.account))
    said = rina.taps_data(f"do:nudge_pair:{pair.id}")
    assert "Budi tak terjangkau bot" in said
    assert "Teks siap pakai" in said
    assert len([row for row in town.rows(tables.Outbox) if row.kind == "nudge-pair"]) == 1
    texts = rina.taps("Teks siap pakai").split("\n---\n")
    assert len(texts) == 3
    assert "ketik /start, supaya kabar dari Sari sampai" in texts[2]
    assert "/start" not in texts[1]


def test_ready_texts_are_in_the_language_of_their_readers(town: Town) -> None:
    emma = town.staff("7000000002", "Emma", "en")
    pair = town.pair()
    town.now += timedelta(days=4)
    head, sari, budi = emma.taps_data(f"do:pair_text:{pair.id}").split("\n---\n")
    assert "Two messages to copy" in head
    assert sari.startswith("Halo Sari, ini Emma dari Mentoring Beasiswa 2026. Kamu dan Budi")
    assert budi.startswith("Halo Budi, saya Emma")
    assert [row.kind for row in town.rows(tables.Activity, subject=str(pair.id)) if row.kind == "GaveText"]


def test_own_words_are_seen_before_they_go(town: Town, rina: Citizen) -> None:
    pair = town.pair()
    rina.taps_data(f"go:risk_write:{pair.id}")
    rina.taps("Budi")
    assert "Pesan dari Rina, koordinator: “Apa <kabar>?”" in rina.writes("Apa <kabar>?")
    before = pair.mentee.screen
    assert "Terkirim ke Budi" in rina.taps("Kirim")
    assert "Pesan untuk Anda dari Rina, koordinator: “Apa <kabar>?”" in pair.mentor.screen
    assert pair.mentee.screen == before
    rina.taps_data(f"go:risk_write:{pair.id}")
    rina.does("[Keduanya]", "Halo")
    assert "tidak jadi" in rina.taps("Tidak jadi")
    assert len([row for row in town.rows(tables.Outbox) if str(row.occurrence).startswith("from-staff:")]) == 1


def test_a_pair_that_is_fine_comes_back_on_its_day(town: Town, rina: Citizen) -> None:
    pair = town.pair()
    town.now += timedelta(days=4)
    rina.writes("/at_risk")
    assert "Sampai kapan Sari dan Budi" in rina.taps("Biarkan")
    rina.taps("1 minggu")
    assert "muncul lagi Sab 5 Des" in rina.writes("ujian akhir")
    assert "Aman dulu (1)" in rina.writes("/at_risk")
    assert "1. Sari → Budi · sampai Sab 5 Des · ujian akhir" in rina.taps("Aman dulu")
    town.now += timedelta(days=6)
    assert "Tidak ada pasangan" in rina.writes("/at_risk")
    town.now += timedelta(days=1)
    assert "Sari → Budi" in rina.writes("/at_risk")
    rina.taps("Biarkan")
    assert "muncul lagi Sel 15 Des" in rina.does("15 Desember", "[Sel 15 Des]", "[Lewati]")
    assert "Tidak ada pasangan yang sedang dibiarkan" in rina.taps_data(f"do:unwatch:{pair.id}")
    assert len(town.rows(tables.Watch)) == 0


def test_a_pair_that_is_over_or_made_up_is_refused(town: Town, rina: Citizen) -> None:
    pair = town.pair()
    change(town, tables.Pair, state="ended")
    for data in ("do:nudge_pair:{}", "do:pair_text:{}", "go:risk_write:{}", "go:risk_fine:{}"):
        for number in (pair.id, 999, "9" * 9):
            assert "sudah tidak aktif" in rina.taps_data(data.format(number))
    assert "Tidak ada pasangan" in rina.taps_data("do:nudge_pair:x")
    assert "Tidak ada pasangan" in rina.taps_data(f"do:pair_text:{'9' * 30}")
    kinds = {row.kind for row in town.rows(tables.Activity)}
    assert not kinds & {"Nudged", "WroteTo", "GaveText", "Watched"}


def test_another_programmes_pairs_are_out_of_reach(town: Town) -> None:
    pair, dewi = town.pair(), town.staff("7000000003", "Dewi")
    town.programme("Program lain")
    member = table(tables.Membership)
    moved = update(member).where(member.c.person_id == person(town, dewi)).values(programme_id=2)
    town.writer.do(lambda c: c.execute(moved)).result(10)
    town.now += timedelta(days=4)
    assert "Tidak ada pasangan" in dewi.writes("/at_risk")
    for data in ("do:nudge_pair", "do:pair_text", "go:risk_write", "go:risk_fine"):
        assert "sudah tidak aktif" in dewi.taps_data(f"{data}:{pair.id}")
    watch = {"pair_id": pair.id, "fine_until": town.now + timedelta(days=3), "at": town.now}
    rows_of(town, tables.Watch, watch)
    dewi.taps_data(f"do:unwatch:{pair.id}")
    assert len(town.rows(tables.Watch)) == 1


@pytest.mark.parametrize("who", ["mentee", "mentor", "viewer"])
def test_others_are_told_kindly_that_it_is_not_for_them(town: Town, who: str) -> None:
    pair = town.pair()
    somebody = town.staff("7000000004", "Vina", role="viewer") if who == "viewer" else getattr(pair, who)
    assert "Sari →" not in somebody.writes("/at_risk")
    tried = ("p:at_risk", "p:risk_fine_list", "p:risk_rules", f"do:nudge_pair:{pair.id}", f"do:pair_text:{pair.id}")
    for data in (*tried, f"go:risk_write:{pair.id}", f"go:risk_fine:{pair.id}", "do:unwatch:1", "do:inactive_after:90"):
        said = somebody.taps_data(data)
        assert "→" not in said
        assert "Sampai kapan" not in said
    kinds = {row.kind for row in town.rows(tables.Activity)}
    assert not kinds & {"Look", "NudgePair", "Nudged", "WatchPair", "SetInactive", "ReadyText"}


def test_the_rules_are_shown_and_the_long_silence_is_set_by_a_tap(town: Town, rina: Citizen) -> None:
    rina.writes("/at_risk")
    said = rina.taps("Aturannya")
    assert "1,5 kali jarak yang disepakati" in said
    assert "45 hari tanpa tanda apa pun" in said
    assert "90 hari tanpa tanda apa pun" in rina.taps("Ubah jadi 90 hari")
    assert town.rows(tables.Programme)[0].options == {"risk": {"inactive": "90d"}}
    assert "90 hari tanpa tanda" in rina.taps_data("do:inactive_after:1")


# Each morning


def test_coordinators_get_a_line_only_when_something_is_new(town: Town, rina: Citizen) -> None:
    town.worker.prepare()
    pair = town.pair()
    town.passes(days=6)  # Tuesday to Monday: the rule holds from Friday 10.00 on, after that morning
    [only] = lines(rina)
    assert "1 pasangan baru butuh perhatian" in only
    assert "1. Sari → Budi" in only
    assert [f"{at.astimezone(UTC):%a %H:%M}" for at, shown in rina.log if str(shown) == only] == ["Mon 00:30"]
    town.passes(days=2)
    assert len(lines(rina)) == 1
    contact(town, pair)
    town.passes(days=1)
    over = [row for row in town.rows(tables.RiskHit) if row.ended_at]
    assert {row.rule for row in over} == {"first"}
    assert len(lines(rina)) == 1


def test_three_days_without_the_bot_make_one_line_not_three(town: Town, rina: Citizen) -> None:
    town.worker.prepare()
    town.worker.drain()
    town.pair()
    town.pair("Dewi", "Yosef")
    town.now += timedelta(days=7)  # nothing ran: no job, no reminder
    town.worker.drain()
    town.deliver()
    assert len(lines(rina)) == 1
    assert "2 pasangan baru" in lines(rina)[0]
    [planned] = town.rows(tables.Job, kind="risk_day", state="waiting")
    assert planned.at == datetime(2026, 12, 2, 0, 30, tzinfo=UTC)


def test_a_pair_that_got_worse_is_told_again_and_one_looked_after_is_not(town: Town, rina: Citizen) -> None:
    town.worker.prepare()
    pair, other = town.pair(), town.pair("Dewi", "Yosef")
    town.passes(days=6)
    assert len(lines(rina)) == 1
    town.apply(person(town, pair.mentor), Reachable("blocked", "telegram", pair.mentor.account))
    town.apply(person(town, other.mentor), Reachable("blocked", "telegram", other.mentor.account))
    rina.taps_data(f"do:nudge_pair:{other.id}")
    town.passes(days=1)
    told = lines(rina)[-1]
    assert "1 pasangan makin perlu perhatian" in told
    assert "Sari → Budi · Budi tak terjangkau" in told
    assert "Yosef" not in told
    acted = {row.pair_id for row in town.rows(tables.RiskHit) if row.acted_at}
    assert acted == {other.id}


def test_a_weekend_is_quiet_unless_it_is_grave(town: Town, rina: Citizen) -> None:
    town.worker.prepare()
    town.worker.drain()
    grave, other = town.pair(goal=""), town.pair("Dewi", "Yosef")
    town.now += timedelta(days=17, hours=-2)  # Friday, after the morning
    town.worker.drain()
    town.deliver()
    assert len(lines(rina)) == 1
    town.apply(person(town, other.mentee), Reachable("blocked", "telegram", other.mentee.account))
    town.passes(days=1)
    assert len(lines(rina)) == 1
    town.apply(person(town, grave.mentee), Reachable("blocked", "telegram", grave.mentee.account))
    town.passes(days=1)
    assert "2 pasangan makin perlu perhatian" in lines(rina)[1]
    assert lines(rina)[1].index("Sari →") < lines(rina)[1].index("Yosef →")


def test_who_takes_a_break_is_neither_asked_nor_closed(town: Town, rina: Citizen) -> None:
    pair = silent_for(town, 30)
    pair.mentor.writes("/pause 4w")
    town.passes(days=27)
    assert "sudah lama sepi" not in texts(pair.mentee)
    assert town.rows(tables.Pair)[0].asked_at is None
    town.passes(days=10)
    assert town.rows(tables.Pair)[0].asked_at is None


def test_from_a_hit_to_a_deed_is_kept(town: Town, rina: Citizen) -> None:
    town.worker.prepare()
    pair = town.pair()
    town.passes(days=6)
    rina.taps_data(f"do:nudge_pair:{pair.id}")
    [row] = town.rows(tables.RiskHit)
    assert row.acted_at - row.found_at == timedelta(days=1, hours=2, minutes=30) + timedelta(days=1)


# Long silences


def silent_for(town: Town, days: int) -> Pair:
    """A pair that has said nothing for so long."""
    town.worker.prepare()
    pair = town.pair()
    contact(town, pair)
    town.passes(days=days)
    return pair


def test_after_45_days_both_are_asked_and_closed_when_nobody_answers(town: Town, rina: Citizen) -> None:
    pair = silent_for(town, 47)
    assert "sudah lama sepi antara kamu dan Budi" in texts(pair.mentee)
    assert "sudah lama sepi antara Anda dan Sari" in texts(pair.mentor)
    assert town.rows(tables.Pair)[0].asked_at
    town.passes(days=8)
    [row] = town.rows(tables.Pair)
    assert (row.state, row.reason) == ("closed", "inactive")
    assert "kututup dulu" in texts(pair.mentee)
    assert "kami tutup dulu" in texts(pair.mentor)
    assert "1 pasangan ditutup baik-baik" in texts(rina)
    assert "Sari → Budi" in texts(rina)
    planned = {due.kind for due in town.rows(tables.Due)}
    assert not planned & {"pulse", "closing", "agreement"}


def test_one_tap_keeps_the_pair_and_the_other_hears_of_it(town: Town, rina: Citizen) -> None:
    pair = silent_for(town, 47)
    assert "Anda dan Sari lanjut" in pair.mentor.taps("Masih lanjut")
    town.deliver()
    assert "Budi ingin lanjut mentoring bersamamu" in texts(pair.mentee)
    town.passes(days=20)
    assert town.rows(tables.Pair)[0].state == "active"
    assert texts(pair.mentee).count("sudah lama sepi") == 1


def test_one_tap_opens_it_again_for_two_weeks(town: Town, rina: Citizen) -> None:
    pair = silent_for(town, 56)
    assert town.rows(tables.Pair)[0].state == "closed"
    assert "kamu dan Budi lanjut" in pair.mentee.taps("Masih lanjut")
    [row] = town.rows(tables.Pair)
    assert (row.state, row.reason, row.ended_at, row.asked_at) == ("active", "", None, None)
    planned = {(due.kind, due.subject) for due in town.rows(tables.Due)}
    assert {("pulse", "1"), ("closing", "1"), ("goal-view", "1")} <= planned
    assert "lanjut" in pair.mentee.taps_data("do:still_going:1")


def test_later_it_is_the_coordinators_turn(town: Town, rina: Citizen) -> None:
    pair = silent_for(town, 56)
    town.passes(days=14)
    assert "sudah lewat waktunya" in pair.mentee.taps("Masih lanjut")
    assert town.rows(tables.Pair)[0].state == "closed"


def test_a_mentor_who_found_others_is_not_doubled(town: Town, rina: Citizen) -> None:
    pair = silent_for(town, 56)
    change(town, tables.Membership, capacity=1)
    row = {"programme_id": 1, "mentor_id": person(town, pair.mentor), "mentee_id": person(town, rina)}
    rows_of(town, tables.Pair, row | {"created_at": town.now})
    assert "sudah ada pasangan lain" in pair.mentee.taps("Masih lanjut")
    town.deliver()
    assert "Sari ingin lanjut dengan Budi" in texts(rina)
    assert town.rows(tables.Pair)[0].state == "closed"


def test_done_counts_when_both_say_so(town: Town, rina: Citizen) -> None:
    pair = silent_for(town, 47)
    assert "Kalau Budi juga merasa begitu" in pair.mentee.taps("Kami sudah selesai")
    assert "Tercatat" in pair.mentee.taps_data("do:pair_done:1")
    assert town.rows(tables.Pair)[0].state == "active"
    assert "Anda berdua merasa cukup" in pair.mentor.taps("Kami sudah selesai")
    town.deliver()
    assert "kalian berdua merasa cukup" in texts(pair.mentee)
    [row] = town.rows(tables.Pair)
    assert (row.state, row.reason) == ("closed", "")
    assert "sama-sama merasa selesai" in texts(rina)
    assert "sudah berakhir" in pair.mentee.taps_data("do:still_going:1")


def test_nobody_answers_for_others(town: Town, rina: Citizen) -> None:
    pair = silent_for(town, 47)
    other = town.pair("Dewi", "Yosef")
    for data in ("do:still_going:1", "do:pair_done:1"):
        assert "sudah berakhir" in other.mentor.taps_data(data)
    town.passes(days=9)
    assert town.rows(tables.Pair, id=pair.id)[0].state == "closed"


def test_done_without_a_question_closes_nothing(town: Town, rina: Citizen) -> None:
    pair = town.pair()
    assert "tidak ada yang ditutup" in pair.mentee.taps_data(f"do:pair_done:{pair.id}")
    assert "lanjut" in pair.mentee.taps_data(f"do:still_going:{pair.id}")
    assert town.rows(tables.Pair)[0].state == "active"


def test_a_check_in_is_a_sign_of_life_but_no_contact(town: Town, rina: Citizen) -> None:
    town.worker.prepare()
    pair = town.pair()
    contact(town, pair)
    town.now += timedelta(days=40)
    row = {"person_id": person(town, pair.mentee), "programme_id": 1, "occurrence": town.now.date()}
    rows_of(town, tables.Checkin, row | {"answered_at": town.now, "mood": 5})
    town.now += timedelta(days=10)
    town.worker.drain()
    assert town.rows(tables.Pair)[0].asked_at is None
    assert "50 hari tanpa kabar" in rina.writes("/at_risk")


# What is left of somebody who goes


def test_nothing_is_left_of_why_a_pair_was_fine(town: Town, rina: Citizen) -> None:
    pair = town.pair()
    rina.taps_data(f"go:risk_fine:{pair.id}")
    rina.does("[1 minggu]", "ibunya sakit")
    town.apply(person(town, pair.mentee), Erase())
    assert town.rows(tables.Watch) == []
    assert "Tidak ada pasangan" in rina.writes("/at_risk")


# Many


def test_both_databases_find_the_same(database_url: str) -> None:
    furnished()
    database = open_database(database_url)
    upgrade(database)
    with database.begin() as connection:
        bench.pair_up(connection, 120)
        at_once = {"person_id": 220, "programme_id": 1, "kind": "SetStanding", "at": BENCH_NOW - timedelta(days=11)}
        connection.execute(insert(table(tables.Activity)), at_once | {"subject": "paused"})
    with database.connect() as connection:
        found = read_at_risk(connection, 1, BENCH_NOW)
        assert found.total == count_at_risk(connection, 1, BENCH_NOW) == 19  # one of 20 took a break
        assert {each.rule for pair in found.pairs for each in pair.hits} >= {"unreachable", "silent", "checkins"}
        assert read_at_risk(connection, 2, BENCH_NOW).total == 0
    database.dispose()
