"""How well a mentee and a mentor fit: an open sum of seven parts, each 0 to 100, weighed by the programme's plan.

Same people, same weights, same week: same result. Nothing is guessed of what somebody has not told: such a part counts
half.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, time
from typing import Any, Literal, TypeAlias

from bot.mentoring.matching_hours import free_quarters, overlap
from bot.mentoring.matching_words import closeness, known, meaning, shared, words_of
from bot.mentoring.people import Role, Standing
from bot.mentoring.plans import Matching
from bot.messages import Say, Value, say
from bot.talk.clean import key_of

FULL_HOURS = 6  # hours a week in common, from which more of them is no better
ENOUGH = 3  # of the things somebody wants, as many as make it full
OURS = "ours"  # a bio that only says what the choices say
HALF = 50  # what is not known
GOOD, POOR = 60, 40  # from where a part is a reason; up to where it is a gap
REASONS = 3

PartName: TypeAlias = Literal["subjects", "words", "field", "skills", "hours", "kinds", "language"]
Limit: TypeAlias = Literal[
    "", "same", "left", "joining", "paused", "full", "taken", "paired", "before", "excluded", "hours", "fit", "choosing"
]  # what forbids a pair


@dataclass(frozen=True, slots=True)
class Profile:
    """Somebody as matching sees them. `subjects` are what a mentee wants or a mentor offers; `about` the words of their
    goals or bio; `free` the quarters of a week in which they have time; `pairs` how many partners they have now."""

    person: int
    name: str
    role: Role
    standing: Standing = "active"
    locale: str = "id"
    zone: str = "Asia/Jakarta"
    field: str = ""
    subjects: tuple[str, ...] = ()
    skills: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    free: int = 0
    capacity: int = 1
    pairs: int = 0

    @property
    def room(self) -> int:
        """For how many more partners there is a place."""
        wanted = self.capacity if self.role == "mentor" else 1
        return max(0, wanted - self.pairs)

    @property
    def open(self) -> bool:
        """Whether somebody can be given a partner now."""
        return self.standing == "active" and self.room > 0


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a score: what it is worth of 100, and how much it weighs."""

    name: PartName
    value: int
    weight: int


@dataclass(frozen=True, slots=True)
class Score:
    """How well two fit: `points` of 100, the best reasons and the widest gap in plain words, and all parts. `total` is
    the sum the points are made of; `limit` forbids the pair whatever the points are."""

    points: int
    reasons: tuple[Say, ...]
    gap: Say | None
    parts: tuple[Part, ...]
    total: int
    limit: Limit = ""


def profile_of(  # noqa: PLR0913 - a profile is made of what several tables hold
    person: int,
    name: str,
    role: Role,
    about: Mapping[str, Any],
    week: date,
    *,
    zone: str,
    awake: tuple[time, time],
    goals: tuple[str, ...] = (),
    **more: Any,
) -> Profile:
    """A profile from what somebody told when they enrolled, and the titles of the goals that a coordinator may see."""
    subjects = _list(about, "offers" if role == "mentor" else "wants")
    bio = str(about.get("bio", ""))
    own = (bio,) * (bio != OURS) if role == "mentor" else goals
    return Profile(
        person,
        name,
        role,
        zone=zone,
        field=str(about.get("field", "")),
        subjects=subjects,
        skills=_list(about, "skills"),
        kinds=_list(about, "kinds"),
        about=_words(role, about, subjects, own),
        free=free_quarters(_list(about, "days"), _list(about, "hours"), zone, awake, week),
        **more,
    )


def _list(about: Mapping[str, Any], key: str) -> tuple[str, ...]:
    """In one order, so that who named the same things is alike in it."""
    found = about.get(key) or ()
    return tuple(sorted(map(str, found))) if isinstance(found, list | tuple) else (str(found),)


def _words(role: Role, about: Mapping[str, Any], subjects: tuple[str, ...], own: tuple[str, ...]) -> tuple[str, ...]:
    """What a mentor speaks of, in choices and own words; of a mentee only what was told in own words, as the choices
    count for themselves."""
    mine = subjects if role == "mentor" else tuple(each for each in subjects if not known("want", each))
    chosen = (*meaning("want", mine), *(meaning("field", (str(about.get("field", "")),)) if role == "mentor" else ()))
    return tuple(dict.fromkeys((*words_of(" ".join(own)), *chosen)))


def _common(mine: tuple[str, ...], theirs: tuple[str, ...]) -> tuple[str, ...]:
    theirs = tuple(map(key_of, theirs))
    return tuple(each for each in mine if key_of(each) in theirs)


