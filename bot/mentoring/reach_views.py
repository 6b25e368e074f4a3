"""What the screens about messages to many show: one campaign, all of them, whom a filter means."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from bot.mentoring.views import View
from bot.messages import Say

EDITABLE = frozenset({"draft", "planned"})  # states in which a campaign can still be changed
UNDERWAY = frozenset({"planned", "sending"})  # and in which it can be stopped


@dataclass(frozen=True, slots=True)
class CampaignView(View):
    """A campaign. While it has not begun `total` and `platforms` are whom it would reach now, `names` who that is if
    they are few, `skipped` who is left out of a nudge and why; afterwards `sent` says what became of how many."""

    id: int
    kind: str
    state: str
    audience: str
    texts: dict[str, str]
    form: str = ""
    at: datetime | None = None
    total: int = 0
    platforms: dict[str, int] = field(default_factory=dict)
    names: tuple[str, ...] = ()
    skipped: dict[str, int] = field(default_factory=dict)
    sent: dict[str, int] = field(default_factory=dict)

    @property
    def reached(self) -> int:
        """How many can be written to."""
        return sum(self.platforms.values())


@dataclass(frozen=True, slots=True)
class CampaignsView(View):
    """The newest campaigns of a programme."""

    campaigns: tuple[CampaignView, ...] = ()


@dataclass(frozen=True, slots=True)
class AudienceView(View):
    """Whom a filter means now; `unclear` says what of it was not understood."""

    text: str = ""
    total: int = 0
    platforms: dict[str, int] = field(default_factory=dict)
    names: tuple[str, ...] = ()
    unclear: Say | None = None
