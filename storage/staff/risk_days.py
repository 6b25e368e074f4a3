"""What is done about silent pairs each morning: the rules are looked at, coordinators get a line if that is news, those
without a sign of life are asked whether they go on."""

from __future__ import annotations

from collections.abc import Generator, Iterable, Iterator
from datetime import datetime, time, timedelta

from sqlalchemy import Connection, select

from bot.effects import Effect, Job
from bot.mentoring.calendar import local, local_date
from bot.mentoring.plans import Risk
from bot.mentoring.risk import Life, judge, order, to_ask, to_close, woke
from bot.mentoring.risk_effects import AskGoing, CloseSilent, FindRisks, PairsAwake
from storage.columns import PROGRAMME
from storage.jobs import STANDING, Shop, does
from storage.staff.risk import limits
from storage.staff.risk_lives import read_lives, with_signs_of_life

ROUNDS, DAY = "risk_rounds", "risk_day"  # kinds of jobs
AGAIN = timedelta(hours=6)  # after which programmes are looked for that are new
MORNING = time(7, 30)  # on the programme's wall
MOST = 200  # pairs asked or closed at one go
BREATH = timedelta(minutes=5)


@does(ROUNDS)
def go_rounds(shop: Shop) -> Iterator[Effect]:
    """See to it that each programme is looked at in the morning."""
    living = select(PROGRAMME.c.id, PROGRAMME.c.zone).where(PROGRAMME.c.stage != "archived")
    for row in shop.connection.execute(living):
        yield _planned(row.id, next_morning(row.zone, shop.now))
    yield Job(ROUNDS, once=ROUNDS, at=shop.now + AGAIN)


def _planned(programme: int, at: datetime) -> Job:
    return Job(DAY, {"programme": programme}, f"{DAY}:{programme}", at)


def next_morning(zone: str, now: datetime) -> datetime:
    """The next half past seven somewhere: mornings that were missed are not made up for."""
    today = local_date(now, zone)
    mornings = (local(today + timedelta(days=days), MORNING, zone) for days in range(3))
    return next(morning for morning in mornings if morning > now)


@does(DAY, lane="long")
def look(shop: Shop) -> Iterator[Effect]:
    """Look at a programme's pairs; the next morning is planned with it."""
    programme = shop.args["programme"]
    risk, zone = limits(shop.connection, programme), _zone(shop.connection, programme)
    if risk is None or zone is None:
        return
    lives = read_lives(shop.connection, programme, risk, shop.now)
    found = [(life.pair, hits) for life in lives if (hits := judge(life, risk, shop.now))]
    yield FindRisks(programme, tuple(sorted(found, key=lambda each: (order(each[1]), each[0]))))
    more = yield from _going(shop, programme, lives, risk)
    yield _planned(programme, shop.now + BREATH if more else next_morning(zone, shop.now))


def _zone(connection: Connection, programme: int) -> str | None:
    return connection.execute(select(PROGRAMME.c.zone).where(PROGRAMME.c.id == programme)).scalar_one_or_none()


def _going(shop: Shop, programme: int, lives: Iterable[Life], risk: Risk) -> Generator[Effect, None, bool]:
    """Ask those without a sign of life, close those who were asked in vain; says whether there are more of them."""
    silent = (life for life in lives if life.asked or to_ask(life, risk, shop.now))
    known = with_signs_of_life(shop.connection, silent)
    awake = tuple(life.pair for life in known if woke(life, shop.now))
    ask = [life.pair for life in known if to_ask(life, risk, shop.now)]
    close = [life.pair for life in known if to_close(life, risk, shop.now)]
    yield from [PairsAwake(programme, awake)] if awake else []
    yield from [AskGoing(programme, tuple(ask[:MOST]))] if ask else []
    yield from [CloseSilent(programme, tuple(close[:MOST]))] if close else []
    return max(len(ask), len(close)) > MOST


def standing(connection: Connection, now: datetime) -> list[Job]:
    """The rounds there must always be."""
    return [Job(ROUNDS, once=ROUNDS, at=now)]


STANDING.append(standing)
