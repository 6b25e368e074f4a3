"""What becomes of a wish, whoever decided it: asked, ended, made a pair; who is told, and who is asked next."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from sqlalchemy import and_, delete, or_, select, update

from bot.effects import TellCoordinators
from bot.flows import choosing_desk, choosing_mentor
from bot.flows import choosing_words as words
from bot.mentoring.choosing import ANSWER, NEXT, OPEN, OVER, REMIND, STAFF_WAIT, planned, staff_wait, try_again
from bot.messages import say
from storage import due, tables
from storage.columns import MEMBER, PERSON, PROGRAMME
from storage.ending import LEAVING, bring
from storage.members import Member
from storage.office import join
from storage.rows import PENDING, table
from storage.staff.choosing import askable, request_of
from storage.staff.choosing_pool import has_mentor, room_of, trouble_of
from storage.writes import Book, Work
from storage.writes_tell import tell_coordinators

WISH, DUE, OUTBOX, PAIR = (table(each) for each in (tables.Wish, tables.Due, tables.Outbox, tables.Pair))
BLANK = {"question": "", "answer": "", "until": None}
CARD = "wish"  # the kind of message that brings a request


def wish_of(book: Book, number: int, *states: str) -> Any:
    """A wish in one of these states."""
    query = select(WISH).where(WISH.c.id == number, WISH.c.state.in_(states))
    return book.connection.execute(query).one_or_none()


def open_of(book: Book, programme: int, mentee: int) -> Any:
    """What a mentee has asked and is not over."""
    mine = (WISH.c.programme_id == programme, WISH.c.mentee_id == mentee, WISH.c.state.in_(OPEN))
    return book.connection.execute(select(WISH).where(*mine)).first()


def liked_of(book: Book, programme: int, mentee: int) -> list[Any]:
    """What a mentee likes, in order."""
    mine = (WISH.c.programme_id == programme, WISH.c.mentee_id == mentee, WISH.c.state == "liked")
    return list(book.connection.execute(select(WISH).where(*mine).order_by(WISH.c.rank, WISH.c.id)))


def set_state(book: Book, wish: Any, state: str, **more: Any) -> bool:
    """Move a wish from the state it was read in; False if it was moved meanwhile."""
    still = (WISH.c.id == wish.id, WISH.c.state == wish.state)
    return bool(book.connection.execute(update(WISH).where(*still).values(state=state, **more)).rowcount)


def name_of(book: Book, person: int) -> str:
    """What somebody is called."""
    return str(book.connection.execute(select(PERSON.c.name).where(PERSON.c.id == person)).scalar_one())


# A request


def ask_first(book: Book, programme: int, mentee: int) -> Any:
    """Ask the first of a mentee's list who can be asked; the wish as it is then, None if nobody can."""
    liked = liked_of(book, programme, mentee)
    for wish in liked:  # at most five
        room_of(book.connection, programme, wish.mentor_id)  # holds the mentor's row while their requests are counted
    free = askable(book.connection, programme, mentee, [wish.mentor_id for wish in liked]) if liked else set()
    wish = next((each for each in liked if each.mentor_id in free), None)
    if wish is None or not set_state(book, wish, "asked", asked_at=book.now, until=book.now + ANSWER):
        return None
    made = wish_of(book, wish.id, "asked")
    due.plan(book.connection, list(planned(made.id, made.mentor_id, made.until)))
    show_card(book, made, f"card:{int(book.now.timestamp())}")
    return made


def show_card(book: Book, wish: Any, which: str, *lines: Any) -> None:
    """Bring a request to its mentor, at a good hour; `which` makes it one of its kind."""
    asked = request_of(book.connection, wish, book.now)
    if asked is not None:
        screen = choosing_mentor.card(asked, book.now, book.person(wish.mentor_id).locale).after(*lines)
        bring(book, wish.mentor_id, screen, f"wish:{wish.id}:{which}", kind=CARD)


def replan(book: Book, wish: Any, until: datetime) -> None:
    """Let a request wait until another moment."""
    unplan(book, wish)
    book.connection.execute(update(WISH).where(WISH.c.id == wish.id).values(until=until))
    due.plan(book.connection, list(planned(wish.id, wish.mentor_id, until)))


def unplan(book: Book, wish: Any) -> None:
    """Nobody is reminded of a wish, and what waits to be sent of it is taken back."""
    kinds = DUE.c.kind.in_((REMIND, OVER, STAFF_WAIT))
    theirs = DUE.c.person_id.in_((wish.mentor_id, wish.mentee_id))
    book.connection.execute(delete(DUE).where(theirs, kinds, DUE.c.subject == str(wish.id)))
    card = and_(OUTBOX.c.person_id == wish.mentor_id, OUTBOX.c.kind == CARD, OUTBOX.c.state.in_(PENDING))
    about = OUTBOX.c.occurrence.like(f"wish:{wish.id}:%")
    book.connection.execute(update(OUTBOX).where(card, about).values(state="expired"))


# The end of a request


def close(book: Book, wish: Any, state: str) -> bool:
    """End an open wish: no more reminders, no more words. False if it was over already."""
    if not set_state(book, wish, state, at=book.now, **BLANK):
        return False
    unplan(book, wish)
    return True


def not_now(book: Book, wish: Any, *, known: bool = True) -> None:
    """The mentee is told that it is not now, never why, and the next of their list is asked by itself."""
    if has_mentor(book.connection, wish.programme_id, wish.mentee_id):
        return
    name = name_of(book, wish.mentor_id) if known else ""
    bring(book, wish.mentee_id, words.not_now(name, onward(book, wish.programme_id, wish.mentee_id, book.now)))


