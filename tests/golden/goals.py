"""Conversations about goals: a new one in every way it can come about, and all that may become of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from bot.mentoring.people import Facts, Membership
from tests.golden.drawing import Sheet, Walk
from tests.golden.people import mentee, papers, portfolio, toefl


def new_goal(sheet: Sheet) -> None:
    locale = sheet.locale
    first = mentee(locale, goals=(), subject="first", about={"field": "tech", "wants": ["portfolio"]})
    Walk(sheet, "the first goal, all by buttons", "goal", first)(
        "[1]", "[example]", "[why-0]", "/back", "[-help]", "[why-1]", "[2027-02-24]", "[example]"
    )
    Walk(sheet, "not now", "goal", first)("[later]")
    Walk(sheet, "a vague wish becomes clearer, the help with each question, steps added, kept private", "goal", first)(
        *("[-help]", ("belajar python", "learn python"), "[1]", "[-help]", "[example]", "[why-0]"),
        *(("akhir maret", "end of March"), "[2027-03-31]", "[-help]", ("pasang Python", "install Python")),
        *("/skip", "[more]", ("tonton bab 1; tulis 10 baris", "watch chapter 1; write 10 lines"), "[private]"),
    )
    Walk(sheet, "the first goal, shared with the mentor; a step in two weeks; all answers in a list", "goal", first)(
        *(("belajar python", "learn python"), "[mine]", ("paham", "I get it"), "[why-0]", "[2026-12-24]"),
        *(
            ("pasang Python", "install Python"),
            ("15 Desember", "15 December"),
            "[2026-12-15]",
            "/edit",
            "/edit why",
            "[why-1]",
            "[save]",
        ),
    )
    ends = replace(first, membership=_ending(first), partners=(), subject="")
    Walk(sheet, "in a programme with an end, without a mentor; a list with more steps in it", "goal", ends)(
        *("[1]", "[example]", "[why-0]", "[2027-03-01]", "[example]", "[2026-11-25]", "[more]"),
        *(
            ("lari, 5 menit", "run, 5 minutes"),
            "/edit",
            "/edit steps",
            ("foto hasilnya", "take a picture of it"),
            "[save]",
        ),
    )
    alone = replace(first, partners=())
    Walk(sheet, "the first goal, before there is a mentor", "goal", alone)(
        "[1]", "[example]", "[why-0]", "[2027-02-24]", "[example]", "/skip", "[save]"
    )
    unsure = replace(first, subject="", partners=())
    Walk(sheet, "somebody who does not know yet, without a mentor; a goal of their own words", "goal", unsure)(
        ("belum tahu", "not sure"),
        ("pengen percaya diri", "more confidence"),
    )
    third = mentee(locale, goals=(portfolio(locale), papers(locale)), partners=())
    Walk(sheet, "the third goal, with its sign and date in it, the step on a named day", "goal", third)(
        ("lulus sertifikasi AWS sebelum akhir Januari", "get certified on AWS by the end of January"),
        "[known]",
        ("biar bisa kerja remote", "to work remotely"),
        "[2027-01-31]",
        ("daftar kelas gratis 15 Desember", "sign up for a free class on 15 December"),
        "[save]",
    )
    Walk(sheet, "three are enough", "goal", mentee(locale, goals=(portfolio(locale), toefl(locale), papers(locale))))


def _ending(known: Facts) -> Membership:
    """A member of a programme that ends in spring."""
    assert known.membership
    return replace(known.membership, programme=replace(known.membership.programme, ends=date(2027, 3, 1)))


def goal_changes(sheet: Sheet) -> None:
    locale = sheet.locale
    known = mentee(locale, subject="1")
    Walk(sheet, "another title", "goal_edit", known)("[title]", ("Portofolio 3 proyek", "A portfolio of 3 projects"))
    Walk(sheet, "another sign, another reason", "goal_edit", known)(
        "[measure]", "/edit", "/edit part", "[measure]", "[example]"
    )
    Walk(sheet, "the reason, which was never given", "goal_edit", mentee(locale, goals=(papers(locale),), subject="3"))(
        "[why]", "[-help]", "[why-0]"
    )
    Walk(sheet, "the date", "goal_edit", known)("[due]")
    Walk(sheet, "a later date, by button", "goal_move", known)("[2027-01-20]", "[busy]")
    Walk(sheet, "an earlier date, typed; a date that is none; one too far away", "goal_move", known)(
        *(("kapan-kapan", "whenever"), ("3 tahun lagi", "in 3 years"), ("10 Desember", "10 December"), "[-other]"),
        *(("10 Desember", "10 December"), "[2026-12-10]"),
    )
    Walk(sheet, "reached, after weeks", "goal_reach", known)("[steps]")
    done = mentee(locale, goals=(portfolio(locale, history=()),), subject="1")
    Walk(sheet, "reached, with a step ticked; own words", "goal_reach", done)(("kopi", "coffee"))
    bare = mentee(locale, goals=(replace(done.goals[0], steps=()),), subject="1")
    twice = portfolio(locale, history=(), steps=tuple(replace(step, done=True) for step in known.goals[0].steps))
    Walk(sheet, "reached, with two steps ticked", "goal_reach", mentee(locale, goals=(twice,), subject="1"))("/skip")
    soon = portfolio(locale, history=((date(2026, 11, 15), 25), (date(2026, 11, 22), 50)))
    Walk(sheet, "reached, after a week", "goal_reach", mentee(locale, goals=(soon,), subject="1"))("/skip")
    Walk(sheet, "reached, with nothing but its sign", "goal_reach", bare)("/skip")
    Walk(sheet, "not reached yet after all", "goal_reach", known)("[not-yet]")
    Walk(sheet, "too big, made smaller instead", "goal_drop", known)("[big]", "[instead]")
    Walk(sheet, "no time, dropped nevertheless", "goal_drop", known)(
        "[time]", "/edit", "/edit reason", "[time]", "[drop]"
    )
    Walk(sheet, "kept after all", "goal_drop", known)("[keep]")
    Walk(sheet, "a step with its day", "goal_step", known)(("tulis bab 1", "write chapter 1"), "[2026-11-25]")
    Walk(sheet, "too many steps at once", "goal_step", known)(
        "a b\nc d\ne f\ng h\ni j", ("tulis bab 1", "write chapter 1")
    )
    six = mentee(locale, goals=(portfolio(locale, steps=tuple(known.goals[0].steps) * 3),), subject="1")
    Walk(sheet, "a goal that is full", "goal_step", six)
    Walk(
        sheet, "a goal that is closed", "goal_edit", mentee(locale, goals=(), closed=(portfolio(locale),), subject="1")
    )
    Walk(sheet, "a goal that never was", "goal_edit", mentee(locale, subject="99"))


DRAWN = {"new-goal": new_goal, "goal-changes": goal_changes}
