"""Notes about a pair: one's own, or shared with the other side."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from bot.effects import Effect, Start, Tell
from bot.flows.goal_pages import cut
from bot.flows.partners import about_whom, alone, named, nobody
from bot.house import Action, Page
from bot.mentoring.desk_effects import AddNote, RemoveNote
from bot.mentoring.people import Facts, Note, Partner
from bot.messages import Button, Say, Screen, When, say
from bot.ports import State
from bot.talk.choices import Choice
from bot.talk.questions import Option, Text
from bot.talk.talk import Flow, Talk

MOST = 1000
CUT = 100  # characters that are kept behind a command
SHOWN = 6  # notes on a page, the newest
ADD = "-add"
ID_DIGITS = 9  # of an id in a button, which anybody can make up


def note(talk: Talk, facts: Facts) -> list[Effect]:
    """What, and for whom; without words behind the command, those there are already."""
    partner = about_whom(talk, facts)
    if partner is None:
        return [nobody(facts)]
    told = _told_at_once(facts)
    if not told and partner.notes and not facts.subject.endswith(ADD):
        return [Start("notes", str(partner.pair))]
    text = told or talk.ask(Text(key="note", text=say("note-what", partner=partner.name), most=MOST))
    shared = talk.ask(_whose(partner)) == "shared"
    line = say("note-kept-shared" if shared else "note-kept", partner=partner.name)
    seen = Button(say("button-notes"), f"p:notes:{partner.pair}")
    return [AddNote(partner.pair, text, shared), Tell(Screen((line,), ((seen,),)))]


def _told_at_once(facts: Facts) -> str:
    """What was typed behind the command, unless that names a pair or was too long to be kept whole."""
    subject = facts.subject
    only_a_name = named(facts) and len(subject.split()) == 1
    by_number = facts.partner is not None and subject[:1].isdecimal()
    return "" if by_number or only_a_name or len(subject) >= CUT else subject


def _whose(partner: Partner) -> Choice:
    choices = (
        Option("private", say("note-private")),
        Option("shared", say("note-shared", partner=partner.name)),
    )
    return Choice(key="whose", text=say("note-whose"), choices=choices, columns=1, short=say("short-note-whose"))


def notes(facts: Facts) -> Screen:
    """The newest notes about a pair: one's own and what the other side shared."""
    partner = facts.partner
    if partner is None:
        return alone(facts)
    add = (Button(say("button-add-note"), f"go:note:{partner.pair}{ADD}"),)
    if not partner.notes:
        return Screen((say("notes-none", partner=partner.name),), (add,))
    newest = partner.notes[-SHOWN:]
    lines = tuple(_line(each, partner) for each in newest)
    gone = tuple((Button(say("button-remove-note", note=cut(each.text)), f"do:unnote:{each.id}:{partner.pair}"),)
                 for each in newest if each.mine)  # fmt: skip
    return Screen((say("notes-title", partner=partner.name), *lines), (add, *gone))


def _line(each: Note, partner: Partner) -> Say:
    whose = "mine-shared" if each.mine and each.shared else "mine" if each.mine else "theirs"
    return say("note-line", whose=whose, day=When(each.at, "day"), text=each.text, partner=partner.name)


def shared_note(name: str, kept: AddNote) -> Screen:
    """A shared note, as the other side reads it."""
    seen = Button(say("button-notes"), f"p:notes:{kept.pair}")
    return Screen((say("note-from", name=name, text=kept.text),), ((seen,),))


def remove(arg: str, state: State, now: datetime) -> list[Effect]:
    """Take a note back: "<note>:<pair>"."""
    number, _, pair = arg.partition(":")
    if not number.isdecimal() or len(number) > ID_DIGITS:
        return [Start("help")]
    return [RemoveNote(int(number)), Start("notes", pair)]


FLOWS = (Flow("note", note),)
PAGES = (Page("notes", notes),)
ACTIONS: Mapping[str, Action] = {"unnote": remove}
