"""What mentors and coordinators say to a wish, to rows: yes, not now, a question; and when nobody says anything."""

from __future__ import annotations

from typing import Any

from sqlalchemy import select, update

from bot.flows import choosing_desk as desk
from bot.flows import choosing_mentor as mentors
from bot.flows import choosing_words as words
from bot.mentoring.choosing import after_question, after_reply, terms_of
from bot.mentoring.choosing_effects import (
    AnswerWish,
    AskBack,
    ConfirmWish,
    EndWish,
    RemindStaff,
    RemindWish,
    ReplyToMentor,
)
from bot.messages import Screen, say
from bot.ports import Said
from storage import tables
from storage.columns import MEMBER, PROGRAMME
from storage.ending import bring
from storage.rows import table
from storage.staff.choosing_pool import has_mentor, kept_apart, room_of
from storage.staff.seat import seat
from storage.staff.wishes import (
    close,
    for_coordinators,
    make_pair,
    name_of,
    not_now,
    replan,
    set_state,
    show_card,
    tell_mentor,
    unplan,
    wish_of,
)
from storage.writes import Book, Work, handles

WISH = table(tables.Wish)
NOT_YOURS = Screen((say("not-for-you"),))


def _told(screen: Screen) -> Said:
    return Said(screen, refused=False)


def _mine(book: Book, work: Work) -> Any:
    """The open request to this mentor; None for another's, or one that is over."""
    wish = wish_of(book, work.effect.wish, "asked")
    return wish if wish and wish.mentor_id == work.person else None


# A mentor


@handles(AnswerWish)
def answer_wishes(book: Book, works: list[Work]) -> list[Said | None]:
    """Mentors say yes or not now. A request that is over is said to be so."""
    return [_answer(book, work) for work in works]


def _answer(book: Book, work: Work) -> Said | None:
    wish = _mine(book, work)
    if wish is None:
        return Said(_before(book, work))
    if not work.effect.yes:
        if close(book, wish, "declined"):
            not_now(book, wish)
        return None
    return _accept(book, work, wish)


def _before(book: Book, work: Work) -> Screen:
    """A second yes is answered as the first was; what else is over is over."""
    wish = wish_of(book, work.effect.wish, "accepted", "paired")
    if wish and wish.mentor_id == work.person and work.effect.yes:
        return mentors.said_yes(name_of(book, wish.mentee_id), paired=wish.state == "paired")
    return mentors.gone()


def _accept(book: Book, work: Work, wish: Any) -> Said:
    if over := _over(book, wish):
        return Said(over)
    room = room_of(book.connection, wish.programme_id, wish.mentor_id)
    if room < 1:
        return Said(mentors.no_room(room))
    name, mentor = name_of(book, wish.mentee_id), name_of(book, wish.mentor_id)
    if _programme(book, wish).confirm == "both":
        make_pair(book, wish)
        return _told(mentors.said_yes(name, paired=True))
    unplan(book, wish)
    set_state(book, wish, "accepted", at=book.now, until=None)
    for_coordinators(book, work, wish, again=False)
    bring(book, wish.mentee_id, words.said_yes(mentor))
    return _told(mentors.said_yes(name, paired=False))


def _over(book: Book, wish: Any) -> Screen | None:
    """Why a request can't be accepted any more; it ends with that."""
    name = name_of(book, wish.mentee_id)
    if has_mentor(book.connection, wish.programme_id, wish.mentee_id):
        close(book, wish, "expired")
        return mentors.ended(name, "wish-ended-found")
    apart = kept_apart(book.connection, wish.programme_id, wish.mentee_id, wish.mentor_id)
    if apart or not _both_here(book, wish):
        if close(book, wish, "expired"):
            not_now(book, wish)
        return mentors.gone()
    resting = select(PROGRAMME.c.id).where(PROGRAMME.c.id == wish.programme_id, PROGRAMME.c.stage == "archived")
    return Screen((say("wish-rests"),)) if book.connection.execute(resting).first() else None


def _both_here(book: Book, wish: Any) -> bool:
    """Whether both still take part; who takes a break does."""
    here = (MEMBER.c.programme_id == wish.programme_id, MEMBER.c.standing.in_(("active", "paused")))
    both = MEMBER.c.person_id.in_((wish.mentee_id, wish.mentor_id))
    return len(book.connection.execute(select(MEMBER.c.id).where(*here, both)).all()) > 1


def _programme(book: Book, wish: Any) -> Any:
    options = select(PROGRAMME.c.options).where(PROGRAMME.c.id == wish.programme_id)
    return terms_of(book.connection.execute(options).scalar_one())


# Words between the two


@handles(AskBack)
def ask_back(book: Book, works: list[Work]) -> list[Said | None]:
    """Mentors ask something first: one question at a time."""
    return [_ask_back(book, work) for work in works]


