"""One message in, what happens out. The engine works on a batch: it asks the desk for what is known, lets each
message have its turn, has the effects applied, and leaves replies to be written; the desk commits all of it at
once."""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime

from bot.effects import CloseTalk, Start, Tell
from bot.flows.reminders import draw
from bot.hearing import listen
from bot.house import Begin, House, Page, Turn
from bot.mentoring.due import Due, Scene, Verdict
from bot.mentoring.line_effects import RestTalks
from bot.mentoring.people import Facts
from bot.mentoring.reminders import judge
from bot.messages import Incoming, Outgoing, Screen, say
from bot.ports import Desk, Record, State
from bot.talk import dialogue
from bot.talk.dialogue import Conversation
from bot.talk.talk import stand

log = logging.getLogger(__name__)

CHAIN = 6  # conversations and pages that one message may lead through


class Engine:
    """Handles batches of messages, and what is due, on a desk."""

    def __init__(self, house: House) -> None:
        self.house = house

    def handle(self, desk: Desk, batch: Sequence[Incoming], now: datetime) -> None:
        """Give each message its turn. Raises what a turn raises: the caller rolls back and tries one by one. Of one
        person's messages, who may write from several accounts, each finds what the one before it left."""
        while batch:
            batch = self._handle(desk, batch, now)

    def _handle(self, desk: Desk, batch: Sequence[Incoming], now: datetime) -> list[Incoming]:
        """The first message of each person; says which are left."""
        known, later, people = [], list[Incoming](), set[int]()
        for state, incoming in zip(desk.load(batch, now), batch, strict=True):
            if state and state.person and state.person.id in people:
                later.append(incoming)
            elif state:
                people |= {state.person.id} if state.person else set()
                known.append((state, incoming))
        turns = [self._turn(state, incoming, now) for state, incoming in known]
        for turn in turns:
            listen(self.house, turn)
        for _ in range(CHAIN):
            self._introduce(desk, turns, now)
            self._apply(desk, turns, now)
            if not any(turn.starts for turn in turns):
                break
            self._begin(desk, turns, now)
        for turn in turns:
            self._close(turn)
        desk.save([turn.record for turn in turns], now)
        return later

    def apologise(self, desk: Desk, incoming: Incoming, now: datetime) -> None:
        """After a turn that failed: keep that the event was seen, and say sorry."""
        locale = self.house.phrases.nearest(incoming.locale)
        sorry = Outgoing(incoming.platform, incoming.chat, Screen((say("apology"),)), locale=locale)
        desk.save([Record(incoming, None, out=[sorry])], now)

    def tick(self, desk: Desk, now: datetime, most: int = 500) -> int:
        """Settle what is due, at most `most` rows; says how many there were."""
        rows = desk.due(now, most)
        spent: Counter[int] = Counter()
        verdicts = []
        for due, scene in rows:
            known = scene and replace(scene, spent=scene.spent + spent[due.person]) if spent[due.person] else scene
            verdict = self._judge(due, known, now)
            spent[due.person] += verdict.counts
            verdicts.append((due, verdict))
        desk.settle(verdicts, now)
        return len(rows)

    def _judge(self, due: Due, scene: Scene | None, now: datetime) -> Verdict:
        try:
            plan = self.house.plan(scene.programme.plan if scene and scene.programme else "default")
            verdict = judge(due, scene, plan, now, draw)
            return self._kept(verdict, scene) if verdict.expire and scene else verdict
        except Exception:  # one bad row must not stop the others
            log.exception("due row %s (%s %s) failed", due.id, due.kind, due.subject)
            return Verdict.failed(due, now)

    def _kept(self, verdict: Verdict, scene: Scene) -> Verdict:
        """A conversation that expires: what is worth keeping of it is kept."""
        talk = scene.talk
        flow = self.house.flows.get(talk.flow) if talk else None
        if talk is None or flow is None:
            return verdict
        kept = tuple(flow.keep(talk.answers, talk.facts)) if flow.keep else ()
        return replace(verdict, effects=kept, sleep=flow.sleeps)

    def _turn(self, state: State, incoming: Incoming, now: datetime) -> Turn:
        person = state.person
        locale = person.locale if person else self.house.phrases.nearest(incoming.locale)
        spot = incoming.message if incoming.kind == "tap" else ""
        return Turn(state, incoming, now, locale, Record(incoming, person.id if person else None), spot)

    def _introduce(self, desk: Desk, turns: list[Turn], now: datetime) -> None:
        strangers = [turn for turn in turns if turn.starts and turn.state.person is None]
        if not strangers:
            return
        people = desk.introduce([replace(turn.incoming, locale=turn.locale) for turn in strangers], now)
        for turn, person in zip(strangers, people, strict=True):
            turn.record.person, turn.state = person.id, replace(turn.state, person=person)

    def _apply(self, desk: Desk, turns: list[Turn], now: datetime) -> None:
        """Have effects written, then show and begin what goes with them, unless the world had changed and one was
        refused."""
        work = [
            (turn, effect)
            for turn in turns
            for effect in turn.effects
            if not isinstance(effect, (Tell, Start, CloseTalk, RestTalks))
        ]
        said = (
            desk.apply([(turn.record.person or 0, turn.incoming, effect) for turn, effect in work], now) if work else []
        )
        refused = {id(turn) for (turn, _), answer in zip(work, said, strict=True) if answer and answer.refused}
        for (turn, _), answer in zip(work, said, strict=True):
            if answer:
                turn.reply(answer.screen, in_place=True)
        for turn in turns:
            effects, turn.effects = turn.effects, []
            for effect in effects if id(turn) not in refused else ():
                if isinstance(effect, Tell):
                    turn.reply(effect.screen, in_place=True)
                elif isinstance(effect, Start):
                    turn.begin(effect.flow, effect.subject)
                elif isinstance(effect, CloseTalk):
                    turn.close(effect.talk)
                elif isinstance(effect, RestTalks):
                    turn.rest()

    def _begin(self, desk: Desk, turns: list[Turn], now: datetime) -> None:
        wanted = [(turn, begin) for turn in turns for begin in turn.starts]
        for turn in turns:
            turn.starts = []
        facts = desk.facts(
            [(turn.record.person or 0, self._reads(begin), begin.subject) for turn, begin in wanted], now
        )
        fresh: list[tuple[Turn, Begin, Conversation]] = []
        for (turn, begin), known in zip(wanted, facts, strict=True):
            turn.locale = known.me.locale
            page = self._page(begin)
            if page and page.apart:
                turn.look(begin)
            elif page:
                turn.reply(page.draw(replace(known, subject=begin.subject)), in_place=not page.fresh)
            else:
                fresh.append((turn, begin, self._conversation(turn, begin, known)))
        ids = self._ids(desk, fresh, now)
        for turn, begin, talk in fresh:
            self._open(turn, begin, talk if talk.id else replace(talk, id=next(ids)))

    def _reads(self, begin: Begin) -> str:
        """Whose view is read now: that of a page drawn apart is read there."""
        page = self._page(begin)
        return "" if page and page.apart else begin.flow

    def _page(self, begin: Begin) -> Page | None:
        """The page of this name. One that shares it with a conversation ("goal") shows one thing, by its number;
        without a number the conversation begins a new one."""
        page = self.house.pages.get(begin.flow)
        return page if page and (begin.flow not in self.house.flows or begin.subject.isdigit()) else None

    def _conversation(self, turn: Turn, begin: Begin, known: Facts) -> Conversation:
        """The open conversation of this name and subject, or a new one. Its facts are the new ones; its answers
        stay."""
        flow, closed = self.house.flows[begin.flow], {talk.id for talk in turn.record.closed}
        known = replace(known, subject=begin.subject, form=flow.form)
        for talk in turn.state.talks:
            if (talk.flow, talk.subject) == (begin.flow, begin.subject) and talk.id not in closed:
                return replace(talk, facts=known, asleep=False)
        return Conversation(0, begin.flow, begin.subject, known, flow.recall(known) if flow.recall else {})

    def _ids(self, desk: Desk, fresh: list[tuple[Turn, Begin, Conversation]], now: datetime) -> Iterator[int]:
        new = [(turn.record.person or 0, talk) for turn, _, talk in fresh if not talk.id]
        return iter(desk.open(new, now) if new else ())

    def _open(self, turn: Turn, begin: Begin, talk: Conversation) -> None:
        flow, first = self.house.flows[begin.flow], begin.first
        question = stand(flow.run, talk.facts, talk.answers).question
        if first and question and question.key == first[0] and turn.incoming.kind == "tap":
            asked = replace(talk, asked=question.key)
            return turn.take(asked, dialogue.tapped(flow, asked, *first, turn.incoming.message))
        talk = dialogue.prefill(flow, talk, *first) if first else talk
        return turn.take(talk, dialogue.go_on(flow, talk, in_place=True))

    def _close(self, turn: Turn) -> None:
        """When something else was shown or finished, lead back to what is still open."""
        if turn.note:
            turn.reply(Screen(()), in_place=True)
        gone = {talk.id for talk in (*turn.record.saved, *turn.record.closed)}
        waiting = next(
            (talk for talk in turn.state.talks if talk.id not in gone and talk.flow in self.house.flows), None
        )
        if waiting is None or waiting.asleep or turn.record.saved or not turn.record.out:
            return
        if turn.record.closed:
            turn.take(waiting, dialogue.go_on(self.house.flows[waiting.flow], waiting, say("back-to-it")))
        else:
            turn.point_back(waiting)
