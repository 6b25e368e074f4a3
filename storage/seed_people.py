"""Made-up people: names and places of the archipelago, wishes and free times as enrolment asks for them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from random import Random
from typing import Any

from bot.flows.lists import FIELDS, HOURS, KINDS, SKILLS, TOOLS, WANTS, WEEKDAYS
from bot.mentoring.people import Role
from bot.talk.questions import Option

GIVEN = (
    *("Sari", "Yosef", "Maria", "Dewi", "Agus", "Rina", "Budi", "Putri", "Made", "Ketut", "Wayan", "Siti", "Ahmad"),
    *("Fajar", "Intan", "Bayu", "Ayu", "Dian", "Eka", "Galih", "Hana", "Indra", "Joko", "Kartika", "Mega", "Nia"),
    *("Oki", "Petrus", "Ratna", "Slamet", "Tri", "Umar", "Vina", "Wulan", "Yanti", "Zaki", "Melki", "Yuliana", "Anton"),
)  # fmt: skip
FAMILY = (
    *("Wulandari", "Santoso", "Lestari", "Nugroho", "Pratama", "Rahayu", "Siregar", "Nasution", "Hutagalung"),
    *("Mandagi", "Tuhumury", "Kaisiepo", "Wenda", "Lado", "Bria", "Nahak", "Saputra", "Wijaya", "Hidayat", "Kurniawan"),
    *("Ramadhani", "Permata", "Suryani", "Utami", "Maharani", "Setiawan", "Gunawan", "Hartono", "Susanti", "Anggraini"),
)  # fmt: skip
HOMES = (("Asia/Jakarta", 60), ("Asia/Makassar", 28), ("Asia/Jayapura", 12))
ABROAD = (("Asia/Jakarta", 62), ("Asia/Makassar", 12), ("Europe/Berlin", 10), ("Asia/Singapore", 9), ("Asia/Tokyo", 7))
BIO = "ours"  # the bio that is put together from what they offer


@dataclass(slots=True)
class Human:
    """Somebody made up; `id` once they are enrolled, `goals` what they work on with their last percent."""

    name: str
    role: Role
    locale: str
    zone: str
    about: dict[str, Any]
    capacity: int = 1
    id: int = 0
    goals: dict[int, int] = field(default_factory=dict)


def mentees(number: int, draw: Random) -> Iterator[Human]:
    """So many mentees."""
    for _ in range(number):
        days = draw.sample(WEEKDAYS, draw.randint(1, 4))
        about = _wishes(draw, "wants") | {"hard": _some(draw, TOOLS, 0, 2), "kinds": _some(draw, KINDS, 1, 3)}
        yield Human(_name(draw), "mentee", _locale(draw, 0.08), _zone(draw, HOMES), about | {"days": days})


def mentors(number: int, draw: Random) -> Iterator[Human]:
    """So many mentors."""
    for _ in range(number):
        days = draw.sample(WEEKDAYS, draw.randint(1, 4))
        about = _wishes(draw, "offers") | {"bio": BIO, "kinds": _some(draw, KINDS, 1, 3), "days": days}
        about |= {"hours": _some(draw, HOURS, 1, 3), "hello": "hello-warm"}
        capacity = draw.choice((1, 1, 2, 2, 2, 3, 3, 5))
        yield Human(_name(draw), "mentor", _locale(draw, 0.25), _zone(draw, ABROAD), about, capacity)


def _wishes(draw: Random, wants: str) -> dict[str, Any]:
    found = {"field": draw.choice(FIELDS).slug, wants: _some(draw, WANTS, 1, 3)}
    return found | {"skills": _some(draw, SKILLS, 1, 3)}


def _some(draw: Random, options: tuple[Option, ...], least: int, most: int) -> list[str]:
    return [each.slug for each in draw.sample(options, draw.randint(least, min(most, len(options))))]


def _name(draw: Random) -> str:
    return f"{draw.choice(GIVEN)} {draw.choice(FAMILY)}"


def _locale(draw: Random, english: float) -> str:
    return "en" if draw.random() < english else "id"


def _zone(draw: Random, homes: tuple[tuple[str, int], ...]) -> str:
    return draw.choices([zone for zone, _ in homes], [weight for _, weight in homes])[0]
