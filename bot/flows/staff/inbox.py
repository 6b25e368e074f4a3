"""The inbox: calls for help as tickets, answered from the chat; and the person's way to answer back."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta

from bot.commands import STAFF
from bot.effects import Effect, Start
from bot.flows.pages import role_of
from bot.house import Action, Page
from bot.mentoring.inbox import SAFETY, InboxView, Ticket, TicketView
from bot.mentoring.inbox import Said as Heard
from bot.mentoring.inbox_effects import AnswerTicket, CloseTicket, OpenTicket, ReplyTicket, TakeTicket
from bot.mentoring.people import Facts, Role
from bot.messages import Button, Rows, Say, Screen, When, say
from bot.ports import State
from bot.talk.questions import Text
from bot.talk.talk import Flow, Talk

PER_PAGE = 6
MOST_WORDS = 1500
CLOSED = frozenset({"closed", "selesai", "tutup"})
ID_DIGITS = 9
MOMENT_DIGITS = 10  # of seconds since 1970, until the year 2286


def inbox(facts: Facts) -> Screen:
    """Those that wait first, what is about safety before all else."""
    view = facts.view if isinstance(facts.view, InboxView) else InboxView()
    if not view.tickets:
        key = "inbox-empty-closed" if view.closed else "inbox-empty"
        return Screen((say(key),), _other_side(view))
    title = _title(view)
    lines = [_line(number, ticket, facts.now) for number, ticket in enumerate(view.tickets, 1)]
    return Screen((title, *lines), (*_opens(view), *_turning(view), *_other_side(view)))


def _opens(view: InboxView) -> Rows:
    """A button a call, two in a row."""
    buttons = [
        Button(say("button-ticket", number=number, name=each.name), f"p:ticket:{each.id}")
        for number, each in enumerate(view.tickets, 1)
    ]
    return tuple(tuple(buttons[at : at + 2]) for at in range(0, len(buttons), 2))


def _title(view: InboxView) -> Say:
    if view.closed:
        return say("inbox-closed", total=view.total, waiting=view.waiting)
    return say("inbox-title", waiting=view.waiting, answered=view.total - view.waiting)


def _line(number: int, ticket: Ticket, now: datetime) -> Say:
    return say("inbox-line", number=number, name=ticket.name, by=ticket.by, **_state(ticket, now))


def _state(ticket: Ticket, now: datetime) -> dict[str, Say | str]:
    """What it is about, and how long it has been so."""
    closed = ticket.state == "closed"
    return {
        "topic": say("ticket-topic", topic=ticket.topic),
        "state": ticket.state,
        "age": age(now - ticket.waits),
        "urgent": "yes" if ticket.topic == SAFETY and not closed else "no",
        "taken": "no" if closed or not ticket.by else "mine" if ticket.mine else "yes",
    }


def age(span: timedelta) -> Say:
    """How long, in the largest unit that is not empty."""
    minutes = max(1, int(span.total_seconds()) // 60)
    for unit, size in (("days", 24 * 60), ("hours", 60)):
        if minutes >= size:
            return say("ticket-age", unit=unit, n=minutes // size)
    return say("ticket-age", unit="minutes", n=minutes)


def _turning(view: InboxView) -> Rows:
    kind = "closed-" if view.closed else ""
    before = [Button(say("button-inbox-before"), f"p:inbox:{kind}{view.page - 1}")] if view.page > 1 else []
    more = view.page * PER_PAGE < view.total
    after = [Button(say("button-inbox-after"), f"p:inbox:{kind}{view.page + 1}")] if more else []
    return ((*before, *after),) if before or after else ()


def _other_side(view: InboxView) -> Rows:
    if view.closed:
        return ((Button(say("button-inbox"), "p:inbox"),),)
    return ((Button(say("button-inbox-closed"), "p:inbox:closed"),),)


def ticket(facts: Facts) -> Screen:
    """One call: who, what about, what was said, and what can be done."""
    view = facts.view
    if not isinstance(view, TicketView):
        return Screen((say("ticket-gone"),), ((Button(say("button-inbox"), "p:inbox"),),))
    known = view.ticket
    lines = [say("ticket-title", name=known.name, by=known.by, **_state(known, facts.now))]
    lines += [say("ticket-earlier", n=view.earlier)] if view.earlier else []
    lines += [_heard(said, known.name) for said in view.said] or [say("ticket-no-words")]
    lines += [] if view.reached else [say("ticket-unreached", name=known.name)]
    return Screen(tuple(lines), _ways(known))


def _heard(heard: Heard, name: str) -> Say:
    return say("ticket-said", name=heard.staff or name, at=When(heard.at), text=heard.text)


def _ways(known: Ticket) -> Rows:
    answer = Button(say("button-ticket-answer"), f"go:ticket_answer:{known.id}")
    person = Button(say("button-ticket-person", name=known.name), f"p:person:{known.person}")
    back = Button(say("button-inbox"), "p:inbox")
    if known.state == "closed":
        return ((answer, person), (back,))
    take = (
        ()
        if known.mine
        else (Button(say("button-take", taken="yes" if known.by else "no"), f"do:ticket_take:{known.id}"),)
    )
    close = Button(say("button-close-ticket"), f"do:ticket_close:{known.id}")
    return ((answer, *take), (close, person), (back,))


def answer(talk: Talk, facts: Facts) -> list[Effect]:
    """In which words; they go to the person where they are."""
    view = facts.view
    if not isinstance(view, TicketView):
        return [Start("ticket", facts.subject)]
    last = next((said.text for said in reversed(view.said) if not said.staff), "")
    asked = say("ticket-answer-what", name=view.ticket.name, text=last, said="yes" if last else "no")
    return [AnswerTicket(view.ticket.id, talk.ask(Text(key="text", text=asked, most=MOST_WORDS)))]


def reply(talk: Talk, facts: Facts) -> list[Effect]:
    """The person's words to whoever answered."""
    view = facts.view
    if not isinstance(view, TicketView):
        return [Start("help_me")]
    last = next((said.staff for said in reversed(view.said) if said.staff), "")
    asked = say("ticket-reply-what", staff=last, named="yes" if last else "no", role=role_of(facts))
    return [ReplyTicket(view.ticket.id, talk.ask(Text(key="text", text=asked, most=MOST_WORDS)))]


