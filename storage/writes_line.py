"""The line between partners to rows: what passes, with both its ends; talks; and muting. Words stand in the outbox
only, and only until they are delivered."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import and_, insert, or_, select, update

from bot.mentoring.line import IDLE, USEFUL, parcel, silently, too_large, with_ways, words
from bot.mentoring.line_effects import EndTalk, Mute, PassEdit, PassOn, TalkTo
from bot.mentoring.people import Person
from bot.mentoring.reminders import quiet_of
from bot.messages import REMINDER, Button, File, Outgoing, Screen, pack_screen, say
from bot.ports import Said
from bot.rooms import CHANNEL, THREAD
from storage import tables
from storage.accounts import accounts
from storage.columns import PERSON
from storage.line import PASSED, chat_of, counterpart
from storage.rows import PENDING, out_row, table, write_json
from storage.writes import Book, Work, handles

RELAY, OUTBOX, PAIR = table(tables.Relay), table(tables.Outbox), table(tables.Pair)


@dataclass(frozen=True, slots=True)
class Way:
    """From one side of a pair to the other: where it leads, and how it goes there."""

    pair: int
    here: tuple[str, str]
    there: tuple[str, str]
    name: str
    reader: Person
    talking: bool
    silent: bool

    @property
    def shared(self) -> bool:
        """Whether both sides are in the pair's thread, so that nothing needs to be carried."""
        return self.here == self.there

    def screen(self, screen: Screen) -> Screen:
        """A message as it looks over there."""
        bare = self.talking or self.there[1].startswith(THREAD)
        return screen if bare else with_ways(screen, self.pair)


@handles(PassOn)
def pass_on(book: Book, works: list[Work]) -> list[Screen | Said | None]:
    """Put what partners write to each other on its way."""
    return [_pass(book, work) for work in works]


def _pass(book: Book, work: Work) -> Screen | Said | None:
    way = _way(book, work, _pair(book, work, work.effect.pair))
    if not isinstance(way, Way):
        return way
    if work.effect.talking:
        _talk(book, work.person, way.pair, book.now + IDLE)
    if way.shared:
        _keep(book, work, way, "text", None)
        return None
    if not (work.effect.text or work.effect.files):
        return Screen((say("line-unsupported", kind=work.effect.what),))
    large = {file: most for file in work.effect.files if (most := too_large(file, way.here[0], way.there[0]))}
    for kind, screen in _screens(work.effect, way, [file for file in work.effect.files if file not in large]):
        _keep(book, work, way, kind, _send(book, work, way, screen))
    lines = tuple(
        say("line-too-large", file=file.name, kind=file.kind, most=most, there=way.there[0])
        for file, most in large.items()
    )
    return Said(Screen(lines), refused=False) if lines else None


def _screens(effect: PassOn, way: Way, files: Sequence[File]) -> Iterator[tuple[str, Screen]]:
    """A message for each file, the words with the first of them; or the words alone."""
    if effect.text and not files:
        yield "text", way.screen(words(way.name, effect.text))
    for number, file in enumerate(files):
        yield file.kind, way.screen(parcel(way.name, "" if number else effect.text, file, way.here[0]))


def _send(book: Book, work: Work, way: Way, screen: Screen) -> int:
    incoming = work.incoming
    out = Outgoing(
        *way.there,
        screen,
        way.reader.id,
        REMINDER,
        locale=way.reader.locale,
        expires=book.now + USEFUL,
        kind=PASSED,
        reply=counterpart(book.connection, way.pair, way.here, incoming.reply_to, way.there),
        silent=way.silent,
    )
    row = out_row(out, book.now, way.reader.id)
    return int(book.connection.execute(insert(OUTBOX).returning(OUTBOX.c.id), row).scalar_one())


