"""Done apart for a programme: the link for everybody; what comes around the end of pairs whose end has moved."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from sqlalchemy import select

from bot.effects import Effect, Job, Tell
from bot.flows.staff.programme import PUBLIC_LINK
from bot.mentoring.invitations import PUBLIC
from bot.mentoring.parting import on_end
from bot.mentoring.programme_effects import PlanEnds
from bot.messages import Button, Screen, say
from storage import due, tables
from storage.among import among
from storage.columns import PERSON, PERSON_COLUMNS
from storage.facts import read_all
from storage.invited import everybody
from storage.jobs import Shop, does
from storage.rows import person_of, table
from storage.writes import Book, Work, handles

PAIR = table(tables.Pair)
PAIR_ENDS = "pair_ends"  # the kind of job that plans the ends of pairs anew
MANY = 500  # pairs a job plans; the next ones are the next job's


@does(PUBLIC_LINK)
def public_link(shop: Shop) -> Iterator[Effect]:
    """A link and a code that anybody may use, again and again, as long as the programme is open to all."""
    facts = read_all(shop.connection, {shop.task.person}, shop.now)[shop.task.person]
    programme = facts.programme
    if programme is None or everybody(programme, shop.now).trouble:
        why = everybody(programme, shop.now).trouble if programme else "code"
        yield Tell(Screen((say("public-link-not-yet", why=why),), ((Button(say("button-back"), "p:programme_home"),),)))
        return
    token = f"{PUBLIC}{programme.slug}"
    yield Tell(Screen((say("public-link", programme=programme.name, link=shop.link(token), code=f"/link {token}"),)))


@does(PAIR_ENDS, lane="long")
def pair_ends(shop: Shop) -> Iterator[Effect]:
    """Plan what comes around the new end, for some pairs after another."""
    programme, ends, after = shop.args["programme"], date.fromisoformat(shop.args["ends"]), shop.args["after"]
    moved = (PAIR.c.programme_id == programme, PAIR.c.state == "active", PAIR.c.ends == ends, PAIR.c.id > after)
    query = select(PAIR.c.id, PAIR.c.mentor_id, PAIR.c.mentee_id).where(*moved).order_by(PAIR.c.id).limit(MANY)
    pairs = shop.connection.execute(query).all()
    plan = shop.house.plan(_plan(shop, programme))
    people = _people(shop, {person for pair in pairs for person in (pair.mentor_id, pair.mentee_id) if person})
    sides = [(pair.id, people[person]) for pair in pairs for person in (pair.mentor_id, pair.mentee_id) if person]
    yield PlanEnds(tuple(row for pair, person in sides for row in on_end(pair, ends, person, plan, shop.now)))
    if len(pairs) == MANY:
        yield Job(PAIR_ENDS, {**shop.args, "after": pairs[-1].id})


def _plan(shop: Shop, programme: int) -> str:
    source = table(tables.Programme)
    return str(shop.connection.execute(select(source.c.plan).where(source.c.id == programme)).scalar_one())


def _people(shop: Shop, numbers: set[int]) -> dict[int, Any]:
    query = select(*PERSON_COLUMNS).where(among(PERSON.c.id, list(numbers)))
    return {row.person_id: person_of(row) for row in shop.connection.execute(query)}


@handles(PlanEnds)
def plan_ends(book: Book, works: list[Work]) -> None:
    """Keep what is planned around ends."""
    due.plan(book.connection, [row for work in works for row in work.effect.rows])
