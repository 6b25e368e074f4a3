"""Calendar files and links of sessions: a stable uid, a sequence that grows, times in the reader's own zone."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING
from urllib.parse import urlencode
from zoneinfo import ZoneInfo

from bot.mentoring.sessions import Session
from bot.messages import Attachment

if TYPE_CHECKING:
    from icalendar import Event

GOOGLE = "https://calendar.google.com/calendar/render"
NOBODY = "mailto:noreply@tuntun.invalid"  # a calendar wants an organiser; nobody's address is given away


def summary(session: Session) -> str:
    """The title of the event; the word is the same in both languages."""
    return f"Mentoring: {session.me.name} & {session.partner.name}"


def calendar_file(sessions: Iterable[Session], now: datetime, *, cancelled: bool = False) -> Attachment:
    """A file that puts sessions into a calendar, changes them there, or takes them out."""
    name = "batal.ics" if cancelled else "sesi.ics"
    method = "CANCEL" if cancelled else "PUBLISH"
    text = calendar_text([each for each in sessions if each.starts_at], now, method)
    return Attachment("text", name, {"text": text, "mime": f"text/calendar; method={method}; charset=utf-8"})


def calendar_text(sessions: Iterable[Session], now: datetime, method: str) -> str:
    """The calendar as text."""
    from icalendar import Calendar

    calendar = Calendar()
    for name, value in (("prodid", "-//Tuntun//Mentoring//EN"), ("version", "2.0"), ("method", method)):
        calendar.add(name, value)
    for session in sessions:
        calendar.add_component(_event(session, now, method))
    calendar.add_missing_timezones()
    return str(calendar.to_ical().decode())


def _event(session: Session, now: datetime, method: str) -> Event:
    from icalendar import Event, vCalAddress

    start, organizer = _wall(session.starts_at or now, session), vCalAddress(NOBODY)
    organizer.params["CN"] = "Tuntun"
    fields = {
        "uid": session.uid,
        "sequence": session.sequence,
        "dtstamp": now,
        "dtstart": start,
        "dtend": start + timedelta(minutes=session.minutes),
        "summary": summary(session),
        "status": "CANCELLED" if method == "CANCEL" else "CONFIRMED",
        "organizer": organizer,
    }
    fields |= {"description": _details(session)} if _details(session) else {}
    fields |= {"location": session.link, "url": session.link} if session.link else {}
    event = Event()
    for name, value in fields.items():
        event.add(name, value)
    return event


def _wall(moment: datetime, session: Session) -> datetime:
    return moment.astimezone(ZoneInfo(session.me.zone))


def _details(session: Session) -> str:
    return "\n".join(filter(None, (session.topic, session.link)))


def google_link(session: Session) -> str:
    """A page that puts a session into a Google calendar with one tap."""
    start = session.starts_at or datetime.min.replace(tzinfo=UTC)
    span = (start, start + timedelta(minutes=session.minutes))
    dates = "/".join(each.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ") for each in span)
    about = {"action": "TEMPLATE", "text": summary(session), "dates": dates, "details": _details(session)}
    return f"{GOOGLE}?{urlencode(about | ({'location': session.link} if session.link else {}))}"
