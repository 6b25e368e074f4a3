"""How long things are kept: one table of limits with their reasons, and the job that removes each night what is past
them, a piece at a time, so that nobody's turn waits for it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, time, timedelta
from functools import cache
from typing import Any

from sqlalchemy import Connection, and_, case, delete, exists, func, or_, select, update

from bot.effects import Effect, Job
from storage import tables
from storage.among import among
from storage.jobs import STANDING, Shop, does
from storage.rows import PENDING, SENT_SCREEN, table
from storage.trail import LOOK, NAMED
from storage.writes import Book, Work, handles

KIND = "retention"
PIECE = 2_000  # rows of a transaction: 20 ms of the writer
NIGHT = time(19, 30)  # UTC: half past two in Jakarta

SEEN, OUTBOX, RELAY = table(tables.Seen), table(tables.Outbox), table(tables.Relay)
TALK, CODE, TRY = table(tables.Conversation), table(tables.LinkCode), table(tables.LinkTry)
HELP, WORD, ACTIVITY = table(tables.HelpRequest), table(tables.TicketWord), table(tables.Activity)
INVITATION, PERSON, MEMBER = table(tables.Invitation), table(tables.Person), table(tables.Membership)
OVER = OUTBOX.c.state.not_in((*PENDING, "sending"))


@dataclass(frozen=True, slots=True)
class Limit:
    """After so many days since `since`, rows of which `which` holds are removed, or the columns of `blank` are put to
    these values."""

    name: str
    days: int
    what: str
    why: str
    rows: Any
    since: Any
    which: Any = None
    blank: Mapping[str, Any] = field(default_factory=dict)

    def past(self, now: datetime) -> Any:
        """The condition that a row is past the limit."""
        old = self.since < now - timedelta(days=self.days)
        return old if self.which is None else and_(old, self.which)


NOWHERE = {"from_chat": "", "from_message": "", "to_chat": "", "to_message": "", "outbox_id": None}
CLOSED = exists().where(HELP.c.id == WORD.c.request_id, HELP.c.state == "closed")
NO_MEMBER = ~exists().where(MEMBER.c.person_id == PERSON.c.id)


@cache
def limits() -> tuple[Limit, ...]:
    """All limits, in the order they are gone through."""
    return (*_messages(), *_talks(), *_words(), *_people())


def _messages() -> tuple[Limit, ...]:
    """What came and what was sent."""
    return (
        Limit(
            "seen",
            14,
            "Numbers of the platforms' events",
            "A repeated delivery is known by them; Telegram repeats for a day, Discord is asked for a week",
            SEEN,
            SEEN.c.at,
        ),
        Limit(
            "unsent",
            7,
            "Words of messages that never arrived",
            "They wait three days for somebody to be reachable again; after that they say nothing any more",
            OUTBOX,
            OUTBOX.c.created_at,
            and_(OVER, OUTBOX.c.screen != SENT_SCREEN),
            {"screen": SENT_SCREEN},
        ),
        Limit(
            "outbox",
            90,
            "That a message was sent, without its words, with failed tries",
            "To find out why somebody was not reached; the words go as soon as it is sent",
            OUTBOX,
            OUTBOX.c.created_at,
            and_(OVER, OUTBOX.c.campaign.is_(None)),
        ),
        Limit(
            "campaign-outbox",
            400,
            "Whom an announcement reached",
            "A programme counts its announcements until it has ended",
            OUTBOX,
            OUTBOX.c.created_at,
            and_(OVER, OUTBOX.c.campaign.is_not(None)),
        ),
    )


def _talks() -> tuple[Limit, ...]:
    """What the conversations need for a while."""
    talked = TALK.c.state.in_(("open", "asleep"))
    return (
        Limit(
            "conversation",
            30,
            "Emptied conversations",
            "An old button finds out by them that it is over",
            TALK,
            TALK.c.touched_at,
            ~talked,
        ),
        Limit(
            "forgotten-talk",
            180,
            "Conversations left in the middle, with their answers",
            "Nobody goes on with them after half a year",
            TALK,
            TALK.c.touched_at,
            talked,
        ),
        Limit(
            "link-code",
            7,
            "Codes that join two accounts, hashed",
            "They hold for minutes; the rest shows misuse",
            CODE,
            CODE.c.expires_at,
        ),
        Limit("link-try", 2, "Tries of such codes", "They are counted for an hour", TRY, TRY.c.at),
    )


def _words() -> tuple[Limit, ...]:
    """What people said to each other, and when."""
    told = and_(HELP.c.state == "closed", HELP.c.text != "")
    addressed = or_(RELAY.c.from_chat != "", RELAY.c.to_chat != "", RELAY.c.outbox_id.is_not(None))
    return (
        Limit(
            "relay-place",
            30,
            "Where a message between partners came from and went",
            "So that an edit and a reply find their counterpart; its words are never kept once it has arrived",
            RELAY,
            RELAY.c.at,
            addressed,
            NOWHERE,
        ),
        Limit(
            "relay",
            400,
            "That partners wrote to each other",
            "Counts as contact while their programme lasts",
            RELAY,
            RELAY.c.at,
        ),
        Limit(
            "ticket",
            365,
            "Words of closed calls for help",
            "A coordinator may need them while the programme lasts; topic and dates stay, for totals",
            HELP,
            func.coalesce(HELP.c.changed_at, HELP.c.at),
            told,
            {"text": ""},
        ),
        Limit(
            "ticket-word",
            365,
            "What was said about a closed call for help",
            "As the call itself",
            WORD,
            WORD.c.at,
            CLOSED,
        ),
    )


def _people() -> tuple[Limit, ...]:
    """Who did what, and who never came."""
    named = or_(INVITATION.c.label != "", INVITATION.c.email != "")
    typed = {page: ACTIVITY.c.subject.startswith(f"{page} ") for page in NAMED}
    return (
        Limit(
            "invited",
            90,
            "Names and addresses on invitations nobody used",
            "They may be asked again for some weeks after it has run out",
            INVITATION,
            INVITATION.c.expires_at,
            and_(INVITATION.c.used == 0, named),
            {"label": "", "email": ""},
        ),
        Limit(
            "never-joined",
            90,
            "Accounts of people who opened the bot and never joined",
            "They may still come back to the invitation",
            PERSON,
            PERSON.c.created_at,
            NO_MEMBER,
        ),
        Limit(
            "looked-for",
            365,
            "Whom a coordinator looked up",
            "The audit tells by it who looked at whom; which page was looked at stays",
            ACTIVITY,
            ACTIVITY.c.at,
            and_(ACTIVITY.c.kind == LOOK, or_(*typed.values())),
            {"subject": case(*((here, page) for page, here in typed.items()), else_="")},
        ),
        Limit(
            "activity",
            1_095,
            "Who did what, when",
            "Audit and figures of three years; after that the line stays without the person",
            ACTIVITY,
            ACTIVITY.c.at,
            ACTIVITY.c.person_id.is_not(None),
            {"person_id": None},
        ),
    )


@dataclass(frozen=True, slots=True)
class Prune(Effect):
    """Remove or blank rows of a limit: by number, or up to a moment where rows have no number."""

    limit: str
    numbers: tuple[int, ...] = ()
    until: datetime | None = None


@does(KIND, lane="long")
def look_for_old(shop: Shop) -> Iterator[Effect]:
    """Find one piece of what is past a limit, go on behind it, and rest till the next night when there is no more."""
    at, after = int(shop.args.get("at", 0)), int(shop.args.get("after", 0))
    while at < len(limits()):
        limit = limits()[at]
        found = _found(shop.connection, limit, after, shop.now)
        if found:
            yield found
            after = max(found.numbers, default=0)
            yield Job(KIND, {"at": at, "after": after}, once=KIND, at=shop.now)
            return
        at, after = at + 1, 0
    yield Job(KIND, once=KIND, at=_next_night(shop.now))


def _found(connection: Connection, limit: Limit, after: int, now: datetime) -> Prune | None:
    """The first rows past a limit, behind the row `after`."""
    if limit.rows is SEEN:
        oldest = select(SEEN.c.at).where(limit.past(now)).order_by(SEEN.c.at).limit(PIECE)
        moments = connection.execute(oldest).scalars().all()
        return Prune(limit.name, until=moments[-1]) if moments else None
    number = limit.rows.c.id
    query = select(number).where(limit.past(now), number > after).order_by(number).limit(PIECE)
    numbers = tuple(connection.execute(query).scalars())
    return Prune(limit.name, numbers) if numbers else None


def _next_night(now: datetime) -> datetime:
    tonight = datetime.combine(now.astimezone(UTC).date(), NIGHT, UTC)
    return tonight if tonight > now else tonight + timedelta(days=1)


def always(connection: Connection, now: datetime) -> Iterable[Job]:
    """Each night; the first time at the next one, so that a start costs nothing."""
    return [Job(KIND, once=KIND, at=_next_night(now))]


STANDING.append(always)


@handles(Prune)
def prune(book: Book, works: list[Work]) -> None:
    """Remove or blank what is still past its limit."""
    by_name = {limit.name: limit for limit in limits()}
    for work in works:
        limit = by_name[work.effect.limit]
        rows = SEEN.c.at <= work.effect.until if limit.rows is SEEN else among(limit.rows.c.id, work.effect.numbers)
        past = and_(rows, limit.past(book.now))
        change = update(limit.rows).values(dict(limit.blank)) if limit.blank else delete(limit.rows)
        book.connection.execute(change.where(past))
