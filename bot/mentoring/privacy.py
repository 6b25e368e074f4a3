"""Who sees what of a person: one table, printed by /privacy and asked wherever somebody's data is read for another."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias, get_args

from bot.mentoring.people import Role, Visibility

Thing: TypeAlias = Literal[
    "profile",
    "goal-title",
    "goal-details",
    "private-goal",
    "checkin-done",
    "checkin-words",
    "checkin-feel",
    "hard",
    "standing",
    "reason",
    "reach",
    "help",
    "consent",
    "feedback",
    "feedback-words",
    "settings",
    "account",
    "notes",
    "shared-notes",
    "agreement",
    "cadence",
    "staff-notes",
    "sessions",
    "session-words",
    "messages",
]
Sight: TypeAlias = Literal["none", "total", "all"]  # "total": only as a number over several people
Relation: TypeAlias = Literal["self", "partner", "programme", "stranger"]  # what the viewer is to the person

FEWEST = 5  # answers from which a total may be shown: one of fewer could be guessed
STAFF: frozenset[Role] = frozenset({"coordinator", "owner"})
ANYBODY: frozenset[Role] = frozenset(get_args(Role))
PAIRED: frozenset[Role] = frozenset({"mentee", "mentor"})
MENTEE: frozenset[Role] = frozenset({"mentee"})


@dataclass(frozen=True, slots=True)
class Rule:
    """What the other side of a pair and the coordinators see of a thing, and whose it is. A `brief` one stands in the
    short form too; one that is not `kept` yet is ruled already, but not printed."""

    partner: Sight
    coordinator: Sight
    of: frozenset[Role] = MENTEE
    brief: bool = True
    kept: bool = True


TABLE: Mapping[Thing, Rule] = {
    "profile": Rule("all", "all", ANYBODY),
    "goal-title": Rule("all", "all"),
    "goal-details": Rule("all", "none"),
    "private-goal": Rule("none", "total"),
    "checkin-done": Rule("all", "all"),
    "checkin-words": Rule("all", "none"),
    "checkin-feel": Rule("all", "total"),
    "hard": Rule("none", "total", brief=False),
    "standing": Rule("all", "all", ANYBODY, brief=False),
    "reason": Rule("none", "all", ANYBODY, brief=False),
    "reach": Rule("none", "all", ANYBODY, brief=False),
    "help": Rule("none", "all", ANYBODY),
    "consent": Rule("none", "all", ANYBODY, brief=False),
    "feedback": Rule("total", "total", PAIRED),
    "feedback-words": Rule("none", "all", PAIRED, brief=False),
    "settings": Rule("none", "none", ANYBODY, brief=False),
    "account": Rule("none", "none", ANYBODY, brief=False),
    "notes": Rule("none", "none", PAIRED, brief=False),
    "shared-notes": Rule("all", "none", PAIRED, brief=False),
    "agreement": Rule("all", "none", PAIRED, brief=False),
    "cadence": Rule("all", "all", PAIRED, brief=False),
    "staff-notes": Rule("none", "all", PAIRED, brief=False),  # in /my_data of their author alone: they tell of two
    "sessions": Rule("all", "all", PAIRED, brief=False),
    "session-words": Rule("all", "none", PAIRED, brief=False),
    "messages": Rule("all", "none", PAIRED),
}


def may_see(thing: Thing, viewer_role: Role, relation: Relation) -> Sight:
    """How much of somebody's thing a viewer may see. One's own one sees whole: of feedback, that is what one gave."""
    if relation == "self":
        return "all"
    if relation == "stranger":
        return "none"
    rule = TABLE[thing]
    seen = {_at_the_desk(rule, viewer_role), rule.partner if relation == "partner" else "none"}
    return "all" if "all" in seen else "total" if "total" in seen else "none"


def _at_the_desk(rule: Rule, role: Role) -> Sight:
    """What is seen for running the programme; who only views it sees numbers of whatever a coordinator sees."""
    if role == "viewer":
        return "none" if rule.coordinator == "none" else "total"
    return rule.coordinator if role in STAFF else "none"


def goal_thing(part: Literal["goal-title", "goal-details"], visibility: Visibility) -> Thing:
    """What a part of a goal counts as: all of a private goal is one thing."""
    return "private-goal" if visibility == "private" else part


def things_of(whose: Role) -> dict[Thing, Rule]:
    """The rows of the table that concern such a person, of what is kept today."""
    return {thing: rule for thing, rule in TABLE.items() if rule.kept and whose in rule.of}


def briefly(column: Literal["partner", "coordinator"], sight: Sight, whose: Role) -> tuple[Thing, ...]:
    """What a column of the table holds with this sight of such a person, in its short form."""
    brief = ((thing, rule) for thing, rule in things_of(whose).items() if rule.brief)
    return tuple(thing for thing, rule in brief if getattr(rule, column) == sight)
