"""What is said to operators at a computer: each sentence with likely values, for one and for several."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from bot.check import read_language
from bot.furnish import PROMPTS
from bot.messages import When, say
from tests.golden.drawing import Sheet, keys_in
from tests.golden.people import of_role
from tests.somebody import NOW

VALUES: dict[str, Any] = {
    "file": "tuntun.db",
    "mb": 40,
    "why": "database disk image is malformed",
    "zone": "Asia/Djakarta",
    "since": When(NOW - timedelta(hours=3)),
    "at": When(NOW - timedelta(minutes=5)),
    "until": When(NOW + timedelta(days=14), "day"),
    "bot": "tuntun_bot",
    "code": 502,
    "host": "example.com",
    "mentor": "Budi",
    "mentee": "Sari",
    "name": "Mentoring Beasiswa 2026",
    "programme": "mentoring-beasiswa-2026",
    "names": ("Budi (9)", "Anna (12)"),
}
COUNTED = ("n", "minutes")


def sheets(locale: str) -> Iterator[Sheet]:
    """One sheet."""
    sheet, known = Sheet("office-and-doctor", locale), of_role("coordinator", locale)
    sentences, problems = read_language(PROMPTS, locale)
    assert not problems
    for key in (key for key, file in keys_in(locale).items() if file == "office.ftl"):
        sheet.scene(key)
        counted = [name for name in COUNTED if name in sentences[key].variables]
        values = {name: VALUES[name] for name in sentences[key].variables if name not in COUNTED}
        for number in (1, 3) if counted else (0,):
            sheet.say(say(key, **values, **dict.fromkeys(counted, number)), known=known)
    yield sheet
