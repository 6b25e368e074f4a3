"""Matching a whole pool at once, exactly, beside a greedy hand: how long, and how much better."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from datetime import date, time
from pathlib import Path

from bot.mentoring.matching import Profile, profile_of
from bot.mentoring.matching_pool import Pool, pool_of
from bot.mentoring.matching_rows import rows_of
from bot.mentoring.matching_solver import solve
from bot.mentoring.plans import Matching
from tests.bench.measure import timed
from tests.bench.people import Crowd
from tests.bench.table import Result

WEEK, AWAKE = date(2026, 11, 30), (time(7), time(21))
FIELDS = ("tech", "business", "design", "science", "health", "education", "social", "agriculture")
WANTS = ("career", "cv", "skills", "portfolio", "study", "research", "business", "english")
SKILLS = ("communication", "speaking", "leadership", "problems", "time", "teamwork", "confidence", "networking")
DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
VERBS = ("Selesai", "Punya", "Lancar", "Mulai", "Bikin", "Finish", "Build", "Improve")
THINGS = (
    *("portofolio data", "CV baru", "skripsi bab 3", "wawancara kerja", "toko online", "TOEFL 550", "beasiswa S2"),
    *("a design portfolio", "public speaking", "jurnal ilmiah", "kebun hidroponik", "aplikasi pertama", "klinik desa"),
)
SIZES = ((1_000, 200, 2.0), (10_000, 2_000, 30.0))


def pool(mentees: int, mentors: int, seed: int = 1) -> Pool:
    """People as they enrol: some things alike, hardly two the same."""
    chance = random.Random(seed)  # noqa: S311 - made-up people
    people = [_mentee(chance, number) for number in range(1, mentees + 1)]
    people += [_mentor(chance, number) for number in range(mentees + 1, mentees + mentors + 1)]
    return pool_of(tuple(people))


def _some(chance: random.Random, of: Sequence[str], most: int) -> list[str]:
    return chance.sample(of, chance.randint(1, most))


def _mentee(chance: random.Random, number: int) -> Profile:
    about = {
        "field": chance.choice(FIELDS),
        "wants": _some(chance, WANTS, 4),
        "skills": _some(chance, SKILLS, 3),
        "kinds": _some(chance, ("video", "audio", "text"), 3),
        "days": _some(chance, DAYS, 3),
    }
    zone = chance.choice(("Asia/Jakarta", "Asia/Jakarta", "Asia/Makassar", "Asia/Jayapura"))
    goal = f"{chance.choice(VERBS)} {chance.choice(THINGS)} {chance.choice(THINGS)} {number % 7}"
    return profile_of(number, f"Mentee {number}", "mentee", about, WEEK, zone=zone, awake=AWAKE, goals=(goal,))


def _mentor(chance: random.Random, number: int) -> Profile:
    about = {
        "field": chance.choice(FIELDS),
        "offers": _some(chance, WANTS, 4),
        "skills": _some(chance, SKILLS, 3),
        "kinds": _some(chance, ("video", "audio", "text"), 3),
        "days": _some(chance, DAYS, 3),
        "hours": _some(chance, ("morning", "noon", "evening"), 2),
        "bio": chance.choice(("ours", f"Senang membahas {chance.choice(THINGS)}.")),
    }
    zone = chance.choice(("Asia/Jakarta", "Asia/Jakarta", "Asia/Makassar", "Europe/Berlin"))
    capacity, locale = chance.choice((1, 1, 2, 3, 5)), chance.choice(("id", "id", "en"))
    name = f"Mentor {number}"
    return profile_of(number, name, "mentor", about, WEEK, zone=zone, awake=AWAKE, capacity=capacity, locale=locale)


def greedy(worth: Sequence[Sequence[int]], rooms: Sequence[int]) -> list[int]:
    """Each in turn takes the best place there still is."""
    left, chosen = list(rooms), []
    for row in worth:
        best = max((place for place in range(len(left)) if left[place]), key=row.__getitem__, default=-1)
        best = best if best >= 0 and row[best] >= 0 else -1
        if best >= 0:
            left[best] -= 1
        chosen.append(best)
    return chosen


def whole_pools(folder: Path, crowd: Crowd) -> Iterator[Result]:
    """Both sizes, both aims."""
    for mentees, mentors, budget in SIZES:
        everybody = pool(mentees, mentors)
        for most in (False, True):
            yield _measured(everybody, f"matching {mentees:,} x {mentors:,}", budget, most=most)


def _measured(everybody: Pool, what: str, budget: float, *, most: bool) -> Result:
    rooms = [mentor.room for mentor in everybody.offering]
    found: dict[str, list[int]] = {}
    worth = rows_of(everybody, Matching())

    def exact() -> None:
        found["exact"] = solve(rows_of(everybody, Matching()), rooms, most=most)

    spent = timed(exact, 1).wall
    base = timed(lambda: found.update(greedy=greedy(worth, rooms)), 1).wall
    best, quick = (_worth(worth, found[name]) for name in ("exact", "greedy"))
    return Result(
        f"{what}, {'most people' if most else 'best fit'}",
        f"{spent:.2f} s, worth {best:,}",
        f"greedy {base:.2f} s, worth {quick:,}",
        f"{best / quick:.3f}",
        f"{budget:.0f} s",
        spent < budget,
    )


def _worth(worth: Sequence[Sequence[int]], chosen: Sequence[int]) -> int:
    return sum(row[place] for row, place in zip(worth, chosen, strict=True) if place >= 0)
