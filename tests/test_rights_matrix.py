"""Every command for every role, from a table written by hand; and nothing of one programme, or of a pair, is told or
changed elsewhere, whatever is typed or tapped."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import insert, update

from bot.commands import COMMANDS
from storage import office, tables
from storage.rows import table
from tests.town import ENROLMENT, MENTORING, Citizen, Town, furnished, settled

# Who may: m mentee, t mentor, c coordinator, o owner, v viewer
MAY = {
    "checkin": "m",
    "goals": "m",
    "progress": "mt",
    "mentees": "t",
    "note": "mt",
    "agreement": "mt",
    "capacity": "t",
    "session": "mt",
    "met": "mt",
    "talk": "mt",
    "tell": "mt",
    "mute": "mt",
    "report": "mt",
    "feedback": "mtcov",
    "change_partner": "mt",
    "help_me": "mtcov",
    "pause": "mtcov",
    "resume": "mtcov",
    "settings": "mtcov",
    "language": "mtcov",
    "link": "mtcov",
    "privacy": "mtcov",
    "my_data": "mtcov",
    "edit": "mtcov",
    "leave": "mtcov",
    "erase": "mtcov",
    "switch": "mtcov",
    "help": "mtcov",
    "export": "co",
    "audit": "o",
    "digest": "cov",
    "form": "co",
    "invite": "co",
    "pending": "co",
    "person": "co",
    "programme": "cov",
    "team": "co",
    "at_risk": "co",
    "announce": "co",
    "nudge": "co",
    "audience": "co",
    "inbox": "co",
    "stats": "cov",
    "pairs": "co",
    "pair": "co",
    "match": "co",
    "status": "o",
    "choose": "mco",
}
ALWAYS = {"erase", "privacy", "my_data", "language", "switch"}  # everybody's, in the programme or not
WAITS = ALWAYS | {"settings", "link", "leave", "edit", "help"}  # of those who wait to be let in
REFUSED = "untuk peran lain"
APOLOGY = "ada yang salah di sini"
LETTERS = {"mentee": "m", "mentor": "t", "coordinator": "c", "owner": "o", "viewer": "v"}
NAMES = ("Kenangasari", "Bougenbudi", "Cempakatamu")  # a mentee of Melati, her mentor, somebody invited there
WORDS = ("tujuanrahasia", "bantuanrahasia", "pengumumanrahasia")
DETAIL = "rincianrahasia"  # of a goal: its title is for coordinators, this is not


class Place:
    """Two programmes with people of every kind; each of Melati's things is the first in its table."""

    def __init__(self, town: Town, file: Path) -> None:
        self.town, self.file, self.draws = town, file, iter(range(5000, 6000))
        self.melati = town.programme("Melati")
        self.token("mentee", self.melati, "Cempakatamu")
        self.sari = self.enrols("Kenangasari", "mentee", self.melati)
        self.enrols("Bougenbudi", "mentor", self.melati)
        self.their_things()
        self.people = {role: self.enrols(f"Staf {role}", role, self.melati) for role in LETTERS}
        self.pair("Bougenbudi", "Kenangasari")
        self.pair("Staf mentor", "Staf mentee")
        self.kenanga = town.programme("Kenanga")
        self.others = {role: self.enrols(f"Lain {role}", role, self.kenanga) for role in LETTERS}

    def enrols(self, name: str, role: str, programme: str) -> Citizen:
        """Somebody new, through the real conversation."""
        who = self.town.citizen(f"80000{len(self.town.citizens):05}")
        who.writes(f"/start {self.token(role, programme)}")
        steps = {"mentee": ENROLMENT["id"], "mentor": MENTORING["id"]}
        who.does(*(steps[role](name) if role in steps else ["[Setuju]", name, "[WIB]"]))
        who.writes("/batal")
        return who

    def token(self, role: str, programme: str, label: str = "") -> str:
        """An invitation to a programme."""
        draw = next(self.draws).to_bytes(16, "big")
        return self.town.writer.do(
            lambda c: office.invite(c, role, programme, 1, timedelta(days=14), draw, self.town.now, label)
        ).result(10)

    def pair(self, mentor: str, mentee: str) -> None:
        """Bring two together."""
        self.town.writer.do(lambda c: office.pair(c, mentor, mentee, now=self.town.now)).result(10)
        self.town.ticks()
        self.town.deliver()

    def puts(self, model: type[tables.Row], **row: Any) -> None:
        """A row of Melati's."""
        self.town.writer.do(lambda c: c.execute(insert(table(model)), row)).result(10)

    def their_things(self) -> None:
        """A goal, a call for help, an announcement."""
        town, here = self.town, self.number(self.melati)
        town.goal(self.sari.account, "tujuanrahasia", measure=f"3 {DETAIL}")
        sari = town.rows(tables.Account, external_id=self.sari.account)[0].person_id
        self.puts(
            tables.HelpRequest, person_id=sari, programme_id=here, topic="goal", text="bantuanrahasia", state="open",
            at=town.now,
        )  # fmt: skip
        self.puts(
            tables.Campaign, programme_id=here, kind="announce", audience="all", texts={"id": "pengumumanrahasia"},
            form="", state="draft", total=0, created_at=town.now,
        )  # fmt: skip

    def number(self, slug: str) -> int:
        """A programme's number."""
        return int(self.town.rows(tables.Programme, slug=slug)[0].id)

    def stands(self, who: Citizen, standing: str) -> None:
        """Change how somebody stands in their programme."""
        person = self.town.rows(tables.Account, external_id=who.account)[0].person_id
        member = table(tables.Membership)
        change = update(member).where(member.c.person_id == person).values(standing=standing)
        self.town.writer.do(lambda c: c.execute(change)).result(10)

    def kept(self) -> dict[str, list[Any]]:
        """What is Melati's, as it stands."""
        here = self.number(self.melati)
        models = (tables.Pair, tables.HelpRequest, tables.Invitation, tables.Campaign, tables.Membership)
        rows: dict[str, list[Any]] = {each.__name__: self.town.rows(each, programme_id=here) for each in models}
        rows["Programme"] = self.town.rows(tables.Programme, id=here)
        rows["Goal"] = self.town.rows(tables.Goal, programme_id=here)
        return rows


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Place]:
    """The two programmes, once for all tests."""
    folder = tmp_path_factory.mktemp("rights")
    with settled(folder) as town:
        yield Place(town, folder / "town.db")


