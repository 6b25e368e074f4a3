"""Which pairs need somebody today, why, and what a coordinator can do about it in one tap."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime, time, timedelta

from bot.commands import STAFF
from bot.effects import Effect, Job, Start, Tell
from bot.flows.rights import Until
from bot.flows.staff.risk_words import ALL, MOST, line, reasons, to_list
from bot.house import Action, Page
from bot.mentoring.calendar import local, local_date
from bot.mentoring.people import Facts, Role
from bot.mentoring.risk_effects import NudgePair, PairDone, SetInactive, StillGoing, UnwatchPair, WatchPair, WritePair
from bot.mentoring.risk_views import PAGE, AtRisk, Couple, FineList, OnePair, Rules
from bot.messages import Button, Rows, Say, Screen, Value, When, say
from bot.ports import State
from bot.talk.choices import Choice
from bot.talk.questions import Option, Text
from bot.talk.talk import Flow, Talk

MOST_WORDS = 1000
MOST_WHY = 200
ID_DIGITS = 9
SPANS = {"week": 7, "two-weeks": 14, "month": 30}  # days for which a pair may be fine
LONGEST = timedelta(days=183)
MORNING = time(7)  # when a pair that was fine is looked at again
INACTIVE = (45, 90)
LIFTS = 3  # buttons of a row
TEXT = "risk_text"  # the kind of job that puts words into other people's languages


# The list


def at_risk(facts: Facts) -> Screen:
    """The pairs that need somebody, worst first, each with why and what can be done."""
    view = facts.view if isinstance(facts.view, AtRisk) else AtRisk()
    if not view.total:
        return Screen((say("risk-none"), *_besides(view)), _ways(view))
    first = view.page * PAGE + 1
    most = ALL if view.total == 1 else MOST
    lines = (line(number, pair, most) for number, pair in enumerate(view.pairs, first))
    rows = _deeds(view.pairs[0].pair) if view.total == 1 else tuple(_opens(first, view))
    return Screen((_title(view), *lines, *_besides(view)), (*rows, *_ways(view)))


def _title(view: AtRisk) -> Say:
    return say("risk-title", n=view.fresh) if view.fresh else say("risk-title-acted", n=view.total)


def _besides(view: AtRisk) -> Iterator[Say]:
    if view.total > PAGE:
        first, last = view.page * PAGE + 1, min(view.total, (view.page + 1) * PAGE)
        yield say("risk-page", first=first, last=last, total=view.total, more=last - first)
    if view.waiting:
        yield say("risk-waiting", n=view.waiting)


def _opens(first: int, view: AtRisk) -> Iterator[tuple[Button, ...]]:
    """A button a pair, which opens what can be done about it."""
    for number, pair in enumerate(view.pairs, first):
        yield (Button(say("button-risk-pair", number=number, mentee=pair.mentee, mentor=pair.mentor),
                      f"p:risk_pair:{pair.pair}"),)  # fmt: skip


def _deeds(pair: int) -> Rows:
    """What can be done about a pair."""
    return (
        (_deed("nudge", f"do:nudge_pair:{pair}"), _deed("write", f"go:risk_write:{pair}")),
        (_deed("text", f"do:pair_text:{pair}"), _deed("fine", f"go:risk_fine:{pair}")),
        (Button(say("button-pair-card"), f"p:pair:{pair}"),),
    )


def _deed(name: str, data: str) -> Button:
    return Button(say(f"button-risk-{name}"), data)


def risk_pair(facts: Facts) -> Screen:
    """One pair: all that holds of it, and what can be done."""
    view = facts.view
    if not isinstance(view, OnePair):
        return gone()
    pair = view.risky
    about = [say("risk-pair-title", mentee=pair.mentee, mentor=pair.mentor), *reasons(pair)]
    if view.fine_until:
        about.append(say("risk-pair-fine", until=When(view.fine_until, "day")))
    if pair.acted:
        about.append(say("risk-pair-done", at=When(pair.acted, "day")))
    return Screen(tuple(about), (*_deeds(pair.pair), *to_list()))


def _ways(view: AtRisk) -> Rows:
    """To other pages, to those who are fine, to the rules."""
    back = [Button(say("button-risk-before"), f"p:at_risk:{view.page - 1}")] if view.page else []
    more = view.total > (view.page + 1) * PAGE
    ahead = [Button(say("button-risk-more"), f"p:at_risk:{view.page + 1}")] if more else []
    fine = [Button(say("button-risk-fine-list", n=view.fine), "p:risk_fine_list")] if view.fine else []
    match = [Button(say("button-risk-match", n=view.waiting), "p:match")] if view.waiting else []
    rows = ([*back, *ahead], [*fine, *match, Button(say("button-risk-rules"), "p:risk_rules")])
    return tuple(tuple(row) for row in rows if row)


def fine_list(facts: Facts) -> Screen:
    """The pairs a coordinator knows to be fine, each with until when and why."""
    view = facts.view if isinstance(facts.view, FineList) else FineList()
    if not view.pairs:
        return Screen((say("risk-fine-none"),), to_list())
    lines, lift = [say("risk-fine-title", n=view.total)], []
    for number, pair in enumerate(view.pairs, 1):
        until = When(pair.until, "day")
        about: dict[str, Value] = {"number": number, "mentee": pair.mentee, "mentor": pair.mentor, "until": until}
        lines.append(say("risk-fine-why", **about, why=pair.why) if pair.why else say("risk-fine-line", **about))
        lift.append(Button(say("button-risk-lift", number=number), f"do:unwatch:{pair.pair}"))
    rows = tuple(tuple(lift[at : at + LIFTS]) for at in range(0, len(lift), LIFTS))
    return Screen(tuple(lines), (*rows, *to_list()))


def rules(facts: Facts) -> Screen:
    """What the rules are here, and the one threshold that is set by a tap."""
    view = facts.view
    if not isinstance(view, Rules):
        return Screen((say("risk-rules-none"),), to_list())
    risk = view.risk
    days = {"first": risk.first_contact, "session": risk.session, "goal": risk.no_goal, "profile": risk.profile}
    told = say(
        "risk-rules",
        silence=risk.silence,
        cadence=risk.cadence,
        missed=risk.missed,
        score=risk.score,
        agreement=risk.no_agreement.days,
        **{name: span.days for name, span in days.items()},
    )
    asked = say("risk-rules-inactive", n=risk.inactive.days, answer=risk.answer.days)
    others = (each for each in INACTIVE if each != risk.inactive.days)
    change = tuple(Button(say("button-risk-inactive", n=each), f"do:inactive_after:{each}") for each in others)
    return Screen((say("risk-rules-title"), told, say("risk-rules-rest"), asked), (change, *to_list()))


# What takes more than a tap


def write(talk: Talk, facts: Facts) -> list[Effect]:
    """A coordinator's own words to one or both, seen before they go."""
    couple = facts.view
    if not isinstance(couple, Couple) or not couple.pair:
        return [Tell(gone())]
    whom = talk.ask(_whom(couple))
    text = talk.ask(Text(key="text", text=say("risk-write-text"), most=MOST_WORDS, short=say("short-risk-text")))
    names = {"mentee": (couple.mentee,), "mentor": (couple.mentor,)}.get(whom, (couple.mentee, couple.mentor))
    preview = say("risk-write-preview", to=say("listed", items=names), name=facts.me.name, text=text)
    sends = (Option("send", say("button-send")), Option("drop", say("button-risk-drop")))
    if talk.ask(Choice(key="send", text=preview, choices=sends)) == "drop":
        return [Tell(Screen((say("risk-write-dropped"),), to_list()))]
    return [WritePair(couple.pair, whom, text)]


