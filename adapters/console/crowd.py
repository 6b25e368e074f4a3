"""People who answer by themselves, so that a coordinator can watch a programme live: most are steady, some fade, some
fall silent, one takes a break, another leaves. The same seed gives the same people."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from random import Random
from typing import TypeAlias

from adapters.console.crowd_words import WORDS
from bot.talk.rendering import Key, Shown

TEMPERS = ("steady", "fading", "silent", "pausing", "leaving"), (64, 14, 12, 7, 3)
FADES = timedelta(weeks=14)  # after which somebody who fades hardly answers
PACE = (9, 30)  # weeks in which a goal is reached
TURNS = (24, 70)  # days after which somebody falls silent, takes a break, leaves
CALLS = 0.001  # of a day on which somebody asks for help
LONG_AGO = datetime(1970, 1, 1, tzinfo=UTC)
REST = timedelta(hours=3)  # before somebody taps the same again
PATIENCE = 8  # times that somebody is asked the same in a row before they give up
DOORS = frozenset(
    {
        *("checkin", "goal", "agreement", "greet", "session_confirm", "met", "pulse", "midway", "closing"),
        *("after-session", "goal-view", "goal_reach", "choose"),
    }
)  # conversations they begin when a message offers them
DEEDS = frozenset({"agree", "tick", "still", "slot", "met", "took", "accept", "keep_pair", "like"})
SURE = ("yes", "adult", "save", "ours", "confirm", "leave", "send")
NEVER = frozenset({"later", "no", "switch", "minor", "cancel", "unsafe", "uneasy", "change"})
LIKED: Mapping[str, tuple[str, ...]] = {"mood": ("3", "4", "4", "5"), "capacity": ("2", "2", "3")}
Deed: TypeAlias = tuple[str, str]  # what somebody writes, or the data of the button they tap
PAIRED = re.compile(r"mentor|mentee", re.IGNORECASE)


@dataclass
class Agent:
    """Somebody of the crowd: how they are, until when (`turns`), and how far they have come."""

    name: str
    role: str
    locale: str
    temper: str
    since: datetime
    turns: datetime
    pace: timedelta
    draw: Random
    came: bool = False  # was asked something, so their link was taken
    named: bool = False
    paired: bool = False
    turned: bool = False
    asked: str = ""  # the question they were asked last
    again: int = 0  # how often in a row
    tapped: dict[str, datetime] = field(default_factory=dict)  # when, by what the button holds

    def keen(self, now: datetime) -> float:
        """How likely they answer now, 0 to 1."""
        if self.temper == "silent" and now > self.turns:
            return 0.0
        gone = min(1.0, (now - self.since) / FADES)
        return 0.93 - (0.8 * gone if self.temper == "fading" else 0.05 * gone)

    def percent(self, now: datetime) -> int:
        """How far their goal is."""
        return min(100, int(100 * ((now - self.since) / self.pace)))


class Crowd:
    """All who answer by themselves; from `seeds` each gets a chance of their own, so that who comes first changes
    nothing for others."""

    def __init__(self, seeds: Random) -> None:
        self.agents: dict[str, Agent] = {}
        self._accounts: dict[str, str] = {}  # by token
        self._seeds = seeds

    def join(self, listed: str, locale: str, now: datetime) -> Iterator[tuple[str, str]]:
        """Everybody in a list of personal links comes, if they have not: account and first words of each."""
        for row in csv.DictReader(io.StringIO(listed)):
            link, name, role = ((row.get(each) or "").strip() for each in ("link", "name", "role"))
            if not link or not name or role not in {"mentee", "mentor"}:
                continue
            token = re.split(r"[=/]", link)[-1]
            account = self._accounts.setdefault(token, f"crowd-{len(self._accounts) + 1:04}")
            if account not in self.agents:
                self.agents[account] = self._made(name, role, locale, now)
            if not self.agents[account].came:
                yield account, f"/start {token}"

    def _made(self, name: str, role: str, locale: str, now: datetime) -> Agent:
        draw = Random(self._seeds.random())  # noqa: S311 - made-up people, no secret
        temper, turns = draw.choices(*TEMPERS)[0], now + timedelta(days=draw.randint(*TURNS))
        return Agent(name, role, locale, temper, now, turns, timedelta(weeks=draw.randint(*PACE)), draw)

    def answers(self, account: str, shown: Shown, now: datetime) -> Deed | None:
        """What somebody does about a message, if anything."""
        agent, keys = self.agents[account], [key for row in shown.keys for key in row if key.data]
        questions = [key for key in keys if key.data.startswith("c:")]
        if questions:
            return self._question(agent, questions, now)
        if not keys and agent.came and not agent.named:
            agent.named = True  # the first question after they agreed has no button
            return agent.name.split()[0], ""
        agent.paired = agent.paired or bool(PAIRED.search(" ".join(shown.texts)))
        if agent.draw.random() > agent.keen(now):
            return None
        doors = [key for key in keys if _opens(key.data) and now - agent.tapped.get(key.data, LONG_AGO) >= REST]
        if not doors:
            return None
        door = _as_far(doors, agent.percent(now))
        agent.tapped[door.data] = now
        return "", door.data

    def _question(self, agent: Agent, keys: Sequence[Key], now: datetime) -> Deed | None:
        """An answer to an open question: one of its buttons, or words."""
        asked = keys[0].data.rpartition(":")[0]
        agent.came, agent.again, agent.asked = True, agent.again + 1 if asked == agent.asked else 0, asked
        if agent.again > PATIENCE:
            return None
        key = asked.rpartition(":")[2].partition("-")[0]
        named = {_option(each): each for each in keys}
        if "-done" in named:
            return "", _several(agent, named).data
        choices = [each for option, each in named.items() if not option.startswith("-") and option not in NEVER]
        if sure := next((named[each] for each in SURE if each in named), None):
            return "", sure.data
        if key == "percent":
            return "", _as_far(choices, agent.percent(now)).data
        liked = [named[each] for each in LIKED.get(key, ()) if each in named] or _likely(agent, key, choices)
        if liked:
            return "", agent.draw.choice(liked).data
        if "-skip" in named and agent.draw.random() < 0.7:
            return "", named["-skip"].data
        return _words(agent, key), ""

    def begins(self, now: datetime) -> Iterator[tuple[str, str]]:
        """What people do of their own accord in a day: a word to the partner, a meeting told of, a break, a call."""
        for account, agent in self.agents.items():
            if agent.came and (does := self._begins(agent, now)):
                yield account, _words(agent, does)

    def _begins(self, agent: Agent, now: datetime) -> str:
        chance, keen = agent.draw.random(), agent.draw.random() < agent.keen(now)
        if agent.temper in {"pausing", "leaving"} and now > agent.turns and not agent.turned:
            agent.turned = True
            return "break" if agent.temper == "pausing" else "leave"
        if chance < CALLS:
            return "help"
        if not agent.paired or not keen or (agent.turned and agent.temper == "leaving"):
            return ""
        return "greeting" if chance < 0.1 else "met" if chance < 0.2 and agent.role == "mentee" else ""


def _likely(agent: Agent, key: str, choices: Sequence[Key]) -> Sequence[Key]:
    """On a scale most are content, those who fade less so; of anything else one of the first."""
    if key == "what" or not all(_option(each).isdecimal() for each in choices):
        return choices[:5]
    best = sorted(choices, key=lambda each: int(_option(each)), reverse=True)
    most = max(1, len(best) * 2 // 5)
    return best[most : 2 * most] if agent.temper == "fading" and agent.draw.random() < 0.5 else best[:most]


def _several(agent: Agent, named: Mapping[str, Key]) -> Key:
    """One more of several, or that these are all: two or three."""
    free = [each for option, each in named.items() if option[0] != "-" and not each.label.startswith("✓")]
    ticked = sum(each.label.startswith("✓") for each in named.values())
    enough = ticked > 2 or (ticked == 2 and agent.draw.random() < 0.5)
    return named["-done"] if enough or not free else agent.draw.choice(free)


def _words(agent: Agent, key: str) -> str:
    known = WORDS[agent.locale]
    return agent.draw.choice(known.get(key, known[""]))


def _as_far(keys: Sequence[Key], percent: int) -> Key:
    """Of buttons that say how far a goal is, the nearest; otherwise the first."""
    numbers = [(abs(int(number) - percent), key) for key in keys if (number := _option(key)).isdecimal()]
    return min(numbers, key=lambda each: each[0])[1] if numbers and "percent" in keys[0].data else keys[0]


def _option(key: Key) -> str:
    """What a button stands for."""
    return key.data.rpartition(":")[2]


def _opens(data: str) -> bool:
    """Whether a button leads on: to a conversation they hold, or to something they agree to."""
    verb, _, rest = data.partition(":")
    name = rest.partition(":")[0]
    if data.endswith("-change"):
        return False
    return verb == "r" or (verb == "go" and name in DOORS) or (verb == "do" and name in DEEDS)
