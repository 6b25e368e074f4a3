"""What people choose from when they enrol: the same lists for those who offer and those who look for it."""

from __future__ import annotations

from bot.messages import say
from bot.talk.questions import Option

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
DAYS = tuple(Option(slug, say(f"day-{slug}")) for slug in WEEKDAYS)
FIELDS = tuple(
    Option(slug, say(f"field-{slug}"))
    for slug in ("tech", "business", "design", "science", "health", "education", "social", "agriculture")
)
WANTS = tuple(
    Option(slug, say(f"want-{slug}"))
    for slug in ("career", "cv", "skills", "portfolio", "study", "research", "business", "english")
)
SKILLS = tuple(
    Option(slug, say(f"skill-{slug}"))
    for slug in ("communication", "speaking", "leadership", "problems", "time", "teamwork", "confidence", "networking")
)
TOOLS = tuple(Option(slug, say(f"tool-{slug}")) for slug in ("video", "documents", "bots"))
KINDS = tuple(Option(slug, say(f"kind-{slug}")) for slug in ("video", "audio", "phone", "person", "text"))
HOURS = tuple(Option(slug, say(f"hours-{slug}")) for slug in ("morning", "noon", "evening"))
