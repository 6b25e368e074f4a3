"""Reaching many people: whom, with which words, a look at it before it goes; when; what became of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from bot.commands import STAFF
from bot.effects import Effect, Start
from bot.errors import Unclear
from bot.flows.staff import reach_pages
from bot.flows.staff.reach_plan import begin, plan
from bot.flows.staff.reach_words import ANNOUNCE, LANGUAGES, NUDGES
from bot.house import Action
from bot.mentoring.audience import MOST as MOST_FILTER
from bot.mentoring.audience import read_audience
from bot.mentoring.people import Facts, Role
from bot.mentoring.reach_effects import ChangeCampaign, DraftCampaign, PreviewCampaign, StopCampaign
from bot.mentoring.reach_views import EDITABLE
from bot.messages import Json, Say, Words, say
from bot.ports import State
from bot.talk.choices import Choice
from bot.talk.questions import Ear, Option, Text
from bot.talk.talk import Flow, Talk

MOST_WORDS = 1500
CUT = 100  # characters that are kept behind a command
LISTS = frozenset({"list", "daftar"})
USUAL = {
    ANNOUNCE: ("all", "mentees", "mentors", "unpaired"),
    "checkin": ("missed", "silent", "mentees"),
    "goal": ("no-goal", "mentees"),
    "session": ("no-session", "paired"),
    "first": ("paired", "mentees"),
}  # for whom something usually is, likeliest first
ID_DIGITS = 9


@dataclass(frozen=True, kw_only=True)
class Whom(Text):
    """For whom: one of the usual, or a filter that is typed."""

    most: int = MOST_FILTER

    def hear(self, text: str, ear: Ear) -> Json:
        heard = super().hear(text, ear)
        return heard if heard in self.values else read_audience(heard).text

    def shown(self, stored: Json) -> Words:
        return reach_pages.whom(str(stored))


def _whom(kind: str, text: Say) -> Whom:
    usual = USUAL.get(kind, USUAL[ANNOUNCE])
    return Whom(
        key="whom",
        text=text,
        suggestions=tuple(Option(slug, say(f"whom-{slug}")) for slug in usual),
        values=tuple(reach_pages.WHOM[slug] for slug in usual),
        columns=2,
        help=say("audience-words"),
        help_label=say("button-filters"),
        short=say("short-whom-many"),
    )


def _told_at_once(facts: Facts) -> tuple[str, Say | None]:
    """The filter behind the command; or what of it was not understood."""
    if not facts.subject:
        return "", None
    if len(facts.subject) >= CUT:
        return "", say("audience-cut")
    try:
        return read_audience(facts.subject).text, None
    except Unclear as unclear:
        return "", unclear.hint


def _asked(talk: Talk, facts: Facts, kind: str) -> str:
    told, hint = _told_at_once(facts)
    if told:
        return told
    question = say("campaign-whom", kind=kind)
    return talk.ask(_whom(kind, say("campaign-whom-again", hint=hint, question=question) if hint else question))


def announce(talk: Talk, facts: Facts) -> list[Effect]:
    """For whom, and the words in one language or both."""
    if facts.subject.casefold() in LISTS:
        return [Start("campaigns")]
    whom = _asked(talk, facts, ANNOUNCE)
    texts = _texts(talk)
    return [DraftCampaign(ANNOUNCE, whom, texts), Start("campaign")]


def _texts(talk: Talk) -> dict[str, str]:
    first = talk.offer(_words("id"))
    second = talk.offer(_words("en")) if first else talk.ask(_words("en"))
    return {locale: text for locale, text in zip(LANGUAGES, (first, second), strict=True) if text}


def _words(language: str) -> Text:
    return Text(key=language, text=say(f"campaign-text-{language}"), most=MOST_WORDS, short=say(f"short-{language}"))


def nudge(talk: Talk, facts: Facts) -> list[Effect]:
    """What about, and whom; the words are ready."""
    if facts.subject.casefold() in LISTS:
        return [Start("campaigns")]
    choices = tuple(Option(kind, say(f"nudge-{kind}")) for kind in NUDGES)
    kind = talk.ask(Choice(key="kind", text=say("nudge-kind"), choices=choices, short=say("short-nudge-kind")))
    return [DraftCampaign(kind, _asked(talk, facts, kind)), Start("campaign")]


# A campaign that has not begun


def change(talk: Talk, facts: Facts) -> list[Effect]:
    """Another audience, or other words."""
    view = reach_pages.view_of(facts)
    if view is None or view.state not in EDITABLE:
        return [Start("campaign", facts.subject)]
    part = talk.ask(_part()) if view.kind == ANNOUNCE else "whom"
    if part == "whom":
        whom = talk.ask(_whom(view.kind, say("campaign-whom", kind=view.kind)))
        return [ChangeCampaign(view.id, audience=whom), Start("campaign", str(view.id))]
    others = {locale: text for locale, text in view.texts.items() if locale != part}
    words = talk.offer(_words(part)) if others else talk.ask(_words(part))
    texts = others | ({part: words} if words else {})
    return [ChangeCampaign(view.id, texts=texts), Start("campaign", str(view.id))]


def _part() -> Choice:
    choices = tuple(Option(part, say(f"campaign-part-{part}")) for part in ("whom", *LANGUAGES))
    return Choice(key="part", text=say("campaign-part"), choices=choices, columns=1, short=say("short-part"))


def _id(text: str) -> int:
    """The number in a button, which anybody can make up; 0 for anything else."""
    return int(text) if text.isdecimal() and len(text) <= ID_DIGITS else 0


def send(arg: str, state: State, now: datetime) -> list[Effect]:
    """One tap: it goes out."""
    return [*begin(_id(arg), None), Start("campaign", arg)]


def stop(arg: str, state: State, now: datetime) -> list[Effect]:
    """One tap: nothing more of it goes out."""
    return [StopCampaign(_id(arg))]


def only_me(arg: str, state: State, now: datetime) -> list[Effect]:
    """One tap: it comes to me alone, as they would read it."""
    return [PreviewCampaign(_id(arg)), Start("campaign", arg)]


FLOWS = (
    Flow("announce", announce),
    Flow("nudge", nudge),
    Flow("campaign_change", change),
    Flow("campaign_plan", plan),
)
PAGES = reach_pages.PAGES
ACTIONS: Mapping[str, Action] = {"campaign_send": send, "campaign_stop": stop, "campaign_me": only_me}
ROLES: Mapping[str, frozenset[Role]] = dict.fromkeys(
    (
        *("campaign", "campaigns", "campaign_change", "campaign_plan"),
        *("do:campaign_send", "do:campaign_stop", "do:campaign_me"),
    ),
    STAFF,
)
