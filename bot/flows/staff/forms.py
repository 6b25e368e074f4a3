"""The coordinator's forms: what there is, one of them, sending it, its link, retiring it; the words behind /form."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import datetime

from bot.commands import STAFF
from bot.effects import Effect, Job, Start, Tell
from bot.flows.staff import forms_ask, forms_preview, forms_results
from bot.flows.staff.forms_common import card_of, nothing, to_list, way
from bot.house import PAGE, Action, Page
from bot.mentoring.form_shelf import sendable, shelf
from bot.mentoring.form_views import Card, FormCards, FormNames
from bot.mentoring.form_words import ALONE, Wish, meant, read_wish
from bot.mentoring.forms_effects import DropForm, KeepForm, SetFormState
from bot.mentoring.people import Facts, Role
from bot.messages import Button, Rows, Say, Screen, say
from bot.ports import State
from bot.talk.forms import SLUG
from bot.talk.talk import Flow, Talk

SHOWN = 8  # forms on a page
CUT = 100  # characters that are kept behind a command
ID_DIGITS = 9
AUDIENCES = ("all", "mentees", "mentors")
PAIRED = ("mentees paired", "mentors paired")  # who can be asked about a partner


# Behind the command


def desk(talk: Talk, facts: Facts) -> list[Effect]:
    """Do what the words behind /form ask for."""
    wish = read_wish(facts.subject)
    if wish.kind in ALONE:
        return [Job("form_example")] if wish.kind == "example" else [Start("forms")]
    own = facts.view.names if isinstance(facts.view, FormNames) else ()
    name = meant(wish.name, [*own, *shelf()])
    if not name:
        return [Tell(_which(wish, [*own, *shelf()]))]
    if wish.audience and len(facts.subject) >= CUT:
        return [Tell(Screen((say("form-send-long"),), ((_button("send", name),),)))]
    if wish.audience:
        return [_send(name, wish.audience)]
    return DOES[wish.kind](name)


def _to(page: str) -> Callable[[str], list[Effect]]:
    return lambda name: [Start(page, name)]


DOES: Mapping[str, Callable[[str], list[Effect]]] = {
    **{kind: _to(f"form_{kind}") for kind in ("card", "preview", "results", "comments", "chart", "send", "retire")},
    "restore": lambda name: [SetFormState(name, "active")],
    "link": lambda name: [Job("form_link", {"form": name})],
    "csv": lambda name: [Job("form_csv", {"form": name})],
}


def _button(kind: str, name: str) -> Button:
    """The way to what was wished for, for a form by its name."""
    actions = {"link": f"do:form_link:{name}", "csv": f"do:form_csv:{name}", "restore": f"do:form_state:{name}:active"}
    return Button(name, actions.get(kind, f"p:form_{kind}:{name}"))


def _which(wish: Wish, names: list[str]) -> Screen:
    line = say("form-unknown", name=wish.name) if wish.name else say("form-which")
    ways = [_button(wish.kind, name) for name in names]
    return Screen((line,), tuple(tuple(ways[at : at + 2]) for at in range(0, len(ways[:40]), 2)))


def _send(name: str, audience: str) -> Effect:
    """Propose to send a form, unless it belongs to a moment of its own."""
    if not sendable(name):
        return Tell(_own_moment(name))
    return Job("form_send", {"form": name, "audience": audience[:CUT]})


def _own_moment(name: str) -> Screen:
    card = Button(say("button-form-card"), f"p:form_card:{name}")
    return Screen((say("form-send-never", when=_moment(name)),), ((card,),))


# What there is


def forms(facts: Facts) -> Screen:
    """All forms: the programme's own, those that ship, those that are not asked any more."""
    cards = facts.view.cards if isinstance(facts.view, FormCards) else ()
    at = int(facts.subject) if facts.subject.isdecimal() and len(facts.subject) < 4 else 0
    some = cards[at : at + SHOWN]
    lines = tuple(_line(card) for card in some)
    ways = [Button(card.form.title.say(), f"p:form_card:{card.key}") for card in some]
    pairs = tuple(tuple(ways[n : n + 2]) for n in range(0, len(ways), 2))
    turning = [Button(say("button-before"), f"p:forms:{max(0, at - SHOWN)}")] if at else []
    turning += [Button(say("button-after"), f"p:forms:{at + SHOWN}")] if at + SHOWN < len(cards) else []
    new = (Button(say("button-form-new"), "p:form_new"),)
    return Screen((say("forms-title", n=len(cards)), *lines), (*pairs, *((tuple(turning),) if turning else ()), new))


def _line(card: Card) -> Say:
    form = card.form
    state = "kept" if card.active else "retired"
    return say("form-line", title=form.title.say(), when=_when(card), n=card.answers, version=card.number, state=state)


def _when(card: Card) -> Say:
    return _moment(card.form.name) if not card.own else say("form-when-own")


def _moment(name: str) -> Say:
    """When a form that ships is asked; an operator may have others."""
    known = {"feedback", "after-session", "pulse", "midway", "closing", "goal-view"}
    return say(f"form-when-{name}") if name in known else say("form-when-other")


def new(facts: Facts) -> Screen:
    """How one makes a form."""
    return Screen((say("form-new"),), ((Button(say("button-form-example"), "do:form_example"), to_list()),))


