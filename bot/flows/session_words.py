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
    where = say("session-in-city", city=city) if city else say("session-item", what=label)
    time = say("session-clock", clock=When(theirs.time().replace(tzinfo=None)), where=where)
    if mine.date() != theirs.date():
        time = say("session-on-day", day=When(theirs.date()), time=time)
    named = "(" in zone_label(me.zone, moment, me.locale)
    return say("session-beside" if named else "session-in-brackets", time=time)


def moment_said(moment: datetime, me: Seat, partner: Seat) -> Say:
    """A moment for both: "Kam 3 Des, 19.00 WIB (13.00 di Berlin)"."""
    return say("session-moment", at=When(moment), there=there(moment, me, partner))


def slot_lines(
    moments: Sequence[datetime], minutes: int, me: Seat, partner: Seat, *, own: bool = True
) -> tuple[Say, ...]:
    """Moments on offer, numbered when there are several. One that lies in somebody's quiet hours says so; in my `own`
    only if it was not me who chose it."""
    marks = [f"{mark} " for mark in CIRCLED] if len(moments) > 1 else [""] * len(moments)
    return tuple(
        say(
            "session-slot",
            mark=mark,
            moment=moment_said(each, me, partner),
            quiet=night(each, minutes, me, partner, own=own),
        )
        for mark, each in zip(marks, moments, strict=False)
    )


def night(moment: datetime, minutes: int, me: Seat, partner: Seat, *, own: bool) -> Say:
    """Whose rest a moment would disturb."""
    if own and rests(moment, me, minutes):
        return say("session-night-mine", role=me.role)
    if rests(moment, partner, minutes):
        return say("session-night-theirs", name=partner.name)
    return say("session-same-clock")


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


def agreed_at(session: Session) -> Say:
    """When an agreed session is, for both."""
    if session.starts_at is None:
        raise LookupError(session.id)
    return moment_said(session.starts_at, session.me, session.partner)


def changes(session: Session) -> tuple[Button, ...]:
    """What can be done with an agreed session."""
    move = Button(say("button-session-move"), f"go:session_move:{session.id}")
    return move, Button(say("button-session-cancel"), f"go:session_cancel:{session.id}")


def offer_buttons(session: Session, moments: Sequence[datetime]) -> Rows:
    """Buttons that answer an offer with one tap."""
    start = f"go:session_answer:{session.id}:slot"
    taken: Rows
    if session.series and session.state == "proposed":
        taken = ((Button(say("button-session-all"), f"{start}:all"),),)
    elif len(moments) == 1:
        taken = ((Button(say("button-session-fits"), f"{start}:{stamp(moments[0])}"),),)
    else:
        taken = (tuple(Button(mark, f"{start}:{stamp(each)}") for mark, each in zip(CIRCLED, moments, strict=False)),)
    other, ask = (
        Button(say("button-session-other"), f"{start}:other"),
        Button(say("button-session-ask"), f"{start}:ask"),
    )
    return (*taken, (other, ask))
