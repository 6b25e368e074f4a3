"""The line to the partner: saying one thing, talking for a while, muting, reporting; each asks to whom where there are
several."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from bot.effects import AskHelp, Effect, Start, Tell, TellCoordinators
from bot.flows.help import MOST_WORDS, sent_to_coordinators, ticket_of
from bot.flows.pages import role_of, rows
from bot.house import Action, Page
from bot.mentoring.line_effects import EndTalk, Mute, PassOn, RestTalks, TalkTo
from bot.mentoring.people import Facts, Partner
from bot.messages import MAX_TEXT, Button, Json, Say, Screen, say
from bot.ports import State
from bot.talk.choices import Choice
from bot.talk.clean import clean, key_of
from bot.talk.questions import Option, Text
from bot.talk.talk import Flow, Talk

REASONS = ("rude", "money", "unsafe", "other")


def _nobody(facts: Facts) -> list[Effect]:
    return [Tell(Screen((say("line-no-partner", role=role_of(facts)),), rows("help")))]


def _whom(talk: Talk, facts: Facts, text: Say) -> Partner:
    """The only partner, the one that the subject names, or the one they choose."""
    if named := facts.partner or _called(facts):
        return named
    choices = tuple(Option(str(partner.pair), partner.name) for partner in facts.partners)
    chosen = talk.ask(Choice(key="whom", text=text, choices=choices, columns=1, short=say("short-whom")))
    return next(partner for partner in facts.partners if str(partner.pair) == chosen)


def _called(facts: Facts) -> Partner | None:
    """The partner whose name was typed behind the command."""
    typed = set(key_of(facts.subject).split())
    found = [partner for partner in facts.partners if typed & set(key_of(partner.name).split())]
    return found[0] if len(found) == 1 else None


# Saying one thing


@dataclass(frozen=True, kw_only=True)
class Message(Text):
    """Words to be passed on; those behind the command are given like a button's."""

    def pick(self, option: str) -> Json:
        return clean(option)[: self.most]


def tell(talk: Talk, facts: Facts) -> list[Effect]:
    """One message to the partner."""
    if not facts.partners:
        return _nobody(facts)
    names = tuple(partner.name for partner in facts.partners)
    text = say("tell-what", names=names, several=len(names), role=role_of(facts))
    words = talk.ask(Message(key="text", text=text, most=MAX_TEXT, short=say("short-message")))
    if len(facts.partners) == 1:
        return [PassOn(facts.partners[0].pair, words)]
    choices = tuple(Option(str(partner.pair), partner.name) for partner in facts.partners)
    whom = talk.ask(Choice(key="whom", text=say("tell-whom"), choices=choices, columns=1, short=say("short-whom")))
    return [PassOn(int(whom), words)]


# Talking


def talk_with(talk: Talk, facts: Facts) -> list[Effect]:
    """From now on everything goes to the partner, until it is ended or nothing was said for long."""
    if not facts.partners:
        return _nobody(facts)
    partner = _whom(talk, facts, say("talk-whom"))
    lines = (say("talk-on", name=partner.name, role=role_of(facts)), say("talk-kept", role=role_of(facts)))
    ways = ((Button(say("button-talk-end"), "do:hush"), Button(say("button-line"), f"p:line:{partner.pair}")),)
    return [TalkTo(partner.pair), RestTalks(), Tell(Screen(lines, ways))]


def hush(arg: str, state: State, now: datetime) -> list[Effect]:
    """The end of a talk."""
    again = state.line or state.idle_line
    ways = ((Button(say("button-talk-again"), f"do:talk:{again}"), Button(say("button-menu"), "p:help")),)
    role = state.membership.role if state.membership else "mentee"
    return [EndTalk(), Tell(Screen((say("talk-off", role=role),), ways if again else rows("help")))]


# What else one can do


def line(facts: Facts) -> Screen:
    """All that can be done with the line to one partner."""
    partner = facts.partner
    if partner is None:
        return Screen((say("line-no-partner", role=role_of(facts)),), rows("help"))
    pair = partner.pair
    sound = Button(say("button-unmute" if partner.muted else "button-mute"), f"go:mute:{pair}")
    change = f"go:change_partner:{pair}"
    ways = (
        (Button(say("button-talk"), f"do:talk:{pair}"), sound),
        (Button(say("button-report"), f"go:report:{pair}"), Button(say("button-change-partner"), change)),
    )
    muted = "yes" if partner.muted else "no"
    return Screen((say("line-page", name=partner.name, muted=muted, role=role_of(facts)),), ways)


def mute(talk: Talk, facts: Facts) -> list[Effect]:
    """Without a sound from now on; or, if it is so already, with one again."""
    if not facts.partners:
        return _nobody(facts)
    partner = _whom(talk, facts, say("mute-whom"))
    key = "mute-off" if partner.muted else "mute-on"
    back = Button(say("button-mute" if partner.muted else "button-unmute"), f"go:mute:{partner.pair}")
    done = Screen((say(key, name=partner.name, role=role_of(facts)),), ((back, Button(say("button-menu"), "p:help")),))
    return [Mute(partner.pair, not partner.muted), Tell(done)]


def report(talk: Talk, facts: Facts) -> list[Effect]:
    """To the coordinators, with a reason. What was written is not in it: the bot does not have it."""
    if not facts.partners or facts.programme is None:
        return _nobody(facts)
    partner = _whom(talk, facts, say("report-whom"))
    choices = tuple(Option(reason, say(f"report-{reason}")) for reason in REASONS)
    why = say("report-why", name=partner.name)
    reason = talk.ask(Choice(key="reason", text=why, choices=choices, columns=1, short=say("short-reason")))
    asked = say("report-words", role=role_of(facts), unsafe="yes" if reason == "unsafe" else "no")
    words = talk.offer(Text(key="words", text=asked, most=MOST_WORDS, short=say("short-help-words"))) or ""
    topic = "unsafe" if reason == "unsafe" else "partner"
    told = [say("coordinator-report", partner=partner.name, reason=say(f"report-{reason}"))]
    told += [say("coordinator-help-words", text=words)] if words else []
    told += [say("coordinator-help-next", topic=topic)]
    done = sent_to_coordinators(facts, topic)
    ways = () if partner.muted else ((Button(say("button-mute"), f"go:mute:{partner.pair}"),),)
    screen = Screen(done.screen.lines, (*ways, *done.screen.buttons))
    return [AskHelp(topic, words), TellCoordinators(Screen(tuple(told), ticket_of(facts))), Tell(screen)]


ACTIONS: Mapping[str, Action] = {"talk": lambda arg, state, now: [Start("talk", arg)], "hush": hush}
PAGES = (Page("line", line, fresh=True),)
FLOWS = (Flow("tell", tell), Flow("talk", talk_with), Flow("mute", mute), Flow("report", report))