@pytest.fixture
def fresh(place: Place, tmp_path: Path) -> Iterator[Place]:
    """The two programmes in a file of one's own: what a test breaks there is nobody else's."""
    with sqlite3.connect(place.file) as source, sqlite3.connect(tmp_path / "copy.db") as target:
        source.backup(target)
    with settled(tmp_path, begun=tmp_path / "copy.db") as town:
        copy = Place.__new__(Place)
        copy.__dict__.update(place.__dict__, town=town)
        again = {account: town.citizen(account) for account in place.town.citizens}
        copy.people = {role: again[each.account] for role, each in place.people.items()}
        copy.others = {role: again[each.account] for role, each in place.others.items()}
        yield copy


def test_every_command_has_its_line_in_the_table() -> None:
    assert {command.name for command in COMMANDS} <= set(MAY)


@pytest.mark.parametrize(
    ("role", "standing"),
    [*((role, "active") for role in LETTERS), ("mentee", "paused"), ("coordinator", "paused"), ("viewer", "paused")],
)
def test_every_command_is_given_or_refused_by_role(fresh: Place, role: str, standing: str) -> None:
    who = fresh.people[role]
    for command in COMMANDS:
        fresh.stands(who, standing)  # /resume has ended the pause
        said = who.writes(f"/{command.name}")
        assert said.strip(), command.name
        assert APOLOGY not in said, command.name
        assert (REFUSED in said) is (LETTERS[role] not in MAY[command.name]), (command.name, said)
        who.writes("/batal")


@pytest.mark.parametrize("role", ["mentee", "coordinator", "viewer"])
def test_who_left_has_only_what_is_everybodys(fresh: Place, role: str) -> None:
    who = fresh.people[role]
    fresh.stands(who, "left")
    menu = who.writes("/help")
    for command in COMMANDS:
        if command.name not in ALWAYS:
            assert who.writes(f"/{command.name}") == menu, command.name


def test_who_waits_to_be_let_in_has_little(fresh: Place) -> None:
    who = fresh.people["mentee"]
    fresh.stands(who, "waiting")
    menu = who.writes("/help")
    for command in COMMANDS:
        if command.name not in WAITS:
            assert who.writes(f"/{command.name}") == menu, command.name


