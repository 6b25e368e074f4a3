"""Mentees who do what people do: read what the bot wrote, answer it, wait. They repeat nothing, and see through
repetitions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from tests.fakes.telegram_chats import Button, Shown
from tests.fakes.telegram_people import Person

PLAIN = """Sari Yosef Emma Dewi Rizky Agnes Bayu Citra Dimas Eka Fitri Gilang Hana Indra Joko Kartika Lestari Made Nadia
Okta Putri Rahmat Siti Tono Umi"""
NAMES = ("Zul_fa *A*", "O'Brien <3", "{Ann} & Co", "Ñusta 李雷", "محمد", *PLAIN.split())


@dataclass
class Mentee:
    """`script` is what they do, one thing at a time: "<key:option>" taps a button (its first option if none is named),
    everything else is typed."""

    person: Person
    script: list[str]
    at: int = 0
    seen: set[tuple[str, tuple[str, ...]]] = field(default_factory=set)

    @property
    def finished(self) -> bool:
        """Whether everything was said, and the last of it was answered."""
        return self.at == len(self.script) and bool(list(self._news()))

    def goes_on(self) -> bool:
        """Answer, if there is something to answer; whether they did."""
        if self.at == len(self.script):
            return False
        news, step = list(self._news()), self.script[self.at]
        if self.at and not news:
            return False
        if not step.startswith("<"):
            self.person.writes(step)
        elif (found := _button(news, step)) is None:
            return False
        else:
            self.person.taps_data(str(found[1].data), found[0].message_id)
        self.seen |= {_look(shown) for shown in news}
        self.at += 1
        return True

    def _news(self) -> Iterator[Shown]:
        """What the bot has shown since their last word, newest first; what looks like something seen before is no
        news."""
        for shown in reversed(self.person.received):
            if shown.changed > self.person.acted and _look(shown) not in self.seen:
                yield shown

    def __str__(self) -> str:
        return f"{self.at} of {len(self.script)}, next {[*self.script, 'nothing'][self.at]!r}:\n{self.person}"


def _look(shown: Shown) -> tuple[str, tuple[str, ...]]:
    return shown.text, tuple(shown.labels)


def _button(news: list[Shown], step: str) -> tuple[Shown, Button] | None:
    key, _, option = step.strip("<>").partition(":")
    for shown in news:
        for button in shown.buttons:
            _, _, about = str(button.data).partition(":")
            number, _, named = about.partition(":")
            if number.isdigit() and named.startswith(key) and (not option or named.endswith(f":{option}")):
                return shown, button
    return None


TYPED = {
    "id": {"clock": "16.00", "goal": "baca {} buku", "why": "biar berani melamar magang"},
    "en": {"clock": "4 pm", "goal": "read {} books", "why": "to dare apply for an internship"},
}
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


@dataclass(frozen=True)
class Evening:
    """A mentee's first: enrolment, a first goal and a check-in. Every other one types where the rest tap; their
    check-ins will come on weekday `day`."""

    number: int
    locale: str
    token: str
    day: int

    @property
    def name(self) -> str:
        return NAMES[self.number]

    @property
    def _types(self) -> bool:
        return self.number % 2 == 1

    def _either(self, tap: str, typed: str) -> str:
        return typed if self._types else tap

    @property
    def script(self) -> list[str]:
        """All they do, in order."""
        return [*self._enrolling, *self._wishing, *self._telling]

    @property
    def _enrolling(self) -> list[str]:
        zone = self._either("<zone:wita>", "Kupang")
        clock = self._either("<clock:1600>", TYPED[self.locale]["clock"])
        begins = [f"/start {self.token}", "<consent:yes>", self.name, "<age:adult>", zone, "<field:tech>"]
        wants = ["<wants:portfolio>", "<wants:-done>", "<skills:time>", "<skills:-done>", "<hard:-done>"]
        when = ["<kinds:video>", "<kinds:-done>", f"<days:{WEEKDAYS[self.day]}>", "<days:-done>", clock]
        return [*begins, *wants, *when]

    @property
    def _wishing(self) -> list[str]:
        goal, measure, why, visibility, _ = self._goal
        card = "<card:private>" if visibility == "private" else "<card:save>"
        return [goal, measure, why, "<due:>", self._step, "<day-:>", card]

    @property
    def _telling(self) -> list[str]:
        mood, following, word = self._week
        percent, note = self._progress
        asked = [self._either(f"<percent-:{percent}>", f"{percent} {note}"), self._either(f"<mood:{mood}>", str(mood))]
        return ["/checkin", *asked, following, self._either("<for-mentor:-skip>", word)]

    @property
    def _goal(self) -> tuple[str, str, str, str, str]:
        words, count = TYPED[self.locale], self.number + 5
        visibility = "private" if self.number % 3 == 0 else "pair"
        return words["goal"].format(count), f"{count} catatan untuk {self.name}", words["why"], visibility, "active"

    @property
    def _step(self) -> str:
        return f"pinjam buku {self.name}"

    @property
    def _week(self) -> tuple[int, str, str]:
        return 3 + self.number % 3, f"lanjut, {self.name}", self._either("", f"hai & {self.name}")

    @property
    def _progress(self) -> tuple[int, str]:
        return 25 * (self.number % 5), self._either("", f"halaman {self.number}")

    @property
    def expected(self) -> dict[str, Any]:
        """What must be kept of it."""
        about = {"field": "tech", "wants": ["portfolio"], "skills": ["time"], "hard": [], "kinds": ["video"]}
        return {
            "person": (self.name, self.locale, "Asia/Makassar", self.day, "16:00"),
            "about": {**about, "days": [WEEKDAYS[self.day]]},
            "consent": [("programme", self.locale)],
            "membership": [("mentee", "active")],
            "goal": [self._goal],
            "step": [self._step],
            "checkin": [self._week],
            "progress": [self._progress],
        }
