"""What the screens about forms share."""

from __future__ import annotations

from bot.mentoring.form_views import Card, FormCards, FormResults
from bot.mentoring.people import Facts
from bot.messages import Button, Screen, say


def card_of(facts: Facts) -> Card | None:
    """The form that the page is about, if there is one."""
    view = facts.view
    if isinstance(view, FormResults):
        return view.card
    return view.cards[0] if isinstance(view, FormCards) and view.cards else None


def way(page: str, card: Card) -> Button:
    """A button to a page about a form."""
    return Button(say(f"button-form-{page}"), f"p:form_{page}:{card.key}")


def to_list() -> Button:
    """The way to all forms."""
    return Button(say("button-forms"), "p:forms")


def nothing(facts: Facts) -> Screen:
    """There is no such form, or no longer."""
    return Screen((say("form-unknown", name=facts.subject.partition(":")[0]),), ((to_list(),),))
