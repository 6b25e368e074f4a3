"""Files that a coordinator drops into the chat: what each kind of file is, its own reader says."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeAlias

from bot.effects import Effect, Tell
from bot.messages import Say, Screen, say
from bot.passing import DROPPED
from bot.ports import Lost
from storage.jobs import Shop, does

Intake: TypeAlias = Callable[[Shop, str, bytes], Iterable[Effect]]

INTAKES: dict[str, Intake] = {}  # the end of a file's name -> what reads it: it is given the name and the bytes
MOST = 5_000_000  # bytes; Telegram gives bots 20 MB at most
MEGA = 1_000_000


def takes(*ends: str) -> Callable[[Intake], Intake]:
    """Name the ends of file names, as ".csv", that a function reads."""

    def register(intake: Intake) -> Intake:
        INTAKES.update(dict.fromkeys(ends, intake))
        return intake

    return register


@does(DROPPED)
def read_dropped(shop: Shop) -> Iterable[Effect]:
    """Fetch a file and have it read; what is wrong with it is said."""
    name, size = shop.args["name"], shop.args["size"]
    intake = INTAKES.get(f".{name.rpartition('.')[2].casefold()}")
    if intake is None:
        return _said("file-unknown", name)
    if size > MOST:
        return [Tell(Screen((_too_big(name, size),)))]
    try:
        data = shop.fetch(shop.args["platform"], shop.args["ref"])
    except Lost:
        return _said("file-gone", name)
    return [Tell(Screen((_too_big(name, len(data)),)))] if len(data) > MOST else intake(shop, name, data)


def _said(key: str, name: str) -> list[Effect]:
    return [Tell(Screen((say(key, name=name),)))]


def _too_big(name: str, size: int) -> Say:
    return say("file-too-big", name=name, size=round(size / MEGA, 1), most=MOST // MEGA)
