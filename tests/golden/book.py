"""All golden files together: what they hold now, and whether every sentence of prompts/ is in one of them."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from bot.talk.phrases import LOCALES
from tests.golden import flows, hints, office, pages, reminders
from tests.golden.drawing import keys_in, phrases

FOLDER = Path(__file__).parent
LABELS = "the label of a field, where a platform shows questions as a form"
UNSEEN = {  # sentences that no drawing shows, each with its reason
    "button-fill-page": "Discord only, which shows several questions as one form",
    "short-clock": LABELS,
    "short-edit-what": LABELS,
    "short-help-words": LABELS,
    "short-language": LABELS,
    "short-until": LABELS,
}
ELSEWHERE = {  # what has no drawings yet
    "discord.ftl": "Discord's own sentences",
    "line.ftl": "messages between the two of a pair",
    "mentors.ftl": "mentors and pairs",
    "parting.ftl": "the end of a pair",
    "sessions.ftl": "sessions",
}


@cache
def drawn() -> dict[Path, str]:
    """Every golden file by its path, as the bot speaks now."""
    return {
        FOLDER / locale / f"{sheet.name}.txt": sheet.text()
        for locale in LOCALES
        for part in (flows, pages, reminders, hints, office)
        for sheet in part.sheets(locale)
    }


def unseen() -> set[str]:
    """Sentences that stand in prompts/ and in no drawing."""
    drawn()
    return {key for key, file in keys_in(LOCALES[0]).items() if file not in ELSEWHERE and key not in phrases().said}


def kept() -> set[Path]:
    """The golden files there are."""
    return set(FOLDER.glob("*/*.txt"))


def write() -> list[Path]:
    """Draw everything anew and remove what is left over; gives the files that changed."""
    now = drawn()
    changed = [path for path, text in now.items() if not path.exists() or path.read_text(encoding="utf-8") != text]
    for path in changed:
        path.parent.mkdir(exist_ok=True)
        path.write_text(now[path], encoding="utf-8")
    for path in (left := kept() - now.keys()):
        path.unlink()
    return [*changed, *sorted(left)]
