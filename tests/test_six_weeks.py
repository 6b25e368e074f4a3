"""Six weeks of a pair, a mentee on Telegram and a mentor in Discord, as a transcript that reads from top to bottom.

`WRITE_GOLDEN=1 pytest tests/test_six_weeks.py` writes it anew; read it before it is kept.
"""

from __future__ import annotations

import os
import re
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import update

from bot.mentoring.calendar import friendly
from storage import tables
from storage.rows import table
from tests.town import Citizen, Town

GOLDEN = Path(__file__).with_name("golden")
WORDS = {
    "id": {
        "hello": "/bilang Halo Sari, senang bertemu. Cerita dong, lagi mengerjakan apa?",
        "session": "/sesi sabtu jam 7 malam",
        "step": "rapikan data survei",
        "wish": "cara menata studi kasus",
        "tell": "/bilang Kak, draf pertamaku sudah jadi!",
        "praise": "/bilang Bagus! Kirim tautannya, ya.",
        "thanks": "Terima kasih sudah sabar dan jujur.",
        "note": "/catatan Sari butuh contoh studi kasus",
    },
    "en": {
        "hello": "/tell Hi Sari, nice to meet you. What are you working on?",
        "session": "/session Saturday 7 pm",
        "step": "clean up the survey data",
        "wish": "how to structure a case study",
        "tell": "/tell My first draft is done!",
        "praise": "/tell Great! Send me the link.",
        "thanks": "Thank you for being patient and honest.",
        "note": "/note Sari needs an example case study",
    },
}


class Story:
    """What two people see and do, written down as it happens, each at their own clock."""

    def __init__(self, town: Town, locale: str) -> None:
        self.town, self.locale, self.words = town, locale, WORDS[locale]
        self.lines: list[str] = []
        programme = table(tables.Programme)
        town.writer.do(lambda c: c.execute(update(programme).values(ends=date(2027, 1, 5)))).result(10)
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
        last = list(person.messages.values())[-1]
        raise AssertionError(f"no button like {pattern} on:\n{last}\n{last.buttons}")

    def passes(self, **span: float) -> None:
        """Let time go by, and write down what comes."""
        self.town.passes(**span)
        self.look()

    def look(self) -> None:
        """Write down what is new on both screens, in the order it came."""
        came = [(at, who, shown) for who in (self.mentor, self.mentee) for at, shown in who.log]
        for at, who, shown in sorted(came, key=lambda entry: entry[0]):
            self._line(who, str(shown), at)
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
    """From "you are paired" on, without the coordinator."""
    mentor, mentee, words = story.mentor, story.mentee, story.words
    story.taps(mentee, "opener-1$")
    story.taps(mentee, ":send:send$")
    story.says(mentor, words["hello"])
    story.passes(days=1, hours=9)
    agree(story)
    story.says(mentee, words["session"])
    story.taps(mentee, ":card:send$")
    story.taps(mentor, r"^go:session_answer:\d+:slot:\d")
    story.passes(days=2)
    for person in (mentee, mentor):
        story.taps(person, "^go:session_confirm")
    story.passes(days=1, hours=1)
    for person in (mentee, mentor):
        story.taps(person, "^go:met:.*yes$")
    story.passes(hours=20)
    story.taps(mentee, r"^go:checkin::percent-\d+:50")
    story.taps(mentee, ":mood:4$")
    story.says(mentee, words["step"])
    story.says(mentee, words["wish"])
    story.passes(days=2)
    story.says(mentor, words["note"])
    story.says(mentee, words["tell"])
    story.says(mentor, words["praise"])
    story.passes(days=5)
    for percent in (50, 75, 75, 100):
        story.taps(mentee, rf"^go:checkin::percent-\d+:{percent}")
        for answer in (":mood:4$", ":-skip$", ":-skip$"):
            story.taps(mentee, answer)
        story.passes(days=7)
    story.passes(days=3)
    for person in (mentee, mentor):
        close(story, person)
    story.passes(days=1)


def close(story: Story, person: Citizen) -> None:
    """The closing questions; thanks that may be passed on."""
    story.taps(person, "^go:closing:")
    for answer in (r":4$", rf"^c:{_open(story, person)}:", r":10$", r":-skip$"):
        story.taps(person, answer)
    story.says(person, story.words["thanks"])
    story.taps(person, ":yes$")


def agree(story: Story) -> None:
    """Both answer six questions, each alone; then both agree."""
    for person in (story.mentee, story.mentor):
        story.taps(person, "^go:agreement")
        for _ in range(6):
            story.taps(person, rf"^c:{_open(story, person)}:")
    for person in (story.mentor, story.mentee):
        story.taps(person, "^do:agree")


def _open(story: Story, person: Citizen) -> int:
    number = story.town.rows(tables.Account, external_id=person.account)[0].person_id
    talks = story.town.rows(tables.Conversation, person_id=number, state="open")
    return int(talks[-1].id)


@pytest.mark.parametrize("locale", ["id", "en"])
def test_six_weeks_are_as_they_were_read(town: Town, locale: str) -> None:
    """The whole of it, as both see it; rooms are drawn by chance, so their names are left out."""
    story = Story(town, locale)
    tell(story)
    text = re.sub(r"tuntun-[a-z0-9]{8,}", "tuntun-…", "\n\n".join(story.lines)) + "\n"
    path = GOLDEN / f"six-weeks-{locale}.txt"
    if os.environ.get("WRITE_GOLDEN"):
        path.write_text(text, encoding="utf-8")
    assert text == path.read_text(encoding="utf-8"), "if that reads well: WRITE_GOLDEN=1 pytest tests/test_six_weeks.py"
