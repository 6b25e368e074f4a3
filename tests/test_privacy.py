"""Who sees what: every cell of the table, and how it is printed."""

from typing import get_args

import pytest

from bot.mentoring.people import Role
from bot.mentoring.privacy import TABLE, Relation, Sight, Thing, goal_thing, may_see
from bot.messages import say
from tests.somebody import drawn, facts, said

LOCALES = ["id", "en"]
ROLES: tuple[Role, ...] = get_args(Role)
# of each thing: what a partner sees, what a coordinator sees
CELLS: dict[Thing, tuple[Sight, Sight]] = {
    "profile": ("all", "all"),
    "goal-title": ("all", "all"),
    "goal-details": ("all", "none"),
    "private-goal": ("none", "total"),
    "checkin-done": ("all", "all"),
    "checkin-words": ("all", "none"),
    "checkin-feel": ("all", "total"),
    "hard": ("none", "total"),
    "standing": ("all", "all"),
    "reason": ("none", "all"),
    "reach": ("none", "all"),
    "help": ("none", "all"),
    "consent": ("none", "all"),
    "feedback": ("total", "total"),
    "feedback-words": ("none", "all"),
    "settings": ("none", "none"),
    "account": ("none", "none"),
    "notes": ("none", "none"),
    "shared-notes": ("all", "none"),
    "agreement": ("all", "none"),
    "cadence": ("all", "all"),
    "staff-notes": ("none", "all"),
    "sessions": ("all", "all"),
    "session-words": ("all", "none"),
    "messages": ("all", "none"),
}


def expected_sight(thing: Thing, role: Role, relation: Relation) -> Sight:
    partner, coordinator = CELLS[thing]
    if role == "viewer" and coordinator != "none":
        counted: dict[Relation, Sight] = {"self": "all", "stranger": "none", "programme": "total"}
        return counted.get(relation, "all" if partner == "all" else "total")
    match relation, role in {"coordinator", "owner"}:
        case "self", _:
            return "all"
        case "partner", False:
            return partner
        case "partner", True:
            return max(partner, coordinator, key=["none", "total", "all"].index)
        case "programme", True:
            return coordinator
    return "none"


@pytest.mark.parametrize("relation", get_args(Relation))
@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("thing", TABLE)
def test_every_cell_of_the_table_of_who_sees_what(thing: Thing, role: Role, relation: Relation) -> None:
    """DESIGN 5: details stay in the pair, help goes to coordinators only, feedback is never shown one by one."""
    assert may_see(thing, role, relation) == expected_sight(thing, role, relation)


def test_the_table_rules_everything_that_has_a_name() -> None:
    assert set(TABLE) == set(get_args(Thing)) == set(CELLS)


def test_all_of_a_private_goal_is_one_thing() -> None:
    assert goal_thing("goal-title", "private") == goal_thing("goal-details", "private") == "private-goal"
    assert goal_thing("goal-title", "pair") == "goal-title"


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("role", ROLES)
def test_privacy_prints_the_table_for_a_phone_and_whole(role: Role, locale: str) -> None:
    known = facts(role, locale=locale)
    assert len(drawn("privacy", known)) < 700
    whole = drawn("privacy_full", known)
    whose = "mentor" if role == "mentor" else "mentee"
    for thing, rule in TABLE.items():
        row = f"<b>{said(say(f'thing-{thing}'), known)}</b>"
        assert (row in whole) == (rule.kept and whose in rule.of), thing


def test_the_short_table_never_says_more_than_the_whole_one() -> None:
    text = drawn("privacy", facts()).splitlines()
    mentor = next(line for line in text if "Mentormu" in line)
    coordinator = next(line for line in text if line.startswith("<b>Koordinator"))
    assert "isi check-in" in mentor
    assert "isi check-in" not in coordinator
    assert "permintaan bantuan" in coordinator
    assert "permintaan bantuan" not in mentor


def test_privacy_is_readable_before_anybody_is_a_member() -> None:
    for name in ("privacy", "privacy_full"):
        assert "Siapa" in drawn(name, facts(None)) or "Tuntun" in drawn(name, facts(None))
