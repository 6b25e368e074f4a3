"""Conversations of a mentee's week, from the first question to what is said at the end, with their branches."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

from bot.mentoring.people import Facts
from bot.mentoring.programmes import Seat, Team
from bot.talk.forms import flow_of, read_form
from tests.golden import goals
from tests.golden.drawing import Sheet, Walk
from tests.golden.people import TODAY, answered, invited, mentee, of_role, papers, portfolio, toefl
from tests.somebody import NOW


def sheets(locale: str) -> Iterator[Sheet]:
    """One a conversation, or a few that belong together."""
    for name, draw in DRAWN.items():
        sheet = Sheet(name, locale)
        draw(sheet)
        yield sheet


def enrolment(sheet: Sheet) -> None:
    locale = sheet.locale
    Walk(sheet, "a mentee is invited, reads it all, agrees", "enroll", invited(locale))("[-help]", "[yes]")
    Walk(sheet, "in the other language", "enroll", invited(locale))("[switch]")
    Walk(sheet, "they would rather not", "enroll", invited(locale))("[no]")
    Walk(sheet, "a mentor is invited", "enroll", invited(locale, "mentor"))("[-help]", "[yes]")
    Walk(sheet, "a coordinator is invited", "enroll", invited(locale, "coordinator"))


def profile(sheet: Sheet) -> None:
    locale = sheet.locale
    Walk(sheet, "a mentee, by buttons", "profile", invited(locale))(
        *("Sari", "[adult]", "[wita]", "[tech]", "[portfolio]", "[cv]", "[-done]", "[communication]", "[-done]"),
        *("[-done]", "[video]", "[text]", "[-done]", "[sat]", "[sun]", "[-done]", "[1600]"),
    )
    Walk(sheet, "a mentee who types, and is under age", "profile", invited(locale))(
        *("Sari", "[minor]", ("Ibu Maria", "Maria"), "[yes]", "springfield", "[-other]", "kupang"),
        *("[-other]", ("kelautan", "fishery"), ("nulis novel, cv", "write a novel, cv"), "[-done]"),
        *("[speaking]", "[-done]", "[bots]", "[-done]", "[phone]", "[-done]", "[-done]", "[mon]", "[-done]"),
        *("/edit", "/edit zone", "[wit]", "23.00", ("jam 7", "at 7"), "[-other]", "[1900]"),
    )
    Walk(sheet, "a coordinator", "profile", invited(locale, "coordinator"))("Rina", "[wib]")
    Walk(sheet, "an owner", "profile", invited(locale, "owner"))("Tono", "[wib]")
    Walk(sheet, "a viewer", "profile", invited(locale, "viewer"))("Wati", "[wib]")


def checkin(sheet: Sheet) -> None:
    locale = sheet.locale
    three = (portfolio(locale), toefl(locale), papers(locale))
    hard = mentee(locale, goals=(portfolio(locale, expected=60),), partners=())
    Walk(sheet, "one goal, on its way", "checkin", mentee(locale, streak=2))(
        *("[-help]", ("75 draf pertama selesai", "75 first draft done"), "[4]", "/edit", "/edit mood", "[4]"),
        *(("kirim draf ke Kak Budi", "send the draft to Budi"), "/skip"),
    )
    Walk(sheet, "three goals, one behind, one new", "checkin", mentee(locale, goals=three))(
        *(
            "[50]",
            "[0]",
            "[signal]",
            "[25]",
            "[5]",
            "/edit",
            "/edit mood",
            "[5]",
            "/skip",
            ("tanya soal CV", "a question about my CV"),
        )
    )
    Walk(sheet, "a hard week, no mentor yet, own words for what stood in the way", "checkin", hard)(
        *("[25]", "[-other]", ("bantu panen di rumah", "harvest at home"), "[1]", "/skip", "/skip")
    )
    Walk(sheet, "a number that is none, and one that is too much", "checkin", mentee(locale))(
        ("lumayan", "so-so"), "120", "[50]", "/back", "[100]"
    )
    Walk(sheet, "looked at again in the same week", "checkin", answered(locale))("/edit", "/edit mood", "[2]", "[save]")


def pausing(sheet: Sheet) -> None:
    locale = sheet.locale
    later = TODAY + timedelta(days=9)
    Walk(sheet, "a mentee, two weeks", "pause", mentee(locale))(f"[{TODAY + timedelta(days=14)}]")
    Walk(sheet, "in other words", "pause", mentee(locale))("[-help]", ("10 hari", "10 days"))
    Walk(sheet, "at once, by command", "pause", mentee(locale, subject="2w"))
    Walk(sheet, "paused already, longer", "pause", mentee(locale, standing="paused"))(
        "[longer]", f"[{later + timedelta(days=7)}]"
    )
    Walk(sheet, "paused already, ends it", "pause", mentee(locale, standing="paused"))("[resume]")
    Walk(sheet, "a mentor", "pause", of_role("mentor", locale))(f"[{TODAY + timedelta(days=7)}]")
    Walk(sheet, "a coordinator, paused already", "pause", of_role("coordinator", locale, standing="paused"))(
        "[longer]", f"[{later + timedelta(days=7)}]"
    )
    for role in ("mentee", "mentor", "coordinator"):
        Walk(sheet, f"back again: a {role}", "resume", of_role(role, locale, standing="paused"))
        Walk(sheet, f"not paused at all: a {role}", "resume", of_role(role, locale))


def leaving(sheet: Sheet) -> None:
    locale = sheet.locale
    Walk(sheet, "a mentee, with a reason, leaves", "leave", mentee(locale))("[time]", "[leave]")
    Walk(sheet, "something made them uncomfortable: a human first", "leave", mentee(locale))("[uneasy]", "[talk]")
    Walk(sheet, "a pause instead", "leave", mentee(locale))("/skip", "[pause]")
    Walk(sheet, "stays; without a partner", "leave", mentee(locale, partners=()))(
        ("pindah kota", "moving away"), "[stay]"
    )
    Walk(sheet, "a mentor leaves without a word", "leave", of_role("mentor", locale))("/skip", "[leave]")
    Walk(sheet, "a mentor whose match is not right", "leave", of_role("mentor", locale))("[match]", "[leave]")
    alone = Team((Seat(1, 1, "Rina", "owner"),))
    Walk(sheet, "the only owner can't", "leave", replace(of_role("owner", locale), view=alone))


def own_data(sheet: Sheet) -> None:
    locale = sheet.locale
    Walk(sheet, "a copy of everything", "my_data", mentee(locale))
    Walk(sheet, "everything erased, a copy first", "erase", mentee(locale))("[copy]")
    Walk(sheet, "after the copy", "erase", mentee(locale, subject="copied"))("[go]", ("hapus", "erase"))
    Walk(sheet, "kept at the second question", "erase", mentee(locale))("[go]", ("hmm", "hmm"), "[keep]")
    Walk(sheet, "kept at once: a mentor", "erase", of_role("mentor", locale))("[no]")
    Walk(sheet, "a mentor after the copy", "erase", of_role("mentor", locale, subject="copied"))("[go]", "[erase]")
    Walk(sheet, "somebody who has left already", "erase", mentee(locale, standing="left"))("[go]", "[erase]")
    Walk(sheet, "the same after the copy", "erase", mentee(locale, standing="left", subject="copied"))


def settings(sheet: Sheet) -> None:
    locale = sheet.locale
    Walk(sheet, "another name: a mentee", "set_name", mentee(locale))("Sari M.")
    Walk(sheet, "another name: a mentor; one too long", "set_name", of_role("mentor", locale))("Budi " * 12)
    Walk(sheet, "another zone", "set_zone", mentee(locale))("[-other]", "Berlin")
    Walk(sheet, "a country with several; a place at sea", "set_zone", mentee(locale))("australia", "/place 0", "[wit]")
    Walk(sheet, "another check-in time; one in the quiet hours", "set_checkin", mentee(locale))(
        "[sat]", "/edit", "/edit day", "[sun]", ("jam 23", "11 pm"), "[1900]"
    )
    Walk(sheet, "quiet hours, ready-made", "set_quiet", mentee(locale))("[late]")
    Walk(sheet, "own quiet hours, too long at first; the check-in moves", "set_quiet", mentee(locale))(
        "[own]", "15.00", "14.30", "7.00", "[0700]", "/edit", "/edit from", "15.00", "[1200]"
    )
    Walk(sheet, "no clock at all in what was typed", "set_quiet", of_role("mentor", locale))(
        "[own]", ("malam banget", "very late")
    )
    Walk(sheet, "never quiet", "set_quiet", mentee(locale))("[none]")
    Walk(sheet, "the language", "language", mentee(locale))("[en]" if locale == "id" else "[id]")


def editing(sheet: Sheet) -> None:
    locale = sheet.locale
    about = {"field": "tech", "wants": ["cv", "portfolio"], "hard": ["video"], "days": ["sun"]}
    Walk(sheet, "a mentee chooses", "edit", mentee(locale))("[days]")
    Walk(sheet, "what is known is shown", "edit", mentee(locale, subject="field", about=about))("[design]")
    Walk(sheet, "ticks are set already", "edit", mentee(locale, subject="wants", about=about))("[cv]", "[-done]")
    many = "a1, b2, c3, d4, e5, f6, g7, h8, i9, j10, k11, l12, m13"
    Walk(sheet, "more than can be", "edit", mentee(locale, subject="wants"))(many, "[-done]")
    Walk(sheet, "a place where none is asked for", "edit", mentee(locale, subject="days"))("/place 0")
    Walk(sheet, "a mentor chooses", "edit", of_role("mentor", locale))
    Walk(sheet, "going back, skipping what needs an answer, an old button", "set_checkin", mentee(locale))(
        "/back", "/skip", "/stale"
    )


def calling_for_help(sheet: Sheet) -> None:
    locale = sheet.locale
    mine = ("Budi belum balas dua minggu", "Budi hasn't replied for two weeks")
    Walk(sheet, "a mentee, about the mentor", "help_me", mentee(locale))(
        "[partner]", "/edit", "/edit topic", "[partner]", mine
    )
    Walk(sheet, "a mentee in Jakarta feels unsafe", "help_me", mentee(locale))("[unsafe]", "/skip")
    Walk(sheet, "a mentee in Berlin feels unsafe, on a Saturday", "help_me", _on_saturday(locale))("[unsafe]", "/skip")
    Walk(sheet, "a mentor, about a goal", "help_me", of_role("mentor", locale))("[goal]", "/skip")
    Walk(sheet, "a coordinator, about time", "help_me", of_role("coordinator", locale))("[time]", "/skip")
    Walk(sheet, "said with the command", "help_me", mentee(locale, subject=mine[locale == "en"]))("[other]")


def _on_saturday(locale: str) -> Facts:
    return mentee(locale, zone="Europe/Berlin", now=NOW + timedelta(days=4))


def feedback(sheet: Sheet) -> None:
    locale = sheet.locale
    Walk(sheet, "it helps", "feedback", mentee(locale))("[4]", ("cerita mentorku", "my mentor's stories"), "/skip")
    form, problems = read_form(EVERY_KIND, "every.toml")
    assert form, problems
    Walk(sheet, "a form may ask in other ways too", flow_of(form), mentee(locale))(
        *(
            "[no]",
            ("mungkin", "perhaps"),
            "[yes]",
            "tiga",
            "30",
            "3",
            ("25 November", "25 November"),
            "[2026-11-25]",
            "[a]",
        ),
    )
    Walk(sheet, "it does not", "feedback", mentee(locale))(
        "[1]", "[time]", "[-other]", ("lebih pagi", "earlier"), "[-done]", "/skip", "/skip"
    )


EVERY_KIND = """
name = "every"
title = { id = "Semua", en = "All" }
thanks = { id = "Makasih.", en = "Thank you." }
[[questions]]
key = "met"
kind = "yes-no"
text = { id = "Sudah bertemu bulan ini?", en = "Have you met this month?" }
[[questions]]
key = "sure"
kind = "yes-no"
text = { id = "Mau bertemu lagi?", en = "Would you like to meet again?" }
[[questions]]
key = "times"
kind = "number"
low = 0
high = 20
text = { id = "Berapa kali?", en = "How many times?" }
[[questions]]
key = "next"
kind = "date"
text = { id = "Kapan berikutnya?", en = "When is the next time?" }
[[questions]]
key = "how"
kind = "choice"
text = { id = "Lewat apa?", en = "By what?" }
options.a = { id = "Video", en = "Video" }
options.b = { id = "Chat", en = "Chat" }
"""

DRAWN = {
    "enrolment": enrolment,
    "profile": profile,
    "checkin": checkin,
    **goals.DRAWN,
    "pausing": pausing,
    "leaving": leaving,
    "own-data": own_data,
    "settings": settings,
    "editing": editing,
    "calling-for-help": calling_for_help,
    "feedback": feedback,
}
