"""How the two of a pair want to work: six questions to each alone, what lies on the table then, and both agree."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from itertools import chain

from bot.effects import Effect, Start
from bot.flows.lists import KINDS
from bot.flows.pages import role_of
from bot.flows.partners import about_whom, alone, nobody
from bot.house import Action, Page
from bot.mentoring.agreement import KEYS, differing, proposed, round_at, table_of
from bot.mentoring.desk_effects import Agree, KeepAgreement, SaveAgreement
from bot.mentoring.due import Due, Scene
from bot.mentoring.pairing import partner_in
from bot.mentoring.people import Facts, Pact, Partner
from bot.messages import Button, Json, Rows, Say, Screen, Words, say
from bot.ports import State
from bot.talk.choices import Choice, Review
from bot.talk.questions import Option
from bot.talk.talk import Flow, Talk

MOST_WORDS = 200
ID_DIGITS = 9
AGAIN = "-change"  # behind the pair's number: look at one's answers again
BOTH = " + "  # between two answers that both count


def _options(key: str, *slugs: str) -> tuple[Option, ...]:
    return tuple(Option(slug, say(f"pact-{key}-{slug}")) for slug in slugs)


CHOICES: Mapping[str, tuple[Option, ...]] = {
    "cadence": _options("cadence", "weekly", "biweekly", "monthly"),
    "length": _options("length", "45", "30", "60"),
    "kind": KINDS,
    "reply": _options("reply", "day", "two-days", "week"),
    "private": _options("private", "all", "progress"),
    "success": _options("success", "goal", "step", "confidence"),
}
OPEN = frozenset({"private", "success"})  # where own words are an answer too
HOW, WHAT = KEYS[:4], KEYS[4:]  # two pages, each of what belongs together


def agreement(talk: Talk, facts: Facts) -> list[Effect]:
    """Six questions; somebody who has answered them sees how things stand."""
    partner = about_whom(talk, facts)
    if partner is None:
        return [nobody(facts)]
    pact, number = partner.pact, round_at(partner.since, partner.ends, facts.today)
    changing = facts.subject.endswith(AGAIN)
    if pact.mine and not changing:
        return [Start("pact", str(partner.pair))]
    answers = [talk.ask_page([_question(key, facts, partner) for key in page]) for page in (HOW, WHAT)]
    if pact.mine:
        talk.ask(Review(key="review", text=say("pact-review"), choices=(Option("save", say("button-save")),)))
    told = dict(zip(KEYS, chain(*answers), strict=True))
    return [SaveAgreement(partner.pair, max(number, pact.round), told), Start("pact", str(partner.pair))]


def _question(key: str, facts: Facts, partner: Partner) -> Choice:
    return Choice(
        key=key,
        text=say(f"pact-{key}", role=role_of(facts), partner=partner.name),
        choices=CHOICES[key],
        other=MOST_WORDS if key in OPEN else 0,
        columns=1 if key in OPEN else 2,
        short=say(f"short-pact-{key}"),
    )


def recall(facts: Facts) -> Mapping[str, Json]:
    """Answers given before are looked at again."""
    return dict(facts.partner.pact.mine) if facts.partner and facts.subject.endswith(AGAIN) else {}


# How things stand


def pact(facts: Facts) -> Screen:
    """What lies on the table between the two: only where they differ, each in their own words."""
    partner = facts.partner
    if partner is None:
        return alone(facts)
    known, role = partner.pact, role_of(facts)
    if not known.mine:
        return Screen((say("pact-yours", role=role, partner=partner.name),), (_begin(partner),))
    if not known.theirs:
        return Screen((say("pact-waiting", partner=partner.name), *_terms(known)), (_change(partner),))
    if known.mine_agreed and known.theirs_agreed:
        return Screen((say("pact-holds", partner=partner.name), *_terms(known)), (_change(partner),))
    lines = (*_differences(known, partner), *_stand(known, partner))
    return Screen(lines, _answers(known, partner))


def _differences(known: Pact, partner: Partner) -> Iterator[Say]:
    table, apart = proposed(known.mine, known.theirs), differing(known.mine, known.theirs)
    yield say("pact-compared", partner=partner.name, same=len(KEYS) - len(apart), all=len(KEYS))
    for key in apart:
        mine, theirs = shown(key, known.mine[key]), shown(key, known.theirs[key])
        what = say(f"short-pact-{key}")
        if BOTH in table[key]:
            yield say("pact-both", what=what, mine=mine, theirs=theirs, partner=partner.name)
        else:
            yield say(
                "pact-differ",
                what=what,
                mine=mine,
                theirs=theirs,
                partner=partner.name,
                table=shown(key, table[key]),
            )


def _stand(known: Pact, partner: Partner) -> Iterator[Say]:
    if known.mine_agreed:
        yield say("pact-they-still", partner=partner.name)
    else:
        yield say("pact-agree-ask")


def _answers(known: Pact, partner: Partner) -> Rows:
    yes = Button(say("button-agree-pact"), f"do:agree:{partner.pair}:{table_of(known.mine, known.theirs)}")
    return (_change(partner),) if known.mine_agreed else ((yes, *_change(partner)),)


def _begin(partner: Partner) -> tuple[Button, ...]:
    return (Button(say("button-answer-six"), f"go:agreement:{partner.pair}"),)


def _change(partner: Partner) -> tuple[Button, ...]:
    return (Button(say("button-change-answers"), f"go:agreement:{partner.pair}{AGAIN}"),)


def _terms(known: Pact) -> Iterator[Say]:
    """What holds between the two, in one line."""
    if known.terms:
        four = {key: shown(key, known.terms.get(key, "")) for key in HOW}
        yield say("pact-terms", **four)


def shown(key: str, answer: str) -> Words:
    """An answer in words: the label of a choice, or one's own."""
    return next((option.label for option in CHOICES[key] if option.slug == answer), answer)