def _whom(couple: Couple) -> Choice:
    labels = (("both", say("risk-both")), ("mentee", couple.mentee), ("mentor", couple.mentor))
    choices = tuple(Option(slug, label) for slug, label in labels)
    text = say("risk-write-whom", mentee=couple.mentee, mentor=couple.mentor)
    return Choice(key="whom", text=text, choices=choices, columns=1, short=say("short-risk-whom"))


def fine(talk: Talk, facts: Facts) -> list[Effect]:
    """Until when a pair is fine, and why if one likes to say."""
    couple = facts.view
    if not isinstance(couple, Couple) or not couple.pair:
        return [Tell(gone())]
    day = talk.ask(_until(facts, couple))
    why = talk.offer(Text(key="why", text=say("risk-fine-reason"), most=MOST_WHY, short=say("short-risk-why")))
    return [WatchPair(couple.pair, local(day, MORNING, _zone(facts)), why or "")]


def _zone(facts: Facts) -> str:
    """Where the programme's days begin."""
    return facts.programme.zone if facts.programme else facts.me.zone


def _until(facts: Facts, couple: Couple) -> Until:
    today = local_date(facts.now, _zone(facts))
    ends = {name: today + timedelta(days=days) for name, days in SPANS.items()}
    return Until(
        key="until",
        text=say("risk-fine-until", mentee=couple.mentee, mentor=couple.mentor),
        first=today + timedelta(days=1),
        last=today + LONGEST,
        counted_from=today,
        choices=tuple(Option(day.isoformat(), say(f"risk-fine-{name}")) for name, day in ends.items()),
        short=say("short-risk-until"),
    )


