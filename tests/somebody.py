"""People made by hand for tests of single conversations and pages, and their screens put into words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from functools import cache
from typing import Any

from bot.effects import Effect, Tell, TellCoordinators
from bot.flows import desk, rights
from bot.furnish import PROMPTS
from bot.mentoring.calendar import local_date
from bot.mentoring.people import Facts, Goal, Membership, Partner, Person, Programme, Role, Standing, Step
from bot.messages import Say, Screen, Words
from bot.talk import dialogue
from bot.talk.dialogue import Conversation, Move
from bot.talk.phrases import Phrases, Reader, load_phrases
from bot.talk.questions import Ear
from bot.talk.talk import Flow

NOW = datetime(2026, 11, 24, 4, 30, tzinfo=UTC)  # Tuesday 11.30 WIB
PROGRAMME = Programme(1, "mb26", "Mentoring Beasiswa 2026", "Yayasan Cahaya")
NAMES: dict[Role, str] = {"mentee": "Sari", "mentor": "Budi", "coordinator": "Rina", "owner": "Tono", "viewer": "Wati"}
PARTNERS: dict[Role, tuple[Partner, ...]] = {
    "mentee": (Partner(1, 9, "Budi", "mentor"),),
    "mentor": (Partner(1, 7, "Sari", "mentee"), Partner(2, 8, "Yosef", "mentee")),
}
HALF = Goal(
    1,
    "Portofolio data",
    due=date(2026, 12, 20),
    percent=50,
    before=25,
    expected=40,
    steps=(Step(1, "draf", done=True), Step(2, "kirim"), Step(3, "rapikan", done=True)),
    history=((date(2026, 11, 8), 0), (date(2026, 11, 15), 25), (date(2026, 11, 22), 50)),
)
BEHIND = Goal(
    2, "Lolos <TOEFL> 550", due=date(2026, 12, 30), percent=10, before=20, expected=70, history=((NOW.date(), 10),)
)
NEW = Goal(3, "Baca 3 jurnal")


def facts(role: Role | None = "mentee", standing: Standing = "active", **known: Any) -> Facts:
    """What is known of somebody: by default a mentee with three goals, who joined long ago and has not checked in."""
    me = Person(7, NAMES[role or "mentee"], **{name: known.pop(name) for name in PERSONAL & set(known)})
    until = known.pop("until", NOW + timedelta(days=9)) if standing == "paused" else None
    since = known.pop("since", NOW - timedelta(days=60))
    member = Membership(1, PROGRAMME, role, standing, until, since) if role else None
    now = known.pop("now", NOW)
    goals = (HALF, BEHIND, NEW) if role == "mentee" else ()
    given = {"goals": goals, "partners": PARTNERS.get(role or "owner", ()), "occurrence": date(2026, 11, 22)} | known
    return Facts(now, local_date(now, me.zone), me, member, **given)


PERSONAL = {"locale", "zone", "checkin_day", "checkin_clock", "quiet_from", "quiet_until", "about"}


@cache
def phrases() -> Phrases:
    """The sentences as they ship."""
    return load_phrases(PROMPTS)


def said(words: Words, known: Facts) -> str:
    """Words as this person reads them."""
    return phrases().html(words, Reader(known.me.locale, known.me.zone, known.now))


def read(screen: Screen, known: Facts) -> str:
    """A screen as this person reads it: lines, then a line for each row of buttons."""
    lines = [said(line, known) for line in screen.lines]
    rows = [" ".join(f"[{said(button.label, known)}]" for button in row) for row in screen.buttons]
    return "\n".join((*lines, *rows))


def told(effects: Sequence[Effect], known: Facts) -> str:
    """What the effects say to the person and to coordinators, who read a name in front."""
    screens = [effect.screen for effect in effects if isinstance(effect, Tell | TellCoordinators)]
    named = [
        replace(screen, lines=tuple(Say(line.key, {**line.args, "name": known.me.name}) for line in screen.lines))
        for screen in screens
    ]
    return "\n".join(read(screen, known) for screen in named)


class Chat:
    """A conversation held with the flow alone. "[slug]" taps an option, everything else is typed."""

    def __init__(self, flow: Flow, known: Facts) -> None:
        self.flow, self.known = flow, known
        self.move: Move = dialogue.go_on(flow, Conversation(1, flow.name, known.subject, known))
        self.numbers = 0

    def __call__(self, *steps: str) -> Chat:
        for step in steps:
            self.move = self._step(self.open, step)
        return self

    def _step(self, talk: Conversation, step: str) -> Move:
        self.numbers += 1
        if step.startswith("["):
            return dialogue.tapped(self.flow, talk, talk.asked, step[1:-1], f"b{self.numbers}")
        reader = Reader(self.known.me.locale, self.known.me.zone, self.known.now)
        ear = Ear(
            self.known.now, self.known.me.zone, self.known.me.locale, lambda words: phrases().plain(words, reader)
        )
        return dialogue.typed(self.flow, talk, step, f"m{self.numbers}", ear)

    @property
    def open(self) -> Conversation:
        """The conversation, which must not be over."""
        assert self.move.talk, f"over, with {self.effects}"
        return self.move.talk

    @property
    def effects(self) -> tuple[Effect, ...]:
        """What it led to, once it is over."""
        return self.move.effects

    @property
    def screen(self) -> str:
        """What is shown now, or was said at the end."""
        shown = read(self.move.screen, self.known) if self.move.screen else ""
        return f"{shown}\n{told(self.effects, self.known)}".strip()

    def options(self) -> list[str]:
        """The options on the screen, in order."""
        rows = self.move.screen.buttons if self.move.screen else ()
        return [button.data.rpartition(":")[2] for row in rows for button in row]


FLOWS = {flow.name: flow for flow in rights.FLOWS}
DRAW = {page.name: page.draw for page in (*rights.PAGES, *desk.PAGES)}


def chat(flow: str, known: Facts | None = None) -> Chat:
    """A conversation that has just begun."""
    return Chat(FLOWS[flow], known or facts())


def drawn(page: str, known: Facts) -> str:
    """A page as this person reads it."""
    return read(DRAW[page](known), known)
