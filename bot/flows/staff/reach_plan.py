"""When something to many people goes out: at once, or on a day and at a time."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.effects import Effect, Job, Start
from bot.flows.staff.reach_pages import view_of
from bot.mentoring.calendar import local, local_date
from bot.mentoring.people import Facts
from bot.mentoring.reach_effects import BeginCampaign
from bot.mentoring.reach_views import EDITABLE
from bot.messages import When, say
from bot.talk.questions import Option
from bot.talk.talk import Talk
from bot.talk.times import Clock, Day

FIRST, LAST = time(7), time(20, 30)  # when something planned may go out
CLOCKS = (time(8), time(12), time(16), time(19))
HORIZON = timedelta(days=180)
AHEAD = timedelta(minutes=5)
DAY = timedelta(days=1)


def begin(campaign: int, at: datetime | None) -> list[Effect]:
    """Have it sent."""
    job = Job("campaign_send", {"campaign": campaign}, once=f"campaign:{campaign}", at=at)
    return [BeginCampaign(campaign, at), job]


def plan(talk: Talk, facts: Facts) -> list[Effect]:
    """Which day, what time; on the wall of whoever plans it."""
    view = view_of(facts)
    if view is None or view.state not in EDITABLE:
        return [Start("campaign", facts.subject)]
    day = talk.ask(_day(facts))
    clock = talk.ask(_clock(facts, day))
    return [*begin(view.id, local(day, clock, facts.me.zone)), Start("campaign", str(view.id))]


def _day(facts: Facts) -> Day:
    soonest, zone = facts.now + AHEAD, facts.me.zone
    today = local_date(soonest, zone)
    first = today if soonest <= local(today, LAST, zone) else today + DAY
    monday = first + (7 - first.weekday()) * DAY
    days = sorted({first, first + DAY, monday})
    choices = tuple(Option(day.isoformat(), say("campaign-on-day", day=When(day))) for day in days)
    question = say("campaign-day")
    return Day(key="day", text=question, first=first, last=first + HORIZON, choices=choices, short=say("short-on"))


def _clock(facts: Facts, day: date) -> Clock:
    """Nothing before now, on the very day."""
    soonest, zone = facts.now + AHEAD, facts.me.zone
    earliest = max(FIRST, _minute(soonest, zone)) if local_date(soonest, zone) == day else FIRST
    clocks = tuple(clock for clock in CLOCKS if clock >= earliest)
    question = say("campaign-clock", day=When(day))
    return Clock(
        key="clock", text=question, choices=clocks, first=earliest, last=LAST, echoes=True, short=say("short-at")
    )


def _minute(moment: datetime, zone: str) -> time:
    return moment.astimezone(ZoneInfo(zone)).time().replace(second=0, microsecond=0)
