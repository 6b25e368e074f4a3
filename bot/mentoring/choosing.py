"""Mentees choose for themselves: cards of mentors, a short list of wishes, a request that one mentor at a time answers.

A wish is liked, passed, asked, accepted, declined, expired or paired. Whether a mentor declined or let the time pass is
nobody's to know: it is "not now".
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Literal, TypeAlias

from bot.mentoring.choosing_effects import AskNext, EndWish, RemindStaff, RemindWish
from bot.mentoring.due import Due, Scene, Verdict
from bot.mentoring.reminders import SETTLES
from bot.mentoring.views import View
from bot.messages import Say

MOST_LIKED = 5  # wishes on a list
MOST_ASKED = 3  # requests that wait for one mentor
ANSWER = timedelta(hours=72)  # a mentor's time to answer
LAST = timedelta(hours=24)  # how long before its end they are reminded
AGAIN = timedelta(days=1)  # until those who could not be asked are tried again
PATIENCE = timedelta(days=14)  # how long that goes on
ID_DIGITS = 9  # of a number in a button, which anybody can make up

REMIND, OVER, NEXT, STAFF_WAIT = "wish-again", "wish-over", "wish-next", "wish-staff"  # kinds of due rows
OPEN = ("asked", "accepted")

Trouble: TypeAlias = Literal["", "off", "rests", "away", "paired"]  # why somebody can't choose now
Confirm: TypeAlias = Literal["coordinator", "both"]  # whose yes makes a pair of a wish of both


@dataclass(frozen=True, slots=True)
class Terms:
    """What a programme allows: own choice at all, and who confirms."""

    choice: bool = True
    confirm: Confirm = "coordinator"


def terms_of(options: Mapping[str, Any] | None) -> Terms:
    """The terms among a programme's options; what is not understood of them counts as not set."""
    found = options or {}
    return Terms(found.get("choice") is not False, "both" if found.get("confirm") == "both" else "coordinator")


@dataclass(frozen=True, slots=True)
class Card:
    """A mentor as a mentee may see them before they know each other; `place` is where the card lies among all."""

    person: int
    name: str
    about: dict[str, Any]
    locale: str
    zone: str
    place: str
    reasons: tuple[Say, ...] = ()
    gap: Say | None = None


@dataclass(frozen=True, slots=True)
class Shelf(View):
    """The next card, if there is one; how many mentors are on the list, how many cards may be had again, and whether
    some that nothing was said to lie before this place."""

    trouble: Trouble = ""
    card: Card | None = None
    liked: int = 0
    passed: int = 0
    seen: bool = False


@dataclass(frozen=True, slots=True)
class Waiting:
    """Two who both said yes and wait for a coordinator."""

    wish: int
    mentor: str
    mentee: str


@dataclass(frozen=True, slots=True)
class OwnChoice(View):
    """What a programme allows, and which wishes of both wait for a coordinator."""

    terms: Terms
    waiting: tuple[Waiting, ...] = ()


@dataclass(frozen=True, slots=True)
class Liked:
    """A wish as its mentee sees it; `free` says whether the mentor could be asked now."""

    wish: int
    name: str
    state: str
    free: bool = True
    until: datetime | None = None
    question: str = ""
    answer: str = ""


@dataclass(frozen=True, slots=True)
class Wishes(View):
    """A mentee's list in order: what is asked, then what is liked."""

    trouble: Trouble = ""
    wishes: tuple[Liked, ...] = ()

    @property
    def open(self) -> Liked | None:
        """What has been asked and is not over."""
        return next((each for each in self.wishes if each.state in OPEN), None)

    @property
    def liked(self) -> tuple[Liked, ...]:
        """What is still to be asked, in order."""
        return tuple(each for each in self.wishes if each.state == "liked")

    def about(self, subject: str) -> Liked | None:
        """The request that a conversation is about."""
        return next((each for each in self.wishes if str(each.wish) == subject and each.state == "asked"), None)


@dataclass(frozen=True, slots=True)
class Request(View):
    """What a mentor reads of a mentee who asks for them: what the mentee would share with a partner."""

    wish: int
    name: str
    about: dict[str, Any]
    locale: str
    zone: str
    until: datetime
    goals: tuple[str, ...] = ()
    reasons: tuple[Say, ...] = ()
    question: str = ""
    answer: str = ""


@dataclass(frozen=True, slots=True)
class Asked(View):
    """An open request, as a mentor's short conversations about it need it."""

    wish: int
    name: str


# Cards in order


Place: TypeAlias = tuple[int, int]  # minus what a mentor is worth to the mentee, and their number


def place_text(place: Place) -> str:
    """A card's place, as a button holds it."""
    return f"{-place[0]}-{place[1]}"


def read_place(text: str) -> Place | None:
    """The place that a button holds; None for what anybody made up."""
    worth, _, person = text.partition("-")
    if number_in(worth) is None or number_in(person) is None:
        return None
    return -int(worth), int(person)


def number_in(text: str) -> int | None:
    """The number that a button holds; None for what anybody made up."""
    return int(text) if text.isascii() and text.isdecimal() and len(text) <= ID_DIGITS else None


def next_place(places: Iterable[Place], after: Place | None, told: Collection[int]) -> Place | None:
    """The best card of those that nothing has been said to yet and that come after this one."""
    ahead = (place for place in places if place[1] not in told and (after is None or place > after))
    return min(ahead, default=None)


# Times


def after_question(asked: datetime, until: datetime, now: datetime) -> datetime:
    """Until when a request waits once the mentor has asked back: the time starts again, but only the first time."""
    return max(until, now + ANSWER) if until <= asked + ANSWER else until


def after_reply(asked: datetime, until: datetime, now: datetime) -> datetime:
    """Until when it waits once the mentee has replied: a day at least to read it, but not again and again."""
    return max(until, min(now + LAST, asked + 2 * ANSWER + LAST))


def planned(wish: int, mentor: int, until: datetime) -> tuple[Due, Due]:
    """The reminder of a request, and its end."""
    remind = until - LAST
    return (
        Due(0, REMIND, mentor, remind, remind, until, str(wish)),
        Due(0, OVER, mentor, until, until, until, str(wish)),
    )


def try_again(mentee: int, since: datetime, now: datetime) -> Due:
    """When those who could not be asked are tried again; `since` is when that began."""
    at = now + AGAIN
    return Due(0, NEXT, mentee, at, at, since, at.isoformat())


def staff_wait(wish: int, mentee: int, now: datetime) -> Due:
    """When coordinators are reminded of a wish of both."""
    at = now + 2 * LAST
    return Due(0, STAFF_WAIT, mentee, at, at, at, str(wish))


def _remind(due: Due, scene: Scene, now: datetime) -> Verdict:
    return Verdict("wish", effects=(RemindWish(int(due.subject)),))


def _over(due: Due, scene: Scene, now: datetime) -> Verdict:
    return Verdict("over", effects=(EndWish(int(due.subject)),))


def _next(due: Due, scene: Scene, now: datetime) -> Verdict:
    return Verdict("again", effects=(AskNext(due.anchor),))


def _staff(due: Due, scene: Scene, now: datetime) -> Verdict:
    return Verdict("wish", effects=(RemindStaff(int(due.subject)),))


SETTLES.update({REMIND: _remind, OVER: _over, NEXT: _next, STAFF_WAIT: _staff})
