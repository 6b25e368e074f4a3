"""Invitations: a link, a code and a printed sign for whoever should join; and those there are."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from bot.commands import DESK, STAFF
from bot.effects import Effect, Job, Start, Tell
from bot.house import Action, Page
from bot.mentoring.invitations import token_in
from bot.mentoring.invite_words import (
    MOST_DAYS,
    MOST_USES,
    USUAL_DAYS,
    USUAL_USES,
    Wanted,
    may_invite,
    read_wanted,
    wants_list,
)
from bot.mentoring.people import Facts, Role
from bot.mentoring.people_effects import CloseInvitation
from bot.mentoring.people_views import InvitationBrief, InvitationsView
from bot.messages import Button, Json, Rows, Say, Screen, When, say
from bot.ports import State
from bot.talk.choices import Choice
from bot.talk.questions import Number, Option
from bot.talk.talk import Flow, Talk

ORDER: tuple[Role, ...] = ("mentee", "mentor", "coordinator", "viewer", "owner")
PAIRED = ("mentee", "mentor")
SHUT = ("closed", "archived")  # stages of a programme that nobody can join
SHOWN = 8  # on a page
ID_DIGITS = 9  # of an id in a button, which anybody can make up


@dataclass(frozen=True, kw_only=True)
class Amount(Number):
    """A number with the usual ones to tap; `unit` names the sentence that says one."""

    amounts: tuple[int, ...]
    unit: str
    columns: int = 2

    def options(self, ticked: Json) -> tuple[Option, ...]:
        return tuple(Option(str(number), say(self.unit, n=number)) for number in self.amounts)

    def shown(self, stored: Json) -> Say:
        return say(self.unit, n=stored)


USES = Amount(
    key="uses",
    text=say("invite-uses"),
    low=1,
    high=MOST_USES,
    example=40,
    amounts=(1, 10, 40, 100),
    unit="invite-people",
    short=say("short-invite-uses"),
)
DAYS = Amount(
    key="days",
    text=say("invite-days"),
    low=1,
    high=MOST_DAYS,
    example=21,
    amounts=(7, 14, 30, 90),
    unit="invite-span",
    short=say("short-invite-days"),
)


def invite(talk: Talk, facts: Facts) -> list[Effect]:
    """Whom, how many, how long; what was typed behind the command is not asked."""
    if wants_list(facts.subject):
        return [Start("invitations")]
    wanted, mine = read_wanted(facts.subject), _role(facts)
    if not _allowed(mine):
        return [Start("help")]
    role: str = wanted.role or talk.ask(_who(mine))
    if role not in _allowed(mine):
        return [Tell(not_yours())]
    if role in PAIRED and facts.programme and is_closed(facts):
        return [Tell(closed(facts.programme.name))]
    uses, days = _how_many(talk, wanted, role), _how_long(talk, wanted)
    return [Job("invite", {"role": role, "uses": uses, "days": days})]


def is_closed(facts: Facts) -> bool:
    """Whether nobody can join the programme now."""
    here = facts.programme
    return here is not None and (here.stage in SHUT or (here.ends is not None and here.ends < facts.now.date()))


def closed(programme: str) -> Screen:
    """What to do first."""
    ways = (Button(say("button-programme"), "p:programme_home"), _listed())
    return Screen((say("invite-closed", programme=programme),), (ways,))


def _role(facts: Facts) -> Role:
    return facts.membership.role if facts.membership else "mentee"


def _allowed(mine: Role) -> tuple[Role, ...]:
    return tuple(role for role in ORDER if may_invite(mine, role))


def not_yours() -> Screen:
    """A coordinator wants somebody to run or see the programme."""
    return Screen((say("invite-not-yours"),), ((Button(say("button-invite-mentee"), "go:invite:mentee"),),))


def _who(mine: Role) -> Choice:
    choices = tuple(Option(role, say(f"button-role-{role}")) for role in _allowed(mine))
    return Choice(key="role", text=say("invite-who"), choices=choices, short=say("short-invite-who"))


def _how_many(talk: Talk, wanted: Wanted, role: str) -> int:
    """Whoever runs or sees the programme is invited one by one, unless it was said otherwise."""
    if wanted.uses or wanted.role or role in DESK:
        return wanted.uses or USUAL_USES
    return talk.ask(USES)


def _how_long(talk: Talk, wanted: Wanted) -> int:
    return (wanted.days or USUAL_DAYS) if wanted.days or wanted.role else talk.ask(DAYS)


def made(token: str, link: str, role: Role, uses: int, expires: datetime, programme: str) -> Screen:
    """An invitation to hand on."""
    told = say("invite-made", role=say(f"invite-role-{role}"), n=uses, until=When(expires, "day"), programme=programme)
    opened = (say("invite-link", link=link),) if link != token else ()
    lines = (told, *opened, say("invite-code", token=token))
    return Screen(lines, ((Button(say("button-qr"), f"do:invite_qr:{token}"), _listed()),))


def _listed() -> Button:
    return Button(say("button-invitations"), "p:invitations")


# Those there are


def invitations(facts: Facts) -> Screen:
    """Those that still admit somebody, a button each; personal ones are looked at as what is pending."""
    view = facts.view
    if not isinstance(view, InvitationsView):
        return Screen((say("invitations-none"),), (_new(),))
    lines = [say("invitations-title", n=view.total)] if view.total else [say("invitations-none")]
    lines += [_line(number, each) for number, each in enumerate(view.items, view.start + 1)]
    lines += [say("invitations-personal", n=view.personal)] if view.personal else []
    return Screen(tuple(lines), (*_each(view), *_turn(view), *_personal(view), _new()))


def _line(number: int, each: InvitationBrief) -> Say:
    role, until = say(f"invite-role-{each.role}"), When(each.expires, "day")
    return say("invitations-line", number=number, role=role, used=each.used, uses=each.uses, until=until)


def _each(view: InvitationsView) -> Rows:
    buttons = [
        Button(say("button-invitation", n=number, role=say(f"invite-role-{each.role}")), f"p:invitation:{each.id}")
        for number, each in enumerate(view.items, view.start + 1)
    ]
    return tuple(tuple(buttons[at : at + 2]) for at in range(0, len(buttons), 2))


def _turn(view: InvitationsView) -> Rows:
    return turn_pages("invitations", "", view.start, view.total)


def turn_pages(page: str, about: str, start: int, total: int) -> Rows:
    """Buttons to the pages before and after."""
    told = f"p:{page}:{about}:" if about else f"p:{page}:"
    before = (Button(say("button-page-before"), f"{told}{max(0, start - SHOWN)}"),) if start else ()
    after = (Button(say("button-page-after"), f"{told}{start + SHOWN}"),) if start + SHOWN < total else ()
    return ((*before, *after),) if before or after else ()


def _personal(view: InvitationsView) -> Rows:
    return ((Button(say("button-pending-invited"), "p:pending:invited:0"),),) if view.personal else ()


def _new() -> tuple[Button, ...]:
    return (Button(say("button-invite-new"), "go:invite"),)


def invitation(facts: Facts) -> Screen:
    """One of them: what it is, and what closing it does."""
    view = facts.view
    if not isinstance(view, InvitationsView) or not view.items:
        return gone()
    each = view.items[0]
    key = "invitation-personal" if each.label else "invitation-shared"
    about = {"name": each.label} if each.label else {"used": each.used, "uses": each.uses}
    lines = [say(key, role=say(f"invite-role-{each.role}"), **about), _when(facts, each)]
    lines += [say("invitation-close", n=each.uses - each.used)] if each.expires > facts.now else []
    return Screen(tuple(lines), _ways(each))


def _when(facts: Facts, each: InvitationBrief) -> Say:
    open_ = "yes" if each.expires > facts.now else "no"
    return say("invitation-when", by=each.by or "…", made=When(each.made, "day"), open=open_, until=_day(each))


def _day(each: InvitationBrief) -> When:
    return When(each.expires, "day")


def _ways(each: InvitationBrief) -> Rows:
    close = Button(say("button-close-invitation"), f"do:close_invitation:{each.id}")
    if not each.label:
        return ((close, _listed()),)
    text = Button(say("button-ready-text"), f"do:ready_text:{each.id}")
    new = Button(say("button-new-link"), f"do:new_link:{each.id}")
    return ((text, new), (close, Button(say("button-pending-invited"), "p:pending:invited:0")))


def gone() -> Screen:
    """It was closed or used up meanwhile, or is another programme's."""
    return Screen((say("invitation-gone"),), ((_listed(),),))


