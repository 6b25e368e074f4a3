"""The people of the drawings, and what they have set out to do, in either language."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from bot.mentoring.people import Checkin, Facts, Goal, Invitation, Partner, Role, Step
from tests.golden.drawing import pick
from tests.somebody import NOW, PROGRAMME, facts

TODAY = NOW.date()
PORTFOLIO = ("Portofolio data: 3 proyek di GitHub", "Data portfolio: 3 projects on GitHub")
ENGLISH = ("Lolos TOEFL 550", "Pass TOEFL with 550")
READING = ("Baca 3 jurnal", "Read 3 papers")
STEPS = (
    ("Pilih data untuk proyek 1", "Choose the data for project 1"),
    ("Kirim draf ke Kak Budi", "Send a draft to Budi"),
)
MEASURE = ("3 repositori yang bisa dibuka siapa saja", "3 repositories anybody can open")
WHY = ("Supaya bisa melamar magang", "So that I can apply for an internship")
BUDI = Partner(1, 9, "Budi", "mentor")


def portfolio(locale: str, **more: Any) -> Goal:
    """A goal well on its way, with a step done and one to come."""
    done, coming = (pick(step, locale) for step in STEPS)
    given: dict[str, Any] = {
        "measure": pick(MEASURE, locale),
        "why": pick(WHY, locale),
        "due": date(2026, 12, 20),
        "percent": 50,
        "before": 25,
        "expected": 45,
        "steps": (Step(1, done, done=True), Step(2, coming, due=date(2026, 11, 26))),
        "history": ((date(2026, 11, 8), 0), (date(2026, 11, 15), 25), (date(2026, 11, 22), 50)),
    }
    return Goal(1, pick(PORTFOLIO, locale), **(given | more))


def toefl(locale: str, **more: Any) -> Goal:
    """A goal that is behind."""
    given: dict[str, Any] = {"due": date(2026, 12, 30), "percent": 10, "before": 20, "expected": 70}
    return Goal(2, pick(ENGLISH, locale), **(given | {"history": ((TODAY, 10),)} | more))


def papers(locale: str) -> Goal:
    """A goal that has just begun."""
    return Goal(3, pick(READING, locale))


def mentee(locale: str, **more: Any) -> Facts:
    """Sari, with one goal well on its way and a mentor."""
    given: dict[str, Any] = {"goals": (portfolio(locale),), "partners": (BUDI,), "locale": locale}
    return facts("mentee", **(given | more))


def of_role(role: Role | None, locale: str, **more: Any) -> Facts:
    """Somebody of a role."""
    return mentee(locale, **more) if role == "mentee" else facts(role, locale=locale, **more)


def not_let_in(role: Role, locale: str) -> Facts:
    """Somebody the coordinators said no to."""
    known = of_role(role, locale, standing="left")
    assert known.membership
    return replace(known, membership=replace(known.membership, declined=True))


def answered(locale: str, **more: Any) -> Facts:
    """Sari, who has answered this week already."""
    week = Checkin(date(2026, 11, 22), NOW - timedelta(hours=5), 4, pick(STEPS[1], locale), "", {1: 50})
    return mentee(locale, checkin=week, streak=3, **more)


def invited(locale: str, role: Role = "mentee", **more: Any) -> Facts:
    """Somebody with an invitation who is not in the programme yet."""
    known = facts(None, locale=locale, subject="inv-1", partners=(), goals=(), **more)
    return replace(known, me=replace(known.me, name=""), invitation=Invitation(1, role, PROGRAMME))
