"""All golden files together: what they hold now, and whether every sentence of prompts/ is in one of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from babel import Locale
from fluent.syntax import FluentParser
from fluent.syntax import ast as ftl

from bot.furnish import PROMPTS
from bot.talk.phrases import LOCALES
from tests.golden import flows, hints, office, pages, reminders
from tests.golden.drawing import keys_in, phrases

FOLDER = Path(__file__).parent
LABELS = "the label of a field, where a platform shows questions as a form"
DESK = "a button of the programme's page, in tests/test_staff_programme.py"
UNSEEN = {  # sentences that no drawing shows, each with its reason
    "button-desk-invite": DESK,
    "button-desk-match": DESK,
    "button-desk-pending": DESK,
    "button-fill-page": "Discord only, which shows several questions as one form",
    "short-clock": LABELS,
    "short-edit-what": LABELS,
    "short-help-words": LABELS,
    "short-language": LABELS,
    "short-until": LABELS,
}
ELSEWHERE = {  # what has no drawings yet
    "staff-matching.ftl": "matching, in tests/test_staff_matching.py",
    "desk.ftl": "files, and jobs that fail, at the coordinators' desk",
    "discord.ftl": "Discord's own sentences",
    "line.ftl": "messages between the two of a pair",
    "mentors.ftl": "mentors and pairs",
    "parting.ftl": "the end of a pair",
    "choosing.ftl": "mentees who choose a mentor themselves",
    "sessions.ftl": "sessions",
    "staff-people.ftl": "invitations, lists of people, what is pending, one person",
    "staff-programme.ftl": "programmes, joining, approval, the team",
    "staff-forms.ftl": "forms by coordinators",
    "staff-stats.ftl": "figures of a programme, pairs",
    "staff-status.ftl": "how the bot itself is doing",
    "staff-risk.ftl": "pairs that need somebody",
    "staff-reach.ftl": "messages to many: filters, announcements, nudges, what became of them",
    "staff-inbox.ftl": "calls for help as tickets",
    "staff-export.ftl": "data out of the bot, weekly figures, who did what",
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


def unseen_variants() -> set[tuple[str, str, str]]:
    """Language, sentence and variant of what no drawing chose, such as the plural of a sentence."""
    drawn()
    return {
        (locale, message.id.name, missing)
        for locale in LOCALES
        for message in _messages(locale)
        for choice in _choices(message.value)
        for missing in _names(choice)
        - {_chosen(choice, args, locale) for args in phrases().said.get(message.id.name, ())}
    }


def _messages(locale: str) -> Iterator[Any]:
    for path in sorted((PROMPTS / locale).glob("*.ftl")):
        if path.name not in ELSEWHERE:
            body = FluentParser().parse(path.read_text(encoding="utf-8")).body
            yield from (entry for entry in body if isinstance(entry, ftl.Message) and entry.id.name not in UNSEEN)


def _choices(pattern: Any) -> Iterator[ftl.SelectExpression]:
    for element in pattern.elements:
        if isinstance(element, ftl.Placeable) and isinstance(element.expression, ftl.SelectExpression):
            yield element.expression
            for variant in element.expression.variants:
                yield from _choices(variant.value)


def _names(choice: ftl.SelectExpression) -> set[str]:
    return {_name(variant) for variant in choice.variants}


def _name(variant: ftl.Variant) -> str:
    return str(variant.key.name if isinstance(variant.key, ftl.Identifier) else variant.key.value)


def _chosen(choice: Any, args: Mapping[str, Any], locale: str) -> str:
    """The variant these values lead to: by name or number, by plural, or the default."""
    value = args.get(choice.selector.id.name)
    plural = Locale(locale).plural_form(value) if isinstance(value, int) else ""
    found = [name for name in (str(value), plural) if name in _names(choice)]
    return found[0] if found else next(_name(variant) for variant in choice.variants if variant.default)


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