def _share(mine: tuple[str, ...], theirs: tuple[str, ...]) -> int:
    if not mine or not theirs:
        return HALF
    return min(100, 100 * len(_common(mine, theirs)) // min(ENOUGH, len(mine)))


def _same_field(mine: str, theirs: str) -> int:
    return 100 * (key_of(mine) == key_of(theirs)) if mine and theirs else HALF


def _met(mine: tuple[str, ...], theirs: tuple[str, ...]) -> int:
    return 100 * bool(_common(mine, theirs)) if mine and theirs else HALF


def _near(mine: tuple[str, ...], theirs: tuple[str, ...]) -> int:
    return closeness(mine, theirs) if mine and theirs else HALF


def _hours(mine: int, theirs: int) -> int:
    return min(100, int(overlap(mine, theirs) * 100 / FULL_HOURS))


def _language(mine: str, theirs: str) -> int:
    return 100 * (mine == theirs)


@dataclass(frozen=True, slots=True)
class Measure:
    """How one part is found: which field of both profiles it compares, and how."""

    of: str
    value: Callable[[Any, Any], int]


MEASURES: Mapping[PartName, Measure] = {
    "subjects": Measure("subjects", _share),
    "words": Measure("about", _near),
    "field": Measure("field", _same_field),
    "skills": Measure("skills", _share),
    "hours": Measure("free", _hours),
    "kinds": Measure("kinds", _met),
    "language": Measure("locale", _language),
}


def score(mentee: Profile, mentor: Profile, weights: Matching) -> Score:
    """How well two fit. Who they are paired with already, and who must not meet, the pool knows."""
    parts = tuple(
        Part(name, each.value(getattr(mentee, each.of), getattr(mentor, each.of)), getattr(weights, name))
        for name, each in MEASURES.items()
    )
    total = sum(part.value * part.weight for part in parts)
    ranked = sorted(parts, key=lambda part: -part.weight * part.value)
    reasons = (_reason(part, mentee, mentor) for part in ranked if part.value >= GOOD and part.weight)
    lost = sorted(parts, key=lambda part: -part.weight * (100 - part.value))
    gaps = (_gap(part, mentee, mentor) for part in lost if part.value <= POOR and part.weight)
    limit = too_few(mentee, mentor, weights)
    return Score(points(total, weights), tuple(reasons)[:REASONS], next(gaps, None), parts, total, limit)


def points(total: int, weights: Matching) -> int:
    """A weighted sum as points of 100, rounded."""
    return (2 * total + weights.sum) // (2 * weights.sum)


def too_few(mentee: Profile, mentor: Profile, weights: Matching) -> Limit:
    """Whether two have too few hours in common to meet at all."""
    return "hours" if overlap(mentee.free, mentor.free) < weights.least_hours else ""


def things(kind: str, slugs: tuple[str, ...]) -> tuple[Value, ...]:
    """What is chosen from a list, in words; own words stay."""
    return tuple(say(f"{kind}-{slug}") if kind == "kind" or known(kind, slug) else slug for slug in slugs)


def _reason(part: Part, mentee: Profile, mentor: Profile) -> Say:
    both = (
        _common(getattr(mentee, MEASURES[part.name].of), getattr(mentor, MEASURES[part.name].of))
        if _listed(part)
        else ()
    )
    match part.name:
        case "subjects":
            return say("match-why-subjects", things=things("want", both))
        case "words":
            return say("match-why-words", words=", ".join(shared(mentee.about, mentor.about)[:REASONS]))
        case "field":
            return say("match-why-field", field=things("field", (mentee.field,)))
        case "skills":
            return say("match-why-skills", things=things("skill", both))
        case "hours":
            return say("match-why-hours", n=_rounded(mentee, mentor))
        case "kinds":
            return say("match-why-kinds", things=things("kind", both))
        case "language":
            return say("match-why-language", locale=mentee.locale)


def _gap(part: Part, mentee: Profile, mentor: Profile) -> Say:
    match part.name:
        case "subjects":
            left = tuple(each for each in mentee.subjects if each not in _common(mentee.subjects, mentor.subjects))
            return say("match-gap-subjects", things=things("want", left))
        case "hours":
            return say("match-gap-hours", n=_rounded(mentee, mentor))
        case "field":
            return say(
                "match-gap-field", mentee=things("field", (mentee.field,)), mentor=things("field", (mentor.field,))
            )
        case _:
            return say(f"match-gap-{part.name}")


def _listed(part: Part) -> bool:
    return part.name in {"subjects", "skills", "kinds"}


def _rounded(mentee: Profile, mentor: Profile) -> float:
    """Hours in common, to the half."""
    hours = int(overlap(mentee.free, mentor.free) * 2) / 2
    return int(hours) if hours.is_integer() else hours
