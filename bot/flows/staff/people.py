"""A person as coordinators see them, found by a name however it is typed; and a message to them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime

from bot.commands import STAFF
from bot.effects import Effect, Start, Tell
from bot.flows.staff.invite import number_in
from bot.house import Action, Page
from bot.mentoring.people import Facts
from bot.mentoring.people_effects import PauseMember, RemoveMember, WriteTo
from bot.mentoring.people_views import Card, Hit, PairBrief, PersonView
from bot.messages import Button, Rows, Say, Screen, When, say
from bot.ports import State
from bot.talk.questions import Text
from bot.talk.talk import Flow, Talk

MOST_WORDS = 1000
BREAKS = (1, 2, 4)  # weeks of a break, to tap
WEEK_DAYS = 7
FIND = (Button(say("button-find-person"), "go:find_person"),)
REASON = "coordinator"  # why somebody left, when a coordinator decided so


def person(facts: Facts) -> Screen:
    """One person's card, or those who may be meant."""
    view = facts.view
    if not isinstance(view, PersonView) or not view.text:
        every, waiting = Button(say("button-everyone"), "p:everyone"), Button(say("button-pending"), "p:pending")
        return Screen((say("person-how"),), (FIND, (every, waiting)))
    if view.card:
        return _card(view.card)
    if not view.hits and not view.invited:
        others = (Button(say("button-everyone"), "p:everyone"), Button(say("button-invite-new"), "go:invite"))
        return Screen((say("person-nobody", text=view.text),), (FIND, others))
    hits = hit_buttons(view.hits)
    invited = tuple((Button(say("button-invited", name=each.label), f"p:invitation:{each.id}"),)
                    for each in view.invited)  # fmt: skip
    return Screen((say("person-several", text=view.text),), (*hits, *invited, FIND))


def hit_buttons(hits: Sequence[Hit], before: str = "p:person:") -> Rows:
    """Those who may be meant, a button each: name and role, and a number when several have one name."""
    names = Counter(hit.name for hit in hits)
    return tuple((_hit_button(hit, f"{before}{hit.person}", same=names[hit.name] > 1),) for hit in hits)


def _hit_button(hit: Hit, data: str, *, same: bool) -> Button:
    key = "button-hit-same" if same else "button-hit"
    return Button(say(key, name=hit.name or "…", role=_role(hit.role), number=hit.person), data)


def _role(role: str) -> Say:
    return say(f"invite-role-{role}")


def _card(card: Card) -> Screen:
    lines = (_who(card), *_where(card), *map(_pair, card.pairs), *_goals(card), *_done(card))
    calls = ((Button(say("button-inbox"), "p:inbox"),),) if card.tickets else ()
    return Screen(lines, (*_pair_buttons(card), *calls, *_ways(card)))


def _who(card: Card) -> Say:
    until = {"until": When(card.paused_until, "day")} if card.paused_until else {"until": "…"}
    standing = card.standing if card.standing != "paused" or card.paused_until else "resting"
    return say("person-who", name=card.name or "…", role=_role(card.role), standing=standing, **until)


def _where(card: Card) -> Iterator[Say]:
    names = tuple(say("platform", name=platform) for platform in card.platforms)
    seen = say("person-seen", at=When(card.seen, "day")) if card.seen else say("person-never-seen")
    yield say("person-since", since=When(card.since, "day"), seen=seen, where=names)
    if not card.reached:
        yield say("person-unreached")


def _pair(pair: PairBrief) -> Say:
    heard = say("person-heard", at=When(pair.heard, "day")) if pair.heard else say("person-not-heard")
    return say("person-pair", role=pair.role, name=pair.name, since=When(pair.since), heard=heard)


def _goals(card: Card) -> Iterator[Say]:
    if card.goals:
        told = tuple(_goal(title, percent) for title, percent in card.goals)
        yield say("person-goals", goals=told)
    elif card.role == "mentee":
        yield say("person-no-goals")


def _goal(title: str, percent: int | None) -> Say:
    return say("person-goal", title=title, percent="none" if percent is None else percent)


def _done(card: Card) -> Iterator[Say]:
    if card.asked:
        yield say("person-checkins", k=card.answered, n=card.asked)
    if card.tickets:
        yield say("person-tickets", n=card.tickets)


def _pair_buttons(card: Card) -> Rows:
    return tuple((Button(say("button-pair-of", name=each.name), f"p:pair:{each.pair}"),) for each in card.pairs)


