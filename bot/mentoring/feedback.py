"""When people are asked about their pair, and what answers give in total: nothing of fewer than five."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from typing import Any

from bot.mentoring.calendar import local
from bot.mentoring.due import Due, Scene
from bot.mentoring.pairing import BEGINS, partner_in
from bot.mentoring.planning import of_series
from bot.mentoring.plans import Plan
from bot.mentoring.privacy import FEWEST
from bot.mentoring.reminders import FOLLOWS, OWN, POINTLESS, WAITING, WEEKLY
from bot.mentoring.rituals import FORMS, kind_of, ritual_of
from bot.mentoring.sessions import Session

EVERY = {"pulse": timedelta(days=60), "goal-view": timedelta(days=30)}  # after which one comes again
ENDING = timedelta(days=14)  # before the end of a pair nothing else is asked about it
FAR_APART = 50  # percent between two views of a goal that make it a topic
NOON = time(12)


def on_meeting(session: Session, plan: Plan, now: datetime) -> Iterator[Due]:
    """What is planned for somebody who says that a session took place: the reminders that are still ahead."""
    anchor = session.ends_at or now
    for step, after in enumerate(plan.reminders["after-session"].after):
        if (at := anchor + after) > now:
            yield Due(0, "after-session", session.me.person, at, at, anchor, str(session.id), step)
            return


def _begins(due: Due, scene: Scene, plan: Plan, now: datetime) -> tuple[Due, ...]:
    """What is planned for one side of a pair that starts."""
    partner, person = partner_in(due, scene), scene.person
    if partner is None:
        return ()
    rows = [of_series(due, "pulse", plan, 0, now, person)]
    if partner.since and partner.ends:
        half = local(partner.since + (partner.ends - partner.since) // 2, NOON, person.zone)
        rows.append(of_series(due, "midway", plan, 0, half, person))
    if partner.role == "mentee":
        rows.append(of_series(due, "goal-view", plan, 0, now, person))
    return tuple(row for row in rows if row.at > now)


def _follows(due: Due, scene: Scene, plan: Plan, now: datetime) -> tuple[Due, ...]:
    """The next reminder of the same, and with the first one the next time it is asked."""
    ritual, kind = ritual_of(scene), due.kind
    if ritual is None or ritual.partner is None:
        return ()
    more = due.step + 1 < len(plan.reminders[kind].after) and not ritual.answered
    rows = [of_series(due, kind, plan, due.step + 1, due.anchor, scene.person)] if more else []
    rows += [of_series(due, kind, plan, 0, due.anchor + EVERY[kind], scene.person)] if due.step == 0 else []
    return tuple(rows)


def _pointless(due: Due, scene: Scene, now: datetime) -> str:
    ritual, kind = ritual_of(scene), kind_of(due)
    if ritual is None or ritual.partner is None:
        return "ended"
    if ritual.answered:
        return "answered"
    if kind == "goal-view" and not ritual.partner.goals:
        return "no goals"
    ends = ritual.partner.ends
    return "closing" if kind != "after-session" and ends and ends < (now + ENDING).date() else ""


ASKED = tuple(kind for kind in FORMS if kind != "closing")
POINTLESS.update(dict.fromkeys(ASKED, _pointless))
FOLLOWS.update(dict.fromkeys(EVERY, _follows))
WEEKLY.update(EVERY)
WAITING.update(ASKED)
OWN.update(FORMS)
BEGINS.append(_begins)


# Totals

Answer = tuple[int | None, str, Mapping[str, Any]]  # who gave it, about what, and what it says


@dataclass(frozen=True, slots=True)
class Total:
    """What the answers to one question give: how many, their mean, how often each was given. `withheld` when they come
    from too few people to be shown: all else is empty then."""

    n: int = 0
    mean: float | None = None
    counts: Mapping[str, int] = field(default_factory=dict)
    withheld: bool = True


def totals(answers: Iterable[Answer], options: Mapping[str, frozenset[str]]) -> dict[str, Total]:
    """Answers to a form, the oldest first, by question: each person's newest about each subject counts. `options` are
    those of the questions that can be counted, none for numbers and yes or no; own words count as "other"."""
    newest = {(person, subject): given for person, subject, given in answers if person is not None}
    return {key: _total(_given(newest, key, known)) for key, known in options.items()}


def _given(
    newest: Mapping[tuple[int, str], Mapping[str, Any]], key: str, known: frozenset[str]
) -> list[tuple[int, tuple[Any, ...]]]:
    """Who answered a question, and what, as options or numbers."""
    found = [(person, answers[key]) for (person, _), answers in newest.items() if answers.get(key) is not None]
    return [(person, _parts(value, known)) for person, value in found]


def _parts(value: Any, known: frozenset[str]) -> tuple[Any, ...]:
    if isinstance(value, bool):
        return ("yes" if value else "no",)
    parts = tuple(value) if isinstance(value, (list, tuple)) else (value,)
    return tuple(part if isinstance(part, int) or part in known else "other" for part in parts)


def _total(given: Sequence[tuple[int, tuple[Any, ...]]]) -> Total:
    if len({person for person, _ in given}) < FEWEST:
        return Total()
    parts = [part for _, several in given for part in several]
    numbers = [part for part in parts if isinstance(part, int)]
    mean = round(sum(numbers) / len(numbers), 2) if numbers and len(numbers) == len(parts) else None
    return Total(len(given), mean, dict(sorted(Counter(map(str, parts)).items())), withheld=False)
