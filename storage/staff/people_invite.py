"""Invitations made from chat: a token that is shown once, of which only a hash is kept; its printed sign; a text to
paste."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any

from sqlalchemy import Connection, and_, func, select

from bot.effects import Effect, SendFile, Tell
from bot.flows.staff import invite as words
from bot.flows.staff.invite import SHOWN, number_in
from bot.mentoring.invitations import hash_token, make_token
from bot.mentoring.people import Facts
from bot.mentoring.people_effects import MakeInvitation, RenewInvitation
from bot.mentoring.people_views import InvitationsView
from bot.messages import Button, Say, Screen, When, say
from bot.talk.phrases import Reader
from storage import tables
from storage.columns import PERSON, PROGRAMME
from storage.jobs import Shop, does
from storage.people_import import WORKS_FOR
from storage.rows import table
from storage.sights import sees
from storage.staff.people import brief

INVITATION = table(tables.Invitation)
BY = PERSON.alias()

WIDE = 800  # pixels of a printed sign, at least
QUIET = 4  # modules of white around it, which scanners need
PERSONAL = and_(INVITATION.c.label != "", INVITATION.c.uses == 1)


@sees("invitations")
def read_invitations(connection: Connection, facts: Facts) -> InvitationsView:
    """Invitations for several that still admit somebody, newest first."""
    here = (INVITATION.c.programme_id == _programme(facts), INVITATION.c.used < INVITATION.c.uses)
    shared, personal = (*here, INVITATION.c.expires_at > facts.now, ~PERSONAL), (*here, PERSONAL)
    counts = [
        int(connection.execute(select(func.count()).select_from(INVITATION).where(*which)).scalar_one())
        for which in (shared, personal)
    ]
    start = min(number_in(facts.subject), max(0, counts[0] - 1))
    rows = connection.execute(WITH_MAKER.where(*shared).order_by(INVITATION.c.id.desc()).offset(start).limit(SHOWN))
    return InvitationsView(tuple(brief(row, row.by or "") for row in rows), counts[0], start, counts[1])


@sees("invitation")
def read_invitation(connection: Connection, facts: Facts) -> InvitationsView | None:
    """One that still admits somebody; a personal one that has expired can be renewed."""
    row = find_invitation(connection, _programme(facts), number_in(facts.subject))
    if row is None or (not row.label and row.expires_at <= facts.now):
        return None
    return InvitationsView((brief(row, row.by or ""),))


def find_invitation(connection: Connection, programme: int, number: int) -> Any:
    """An invitation of this programme that is not used up."""
    here = (INVITATION.c.id == number, INVITATION.c.programme_id == programme, INVITATION.c.used < INVITATION.c.uses)
    return connection.execute(WITH_MAKER.where(*here)).first()


WITH_MAKER = select(INVITATION, BY.c.name.label("by")).outerjoin(BY, BY.c.id == INVITATION.c.by_id)


def _programme(facts: Facts) -> int:
    return facts.programme.id if facts.programme else 0


@does("invite")
def make(shop: Shop) -> Iterator[Effect]:
    """Make an invitation; whoever may not is told when it is written."""
    role, uses = shop.args["role"], shop.args["uses"]
    token, expires = make_token(shop.draw()), shop.now + timedelta(days=shop.args["days"])
    yield MakeInvitation(role, uses, hash_token(token), expires)
    yield Tell(words.made(token, shop.link(token), role, uses, expires, programme_of(shop).name))


def programme_of(shop: Shop) -> Any:
    """The programme a job was asked for in."""
    return shop.connection.execute(select(PROGRAMME).where(PROGRAMME.c.id == shop.task.programme)).one()


@does("invite_qr")
def draw_sign(shop: Shop) -> Iterator[Effect]:
    """A sign to print and scan, as long as the invitation admits somebody."""
    token = shop.args["token"]
    mine = (INVITATION.c.token_hash == hash_token(token), INVITATION.c.programme_id == shop.task.programme)
    row = shop.connection.execute(select(INVITATION).where(*mine)).first()
    if row is None or row.used >= row.uses or row.expires_at <= shop.now:
        yield Tell(words.gone())
        return
    told = say("invite-qr", programme=programme_of(shop).name, role=say(f"invite-role-{row.role}"), token=token)
    until = say("invite-qr-until", n=row.uses - row.used, until=When(row.expires_at, "day"))
    yield SendFile(f"tuntun-{row.role}.png", sign(shop.link(token)), Screen((told, until)), "photo")


def sign(text: str) -> bytes:
    """A PNG that phones read from paper: wide enough, with its white margin."""
    import segno

    code, picture = segno.make(text, error="m", micro=False), io.BytesIO()
    modules = code.symbol_size(scale=1, border=QUIET)[0]
    code.save(picture, kind="png", scale=-(-WIDE // modules), border=QUIET)
    return picture.getvalue()


@does("ready_text")
def ready_text(shop: Shop) -> Iterator[Effect]:
    """Words to paste for somebody who was invited and never started, in the programme's language."""
    row = find_invitation(shop.connection, shop.task.programme, shop.args["invitation"])
    if row is None or not row.label:
        yield Tell(words.gone())
        return
    back = ((Button(say("button-pending-invited"), "p:pending:invited:0"),),)
    if not shop.args["renew"]:
        told = say("ready-text", name=row.label, programme=programme_of(shop).name, role=row.role)
        new = (Button(say("button-new-link"), f"do:new_link:{row.id}"),)
        yield Tell(Screen((say("ready-paste"), say("ready-quote", text=in_programme(shop, told))), (new, *back)))
        return
    token, expires = make_token(shop.draw()), shop.now + WORKS_FOR
    link, until = shop.link(token), When(expires, "day")
    told = say("ready-new", name=row.label, programme=programme_of(shop).name, role=row.role, link=link, token=token)
    yield RenewInvitation(row.id, hash_token(token), expires)
    lines = (say("ready-new-paste", name=row.label, until=until), say("ready-quote", text=in_programme(shop, told)))
    yield Tell(Screen(lines, back))


def in_programme(shop: Shop, line: Say) -> str:
    """A sentence in the programme's language, as plain text that somebody will paste elsewhere."""
    home = programme_of(shop)
    return shop.house.phrases.plain(line, Reader(home.locale, home.zone, shop.now))


def teller(shop: Shop) -> Callable[[Say], str]:
    """How a job says something in the language of whoever asked for it."""
    query = select(PERSON.c.locale, PERSON.c.zone).where(PERSON.c.id == shop.task.person)
    row = shop.connection.execute(query).one()
    return lambda line: shop.house.phrases.plain(line, Reader(row.locale, row.zone, shop.now))
