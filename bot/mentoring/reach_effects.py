"""What reaching many people makes happen: a campaign is drafted, changed, begun, posted in pieces, stopped, ended."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from bot.effects import Effect
from bot.messages import Outgoing


@dataclass(frozen=True, slots=True)
class DraftCampaign(Effect):
    """Keep something to many people as a draft, and show how it will read. `texts` are its words by language."""

    kind: str
    audience: str
    texts: Mapping[str, str] = field(default_factory=dict)
    form: str = ""


@dataclass(frozen=True, slots=True)
class ChangeCampaign(Effect):
    """Give a campaign that has not begun another audience, or other words."""

    campaign: int
    audience: str | None = None
    texts: Mapping[str, str] | None = None


@dataclass(frozen=True, slots=True)
class PreviewCampaign(Effect):
    """Send a campaign to nobody but the one who asks, in each of its languages."""

    campaign: int


@dataclass(frozen=True, slots=True)
class BeginCampaign(Effect):
    """Have a campaign sent, now or at a moment."""

    campaign: int
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class StopCampaign(Effect):
    """Send nothing more of a campaign, and take back what waits."""

    campaign: int


@dataclass(frozen=True, slots=True)
class PostCampaign(Effect):
    """Put a piece of a campaign into the outbox; `lost` are letters to people who can't be reached. `total` is how many
    it is meant for, told with the first piece."""

    campaign: int
    letters: tuple[Outgoing, ...]
    lost: tuple[Outgoing, ...] = ()
    total: int = 0


@dataclass(frozen=True, slots=True)
class EndCampaign(Effect):
    """Keep that all of a campaign is through, and tell whoever sent it."""

    campaign: int
