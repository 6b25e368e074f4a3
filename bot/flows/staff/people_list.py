"""A list of people that was dropped into the chat: what it would do, before it does it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime

from bot.commands import STAFF
from bot.effects import Effect, Job, Start, Tell
from bot.flows.staff.invite import number_in
from bot.house import Action, Page
from bot.mentoring.people import Facts
from bot.mentoring.people_effects import DropUpload, ListCounts
from bot.mentoring.people_views import LeaversView
from bot.messages import Button, Rows, Say, Screen, say
from bot.ports import State
from bot.talk.talk import Flow

SHOWN = 10  # mistakes in a preview, names in a list
WITH_LEAVERS = "left"


def preview(upload: int, name: str, counts: ListCounts, flaws: Sequence[Say]) -> Screen:
    """What is in a list and what would come of it; nothing has happened yet."""
    lines = [say("list-read", name=name, n=counts.fine, wrong=counts.wrong), *_flaws(counts, flaws)]
    lines += [*_fates(counts), *_more(counts)]
    return Screen((*lines, say("list-nothing") if nothing(counts) else say("list-sure")), _ways(upload, counts))


def nothing(counts: ListCounts) -> bool:
    """Whether there is nothing to be done about a list."""
    return not (counts.links or counts.pairs or counts.leavers or counts.unused)


def _flaws(counts: ListCounts, flaws: Sequence[Say]) -> Iterator[Say]:
    yield from flaws[:SHOWN]
    if counts.wrong > SHOWN:
        yield say("list-more-flaws", n=counts.wrong - SHOWN)


def _fates(counts: ListCounts) -> Iterator[Say]:
    if counts.fine:
        told = {"new": counts.links, "waiting": counts.waiting, "there": counts.there}
        yield say("list-fates", **told)


def _more(counts: ListCounts) -> Iterator[Say]:
    if counts.renewed:
        yield say("list-renewed", n=counts.renewed)
    if counts.pairs:
        yield say("list-pairs", n=counts.pairs)
    if counts.leavers or counts.unused:
        yield say("list-leavers", n=counts.leavers + counts.unused)


def _ways(upload: int, counts: ListCounts) -> Rows:
    go = Button(say("button-list-go", n=counts.links, pairs=counts.pairs), f"do:list_go:{upload}")
    left = Button(say("button-list-left", n=counts.leavers + counts.unused), f"p:list_left:{upload}")
    flaws = Button(say("button-list-flaws"), f"do:list_flaws:{upload}")
    drop = Button(say("button-list-drop"), f"do:list_drop:{upload}")
    rows = (
        ((go,) if counts.links or counts.pairs else ()),
        ((left,) if counts.leavers or counts.unused else ()),
        (*((flaws,) if counts.wrong > SHOWN else ()), *(() if nothing(counts) else (drop,))),
    )
    return tuple(row for row in rows if row) or ((Button(say("button-pending"), "p:pending"),),)


def bad_file(name: str, flaws: Sequence[Say]) -> Screen:
    """A file from which nobody could be read."""
    more = (say("list-more-flaws", n=len(flaws) - SHOWN),) if len(flaws) > SHOWN else ()
    return Screen((say("list-unreadable", name=name), *flaws[:SHOWN], *more, say("list-example")))


def leavers(facts: Facts) -> Screen:
    """Who would be marked as left, and what that does; asked apart, as it can't be taken back."""
    view = facts.view
    if not isinstance(view, LeaversView):
        return over()
    counts = view.counts
    lines = [say("left-title", n=counts.leavers + counts.unused)]
    lines += [say("left-members", n=counts.leavers, names=_named(view.names))] if view.names else []
    lines += [say("left-unused", n=counts.unused, names=_named(view.unused))] if view.unused else []
    lines += [say("left-then")] if view.names else []
    both = Button(
        say("button-left-yes", n=counts.leavers + counts.unused, links=counts.links),
        f"do:list_go:{view.upload}-{WITH_LEAVERS}",
    )
    only = Button(say("button-left-only", n=counts.links, pairs=counts.pairs), f"do:list_go:{view.upload}")
    drop = Button(say("button-list-drop"), f"do:list_drop:{view.upload}")
    ways = ((both,), (only,), (drop,)) if counts.links or counts.pairs else ((both,), (drop,))
    return Screen(tuple(lines), ways)


def _named(names: Sequence[str]) -> tuple[str, ...]:
    return (*names[:SHOWN], "…") if len(names) > SHOWN else tuple(names)


def over() -> Screen:
    """A list that was dealt with, or has waited too long."""
    return Screen((say("list-over"),), ((Button(say("button-pending"), "p:pending"),),))


def done(counts: ListCounts, left: int, stage: str = "open") -> Screen:
    """What was done; the file with the links hangs on it. Links let nobody in before the programme is open."""
    lines = [say("list-done", n=counts.links)] if counts.links else [say("list-done-no-links")]
    lines += [say("list-done-pairs", n=counts.pairs)] if counts.pairs else []
    lines += [say("list-done-left", n=left)] if left else []
    pending = (Button(say("button-pending"), "p:pending"),)
    if stage == "draft" and counts.links:
        go = Button(say("button-stage-open", before=stage), "p:programme_stage:open")
        return Screen((*lines, say("list-done-shut")), ((go,), pending))
    return Screen((*lines, say("list-done-next")), (pending,))


def go(arg: str, state: State, now: datetime) -> list[Effect]:
    """Confirmed: "<upload>", or with the leavers "<upload>-left". A second tap meets the same job."""
    number, _, which = arg.partition("-")
    upload = number_in(number)
    work = Job("people_go", {"upload": upload, "left": which == WITH_LEAVERS}, once=f"people_go:{upload}")
    return [work, Tell(Screen((say("list-at-work"),)))] if upload else [Start("pending")]


def flaws_file(arg: str, state: State, now: datetime) -> list[Effect]:
    """All mistakes, as a file."""
    return [Job("people_flaws", {"upload": number_in(arg)})]


def drop(arg: str, state: State, now: datetime) -> list[Effect]:
    """Forget the list; nothing has happened."""
    return [DropUpload(number_in(arg)), Tell(Screen((say("list-dropped"),)))]


FLOWS: tuple[Flow, ...] = ()
PAGES = (Page("list_left", leavers, apart=True),)
ACTIONS: Mapping[str, Action] = {"list_go": go, "list_flaws": flaws_file, "list_drop": drop}
ROLES = dict.fromkeys(("list_left", *(f"do:{name}" for name in ACTIONS)), STAFF)
