"""What reminders promise over twelve weeks of any history: pauses, moves, snoozes, silence, a bot that was down."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, time, timedelta
from functools import cache
from itertools import pairwise
from random import Random
from typing import Any, TypeAlias
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from bot.effects import AddStep, ChangePerson, SaveGoal, SetStanding
from bot.mentoring.due import UNCOUNTED
from bot.messages import REMINDER, Incoming
from bot.ports import Outcome, Parcel
from storage import tables
from tests.sandbox import Sandbox, passing_folder, quick_mentee
from tests.test_properties import examples
from tests.test_properties.walking import ZONES
from tests.town import Citizen

WEEKS = 12
WEEK, HOUR = timedelta(weeks=1), timedelta(hours=1)
NIGHTS = ((time(21), time(7)), (time(22), time(6)), (time(13), time(18)), (time(0), time(0)), (time(20), time(12)))
PEOPLE = ("ana", "budi", "citra")


@dataclass(frozen=True)
class Sent:
    """A reminder that was delivered, and its person at that moment."""

    at: datetime
    who: int
    kind: str
    occurrence: str
    person: Any
    standing: str
    reach: str

    @property
    def wall(self) -> datetime:
        return self.at.astimezone(ZoneInfo(self.person.zone))

    @property
    def parts(self) -> list[str]:
        """kind, person, subject, step, anchor; a subject may hold colons itself."""
        kind, who, rest = self.occurrence.split(":", 2)
        subject, step, anchor = rest.rsplit(":", 2)
        return [kind, who, subject, step, anchor]


@dataclass
class Diary:
    """A town whose reminders are written down as they arrive; `moved` is when somebody changed their check-in time."""

    town: Sandbox
    chance: Random
    sent: list[Sent] = field(default_factory=list)
    moved: list[tuple[int, datetime]] = field(default_factory=list)

    def note(self, parcel: Parcel) -> Outcome | None:
        [row] = self.town.rows(tables.Outbox, id=parcel.id)
        if row.priority == REMINDER and row.kind != "coordinator":
            [person] = self.town.rows(tables.Person, id=row.person_id)
            [member] = self.town.rows(tables.Membership, person_id=row.person_id)
            [account] = self.town.rows(tables.Account, person_id=row.person_id)
            seen = Sent(self.town.now, person.id, row.kind, row.occurrence, person, member.standing, account.reach)
            self.sent.append(seen)
        return None

    def live(self, hours: list[float]) -> None:
        """Something happens after each of these spans of time."""
        for span in hours:
            self.town.passes(hours=span)
            name = self.chance.choice(PEOPLE)
            self.chance.choice(DEEDS)(self, self.town.citizens[name], self.number(name))

    def number(self, name: str) -> int:
        return int(self.town.rows(tables.Account, external_id=name)[0].person_id)

    def change(self, who: int, **columns: Any) -> None:
        self.town.apply(who, ChangePerson(columns))
        if {"zone", "checkin_day", "checkin_clock"} & set(columns):
            self.moved.append((who, self.town.now))


Deed: TypeAlias = Callable[[Diary, Citizen, int], None]


def answers(diary: Diary, citizen: Citizen, who: int) -> None:
    citizen.does("/batal", "/checkin", "50", "4", "lewati", "lewati", "lewati")


def half_answers(diary: Diary, citizen: Citizen, who: int) -> None:
    citizen.does("/checkin", "25")


def snoozes(diary: Diary, citizen: Citizen, who: int) -> None:
    """Later, on the newest reminder that has it."""
    buttons = [data for shown in citizen.messages.values() for _, data in shown.buttons if data.startswith("p:later:")]
    if buttons:
        choice = diary.chance.choice(["hour", "tonight", "tomorrow"])
        citizen.taps_data(buttons[-1].replace("p:later:", f"do:later:{choice}:"))


def taps(diary: Diary, citizen: Citizen, who: int) -> None:
    """Any button on the newest message."""
    buttons = [data for shown in list(citizen.messages.values())[-1:] for _, data in shown.buttons]
    if buttons:
        citizen.taps_data(diary.chance.choice(buttons))


def pauses(diary: Diary, citizen: Citizen, who: int) -> None:
    citizen.does("/batal", f"/jeda {diary.chance.randint(1, 3)}w")


def resumes(diary: Diary, citizen: Citizen, who: int) -> None:
    citizen.does("/batal", "/lanjut")


def plans(diary: Diary, citizen: Citizen, who: int) -> None:
    """A step for each of the next days, or another goal."""
    goals = diary.town.rows(tables.Goal, person_id=who, state="active")
    today = diary.town.now.date()
    if len(goals) > 1 or diary.chance.random() < 0.5:
        for ahead in range(1, 5):
            diary.town.apply(who, AddStep(goals[0].id, f"langkah {ahead}", today + timedelta(days=ahead)))
    else:
        goal = SaveGoal(None, "Baca 3 jurnal", "", "", today + timedelta(days=diary.chance.randint(1, 30)), "pair")
        diary.town.apply(who, goal)


def moves(diary: Diary, citizen: Citizen, who: int) -> None:
    diary.change(who, zone=diary.chance.choice(ZONES))


def reschedules(diary: Diary, citizen: Citizen, who: int) -> None:
    clock = time(diary.chance.randrange(24), diary.chance.choice([0, 30]))
    diary.change(who, checkin_day=diary.chance.randrange(7), checkin_clock=clock)


def rests(diary: Diary, citizen: Citizen, who: int) -> None:
    start, end = diary.chance.choice(NIGHTS)
    diary.change(who, quiet_from=start, quiet_until=end)


def blocks(diary: Diary, citizen: Citizen, who: int) -> None:
    event = f"block{next(diary.town.numbers)}"
    diary.town.writer.submit(
        Incoming("telegram", event, citizen.account, citizen.account, "blocked", diary.town.now)
    ).result()


def leaves(diary: Diary, citizen: Citizen, who: int) -> None:
    diary.town.apply(who, SetStanding("left"))


def sleeps(diary: Diary, citizen: Citizen, who: int) -> None:
    """The bot is down for a while."""
    diary.town.now += timedelta(hours=diary.chance.choice([1, 5, 30, 120]))


DEEDS: list[Deed] = [
    *([answers] * 4 + [snoozes] * 3 + [taps] * 3 + [plans] * 3 + [sleeps] * 2),
    *(half_answers, pauses, resumes, resumes, moves, reschedules, rests, blocks, leaves),
]


@cache
def quiet_town() -> Sandbox:
    town = Sandbox(passing_folder("reminders"))
    with town.kept():
        town.programme()
    return town


def twelve_weeks(chance: Random, began: datetime) -> Diary:
    """Three people in three zones, and what happens to them."""
    town = quiet_town()
    town.now, diary = began, Diary(town, chance)
    for name in PEOPLE:
        quick_mentee(town, name)
        who = diary.number(name)
        start, end = chance.choice(NIGHTS)
        diary.change(who, zone=chance.choice(ZONES), quiet_from=start, quiet_until=end)
        diary.change(who, checkin_day=chance.randrange(7), checkin_clock=time(chance.randrange(24)))
    town.outcome = diary.note
    spans = [chance.expovariate(1 / 30) for _ in range(chance.randint(5, 70))]
    diary.live(spans)
    town.passes(hours=max(0, WEEKS * 7 * 24 - sum(spans)))
    return diary


@examples(10, shrinks=False)
@given(chance=st.randoms(use_true_random=True), days=st.integers(0, 700))
def test_reminders_come_once_at_good_hours_not_too_many_and_end(chance: Random, days: int) -> None:
    town = quiet_town()
    with town.undone():
        diary = twelve_weeks(chance, datetime(2026, 1, 5, 3, tzinfo=UTC) + timedelta(days=days))
        for who in {each.who for each in diary.sent}:
            mine = [each for each in diary.sent if each.who == who]
            once(mine)
            for each in mine:
                at_a_good_hour(each)
                wanted(each)
            within_the_budget(mine, town.house.plan("default").budget)
            weekly(mine, [at for moved, at in diary.moved if moved == who])
            nudges_end(mine)


def once(mine: list[Sent]) -> None:
    """No occurrence comes twice; no week is invited to twice; no step of a silence is nudged twice."""
    assert len({each.occurrence for each in mine}) == len(mine)
    weeks = [each.parts[2] for each in mine if each.parts[0] == "checkin"]
    assert len(set(weeks)) == len(weeks)
    nudges = [each.parts[2:4] for each in mine if each.parts[0] == "nudge"]
    assert all(nudges.count(each) == 1 for each in nudges)


def at_a_good_hour(each: Sent) -> None:
    clock, person = each.wall.strftime("%H:%M"), each.person
    start, end = person.quiet_from, person.quiet_until
    assert not (start < end and start <= clock < end), each
    assert not (start > end and (clock >= start or clock < end)), each
    assert not (each.wall.weekday() == 4 and "11:30" <= clock < "13:00"), each


def wanted(each: Sent) -> None:
    """Nothing during a pause but the word that it is over; nothing to somebody who left or cannot be reached."""
    assert each.standing == "active" or each.kind == "back", each
    assert each.reach == "ok", each


def within_the_budget(mine: list[Sent], budget: int) -> None:
    counted = [each.at for each in mine if each.kind not in UNCOUNTED]
    for at in counted:
        assert len([other for other in counted if at - WEEK < other <= at]) <= budget


def weekly(mine: list[Sent], moved: list[datetime]) -> None:
    """A week lies between what two invitations were planned for, half of one where the check-in was moved meanwhile;
    one that came late is followed by the next on time, but never within days."""
    invited = [each for each in mine if each.parts[0] == "checkin"]
    for one, two in pairwise(invited):
        between = any(one.at <= at <= two.at for at in moved)
        planned = (datetime.fromtimestamp(int(each.parts[4]), UTC) for each in (two, one))
        assert two.at - one.at >= WEEK / 2 - HOUR, (one, two)
        assert next(planned) - next(planned) >= (WEEK / 2 if between else WEEK) - HOUR, (one, two)


def nudges_end(mine: list[Sent]) -> None:
    """At most four nudges after an invitation, each later in its series."""
    asked = {each.parts[2] for each in mine if each.parts[0] == "nudge"}
    for week in asked:
        steps = [int(each.parts[3]) for each in mine if each.parts[0] == "nudge" and each.parts[2] == week]
        assert steps == sorted(steps)
        assert len(steps) <= 4