def test_who_is_still_enrolling_is_asked_on(fresh: Place) -> None:
    who = fresh.town.citizen("8100000001")
    who.writes(f"/start {fresh.token('mentee', fresh.melati)}")
    who.taps("Setuju")
    asked = "Kamu mau dipanggil siapa?"
    for command in COMMANDS:
        if command.name not in ALWAYS:
            assert asked in who.writes(f"/{command.name}"), command.name


def test_a_stranger_hears_who_the_bot_is(fresh: Place) -> None:
    who = fresh.town.citizen("8100000002")
    for command in COMMANDS:
        if command.name == "link":
            continue  # what stands behind it is taken for a code of another account
        assert "Aku Tuntun" in who.writes(f"/{command.name} Kenangasari"), command.name


# Nothing is told elsewhere


def sent(who: Citizen, taps: Iterable[str], texts: Iterable[str]) -> str:
    """Everything that somebody hears who taps and types all this, one after the other."""
    who.heard = []
    numbers = who.town.numbers
    futures = [who.submits("tap", data=data, message=f"t{next(numbers)}") for data in taps]
    futures += [who.submits("text", text=text, message=f"m{next(numbers)}") for text in texts]
    for future in futures:
        future.result(60)
    who.town.worker.drain()
    who.town.deliver()
    return who.said


def typed() -> Iterator[str]:
    """Every command, with a name of Melati's that search would find, and a number."""
    for command in COMMANDS:
        if command.name not in LAST:
            yield from (f"/{command.name} {said}" for said in ("Kenangasar", "#1"))
    yield "/batal"


LAST = {"switch", "erase", "leave"}  # after them somebody is somewhere else, or nobody


def tapped() -> Iterator[str]:
    """Every page, conversation and action there is, with the number of Melati's things."""
    house = furnished()
    yield from (f"p:{page}:1" for page in house.pages)
    yield from (f"go:{flow}:1" for flow in house.flows if flow not in LAST)
    for action in house.actions:
        if action not in LAST:
            yield from (f"do:{action}:1", f"do:{action}:1-1")
    yield from ("p:stats:#1", "p:stats:goals #1", "p:stats:funnel #1", "p:stats:mentors #1", "do:stats_chart:#1")
    yield from ("p:person:2", "p:remove_member:2", "do:remove_member:2", "go:write_to:2")


def leaks(said: str, secrets: Iterable[str]) -> list[str]:
    """The messages in which a secret stands."""
    return [part for part in said.split("\n---\n") if any(each in part for each in secrets)]


def test_their_own_coordinator_does_see_it_all_but_a_goals_details(fresh: Place) -> None:
    said = sent(fresh.people["coordinator"], [each for each in tapped() if each.startswith("p:")], typed())
    assert [each for each in (*NAMES, *WORDS) if each not in said] == []
    assert DETAIL not in said


@pytest.mark.parametrize("role", ["owner", "coordinator", "viewer", "mentee"])
def test_nothing_of_a_programme_is_told_or_changed_in_another(fresh: Place, role: str) -> None:
    before = fresh.kept()
    said = sent(fresh.others[role], tapped(), typed())
    assert leaks(said, (*NAMES, *WORDS, DETAIL)) == []
    assert fresh.kept() == before


@pytest.mark.parametrize("role", ["mentor", "viewer"])
def test_nothing_of_a_pair_is_told_or_changed_by_who_is_not_in_it(fresh: Place, role: str) -> None:
    before = fresh.kept()
    said = sent(fresh.people[role], tapped(), typed())
    assert leaks(said, (*NAMES, *WORDS, DETAIL)) == []
    after = fresh.kept()
    assert after["Pair"][:1] == before["Pair"][:1]
    assert after["Goal"][:1] == before["Goal"][:1]
    assert after["Campaign"] == before["Campaign"]
    assert after["Programme"] == before["Programme"]
    assert after["Membership"][:2] == before["Membership"][:2]


def test_a_stranger_is_told_nothing(fresh: Place) -> None:
    before = fresh.kept()
    said = sent(fresh.town.citizen("8100000003"), tapped(), typed())
    assert leaks(said, (*NAMES, *WORDS, DETAIL, "Melati")) == []
    assert fresh.kept() == before
