"""A pair's planned end: a week's notice, a month more if both want it, what the two did together, thanks, and the
close; with one side away too."""

from datetime import date, timedelta

import pytest
from sqlalchemy import insert, update

from storage import tables
from storage.rows import table
from tests.test_parting import coordinator, texts
from tests.town import Citizen, Pair, Town

CLOSING = {
    "id": ("[Jawab sekarang]", "[Sesuai harapan]", "[Sebagian]", "[9]", "[Lewati]"),
    "en": ("[Answer now]", "[As I expected]", "[Partly]", "[9]", "[Skip]"),
}


@pytest.fixture
def pair(town: Town) -> Pair:
    """A pair whose programme ends in six weeks."""
    return ending(town)


def ending(town: Town, weeks: int = 6, **more: str) -> Pair:
    """A pair whose programme ends."""
    programme = table(tables.Programme)
    last = (town.now + timedelta(weeks=weeks)).date()
    town.writer.do(lambda c: c.execute(update(programme).values(ends=last))).result(10)
    return town.pair(**more)


def last_day(town: Town, hours: int = 0) -> None:
    """The pair's last day comes, at six in the evening in Jakarta."""
    [row] = town.rows(tables.Pair)
    day = row.ends
    town.passes(hours=(day - town.now.date()).days * 24 + 8 + hours)


def says(who: Citizen, *thanks: str, locale: str = "id") -> str:
    """Answer the closing questions."""
    return who.does(*CLOSING[locale], *thanks)


def test_both_are_told_a_week_before_and_go_on_only_if_both_want(town: Town, pair: Pair) -> None:
    [row] = town.rows(tables.Pair)
    ends = row.ends
    town.passes(days=36)
    assert "Tinggal seminggu: pendampinganmu dengan Budi" in texts(pair.mentee)
    assert "pendampingan Anda dengan Sari" in texts(pair.mentor)
    assert "kalau Budi juga mau" in pair.mentee.taps("Perpanjang")
    assert town.rows(tables.Pair)[0].ends == ends
    town.passes(hours=1)
    assert "Sari ingin lanjut satu bulan lagi" in texts(pair.mentor)
    assert "lanjut bersama Sari" in pair.mentor.taps("Perpanjang")
    assert town.rows(tables.Pair)[0].ends == ends + timedelta(days=30)
    assert "masih sampai" in pair.mentor.taps("Perpanjang")
    town.passes(days=14)
    assert "hari terakhir" not in texts(pair.mentee)
    assert town.rows(tables.Pair)[0].state == "active"


def test_the_end_tells_what_the_two_did_and_both_last_words_close_it(town: Town, pair: Pair) -> None:
    rina = coordinator(town)
    _worked(town, pair)
    last_day(town)
    said = texts(pair.mentee)
    assert "2 sesi bersama" in said
    assert "Tujuan tercapai: Presentasi pertama" in said
    assert "Portofolio data: dari 20% ke 75%" in said
    assert "check-in terjawab" in said
    assert "2 sesi bersama" in texts(pair.mentor)
    assert "kusampaikan ke Budi" in says(pair.mentee, "Makasih sudah sabar, Kak!", "[Ya]")
    town.passes(hours=1)
    assert "Titipan dari Sari: “Makasih sudah sabar, Kak!”" in texts(pair.mentor)
    assert town.rows(tables.Pair)[0].state == "active"
    says(pair.mentor, "Senang sekali.", "[Tidak]")
    town.passes(hours=14)
    assert "Senang sekali" not in texts(pair.mentee)
    assert town.rows(tables.Pair)[0].state == "closed"
    assert "resmi selesai" in texts(pair.mentee)
    assert "resmi selesai" in texts(pair.mentor)
    assert "selesai pada waktunya. Penutup terisi: 2 dari 2" in texts(rina)
    responses = town.rows(tables.FormResponse, form="closing")
    assert {(each.subject, each.about_id) for each in responses} == {
        (f"pair:{pair.id}", town.rows(tables.Pair)[0].mentor_id),
        (f"pair:{pair.id}", town.rows(tables.Pair)[0].mentee_id),
    }
    assert town.rows(tables.Due, kind="checkin")
    assert "sejauh mana" in pair.mentee.writes("/checkin")


