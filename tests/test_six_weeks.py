"""Six weeks of a pair, a mentee on Telegram and a mentor in Discord, as a transcript that reads from top to bottom.

`python -m tests.golden` writes it anew; read it before it is kept.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from bot.mentoring.calendar import friendly
from storage import tables
from tests.town import Citizen, Shown, Town

GOLDEN = Path(__file__).with_name("golden")
WORDS = {
    "id": {
        "hello": "/bilang Halo Sari, senang bertemu. Cerita dong, lagi mengerjakan apa?",
        "session": "/sesi kamis jam 7 malam",
        "step": "rapikan data survei",
        "wish": "cara menata studi kasus",
        "tell": "/bilang Kak, draf pertamaku sudah jadi!",
        "praise": "/bilang Bagus! Kirim tautannya, ya.",
        "moved": "sabtu jam 10 pagi",
        "note": "/catatan Sari butuh contoh studi kasus",
        "thanks": "Terima kasih sudah sabar, Kak.",
    },
    "en": {
        "hello": "/tell Hi Sari, nice to meet you. What are you working on?",
        "session": "/session Thursday 7 pm",
        "step": "clean up the survey data",
        "wish": "how to structure a case study",
        "tell": "/tell My first draft is done!",
        "praise": "/tell Great! Send me the link.",
        "moved": "Saturday 10 am",
        "note": "/note Sari needs an example case study",
        "thanks": "Thank you for being patient.",
    },
}


class Story:
    """What two people see and do, written down as it happens, each at their own clock."""

    def __init__(self, town: Town, locale: str) -> None:
        self.town, self.locale, self.words = town, locale, WORDS[locale]
        self.lines: list[str] = []
        pair = town.pair(locale=locale, platform="discord")
        self.mentor, self.mentee = pair.mentor, pair.mentee
        self._seen = {self.mentor.account: 0, self.mentee.account: 0}
        self._count: dict[str, int] = {}
        for person in (self.mentor, self.mentee):
            person.log.clear()
        self.look()

    def says(self, person: Citizen, text: str) -> None:
        """Write something."""
        self._line(person, f"> {text}")
        person.writes(text)
        self.look()

    def taps(self, person: Citizen, pattern: str) -> None:
        """Tap the newest button whose data is like this."""
        for shown in reversed(list(person.messages.values())):
            for label, data in shown.buttons:
                if data and re.search(pattern, data):
                    self._line(person, f"> [{label}]")
                    person.taps_data(data, shown.id)
                    self.look()
                    return
        raise AssertionError(f"no button like {pattern} on:\n{list(person.messages.values())[-1]}\n{list(person.messages.values())[-1].buttons}")

    def passes(self, **span: float) -> None:
        """Let time go by, and write down what comes."""
        self.town.passes(**span)
        self.look()

    def look(self) -> None:
        """Write down what is new on both screens, in the order it came."""
        for at, person, shown in sorted(
            ((at, person, shown) for person in (self.mentor, self.mentee) for at, shown in person.log),
            key=lambda entry: entry[0],
        ):
            self._line(person, str(shown), at)
        self.mentor.log.clear()
        self.mentee.log.clear()

    def _line(self, person: Citizen, text: str, at: object = None) -> None:
        moment = self.town.now if at is None else at
        zone = "Asia/Makassar" if person is self.mentee else "Asia/Jakarta"
        name = "Sari (Telegram)" if person is self.mentee else "Budi (Discord)"
        head = f"{name} · {friendly(moment, zone, self.locale, self.town.now)}"  # type: ignore[arg-type]
        body = "\n".join(f"    {line}" for line in text.split("\n"))
        self.lines.append(f"{head}\n{body}")


def tell(story: Story) -> None:
    """From "you are paired" to the end, without the coordinator."""
    mentor, mentee, words = story.mentor, story.mentee, story.words
    story.taps(mentee, r"do:open")
    story.says(mentor, words["hello"])
    story.passes(days=1, hours=6)
    for person in (mentee, mentor):
        story.taps(person, r"go:agreement")
        for _ in range(6):
            story.taps(person, rf"^c:{_open(story, person)}:")
    story.taps(mentor, r"agree")
    story.taps(mentee, r"agree")
    story.says(mentee, words["session"])
    story.taps(mentee, r":card:send$")
    story.taps(mentor, r"go:session_answer:\d+:slot:\d")
    story.passes(days=1)


def _open(story: Story, person: Citizen) -> int:
    number = story.town.rows(tables.Account, external_id=person.account)[0].person_id
    return int(story.town.rows(tables.Conversation, person_id=number, state="open")[-1].id)


@pytest.mark.parametrize("locale", ["id", "en"])
def test_six_weeks_read_well(town: Town, locale: str) -> None:
    story = Story(town, locale)
    tell(story)
    text = re.sub(r"tuntun-[a-z0-9]{8,}", "tuntun-…", "\n\n".join(story.lines)) + "\n"
    print(text)
    assert 0
