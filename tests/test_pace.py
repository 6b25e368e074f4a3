"""The limits are kept whatever comes: counted over any second and any minute."""

import heapq
import random
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adapters.courier.pace import Limits, Pace
from adapters.courier.waits import backoff, quiet_until
from bot.ports import Parcel


def most_within(stamps: list[float], span: float) -> int:
    return max((sum(1 for other in stamps if at <= other < at + span) for at in stamps), default=0)


@given(
    st.lists(st.tuples(st.sampled_from(["1", "2", "-7", "-8"]), st.sampled_from([0.0, 0.01, 0.3, 2.0])), max_size=300)
)
def test_whoever_asks_first_never_sends_too_much(tries: list[tuple[str, float]]) -> None:
    pace, now = Pace(Limits(), 0.0), 0.0
    sent: dict[str, list[float]] = {chat: [] for chat in ("1", "2", "-7", "-8")}
    for chat, pause in tries:
        now += pause
        if pace.free(now) and chat not in pace.busy(now):
            pace.take(chat, now)
            pace.land(chat, now, now)
            sent[chat].append(now)
    assert most_within(sorted(at for stamps in sent.values() for at in stamps), 1.0) <= 30
    for chat, stamps in sent.items():
        assert most_within(stamps, 1.0) <= 4
        assert most_within(stamps, 10.0) <= 13
        assert not chat.startswith("-") or most_within(stamps, 60.0) <= 20


def flood(seconds: float, seed: int, base: float, shaking: float) -> list[float]:
    """When each of a long queue's messages arrived; a journey takes `base` seconds, and `shaking` more on average."""
    chance = random.Random(seed)  # noqa: S311 - no secret
    pace, now, arrived = Pace(Limits(), 0.0), 0.0, []
    answers: list[tuple[float, str, float]] = []
    for number in range(int(seconds * 40)):
        now += pace.wait(now)
        while answers and answers[0][0] <= now:
            landed, chat, began = heapq.heappop(answers)
            pace.land(chat, began, landed)
        if now > seconds:
            break
        if pace.free(now):
            there, back = (base / 2 + chance.expovariate(1 / shaking) / 2 for _ in range(2))
            pace.take(str(number), now)
            arrived.append(now + there)
            heapq.heappush(answers, (now + there + back, str(number), now))
    return sorted(arrived)


def test_a_long_queue_uses_what_is_allowed() -> None:
    arrived = flood(60, 1, 0.08, 0.002)
    assert 29.4 < len(arrived) / 60 <= 29.8


@pytest.mark.parametrize("seed", range(10))
def test_no_second_gets_too_much_over_a_network_that_shakes(seed: int) -> None:
    arrived = flood(20, seed, 0.05, 0.06)
    assert most_within(arrived, 1.0) <= 30
    assert len(arrived) > 20 * 25


def test_waiting_as_long_as_it_says_is_enough() -> None:
    pace, now = Pace(Limits(), 0.0), 0.0
    for number in range(200):
        now += pace.wait(now)
        assert pace.free(now) >= 1
        pace.take(f"chat {number}", now)
        pace.land(f"chat {number}", now, now)


def test_a_process_that_follows_another_does_not_start_with_a_burst() -> None:
    assert Pace(Limits(), 5.0).free(5.0) == 0
    assert 0.03 < Pace(Limits(), 5.0).wait(5.0) < 0.05


def test_chats_that_have_rested_are_forgotten() -> None:
    pace = Pace(Limits(), 0.0)
    for number in range(1000):
        pace.take(str(number), 10.0)
        pace.land(str(number), 10.0, 10.2)
    pace.busy(60.0)
    assert pace._chats == {}


def test_a_pause_is_for_all_and_a_hold_for_one() -> None:
    pace = Pace(Limits(), 0.0)
    pace.hold("1", 20.0)
    assert pace.busy(10.0) == {"1": 20.0}
    pace.pause(15.0)
    assert (pace.free(10.0), pace.wait(10.0), pace.free(15.0)) == (0, 5.0, 4)


def test_tries_get_rarer_and_never_stop() -> None:
    assert [backoff(attempts) for attempts in (0, 1, 2, 3, 4, 7, 10**6)] == [1, 1, 2, 4, 8, 60, 60]


def parcel(*, hold: bool) -> Parcel:
    return Parcel(
        1, "telegram", "5", {}, "", 1, "id", "Asia/Jakarta", 1, None, datetime(2026, 11, 24, tzinfo=UTC), hold
    )


@pytest.mark.parametrize(
    ("now", "until"),
    [
        ("2026-11-24T13:59", None),
        ("2026-11-24T14:00", "2026-11-25T00:00"),
        ("2026-11-24T23:59", "2026-11-25T00:00"),
        ("2026-11-25T00:00", None),
        ("2026-11-27T04:30", "2026-11-27T06:00"),
        ("2026-11-29T18:00", "2026-11-30T00:00"),
    ],
)
def test_a_reminder_is_held_through_each_night_it_meets_and_friday_prayer_only_until_its_end(
    now: str, until: str | None
) -> None:
    """Quiet from 21.00 to 07.00 in Jakarta; on Friday from 11.30 to 13.00."""
    found = quiet_until(parcel(hold=True), datetime.fromisoformat(now).replace(tzinfo=UTC))
    assert found == (until and datetime.fromisoformat(until).replace(tzinfo=UTC))


def test_an_answer_is_never_held() -> None:
    assert quiet_until(parcel(hold=False), datetime(2026, 11, 24, 18, tzinfo=UTC)) is None
