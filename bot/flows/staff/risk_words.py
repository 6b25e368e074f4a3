"""What is said about silent pairs: why one needs somebody, what both are sent, what a coordinator may copy."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from bot.mentoring.people import Role
from bot.mentoring.risk import Hit
from bot.mentoring.risk_views import Risky
from bot.messages import Button, Rows, Say, Screen, When, say

NUDGED = ("unreachable", "first", "silent", "session", "dispute", "profile", "goal", "agreement")
SESSION = Button(say("button-session-new"), "go:session:new")
MOST = 3  # reasons of a pair, when it is not the only one
ALL = 20
ANY = "any"  # for rules that say nothing to the two themselves, as what somebody answered does


def why(pair: Risky, most: int = MOST) -> Say:
    """What holds of a pair, in one line: the gravest of it, and how much more there is."""
    told = tuple(_reason(hit, pair) for hit in pair.hits[:most])
    more = len(pair.hits) - most
    return say("listed", items=(*told, say("risk-and-more", n=more)) if more > 0 else told)


def reasons(pair: Risky) -> list[Say]:
    """All that holds of a pair, a line each."""
    told = [say("risk-reason", why=_reason(hit, pair)) for hit in pair.hits]
    return told or [say("risk-no-reason")]


def _reason(hit: Hit, pair: Risky) -> Say:
    match hit.rule:
        case "silent":
            return say("risk-silent", n=hit.n, cadence=hit.what)
        case "unreachable" | "profile":
            return say(f"risk-{hit.rule}", name=_who(hit.what, pair))
        case "feel" | "dispute":
            return say(f"risk-{hit.rule}")
    return say(f"risk-{hit.rule}", n=hit.n)


def _who(side: str, pair: Risky) -> Say:
    names = {"mentee": (pair.mentee,), "mentor": (pair.mentor,)}
    return say("listed", items=names.get(side, (pair.mentee, pair.mentor)))


def line(number: int, pair: Risky, most: int = MOST) -> Say:
    """A pair in the list."""
    both = {"mentee": pair.mentee, "mentor": pair.mentor}
    if pair.acted:
        return say("risk-pair-acted", number=number, **both, why=why(pair, most), at=When(pair.acted, "day"))
    return say("risk-pair", number=number, **both, why=why(pair, most))


# To the two


def topic(hits: Sequence[Hit], role: Role) -> str:
    """What a word to one side is about: the gravest that can be said to them."""
    spoken = (hit.rule for hit in hits if hit.rule in NUDGED and _concerns(hit, role))
    return next(spoken, ANY)


def _concerns(hit: Hit, role: Role) -> bool:
    """What holds of one side only is said to that side."""
    return hit.rule not in {"unreachable", "profile"} or hit.what in {role, "both"}


def words(about: str, role: Role, partner: str) -> Say:
    """A warm word that fits a rule."""
    return say(f"risk-word-{about}", role=role, partner=partner)


def nudge(hits: Sequence[Hit], pair: int, role: Role, partner: str, coordinator: str) -> Screen:
    """What one side of a pair is sent, and the next step in one tap."""
    about = topic(hits, role)
    lines = (words(about, role, partner), say("risk-word-from", role=role, coordinator=coordinator))
    return Screen(lines, _ways(about, pair, role, partner))


def _ways(about: str, pair: int, role: Role, partner: str) -> Rows:
    hello = Button(say("button-greet", name=partner), f"go:greet:{pair}")
    first: Mapping[str, Button] = {
        "session": SESSION,
        "dispute": Button(say("button-sessions"), "p:sessions"),
        "agreement": Button(say("button-answer-six"), f"go:agreement:{pair}"),
        "profile": Button(say("button-profile"), "go:profile"),
    }
    own = Button(say("button-new-goal"), "go:goal") if about == "goal" and role == "mentee" else None
    step = own or first.get(about)
    help_me = Button(say("button-help-me"), "go:help_me")
    return ((step,), (hello, help_me)) if step else ((hello,), (help_me,))


def from_staff(name: str, text: str, role: Role) -> Screen:
    """A coordinator's own words."""
    answer = Button(say("button-risk-answer"), "go:help_me")
    return Screen((say("risk-from-staff", name=name, role=role, text=text),), ((answer,),))


def ready(about: Say, name: str, role: Role, coordinator: str, programme: str) -> Say:
    """The same word as a coordinator would write it elsewhere."""
    return say("risk-ready", name=name, role=role, coordinator=coordinator, programme=programme, words=about)


# Whether they go on


def going(pair: int) -> Rows:
    """The two answers."""
    return (
        (Button(say("button-still-going"), f"do:still_going:{pair}"),),
        (Button(say("button-pair-done"), f"do:pair_done:{pair}"),),
    )


def ask_going(pair: int, role: Role, name: str, partner: str, until: datetime) -> Screen:
    """After a long silence."""
    return Screen((say("risk-going", role=role, name=name, partner=partner, until=When(until, "day")),), going(pair))


def closed(pair: int, role: Role, partner: str, until: datetime) -> Screen:
    """Closed for now, and one tap to open it again."""
    lines = (say("risk-closed", role=role, partner=partner), say("risk-closed-open", until=When(until, "day")))
    return Screen(lines, (going(pair)[0], (Button(say("button-help-me"), "go:help_me"),)))


def done(role: Role, partner: str) -> Screen:
    """Both said that they are done."""
    return Screen((say("risk-done", role=role, partner=partner),), ((Button(say("button-help"), "p:help"),),))


def to_list() -> Rows:
    """Back to the pairs that need somebody."""
    return ((Button(say("button-risk-list"), "p:at_risk"),),)


def going_on(pair: int, role: Role, partner: str) -> Screen:
    """For who said that they go on: the next step."""
    hello = Button(say("button-greet", name=partner), f"go:greet:{pair}")
    return Screen((say("risk-going-on", role=role, partner=partner),), ((hello,), (SESSION,)))


def goes_on(pair: int, role: Role, partner: str) -> Screen:
    """For the other side."""
    hello = Button(say("button-greet", name=partner), f"go:greet:{pair}")
    return Screen((say("risk-goes-on", role=role, partner=partner),), ((hello,), (SESSION,)))
