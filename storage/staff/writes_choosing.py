"""A mentee's list to rows: liked, passed, moved, taken off; and what a programme allows."""

from __future__ import annotations

from typing import Any

from sqlalchemy import and_, delete, insert, select, update

from bot.flows import choosing_words as words
from bot.flows.choosing import listed
from bot.mentoring.choosing import MOST_LIKED, OPEN, PATIENCE
from bot.mentoring.choosing_effects import (
    AskMentors,
    AskNext,
    LikeMentor,
    PassMentor,
    RaiseWish,
    RemoveWish,
    SetTerms,
    StartOver,
)
from bot.messages import Screen, say
from bot.ports import Said
from storage import tables
from storage.columns import PERSON, PROGRAMME
from storage.ending import bring
from storage.rows import table
from storage.staff.choosing import BACK, wishes_of
from storage.staff.choosing_pool import offering, trouble_of
from storage.staff.seat import seat
from storage.staff.wishes import (
    ask_first,
    close,
    liked_of,
    name_of,
    onward,
    open_of,
    plan_again,
    tell_mentor,
)
from storage.writes import Book, Work, handles

WISH = table(tables.Wish)
NOT_YOURS = Screen((say("not-for-you"),))


def programme_of(book: Book, person: int) -> int:
    """The programme a mentee works in now."""
    member = book.member(person)
    return int(member.programme_id) if member else 0


@handles(LikeMentor)
def like_mentors(book: Book, works: list[Work]) -> list[Screen | None]:
    """Put mentors on lists, as long as there is room on the list and with the mentor."""
    return [_like(book, work.person, work.effect.mentor) for work in works]


def _like(book: Book, person: int, mentor: int) -> Screen | None:
    programme = programme_of(book, person)
    if why := trouble_of(book.connection, programme, person):
        return words.trouble(why)
    said = _said(book, programme, person, mentor)
    if said in {"liked", *OPEN}:
        return None
    listed = _listed(book, programme, person)
    if len(listed) >= MOST_LIKED:
        return words.enough()
    if said not in {"", *BACK} or not offering(book.connection, programme, person, PERSON.c.id == mentor):
        return words.full()
    _keep(book, programme, person, mentor, "liked", max([0, *listed]) + 1)
    return None


def _listed(book: Book, programme: int, person: int) -> list[int]:
    """The ranks of what is on a mentee's list."""
    mine = (WISH.c.programme_id == programme, WISH.c.mentee_id == person, WISH.c.state.in_(("liked", *OPEN)))
    return list(book.connection.execute(select(WISH.c.rank).where(*mine)).scalars())


def _said(book: Book, programme: int, person: int, mentor: int) -> str:
    here = _card(programme, person, mentor)
    return book.connection.execute(select(WISH.c.state).where(here)).scalar_one_or_none() or ""


def _card(programme: int, person: int, mentor: int) -> Any:
    return and_(WISH.c.programme_id == programme, WISH.c.mentee_id == person, WISH.c.mentor_id == mentor)


def _keep(book: Book, programme: int, person: int, mentor: int, state: str, rank: int = 0) -> None:
    book.connection.execute(delete(WISH).where(_card(programme, person, mentor)))
    key = {"programme_id": programme, "mentee_id": person, "mentor_id": mentor, "question": "", "answer": ""}
    book.connection.execute(insert(WISH), key | {"state": state, "rank": rank, "at": book.now})


@handles(PassMentor)
def pass_mentors(book: Book, works: list[Work]) -> list[Screen | None]:
    """These cards do not come again. What is liked or asked is taken off the list, not passed."""
    return [_pass(book, work.person, work.effect.mentor) for work in works]


def _pass(book: Book, person: int, mentor: int) -> Screen | None:
    programme = programme_of(book, person)
    if why := trouble_of(book.connection, programme, person):
        return words.trouble(why)
    told = _said(book, programme, person, mentor) not in {"", "liked"}
    if not told and offering(book.connection, programme, person, PERSON.c.id == mentor):
        _keep(book, programme, person, mentor, "passed")
    return None


