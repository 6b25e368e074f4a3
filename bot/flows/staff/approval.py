"""Letting people in: the card of somebody who waits, yes and no in a tap, a question of one's own and its answer."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime

from bot.commands import STAFF
from bot.effects import Effect, Start, Tell
from bot.flows.enroll_mentor import all_named, bio_of, named
from bot.flows.pages import rows
from bot.house import Action, Page
from bot.mentoring.people import Facts, Role
from bot.mentoring.programme_effects import AnswerCoordinators, Approve, AskApplicant, Decline
from bot.mentoring.programmes import Applicant
from bot.mentoring.zones import zone_label
from bot.messages import Button, Rows, Say, Screen, When, say
from bot.ports import State
from bot.talk.questions import Text
from bot.talk.talk import Flow, Talk

MOST_WORDS = 500
ID_DIGITS = 9  # of an id in a button, which anybody can make up
GONE = Screen((say("applicant-gone"),))
NEXT: Rows = ((Button(say("button-who-waits"), "p:pending"),),)
SURE = "yes"


def holding(name: str, programme: str, role: Role) -> Screen:
    """What somebody reads who has told everything and has to wait now."""
    return Screen((say("approval-waiting", name=name, programme=programme, role=role),), rows("privacy my-data"))


def asks_in(applicant: Applicant) -> Screen:
    """The card that comes to the coordinators by itself."""
    return Screen((say("applicant-new", role=applicant.role), *_about(applicant)), _ways(applicant.member))


def applicant_card(facts: Facts) -> Screen:
    """Who it is, since when they wait, what they told of themselves."""
    applicant = facts.view
    if not isinstance(applicant, Applicant):
        return GONE
    title = say("applicant-title", name=applicant.person.name, role=applicant.role, since=When(applicant.since, "day"))
    lines = (title, *_about(applicant, zone_label(applicant.person.zone, facts.now, facts.me.locale)))
    if applicant.standing != "waiting":
        return Screen((*lines, say("applicant-decided", name=applicant.person.name, standing=applicant.standing)))
    return Screen(lines, _ways(applicant.member))


def _about(applicant: Applicant, zone: str = "") -> Iterator[Say]:
    """What somebody told when they enrolled, as far as coordinators may read it."""
    about = applicant.person.about
    wants = "wants" if applicant.role == "mentee" else "offers"
    if about.get("field"):
        yield say("applicant-field", field=named("field", str(about["field"])))
    if about.get(wants):
        yield say(f"applicant-{wants}", things=all_named("want", about[wants]))
    if about.get("skills"):
        yield say("applicant-skills", things=all_named("skill", about["skills"]))
    if about.get("days"):
        yield say("applicant-days", days=all_named("day", about["days"]))
    if bio := bio_of(about):
        yield say("applicant-bio", bio=bio)
    if zone:
        yield say("applicant-zone", zone=zone)


def _ways(member: int) -> Rows:
    approve = Button(say("button-approve"), f"do:approve:{member}")
    decline = Button(say("button-turn-down"), f"p:decline:{member}")
    return ((approve, decline), (Button(say("button-ask-more"), f"go:ask_more:{member}"),))


def decline_page(facts: Facts) -> Screen:
    """What a no means, before it is said."""
    applicant = facts.view
    if not isinstance(applicant, Applicant) or applicant.standing != "waiting":
        return GONE
    sure = Button(say("button-turn-down-sure"), f"do:decline:{applicant.member}:{SURE}")
    back = Button(say("button-back"), f"p:applicant:{applicant.member}")
    return Screen((say("decline-sure", name=applicant.person.name, programme=applicant.programme),), ((sure,), (back,)))


def approve(arg: str, state: State, now: datetime) -> list[Effect]:
    """One tap: come in."""
    return [Approve(int(arg))] if _id(arg) else [Start("help")]


def decline(arg: str, state: State, now: datetime) -> list[Effect]:
    """One tap asks whether it is meant ("12"), the next one says so ("12:yes")."""
    number, _, sure = arg.partition(":")
    if not _id(number):
        return [Start("help")]
    return [Decline(int(number))] if sure == SURE else [Start("decline", number)]


def _id(text: str) -> bool:
    return text.isdecimal() and len(text) <= ID_DIGITS


def ask_more(talk: Talk, facts: Facts) -> list[Effect]:
    """A question in one's own words."""
    applicant = facts.view
    if not isinstance(applicant, Applicant) or applicant.standing != "waiting":
        return [Tell(GONE)]
    name = applicant.person.name
    text = talk.ask(Text(key="text", text=say("ask-more", name=name), most=MOST_WORDS, short=say("short-question")))
    back = ((Button(say("button-back-to-applicant", name=name), f"p:applicant:{applicant.member}"),),)
    return [AskApplicant(applicant.member, text), Tell(Screen((say("ask-more-sent", name=name),), back))]


def question(name: str, asked: AskApplicant, programme: str) -> Screen:
    """A coordinator's question, as it comes to who waits."""
    answer = Button(say("button-answer"), f"go:answer_more:{asked.member}")
    return Screen((say("question-came", name=name, programme=programme, text=asked.text),), ((answer,),))


def answer_more(talk: Talk, facts: Facts) -> list[Effect]:
    """The answer of somebody who waits, in their own words."""
    member = facts.membership
    if member is None or str(member.id) != facts.subject or member.standing != "waiting":
        return [Tell(Screen((say("answer-late"),), rows("help")))]
    text = talk.ask(
        Text(key="text", text=say("answer-more", role=member.role), most=MOST_WORDS, short=say("short-answer"))
    )
    return [AnswerCoordinators(member.id, text), Tell(Screen((say("answer-sent", role=member.role),)))]


def answered(answer: AnswerCoordinators) -> Screen:
    """An answer, as it comes to the coordinators."""
    return Screen((say("answer-came", text=answer.text),), _ways(answer.member))


def let_in(programme: str, name: str, role: Role) -> Screen:
    """The good news."""
    way = rows("new-goal", "help") if role == "mentee" else rows("help")
    return Screen((say("approval-yes", programme=programme, name=name, role=role),), way)


def turned_down(programme: str, name: str, role: Role) -> Screen:
    """The other news, kindly."""
    return Screen((say("approval-no", programme=programme, name=name, role=role),), rows("my-data erase"))


FLOWS = (Flow("ask_more", ask_more), Flow("answer_more", answer_more))
PAGES = (Page("applicant", applicant_card, apart=True), Page("decline", decline_page, apart=True))
ACTIONS: Mapping[str, Action] = {"approve": approve, "decline": decline}
ROLES: Mapping[str, frozenset[Role]] = dict.fromkeys(
    ("applicant", "decline", "ask_more", "do:approve", "do:decline"), STAFF
)
