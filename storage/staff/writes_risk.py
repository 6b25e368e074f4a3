"""What coordinators do about silent pairs, to rows. Each deed looks again whose the pair is and whether it goes on."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import delete, select, update

from bot.flows.staff import risk_words as words
from bot.flows.staff.risk import INACTIVE, LONGEST, gone
from bot.mentoring.people import Role
from bot.mentoring.risk_effects import NudgePair, ReadyText, SetInactive, UnwatchPair, WatchPair, WritePair
from bot.mentoring.risk_limits import OPTION
from bot.messages import Button, Rows, Say, Screen, When, say
from bot.ports import Said
from storage import tables
from storage.bulk import insert_many
from storage.columns import PROGRAMME
from storage.rows import table
from storage.staff.risk import LATELY
from storage.staff.risk_deeds import NUDGED, Case, act, case_of, deliver, last_nudge, on_a_break
from storage.staff.seat import pair_in, seat
from storage.writes import Book, Work, handles

WATCH = table(tables.Watch)


def _told(*lines: Say, buttons: Rows = ()) -> Said:
    return Said(Screen(lines, (*buttons, *words.to_list())), refused=False)


def _refused(key: str, **about: Any) -> Said:
    return Said(Screen((say(key, **about),), words.to_list()))


# A word to both


@handles(NudgePair)
def nudge(book: Book, works: list[Work]) -> list[Said]:
    """Send both a word that fits, and tell what was sent and who can't be reached."""
    return [_nudge(book, work.person, work.effect.pair) for work in works]


def _nudge(book: Book, person: int, number: int) -> Said:
    case = case_of(book, person, number)
    if case is None:
        return Said(gone())
    if resting := on_a_break(book, case):
        return _refused("risk-resting", name=say("listed", items=tuple(resting)))
    if last := last_nudge(book.connection, case, book.now):
        both = dict(zip(("mentee", "mentor"), _names(case), strict=True))
        return _refused("risk-nudged-lately", **both, at=When(last, "day"), again=When(last + LATELY, "day"))
    me = book.person(person).name
    screens = {who: words.nudge(case.hits, number, role, partner, me) for role, who, partner in case.sides}
    lost = deliver(book, screens, f"nudge-pair:{number}:{int(book.now.timestamp())}", "nudge-pair")
    act(book, case, person, NUDGED)
    sent = [_sent(case, role, who, partner) for role, who, partner in case.sides if who not in lost]
    return _told(*_when(sent), *_unreached(case, lost), buttons=_instead(number, lost))


def _names(case: Case) -> tuple[str, str]:
    return case.names[case.pair.mentee_id], case.names[case.pair.mentor_id]


def _sent(case: Case, role: Role, who: int, partner: str) -> Say:
    """What one side was sent, as the coordinator reads it."""
    about = words.words(words.topic(case.hits, role), role, partner)
    return say("risk-sent-to", name=case.names[who], words=about)


def _when(sent: list[Say]) -> list[Say]:
    """What was sent, and that it waits for the end of quiet hours."""
    return [*sent, say("risk-sent-when")] if sent else []


def _unreached(case: Case, lost: set[int]) -> tuple[Say, ...]:
    names = tuple(case.names[who] for _, who, _ in case.sides if who in lost)
    return (say("risk-unreached", name=say("listed", items=names)),) if names else ()


def _instead(number: int, lost: set[int]) -> Rows:
    """Words to send by other ways, to whom the bot can't."""
    return ((Button(say("button-risk-text"), f"do:pair_text:{number}"),),) if lost else ()


# A coordinator's own words


@handles(WritePair)
def write(book: Book, works: list[Work]) -> list[Said]:
    """Bring a coordinator's words to one side or both."""
    return [_write(book, work.person, work.effect) for work in works]


def _write(book: Book, person: int, told: WritePair) -> Said:
    case = case_of(book, person, told.pair)
    if case is None:
        return Said(gone())
    me = book.person(person).name
    meant = [(role, who) for role, who, _ in case.sides if told.whom in {role, "both"}]
    screens = {who: words.from_staff(me, told.text, role) for role, who in meant}
    lost = deliver(book, screens, f"from-staff:{told.pair}:{int(book.now.timestamp())}", "pair")
    act(book, case, person, "WroteTo")
    reached = tuple(case.names[who] for _, who in meant if who not in lost)
    sent = [say("risk-written", name=say("listed", items=reached))] if reached else []
    return _told(*_when(sent), *_unreached(case, lost), buttons=_instead(told.pair, lost))


@handles(ReadyText)
def ready(book: Book, works: list[Work]) -> None:
    """Keep that somebody was given words to send."""
    for work in works:
        if case := case_of(book, work.person, work.effect.pair):
            act(book, case, work.person, "GaveText")


# Fine until


@handles(WatchPair)
def watch(book: Book, works: list[Work]) -> list[Said]:
    """Leave pairs out of the list for a while."""
    return [_watch(book, work.person, work.effect) for work in works]


def _watch(book: Book, person: int, fine: WatchPair) -> Said:
    case = case_of(book, person, fine.pair)
    if case is None or not book.now < fine.until <= book.now + LONGEST * 2:
        return Said(gone())
    act(book, case, person, "Watched")
    book.connection.execute(delete(WATCH).where(WATCH.c.pair_id == fine.pair))
    row = {"pair_id": fine.pair, "by_id": person, "fine_until": fine.until, "why": fine.why, "at": book.now}
    insert_many(book.connection, tables.Watch, [row])
    mentee, mentor = _names(case)
    return _told(say("risk-watched", mentee=mentee, mentor=mentor, until=When(fine.until, "day")))


@handles(UnwatchPair)
def unwatch(book: Book, works: list[Work]) -> None:
    """Look at pairs again."""
    for work in works:
        member = seat(book, work.person)
        if member and pair_in(book.connection, member.programme_id, work.effect.pair):
            book.connection.execute(delete(WATCH).where(WATCH.c.pair_id == work.effect.pair))


# The threshold that is set by a tap


@handles(SetInactive)
def set_inactive(book: Book, works: list[Work]) -> list[Said | None]:
    """Keep after how many days silent pairs are asked."""
    return [_set_inactive(book, work.person, work.effect.days) for work in works]


def _set_inactive(book: Book, person: int, days: int) -> Said | None:
    member = seat(book, person)
    if member is None or days not in INACTIVE:
        return Said(gone())
    mine = PROGRAMME.c.id == member.programme_id
    options: Mapping[str, Any] = book.connection.execute(select(PROGRAMME.c.options).where(mine)).scalar_one() or {}
    own = options.get(OPTION)
    risk = (own if isinstance(own, dict) else {}) | {"inactive": f"{days}d"}
    book.connection.execute(update(PROGRAMME).where(mine).values(options={**options, OPTION: risk}))
    return None