@handles(StartOver)
def start_over(book: Book, works: list[Work]) -> None:
    """Forget what was passed, and whose time ran out."""
    for work in works:
        mine = and_(WISH.c.mentee_id == work.person, WISH.c.programme_id == programme_of(book, work.person))
        book.connection.execute(delete(WISH).where(mine, WISH.c.state.in_(BACK)))


@handles(RaiseWish)
def raise_wishes(book: Book, works: list[Work]) -> None:
    """Let wishes change places with those above them."""
    for work in works:
        liked = liked_of(book, programme_of(book, work.person), work.person)
        at = next((place for place, each in enumerate(liked) if each.id == work.effect.wish), 0)
        for wish, rank in ((liked[at], liked[at - 1].rank), (liked[at - 1], liked[at].rank)) if at else ():
            book.connection.execute(update(WISH).where(WISH.c.id == wish.id).values(rank=rank))


@handles(RemoveWish)
def remove_wishes(book: Book, works: list[Work]) -> None:
    """Take wishes off their mentees' lists; a request is taken back, and its mentor is told kindly."""
    for work in works:
        mine = (WISH.c.id == work.effect.wish, WISH.c.mentee_id == work.person, WISH.c.state.in_(("liked", *OPEN)))
        wish = book.connection.execute(select(WISH).where(*mine)).one_or_none()
        if wish and wish.state in OPEN and close(book, wish, "passed"):
            tell_mentor(book, wish, "wish-ended-back")
        elif wish:
            book.connection.execute(delete(WISH).where(*mine))


# Asking


@handles(AskMentors)
def ask_mentors(book: Book, works: list[Work]) -> list[Said]:
    """Ask the first of each list who can be asked; one request of a mentee's is open at a time."""
    return [_ask(book, work) for work in works]


def _ask(book: Book, work: Work) -> Said:
    programme = programme_of(book, work.person)
    if why := trouble_of(book.connection, programme, work.person):
        return Said(words.trouble(why))
    if open_of(book, programme, work.person) or not liked_of(book, programme, work.person):
        return Said(listed(wishes_of(book.connection, programme, work.person)))
    if made := ask_first(book, programme, work.person):
        return Said(words.asked(name_of(book, made.mentor_id), made.until), refused=False)
    plan_again(book, work.person, book.now)
    return Said(words.nobody_free())


@handles(AskNext)
def ask_next(book: Book, works: list[Work]) -> None:
    """Those who were busy are tried again, for a while."""
    for work in works:
        _ask_next(book, work)


def _ask_next(book: Book, work: Work) -> None:
    programme = programme_of(book, work.person)
    trouble = trouble_of(book.connection, programme, work.person)
    if trouble or open_of(book, programme, work.person) or not liked_of(book, programme, work.person):
        return
    if book.now > work.effect.since + PATIENCE:
        bring(book, work.person, words.given_up())
    elif made := ask_first(book, programme, work.person):
        bring(book, work.person, words.asked(name_of(book, made.mentor_id), made.until))
    else:
        onward(book, programme, work.person, work.effect.since)


# What a programme allows


@handles(SetTerms)
def set_terms(book: Book, works: list[Work]) -> list[Screen | None]:
    """Allow own choice or not, and say who confirms. Requests that are open already go on."""
    return [_set_terms(book, work, work.effect) for work in works]


def _set_terms(book: Book, work: Work, wanted: SetTerms) -> Screen | None:
    here = seat(book, work.person)
    if here is None:
        return NOT_YOURS
    mine = PROGRAMME.c.id == here.programme_id
    options = book.connection.execute(select(PROGRAMME.c.options).where(mine)).scalar_one() or {}
    values = {"choice": wanted.choice, "confirm": wanted.confirm}
    kept = {**options, **{name: value for name, value in values.items() if value is not None}}
    book.connection.execute(update(PROGRAMME).where(mine).values(options=kept))
    return None
