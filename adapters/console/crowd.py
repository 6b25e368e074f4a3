"""People who answer by themselves, so that a coordinator can watch a programme live: most are steady, some fade, some
fall silent. The same seed gives the same people."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from random import Random
from typing import TypeAlias

from bot.talk.rendering import Key, Shown

TEMPERS = (("steady", 60), ("fading", 22), ("silent", 18))
FADES = timedelta(weeks=14)  # after which somebody who fades hardly answers
DOORS = frozenset(
    {
        *("checkin", "goal", "agreement", "greet", "session_confirm", "met", "pulse", "midway", "closing"),
        *("after-session", "goal-view", "goal_reach", "choose"),
    }
)  # conversations they begin when a message offers them
DEEDS = frozenset({"agree", "tick", "still", "slot", "met", "took", "accept", "keep_pair", "like"})
WORDS = {
    "title": ("Portofolio data: 3 proyek", "CV dan surat lamaran", "Berani presentasi", "Proposal penelitian"),
    "measure": ("3 proyek di GitHub", "2 halaman yang rapi", "satu presentasi sebulan"),
    "bio": ("Sepuluh tahun di bidang ini, senang berbagi.",),
    "hello": ("Halo! Ceritakan satu hal yang ingin kamu capai tahun ini.",),
    "step": ("kirim draf pertama", "baca satu bab", "hubungi dua orang"),
}
OWN = ("Lancar, pelan-pelan.", "Minggu yang padat, tapi jalan.", "Mau belajar lebih banyak.")
GREETINGS = ("Halo! Apa kabar minggu ini?", "Aku sudah kirim drafnya, ya.", "Makasih sarannya, sudah kucoba.")
Deed: TypeAlias = tuple[str, str]  # what somebody writes, or the data of the button they tap
PAIRED = re.compile(r"mentor|mentee", re.IGNORECASE)


@dataclass
class Agent:
    """Somebody of the crowd: how they are, and what they have ticked in the question before them."""

    name: str
    role: str
    temper: str
    since: datetime
    stops: datetime
    paired: bool = False
    ticked: dict[str, int] = field(default_factory=dict)

    def keen(self, now: datetime) -> float:
        """How likely they answer now, 0 to 1."""
        if self.temper == "silent" and now > self.stops:
            return 0.0
        gone = min(1.0, (now - self.since) / FADES)
        return 0.93 - (0.8 * gone if self.temper == "fading" else 0.05 * gone)


class Crowd:
    """All who answer by themselves; `draw` is their chance."""

    def __init__(self, draw: Random) -> None:
        self.agents: dict[str, Agent] = {}
        self._draw = draw

    def join(self, listed: str, now: datetime) -> Iterator[tuple[str, str]]:
        """Everybody in a list of personal links comes: account and first words of each."""
        for row in csv.DictReader(io.StringIO(listed)):
            link = (row.get("link") or "").strip()
            name, role = (row.get("name") or "").strip(), (row.get("role") or "").strip()
            if link and name and role in {"mentee", "mentor"}:
                account = f"crowd-{len(self.agents) + 1}"
                temper = self._draw.choices([kind for kind, _ in TEMPERS], [weight for _, weight in TEMPERS])[0]
                stops = now + timedelta(days=self._draw.randint(24, 70))
                self.agents[account] = Agent(name, role, temper, now, stops)
                yield account, f"/start {re.split(r'[=/]', link)[-1]}"

    def answers(self, account: str, shown: Shown, now: datetime) -> Deed | None:
        """What somebody does about a message, if anything."""
        agent, keys = self.agents[account], [key for row in shown.keys for key in row if key.data]
        questions = [key for key in keys if key.data.startswith("c:")]
        if questions:
            return self._question(agent, questions)
        agent.paired = agent.paired or bool(PAIRED.search(" ".join(shown.texts)))
        if self._draw.random() > agent.keen(now):
            return None
        return next((("", key.data) for key in keys if _opens(key.data)), None)

    def _question(self, agent: Agent, keys: Sequence[Key]) -> Deed:
        """An answer to an open question: one of its buttons, or words."""
        talk, key, _ = keys[0].data.removeprefix("c:").split(":")
        named = {each.data.rpartition(":")[2]: each for each in keys}
        choices = [each for option, each in named.items() if not option.startswith("-")]
        if "-done" in named:
            agent.ticked[talk + key] = agent.ticked.get(talk + key, 0) + 1
            done = agent.ticked[talk + key] > 2 or not choices
            return "", (named["-done"] if done else self._draw.choice(choices)).data
        for sure in ("yes", "adult", "save", "ours", "confirm"):
            if sure in named:
                return "", named[sure].data
        if choices:
            return "", self._draw.choice(choices[:5]).data
        if "-skip" in named and self._draw.random() < 0.7:
            return "", named["-skip"].data
        return self._words(agent, key), ""

    def _words(self, agent: Agent, key: str) -> str:
        if key == "name":
            return agent.name.split()[0]
        return self._draw.choice(WORDS.get(key.partition("-")[0], OWN))

    def begins(self, now: datetime) -> Iterator[tuple[str, str]]:
        """What people do of their own accord in a day: a word to the partner, a meeting told of."""
        for account, agent in self.agents.items():
            chance = self._draw.random()
            if not agent.paired or self._draw.random() > agent.keen(now):
                continue
            if chance < 0.1:
                yield account, f"/bilang {self._draw.choice(GREETINGS)}"
            elif chance < 0.16 and agent.role == "mentee":
                yield account, "/ketemu kemarin 45m"


def _opens(data: str) -> bool:
    """Whether a button leads on: to a conversation they hold, or to something they agree to."""
    verb, _, rest = data.partition(":")
    name = rest.partition(":")[0]
    return (verb == "go" and name in DOORS) or (verb == "do" and name in DEEDS)
