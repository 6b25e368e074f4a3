"""What coordinators do about a pair: a note for themselves, a word to both, the end."""

from __future__ import annotations

from collections.abc import Sequence

from bot.effects import Effect, Start, Tell
from bot.flows.pages import rows
from bot.mentoring.people import Facts, Role
from bot.mentoring.stats_effects import AddStaffNote, EndPair, WriteBoth
from bot.mentoring.stats_pairs import PairNames
from bot.messages import Button, Screen, say
from bot.talk.choices import Choice, Review
from bot.talk.questions import Option, Text
from bot.talk.talk import Flow, Talk

MOST = 1000
NOT_HERE = Screen((say("pair-not-here"),), ((Button(say("button-pairs"), "p:pairs"),),))
OVER = Screen((say("pair-is-over"),), ((Button(say("button-pairs"), "p:pairs"),),))


def add_note(talk: Talk, facts: Facts) -> list[Effect]:
    """A note that those who run the programme read, and nobody else."""
    pair = facts.view
    if not isinstance(pair, PairNames):
        return [Tell(NOT_HERE)]
    text = say("pair-note-what", mentee=pair.mentee, mentor=pair.mentor)
    told = talk.ask(Text(key="note", text=text, most=MOST, short=say("short-pair-note")))
    return [AddStaffNote(pair.pair, told), Start("pair", str(pair.pair))]


def write_both(talk: Talk, facts: Facts) -> list[Effect]:
    """The same words to both sides, seen once more before they go."""
    pair = facts.view
    if not isinstance(pair, PairNames):
        return [Tell(NOT_HERE)]
    if not pair.active:
        return [Tell(OVER)]
    names = {"mentee": pair.mentee, "mentor": pair.mentor}
    text = say("pair-write-what", **names)
    told = talk.ask(Text(key="words", text=text, most=MOST, short=say("short-pair-write")))
    send = (Option("yes", say("button-pair-send")), Option("no", say("button-pair-not")))
    if talk.ask(Review(key="sure", text=say("pair-write-sure", **names, text=told), choices=send)) == "no":
        return [Tell(Screen((say("pair-not-written"),))), Start("pair", str(pair.pair))]
    return [WriteBoth(pair.pair, told)]


def end_pair(talk: Talk, facts: Facts) -> list[Effect]:
    """What ending does, and whether they are sure."""
    pair = facts.view
    if not isinstance(pair, PairNames):
        return [Tell(NOT_HERE)]
    if not pair.active:
        return [Tell(OVER)]
    text = say("pair-end-sure", mentee=pair.mentee, mentor=pair.mentor, ahead=pair.ahead)
    sure = (Option("no", say("button-pair-keep")), Option("yes", say("button-pair-end-yes")))
    if talk.ask(Choice(key="sure", text=text, choices=sure, columns=1)) == "no":
        return [Start("pair", str(pair.pair))]
    return [EndPair(pair.pair)]


def from_staff(role: Role, name: str, text: str) -> Screen:
    """A coordinator's words, as somebody in the pair reads them."""
    return Screen((say("pair-from-staff", role=role, name=name, text=text),), rows("help-me"))


def written(names: Sequence[str], lost: Sequence[str]) -> Screen:
    """Whom the words go to, and who can't be reached now."""
    lines = [say("pair-written", names=tuple(names))] if names else []
    lines += [say("pair-not-reached", names=tuple(lost))] if lost else []
    return Screen(tuple(lines), ((Button(say("button-pairs"), "p:pairs"),),))


NOTE, WRITE, END = Flow("pair_note", add_note), Flow("pair_write", write_both), Flow("pair_end", end_pair)