def _ask_back(book: Book, work: Work) -> Said | None:
    wish = _mine(book, work)
    if wish is None:
        return Said(mentors.gone())
    if wish.question and not wish.answer:
        return Said(Screen((say("wish-asked-already", name=name_of(book, wish.mentee_id)),), mentors.answers(wish.id)))
    _words(book, wish, question=work.effect.text, answer="")
    replan(book, wish, after_question(wish.asked_at, wish.until, book.now))
    bring(book, wish.mentee_id, words.question(name_of(book, work.person), work.effect.text, wish.id))
    return None


@handles(ReplyToMentor)
def reply_to_mentors(book: Book, works: list[Work]) -> list[Said | None]:
    """Mentees reply: the mentor reads it beside the request."""
    return [_reply(book, work) for work in works]


def _reply(book: Book, work: Work) -> Said | None:
    wish = wish_of(book, work.effect.wish, "asked")
    if wish is None or wish.mentee_id != work.person or not wish.question:
        return Said(Screen((say("choose-over"),), ((words.LIST,),)))
    first = not wish.answer
    _words(book, wish, answer=work.effect.text)
    if first:
        replan(book, wish, after_reply(wish.asked_at, wish.until, book.now))
    fresh = wish_of(book, wish.id, "asked")
    show_card(book, fresh, f"reply:{work.incoming.event}", say("wish-replied", name=name_of(book, work.person)))
    return None


def _words(book: Book, wish: Any, **kept: str) -> None:
    book.connection.execute(update(WISH).where(WISH.c.id == wish.id).values(kept))


# Time


@handles(RemindWish)
def remind_wishes(book: Book, works: list[Work]) -> None:
    """A day before a request's time is over its mentor is reminded, once; who takes a break is not."""
    for work in works:
        wish = _mine(book, work)
        if wish is None or wish.until <= book.now:
            continue
        here = (MEMBER.c.programme_id == wish.programme_id, MEMBER.c.person_id == wish.mentor_id)
        if book.connection.execute(select(MEMBER.c.id).where(*here, MEMBER.c.standing == "active")).first():
            name = name_of(book, wish.mentee_id)
            show_card(book, wish, f"again:{int(wish.until.timestamp())}", say("wish-remind", name=name))


@handles(EndWish)
def end_wishes(book: Book, works: list[Work]) -> None:
    """Requests whose time is over: the next of each list is asked."""
    for work in works:
        wish = wish_of(book, work.effect.wish, "asked")
        if wish and wish.until <= book.now and close(book, wish, "expired"):
            found = has_mentor(book.connection, wish.programme_id, wish.mentee_id)
            tell_mentor(book, wish, "wish-ended-found" if found else "wish-ended-time")
            not_now(book, wish)


@handles(RemindStaff)
def remind_staff(book: Book, works: list[Work]) -> None:
    """Coordinators are asked once more for their word."""
    for work in works:
        if wish := wish_of(book, work.effect.wish, "accepted"):
            for_coordinators(book, work, wish, again=True)


# A coordinator


@handles(ConfirmWish)
def confirm_wishes(book: Book, works: list[Work]) -> list[Said]:
    """A coordinator's word makes a pair, or does not for now; a second tap finds it done."""
    return [_confirm(book, work) for work in works]


def _confirm(book: Book, work: Work) -> Said:
    here = seat(book, work.person)
    if here is None:
        return Said(NOT_YOURS)
    wish = wish_of(book, work.effect.wish, "accepted", "paired")
    if wish is None or wish.programme_id != here.programme_id:
        return Said(desk.over())
    names = name_of(book, wish.mentor_id), name_of(book, wish.mentee_id)
    if wish.state == "paired":
        return Said(desk.decided("own-choice-paired-already", *names))
    if not work.effect.yes:
        return _leave(book, wish, *names)
    if key := _against(book, wish):
        return Said(desk.decided(key, *names))
    make_pair(book, wish)
    return _told(desk.decided("own-choice-paired", *names))


def _leave(book: Book, wish: Any, mentor: str, mentee: str) -> Said:
    if close(book, wish, "declined"):
        tell_mentor(book, wish, "wish-ended-staff")
        not_now(book, wish)
    return _told(desk.decided("own-choice-left", mentor, mentee))


def _against(book: Book, wish: Any) -> str:
    """What speaks against a pair now."""
    if not _both_here(book, wish):
        return "own-choice-away"
    if has_mentor(book.connection, wish.programme_id, wish.mentee_id):
        return "own-choice-has-mentor"
    if kept_apart(book.connection, wish.programme_id, wish.mentee_id, wish.mentor_id):
        return "own-choice-apart"
    promised = 1  # the place that was kept for this very wish
    return "" if room_of(book.connection, wish.programme_id, wish.mentor_id) + promised > 0 else "own-choice-full"
