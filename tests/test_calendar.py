"""Wall clocks keep their time through summer and winter, and nobody is written to in quiet hours."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from babel.dates import format_date
from hypothesis import given
from hypothesis import strategies as st

from bot.mentoring.calendar import (
    FRIDAY_PRAYER,
    RAMADAN,
    Fast,
    Quiet,
    allowed_at,
    day_key,
    friendly,
    friendly_clock,
    friendly_day,
    later,
    local,
    local_date,
    next_daily,
    next_monthly,
    next_weekly,
    quiet_begins,
    week_key,
)

BERLIN, JAKARTA, MAKASSAR, SANTIAGO = "Europe/Berlin", "Asia/Jakarta", "Asia/Makassar", "America/Santiago"
ZONES = [JAKARTA, BERLIN, SANTIAGO, MAKASSAR]
WEEK = timedelta(days=7)
NONE = Quiet(time(0), time(0))
FAST = (date(2027, 2, 8), date(2027, 3, 9))

zones = st.sampled_from(ZONES)
weekdays = st.integers(0, 6)
clocks = st.times().map(lambda clock: clock.replace(second=0, microsecond=0))
# Moments of three years, half of them in the days around a change of clocks in Berlin or Santiago.
CHANGES = [datetime(2027, *change, tzinfo=UTC) for change in [(3, 28, 1), (10, 31, 1), (4, 4, 3), (9, 5, 4)]]
minutes = (st.integers(-3000, 3000) | st.integers(-500_000, 500_000)).map(lambda number: timedelta(minutes=number))
moments = st.builds(
    lambda at, off, zone: (at + off).astimezone(zone), st.sampled_from(CHANGES), minutes, zones.map(ZoneInfo)
)
days = st.dates(date(2026, 1, 1), date(2028, 12, 31))
quiets = st.builds(Quiet, clocks, clocks) | st.just(Quiet()) | st.just(NONE)
fasts = st.none() | st.tuples(days, st.integers(0, 29)).map(lambda fast: (fast[0], fast[0] + timedelta(days=fast[1])))
rules = st.tuples(zones, quiets, st.booleans(), fasts)
Rules = tuple[str, Quiet, bool, Fast | None]


def wall(moment: datetime, zone: str) -> datetime:
    return moment.astimezone(ZoneInfo(zone)).replace(tzinfo=None)


def at(text: str, zone: str) -> datetime:
    return local(date.fromisoformat(text[:10]), time.fromisoformat(text[11:]), zone)


def exists(day: date, clock: time, zone: str) -> bool:
    """Whether clocks somewhere show this time on this day."""
    shown = datetime.combine(day, clock)
    return wall(shown.replace(tzinfo=ZoneInfo(zone)).astimezone(UTC), zone) == shown


def inside(clock: time, start: time, end: time) -> bool:
    return start <= clock < end if start <= end else clock >= start or clock < end


def closed(moment: datetime, zone: str, quiet: Quiet, friday: bool, fast: Fast | None) -> bool:
    """The rules once more, as one reads them off a wall: independent of how they are computed."""
    shown = wall(moment, zone)
    windows = [(quiet.start, quiet.end)]
    windows += [FRIDAY_PRAYER] if friday and shown.weekday() == 4 else []
    windows += RAMADAN if fast and fast[0] <= shown.date() <= fast[1] else []
    return any(inside(shown.time(), start, end) for start, end in windows)


@pytest.mark.parametrize(
    ("shown", "zone", "moment"),
    [
        ("2026-12-03 19:00", JAKARTA, "2026-12-03T12:00Z"),
        ("2027-03-28 02:30", BERLIN, "2027-03-28T01:00Z"),  # skipped: 03:00 follows 02:00
        ("2027-10-31 02:30", BERLIN, "2027-10-31T00:30Z"),  # the first of two
        ("2027-09-05 00:00", SANTIAGO, "2027-09-05T04:00Z"),  # midnight itself is skipped
        ("2027-10-03 02:15", "Australia/Lord_Howe", "2027-10-02T15:30Z"),  # half an hour is skipped
    ],
)
def test_a_wall_clock_has_one_moment(shown: str, zone: str, moment: str) -> None:
    assert at(shown, zone) == datetime.fromisoformat(moment)


@given(days, clocks, zones)
def test_a_wall_clock_is_shown_at_its_moment_unless_it_is_skipped(day: date, clock: time, zone: str) -> None:
    moment = local(day, clock, zone)
    if exists(day, clock, zone):
        assert wall(moment, zone) == datetime.combine(day, clock)
    else:
        before = wall(moment - timedelta(seconds=1), zone)
        assert before < datetime.combine(day, clock) < wall(moment, zone)


@given(moments, weekdays, clocks, zones)
def test_the_next_weekly_moment_is_later_within_a_week_on_its_day_and_clock(
    after: datetime, weekday: int, clock: time, zone: str
) -> None:
    moment = next_weekly(after, weekday, clock, zone)
    shown = wall(moment, zone)
    assert after < moment <= after + WEEK + timedelta(hours=1)
    assert shown.weekday() == weekday
    assert shown.time() == clock or not exists(shown.date(), clock, zone)


@pytest.mark.parametrize("zone", ZONES)
@given(weekday=weekdays, clock=clocks, start=moments)
def test_each_week_of_two_years_has_exactly_one(zone: str, weekday: int, clock: time, start: datetime) -> None:
    moment, weeks = start, []
    for _ in range(105):
        moment = next_weekly(moment, weekday, clock, zone)
        weeks.append(local_date(moment, zone) - timedelta(days=weekday))
    assert weeks == [weeks[0] + index * WEEK for index in range(105)]


@pytest.mark.parametrize("weekday", range(7))
def test_monday_is_monday(weekday: int) -> None:
    names = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
    moment = next_weekly(datetime(2026, 11, 24, tzinfo=UTC), weekday, time(9), JAKARTA)
    assert format_date(local_date(moment, JAKARTA), "EEEE", locale="en") == names[weekday]


@pytest.mark.parametrize("change", [date(2027, 3, 28), date(2027, 10, 31)])
def test_nine_in_berlin_stays_nine_when_clocks_change(change: date) -> None:
    moment = local(change - 2 * WEEK, time(9), BERLIN)
    for index in range(-1, 3):
        moment = next_weekly(moment, 6, time(9), BERLIN)
        assert wall(moment, BERLIN) == datetime.combine(change + index * WEEK, time(9))


def test_a_weekly_moment_follows_its_person_to_another_zone() -> None:
    last = next_weekly(datetime(2026, 12, 1, tzinfo=UTC), 0, time(9), JAKARTA)
    moment = next_weekly(last, 0, time(9), MAKASSAR)
    assert moment - last == WEEK - timedelta(hours=1)
    assert wall(moment, MAKASSAR).time() == time(9)


def test_a_daily_moment_comes_once_a_day_through_both_changes() -> None:
    for change in (date(2027, 3, 28), date(2027, 10, 31)):
        moment, seen = local(change - timedelta(days=2), time(2, 30), BERLIN), []
        for _ in range(4):
            moment = next_daily(moment, time(2, 30), BERLIN)
            seen.append(local_date(moment, BERLIN))
        assert seen == [change + timedelta(days=index) for index in range(-1, 3)]


def test_the_thirty_first_is_the_last_day_of_a_shorter_month() -> None:
    moment, seen = datetime(2027, 12, 31, tzinfo=UTC), []
    for _ in range(4):
        moment = next_monthly(moment, 31, time(9), JAKARTA)
        seen.append(day_key(moment, JAKARTA))
    assert seen == ["2027-12-31", "2028-01-31", "2028-02-29", "2028-03-31"]


@given(moments, st.integers(1, 31), clocks, zones)
def test_the_next_monthly_moment_is_strictly_later(after: datetime, day: int, clock: time, zone: str) -> None:
    moment = next_monthly(after, day, clock, zone)
    assert after < moment < after + timedelta(days=32)
    assert local_date(moment, zone).day <= day


@given(moments, rules)
def test_an_allowed_moment_is_outside_every_window_and_allowed_again(moment: datetime, rule: Rules) -> None:
    allowed = allowed_at(moment, *rule)
    assert allowed >= moment
    assert not closed(allowed, *rule)
    assert allowed_at(allowed, *rule) == allowed


@given(moments, rules)
def test_no_moment_is_put_off_for_longer_than_needed(moment: datetime, rule: Rules) -> None:
    """What is passed over was closed, but for the hour that clocks show twice: a window lasts until its second end."""
    allowed = allowed_at(moment, *rule)
    zone = ZoneInfo(rule[0])
    passed, end = moment.astimezone(UTC), min(allowed, moment.astimezone(UTC) + timedelta(days=2))
    while passed < end:
        near = passed.astimezone(zone)
        twice = near.replace(fold=0).utcoffset() != near.replace(fold=1).utcoffset()
        changing = (passed - timedelta(hours=2)).astimezone(zone).utcoffset() != near.utcoffset()
        assert twice or changing or closed(passed, *rule)
        passed += timedelta(minutes=7)


@given(moments, rules)
def test_from_an_allowed_moment_nothing_closes_before_it_is_said_to(moment: datetime, rule: Rules) -> None:
    allowed = allowed_at(moment, *rule)
    begins = quiet_begins(moment, *rule)
    if begins is None:
        assert rule[1].start == rule[1].end
        assert not rule[2]
        return
    assert begins > allowed
    assert allowed_at(begins, *rule) > begins
    steps = range(0, int(min(begins - allowed, WEEK).total_seconds()), 20 * 60)
    assert not any(closed(allowed + timedelta(seconds=step), *rule) for step in steps)


@pytest.mark.parametrize(
    ("asked", "allowed"),
    [
        ("2026-12-03 20:59", "2026-12-03 20:59"),
        ("2026-12-03 21:00", "2026-12-04 07:00"),
        ("2026-12-04 11:30", "2026-12-04 13:00"),  # Friday
        ("2027-02-09 17:30", "2027-02-09 19:30"),  # Ramadan
        ("2027-03-09 18:00", "2027-03-09 19:30"),
        ("2027-03-10 18:00", "2027-03-10 18:00"),
    ],
)
@pytest.mark.parametrize("zone", [JAKARTA, MAKASSAR, BERLIN])
def test_quiet_hours_friday_prayer_and_ramadan_are_kept(asked: str, allowed: str, zone: str) -> None:
    assert allowed_at(at(asked, zone), zone, Quiet(), ramadan=FAST) == at(allowed, zone)


def test_without_quiet_hours_only_the_other_rules_close() -> None:
    friday_night = at("2026-12-04 23:30", JAKARTA)
    assert allowed_at(friday_night, JAKARTA, NONE) == friday_night
    assert quiet_begins(friday_night, JAKARTA, NONE, friday=False) is None
    meal = local(FAST[0], time(3), JAKARTA)
    assert quiet_begins(friday_night, JAKARTA, NONE, friday=False, ramadan=FAST) == meal
    assert allowed_at(meal, JAKARTA, NONE, ramadan=FAST) == meal + timedelta(hours=2)


def test_what_queued_is_held_from_nine_in_the_evening() -> None:
    assert quiet_begins(at("2026-12-03 08:00", JAKARTA), JAKARTA, Quiet()) == at("2026-12-03 21:00", JAKARTA)


def test_quiet_hours_last_until_their_end_has_come_for_the_second_time() -> None:
    night = Quiet(time(22), time(2, 30))
    assert allowed_at(at("2027-10-31 01:00", BERLIN), BERLIN, night) == datetime(2027, 10, 31, 1, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("choice", "now", "moment"),
    [
        ("hour", "2026-12-03 10:12", "2026-12-03 11:12"),
        ("hour", "2026-12-03 20:30", "2026-12-04 07:00"),
        ("tonight", "2026-12-03 19:00", "2026-12-03 19:30"),
        ("tonight", "2026-12-03 19:01", "2026-12-04 19:30"),
        ("tomorrow", "2026-12-03 00:10", "2026-12-04 09:00"),
        ("week", "2026-12-03 10:12", "2026-12-10 10:12"),
        ("week", "2026-12-04 12:00", "2026-12-11 13:00"),
    ],
)
def test_later_is_when_people_mean_it(choice: str, now: str, moment: str) -> None:
    assert later(choice, at(now, MAKASSAR), MAKASSAR, Quiet()) == at(moment, MAKASSAR)


def test_an_hour_is_an_hour_when_clocks_change() -> None:
    now = datetime(2027, 10, 31, 2, 30, tzinfo=ZoneInfo(BERLIN))
    assert later("hour", now, BERLIN, NONE) - now.astimezone(UTC) == timedelta(hours=1)


@given(st.sampled_from(["hour", "tonight", "tomorrow", "week"]), moments, rules)
def test_later_is_later_and_never_in_quiet_hours(choice: str, now: datetime, rule: Rules) -> None:
    moment = later(choice, now, *rule)
    assert moment > now
    assert not closed(moment, *rule)


def test_an_unknown_later_and_a_moment_without_zone_are_refused() -> None:
    with pytest.raises(ValueError, match="someday"):
        later("someday", datetime(2026, 12, 3, tzinfo=UTC), JAKARTA, Quiet())
    with pytest.raises(ValueError, match="no zone"):
        allowed_at(datetime(2026, 12, 3), JAKARTA, Quiet())  # noqa: DTZ001 - what must not happen


def test_a_day_and_a_week_are_those_of_the_place() -> None:
    sunday_evening = datetime(2026, 11, 29, 17, 30, tzinfo=UTC)
    assert (day_key(sunday_evening, BERLIN), week_key(sunday_evening, BERLIN)) == ("2026-11-29", "2026-W48")
    assert (day_key(sunday_evening, JAKARTA), week_key(sunday_evening, JAKARTA)) == ("2026-11-30", "2026-W49")
    assert week_key(datetime(2027, 1, 2, tzinfo=UTC), JAKARTA) == "2026-W53"


def test_dates_and_times_are_written_as_in_each_language() -> None:
    now, then = datetime(2026, 11, 24, tzinfo=UTC), datetime(2026, 12, 3, 12, tzinfo=UTC)
    assert friendly(then, JAKARTA, "id", now) == "Kam 3 Des, 19.00 WIB"
    assert friendly(then, JAKARTA, "en", now) == "Thu 3 Dec, 7:00 pm WIB"
    assert friendly(then, BERLIN, "id", now) == "Kam 3 Des, 13.00 CET (Berlin)"
    assert friendly(then, JAKARTA, "id", now.replace(year=2027)) == "Kam 3 Des 2026, 19.00 WIB"
    assert (friendly(then, JAKARTA, "id", now, "day"), friendly(then, JAKARTA, "id", now, "clock")) == (
        "Kam 3 Des",
        "19.00 WIB",
    )
    assert (friendly_clock(time(7, 5), "id-ID"), friendly_clock(time(0, 5), "en")) == ("07.05", "12:05 am")
    assert friendly_day(date(2027, 8, 17), "id", date(2026, 8, 17)) == "Sel 17 Agu 2027"


def test_the_year_is_left_out_by_the_year_of_the_place() -> None:
    eve = datetime(2026, 12, 31, 18, tzinfo=UTC)
    assert friendly(eve, JAKARTA, "id", eve) == "Jum 1 Jan, 01.00 WIB"
