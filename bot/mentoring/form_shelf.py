"""The forms that ship with the bot or stand in the operator's prompts, and the example to begin one's own from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

from bot.talk.forms import Form

SHIPPED = Path(__file__).parent.parent.parent / "prompts"
EXAMPLE = "form-example.toml"
ON_DEMAND = frozenset({"feedback", "pulse", "midway"})  # others belong to a moment: a session, a goal, an end

_laid: dict[str, Form] = {}


def lay_out(forms: Iterable[Form]) -> None:
    """Use these forms from now on."""
    _laid.clear()
    _laid.update({form.name: form for form in forms})


def shelf() -> Mapping[str, Form]:
    """The forms in use, by name."""
    return _laid


def sendable(name: str) -> bool:
    """Whether a form may be sent when a coordinator likes; every one of the programme's own may."""
    return name not in _laid or name in ON_DEMAND


@cache
def example(locale: str) -> str:
    """A form with comments, to be changed."""
    return (SHIPPED / ("en" if locale == "en" else "id") / EXAMPLE).read_text(encoding="utf-8")
