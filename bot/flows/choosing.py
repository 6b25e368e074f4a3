"""A mentee chooses a mentor: cards one by one, a short list in order, a request to one at a time."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime

from bot.commands import MENTEE, MENTOR, STAFF
from bot.effects import Effect, Start, Tell
from bot.flows import choosing_desk, choosing_mentor, choosing_words
from bot.flows.choosing_words import CARDS, LIST
from bot.flows.enroll_mentor import bio_of, named
from bot.flows.goal_pages import cut
from bot.flows.pages import rows
from bot.house import Action, Page
from bot.mentoring.choosing import Card, Liked, OwnChoice, Shelf, Wishes, number_in
from bot.mentoring.choosing_effects import (
    AskMentors,
    LikeMentor,
    PassMentor,
    RaiseWish,
    RemoveWish,
    ReplyToMentor,
    StartOver,
)
from bot.mentoring.people import Facts
from bot.mentoring.zones import zone_label
from bot.messages import Button, Rows, Say, Screen, When, say
from bot.ports import State
from bot.talk.questions import Text
from bot.talk.talk import Flow, Talk

MOST_REPLY = 500


# Cards


def choose(facts: Facts) -> Screen:
    """A mentee's next card; for who runs a programme, what it allows."""
    view = facts.view
    if isinstance(view, OwnChoice):
        return choosing_desk.own_choice(view)
    if not isinstance(view, Shelf):
        return Screen((say("not-for-you"),))
    if view.trouble:
        return choosing_words.trouble(view.trouble)
    return _card(facts, view, view.card) if view.card else _no_card(view)


def _card(facts: Facts, shelf: Shelf, card: Card) -> Screen:
    field = named("field", str(card.about.get("field", "")))
    lines = [say("choose-card", name=card.name, field=field), *_bio(card)]
    lines += [say("choose-where", zone=zone_label(card.zone, facts.now, facts.me.locale), locale=card.locale)]
    lines += [*(say("choose-plus", why=reason) for reason in card.reasons), *_minus(card)]
    yes = Button(say("button-choose-yes"), f"do:like_mentor:{card.person}:{card.place}")
    no = Button(say("button-choose-no"), f"do:pass_mentor:{card.person}:{card.place}")
    after = (Button(say("button-choose-next"), f"p:choose:{card.place}"), _list(shelf.liked))
    return Screen(tuple(lines), ((yes, no), after))


def _bio(card: Card) -> Iterator[Say]:
    if bio := bio_of(card.about):
        yield say("choose-bio", bio=bio)


def _minus(card: Card) -> Iterator[Say]:
    if card.gap:
        yield say("choose-minus", why=card.gap)


def _list(liked: int) -> Button:
    return Button(say("button-choose-count", n=liked), "p:wishes") if liked else LIST


def _no_card(shelf: Shelf) -> Screen:
    """All cards were seen, or there are none."""
    known = shelf.seen or shelf.passed or shelf.liked
    line = say("choose-all-seen", liked=shelf.liked) if known else say("choose-nobody")
    mine = (_list(shelf.liked),) if shelf.liked else ()
    again = (CARDS,) if shelf.seen else ()
    over = (Button(say("button-choose-over"), "do:choose_over"),) if shelf.passed else ()
    return Screen((line,), (*(row for row in (mine, again, over) if row), *rows("help-me")))


# The list


def wishes(facts: Facts) -> Screen:
    """What is liked, in order; what has been asked, and until when the answer comes."""
    return listed(facts.view) if isinstance(facts.view, Wishes) else Screen((say("not-for-you"),))


def listed(view: Wishes) -> Screen:
    """A list with all that can be done with it."""
    if view.trouble:
        return choosing_words.trouble(view.trouble)
    if not view.wishes:
        return Screen((say("choose-list-empty"),), ((CARDS,),))
    lines = [say("choose-list"), *_open(view)]
    lines += [_line(place, each) for place, each in enumerate(view.liked, 1)]
    return Screen(tuple(lines), (*_ask(view), *_changes(view), (CARDS,)))


def _open(view: Wishes) -> Iterator[Say]:
    if one := view.open:
        until = {"until": When(one.until)} if one.state == "asked" and one.until else {}
        yield say(f"choose-list-{one.state}", name=one.name, **until)
        if one.question:
            yield say("choose-question", name=one.name, text=one.question)
        if one.answer:
            yield say("choose-replied", text=one.answer)


