"""What is typed behind /invite: "mentor", "mentee 30", "peserta 40 orang 2 minggu"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from bot.mentoring.people import Role
from bot.talk.clean import key_of

MOST_USES, MOST_DAYS = 10_000, 366
USUAL_USES, USUAL_DAYS = 1, 14

ROLES: Mapping[str, Role] = {
    **dict.fromkeys(("mentee", "mentees", "peserta", "menti"), "mentee"),
    **dict.fromkeys(("mentor", "mentors", "pembimbing", "pendamping"), "mentor"),
    **dict.fromkeys(("coordinator", "coordinators", "koordinator", "panitia"), "coordinator"),
    **dict.fromkeys(("viewer", "viewers", "pengamat", "donor", "donatur"), "viewer"),
    **dict.fromkeys(("owner", "pemilik"), "owner"),
}
LISTS = frozenset({"list", "daftar", "all", "semua"})
UNITS: Mapping[str, int] = {
    **dict.fromkeys(("d", "h", "hari", "day", "days"), 1),
    **dict.fromkeys(("w", "minggu", "week", "weeks"), 7),
    **dict.fromkeys(("bulan", "month", "months"), 30),
}  # days
COUNT = re.compile(r"\b(\d{1,5}) ?([a-z]+)?\b")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What was said of an invitation; the rest is asked."""

    role: Role | None = None
    uses: int | None = None
    days: int | None = None


def read_wanted(text: str) -> Wanted:
    """Who, for how many, for how long. A number that can't be is left out, so that it is asked for."""
    said = key_of(text)
    role = next((ROLES[word] for word in said.split() if word in ROLES), None)
    uses = days = None
    for number, unit in COUNT.findall(said):
        if unit in UNITS:
            days = _within(int(number) * UNITS[unit], MOST_DAYS)
        else:
            uses = _within(int(number), MOST_USES)
    return Wanted(role, uses, days)


def wants_list(text: str) -> bool:
    """Whether the invitations there are were asked for."""
    return key_of(text) in LISTS


def may_invite(inviter: Role, role: Role) -> bool:
    """Only owners decide who else sees or runs a programme."""
    return inviter == "owner" or (inviter == "coordinator" and role in {"mentee", "mentor"})


def _within(number: int, most: int) -> int | None:
    return number if 1 <= number <= most else None
