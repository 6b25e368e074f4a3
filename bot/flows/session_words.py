"""Times of sessions in words: on the reader's wall, with its zone's name, and beside it on the other side's."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.mentoring.series import Rule
from bot.mentoring.sessions import Seat, Session, stamp
from bot.mentoring.slots import WEEKDAYS, rests
from bot.mentoring.zones import zone_label
from bot.messages import Button, Rows, Say, When, say

CIRCLED = "①②③"


def there(moment: datetime, me: Seat, partner: Seat) -> Say:
    """The same moment where the partner is, in brackets; nothing when both walls agree."""
    mine, theirs = (moment.astimezone(ZoneInfo(seat.zone)) for seat in (me, partner))
    if mine.utcoffset() == theirs.utcoffset():
        return say("session-same-clock")
    label = zone_label(partner.zone, moment, me.locale)
    city = label.partition("(")[2].rstrip(")")
    clock, day = When(theirs.time().replace(tzinfo=None)), When(theirs.date())
    other = int(mine.date() != theirs.date())
    if city:
        return say("session-clock-in", clock=clock, city=city, day=day, other=other)
    return say("session-clock-zone", clock=clock, zone=label, day=day, other=other)


def moment_said(moment: datetime, me: Seat, partner: Seat) -> Say:
    """A moment for both: "Kam 3 Des, 19.00 WIB (13.00 di Berlin)"."""
    return say("session-moment", at=When(moment), there=there(moment, me, partner))


def slot_line(mark: str, moment: datetime, minutes: int, me: Seat, partner: Seat) -> Say:
    """A moment on offer; one that lies in somebody's quiet hours says so."""
    return say("session-slot", mark=mark, moment=moment_said(moment, me, partner), quiet=night(moment, minutes, me, partner))


def night(moment: datetime, minutes: int, me: Seat, partner: Seat) -> Say:
    """Whose rest a moment would disturb."""
    if rests(moment, me, minutes):
        return say("session-night-mine", role=me.role)
    if rests(moment, partner, minutes):
        return say("session-night-theirs", name=partner.name)
    return say("session-same-clock")


def slot_lines(moments: Sequence[datetime], minutes: int, me: Seat, partner: Seat) -> tuple[Say, ...]:
    """Moments on offer, numbered when there are several."""
    marks = CIRCLED if len(moments) > 1 else ("",) * len(moments)
    return tuple(slot_line(mark, each, minutes, me, partner) for mark, each in zip(marks, moments, strict=False))


def rule_said(rule: Rule) -> Say:
    """A series: "tiap 2 minggu, Selasa 19.00, 6 kali"."""
    day, clock = say(f"day-{WEEKDAYS[rule.weekday]}"), When(rule.clock)
    if rule.nth:
        return say("session-rule-monthly", nth=rule.nth, day=day, clock=clock, n=rule.count)
    return say("session-rule-weekly", every=rule.every, day=day, clock=clock, n=rule.count)


def kind_said(kind: str) -> Say:
    """How a session is held."""
    return say(f"session-kind-{kind}")


def about(session: Session) -> Say:
    """What a session is about, in brackets; nothing when nobody said."""
    return say("session-about", topic=session.topic) if session.topic else say("session-same-clock")


def offer_buttons(session: Session, moments: Sequence[datetime]) -> Rows:
    """Buttons that answer an offer with one tap."""
    start = f"go:session_answer:{session.id}:slot"
    if session.series:
        taken = ((Button(say("button-session-all"), f"{start}:all"),),)
    elif len(moments) == 1:
        taken = ((Button(say("button-session-fits"), f"{start}:{stamp(moments[0])}"),),)
    else:
        taken = (tuple(Button(mark, f"{start}:{stamp(each)}") for mark, each in zip(CIRCLED, moments, strict=False)),)
    other, ask = Button(say("button-session-other"), f"{start}:other"), Button(say("button-session-ask"), f"{start}:ask")
    return (*taken, (other, ask))
