"""A message to many as each of them reads it, and the words around it."""

from __future__ import annotations

from collections.abc import Mapping

from bot.flows.pages import rows
from bot.messages import Button, Rows, Say, Screen, say

ANNOUNCE, FORM = "announce", "form"  # kinds of campaigns that are no nudges
NUDGES = ("checkin", "goal", "session", "first")
LANGUAGES = ("id", "en")
WAYS: Mapping[str, Rows] = {
    "checkin": rows("checkin", "pause"),
    "goal": rows("new-goal", "help-me"),
    "session": rows("session-new", "help-me"),
    "first": ((Button(say("button-own-words"), "go:greet"),),),
}


def letter(kind: str, texts: Mapping[str, str], form: str, programme: str, name: str, role: str) -> Screen:
    """A campaign as somebody of this name and role reads it."""
    if kind == ANNOUNCE:
        return Screen((say("announce-words", programme=programme, words=in_both(texts)),))
    if kind == FORM:
        way = Button(say("button-form"), texts.get("go", f"go:{form}"))
        line = say("campaign-form", name=name, programme=programme, form=in_both(texts), role=role)
        return Screen((line,), ((way,),))
    return Screen((say(f"nudge-words-{kind}", name=name, programme=programme, role=role),), WAYS[kind])


def in_both(texts: Mapping[str, str]) -> Say:
    """Words in the reader's language; those of the other one where there are none."""
    written = {locale: texts[locale] for locale in LANGUAGES if texts.get(locale)}
    only = next(iter(written.values()), "")
    return say("either", id=written.get("id", only), en=written.get("en", only))


def languages_of(kind: str, texts: Mapping[str, str]) -> tuple[str, ...]:
    """The languages a campaign is read in: those it has words in; what is ready-made has both."""
    written = tuple(locale for locale in LANGUAGES if texts.get(locale))
    return written if kind == ANNOUNCE else LANGUAGES


def preview(shown: Screen, language: str) -> Screen:
    """A letter as whoever writes it sees it before it goes."""
    return shown.after(say("campaign-preview", language=language))