def card(facts: Facts) -> Screen:
    """One form, and what can be done with it."""
    shown = card_of(facts)
    if shown is None:
        return nothing(facts)
    form = shown.form
    head = say("form-card", title=form.title.say(), name=form.name, questions=len(form.questions), n=shown.answers)
    version = say("form-card-version", number=shown.number, hash=form.version)
    lines = [head, say("form-card-when", when=_when(shown)), version]
    lines += [] if shown.active else [say("form-card-retired")]
    return Screen(tuple(lines), _ways(shown))


def _ways(shown: Card) -> Rows:
    name, first = shown.form.name, (way("preview", shown), way("results", shown))
    if not shown.active:
        return first, (Button(say("button-form-restore"), f"do:form_state:{name}:active"), to_list())
    sending = (way("send", shown), Button(say("button-form-link"), f"do:form_link:{name}"))
    last = (way("retire", shown), to_list()) if shown.own else (to_list(),)
    return (first, sending, last) if sendable(name) else (first, last)


def send(facts: Facts) -> Screen:
    """To whom a form may go: the usual ones, or a filter to type."""
    shown = card_of(facts)
    if shown is None or not shown.active:
        return nothing(facts)
    name = shown.form.name
    if not sendable(name):
        return _own_moment(name)
    about = "partner" if shown.form.needs else "all"
    usual = PAIRED if shown.form.needs else AUDIENCES
    ways = tuple(
        Button(say(f"button-form-to-{each.replace(' ', '-')}"), f"do:form_send:{name}:{each}") for each in usual
    )
    return Screen(
        (say("form-send", title=shown.form.title.say(), name=name, about=about),), (ways, (way("card", shown),))
    )


def retire(facts: Facts) -> Screen:
    """What happens when a form is asked no more, and whether that is wanted."""
    shown = card_of(facts)
    if shown is None or not shown.own or not shown.active:
        return nothing(facts)
    sure = Button(say("button-form-retire"), f"do:form_state:{shown.form.name}:retired")
    line = say("form-retire", title=shown.form.title.say(), n=shown.answers)
    return Screen((line,), ((sure,), (way("card", shown),)))


# What the writer answers


def offered(shown: Card, locale: str) -> Screen:
    """A form that was dropped into the chat: its questions, and whether to keep it."""
    return forms_preview.shown(shown, locale)


def same(shown: Card) -> Screen:
    """What was dropped is what there is already."""
    return Screen((say("form-same", name=shown.form.name, n=shown.number),), ((way("card", shown),),))


def kept(name: str, number: int) -> Screen:
    """A form is kept."""
    ways = (
        Button(say("button-form-send"), f"p:form_send:{name}"),
        Button(say("button-form-link"), f"do:form_link:{name}"),
    )
    return Screen(
        (say("form-kept", name=name, n=number),), (ways, (Button(say("button-form-card"), f"p:form_card:{name}"),))
    )


def over(name: str) -> Screen:
    """A form that was offered has been kept or thrown away before."""
    return Screen((say("form-offer-over", name=name),), ((to_list(),),))


def dropped(name: str) -> Screen:
    """A form that was offered is thrown away."""
    return Screen((say("form-dropped", name=name),), ((to_list(),),))


def set_to(name: str, state: str, *, changed: bool) -> Screen:
    """A form is retired or back."""
    line = say("form-state", name=name, state=state) if changed else say("form-unknown", name=name)
    return Screen((line,), ((Button(say("button-form-card"), f"p:form_card:{name}"), to_list()),))


# Buttons


def _named(act: Callable[[str, str], list[Effect]]) -> Action:
    """An action on "name" or "name:more"; whoever made up another button sees the list."""

    def run(arg: str, state: State, now: datetime) -> list[Effect]:
        name, _, more = arg.partition(":")
        return act(name, more) if re.match(SLUG, name) else [Start("forms")]

    return run


def _uploaded(effect: Callable[[str, int], Effect]) -> Action:
    """An action on "upload:name"."""

    def run(arg: str, state: State, now: datetime) -> list[Effect]:
        number, _, name = arg.partition(":")
        fits = number.isdecimal() and len(number) <= ID_DIGITS and re.match(SLUG, name)
        return [effect(name, int(number))] if fits else [Start("forms")]

    return run


def _example(arg: str, state: State, now: datetime) -> list[Effect]:
    return [Job("form_example")]


FLOWS = (Flow("form_desk", desk), *forms_ask.FLOWS)
PAGES = (
    Page("forms", forms, apart=True),
    Page("form_new", new),
    Page("form_card", card, apart=True),
    Page("form_send", send, apart=True),
    Page("form_retire", retire, apart=True),
    *forms_preview.PAGES,
    *forms_results.PAGES,
)
ACTIONS: Mapping[str, Action] = {
    "form_send": _named(lambda name, audience: [_send(name, audience or "all")]),
    "form_state": _named(lambda name, to: [SetFormState(name, "retired" if to == "retired" else "active")]),
    "form_link": _named(lambda name, _: DOES["link"](name)),
    "form_chart": _named(lambda name, at: [Job(PAGE, {"name": "form_chart", "subject": f"{name}:{at}", "note": []})]),
    "form_csv": _named(lambda name, _: DOES["csv"](name)),
    "form_keep": _uploaded(KeepForm),
    "form_drop": _uploaded(DropForm),
    "form_example": _example,
}
ROLES: Mapping[str, frozenset[Role]] = dict.fromkeys(
    ["form_try", *(page.name for page in PAGES), *(f"do:{action}" for action in ACTIONS)], STAFF
)
