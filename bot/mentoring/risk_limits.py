"""How long is too long: the thresholds of each plan, and what a programme sets otherwise."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from pydantic import ValidationError

from bot.mentoring.plans import Plan, Risk

OPTION = "risk"  # under which name a programme's own thresholds stand among its options
LAID: dict[str, Risk] = {}  # name of a plan -> its thresholds


def lay_limits(plans: Iterable[Plan]) -> None:
    """Have the thresholds of these plans at hand, for whoever reads without the house."""
    LAID.clear()
    LAID.update({plan.name: plan.risk for plan in plans})


def limits_of(plan: str, options: Mapping[str, Any] | None) -> Risk:
    """The thresholds of a programme: its plan's, with its own over them. What is not understood of those is left
    out."""
    risk = LAID.get(plan) or LAID.get("default") or Risk()
    own = (options or {}).get(OPTION)
    for name, value in own.items() if isinstance(own, dict) else ():
        risk = _with(risk, name, value)
    return risk


def _with(risk: Risk, name: str, value: Any) -> Risk:
    try:
        given = Risk.model_validate({name: value})
    except ValidationError:
        return risk
    return risk.model_copy(update={name: getattr(given, name)})