def gone() -> Screen:
    """The pair is not there any more, or never was this programme's."""
    return Screen((say("risk-gone"),), to_list())


# One tap


def _number(arg: str) -> int:
    """The number of a pair in a button, which anybody can make up; 0 for none."""
    return int(arg) if arg.isdecimal() and len(arg) <= ID_DIGITS else 0


def nudge_pair(arg: str, state: State, now: datetime) -> list[Effect]:
    """Greet both."""
    return [NudgePair(pair)] if (pair := _number(arg)) else [Start("at_risk")]


def pair_text(arg: str, state: State, now: datetime) -> list[Effect]:
    """Words to copy, each in its reader's language."""
    return [Job(TEXT, {"pair": pair})] if (pair := _number(arg)) else [Start("at_risk")]


def unwatch(arg: str, state: State, now: datetime) -> list[Effect]:
    """Look at a pair again."""
    return [*([UnwatchPair(pair)] if (pair := _number(arg)) else []), Start("risk_fine_list")]


def inactive_after(arg: str, state: State, now: datetime) -> list[Effect]:
    """After how long a silent pair is asked."""
    days = _number(arg)
    return [*([SetInactive(days)] if days in INACTIVE else []), Start("risk_rules")]


def still_going(arg: str, state: State, now: datetime) -> list[Effect]:
    """One of the two: we go on."""
    return [StillGoing(pair)] if (pair := _number(arg)) else [Start("help")]


def pair_done(arg: str, state: State, now: datetime) -> list[Effect]:
    """One of the two: we are done."""
    return [PairDone(pair)] if (pair := _number(arg)) else [Start("help")]


FLOWS = (Flow("risk_write", write), Flow("risk_fine", fine))
PAGES = (
    Page("at_risk", at_risk, apart=True),
    Page("risk_pair", risk_pair, apart=True),
    Page("risk_fine_list", fine_list, apart=True),
    Page("risk_rules", rules, apart=True),
)
ACTIONS: Mapping[str, Action] = {
    "nudge_pair": nudge_pair,
    "pair_text": pair_text,
    "unwatch": unwatch,
    "inactive_after": inactive_after,
    "still_going": still_going,
    "pair_done": pair_done,
}
DESKS = ("at_risk", "risk_pair", "risk_fine_list", "risk_rules", "risk_write", "risk_fine")
DEEDS = ("nudge_pair", "pair_text", "unwatch", "inactive_after")
ROLES: Mapping[str, frozenset[Role]] = dict.fromkeys((*DESKS, *(f"do:{deed}" for deed in DEEDS)), STAFF)