def _ways(card: Card) -> Rows:
    """What can be done; who runs the programme is seen to elsewhere, who has left is only looked at."""
    write = Button(say("button-write-to"), f"go:write_to:{card.person}")
    if card.standing == "waiting":
        return ((Button(say("button-applicant"), f"p:applicant:{card.member}"),),)
    if card.standing == "left" or card.role not in {"mentee", "mentor"}:
        return ((write,),) if card.standing != "left" else ()
    remove = Button(say("button-remove-member"), f"p:remove_member:{card.member}")
    if card.standing == "enrolling":
        return ((write, remove),)
    rest = Button(say("button-pause-member"), f"p:pause_member:{card.member}")
    if card.standing == "paused":
        rest = Button(say("button-resume-member"), f"do:pause_member:{card.member}-0")
    return ((write, Button(say("button-pair-with"), f"go:pair_with:{card.person}")), (rest, remove))


# A message


def write_to(talk: Talk, facts: Facts) -> list[Effect]:
    """A coordinator's own words to somebody, who can answer."""
    view = facts.view
    card = view.card if isinstance(view, PersonView) else None
    if card is None or card.standing == "left":
        return [Tell(gone())]
    if not card.reached:
        return [Tell(Screen((say("write-unreached", name=card.name),), (_back(card),)))]
    text = talk.ask(Text(key="words", text=say("write-what", name=card.name or "…"), most=MOST_WORDS))
    return [WriteTo(card.person, text), Tell(Screen((say("write-sent", name=card.name or "…"),), (_back(card),)))]


def _back(card: Card) -> tuple[Button, ...]:
    return (Button(say("button-person", name=card.name or "…"), f"p:person:{card.person}"),)


def words_of(name: str, programme: str, text: str) -> Screen:
    """A coordinator's words, as they arrive; the answer reaches the coordinators."""
    answer = Button(say("button-answer-staff"), "go:help_me::topic:other")
    return Screen((say("staff-writes", name=name, programme=programme), say("staff-words", text=text)), ((answer,),))


def gone() -> Screen:
    """Somebody who is no member of this programme, or no longer."""
    return Screen((say("person-gone"),), ((Button(say("button-pending"), "p:pending"),),))


# A break, and the end


def pause_page(facts: Facts) -> Screen:
    """How long somebody rests, before it is done."""
    card = _card_of(facts)
    if card is None or card.standing != "active":
        return gone()
    breaks = tuple(Button(say("button-break", n=n), f"do:pause_member:{card.member}-{n}") for n in BREAKS)
    keep = Button(say("button-leave-it"), f"p:person:{card.person}")
    return Screen((say("pause-member", name=card.name, role=card.role),), (breaks, (keep,)))


def remove_page(facts: Facts) -> Screen:
    """What removing somebody does, before it is done."""
    card = _card_of(facts)
    if card is None or card.standing == "left" or card.role not in {"mentee", "mentor"}:
        return gone()
    partners = tuple(each.name for each in card.pairs)
    lines = [say("remove-member", name=card.name or "…")]
    lines += [say("remove-partners", names=partners)] if partners else []
    yes = Button(say("button-remove-yes", name=card.name or "…"), f"do:remove_member:{card.member}")
    keep = Button(say("button-leave-it"), f"p:person:{card.person}")
    return Screen((*lines, say("remove-data")), ((yes,), (keep,)))


def _card_of(facts: Facts) -> Card | None:
    return facts.view.card if isinstance(facts.view, PersonView) else None


def pause(arg: str, state: State, now: datetime) -> list[Effect]:
    """Give somebody a break of some weeks, or end it: "<member>-<weeks>"."""
    member, _, weeks = arg.partition("-")
    number = number_in(weeks)
    if not number_in(member) or number > max(BREAKS):
        return [Start("person")]
    return [PauseMember(number_in(member), number * WEEK_DAYS)]


def remove(arg: str, state: State, now: datetime) -> list[Effect]:
    """Let somebody leave, as was asked for."""
    return [RemoveMember(number_in(arg), REASON)]


FLOWS = (Flow("write_to", write_to),)
PAGES = (
    Page("person", person, apart=True),
    Page("pause_member", pause_page, apart=True),
    Page("remove_member", remove_page, apart=True),
)
ACTIONS: Mapping[str, Action] = {"pause_member": pause, "remove_member": remove}
ROLES = dict.fromkeys(
    ("write_to", "pause_member", "remove_member", *(f"do:{name}" for name in ACTIONS)),
    STAFF,
)
