"""The pairs of a programme, the quietest first, and the card of one: counts and dates, never words of the two."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime

from bot.commands import STAFF
from bot.effects import Effect, Start
from bot.flows.goal_pages import cut
from bot.flows.staff.pairs_talks import END, NOTE, WRITE
from bot.house import Action, Page
from bot.mentoring.people import Facts
from bot.mentoring.stats_effects import RemoveStaffNote
from bot.mentoring.stats_pairs import NOTES, SORTS, PairCard, PairChoices, PairLine, PairsView, StaffNote
from bot.messages import Button, Rows, Say, Screen, When, say
from bot.ports import State

MOST_GOALS = 3
ID_DIGITS = 9  # of an id in a button, which anybody can make up


def pairs(facts: Facts) -> Screen:
    """A page of the list; a name typed behind the command leads to a card."""
    view = facts.view
    if not isinstance(view, PairsView):
        return pair(facts)
    lines = [say("pairs-title", sort=view.sort, n=view.total, page=view.page, pages=view.pages)]
    lines += [_line(each, view.sort) for each in view.lines] or [say("pairs-none", sort=view.sort)]
    if view.resting and view.sort != "paused":
        lines.append(say("pairs-resting", n=view.resting))
    if not view.total and view.sort in {"quiet", "newest"}:
        return Screen(tuple(lines), ((Button(say("button-desk-match"), "p:match"), *_all_people()),))
    return Screen(tuple(lines), (*_cards(view.lines), *_turning(view), *_sorts(view.sort)))


def _all_people() -> tuple[Button, ...]:
    return (Button(say("button-everyone"), "p:everyone"),)


def _line(each: PairLine, sort: str) -> Say:
    return say(
        "pairs-line",
        mentee=_name(each.mentee),
        mentor=_name(each.mentor),
        contact=_contact(each, resting=sort == "paused"),
        goals=_percent(each.percent),
        next=_next(each.next),
    )


def _name(name: str) -> Say | str:
    return name or say("pairs-gone")


def _contact(each: PairLine, *, resting: bool) -> Say:
    """How long they had no contact, beside what they agreed on; somebody on a break owes none."""
    if resting:
        return say("pairs-on-break")
    kind = ("none" if each.days else "new") if each.none else "days" if each.days else "today"
    return say("pairs-contact", kind=kind, days=each.days, cadence=each.cadence or "none")


def _percent(percent: int | None) -> Say:
    return say("pairs-percent", percent=-1 if percent is None else percent)


def _next(at: datetime | None) -> Say:
    return say("pairs-next", at=When(at)) if at else say("pairs-next-none")


def _cards(lines: tuple[PairLine, ...]) -> Rows:
    """A button a pair."""
    return tuple((_card_button(each),) for each in lines)


def _card_button(each: PairLine) -> Button:
    return Button(say("button-pair", mentee=_name(each.mentee), mentor=_name(each.mentor)), f"p:pair:{each.pair}")


def _turning(view: PairsView) -> Rows:
    back = [Button("◀", f"p:pairs:{view.sort}:{view.page - 1}")] if view.page > 1 else []
    on = [Button("▶", f"p:pairs:{view.sort}:{view.page + 1}")] if view.page < view.pages else []
    return ((*back, *on),) if back or on else ()


def _sorts(now: str) -> Rows:
    return (tuple(Button(say(f"button-pairs-{sort}"), f"p:pairs:{sort}:1") for sort in SORTS if sort != now),)


# One pair


def pair(facts: Facts) -> Screen:
    """The card of a pair, or those that may be meant."""
    view = facts.view
    if isinstance(view, PairCard):
        return Screen(tuple(_card(view)), _ways(view))
    if isinstance(view, PairChoices) and view.found:
        rows = ((Button(say("button-pair", mentee=_name(mentee), mentor=_name(mentor)), f"p:pair:{number}"),)
                for number, mentee, mentor in view.found)  # fmt: skip
        return Screen((say("pair-which"),), tuple(rows))
    said = view.said if isinstance(view, PairChoices) else ""
    if said.isdecimal():
        return Screen((say("pair-not-here"),), (_all(),))
    return Screen((say("pair-not-named", said=said) if said else say("pair-who"),), (_all(),))


def _all() -> tuple[Button, ...]:
    return (Button(say("button-pairs"), "p:pairs"),)


def _card(card: PairCard) -> Iterator[Say]:
    line = card.line
    yield say("pair-title", mentee=_name(line.mentee), mentor=_name(line.mentor))
    yield say("pair-since", since=When(card.since), ends=_until(card))
    if card.state == "active":
        yield _contact(line, resting=line.paused)
    yield say("pair-sessions", held=card.held, next=_next(line.next))
    for title, percent in card.goals[:MOST_GOALS]:
        yield say("pair-goal", title=title, percent=-1 if percent is None else percent)
    yield say("pair-happened")
    for each in card.events:
        yield say("pair-event", day=When(each.day), kind=each.kind, n=each.n)
    for note in card.notes[-NOTES:]:
        yield _note(note)


def _until(card: PairCard) -> Say:
    if card.state != "active":
        return say("pair-over", kind=card.state)
    return say("pair-ends", day=When(card.ends)) if card.ends else say("pair-open")


def _note(note: StaffNote) -> Say:
    return say("pair-note-line", text=note.text, author=note.author, day=When(note.at, "day"))


def _ways(card: PairCard) -> Rows:
    number, line = card.line.pair, card.line
    write = [Button(say("button-pair-write"), f"go:pair_write:{number}")] if card.state == "active" else []
    add = Button(say("button-pair-note"), f"go:pair_note:{number}")
    notes = [Button(say("button-pair-notes", n=len(card.notes)), f"p:pair_notes:{number}")] if card.notes else []
    sides = ((card.mentee, line.mentee), (card.mentor, line.mentor))
    people = tuple(Button(say("button-person", name=name), f"p:person:{one}") for one, name in sides if one)
    end = [Button(say("button-pair-end"), f"go:pair_end:{number}")] if card.state == "active" else []
    return tuple(filter(None, ((*write, add), tuple(notes), people, (*end, *_all()))))


def pair_notes(facts: Facts) -> Screen:
    """All that coordinators noted about a pair; who may take one away has a button for it."""
    card = facts.view
    if not isinstance(card, PairCard):
        return Screen((say("pair-not-here"),), (_all(),))
    number = card.line.pair
    back = Button(say("button-pair-card"), f"p:pair:{number}")
    add = Button(say("button-pair-note"), f"go:pair_note:{number}")
    title = say("pair-notes-title", mentee=_name(card.line.mentee), mentor=_name(card.line.mentor))
    lines = [_note(each) for each in card.notes] or [say("pair-notes-none")]
    gone = ((Button(say("button-remove-note", note=cut(each.text)), f"do:pair_unnote:{number}:{each.id}"),)
            for each in card.notes if each.mine)  # fmt: skip
    return Screen((title, *lines), ((add, back), *gone))


def unnote(arg: str, state: State, now: datetime) -> list[Effect]:
    """Take a note away: "<pair>:<note>"."""
    number, _, note = arg.partition(":")
    if not (number.isdecimal() and note.isdecimal() and max(len(number), len(note)) <= ID_DIGITS):
        return [Start("help")]
    return [RemoveStaffNote(int(number), int(note)), Start("pair_notes", number)]


FLOWS = (NOTE, WRITE, END)
PAGES = (Page("pairs", pairs, apart=True), Page("pair", pair, apart=True), Page("pair_notes", pair_notes, apart=True))
ACTIONS: Mapping[str, Action] = {"pair_unnote": unnote}
ROLES = dict.fromkeys(("pairs", "pair", "pair_notes", "pair_note", "pair_write", "pair_end", "do:pair_unnote"), STAFF)