def _line(place: int, each: Liked) -> Say:
    return say("choose-list-line", place=place, name=each.name, free="yes" if each.free else "no")


def _ask(view: Wishes) -> Rows:
    if one := view.open:
        reply = one.question and not one.answer and one.state == "asked"
        back = (Button(say("button-choose-back", name=cut(one.name)), f"p:wish_off:{one.wish}"),)
        return ((choosing_words.reply_button(one.wish),), back) if reply else (back,)
    first = next((each for each in view.liked if each.free), None)
    return ((Button(say("button-choose-ask", name=cut(first.name)), "do:ask_mentors"),),) if first else ()


def _changes(view: Wishes) -> Iterator[tuple[Button, ...]]:
    """Up, for all but the first, and off the list."""
    for place, each in enumerate(view.liked):
        up = Button(say("button-choose-up", name=cut(each.name)), f"do:raise_wish:{each.wish}")
        off = Button(say("button-choose-remove", name=cut(each.name)), f"do:remove_wish:{each.wish}")
        yield (up, off) if place else (off,)


def take_back(facts: Facts) -> Screen:
    """Before a request is taken back."""
    view = facts.view
    if not isinstance(view, Wishes) or view.open is None or str(view.open.wish) != facts.subject:
        return choosing_words.over()
    yes = Button(say("button-choose-back-yes"), f"do:remove_wish:{view.open.wish}")
    keep = Button(say("button-choose-keep"), "p:wishes")
    return Screen((say("choose-back-sure", name=view.open.name),), ((yes, keep),))


# What a mentee says


def wish_reply(talk: Talk, facts: Facts) -> list[Effect]:
    """The reply to what a mentor asked back."""
    view = facts.view
    wish = view.about(facts.subject) if isinstance(view, Wishes) else None
    if wish is None or not wish.question:
        return [Tell(choosing_words.over())]
    asked_back = say("choose-reply", name=wish.name, question=wish.question)
    text = talk.ask(Text(key="text", text=asked_back, most=MOST_REPLY, short=say("short-choose-reply")))
    return [ReplyToMentor(wish.wish, text), Tell(Screen((say("choose-reply-sent", name=wish.name),), ((LIST,),)))]


def like(arg: str, state: State, now: datetime) -> list[Effect]:
    """Put the mentor of a card on the list: "<mentor>:<place>"; the next card follows."""
    mentor, _, place = arg.partition(":")
    return [LikeMentor(number_in(mentor) or 0), Start("choose", place)]


def pass_by(arg: str, state: State, now: datetime) -> list[Effect]:
    """Not this one."""
    mentor, _, place = arg.partition(":")
    return [PassMentor(number_in(mentor) or 0), Start("choose", place)]


def over(arg: str, state: State, now: datetime) -> list[Effect]:
    """All cards from the beginning."""
    return [StartOver(), Start("choose")]


def up(arg: str, state: State, now: datetime) -> list[Effect]:
    """One place up."""
    return [RaiseWish(number_in(arg) or 0), Start("wishes")]


def remove(arg: str, state: State, now: datetime) -> list[Effect]:
    """Off the list."""
    return [RemoveWish(number_in(arg) or 0), Start("wishes")]


def ask(arg: str, state: State, now: datetime) -> list[Effect]:
    """Ask the first."""
    return [AskMentors()]


FLOWS = (Flow("wish_reply", wish_reply), *choosing_mentor.FLOWS)
PAGES = (
    Page("choose", choose, apart=True),
    Page("wishes", wishes),
    Page("wish_off", take_back),
    *choosing_mentor.PAGES,
)
MINE: Mapping[str, Action] = {
    "like_mentor": like,
    "pass_mentor": pass_by,
    "choose_over": over,
    "raise_wish": up,
    "remove_wish": remove,
    "ask_mentors": ask,
}
ACTIONS: Mapping[str, Action] = {**MINE, **choosing_mentor.ACTIONS, **choosing_desk.ACTIONS}
ROLES = (
    dict.fromkeys(("wishes", "wish_off", "wish_reply", *(f"do:{name}" for name in MINE)), MENTEE)
    | dict.fromkeys(("wish", "wish_ask", "wish_no", "do:wish_yes"), MENTOR)
    | dict.fromkeys((f"do:{name}" for name in choosing_desk.ACTIONS), STAFF)
)
