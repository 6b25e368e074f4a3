"""The weekly figures: read for the page, sent to shared chats at their moment, and what becomes of them there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, select

from bot.effects import Effect, Job
from bot.flows.staff.digest_words import shared
from bot.mentoring.calendar import day_key, local_date, next_weekly
from bot.mentoring.digest import Digest, DigestView, Place
from bot.mentoring.export_effects import FollowChat, LoseDigest, TellChannel
from bot.mentoring.metrics import usual
from bot.mentoring.people import Facts
from bot.mentoring.zones import zone_label
from storage import tables
from storage.columns import PROGRAMME
from storage.jobs import STANDING, Shop, does
from storage.rows import PENDING, clock, table
from storage.sights import sees
from storage.staff.metrics import read_figures

CHANNEL, OUTBOX = table(tables.Channel), table(tables.Outbox)

DIGEST, CHECK = "digest", "digest_check"
LATE = timedelta(minutes=20)
SOON, AGAIN = timedelta(minutes=2), timedelta(minutes=30)  # after which it is seen whether a message arrived
TRIES = 48  # a day


@sees("digest")
def read_digest(connection: Connection, facts: Facts) -> DigestView | None:
    """The figures of the last seven days, and where they go."""
    programme = facts.programme
    if programme is None:
        return None
    query = select(CHANNEL).where(CHANNEL.c.programme_id == programme.id, CHANNEL.c.purpose == DIGEST)
    rows = connection.execute(query.order_by(CHANNEL.c.id))
    places = tuple(Place(row.id, row.platform, row.weekday, clock(row.clock)) for row in rows)
    digest = figures(connection, programme.id, programme.name, programme.zone, facts.now)
    return DigestView(digest, places, zone_label(programme.zone, facts.now, facts.me.locale))


def figures(connection: Connection, programme: int, name: str, zone: str, now: datetime) -> Digest:
    """What the last seven days of a programme come to."""
    compared = read_figures(connection, programme, usual(local_date(now, zone)), now)
    return Digest(name, compared, compared.now.stock.at_risk.part)


# Each week


def once(channel: int) -> str:
    """What makes the weekly figures of a chat single ones."""
    return f"{DIGEST}:{channel}"


def weekly_job(channel: Any, zone: str, now: datetime) -> Job:
    """The next figures for a chat."""
    at = next_weekly(now, channel.weekday, clock(channel.clock), zone)
    return Job(DIGEST, {"programme": channel.programme_id, "channel": channel.id}, once(channel.id), at)


def check_job(channel: int, programme: int, occurrence: str, at: datetime, tries: int = 0) -> Job:
    """To see whether a message has arrived in a chat."""
    args = {"programme": programme, "channel": channel, "occurrence": occurrence, "tries": tries}
    return Job(CHECK, args, at=at)


def channel_with(connection: Connection, channel: int) -> Any:
    """A chat with what is needed of its programme; None if it was stopped."""
    columns = (PROGRAMME.c.name, PROGRAMME.c.zone, PROGRAMME.c.locale, PROGRAMME.c.stage)
    query = select(CHANNEL, *columns).join(PROGRAMME, PROGRAMME.c.id == CHANNEL.c.programme_id)
    return connection.execute(query.where(CHANNEL.c.id == channel)).one_or_none()


@does(DIGEST, lane="long")
def send_digest(shop: Shop) -> Iterator[Effect]:
    """Send the figures to a chat, and plan next week's. A programme that was put away says nothing."""
    row = channel_with(shop.connection, shop.args["channel"])
    if row is None:
        return
    if row.stage != "archived":
        occurrence = f"{once(row.id)}:{day_key(shop.now, row.zone)}"
        digest = figures(shop.connection, row.programme_id, row.name, row.zone, shop.now)
        yield TellChannel(row.id, shared(digest, _late(shop, row.zone)), occurrence)
        yield check_job(row.id, row.programme_id, occurrence, shop.now + SOON)
    yield weekly_job(row, row.zone, shop.now)


def _late(shop: Shop, zone: str) -> tuple[date, time] | None:
    """When the figures should have come, on the programme's wall, unless that is now."""
    due = shop.task.at.astimezone(ZoneInfo(zone))
    return None if shop.now - due < LATE else (due.date(), due.time())


@does(CHECK)
def check_digest(shop: Shop) -> Iterator[Effect]:
    """See whether a message has arrived: a chat may have a new id, or be closed to the bot."""
    args = shop.args
    columns = (OUTBOX.c.state, OUTBOX.c.chat)
    sent = shop.connection.execute(select(*columns).where(OUTBOX.c.occurrence == args["occurrence"])).one_or_none()
    row = channel_with(shop.connection, args["channel"])
    if sent is None or row is None:
        return
    if sent.chat != row.chat:
        yield FollowChat(row.id, sent.chat)
    if sent.state in {"refused", "unreachable", "expired"}:
        yield LoseDigest(row.id)
    elif sent.state in {*PENDING, "sending"} and args["tries"] < TRIES:
        yield check_job(row.id, row.programme_id, args["occurrence"], shop.now + AGAIN, args["tries"] + 1)


def standing(connection: Connection, now: datetime) -> Iterable[Job]:
    """The figures of every chat are always planned."""
    query = select(CHANNEL, PROGRAMME.c.zone).join(PROGRAMME, PROGRAMME.c.id == CHANNEL.c.programme_id)
    return [weekly_job(row, row.zone, now) for row in connection.execute(query.where(CHANNEL.c.purpose == DIGEST))]


STANDING.append(standing)
