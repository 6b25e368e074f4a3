"""Who meets whom, by the coordinator: the best three for somebody, the whole pool as a draft, why and why not."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from typing import Any

from bot.commands import STAFF
from bot.effects import Effect, Job, Start, Tell
from bot.flows.staff.invite import number_in
from bot.house import Action, Page
from bot.mentoring.matching import Profile, Score
from bot.mentoring.matching_effects import Exclude, Include, MarkDraft, ThrowDraft
from bot.mentoring.matching_views import (
    AimView,
    ApartView,
    DraftRow,
    DraftView,
    LastLookView,
    LeftView,
    NotTwoView,
    OverviewView,
    SuggestView,
    TwoView,
    WhichTwoView,
    WhichView,
)
from bot.mentoring.people import Facts
from bot.messages import Button, Rows, Say, Screen, say
from bot.ports import State
from bot.talk.talk import Flow

RUN, CSV, PUBLISH = "match-run", "match-csv", "match-publish"  # kinds of jobs
COLUMNS = ("mentee", "mentor", "score", "state", "reasons")
AIMS = ("fit", "most")
BACK = (Button(say("button-match"), "p:match"),)


def match(facts: Facts) -> Screen:
    """What was asked for behind the command, or how things stand."""
    view = facts.view
    draw = DRAW.get(type(view))
    return draw(view) if draw else Screen((say("not-for-you"),))


def _overview(view: OverviewView) -> Screen:
    lines = [say("match-overview", waiting=view.waiting, places=view.places, mentors=view.mentors)]
    lines += _choosing(view.choosing)
    lines += [say("match-has-draft", n=view.drafted)] if view.draft else []
    if not view.people:
        return Screen((say("match-no-mentee"),), ((Button(say("button-invite-mentee"), "go:invite:mentee"),),))
    lines += [say("match-nobody-waits")] if not (view.waiting or view.choosing) else []
    each = tuple(
        (Button(say("button-match-for", name=who.name), f"p:match:suggest {who.person}"),) for who in view.first
    )
    run = ((Button(say("button-match-run"), "p:match:run"),),) if view.waiting and view.places else ()
    draft = ((Button(say("button-match-draft"), "p:match:draft"),),) if view.draft else ()
    apart = (Button(say("button-match-apart"), "p:match:apart"),) if view.apart else ()
    besides = (*apart, Button(say("button-own-choice"), "p:choose"))
    return Screen((*lines, say("match-hint")), (*draft, *run, *each, besides))


def _choosing(n: int) -> list[Say]:
    return [say("match-choosing", n=n)] if n else []


def _aim(view: AimView) -> Screen:
    if not view.waiting or not view.places:
        return nothing_to_match(view.waiting, view.places)
    lines = [say("match-aim", waiting=view.waiting, places=view.places), *_choosing(view.choosing)]
    lines += [say("match-aim-locked", n=view.locked)] if view.draft else []
    ways = tuple((Button(say(f"button-match-aim-{aim}"), f"do:match_run:{aim}"),) for aim in AIMS)
    return Screen(tuple(lines), (*ways, BACK))


def nothing_to_match(waiting: int, places: int) -> Screen:
    """Nobody waits, or nobody has a place."""
    return Screen((say("match-nothing", waiting=waiting, places=places),), (BACK,))


def no_draft() -> Screen:
    """There is none to look at."""
    return Screen((say("match-no-draft"),), ((Button(say("button-match-run"), "p:match:run"),), BACK))


def drafted(pairs: int, left: int, mean: int) -> Screen:
    """A draft has been worked out; nothing has happened yet."""
    why = (Button(say("button-match-left", n=left), "p:match:left"),)
    see = (Button(say("button-match-draft"), "p:match:draft"),) if pairs else why
    lines = [say("match-drafted", n=pairs, mean=mean)]
    lines += [say("match-drafted-left", n=left, pairs=pairs)] if left else []
    return Screen((*lines, say("match-draft-waits")) if pairs else tuple(lines), (see,))


def published(pairs: int, fallen: int) -> Screen:
    """The pairs are real, and both sides of each are told."""
    lines = [say("match-published", n=pairs)] + ([say("match-published-fallen", n=fallen)] if fallen else [])
    return Screen(tuple(lines), ((Button(say("button-pairs"), "p:pairs:newest"),), BACK))


def _which(view: WhichView) -> Screen:
    if not view.hits:
        return Screen((say("match-who", text=view.text),), (BACK,))
    them = tuple((Button(say("button-match-who", name=who.name, role=who.role), f"p:match:{ask}"),)
                 for who, ask in view.hits)  # fmt: skip
    return Screen((say("match-which", text=view.text),), (*them, BACK))


def _which_two(view: WhichTwoView) -> Screen:
    them = []
    for mentee, mentor in view.pairs:
        two = say("button-match-two", mentee=mentee.name, mentor=mentor.name)
        them.append((Button(two, f"p:match:{view.verb} {_two(mentee, mentor)}"),))
    return Screen((say("match-which", text=view.text),), (*them, BACK))


def _not_two(view: NotTwoView) -> Screen:
    return Screen((say("match-not-two", text=view.text or "…", verb=view.verb),), (BACK,))


def _suggest(view: SuggestView) -> Screen:
    who = view.who
    if view.limit or not view.found:
        why = say("match-none-why", limit=view.limit or "nobody")
        return Screen((say("match-none-for", name=who.name), why), (BACK,))
    lines, buttons = [say("match-best-for", name=who.name, n=len(view.found))], []
    for place, (other, how) in enumerate(view.found, 1):
        lines += [say("match-candidate", place=place, name=other.name, points=how.points), *_why(how)]
        pair = Button(say("button-match-pair", name=other.name), f"p:match:take {_two(who, other)}")
        buttons.append((pair, Button(say("button-match-why"), f"p:match:explain {_two(who, other)}")))
    return Screen(tuple(lines), (*buttons, BACK))


def _two(one: Profile, other: Profile) -> str:
    mentee, mentor = (one, other) if one.role == "mentee" else (other, one)
    return f"{mentee.person} {mentor.person}"


def _why(how: Score) -> Iterator[Say]:
    """Three reasons and one gap."""
    for reason in how.reasons:
        yield say("match-plus", why=reason)
    if how.gap:
        yield say("match-minus", why=how.gap)


def _limit(limit: str) -> Say:
    return say("match-limit", limit=limit or "none")


def _about_two(view: TwoView) -> Screen:
    """Why, or why not; or the last look before two are paired or kept apart."""
    mentee, mentor, number = view.mentee, view.mentor, f"{view.mentee.person}-{view.mentor.person}"
    title = say("match-two", mentee=mentee.name, mentor=mentor.name, points=view.score.points)
    if view.verb == "exclude":
        sure = (Button(say("button-match-exclude"), f"do:match_apart:{number}"),)
        return Screen((say("match-exclude", mentee=mentee.name, mentor=mentor.name),), (sure, BACK))
    lines = [title, *_why(view.score)]
    if view.verb == "explain":
        lines += [say("match-part", part=part.name, value=part.value, weight=part.weight) for part in view.score.parts]
    if view.limit:
        lines.append(_limit(view.limit))
    by = "-s" if view.verb == "take" else ""
    if view.row:
        return Screen(tuple(lines), _marks(view))
    pair = (Button(say("button-match-pair-yes"), f"do:pair_up:{mentor.person}-{mentee.person}{by}"),)
    ask = (Button(say("button-match-pair", name=mentor.name), f"p:match:take {mentee.person} {mentor.person}"),)
    apart = (Button(say("button-match-keep-apart"), f"p:match:exclude {mentee.person} {mentor.person}"),)
    if view.verb in {"pair", "take"}:
        return Screen(tuple(lines), (BACK,)) if view.limit else Screen((*lines, say("match-pair-sure")), (pair, BACK))
    ways = () if view.limit == "excluded" else (apart,)
    return Screen(tuple(lines), (*(() if view.limit else (ask,)), *ways, BACK))


def _apart(view: ApartView) -> Screen:
    if not view.rows:
        return Screen((say("match-apart-none"),), (BACK,))
    lines = tuple(say("match-apart-row", mentee=mentee, mentor=mentor) for _, mentee, mentor in view.rows)
    again = tuple((Button(say("button-match-together", mentee=mentee, mentor=mentor), f"do:match_together:{row}"),)
                  for row, mentee, mentor in view.rows[:8])  # fmt: skip
    return Screen((say("match-apart"), *lines), (*again, BACK))


def _draft(view: DraftView) -> Screen:
    if not view.draft:
        return no_draft()
    lines = [say("match-draft", n=view.total, locked=view.locked, mode=view.mode)]
    lines += [_row(place, row) for place, row in enumerate(view.rows, 1)] + _choosing(view.choosing)
    each = tuple(_opens(place, row) for place, row in enumerate(view.rows, 1))
    return Screen(tuple(lines), (*each, *_turns("draft", view.page, view.pages), *_draft_ways(view)))


def _row(place: int, row: DraftRow) -> Say:
    mentee, mentor = row.names
    line = say("match-row", place=place, mentee=mentee, mentor=mentor, points=row.score, locked=int(row.locked))
    return say("match-row-why", row=line, why=row.reason) if row.reason else line


def _opens(place: int, row: DraftRow) -> tuple[Button, ...]:
    label = say("button-match-row", place=place, mentee=row.names[0], mentor=row.names[1])
    return (Button(label, f"p:match:explain {row.mentee} {row.mentor}"),)


def _marks(view: TwoView) -> Rows:
    """What can be done with a pair of the draft."""
    name, state = ("loose", "proposed") if view.locked else ("lock", "locked")
    lock = Button(say(f"button-match-{name}"), f"do:match_mark:{view.row}:{state}")
    drop = Button(say("button-match-drop"), f"do:match_mark:{view.row}:dropped")
    return (lock, drop), (Button(say("button-match-draft"), "p:match:draft"),)


def _turns(verb: str, page: int, pages: int) -> Rows:
    back = (Button("◀", f"p:match:{verb} {page - 1}"),) if page > 1 else ()
    on = (Button("▶", f"p:match:{verb} {page + 1}"),) if page < pages else ()
    return ((*back, *on),) if back or on else ()


def _draft_ways(view: DraftView) -> Rows:
    left = ((Button(say("button-match-left", n=view.left), "p:match:left"),),) if view.left else ()
    again, throw = Button(say("button-match-again"), "p:match:run"), Button(say("button-match-throw"), "p:match:throw")
    if not view.total:
        return (*left, (again,), (throw,))
    publish = (Button(say("button-match-publish", n=view.total), "p:match:publish"),)
    return (publish, (again, Button(say("button-match-csv"), "do:match_csv")), *left, (throw,))


def _left(view: LeftView) -> Screen:
    lines = [say("match-left", n=view.total)]
    lines += [say("match-left-row", name=name, why=why) for _, name, why in view.rows]
    each = tuple(
        (Button(say("button-match-for", name=name), f"p:match:suggest {person}"),) for person, name, _ in view.rows
    )
    return Screen(tuple(lines), (*each, *_turns("left", view.page, view.pages), BACK))


def _last_look(view: LastLookView) -> Screen:
    if not view.draft:
        return no_draft()
    if view.verb == "throw":
        yes = (Button(say("button-match-throw-yes"), f"do:match_throw:{view.draft}"),)
        return Screen((say("match-throw", n=view.good),), (yes, (Button(say("button-match-draft"), "p:match:draft"),)))
    lines = [say("match-publish", n=view.good)]
    lines += [say("match-fallen", mentee=each.mentee, mentor=each.mentor, why=_limit(each.why)) for each in view.fallen]
    yes = (Button(say("button-match-publish-yes", n=view.good), f"do:match_publish:{view.draft}"),)
    return Screen(tuple(lines), (*((yes,) if view.good else ()), (Button(say("button-match-draft"), "p:match:draft"),)))


DRAW: Mapping[type, Callable[[Any], Screen]] = {
    OverviewView: _overview,
    AimView: _aim,
    WhichView: _which,
    WhichTwoView: _which_two,
    NotTwoView: _not_two,
    SuggestView: _suggest,
    TwoView: _about_two,
    ApartView: _apart,
    DraftView: _draft,
    LeftView: _left,
    LastLookView: _last_look,
}


def run(arg: str, state: State, now: datetime) -> list[Effect]:
    """Have the whole pool matched, for this aim."""
    aim = arg if arg in AIMS else "fit"
    return [Tell(Screen((say("match-running"),))), Job(RUN, {"aim": aim})]


def mark(arg: str, state: State, now: datetime) -> list[Effect]:
    """Lock a pair of the draft, let it loose, or drop it: "<row>:<state>"."""
    row, _, wanted = arg.partition(":")
    if wanted not in {"proposed", "locked", "dropped"}:
        return [Start("match")]
    return [MarkDraft(number_in(row), wanted), Start("match", "draft")]  # type: ignore[arg-type]


def publish(arg: str, state: State, now: datetime) -> list[Effect]:
    """Make the draft's pairs real; what fell away meanwhile is found out beside the turns."""
    return [Tell(Screen((say("match-publishing"),))), Job(PUBLISH, {"draft": number_in(arg)})]


def keep_apart(arg: str, state: State, now: datetime) -> list[Effect]:
    """Never match these two: "<mentee>-<mentor>"."""
    mentee, _, mentor = arg.partition("-")
    return [Exclude(number_in(mentee), number_in(mentor)), Start("match", "apart")]


ACTIONS: Mapping[str, Action] = {
    "match_run": run,
    "match_mark": mark,
    "match_publish": publish,
    "match_throw": lambda arg, state, now: [ThrowDraft(number_in(arg)), Start("match")],
    "match_apart": keep_apart,
    "match_together": lambda arg, state, now: [Include(number_in(arg)), Start("match", "apart")],
    "match_csv": lambda arg, state, now: [Job(CSV)],
}
FLOWS: tuple[Flow, ...] = ()
PAGES = (Page("match", match, apart=True),)
ROLES = dict.fromkeys(("match", *(f"do:{name}" for name in ACTIONS)), STAFF)