def moved(partner: Partner) -> Screen:
    """What was agreed to is no longer what lies on the table."""
    look = Button(say("button-look"), f"p:pact:{partner.pair}")
    return Screen((say("pact-moved", partner=partner.name),), ((look,),))


# Buttons and reminders


def agree(arg: str, state: State, now: datetime) -> list[Effect]:
    """Agree: "<pair>:<what lies on the table>"."""
    pair, _, seen = arg.partition(":")
    return [Agree(int(pair), seen), Start("pact", pair)] if _id(pair) else [Start("help")]


def _id(text: str) -> bool:
    """Whether a button, which anybody can make up, holds the number of a pair."""
    return text.isdecimal() and len(text) <= ID_DIGITS


def still(arg: str, state: State, now: datetime) -> list[Effect]:
    """What was agreed is still fine."""
    return [KeepAgreement(int(arg)), Start("pact", arg)] if _id(arg) else [Start("help")]


def remind(due: Due, scene: Scene) -> Screen:
    """Six questions, about two minutes."""
    partner = partner_in(due, scene)
    if partner is None:
        raise LookupError(due.subject)
    key = "remind-agreement-again" if due.step else "remind-agreement"
    role = scene.membership.role if scene.membership else "mentee"
    return Screen((say(key, name=scene.person.name, partner=partner.name, role=role),), (_begin(partner),))


def remind_again(due: Due, scene: Scene) -> Screen:
    """Whether what was agreed is still fine."""
    partner = partner_in(due, scene)
    if partner is None:
        raise LookupError(due.subject)
    if not partner.pact.terms:
        return remind(due, scene)
    yes = Button(say("button-still-fine"), f"do:still:{partner.pair}")
    lines = (say("remind-still-fine", name=scene.person.name, partner=partner.name), *_terms(partner.pact))
    return Screen(lines, ((yes, Button(say("button-change"), f"go:agreement:{partner.pair}{AGAIN}")),))


FLOWS = (Flow("agreement", agreement, recall=recall),)
PAGES = (Page("pact", pact),)
ACTIONS: Mapping[str, Action] = {"agree": agree, "still": still}
DRAWS = {"agreement": remind, "agreement-again": remind_again}