def onward(book: Book, programme: int, mentee: int, since: datetime) -> Any:
    """Ask the next, and say so; when all are busy, try again each day. None when there is nobody left."""
    if not liked_of(book, programme, mentee):
        return None
    if trouble_of(book.connection, programme, mentee):
        return say("choose-then-rests")
    if made := ask_first(book, programme, mentee):
        return words.then_asked(name_of(book, made.mentor_id), made.until)
    plan_again(book, mentee, since)
    return say("choose-then-wait")


def plan_again(book: Book, mentee: int, since: datetime) -> None:
    """Try tomorrow, instead of whenever else that was planned."""
    book.connection.execute(delete(DUE).where(DUE.c.person_id == mentee, DUE.c.kind == NEXT))
    due.plan(book.connection, [try_again(mentee, since, book.now)])


# A pair


def for_coordinators(book: Book, work: Work, wish: Any, *, again: bool) -> None:
    """Ask the coordinators for their word, and plan to ask once more."""
    screen = choosing_desk.for_coordinators(name_of(book, wish.mentor_id), wish.id, again=again)
    once = f"wish-{'again' if again else 'yes'}:{wish.id}:{int(book.now.timestamp())}"
    tell_coordinators(book, [work._replace(person=wish.mentee_id, effect=TellCoordinators(screen, once))])
    if not again:
        due.plan(book.connection, [staff_wait(wish.id, wish.mentee_id, book.now)])


def make_pair(book: Book, wish: Any) -> None:
    """A wish becomes a pair; each side is introduced by the pair itself. Whoever else asked a mentor who has no place
    left is asked for elsewhere."""
    mentor, mentee = (_member(book, wish.programme_id, person) for person in (wish.mentor_id, wish.mentee_id))
    if not close(book, wish, "paired"):
        return
    join(book.connection, mentor, mentee, book.now)
    two = (PAIR.c.mentor_id == wish.mentor_id, PAIR.c.mentee_id == wish.mentee_id)
    here = (PAIR.c.programme_id == wish.programme_id, *two)
    book.connection.execute(update(PAIR).where(*here).values(source="choice"))
    forget_list(book, wish.programme_id, wish.mentee_id)
    if room_of(book.connection, wish.programme_id, wish.mentor_id) < 1:
        others = (WISH.c.mentor_id == wish.mentor_id, WISH.c.programme_id == wish.programme_id)
        waiting = select(WISH).where(*others, WISH.c.state == "asked").order_by(WISH.c.asked_at, WISH.c.id)
        end_all(book, book.connection.execute(waiting).all(), told="wish-ended-full")


def end_all(book: Book, wishes: Iterable[Any], *, told: str = "", known: bool = True) -> None:
    """End requests whose mentor can't have them any more; their mentees are asked for elsewhere."""
    for wish in [wish for wish in wishes if close(book, wish, "expired")]:
        if told:
            tell_mentor(book, wish, told)
        not_now(book, wish, known=known)


def tell_mentor(book: Book, wish: Any, key: str, *, known: bool = True) -> None:
    """Tell a mentor kindly that a request is over."""
    screen = choosing_mentor.ended(name_of(book, wish.mentee_id) if known else "", key)
    bring(book, wish.mentor_id, screen, f"wish-ended:{wish.id}:{int(book.now.timestamp())}")


def forget_list(book: Book, programme: int, mentee: int) -> None:
    """What a mentee only liked is no longer needed."""
    mine = and_(WISH.c.programme_id == programme, WISH.c.mentee_id == mentee, WISH.c.state == "liked")
    book.connection.execute(delete(WISH).where(mine))
    book.connection.execute(delete(DUE).where(DUE.c.person_id == mentee, DUE.c.kind == NEXT))


def _member(book: Book, programme: int, person: int) -> Member:
    query = select(PERSON.c.id, PERSON.c.name, MEMBER.c.role, MEMBER.c.programme_id, PROGRAMME.c.slug)
    query = query.join(MEMBER, MEMBER.c.person_id == PERSON.c.id).join(
        PROGRAMME, PROGRAMME.c.id == MEMBER.c.programme_id
    )
    here = (MEMBER.c.programme_id == programme, PERSON.c.id == person)
    return Member(*book.connection.execute(query.where(*here)).one())


# Somebody leaves


def leave_wishes(book: Book, person: int, programme: int, *, erased: bool) -> None:
    """Somebody goes, from one `programme` or from all: whoever waits for their answer, or was to give one, is told."""
    here = (WISH.c.programme_id == programme,) if programme else ()
    mine = select(WISH).where(or_(WISH.c.mentee_id == person, WISH.c.mentor_id == person), *here)
    found = book.connection.execute(mine.where(WISH.c.state.in_(OPEN)).order_by(WISH.c.id)).all()
    liked = and_(or_(WISH.c.mentee_id == person, WISH.c.mentor_id == person), WISH.c.state == "liked", *here)
    book.connection.execute(delete(WISH).where(liked))
    book.connection.execute(delete(DUE).where(DUE.c.person_id == person, DUE.c.kind == NEXT))
    for wish in found:
        if wish.mentee_id == person and close(book, wish, "expired"):
            tell_mentor(book, wish, "wish-ended-left", known=not erased)
    end_all(book, [wish for wish in found if wish.mentor_id == person], known=not erased)


LEAVING.append(leave_wishes)
