"""What `doctor` finds: a sentence with what to do next, and how bad it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

from bot.messages import Say, say
from bot.talk.phrases import Phrases, Reader

Level: TypeAlias = Literal["ok", "warn", "bad"]

MARKS: dict[Level, str] = {"ok": "✓", "warn": "!", "bad": "✗"}


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at."""

    level: Level
    what: Say


def report(findings: Sequence[Finding], phrases: Phrases, reader: Reader) -> str:
    """The findings in the reader's language, one a line, the worst last, and what they come to."""
    order = list(MARKS)
    told = sorted(findings, key=lambda finding: order.index(finding.level))
    lines = [f"{MARKS[finding.level]} {phrases.plain(finding.what, reader)}" for finding in told]
    wrong = sum(finding.level != "ok" for finding in findings)
    end = say("doctor-look-at", n=wrong) if wrong else say("doctor-all-well")
    return "\n".join([*lines, "", phrases.plain(end, reader)])