def number_in(text: str) -> int:
    """An id that a button holds, which anybody can make up; 0 is none."""
    return int(text) if text.isascii() and text.isdecimal() and len(text) <= ID_DIGITS else 0


def close(arg: str, state: State, now: datetime) -> list[Effect]:
    """Let it admit nobody any more."""
    return [CloseInvitation(number_in(arg)), Tell(Screen((say("invitation-closed"),), ((_listed(),),)))]


def qr(arg: str, state: State, now: datetime) -> list[Effect]:
    """A picture to print."""
    token = token_in(arg)
    return [Job("invite_qr", {"token": token})] if token else [Tell(gone())]


def ready_text(arg: str, state: State, now: datetime) -> list[Effect]:
    """Words to remind somebody of the link they have."""
    return [Job("ready_text", {"invitation": number_in(arg), "renew": False})]


def new_link(arg: str, state: State, now: datetime) -> list[Effect]:
    """Another link for somebody who never started, in words to paste."""
    return [Job("ready_text", {"invitation": number_in(arg), "renew": True})]


FLOWS = (Flow("invite", invite),)
PAGES = (Page("invitations", invitations, apart=True), Page("invitation", invitation, apart=True))
ACTIONS: Mapping[str, Action] = {
    "close_invitation": close,
    "invite_qr": qr,
    "ready_text": ready_text,
    "new_link": new_link,
}
ROLES = dict.fromkeys(("invitations", "invitation", *(f"do:{name}" for name in ACTIONS)), STAFF)
