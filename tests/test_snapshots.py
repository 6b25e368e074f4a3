"""Snapshots in, effects out: what a conversation knows is a value, and can't reach for the database."""

from dataclasses import FrozenInstanceError, fields, is_dataclass
from typing import Any

import pytest

from bot import effects
from bot.mentoring import people
from storage.facts import read_all
from storage.rows import read_facts, write_facts
from tests.town import Town


def test_facts_need_no_database_once_they_are_read(town: Town) -> None:
    """No row, no session, nothing lazy: they outlive the connection and survive being written down."""
    town.with_goal()
    facts = town.writer.do(lambda c: read_all(c, {1}, town.now)[1]).result(10)
    town.writer.stop()
    town.database.dispose()
    assert facts.goals[0].title == "Portofolio data"
    assert read_facts(write_facts(facts)) == facts
    town.restart()


@pytest.mark.parametrize(
    "kind",
    [
        kind
        for module in (people, effects)
        for kind in vars(module).values()
        if isinstance(kind, type) and is_dataclass(kind) and kind.__module__ == module.__name__
    ],
)
def test_every_snapshot_and_effect_is_frozen(kind: type[Any]) -> None:
    thing = object.__new__(kind)
    for field in fields(kind)[:1]:
        with pytest.raises(FrozenInstanceError):
            setattr(thing, field.name, None)
