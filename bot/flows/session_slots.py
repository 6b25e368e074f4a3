"""The question for moments: tapped from hours that suit both, or typed; one at a time, up to three, or a series."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.errors import Unclear
from bot.flows.session_words import moment_said, rule_said
from bot.mentoring.calendar import local
from bot.mentoring.series import MOST, read_series, rule_of
from bot.mentoring.sessions import MOST_SLOTS, Seat, moment_of, stamp
from bot.mentoring.slots import Both
from bot.messages import Json, Say, When, Words, say
from bot.talk.choices import Several
from bot.talk.clean import clean
from bot.talk.moments import Moment, read_clock, read_moments
from bot.talk.questions import DONE, Ear, Option, Unsure, labelled

REPEAT = "repeat"  # the tick that asks for a series by buttons
CLOCKS = (time(9), time(13), time(16), time(19))  # asked back where only a day was named
GONE = re.compile(r"\b(?:kemarin|kmrn|tadi|lalu|yesterday|ago|last)\b")


@dataclass(frozen=True, kw_only=True)
class Moments(Several):
    """Some moments, each kept as its stamp; or a series, kept as its rule. `both` knows what suits whom."""

    both: Both
    regular: bool = True
    most: int = MOST_SLOTS
    columns: int = 1

    def options(self, ticked: Json) -> tuple[Option, ...]:
        chosen = list(ticked or ())
        if chosen and not is_stamp(chosen[0]):
            return Option(chosen[0], say("ticked", label=self._label(chosen[0]))), self._done(chosen)
        known = [choice.slug for choice in self.choices]
        slugs = sorted({*known, *chosen})
        shown = [
            Option(slug, say("ticked", label=self._label(slug)) if slug in chosen else self._label(slug))
            for slug in slugs
        ]
        repeat = [Option(REPEAT, say("button-session-repeat"))] if self.regular and not chosen else []
        return (*shown, *repeat, *([self._done(chosen)] if chosen else []))

    def _done(self, chosen: Sequence[str]) -> Option:
        return Option(DONE, say("button-done-count", n=len(chosen)))

    def _label(self, slug: str) -> Words:
        if slug == REPEAT:
            return say("button-session-repeat")
        if is_stamp(slug):
            return moment_said(moment_of(slug), self.seat, self.both.hours.them)
        return rule_said(rule_of(slug))

    @property
    def seat(self) -> Seat:
        """Where I read times."""
        me = self.both.me
        return Seat(me.id, me.name, "mentee", me.zone, me.locale, me.quiet_from, me.quiet_until)

    def toggle(self, ticked: Json, option: str) -> list[str]:
        chosen = list(ticked or ())
        if option in chosen:
            return [each for each in chosen if each != option]
        if not self._fits(option):
            raise Unclear(say("unclear-button"))
        return self._with(chosen, option)

    def _fits(self, option: str) -> bool:
        return (
            option == REPEAT
            if self.regular and option == REPEAT
            else is_stamp(option) or (self.regular and is_rule(option))
        )

    def _with(self, chosen: list[str], slug: str) -> list[str]:
        """One more moment; a series stands alone."""
        if not is_stamp(slug):
            return [slug]
        self._check(moment_of(slug))
        kept = [each for each in chosen if is_stamp(each)]
        if len(kept) >= self.most:
            raise Unclear(say("session-most", most=self.most))
        return [*kept, slug]

    def _check(self, moment: datetime) -> None:
        """Say why a moment can't be offered."""
        if trouble := self.both.trouble(moment):
            partner = self.both.hours.them.name
            raise Unclear(say(f"session-trouble-{trouble}", at=When(moment), partner=partner))

    def add(self, ticked: Json, text: str, ear: Ear) -> list[str]:
        if series := self._series(text, ear):
            return [series]
        chosen = list(ticked or ())
        for part in filter(None, map(clean, re.split(r"[;\n]|,(?!\s*\d{1,2}[.:]\d\d)|\batau\b|\bor\b", text))):
            slug = labelled(tuple(Option(each.slug, self._label(each.slug)) for each in self.choices), part, ear)
            slug = slug or self._read(part, ear)
            chosen = self._with(chosen, slug) if slug not in chosen else chosen
        return chosen

    def _read(self, text: str, ear: Ear) -> str:
        zone = ZoneInfo(ear.zone)
        found = read_moments(text, ear.now, zone)
        if not found:
            raise Unclear(self._nothing(text, ear, zone))
        if whole := [each for each in found if each.at(zone)]:
            return self._meant(whole, zone, ear)
        day = found[0].day
        asked = (stamp(local(day, clock, ear.zone)) for clock in CLOCKS)
        raise Unsure(say("session-which-clock", day=When(day)), self._offers(asked))

    def _nothing(self, text: str, ear: Ear, zone: ZoneInfo) -> Say:
        midnight = ear.now.astimezone(zone).replace(hour=0, minute=0)
        if GONE.search(text.casefold()) or read_moments(text, midnight, zone):
            return say("session-past", heard=text[:60])
        return say("unclear-session-time", heard=text[:60])

    def _meant(self, found: list[Moment], zone: ZoneInfo, ear: Ear) -> str:
        """The one moment meant; several readings, and an hour that does not exist, are asked back."""
        moments = [moment for each in found if (moment := each.at(zone))]
        first = found[0]
        if first.clock and not first.offset and moments[0].time() != first.clock:
            shifted = (stamp(moments[0]),)
            raise Unsure(say("session-gap", clock=When(first.clock), day=When(first.day)), self._offers(shifted))
        slugs = dict.fromkeys(stamp(moment) for moment in moments)
        if len(slugs) > 1:
            raise Unsure(say("session-which"), self._offers(slugs))
        return next(iter(slugs))

    def _offers(self, slugs: Iterable[str]) -> tuple[Option, ...]:
        return tuple(Option(slug, self._label(slug)) for slug in slugs)

    def _series(self, text: str, ear: Ear) -> str:
        """The rule of a series that was typed, or nothing."""
        said = read_series(text) if self.regular else None
        if said is None:
            return ""
        if not said.rules:
            raise Unclear(say("session-series-size", most=MOST))
        clocks = read_clock(said.rest)
        if not clocks:
            raise Unclear(say("session-series-clock", heard=text[:60]))
        rules = [replace(rule, clock=clock).slug for clock in clocks for rule in said.rules]
        if len(rules) > 1:
            raise Unsure(say("session-which"), self._offers(rules[:4]))
        return rules[0]

    def load(self, stored: Json) -> tuple[str, ...]:
        ticks = super().load(stored)
        if not all(is_stamp(each) or is_rule(each) or each == REPEAT for each in ticks):
            raise ValueError(self.key)
        return ticks

    def guess(self) -> tuple[str, ...]:
        return tuple(choice.slug for choice in self.choices[:1]) or (stamp(self.both.now + timedelta(days=2)),)

    def shown(self, stored: Json) -> Words:
        return say("listed", items=tuple(say("session-item", what=self._label(slug)) for slug in stored))


def is_stamp(slug: str) -> bool:
    """Whether this names a moment."""
    try:
        moment_of(slug)
    except ValueError:
        return False
    return True


def is_rule(slug: str) -> bool:
    """Whether this names a series."""
    try:
        rule_of(slug)
    except ValueError:
        return False
    return True


def moments_question(key: str, text: Say, both: Both, *, regular: bool = True) -> Moments:
    """The question for moments, with hours to tap that suit both."""
    choices = tuple(
        Option(stamp(moment), say("session-item", what=When(moment.astimezone(UTC)))) for moment in both.free()
    )
    return Moments(
        key=key,
        text=text,
        choices=choices,
        both=both,
        regular=regular,
        help=say("session-when-how"),
        help_label=say("button-session-type"),
        short=say("short-session-when"),
        echoes=True,
    )
