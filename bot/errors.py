"""The errors this house knows, by whose they are.

Tuntun's errors
├── Unclear      the person's: an answer that does not parse; carries the hint to show
└── Setup        the operator's: every problem of the settings, prompts, forms or plans at once; exit code 2
"""

from __future__ import annotations

from dataclasses import dataclass

from bot.messages import Say


class Unclear(Exception):
    """An answer could not be read; `hint` says what was understood, what is needed, and an example."""

    def __init__(self, hint: Say) -> None:
        super().__init__(hint.key)
        self.hint = hint


@dataclass(frozen=True, slots=True)
class Problem:
    """Something an operator must mend: where it is and what was expected."""

    place: str
    what: str

    def __str__(self) -> str:
        return f"{self.place}: {self.what}"


class Setup(Exception):
    """The set-up has problems; all of them are listed."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__("\n".join(str(problem) for problem in problems))
        self.problems = problems
