"""Campaigns to rows: drafted and changed by who runs the programme, posted to the outbox, stopped, ended."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from sqlalchemy import delete, insert, select, update

from bot.commands import STAFF
from bot.flows.staff.reach_pages import outcome, whom
from bot.flows.staff.reach_words import NUDGES, languages_of, letter, preview
from bot.mentoring.audience import read_audience
from bot.mentoring.reach_effects import (
    BeginCampaign,
    ChangeCampaign,
    DraftCampaign,
    EndCampaign,
    PostCampaign,
    PreviewCampaign,
    StopCampaign,
)
from bot.mentoring.reach_views import EDITABLE, UNDERWAY
from bot.messages import Button, Outgoing, Screen, say
from bot.ports import Said
from storage import tables
from storage.among import among
from storage.bulk import insert_many
from storage.columns import MEMBER, PERSON, PROGRAMME
from storage.ending import bring
from storage.rows import PENDING, SENT_SCREEN, out_row, table
from storage.staff.audience import pinned
from storage.staff.reach import BUDGET, campaign_in, outcomes, readable
from storage.staff.seat import seat
from storage.writes import Book, Work, handles

CAMPAIGN, OUTBOX, JOB = table(tables.Campaign), table(tables.Outbox), table(tables.Job)
NOT_YOURS = Screen((say("not-for-you"),))
GONE = Screen((say("campaign-gone"),))


@handles(DraftCampaign)
def draft(book: Book, works: list[Work]) -> list[Screen | None]:
    """Keep drafts, and show each to whoever wrote it, as it will be read."""
    return [_draft(book, work, work.effect) for work in works]


def _draft(book: Book, work: Work, wanted: DraftCampaign) -> Screen | None:
    member = seat(book, work.person)
    if member is None:
        return NOT_YOURS
    texts = dict(wanted.texts) | ({BUDGET: book.plan(work.person).budget} if wanted.kind in NUDGES else {})
    row = {"programme_id": member.programme_id, "by_id": work.person, "kind": wanted.kind, "form": wanted.form}
    row |= {"audience": _kept(book, member, wanted.audience), "texts": texts, "created_at": book.now}
    number = book.connection.execute(insert(CAMPAIGN).returning(CAMPAIGN.c.id), row).scalar_one()
    _preview(book, work, campaign_in(book.connection, member.programme_id, number))
    return None


def _kept(book: Book, member: Any, text: str) -> str:
    """The filter without names: whoever is erased later must not stand in it."""
    return pinned(book.connection, member.programme_id, read_audience(text), book.now).text


def _preview(book: Book, work: Work, row: Any) -> None:
    """Send it to nobody but this person, in each of its languages. It belongs to no person, so that it is read in its
    own language."""
    programme = book.connection.execute(select(PROGRAMME.c.name).where(PROGRAMME.c.id == row.programme_id)).scalar_one()
    shown = letter(row.kind, row.texts, row.form, programme, book.person(work.person).name, "mentee")
    incoming = work.incoming
    where = Outgoing(incoming.platform, incoming.chat, shown, route=incoming.route)
    rows = [
        out_row(replace(where, screen=preview(shown, language), locale=language), book.now, None)
        for language in languages_of(row.kind, row.texts)
    ]
    insert_many(book.connection, tables.Outbox, rows)


def _mine(book: Book, work: Work) -> Any:
    """The campaign, of the programme this person runs now."""
    member = seat(book, work.person)
    return member and campaign_in(book.connection, member.programme_id, work.effect.campaign)


@handles(ChangeCampaign)
def change(book: Book, works: list[Work]) -> list[Screen | None]:
    """Another audience or other words, as long as nothing has gone out."""
    return [_change(book, work, work.effect) for work in works]


def _change(book: Book, work: Work, wanted: ChangeCampaign) -> Screen | None:
    row = _mine(book, work)
    if row is None or row.state not in EDITABLE:
        return GONE
    values: dict[str, Any] = {}
    if wanted.audience is not None:
        values["audience"] = _kept(book, seat(book, work.person), wanted.audience)
    if wanted.texts is not None:
        values["texts"] = dict(wanted.texts)
    book.connection.execute(update(CAMPAIGN).where(CAMPAIGN.c.id == row.id).values(values))
    if wanted.texts is not None:
        _preview(book, work, campaign_in(book.connection, row.programme_id, row.id))
    return None


@handles(PreviewCampaign)
def show(book: Book, works: list[Work]) -> list[Screen | None]:
    """To nobody but whoever asks."""
    found = [(work, _mine(book, work)) for work in works]
    for work, row in found:
        if row:
            _preview(book, work, row)
    return [None if row else GONE for _, row in found]


@handles(BeginCampaign)
def begin(book: Book, works: list[Work]) -> list[Screen | None]:
    """Have campaigns sent; a second tap changes nothing."""
    return [_begin(book, work, work.effect) for work in works]


def _begin(book: Book, work: Work, wanted: BeginCampaign) -> Screen | None:
    row = _mine(book, work)
    if row is None or row.state == "dropped":
        return GONE
    if row.state not in EDITABLE:
        return None
    if wanted.at and wanted.at <= book.now:
        again = Button(say("button-plan", state=row.state), f"go:campaign_plan:{row.id}")
        return Screen((say("campaign-too-late"),), ((again,),))
    _unplan(book, row.id)
    values = {"state": "planned" if wanted.at else "sending", "at": wanted.at or book.now}
    book.connection.execute(update(CAMPAIGN).where(CAMPAIGN.c.id == row.id).values(values))
    return None


def _unplan(book: Book, campaign: int) -> None:
    waiting = (JOB.c.once == f"campaign:{campaign}", JOB.c.state == "waiting")
    book.connection.execute(delete(JOB).where(*waiting))


@handles(StopCampaign)
def stop(book: Book, works: list[Work]) -> list[Said]:
    """Throw a draft away; call off what is planned; take back what waits, and say how many had gone."""
    return [_stop(book, work) for work in works]


def _stop(book: Book, work: Work) -> Said:
    row = _mine(book, work)
    if row is None or row.state not in EDITABLE | UNDERWAY:
        return Said(GONE if row is None else Screen((say("campaign-over", state=row.state),)))
    _unplan(book, row.id)
    state = "dropped" if row.state == "draft" else "cancelled"
    book.connection.execute(update(CAMPAIGN).where(CAMPAIGN.c.id == row.id).values(state=state))
    left = (OUTBOX.c.campaign == row.id, OUTBOX.c.state.in_(PENDING))
    back = book.connection.execute(update(OUTBOX).where(*left).values(state="expired", screen=SENT_SCREEN)).rowcount
    found = outcomes(book.connection, row.id)
    gone = sum(number for state, number in found.items() if state in {"sent", "uncertain", "waiting"})
    line = say("campaign-stopped", state=row.state, gone=gone, back=back)
    return Said(Screen((line,), ((Button(say("button-campaigns"), "p:campaigns"),),)), refused=False)


@handles(PostCampaign)
def post(book: Book, works: list[Work]) -> None:
    """Put letters into the outbox, each once, unless the campaign was stopped or its author runs nothing any more."""
    for work in works:
        _post(book, work.effect)


def _post(book: Book, piece: PostCampaign) -> None:
    row = book.connection.execute(select(CAMPAIGN).where(CAMPAIGN.c.id == piece.campaign)).one()
    if row.state not in UNDERWAY:
        return
    if not _runs(book, row):
        book.connection.execute(update(CAMPAIGN).where(CAMPAIGN.c.id == row.id).values(state="cancelled"))
        return
    values = {"state": "sending", "total": row.total or piece.total}
    book.connection.execute(update(CAMPAIGN).where(CAMPAIGN.c.id == row.id).values(values))
    there = _there(book, [each.person for each in (*piece.letters, *piece.lost)])
    more = {"campaign": row.id, "state": "waiting"}
    rows = [out_row(each, book.now, each.person) | more for each in piece.letters if each.person in there]
    lost = more | {"state": "unreachable", "screen": SENT_SCREEN}
    rows += [out_row(each, book.now, each.person) | lost for each in piece.lost if each.person in there]
    insert_many(book.connection, tables.Outbox, rows, once=True)


def _runs(book: Book, row: Any) -> bool:
    """Whether who sends it still runs its programme, whichever they work in now."""
    here = (MEMBER.c.person_id == row.by_id, MEMBER.c.programme_id == row.programme_id, MEMBER.c.role.in_(STAFF))
    query = select(MEMBER.c.id).where(*here, MEMBER.c.standing.in_(("active", "paused")))
    return book.connection.execute(query).first() is not None


def _there(book: Book, people: list[int | None]) -> set[int]:
    """Those who were not erased since the letters were written."""
    return set(book.connection.execute(select(PERSON.c.id).where(among(PERSON.c.id, people))).scalars())


@handles(EndCampaign)
def end(book: Book, works: list[Work]) -> None:
    """All is through: whoever sent it reads what became of it."""
    for work in works:
        _end(book, work.effect.campaign)


def _end(book: Book, number: int) -> None:
    sending = (CAMPAIGN.c.id == number, CAMPAIGN.c.state == "sending")
    if not book.connection.execute(update(CAMPAIGN).where(*sending).values(state="sent", sent_at=book.now)).rowcount:
        return
    row = book.connection.execute(select(CAMPAIGN).where(CAMPAIGN.c.id == number)).one()
    if not row.by_id or not _runs(book, row):
        return
    [audience] = readable(book.connection, row.audience)
    lines = (
        say("campaign-done", kind=row.kind, whom=whom(audience)),
        *outcome(outcomes(book.connection, number), row.total),
    )
    again = ((Button(say("button-report-campaign"), f"p:campaign:{number}"),),)
    bring(book, row.by_id, Screen(lines, again), f"campaign-done:{number}", "coordinator")
