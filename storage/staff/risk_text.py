"""Words about a silent pair to copy, for WhatsApp or mail: each in the language of whom they are for."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sqlalchemy import select

from bot.effects import Effect, Tell
from bot.flows.staff import risk_words as words
from bot.flows.staff.risk import TEXT, gone
from bot.mentoring.people import Facts, Role
from bot.mentoring.risk import Hit
from bot.mentoring.risk_effects import ReadyText
from bot.messages import Screen, say
from bot.talk.phrases import Reader
from storage.among import among
from storage.columns import PERSON
from storage.facts import read_all
from storage.jobs import Shop, does
from storage.staff.risk import judged
from storage.staff.seat import pair_in


@does(TEXT)
def give_text(shop: Shop) -> Iterator[Effect]:
    """A message for each side, by itself so that it can be copied whole."""
    facts = read_all(shop.connection, {shop.task.person}, shop.now)[shop.task.person]
    programme = facts.programme
    here = programme and shop.house.admits("at_risk", facts.membership)
    pair = pair_in(shop.connection, programme.id, shop.args["pair"]) if programme and here else None
    if pair is None or pair.state != "active" or not (pair.mentee_id and pair.mentor_id):
        yield Tell(gone())
        return
    yield Tell(Screen((say("risk-text-title"),), words.to_list()))
    yield from _texts(shop, facts, pair)
    yield ReadyText(pair.id)


def _texts(shop: Shop, facts: Facts, pair: Any) -> Iterator[Effect]:
    found = judged(shop.connection, pair.programme_id, shop.now, [pair.id])
    hits: tuple[Hit, ...] = found[0].hits if found else ()
    both = (pair.mentee_id, pair.mentor_id)
    columns = (PERSON.c.id, PERSON.c.name, PERSON.c.locale, PERSON.c.zone)
    people = {row.id: row for row in shop.connection.execute(select(*columns).where(among(PERSON.c.id, both)))}
    sides: tuple[tuple[Role, int, int], ...] = (("mentee", *both), ("mentor", *both[::-1]))
    for role, who, other in sides:
        reader = Reader(people[who].locale, people[who].zone, shop.now)
        about = words.words(words.topic(hits, role), role, people[other].name)
        programme = facts.programme.name if facts.programme else ""
        text = words.ready(about, people[who].name, role, facts.me.name, programme)
        yield Tell(Screen((say("risk-text", text=shop.house.phrases.plain(text, reader)),)))