def _keep(book: Book, work: Work, way: Way, kind: str, number: int | None) -> None:
    """The two ends of what passes, never what it says. A tap that ends a question is no message of the person's."""
    mine = "" if work.incoming.kind == "tap" else work.incoming.message
    row = {
        "pair_id": way.pair,
        "from_id": work.person,
        "kind": kind,
        "from_platform": way.here[0],
        "from_chat": way.here[1],
        "from_message": mine,
        "to_platform": way.there[0],
        "to_chat": way.there[1],
        "to_message": mine if number is None else "",
        "outbox_id": number,
        "at": book.now,
        "delivered_at": book.now if number is None else None,
    }
    book.connection.execute(insert(RELAY), row)


# The way


def _pair(book: Book, work: Work, number: int) -> Any:
    """The active pair that is meant, if it is this person's; a screen or nothing when there is none."""
    mine = and_(PAIR.c.state == "active", or_(PAIR.c.mentor_id == work.person, PAIR.c.mentee_id == work.person))
    pairs = book.connection.execute(select(PAIR).where(mine).order_by(PAIR.c.id)).all()
    if work.incoming.kind == "thread":
        thread = work.incoming.chat.removeprefix(CHANNEL)
        return next((pair for pair in pairs if pair.thread and pair.thread == thread), None)
    if number:
        found = next((pair for pair in pairs if pair.id == number), None)
        return found or _stopped(book, work)
    if len(pairs) == 1:
        return pairs[0]
    return _whom(book, work, pairs) if pairs else _stopped(book, work)


def _stopped(book: Book, work: Work) -> Screen:
    _talk(book, work.person, 0, None)
    return Screen((say("line-nobody"),), ((Button(say("button-help"), "p:help"),),))


def _whom(book: Book, work: Work, pairs: Sequence[Any]) -> Screen:
    """Several partners: to whom? What was sent is not kept meanwhile."""
    others = {pair.id: _other(pair, work.person)[0] for pair in pairs}
    people = select(PERSON.c.id, PERSON.c.name).where(PERSON.c.id.in_(others.values()))
    names = {row.id: row.name for row in book.connection.execute(people)}
    rows = tuple((Button(names.get(other, "…"), f"do:talk:{pair}"),) for pair, other in others.items())
    return Screen((say("line-whom-first"),), rows)


def _other(pair: Any, person: int) -> tuple[int | None, bool]:
    """The other side, and whether it has muted this one."""
    if pair.mentor_id == person:
        return pair.mentee_id, pair.mentee_muted
    return pair.mentor_id, pair.mentor_muted


def _way(book: Book, work: Work, pair: Any) -> Way | Screen | None:
    if pair is None or isinstance(pair, Screen):
        return pair
    number, muted = _other(pair, work.person)
    reader = _read(book, number) if number else None
    if reader is None:
        return _stopped(book, work)
    there = _there(book, pair, reader)
    if there is None:
        return Screen((say("line-unreachable", name=reader.name),), ((Button(say("button-help-me"), "go:help_me"),),))
    here = (work.incoming.platform, chat_of(work.incoming, pair.id))
    talking = reader.talking_to == pair.id and bool(reader.talking_until) and reader.talking_until > book.now
    person = book.person(reader.id)
    silent = silently(book.now, person.zone, quiet_of(person), muted=muted, talking=talking)
    if here[1].startswith(THREAD) and there[0] == here[0]:
        there = here
    return Way(pair.id, here, there, book.person(work.person).name, person, talking, silent)


def _read(book: Book, person: int) -> Any:
    return book.connection.execute(select(PERSON).where(PERSON.c.id == person)).first()


def _there(book: Book, pair: Any, reader: Any) -> tuple[str, str] | None:
    """Where the other side reads: in the pair's thread if they wrote there last, else where they are reached best."""
    last = select(RELAY.c.from_platform, RELAY.c.from_chat).where(
        RELAY.c.pair_id == pair.id, RELAY.c.from_id == reader.id
    )
    row = book.connection.execute(last.order_by(RELAY.c.id.desc()).limit(1)).first()
    if row and pair.thread and row.from_chat == f"{THREAD}{pair.id}":
        return row.from_platform, row.from_chat
    account = accounts(book.connection, [reader.id]).get(reader.id)
    return (account.platform, account.chat) if account and account.reach == "ok" else None