def _id(text: str) -> int:
    """The number in a button, which anybody can make up; 0 for anything else."""
    return int(text) if text.isdecimal() and len(text) <= ID_DIGITS else 0


def open_call(arg: str, state: State, now: datetime) -> list[Effect]:
    """One tap on the message that told of a call: "<person>-<moment>"."""
    person, _, since = arg.partition("-")
    return [OpenTicket(_id(person), int(since) if since.isdecimal() and len(since) <= MOMENT_DIGITS else 0)]


def take(arg: str, state: State, now: datetime) -> list[Effect]:
    """One tap: I take care of it."""
    return [TakeTicket(_id(arg)), Start("ticket", arg)]


def close(arg: str, state: State, now: datetime) -> list[Effect]:
    """One tap: it is settled."""
    return [CloseTicket(_id(arg)), Start("ticket", arg)]


# What goes to others


def answered(name: str, text: str, number: int) -> Screen:
    """An answer, as the person reads it."""
    return Screen((say("ticket-answer", name=name, text=text),), _answer_back(number))


def settled(name: str, role: str, number: int) -> Screen:
    """That it is settled, and that the door stays open."""
    return Screen((say("ticket-settled", name=name, role=role),), _answer_back(number))


def _answer_back(number: int) -> Rows:
    return ((Button(say("button-answer-back"), f"go:ticket_reply:{number}"),),)


def came_in(name: str, text: str, number: int) -> Screen:
    """What the person wrote, as coordinators read it."""
    return Screen((say("ticket-came-in", name=name, text=text),), open_ticket(number))


def waiting(name: str, topic: str, since: datetime, number: int) -> Screen:
    """That somebody waits for a word."""
    line = say(
        "ticket-waiting", name=name, topic=say("ticket-topic", topic=topic), since=When(since), urgent=_urgent(topic)
    )
    return Screen((line,), open_ticket(number))


def _urgent(topic: str) -> str:
    return "yes" if topic == SAFETY else "no"


def open_ticket(number: int) -> Rows:
    """The way to a ticket."""
    return ((Button(say("button-open-ticket"), f"p:ticket:{number}"),),)


FLOWS = (Flow("ticket_answer", answer), Flow("ticket_reply", reply))
PAGES = (Page("inbox", inbox, apart=True), Page("ticket", ticket, apart=True))
ACTIONS: Mapping[str, Action] = {"ticket_open": open_call, "ticket_take": take, "ticket_close": close}
ROLES: Mapping[str, frozenset[Role]] = dict.fromkeys(
    ("ticket", "ticket_answer", "do:ticket_open", "do:ticket_take", "do:ticket_close"), STAFF
)
