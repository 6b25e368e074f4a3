"""What the core is made of, and one message's way through it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import TypeAlias

from bot.commands import DESK
from bot.effects import Effect, Job
from bot.mentoring.people import Facts, Membership, Role
from bot.mentoring.plans import Plan
from bot.messages import Button, Incoming, Outgoing, Say, Screen, pack, say
from bot.ports import Record, State
from bot.talk.dialogue import Conversation, Move
from bot.talk.phrases import Phrases, Reader
from bot.talk.questions import Ear
from bot.talk.talk import Flow

PAGE = "page"  # the kind of job that draws one
UNKNOWN_ZONE = "Asia/Jakarta"  # of people who have not told theirs


@dataclass(frozen=True, slots=True)
class Page:
    """A screen that is only looked at. A `fresh` one never replaces the message whose button led to it; one drawn
    `apart` shows what is read for it beside the turns (`facts.view`), and that somebody looked at it is kept."""

    name: str
    draw: Callable[[Facts], Screen]
    fresh: bool = False
    apart: bool = False


Action: TypeAlias = "Callable[[str, State, datetime], list[Effect]]"


@dataclass(frozen=True, slots=True)
class House:
    """All that the core is made of, put together once at start. `roles` says who may have a conversation, a page or
    "do:action"; what is not in it is everybody's."""

    phrases: Phrases
    flows: Mapping[str, Flow]
    pages: Mapping[str, Page]
    actions: Mapping[str, Action]
    roles: Mapping[str, frozenset[Role]]
    plans: Mapping[str, Plan]

    def admits(self, name: str, member: Membership | None) -> bool:
        """Whether somebody may have this conversation, page or "do:action". What belongs to the coordinators' desk
        asks for a place at it now; all else is open to who is no member yet."""
        roles = self.roles.get(name)
        if roles is None:
            return True
        if member is None:
            return not roles <= DESK
        here = member.standing in {"active", "paused"} or not roles <= DESK
        return here and member.role in roles

    def plan(self, name: str) -> Plan:
        """The plan of this name, or the default one."""
        return self.plans.get(name) or self.plans["default"]


@dataclass(frozen=True, slots=True)
class Begin:
    """A conversation or page to go on with; `first` answers one of its questions ahead, by key and option."""

    flow: str
    subject: str = ""
    first: tuple[str, str] | None = None


@dataclass(slots=True)
class Turn:
    """One message's way through the engine. `spot` is the message to rewrite, spent by the first reply in place;
    `note` waits for the next reply to stand above it."""

    state: State
    incoming: Incoming
    now: datetime
    locale: str
    record: Record
    spot: str = ""
    note: tuple[Say, ...] = ()
    effects: list[Effect] = field(default_factory=list)
    starts: list[Begin] = field(default_factory=list)

    @property
    def talk(self) -> Conversation | None:
        """The conversation that hears what is typed."""
        return next((talk for talk in self.state.talks if not talk.asleep), None)

    def reply(self, screen: Screen, *, in_place: bool = False) -> None:
        """Answer with a screen."""
        edit = ""
        if in_place:
            edit, self.spot = self.spot, ""
        screen, self.note = screen.after(*self.note), ()
        incoming = self.incoming
        self.record.out.append(
            Outgoing(
                incoming.platform,
                incoming.chat,
                screen,
                self.record.person,
                edit=edit,
                locale=self.locale,
                route=incoming.route,
            )
        )

    def tell(self, key: str) -> None:
        """Answer with one sentence."""
        self.reply(Screen((say(key),)))

    def look(self, begin: Begin) -> None:
        """Have a page drawn beside the turns, in place of the message whose button led to it."""
        edit, self.spot = self.spot, ""
        note, self.note = [pack(line) for line in self.note], ()
        self.effects.append(Job(PAGE, {"name": begin.flow, "subject": begin.subject, "note": note}, edit=edit))

    def begin(self, flow: str, subject: str = "", first: tuple[str, str] | None = None) -> None:
        """Go on with a conversation or page once the effects are applied."""
        self.starts.append(Begin(flow, subject, first))

    def close(self, number: int | None) -> None:
        """Close an open conversation of this person, or all of them."""
        closed = {talk.id for talk in self.record.closed}
        mine = [talk for talk in self.state.talks if talk.id not in closed]
        self.record.closed += [talk for talk in mine if number in {None, talk.id}]

    def rest(self) -> None:
        """Let open conversations sleep: what is typed next is not for them."""
        closed = {talk.id for talk in self.record.closed}
        awake = [talk for talk in self.state.talks if not talk.asleep and talk.id not in closed]
        self.record.saved += [replace(talk, asleep=True) for talk in awake]

    def take(self, talk: Conversation, move: Move) -> None:
        """Follow a step of a conversation."""
        if move.talk:
            self.record.saved.append(move.talk)
        else:
            self.record.closed.append(
                replace(talk, message=self.incoming.message if self.incoming.kind == "tap" else "")
            )
            self.effects.extend(move.effects)
        if move.screen and move.talk:
            self.reply(move.screen, in_place=move.in_place)
        elif move.screen:
            self.note = move.screen.lines

    def ear(self, phrases: Phrases) -> Ear:
        """What is needed to understand this person."""
        zone = self.state.person.zone if self.state.person else UNKNOWN_ZONE
        reader = Reader(self.locale, zone, self.now)
        return Ear(self.now, zone, self.locale, lambda words: phrases.plain(words, reader))

    def point_back(self, talk: Conversation) -> None:
        """Add a way back to an open conversation under the last reply."""
        last = self.record.out[-1]
        way = (Button(say("button-go-on-with", what=say(f"flow-{talk.flow}")), f"r:{talk.id}"),)
        self.record.out[-1] = replace(last, screen=replace(last.screen, buttons=(*last.screen.buttons, way)))
