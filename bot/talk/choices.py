"""Questions answered by choosing: one of some, yes or no, several."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from bot.errors import Unclear
from bot.messages import Json, Words, say
from bot.talk.clean import clean, key_of
from bot.talk.questions import DONE, EDIT, OTHER, Ear, Option, Question, labelled


@dataclass(frozen=True, kw_only=True)
class Choice(Question[str]):
    """One of some; with `other`, own words of at most that many characters are an answer too."""

    choices: tuple[Option, ...]
    other: int = 0
    columns: int = 2

    def options(self, ticked: Json) -> tuple[Option, ...]:
        return (*self.choices, Option(OTHER, say("button-other"))) if self.other else self.choices

    def hear(self, text: str, ear: Ear) -> Json:
        if (slug := labelled(self.choices, text, ear)) is not None:
            return slug
        kept = clean(text)
        if self.other and 0 < len(kept) <= self.other:
            return kept
        if self.other and kept:
            raise Unclear(say("unclear-long", most=self.other, length=len(kept)))
        raise Unclear(say("unclear-choice", heard=kept[:60], example=self.choices[0].label))

    def pick(self, option: str) -> Json:
        if option not in {choice.slug for choice in self.choices}:
            raise Unclear(say("unclear-button"))
        return option

    def load(self, stored: Json) -> str:
        if not isinstance(stored, str) or not (self.other or stored in {choice.slug for choice in self.choices}):
            raise ValueError(self.key)
        return stored

    def guess(self) -> str:
        return self.choices[0].slug

    def shown(self, stored: Json) -> Words:
        return {choice.slug: choice.label for choice in self.choices}.get(stored, str(stored))


@dataclass(frozen=True, kw_only=True)
class Review(Choice):
    """A last look before something is saved, with a way back to any answer."""

    def options(self, ticked: Json) -> tuple[Option, ...]:
        return (*self.choices, Option(EDIT, say("button-edit")))


@dataclass(frozen=True, kw_only=True)
class YesNo(Question[bool]):
    """Yes or no."""

    yes: Words = field(default_factory=lambda: say("button-yes"))
    no: Words = field(default_factory=lambda: say("button-no"))

    def options(self, ticked: Json) -> tuple[Option, ...]:
        return Option("yes", self.yes), Option("no", self.no)

    def hear(self, text: str, ear: Ear) -> Json:
        slug = labelled(self.options(None), text, ear)
        if slug is None:
            slug = {**dict.fromkeys(YES, "yes"), **dict.fromkeys(NO, "no")}.get(key_of(text))
        if slug is None:
            raise Unclear(say("unclear-choice", heard=clean(text)[:60], example=self.yes))
        return slug == "yes"

    def pick(self, option: str) -> Json:
        if option not in {"yes", "no"}:
            raise Unclear(say("unclear-button"))
        return option == "yes"

    def load(self, stored: Json) -> bool:
        if not isinstance(stored, bool):
            raise ValueError(self.key)  # noqa: TRY004 - one error for every answer that no longer fits
        return stored

    def guess(self) -> bool:
        return True

    def shown(self, stored: Json) -> Words:
        return self.yes if stored else self.no


YES = (
    "y",
    "ya",
    "iya",
    "yes",
    "yep",
    "yup",
    "ok",
    "oke",
    "okay",
    "okey",
    "sip",
    "boleh",
    "betul",
    "benar",
    "setuju",
    "mau",
    "sure",
)
NO = (
    "n",
    "no",
    "nope",
    "tidak",
    "tdk",
    "gak",
    "ga",
    "nggak",
    "enggak",
    "ngga",
    "engga",
    "bukan",
    "belum",
    "jangan",
    "nah",
)


@dataclass(frozen=True, kw_only=True)
class Several(Question[tuple[str, ...]]):
    """Some of some, ticked one by one and closed with a button; own words become ticks of their own.
    `start` is ticked from the beginning."""

    choices: tuple[Option, ...]
    other: int = 0
    least: int = 1
    most: int = 12
    start: tuple[str, ...] = ()
    columns: int = 2

    def options(self, ticked: Json) -> tuple[Option, ...]:
        chosen = list(ticked or ())
        known = {choice.slug for choice in self.choices}
        shown = [Option(each.slug, _tick(each.label, each.slug in chosen)) for each in self.choices]
        shown += [
            Option(f"-own{number}", _tick(own, True)) for number, own in enumerate(o for o in chosen if o not in known)
        ]
        if self.other:
            shown.append(Option(OTHER, say("button-other")))
        return (*shown, Option(DONE, say("button-done-count", n=len(chosen))))

    def toggle(self, ticked: Json, option: str) -> list[str]:
        """The ticks after one more tap; raises Unclear for a button this question does not have."""
        chosen = list(ticked or ())
        known = {choice.slug for choice in self.choices}
        own = {f"-own{number}": text for number, text in enumerate(o for o in chosen if o not in known)}
        slug = own.get(option, option)
        if slug not in known and option not in own:
            raise Unclear(say("unclear-button"))
        return [each for each in chosen if each != slug] if slug in chosen else [*chosen, slug]

    def add(self, ticked: Json, text: str, ear: Ear) -> list[str]:
        """The ticks after typing: labels by name, other words as they are; raises Unclear when they do not fit."""
        chosen = list(ticked or ())
        for part in filter(None, map(clean, re.split(r"[,;\n]", text))):
            slug = labelled(self.choices, part, ear)
            if slug is None and not self.other:
                raise Unclear(say("unclear-choice", heard=part[:60], example=self.choices[0].label))
            if slug is None and len(part) > self.other:
                raise Unclear(say("unclear-long", most=self.other, length=len(part)))
            chosen += [slug or part] if (slug or part) not in chosen else []
        return chosen

    def close(self, ticked: Json) -> list[str]:
        """The answer when the ticks are done; raises Unclear when there are too few or too many."""
        chosen = list(ticked or ())
        if len(chosen) < self.least:
            raise Unclear(say("unclear-few", least=self.least))
        if len(chosen) > self.most:
            raise Unclear(say("unclear-many", most=self.most))
        return chosen

    def load(self, stored: Json) -> tuple[str, ...]:
        if not isinstance(stored, list) or not self.least <= len(stored) <= self.most:
            raise ValueError(self.key)
        if not all(isinstance(each, str) for each in stored):
            raise ValueError(self.key)
        return tuple(stored)

    def guess(self) -> tuple[str, ...]:
        return tuple(choice.slug for choice in self.choices[: max(self.least, 1)])

    def shown(self, stored: Json) -> Words:
        labels = {choice.slug: choice.label for choice in self.choices}
        items = tuple(labels.get(each, each) for each in stored or ())
        return say("listed", items=items) if items else say("nothing-ticked")


def _tick(label: Words, ticked: object) -> Words:
    return say("ticked", label=label) if ticked else label