def _worked(town: Town, pair: Pair) -> None:
    """Two sessions, a goal reached, another from 20 to 75 percent."""
    row = town.rows(tables.Pair)[0]
    mine = {"person_id": row.mentee_id, "programme_id": 1}
    [goal] = town.rows(tables.Goal)

    def write(connection: object) -> None:
        execute = connection.execute  # type: ignore[attr-defined]
        for n, percent in enumerate((20, 75)):
            at = town.now + timedelta(days=7 * n)
            day = date(2026, 11, 22) + timedelta(days=7 * n + 7)
            week = execute(
                insert(table(tables.Checkin)).returning(table(tables.Checkin).c.id),
                mine | {"occurrence": day, "asked_at": at, "answered_at": at, "next_step": "", "for_mentor": ""},
            ).scalar_one()
            told = {"goal_id": goal.id, "checkin_id": week, "by_id": row.mentee_id, "percent": percent, "at": at}
            execute(insert(table(tables.Progress)), told | {"obstacle": "", "note": ""})
            session = {"pair_id": pair.id, "programme_id": 1, "state": "held", "kind": "video", "minutes": 45}
            times = {"starts_at": at, "created_at": at, "changed_at": at, "slots": [], "uid": f"u{n}"}
            blank = {"topic": "", "link": "", "sequence": 0, "series": "", "reason": ""}
            execute(insert(table(tables.Session)), session | times | blank)
        reached = {"title": "Presentasi pertama", "state": "reached", "visibility": "pair", "measure": "", "why": ""}
        ends = {"reason": "", "created_at": town.now, "closed_at": town.now}
        execute(insert(table(tables.Goal)), mine | reached | ends)

    town.writer.do(write).result(10)


def test_nobody_answers_and_a_week_later_it_closes_all_the_same(town: Town, pair: Pair) -> None:
    last_day(town)
    town.passes(days=6)
    assert town.rows(tables.Pair)[0].state == "active"
    asked = [parcel for _, parcel in town.delivered if parcel.kind == "closing"]
    assert len(asked) == 6
    town.passes(days=2)
    assert town.rows(tables.Pair)[0].state == "closed"
    assert "resmi selesai" in texts(pair.mentee)
    town.passes(days=30)
    assert not [due for due in town.rows(tables.Due) if due.kind in {"pulse", "closing", "goal-view", "closing-over"}]
    pair.mentee.taps("Jawab sekarang")
    assert "sudah berakhir" in pair.mentee.screen


def test_who_pauses_at_the_end_is_waited_for(town: Town, pair: Pair) -> None:
    town.passes(days=40)
    pair.mentor.writes("/jeda 2w")
    last_day(town)
    assert "hari terakhir" in texts(pair.mentee)
    assert "hari terakhir" not in texts(pair.mentor)
    town.passes(days=9)
    assert town.rows(tables.Pair)[0].state == "active"
    town.passes(days=5)
    assert "hari terakhir" in texts(pair.mentor)
    town.passes(days=9)
    assert town.rows(tables.Pair)[0].state == "closed"


def test_who_left_before_the_end_has_no_closing(town: Town, pair: Pair) -> None:
    town.passes(days=36)
    pair.mentee.does("/keluar", "[Lewati]", "[Ya, keluar]")
    last_day(town, hours=24 * 9)
    assert town.rows(tables.Pair)[0].state == "ended"
    assert "hari terakhir" not in texts(pair.mentor)
    assert "bukan karena Anda" in texts(pair.mentor)


def test_who_cannot_be_reached_does_not_hold_it_up(town: Town, pair: Pair) -> None:
    account = table(tables.Account)
    town.passes(days=40)
    blocked = account.c.external_id == pair.mentee.account
    town.writer.do(lambda c: c.execute(update(account).where(blocked).values(reach="blocked"))).result(10)
    last_day(town)
    assert "hari terakhir" in texts(pair.mentor)
    assert "hari terakhir" not in texts(pair.mentee)
    town.passes(days=8)
    assert town.rows(tables.Pair)[0].state == "closed"


def test_the_end_in_english(town: Town) -> None:
    pair = ending(town, locale="en", mentor="Anna", mentee="Emma")
    last_day(town, hours=1)
    assert "today is the last day of your mentorship with Anna" in texts(pair.mentee)
    said = says(pair.mentee, "Thank you, Anna!", "[Yes]", locale="en")
    assert "Your words go to Anna" in said
    town.passes(hours=14)
    assert "From Emma: “Thank you, Anna!”" in texts(pair.mentor)
