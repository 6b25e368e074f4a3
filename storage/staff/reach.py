"""What the screens about messages to many show, and what is read of a campaign."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, func, select

from bot.errors import Unclear
from bot.flows.staff.reach_pages import FEW
from bot.flows.staff.reach_words import NUDGES
from bot.mentoring.audience import NUMBER, read_audience
from bot.mentoring.people import Facts
from bot.mentoring.reach_views import EDITABLE, AudienceView, CampaignsView, CampaignView
from storage import tables
from storage.among import among
from storage.columns import PERSON
from storage.rows import table
from storage.sights import sees
from storage.staff.audience import counted, people_in
from storage.staff.reach_skips import skipped

CAMPAIGN, OUTBOX = table(tables.Campaign), table(tables.Outbox)

SHOWN = 8  # campaigns in the list
BUDGET = "budget"  # among the texts of a nudge: how many reminders a week its programme's plan allows
MOST_WEEK = 3
WAITING = frozenset({"waiting", "resting", "sending"})


def campaign_in(connection: Connection, programme: int, number: int) -> Any:
    """A campaign of this programme; None for another's."""
    here = select(CAMPAIGN).where(CAMPAIGN.c.id == number, CAMPAIGN.c.programme_id == programme)
    return connection.execute(here).one_or_none()


def outcomes(connection: Connection, campaign: int) -> dict[str, int]:
    """What became of its messages, by number; whatever is still to come is waiting."""
    query = select(OUTBOX.c.state, func.count()).where(OUTBOX.c.campaign == campaign).group_by(OUTBOX.c.state)
    found = Counter[str]()
    for state, number in connection.execute(query):
        found["waiting" if state in WAITING else state] += number
    return dict(found)


def readable(connection: Connection, *audiences: str) -> list[str]:
    """Filters with names in the place of numbers; of those who are gone nothing is left but a sign."""
    numbers = {int(number) for text in audiences for found in NUMBER.findall(text) for number in found.split("+")}
    query = select(PERSON.c.id, PERSON.c.name).where(among(PERSON.c.id, numbers))
    known = {row.id: row.name for row in connection.execute(query)} if numbers else {}

    def named(found: re.Match[str]) -> str:
        return ", ".join(filter(None, (known.get(int(number)) for number in found[1].split("+")))) or "…"

    return [NUMBER.sub(named, text) for text in audiences]


@sees("campaign")
def read_campaign(connection: Connection, facts: Facts) -> CampaignView | None:
    """The campaign of this number, or the one that was drafted last."""
    row = _wanted(connection, facts)
    if row is None:
        return None
    [audience] = readable(connection, row.audience)
    if row.state in EDITABLE:
        return replace(_ahead(connection, row, facts.now), audience=audience)
    return replace(_shown(row, total=row.total, sent=outcomes(connection, row.id)), audience=audience)


@sees("campaign_change", "campaign_plan")
def read_row(connection: Connection, facts: Facts) -> CampaignView | None:
    """The same without whom it would reach: that is counted apart."""
    row = _wanted(connection, facts)
    return row and _shown(row)


def _wanted(connection: Connection, facts: Facts) -> Any:
    if facts.programme is None:
        return None
    if facts.subject:
        number = int(facts.subject) if facts.subject.isdecimal() and len(facts.subject) < 10 else 0
        return campaign_in(connection, facts.programme.id, number)
    mine = (CAMPAIGN.c.programme_id == facts.programme.id, CAMPAIGN.c.by_id == facts.me.id, CAMPAIGN.c.state == "draft")
    return connection.execute(select(CAMPAIGN).where(*mine).order_by(CAMPAIGN.c.id.desc()).limit(1)).one_or_none()


def _shown(row: Any, **more: Any) -> CampaignView:
    texts = {name: str(text) for name, text in row.texts.items()}
    at = row.sent_at or row.at if row.state in {"planned", "sent"} else row.at
    return CampaignView(row.id, row.kind, row.state, row.audience, texts, row.form, at, **more)


def _ahead(connection: Connection, row: Any, now: datetime) -> CampaignView:
    """A campaign with whom it would reach if it went now."""
    people = people_in(connection, row.programme_id, read_audience(row.audience), now)
    left_out: dict[int, str] = {}
    if row.kind in NUDGES:
        budget = int(row.texts.get(BUDGET, MOST_WEEK))
        left_out = skipped(connection, row.programme_id, row.kind, people, budget, now)
    meant = [who for who in people if who.person not in left_out]
    count = counted(meant)
    names = tuple(who.name for who in meant) if len(meant) <= FEW else ()
    why = dict(Counter(left_out.values()))
    return _shown(row, total=count.total, platforms=dict(count.platforms), names=names, skipped=why)


@sees("campaigns")
def read_campaigns(connection: Connection, facts: Facts) -> CampaignsView | None:
    """The newest campaigns of the programme; drafts that were thrown away are none."""
    if facts.programme is None:
        return None
    ours = (CAMPAIGN.c.programme_id == facts.programme.id, CAMPAIGN.c.state != "dropped")
    rows = connection.execute(select(CAMPAIGN).where(*ours).order_by(CAMPAIGN.c.id.desc()).limit(SHOWN)).all()
    named = zip(rows, readable(connection, *(row.audience for row in rows)), strict=True)
    return CampaignsView(tuple(replace(_shown(row, total=row.total), audience=text) for row, text in named))


@sees("audience")
def read_audience_view(connection: Connection, facts: Facts) -> AudienceView:
    """Whom a filter means now, in the programme somebody works in."""
    if not facts.subject or facts.programme is None:
        return AudienceView()
    try:
        audience = read_audience(facts.subject)
    except Unclear as unclear:
        return AudienceView(unclear=unclear.hint)
    people = people_in(connection, facts.programme.id, audience, facts.now)
    count = counted(people)
    names = tuple(who.name for who in people) if len(people) <= FEW else ()
    return AudienceView(audience.text, count.total, dict(count.platforms), names)