# Edits


@handles(PassEdit)
def pass_edits(book: Book, works: list[Work]) -> list[Screen | None]:
    """Give messages that were passed on their new words."""
    return [_edit(book, work) for work in works]


def _edit(book: Book, work: Work) -> Screen | None:
    row = _passed(book, work)
    if row is None:
        return None if work.incoming.kind == "thread" else Screen((say("edited-too-late"),))
    way = _way(book, work, _pair(book, work, row.pair_id))
    if not isinstance(way, Way):
        return way
    if row.outbox_id is None or (row.from_platform, row.from_chat) == (row.to_platform, row.to_chat):
        return None
    sent = book.connection.execute(select(OUTBOX).where(OUTBOX.c.id == row.outbox_id)).first()
    if sent is not None and sent.state in PENDING:
        _reword(book, sent, way, work.effect.text)
    elif sent is None or sent.state in {"sent", "sending", "uncertain"}:
        screen = way.screen(words(way.name, work.effect.text, edited=True))
        there = (row.to_platform, row.to_chat)
        out = Outgoing(
            *there, screen, way.reader.id, REMINDER, edit=row.to_message, locale=way.reader.locale, silent=True
        )
        book.connection.execute(insert(OUTBOX), out_row(out, book.now, way.reader.id) | {"kind": f"{PASSED}-edit"})
    return None


def _passed(book: Book, work: Work) -> Any:
    """What was passed on of the message that is edited."""
    incoming = work.incoming
    mine = and_(RELAY.c.from_id == work.person, RELAY.c.from_platform == incoming.platform)
    query = select(RELAY).where(mine, RELAY.c.from_message == incoming.message, RELAY.c.from_message != "")
    rows = book.connection.execute(query.order_by(RELAY.c.id)).all()
    return next((row for row in rows if row.from_chat == chat_of(incoming, row.pair_id)), None)


def _reword(book: Book, sent: Any, way: Way, text: str) -> None:
    """It has not left yet: it leaves with its new words."""
    screen = json.loads(sent.screen)
    fresh = write_json(screen | {"lines": pack_screen(words(way.name, text))["lines"]})
    book.connection.execute(update(OUTBOX).where(OUTBOX.c.id == sent.id).values(screen=fresh))


# Talks and muting


def _talk(book: Book, person: int, pair: int, until: datetime | None) -> None:
    book.connection.execute(update(PERSON).where(PERSON.c.id == person).values(talking_to=pair, talking_until=until))


@handles(TalkTo)
def talk_to(book: Book, works: list[Work]) -> list[Screen | None]:
    """Let what these people write go to a partner."""
    return [_talk_to(book, work) for work in works]


def _talk_to(book: Book, work: Work) -> Screen | None:
    pair = _pair(book, work, work.effect.pair)
    if pair is None or isinstance(pair, Screen):
        return pair
    _talk(book, work.person, pair.id, book.now + IDLE)
    return None


@handles(EndTalk)
def end_talks(book: Book, works: list[Work]) -> None:
    """Let what these people write be for the bot again."""
    for work in works:
        _talk(book, work.person, 0, None)


@handles(Mute)
def mute(book: Book, works: list[Work]) -> list[Screen | None]:
    """Have partners' messages come without a sound, or with one again."""
    return [_mute(book, work) for work in works]


def _mute(book: Book, work: Work) -> Screen | None:
    pair = _pair(book, work, work.effect.pair)
    if pair is None or isinstance(pair, Screen):
        return pair
    side = "mentor_muted" if pair.mentor_id == work.person else "mentee_muted"
    book.connection.execute(update(PAIR).where(PAIR.c.id == pair.id).values({side: work.effect.muted}))
    return None
