"""Drawing screens as text: sentences as they are read, buttons as [labels]; and an account of every sentence drawn."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import cache
from typing import Any

from bot.effects import Effect, SendMyData, Start, Tell
from bot.furnish import PROMPTS
from bot.mentoring.people import Facts
from bot.messages import Attachment, Say, Screen, Words, pack_screen, say
from bot.ports import Parcel
from bot.talk import dialogue
from bot.talk.dialogue import Conversation, Move
from bot.talk.phrases import LOCALES, Phrases, Reader, load_phrases
from bot.talk.questions import Ear
from bot.talk.rendering import bare, render
from bot.talk.talk import Flow
from tests.somebody import NOW
from tests.town import furnished

Both = str | tuple[str, str]  # a text, or one a language: Indonesian, English


class Heard(Phrases):
    """The sentences as they ship, keeping which were said, with which values."""

    said: dict[str, list[Mapping[str, Any]]]

    def _format(self, locale: str, key: str, args: Mapping[str, Any]) -> str:
        self.said[key].append(args)
        return super()._format(locale, key, args)


@cache
def phrases() -> Heard:
    """One for all drawings, so that it knows of every sentence at the end."""
    heard = Heard(load_phrases(PROMPTS)._bundles)
    heard.said = defaultdict(list)
    return heard


def lines_of(screen: Screen, known: Facts, due: datetime | None = None) -> Iterator[str]:
    """A screen as its reader sees it; one that was due earlier says so."""
    me, packed = known.me, pack_screen(screen)
    parcel = Parcel(1, "telegram", "1", packed, "", 0, me.locale, me.zone, 0, due, known.now, hold=False)
    shown = render(parcel, phrases(), known.now)
    assert not shown.trouble, shown.trouble
    yield from (line for text in shown.texts for line in bare(text).split("\n"))
    if shown.file:
        yield f"({shown.file.name})"
    yield from (" ".join(f"[{key.label}]" for key in row) for row in shown.keys)


@dataclass
class Sheet:
    """One golden file: scenes one below the other."""

    name: str
    locale: str
    lines: list[str] = field(default_factory=list)

    def scene(self, title: str) -> None:
        """Begin a scene; its title says who and when, in plain English for whoever reads the file."""
        self.lines += ["", f"## {title}"]

    def screen(self, screen: Screen, known: Facts, due: datetime | None = None) -> None:
        """Somebody is shown a screen."""
        self.lines += ["", *lines_of(screen, known, due)]

    def say(self, *lines: Say, known: Facts) -> None:
        """Sentences that stand alone."""
        self.screen(Screen(lines), known)

    def does(self, what: str) -> None:
        """What the person does."""
        self.lines += ["", f"> {what}"]

    def text(self) -> str:
        """The file."""
        return "\n".join((f"# {self.name}", *self.lines, ""))


def pick(text: Both, locale: str) -> str:
    """A text in one of the languages."""
    return text if isinstance(text, str) else text[LOCALES.index(locale)]


class Walk:
    """A conversation held on a sheet. "[slug]" taps an option, "/back", "/skip", "/edit" are what they say,
    "/edit key" taps an answer in the list, "/stale" taps an old button; everything else is typed."""

    def __init__(self, sheet: Sheet, title: str, flow: str | Flow, known: Facts) -> None:
        self.flow: Flow = furnished().flows[flow] if isinstance(flow, str) else flow
        self.sheet, self.known = sheet, replace(known, form=self.flow.form)
        sheet.scene(title)
        recalled = self.flow.recall(self.known) if self.flow.recall else {}
        self._show(dialogue.go_on(self.flow, Conversation(1, self.flow.name, known.subject, self.known, recalled)))
        self.numbers = 0

    def __call__(self, *steps: Both) -> Walk:
        for step in steps:
            text = pick(step, self.sheet.locale)
            self.numbers += 1
            talk = self.move.talk
            assert talk, f"{self.flow.name} is over before {text}"
            self.sheet.does(self._label(text))
            self._show(self._step(talk, text))
        return self

    def _step(self, talk: Conversation, text: str) -> Move:
        word, _, rest = text.partition(" ")
        if text.startswith("["):
            return dialogue.tapped(self.flow, talk, talk.asked, text[1:-1], f"b{self.numbers}")
        match word:
            case "/back":
                return dialogue.back(self.flow, talk)
            case "/skip":
                return dialogue.skip(self.flow, talk)
            case "/edit" if rest:
                return dialogue.tapped(self.flow, talk, rest, "-edit", f"b{self.numbers}")
            case "/edit":
                return dialogue.edits(self.flow, talk)
            case "/stale":
                return dialogue.tapped(self.flow, talk, "gone", "yes", "older")
            case "/place":
                return dialogue.placed(self.flow, talk, (float(rest), 0.0), f"m{self.numbers}")
        return dialogue.typed(self.flow, talk, text, f"m{self.numbers}", self._ear())

    def _label(self, text: str) -> str:
        if not text.startswith("["):
            return text
        buttons = [button for row in self.screen.buttons for button in row]
        found = [button.label for button in buttons if button.data.endswith(f":{text[1:-1]}")]
        assert found, f"no {text} on {[button.data for button in buttons]}"
        return f"[{plain(found[0], self.known)}]"

    def _ear(self) -> Ear:
        me = self.known.me
        return Ear(self.known.now, me.zone, me.locale, lambda words: plain(words, self.known))

    def _show(self, move: Move) -> None:
        self.move = move
        if move.screen:
            self.screen = move.screen
            self.sheet.screen(move.screen, self.known)
        for effect in move.effects:
            self._happens(effect)

    def _happens(self, effect: Effect) -> None:
        name, screen = type(effect).__name__, getattr(effect, "screen", None)
        match effect:
            case Tell(shown):
                self.sheet.screen(shown, self.known)
            case Start(flow, subject):
                self.sheet.lines += ["", f"(goes on: {flow} {subject})".replace(" )", ")")]
            case SendMyData():
                file = Attachment("json", "tuntun-2026-11-24.json", {})
                self.sheet.screen(Screen((say("my-data-here"),), attachment=file), self.known)
            case _ if isinstance(screen, Screen):
                self.sheet.lines += [
                    "",
                    f"({name})",
                    *lines_of(named(screen, self.known.me.name or "Sari"), self.known),
                ]
            case _:
                self.sheet.lines += ["", f"({name})"]


def named(screen: Screen, name: str) -> Screen:
    """What others are told has the name in it of whom it is about, and the role of who reads it."""
    return replace(
        screen, lines=tuple(Say(line.key, {**line.args, "name": name, "role": "mentor"}) for line in screen.lines)
    )


def plain(words: Words, known: Facts) -> str:
    """Words as this person reads them."""
    return phrases().plain(words, Reader(known.me.locale, known.me.zone, known.now))


def keys_in(locale: str) -> dict[str, str]:
    """Every sentence of a language, with the file it stands in."""
    found = {}
    for path in sorted((PROMPTS / locale).glob("*.ftl")):
        keys = re.findall(r"^([a-z][\w-]*) =", path.read_text(encoding="utf-8"), re.MULTILINE)
        found.update(dict.fromkeys(keys, path.name))
    return found


__all__ = ["NOW", "Both", "Heard", "Sheet", "Walk", "keys_in", "lines_of", "named", "phrases", "pick", "plain"]
