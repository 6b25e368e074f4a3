"""Mentees who do what people do: read what the bot wrote, answer it, wait. They retry nothing and ignore repetitions."""

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
    everything else is typed. `expected` is what must be kept of it."""

    person: Person
    script: list[str]
    expected: dict[str, Any]
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
    "id": {"city": "Kupang", "clock": "16.00", "goal": "baca {} buku", "why": "biar berani melamar magang"},
    "en": {"city": "Kupang", "clock": "4 pm", "goal": "read {} books", "why": "to dare apply for an internship"},
}
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


def script_of(number: int, locale: str, token: str, day: int) -> tuple[list[str], dict[str, Any]]:
    """A mentee's first evening, through enrolment, a first goal and a check-in, and what must be kept of it. Every
    other one types where the rest tap; check-ins come on weekday `day`."""
    name, words, taps = NAMES[number], TYPED[locale], number % 2 == 0
    goal, measure, step = words["goal"].format(number + 5), f"{number + 5} catatan untuk {name}", f"pinjam buku {name}"
    percent, mood, private = 25 * (number % 5), 3 + number % 3, number % 3 == 0
    enrols = [f"/start {token}", "<consent:yes>", name, "<age:adult>", "<zone:wita>" if taps else words["city"]]
    enrols += ["<field:tech>", "<wants:portfolio>", "<wants:-done>", "<skills:time>", "<skills:-done>", "<hard:-done>"]
    enrols += ["<kinds:video>", "<kinds:-done>", f"<days:{WEEKDAYS[day]}>", "<days:-done>"]
    enrols += ["<clock:1600>" if taps else words["clock"]]
    sets = [goal, measure, words["why"], "<due:>", step, "<day-:>", "<card:private>" if private else "<card:save>"]
    tells = ["/checkin", f"<percent-:{percent}>" if taps else f"{percent} halaman {number}"]
    tells += [f"<mood:{mood}>" if taps else str(mood), f"lanjut, {name}", "<for-mentor:-skip>" if taps else f"hai & {name}"]
    return [*enrols, *sets, *tells], {
        "person": (name, locale, "Asia/Makassar", day, "16:00"),
        "about": {"field": "tech", "wants": ["portfolio"], "skills": ["time"], "hard": [], "kinds": ["video"], "days": [WEEKDAYS[day]]},
        "consent": [("programme", locale)],
        "membership": [("mentee", "active")],
        "goal": [(goal, measure, words["why"], "private" if private else "pair", "active")],
        "step": [step],
        "checkin": [(mood, f"lanjut, {name}", "" if taps else f"hai & {name}")],
        "progress": [(percent, "" if taps else f"halaman {number}")],
    }
