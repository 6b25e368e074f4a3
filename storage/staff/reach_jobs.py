"""Campaigns under way: proposed by another part of the desk, posted piece by piece, watched until all is through."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, select

from bot.effects import Effect, Job, Tell
from bot.errors import Unclear
from bot.flows.staff.reach_words import NUDGES, letter
from bot.house import PAGE
from bot.mentoring.audience import read_audience
from bot.mentoring.reach_effects import DraftCampaign, EndCampaign, PostCampaign
from bot.mentoring.reach_views import UNDERWAY
from bot.messages import ANNOUNCEMENT, REMINDER, Outgoing, Screen
from storage import tables
from storage.columns import PROGRAMME
from storage.jobs import STANDING, Shop, does
from storage.rows import table
from storage.staff.audience import Who, people_in
from storage.staff.reach import outcomes
from storage.staff.reach_skips import kind_of, skipped

CAMPAIGN = table(tables.Campaign)

PIECE = 500  # people whose letters are written together
LONGEST = 30  # minutes between two looks at what became of it
USEFUL = timedelta(days=2)  # how late a nudge may still come


@does("campaign")
def propose(shop: Shop) -> Iterable[Effect]:
    """Draft what another part asks for, such as a form to send, and show it: whom, how many, how it reads."""
    args = shop.args
    try:
        audience = read_audience(args["audience"]).text
    except Unclear as unclear:
        return [Tell(Screen((unclear.hint,)))]
    form = args.get("form", "")
    title = args.get("title") or {"id": form, "en": form}
    texts = dict(title) | ({"go": _way(shop, form)} if form else {})
    page = Job(PAGE, {"name": "campaign", "subject": "", "note": []})
    return [DraftCampaign(args["kind"], audience, texts, form), page]


def _way(shop: Shop, form: str) -> str:
    """What its button begins: a form that ships is a conversation of its own name."""
    return f"go:{form}" if form in shop.house.flows else f"go:form:{form}"


@does("campaign_send", lane="long")
def send(shop: Shop) -> Iterator[Effect]:
    """Write the letters of the next people, to be sent once all other things are; whom, is found out now."""
    number, after = shop.args["campaign"], shop.args.get("after", 0)
    row = _under_way(shop.connection, number)
    if row is None:
        return
    audience = read_audience(row.audience)
    people = people_in(shop.connection, row.programme_id, audience, shop.now, after=after, most=PIECE)
    meant = _meant(shop, row, people)
    total = 0 if row.total else len(_meant(shop, row, people_in(shop.connection, row.programme_id, audience, shop.now)))
    here = [who for who in meant if who.reach == "ok"]
    lost = [who for who in meant if who.reach != "ok" and who.chat]
    yield PostCampaign(number, _letters(shop, row, here), _letters(shop, row, lost), total)
    once = f"campaign:{number}"
    if len(people) == PIECE:
        yield Job("campaign_send", {"campaign": number, "after": people[-1].person}, once=once)
    else:
        yield Job("campaign_watch", {"campaign": number}, once=once, at=shop.now + timedelta(minutes=1))


def _under_way(connection: Connection, number: int) -> Any:
    """A campaign that is to go out, with its programme's name; None for one that was stopped."""
    columns = (CAMPAIGN, PROGRAMME.c.name, PROGRAMME.c.plan)
    query = select(*columns).join(PROGRAMME, PROGRAMME.c.id == CAMPAIGN.c.programme_id)
    ready = (CAMPAIGN.c.id == number, CAMPAIGN.c.state.in_(UNDERWAY))
    return connection.execute(query.where(*ready)).one_or_none()


def _meant(shop: Shop, row: Any, people: Sequence[Who]) -> list[Who]:
    """Without those who are left out of a nudge."""
    if row.kind not in NUDGES:
        return list(people)
    budget = shop.house.plan(row.plan).budget
    out = skipped(shop.connection, row.programme_id, row.kind, people, budget, shop.now)
    return [who for who in people if who.person not in out]


def _letters(shop: Shop, row: Any, people: Sequence[Who]) -> tuple[Outgoing, ...]:
    nudge = row.kind in NUDGES
    return tuple(
        Outgoing(
            who.platform,
            who.chat,
            letter(row.kind, row.texts, row.form, row.name, who.name, who.role),
            who.person,
            REMINDER if nudge else ANNOUNCEMENT,
            occurrence=f"campaign:{row.id}:{who.person}",
            locale=who.locale,
            expires=shop.now + USEFUL if nudge else None,
            hold=True,
            kind=kind_of(row.kind) if nudge else "campaign",
        )
        for who in people
    )


@does("campaign_watch")
def watch(shop: Shop) -> Iterator[Effect]:
    """Look whether all of it is through; if not, again a while later."""
    number = shop.args["campaign"]
    if _under_way(shop.connection, number) is None:
        return
    if not outcomes(shop.connection, number).get("waiting"):
        yield EndCampaign(number)
        return
    wait = min(LONGEST, shop.args.get("wait", 1) * 2)
    at = shop.now + timedelta(minutes=wait)
    yield Job("campaign_watch", {"campaign": number, "wait": wait}, once=f"campaign:{number}", at=at)


def standing(connection: Connection, now: datetime) -> list[Job]:
    """What was to go out when the process ended still does."""
    columns = (CAMPAIGN.c.id, CAMPAIGN.c.programme_id, CAMPAIGN.c.state, CAMPAIGN.c.at)
    rows = connection.execute(select(*columns).where(CAMPAIGN.c.state.in_(UNDERWAY))).all()
    return [
        Job(
            "campaign_send",
            {"campaign": row.id, "programme": row.programme_id},
            once=f"campaign:{row.id}",
            at=row.at if row.state == "planned" else now,
        )
        for row in rows
    ]


STANDING.append(standing)
