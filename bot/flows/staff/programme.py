"""A programme on one screen, and a small conversation for each of its settings."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime

from bot.commands import DESK, STAFF
from bot.effects import Effect, Job, Start, Tell
from bot.flows.pages import rows
from bot.flows.staff.programme_dates import ask_dates, span
from bot.house import Action, Page
from bot.mentoring.people import Facts, Programme, Role
from bot.mentoring.programme_effects import ChangeSettings
from bot.mentoring.programmes import JOINING, MOST_NAME, MOST_WELCOME, ONWARD, Overview, Settings, plan_names
from bot.mentoring.zones import zone_label
from bot.messages import Button, Rows, Say, Screen, say
from bot.ports import State
from bot.talk.choices import Choice
from bot.talk.questions import Option, Text
from bot.talk.talk import Flow, Talk
from bot.talk.times import Zone

HOME = "programme_home"
PUBLIC_LINK = "public_link"  # the kind of job that makes one
WORDS = {
    "programme_new": "new baru buat create",
    "programme_clone": "clone copy salin",
    "programme_change": "change edit ubah atur",
    "programme_name": "name nama",
    "programme_dates": "dates tanggal",
    "programme_zone": "zone zona",
    "programme_plan": "plan rencana ritme",
    "joining": "join joining ikut",
    "welcome": "welcome sambutan",
    "team": "team tim",
    "programmes": "switch pindah list daftar",
    "programme_stage:open": "open buka",
    "programme_stage:closed": "close tutup",
    "programme_stage:archived": "archive arsip arsipkan",
}  # what may stand behind the command


def programme(talk: Talk, facts: Facts) -> list[Effect]:
    """What is typed behind the command leads to its screen; nothing, or what is not understood, to the programme."""
    word, _, rest = facts.subject.strip().partition(" ")
    name = next((name for name, words in WORDS.items() if word.casefold() in words.split()), HOME)
    runs = facts.membership is not None and facts.membership.role in STAFF
    if name == HOME or (not runs and name != "programmes"):
        return [Start(HOME)]
    flow, _, subject = name.partition(":")
    return [Start(flow, subject or (rest.strip() if flow == "programme_new" else ""))]


def home(facts: Facts) -> Screen:
    """What it is, who is in it, how one comes in."""
    view = facts.view
    if not isinstance(view, Overview):
        return Screen((say("not-for-you"),))
    runs = facts.membership is not None and facts.membership.role in STAFF
    lines = [
        say("programme-title", programme=view.programme.name, stage=view.programme.stage),
        when_line(view.programme, facts),
        say("programme-people", mentees=view.people.get("mentee", 0), mentors=view.people.get("mentor", 0)),
        say("programme-pairs", n=view.pairs, staff=view.people.get("owner", 0) + view.people.get("coordinator", 0)),
    ]
    lines += [say("programme-waiting", n=view.waiting)] if view.waiting else []
    lines += [say("programme-joining", joining=view.programme.joining)]
    owns = facts.membership is not None and facts.membership.role == "owner"
    return Screen(tuple(lines), _ways(view, owns=owns) if runs else (*rows("desk-figures"), *_elsewhere(view)))


def when_line(programme: Programme, facts: Facts) -> Say:
    """From when until when it goes, and on whose clock."""
    zone = zone_label(programme.zone, facts.now, facts.me.locale)
    return say("programme-when", span=span(programme.starts, programme.ends), zone=zone)


def _ways(view: Overview, *, owns: bool) -> Rows:
    """What may be done with it; archiving, and its end, is an owner's."""
    first = ((Button(say("button-waiting", n=view.waiting), "p:pending"),),) if view.waiting else ()
    stage = tuple(
        Button(say(f"button-stage-{stage}", before=view.programme.stage), f"p:programme_stage:{stage}")
        for stage in ONWARD[view.programme.stage]
        if owns or "archived" not in {stage, view.programme.stage}
    )
    change = Button(say("button-programme-change"), "p:programme_change"), Button(say("button-team"), "p:team")
    more = Button(say("button-programme-clone"), "go:programme_clone"), Button(say("button-new"), "go:programme_new")
    come = Button(say("button-desk-invite"), "go:invite"), Button(say("button-desk-pending"), "p:pending")
    match = (Button(say("button-desk-match"), "p:match"),)
    return (*first, come, match, change, *((stage,) if stage else ()), more, *_elsewhere(view))


def _elsewhere(view: Overview) -> Rows:
    return ((Button(say("button-programmes", n=view.mine), "p:programmes"),),) if view.mine > 1 else ()


def change(facts: Facts) -> Screen:
    """What can be set, each a button."""
    here = facts.programme
    if here is None:
        return Screen((say("not-for-you"),))
    zone, several = zone_label(here.zone, facts.now, facts.me.locale), len(plan_names()) > 1
    joining = Button(say("button-joining"), "go:joining")
    buttons: Rows = (
        (Button(say("button-programme-name"), "go:programme_name"),),
        (Button(say("button-dates"), "go:programme_dates"), Button(say("button-zone", zone=zone), "go:programme_zone")),
        (joining, Button(say("button-welcome"), "go:welcome")),
        *(((Button(say("button-rhythm"), "go:programme_plan"),),) if several else ()),
        (Button(say("button-own-choice"), "p:choose"), Button(say("button-back"), f"p:{HOME}")),
    )
    lines = [say("programme-change", programme=here.name), when_line(here, facts)]
    lines += [say("programme-plan", plan=here.plan)] if several else []
    return Screen((*lines, say("programme-joining", joining=here.joining)), buttons)


