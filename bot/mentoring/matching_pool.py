"""Who of a programme may be matched, and what forbids that two become a pair."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from bot.mentoring.matching import Limit, Profile, too_few
from bot.mentoring.plans import Matching, Plan


@dataclass(frozen=True, slots=True)
class Pool:
    """Everybody in a programme who may be matched, oldest first, and whom not with whom. Pairs are told as (mentee,
    mentor): `active` ones, those that were (`past`), those that must not be (`excluded`), those of whom the
    mentee has `asked` the mentor. `choosing` are mentees who wait for the word of a mentor they chose: they are left
    alone meanwhile."""

    mentees: tuple[Profile, ...]
    mentors: tuple[Profile, ...]
    active: frozenset[tuple[int, int]] = frozenset()
    past: frozenset[tuple[int, int]] = frozenset()
    excluded: frozenset[tuple[int, int]] = frozenset()
    asked: frozenset[tuple[int, int]] = frozenset()
    choosing: frozenset[int] = frozenset()
    people: Mapping[int, Profile] = field(default_factory=dict)

    @property
    def waiting(self) -> tuple[Profile, ...]:
        """The mentees who have nobody and can be given somebody now."""
        return tuple(each for each in self.mentees if each.open and each.person not in self.choosing)

    @property
    def offering(self) -> tuple[Profile, ...]:
        """The mentors who have a place free now."""
        return tuple(each for each in self.mentors if each.open)

    @property
    def apart(self) -> frozenset[tuple[int, int]]:
        """Who can't become a pair, whatever their points are."""
        return self.active | self.past | self.excluded

    def limit(self, mentee: Profile, mentor: Profile, weights: Matching) -> Limit:
        """What forbids that these two become a pair now; "" if nothing does."""
        two = (mentee.person, mentor.person)
        if two[0] == two[1]:
            return "same"
        for limit, pairs in (("paired", self.active), ("before", self.past), ("excluded", self.excluded)):
            if two in pairs:
                return limit  # type: ignore[return-value]
        if mentee.person in self.choosing:
            return "choosing"
        return _away(mentee) or _away(mentor) or _no_room(mentee, mentor) or too_few(mentee, mentor, weights)


def least_total(least: int, weights: Matching) -> int:
    """The lowest sum that is still so many points."""
    return -((weights.sum - 2 * weights.sum * least) // 2)


_laid: dict[str, Matching] = {}


def lay_weights(plans: Iterable[Plan]) -> None:
    """Weigh by these plans from now on."""
    _laid.clear()
    _laid.update((plan.name, plan.matching) for plan in plans)


def weights_of(plan: str) -> Matching:
    """What the parts weigh in programmes of this plan."""
    return _laid.get(plan) or _laid.get("default") or Matching()


def pool_of(people: tuple[Profile, ...], *, choosing: Iterable[int] = (), **pairs: frozenset[tuple[int, int]]) -> Pool:
    """A pool of these people."""
    ordered = tuple(sorted(people, key=lambda each: each.person))
    mentees, mentors = (tuple(each for each in ordered if each.role == role) for role in ("mentee", "mentor"))
    by_person = {each.person: each for each in ordered}
    return Pool(mentees, mentors, people=by_person, choosing=frozenset(choosing), **pairs)


def _away(profile: Profile) -> Limit:
    kinds: Mapping[str, Limit] = {"left": "left", "paused": "paused", "enrolling": "joining", "waiting": "joining"}
    return kinds.get(profile.standing, "")


def _no_room(mentee: Profile, mentor: Profile) -> Limit:
    return "full" if not mentor.room else "taken" if not mentee.room else ""
