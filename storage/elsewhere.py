"""Who runs several programmes works in one of them at a time; what comes from another one says so."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from sqlalchemy import Connection, select

from bot.messages import Button, Screen, say
from storage import tables
from storage.among import among
from storage.rows import table

PERSON, PROGRAMME = table(tables.Person), table(tables.Programme)


def from_programme(connection: Connection, programme: int, screens: Mapping[int, Screen]) -> dict[int, Screen]:
    """What people are told about a programme; those who work in another now see which it is, and go there in one tap,
    as the other buttons are about the one they are in."""
    at = (among(PERSON.c.id, list(screens)), PERSON.c.at_programme.not_in((0, programme)))
    query = select(PERSON.c.id, PROGRAMME.c.name).join(PROGRAMME, PROGRAMME.c.id == programme).where(*at)
    away = {row.id: _headed(screens[row.id], row.name, programme) for row in connection.execute(query)}
    return {**screens, **away}


def _headed(screen: Screen, name: str, programme: int) -> Screen:
    go = Button(say("button-switch", name=name), f"do:switch:{programme}")
    return replace(screen, lines=(say("elsewhere", programme=name), *screen.lines), buttons=((go,), *screen.buttons))