def _set(facts: Facts, topic: str, **changes: object) -> list[Effect]:
    """Write a setting, and show what is set now."""
    number = facts.programme.id if facts.programme else 0
    return [ChangeSettings(number, topic, changes), Start("programme_change")]


def name(talk: Talk, facts: Facts) -> list[Effect]:
    """What it is called from now on."""
    return _set(facts, "name", name=talk.ask(name_question(say("ask-name-again", now=_name(facts)))))


def name_question(text: Say) -> Text:
    """What a programme is called."""
    return Text(key="name", text=text, most=MOST_NAME, least=2, short=say("short-programme-name"))


def _name(facts: Facts) -> str:
    return facts.programme.name if facts.programme else ""


def zone(talk: Talk, facts: Facts) -> list[Effect]:
    """On whose clock it runs."""
    return _set(facts, "zone", zone=talk.ask(zone_question()))


def zone_question() -> Zone:
    """Where a programme's clock hangs."""
    return Zone(key="zone", text=say("ask-programme-zone"), short=say("short-zone"), echoes=True)


def plan(talk: Talk, facts: Facts) -> list[Effect]:
    """In which rhythm people are asked and reminded."""
    return _set(facts, "plan", plan=talk.ask(plan_question()))


def plan_question() -> Choice:
    """Which of the plans there are."""
    choices = tuple(Option(each, each) for each in plan_names())
    return Choice(key="plan", text=say("ask-plan"), choices=choices, columns=1, short=say("short-plan"))


def joining(talk: Talk, facts: Facts) -> list[Effect]:
    """Who may come in; where anybody may, the link for everybody is one tap away."""
    chosen = talk.ask(joining_question())
    effects = _set(facts, "joining", joining=chosen)
    link = ((Button(say("button-public-link"), "do:public_link"),), (Button(say("button-back"), f"p:{HOME}"),))
    waiting = facts.view.waiting if isinstance(facts.view, Settings) else 0
    lines = [say(f"joining-set-{chosen}")]
    lines += [say("joining-still-waiting", n=waiting)] if waiting and chosen != "approval" else []
    return [effects[0], Tell(Screen(tuple(lines), link if chosen == "open" else link[1:]))]


def joining_question() -> Choice:
    """How people come in."""
    choices = tuple(Option(each, say(f"joining-{each}")) for each in JOINING)
    return Choice(key="joining", text=say("ask-joining"), choices=choices, columns=1, short=say("short-joining"))


def welcome(talk: Talk, facts: Facts) -> list[Effect]:
    """Own words for newcomers, in one language at a time; none takes them away."""
    choices = tuple(Option(locale, say(f"language-{locale}")) for locale in ("id", "en"))
    locale = talk.ask(
        Choice(key="locale", text=say("ask-welcome-language"), choices=choices, short=say("short-language"))
    )
    words = facts.view.welcome.get(locale, "") if isinstance(facts.view, Settings) else ""
    text = say("ask-welcome-again", now=words) if words else say("ask-welcome")
    told = talk.offer(Text(key="text", text=text, most=MOST_WELCOME, short=say("short-welcome")))
    lines = (say("welcome-set"), say("welcome-words", text=told)) if told else (say("welcome-none"),)
    effect = ChangeSettings(facts.programme.id if facts.programme else 0, "welcome", {"welcome": {locale: told or ""}})
    more = (Button(say("button-welcome"), "go:welcome"), Button(say("button-back"), "p:programme_change"))
    return [effect, Tell(Screen(lines, (more,)))]


def dates(talk: Talk, facts: Facts) -> list[Effect]:
    """From when until when; what that does to pairs is said before."""
    starts, ends = ask_dates(talk, facts)
    ending = facts.view.ending if isinstance(facts.view, Settings) else 0
    sure = say("dates-sure", n=ending if _moves(facts, ends) else 0, span=span(starts, ends))
    choices = (Option("yes", say("button-save")), Option("no", say("button-cancel")))
    if talk.ask(Choice(key="sure", text=sure, choices=choices, short=say("short-sure"))) == "no":
        return [Start("programme_change")]
    return _set(facts, "dates", starts=starts, ends=ends)


def _moves(facts: Facts, ends: date | None) -> bool:
    return ends is not None and facts.programme is not None and ends != facts.programme.ends


def public_link(arg: str, state: State, now: datetime) -> list[Effect]:
    """A link for everybody, as long as the programme is open to all."""
    return [Job(PUBLIC_LINK)]


FLOWS = (
    Flow("programme", programme),
    Flow("programme_name", name),
    Flow("programme_dates", dates),
    Flow("programme_zone", zone),
    Flow("programme_plan", plan),
    Flow("joining", joining),
    Flow("welcome", welcome),
)
PAGES = (Page(HOME, home, apart=True), Page("programme_change", change, apart=True))
ACTIONS: Mapping[str, Action] = {"public_link": public_link}
ROLES: Mapping[str, frozenset[Role]] = {HOME: DESK} | dict.fromkeys(
    ("programme_change", "do:public_link", *(flow.name for flow in FLOWS[1:])), STAFF
)
