"""A way out of a pair: another partner without blame and with time to change one's mind; and the words of an end."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from bot.effects import Effect, Start, Tell
from bot.flows.pages import role_of, rows
from bot.flows.partners import about_whom, nobody
from bot.house import Action, Page
from bot.mentoring.ics import calendar_file
from bot.mentoring.parting_effects import AskParting, ExtendPair, KeepPair
from bot.mentoring.people import Facts, Partner, Role
from bot.mentoring.sessions import Session
from bot.messages import Attachment, Button, Rows, Say, Screen, When, say
from bot.ports import State
from bot.talk.choices import Choice
from bot.talk.questions import Option, Text
from bot.talk.talk import Flow, Talk

REASONS = ("time", "match", "silent", "other")
MOST_WORDS = 500
ID_DIGITS = 9


def change_partner(talk: Talk, facts: Facts) -> list[Effect]:
    """Why, in one tap, and more if they like; then two days to change one's mind. The partner learns nothing yet."""
    partner = about_whom(talk, facts)
    if partner is None:
        return [nobody(facts)]
    if partner.leaving:
        return [Tell(waiting(partner.name, partner.pair, partner.leaving))]
    reason = talk.ask(_why(facts, partner))
    words = talk.offer(Text(key="words", text=say("part-words"), most=MOST_WORDS, short=say("short-part-words")))
    return [AskParting(partner.pair, reason, words or "")]


def _why(facts: Facts, partner: Partner) -> Choice:
    text = say("part-why", partner=partner.name, role=role_of(facts))
    choices = tuple(Option(reason, said(reason)) for reason in REASONS)
    return Choice(key="reason", text=text, choices=choices, columns=1, short=say("short-part-why"))


def said(reason: str) -> Say:
    """A reason in words."""
    return say(f"part-{reason}")


def waiting(partner: str, pair: int, until: datetime) -> Screen:
    """What holds until the wish takes effect."""
    keep = Button(say("button-keep-pair"), f"do:keep_pair:{pair}")
    return Screen((say("part-waiting", partner=partner, until=When(until)),), ((keep,), *rows("help-me")))


def kept(partner: str, pair: int) -> Screen:
    """Somebody has changed their mind."""
    line = Button(say("button-line"), f"p:line:{pair}")
    return Screen((say("part-kept", partner=partner),), ((line,), *rows("help")))


def for_coordinator(partner: str, wish: AskParting, until: datetime) -> Screen:
    """The card a coordinator gets at once: who, why, and until when it may still be taken back."""
    lines = [say("coordinator-part", partner=partner, reason=said(wish.reason))]
    lines += [say("coordinator-help-words", text=wish.text)] if wish.text else []
    return Screen((*lines, say("coordinator-part-until", until=When(until))))


# The end


def ended(role: Role, partner: str, called_off: Sequence[Session], now: datetime, why: str) -> Screen:
    """What a side reads when the pair has ended: `why` is whether they "asked", the partner did ("over"), or has
    "left" or is "gone"; or that its time is over ("closed"). Never whose wish it was, never a reason."""
    who = {} if why == "gone" else {"partner": partner}
    lines = [say(f"pair-over-{why}", role=role, **who)]
    lines += [say("pair-over-sessions", n=len(called_off))] if called_off else []
    lines += [say("pair-over-next" if why != "closed" else "pair-closed-next", role=role)]
    return Screen(tuple(lines), _ways(role), _taken_out(called_off, now))


def _ways(role: Role) -> Rows:
    return rows("my-goals checkin", "help-me") if role == "mentee" else rows("capacity help-me")


def _taken_out(sessions: Sequence[Session], now: datetime) -> Attachment | None:
    agreed = [each for each in sessions if each.starts_at and each.kind != "text"]
    return calendar_file(agreed, now, cancelled=True) if agreed else None


# Going on for a month


def extend_asked(name: str, pair: int) -> Screen:
    """The other side would like to go on."""
    return Screen((say("extend-asked", name=name),), (extend_button(pair),))


def extend_button(pair: int) -> tuple[Button, ...]:
    """One tap to go on."""
    return (Button(say("button-extend"), f"do:extend:{pair}"),)


def _id(text: str) -> bool:
    """Whether a button, which anybody can make up, holds the number of a pair."""
    return text.isdecimal() and len(text) <= ID_DIGITS


def keep(arg: str, state: State, now: datetime) -> list[Effect]:
    """One tap: the pair goes on after all."""
    return [KeepPair(int(arg))] if _id(arg) else [Start("help")]


def extend(arg: str, state: State, now: datetime) -> list[Effect]:
    """One tap: another month, if the other side wants it too."""
    return [ExtendPair(int(arg))] if _id(arg) else [Start("help")]


FLOWS = (Flow("change_partner", change_partner),)
PAGES: tuple[Page, ...] = ()
ACTIONS: Mapping[str, Action] = {"keep_pair": keep, "extend": extend}
